"""Reads the calendar files of plans with another parser, and compares what it finds. check.py FOLDER"""

import datetime
import sys
from pathlib import Path

import icalendar
import recurring_ical_events

BERLIN_16 = datetime.time(16, 0)


def events(path):
    data = path.read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n")), f"{path}: a long line"
    calendar = icalendar.Calendar.from_ical(data)
    assert not calendar.errors, calendar.errors
    found = calendar.walk("VEVENT")
    assert not any(event.errors for event in found), [event.errors for event in found]
    assert not calendar.walk("VTIMEZONE")
    return calendar, {str(event["UID"]).split("-")[-1].split("@")[0]: event for event in found}


def check(folder):
    calendar, found = events(folder / "plan.ics")
    tick, review = found["tick"], found["review"]
    assert tick["DTSTART"].dt == datetime.datetime(2026, 11, 27, 16) and tick["DTSTART"].dt.tzinfo is None
    assert review["DTSTART"].dt == datetime.date(2027, 1, 4) and review["DTEND"].dt == datetime.date(2027, 1, 5)
    assert str(tick["DESCRIPTION"]).startswith("If a plan is shown, then I ask what could go wrong.\n")
    for event in found.values():
        alarm = event.subcomponents[-1]
        assert alarm.name == "VALARM" and str(alarm["ACTION"]) == "DISPLAY"
    between = recurring_ical_events.of(calendar).between((2026, 1, 1), (2028, 1, 1))
    ticks = sorted(event["DTSTART"].dt for event in between if "RRULE" in event or "Count" in str(event["SUMMARY"]))
    assert [on.date().isoformat() for on in ticks] == [
        "2026-11-27", "2026-12-04", "2026-12-11", "2026-12-18", "2026-12-25", "2027-01-01",
    ], ticks
    assert all(on.time() == BERLIN_16 for on in ticks)

    _, later = events(folder / "ended.ics")
    for kind, event in found.items():
        assert later[kind]["UID"] == event["UID"]
        assert int(later[kind]["SEQUENCE"]) > int(event["SEQUENCE"])
        assert later[kind]["DTSTAMP"].dt > event["DTSTAMP"].dt
    assert str(later["review"]["STATUS"]) == "CANCELLED"

    _, hostile = events(folder / "hostile.ics")
    assert len(hostile) == 2, hostile
    said = str(hostile["tick"]["DESCRIPTION"])
    # The file has `\\n`, which is a backslash and an n; icalendar 6.3.1 makes a line break of it.
    said = said.replace("not \n here", "not \\n here")
    assert said.startswith('If somebody says "no, never; not \\n here" END:VEVENT BEGIN:VEVENT SUMMARY:x, then I a<U+202E>b'), said
    assert "👩\u200d🚀é漢" * 40 in said, said
    print("icalendar", icalendar.__version__, "agrees")


check(Path(sys.argv[1]))
