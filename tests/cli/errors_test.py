"""What cannot be read: one line that names the file and what to do, the right exit code, and the other files still done."""
import json
import os
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, PROGRAM, REPORT, ProgramTest, documents, trichluc  # noqa: E402

BAD_ARGUMENTS, UNREADABLE, FILE_ACCESS, ENCRYPTED, PARTLY = 1, 2, 5, 8, 20


def first(suffix):
    return next(p for p in documents() if p.suffix == suffix)


class Errors(ProgramTest):
    def refused(self, path, code, *names):
        """The file alone gives its code; beside a good file the run gives 20 and the good one is done."""
        alone = trichluc("extract", "--format", "jsonl", path)
        self.assertEqual(alone.returncode, code, alone.stderr.decode())
        # One line of ours: libraries say nothing of their own.
        self.assertTrue(all(line.startswith("trichluc: ") for line in alone.stderr.decode("utf-8").splitlines()), alone.stderr)
        said = [line for line in alone.stderr.decode("utf-8").splitlines() if path.name in line]
        self.assertEqual(len(said), 1, alone.stderr.decode())
        for name in names:
            self.assertIn(name, said[0])
        self.assertGreaterEqual(len(said[0].split(path.name, 1)[1].split()), 4, "the line says what to do: " + said[0])
        good = self.write("good.txt", REPORT)
        both = trichluc("extract", "--format", "jsonl", path, good)
        self.assertEqual(both.returncode, PARTLY, both.stderr.decode())
        lines = [json.loads(line) for line in both.stdout.decode("utf-8").splitlines()]
        self.assertEqual([line["document"]["source"] for line in lines], [str(path), str(good)])
        self.assertEqual(set(lines[0]["error"]), {"code", "what", "where"})
        self.assertEqual(lines[0]["error"]["code"], code)
        self.assertEqual(lines[0]["schema"], "trichluc/1")
        self.assertTrue(lines[1]["facts"])

    def test_missing(self):
        self.refused(self.folder / "missing.txt", FILE_ACCESS)

    def test_dangling_link(self):
        link = self.folder / "dangling.pdf"
        link.symlink_to(self.folder / "nowhere.pdf")
        self.refused(link, FILE_ACCESS)

    def test_unreadable(self):
        path = self.write("secret.txt", REPORT)
        path.chmod(0)
        if os.getuid() != 0:
            self.refused(path, FILE_ACCESS)
            return
        # Root reads every file, but for root without that capability.
        done = subprocess.run(["setpriv", "--bounding-set", "-dac_override,-dac_read_search", PROGRAM, "extract", path],
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, FILE_ACCESS, done.stderr.decode("utf-8"))
        self.assertIn("secret.txt", done.stderr.decode("utf-8"))

    def test_empty(self):
        self.refused(self.write("empty.txt", b""), UNREADABLE)

    def test_random_bytes_named_pdf(self):
        # A fixed sequence that no format begins with; no random numbers, so that a fault can be repeated.
        noise = bytes((i * i * 31 + i * 7 + 129) % 256 for i in range(5000))
        self.refused(self.write("noise.pdf", noise), UNREADABLE)

    def test_truncated_pdf(self):
        whole = first(".pdf").read_bytes()
        self.refused(self.write("truncated.pdf", whole[:len(whole) // 20]), UNREADABLE)

    def test_truncated_png(self):
        whole = first(".png").read_bytes()
        self.refused(self.write("truncated.png", whole[:200]), UNREADABLE, "#1")

    def test_truncated_jpeg(self):
        subprocess.run(["pdftoppm", "-jpeg", "-r", "70", "-singlefile", first(".pdf"), self.folder / "page"], check=True)
        whole = (self.folder / "page.jpg").read_bytes()
        self.refused(self.write("truncated.jpg", whole[:len(whole) // 4]), UNREADABLE, "#1")

    def test_encrypted_pdf(self):
        path = self.folder / "locked.pdf"
        subprocess.run(["qpdf", "--encrypt", "user", "owner", "256", "--", str(first(".pdf")), str(path)], check=True)
        self.refused(path, ENCRYPTED)

    def test_invalid_utf8(self):
        path = self.write("invalid.txt", REPORT.encode("utf-8") + b"\xff\xfe\xc3 broken \x80\x81\n" + REPORT.encode("utf-8"))
        done = trichluc("extract", "--format", "jsonl", path)
        # Either it is read with a warning or refused; never a crash, and what is printed is valid.
        self.assertIn(done.returncode, (0, UNREADABLE, PARTLY), done.stderr.decode("utf-8", "replace"))
        json.loads(done.stdout.decode("utf-8"))
        self.assertIn("invalid.txt", done.stderr.decode("utf-8"))

    def test_bad_arguments(self):
        for arguments in (["extract"], ["no-such-command"], ["extract", "--format", "no-such-format", "x.txt"],
                          ["extract", "--types", "no-such-type", "x.txt"], ["extract", "--no-such-option"]):
            done = trichluc(*arguments)
            self.assertEqual(done.returncode, BAD_ARGUMENTS, arguments)
            self.assertEqual(done.stdout, b"")
            self.assertTrue(done.stderr)

    def test_output_that_cannot_be_written(self):
        good = self.write("good.txt", REPORT)
        done = trichluc("extract", "-o", self.folder / "no" / "such" / "folder.jsonl", good)
        self.assertEqual(done.returncode, FILE_ACCESS, done.stderr.decode())

    def test_vietnamese(self):
        missing = self.folder / "missing.txt"
        english, vietnamese = (trichluc("extract", "--lang", lang, missing) for lang in ("en", "vi"))
        by_locale = trichluc("extract", missing, env={"LC_ALL": "vi_VN.UTF-8", "LANG": "vi_VN.UTF-8"})
        self.assertNotEqual(english.stderr, vietnamese.stderr)
        self.assertEqual(by_locale.stderr, vietnamese.stderr)

    def test_other_pages_of_text_command(self):
        good = self.write("good.txt", REPORT)
        done = trichluc("text", self.folder / "missing.txt", good)
        self.assertEqual(done.returncode, PARTLY)
        self.assertIn("496", done.stdout.decode("utf-8"))


if __name__ == "__main__":
    assert DOCUMENTS.is_dir()
    unittest.main()
