#!/usr/bin/env python3
"""How long questions about figures take over a large archive, each asked twice, the second time warm: by the clock, and in
processor time, which does not depend on who else is at work.

usage: figures.py [DOCUMENTS]     10,000 when none is given
"""
import hashlib
import pathlib
import random
import resource
import sqlite3
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
import planted_conflicts  # noqa: E402
from support import empty_archive, trichluc  # noqa: E402

FACTS_A_DOCUMENT = 10
OFFICIALS_A_DOCUMENT = 3


def fact(base, key, document, ordinal, columns, quote):
    columns = {"fact": key, "id": f"{key:016x}", "document": document, "ordinal": ordinal, "section": "body", "confidence": 0.9,
               "rule": "r", "qualifier": "exact", "certainty": "reported", **columns}
    columns["json"] = '{"change":%s,"places":[],"equivalent":[]}' % columns.pop("change", "null")
    columns["number"] = float(columns["value"])
    names = ", ".join(columns)
    base.execute(f"INSERT INTO facts ({names}) VALUES ({', '.join('?' * len(columns))})", tuple(columns.values()))
    base.execute("INSERT INTO evidence VALUES (?,0,?,1,?,?,?,'','[]')",
                 (key, document, 40 * ordinal, 40 * ordinal + len(quote), quote))


def random_columns(chance):
    place = chance.choice([*planted_conflicts.PROVINCES, "Việt Nam"])
    year = chance.randint(1996, 2024)
    truth = random.Random(f"{place} {year}")  # nearly all documents say the same of one place and year
    slip = 7 if chance.random() < 0.002 else 1
    if chance.random() < 0.5:
        return {"type": "aid_value", "value": str(truth.randint(50, 900) * 10**9 * slip), "currency": "VND", "kind": "flow",
                "stage": "unspecified", "place": place, "period": str(year), "first_year": year, "last_year": year,
                **({"change": '{"direction":"increase","percent":12,"relative_to":null}'} if chance.random() < 0.01 else {})}
    return {"type": "count", "counted": chance.choice(["ngo", "project"]), "value": str(truth.randint(20, 500) * slip),
            "status": "operating", "kind": "stock", "place": place, "period": f"{year}-12-31", "first_year": year,
            "last_year": year}


FAMILY, MIDDLE, GIVEN = "Nguyễn Trần Lê Phạm Hoàng Võ Đặng Bùi".split(), "Văn Thị Đình Quang Minh Ngọc".split(), \
    "An Bình Cường Dũng Giang Hà Khoa Lan Mai Nam Phúc Sơn Tâm Vinh".split()
TITLES = ["Giám đốc", "Phó Giám đốc", "Chủ tịch", "Trưởng phòng"]
BODIES = ["Sở Ngoại vụ", "Sở Y tế", "Ủy ban nhân dân", "Liên hiệp các tổ chức hữu nghị"]


def official(base, key, document, ordinal, year, chance):
    """A person in office, another every five years; one in five hundred is told in the wrong time."""
    place, title, body = chance.choice(planted_conflicts.PROVINCES), chance.choice(TITLES), chance.choice(BODIES)
    term = year // 5 - (1 if chance.random() < 0.002 else 0)
    one = random.Random(f"{place} {title} {body} {term}")
    name = f"{one.choice(FAMILY)} {one.choice(MIDDLE)} {one.choice(GIVEN)}"
    base.execute("INSERT INTO facts (fact, id, document, ordinal, type, section, confidence, rule, name, honorific, role, json) "
                 "VALUES (?,?,?,?,'official','body',0.95,'r',?,'ông','mentioned',?)",
                 (key, f"{key:016x}", document, ordinal, name, '{"type":"official","id":"%016x"}' % key))
    base.execute("INSERT INTO positions VALUES (?,0,?,?,?,?)", (key, title, f"{body} tỉnh {place}", place, f"{title} {body}"))
    base.execute("INSERT INTO evidence VALUES (?,0,?,1,?,?,?,'','[]')", (key, document, 40, 60, "năm nay tỉnh báo cáo"))


def fill(folder, documents):
    folder.mkdir()
    chance = random.Random(7)
    base = sqlite3.connect(folder / "archive.sqlite")
    base.executescript(empty_archive())
    key = 0
    for document in range(1, documents + 1):
        sha = "sha256:" + hashlib.sha256(str(document).encode()).hexdigest()
        year = chance.randint(1997, 2025)
        base.execute("INSERT INTO documents (document, id, bytes, original, state, source, media_type, encoding, page_count, "
                     "meta_title, meta_publisher, meta_author, meta_published, url, head_warnings, title, publisher, published, "
                     "record) "
                     "VALUES (?,?,1,'o','done',?,'text/plain','utf-8',1,'','','','','','[]','Báo cáo',?,?,?)",
                     (document, sha, f"/reports/{document}.txt", f"Báo {document % 40}", f"{year}-03-01",
                      '{"schema":"trichluc/1","document":{"id":"%s","source":"o"},"header":null,"meeting":null,"facts":[],'
                      '"warnings":[]}' % sha))
        base.execute("INSERT INTO pages VALUES (?,1,?,'plain','',0,0,'[]','{}','[]','','','v | x')",
                     (document, "Năm nay tỉnh báo cáo kết quả vận động viện trợ. " * 40))
        for ordinal in range(FACTS_A_DOCUMENT):
            key += 1
            fact(base, key, document, ordinal, random_columns(chance), "giá trị viện trợ đạt 120 tỷ đồng")
        for ordinal in range(OFFICIALS_A_DOCUMENT):
            key += 1
            official(base, key, document, FACTS_A_DOCUMENT + ordinal, year, chance)
    base.commit()
    base.close()


def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main():
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        archive = pathlib.Path(folder) / "kho"
        fill(archive, documents)
        for command in (["series", archive, "aid"], ["series", archive, "ngo", "--boundaries", "now"],
                        ["series", archive, "project", "--by", "place", "--format", "json"],
                        ["series", archive, "aid", "--by", "publisher", "--format", "csv"],
                        ["series", archive, "aid", "--format", "xlsx"],
                        ["series", archive, "aid", "--place", "Nghệ An", "--format", "svg"],
                        ["conflicts", archive], ["conflicts", archive, "--format", "json"],
                        ["officials", archive, "nguyen van an"], ["officials", archive, "--format", "json"],
                        ["officials", archive, "--position", "Giám đốc Sở Ngoại vụ Nghệ An", "--on", "2015-05-01"],
                        ["review", archive], ["corrections", archive],
                        ["export", archive, "--format", "jsonl"], ["export", archive, "--format", "annotations"],
                        *(["export", archive, "--format", f, "--force", "-o", pathlib.Path(folder) / f"out-{f}"]
                          for f in ("csv", "xlsx", "sqlite"))):
            for _ in range(2):
                start, used = time.monotonic(), processor_time()
                result = trichluc(*command)
                seconds, used = time.monotonic() - start, processor_time() - used
            shown = " ".join(map(str, [command[0], *command[2:]]))
            print(f"{seconds:6.2f} s  processor {used:6.2f} s  code {result.returncode}  {len(result.stdout):>10,} bytes  {shown}")


if __name__ == "__main__":
    main()
