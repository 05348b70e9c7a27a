"""Deletes dictionary lines one after the other and reads phrases and documents again: a line that nothing misses is either
useless or has no phrase that needs it.

usage: deleted_lines.py [--sample N] [--quiet] [--all] [TABLE...]     every line of every table when nothing is given

--all: every table but those of TESTED_ELSEWHERE; all their lines are missed by a test. A table of UNIT_TESTED is tested by
the unit tests that bear its name as a tag too; they count as phrases do. A line of unmarked_words is missed where the
corpus, read with its marks taken off, gets more words wrong without it.

Prints a table's counts: lines that turn a phrase red, that change the score of a document, that are spare (a shorter form
of the table says the same), that change records which no test compares ("silent"), and that change nothing, of these the
ones whose words stand in no text. Then each line of the last two kinds, unless --quiet. Exit code 1 where there is one.
`--sample 300` reads about 300 lines, evenly spread, in some ten seconds.
"""
import argparse
import collections
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import BUILD, ROOT  # noqa: E402

OUTCOMES = ("phrase", "document", "spare", "silent", "none")
FOLDER = ROOT / "dictionaries" / "vi"
# Words that act outside of the text of a phrase, with a test of every line of their own: correction_words
# (cli/series_test.py), signature_words (unit/extractors/resolve_test.cpp).
TESTED_ELSEWHERE = {"correction_words", "signature_words"}
# A table of its own program: it reads the corpus with its marks taken off.
UNMARKED = "unmarked_words"
# Tables with unit tests that bear their names as tags: registers written down once more, and what a phrase cannot tell.
UNIT_TESTED = {"head_nouns", "ministries", "offices", "places", "provinces", "question_words", "regions"}


def lines_of_register(table):
    """Numbers and forms of the lines of a register: a table whose forms are not looked for in texts. None for others."""
    lines = (FOLDER / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    if not any(line.startswith("# columns: id ") for line in lines):
        return None
    return [(number, line.split("\t")[0]) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]


class UnitTests:
    """Runs the unit tests of a table on a copy of the dictionaries in which one of its lines is missing."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        shutil.copytree(FOLDER, self.folder, dirs_exist_ok=True)

    def miss(self, table, number):
        whole = (FOLDER / f"{table}.tsv").read_text(encoding="utf-8")
        lines = whole.split("\n")
        lines[number - 1] = "#"
        (self.folder / f"{table}.tsv").write_text("\n".join(lines), encoding="utf-8")
        done = subprocess.run([BUILD / "tests" / "unit_tests", f"[{table}]"], capture_output=True, check=False,
                              env={**os.environ, "TRICHLUC_TEST_DICTIONARIES": str(self.folder)})
        (self.folder / f"{table}.tsv").write_text(whole, encoding="utf-8")
        return done.returncode != 0


def output_of(program, *arguments):
    done = subprocess.run([BUILD / "tests" / program, *arguments], capture_output=True, text=True, encoding="utf-8",
                          check=True)
    return done.stdout.splitlines()


def found(sample, tables, tests):
    """Table, number, form, outcome and texts of every line: registers are asked by their unit tests before any text."""
    asked = []
    for table in sorted(set(tables) - {UNMARKED}):
        register = lines_of_register(table) if table in UNIT_TESTED and not sample else None
        for number, form in register or []:
            if tests.miss(table, number):
                yield table, number, form, "phrase", 0
            else:
                asked.append(f"{table}.tsv:{number}")
        if register is None:
            asked.append(table)
    programs = [["corpus_deleted_lines", str(sample), *asked]] if asked else []
    programs += [["corpus_unmarked_lines"]] if UNMARKED in tables else []
    for line in (line for program in programs for line in output_of(*program)):
        table, number, form, outcome, texts = line.split("\t")
        silent = outcome in ("silent", "none", "spare") and table in UNIT_TESTED and lines_of_register(table) is None
        if silent and tests.miss(table, int(number)):
            outcome = "phrase"
        yield table, int(number), form, outcome, int(texts)


def main():
    parser = argparse.ArgumentParser(description="names dictionary lines that nothing misses")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("tables", nargs="*", metavar="TABLE")
    arguments = parser.parse_args()
    tables = arguments.tables
    if arguments.all or not tables:
        tables = sorted({path.stem for path in FOLDER.glob("*.tsv")} - TESTED_ELSEWHERE)
    counts, unmissed = collections.defaultdict(collections.Counter), []
    with tempfile.TemporaryDirectory() as folder:
        for table, number, form, outcome, texts in found(arguments.sample, tables, UnitTests(folder)):
            counts[table][outcome] += 1
            counts[table]["unseen"] += outcome == "none" and texts == 0
            if outcome in ("silent", "none"):
                unmissed.append(f"{table}.tsv:{number}: {form}: {outcome}, in {texts} texts")
    for table, count in sorted(counts.items()):
        print(f"{table}: " + ", ".join(f"{count[o]} {o}" for o in OUTCOMES) + f" ({count['unseen']} in no text)")
    if not arguments.quiet:
        print("\n".join(unmissed))
    lines = sum(count[o] for count in counts.values() for o in OUTCOMES)
    print(f"{lines} lines, {len(unmissed)} that no test misses")
    sys.exit(1 if unmissed else 0)


if __name__ == "__main__":
    main()
