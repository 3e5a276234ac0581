#!/usr/bin/env bash
# run.sh : drives the window on Wayland compositors that nobody sees: sway without a screen, and Weston, which draws no title bars, in
# a virtual display. Pictures of both go to target/wayland/. EVENKEEL names a program to drive in place of the one that is built here.
# Status 0 when all held.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

[ -n "${EVENKEEL:-}" ] || cargo build --locked --manifest-path "$root/Cargo.toml"
program=$(realpath "${EVENKEEL:-${CARGO_TARGET_DIR:-$root/target}/debug/evenkeel}")
failed=0

sway --version
env -u DISPLAY -u WAYLAND_DISPLAY python3 "$here/journey.py" "$program" || failed=1
weston --version
"$root/tools/on-virtual-display.sh" python3 "$here/title_bar.py" "$program" || failed=1
exit $failed
