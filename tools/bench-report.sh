#!/usr/bin/env bash
# bench-report.sh : the whole process of `evenkeel report` on the worked example: time, memory, size of the PDF. Beside it, where
# LibreOffice is installed, that program's way to a PDF from a sheet of one page. Prints a table.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
runs=21

cargo build --release --locked
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Wall time of one run in ms; the program's output goes to the log.
timed() {
  local begin=$EPOCHREALTIME
  "$@" >>"$work/log" 2>&1
  echo "$begin $EPOCHREALTIME" | awk '{printf "%.1f\n", ($2 - $1) * 1000}'
}

# The most memory that a run had, in MB: read while it runs, since a finished process has none.
peak() {
  "$@" >>"$work/log" 2>&1 &
  local pid=$! most=0 now
  while now=$(awk '/^VmHWM:/{print $2}' "/proc/$pid/status" 2>/dev/null) && [ -n "$now" ]; do
    most=$now
  done
  wait "$pid"
  awk -v kb="$most" 'BEGIN {printf "%.1f", kb / 1024}'
}

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

report=("$target/release/evenkeel" report assets/examples/worked-example.evenkeel -o "$work/report.pdf")
for ((i = 0; i <= runs; i++)); do
  ms=$(timed "${report[@]}")
  [ $i = 0 ] || echo "$ms" >>"$work/times"
done
memory=$(for _ in 1 2 3 4 5; do peak "${report[@]}"; echo; done | sort -n | tail -1)

echo
echo "| report of the worked example, whole process | measured |"
echo "|---------------------------------------------|---------:|"
printf '| %-43s | %8s |\n' "time, median of $runs, ms" "$(median <"$work/times")"
printf '| %-43s | %8s |\n' "peak resident memory, MB" "$memory"
printf '| %-43s | %8s |\n' "size of the PDF, kB" "$(awk -v b="$(wc -c <"$work/report.pdf")" 'BEGIN {printf "%.1f", b / 1000}')"
if command -v soffice >/dev/null; then
  printf 'Facet,Score\nVision translation,4.2\nConflict navigation,3.0\n' >"$work/sheet.csv"
  office=(soffice --headless "-env:UserInstallation=file://$work/office" --convert-to pdf --outdir "$work" "$work/sheet.csv")
  for ((i = 0; i <= 5; i++)); do
    ms=$(timed "${office[@]}")
    [ $i = 0 ] || echo "$ms" >>"$work/office-times"
  done
  printf '| %-43s | %8s |\n' "LibreOffice, a sheet of one page, ms" "$(median <"$work/office-times")"
else
  printf '| %-43s | %8s |\n' "LibreOffice, a sheet of one page" "not here"
fi
