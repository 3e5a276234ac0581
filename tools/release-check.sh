#!/usr/bin/env bash
# release-check.sh : what has to be true of a release and no test of the code can know. Prints a list, and fails when anything on it
# is not so. Pictures are drawn again and compared: that takes some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."

failed=0
is() {
  local name=$1
  shift
  if "$@" >/dev/null 2>&1; then
    echo "ok    $name"
  else
    echo "FAIL  $name"
    failed=$((failed + 1))
  fi
}

version=$(awk -F '"' '/^version = /{print $2; exit}' Cargo.toml)
metainfo=packaging/linux/org.evenkeel.Evenkeel.metainfo.xml.in
echo "Evenkeel $version"

all_committed() { [ -z "$(git status --porcelain)" ]; }
on_main() { [ "$(git branch --show-current)" = main ]; }
is_new() { ! git rev-parse -q --verify "refs/tags/v$version"; }
in_lock() {
  local lock
  for lock in Cargo.lock benches/Cargo.lock fuzz/Cargo.lock packaging/man/Cargo.lock; do
    grep -A1 '^name = "evenkeel"$' "$lock" | grep -qx "version = \"$version\"" || return 1
  done
}
in_changelog() { grep -qE "^## \[${version//./\\.}\] - [0-9]{4}-[0-9]{2}-[0-9]{2}$" CHANGELOG.md; }
nothing_unreleased() { [ -z "$(awk '/^## \[Unreleased\]/{on = 1; next} /^## /{on = 0} on && NF' CHANGELOG.md)" ]; }
in_metainfo() { grep -qE "<release [^>]*version=\"${version//./\\.}\"" "$metainfo"; }
# The day of the changelog is that of the metainfo.
same_day() { grep -qF "date=\"$(sed -nE "s/^## \[${version//./\\.}\] - ([0-9-]+)$/\1/p" CHANGELOG.md)\"" "$metainfo"; }

is "everything is committed" all_committed
is "on main" on_main
is "there is no tag v$version yet" is_new
is "the four lock files have the version" in_lock
is "the changelog has the version and its day" in_changelog
is "nothing in the changelog is left under Unreleased" nothing_unreleased
is "the metainfo has the version" in_metainfo
is "with the day of the changelog" same_day

# Every format version has its module, schema, fixtures and paragraph.
newest=$(find src/storage/format/profile -maxdepth 1 -name 'v[0-9]*' | sed -E 's|.*/v([0-9]+).*|\1|' | sort -n | tail -1)
for ((v = 1; v <= newest; v++)); do
  is "format $v has fixtures" compgen -G "tests/fixtures/good/v$v-*.evenkeel"
  is "format $v has a schema" test -f "assets/schema/evenkeel-profile-$v.schema.json"
  is "format $v is documented" grep -q "^| $v |" docs/FILE_FORMAT.md
done
is "the schema is that of the code, files of every format open" cargo test --locked --lib --test it -- schema format
is "the licences are those of Cargo.lock" cargo test --locked --test it -- licences
if cargo deny --version >/dev/null 2>&1; then
  is "cargo deny: licences, sources, nothing that is banned" cargo deny --offline check bans licenses sources
else
  echo "--    cargo deny is not installed: cargo install --locked cargo-deny"
fi

# Draws those pictures again that look otherwise now.
pictures_are_young() {
  make --no-print-directory screens
  [ -z "$(git status --porcelain docs/screens)" ]
}
is "the pictures show what the code draws" pictures_are_young

cat <<'END'

By hand, since no script can:
  .ci/run in a fresh Debian 12                     it passes
  make package test-package                        the numbers in docs/PERFORMANCE.md and the pictures still hold
  make package-windows test-windows check-macos    they pass
  make test-print test-data test-calendar test-network torture   they pass
  cargo deny check advisories                      no known fault in what is built in (needs a network)
  README, table of systems                         says what was tried with this version, and nothing else
  git tag -s v…                                    after all of this
END
[ "$failed" = 0 ] || echo "$failed not so" >&2
[ "$failed" = 0 ]
