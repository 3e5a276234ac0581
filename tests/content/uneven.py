"""How many careful people would be told that their answers are uneven?

Even-odd consistency (src/scoring/quality.rs) is worked out for simulated people who answer as carefully as the app assumes people to:
each facet has a level of its own, an answer is that level with an error, rounded to 1 to 5. How far facets go together is not known, so
that three values are tried. Nobody of these is careless: who is called uneven is called so wrongly. Beside them stand people who answer
at random, each of the five answers as likely as any other: a word about unevenness is of use only if it finds them.

A second measure, which the app does not have, is tried in the same way: the spread of the answers within a facet.

    python uneven.py
"""

import tomllib
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).resolve().parents[2] / "assets/instrument/evenkeel-2"
BETWEEN = (0.3, 0.5, 0.7)
MEAN = 3.3
PEOPLE = 40_000
CUT_OFF = 0.30
TOLERATED = 0.05
# How much some questions are easier to say yes to than others; nobody knows, and 0 is what the app assumes.
HARDER = (0.0, 0.4)


def careful(rng, item_sd, r, items, between, harder=0.0):
    """Ratings: an array of people by items for each facet."""
    common, own = rng.standard_normal((PEOPLE, 1)), rng.standard_normal((PEOPLE, len(r)))
    level = np.sqrt(between) * common + np.sqrt(1 - between) * own
    facets = []
    for place, correlation in enumerate(r):
        error = rng.standard_normal((PEOPLE, items))
        answer = np.sqrt(correlation) * level[:, [place]] + np.sqrt(1 - correlation) * error
        difficulty = harder * rng.standard_normal((PEOPLE, items))
        facets.append(np.clip(np.rint(MEAN + difficulty + item_sd * answer), 1, 5))
    return facets


def at_random(rng, facets, items):
    return [rng.integers(1, 6, (PEOPLE, items)).astype(float) for _ in range(facets)]


def halves(facets):
    """Pearson's correlation between the means of odd and of even items over facets, one for each person."""
    odd = np.stack([ratings[:, 0::2].mean(1) for ratings in facets], 1)
    even = np.stack([ratings[:, 1::2].mean(1) for ratings in facets], 1)
    odd -= odd.mean(1, keepdims=True)
    even -= even.mean(1, keepdims=True)
    xx, yy, xy = (odd**2).sum(1), (even**2).sum(1), (odd * even).sum(1)
    known = (xx > 1e-12) & (yy > 1e-12)
    return np.clip(xy[known] / np.sqrt(xx[known] * yy[known]), -1, 1)


def even_odd(r):
    """Stepped up to the whole facet and not below -1, as in the app."""
    with np.errstate(divide="ignore"):
        return np.maximum(2 * r / (1 + r), -1)


def spread(facets):
    """The mean variance of the answers within a facet."""
    return np.mean([ratings.var(1, ddof=1) for ratings in facets], 0)


def main():
    structure = tomllib.loads((FOLDER / "instrument.toml").read_text(encoding="utf-8"))
    assumed = structure["assumed"]
    sets = {
        "0.40 for all": [assumed["inter_item_r"]] * len(structure["facets"]),
        "each its own": [facet.get("inter_item_r", assumed["inter_item_r"]) for facet in structure["facets"]],
    }
    forms = {"full": len(structure["facets"][0]["items"]), "quick": len(structure["facets"][0]["quick"])}

    def random_number():
        return np.random.default_rng(20261127)

    print("Even-odd consistency: careful people below 0.30; the cut-off that 5 in 100 of them lie below; people who answer at random below each.\n")
    print("| Form | Within a facet | Between facets | Careful below 0.30 | Random below 0.30 | Cut-off for 5 in 100 | as a plain correlation | Random below that |")
    print("|---|---|---:|---:|---:|---:|---:|---:|")
    for form, items in forms.items():
        chance = halves(at_random(random_number(), len(structure["facets"]), items))
        for name, r in sets.items():
            for between in BETWEEN:
                plain = halves(careful(random_number(), assumed["item_sd"], r, items, between))
                value = even_odd(plain)
                low = np.quantile(plain, TOLERATED)
                cut = float(even_odd(low))
                shown = f"{cut:.2f}" if cut > -1 else "none: the scale ends at -1"
                print(
                    f"| {form} | {name} | {between} | {100 * (value < CUT_OFF).mean():.0f} % | {100 * (even_odd(chance) < CUT_OFF).mean():.0f} % "
                    f"| {shown} | {low:.2f} | {100 * (chance < low).mean():.0f} % |"
                )

    print("\nMean variance within a facet: what 5 in 100 careful people lie above, and how many who answer at random do.\n")
    print("| Form | Within a facet | Questions differ by | Cut-off for 5 in 100 | Random above it |")
    print("|---|---|---:|---:|---:|")
    for form, items in forms.items():
        chance = spread(at_random(random_number(), len(structure["facets"]), items))
        for name, r in sets.items():
            for harder in HARDER:
                high = max(
                    np.quantile(spread(careful(random_number(), assumed["item_sd"], r, items, between, harder)), 1 - TOLERATED)
                    for between in BETWEEN
                )
                print(f"| {form} | {name} | {harder} | {high:.2f} | {100 * (chance > high).mean():.0f} % |")


if __name__ == "__main__":
    main()
