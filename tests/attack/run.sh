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

# NAME and its options, in turn; a new attack is a file NAME.py and a line in both lists. On a machine that does other things
# as well, an answer may take three seconds to the disk.
attacks() {
  if [ "$length" = short ]; then
    cat <<'END'
stall --runs 2 --seconds 6
kill --runs 7 --grace 3
slow --runs 5 --grace 3 --delay 1 --seconds 5
several --runs 4
odd --runs 11
END
  else
    cat <<'END'
stall --runs 50
kill --runs 210
slow --runs 64
disk --runs 24
several --runs 32
odd
END
  fi
}

failed=()
while read -r name options; do
  [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
  read -ra words <<<"$options"
  python3 "$here/$name.py" --program "$program" --seed "$seed" "${words[@]}" || failed+=("$name")
done < <(attacks)
if [ ${#failed[@]} -gt 0 ]; then
  echo "broken: ${failed[*]}"
  exit 1
fi
echo "all as promised"
