#!/usr/bin/env python3
"""Golden values for changes over time, from SciPy and from the formulas alone; it shares no code with src/scoring/history/.

    python3 -m venv venv && venv/bin/pip install scipy && venv/bin/python tests/golden/history.py

writes tests/fixtures/golden/history.json, and a profile of several audits with what `evenkeel history --json` has to say of it:
tests/fixtures/history/mixed.evenkeel and tests/fixtures/golden/changes.json. The seeds are fixed, so that the files change only with the
rules.
"""
import json
import math
import pathlib
import random
import tomllib

from scipy import stats

CONFIDENCE = [0.80, 0.90, 0.95]
random.seed(2027)


def occasions():
    came = random.choice([0, 1, 2, 3, 5, 8, 12, 20, 40, 120])
    return came, random.randint(0, came)


def fisher():
    (n1, x1), (n2, x2) = occasions(), occasions()
    p = 1.0 if n1 == 0 or n2 == 0 else stats.fisher_exact([[x1, n1 - x1], [x2, n2 - x2]])[1]
    return {"before": [n1, x1], "now": [n2, x2], "p": p}


def jeffreys():
    n, x = occasions()
    while n == 0:
        n, x = occasions()
    confidence = random.choice(CONFIDENCE)
    tail = (1 - confidence) / 2
    beta = stats.beta(x + 0.5, n - x + 0.5)
    low = 0.0 if x == 0 else beta.ppf(tail)
    high = 1.0 if x == n else beta.ppf(1 - tail)
    return {"n": n, "x": x, "confidence": confidence, "low": low, "high": high}


def sem(sd, r, items):
    return sd * math.sqrt((1 - r) / items)


def pair():
    """Two scores of one facet, and a gain of a practised one."""
    sd, r = 0.95, random.choice([0.30, 0.35, 0.40])
    a, b = random.choice([2, 3, 4, 5]), random.choice([2, 3, 4, 5])
    m1, m2 = (sum(random.randint(1, 5) for _ in range(k)) / k for k in (a, b))
    others = random.uniform(1, 5)
    confidence = random.choice(CONFIDENCE)
    z = stats.norm.ppf((1 + confidence) / 2)
    s1, s2 = sem(sd, r, a), sem(sd, r, b)
    se = math.sqrt(s1**2 + s2**2)
    rel = a * r / (1 + (a - 1) * r)
    expected = rel * m1 + (1 - rel) * others
    gain_se = math.sqrt(rel * s1**2 + s2**2)
    return {
        "r": r, "items": [a, b], "means": [m1, m2], "others": others, "confidence": confidence,
        "difference": m2 - m1, "reliable": (m2 - m1) / se, "larger_than_error": abs(m2 - m1) > z * se + 1e-9,
        "reliability": rel, "expected": expected, "gain": m2 - expected, "gain_se": gain_se,
        "gain_beyond_error": abs(m2 - expected) > z * gain_se + 1e-9,
    }


def for_all():
    return [{"confidence": c, "count": n, "z": stats.norm.ppf((1 + c ** (1 / n)) / 2)} for c in CONFIDENCE for n in (1, 2, 8)]


class SplitMix:
    """SplitMix64, as in src/random.rs, so that ten thousand pairs need not be in a file."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        mask = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        return (z ^ (z >> 31)) % n


def many(count):
    """What comes of `count` pairs of answers to a facet of five items, summed up."""
    draws, r, z = SplitMix(7), 0.35, stats.norm.ppf(0.95)
    error = sem(0.95, r, 5)
    rel = 5 * r / (1 + 4 * r)
    sums = {"count": count, "beyond": 0, "differences": 0.0, "reliable": 0.0, "gains": 0.0, "gains_beyond": 0}
    for _ in range(count):
        first, second = (sum(1 + draws.below(5) for _ in range(5)) / 5 for _ in range(2))
        others = 1 + draws.below(401) / 100
        reliable = (second - first) / math.sqrt(2 * error**2)
        gain = second - (rel * first + (1 - rel) * others)
        gain_se = math.sqrt(rel * error**2 + error**2)
        sums["beyond"] += abs(reliable) > z + 1e-9
        sums["differences"] += abs(second - first)
        sums["reliable"] += abs(reliable)
        sums["gains"] += abs(gain)
        sums["gains_beyond"] += abs(gain) > z * gain_se + 1e-9
    return sums


out = {
    "fisher": [fisher() for _ in range(300)],
    "jeffreys": [jeffreys() for _ in range(200)],
    "pairs": [pair() for _ in range(200)],
    "for_all": for_all(),
    "many": many(10_000),
}
def plain(value):
    """NumPy's own numbers and truth values as those of Python."""
    return value.item()


path = pathlib.Path(__file__).parent.parent / "fixtures" / "golden" / "history.json"
lines = []
for key, rows in out.items():
    many_rows = isinstance(rows, list)
    text = [json.dumps(row, default=plain) for row in (rows if many_rows else [rows])]
    lines.append(f"{json.dumps(key)}: " + ("[\n" + ",\n".join(text) + "\n]" if many_rows else text[0]))
path.write_text("{\n" + ",\n".join(lines) + "\n}\n")


# A profile whose audits stand in no order: two versions of the questions, both forms, one facet alone, one under way, one of questions
# that nobody has.
ROOT = pathlib.Path(__file__).parent.parent.parent
INSTRUMENTS = {v: tomllib.loads((ROOT / f"assets/instrument/evenkeel-{v}/instrument.toml").read_text()) for v in (1, 2)}
HASHES = {
    # What every audit of 0.1.0 says.
    1: {"id": "evenkeel", "version": 1, "hash": "fb22bc28382f76bed5e41437aad45dfceb7c67c492035a0efe9414803ea32183"},
    # The structure alone: whatever words the questions are given later, the answers are to the same ones.
    2: {"id": "evenkeel", "version": 2, "hash": "46d979034cce6b1c03c17d58be037659a0ce1689d3be28e83e0b7f566ec204b2"},
    9: {"id": "evenkeel", "version": 9, "hash": "0" * 64},
}
draw = random.Random(14)


def items(facet, form):
    return facet["items"] if form == "full" else facet["quick"]


def audit(number, version, day, **more):
    form, scope, level = more.get("form", "full"), more.get("scope"), more.get("level", {})
    asked = INSTRUMENTS.get(version, INSTRUMENTS[2])["facets"]
    answers, order = {}, []
    for facet in asked:
        if scope and facet["id"] != scope:
            continue
        for n, item in enumerate(items(facet, form)):
            order.append(item)
            if (facet["id"], n) in more.get("open", ()):
                continue
            middle = level.get(facet["id"], level.get(facet["side"], 3))
            answers[item] = "na" if (facet["id"], n) in more.get("na", ()) else min(5, max(1, middle + draw.choice([-1, 0, 0, 1])))
    made = {
        "id": f"5a3e0c1e-0000-4000-8000-0000000001{number:02}", "instrument": HASHES[version], "form": form,
        "parts": ["behaviour"], "started": f"{day}T08:00:00Z", "role": "Team lead", "seed": 7, "order": order,
        "answers": answers,
    }
    if not more.get("under_way"):
        made["finished"] = f"{day}T08:20:00Z"
    if scope:
        made["scope"] = scope
    return made


MIXED = [
    audit(3, 2, "2026-05-14", level={"risk-mitigation": 2}),
    audit(1, 1, "2025-11-20"),
    audit(2, 2, "2026-02-12", form="quick", na=[("risk-mitigation", 2)]),
    audit(4, 2, "2026-07-02", scope="risk-mitigation", level={"risk-mitigation": 4}),
    audit(
        6, 2, "2026-09-10", level={"leadership": 4, "risk-mitigation": 4, "vision-translation": 2},
        na=[("culture-shaping", n) for n in range(5)], open=[("resource-allocation", n) for n in (1, 2, 3)],
    ),
    audit(7, 2, "2026-11-19", under_way=True, open=[("strategic-influence", n) for n in range(5)]),
    audit(5, 9, "2026-08-20"),
]


def scored(one):
    """By facet: the mean and the number of rated items, or nothing."""
    instrument, found = INSTRUMENTS[one["instrument"]["version"]], {}
    for facet in instrument["facets"]:
        given = [one["answers"].get(item) for item in items(facet, one["form"])]
        applies = [value for value in given if value != "na"]
        rated = [value for value in applies if value is not None]
        if applies and len(rated) >= math.ceil(len(applies) / 2):
            found[facet["id"]] = (sum(rated) / len(rated), len(rated))
    return found


def between(m1, s1, m2, s2):
    difference, se = m2 - m1, math.sqrt(s1**2 + s2**2)
    larger = abs(difference) / se > stats.norm.ppf(0.95) + 1e-9
    return {"from": m1, "to": m2, "difference": difference, "se": se, "larger_than_error": bool(larger)}


def side_of(parts, facet_sd):
    n = len(parts)
    return sum(m for m, _ in parts) / n, math.sqrt(sum(s**2 for _, s in parts) / n**2 + (1 - n / 4) * facet_sd**2 / n)


def changes(one, two):
    first, second = scored(one), scored(two)
    instrument = INSTRUMENTS[two["instrument"]["version"]]
    older = {facet["id"]: facet for facet in INSTRUMENTS[one["instrument"]["version"]]["facets"]}
    sd, facets, parts = instrument["assumed"]["item_sd"], {}, {"management": [], "leadership": []}
    for facet in instrument["facets"]:
        name = facet["id"]
        facets[name] = None
        if name not in first or name not in second:
            continue
        r = facet.get("inter_item_r", instrument["assumed"]["inter_item_r"])
        (m1, n1), (m2, n2) = first[name], second[name]
        if one["instrument"]["version"] != two["instrument"]["version"]:
            both = [i for i in items(facet, two["form"]) if i in items(older[name], one["form"])]
            pairs = [(one["answers"].get(i), two["answers"].get(i)) for i in both]
            pairs = [pair for pair in pairs if all(isinstance(value, int) for value in pair)]
            if len(pairs) < 2:
                continue
            n1 = n2 = len(pairs)
            m1, m2 = (sum(pair[k] for pair in pairs) / n1 for k in (0, 1))
        s1, s2 = sem(sd, r, n1), sem(sd, r, n2)
        facets[name] = {**between(m1, s1, m2, s2), "items": min(n1, n2)}
        parts[facet["side"]].append(((m1, s1), (m2, s2)))
    sides, ends = {"management": None, "leadership": None}, {}
    for name, found in parts.items():
        if len(found) >= 3:
            ends[name] = [side_of([part[k] for part in found], instrument["assumed"]["facet_sd"]) for k in (0, 1)]
            sides[name] = between(*ends[name][0], *ends[name][1])
    balance = None
    if len(ends) == 2:
        lean = [(l[0] - m[0], math.sqrt(l[1] ** 2 + m[1] ** 2)) for m, l in zip(ends["management"], ends["leadership"])]
        balance = between(*lean[0], *lean[1])
    return {"from": one["id"], "to": two["id"], "facets": facets, "sides": sides, "balance": balance}


def numbered(n):
    return next(one for one in MIXED if one["id"].endswith(f"{n:02}"))


# Each with the one before, one facet with the one that asked about it, then the first with the last. Neither 5 nor 7 is among them.
PAIRS = [(1, 2), (2, 3), (3, 4), (3, 6), (1, 6)]
golden = {
    "audits": [numbered(n)["id"] for n in range(1, 8)],
    "facets": {one["id"]: {k: v[0] for k, v in scored(one).items()} for one in MIXED if one["instrument"]["version"] != 9},
    "changes": [changes(numbered(a), numbered(b)) for a, b in PAIRS],
}
profile = {
    "format": "evenkeel-profile", "version": 2, "min_reader": 2, "app": "0.2.0",
    "id": "5a3e0c1e-0000-4000-8000-000000000100", "person": "Ana", "audits": MIXED,
}
(ROOT / "tests/fixtures/history").mkdir(exist_ok=True)
(ROOT / "tests/fixtures/history/mixed.evenkeel").write_text(json.dumps(profile, indent=1) + "\n")
(ROOT / "tests/fixtures/golden/changes.json").write_text(json.dumps(golden, indent=1) + "\n")
