#!/usr/bin/env bash
# run.sh : traces the command line and the window with strace, and fails when either opens any socket but those of this machine.
# A program that does open one is traced first, so that a trace that sees nothing is not taken for a good sign.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}
app=$(realpath "${EVENKEEL:-$target/debug/evenkeel}")

if ! strace -f -qq -o /dev/null true 2>/dev/null; then
  echo "strace may not trace here (a container without ptrace?): nothing was checked." >&2
  exit 0
fi
if [ "${1:-}" != --traced ]; then
  # With the tests, since they have built nearly all of it already.
  [ -n "${EVENKEEL:-}" ] || cargo test --locked --test it --no-run
  exec tools/on-virtual-display.sh tests/network/run.sh --traced
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export EVENKEEL_HOME=$work/home HOME=$work XDG_RUNTIME_DIR=$work
checks=0 failed=0

check() {
  checks=$((checks + 1))
  if "${@:2}"; then
    echo "ok    $1"
  else
    echo "FAIL  $1"
    failed=$((failed + 1))
  fi
}

# Runs a command; its sockets and whom it connects to stand in $work/trace.
trace() { timeout 120 strace -f -qq -e trace=socket,socketpair,connect,sendto,sendmsg -e signal=none -o "$work/trace" "$@"; }

# Every socket in the trace is of this machine.
stays_here() { ! grep -E '\b(socket|socketpair)\(' "$work/trace" | grep -v 'AF_UNIX' >"$work/foreign"; }
says_why() { [ ! -s "$work/foreign" ] || sed 's/^/      /' "$work/foreign"; }

trace bash -c ': </dev/tcp/127.0.0.1/9' 2>/dev/null || true
check "the trace sees a socket that leads outside" grep -q 'AF_INET' "$work/trace"

cp assets/examples/worked-example.evenkeel "$work/me.evenkeel"
echo "four words that fit" >"$work/pass.txt"
mkdir "$work/outside"
while read -r line; do
  read -ra arguments <<<"$line"
  (cd "$work" && trace "$app" "${arguments[@]}" >"$work/out" 2>&1) || { echo "FAIL  evenkeel $line ended badly"; failed=$((failed + 1)); }
  check "evenkeel $line" stays_here
  says_why
done <<'END'
new -o new.evenkeel
score me.evenkeel --json
check me.evenkeel
chart me.evenkeel -o radar.svg
chart me.evenkeel -o radar.png
report me.evenkeel -o report.pdf
export me.evenkeel -o all.csv
tracks --json
team me.evenkeel
round new -o a.evenkeel-round --sheet sheet.txt --person Ana --peers 4 --passphrase-file pass.txt
licences
END

# The window: a file, the preview (which typesets and looks for fonts of the system), roles, the guide, settings, a save, the end.
trace "$app" "$work/me.evenkeel" >"$work/window.log" 2>&1 &
traced=$!
if window=$(timeout 60 xdotool search --sync --onlyvisible --name 'Evenkeel' | head -n 1) && [ -n "$window" ]; then
  xdotool windowfocus --sync "$window" 2>/dev/null || true
  for key in ctrl+p Escape ctrl+t F1 ctrl+comma ctrl+h ctrl+o Escape ctrl+s; do
    sleep 1
    xdotool key "$key"
  done
  sleep 2
  import -window root "$target/network-window.png" 2>/dev/null || true
  xdotool key alt+F4
fi
ended=no
for _ in $(seq 100); do
  kill -0 "$traced" 2>/dev/null || { ended=yes; break; }
  sleep 0.2
done
kill "$traced" 2>/dev/null || true
wait "$traced" 2>/dev/null || true
check "the window came and drew" test -n "${window:-}"
check "it ended when it was closed, traced to the end" test $ended = yes
check "the window's sockets were traced" grep -q 'AF_UNIX' "$work/trace"
check "the window opens no socket that leads outside" stays_here
says_why

echo "$((checks - failed)) of $checks passed"
[ "$failed" = 0 ]
