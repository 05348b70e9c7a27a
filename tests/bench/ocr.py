#!/usr/bin/env python3
"""Scans read by trichluc and by ocrmypdf, in turn, on the same machine at the same time of day.

    python3 tests/bench/ocr.py [--pages 20] [--rounds 2] [--jobs 2]

Makes two PDF files of so many pages from the text of corpus/documents: grey at 300 dpi (JPEG), and as a fax (200 dpi, black
and white, CCITT). Before anything is timed, the words that each program reads are compared with those of the source. Needs
ocrmypdf, img2pdf and poppler-utils.
"""
import argparse
import collections
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, PROGRAM  # noqa: E402

SOURCES = ["cantho-ketnoi-2024.pdf", "hoabinh-ketluan-2021.pdf", "quangtri-baocao-2022.pdf"]


def run(*command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True).stdout.decode("utf-8")


def scans(folder, form, count):
    """A PDF of `count` pages, each one picture."""
    options = {"grey": ["-r", "300", "-gray", "-jpeg", "-jpegopt", "quality=80"], "fax": ["-r", "200", "-mono"]}[form]
    pictures = []
    for source in SOURCES:
        run("pdftoppm", *options, DOCUMENTS / source, folder / f"{form}-{source}")
        pictures += sorted(folder.glob(f"{form}-{source}-*"))
    out = folder / f"{form}.pdf"
    run("img2pdf", "--pagesize", "A4", "-o", out, *(pictures * (count // len(pictures) + 1))[:count])
    return out, len(pictures)


def words(text):
    return collections.Counter(re.findall(r"\w+", unicodedata.normalize("NFC", text)))


def wrong(truth, text):
    """Words that are missing or too many, of a hundred."""
    read = words(text)
    return 100 * sum((truth - read).values()) / sum(truth.values()), 100 * sum((read - truth).values()) / sum(truth.values())


def trichluc(scan, _, jobs):
    return run(PROGRAM, "text", "-j", jobs, "-l", "vie", scan)


def ocrmypdf(scan, folder, jobs):
    out = folder / "out.pdf"
    run("ocrmypdf", f"-j{jobs}", "--output-type", "pdf", "--skip-text", "-l", "vie", scan, out)
    return run("pdftotext", out, "-")


def compare(folder, form, asked):
    scan, unique = scans(folder, form, asked.pages)
    text = "".join(run("pdftotext", DOCUMENTS / source, "-") for source in SOURCES)
    truth = words(text)
    run("qpdf", scan, "--pages", ".", f"1-{unique}", "--", folder / "short.pdf")
    for program in (trichluc, ocrmypdf):
        missing, added = wrong(truth, program(folder / "short.pdf", folder, asked.jobs))
        print(f"{form}: {program.__name__}: {missing:.2f} words of a hundred missing, {added:.2f} too many")
        if missing > 10:
            sys.exit(f"{program.__name__} does not read the scans")
    seconds = collections.defaultdict(list)
    for _ in range(asked.rounds):
        for program in (trichluc, ocrmypdf):
            begin = time.monotonic()
            program(scan, folder, asked.jobs)
            seconds[program].append(time.monotonic() - begin)
    rates = {program: asked.pages / min(taken) for program, taken in seconds.items()}
    print(f"{form}: pages a second: trichluc {rates[trichluc]:.2f}, ocrmypdf {rates[ocrmypdf]:.2f}: "
          f"{rates[trichluc] / rates[ocrmypdf]:.2f} times")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--pages", type=int, default=20)
    options.add_argument("--rounds", type=int, default=2)
    options.add_argument("--jobs", type=int, default=2)
    asked = options.parse_args()
    for tool in ("ocrmypdf", "img2pdf", "pdftoppm", "qpdf"):
        if not shutil.which(tool):
            sys.exit(f"this benchmark wants {tool}")
    with tempfile.TemporaryDirectory() as folder:
        for form in ("grey", "fax"):
            compare(pathlib.Path(folder), form, asked)
    print(f"largest process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB, {os.cpu_count()} processors")


if __name__ == "__main__":
    main()
