"""What corpus/queries.tsv expects, over one archive of the corpus and of the examples beside the checkout.

The archive is read once and kept in the build folder until a document, a dictionary or the program is newer.
"""
import json
import pathlib
import shutil
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import BUILD, PROGRAM, ROOT, SHARED, documents, trichluc  # noqa: E402

ARCHIVE = BUILD / "questions_archive"
EXAMPLES = ("seeds", "seed-html", "seed-scans")


def queries():
    for line in (ROOT / "corpus" / "queries.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def files():
    found = list(documents())
    for name in EXAMPLES:
        folder = SHARED / name
        if folder.is_dir():
            found += sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".json")
        else:
            print(f"skipped: no {folder}")
    return found


def archive(inputs):
    """The archive of all files; built anew when one of them, or what reads them, has changed."""
    made = ARCHIVE / "made_of.json"
    stamps = {str(p): p.stat().st_mtime_ns for p in [*inputs, pathlib.Path(PROGRAM), *sorted((ROOT / "dictionaries").rglob("*.tsv"))]}
    if made.exists() and json.loads(made.read_text(encoding="utf-8")) == stamps:
        return
    shutil.rmtree(ARCHIVE, ignore_errors=True)
    run = trichluc("ingest", ARCHIVE, *inputs, "-j", "2")
    if run.returncode not in (0, 20):
        raise RuntimeError(run.stderr.decode())
    made.write_text(json.dumps(stamps), encoding="utf-8")


def stem(found):
    return pathlib.PurePath(found["source"]).name.split(".")[0].removesuffix("-scan")




class Questions(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        inputs = files()
        cls.there = {p.name.split(".")[0] for p in inputs} | {"-"}
        archive(inputs)

    def ask(self, query):
        run = trichluc("search", ARCHIVE, query, "--format", "json", "--limit", "5")
        self.assertEqual(run.returncode, 0, run.stderr.decode())
        return json.loads(run.stdout)

    def lines(self, *kinds):
        found = [line for line in queries() if line[1] in kinds]
        there = [line for line in found if line[2] in self.there]
        if len(there) < len(found):
            print(f"skipped: {len(found) - len(there)} lines whose document is not there")
        return there

    def test_the_first_hit(self):
        lines = self.lines("hit")
        self.assertGreaterEqual(len(lines), 30)
        for query, _, document, page, *_ in lines:
            with self.subTest(query):
                hits = [(stem(hit), str(hit["page"])) for hit in self.ask(query)["hits"]]
                self.assertEqual(hits[:1], [(document, page)])

    def test_the_answer(self):
        lines = self.lines("answer", "differ")
        self.assertGreaterEqual(len(lines), 20)
        for query, kind, document, page, value, place, period in lines:
            with self.subTest(query):
                found = self.ask(query)
                told = [(stem(a), str(a["page"]), a["name"] or " ".join(filter(None, (a["value"], a["currency"]))), a["place"],
                         a["period"]) for a in found["answers"]]
                self.assertEqual(found["answers_differ"], kind == "differ")
                self.assertIn((document, page, value, place, period), told)
                self.assertTrue(kind == "differ" or len(told) == 1, told)
                self.assertTrue(all(a["text"] for a in found["answers"]))

    def test_no_answer(self):
        lines = self.lines("none")
        self.assertGreaterEqual(len(lines), 10)
        for query, *_ in lines:
            with self.subTest(query):
                self.assertEqual(self.ask(query)["answers"], [])


if __name__ == "__main__":
    unittest.main()
