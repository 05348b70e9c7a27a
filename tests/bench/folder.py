#!/usr/bin/env python3
"""A folder as archivists have them: N mixed files, one in twenty broken, read in one run; is every file accounted for?

    python3 tests/bench/folder.py [--files 2000] [--kill SECONDS] [--jobs 2]

The files are those of corpus/documents, of every form in it, each copy with words of its own where the form is text.
Broken ones are cut short, empty, locked, noise, or no document at all. With --kill a child of the run is killed every so
many seconds. Prints what the run gave and ends with 1 where a file is missing, told twice, or wrongly given up. The
wanted values are those of each document read alone.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import PROGRAM, documents, trichluc  # noqa: E402

NOISE = bytes((i * i * 31 + i * 7 + 129) % 256 for i in range(5000))
DEAREST = 50  # one scan in so many files: the folder is to test the run, not the recogniser


def breakages(locked):
    """Ways in which a file is broken; each gives the bytes from those of a good PDF."""
    return [lambda pdf: pdf[:len(pdf) // 20], lambda pdf: b"", lambda pdf: NOISE, lambda pdf: b"%PDF-1.4 nothing",
            lambda pdf: b"\x89PNG\r\n\x1a\n" + pdf[:100], lambda pdf: b"PK\x03\x04" + NOISE, lambda pdf: locked]


def lock(pdf, folder):
    path = pathlib.Path(folder) / "locked.pdf"
    subprocess.run(["qpdf", "--encrypt", "user", "owner", "256", "--", str(pdf), str(path)], check=True)
    return path.read_bytes()


def is_scan(path):
    return path.suffix in {".png", ".jpg", ".jpeg", ".tif", ".tiff"} or "-scan" in path.name


def fill(folder, count, scratch):
    """Writes the files; returns name → the document that it is a copy of, or None for a broken one."""
    cheap = [p for p in documents() if not is_scan(p)]
    scans = [p for p in documents() if is_scan(p)]
    pdf = next(p for p in cheap if p.suffix == ".pdf")
    broken = breakages(lock(pdf, scratch))
    made = {}
    for i in range(count):
        below = folder / f"box {i // 100:02}" / ("hồ sơ" if i % 3 else "năm 2019")
        below.mkdir(parents=True, exist_ok=True)
        if i % 20 == 7:
            path = below / f"{i:05} broken.pdf"
            path.write_bytes(broken[i // 20 % len(broken)](pdf.read_bytes()))
            made[str(path)] = None
            continue
        source = scans[i // DEAREST % len(scans)] if i % DEAREST == 25 else cheap[i % len(cheap)]
        path = below / f"{i:05} {source.name}"
        path.write_bytes(source.read_bytes())
        made[str(path)] = source
    return made


def values(line):
    """What a document says, whatever it is called."""
    return sorted(fact["id"] for fact in line["facts"])


def alone(sources):
    """Each document read by itself."""
    done = trichluc("extract", "--format", "jsonl", "--jobs", "2", *sources)
    return {json.loads(line)["document"]["source"]: values(json.loads(line)) for line in done.stdout.decode().splitlines()}


def children(parent):
    found = []
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1]) == parent:
                found.append(int(entry.name))
        except (OSError, ValueError):
            pass
    return found


def kill_now_and_then(parent, seconds, over):
    killed = 0
    while not over.wait(seconds):
        for pid in children(parent)[:1]:
            os.kill(pid, 9)
            killed += 1
    print(f"children killed: {killed}")


def run(folder, jobs, kill):
    begin = time.monotonic()
    running = subprocess.Popen([PROGRAM, "extract", "--format", "jsonl", "--jobs", str(jobs), str(folder)],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    over = threading.Event()
    killer = threading.Thread(target=kill_now_and_then, args=(running.pid, kill, over)) if kill else None
    if killer:
        killer.start()
    out, said = running.communicate()
    over.set()
    if killer:
        killer.join()
    return out.decode().splitlines(), said.decode().splitlines(), running.returncode, time.monotonic() - begin


def account(made, lines, wanted):
    """How many files ended in which way; the last ones are faults."""
    ends = collections.Counter()
    seen = collections.Counter(line["document"]["source"] for line in lines)
    ends["FAULT: told twice"] = sum(n - 1 for n in seen.values())
    ends["FAULT: not told"] = len(set(made) - set(seen))
    for line in lines:
        source = made.get(line["document"]["source"])
        if "error" in line:
            ends["broken, refused" if source is None else "FAULT: refused"] += 1
        elif source is None:
            ends["broken, read"] += 1
        elif any(page["origin"] == "failed" for page in line["document"]["page_list"]):
            ends["with a page that failed, told"] += 1
        else:
            ends["read" if values(line) == wanted[str(source)] else "FAULT: read differently"] += 1
    return +ends


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--files", type=int, default=2000)
    options.add_argument("--kill", type=float, default=0)
    options.add_argument("--jobs", type=int, default=2)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top) / "archive"
        made = fill(folder, asked.files, top)
        wanted = alone(sorted({source for source in made.values() if source}))
        lines, said, code, seconds = run(folder, asked.jobs, asked.kill)
        ends = account(made, [json.loads(line) for line in lines], wanted)
    for end, number in sorted(ends.items()):
        print(f"{number:6} {end}")
    mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{len(made)} files in {seconds:.1f} s ({len(made) / seconds:.1f} a second), exit code {code}, {len(said)} messages, "
          f"largest process {mb:.0f} MB")
    faults = [end for end in ends if end.startswith("FAULT") and not (asked.kill and end == "FAULT: refused")]
    return 1 if faults or code != 20 else 0


if __name__ == "__main__":
    sys.exit(main())
