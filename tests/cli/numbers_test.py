"""`explain --rejected`: every number once, as a table and as JSON, and what it does not go with."""
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import REPORT, ProgramTest, trichluc  # noqa: E402

# "… 496 NGOs … on 12 ha, from 8:30; telephone: …": a date, a count, and three numbers that are neither.
TEXT = REPORT.strip() + " Cây trồng trên 12 ha; lễ bắt đầu lúc 8:30. Điện thoại: 385 274."


def numbers_of(text):
    done = trichluc("explain", "--rejected", "--format", "json", "--text", text)
    return done.returncode, json.loads(done.stdout)["numbers"]


class Numbers(ProgramTest):
    def test_json_names_the_record_or_the_reason(self):
        code, numbers = numbers_of(TEXT)
        self.assertEqual(code, 0)
        self.assertEqual([(n["text"], n["verdict"], n["rule"]) for n in numbers],
                         [("31/12/2018", "read", "date.named_day"), ("496", "read", "count.number_noun"),
                          ("12", "refused", "number.measure"), ("8:30", "refused", "number.time_of_day"),
                          ("385 274", "refused", "number.phone")])
        for number in numbers:
            self.assertEqual(number["record"] is not None, number["verdict"] == "read")
            self.assertEqual(TEXT[number["start"]:number["end"]], number["text"])
            self.assertIn(number["text"], number["quote"])
            self.assertTrue(number["reason"])

    def test_records_are_those_of_extract(self):
        path = self.write("report.txt", TEXT)
        facts = json.loads(trichluc("extract", "--format", "jsonl", path).stdout)["facts"]
        numbers = json.loads(trichluc("explain", "--rejected", "--format", "json", path).stdout)["numbers"]
        self.assertEqual({n["record"] for n in numbers if n["record"]}, {fact["id"] for fact in facts})

    def test_the_table_has_a_row_a_number(self):
        rows = trichluc("explain", "--rejected", "--text", TEXT).stdout.decode("utf-8").splitlines()
        self.assertEqual(len(rows), 6)
        self.assertRegex(rows[0], r"^page +place +number +verdict +rule +why +quote")
        self.assertRegex(rows[3], r"^1 +\d+–\d+ +12 +refused +number\.measure .*: ha +“.*12 ha")

    def test_it_goes_with_no_id_and_format_not_without_it(self):
        path = self.write("report.txt", TEXT)
        for arguments in (["--rejected", path, "0123"], ["--format", "json", path], ["--rejected", "--format", "csv", path]):
            with self.subTest(arguments):
                done = trichluc("explain", *arguments)
                self.assertEqual(done.returncode, 1)
                self.assertEqual(done.stdout, b"")
                self.assertIn(b"explain --help", done.stderr)


if __name__ == "__main__":
    unittest.main()
