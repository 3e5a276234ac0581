#!/usr/bin/env bash
# on-virtual-display.sh COMMAND [ARGUMENT…] : runs a command on a display that nobody sees (Xvfb with openbox), and ends with its status.
set -euo pipefail

work=$(mktemp -d)
started=()
end() {
  # The window manager first: it complains about a display that goes away.
  for ((i = ${#started[@]} - 1; i >= 0; i--)); do
    kill "${started[i]}" 2>/dev/null || true
    wait "${started[i]}" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap end EXIT

# Xvfb takes a free number by itself and writes it down once it can be used.
mkfifo "$work/number"
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>"$work/number" 2>"$work/log" &
started+=($!)
if ! read -r -t 30 number <"$work/number"; then
  echo "The virtual display did not start:" >&2
  tail -n 5 "$work/log" >&2
  exit 1
fi

export DISPLAY=":$number"
unset WAYLAND_DISPLAY
openbox --sm-disable >/dev/null 2>&1 &
started+=($!)

"$@"
