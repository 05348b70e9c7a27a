#!/usr/bin/env python3
"""Checks from outside that every fact is proven by its document.

usage: evidence_check.py FILE...
       evidence_check.py --read EXTRACTED.jsonl TEXT.jsonl     what `extract` and `text` printed before

TRICHLUC names the program (build/trichluc when unset). For every piece of evidence:
  - it is there: every fact has evidence, and none is empty;
  - `text` equals the slice [start, end) of that page in `trichluc text --format jsonl`;
  - on pages with geometry there are boxes, none is higher than 1.5 lines, and the words inside them spell the quote: for
    embedded text the words of `pdftotext -bbox`, which know nothing of trichluc; for recognised text those of `trichluc text`.
"""
import collections
import functools
import html
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[1]
PROGRAM = os.environ.get("TRICHLUC", str(ROOT / "build" / "trichluc"))
MOST_LINES_HIGH = 1.5
# What stands between words and what layout may join or divide: blanks, and hyphens at line ends.
BETWEEN = re.compile(r"[\s\u00a0\u00ad\u2010-]+")


def run(command, *files):
    done = subprocess.run([PROGRAM, command, "--format", "jsonl", *files], capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        sys.exit(f"evidence_check: {command} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def jsonl(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def letters(text):
    return BETWEEN.sub("", unicodedata.normalize("NFC", text))


@functools.lru_cache(maxsize=None)
def pdf_words(source):
    """{page: [(word, x0, y0, x1, y1)]} as pdftotext sees them."""
    out = subprocess.run(["pdftotext", "-bbox", source, "-"], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    pages = collections.defaultdict(list)
    number = 0
    for line in out.splitlines():
        if "<page " in line:
            number += 1
        found = re.search(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>', line)
        if found:
            pages[number].append((html.unescape(found[5]), *(float(found[k]) for k in (1, 2, 3, 4))))
    return pages


def own_words(page):
    return [(page["text"][w[0]:w[1]], *w[2:6]) for w in page["words"]]


def inside(word, box):
    x, y = (word[1] + word[3]) / 2, (word[2] + word[4]) / 2
    return box[0] - 0.5 <= x <= box[2] + 0.5 and box[1] - 0.5 <= y <= box[3] + 0.5


def box_faults(evidence, words):
    """Words are compared as a bag of words: columns and superscripts may stand in another order. The outer words of a
    quote may be cut out of a longer one ("(496" for "496"), so a word counts when the quote holds it or it holds the rest."""
    if not evidence["boxes"]:
        yield "no boxes on a page with geometry"
        return
    found = [w for w in words if any(inside(w, box) for box in evidence["boxes"])]
    if not found:
        yield "no words inside the boxes"
        return
    height = statistics.median(w[4] - w[2] for w in words)
    for box in evidence["boxes"]:
        if box[3] - box[1] > MOST_LINES_HIGH * height:
            yield f"a box of {box[3] - box[1]:.1f} points, lines have {height:.1f}"
    wanted = letters(evidence["text"])
    spelled = letters("".join(w[0] for w in found))
    if wanted in spelled and len(spelled) - len(wanted) <= 2 * longest_edge(found, wanted):
        return
    missing = collections.Counter(wanted) - collections.Counter(spelled)
    extra = [w[0] for w in found if letters(w[0]) not in wanted and not touches(letters(w[0]), wanted)]
    if missing or extra:
        yield f"the boxes spell {spelled!r}"


def longest_edge(found, wanted):
    """How much the first and last word may add: what is left of a word of which the quote takes only a part."""
    return max([len(letters(w[0])) for w in found if letters(w[0]) not in wanted] + [0])


def touches(word, wanted):
    """The word begins with the end of the quote, ends with its beginning, or holds all of it."""
    return wanted in word or any(wanted.endswith(word[:k]) or wanted.startswith(word[-k:]) for k in range(1, len(word)))


def evidence_faults(document, page, evidence):
    text = evidence["text"]
    if not text.strip():
        yield "empty evidence"
    if page is None:
        yield f"page {evidence['page']} does not exist"
        return
    if page["text"][evidence["start"]:evidence["end"]] != text:
        yield f"the slice is {page['text'][evidence['start']:evidence['end']]!r}"
    if not page["words"]:
        if evidence["boxes"]:
            yield "boxes on a page without geometry"
        return
    is_pdf = document["media_type"] == "application/pdf" and page["origin"] == "embedded"
    words = pdf_words(document["source"])[page["page"]] if is_pdf else own_words(page)
    yield from box_faults(evidence, words)


def all_evidence(fact_or_date):
    yield from fact_or_date.get("evidence") or []


def document_faults(line, pages):
    document = line["document"]
    stated = [(f"{f['type']} {f['id']}", f) for f in line["facts"]]
    for name, fact in stated:
        if not fact["evidence"]:
            yield f"{name}: no evidence"
    stated += [(f"document date {d['value']}", d) for d in document.get("dates") or []]
    for name, statement in stated:
        for evidence in all_evidence(statement):
            page = pages.get((document["source"], evidence["page"]))
            for fault in evidence_faults(document, page, evidence):
                yield f"{name}: {evidence['text']!r}: {fault}"


def main():
    arguments = sys.argv[1:]
    if not arguments:
        sys.exit(__doc__)
    if arguments[0] == "--read":
        extracted, texts = (pathlib.Path(a).read_text(encoding="utf-8") for a in arguments[1:3])
    else:
        extracted, texts = run("extract", *arguments), run("text", *arguments)
    pages = {(p["source"], p["page"]): p for p in jsonl(texts)}
    faults, facts = [], 0
    for line in jsonl(extracted):
        if "error" in line:
            faults.append(f"{line['document']['source']}: {line['error']['what']}")
            continue
        facts += len(line["facts"])
        faults += [f"{line['document']['source']}: {fault}" for fault in document_faults(line, pages)]
    print("\n".join(faults))
    print(f"{facts} facts, {len(faults)} faults")
    sys.exit(1 if faults or not facts else 0)


if __name__ == "__main__":
    main()
