#!/usr/bin/env bash
# run.sh [ARGUMENT…] : installs what the window needs where it is missing, builds Evenkeel, starts it with the arguments.
# With no display at all, it starts it on a virtual one, saves a picture of the first screen and ends.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}

command -v cargo >/dev/null || { echo "Rust is missing. How to get it: https://rustup.rs" >&2; exit 1; }

sets=(build window)
seen=yes
if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  seen=no
  sets+=(display)
fi
tools/need.sh "${sets[@]}"

cargo build --release --locked
if [ "$seen" = no ]; then
  echo "No display here: starting Evenkeel on a virtual one."
  # A newcomer's first screen, and nobody's settings and recent files in a picture.
  EVENKEEL_HOME=$(mktemp -d)
  export EVENKEEL_HOME
  trap 'rm -rf "$EVENKEEL_HOME"' EXIT
  tools/on-virtual-display.sh tools/first-screen.sh "$target/first-screen.png" "$target/release/evenkeel" "$@"
  exit
fi
exec "$target/release/evenkeel" "$@"
