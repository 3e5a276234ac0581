#!/usr/bin/env bash
# licences.sh : writes assets/licences/crates.json, the licences of all crates that are built in, from what Cargo knows. A test
# holds it against Cargo.lock. Builds cargo-about where it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
version=0.9.3

tools/need.sh build licences
export PATH="$target/tools/bin:$PATH"
if ! cargo about --version 2>/dev/null | grep -q " $version$"; then
  cargo install --locked --version "$version" --features cli --root "$target/tools" cargo-about
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo about generate --fail --offline --locked --format json -c packaging/about.toml -o "$work/about.json"

# One entry for each text, however its lines are broken; the versions come from Cargo.lock by way of cargo-about.
jq '[.licenses[] | {
      id, name, text,
      packages: ([.used_by[].crate | select(.name != "evenkeel") | "\(.name) \(.version)"] | unique)
    } | select(.packages != [])]
    | group_by([.id, (.text | gsub("\\s+"; " ") | ltrimstr(" ") | rtrimstr(" "))])
    | map({id: .[0].id, name: .[0].name, packages: ([.[].packages[]] | unique), text: .[0].text})
    | sort_by([.name, .packages])' "$work/about.json" >"$work/crates.json"
mv "$work/crates.json" assets/licences/crates.json

# What is in the lock file and not built in: tools, tests, other systems.
awk '/^name = /{gsub(/"/, "", $3); name = $3} /^version = /{gsub(/"/, "", $3); if (name != "" && name != "evenkeel") print name, $3; name = ""}' Cargo.lock |
  sort -u >"$work/locked"
jq -r '.[].packages[]' assets/licences/crates.json | sort -u >"$work/built-in"
comm -23 "$work/locked" "$work/built-in" >assets/licences/not-built-in.txt
