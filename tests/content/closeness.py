"""Which definition is each item nearest to, and how alike are the items of one facet?

    python closeness.py [FOLDER OF AN INSTRUMENT]      (needs the packages of requirements.txt; README.md says more)
"""

import sys
import tomllib
from itertools import combinations
from pathlib import Path

from minilm import Model

ROOT = Path(__file__).resolve().parents[2]
NEAREST, ALIKE = 36, 0.70


def main(folder):
    structure = tomllib.loads((folder / "instrument.toml").read_text(encoding="utf-8"))
    texts = tomllib.loads((folder / "en.toml").read_text(encoding="utf-8"))
    model = Model()
    facets = [facet["id"] for facet in structure["facets"]]
    definitions = model.embed_all([texts["facets"][facet]["definition"] for facet in facets])
    right = 0
    highest = (0.0, "", "")
    print("| Item | Text | Nearest definition | Own | Next |")
    print("|---|---|---|---:|---:|")
    alike = []
    for number, facet in enumerate(structure["facets"]):
        items = facet["items"]
        vectors = model.embed_all([texts["items"][item] for item in items])
        for item, row in zip(items, vectors @ definitions.T):
            nearest = int(row.argmax())
            right += nearest == number
            other = max(value for place, value in enumerate(row) if place != number)
            mark = facets[nearest] if nearest == number else f"**{facets[nearest]}**"
            print(f"| {item} | {texts['items'][item]} | {mark} | {row[number]:.2f} | {other:.2f} |")
        pairs = [(float(vectors[i] @ vectors[j]), items[i], items[j]) for i, j in combinations(range(len(items)), 2)]
        alike.append(max(pairs))
        highest = max(highest, max(pairs))
    total = sum(len(facet["items"]) for facet in structure["facets"])
    print()
    print("| Facet: its two most alike items | Similarity |")
    print("|---|---:|")
    for value, one, other in alike:
        print(f"| {one}, {other} | {value:.2f} |")
    print()
    print(f"{right} of {total} are nearest to their own definition (wanted: {NEAREST}).")
    print(f"The highest similarity of two items of one facet is {highest[0]:.2f} (wanted: at most {ALIKE:.2f}).")
    return right >= NEAREST and highest[0] <= ALIKE


if __name__ == "__main__":
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "assets/instrument/evenkeel-2"
    sys.exit(0 if main(given) else 1)
