"""Tables of words: every fault named at once, and lines of the user's own beside ours."""
import json
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import REPORT, ROOT, ProgramTest, trichluc  # noqa: E402

BAD_ARGUMENTS, BAD_DICTIONARY = 1, 9
PARTNERS = "Tính đến 31/12/2021, tỉnh Kon Tum có 17 nhóm đối tác nước ngoài.\n"
EXAMPLE = re.compile(r"my-words/(\S+\.tsv)\s+(\S.*)")


def facts(path, *options):
    done = trichluc("extract", "--format", "jsonl", *options, path)
    return done, [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def counts(path, *options):
    done, lines = facts(path, *options)
    assert done.returncode == 0, done.stderr.decode("utf-8")
    return [(f["of"], f["value"], f["place"]) for f in lines[0]["facts"] if f["type"] == "count"]


class Check(ProgramTest):
    def test_ours_are_without_fault(self):
        done = trichluc("check-dictionaries", "--lang", "en")
        self.assertEqual(done.returncode, 0, done.stderr.decode("utf-8"))
        self.assertRegex(done.stdout.decode("utf-8"), r"^\d+ tables, \d+ lines, no fault\n$")
        self.assertRegex(trichluc("check-dictionaries", "--lang", "vi").stdout.decode("utf-8"), r"không có lỗi")

    def test_every_bad_line_is_named(self):
        self.write("measure_units.tsv", "xuồng\t-\tusage\nGhe\t-\tusage\nthúng\t-\n\nbó\t-\t-\nxuồng\t-\tusage\n")
        self.write("places.tsv", "đ.lắk\tĐắk Lắk\ttown\t-\tours\n!nowhere\tours\nđlk\tĐắk Lắk\tprovince\t-\tours\n")
        self.write("my_own.tsv", "# columns: form source\nba\tours\n")
        self.write("head_nouns.tsv", b"nh\xf3m\tngo\t-\tours\n")
        english, vietnamese = (trichluc("check-dictionaries", "--lang", lang, self.folder) for lang in ("en", "vi"))
        for done in (english, vietnamese):
            self.assertEqual(done.returncode, BAD_DICTIONARY)
            self.assertEqual(done.stdout, b"")
            said = done.stderr.decode("utf-8").splitlines()
            wanted = ["head_nouns.tsv:1", "measure_units.tsv:2", "measure_units.tsv:3", "measure_units.tsv:5",
                      "measure_units.tsv:6", "my_own.tsv", "places.tsv:1", "places.tsv:2"]
            self.assertEqual(len(said), len(wanted), said)
            for line, place in zip(said, wanted):
                self.assertIn(f"{self.folder}/{place}:", line)
        self.assertNotEqual(english.stderr, vietnamese.stderr)
        self.assertIn("write 'ghe'", english.stderr.decode("utf-8"))
        self.assertIn("hãy ghi 'ghe'", vietnamese.stderr.decode("utf-8"))

    def test_a_copy_of_ours_is_without_fault(self):
        for table in (ROOT / "dictionaries" / "vi").glob("*.tsv"):
            self.write(table.name, table.read_bytes())
        done = trichluc("check-dictionaries", self.folder)
        self.assertEqual(done.returncode, 0, done.stderr.decode("utf-8"))

    def test_a_folder_without_tables(self):
        for folder in (self.folder, self.folder / "missing"):
            done = trichluc("check-dictionaries", folder)
            self.assertEqual(done.returncode, BAD_DICTIONARY)
            self.assertIn(str(folder), done.stderr.decode("utf-8"))

    def test_too_many_folders(self):
        self.assertEqual(trichluc("check-dictionaries", "a", "b").returncode, BAD_ARGUMENTS)


class Added(ProgramTest):
    def setUp(self):
        super().setUp()
        self.words = self.folder / "words"
        self.words.mkdir()

    def add(self, name, content):
        (self.words / name).write_text(content, encoding="utf-8")

    def test_a_line_of_ones_own_is_read_and_named(self):
        report = self.write("report.txt", PARTNERS)
        self.assertEqual(counts(report), [])
        self.add("head_nouns.tsv", "nhóm đối tác nước ngoài\tngo\t-\tours\n")
        self.assertEqual(counts(report, "--dictionaries", self.words), [("ngo", 17, "Kon Tum")])
        told = trichluc("explain", "--dictionaries", self.words, "--text", PARTNERS).stdout.decode("utf-8")
        self.assertIn(f"{self.words}/head_nouns.tsv:1 nhóm đối tác nước ngoài", told)

    def test_a_line_replaces_ours_or_takes_it_away(self):
        report = self.write("report.txt", REPORT)
        self.assertEqual([c[2] for c in counts(report)], ["Hà Giang"])
        self.add("places.tsv", "hà giang\tTuyên Quang\tprovince\t-\tfor the test\n")
        self.assertEqual([c[2] for c in counts(report, "--dictionaries", self.words)], ["Tuyên Quang"])
        self.add("places.tsv", "!hà giang\tfor the test\n")
        self.assertNotIn("Hà Giang", [c[2] for c in counts(report, "--dictionaries", self.words)])

    def test_page_markers_are_added_too(self):
        page = self.write("page.txt", REPORT + "\nBài cùng mạch\n\nTỉnh Sơn La có 12 tổ chức phi chính phủ nước ngoài hoạt động.\n")
        self.add("page_markers.tsv", "bài cùng mạch\trelated\tours\n")
        sections = []
        for options in ((), ("--dictionaries", self.words)):
            _, lines = facts(page, *options)
            sections.append({f["section"] for f in lines[0]["facts"] if f["type"] == "count"})
        self.assertEqual(sections, [{"body"}, {"body", "related"}])

    def test_every_command_that_reads_takes_it_and_names_a_bad_line(self):
        report = self.write("report.txt", REPORT)
        self.add("currencies.tsv", "XU\tXXX\tboth\tours\n")
        gold = self.folder / "gold"
        gold.mkdir()
        (gold / "report.json").write_text('{"meeting": null, "facts": []}', encoding="utf-8")
        for command in (["extract"], ["text"], ["inspect"], ["explain"], ["eval", gold]):
            with self.subTest(command[0]):
                done = trichluc(*command, "--dictionaries", self.words, report)
                self.assertEqual(done.returncode, BAD_DICTIONARY, done.stderr.decode("utf-8"))
                self.assertIn(f"{self.words}/currencies.tsv:1", done.stderr.decode("utf-8"))

    def test_a_missing_folder_is_named(self):
        done = trichluc("extract", "--dictionaries", self.folder / "missing", self.write("report.txt", REPORT))
        self.assertEqual(done.returncode, BAD_DICTIONARY)
        self.assertIn("missing", done.stderr.decode("utf-8"))

    def test_the_example_of_the_readme(self):
        """The lines that dictionaries/README.md shows, in a folder of their own: read, and without fault."""
        shown = EXAMPLE.findall((ROOT / "dictionaries" / "README.md").read_text(encoding="utf-8"))
        self.assertGreaterEqual(len(shown), 4)
        report = self.write("report.txt", PARTNERS + "\nTại tỉnh Đ.Lắk có 21 tổ chức phi chính phủ nước ngoài hoạt động.\n")
        self.assertEqual(counts(report), [("ngo", 21, None)])
        for name, line in shown:
            self.add(name, line.replace("<TAB>", "\t") + "\n")
        done = trichluc("check-dictionaries", self.words)
        self.assertEqual(done.returncode, 0, done.stderr.decode("utf-8"))
        self.assertEqual(counts(report, "--dictionaries", self.words), [("ngo", 17, "Kon Tum"), ("ngo", 21, "Đắk Lắk")])


if __name__ == "__main__":
    unittest.main()
