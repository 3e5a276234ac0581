#!/usr/bin/env bash
# fuzz.sh SECONDS : feeds the readers of files, of journals and of tables of answers mangled ones, so long each, with the fixtures as
# seeds.
# Needs cargo-fuzz, which it installs.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/need.sh build fuzz
cargo fuzz --version >/dev/null 2>&1 || cargo install --locked cargo-fuzz
# libFuzzer's flags are for nightly compilers; this lets the stable one take them.
export RUSTC_BOOTSTRAP=1
for target in answers open recovery; do
  mkdir -p "fuzz/corpus/$target"
  cargo fuzz run "$target" "fuzz/corpus/$target" tests/fixtures/{answers,good,broken,recovery} -- \
    -max_total_time="$1" -timeout=10 -rss_limit_mb=512
done
