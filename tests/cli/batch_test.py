"""Whole folders: everything accounted for, whatever is in them and whatever happens to the readers."""
import json
import os
import pathlib
import subprocess
import sys
import threading
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, PROGRAM, REPORT, ProgramTest, trichluc  # noqa: E402


def lines_of(done):
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def kill_children(parent):
    """What the parent has started, killed at once."""
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1]) == parent:
                os.kill(int(entry.name), 9)
        except (OSError, ValueError):
            pass


class Batch(ProgramTest):
    def mixed_folder(self, count):
        """`count` files, one in twenty broken, odd names and links among them; returns the names that must be told of."""
        scan = (DOCUMENTS / "quangtri-baocao-2022-scan.pdf").read_bytes()
        broken = set()
        for i in range(count):
            if i % 20 == 7:
                broken.add(str(self.write(f"{i:04} broken.pdf", scan[: 2000 + i])))
            elif i % 100 == 50:
                self.write(f"{i:04} scan.pdf", scan)
            else:
                self.write(f"{i:04} report.txt", REPORT.replace("496", str(400 + i)))
        self.write("9000 line\nend.txt", REPORT)
        (self.folder / "loop").symlink_to(self.folder)
        os.mkfifo(self.folder / "9001 pipe")
        broken.add(str(self.folder / "9001 pipe"))
        return count + 2, broken

    def test_every_file_has_its_line(self):
        expected, broken = self.mixed_folder(400)
        done = trichluc("extract", "--format", "jsonl", "--jobs", "2", self.folder)
        lines = lines_of(done)
        self.assertEqual(done.returncode, 20)
        self.assertEqual(len(lines), expected)
        self.assertEqual({line["document"]["source"] for line in lines if "error" in line}, broken)
        self.assertEqual(len({line["document"]["source"] for line in lines}), expected)

    def test_killed_readers_lose_no_file(self):
        expected, broken = self.mixed_folder(400)
        running = subprocess.Popen([PROGRAM, "extract", "--format", "jsonl", "--jobs", "2", str(self.folder)],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        over = threading.Event()

        def kill():
            while not over.wait(0.3):
                kill_children(running.pid)
        killer = threading.Thread(target=kill)
        killer.start()
        out, _ = running.communicate(timeout=300)
        over.set()
        killer.join()
        lines = [json.loads(line) for line in out.decode("utf-8").splitlines()]
        self.assertEqual(running.returncode, 20)
        self.assertEqual(len({line["document"]["source"] for line in lines}), expected)
        refused = {line["document"]["source"] for line in lines if "error" in line}
        self.assertLessEqual(broken - {line["document"]["source"] for line in lines if "error" not in line}, refused)
        for line in lines:
            if "error" not in line and line["document"]["source"].endswith("report.txt"):
                self.assertTrue(line["facts"] or line["document"]["page_list"][0]["origin"] == "failed")

    def test_lists_of_files(self):
        good = self.write("a b.txt", REPORT)
        odd = self.write("line\nend.txt", REPORT)
        for name, listed, expected in [("crlf", f"\ufeff{good}\r\n\r\n{good}\n".encode(), [good, good]),
                                       ("zero", b"\0".join(os.fsencode(p) for p in (good, odd)), [good, odd])]:
            with self.subTest(name):
                done = trichluc("extract", "--format", "jsonl", "--files-from", self.write("list", listed))
                self.assertEqual([line["document"]["source"] for line in lines_of(done)], [str(p) for p in expected])
                self.assertEqual(done.returncode, 0)
        done = trichluc("extract", "--format", "jsonl", "--files-from", "-", stdin=f"{good}\n".encode())
        self.assertEqual(len(lines_of(done)), 1)
        self.assertEqual(trichluc("text", "--files-from", self.folder / "none").returncode, 5)

    def test_only_the_pages_asked_for(self):
        path = DOCUMENTS / "quangtri-baocao-2022.pdf"
        whole = [json.loads(line) for line in trichluc("text", "--format", "jsonl", path).stdout.decode("utf-8").splitlines()]
        second = [json.loads(line) for line in
                  trichluc("text", "--format", "jsonl", "--pages", "2-", path).stdout.decode("utf-8").splitlines()]
        self.assertEqual(second, whole[1:])
        records = lines_of(trichluc("extract", "--format", "jsonl", "--pages", "2", path))[0]
        self.assertEqual(records["document"]["pages"], len(whole))
        self.assertEqual([page["page"] for page in records["document"]["page_list"]], [2])
        self.assertEqual({proof["page"] for fact in records["facts"] for proof in fact["evidence"]}, {2})
        for wrong in ("0", "b", "3-1"):
            self.assertEqual(trichluc("text", "--pages", wrong, path).returncode, 1)

    def test_several_documents_in_one_file_are_suspected(self):
        report, both = DOCUMENTS / "quangtri-baocao-2022.pdf", self.folder / "both.pdf"
        subprocess.run(["qpdf", "--empty", "--pages", report, report, "--", both], check=True)
        pages = len(trichluc("text", report).stdout.decode("utf-8").split("\f")) - 1
        alone, said = (trichluc("extract", "--format", "jsonl", "--lang", "en", path).stderr.decode("utf-8")
                       for path in (report, both))
        self.assertNotIn("several documents", alone)
        self.assertIn(f"several documents, which were read as one; split the file if so. New ones seem to begin on page {pages + 1} (",
                      said)

    def test_a_folder_scanned_into_one_file_is_told_briefly(self):
        report, many = DOCUMENTS / "quangtri-baocao-2022.pdf", self.folder / "many.pdf"
        subprocess.run(["qpdf", "--empty", "--pages", *[report] * 12, "--", many], check=True)
        said = trichluc("extract", "--format", "jsonl", "--lang", "en", many).stderr.decode("utf-8")
        self.assertIn("and on 3 further pages", said)
        seen = json.loads(trichluc("inspect", "--format", "jsonl", many).stdout.decode("utf-8").splitlines()[0])
        self.assertEqual(len(seen["suspected_starts"]), 11)

    def test_progress_for_programs(self):
        self.write("good.txt", REPORT)
        self.write("bad.pdf", b"%PDF-1.4 nothing")
        done = trichluc("extract", "--format", "jsonl", "--progress", "json", self.folder)
        last = json.loads(done.stderr.decode("utf-8").splitlines()[-1])
        self.assertEqual((last["documents"], last["documents_read"], last["documents_failed"]), (2, 1, 1))
        self.assertEqual(last["failed"], {"access": 0, "opening": 1, "page": 0})
        self.assertTrue(last["done"])
        quiet = trichluc("extract", "--format", "jsonl", self.folder)
        self.assertEqual(len(quiet.stderr.decode("utf-8").splitlines()), 1)

    def test_a_missing_model_is_named_with_its_package(self):
        done = trichluc("extract", "--format", "jsonl", "-l", "xyz", DOCUMENTS / "quangtri-baocao-2022-scan.pdf")
        self.assertEqual(done.returncode, 3)
        self.assertIn("tesseract-ocr-xyz", done.stderr.decode("utf-8"))
        self.assertEqual(trichluc("extract", "-l", "xyz", self.write("good.txt", REPORT)).returncode, 0)

    def test_an_interrupted_run_leaves_no_child(self):
        for i in range(30):
            self.write(f"{i}.pdf", (DOCUMENTS / "quangtri-baocao-2022-scan.pdf").read_bytes())
        running = subprocess.Popen([PROGRAM, "extract", "--format", "jsonl", str(self.folder)], stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL)
        first = running.stdout.readline()
        children = pathlib.Path(f"/proc/{running.pid}/task").glob("*/children")
        pids = [int(pid) for task in children for pid in task.read_text().split()]
        running.terminate()
        rest = running.stdout.read()
        self.assertEqual(running.wait(timeout=60), 130)
        for line in (first + rest).decode("utf-8").splitlines():
            json.loads(line)
        self.assertTrue(pids)
        for _ in range(100):
            left = [pid for pid in pids if pathlib.Path(f"/proc/{pid}/cmdline").exists()
                    and b"page-worker" in pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()]
            if not left:
                break
            time.sleep(0.05)
        self.assertEqual(left, [])


if __name__ == "__main__":
    unittest.main()
