#!/usr/bin/env bash
# check-screens.sh [DRAWN] : after all tests have run, is each picture in docs/screens/ one that they draw? The tests themselves compare what
# they draw with what is kept; a picture that no test draws any more would just lie there. DRAWN: where they drew, if not in target/screens. Status 0: yes.
set -euo pipefail
cd "$(dirname "$0")/.."
drawn=${1:-target/screens}

names() { find "$1" -name '*.png' -printf '%f\n' | sort; }
# What make test-package and test-windows take of an installed program is drawn by no test.
stale=$(comm -23 <(names docs/screens | grep -v '^installed-') <(names "$drawn"))
[ -z "$stale" ] && exit
{
  echo "No test draws these pictures of docs/screens any more (git rm them, or draw them):"
  echo "$stale"
} >&2
exit 1
