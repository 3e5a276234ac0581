#!/usr/bin/env bash
# Writes the PNGs of the app's and of its files' icon: up to 32 from the drawing on the small grid, above from the other.
# Then, from the PNGs, the icons that Windows and macOS want in one file each.
set -eu
cd "$(dirname "$0")"
../../tools/need.sh icons
for icon in app document; do
  for size in 16 24 32 48 64 128 256 512; do
    from=$icon.svg
    [ "$size" -gt 32 ] || from=$icon-small.svg
    rsvg-convert -w "$size" -h "$size" "$from" -o "$icon-$size.png"
  done
  # The large ones as PNG: as bitmaps they would be 300 kB.
  icotool --create -o $icon.ico $icon-{16,24,32,48,64}.png --raw=$icon-128.png --raw=$icon-256.png
  png2icns $icon.icns $icon-{16,32,48,128,256,512}.png >/dev/null
done
