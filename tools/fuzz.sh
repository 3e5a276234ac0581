#!/usr/bin/env bash
# fuzz.sh SECONDS : feeds the file reader mangled files, with the fixtures as seeds. Needs cargo-fuzz, which it installs.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/need.sh build fuzz
cargo fuzz --version >/dev/null 2>&1 || cargo install --locked cargo-fuzz
# libFuzzer's flags are for nightly compilers; this lets the stable one take them.
export RUSTC_BOOTSTRAP=1
mkdir -p fuzz/corpus/open
cargo fuzz run open fuzz/corpus/open tests/fixtures -- -max_total_time="$1" -timeout=10 -rss_limit_mb=512
