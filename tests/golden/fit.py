"""The fit of roles, written from the rules alone: it shares no code with src/tracks/ and knows nothing of it but the data."""

import math
import pathlib
import tomllib

import numpy as np

ROOT = pathlib.Path(__file__).parents[2]
FACETS = [
    "resource-allocation", "process-implementation", "performance-monitoring", "risk-mitigation",
    "vision-translation", "conflict-navigation", "strategic-influence", "culture-shaping",
]


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


def asked(role):
    """How much of each facet the role asks: v = w (d - 1)/4."""
    _, _, d, w = role
    return [b * (a - 1) / 4 for a, b in zip(d, w)]


def want(role, e):
    known = [(v, x) for v, x in zip(asked(role), e) if x is not None]
    total = sum(v for v, _ in known)
    return None if total == 0 else sum(v * (x - 1) / 4 for v, x in known) / total


def fit(role, m, e, c=0.5):
    _, _, d, w = role
    able, willing = can(d, w, m), want(role, e)
    if able is None:
        return None
    return able if willing is None else c * able + (1 - c) * willing


def idle(role, e):
    """The facets that energise and that the role hardly asks for."""
    return [facet for facet, d, x in zip(FACETS, role[2], e) if x is not None and x >= 4 and d <= 2]


def drain(role, e):
    v = asked(role)
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


def sure(all_roles, m, sem, e, errors, rng, draws):
    """For each role the shares of draws in which it fits best, and in which it is among the first three: scores, energies and demands vary
    by their errors, weights stay. Written with arrays, one axis for draws, one for roles, one for facets."""
    energy_error, demand_error = errors
    number = lambda values: np.array([np.nan if x is None else x for x in values], float)
    vary = lambda values, error, shape: np.clip(values + error * rng.standard_normal(shape), 1, 5)
    scores = vary(number(m), np.array(sem), (draws, 8))
    energies = vary(number(e), energy_error, (draws, 8))
    d, w = (np.array([role[at] for role in all_roles], float) for at in (2, 3))
    demands = vary(d, demand_error, (draws, *d.shape))
    known_m, known_e = ~np.isnan(number(m)), ~np.isnan(number(e))
    total = w[:, known_m].sum(1)
    short = (w * np.maximum(0, demands - scores[:, None, :]) ** 2)[:, :, known_m].sum(2)
    fits = 1 - np.sqrt(short / total) / 4
    if known_e.any():
        v = (w * (demands - 1) / 4)[:, :, known_e]
        wants = (v * (energies[:, None, known_e] - 1) / 4).sum(2) / v.sum(2)
        fits = 0.5 * fits + 0.5 * wants
    # In a tie the first role wins, as a stable sort has it.
    order = np.argsort(-fits, axis=1, kind="stable")
    share = lambda places: [(order[:, :places] == i).any(1).mean() for i in range(len(all_roles))]
    return list(zip(share(1), share(3)))


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
