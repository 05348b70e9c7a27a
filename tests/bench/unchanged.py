#!/usr/bin/env python3
"""An unchanged folder is ingested again: how long does it take?

    python3 tests/bench/unchanged.py [--files 10000] [--most 10]

Makes so many small files of different words, ingests them, and then ingests the same folder once more. Ends with 1 when
that takes more than the given seconds, or does anything.
"""
import argparse
import pathlib
import resource
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import REPORT, trichluc  # noqa: E402


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--files", type=int, default=10000)
    options.add_argument("--most", type=float, default=10)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top) / "files"
        for i in range(asked.files):
            below = folder / f"hồ sơ {i // 100:03}"
            below.mkdir(parents=True, exist_ok=True)
            (below / f"{i:05}.txt").write_text(REPORT.replace("496", str(1000 + i)), encoding="utf-8")
        taken = []
        for _ in range(2):
            begin = time.monotonic()
            run = trichluc("--lang", "en", "ingest", f"{top}/kho", folder, "-j", "2", "--progress", "none")
            taken.append(time.monotonic() - begin)
            if run.returncode != 0:
                sys.exit(run.stderr.decode())
        print(run.stdout.decode(), end="")
        size = (pathlib.Path(top) / "kho" / "archive.sqlite").stat().st_size
        print(f"{asked.files} files: first {taken[0]:.1f} s, unchanged {taken[1]:.2f} s; database {size / 1e6:.1f} MB; "
              f"no process had more than {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB of memory")
    return 0 if taken[1] <= asked.most and f"unchanged files  {asked.files}" in run.stdout.decode() else 1


if __name__ == "__main__":
    sys.exit(main())
