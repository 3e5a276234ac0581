"""Golden values for what is said of groups, computed by pingouin (PyPI, 0.7.0) and by R's multilevel (2.7, Debian), and kept in
tests/fixtures/golden/others.json. Run it again only when cases are added:

    python3 -m venv venv && venv/bin/pip install pingouin && venv/bin/python tests/golden/others.py

Cronbach's alpha and its interval are pingouin's; r_wg, r_wg(j), AD_M, quartiles and ICC_DE (a correlation of the values entered both ways
round) are R's.
"""

import json
import subprocess
import tempfile
from pathlib import Path

import numpy
import pandas
import pingouin

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "fixtures" / "golden" / "others.json"


def answers(random, people, items, agree):
    """Ratings 1 to 5 with a person's and an item's part in them."""
    level = random.normal(3.2, agree, size=(people, 1))
    easy = random.normal(0, 0.3, size=(1, items))
    drawn = numpy.rint(level + easy + random.normal(0, 0.8, size=(people, items)))
    return numpy.clip(drawn, 1, 5).astype(int)


def main():
    random = numpy.random.default_rng(16)
    shapes = [(5, 5, 0.4), (6, 3, 0.2), (8, 4, 0.9), (12, 5, 0.1), (30, 5, 0.6), (30, 3, 0.5), (64, 5, 0.8), (200, 5, 0.7)]
    cases = [{"rows": answers(random, *shape).tolist()} for shape in shapes]
    with tempfile.TemporaryDirectory() as folder:
        for at, case in enumerate(cases):
            pandas.DataFrame(case["rows"]).to_csv(Path(folder) / f"answers-{at}.csv", header=False, index=False)
        subprocess.run(["Rscript", str(HERE / "others.R"), folder], check=True)
        for at, case in enumerate(cases):
            found = (Path(folder) / f"found-{at}.csv").read_text().split()
            case.update({name: float(value) for name, value in (line.split(",") for line in found)})
            alpha, interval = pingouin.cronbach_alpha(data=pandas.DataFrame(case["rows"]).astype(float))
            # pingouin rounds the interval to three digits.
            case.update(alpha=float(alpha), alpha_low=float(interval[0]), alpha_high=float(interval[1]))
    TARGET.write_text(json.dumps({"cases": cases}) + "\n")


if __name__ == "__main__":
    main()
