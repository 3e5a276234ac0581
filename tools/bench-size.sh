#!/usr/bin/env bash
# bench-size.sh : the sizes of what is shipped, where it was made (make package). Status 1 if the .deb is past its limit.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
limit=30
status=0

row() {
  local name=$1 limit=${2:-} file
  shift 2
  for file in "$@"; do
    [ -e "$file" ] || continue
    stat -c %s "$file" | awk -v name="$name" -v limit="${limit:--}" '{printf "| %-38s | %8.2f | %8s |\n", name, $1 / 1e6, limit}'
    [ -z "$limit" ] || [ "$(stat -c %s "$file")" -le $((limit * 1000000)) ] || status=1
  done
}

echo
echo "| size                                   |       MB |    limit |"
echo "|----------------------------------------|---------:|---------:|"
row "program, profile dist" "" "$target/dist/evenkeel"
row ".deb" $limit "$target"/packages/*.deb
row ".tar.gz" "" "$target"/packages/*.tar.gz
row "program for Windows" "" "$target"/cross/windows/evenkeel.exe
row "installer for Windows" "" "$target"/packages/*-setup.exe
row "archive for macOS" "" "$target"/packages/*.dmg
[ $status = 0 ] || echo "The .deb is past its limit of $limit MB." >&2
exit $status
