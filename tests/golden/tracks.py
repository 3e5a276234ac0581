#!/usr/bin/env python3
"""Expected fits for the answer sets in tests/fixtures/golden/cases-2.json, into tracks.json beside it. It needs numpy for the draws and takes
some minutes."""

import json

import numpy as np

from fit import FACETS, ROOT, best, can, drain, first_best, fit, flip, idle, roles, sure, want

GOLDEN = ROOT / "tests/fixtures/golden"
DRAWS = 40_000


def scores(case):
    """Means and standard errors as the golden scores have them, which were computed independently as well."""
    facets = [case["expected"]["facets"][facet] for facet in FACETS]
    return [f["mean"] for f in facets], [f["sem"] or 0.0 for f in facets]


def expected(case, all_roles, errors, seed):
    m, sem = scores(case)
    e = [(case["energy"] or {}).get(facet) for facet in FACETS]
    if best(all_roles, m, e) is None:
        return {"tracks": None, "flip": None}
    shares = sure(all_roles, m, sem, e, errors, np.random.default_rng(seed), DRAWS)
    tracks = []
    for role, (first, three) in zip(all_roles, shares):
        able, drained = can(role[2], role[3], m), drain(role, e)
        known = able is not None and drained is not None
        tracks.append({
            "id": role[0], "can": able, "want": want(role, e), "fit": fit(role, m, e),
            "how_sure": first if able is not None else None, "in_first_three": three if able is not None else None,
            "drain": drained, "idle": idle(role, e),
            "burnout": (able >= 0.75 - 1e-9 and drained >= 0.4 - 1e-9) if known else None,
        })
    left, tracks = tracks, []
    while (first := first_best([track["fit"] for track in left])) is not None:
        tracks.append(left.pop(first))
    tracks += left
    change = flip(all_roles, m, e)
    return {"tracks": tracks, "flip": change and dict(zip(("facet", "change", "to"), change))}


def main():
    all_roles = roles()
    data = json.loads((GOLDEN / "cases-2.json").read_text(encoding="utf-8"))
    errors = (data["parameters"]["energy_error"], data["parameters"]["demand_error"])
    out = {case["name"]: expected(case, all_roles, errors, seed) for seed, case in enumerate(data["cases"])}
    (GOLDEN / "tracks.json").write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")


main()
