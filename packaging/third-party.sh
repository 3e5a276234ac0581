#!/usr/bin/env bash
# third-party.sh TARGET… : writes to the output which libraries the program of these targets is linked with, each with its
# licence, and then the texts of the licences as the libraries bring them.
set -euo pipefail
cd "$(dirname "$0")/.."

[ $# -gt 0 ] || set -- "$(rustc -vV | sed -n 's/^host: //p')"
targets=("${@/#/--target=}")
list=$(cargo tree --locked --edges normal "${targets[@]}" --prefix none --format '{p}|{l}' | sed 's/ (\(proc-macro\|\*\|\/.*\))//g' | sort -u |
  grep -v '^evenkeel v')
registries=("${CARGO_HOME:-$HOME/.cargo}"/registry/src/*)

echo "Evenkeel is linked with these libraries:"
echo
awk -F '|' '{printf "%-44s %s\n", $1, ($2 == "" ? "see below" : $2)}' <<<"$list"

# The same text comes with many libraries: each once, with the names of those that bring it.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
while read -r name version; do
  for registry in "${registries[@]}"; do
    [ -d "$registry/$name-${version#v}" ] || continue
    find "$registry/$name-${version#v}" -maxdepth 1 -type f \
      \( -iname 'licen[sc]e*' -o -iname 'copying*' -o -iname 'notice*' -o -iname 'copyright*' \) | sort |
      while read -r file; do
        sum=$(tr -d '\r' <"$file" | tr -s '[:space:]' ' ' | sha256sum | cut -c1-64)
        [ -e "$work/$sum" ] || tr -d '\r' <"$file" >"$work/$sum"
        echo "$name $version" >>"$work/$sum.names"
      done
  done
done < <(cut -d '|' -f 1 <<<"$list")
for names in "$work"/*.names; do
  printf '\n%s\n' "================================================================================"
  sort -u "$names" | paste -sd, | sed 's/,/, /g' | fold -s -w 80
  printf '%s\n\n' "--------------------------------------------------------------------------------"
  cat "${names%.names}"
done
