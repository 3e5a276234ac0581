#!/usr/bin/env bash
# cross.sh TARGET CARGO-COMMAND [ARGUMENT…] : runs Cargo for another system.
#
# With rustup's standard library for it where that is installed (`rustup target add TARGET`). Otherwise with the current Rust that
# Debian carries to build its browsers, which brings the source of the standard library: it is built too. The two compilers
# differ, so that what the second makes lies in a folder of its own.
set -euo pipefail
system=$1 command=$2
shift 2
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")

if [ -d "$(rustc --print sysroot 2>/dev/null)/lib/rustlib/$system/lib" ]; then
  exec cargo "$command" --target "$system" --target-dir "$target/cross" "$@"
fi
"$(dirname "$0")/need.sh" cross
[ -x /usr/bin/cargo ] || { echo "Rust cannot build for $system here. With rustup: rustup target add $system" >&2; exit 1; }
# The tools of mingw leave empty files behind.
mkdir -p "$target/cross/tmp"
export RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc TMPDIR=$target/cross/tmp
unset RUSTUP_TOOLCHAIN
exec /usr/bin/cargo "$command" -Zbuild-std=std,panic_abort --target "$system" --target-dir "$target/cross" "$@"
