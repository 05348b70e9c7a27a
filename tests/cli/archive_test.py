"""An archive through the command line: nothing lost, nothing twice. What is killed is in durability_test.py."""
import json
import os
import pathlib
import resource
import shutil
import sqlite3
import subprocess
import sys
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, PROGRAM, REPORT, ArchiveTest, trichluc, trichluc_on_read_only_disk

# What an archive says, without the keys and clocks of its runs.
TABLES = {
    "documents": "SELECT id, bytes, original, state, source, media_type, encoding, page_count, meta_title, title, publisher,"
                 " author, published, record, facts_fingerprint, head_warnings FROM documents",
    "paths": "SELECT path, id, container, complete, size, mtime_ns, inode FROM paths LEFT JOIN documents USING (document)",
    "pages": "SELECT id, p.number, text, origin, reason, words, layout, warnings, engine, model, fingerprint FROM pages p"
             " JOIN documents USING (document)",
    "facts": "SELECT f.id, d.id, ordinal, type, section, value, low, high, f.number, period, first_year, json FROM facts f"
             " JOIN documents d USING (document)",
    "evidence": 'SELECT f.id, e.ordinal, page, "start", "end", quote, repaired, boxes FROM evidence e JOIN facts f USING (fact)',
    "inferred": 'SELECT f.id, i.ordinal, field, i.value, page, "start", "end" FROM inferred i JOIN facts f USING (fact)',
    "positions": "SELECT f.id, p.ordinal, title, organization, p.place, text FROM positions p JOIN facts f USING (fact)",
    "warnings": "SELECT id, ordinal, en, vi FROM warnings JOIN documents USING (document)",
    "groups": "SELECT id, leader, similarity FROM groups JOIN documents USING (document)",
    "near_duplicates": "SELECT d.id, o.id, similarity FROM near_duplicates n JOIN documents d USING (document)"
                       " JOIN documents o ON o.document = n.other",
    "signatures": "SELECT id, words, shingles, figures, bands FROM signatures JOIN documents USING (document)",
    "bands": "SELECT band, id FROM bands JOIN documents USING (document)",
    "metadata": "SELECT id, field, line, value FROM metadata JOIN documents USING (document)",
    "failures": "SELECT path, page, stage, code, reason_en, reason_vi, hint_en, hint_vi FROM failures",
}


def rows(archive):
    """Every row of the archive, in an order of their own; opened by the stock SQLite."""
    database = sqlite3.connect(f"file:{archive}/archive.sqlite", uri=True)
    database.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
    found = {name: sorted(database.execute(sql).fetchall(), key=repr) for name, sql in TABLES.items()}
    database.close()
    return found


class Archives(ArchiveTest):
    def ok(self, *arguments, code=0):
        run = trichluc("--lang", "en", *arguments)
        self.assertEqual(run.returncode, code, run.stderr.decode())
        return run.stdout.decode()

    def ingest(self, *paths, code=0):
        return self.ok("ingest", self.archive, *(paths or [self.files]), "-j", "2", code=code)

    def status(self):
        return json.loads(self.ok("status", self.archive, "--format", "json"))

    def test_the_facts_are_those_of_extract(self):
        for name in ("tongket-2025.html", "tongket-2025.txt"):
            if (DOCUMENTS / name).exists():
                shutil.copy(DOCUMENTS / name, self.files)
        self.ingest()
        stored = [json.loads(r[-1]) for r in sorted(rows(self.archive)["facts"], key=lambda r: (r[1], r[2]))]
        read = [json.loads(line) for line in self.ok("extract", "--format", "jsonl", self.files).splitlines()]
        self.assertTrue(stored)
        self.assertEqual(stored, [fact for document in sorted(read, key=lambda d: d["document"]["id"]) for fact in document["facts"]])

    def test_unchanged_files_are_not_read_again_and_a_changed_one_is(self):
        (self.files / "a.txt").write_text(REPORT)
        self.assertIn("new documents    1", self.ingest())
        self.assertIn("unchanged files  1", self.ingest())
        (self.files / "a.txt").write_text(REPORT.replace("496", "512"))
        self.assertIn("new documents    1", self.ingest())
        self.assertEqual(self.status()["documents"], {"done": 2})

    def test_on_a_disk_that_cannot_be_written_to_nothing_is_lost(self):
        (self.files / "a.txt").write_text(REPORT)
        self.ingest()
        (self.files / "b.txt").write_text(REPORT.replace("496", "512"))
        fact = json.loads(self.ok("review", self.archive, "--format", "json").splitlines()[0])["fact"]

        def content():
            return {str(p.relative_to(self.archive)): p.read_bytes() for p in self.archive.rglob("*") if p.is_file()}

        def there(*arguments):
            return trichluc_on_read_only_disk(self.archive, "--lang", "en", *arguments)

        before = content()
        if there("version") is None:
            self.skipTest("no read-only mounts here")
        correction = ("correct", self.archive, fact, "value=497", "--by", "Lan", "--why", "seen on the page")
        for arguments in (("ingest", self.archive, self.files, "-j", "2"), ("rerun", self.archive, "--stale"), correction,
                          ("withdraw", self.archive, self.files / "a.txt", "--why", "wrong copy")):
            with self.subTest(arguments[0]):
                refused = there(*arguments)
                self.assertEqual((refused.returncode, refused.stdout), (5, b""), refused.stderr)
                self.assertIn(b"Read-only file system", refused.stderr)
                self.assertIn(str(self.archive).encode(), refused.stderr)
                self.assertEqual(content(), before, "nothing is changed, and nothing new lies about")
        new = there("ingest", self.archive / "new", self.files)
        self.assertEqual(new.returncode, 5, new.stderr)
        self.assertIn(b"Read-only file system", new.stderr)
        # What only reads goes on as ever.
        for arguments in (("status",), ("series", "ngo"), ("conflicts",), ("verify",), ("export", "--format", "jsonl"),
                          ("ingest", self.files, "--dry-run")):
            with self.subTest(arguments[0]):
                read = there(arguments[0], self.archive, *arguments[1:])
                self.assertEqual(read.returncode, 0, read.stderr)
                self.assertTrue(read.stdout)
        self.assertEqual(content(), before)
        # Writable again, the same command does what was left undone.
        self.assertIn("new documents    1", self.ingest())
        self.assertEqual(self.status()["documents"], {"done": 2})
        self.ok("verify", self.archive)

    def test_the_same_bytes_are_one_document_with_all_names(self):
        for name in ("b.txt", "a.txt", "tên có dấu\nvà dòng mới.txt"):
            (self.files / name).write_text(REPORT)
        with zipfile.ZipFile(self.files / "gói.zip", "w") as packed:
            packed.writestr("trong/c.txt", REPORT)
            packed.writestr("trong/d.txt", REPORT.replace("496", "512"))
        self.ingest()
        status = self.status()
        self.assertEqual((status["documents"], status["paths"]), ({"done": 2}, 5))
        names = {r[0] for r in rows(self.archive)["paths"]}
        self.assertIn(str(self.files / "gói.zip/trong/c.txt"), names)
        self.assertIn("unchanged files  4", self.ingest())

    def test_a_name_that_is_no_utf8(self):
        name = os.fsencode(self.files) + b"/b\xe1o.txt"
        with open(name, "wb") as file:
            file.write(REPORT.encode())
        self.ingest()
        self.assertIn("unchanged files  1", self.ingest())
        self.ok("verify", self.archive)

    def test_failures_have_reason_and_hint_and_are_tried_again(self):
        (self.files / "good.txt").write_text(REPORT)
        (self.files / "bad.pdf").write_bytes(b"%PDF-1.5\nnothing")
        self.ingest(code=20)
        failure = json.loads(self.ok("failures", self.archive, "--format", "json"))
        self.assertEqual((failure["file"], failure["stage"]), (str(self.files / "bad.pdf"), "open"))
        self.assertTrue(failure["reason"])
        self.assertIn("bad.pdf", self.ok("failures", self.archive))
        (self.files / "bad.pdf").write_text(REPORT.replace("496", "77"))
        self.ok("rerun", self.archive, "--failed")
        self.assertEqual(self.ok("failures", self.archive), "")
        self.assertEqual(self.status()["documents"], {"done": 2})

    def test_other_dictionaries_renew_the_facts_from_stored_pages(self):
        (self.files / "a.txt").write_text(REPORT)
        self.ingest()
        before = rows(self.archive)
        self.edit("UPDATE documents SET facts_fingerprint = 'trichluc 0.0.9 | other'")
        self.edit("DELETE FROM positions; DELETE FROM inferred; DELETE FROM evidence; DELETE FROM facts")
        self.assertEqual(self.status()["stale"], {"pages": 0, "facts": 1})
        (self.files / "a.txt").unlink()
        self.assertIn("facts only       1", self.ok("rerun", self.archive, "--stale"))
        self.assertEqual(rows(self.archive), before)
        self.assertIn("facts only       0", self.ok("rerun", self.archive, "--older-than", "0.1"))
        self.assertIn("facts only       0", self.ok("rerun", self.archive, "--stale"))

    def test_another_reader_reads_the_pages_again(self):
        shutil.copy(DOCUMENTS / "tongket-2025.html", self.files)
        self.ingest()
        before = rows(self.archive)
        self.edit("UPDATE pages SET text = 'other', words = '[]', fingerprint = 'trichluc 0.0.9 | other'")
        self.assertIn("read again       1", self.ok("rerun", self.archive, "--older-than", "0.1"))
        self.assertEqual(rows(self.archive), before)

    def edit(self, sql):
        database = sqlite3.connect(self.archive / "archive.sqlite")
        database.executescript(sql)
        database.commit()
        database.close()

    def test_verify_finds_what_was_tampered_with(self):
        (self.files / "a.txt").write_text(REPORT)
        self.ingest()
        self.ok("verify", self.archive)
        stamp = os.stat(self.files / "a.txt")
        (self.files / "a.txt").write_text(REPORT.replace("496", "999"))
        os.utime(self.files / "a.txt", ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
        self.assertIn("unchanged files  1", self.ingest())
        self.assertIn("changed sources  1", self.ok("verify", self.archive, code=20))
        self.ok("verify", self.archive, "--no-sources")
        self.edit("UPDATE evidence SET quote = 'x'")
        self.ok("verify", self.archive, "--no-sources", code=4)
        original = next(p for p in (self.archive / "originals").rglob("*") if p.is_file())
        original.chmod(0o644)
        original.write_bytes(b"x")
        self.assertIn("not the file", trichluc("--lang", "en", "verify", self.archive).stderr.decode())

    def test_withdrawing_leaves_a_trace(self):
        (self.files / "a.txt").write_text(REPORT)
        self.ingest()
        self.ok("withdraw", self.archive, self.files / "a.txt", "--why", "bản nhầm")
        status = self.status()
        self.assertEqual((status["documents"], status["facts"], status["pages"]), ({"withdrawn": 1}, {}, {}))
        self.assertFalse([p for p in (self.archive / "originals").rglob("*") if p.is_file()])
        shutil.copy(self.files / "a.txt", self.files / "b.txt")
        self.ingest()
        self.assertEqual(self.status()["documents"], {"withdrawn": 1})
        self.ok("verify", self.archive)
        self.ok("withdraw", self.archive, "00000000", "--why", "x", code=1)

    def test_an_archive_can_be_moved(self):
        (self.files / "a.txt").write_text(REPORT)
        self.ingest()
        self.archive = self.archive.rename(self.folder / "nơi khác")
        self.assertEqual(sorted(p.name for p in self.archive.iterdir() if p.is_file()), ["archive.lock", "archive.sqlite"])
        self.ok("verify", self.archive)
        self.assertIn("unchanged files  1", self.ingest())

    def test_damaged_newer_foreign_and_missing_archives(self):
        (self.files / "a.txt").write_text(REPORT)
        self.ok("status", self.archive, code=5)
        self.ingest()
        self.edit("PRAGMA user_version = 99")
        for command in (("status",), ("verify",), ("ingest", self.files)):
            run = trichluc("--lang", "en", command[0], self.archive, *command[1:])
            self.assertEqual(run.returncode, 2)
            self.assertIn("newer trichluc", run.stderr.decode())
        (self.archive / "archive.sqlite").write_bytes(b"no database at all" * 100)
        self.assertIn("hỏng", trichluc("--lang", "vi", "ingest", self.archive, self.files).stderr.decode())
        self.ok("status", self.archive, code=2)
        self.ok("ingest", self.files, self.files, code=5)

    def test_two_at_once_are_refused(self):
        import fcntl
        (self.files / "a.txt").write_text(REPORT)
        self.ingest()
        with open(self.archive / "archive.lock", "r+b") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            run = trichluc("--lang", "en", "ingest", self.archive, self.files)
        self.assertEqual(run.returncode, 5)
        self.assertIn("another trichluc is writing", run.stderr.decode())

    def test_a_disk_that_fills_up(self):
        for number in range(40):
            (self.files / f"{number:02}.txt").write_text(REPORT.replace("496", str(600 + number)) * 40)
        self.ingest()
        undisturbed = rows(self.archive)
        shutil.rmtree(self.archive)
        stopped = 0
        for limit in (90_000, 140_000, 250_000, 400_000, 700_000):
            def small_disk(most=limit):
                resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
                import signal
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            run = subprocess.run([PROGRAM, "--lang", "en", "ingest", self.archive, self.files, "-j", "1"], capture_output=True,
                                 preexec_fn=small_disk, check=False)
            stopped += run.returncode == 5 and b"make room" in run.stderr
        self.assertGreater(stopped, 0)
        self.ingest()
        self.assertEqual(rows(self.archive), undisturbed)
        self.ok("verify", self.archive)


if __name__ == "__main__":
    unittest.main()
