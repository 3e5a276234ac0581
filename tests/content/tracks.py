#!/usr/bin/env python3
"""Which role comes first, for people made by chance: does each role fit somebody best, and none nearly everybody?

Written from the rules alone, by the formulas of *do already*, *want* and *fit*; it reads assets/tracks/tracks.toml and shares no code with src/tracks/.
It needs numpy (`pip install numpy`) and takes some seconds.

    python3 tests/content/tracks.py            the tables
    python3 tests/content/tracks.py --write    the same, into docs/content/tracks-2.md
    python3 tests/content/tracks.py --check    exit status 1 if a demand on the whole is not met
"""

import json
import pathlib
import sys
import tomllib

import numpy as np

ROOT = pathlib.Path(__file__).parents[2]
PAGE = ROOT / "docs/content/tracks-2.md"
FACETS = [
    "resource-allocation", "process-implementation", "performance-monitoring", "risk-mitigation",
    "vision-translation", "conflict-navigation", "strategic-influence", "culture-shaping",
]
ENTRY = ["trade", "licence", "degree", "years", "money"]
GROUP, GROUPS, MANY = 1000, 50, 50_000
# None comes first for more than this share.
MOST = 0.25
# What the instrument assumes: spread of the answers to one item, correlation of two items of a facet, errors of an energy and a demand.
ITEM_SD, ENERGY_ERROR, DEMAND_ERROR, ITEMS = 0.95, 0.7, 0.6, 5
R = np.array([0.30, 0.40, 0.30, 0.30, 0.40, 0.40, 0.35, 0.35])
DRAWS, PEOPLE = 500, 200


class Roles:
    def __init__(self, data):
        self.ids = [role["id"] for role in data["roles"]]
        self.tracks = [role["track"] for role in data["roles"]]
        self.entry = [role["entry"] for role in data["roles"]]
        pick = lambda what: np.array([[role["facets"][facet][what] for facet in FACETS] for role in data["roles"]], float)
        self.d, self.w = pick("demand"), pick("weight")

    def able(self, m, d=None):
        """*Do already*, for each person (or draw) and role; one-sided, so that doing more is no misfit. d: demands, for each draw its own."""
        d = np.broadcast_to(self.d, (len(m), *self.d.shape)) if d is None else d
        roles = range(len(self.ids))
        short = [np.maximum(0, d[:, i] - m) ** 2 @ self.w[i] / self.w[i].sum() for i in roles]
        return 1 - np.sqrt(np.stack(short, 1)) / 4

    def want(self, e, d=None):
        """The mean energy of what the role asks, 0 drains to 1 energises."""
        if d is None:
            v = self.w * (self.d - 1) / 4
            return (e - 1) / 4 @ (v / v.sum(1, keepdims=True)).T
        v = self.w * (d - 1) / 4
        return ((v * (e[:, None, :] - 1)).sum(-1) / 4) / v.sum(-1)

    def fit(self, m, e, d=None):
        return 0.5 * self.able(m, d) + 0.5 * self.want(e, d)


def uniform(rng, people):
    """Any mean and any of the five energies, all as likely, each by itself."""
    return rng.uniform(1, 5, (people, 8)), rng.integers(1, 6, (people, 8)).astype(float)


def clustered(rng, people, rho=0.5, mean=3.4, energy_sd=1.0):
    """Means about 3.4 +- 0.6 that hang together by 0.5 from facet to facet; energies about 3.4 +- 1, by 0.3 with the mean of their facet."""
    z = np.sqrt(rho) * rng.standard_normal((people, 1)) + np.sqrt(1 - rho) * rng.standard_normal((people, 8))
    y = 0.3 * z + np.sqrt(1 - 0.3**2) * rng.standard_normal((people, 8))
    return np.clip(mean + 0.6 * z, 1, 5), np.clip(np.rint(3.4 + energy_sd * y), 1, 5)


def firsts(roles, make, seed, people, by="fit"):
    """For how many people each role comes first; the earlier one on ties."""
    rng, count = np.random.default_rng(seed), np.zeros(len(roles.ids), int)
    for start in range(0, people, 10_000):
        m, e = make(rng, min(10_000, people - start))
        fit = roles.fit(m, e) if by == "fit" else roles.able(m)
        count += np.bincount(fit.argmax(1), minlength=len(roles.ids))
    return count


def good(count, people):
    return count.min() > 0 and count.max() <= MOST * people


def main_table(roles):
    columns = {}
    for name, make in (("uniform", uniform), ("clustered", clustered)):
        columns[name] = firsts(roles, make, 1, GROUP)
        columns[f"{name}, of {MANY:,} people"] = firsts(roles, make, 2, MANY) * 1000 / MANY
        columns[f"{name}, energy not asked"] = firsts(roles, make, 2, MANY, "able") * 1000 / MANY
    lines = ["| Role | first of 1,000 uniform | clustered | in the long run, uniform | clustered | energy not asked, uniform | clustered |",
             "|---|---|---|---|---|---|---|"]
    order = ["uniform", "clustered"] + [f"{n}, of {MANY:,} people" for n in ("uniform", "clustered")] \
        + [f"{n}, energy not asked" for n in ("uniform", "clustered")]
    for i, role in enumerate(roles.ids):
        lines.append(f"| {role} | " + " | ".join(f"{columns[name][i]:.0f}" for name in order) + " |")
    for track in ("management", "leadership", "hybrid"):
        here = [i for i, t in enumerate(roles.tracks) if t == track]
        lines.append(f"| **{track}** | " + " | ".join(f"{columns[name][here].sum():.0f}" for name in order) + " |")
    return lines, good(columns["uniform"], GROUP) and good(columns["clustered"], GROUP)


def groups_table(roles):
    """How often the two demands hold in other groups of 1,000, and how far that hangs on what was assumed of clustered people."""
    kinds = {
        "uniform": uniform, "clustered": clustered,
        "facets hang together by 0.3": lambda r, n: clustered(r, n, rho=0.3),
        "by 0.7": lambda r, n: clustered(r, n, rho=0.7),
        "means about 3.0": lambda r, n: clustered(r, n, mean=3.0),
        "means about 3.8": lambda r, n: clustered(r, n, mean=3.8),
        "energies 3.4 ± 0.7": lambda r, n: clustered(r, n, energy_sd=0.7),
    }
    lines = [f"| People | groups of {GROUPS} in which every role comes first for some | in which none does for more than a quarter | least, most of 1,000 in the long run |",
             "|---|---|---|---|"]
    for name, make in kinds.items():
        counts = [firsts(roles, make, 100 + i, GROUP) for i in range(GROUPS)]
        total = sum(counts) / GROUPS
        low, high = roles.ids[total.argmin()], roles.ids[total.argmax()]
        lines.append(f"| {name} | {sum(c.min() > 0 for c in counts)} | {sum(c.max() <= MOST * GROUP for c in counts)} "
                     f"| {total.min():.0f} ({low}), {total.max():.0f} ({high}) |")
    return lines


def sure_table(roles):
    """How sure the first role is, for clustered people, when answers and demands vary by their error."""
    rng = np.random.default_rng(3)
    sem = ITEM_SD * np.sqrt((1 - R) / ITEMS)
    clip = lambda x: np.clip(x, 1, 5)
    rows = {"answers only": 0.0, "answers and the role's demands": DEMAND_ERROR}
    lines = ["| What varies | comes first in (median; 10 to 90 of 100 people) | is among the first three in | 'fits best' at half or more |", "|---|---|---|---|"]
    m, e = clustered(rng, PEOPLE)
    for name, error in rows.items():
        first, three = [], []
        for person in range(PEOPLE):
            best = roles.fit(m[person:person + 1], e[person:person + 1])[0].argmax()
            ms = clip(m[person] + sem * rng.standard_normal((DRAWS, 8)))
            es = clip(e[person] + ENERGY_ERROR * rng.standard_normal((DRAWS, 8)))
            ds = clip(roles.d + error * rng.standard_normal((DRAWS, *roles.d.shape)))
            fits = roles.fit(ms, es, ds)
            behind = (fits > fits[:, best:best + 1]).sum(1)
            first.append((behind == 0).mean())
            three.append((behind <= 2).mean())
        a, b = np.percentile(first, [50, 10, 90]), np.percentile(three, [50, 10, 90])
        lines.append(f"| {name} | {a[0]:.0%} ({a[1]:.0%} to {a[2]:.0%}) | {b[0]:.0%} ({b[1]:.0%} to {b[2]:.0%}) | {np.mean(np.array(first) >= 0.5):.0%} of people |")
    return lines


def shape_table(roles):
    lines = ["| Role | mean demand, weighted | sum of weights | nearest other role (points) |", "|---|---|---|---|"]
    for i, role in enumerate(roles.ids):
        away = np.sqrt(((roles.d - roles.d[i]) ** 2).mean(1))
        away[i] = 99
        mean = (roles.d[i] * roles.w[i]).sum() / roles.w[i].sum()
        lines.append(f"| {role} | {mean:.2f} | {roles.w[i].sum():.0f} | {roles.ids[away.argmin()]} ({away.min():.2f}) |")
    return lines


def made_people(roles):
    """The people of tests/fixtures/tracks/people.json: those whose first role is not of the track that they were made for."""
    path = ROOT / "tests/fixtures/tracks/people.json"
    wrong = []
    people = json.loads(path.read_text(encoding="utf-8"))
    for person in people:
        fit = roles.fit(np.array([person["scores"]], float), np.array([person["energy"]], float))[0]
        if roles.tracks[fit.argmax()] != person["track"]:
            wrong.append(f"{person['who']}: {roles.ids[fit.argmax()]}, wanted {person['track']}")
    return len(people), wrong


def rules(roles):
    """What the data file says of itself."""
    wrong = []
    for i, role in enumerate(roles.ids):
        places = [ENTRY.index(need) if need in ENTRY else -1 for need in roles.entry[i]]
        if -1 in places or places != sorted(set(places)):
            wrong.append(f"{role}: entry {roles.entry[i]}")
        if ((roles.d[i] == 1) != (roles.w[i] == 0)).any():
            wrong.append(f"{role}: a demand of 1 has weight 0, and no other has")
        if (roles.w[i] > 0).sum() < 5 or (roles.d[i] >= 4).sum() < 3 or (roles.d[i] <= 2).sum() < 1:
            wrong.append(f"{role}: five weights above 0, three demands of 4 or 5, one of 1 or 2")
        away = np.sqrt(((roles.d - roles.d[i]) ** 2).mean(1))
        if (away < 0.5).sum() > 1:
            wrong.append(f"{role}: another one is nearer than 0.5")
    return wrong


def main():
    roles = Roles(tomllib.loads((ROOT / "assets/tracks/tracks.toml").read_text(encoding="utf-8")))
    table, met = main_table(roles)
    number, strays = made_people(roles)
    wrong = rules(roles) + [f"people made by hand: {who}" for who in strays]
    if "--check" in sys.argv:
        wrong += [] if met else ["of 1,000 people, every role comes first for some and none for more than a quarter"]
        print("\n".join(wrong) or "ok")
        sys.exit(1 if wrong else 0)
    made = f"{number - len(strays)} of the {number} people made by hand get the track that they were made for."
    parts = [table, groups_table(roles), sure_table(roles), shape_table(roles), [made], [f"- {line}" for line in wrong]]
    text = "\n\n".join("\n".join(part) for part in parts if part)
    if "--write" not in sys.argv:
        print(text)
        return
    marks = {"first": table, "groups": parts[1], "sure": parts[2], "shape": parts[3]}
    page = PAGE.read_text(encoding="utf-8")
    for name, lines in marks.items():
        head, rest = page.split(f"<!-- {name} -->\n", 1)
        tail = rest.split("<!-- end -->\n", 1)[1]
        page = f"{head}<!-- {name} -->\n" + "\n".join(lines) + "\n<!-- end -->\n" + tail
    PAGE.write_text(page, encoding="utf-8")
    print(made)


main()
