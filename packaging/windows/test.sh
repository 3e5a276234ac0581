#!/usr/bin/env bash
# test.sh [SETUP] : installs, uses and removes Evenkeel under Debian's Wine, in a Windows of its own that is thrown away. What a
# check saw is kept in target/windows-test/. Wine is not Windows: no DirectX 12, no screen reader, no Explorer, no SmartScreen.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
here=$PWD/packaging/windows
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
setup=${1:-$(compgen -G "$target/packages/evenkeel-*-windows-x86_64-setup.exe" | tail -n 1)}
version=$(sed -n 's/^version = "\(.*\)"/\1/p;T;q' Cargo.toml)
linux=${LINUX_PROGRAM:-$target/debug/evenkeel}

if [ -z "${INSIDE:-}" ]; then
  [ -f "$setup" ] || { echo "There is no installer yet: make package-windows" >&2; exit 1; }
  [ -n "${LINUX_PROGRAM:-}" ] || cargo build --locked || exit 1
  INSIDE=yes exec tools/on-virtual-display.sh "$0" "$setup"
fi

kept=$target/windows-test
work=$(mktemp -d)
rm -rf "$kept"
mkdir -p "$kept" "$work/home"
# Wine's own copy of the Start menu, for Linux desktops, would be in the way.
export HOME=$work/home WINEPREFIX=$work/prefix WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe=' LC_ALL=C.UTF-8
unset EVENKEEL_HOME
disk=$WINEPREFIX/drive_c
trap 'wineserver -k 2>/dev/null; sleep 1; rm -rf "$work"' EXIT

passed=0 failed=0
ok() {
  local name=$1
  shift
  [ ! -f "$work/said" ] || mv "$work/said" "$work/said-before"
  if "$@" >"$work/said" 2>&1; then
    passed=$((passed + 1))
    echo "ok      $name"
  else
    failed=$((failed + 1))
    echo "FAILED  $name: $*"
    head -n 12 "$work/said" | sed 's/^/          /'
  fi
}
part() { printf '\n== %s\n' "$1"; }
until_true() { # until_true SECONDS COMMAND…
  local deadline=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $deadline ] || return 1
    sleep 0.2
  done
}
not() { ! "$@"; }
on_disk() { # on_disk C:\PATH : the same for Linux
  local path=${1#C:}
  printf '%s' "$disk${path//\\//}"
}
status() { # status N COMMAND…
  local wanted=$1 got
  shift
  "$@" && got=0 || got=$?
  [ "$got" = "$wanted" ] || { echo "status $got"; return 1; }
}
value() { # value KEY NAME WANTED : a value in the registry; no name for the default one
  local got
  if [ -n "$2" ]; then got=$(wine reg query "$1" /v "$2"); else got=$(wine reg query "$1" /ve); fi 2>&1
  got=$(tr -d '\r' <<<"$got" | sed -n 's/^ \{4\}.* \{4\}REG_[A-Z]* *//p')
  [ "$got" = "$3" ] || { echo "$1 $2: $got"; return 1; }
}
key_gone() { ! wine reg query "$1"; }
same_text() { cmp <(tr -d '\r' <"$1") <(tr -d '\r' <"$2"); }
titles() { xdotool search --onlyvisible --name "$1" 2>/dev/null; }
window_with() { [ -n "$(titles "$1")" ]; }
close_windows() { # by the cross in the corner, as a person would
  local window
  for window in $(titles "$1"); do xdotool windowfocus --sync "$window" key alt+F4; done
  until_true 20 not window_with "$1"
}
keys() {
  local key
  for key in "$@"; do xdotool key --delay 40 "$key"; sleep 0.06; done
}
photo() { # photo NAME : the whole display, dialogs of the system's included
  sleep 0.7
  import -window root "$kept/journey-$1.png"
}
answer_dialog() { # answer_dialog TITLE PATH : types the path into the system's dialog for files
  until_true 20 window_with "^$1$" || return 1
  sleep 1
  keys ctrl+a
  xdotool type --delay 30 "$2"
  sleep 0.5
  photo "$3"
  keys Return
  until_true 20 not window_with "^$1$"
}
press_at() { # press_at X Y : a button of the window of the journey
  xdotool mousemove --window "$(titles 'my own' | head -n 1)" "$1" "$2" click 1
}
snapshot() { # snapshot NAME : the person's registry and the disk
  wine reg export HKCU "$work/$1.reg" /y >/dev/null
  iconv -f UTF-16 -t UTF-8 "$work/$1.reg" | tr -d '\r' | sort >"$work/$1.registry"
  (cd "$disk" && find . -mindepth 1 | sort) >"$work/$1.files"
}

part "a Windows"
wine wineboot -i && wineserver -w
# Debian's Wine 8.0 lacks a DLL that Rust's standard library asks for.
x86_64-w64-mingw32-gcc -O2 -shared -o "$disk/windows/system32/bcryptprimitives.dll" "$here/wine/bcryptprimitives.c" -ladvapi32
x86_64-w64-mingw32-gcc -O2 -municode -o "$work/hold.exe" "$here/wine/hold.c"
# Two letters in the fixtures are in no font of Wine's.
fc-list :lang=zh file | sed 's/: *$//' | while read -r font; do cp "$font" "$disk/windows/Fonts/"; done
# For letters that a font lacks, Wine's DirectWrite knows Noto by its name and no other. Fetched and not installed, since Debian
# would draw its own pictures with it.
noto=$target/windows-fonts
if ! [ -s "$noto/NotoSansCJK-Regular.ttc" ]; then
  mkdir -p "$noto"
  (cd "$work" && apt-get -qq -o APT::Sandbox::User=root download fonts-noto-cjk && dpkg -x fonts-noto-cjk_*.deb noto)
  mv "$work/noto/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc" "$noto/"
fi
ln -s "$noto/NotoSansCJK-Regular.ttc" "$disk/windows/Fonts/"
wine reg add 'HKLM\Software\Microsoft\Windows NT\CurrentVersion\Fonts' /v 'Noto Sans CJK SC (TrueType)' /d NotoSansCJK-Regular.ttc /f >/dev/null
wine winecfg -v win7
wine wineboot -u && wineserver -w
person=$(echo "$disk"/users/*/AppData/Local | head -n 1)
person=${person%/AppData/Local}
wine --version
ls -l "$setup"

part "install"
installed=$person/AppData/Local/Programs/Evenkeel
windows_folder=$(winepath -w "$installed")
start_menu="$person/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Evenkeel.lnk"
classes='HKCU\Software\Classes'
listed='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Evenkeel'
ok "not on Windows 7" status 2 wine "$setup" /S
wine winecfg -v win10
snapshot before
ok "silently" wine "$setup" /S
[ -s "$installed/evenkeel.exe" ] || { echo "FAILED  there is nothing to test"; exit 1; }
for file in evenkeel.exe evenkeel.com uninstall.exe LICENSE-MIT.txt LICENSE-APACHE.txt; do ok "$file is there" test -s "$installed/$file"; done
ok "nothing else is" test "$(find "$installed" -type f | wc -l)" = 5
ok "an entry in the Start menu" test -s "$start_menu"
ok "the ending" value "$classes\\.evenkeel" "" Evenkeel.Profile.1
ok "what it is" value "$classes\\Evenkeel.Profile.1" "" "Evenkeel profile"
ok "its icon" value "$classes\\Evenkeel.Profile.1\\DefaultIcon" "" "$windows_folder\\evenkeel.exe,1"
ok "what opens it" value "$classes\\Evenkeel.Profile.1\\shell\\open\\command" "" "\"$windows_folder\\evenkeel.exe\" \"%1\""
ok "listed: name" value "$listed" DisplayName Evenkeel
ok "listed: version" value "$listed" DisplayVersion "$version"
ok "listed: publisher" value "$listed" Publisher Evenkeel
size=$(printf '0x%x' $(($(find "$installed" -type f ! -name uninstall.exe -printf '%s+')$(stat -c %s "$installed/uninstall.exe") >> 10)))
ok "listed: size" value "$listed" EstimatedSize "$size"
ok "again over itself" wine "$setup" /S
ok "nothing of the whole machine's" test -z "$(find "$disk/Program Files" "$disk/Program Files (x86)" "$disk/ProgramData" -iname '*evenkeel*')"

part "what is in the program"
resources() { [ "$(wrestool -l --type="$1" "$installed/evenkeel.exe" | wc -l)" -ge "$2" ]; }
manifest() { wrestool -x --raw --type=24 "$installed/evenkeel.exe" | grep -q "$1"; }
ok "two icons" resources 14 2
ok "in seven sizes each" resources 3 14
ok "the version" sh -c "wrestool -x --raw --type=16 '$installed/evenkeel.exe' | tr -d '\\0' | grep -aq 'ProductVersion.*$version'"
for wanted in PerMonitorV2 '>UTF-8<' 'longPathAware.*true' 8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a asInvoker; do ok "the manifest: $wanted" manifest "$wanted"; done
subsystem() { [ "$(x86_64-w64-mingw32-objdump -p "$1" | awk '$1 == "Subsystem"{print $2}')" = "$2" ]; }
ok "evenkeel.exe opens no console" subsystem "$installed/evenkeel.exe" 00000002
ok "evenkeel.com has one" subsystem "$installed/evenkeel.com" 00000003
# What every Windows has. A DLL of mingw's would have to be shipped.
foreign() { x86_64-w64-mingw32-objdump -p "$installed/evenkeel.exe" "$installed/evenkeel.com" | grep -i 'DLL Name' | grep -iE 'lib|pthread|gcc|zlib|stdc'; }
ok "no DLL of the compiler's is needed" not foreign

part "without the window"
mkdir -p "$disk/t"
cp assets/examples/worked-example.evenkeel tests/fixtures/good/*.evenkeel "$disk/t/"
exe() { (cd "$disk/t" && wine "$installed/evenkeel.exe" "$@"); }
com() { (cd "$disk/t" && wine "$installed/evenkeel.com" "$@"); }
here() { (cd "$disk/t" && "$linux" "$@"); }
ok "the golden cases, as on Linux and as computed by others" python3 "$here/wine/golden.py" "$disk/t" "$linux" wine "$installed/evenkeel.exe"
tail -n 1 "$work/said"
for file in v1-full v1-roles v1-with-mark worked-example; do
  here score $file.evenkeel >"$work/a" 2>"$work/a2"
  com score $file.evenkeel >"$work/b" 2>"$work/b2"
  ok "evenkeel.com score $file.evenkeel" same_text "$work/a" "$work/b"
  ok "and its warnings" same_text "$work/a2" "$work/b2"
  here report $file.evenkeel -o "$work/a.pdf" >/dev/null 2>&1
  com report $file.evenkeel -o "$(winepath -w "$work/b.pdf")" >/dev/null 2>&1
  pdftotext -layout "$work/a.pdf" "$work/a"; pdftotext -layout "$work/b.pdf" "$work/b"
  ok "its report says something" test "$(wc -w <"$work/b")" -gt 200
  ok "the same as on Linux" same_text "$work/a" "$work/b"
  here chart $file.evenkeel -o a.svg >/dev/null 2>&1; com chart $file.evenkeel -o b.svg >/dev/null 2>&1
  ok "its radar too" same_text "$disk/t/a.svg" "$disk/t/b.svg"
done
here export v1-full.evenkeel worked-example.evenkeel -o a.csv >/dev/null 2>&1; com export v1-full.evenkeel worked-example.evenkeel -o b.csv >/dev/null 2>&1
ok "export as CSV" same_text "$disk/t/a.csv" "$disk/t/b.csv"
ok "status 0" status 0 com score worked-example.evenkeel
ok "status 1 for a file that is not there" status 1 com score nothing.evenkeel
ok "status 2 for a wrong call" status 2 com score
# A console: Wine makes one of the terminal that `script` lends it, and moves about in it.
console() { script -qec "$1" /dev/null </dev/null 2>&1 | sed 's/\x1b\[[?0-9;]*[A-Za-z]//g' >"$work/terminal"; }
console "wine '$installed/evenkeel.com' score '$disk/t/worked-example.evenkeel'"
ok "in a console, what it says can be read" grep -q 'Bands are for 90 in 100' "$work/terminal"
console "wine '$installed/evenkeel.com' score nothing.evenkeel"
ok "errors too" grep -q 'error: ' "$work/terminal"
console "cd '$installed' && wine cmd /c evenkeel --version"
ok "a console finds evenkeel.com first" grep -q "evenkeel $version" "$work/terminal"
# With its ending, it joins the console; a prompt would not wait for it.
console "cd '$installed' && wine cmd /c start /wait evenkeel.exe score 'C:\\t\\worked-example.evenkeel'"
ok "evenkeel.exe can be read in a console too" grep -q 'Bands are for 90 in 100' "$work/terminal"
console "cd '$installed' && wine cmd /c start /wait evenkeel.exe nothing like a call"
ok "and so can what is wrong with a call" grep -q 'error:.*cannot be used' "$work/terminal"
console "cd '$installed' && wine cmd /c 'evenkeel.exe --version > C:\\t\\redirected.txt'"
ok "what is redirected is not said in the console" until_true 20 grep -q "evenkeel $version" "$disk/t/redirected.txt"
# Enough for many seconds.
mkdir "$disk/t/many"
for i in {1..4000}; do ln "$disk/t/worked-example.evenkeel" "$disk/t/many/$i.evenkeel"; done
ok "Ctrl+C in a console ends the work" python3 "$here/wine/ctrl_c.py" 4 wine "$installed/evenkeel.com" export 'C:\t\many' -o 'C:\t\many.csv'
ok "of both programs" until_true 10 not pgrep -f '[e]venkeel\.(exe|com)'
ok "and leaves no half of a table" not compgen -G "$disk/t/many.csv*"
rm -r "$disk/t/many"

part "paths"
long=C:\\t
for i in {1..6}; do long+="\\a folder with a name that is rather long, as they come $i"; done
for folder in 'C:\t\with some spaces' 'C:\t\Jörg Äöüß' 'C:\t\领导 与 管理' "$long"; do
  mkdir -p "$(on_disk "$folder")"
  file="$folder\\my profile é 中.evenkeel"
  [ "$folder" = "$long" ] && ok "a path of ${#file} characters" test ${#file} -gt 300
  ok "new: ${folder:0:22}" com new -o "$file" --answers plain-full-100.csv --person first
  ok "score" com score "$file"
  ok "save over" com new -o "$file" --answers plain-full-100.csv --person second --force
  unix=$(on_disk "$file")
  ok "the new one is there" grep -q '"second"' "$unix"
  ok "export" com export "$file" -o "$folder\\out.csv"
  ok "report" com report "$file" -o "$folder\\out.pdf"
  ok "nothing is left over" test "$(find "${unix%/*}" -type f | wc -l)" = 3
done

part "a file that another program has open"
held() { # held MILLISECONDS shared|alone : holds C:\t\held.evenkeel, and comes back when it is held
  wine "$work/hold.exe" 'C:\t\held.evenkeel' "$1" "$2" >"$work/held" 2>&1 &
  until_true 20 grep -q held "$work/held"
}
ok "made" com new -o 'C:\t\held.evenkeel' --person before
# Under Wine 8.0 even a file that is shared cannot be replaced; on Windows 10 it can.
held 1000 shared
ok "one that shares it is no hindrance" com new -o 'C:\t\held.evenkeel' --person during --force
ok "and the file is the new one" grep -q '"during"' "$disk/t/held.evenkeel"
wait $!
held 1000 alone
ok "one that lets go within a second is waited for" com new -o 'C:\t\held.evenkeel' --person after --force
ok "and the file is the new one" grep -q '"after"' "$disk/t/held.evenkeel"
wait $!
held 15000 alone
ok "one that does not is an error" status 1 com new -o 'C:\t\held.evenkeel' --person never --force
ok "which names the file" grep -q 'error: .*held.evenkeel' "$work/said-before"
ok "and leaves it as it was" grep -q '"after"' "$disk/t/held.evenkeel"
wait $!
ok "nothing is left over" test "$(find "$disk/t" -maxdepth 1 -name '*held*' | wc -l)" = 1

part "the window"
ok "opens, draws, and closes" tools/first-screen.sh "$kept/first-screen.png" wine "$installed/evenkeel.exe"
# Windows reads the person's associations before the machine's. Wine 8.0 reads the machine's only: here they are lent to it.
wine reg export 'HKCU\Software\Classes' "$work/classes.reg" /y >/dev/null
iconv -f UTF-16 -t UTF-8 "$work/classes.reg" | sed 's/^\[HKEY_CURRENT_USER/[HKEY_LOCAL_MACHINE/' | iconv -t UTF-16 >"$work/machine.reg"
wine reg import "$work/machine.reg" 2>/dev/null
profile='C:\t\Jörg Äöüß\my profile é 中.evenkeel'
started=$SECONDS
ok "a profile opens by a double-click" wine start "$profile"
ok "its window is named by the file" until_true 60 window_with 'my profile é 中'
echo "        after $((SECONDS - started)) s: $(xdotool getwindowname "$(titles 'my profile' | head -n 1)" 2>/dev/null)"
sleep 3
window_with 'my profile' && import -window "$(titles 'my profile' | head -n 1)" "$kept/profile.png"
ok "and shows something" test "$(identify -format %k "$kept/profile.png")" -gt 100
ok "a second double-click" wine start /wait "$profile"
sleep 3
ok "goes to the same window" test "$(titles 'my profile' | wc -l)" = 1
ok "while it is open, the installer changes nothing" status 2 wine "$setup" /S
ok "nor does the one that removes it" status 2 wine "$installed/uninstall.exe" /S "_?=$windows_folder"
ok "the program is still there" test -s "$installed/evenkeel.exe"
ok "it closes" close_windows 'my profile'

part "the whole journey"
# By keyboard but for two buttons. What Windows would hand to a viewer of PDF files, Wine hands to xdg-open.
mkdir "$work/bin"
cat >"$work/bin/xdg-open" <<END
#!/bin/sh
echo "\$1" >>"$work/opened"
END
chmod +x "$work/bin/xdg-open"
ok "starts by the entry in the Start menu" env PATH="$work/bin:$PATH" wine start "$(winepath -w "$start_menu")"
ok "its window comes" until_true 60 window_with '^Evenkeel$'
sleep 3
xdotool windowfocus --sync "$(titles '^Evenkeel$' | head -n 1)"
photo 1-home
keys Tab Tab Tab Tab Tab Tab Tab Return
sleep 0.5
keys shift+Tab Return
photo 2-question
for answer in 3 4 5 2 1 3 4 5 2 4 3 3 4 5 2 1 3 4 5 2 4 3 4 4; do keys $answer Return; done
for answer in 3 4 5 2 4 3 4 4; do keys $answer b Return; done
photo 3-review
keys shift+Tab Return
ok "a new profile is not in a file yet" until_true 20 window_with 'New profile'
photo 4-result
keys ctrl+s
ok "the system's dialog saves it" answer_dialog 'Save the profile' 'C:\t\my own.evenkeel' 5-save
ok "the window is named by the file" until_true 20 window_with 'my own'
ok "it closes without a question" close_windows 'my own'
ok "its 24 answers are in it" test "$(sed -n '/"answers": {/,/}/p' "$disk/t/my own.evenkeel" | grep -cE '": [1-5],?$')" = 24
ok "the file is sound, on Linux too" here check 'my own.evenkeel'
ok "a double-click opens it again" env PATH="$work/bin:$PATH" wine start 'C:\t\my own.evenkeel'
ok "with its name" until_true 60 window_with 'my own'
sleep 3
xdotool windowfocus --sync "$(titles 'my own' | head -n 1)"
photo 6-reopened
keys ctrl+p
photo 7-preview
press_at 404 177
ok "the system's dialog saves the report" answer_dialog 'Save the report' 'C:\t\my own.pdf' 8-pdf
ok "which has three pages" grep -q '^Pages: *3$' <(sleep 1; pdfinfo "$disk/t/my own.pdf")
sleep 1
press_at 290 177
ok "printing opens it in the viewer" until_true 20 grep -q '[.]pdf$' "$work/opened"
photo 9-print
ok "it closes" close_windows 'my own'
for key in .evenkeel Evenkeel.Profile.1 'Applications\evenkeel.exe'; do wine reg delete "HKLM\\Software\\Classes\\$key" /f >/dev/null; done
ok "the process ends" until_true 20 not pgrep -f '[e]venkeel\.exe'

part "other ways to draw"
export VK_DRIVER_FILES=/dev/null VK_ICD_FILENAMES=/dev/null
wineserver -k; sleep 1
ok "without Vulkan" tools/first-screen.sh "$kept/without-vulkan.png" wine "$installed/evenkeel.exe"
# The first way gets nothing at all to draw with, so that the second has to take over.
ok "when wgpu finds nothing, OpenGL takes over" env WGPU_BACKEND=vulkan tools/first-screen.sh "$kept/opengl.png" wine "$installed/evenkeel.exe"

part "no way to draw"
# A display without OpenGL, and no Vulkan: all that Wine draws with is missing, as it is on a Windows with no driver.
mkfifo "$work/number"
Xvfb -displayfd 3 -screen 0 1024x768x24 -nolisten tcp -extension GLX 3>"$work/number" 2>/dev/null &
blind=$!
read -r -t 30 number <"$work/number"
wineserver -k; sleep 1
before=$DISPLAY
export DISPLAY=":$number"
wine start "$windows_folder\\evenkeel.exe" >/dev/null 2>&1
ok "a box says so" until_true 60 window_with '^Evenkeel$'
sleep 2
import -window root "$kept/no-graphics.png"
xdotool key Return
ok "and goes with Return" until_true 20 not window_with '^Evenkeel$'
ok "with an error output there is no box" status 1 timeout 60 wine "$installed/evenkeel.exe"
ok "but the words" grep -q 'error: Evenkeel found no way to draw' "$work/said-before"
wineserver -k; sleep 1
kill $blind
export DISPLAY=$before
unset VK_DRIVER_FILES VK_ICD_FILENAMES

part "remove"
mkdir -p "$person/AppData/Roaming/Evenkeel/Evenkeel"
settings=$(find "$person/AppData" -path '*Evenkeel/Evenkeel*' -type f | sort)
echo mine >"$installed/notes of mine.txt"
ok "a file of the person's keeps the folder" wine "$installed/uninstall.exe" /S
until_true 30 not test -e "$installed/uninstall.exe"
ok "and stays" grep -q mine "$installed/notes of mine.txt"
rm "$installed/notes of mine.txt"
ok "installed once more" wine "$setup" /S
ok "removed once more" wine "$installed/uninstall.exe" /S
ok "the folder is gone" until_true 30 not test -e "$installed"
wineserver -w
snapshot after
ok "the entry in the Start menu is gone" not test -e "$start_menu"
ok "the ending is gone" key_gone "$classes\\.evenkeel"
ok "what it was is gone" key_gone "$classes\\Evenkeel.Profile.1"
ok "it is not listed any more" key_gone "$listed"
grep -i evenkeel "$work/after.registry" >"$kept/left-in-registry.txt"
ok "nothing in the registry names it" not grep -q . "$kept/left-in-registry.txt"
diff "$work/before.registry" "$work/after.registry" >"$kept/registry.diff"
comm -13 "$work/before.files" "$work/after.files" | grep -v -e '^./t\(/\|$\)' -e 'AppData/[^/]*/Evenkeel\(/\|$\)' >"$kept/left-on-disk.txt"
ok "nothing but the person's files is left on the disk" not grep -i -e evenkeel -e '\.lnk' -e Programs/ "$kept/left-on-disk.txt"
ok "settings and journals stay" test "$settings" = "$(find "$person/AppData" -path '*Evenkeel/Evenkeel*' -type f | sort)"
ok "of which there are some" test -n "$settings"
ok "profiles stay" test -s "$disk/t/held.evenkeel"

printf '\n%d passed, %d failed\n' $passed $failed
[ $failed = 0 ]
