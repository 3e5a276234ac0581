#!/usr/bin/env bash
# build.sh : makes the installer for Windows in target/packages/, from the profile `dist` (PROFILE=release is quicker to build).
set -euo pipefail
cd "$(dirname "$0")/../.."
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
export CARGO_TARGET_DIR=$target
profile=${PROFILE:-dist}
system=x86_64-pc-windows-gnu
version=$(sed -n 's/^version = "\(.*\)"/\1/p;T;q' Cargo.toml)
setup=$target/packages/evenkeel-$version-windows-x86_64-setup.exe

tools/cross.sh $system build --locked --profile "$profile" --bin evenkeel
tools/cross.sh $system build --locked --profile release --manifest-path packaging/windows/console/Cargo.toml

# What is in the installer, and nothing else.
stage=$target/cross/windows
rm -rf "$stage"
mkdir -p "$stage" "$target/packages"
cp "$target/cross/$system/$profile/evenkeel.exe" "$stage/"
cp "$target/cross/$system/release/evenkeel-console.exe" "$stage/evenkeel.com"
# The linker of mingw leaves the names of all functions in it.
x86_64-w64-mingw32-strip "$stage/evenkeel.exe" "$stage/evenkeel.com"
for licence in MIT APACHE; do
  sed 's/$/\r/' "LICENSE-$licence" >"$stage/LICENSE-$licence.txt"
done

rm -f "$target"/packages/evenkeel-*-windows-*
makensis -V2 -WX -DVERSION="$version" -DFILES="$stage" -DICON="$PWD/assets/icon/app.ico" -DOUT="$setup" packaging/windows/installer.nsi
(cd "$target/packages" && sha256sum evenkeel* >SHA256SUMS)
ls -l "$stage" "$setup"
