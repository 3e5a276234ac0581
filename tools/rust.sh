#!/usr/bin/env bash
# rust.sh: is there a Rust that can build Evenkeel? Says so in one line where there is none, and ends with status 1.
# Which one it takes is rust-version in Cargo.toml.
set -euo pipefail
cd "$(dirname "$0")/.."

needed=
while read -r line; do
  if [[ $line =~ ^rust-version\ =\ \"([0-9]+\.[0-9]+) ]]; then needed=${BASH_REMATCH[1]}; fi
done <Cargo.toml

how="Evenkeel needs $needed or newer. How to get it: https://rustup.rs (where rustup is there already: rustup update stable)"
command -v cargo >/dev/null || { echo "Rust is missing. $how" >&2; exit 1; }
# A rustup without a toolchain has a cargo that only complains.
if ! said=$(cargo --version 2>/dev/null) || ! [[ $said =~ ^cargo\ ([0-9]+)\.([0-9]+) ]]; then
  echo "Rust is here, but cargo --version does not work. $how" >&2
  exit 1
fi
major=${BASH_REMATCH[1]} minor=${BASH_REMATCH[2]}
if ((major < ${needed%%.*} || (major == ${needed%%.*} && minor < ${needed#*.}))); then
  echo "This Rust is too old: $major.$minor. $how" >&2
  exit 1
fi
