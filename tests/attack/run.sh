#!/usr/bin/env bash
# run.sh [short|long] [NAME…] : attacks the running window; without names all attacks. `short` is for CI. README.md says more.
# EVENKEEL names a program to attack in place of the one that is built here, SEED another seed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
length=long
case ${1:-} in
  short | long)
    length=$1
    shift ;;
esac
if [ "${EVENKEEL_ATTACK:-}" != inside ]; then
  # With the tests, since they have built nearly all of it already.
  [ -n "${EVENKEEL:-}" ] || cargo test --locked --manifest-path "$root/Cargo.toml" --test it --no-run
  EVENKEEL_ATTACK=inside exec "$root/tools/on-virtual-display.sh" "$0" "$length" "$@"
fi

program=$(realpath "${EVENKEEL:-${CARGO_TARGET_DIR:-$root/target}/debug/evenkeel}")
seed=${SEED:-1}
if [ "$length" = short ] && [ -z "${EVENKEEL_WORK:-}" ]; then
  # In memory where there is some: a disk that others keep busy is not what is looked at. The slow one is made slow on purpose.
  memory=/dev/shm
  [ -w "$memory" ] || memory=${TMPDIR:-/tmp}
  EVENKEEL_WORK=$(mktemp -d "$memory/evenkeel-attack-XXXXXX")
  export EVENKEEL_WORK
  trap 'rm -rf "$EVENKEEL_WORK"' EXIT
fi

# NAME and its options, in turn; a new attack is a file NAME.py and a line in both lists.
attacks() {
  if [ "$length" = short ]; then
    cat <<'LIST'
stall --runs 2 --seconds 6
kill --runs 7
slow --runs 5 --delay 1 --seconds 5
several --runs 4
odd --runs 11
LIST
  else
    cat <<'LIST'
stall --runs 50
kill --runs 210
slow --runs 64
disk --runs 24
several --runs 32
odd
LIST
  fi
}

failed=()
while read -r name options; do
  [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
  read -ra words <<<"$options"
  # On a machine that others use as well, a script may misjudge what it sees. In the short form, what breaks is made twice more.
  [ "$length" = long ] || words+=(--again 2)
  python3 "$here/$name.py" --program "$program" --seed "$seed" "${words[@]}" || failed+=("$name")
done < <(attacks)
if [ ${#failed[@]} -gt 0 ]; then
  echo "broken: ${failed[*]}"
  exit 1
fi
echo "all as promised, in $SECONDS s"
