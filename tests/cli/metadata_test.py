"""Tables of metadata, groups of near duplicates and the dry run, through the command line."""
import json
import pathlib
import shutil
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, REPORT, ArchiveTest, trichluc  # noqa: E402

# Of our own writing: a province's year in figures.
YEAR = ("Năm {0}, tỉnh tiếp nhận {1} dự án của {2} tổ chức phi chính phủ nước ngoài với tổng vốn cam kết {3}.000 USD. Các khoản "
        "viện trợ tập trung vào y tế với {4} dự án, giáo dục với {5} dự án, phát triển nông thôn với {6} dự án tại {7} xã. Giá "
        "trị giải ngân đạt {8}.500 USD, bằng {9}% kế hoạch năm. Ủy ban nhân dân tỉnh đã cấp {10} giấy xác nhận, gia hạn {11} dự "
        "án và làm việc với {12} đoàn khảo sát. Công tác quản lý được thực hiện đúng quy định; các ngành, địa phương phối hợp "
        "chặt chẽ khi thẩm định và giám sát dự án.\n")
FIRST = YEAR.format(2021, 47, 31, 5812, 18, 12, 17, 64, 4376, 75, 22, 13, 28)
SECOND = YEAR.format(2022, 52, 34, 6104, 21, 14, 16, 71, 5219, 86, 19, 11, 33)


class Descriptions(ArchiveTest):
    def run_program(self, *arguments, code=0):
        run = trichluc("--lang", "en", *arguments)
        self.assertEqual(run.returncode, code, run.stderr.decode())
        return run.stdout.decode(), run.stderr.decode()

    def ingest(self, *further, code=0):
        return self.run_program("ingest", self.archive, self.files, "-j", "2", *further, code=code)

    def groups(self):
        """Sets of file names."""
        found = {}
        for line in self.run_program("status", self.archive, "--groups", "--format", "json")[0].splitlines():
            member = json.loads(line)
            found.setdefault(member["group"], set()).add(pathlib.Path(member["source"]).name)
        return sorted(found.values(), key=sorted)

    def test_a_table_describes_documents(self):
        (self.files / "a.txt").write_text(REPORT)
        table = self.files / "hồ sơ.csv"
        table.write_text("\ufeffĐường dẫn;Mã hồ sơ;Số tờ;Thời gian bắt đầu\r\na.txt;01.H26;12;05/01/2018\r\n", encoding="utf-8")
        out, _ = self.ingest("--metadata", table)
        self.assertIn("metadata         3 new values", out)
        values = [json.loads(line) for line in self.run_program("metadata", self.archive, "--format", "json")[0].splitlines()]
        self.assertEqual({v["field"]: v["value"] for v in values},
                         {"ma_ho_so": "01.H26", "so_luong_to": "12", "thoi_gian_bat_dau": "2018-01-05"})
        self.assertEqual({(v["table"], v["line"]) for v in values}, {(str(table), 2)})
        self.assertIn("metadata         0 new values", self.ingest("--metadata", table)[0])
        table.write_text("path,ma_ho_so\nfiles/a.txt,02.H26\n", encoding="utf-8")
        out, _ = self.run_program("ingest", self.archive, "--metadata", table)
        self.assertIn("metadata         1 new values", out)
        told = self.run_program("metadata", self.archive, self.files / "a.txt", "--history")[0]
        self.assertIn("Mã hồ sơ: 01.H26", told)
        self.assertIn("replaced later", told)
        self.assertEqual(json.loads(self.run_program("status", self.archive, "--format", "json")[0])["with_metadata"], 1)

    def test_faults_of_a_table_stop_before_anything_is_written(self):
        (self.files / "a.txt").write_text(REPORT)
        table = self.write("t.csv", "path,so_to\na.txt,1\nb.txt,nhiều\n")
        _, said = self.ingest("--metadata", table, code=9)
        self.assertIn("t.csv:3", said)
        self.assertFalse(self.archive.exists())
        self.ingest("--metadata", self.folder / "none.csv", code=5)

    def test_lines_about_nothing_are_told(self):
        (self.files / "a.txt").write_text(REPORT)
        table = self.write("t.csv", "name,ma_ho_so\na.txt,1\nb.txt,2\n")
        out, said = self.ingest("--metadata", table, code=20)
        self.assertIn("t.csv:3", said)
        self.assertIn("metadata         1 new values", out)

    def test_one_report_in_several_forms_is_one_group(self):
        for name in ("quangtri-baocao-2022.pdf", "quangtri-baocao-2022-scan.pdf", "bentre-2020.txt", "kontum-2022.txt",
                     "tongket-2025.html"):
            shutil.copy(DOCUMENTS / name, self.files)
        page = "<html><head><title>Tin nhanh</title></head><body><h1>{}</h1><p>{}</p></body></html>"
        (self.files / "báo một.html").write_text(page.format("Viện trợ năm qua tăng", FIRST), encoding="utf-8")
        (self.files / "báo hai.html").write_text(page.format("Thêm nhiều dự án cho tỉnh", FIRST), encoding="utf-8")
        (self.files / "bản gõ.txt").write_text(FIRST, encoding="utf-8")
        (self.files / "năm sau.txt").write_text(SECOND, encoding="utf-8")
        self.ingest()
        self.assertEqual(self.groups(), [{"báo hai.html", "báo một.html", "bản gõ.txt"},
                                         {"quangtri-baocao-2022-scan.pdf", "quangtri-baocao-2022.pdf"}])
        status = json.loads(self.run_program("status", self.archive, "--format", "json")[0])
        self.assertEqual((status["near_duplicate_groups"], status["near_duplicates"], status["documents"]), (2, 5, {"done": 9}))
        self.run_program("withdraw", self.archive, self.files / "bản gõ.txt", "--why", "thừa")
        self.run_program("withdraw", self.archive, self.files / "báo hai.html", "--why", "thừa")
        self.assertEqual(len(self.groups()), 1)

    def test_a_dry_run_counts_and_writes_nothing(self):
        for name in ("quangtri-baocao-2022.pdf", "quangtri-baocao-2022-scan.pdf"):
            shutil.copy(DOCUMENTS / name, self.files)
        (self.files / "a.txt").write_text(REPORT)
        (self.files / "b.txt").write_text(REPORT)
        (self.files / "bad.pdf").write_bytes(b"%PDF-1.5\nnothing")
        out, _ = self.ingest("--dry-run", code=20)
        self.assertFalse(self.archive.exists())
        self.assertIn("new documents    3\n", out)
        self.assertIn("further names    1\n", out)
        self.assertIn("refused          1\n", out)
        self.assertRegex(out, r"pages of text    [1-9]")
        self.assertRegex(out, r"to be recognised [1-9]")
        self.assertRegex(out, r"time, about      \d+ (s|min)")
        self.assertRegex(out, r"disk, about      \d+\.\d MB")
        (self.files / "bad.pdf").unlink()
        self.ingest()
        before = (self.archive / "archive.sqlite").read_bytes()
        (self.files / "c.txt").write_text(REPORT)
        out, _ = self.ingest("--dry-run")
        self.assertIn("unchanged files  4\n", out)
        self.assertIn("stored already   1\n", out)
        self.assertEqual((self.archive / "archive.sqlite").read_bytes(), before)


if __name__ == "__main__":
    unittest.main()
