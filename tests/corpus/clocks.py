"""Nothing depends on today: the same bytes on other days and in other time zones, for the documents and the phrases."""
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import READ, ROOT, documents, trichluc  # noqa: E402

# Debian's libfaketime; without it only the time zones are changed.
FAKE_TIME = sorted(pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
# Before any document of the field and after all of them, half a day to the west and more than half a day to the east.
CLOCKS = [("@1988-12-31 23:59:30", "UTC+12"), ("@2061-03-01 00:00:10", "UTC-14")]


def environment(clock, zone):
    # The readers' confinement allows no shared memory, which libfaketime would share its start by.
    fake = {"LD_PRELOAD": str(FAKE_TIME[0]), "FAKETIME": clock, "FAKETIME_DISABLE_SHM": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    return {"TZ": zone, **(fake if FAKE_TIME else {})}


def shows_faked_clock():
    """The clock is really another one: else the test could not fail."""
    clock, zone = CLOCKS[1]
    shown = subprocess.run(["date", "+%Y %z"], env={**os.environ, **environment(clock, zone)}, capture_output=True, check=True)
    return shown.stdout.split() == [b"2061", b"+1400"]


def phrase_files(folder):
    """One text a table, a phrase a paragraph; a day without a year meets no year beside it in most of them."""
    for table in sorted((ROOT / "corpus" / "phrases").glob("*.tsv")):
        lines = [line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        text = folder / f"{table.stem}.txt"
        text.write_text("".join(line.split("\t")[1] + ".\n\n" for line in lines), encoding="utf-8")
        yield text


def extracted(files, cwd, env=None):
    done = trichluc("extract", "--format", "jsonl", "--jobs", 2, *files, cwd=cwd, env=env)
    if done.returncode:
        sys.exit(f"ended with {done.returncode} under {env}: {done.stderr.decode('utf-8', 'replace')}")
    return done.stdout.splitlines()


def main():
    if FAKE_TIME and not shows_faked_clock():
        sys.exit("libfaketime is installed and changes no clock")
    different = 0
    with tempfile.TemporaryDirectory() as folder:
        phrases = [path.name for path in phrase_files(pathlib.Path(folder))]
        files = [*phrases, *documents()]
        today = [*extracted(phrases, folder), *(READ / "extracted.jsonl").read_bytes().splitlines()]
        for clock, zone in CLOCKS:
            other = extracted(files, folder, environment(clock, zone))
            if len(other) != len(today):
                sys.exit(f"{len(today)} and {len(other)} lines")
            for name, a, b in zip(files, today, other):
                if a != b:
                    different += 1
                    print(f"{pathlib.Path(name).name}: other bytes at {clock} in {zone}")
    print(f"{len(files)} files under {len(CLOCKS)} {'clocks' if FAKE_TIME else 'time zones, libfaketime is missing'}, {different} differ")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
