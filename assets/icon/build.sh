#!/usr/bin/env bash
# Writes the PNGs of the app icon from app.svg (16 and 32 from app-small.svg). Needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")"
for size in 16 32 48 128 256 512; do
  from=app.svg; [ "$size" -gt 32 ] || from=app-small.svg
  rsvg-convert -w "$size" -h "$size" "$from" -o "app-$size.png"
done
