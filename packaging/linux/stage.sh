#!/usr/bin/env bash
# stage.sh FOLDER : puts all that is installed beside the program below FOLDER, as it belongs below /usr/share.
#
# With EVENKEEL_WEB=https://… the description for software centres names that address, and the pictures in docs/screens below
# it; without, it names no address and so no pictures either, since AppStream takes only pictures from the web.
set -euo pipefail
to=$(realpath -m "$1")
cd "$(dirname "$0")/../.."
here=packaging/linux
id=org.evenkeel.Evenkeel

cargo run --quiet --locked --manifest-path packaging/man/Cargo.toml --target-dir "${CARGO_TARGET_DIR:-target}" -- "$to"

gzip -9n "$to"/man/man1/*.1

put() { install -D -m 644 "$1" "$to/$2"; }

put $here/$id.desktop applications/$id.desktop
put $here/$id.xml mime/packages/$id.xml
for size in 16 24 32 48 64 128 256 512; do
  put assets/icon/app-$size.png icons/hicolor/${size}x$size/apps/$id.png
  put assets/icon/document-$size.png icons/hicolor/${size}x$size/mimetypes/$id.document.png
done
put assets/icon/app.svg icons/hicolor/scalable/apps/$id.svg
put assets/icon/document.svg icons/hicolor/scalable/mimetypes/$id.document.svg

mkdir -p "$to/metainfo" "$to/doc/evenkeel"
if [ -n "${EVENKEEL_WEB:-}" ]; then
  sed "s|^@web||; s|@WEB@|${EVENKEEL_WEB%/}|g" $here/$id.metainfo.xml.in
else
  sed '/^@web/d' $here/$id.metainfo.xml.in
fi >"$to/metainfo/$id.metainfo.xml"

for page in DATA FILE_FORMAT INSTRUMENT REPORT TRACKS; do put docs/$page.md doc/evenkeel/$page.md; done
# What is built in stands in the program itself.
"${CARGO_TARGET_DIR:-target}/dist/evenkeel" licences | gzip -9n >"$to/doc/evenkeel/licences.txt.gz"
