"""The fit of roles, written from the rules alone: it shares no code with src/tracks/ and knows nothing of it but the data."""

import math
import pathlib
import tomllib

ROOT = pathlib.Path(__file__).parents[2]
FACETS = [
    "resource-allocation", "process-implementation", "performance-monitoring", "risk-mitigation",
    "vision-translation", "conflict-navigation", "strategic-influence", "culture-shaping",
]
ITEM_SD, R = 0.95, 0.40


def roles():
    """A list of (id, track, demands, weights) in the order of the data."""
    data = tomllib.loads((ROOT / "assets/tracks/tracks.toml").read_text(encoding="utf-8"))
    pick = lambda role, what: [role["facets"][facet][what] for facet in FACETS]
    return [(role["id"], role["track"], pick(role, "demand"), pick(role, "weight")) for role in data["roles"]]


def can(d, w, m):
    known = [(a, b, c) for a, b, c in zip(d, w, m) if c is not None]
    total = sum(b for _, b, _ in known)
    if total == 0:
        return None
    return 1 - math.sqrt(sum(b * max(0, a - c) ** 2 for a, b, c in known) / total) / 4


def want(d, e):
    known = [(a, b) for a, b in zip(d, e) if b is not None]
    if not known:
        return None
    return 1 - math.sqrt(sum((b - a) ** 2 for a, b in known) / len(known)) / 4


def fit(role, m, e, c=0.5):
    _, _, d, w = role
    able, willing = can(d, w, m), want(d, e)
    if able is None:
        return None
    return able if willing is None else c * able + (1 - c) * willing


def drain(role, e):
    _, _, d, w = role
    v = [b * (a - 1) / 4 for a, b in zip(d, w)]
    if all(x is None for x in e) or sum(v) == 0:
        return None
    return sum(x for x, energy in zip(v, e) if energy is not None and energy <= 2) / sum(v)


def best(all_roles, m, e):
    """The place of the role that fits best, the earlier one on ties."""
    fits = [fit(role, m, e) for role in all_roles]
    return first_best(fits)


def first_best(fits):
    known = [x for x in fits if x is not None]
    return None if not known else next(i for i, x in enumerate(fits) if x is not None and x >= max(known) - 1e-14)


def clip(x):
    return min(5.0, max(1.0, x))


def sure(all_roles, m, sem, e, rng, draws):
    """For each role the share of draws in which it fits best."""
    wins = [0] * len(all_roles)
    energy_sd = ITEM_SD * math.sqrt(1 - R)
    for _ in range(draws):
        m2 = [None if x is None else clip(rng.gauss(x, s)) for x, s in zip(m, sem)]
        e2 = [None if x is None else clip(rng.gauss(x, energy_sd)) for x in e]
        wins[best(all_roles, m2, e2)] += 1
    return [won / draws for won in wins]


def flip(all_roles, m, e):
    """(facet, change, role): every score is walked over the whole scale, and each change of the answer narrowed down."""
    now = best(all_roles, m, e)
    found = None
    for f in range(8):
        if m[f] is None:
            continue
        at = lambda x: best(all_roles, m[:f] + [x] + m[f + 1:], e)
        for end in (5.0, 1.0):
            steps = max(1, math.ceil(abs(end - m[f]) / 0.004))
            grid = [m[f] + (end - m[f]) * i / steps for i in range(steps + 1)]
            for x, y in zip(grid, grid[1:]):
                if at(y) != now:
                    for _ in range(60):
                        mid = (x + y) / 2
                        x, y = (mid, y) if at(mid) == now else (x, mid)
                    if found is None or abs(y - m[f]) < abs(found[1]) - 1e-9:
                        found = (FACETS[f], y - m[f], all_roles[at(y)][0])
                    break
    return found
