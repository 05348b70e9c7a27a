"""Rules that no phrase and no document of the corpus uses are faults, but for those in unused_rules.txt, which may only
shrink. Dictionary lines whose words no text has are counted for each table; --lines prints them. Which of the others do
something there, deleted_lines.py says."""
import collections
import json
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import BUILD, READ, ROOT  # noqa: E402

ALLOWED = pathlib.Path(__file__).with_name("unused_rules.txt")


def used_names():
    texts = [json.loads(line)["text"] for line in (READ / "text.jsonl").read_text(encoding="utf-8").splitlines()]
    done = subprocess.run([BUILD / "tests" / "corpus_coverage"], input="\f".join(texts), capture_output=True, text=True,
                          encoding="utf-8", check=True)
    # Cells of tables are known in the whole program only, not in the texts alone.
    extracted = (READ / "extracted.jsonl").read_text(encoding="utf-8")
    return set(done.stdout.splitlines()) | {f"rule {rule}" for rule in re.findall(r'"rule":\s*"([a-z_.]+)"', extracted)}


def rules_in_code():
    """The names that the extractors give their candidates: "kind.what_it_sees" in a string."""
    kinds = "|".join(p.name for p in (ROOT / "extractors").iterdir() if p.is_dir())
    found = set()
    for source in (ROOT / "extractors").rglob("*.cpp"):
        found |= set(re.findall(rf'"((?:{kinds})\.[a-z][a-z_]+)"', source.read_text(encoding="utf-8")))
    return found - {f for f in found if f.endswith(".tsv")}


def unused_lines(used):
    for table in sorted((ROOT / "dictionaries" / "vi").glob("*.tsv")):
        for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
            if line and not line.startswith("#") and f"line {table.name}:{number}" not in used:
                yield table.name, number, line.split("\t")[0]


def main():
    used = used_names()
    rules = rules_in_code()
    allowed = {line for line in ALLOWED.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}
    unused = {rule for rule in rules if f"rule {rule}" not in used}
    faults = [f"{rule}: no phrase or document uses this rule" for rule in sorted(unused - allowed)]
    faults += [f"{rule}: used, or gone: take it out of {ALLOWED.name}" for rule in sorted(allowed - unused)]
    lines = list(unused_lines(used))
    if "--lines" in sys.argv:
        print("\n".join(f"{table}:{number}: {form}" for table, number, form in lines))
    for table, count in sorted(collections.Counter(table for table, _, _ in lines).items()):
        print(f"{table}: {count} lines that no text of the corpus has")
    print("\n".join(faults))
    print(f"{len(rules)} rules, {len(unused)} unused, {len(faults)} faults")
    sys.exit(1 if faults or not rules else 0)


if __name__ == "__main__":
    main()
