#!/usr/bin/env bash
# Writes the PNGs of the app's and of its files' icon: up to 32 from the drawing on the small grid, above from the other.
# Needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")"
for icon in app document; do
  for size in 16 24 32 48 64 128 256 512; do
    from=$icon.svg
    [ "$size" -gt 32 ] || from=$icon-small.svg
    rsvg-convert -w "$size" -h "$size" "$from" -o "$icon-$size.png"
  done
done
