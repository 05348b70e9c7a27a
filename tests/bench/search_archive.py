"""An archive of many pages, made without reading files: the pages, facts and officials of a real archive again and again.

Each copy of a document has a day, a year and a place of its own, and behind its text a paragraph of words drawn so that
few are frequent and most are rare (Zipf); what the facts quote stays where it was. The same arguments give the same
archive, row by row.
"""
import hashlib
import pathlib
import random
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import documents, empty_archive, trichluc  # noqa: E402

WORDS = 60000     # in the vocabulary of the further paragraphs
FURTHER = 120     # words a page
MOST_FACTS = 12   # of a document: what is searched for and asked for first, dates last
PROVINCES = ["Hà Giang", "Cao Bằng", "Lào Cai", "Sơn La", "Nghệ An", "Quảng Trị", "Kon Tum", "Đắk Lắk", "Bến Tre", "Cà Mau",
             "Việt Nam", "Hòa Bình", "Thanh Hóa", "Vĩnh Long", "Sóc Trăng", "Đồng Tháp", "Yên Bái", "Điện Biên", "Quảng Nam"]
TABLES = {"documents": "document", "pages": "document, number", "facts": "document, type = 'date', ordinal",
          "evidence": "fact, ordinal", "positions": "fact, ordinal"}


def template(folder):
    """Rows of an archive of the corpus: table → rows as dictionaries."""
    archive = folder / "template"
    texts = [p for p in documents() if "scan" not in p.name]
    run = trichluc("ingest", archive, *texts, "-j", "2")
    if run.returncode != 0:
        raise RuntimeError(run.stderr.decode())
    base = sqlite3.connect(archive / "archive.sqlite")
    base.row_factory = sqlite3.Row
    rows = {t: [dict(r) for r in base.execute(f"SELECT * FROM {t} ORDER BY {o}")] for t, o in TABLES.items()}
    base.close()
    return rows


def vocabulary(rows, dice):
    """Two-syllable words of the corpus' own syllables, and how often each is to be drawn."""
    syllables = sorted({w for p in rows["pages"] for w in p["text"].lower().split() if w.isalpha() and 1 < len(w) < 7})
    words = sorted({f"{dice.choice(syllables)}{dice.choice(syllables)}" for _ in range(WORDS)})
    dice.shuffle(words)
    weights, total = [], 0.0
    for rank in range(len(words)):
        total += 1 / (rank + 3)
        weights.append(total)
    return words, weights


class Writer:
    def __init__(self, file):
        self.base = sqlite3.connect(file)
        self.base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        self.base.executescript(empty_archive())
        self.pending = {}

    def add(self, table, row):
        rows = self.pending.setdefault(table, [])
        rows.append(tuple(row.values()))
        if len(rows) >= 2000:
            self.flush(table, len(row))

    def flush(self, table, columns):
        self.base.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * columns)})", self.pending.pop(table))

    def close(self):
        for table, rows in list(self.pending.items()):
            self.flush(table, len(rows[0]))
        self.base.commit()
        self.base.close()


def by_document(rows):
    groups = {}
    for row in rows:
        groups.setdefault(row["document"], []).append(row)
    return groups


def make(folder, pages, seed=6):
    """Fills folder with an archive of at least so many pages; returns the vocabulary, most frequent first."""
    dice = random.Random(seed)
    rows = template(folder)
    words, weights = vocabulary(rows, dice)
    archive = folder / "archive"
    archive.mkdir()
    out = Writer(archive / "archive.sqlite")
    page_rows, fact_rows = by_document(rows["pages"]), by_document(rows["facts"])
    proofs, offices = {}, {}
    for row in rows["evidence"]:
        proofs.setdefault(row["fact"], []).append(row)
    for row in rows["positions"]:
        offices.setdefault(row["fact"], []).append(row)
    document = fact = made = 0
    while made < pages:
        for head in rows["documents"]:
            document += 1
            year = dice.randint(1996, 2025)
            place = dice.choice(PROVINCES)
            sha = hashlib.sha256(f"{seed} {document}".encode()).hexdigest()
            out.add("documents", {**head, "document": document, "id": "sha256:" + sha, "original": f"originals/{sha[:2]}/{sha[2:]}",
                                  "published": f"{year}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"})
            for page in page_rows[head["document"]]:
                further = " ".join(dice.choices(words, cum_weights=weights, k=FURTHER))
                out.add("pages", {**page, "document": document, "text": page["text"] + "\n\n" + further + ".\n"})
                made += 1
            for row in fact_rows.get(head["document"], [])[:MOST_FACTS]:
                fact += 1
                settled = row["type"] in ("aid_value", "count") and row["place"] is not None
                when = str(year - 1) if settled and row["first_year"] == row["last_year"] else row["period"]
                out.add("facts", {**row, "fact": fact, "id": f"{fact:016x}", "document": document, "json": "{}",
                                  "place": place if settled else row["place"], "period": when,
                                  "first_year": year - 1 if settled else row["first_year"],
                                  "last_year": year - 1 if settled else row["last_year"]})
                for proof in proofs.get(row["fact"], [])[:1]:
                    out.add("evidence", {**proof, "fact": fact, "document": document})
                for office in offices.get(row["fact"], []):
                    out.add("positions", {**office, "fact": fact})
    out.close()
    return words
