#!/usr/bin/env bash
# build.sh : makes Evenkeel.app and a .dmg of it in target/packages/. Runs on a Mac only, and has never been run on one: check.sh
# looks at as much of it as can be looked at elsewhere.
#
# Needs Rust and Xcode's command line tools (xcode-select --install). The program is for both kinds of Mac where rustup has the
# standard library of both (rustup target add aarch64-apple-darwin x86_64-apple-darwin), otherwise for this one.
# It is signed ad hoc, which lets it run on the Mac that made it. On others Gatekeeper asks, unless it is signed with a developer's
# certificate (SIGN="Developer ID Application: …") and notarised by Apple.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(uname)" = Darwin ] || { echo "This needs a Mac. What can be checked elsewhere: make check-macos" >&2; exit 1; }
target=${CARGO_TARGET_DIR:-target}
mkdir -p "$target/packages"
target=$(cd "$target" && pwd)
export CARGO_TARGET_DIR=$target MACOSX_DEPLOYMENT_TARGET=11.0
version=$(awk -F '"' '/^version = /{print $2; exit}' Cargo.toml)
image=$target/packages/evenkeel-$version-macos.dmg

programs=()
for system in aarch64-apple-darwin x86_64-apple-darwin; do
  [ -d "$(rustc --print sysroot)/lib/rustlib/$system/lib" ] || continue
  cargo build --locked --profile dist --target "$system"
  programs+=("$target/$system/dist/evenkeel")
done
lipo -create -output "$target/packages/evenkeel" "${programs[@]}"

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
packaging/macos/bundle.sh "$stage" "$target/packages/evenkeel"
rm "$target/packages/evenkeel"
plutil -lint "$stage/Evenkeel.app/Contents/Info.plist"
codesign --force --options runtime --sign "${SIGN:--}" "$stage/Evenkeel.app"
codesign --verify --strict "$stage/Evenkeel.app"

# The link is what people drag it onto.
ln -s /Applications "$stage/Applications"
rm -rf "$target/packages/Evenkeel.app" "$image"
hdiutil create -volname "Evenkeel $version" -srcfolder "$stage" -format UDZO "$image"
mv "$stage/Evenkeel.app" "$target/packages/"
ls -l "$image"
