#!/usr/bin/env bash
# build.sh : cuts the form's two fonts out of assets/fonts/, Latin only. The same bytes each time with fontTools 4.68.0 and brotli 1.2.1:
#   python3 -m venv /tmp/fonts && /tmp/fonts/bin/pip install fonttools==4.68.0 brotli==1.2.1 && PATH=/tmp/fonts/bin:$PATH raters-form/fonts/build.sh
set -euo pipefail
cd "$(dirname "$0")"

# Basic Latin, Latin-1, Extended-A, Romanian, dashes, quotation marks, the ellipsis, the command key, minus.
characters=U+20-7E,U+A0-FF,U+100-17F,U+218-21B,U+2013,U+2014,U+2018-201A,U+201C-201E,U+2026,U+2318,U+2212

for weight in Regular SemiBold; do
  pyftsubset "../../assets/fonts/EvenkeelSans-$weight.ttf" --unicodes="$characters" --flavor=woff2 \
    --layout-features=kern,mark,mkmk,ccmp,locl --name-IDs=0,1,2,3,4,5,6,13,14 --output-file="EvenkeelSans-$weight-Latin.woff2"
done
