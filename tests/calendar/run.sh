#!/usr/bin/env bash
# run.sh : the calendar files of plans (tests/fixtures/calendar), read by two other programs: Python's icalendar, which checks each value,
# and khal, which imports them twice and must then show each entry once. Needs Python 3.11 or newer.
#
# Both are installed by pip into a folder of the user's cache; EVENKEEL_CALENDAR_VENV names another.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
venv=${EVENKEEL_CALENDAR_VENV:-${XDG_CACHE_HOME:-$HOME/.cache}/evenkeel-calendar-venv}
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"

echo "== icalendar"
"$venv/bin/python" "$here/check.py" "$root/tests/fixtures/calendar"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache
mkdir -p "$work/calendar" "$work/config/khal"
cat >"$work/config/khal/config" <<EOF
[calendars]
[[plan]]
path = $work/calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
[default]
default_calendar = plan
EOF

echo "== khal"
shown() { "$venv/bin/khal" list --day-format "" --format "{start} {title}" 2026-11-20 80d | sort; }
import() { "$venv/bin/khal" import --batch -a plan "$root/tests/fixtures/calendar/$1.ics" >/dev/null; }
import plan
once=$(shown)
import plan
[ "$(shown)" = "$once" ] || { echo "imported twice, it is there twice" >&2; exit 1; }
[ "$(grep -c "16:00 Count this week" <<<"$once")" = 6 ] || { echo "not six reminders: $once" >&2; exit 1; }
[ "$(grep -c "2027-01-04.*Review: " <<<"$once")" = 1 ] || { echo "not one review: $once" >&2; exit 1; }
# The same plan, changed and ended early, takes its place.
import ended
[ "$(shown | grep -c "Count this week")" = 4 ] || { echo "not four reminders: $(shown)" >&2; exit 1; }
echo "$once"
