"""`trichluc eval` on the corpus gives at least these scores, and the same numbers as the outside scorer where there is one.

usage: score.py corpus|seeds
"""
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, READ, SHARED, documents, skip, trichluc  # noqa: E402

CORPUS_VALUE_F1, CORPUS_FULL_F1 = 0.98, 0.94
# Folder and suffix of the examples beside the checkout, least value F1, least full F1.
SEEDS = [("seeds", ".txt", 0.97, 0.90), ("seed-html", ".html", 0.97, 0.90), ("seed-scans/office", ".pdf", 0.95, 0),
         ("seed-scans/fax", ".pdf", 0.85, 0)]


def evaluate(gold, files):
    done = trichluc("eval", gold, *files)
    said = done.stdout.decode("utf-8")
    if done.returncode:
        sys.exit(f"eval ended with {done.returncode}: {done.stderr.decode('utf-8')}")
    return said


def f1(said):
    """Value and full F1 of the line ALL: gold, then P, R and F1 of both."""
    numbers = re.search(r"(?m)^ALL\s+(\d+(?:\s+[\d.]+){6})", said)[1].split()
    return float(numbers[3]), float(numbers[6])


def at_least(name, said, value, full):
    got = f1(said)
    print(said)
    print(f"{name}: value F1 {got[0]} of {value}, full F1 {got[1]} of {full}")
    return got[0] >= value and got[1] >= full


def same_as_outside(gold, extracted, said):
    scorer = SHARED / "eval" / "score.py"
    if not scorer.is_file():
        print("no outside scorer beside the checkout: not compared")
        return True
    outside = subprocess.run([sys.executable, scorer, gold, extracted], capture_output=True, text=True, encoding="utf-8", check=True)
    if outside.stdout.split() == said.split():
        return True
    print(f"the outside scorer says otherwise:\n{outside.stdout}")
    return False


def corpus():
    said = evaluate(DOCUMENTS, documents())
    good = at_least("corpus", said, CORPUS_VALUE_F1, CORPUS_FULL_F1)
    return same_as_outside(DOCUMENTS, READ / "extracted.jsonl", said) and good


def seeds():
    gold = SHARED / "eval" / "gold"
    if not gold.is_dir():
        skip("no examples beside the checkout")
    results = []
    for folder, suffix, value, full in SEEDS:
        said = evaluate(gold, sorted((SHARED / folder).glob(f"*{suffix}")))
        results.append(at_least(folder, said, value, full))
    return all(results)


if __name__ == "__main__":
    sys.exit(0 if {"corpus": corpus, "seeds": seeds}[sys.argv[1]]() else 1)
