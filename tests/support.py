"""What the whole-program tests share: the program, its documents, and a folder of one's own."""
import os
import pathlib
import re
import shlex
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
    """The documents of the corpus without gold and sources, in order."""
    return sorted(p for p in DOCUMENTS.iterdir() if p.is_file() and p.suffix != ".json")


def empty_archive():
    """The statements that make an archive without documents, of this program's version."""
    store = ROOT / "pipeline" / "store"
    version = re.search(r"kSchemaVersion = (\d+)", (store / "schema.h").read_text(encoding="utf-8"))[1]
    return ((store / "schema.sql").read_text(encoding="utf-8") +
            f"PRAGMA user_version = {version}; PRAGMA application_id = 1416776803;")


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


def trichluc(*arguments, stdin=None, cwd=None, env=None):
    """Runs the program; stdin and the result's outputs are bytes."""
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd, timeout=600, check=False,
                          env={**os.environ, **(env or {})}, **({} if stdin is not None else {"stdin": subprocess.DEVNULL}))


def trichluc_on_read_only_disk(folder, *arguments):
    """Runs the program while the file system of `folder` cannot be written to; None where nothing may be mounted."""
    where = shlex.quote(str(folder))
    program = " ".join(map(shlex.quote, [PROGRAM, *map(str, arguments)]))
    done = subprocess.run(["unshare", "-rm", "sh", "-c", f"mount --bind {where} {where} && mount -o remount,bind,ro {where} || exit 77; "
                           f"exec {program}"], capture_output=True, stdin=subprocess.DEVNULL, timeout=600, check=False)
    unmounted = done.returncode == 77 or b"unshare" in done.stderr
    return None if unmounted else done


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


def pdf(*objects):
    """Objects from 1 on: bytes, or (dictionary entries, stream)."""
    out, places = bytearray(b"%PDF-1.5\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        if isinstance(content, tuple):
            content = b"<< %s /Length %d >>\nstream\n%s\nendstream" % (content[0], len(content[1]), content[1])
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + b"".join(b"%010d 00000 n \n" % at for at in places)
    return bytes(out + b"trailer\n<< /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start))


def page_with(resources, content, *further):
    """One page; `further` are objects from 5 on."""
    return pdf(CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %s >> >>" % resources,
               (b"", content), *further)


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


class ArchiveTest(ProgramTest):
    """With an archive still to be made, `self.archive`, and an empty folder of documents for it, `self.files`."""

    def setUp(self):
        super().setUp()
        self.archive = self.folder / "kho"
        self.files = self.folder / "files"
        self.files.mkdir()
