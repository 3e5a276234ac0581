#!/usr/bin/env python3
"""generate.py FOLDER PROFILES AUDITS EMPTY : profiles with every kind of answer, of gap and of text that a file can hold.

EMPTY is a profile that the program made, for the instrument that it names. The same call gives the same files.
"""

import json
import random
import sys
import tomllib
import uuid
from datetime import datetime, timedelta, timezone
from pathlib import Path

INSTRUMENT = Path(__file__).parents[2] / "assets/instrument/evenkeel-2/instrument.toml"

# What has gone wrong in tables before: words for "nothing", numbers with a meaning that is none, the separators themselves,
# line breaks of each kind, other scripts, and what a spreadsheet would run.
TEXTS = [
    "Team lead, logistics",
    'Lead, "acting" head',
    '"quoted"',
    '"',
    "ends with a backslash \\",
    '\\" both, and a comma',
    "two\nlines",
    "two\r\nlines, and a comma",
    "an old\rline break",
    "a\ttab",
    "\x00\x1b[31m\x7f",
    "next\u0085line\u2028and\u2029more",
    "Jürgen Groß-Öztürk",
    "文化塑造者，北京",
    "مدير الفريق",
    "Zoë 👩🏽‍🚀 🇨🇭",
    "e\u0301 is not é",
    "=1+1",
    "+41 79 000 00 00",
    "-1",
    "@SUM(A1:A9)",
    " =HYPERLINK(\"https://example.org\")",
    "\t=1+1",
    "\n-2+3",
    "＝1+1",
    "'already with an apostrophe",
    "NA",
    "null",
    "NULL",
    "None",
    "nan",
    "inf",
    "N/A",
    "true",
    "False",
    "007",
    "1e5",
    "12.50",
    "2026-01-31",
    "12:30",
    "#5, and # more",
    "// no comment",
    "semicolon; pipe | tab",
    " spaces around ",
    " ",
    "",
]


def main():
    folder, profiles, audits, empty = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
    instrument = tomllib.loads(INSTRUMENT.read_text(encoding="utf-8"))
    reference = json.loads(empty.read_text(encoding="utf-8"))["audits"][0]["instrument"]
    chance = random.Random(20260619)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(profiles):
        document = profile(chance, instrument, reference, number, audits)
        # Escaped, as another program might write it: a lone surrogate could not stand in UTF-8 anyway.
        text = json.dumps(document, ensure_ascii=number % 2 == 0, indent=2)
        (folder / f"{number:05}.evenkeel").write_text(text + "\n", encoding="utf-8")


def new_id(chance):
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


def profile(chance, instrument, reference, number, audits):
    # The first files have plain texts only: what guesses the kind of a column from its first rows is led astray.
    plain = number < 300
    person = "Ana" if plain else TEXTS[number % len(TEXTS)]
    begun = datetime(2020, 1, 1, tzinfo=timezone.utc) + timedelta(minutes=chance.randrange(1_000_000))
    made = []
    for _ in range(audits):
        begun += timedelta(days=chance.randrange(20, 200), milliseconds=chance.choice([0, 0, 0, 250]))
        role = "12" if plain else chance.choice(TEXTS)
        made.append(audit(chance, instrument, reference, begun, role))
    return {
        "format": "evenkeel-profile",
        "version": 2,
        "min_reader": 1,
        "app": "0.1.0",
        "id": new_id(chance),
        "person": person,
        "audits": made,
    }


def audit(chance, instrument, reference, begun, role):
    facets, form = instrument["facets"], chance.choice(["quick", "full"])
    items = [item for facet in facets for item in facet["items" if form == "full" else "quick"]]
    chance.shuffle(items)
    answers = {}
    # Most audits are whole, some have hardly begun; now and then somebody finds a whole facet not applicable.
    share = chance.choice([1, 1, 1, 0.95, 0.6, 0.1, 0])
    alien = chance.choice(facets)["id"] if chance.random() < 0.1 else None
    level = {facet["id"]: chance.uniform(1.5, 4.8) for facet in facets}
    for item in items:
        facet = item.rsplit("-", 1)[0]
        if facet == alien or chance.random() < 0.03:
            answers[item] = "na"
        elif chance.random() < share:
            answers[item] = min(5, max(1, round(chance.gauss(level[facet], 0.8))))
    finished = len(answers) == len(items)
    rated = lambda share: {f["id"]: chance.randint(1, 5) for f in facets if chance.random() < share}
    some = lambda: chance.choice([0, 0.7, 1])
    dose = ["too-little", "right", "too-much"]
    sign = ["no", "sometimes", "often", "unknown"]
    ids = lambda part: [entry["id"] for entry in instrument[part]]
    return {
        "id": new_id(chance),
        "instrument": reference,
        "form": form,
        "parts": ["behaviour", *chance.sample(["situations", "role", "energy", "signs"], chance.randint(0, 4))],
        "started": time(begun),
        **({"finished": time(begun + timedelta(minutes=chance.randrange(3, 40)))} if finished else {}),
        "role": role,
        "seed": chance.randrange(2**32),
        "order": items,
        "answers": answers,
        "seconds": {item: round(chance.lognormvariate(1.5, 0.5), 1) for item in answers},
        "situations": {i: chance.randint(0, 10) for i in ids("situations") if chance.random() < 0.5},
        "needs": rated(some()),
        "stakes": {f["id"]: chance.randint(0, 3) for f in facets if chance.random() < 0.4},
        "doses": {f["id"]: chance.choice(dose) for f in facets if chance.random() < 0.4},
        "energy": rated(some()),
        "signs": {i: chance.choice(sign) for i in ids("signs") if chance.random() < 0.5},
    }


def time(at):
    """With the fraction only where there is one: programs differ in that."""
    text = at.isoformat(timespec="milliseconds" if at.microsecond else "seconds")
    return text.replace("+00:00", "Z")


if __name__ == "__main__":
    main()
