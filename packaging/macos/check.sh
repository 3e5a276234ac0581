#!/usr/bin/env bash
# check.sh : is the bundle for macOS in order, and does the program compile for it? That is all that can be said without a Mac:
# linking needs Apple's SDK, and running needs macOS.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

packaging/macos/bundle.sh "$work" /bin/true
python3 packaging/macos/check.py "$work/Evenkeel.app"
# One crate (psm, for Typst) has a few lines in assembler. Nothing is linked here, so that nothing has to come of them.
export CC_aarch64_apple_darwin=/bin/true AR_aarch64_apple_darwin=/bin/true SDKROOT=/
tools/cross.sh aarch64-apple-darwin check --locked --lib --bins
tools/cross.sh aarch64-apple-darwin check --locked --lib --bins --no-default-features
