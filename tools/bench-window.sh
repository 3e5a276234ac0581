#!/usr/bin/env bash
# bench-window.sh : measures Evenkeel's window against examples/bare_window.rs, an empty one, both on a virtual display:
# start to first frame, memory, processor time and frames while nobody touches it. Prints a table.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
app=$target/release/evenkeel
floor=$target/release/bare_window

starts=11 settle=3 idle=20

if [ "${1:-}" != --measure ]; then
  [ "$(uname)" = Linux ] || { echo "The window is measured on Linux only." >&2; exit 0; }
  tools/need.sh build window display
  cargo build --release --locked
  cargo build --release --locked --manifest-path benches/Cargo.toml --target-dir "$target" --bin bare_window
  exec tools/on-virtual-display.sh tools/bench-window.sh --measure
fi

# Folders of its own: the measured start is a newcomer's, and nobody's settings are touched.
work=$(mktemp -d)
running=
trap '[ -z "$running" ] || kill "$running" 2>/dev/null; rm -rf "$work"' EXIT
export EVENKEEL_HOME=$work/evenkeel XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config

# From before the program is started to the line that it writes after its first frame, in ms.
first_frame() {
  local begin line end=
  begin=$EPOCHREALTIME
  while read -r line; do
    case $line in "first frame:"*) end=$EPOCHREALTIME ;; esac
  done < <(EVENKEEL_BENCH=first-frame "$1" 2>&1 >/dev/null)
  [ -z "$end" ] || echo "$begin $end" | awk '{printf "%.1f\n", ($2 - $1) * 1000}'
}

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

# User and system time of process $1 so far, in clock ticks. The name in the second field may hold blanks.
ticks() { sed 's/.*) //' "/proc/$1/stat" | awk '{print $12 + $13}'; }

# Leaves the program alone, then writes: resident MB, own MB, peak MB, % of a core, frames.
at_rest() {
  local frames=$work/frames before after drawn
  EVENKEEL_BENCH=frames "$1" 2>"$frames" >/dev/null &
  running=$!
  sleep "$settle"
  awk '/^Rss:/{r = $2} /^Anonymous:/{d = $2} END {printf "%.1f %.1f ", r / 1024, d / 1024}' "/proc/$running/smaps_rollup"
  awk '/^VmHWM:/{printf "%.1f ", $2 / 1024}' "/proc/$running/status"
  drawn=$(grep -c '^frame$' "$frames" || true)
  before=$(ticks "$running")
  sleep "$idle"
  after=$(ticks "$running")
  echo "$before $after $idle $(getconf CLK_TCK)" | awk '{printf "%.2f ", ($2 - $1) / $4 / $3 * 100}'
  echo $(($(grep -c '^frame$' "$frames" || true) - drawn))
  kill "$running"
  wait "$running" 2>/dev/null || true
  running=
}

row() {
  awk -v name="$1" -v app="$2" -v floor="$3" \
    'BEGIN {printf "| %-38s | %8s | %8s | %5s |\n", name, app, floor, (floor > 0 ? sprintf("%.2f", app / floor) : "-")}'
}

# In turns, so that both meet the same machine; the first round only warms the disk cache.
for ((i = 0; i <= starts; i++)); do
  for program in app floor; do
    ms=$(first_frame "${!program}")
    [ -n "$ms" ] || { echo "${!program} did not say when its first frame was drawn." >&2; exit 1; }
    [ $i = 0 ] || echo "$ms" >>"$work/$program"
  done
done
read -r app_rss app_own app_peak app_cpu app_frames < <(at_rest "$app")
read -r floor_rss floor_own floor_peak floor_cpu floor_frames < <(at_rest "$floor")

echo
awk -F ': ' '/^model name/{name = $2; n++} END {printf "%d x %s", n, name}' /proc/cpuinfo
awk '/^MemTotal/{printf ", %.0f GB", $2 / 1024 / 1024}' /proc/meminfo
echo ", Xvfb, $(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release)"
echo
echo "| window, 1280 x 800                     |      app |    floor | ratio |"
echo "|----------------------------------------|---------:|---------:|------:|"
row "start to first frame, median of $starts, ms" "$(median <"$work/app")" "$(median <"$work/floor")"
row "resident memory after $settle s, MB" "$app_rss" "$floor_rss"
row "of it not from files, MB" "$app_own" "$floor_own"
row "peak resident memory, MB" "$app_peak" "$floor_peak"
row "idle for $idle s, % of a core" "$app_cpu" "$floor_cpu"
row "frames drawn meanwhile" "$app_frames" "$floor_frames"
