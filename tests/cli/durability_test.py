"""Nothing is lost: kills of the coordinator and of its children, a disk that fills up, a power cut. Whatever happens,
the archive in the end is that of an undisturbed run, row by row, and verify finds no fault.

Small in the ordinary test run; as large as the environment says otherwise:
    TRICHLUC_KILLS=100 TRICHLUC_DOCUMENTS=60 TRICHLUC_CUTS=40 python3 tests/cli/durability_test.py
"""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "store"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import power_cut  # noqa: E402
from archive_test import rows  # noqa: E402
from support import BUILD, DOCUMENTS, PROGRAM, REPORT, ArchiveTest, trichluc  # noqa: E402

KILLS = int(os.environ.get("TRICHLUC_KILLS", 8))
CUTS = int(os.environ.get("TRICHLUC_CUTS", 6))
COUNT = int(os.environ.get("TRICHLUC_DOCUMENTS", 8))
FULL_DISKS = int(os.environ.get("TRICHLUC_FULL_DISKS", 4))
SHIM = pathlib.Path(os.environ.get("TRICHLUC_POWER_CUT") or BUILD / "tests" / "libpower_cut.so")
SCANS = {".png", ".jpg", ".jpeg", ".tif", ".tiff"}


def is_scan(path):
    return path.suffix in SCANS or "-scan" in path.name or path.name.startswith(("quangngai", "laocai"))


def some_documents(folder, count):
    """As many documents as asked for, one in six of them a scan; text ones again with other words when there are too few."""
    there = [p for p in DOCUMENTS.iterdir() if p.is_file() and p.suffix != ".json"]
    scans = sorted(filter(is_scan, there))[:max(1, count // 6)]
    texts = sorted(p for p in there if not is_scan(p))
    for i in range(count - len(scans)):
        source = texts[i % len(texts)]
        target = folder / f"{i:03} {source.name}"
        again = b" " * (i // len(texts)) if source.suffix in {".txt", ".html"} else b""
        target.write_bytes(source.read_bytes() + again)
    for scan in scans:
        shutil.copy(scan, folder)


def children_of(parent):
    """Of all its threads: each reader is started by one of its own."""
    found = []
    try:
        for thread in pathlib.Path(f"/proc/{parent}/task").iterdir():
            found += [int(word) for word in (thread / "children").read_text().split()]
    except OSError:
        pass
    return found


class Durability(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.luck = random.Random(6)

    def ok(self, *arguments):
        run = trichluc("--lang", "en", *arguments)
        self.assertEqual(run.returncode, 0, run.stderr.decode())
        return run.stdout.decode()

    def ingest(self):
        return self.ok("ingest", self.archive, self.files, "-j", "2")

    def undisturbed(self):
        begin = time.monotonic()
        self.ingest()
        taken = time.monotonic() - begin
        wanted = rows(self.archive)
        self.assertGreater(len(wanted["pages"]), 0)
        self.empty(self.archive)
        return wanted, taken

    @staticmethod
    def empty(folder):
        for entry in folder.iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()

    def start(self, env=None):
        return subprocess.Popen([PROGRAM, "ingest", self.archive, self.files, "-j", "2"], stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, env=env)

    def check(self, wanted):
        """What is to do is done, and the same as if nothing had happened. A page whose reader was killed twice says so."""
        trichluc("ingest", self.archive, self.files, "-j", "2")
        if self.ok("failures", self.archive):
            self.ok("rerun", self.archive, "--failed", "-j", "2")
        found = rows(self.archive)
        for table, expected in wanted.items():
            self.assertEqual(found[table], expected, table)
        self.ok("verify", self.archive)

    def test_kills_of_coordinator_and_children(self):
        some_documents(self.files, COUNT)
        wanted, whole = self.undisturbed()
        killed = {"coordinator": 0, "children": 0}
        archives = 0
        while sum(killed.values()) < KILLS:
            run = self.start()
            end = time.monotonic() + self.luck.uniform(0.01, whole / 3)
            while run.poll() is None and time.monotonic() < end:
                time.sleep(self.luck.uniform(0.01, whole / 12))
                children = children_of(run.pid)
                if children and self.luck.random() < 0.6:
                    try:
                        os.kill(self.luck.choice(children), signal.SIGKILL)
                        killed["children"] += 1
                    except ProcessLookupError:
                        pass
            if run.poll() is None:
                run.kill()
                killed["coordinator"] += 1
            if run.wait() >= 0:
                self.check(wanted)
                archives += 1
                self.empty(self.archive)
        self.check(wanted)
        print(f"killed: {killed}; archives filled: {archives + 1}; documents: {len(wanted['documents'])}, "
              f"pages: {len(wanted['pages'])}, facts: {len(wanted['facts'])}; undisturbed {whole:.0f} s")

    def test_power_cuts(self):
        if not SHIM.exists():
            self.skipTest(f"{SHIM} is not built")
        some_documents(self.files, COUNT)
        wanted, _ = self.undisturbed()
        lost, cuts = 0, 0
        disk, cache = self.archive, self.folder / "cache"
        while cuts < CUTS:
            changes = int(2 ** self.luck.uniform(0, 10))  # a run of eight documents makes about a thousand
            run = self.start(power_cut.environment(SHIM, disk, cache, changes))
            run.wait()
            lost += power_cut.cut(disk, cache, self.luck.random())
            cuts += 1
            if run.returncode >= 0:
                self.check(wanted)
                self.empty(self.archive)
        self.check(wanted)
        self.assertGreater(lost, 0)
        print(f"power cuts: {cuts}; files and names that lost something: {lost}; documents: {len(wanted['documents'])}")

    def test_the_power_cut_finds_what_is_not_synced(self):
        """The shim itself: without synchronous=FULL nothing of this file's content is sure."""
        if not SHIM.exists():
            self.skipTest(f"{SHIM} is not built")
        program = "import os,sys; f=os.open(sys.argv[1],os.O_WRONLY|os.O_CREAT); os.write(f,b'synced'); os.fsync(f); " \
                  "os.write(f,b' and not'); os._exit(9)"
        disk = self.folder / "disk"
        disk.mkdir()
        seen = set()
        for seed in range(12):
            shutil.rmtree(disk)
            disk.mkdir()
            env = power_cut.environment(SHIM, disk, self.folder / "cache")
            subprocess.run([sys.executable, "-c", program, str(disk / "a")], env=env, check=False)
            power_cut.cut(disk, self.folder / "cache", seed)
            seen.add((disk / "a").read_bytes() if (disk / "a").exists() else None)
        self.assertIn(b"synced", seen)
        self.assertIn(None, seen)  # its folder was never synced
        self.assertIn(b"synced and not", seen)

    def small_disk(self, size):
        """A file system of so many bytes at the archive's place; False where none may be mounted."""
        self.archive.mkdir(exist_ok=True)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(self.archive)], capture_output=True,
                              check=False)
        if done.returncode != 0:
            return False
        self.addCleanup(subprocess.run, ["umount", "-l", str(self.archive)], capture_output=True, check=False)
        return True

    def test_a_disk_that_is_full(self):
        some_documents(self.files, max(4, COUNT // 2))
        for number in range(20):
            (self.files / f"{number:02}.txt").write_text(REPORT.replace("496", str(600 + number)) * 40)
        self.ingest()
        wanted = rows(self.archive)
        needed = sum(p.stat().st_size for p in self.archive.rglob("*") if p.is_file())
        self.empty(self.archive)
        if not self.small_disk(needed // 8):
            self.skipTest("no small disk can be mounted here; archive_test.py has the test with a limit of file sizes")
        stopped = 0
        for step in range(FULL_DISKS):
            run = trichluc("--lang", "en", "ingest", self.archive, self.files, "-j", "2")
            if run.returncode == 5:
                self.assertIn(b"make room", run.stderr)
                stopped += 1
            else:
                self.assertEqual(run.returncode, 0, run.stderr.decode())
            subprocess.run(["mount", "-o", f"remount,size={needed // 8 + (step + 1) * needed // FULL_DISKS}", str(self.archive)],
                           check=True)
        # Room enough at last: SQLite's log alone grows to four megabytes before it is emptied.
        subprocess.run(["mount", "-o", f"remount,size={needed * 4 + (16 << 20)}", str(self.archive)], check=True)
        self.assertGreater(stopped, 0)
        self.check(wanted)
        print(f"full disks: {stopped} runs stopped; {needed} bytes needed in the end")


if __name__ == "__main__":
    unittest.main()
