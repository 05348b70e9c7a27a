#!/usr/bin/env python3
"""How fast is search in a large archive?

    python3 tests/bench/search.py [--pages 200000] [--rounds 3] [--keep FOLDER]

Makes an archive (search_archive.py), builds its index, and asks it in one process (build/tests/bench_search) and by the
command. Prints the build's rate, memory and size, median and 95th percentile by kind of query, and what SQLite's own
tokenizer unicode61 and LIKE find for the same words, judged by the pages' texts: what they miss and what they invent.
"""
import argparse
import json
import pathlib
import random
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import search_archive  # noqa: E402
from support import BUILD, PROGRAM, trichluc  # noqa: E402

PLACES = search_archive.PROVINCES
# Words as people type them; frequent in every archive of the field.
FREQUENT = ["viện trợ", "tổ chức", "phi chính phủ nước ngoài", "giải ngân", "dự án", "hội nghị", "triệu USD", "năm",
            "Ủy ban nhân dân tỉnh", "y tế giáo dục", "Liên hiệp các tổ chức hữu nghị", "cam kết viện trợ"]
COMPARED = ["viện trợ", "vien tro", "hoà bình", "hòa bình", "đường", "duong", "Hà Giang", "ha giang", "năm", "NĐ-CP"]


def bare(text):
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def queries(archive, words, dice):
    """(kind, query), two dozen a kind."""
    base = sqlite3.connect(archive / "archive.sqlite")
    last, = base.execute("SELECT max(document) FROM documents").fetchone()

    def page():
        return base.execute("SELECT text FROM pages WHERE document = ?", (dice.randint(1, last),)).fetchone()[0]

    for _ in range(25):
        yield "rare word", dice.choice(words[3000:])
        yield "rare word", bare(dice.choice(words[3000:]))
        run = re.findall(r"\w+", page())
        at = dice.randrange(max(1, len(run) - 4))
        yield "phrase", '"' + " ".join(run[at:at + dice.randint(2, 4)]) + '"'
        place, year = dice.choice(PLACES), dice.randint(1996, 2024)
        yield "filter", f'place:"{place}" year:{year} type:aid_value'
        yield "filter", f'place:"{bare(place)}" year:{year}..{year + 5} giải ngân'
        yield "filter", f"type:aid_value amount:>{dice.choice([10**6, 10**8, 3 * 10**9])} currency:USD year:{year}"
        yield "answer", f"viện trợ {place} năm {year}"
        yield "answer", f"{bare(place).lower()} co bao nhieu to chuc pcpnn nam {year}"
        yield "answer", f"ai là Giám đốc Sở Ngoại vụ Hà Tĩnh năm {year}"
        word = dice.choice(FREQUENT)
        yield "frequent words", word
        yield "frequent words", f"{word} {dice.choice(FREQUENT)} {place}"
        yield "unaccented words", bare(word)
        yield "unaccented words", bare(f"{word} {place} {year}").lower()
    base.close()


def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def build(archive, pages):
    began, used = time.monotonic(), processor_time()
    run = trichluc("search", archive, "--rebuild")
    took, used = time.monotonic() - began, processor_time() - used
    if run.returncode != 0:
        raise RuntimeError(run.stderr.decode())
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    size = (archive / "index.sqlite").stat().st_size / 2**20
    whole = (archive / "archive.sqlite").stat().st_size / 2**20
    print(f"built in {took:.0f} s: {pages / took:.0f} pages/s, {pages / used:.0f} a second of processor time, at most {memory:.0f} MB "
          f"of memory; index {size:.0f} MB ({size / whole:.0%} of the archive's {whole:.0f} MB)")


def cold(archive, query):
    times = []
    for _ in range(5):
        began = time.monotonic()
        trichluc("search", archive, query)
        times.append(time.monotonic() - began)
    return sorted(times)[2] * 1000


def fold(text):
    """Case, Unicode form and tone placement folded; what a reader calls the same word."""
    text = unicodedata.normalize("NFC", text).lower()
    for old, new in (("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"), ("uỷ", "ủy"), ("uý", "úy"), ("uỳ", "ùy"),
                     ("uỹ", "ũy"), ("uỵ", "ụy"), ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe")):
        text = re.sub(old + r"(?!\w)", new, text)
    return text


def wanted(texts, query):
    """Pages that hold the words one behind the other: as typed, or, of words without accents, in any accented form."""
    asked = re.findall(r"\w+", fold(query))
    found = set()
    for key, (words, plain) in texts.items():
        same = [[(p == a) if a == bare(a) else (w == a) for w, p in zip(words, plain)] for a in asked]
        if any(all(s[i + k] for k, s in enumerate(same)) for i in range(len(words) - len(asked) + 1)):
            found.add(key)
    return found


def compare(folder):
    """Over the pages of the corpus alone: every tokenizer sees the same texts."""
    base = sqlite3.connect(folder / "template" / "archive.sqlite")
    pages = base.execute("SELECT document * 1000 + number, text FROM pages").fetchall()
    texts = {}
    for key, text in pages:
        words = re.findall(r"\w+", fold(text))
        texts[key] = (words, [bare(w) for w in words])
    own = {}
    for query in COMPARED:
        run = trichluc("search", folder / "template", f'"{query}"', "--related", "--limit", "10000", "--format", "json")
        ids = dict(base.execute("SELECT id, document FROM documents"))
        own[query] = {ids[h["document"]] * 1000 + h["page"] for h in json.loads(run.stdout)["hits"]}
    ways = {"trichluc": own}
    memory = sqlite3.connect(":memory:")
    for level in (0, 1, 2):
        memory.execute(f"CREATE VIRTUAL TABLE t{level} USING fts5(x, tokenize = 'unicode61 remove_diacritics {level}')")
        memory.executemany(f"INSERT INTO t{level} (rowid, x) VALUES (?, ?)", pages)
        ways[f"unicode61 {level}"] = {q: {r for r, in memory.execute(f"SELECT rowid FROM t{level} WHERE t{level} MATCH ?", (f'"{q}"',))}
                                      for q in COMPARED}
    memory.execute("CREATE TABLE plain (key INTEGER, x TEXT)")
    memory.executemany("INSERT INTO plain VALUES (?, ?)", pages)
    ways["LIKE"] = {q: {r for r, in memory.execute("SELECT key FROM plain WHERE x LIKE ?", (f"%{q}%",))} for q in COMPARED}
    print("\n| words | pages | " + " | ".join(f"{way}: missed, invented" for way in ways) + " |")
    print("| --- | --- |" + " --- |" * len(ways))
    for query in COMPARED:
        right = wanted(texts, query)
        cells = [f"{len(right - found[query])}, {len(found[query] - right)}" for found in ways.values()]
        print(f"| {query} | {len(right)} | " + " | ".join(cells) + " |")


def measure(folder, pages, rounds):
    began = time.monotonic()
    words = search_archive.make(folder, pages)
    print(f"archive of {pages} pages made in {time.monotonic() - began:.0f} s")
    archive = folder / "archive"
    build(archive, pages)
    lines = "".join(f"{kind}\t{query}\n" for kind, query in queries(archive, words, random.Random(1)))
    (folder / "queries.tsv").write_text(lines, encoding="utf-8")
    run = subprocess.run([str(BUILD / "tests" / "bench_search"), str(archive), str(rounds)], input=lines.encode(),
                         capture_output=True, check=True)
    print("\n| kind | queries | hits | answers | p50 ms | p95 ms | p95 processor ms |\n| --- | --- | --- | --- | --- | --- | --- |")
    for line in run.stdout.decode().splitlines():
        print("| " + line.replace("\t", " | ") + " |")
    print(f"\nthe command alone, everything loaded anew: {cold(archive, 'vien tro ha giang 2022'):.0f} ms (median of 5)")
    compare(folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=200000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", type=pathlib.Path, help="an empty folder for the archive, which then stays")
    arguments = parser.parse_args()
    print(f"program: {PROGRAM}")
    if arguments.keep:
        arguments.keep.mkdir(parents=True, exist_ok=True)
        return measure(arguments.keep.resolve(), arguments.pages, arguments.rounds)
    with tempfile.TemporaryDirectory() as folder:
        return measure(pathlib.Path(folder), arguments.pages, arguments.rounds)


if __name__ == "__main__":
    sys.exit(main())
