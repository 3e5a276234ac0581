#!/usr/bin/env bash
# run.sh [PROFILES] : what docs/DATA.md shows of DuckDB, pandas and Spark, run on an export of generated profiles (1,250, each with 10 audits:
# 100,000 rows) and compared with sums by Evenkeel's own core. Needs Python 3.11 or newer and Java 17 or newer.
#
# The three are installed by pip into a folder of the user's cache; EVENKEEL_DATA_VENV names another. Everything else is made in a
# temporary folder and removed.
set -euo pipefail

profiles=${1:-1250} audits=10
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
venv=${EVENKEEL_DATA_VENV:-${XDG_CACHE_HOME:-$HOME/.cache}/evenkeel-data-venv}

echo "== build"
cd "$root"
cargo build --locked --no-default-features --bin evenkeel --example aggregate
programs=${CARGO_TARGET_DIR:-target}/debug
programs=$(cd "$programs" && pwd)

echo "== DuckDB, pandas and Spark in $venv"
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export EVENKEEL_HOME=$work/home PYTHONUTF8=1 SPARK_LOCAL_IP=127.0.0.1

echo "== $profiles profiles with $audits audits each"
"$programs/evenkeel" new -o one.evenkeel
"$venv/bin/python" "$here/generate.py" profiles "$profiles" "$audits" one.evenkeel

echo "== export"
for ending in csv json; do
  "$programs/evenkeel" export one.evenkeel -o "one.$ending"
  time "$programs/evenkeel" export profiles -o "all.$ending"
done
"$programs/examples/aggregate" profiles/*.evenkeel >own.json

echo "== compare"
"$venv/bin/python" "$here/check.py" "$root/docs/DATA.md" own.json
