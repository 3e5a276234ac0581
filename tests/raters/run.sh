#!/usr/bin/env bash
# run.sh [quick] : builds the raters' form again and compares it with the committed one, runs the unit tests, and then uses the form in the
# system's Chromium and Firefox, from disk. `quick` leaves the browsers out.
#
# Packages come from npm by the lock file, without their install scripts; with them there, nothing is fetched.
set -euo pipefail
cd "$(dirname "$0")/../.."

(
  cd raters-form
  # npm writes this file last, so it tells whether the packages are those of the lock file.
  if ! cmp --silent package-lock.json node_modules/.evenkeel-lock; then
    npm ci --ignore-scripts --no-audit --no-fund
    cp package-lock.json node_modules/.evenkeel-lock
  fi
  node node_modules/typescript/bin/tsc --project .
)

# Files are named one by one: Node 18 takes no patterns.
node --test tests/raters/unit/*.test.mjs
[ "${1:-}" = quick ] || node --test tests/raters/browser/*.test.mjs
