#!/usr/bin/env bash
# run.sh : drives the window by keyboard on a display that nobody sees, while Debian's Orca reads it; looks at what Orca says.
# EVENKEEL names a program to drive in place of the one that is built here. Status 0 when all that should be heard was.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

[ -n "${EVENKEEL:-}" ] || cargo build --locked --manifest-path "$root/Cargo.toml"
program=$(realpath "${EVENKEEL:-${CARGO_TARGET_DIR:-$root/target}/debug/evenkeel}")
echo "Orca $(env PATH=/usr/bin:/bin orca --version)"
exec "$root/tools/on-virtual-display.sh" python3 "$here/heard.py" "$program"
