#!/usr/bin/env bash
# test.sh : installs the packages of target/packages/ in a minimal Debian 12 without Rust, uses them as a person would, removes
# them and looks for what is left. Needs root. Pictures and what was made: target/package-test/. Status 0: all checks passed.
#
# The Debian is made by debootstrap once and kept in target/package-test/base; each run works on a copy. The X server, the window
# manager and the hands (xdotool) are outside of it, so that nothing but the package's dependencies brings libraries in.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
target=$(realpath -m "${CARGO_TARGET_DIR:-$top/target}")
results=$target/package-test
base=$results/base
deb=$(find "$target/packages" -name 'evenkeel_*.deb' 2>/dev/null | head -n 1)
archive=$(find "$target/packages" -name 'evenkeel-*-linux-*.tar.gz' 2>/dev/null | head -n 1)

if [ "${EVENKEEL_PACKAGE_TEST:-}" != inside ]; then
  [ "$(id -u)" = 0 ] || { echo "This needs root: it makes a Debian of its own and installs there." >&2; exit 1; }
  if [ -z "$deb" ] || [ -z "$archive" ]; then
    echo "There are no packages in $target/packages: make package" >&2
    exit 1
  fi
  "$top/tools/need.sh" display report debian
  export EVENKEEL_PACKAGE_TEST=inside
  exec "$top/tools/on-virtual-display.sh" "$0" "$@"
fi

# What a desktop brings along, and a desktop for programs does not need: opening by type, menus, and the lists of both.
desktop=(ca-certificates desktop-file-utils hicolor-icon-theme libfile-mimeinfo-perl libglib2.0-bin shared-mime-info xdg-utils)
person=person
work=$(mktemp -d)
root=$work/debian
passed=0 failed=0

end() {
  local mounted
  for program in $(inside_pids); do kill "$program" 2>/dev/null || true; done
  for mounted in proc dev tmp/.X11-unix; do
    for _ in {1..20}; do
      mountpoint -q "$root/$mounted" || break
      umount "$root/$mounted" 2>/dev/null || sleep 0.2
    done
    # Never remove what is behind a mount.
    ! mountpoint -q "$root/$mounted" || { echo "Still mounted: $root/$mounted" >&2; return; }
  done
  rm -rf --one-file-system "$work"
}
trap end EXIT

# The processes that run in the Debian.
inside_pids() {
  local link
  for link in /proc/[0-9]*/root; do
    if [ "$(readlink "$link" 2>/dev/null)" = "$root" ]; then basename "$(dirname "$link")"; fi
  done
}

check() {
  local what=$1
  shift
  if "$@"; then
    echo "ok      $what"
    passed=$((passed + 1))
  else
    echo "FAILED  $what"
    failed=$((failed + 1))
    import -window root "$results/failed-$failed.png" 2>/dev/null || true
  fi
}

if [ ! -e "$base/made" ]; then
  echo "== Making a minimal Debian 12"
  rm -rf --one-file-system "$base"
  mirror=$(awk '/^URIs/{print $2; exit}' /etc/apt/sources.list.d/debian.sources 2>/dev/null || true)
  mkdir -p "$base"
  debootstrap --variant=minbase bookworm "$base" "${mirror:-http://deb.debian.org/debian}" >"$results/debootstrap.log" 2>&1 ||
    { tail -n 5 "$results/debootstrap.log" >&2; exit 1; }
  touch "$base/made"
fi

cp -a "$base" "$root"
rm -f "$root/made"
for file in /etc/resolv.conf /etc/hosts; do cp -L "$file" "$root/etc/"; done
mkdir -p "$root/tmp/.X11-unix"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"

as_root() {
  chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}
apt() { as_root apt-get --quiet=2 --yes "$@" >>"$results/apt.log" 2>&1 </dev/null; }

# As the person, in a session of GNOME's kind, which is what decides how xdg-open works. No message bus and no portal.
as_person() {
  chroot --userspec="$person:$person" "$root" /usr/bin/env -i HOME="/home/$person" USER="$person" DISPLAY="$DISPLAY" \
    PATH="/usr/local/bin:/usr/bin:/bin" LANG=C.UTF-8 XDG_CURRENT_DESKTOP="${session-GNOME}" \
    XDG_RUNTIME_DIR="/run/user/1000" DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere \
    sh -c 'cd && exec "$@"' sh "$@"
}

apt_again() { apt install --no-install-recommends /tmp/evenkeel.deb && apt purge evenkeel; }

# The program's window; the newest if there are several.
window() { xdotool search --onlyvisible --class '^org\.evenkeel\.Evenkeel$' 2>/dev/null | tail -n 1; }

# drawn PICTURE : waits for a window with more than a few colours that are the same twice running, and keeps a picture of it.
drawn() {
  local picture=$results/$1.png before='' now colours it
  for _ in {1..300}; do
    it=$(window)
    if [ -n "$it" ] && import -window "$it" "png:$picture" 2>/dev/null; then
      read -r colours now < <(identify -format '%k %#\n' "$picture")
      if [ "$colours" -gt 8 ] && [ "$now" = "$before" ]; then
        xdotool windowfocus --sync "$it"
        return 0
      fi
      before=$now
    fi
    sleep 0.1
  done
  return 1
}
picture() { sleep 0.5; import -window "$(window)" "$results/$1.png"; }

keys() {
  local key
  for key in "$@"; do
    xdotool key "$key"
    sleep 0.15
  done
}
# Into the field that has the focus, instead of what is in it.
field() {
  keys ctrl+a
  xdotool type --delay 30 "$1"
  sleep 0.3
}
click() { xdotool mousemove --window "$(window)" "$1" "$2" click 1; }

# soon COMMAND… : within 10 s it is so.
soon() {
  local _
  for _ in {1..100}; do
    "$@" && return 0
    sleep 0.1
  done
  return 1
}

# titled PATTERN
# shellcheck disable=SC2053
is_titled() { [[ $(xdotool getwindowname "$(window)" 2>/dev/null) == $1 ]]; }
titled() { soon is_titled "$1"; }
there() { soon test -s "$root$1"; }
nobody() { [ -z "$(inside_pids)" ]; }
gone() {
  soon nobody && return
  ps -o pid,args -p "$(inside_pids | paste -sd,)"
  return 1
}
# As a person does it: on the cross at the right of openbox's bar, which is above the window.
close_by_cross() {
  local left top wide
  read -r left top wide < <(xwininfo -id "$(window)" |
    awk '/Absolute upper-left X:/{x = $NF} /Absolute upper-left Y:/{y = $NF} /Width:/{w = $NF} END {print x, y, w}')
  xdotool mousemove $((left + wide - 10)) $((top - 10)) click 1
}
close_by_key() { keys alt+F4; }

is() { [ "$1" = "$2" ] || { echo "          expected: $2"; echo "          got:      $1"; return 1; }; }
has() { case $1 in *"$2"*) ;; *) echo "          expected: …$2…"; echo "          got:      $1"; return 1 ;; esac; }
nothing() { [ -z "$1" ] || { echo "${1:0:3000}"; return 1; }; }

property() { xprop -id "$(window)" "$@" 2>/dev/null; }

# All files and folders but those that are no part of an installation: what apt keeps for itself, and what runs.
listed() {
  (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./run -o -path ./home -o -path ./var/lib/apt \
    -o -path ./var/cache -o -path ./var/log \) -prune -o -print | sort)
}
home_listed() { (cd "$root/home/$person" && find . | sort); }

# From here on a failure is counted, and the rest goes on.
set +e

echo "== A person, and what a desktop brings along"
rm -f "$results"/*.png "$results"/*.pdf "$results/apt.log"
mkdir -p "$root/etc/apt/apt.conf.d"
cp /etc/apt/sources.list.d/debian.sources "$root/etc/apt/sources.list.d/" 2>/dev/null && : >"$root/etc/apt/sources.list"
apt update
apt install --no-install-recommends "${desktop[@]}"
as_root useradd --create-home --shell /bin/sh --uid 1000 person
as_root useradd --create-home --shell /bin/sh --uid 1001 other
as_root install -d -o person -g person -m 700 /run/user/1000
as_root install -d -o other -g other -m 700 /run/user/1001
cp "$deb" "$root/tmp/evenkeel.deb"
tar -xzf "$archive" -C "$root/home/other"
mv "$root/home/other/$(basename "$archive" .tar.gz)" "$root/home/other/unpacked"
chown -R 1001:1001 "$root/home/other"
check "no window's libraries are there yet" nothing "$(as_root ldconfig -p | grep -E 'lib(X11|GL|EGL|wayland-client|xkbcommon)\.so')"
listed >"$work/before"

echo "== The archive, where the libraries are missing"
person=other
home_listed >"$work/home-before"
said=$(as_person ./unpacked/install.sh 2>&1)
check "it is installed" has "$said" "Evenkeel is installed"
check "it says what is missing" has "$said" "libGL.so.1"
check "the start says what is missing" has "$(as_person .local/bin/evenkeel 2>&1)" "error:"
# What the start has made is the person's; here it would only hold the folders above it.
rm -rf "$root/home/other/.config" "$root/home/other/.local/share/evenkeel" "$root/home/other/.cache"
said=$(as_person .local/share/doc/evenkeel/install.sh uninstall 2>&1)
check "it is removed" has "$said" "Evenkeel is removed"
check "nothing is left of it" nothing "$(home_listed | diff "$work/home-before" -)"

echo "== The .deb, with nothing that is only recommended"
person=person
check "with what is recommended, apt would add a portal that can show dialogs" has \
  "$(as_root apt-get --simulate --install-recommends install /tmp/evenkeel.deb 2>&1)" "Inst xdg-desktop-portal-gtk"
check "apt installs it" apt install --no-install-recommends /tmp/evenkeel.deb
check "dpkg has it" has "$(as_root dpkg-query --status evenkeel)" "install ok installed"
check "the package's files are as they were" as_root dpkg --verify evenkeel
check "the linker finds every library" nothing "$(as_root ldd /usr/bin/evenkeel | grep 'not found')"
check "the drivers of software OpenGL came along" test -n "$(find "$root/usr/lib" -name 'swrast_dri.so' -o -name 'libgallium-*.so')"
check "the subcommands work" has "$(as_person evenkeel tracks 2>&1)" "Team manager"
as_person evenkeel >"$work/said" 2>&1 &
started=$!
check "evenkeel opens its window" drawn deb-1-start
check "the class of the window is that of the entry" has "$(property WM_CLASS)" '"org.evenkeel.Evenkeel"'
check "the window has its title" titled "Evenkeel"
# shellcheck disable=SC2016
check "the window has its icon" has "$(property -len 8 -f _NET_WM_ICON 32c ': $0, $1\n' _NET_WM_ICON)" "256"
import -window root "$results/deb-2-desktop.png"
close_by_cross
check "the cross of the window ends it" gone
check "it ended with status 0" wait "$started"
check "it had nothing to complain about" nothing "$(cat "$work/said")"

# From before the installed program is started to the line that it writes after its first frame, in ms; a newcomer's start.
first_frame() {
  local begin line end=
  begin=$EPOCHREALTIME
  while read -r line; do
    case $line in "first frame:"*) end=$EPOCHREALTIME ;; esac
  done < <(as_person env EVENKEEL_BENCH=first-frame EVENKEEL_HOME=/tmp/bench evenkeel 2>&1 >/dev/null)
  [ -z "$end" ] || echo "$begin $end" | awk '{printf "%.1f\n", ($2 - $1) * 1000}'
}
for _ in {0..11}; do
  first_frame
  rm -rf "$root/tmp/bench"
done >"$work/starts"
check "a dozen starts" is "$(wc -l <"$work/starts")" 12
echo "          start to first frame: the first of all $(head -n 1 "$work/starts") ms, median of the 11 after it" \
  "$(tail -n 11 "$work/starts" | sort -n | sed -n 6p) ms (with some ms for entering the Debian)"

echo "== Menu entry, file type"
entry=/usr/share/applications/org.evenkeel.Evenkeel.desktop
as_person gio launch $entry
check "the menu entry opens the window" drawn deb-3-entry
close_by_key
check "Alt+F4 ends it" gone
cp "$top/assets/examples/worked-example.evenkeel" "$root/home/person/Worked example.evenkeel"
chown 1000:1000 "$root/home/person/Worked example.evenkeel"
check "the file has our type" has "$(as_person gio info -a standard::content-type 'Worked example.evenkeel')" "application/x-evenkeel+json"
check "the file has our icon" has "$(as_person gio info -a standard::icon 'Worked example.evenkeel')" "org.evenkeel.Evenkeel.document"
check "our type opens with our entry" is "$(as_person xdg-mime query default application/x-evenkeel+json)" org.evenkeel.Evenkeel.desktop
as_person xdg-open "Worked example.evenkeel"
check "xdg-open opens the file in a session of GNOME's kind" drawn deb-4-file
check "the title names the file" titled "Worked example*Evenkeel"
close_by_key
check "it ends" gone
session='' as_person xdg-open "Worked example.evenkeel" &
check "xdg-open opens it without a desktop, too" titled "Worked example*Evenkeel"
drawn deb-5-file-generic
close_by_key
check "it ends" gone

# journey NAME : an audit from the first start to the PDF, by keyboard but for two buttons, as the present person.
journey() {
  local name=$1 home=/home/$person digit
  check "a first start" drawn "$name-1-home"
  keys Tab Tab Tab Tab Tab Tab Tab Return
  sleep 0.5
  keys shift+Tab Return
  sleep 0.5
  picture "$name-2-question"
  for digit in 3 4 5 2 1 3 4 5 2 4 3 3 4 5 2 1 3 4 5 2 4 3 4 4; do keys $digit Return; done
  picture "$name-3-role"
  for digit in 3 4 5 2 4 3 4 4; do keys $digit b Return; done
  picture "$name-4-review"
  keys shift+Tab Return
  picture "$name-5-result"
  check "an audit that is in no file has a mark in the title" titled "*New profile*Evenkeel"
  keys ctrl+s
  sleep 0.5
  field "$home/My audit.evenkeel"
  picture "$name-6-save"
  keys Return
  check "without a portal the path is typed, and the file saved" there "$home/My audit.evenkeel"
  check "the title names it" titled "My audit*Evenkeel"
  close_by_key
  check "it ends without a question" gone
  check "its 24 answers are in it" is "$(sed -n '/"answers": {/,/}/p' "$root$home/My audit.evenkeel" | grep -cE '": [1-5],?$')" 24
  check "the file is sound" as_person "$program" check "My audit.evenkeel"
  check "the audit can be exported" is "$(as_person "$program" export "My audit.evenkeel" -o - --format csv | head -n 2 | wc -l)" 2
  as_person xdg-open "My audit.evenkeel"
  check "a double-click opens it again" drawn "$name-7-reopened"
  check "the title names it" titled "My audit*Evenkeel"
  keys ctrl+p
  sleep 1
  drawn "$name-8-preview"
  click 404 177
  sleep 0.5
  field "$home/My report.pdf"
  picture "$name-9-pdf"
  keys Return
  check "the report is saved" there "$home/My report.pdf"
  sleep 0.5
  close_by_key
  check "it ends" gone
  cp "$root$home/My report.pdf" "$results/$name.pdf"
  check "the PDF has the three pages of a quick audit" has "$(pdfinfo "$results/$name.pdf" 2>/dev/null | tr -s ' ')" "Pages: 3"
  check "the PDF has words in it" has "$(pdftotext "$results/$name.pdf" - 2>/dev/null | head -n 20)" "Evenkeel audit"
  check "nothing crashed" nothing "$(find "$root$home" -name crash.txt)"
}

echo "== The whole journey, with the .deb"
as_root rm -rf /home/person/.config /home/person/.local
program=evenkeel
as_person gio launch $entry
journey journey-deb

echo "== The .deb is removed"
check "apt removes it" apt remove evenkeel
check "no program, no entry, no type" nothing "$(listed | grep -E 'evenkeel' | grep -v '/var/lib/dpkg/')"
check "the type is forgotten" nothing "$(grep -r evenkeel "$root/usr/share/mime" "$root/usr/share/applications")"
check "dpkg knows it no more" test -z "$(as_root dpkg-query --show evenkeel 2>/dev/null)"
check "apt installs it again, and purges it" apt_again
check "no program, no entry, no type" nothing "$(listed | grep -E 'evenkeel')"
check "the person's files stay" test -s "$root/home/person/My audit.evenkeel" -a -s "$root/home/person/My report.pdf" \
  -a -s "$root/home/person/.config/evenkeel/recent.json"

echo "== The archive, as an ordinary person"
person=other session=GNOME
as_person ./unpacked/bin/evenkeel &
check "it starts from the folder that was unpacked" drawn archive-1-unpacked
close_by_key
check "it ends" gone
rm -rf "$root"/home/other/.config "$root"/home/other/.local "$root"/home/other/.cache
home_listed >"$work/home-before"
said=$(as_person ./unpacked/install.sh 2>&1)
check "it is installed" has "$said" "Evenkeel is installed"
check "no library is missing now" test "${said/missing/}" = "$said"
said=$(as_person ./unpacked/install.sh 2>&1)
check "it is installed over itself" has "$said" "Evenkeel is installed"
program=/home/other/.local/bin/evenkeel
as_person gio launch .local/share/applications/org.evenkeel.Evenkeel.desktop
check "the menu entry opens the window" drawn archive-2-entry
close_by_key
check "it ends" gone
rm -rf "$root"/home/other/.config "$root"/home/other/.local/share/evenkeel
as_person gio launch .local/share/applications/org.evenkeel.Evenkeel.desktop
journey journey-archive
rm -rf "$root/home/other/unpacked"
said=$(as_person .local/share/doc/evenkeel/install.sh uninstall 2>&1)
check "it is removed, with the unpacked folder gone" has "$said" "Evenkeel is removed"
left=$(home_listed | diff <(grep -v '^\./unpacked' "$work/home-before") - | sed -n 's/^> //p')
check "the person's files stay" has "$left" "./My audit.evenkeel"
check "nothing else is left" nothing "$(grep -vE '^\./(My (audit\.evenkeel|report\.pdf)|\.config(/evenkeel(/.*)?)?|\.local|\.local/share|\.local/share/evenkeel(/.*)?|\.cache(/mesa_shader_cache.*)?)$' <<<"$left")"

echo "== All is removed"
check "apt removes what came along" apt autoremove --purge
listed >"$work/after"
check "no file is left, and none is gone" nothing "$(diff "$work/before" "$work/after" | grep '^[<>]')"

echo
echo "$passed checks passed, $failed failed; pictures: $results"
[ "$failed" = 0 ]
