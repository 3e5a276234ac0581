#!/usr/bin/env bash
# run.sh [ARGUMENT…] : installs what the window needs where it is missing, builds Evenkeel, starts it with the arguments.
# With no display at all, it starts it on a virtual one, saves a picture of the first screen and ends.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}

tools/rust.sh

sets=(build window)
seen=yes
if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  seen=no
  sets+=(display)
fi
tools/need.sh "${sets[@]}"

# Half the work of a release, and quick enough: Cargo.toml says what is left out.
app=$target/quick/evenkeel
if [ ! -e "$app" ]; then
  echo "Building Evenkeel and the libraries in it, this once: 5 to 15 minutes on two cores, for machines differ by a factor of"
  echo "three. Ctrl+C stops it; the next make run goes on from there."
fi
cargo build --profile quick --locked --bin evenkeel
if [ "$seen" = no ]; then
  echo "No display here: starting Evenkeel on a virtual one."
  # A newcomer's first screen, and nobody's settings and recent files in a picture.
  EVENKEEL_HOME=$(mktemp -d)
  export EVENKEEL_HOME
  trap 'rm -rf "$EVENKEEL_HOME"' EXIT
  tools/on-virtual-display.sh tools/first-screen.sh "$target/first-screen.png" "$app" "$@"
  exit
fi
exec "$app" "$@"
