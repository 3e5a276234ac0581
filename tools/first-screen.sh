#!/usr/bin/env bash
# first-screen.sh PICTURE APP [ARGUMENT…] : starts APP on the present X display, waits until its window is drawn,
# saves a picture of it, closes the window as a person would, and ends with status 0 if the app did.
set -euo pipefail
picture=$1
shift

"$@" &
app=$!
trap 'kill "$app" 2>/dev/null || true' EXIT
deadline=$((SECONDS + 60))

fail() { echo "$1" >&2; exit 1; }

# Drawn: more than a few colours, and the same twice running.
before=
while true; do
  kill -0 "$app" 2>/dev/null || fail "Evenkeel ended before it showed its window."
  [ $SECONDS -lt $deadline ] || fail "Evenkeel showed no window within a minute."
  window=$(xdotool search --onlyvisible --pid "$app" 2>/dev/null | tail -n 1 || true)
  if [ -n "$window" ] && import -window "$window" "png:$picture" 2>/dev/null; then
    read -r colours now < <(identify -format '%k %#\n' "$picture")
    [ "$colours" -gt 8 ] && [ "$now" = "$before" ] && break
    before=$now
  fi
  sleep 0.1
done
echo "Picture of the first screen: $picture"

xdotool windowfocus "$window" key alt+F4
deadline=$((SECONDS + 10))
while kill -0 "$app" 2>/dev/null; do
  [ $SECONDS -lt $deadline ] || fail "Evenkeel did not close."
  sleep 0.1
done
trap - EXIT
wait "$app" || fail "Evenkeel ended with status $?."
