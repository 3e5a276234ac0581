#!/usr/bin/env python3
"""Expected fits for the answer sets in tests/fixtures/golden/cases.json, into tracks.json beside it. With --check: which roles come
first for random and for hand-made people (tests/fixtures/tracks/people.json)."""

import json
import random
import sys

from fit import FACETS, ROOT, best, can, drain, first_best, fit, flip, roles, sure, want

GOLDEN = ROOT / "tests/fixtures/golden"
DRAWS = 40_000


def scores(case):
    """Means and standard errors as the golden scores have them, which were computed independently as well."""
    facets = [case["expected"]["facets"][facet] for facet in FACETS]
    return [f["mean"] for f in facets], [f["sem"] or 0.0 for f in facets]


def expected(case, all_roles):
    m, sem = scores(case)
    e = [(case["energy"] or {}).get(facet) for facet in FACETS]
    if best(all_roles, m, e) is None:
        return {"tracks": None, "flip": None}
    shares = sure(all_roles, m, sem, e, random.Random(case["name"]), DRAWS)
    tracks = []
    for role, share in zip(all_roles, shares):
        able, drained = can(role[2], role[3], m), drain(role, e)
        known = able is not None and drained is not None
        tracks.append({
            "id": role[0], "can": able, "want": want(role[2], e), "fit": fit(role, m, e),
            "how_sure": share if able is not None else None, "drain": drained,
            "burnout": (able >= 0.75 - 1e-9 and drained >= 0.4 - 1e-9) if known else None,
        })
    left, tracks = tracks, []
    while (first := first_best([track["fit"] for track in left])) is not None:
        tracks.append(left.pop(first))
    tracks += left
    change = flip(all_roles, m, e)
    return {"tracks": tracks, "flip": change and dict(zip(("facet", "change", "to"), change))}


def check(all_roles):
    track = {role[0]: role[1] for role in all_roles}
    wrong = 0
    people = json.loads((ROOT / "tests/fixtures/tracks/people.json").read_text(encoding="utf-8"))
    for person in people:
        first = all_roles[best(all_roles, person["scores"], person["energy"])][0]
        good = track[first] == person["track"]
        wrong += not good
        print(f"{'ok' if good else 'NO':3} {person['track']:11} {first:20} {person['who']}")
    for name, make in (("uniform", uniform), ("lifelike", lifelike)):
        rng = random.Random(1)
        count = dict.fromkeys(track, 0)
        for _ in range(1000):
            count[all_roles[best(all_roles, *make(rng))][0]] += 1
        print(name, {t: sum(n for r, n in count.items() if track[r] == t) for t in ("management", "leadership", "hybrid")})
        print("  ", count)
        wrong += min(count.values()) == 0 or max(count.values()) > 333
    return wrong


def uniform(rng):
    """Any score and any energy, all as likely."""
    return [rng.randint(5, 25) / 5 for _ in range(8)], [rng.randint(1, 5) for _ in range(8)]


def lifelike(rng):
    """A level and a leaning of one's own, and energy that follows what one does, loosely."""
    level, lean = rng.gauss(3.4, 0.4), rng.gauss(0, 0.45)
    scale = lambda x: min(5, max(1, x))
    m, e = [], []
    for f in range(8):
        true = scale(level + (lean if f < 4 else -lean) + rng.gauss(0, 0.55))
        m.append(round(scale(true + rng.gauss(0, 0.33)) * 5) / 5)
        e.append(int(scale(round(3.2 + 0.6 * (true - 3.4) + rng.gauss(0, 1)))))
    return m, e


def main():
    all_roles = roles()
    if "--check" in sys.argv:
        sys.exit(check(all_roles))
    cases = json.loads((GOLDEN / "cases.json").read_text(encoding="utf-8"))["cases"]
    out = {case["name"]: expected(case, all_roles) for case in cases}
    (GOLDEN / "tracks.json").write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")


main()
