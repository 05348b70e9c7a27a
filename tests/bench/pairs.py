#!/usr/bin/env python3
"""Where is the border between one report told twice and two reports? The likeness of pairs in an archive.

    python3 tests/bench/pairs.py [--least 0.1] FILE_OR_FOLDER…

Ingests the files into an archive of its own and prints every pair of documents whose wording is alike by at least so
much, computed from the stored signatures without the bands: share of common wording, share of common figures, whether
they are in one group, and whether a pair that should have been found through the bands was not.
"""
import argparse
import array
import itertools
import pathlib
import sqlite3
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import trichluc  # noqa: E402

MOST = 1024  # hashes that a signature keeps


def numbers(blob):
    found = array.array("I")
    found.frombytes(blob)
    return list(found)


def overlap(a, b):
    last = min([s[-1] for s in (a, b) if len(s) == MOST], default=2**32)
    a, b = ({n for n in s if n <= last} for s in (a, b))
    return len(a & b), len(a), len(b)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--least", type=float, default=0.1)
    options.add_argument("files", nargs="+")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as top:
        run = trichluc("ingest", f"{top}/kho", *asked.files, "-j", "2")
        print(run.stdout.decode())
        database = sqlite3.connect(f"{top}/kho/archive.sqlite")
        rows = database.execute("SELECT source, shingles, figures, leader FROM signatures JOIN documents USING (document) "
                                "LEFT JOIN groups USING (document) ORDER BY source").fetchall()
        alike = {frozenset(pair) for pair in database.execute(
            "SELECT d.source, o.source FROM near_duplicates n JOIN documents d USING (document) "
            "JOIN documents o ON o.document = n.other")}
    pairs = []
    for (a, shingles, figures, _), (b, others, further, _) in itertools.combinations(rows, 2):
        both, left, right = overlap(numbers(shingles), numbers(others))
        same, fewer, more = overlap(numbers(figures), numbers(further))
        wording = both / (left + right - both)
        if wording >= asked.least:
            pairs.append((wording, same / min(fewer, more) if min(fewer, more) else None, frozenset((a, b)) in alike, a, b))
    print("wording figures alike")
    for wording, figures, found, a, b in sorted(pairs, key=lambda pair: -pair[0]):
        print(f"{wording:7.2f} {figures if figures is None else format(figures, '7.2f')} {'yes' if found else 'no ':5} "
              f"{'/'.join(a.split('/')[-2:])}  {'/'.join(b.split('/')[-2:])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
