#!/usr/bin/env python3
"""golden.py WORK LINUX-PROGRAM WINDOWS-COMMAND… : the golden cases, scored by both programs.

WORK is a folder that both see as the present one. The Windows program makes a profile of each case from a CSV, and both score it.
What they say has to be the same byte for byte, and what an independent program computed (tests/fixtures/golden/README.md).
"""

import csv
import json
import pathlib
import subprocess
import sys

TOLERANCE = 1e-6
CASES = pathlib.Path(__file__).parents[3] / "tests/fixtures/golden/cases.json"


def rows(case):
    for item in case["order"]:
        yield item, case["answers"].get(item, "")
    for kind in ("need", "energy"):
        for facet, rating in (case.get({"need": "needs"}.get(kind, kind)) or {}).items():
            yield f"{kind}/{facet}", rating


def agree(expected, actual):
    """Whether all that is expected is there. The program may say more."""
    if isinstance(expected, dict):
        return isinstance(actual, dict) and all(k in actual and agree(v, actual[k]) for k, v in expected.items())
    if isinstance(expected, list):
        return len(expected) == len(actual) and all(map(agree, expected, actual))
    if isinstance(expected, float):
        return isinstance(actual, (int, float)) and abs(expected - actual) <= TOLERANCE
    return expected == actual


def run(command, work):
    done = subprocess.run(command, cwd=work, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command}: status {done.returncode}\n{done.stderr.decode(errors='replace')}")
    return done.stdout.replace(b"\r\n", b"\n")


def main():
    work, linux, windows = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    cases = json.loads(CASES.read_text(encoding="utf-8"))["cases"]
    wrong = []
    for case in cases:
        name = case["name"]
        with open(work / f"{name}.csv", "w", newline="", encoding="utf-8") as out:
            csv.writer(out).writerows([("item", "answer"), *rows(case)])
        made = ["new", "--answers", f"{name}.csv", "--form", case["form"], "-o", f"{name}.evenkeel"]
        run([*windows, *made], work)
        score = ["score", f"{name}.evenkeel", "--json"]
        here, there = run([linux, *score], work), run([*windows, *score], work)
        if here != there:
            wrong.append(f"{name}: the two programs differ")
        if not agree(case["expected"], json.loads(there)):
            wrong.append(f"{name}: not what is expected")
    print("\n".join(wrong) or f"{len(cases)} cases")
    return 1 if wrong or len(cases) < 18 else 0


sys.exit(main())
