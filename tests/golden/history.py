#!/usr/bin/env python3
"""Golden values for changes over time, from SciPy and from the formulas alone; it shares no code with src/scoring/history/.

    python3 -m venv venv && venv/bin/pip install scipy && venv/bin/python tests/golden/history.py

writes tests/fixtures/golden/history.json. The seed is fixed, so that the file changes only with the rules.
"""
import json
import math
import pathlib
import random

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
