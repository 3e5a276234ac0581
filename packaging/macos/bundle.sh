#!/usr/bin/env bash
# bundle.sh FOLDER [PROGRAM] : lays out Evenkeel.app in a folder, without a program in it where none is given.
set -euo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd)
program=${2:-}
[ -z "$program" ] || program=$(cd "$(dirname "$program")" && pwd)/$(basename "$program")
cd "$(dirname "$0")/../.."
version=$(awk -F '"' '/^version = /{print $2; exit}' Cargo.toml)
contents=$folder/Evenkeel.app/Contents

rm -rf "$folder/Evenkeel.app"
mkdir -p "$contents/MacOS" "$contents/Resources"
sed "s/@VERSION@/$version/" packaging/macos/Info.plist >"$contents/Info.plist"
printf 'APPL????' >"$contents/PkgInfo"
cp assets/icon/app.icns assets/icon/document.icns LICENSE-MIT LICENSE-APACHE "$contents/Resources/"
if [ -n "$program" ]; then
  cp "$program" "$contents/MacOS/evenkeel"
  chmod 755 "$contents/MacOS/evenkeel"
fi
