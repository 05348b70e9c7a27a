"""Corrections through the command line: what is once put right stays so, and nothing of it is dropped in silence.

Another resolution: the originals of scans are replaced by the same sheets drawn at 150 dpi, whose pages are then read anew.
"""
import hashlib
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, ArchiveTest, pdf, trichluc

BY = ("--by", "Lan", "--why", "seen on the page")
HA_GIANG = ("Hà Giang, ngày 10/4/2019\n\nBÁO CÁO\n\nTính đến ngày 31/12/2018, tỉnh Hà Giang có 496 tổ chức phi chính phủ nước"
            " ngoài hoạt động.\n\nNăm 2018, giá trị viện trợ phi chính phủ nước ngoài giải ngân tại Việt Nam đạt 286 triệu USD.\n")
LAO_CAI = ("Lào Cai, ngày 12/5/2020\n\nTính đến ngày 31/12/2018, tỉnh Hà Giang có 469 tổ chức phi chính phủ nước ngoài hoạt"
           " động.\n\nÔng Nguyễn Văn An, Chủ tịch Liên hiệp các tổ chức hữu nghị Việt Nam, phát biểu tại hội nghị.\n")
SCANS = ("quangtri-baocao-2022-scan.pdf", "soctrang-bieu-2010.pdf")


class Archives(ArchiveTest):
    def run_ok(self, *arguments, code=0):
        run = trichluc("--lang", "en", *arguments)
        self.assertEqual(run.returncode, code, f"{arguments}: {run.stderr.decode()}")
        return run

    def ok(self, command, *arguments, code=0):
        return self.run_ok(command, self.archive, *arguments, code=code).stdout.decode()

    def lines(self, command, *arguments):
        return [json.loads(line) for line in self.ok(command, *arguments, "--format", "json").splitlines()]

    def sql(self, query, *values):
        database = sqlite3.connect(self.archive / "archive.sqlite")
        found = database.execute(query, values).fetchall()
        database.commit()
        database.close()
        return found

    def ingest(self):
        self.run_ok("ingest", self.archive, self.files, "-j", "2")

    def reports(self):
        (self.files / "hagiang.txt").write_text(HA_GIANG, encoding="utf-8")
        (self.files / "laocai.txt").write_text(LAO_CAI, encoding="utf-8")
        self.ingest()

    def fact(self, where, *values):
        return self.sql(f"SELECT f.id FROM facts f WHERE {where}", *values)[0][0]

    def corrected(self, command, *arguments):
        return int(re.fullmatch(r"correction (\d+)\n", self.ok(command, *arguments, *BY)).group(1))


class Corrections(Archives):
    def test_a_corrected_value_is_in_force_everywhere_and_says_so(self):
        self.reports()
        fact = self.fact("value = '286000000'")
        number = self.corrected("correct", fact[:10], "amount=287000000")
        self.assertEqual(self.sql("SELECT value FROM facts WHERE id = ?", fact), [("286000000",)], "the record stays as read")
        self.assertEqual(self.sql("SELECT value, number, json_extract(json, '$.amount') FROM effective_facts WHERE id = ?", fact),
                         [("287000000", 287000000.0, 287000000)])
        told = {"correction": number, "field": "amount", "stored": "286000000", "value": "287000000", "by": "Lan",
                "why": "seen on the page"}
        series = self.ok("series", "aid", "--format", "json")
        self.assertIn("287000000", series)
        for key, value in told.items():
            self.assertIn(f'"{key}": {json.dumps(value)}', series)
        self.assertIn("286000000 → 287000000", self.ok("series", "aid"))
        self.assertIn("amount: 286000000 → 287000000", self.ok("show", fact))
        answer = json.loads(self.ok("search", "viện trợ năm 2018 là bao nhiêu", "--format", "json"))["answers"][0]
        self.assertEqual((answer["value"], answer["corrections"][0]["stored"]), ("287000000", "286000000"))
        self.assertTrue(json.loads(self.ok("search", "triệu amount:>286500000", "--format", "json"))["hits"])
        self.assertFalse(json.loads(self.ok("search", "triệu amount:286000000", "--format", "json"))["hits"])
        self.ok("verify")

    def test_a_figure_put_right_in_one_copy_does_not_contradict_the_others(self):
        (self.files / "ban-sao.txt").write_text(HA_GIANG, encoding="utf-8")
        (self.files / "bao.txt").write_text(HA_GIANG + "Nguồn: báo khác.\n", encoding="utf-8")
        self.ingest()
        fact = self.fact("value = '286000000'")
        self.sql("INSERT OR REPLACE INTO groups SELECT document, (SELECT min(id) FROM documents), 1 FROM documents")
        self.corrected("correct", fact, "amount=287000000")
        self.assertNotIn("287", self.ok("conflicts", "--format", "json"))
        # Who says the old value independently is contradicted.
        self.sql("DELETE FROM groups")
        self.assertIn("287000000", self.ok("conflicts", "--format", "json"))

    def test_confirm_reject_and_undo_leave_their_traces(self):
        self.reports()
        fact = self.fact("value = '469'")
        rejected = self.corrected("reject", fact)
        self.assertEqual(self.sql("SELECT count(*) FROM effective_facts WHERE id = ?", fact), [(0,)])
        self.assertIn("rejected", self.ok("show", fact))
        self.assertNotIn("469", self.ok("conflicts", "--format", "json"))
        for command in (["confirm", fact], ["correct", fact, "value=496"], ["reject", fact]):  # would change nothing
            self.assertIn(f"--undo {rejected}", self.run_ok(command[0], self.archive, *command[1:], *BY, code=1).stderr.decode())
        self.ok("corrections", "--undo", rejected, code=1)  # by whom, and why?
        undone = self.corrected("corrections", "--undo", rejected)
        self.assertEqual(self.sql("SELECT count(*) FROM effective_facts WHERE id = ?", fact), [(1,)])
        self.corrected("confirm", fact)
        history = self.lines("corrections")
        self.assertEqual([line["state"] for line in history], ["undone", "undo", "in force"])
        self.assertEqual((history[0]["undone_by"], history[1]["undoes"]), (undone, rejected))
        self.ok("corrections", "--undo", rejected, *BY, code=1)
        self.assertEqual(len(self.lines("corrections")), 3)
        self.assertEqual(json.loads(self.ok("status", "--format", "json"))["corrections"], {"in_force": 1, "undone": 1})

    def test_what_does_not_fit_is_refused_and_nothing_is_written(self):
        self.reports()
        fact = self.fact("value = '496'")
        document = str(self.files / "hagiang.txt")
        for arguments, told in [(("correct", fact, "value=some"), "plain digits"), (("correct", fact, "place=Atlantis"), "province"),
                                (("correct", fact, "period=31/12/2018"), "ISO 8601"), (("correct", fact, "currency=USD"), "it has value"),
                                (("correct", fact, "status=active"), "operating"), (("correct", "feedbeef", "value=1"), "no document"),
                                (("correct", fact), "field=value"), (("correct", document, "published=10.4.2019"), "2019-04-10"),
                                (("correct", document, "--page", "1", "--text", "nowhere", "--with", "x"), "do not stand"),
                                (("correct", document, "--page", "7", "--text", "31", "--with", "30"), "no page 7"),
                                (("add", document, "--page", "1", "--quote", "có 497 cơ quan Hà Nội", "type=count", "of=ngo", "value=1"),
                                 "do not stand"),
                                (("add", document, "--page", "1", "--quote", "496", "type=count", "of=ngo"), "needs value"),
                                (("add", document, "--page", "1", "--quote", "496", "value=1"), "type="),
                                (("merge", fact, "Nguyễn Văn An"), "no official"), (("split", "Nguyễn Văn An"), "id of the fact")]:
            with self.subTest(arguments):
                run = trichluc("--lang", "en", arguments[0], self.archive, *arguments[1:], *BY)
                self.assertEqual(run.returncode, 1, run.stderr)
                self.assertIn(told, run.stderr.decode())
        self.run_ok("correct", self.archive, fact, "value=1", "--by", "Lan", "--why", "  ", code=1)
        self.assertEqual(self.lines("corrections"), [])

    def test_an_added_fact_stands_beside_those_that_were_read(self):
        self.reports()
        document = self.sql("SELECT id FROM documents WHERE source LIKE '%laocai.txt'")[0][0]
        added = self.corrected("add", document[:20], "--page", "1", "--quote", "phát biểu tại hội nghị", "type=count", "of=ngo",
                               "value=12", "place=ha giang", "period=2019", "status=operating", "kind=stock")
        fact = self.lines("corrections")[0]["anchors"][0]["fact"]
        self.assertEqual(self.sql("SELECT value, place, period, number FROM effective_facts WHERE id = ?", fact),
                         [("12", "Hà Giang", "2019", 12.0)])
        self.assertEqual(self.sql("SELECT quote FROM evidence e JOIN facts f USING (fact) WHERE f.id = ?", fact),
                         [("phát biểu tại hội nghị",)])
        self.assertIn('"added"', self.ok("series", "ngo", "--format", "json"))
        self.corrected("correct", fact, "value=13")
        self.sql("UPDATE documents SET facts_fingerprint = 'trichluc 0.0.1 | other'")
        self.ok("rerun", "--stale")
        self.assertEqual(self.sql("SELECT value FROM effective_facts WHERE id = ?", fact), [("13",)])
        self.ok("verify")
        self.corrected("corrections", "--undo", added)
        self.assertEqual(self.sql("SELECT count(*) FROM facts WHERE id = ?", fact), [(0,)])

    def test_words_of_a_page_are_put_right_for_the_next_reading(self):
        self.reports()
        path = str(self.files / "hagiang.txt")
        page = self.sql("SELECT text FROM pages JOIN documents USING (document) WHERE source = ?", path)
        number = self.corrected("correct", path, "--page", "1", "--text", "có 496", "--with", "hiện có 1.496")
        start, end, stored = self.sql('SELECT n."start", n."end", f.stored FROM anchored n JOIN correction_fields f USING (correction)')[0]
        self.assertEqual((page[0][0][start:end], stored), ("có 496", "có 496"))
        self.ok("rerun", "--stale")
        self.assertEqual(self.sql("SELECT text FROM pages JOIN documents USING (document) WHERE source = ?", path), page)
        value, quote, repaired = self.sql("SELECT value, quote, repaired FROM facts JOIN evidence e USING (fact) WHERE value = '1496'"
                                          " AND e.ordinal = 0")[0]
        self.assertIn("496", quote)
        self.assertNotIn("1.496", quote)
        self.assertIn("1.496", repaired)
        self.ok("verify")
        self.assertIn("có 496 → hiện có 1.496", self.ok("show", self.sql("SELECT id FROM documents WHERE source = ?", path)[0][0]))
        self.corrected("corrections", "--undo", number)
        self.ok("rerun", "--stale")
        self.assertEqual(self.sql("SELECT count(*) FROM facts WHERE value = '1496'"), [(0,)])

    def test_search_finds_the_words_of_a_page_as_they_were_put_right(self):
        self.reports()
        path = str(self.files / "hagiang.txt")
        text = self.sql("SELECT text FROM pages JOIN documents USING (document) WHERE source = ?", path)[0][0]

        def hits(query):
            return json.loads(self.ok("search", query, "--format", "json"))["hits"]

        self.assertEqual((len(hits("tinh ha giang")), hits("ngày mười")), (2, []))  # the index is made, and current
        number = self.corrected("correct", path, "--page", "1", "--text", "ngày 10/4/2019", "--with", "ngày mười tháng tư")
        hit, = hits('"ngày mười tháng"')
        match, = hit["matches"]
        self.assertEqual((hit["source"], text[match["start"]:match["end"]], match["corrected"]),
                         (path, "ngày 10/4/2019", "ngày mười tháng"))
        self.assertEqual(hit["snippet"], text[hit["start"]:hit["start"] + len(hit["snippet"])], "the page as it was read")
        behind, = [h for h in hits("báo cáo") if h["source"] == path]
        self.assertEqual([(text[m["start"]:m["end"]], m["corrected"]) for m in behind["matches"]], [("BÁO", None), ("CÁO", None)])
        self.assertEqual(hits('"10 4 2019"'), [], "what was misread is not there")
        self.assertIn("[ngày 10/4/2019 → ngày mười tháng]", self.ok("search", '"ngày mười tháng"', "--format", "table"))
        self.ok("rerun", "--stale")
        self.assertEqual(len(hits('"ngày mười tháng"')), 1)
        self.corrected("corrections", "--undo", number)
        self.assertEqual((hits('"ngày mười tháng"'), len(hits('"10 4 2019"'))), ([], 1))

    def test_a_documents_data(self):
        self.reports()
        path = str(self.files / "laocai.txt")
        self.corrected("correct", path, "published=2021-01-02", "publisher=Báo Lào Cai")
        self.assertEqual(self.sql("SELECT published, publisher FROM effective_documents WHERE source = ?", path),
                         [("2021-01-02", "Báo Lào Cai")])
        self.assertTrue(json.loads(self.ok("search", "469 publisher:\"lao cai\"", "--format", "json"))["hits"])
        self.ok("rerun", "--stale")
        self.assertEqual(self.sql("SELECT published FROM effective_documents WHERE source = ?", path), [("2021-01-02",)])

    def test_people_are_merged_and_split(self):
        self.reports()
        fact = self.fact("type = 'official' AND name = 'Nguyễn Văn An'")
        self.corrected("merge", fact, "Nguyễn An")
        self.corrected("split", fact)
        self.assertEqual(self.sql("SELECT action, fact, name, other_fact, other_name FROM people_links ORDER BY correction"),
                         [("merge", fact, None, None, "Nguyễn An"), ("split", fact, None, None, None)])

    def test_review_begins_with_what_contradicts(self):
        self.reports()
        first = self.lines("review")[0]
        self.assertIn(self.sql("SELECT value FROM facts WHERE id = ?", first["fact"])[0][0], {"469", "496"})
        self.assertGreater(first["conflict"], 0)
        self.assertTrue(first["conflict_kind"])
        worths = [item["worth"] for item in self.lines("review", "--limit", "100")]
        self.assertEqual(worths, sorted(worths, reverse=True))
        self.assertIn(first["fact"], self.ok("review", "--limit", "1"))
        self.corrected("confirm", first["fact"])
        self.assertNotIn(first["fact"], [item["fact"] for item in self.lines("review", "--limit", "100")])

    def test_a_lost_place_is_reported_and_comes_back(self):
        self.reports()
        fact = self.fact("value = '286000000'")
        self.corrected("correct", fact, "amount=287000000")
        words = self.folder / "words"
        words.mkdir()
        (words / "currencies.tsv").write_text("!usd\tfor the test\n", encoding="utf-8")
        run = trichluc("--lang", "en", "rerun", self.archive, "--stale", "--dictionaries", words)
        self.assertEqual(run.returncode, 20, run.stderr)
        self.assertIn("lost their place: 1", run.stderr.decode())
        lost = self.lines("corrections", "--lost")
        self.assertEqual([(line["correction"], line["state"]) for line in lost], [(1, "lost")])
        self.assertIn("286 triệu USD", lost[0]["anchors"][0]["text"])
        self.assertEqual(json.loads(self.ok("status", "--format", "json"))["corrections"], {"in_force": 0, "lost": 1})
        self.ok("rerun", "--stale")
        self.assertEqual(self.lines("corrections", "--lost"), [])
        self.assertEqual(self.sql("SELECT value FROM effective_facts WHERE id = ?", fact), [("287000000",)])


class EverythingReadAnew(Archives):
    """200 corrections, then scans at another resolution and other words."""

    def prepare(self):
        for file in sorted(DOCUMENTS.iterdir()):
            if file.suffix in {".txt", ".html"} or file.name in SCANS:
                shutil.copy(file, self.files)
        self.ingest()

    def correct_some(self, wanted):
        """Every kind of correction in turn, over all documents; {number: (fact field, value)} where a value is set."""
        facts = self.sql("SELECT f.id, f.type, f.value, d.id, d.source FROM facts f JOIN documents d USING (document)"
                         " WHERE section <> 'related' AND (f.value IS NOT NULL OR f.type IN ('official', 'legal_document'))"
                         " ORDER BY substr(f.id, 3)")
        scans = [row for row in facts if row[4].endswith(SCANS)]
        others = [row for row in facts if not row[4].endswith(SCANS)]
        chosen = (scans + others)[:wanted] if len(scans) > wanted // 4 else scans + others[:wanted - len(scans)]
        expected = {}
        for at, (fact, kind, value, document, _) in enumerate(chosen):
            if kind in {"count", "aid_value"} and at % 4:
                field = "value" if kind == "count" else "amount"
                expected[self.corrected("correct", fact, f"{field}={int(value.split('.')[0]) + 1}")] = str(int(value.split(".")[0]) + 1)
            elif kind == "legal_document":
                expected[self.corrected("correct", fact, "issuer=Người kiểm tra")] = None
            elif at % 7 == 0:
                self.corrected("reject", fact)
            elif at % 11 == 0:
                self.corrected("correct", document, f"title=Đầu đề {at}")
            else:
                self.corrected("confirm", fact)
        return expected

    def draw_anew(self, dpi):
        """Another resolution of the scans under the same document: what a better scanner would bring."""
        for document, identity, original, source in self.sql("SELECT document, id, original, source FROM documents"):
            if not source.endswith(SCANS):
                continue
            with tempfile.TemporaryDirectory() as folder:
                subprocess.run(["pdftoppm", "-r", str(dpi), "-jpeg", self.archive / original, f"{folder}/page"], check=True)
                sheets = [file.read_bytes() for file in sorted(pathlib.Path(folder).iterdir())]
            fresh = pdf(*sheets_of(sheets))
            name = hashlib.sha256(fresh).hexdigest()
            (self.archive / original).unlink()
            stored = f"originals/{name[:2]}/{name[2:]}"
            (self.archive / stored).parent.mkdir(exist_ok=True)
            (self.archive / stored).write_bytes(fresh)
            self.sql("UPDATE documents SET id = ?, original = ? WHERE document = ?", f"sha256:{name}", stored, document)
            self.sql("UPDATE pages SET fingerprint = 'trichluc 0.0.1 | other' WHERE document = ?", document)
            for table in ("corrections", "anchors"):
                self.sql(f"UPDATE {table} SET document = ? WHERE document = ?", f"sha256:{name}", identity)

    def test_two_hundred_corrections_are_in_force_or_reported(self):
        self.prepare()
        expected = self.correct_some(200)
        self.assertEqual([line["state"] for line in self.lines("corrections")], ["in force"] * 200)
        texts = self.sql("SELECT document, number, text FROM pages WHERE origin = 'ocr' ORDER BY 1, 2")
        self.draw_anew(150)
        words = self.folder / "words"
        words.mkdir()
        (words / "currencies.tsv").write_text("!eur\tfor the test\n!euro\tfor the test\n", encoding="utf-8")
        (words / "qualifiers.tsv").write_text("!gần\tfor the test\n", encoding="utf-8")
        run = trichluc("--lang", "en", "rerun", self.archive, "--stale", "--dictionaries", words, "-j", "2")
        self.assertIn(run.returncode, (0, 20), run.stderr.decode())
        self.assertNotEqual(texts, self.sql("SELECT document, number, text FROM pages WHERE origin = 'ocr' ORDER BY 1, 2"))
        history = self.lines("corrections")
        self.assertEqual(len(history), 200)
        lost = [line["correction"] for line in history if line["state"] == "lost"]
        self.assertEqual({line["state"] for line in history} - {"in force", "lost"}, set())
        self.assertEqual(run.returncode, 20 if lost else 0)
        self.assertEqual([line["correction"] for line in self.lines("corrections", "--lost")], lost)
        if lost:
            self.assertIn("lost their place: " + ", ".join(map(str, lost)), run.stderr.decode())
        status = json.loads(self.ok("status", "--format", "json", "--dictionaries", words))["corrections"]
        self.assertEqual((status["in_force"], status.get("lost", 0)), (200 - len(lost), len(lost)))
        self.assert_in_force(history, expected)
        print(f"corrections: {200 - len(lost)} in force, {len(lost)} reported as lost")
        self.assertLess(len(lost), 30, "most are found again")

    def assert_in_force(self, history, expected):
        for line in history:
            if line["state"] != "in force":
                continue
            with self.subTest(line["correction"]):
                fact = line["anchors"][0]["fact"] if line["anchors"] else None
                if line["action"] == "metadata":
                    title = self.sql("SELECT title FROM effective_documents WHERE id = ?", line["document"])
                    self.assertTrue(title[0][0].startswith("Đầu đề"))
                elif line["action"] == "reject":
                    self.assertEqual(self.sql("SELECT count(*) FROM effective_facts WHERE id = ?", fact), [(0,)])
                elif line["correction"] in expected:
                    value, issuer = self.sql("SELECT value, issuer FROM effective_facts WHERE id = ?", fact)[0]
                    self.assertEqual(value if issuer is None else None, expected[line["correction"]])


def sheets_of(sheets):
    """The objects of a PDF with one JPEG a page, A4."""
    kids = b" ".join(b"%d 0 R" % (3 + 3 * i) for i in range(len(sheets)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(sheets))]
    for i, sheet in enumerate(sheets):
        width, height = size_of(sheet)
        objects += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /XObject << /A %d 0 R >>"
                    b" >> >>" % (4 + 3 * i, 5 + 3 * i), (b"", b"q 595 0 0 842 0 0 cm /A Do Q"),
                    (b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8"
                     b" /Filter /DCTDecode" % (width, height), sheet)]
    return objects


def size_of(jpeg):
    at = 2
    while jpeg[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + int.from_bytes(jpeg[at + 2:at + 4], "big")
    return int.from_bytes(jpeg[at + 7:at + 9], "big"), int.from_bytes(jpeg[at + 5:at + 7], "big")


if __name__ == "__main__":
    unittest.main()
