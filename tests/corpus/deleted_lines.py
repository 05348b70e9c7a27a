"""Deletes dictionary lines one after the other and reads phrases and documents again: a line that nothing misses is either
useless or has no phrase that needs it.

usage: deleted_lines.py [--sample N] [--quiet] [--grammar] [TABLE...]     every line of every table when nothing is given

--grammar: the tables of GRAMMAR, whose lines are all missed by a test. A table of UNIT_TESTED is tested by the unit
tests that bear its name as a tag too; they count as phrases do. A line of unmarked_words is missed where the corpus, read
with its marks taken off, gets more words wrong without it.

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
TABLES = ROOT / "dictionaries" / "vi"
# The tables of how the genre speaks; the others hold names. Left out are two whose words act outside of the text of a
# phrase, with a test of every line of their own: correction_words (cli/series_test.py), signature_words
# (unit/extractors/resolve_test.cpp).
GRAMMAR = """cumulative_words currencies disaster_words document_frames expectations giving_verbs head_nouns
legal_kinds legal_words lunar_words measure_units meeting_formats meeting_name_ends meeting_roles
meeting_words money_cues months named_after_days newspaper_marks number_neighbours number_scales
number_words order_words page_markers part_words parts_of_day project_statuses qualifiers relative_times
share_words statuses table_headings telling_words true_pairs unmarked_words""".split()
# Tables with unit tests that bear their names as tags: registers written down once more, and what a phrase cannot tell.
UNIT_TESTED = {"head_nouns", "ministries", "offices", "provinces", "question_words", "regions"}
# Tables whose forms are compared with whole lines, their beginnings or their ends: a shorter form says nothing for a longer
# one.
OF_PAGES = {"document_frames", "page_markers"}
# A table of its own program: it reads the corpus with its marks taken off.
UNMARKED = "unmarked_words"


def spare_lines(table):
    """Numbers of the lines that say of their form what another line says of a part of it: "tổ chức PCPNN X", "tổ chức PCPNN"."""
    if table in OF_PAGES or table == UNMARKED:
        return set()
    rows = {}
    for number, line in enumerate((TABLES / f"{table}.tsv").read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            form, *values = line.split("\t")
            rows[number] = (f" {form} ", values[:-1])
    return {number for number, (form, values) in rows.items()
            if any(other in form and other != form and its == values for other, its in rows.values())}


def unit_test_misses(table, number):
    """Is a unit test of this table red without the line?"""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(TABLES, folder, dirs_exist_ok=True)
        lines = (TABLES / f"{table}.tsv").read_text(encoding="utf-8").split("\n")
        lines[number - 1] = "#"
        (pathlib.Path(folder) / f"{table}.tsv").write_text("\n".join(lines), encoding="utf-8")
        done = subprocess.run([BUILD / "tests" / "unit_tests", f"[{table}]"], capture_output=True, check=False,
                              env={**os.environ, "TRICHLUC_TEST_DICTIONARIES": folder})
    return done.returncode != 0


def outcomes(tables, sample):
    """What the two programs say of each line of these tables."""
    others = [table for table in tables if table != UNMARKED]
    commands = [["corpus_deleted_lines", str(sample), *others]] if others else []
    commands += [["corpus_unmarked_lines"]] if UNMARKED in tables else []
    for program, *arguments in commands:
        done = subprocess.run([BUILD / "tests" / program, *arguments], capture_output=True, text=True, encoding="utf-8",
                              check=True)
        yield from (line.split("\t") for line in done.stdout.splitlines())


def main():
    parser = argparse.ArgumentParser(description="names dictionary lines that nothing misses")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--grammar", action="store_true")
    parser.add_argument("tables", nargs="*", metavar="TABLE")
    arguments = parser.parse_args()
    tables = arguments.tables + (GRAMMAR if arguments.grammar else [])
    tables = tables or sorted(table.stem for table in TABLES.glob("*.tsv"))
    counts, unmissed = collections.defaultdict(collections.Counter), []
    spare = {}
    for table, number, form, outcome, texts in outcomes(tables, arguments.sample):
        spare.setdefault(table, spare_lines(table))
        if outcome in ("silent", "none") and table in UNIT_TESTED and unit_test_misses(table, int(number)):
            outcome = "phrase"
        if outcome in ("silent", "none") and int(number) in spare[table]:
            outcome = "spare"
        counts[table][outcome] += 1
        counts[table]["unseen"] += outcome == "none" and texts == "0"
        if outcome in ("silent", "none"):
            unmissed.append(f"{table}.tsv:{number}: {form}: {outcome}, in {texts} texts")
    for table, count in counts.items():
        print(f"{table}: " + ", ".join(f"{count[o]} {o}" for o in OUTCOMES) + f" ({count['unseen']} in no text)")
    if not arguments.quiet:
        print("\n".join(unmissed))
    lines = sum(count[o] for count in counts.values() for o in OUTCOMES)
    print(f"{lines} lines, {len(unmissed)} that no test misses")
    sys.exit(1 if unmissed else 0)


if __name__ == "__main__":
    main()
