#!/usr/bin/env python3
"""check.py DOCUMENT OWN.json : runs the examples of docs/DATA.md on all.csv and all.json in the current folder, and compares what
they find with OWN.json, the sums that Evenkeel's own core made (examples/aggregate.rs).

In one.csv and one.json is an audit without any answer: types must be right there too, and the examples must run.
"""

import json
import math
import os
import re
import shutil
import sys
from pathlib import Path

# Texts in the order of the columns of the long form, with what each must be read as.
KINDS = {
    "text": ["profile", "person", "audit", "role", "form", "facet", "side", "status", "reading", "dose", "instrument", "instrument_hash"],
    "time": ["date"],
    "number": ["mean", "score100", "sem", "low", "high", "gap", "confidence"],
    "whole": ["answered", "applicable", "need", "energy", "stakes", "instrument_version"],
}


def examples(document, heading):
    """The blocks of code below a heading: reading the CSV, the question, reading the JSON."""
    section = re.search(rf"^### {heading}\n(.*?)(?=^##)", document, re.M | re.S)
    blocks = re.findall(r"^```\w+\n(.*?)^```", section[1], re.M | re.S)
    assert len(blocks) == 3, f"{heading}: {len(blocks)} examples"
    return blocks


class DuckDb:
    name, heading = "DuckDB", "In DuckDB"

    def __init__(self):
        import duckdb

        self.db = duckdb.connect()
        self.db.execute("SET TimeZone = 'UTC'")

    def read(self, example):
        self.db.execute(example)

    def ask(self, example):
        found = self.db.execute(example)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row)) for row in found.fetchall()]

    def rows(self, columns):
        columns = ["floor(epoch(date))::BIGINT" if column == "date" else column for column in columns]
        return self.db.execute(f"SELECT {', '.join(columns)} FROM scores").fetchall()

    def kinds(self):
        found = self.db.execute("DESCRIBE scores").fetchall()
        known = {"VARCHAR": "text", "TIMESTAMP WITH TIME ZONE": "time", "DOUBLE": "number", "INTEGER": "whole"}
        return {name: known.get(kind, kind) for name, kind, *_ in found}


class Pandas:
    name, heading = "pandas", "In pandas"

    def __init__(self):
        self.names = {}

    def read(self, example):
        exec(example, self.names)

    def ask(self, example):
        exec(example, self.names)
        return [plain(row) for row in self.names["answer"].to_dict("records")]

    def rows(self, columns):
        scores = self.names["scores"][columns].copy()
        scores["date"] = scores["date"].dt.floor("s").astype("int64") // {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}[scores["date"].dt.unit]
        return [tuple(plain(dict(enumerate(row))).values()) for row in scores.itertuples(index=False)]

    def kinds(self):
        def kind(type_):
            text = str(type_)
            return "time" if text.startswith("datetime64") and "UTC" in text else {"Int64": "whole", "Float64": "number"}.get(text, "text" if text.startswith("str") else text)

        return {name: kind(type_) for name, type_ in self.names["scores"].dtypes.items()}


class Spark:
    name, heading = "Spark", "In Spark"

    def __init__(self):
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
        builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
        self.names = {}
        builder.getOrCreate().sparkContext.setLogLevel("ERROR")

    def read(self, example):
        exec(example, self.names)

    def ask(self, example):
        exec(example, self.names)
        return [row.asDict() for row in self.names["answer"].collect()]

    def rows(self, columns):
        columns = ["unix_timestamp(date)" if column == "date" else column for column in columns]
        return [tuple(row) for row in self.names["scores"].selectExpr(*columns).collect()]

    def kinds(self):
        known = {"string": "text", "timestamp": "time", "double": "number", "int": "whole"}
        return {name: known.get(kind, kind) for name, kind in self.names["scores"].dtypes}


def plain(row):
    """Absent values of pandas as None."""
    import pandas as pd

    return {name: None if pd.isna(value) else value for name, value in row.items()}


def in_a_table(text):
    """A text as docs/DATA.md says that the CSV has it, written anew."""
    text = "".join(" " if ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u2028\u2029" else c for c in text)
    return "'" + text if text.strip()[:1] in [*"=+-@＝＋－＠"] else text


def same(found, wanted):
    if isinstance(wanted, float) and found is not None:
        return math.isclose(found, wanted, rel_tol=1e-9, abs_tol=1e-12)
    return found == wanted


def compare(who, reader, question, own, csv):
    answer = {(row["facet"], row["status"]): row for row in reader.ask(question)}
    assert len(answer) == len(own["groups"]), f"{who}: {len(answer)} groups, not {len(own['groups'])}"
    for group in own["groups"]:
        row = answer[group["facet"], group["status"]]
        for name, wanted in group.items():
            assert same(row[name], wanted), f"{who}: {name} is {row[name]}, not {wanted}, in {group}"

    rows = reader.rows(["person", "role", "date", "answered", "applicable", "energy", "dose"])
    texts, doses = {}, {}
    for person, role, *_, dose in rows:
        texts[person or "", role or ""] = texts.get((person or "", role or ""), 0) + 1
        doses[dose or ""] = doses.get(dose or "", 0) + 1
    wanted = {}
    for person, role, count in own["texts"]:
        key = (in_a_table(person), in_a_table(role)) if csv else (person, role)
        wanted[key] = wanted.get(key, 0) + count
    differing = {key for key in texts.keys() | wanted.keys() if texts.get(key) != wanted.get(key)}
    assert not differing, f"{who}: texts differ: {sorted(differing)[:5]}"
    energy = [row[5] for row in rows if row[5] is not None]
    found = {
        "first": min(row[2] for row in rows), "last": max(row[2] for row in rows), "answered": sum(row[3] for row in rows),
        "applicable": sum(row[4] for row in rows), "energies": len(energy), "energy": sum(energy) / len(energy), "doses": doses,
    }
    for name, value in found.items():
        assert same(value, own[name]), f"{who}: {name} is {value}, not {own[name]}"
    print(f"{who}: {len(rows)} rows, {len(answer)} groups, {len(texts)} pairs of texts: the same")


def main():
    document, own = Path(sys.argv[1]).read_text(encoding="utf-8"), json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    for kind in DuckDb, Pandas, Spark:
        reader = kind()
        read_csv, question, read_json = examples(document, kind.heading)
        for ending, read in ("csv", read_csv), ("json", read_json):
            who = f"{kind.name}, {ending.upper()}"
            reader.read(read)
            wanted = {column: kind for kind, columns in KINDS.items() for column in columns}
            kinds = reader.kinds()
            if ending == "csv":
                assert kinds == wanted, f"{who}: {sorted(kinds.items() ^ wanted.items())}"
            else:
                for column in kinds.keys() & wanted.keys():
                    assert kinds[column] == wanted[column], f"{who}: {column} is read as {kinds[column]}"
            compare(who, reader, question, own, ending == "csv")
            # An audit without answers, under the name that the examples have.
            os.rename(f"all.{ending}", f"many.{ending}")
            shutil.copy(f"one.{ending}", f"all.{ending}")
            reader.read(read)
            if ending == "csv":
                assert reader.kinds() == wanted, f"{who}: types of an audit without answers: {sorted(reader.kinds().items() ^ wanted.items())}"
            assert [row["scored"] for row in reader.ask(question)] == [0] * 8, who
            os.replace(f"many.{ending}", f"all.{ending}")


if __name__ == "__main__":
    main()
