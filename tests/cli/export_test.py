"""Exports, each opened by the programs that it is for."""
import csv
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, ProgramTest, trichluc  # noqa: E402

REPORTS = {
    "a.txt": "Hà Nội, ngày 15/3/2020. Năm 2019, giá trị viện trợ phi chính phủ nước ngoài tại tỉnh Nghệ An đạt 120,4 tỷ đồng.\n\n"
             "Phát biểu tại hội nghị, ông Trần Quốc Hiển, Giám đốc Sở Ngoại vụ tỉnh Nghệ An cảm ơn các tổ chức.\n",
    "b.txt": "Năm 2019, giá trị viện trợ phi chính phủ nước ngoài tại tỉnh Nghệ An đạt hơn 120 tỷ đồng.\n\n"
             "Năm 2020, giá trị viện trợ phi chính phủ nước ngoài tại tỉnh Nghệ An đạt 99 tỷ đồng.\n",
    "c.txt": "Tính đến ngày 31/12/2019, tỉnh Nghệ An có 43 tổ chức phi chính phủ nước ngoài đang hoạt động, chiếm 12,5% cả nước.\n",
}
# What a spreadsheet would run. "Cells" of documents: names, titles, and places in a path.
FORMULA = "=HYPERLINK(\"http://a.invalid\",1)\n\nNăm 2019, tỉnh Nghệ An có 41 tổ chức phi chính phủ nước ngoài hoạt động.\n"
# The last is one that XML and workbooks (_x0041_ is "A" there) would take for something else.
NAMES = {"@SUM(1+1).txt": FORMULA, "-2+3.txt": FORMULA.replace("41", "42"),
         "a & b <c> _x0041_ ]]>.txt": FORMULA.replace("Nghệ An", "Hà Tĩnh").replace("=HYPER", "_x0042_ <b>\u2028HYPER")}
TABLES = ["about", "conflict_statements", "conflicts", "corrections", "corrections_in_force", "documents", "doubtful_people", "evidence",
          "facts", "people", "positions", "series"]


def soffice():
    return shutil.which("soffice") or shutil.which("libreoffice")


class Export(ProgramTest):
    @classmethod
    def tearDownClass(cls):
        if soffice() is None:
            print("LibreOffice is not installed (libreoffice-calc-nogui): nothing was opened by it")

    def archive(self, more=()):
        for name, text in {**REPORTS, **NAMES}.items():
            self.write(name, text)
        archive = self.folder / "kho"
        paths = [self.folder / name for name in REPORTS] + [f"{self.folder}/{name}" for name in NAMES]
        result = trichluc("ingest", archive, *paths, *more)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return archive

    def export(self, archive, format, *arguments):
        result = trichluc("export", archive, "--format", format, *arguments)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return result.stdout

    def rows(self, path, **options):
        with open(path, encoding="utf-8", newline="") as file:
            return list(csv.reader(file, **options))

    def converted(self, path, to):
        """A sheet or table as LibreOffice reads it, a file of CSV each."""
        out = self.folder / f"converted-{pathlib.Path(path).name}"
        # 44 comma, 34 quote, 76 UTF-8, from line 1, no column types, language en-US, quoted text, numbers as shown off, …,
        # every sheet into a file of its own (-1).
        done = subprocess.run([soffice(), f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to",
                               f"csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,-1",
                               *([f"--infilter=CSV:44,34,76,1,,1033,false,false"] if to == "csv" else []),
                               "--outdir", str(out), str(path)], capture_output=True, timeout=300, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return {f.stem.split("-", 1)[-1] if to == "xlsx" else f.stem: self.rows(f) for f in sorted(out.iterdir())}

    # -- CSV

    def test_csv_is_safe_and_whole(self):
        archive = self.archive()
        out = self.folder / "bang"
        self.export(archive, "csv", "-o", out)
        self.assertEqual(sorted(f.stem for f in out.iterdir()), TABLES)
        for file in out.iterdir():
            rows = self.rows(file)
            self.assertEqual({len(row) for row in rows}, {len(rows[0])}, file)
            self.assertTrue(file.read_bytes().endswith(b"\r\n"))
            for cell in (cell for row in rows[1:] for cell in row):
                self.assertNotRegex(cell, r"^[=+@\t\r]|^-(?![\d.]+$)", f"{file}: a formula")
        titles = [r[2] for r in self.rows(out / "documents.csv")]
        self.assertTrue(any(t.startswith("'=HYPERLINK") for t in titles) or not any("HYPERLINK" in t for t in titles), titles)
        excel = self.folder / "excel"
        self.export(archive, "csv", "-o", excel, "--excel")
        for file in excel.iterdir():
            self.assertEqual(file.read_bytes(), b"\xef\xbb\xbf" + (out / file.name).read_bytes())

    def test_nothing_is_overwritten_unasked_and_nothing_half_is_left(self):
        archive = self.archive()
        for format, name in (("csv", "bang"), ("xlsx", "kho.xlsx"), ("sqlite", "kho.db"), ("jsonl", "kho.jsonl"),
                             ("annotations", "kho.json")):
            with self.subTest(format):
                out = self.folder / name
                self.export(archive, format, "-o", out)

                def content():
                    return {p.name: p.read_bytes() for p in ([out] if out.is_file() else out.iterdir())}

                first = content()
                again = trichluc("export", archive, "--format", format, "-o", out)
                self.assertEqual(again.returncode, 5)
                self.assertIn("--force", again.stderr.decode())
                self.export(archive, format, "-o", out, "--force")
                self.assertEqual(content(), first, "the same archive gives the same bytes")
        self.assertEqual([p for p in self.folder.rglob("*.part")], [])
        full = trichluc("export", archive, "--format", "jsonl", "-o", self.folder / "no" / "such" / "folder.jsonl")
        self.assertEqual(full.returncode, 5)
        self.assertEqual(trichluc("export", archive, "--format", "xlsx").returncode, 1)
        self.assertEqual(trichluc("export", archive, "--format", "jsonl", "--excel").returncode, 1)
        self.assertEqual(trichluc("export", self.folder / "none", "--format", "jsonl").returncode, 5)

    # -- LibreOffice

    def same_cells(self, name, ours, theirs):
        self.assertEqual(len(ours), len(theirs), name)
        for row, (mine, read) in enumerate(zip(ours, theirs)):
            read += [""] * (len(mine) - len(read))
            for column, (a, b) in enumerate(zip(mine, read)):
                if a == b or a.lstrip("'") == b:
                    continue
                try:
                    self.assertEqual(float(a), float(b), f"{name} row {row} {ours[0][column]}")
                except ValueError:
                    self.fail(f"{name} row {row} {ours[0][column]}: {a!r} became {b!r}")

    @unittest.skipIf(soffice() is None, "LibreOffice is not installed (libreoffice-calc-nogui)")
    def test_libreoffice_reads_the_workbook_cell_by_cell(self):
        archive = self.archive([DOCUMENTS / "bantin-huunghi-2023.html"])
        book, out = self.folder / "kho.xlsx", self.folder / "bang"
        self.export(archive, "xlsx", "-o", book)
        self.export(archive, "csv", "-o", out)
        sheets = self.converted(book, "xlsx")
        self.assertEqual(sorted(sheets), TABLES)
        for name, read in sheets.items():
            self.same_cells(name, self.rows(out / f"{name}.csv"), read)

    @unittest.skipIf(soffice() is None, "LibreOffice is not installed (libreoffice-calc-nogui)")
    def test_libreoffice_reads_the_csv_cell_by_cell(self):
        archive = self.archive()
        out = self.folder / "bang"
        self.export(archive, "csv", "-o", out, "--excel")
        for name in ("documents", "facts"):
            read = next(iter(self.converted(out / f"{name}.csv", "csv").values()))
            ours = self.rows(out / f"{name}.csv")
            ours[0][0] = ours[0][0].removeprefix("\ufeff")
            self.same_cells(name, ours, read)

    # -- SQLite

    def test_the_stock_shell_opens_the_sqlite_file(self):
        archive = self.archive()
        out = self.folder / "kho.db"
        self.export(archive, "sqlite", "-o", out)

        def shell(sql):
            if shutil.which("sqlite3") is None:
                base = sqlite3.connect(out)
                self.addCleanup(base.close)
                return ["|".join("" if c is None else str(c) for c in row) for row in base.execute(sql)]
            done = subprocess.run(["sqlite3", "-readonly", str(out), sql], capture_output=True, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, b""), sql)
            return done.stdout.decode("utf-8").splitlines()

        self.assertEqual(shell("PRAGMA integrity_check"), ["ok"])
        self.assertEqual(shell("PRAGMA user_version"), ["1"])
        self.assertEqual(shell("SELECT value FROM about WHERE what = 'schema'"), ["trichluc-export/1"])
        self.assertEqual(shell("SELECT period, value, currency FROM aid_by_year WHERE place = 'Nghệ An'"),
                         ["2019|120400000000|VND", "2020|99000000000|VND"])
        self.assertIn("2019-12-31|43", shell("SELECT period, value FROM ngo_by_year WHERE kind = 'stock'"))
        self.assertEqual(shell("SELECT name, position, tenure FROM officials_positions"),
                         ["Trần Quốc Hiển|Giám đốc Sở Ngoại vụ tỉnh Nghệ An|held"])
        self.assertGreater(int(shell("SELECT count(*) FROM facts_with_proof WHERE quote <> ''")[0]), 4)
        shell("SELECT * FROM open_conflicts")
        self.assertEqual(shell("SELECT typeof(value) FROM facts WHERE type = 'share'"), ["real"])
        # Every column is explained where it is made.
        schema = "\n".join(shell("SELECT sql FROM sqlite_master WHERE name = 'facts'"))
        self.assertIn("-- stock, flow, cumulative", schema)

    # -- the record contract

    def test_jsonl_is_the_contract(self):
        archive = self.archive()
        lines = [json.loads(line) for line in self.export(archive, "jsonl").decode("utf-8").splitlines()]
        paths = [line["document"]["source"] for line in lines]
        direct = [json.loads(line) for line in
                  trichluc("extract", "--format", "jsonl", *(str(p) for p in paths)).stdout.decode("utf-8").splitlines()]
        self.assertEqual(len(lines), len(direct))
        for line, other in zip(lines, direct):
            stamp = line.pop("export")
            self.assertEqual(sorted(stamp), ["archive_time", "dictionaries", "extractors", "facts_made_with", "program", "schema"])
            self.assertRegex(stamp["archive_time"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
            self.assertEqual(line, other)

    # -- what readers put right

    BY = ("--by", "Lan", "--why", "seen on the page")

    def corrected_archive(self):
        """An official with another name and office, a rejected day, an added figure; their ids."""
        archive = self.archive()
        with sqlite3.connect(archive / "archive.sqlite") as base:
            official, = base.execute("SELECT id FROM facts WHERE name = 'Trần Quốc Hiển'").fetchone()
            day, = base.execute("SELECT id FROM facts WHERE type = 'date' AND value = '2020-03-15'").fetchone()
            document, = base.execute("SELECT id FROM documents WHERE source LIKE '%b.txt'").fetchone()
        for arguments in (("correct", archive, official, "name=Trần Quốc Hiền", "positions=Phó Giám đốc|Sở Ngoại vụ tỉnh Nghệ An|Nghệ An"),
                          ("reject", archive, day),
                          ("add", archive, document, "--page", "1", "--quote", "99 tỷ đồng", "type=count", "of=ngo", "value=7")):
            done = trichluc(*arguments, *self.BY)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
        with sqlite3.connect(archive / "archive.sqlite") as base:
            added, = base.execute("SELECT id FROM facts WHERE rule = 'added'").fetchone()
        return archive, official, day, added

    def check_tables(self, facts, corrections, officials):
        """`facts` by id; the rows of the corrections and of people with their offices."""
        official, day, added = self.touched
        self.assertEqual((facts[official]["state"], facts[official]["name"], facts[official]["positions"]),
                         ("corrected", "Trần Quốc Hiền", "Phó Giám đốc Sở Ngoại vụ tỉnh Nghệ An"))
        self.assertEqual((facts[day]["state"], facts[added]["state"]), ("rejected", "added"))
        self.assertEqual({fact["state"] for fact in facts.values()}, {"stored", "corrected", "rejected", "added"})
        told = {(c["fact"], c["field"], c["stored"], c["value"], c["by"]) for c in corrections}
        self.assertIn((official, "name", "Trần Quốc Hiển", "Trần Quốc Hiền", "Lan"), told)
        self.assertEqual(officials, {("Trần Quốc Hiền", "Phó Giám đốc Sở Ngoại vụ tỉnh Nghệ An")})

    def test_tables_hold_officials_as_corrected_and_say_so(self):
        archive, *self.touched = self.corrected_archive()
        out = self.folder / "bang"
        self.export(archive, "csv", "-o", out)

        def table(name):
            with open(out / f"{name}.csv", encoding="utf-8", newline="") as file:
                return list(csv.DictReader(file))

        names = {p["person"]: p["name"] for p in table("people")}
        self.check_tables({f["id"]: f for f in table("facts")}, table("corrections_in_force"),
                          {(names[p["person"]], p["text"]) for p in table("positions")})
        self.export(archive, "sqlite", "-o", self.folder / "kho.db")
        base = sqlite3.connect(self.folder / "kho.db")
        self.addCleanup(base.close)
        base.row_factory = sqlite3.Row
        self.check_tables({f["id"]: f for f in base.execute("SELECT * FROM facts")},
                          base.execute("SELECT * FROM corrections_in_force").fetchall(),
                          {tuple(row) for row in base.execute("SELECT name, position FROM officials_positions")})
        self.export(archive, "xlsx", "-o", self.folder / "kho.xlsx")
        with zipfile.ZipFile(self.folder / "kho.xlsx") as book:
            words = "".join(book.read(n).decode("utf-8") for n in book.namelist() if n.startswith("xl/"))
        for word in ("Trần Quốc Hiền", "Trần Quốc Hiển", "Phó Giám đốc Sở Ngoại vụ tỉnh Nghệ An", "corrected", "rejected", "added"):
            self.assertIn(f">{word}<", words)

    def test_lines_hold_officials_as_corrected_and_say_so(self):
        archive, official, day, added = self.corrected_archive()
        facts = {fact["id"]: fact for line in self.export(archive, "jsonl").decode("utf-8").splitlines()
                 for fact in json.loads(line)["facts"]}
        self.assertEqual(facts[official]["name"], "Trần Quốc Hiển", "the record is as it was read")
        self.assertEqual(facts[official]["effective"]["name"], "Trần Quốc Hiền")
        self.assertEqual(facts[official]["effective"]["positions"],
                         [{"title": "Phó Giám đốc", "organization": "Sở Ngoại vụ tỉnh Nghệ An", "place": "Nghệ An",
                           "text": "Phó Giám đốc Sở Ngoại vụ tỉnh Nghệ An"}])
        self.assertIn({"field": "name", "stored": "Trần Quốc Hiển", "by": "Lan", "why": "seen on the page"},
                      facts[official]["corrections"])
        self.assertTrue(facts[day]["rejected"])
        self.assertTrue(facts[added]["added"])
        self.assertEqual(sum("effective" in fact for fact in facts.values()), 2)
        self.check_lines_of_documents(archive)

        collection = json.loads(self.export(archive, "annotations"))
        check_collection(self, collection)
        bodies = {item["id"].rsplit(":", 1)[1]: item["body"] for item in collection["first"]["items"]}
        self.assertNotIn(day, bodies)
        self.assertEqual(json.loads(bodies[official][1]["value"])["name"], "Trần Quốc Hiền")
        self.assertIn("name: Trần Quốc Hiển → Trần Quốc Hiền (Lan: seen on the page)", [b["value"] for b in bodies[official]])

    def check_lines_of_documents(self, archive):
        done = trichluc("correct", archive, self.folder / "b.txt", "title=Viện trợ tại Nghệ An", "published=2021-02-03", *self.BY)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        lines = [json.loads(line)["document"] for line in self.export(archive, "jsonl").decode("utf-8").splitlines()]
        corrected, = [document for document in lines if "effective" in document]
        self.assertEqual((corrected["source"], corrected["published"]), (str(self.folder / "b.txt"), None), "as it was read")
        self.assertEqual({k: v for k, v in corrected["effective"].items() if v},
                         {"title": "Viện trợ tại Nghệ An", "published": "2021-02-03"})
        self.assertEqual({(c["field"], c["by"], c["why"]) for c in corrected["corrections"]},
                         {("title", "Lan", "seen on the page"), ("published", "Lan", "seen on the page")})

    # -- Web Annotations

    def test_annotations_are_those_of_the_w3c(self):
        archive = self.archive(sorted(DOCUMENTS.glob("*.pdf"))[:2])
        collection = json.loads(self.export(archive, "annotations"))
        check_collection(self, collection)
        base = sqlite3.connect(archive / "archive.sqlite")
        self.addCleanup(base.close)
        texts = {("urn:trichluc:" + d, p): text for d, p, text in
                 base.execute("SELECT id, number, text FROM pages JOIN documents USING (document)")}
        boxes = 0
        for annotation in collection["first"]["items"]:
            for target in annotation["target"]:
                quote, position, *box = target["selector"]
                page = int(position["value"].removeprefix("page="))
                text = texts[target["source"]["id"], page]
                start, end = position["refinedBy"]["start"], position["refinedBy"]["end"]
                self.assertEqual(text[start:end], quote["exact"])
                self.assertEqual(text[max(0, start - 32):start], quote["prefix"])
                self.assertEqual(text[end:end + 32], quote["suffix"])
                boxes += len(box)
        self.assertGreater(boxes, 0, "the PDFs have geometry")


def check_collection(test, collection):
    """The members that the model (https://www.w3.org/TR/annotation-model/) requires, and the values it allows."""
    test.assertEqual(collection["@context"], "http://www.w3.org/ns/anno.jsonld")
    test.assertEqual(collection["type"], "AnnotationCollection")
    for thing in (collection, collection["first"]):
        test.assertRegex(thing["id"], r"^[a-z][a-z0-9+.-]*:\S+$", "an IRI")
    page = collection["first"]
    test.assertEqual(page["type"], "AnnotationPage")
    test.assertEqual(page["partOf"], collection["id"])
    test.assertEqual(collection["total"], len(page["items"]))
    test.assertEqual(len({a["id"] for a in page["items"]}), len(page["items"]))
    for annotation in page["items"]:
        check_annotation(test, annotation)


def check_annotation(test, annotation):
    test.assertRegex(annotation["id"], r"^urn:trichluc:fact:[0-9a-f]{16}$")
    test.assertEqual(annotation["type"], "Annotation")
    test.assertEqual(annotation["motivation"], "describing")
    test.assertTrue(annotation["target"])
    for body in annotation["body"]:
        test.assertEqual(body["type"], "TextualBody")
        test.assertIsInstance(body["value"], str)
        test.assertIn(body["purpose"], ("describing", "tagging", "editing"))
        if body.get("format") == "application/json":
            test.assertEqual(json.loads(body["value"])["id"], annotation["id"].rsplit(":", 1)[1])
    for target in annotation["target"]:
        test.assertEqual(target["type"], "SpecificResource")
        test.assertRegex(target["source"]["id"], r"^urn:trichluc:sha256:[0-9a-f]{64}$")
        test.assertRegex(target["source"]["format"], r"^\w+/\S+$")
        for selector in target["selector"]:
            check_selector(test, selector)


def check_selector(test, selector):
    if selector["type"] == "TextQuoteSelector":
        test.assertTrue(selector["exact"])
        test.assertLessEqual({"prefix", "suffix"}, set(selector))
    elif selector["type"] == "TextPositionSelector":
        test.assertLessEqual(0, selector["start"])
        test.assertLess(selector["start"], selector["end"])
    else:
        test.assertEqual(selector["type"], "FragmentSelector")
        test.assertRegex(selector["conformsTo"], r"^http://(tools\.ietf\.org/rfc/rfc3778|www\.w3\.org/TR/media-frags/)$")
        test.assertRegex(selector["value"], r"^(page=[1-9]\d*|xywh=\d+,\d+,[1-9]\d*,[1-9]\d*)$")
        if "refinedBy" in selector:
            check_selector(test, selector["refinedBy"])


if __name__ == "__main__":
    unittest.main()
