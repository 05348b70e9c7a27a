"""What the whole-program tests share: the program, its documents, and a folder of one's own."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(os.environ.get("TRICHLUC_ROOT") or pathlib.Path(__file__).resolve().parents[1])
BUILD = pathlib.Path(os.environ.get("TRICHLUC_BUILD") or ROOT / "build")
PROGRAM = os.environ.get("TRICHLUC") or str(BUILD / "trichluc")
SHARED = pathlib.Path(os.environ.get("TRICHLUC_SHARED") or ROOT.parent / "shared")
DOCUMENTS = ROOT / "corpus" / "documents"
READ = BUILD / "corpus_read"  # what corpus/read_all.py leaves

# "By 31/12/2018, Hà Giang had 496 NGOs ...": of our own writing, one count and one date.
REPORT = "Tính đến ngày 31/12/2018, tỉnh Hà Giang hiện có 496 tổ chức phi chính phủ nước ngoài hoạt động.\n"


def documents():
    """The documents of the corpus without gold, sources and readme, in order."""
    return sorted(p for p in DOCUMENTS.iterdir() if p.suffix in {".txt", ".html", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff"})


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


def trichluc(*arguments, stdin=None, cwd=None, env=None):
    """Runs the program; stdin and the result's outputs are bytes."""
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd, timeout=600, check=False,
                          env={**os.environ, **(env or {})}, **({} if stdin is not None else {"stdin": subprocess.DEVNULL}))


class ProgramTest(unittest.TestCase):
    """A test with a folder of its own, `self.folder`."""
    maxDiff = 4000

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path
