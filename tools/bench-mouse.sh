#!/usr/bin/env bash
# bench-mouse.sh : what moving the mouse costs: 250 movements in two seconds over Result and Tracks of profiles with 1 and 2,000
# audits, and over an empty window, on a virtual display. Prints a table.
#
# On a virtual display the processor draws what else the graphics card does, so that most of the time is that of drawing: the column
# of the window's own thread is what the program itself takes.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
app=$target/${PROFILE:-release}/evenkeel
floor=$target/${PROFILE:-release}/bare_window
many=$target/${PROFILE:-release}/many_audits

moves=250 pause=0.008

if [ "${1:-}" != --measure ]; then
  [ "$(uname)" = Linux ] || { echo "The window is measured on Linux only." >&2; exit 0; }
  tools/need.sh build window display
  cargo build --release --locked
  cargo build --release --locked --manifest-path benches/Cargo.toml --target-dir "$target" --bin bare_window --bin many_audits
  exec tools/on-virtual-display.sh tools/bench-mouse.sh --measure
fi

work=$(mktemp -d)
running=
trap '[ -z "$running" ] || kill "$running" 2>/dev/null; rm -rf "$work"' EXIT
export EVENKEEL_HOME=$work/evenkeel XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config

# User and system time so far of what has its numbers in file $1, in clock ticks.
ticks() { sed 's/.*) //' "$1" | awk '{print $12 + $13}'; }

frames() { grep -c '^frame$' "$work/frames" || true; }

# row NAME KEY PROGRAM [FILE] : opens the window, presses the key, moves the mouse.
row() {
  local name=$1 key=$2 window='' all own drawn
  shift 2
  EVENKEEL_BENCH=frames "$@" 2>"$work/frames" >/dev/null &
  running=$!
  for ((i = 0; i < 100; i++)); do
    window=$(xdotool search --onlyvisible --pid "$running" 2>/dev/null | tail -n 1) && [ -n "$window" ] && break
    sleep 0.1
  done
  xdotool windowfocus --sync "$window"
  sleep "${SETTLE:-3}"
  [ -z "$key" ] || xdotool key "$key"
  sleep 2
  for ((i = 0; i < moves; i++)); do
    echo "mousemove --window $window $((i * 37 % 1200 + 40)) $((i * 13 % 700 + 60))"
    echo "sleep $pause"
  done >"$work/script"
  all=$(ticks "/proc/$running/stat") own=$(ticks "/proc/$running/task/$running/stat") drawn=$(frames)
  xdotool "$work/script"
  sleep 0.5
  all=$(($(ticks "/proc/$running/stat") - all)) own=$(($(ticks "/proc/$running/task/$running/stat") - own))
  drawn=$(($(frames) - drawn))
  echo "$name|$all|$own|$drawn|$(getconf CLK_TCK)" |
    awk -F '|' '{printf "| %-26s | %7.2f s | %10.2f s | %6d | %10.2f ms |\n", $1, $2 / $5, $3 / $5, $4, ($4 > 0 ? $3 / $5 / $4 * 1000 : 0)}'
  kill "$running"
  wait "$running" 2>/dev/null || true
  running=
}

for count in 1 2000; do "$many" "$count" "$work/$count.evenkeel"; done
echo
echo "| $moves movements of the mouse | process   | its thread   | frames | thread a frame |"
echo "|----------------------------|----------:|-------------:|-------:|---------------:|"
row "empty window" "" "$floor"
for screen in Result:ctrl+r Tracks:ctrl+t; do
  for count in 1 2000; do row "${screen%%:*}, $count audits" "${screen#*:}" "$app" "$work/$count.evenkeel"; done
done
