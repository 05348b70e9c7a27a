"""The forms of output, standard input, folders, and where things are written."""
import csv
import io
import json
import pathlib
import shutil
import sys
import unicodedata
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, REPORT, ProgramTest, trichluc  # noqa: E402

FACT_FIELDS = {"type", "id", "confidence", "section", "evidence"}


class Formats(ProgramTest):
    def extract(self, *arguments, stdin=None):
        done = trichluc("extract", *arguments, stdin=stdin)
        self.assertEqual(done.returncode, 0, done.stderr.decode("utf-8"))
        return done.stdout.decode("utf-8")

    def facts(self, content, name="report.txt"):
        return json.loads(self.extract("--format", "jsonl", self.write(name, content)))["facts"]

    def same_reading(self, content):
        """The values are those of the plain report, whatever the encoding."""
        keys = [(f["type"], f.get("value"), f.get("period"), f.get("place")) for f in self.facts(content)]
        plain = [(f["type"], f.get("value"), f.get("period"), f.get("place")) for f in self.facts(REPORT)]
        self.assertEqual(keys, plain)
        self.assertIn(("count", 496), [k[:2] for k in keys])

    def test_encodings(self):
        for content in (REPORT.encode("utf-16"), REPORT.encode("utf-16-be"), b"\xef\xbb\xbf" + REPORT.encode("utf-8"),
                        unicodedata.normalize("NFD", REPORT).encode("utf-8"), REPORT.replace("\n", "\r\n").encode("utf-8")):
            with self.subTest(content[:12]):
                self.same_reading(content)

    def test_type_is_told_by_content(self):
        self.assertEqual([f["type"] for f in self.facts(REPORT, "report.pdf")], [f["type"] for f in self.facts(REPORT)])

    def test_jsonl_fields(self):
        line = json.loads(self.extract("--format", "jsonl", self.write("report.txt", REPORT)))
        self.assertEqual(line["schema"], "trichluc/1")
        self.assertLessEqual({"document", "meeting", "facts", "warnings"}, set(line))
        for fact in line["facts"]:
            self.assertLessEqual(FACT_FIELDS, set(fact))
            for evidence in fact["evidence"]:
                self.assertEqual(REPORT[evidence["start"]:evidence["end"]], evidence["text"])

    def test_json_is_one_value(self):
        files = [self.write(name, REPORT) for name in ("a.txt", "b.txt")]
        read = json.loads(self.extract("--format", "json", *files))
        lines = [json.loads(line) for line in self.extract("--format", "jsonl", *files).splitlines()]
        self.assertEqual(read if isinstance(read, list) else list(read.values())[-1], lines)

    def test_csv(self):
        rows = list(csv.reader(io.StringIO(self.extract("--format", "csv", self.write("report.txt", REPORT)).lstrip("\ufeff"))))
        self.assertGreaterEqual(len(rows), 3)
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})
        self.assertIn("496", [cell for row in rows for cell in row])

    def test_table(self):
        table = self.extract("--format", "table", self.write("report.txt", REPORT))
        self.assertIn("496", table)
        self.assertIn("496 tổ chức phi chính phủ", table)

    def test_types(self):
        path = self.write("report.txt", REPORT)
        only = json.loads(self.extract("--format", "jsonl", "--types", "date", path))["facts"]
        self.assertEqual({f["type"] for f in only}, {"date"})
        both = json.loads(self.extract("--format", "jsonl", "--types", "date,count", path))["facts"]
        self.assertEqual({f["type"] for f in both}, {"date", "count"})

    def test_standard_input(self):
        read = json.loads(self.extract("--format", "jsonl", "-", stdin=REPORT.encode("utf-8")))
        self.assertEqual(read["document"]["source"], "-")
        self.assertEqual([f["type"] for f in read["facts"]], [f["type"] for f in self.facts(REPORT)])

    def test_folder(self):
        (self.folder / "in" / "deep").mkdir(parents=True)
        for name in ("in/b.txt", "in/a.txt", "in/deep/c.txt"):
            self.write(name, REPORT)
        lines = [json.loads(line) for line in self.extract("--format", "jsonl", self.folder / "in").splitlines()]
        names = [pathlib.Path(line["document"]["source"]).name for line in lines]
        self.assertEqual(names, ["a.txt", "b.txt", "c.txt"])

    def test_output_files(self):
        path = self.write("report.txt", REPORT)
        out, also = self.folder / "out.jsonl", self.folder / "also.csv"
        self.assertEqual(self.extract("--format", "jsonl", "-o", out, "--also", f"csv={also}", path), "")
        self.assertEqual(out.read_text(encoding="utf-8"), self.extract("--format", "jsonl", path))
        self.assertEqual(also.read_bytes().decode("utf-8"), self.extract("--format", "csv", path))

    def test_outputs_never_overwrite(self):
        path = self.write("report.txt", REPORT)
        out = self.folder / "out.jsonl"
        for arguments in (["-o", path], ["--also", f"csv={path}"], ["-o", out, "--also", f"csv={out}"], ["--also", "csv="],
                          ["--also", f"no-such-format={out}"]):
            with self.subTest(arguments):
                self.assertEqual(trichluc("extract", *arguments, path).returncode, 1)
                self.assertEqual(path.read_text(encoding="utf-8"), REPORT)
                self.assertFalse(out.exists())

    def test_text_keeps_every_line(self):
        lines = ["TIN LIÊN QUAN", "Một dòng không nói gì", REPORT.strip(), "Đọc thêm: bài khác"]
        path = self.write("page.txt", "\n\n".join(lines) + "\n")
        said = trichluc("text", path).stdout.decode("utf-8")
        for line in lines:
            self.assertIn(line, said)
        page = json.loads(trichluc("text", "--format", "jsonl", path).stdout.decode("utf-8"))
        self.assertLessEqual({"source", "page", "text", "origin", "reason", "width", "height", "words"}, set(page))
        self.assertEqual(page["text"].split(), " ".join(lines).split())

    def test_text_deep_in_a_page_is_kept(self):
        page = "<html><body>" + "<div>" * 1000 + "Chữ ở dưới" + "<div>" * 99000 + "</body></html>"
        self.assertEqual(trichluc("text", self.write("deep.html", page)).stdout.decode("utf-8"), "Chữ ở dưới\n")

    def test_inspect(self):
        self.write("report.txt", (REPORT * 3).encode("utf-16"))
        self.write("bare.txt", "Hoi nghi tong ket cong tac van dong vien tro phi chinh phu nuoc ngoai nam 2019\n" * 2)
        self.write("scan.png", (DOCUMENTS / "yenbai-thongcao-2024.png").read_bytes())
        self.write("z broken.pdf", b"%PDF-1.4 nothing")
        done = trichluc("inspect", "--format", "jsonl", self.folder)
        self.assertEqual(done.returncode, 20)
        bare, plain, scan, broken = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
        self.assertEqual([(seen["pages"][0]["kind"], seen["pages"][0]["language"]) for seen in (bare, plain, scan)],
                         [("text", "vi-unaccented"), ("text", "vi"), ("scan", "vi")])
        self.assertGreater(scan["pages"][0]["dpi"], 100)
        self.assertEqual(plain["pages"][0]["dpi"], 0)
        self.assertEqual(plain["encoding"], "utf-16le")
        self.assertGreater(scan["pages"][0]["quality"]["syllables"], 0.9)
        self.assertGreater(scan["pages"][0]["recognised"], 0.5)
        self.assertEqual(broken["error"]["code"], 2)
        table = trichluc("inspect", "--format", "table", "--lang", "en", self.folder).stdout.decode("utf-8")
        self.assertRegex(table, r"(?m)^  1 +scan +A4 +\d+ +\d+ +\d+ % +\d+ % +vi +\S")
        self.assertRegex(table, r"(?m)z broken\.pdf\n  ! \S")

    def test_explain(self):
        path = self.write("report.txt", REPORT)
        fact = next(f for f in json.loads(self.extract("--format", "jsonl", path))["facts"] if f["type"] == "count")
        done = trichluc("explain", path, fact["id"])
        self.assertEqual(done.returncode, 0, done.stderr.decode("utf-8"))
        said = done.stdout.decode("utf-8")
        self.assertIn("count.", said)
        self.assertIn("496", said)
        self.assertEqual(trichluc("explain", path, "no-such-fact").returncode, 1)

    def test_tables_of_pdf_are_cells(self):
        for name in ("quangtri-baocao-2022.pdf", "quangtri-baocao-2022-scan.pdf"):
            with self.subTest(name):
                done = trichluc("text", "--format", "jsonl", DOCUMENTS / name)
                page = json.loads(done.stdout.splitlines()[0])
                cells = [(c["row"], page["text"][c["start"]:c["end"]]) for c in page["cells"]]
                self.assertIn("Giá trị giải ngân (USD)", [text for row, text in cells if row == 0])
                self.assertIn("3.905.500", [text for row, text in cells if row == 2])
                self.assertEqual([c["header"] for c in page["cells"] if c["row"] > 0 and c["header"]], [])

    def test_ids_do_not_depend_on_neighbours(self):
        a, b = self.write("a.txt", REPORT), self.write("b.txt", REPORT.replace("496", "502"))
        alone = json.loads(self.extract("--format", "jsonl", b))
        beside = [json.loads(line) for line in self.extract("--format", "jsonl", a, b).splitlines()][1]
        self.assertEqual(alone, beside)

    def test_program_works_from_anywhere(self):
        path = self.write("report.txt", REPORT)
        self.assertTrue(shutil.which("python3"))
        done = trichluc("extract", "--format", "jsonl", path.name, cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr.decode("utf-8"))

    def test_version(self):
        short, long = (trichluc("version", *more).stdout.decode("utf-8") for more in ([], ["--full"]))
        self.assertRegex(short, r"\d+\.\d+\.\d+")
        self.assertGreater(len(long.splitlines()), len(short.splitlines()))
        self.assertIn("tesseract", long.lower())


if __name__ == "__main__":
    unittest.main()
