#!/usr/bin/env bash
# run.sh [PDF] : prints for real, with Debian's portal, GTK's print dialog and CUPS, on a display, a message bus and a print
# server that nobody else sees; then makes each part fail. Needs root: the PDF printer of CUPS does.
# Pictures of the dialogs go to target/print/. Status 0 when all came out as it should.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

if [ "${EVENKEEL_PRINT_TEST:-}" != inside ]; then
  "$root/tools/need.sh" build display bus print
  [ "$(id -u)" = 0 ] || { echo "This needs root: CUPS and its PDF printer are started for it." >&2; exit 1; }
  if [ -z "${PRINT_PDF:-}" ]; then
    cargo build --locked --manifest-path "$root/Cargo.toml" --example print_pdf
    PRINT_PDF=${CARGO_TARGET_DIR:-$root/target}/debug/examples/print_pdf
  fi
  export EVENKEEL_PRINT_TEST=inside PRINT_PDF
  exec "$root/tools/on-virtual-display.sh" "$0" "$@"
fi

work=$(mktemp -d)
pictures=$root/target/print
mkdir -p "$pictures"
started=()
mounted=()
failures=0

end() {
  local i
  for ((i = ${#started[@]} - 1; i >= 0; i--)); do
    kill -CONT "${started[i]}" 2>/dev/null || true
    kill "${started[i]}" 2>/dev/null || true
    wait "${started[i]}" 2>/dev/null || true
  done
  for i in "${mounted[@]}"; do umount "$i" || true; done
  rm -rf "$work"
}
trap end EXIT

check() {
  local what=$1
  shift
  if "$@"; then echo "ok      $what"; else echo "FAILED  $what"; failures=$((failures + 1)); fi
}

# A home in which documents go to one place and nothing opens a PDF, and a viewer for when something should.
export HOME=$work/home XDG_RUNTIME_DIR=$work/run XDG_CURRENT_DESKTOP=GNOME LC_ALL=C.UTF-8
export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share XDG_DATA_DIRS=$work/share:/usr/share
unset WAYLAND_DISPLAY XDG_SESSION_TYPE
mkdir -p "$HOME/Documents" "$XDG_CONFIG_HOME" "$work/share/applications" "$work/empty"
mkdir -m 700 "$XDG_RUNTIME_DIR"
chmod 711 "$work"
printf 'XDG_DOCUMENTS_DIR="%s"\n' "$HOME/Documents" >"$XDG_CONFIG_HOME/user-dirs.dirs"
printf '#!/bin/sh\ncp "\x241" %q\n' "$work/viewed.pdf" >"$work/viewer"
chmod +x "$work/viewer"
viewer() {
  if [ "$1" = there ]; then
    printf '[Desktop Entry]\nType=Application\nName=Viewer\nExec=%s %%f\nMimeType=application/pdf;\n' "$work/viewer" \
      >"$work/share/applications/viewer.desktop"
    printf '[Default Applications]\napplication/pdf=viewer.desktop\n' >"$XDG_CONFIG_HOME/mimeapps.list"
  else
    rm -f "$work/share/applications/viewer.desktop" "$XDG_CONFIG_HOME/mimeapps.list"
  fi
}

# A print server of our own, with one printer that makes PDFs.
cups=$work/cups
mkdir -p "$cups"/{root,cache,state,spool/tmp,log}
cat >"$cups/cups-files.conf" <<END
ServerRoot $cups/root
CacheDir $cups/cache
StateDir $cups/state
RequestRoot $cups/spool
TempDir $cups/spool/tmp
AccessLog $cups/log/access
ErrorLog $cups/log/error
PageLog $cups/log/page
END
cat >"$cups/cupsd.conf" <<END
LogLevel debug
Listen $cups/socket
Browsing Off
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
END
export CUPS_SERVER=$cups/socket
/usr/sbin/cupsd -f -c "$cups/cupsd.conf" -s "$cups/cups-files.conf" >"$cups/log/out" 2>&1 &
started+=($!)
add_printer() {
  # By way of poppler, so that words stay words; Ghostscript makes pictures of the letters.
  lpadmin -p Paper -E -v cups-pdf:/ -P /usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd -o pdftops-renderer-default=pdftops \
    2>/dev/null
}
for _ in {1..50}; do add_printer && break; sleep 0.2; done
# The PDF printer goes by the password file, not by HOME.
printed=$(getent passwd root | cut -d: -f6)/PDF

# bus PLACE: a message bus that starts the services in PLACE; prints its address.
bus() {
  cat >"$work/bus-$1.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$work</listen>
  <servicedir>$2</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END
  dbus-daemon --config-file="$work/bus-$1.conf" --nofork --nopidfile --print-address >"$work/bus-$1" 2>/dev/null &
  started+=($!)
  until [ -s "$work/bus-$1" ]; do sleep 0.05; done
}
bus real /usr/share/dbus-1/services
bus empty "$work/empty"
DBUS_SESSION_BUS_ADDRESS=$(cat "$work/bus-real")
export DBUS_SESSION_BUS_ADDRESS

# The process that owns a name on the bus.
owner() {
  gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus \
    --method org.freedesktop.DBus.GetConnectionUnixProcessID "$1" | tr -dc '0-9 ' | awk '{print $NF}'
}

# print TITLE [OPTION…]: hands the PDF over in the background, or with `now` before it until the end.
job=
print() {
  local title=$1
  shift
  rm -f "$work/viewed.pdf"
  # Here, not by the job: whoever looks at once would read what the last one said.
  : >"$work/said"
  began=$(date +%s%N)
  EVENKEEL_HOME="${home:-$work/own}" "$PRINT_PDF" "$@" "$pdf" "$title" 2>"$work/said" &
  job=$!
}
elapsed() { took=$((($(date +%s%N) - began) / 1000000)); }
ended() {
  wait "$job" || true
  elapsed
  sed 's/^/          /' "$work/said"
}
says() { grep -qF -- "$1" "$work/said"; }
nothing_left() { ! find "$work/own/data/prints" -name '*.pdf' 2>/dev/null | grep -q .; }
was_viewed() {
  for _ in {1..30}; do cmp -s "$pdf" "$work/viewed.pdf" && return 0; sleep 0.1; done
  return 1
}
dialog() { "$here/dialog.py" "$@"; }
# What a person cannot do ends the print, so that the next one has its turn.
person() {
  dialog "$@" && return
  look "in-vain-$*"
  failures=$((failures + 1))
  kill "$job" 2>/dev/null || true
}
look() { import -window root "$pictures/$1.png"; }

# Whether two PDFs show the same: the same words on as many pages, and pictures that hardly differ.
same_text() { diff <(words "$1") <(words "$2"); }
words() { pdftotext "$1" - 2>/dev/null | tr -s ' \f' '\n' | grep .; }
same_pictures() {
  local page difference
  # A little out of focus: printers place letters by their own grid.
  pdftoppm -r 80 -png "$1" "$work/a" 2>/dev/null
  pdftoppm -r 80 -png "$2" "$work/b" 2>/dev/null
  mogrify -blur 0x2 "$work"/[ab]-*.png
  for page in "$work"/a-*.png; do
    difference=$(compare -metric RMSE "$page" "${page/a-/b-}" null: 2>&1 | sed 's/.*(\(.*\))/\1/' || true)
    echo "          page $(basename "$page" .png): difference $difference"
    awk -v d="$difference" 'BEGIN { exit !(d < 0.03) }' || return 1
  done
  [ "$(find "$work" -maxdepth 1 -name 'a-*.png' | wc -l)" = "$(find "$work" -maxdepth 1 -name 'b-*.png' | wc -l)" ]
}

if [ $# -gt 0 ]; then
  pdf=$(realpath "$1")
else
  pdf=$work/test.pdf
  ps2pdf -dPDFSETTINGS=/prepress "$here/paper.ps" "$pdf"
fi
viewer there

echo "== Print to File"
print "Print test: file"
person choose "Print to File"
sleep 0.5
look to-file
person press Print
ended
check "it is called printed" says "outcome: Printed(None)"
file="$HOME/Documents/Print test file.pdf"
for _ in {1..50}; do cmp -s "$pdf" "$file" && break; sleep 0.1; done
check "the file is the PDF, byte for byte" cmp "$pdf" "$file"
check "nothing is left" nothing_left

echo "== The PDF printer of CUPS"
touch "$work/before"
print "Print test: printer"
person choose Paper
sleep 0.5
look to-printer
person press Print
ended
check "it is called printed" says "outcome: Printed(None)"
out=
for _ in {1..150}; do
  out=$(find "$printed" -name '*.pdf' -newer "$work/before" -size +0 2>/dev/null | head -n 1)
  [ -n "$out" ] && [ -z "$(lpstat -o Paper 2>/dev/null)" ] && break
  sleep 0.2
done
check "a PDF came out" test -n "$out"
if [ -n "$out" ]; then
  sleep 1
  mv "$out" "$pictures/printed.pdf"
  out=$pictures/printed.pdf
  check "it has the same words" same_text "$pdf" "$out"
  check "its pages look the same" same_pictures "$pdf" "$out"
fi
check "nothing is left" nothing_left

echo "== Cancel"
print "Print test: cancel"
person open
person press Cancel
ended
check "it is called cancelled" says "outcome: Cancelled"
check "nothing is said" test "$(wc -l <"$work/said")" = 1
check "nothing is left" nothing_left

echo "== Esc"
print "Print test: escape"
person open
sleep 1
xdotool search --name "Print test: escape" windowfocus key Escape
ended
check "it is called closed" says "outcome: Closed"
check "the viewer is not opened" test ! -e "$work/viewed.pdf"

echo "== The printer is removed in the last moment"
print "Print test: printer gone"
person choose Paper
lpadmin -x Paper
person press Print
ended
# GTK's portal does not wait for the print server, so that nobody can tell.
check "it is called printed, as GTK has it" says "outcome: Printed(None)"
check "nothing is left" nothing_left
add_printer

echo "== A dialog that stays, and the viewer after all"
print "Print test: instead" --view-when-waiting
person open
ended
check "the viewer is offered, and opened when asked for" says "outcome: Viewed(AskedFor)"
check "after five seconds, not before ($took ms)" test "$took" -ge 5000 -a "$took" -lt 8000
check "it has the PDF" was_viewed
check "the dialog goes" dialog gone

echo "== The backend hangs"
backend=$(owner org.freedesktop.impl.portal.desktop.gtk)
kill -STOP "$backend"
print "Print test: backend hangs" --view-when-waiting --stay
until says outcome: || ! kill -0 "$job" 2>/dev/null; do sleep 0.1; done
elapsed
kill -CONT "$backend"
# Whether the portal takes the call while its backend hangs, is up to the portal.
check "the viewer is opened, or offered" says "outcome: Viewed("
check "after five seconds, not before ($took ms)" test "$took" -ge 5000 -a "$took" -lt 8000
check "it has the PDF" was_viewed
sleep 3
check "no dialog stays when the backend wakes up" dialog gone
ended

echo "== The backend dies under its dialog"
print "Print test: backend dies"
person open
sleep 1
kill -KILL "$backend"
ended
check "it is called closed" says "outcome: Closed"

echo "== The portal hangs"
portal=$(owner org.freedesktop.portal.Desktop)
kill -STOP "$portal"
print "Print test: portal hangs"
ended
kill -CONT "$portal"
check "the viewer is opened" says "outcome: Viewed(Silent)"
check "within five seconds ($took ms)" test "$took" -lt 6500
check "it has the PDF" was_viewed

echo "== No portal"
viewer there
DBUS_SESSION_BUS_ADDRESS=$(cat "$work/bus-empty") print "Print test: no portal"
ended
check "the viewer is opened" says "outcome: Viewed(NoPortal"
check "it has the PDF" was_viewed

echo "== No bus"
DBUS_SESSION_BUS_ADDRESS=unix:path=$work/nowhere print "Print test: no bus"
ended
check "the viewer is opened" says "outcome: Viewed(NoPortal"

echo "== No portal and no viewer"
viewer missing
DBUS_SESSION_BUS_ADDRESS=$(cat "$work/bus-empty") print "Print test: no viewer"
ended
check "it is told" says "outcome: Failed(NoViewer"

echo "== A full disk, and one that cannot be written to"
mkdir "$work/disk"
if mount -t tmpfs -o size=8k tmpfs "$work/disk" 2>/dev/null; then
  mounted+=("$work/disk")
  head -c 100000 /dev/zero >>"$pdf"
  home=$work/disk print "Print test: full disk"
  ended
  check "it is told" says "outcome: Failed(File(NoSpace"
  check "nothing is left" test -z "$(find "$work/disk" -type f)"
  mount -o remount,ro "$work/disk"
  home=$work/disk print "Print test: read-only disk"
  ended
  check "it is told" says "outcome: Failed(File(ReadOnlyFolder"
else
  echo "skipped: no right to mount a small disk"
fi

echo
if [ $failures -gt 0 ]; then echo "$failures failed"; exit 1; fi
echo "all as it should be; pictures of the dialogs: $pictures"
