"""Search and answers over a small archive that is written here, table by table."""
import hashlib
import json
import pathlib
import sqlite3
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, ProgramTest, empty_archive, trichluc, trichluc_on_read_only_disk  # noqa: E402

TEXTS = [
    ("ha-giang.txt", "2023-01-10", "Năm 2022, viện trợ tại Hà Giang đạt 5 triệu USD.\nÔng Phan Anh Sơn dự hội nghị ở Hoà Bình."),
    ("vien-tro.txt", "2021-02-01", "vien tro khong dau; Nghị định 58/2022/NĐ-CP; đường đi"),
    ("khac.txt", "2024-05-05", "Viễn thông tỉnh Lào Cai; hoa và duong."),
]
FACTS = [  # document, type, value, currency, place, period, certainty, section, sector
    (1, "aid_value", "5000000", "USD", "Hà Giang", "2022", "reported", "body", None),
    (1, "aid_value", "9000000", "USD", "Hà Giang", "2023", "expected", "body", None),
    (1, "aid_value", "800000", "USD", "Hà Giang", "2021", "reported", "related", None),
    (1, "aid_value", "700000", "USD", "Hà Giang", "2020", "reported", "body", "health"),
    (1, "aid_value", "600000", "USD", "Hà Giang", "2019-01/2019-06", "reported", "body", None),
    (3, "aid_value", "1000000", "USD", "Lào Cai", "2022", "reported", "body", None),
    (3, "aid_value", "2000000", "USD", "Lào Cai", "2022", "reported", "body", None),
]


LAYOUT = '{"hard_wrapped":false,"dpi":0.0,"hints":[],"cells":[],"fonts":[],"other":["",""]}'


def fill(folder):
    folder.mkdir()
    base = sqlite3.connect(folder / "archive.sqlite")
    base.executescript(empty_archive())
    for number, (name, published, text) in enumerate(TEXTS, 1):
        sha = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
        base.execute("INSERT INTO documents (document, id, bytes, original, state, source, media_type, encoding, page_count, "
                     "meta_title, meta_publisher, meta_author, meta_published, url, head_warnings, published) "
                     "VALUES (?,?,1,'o','done',?,'text/plain','utf-8',1,'','','','','','[]',?)", (number, sha, name, published))
        base.execute("INSERT INTO pages VALUES (?,1,?,'plain','',0,0,'[]',?,'[]','','','v | x')", (number, text, LAYOUT))
    for key, (document, kind, value, currency, place, period, certainty, section, sector) in enumerate(FACTS, 1):
        year = int(period[:4])
        base.execute("INSERT INTO facts (fact, id, document, ordinal, type, section, confidence, rule, value, number, currency, "
                     "place, period, first_year, last_year, certainty, sector, json) VALUES (?,?,?,?,?,?,1,'r',?,?,?,?,?,?,?,?,?,'{}')",
                     (key, f"{key:016x}", document, key, kind, section, value, float(value), currency, place, period, year,
                      year, certainty, sector))
        base.execute("INSERT INTO evidence VALUES (?,0,?,1,0,8,?,'','[]')", (key, document, TEXTS[document - 1][2][:8]))
    base.commit()
    base.close()


class Search(ProgramTest):
    def setUp(self):
        super().setUp()
        self.archive = self.folder / "kho"
        fill(self.archive)

    def ask(self, *query):
        result = trichluc("search", self.archive, *query, "--format", "json")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return json.loads(result.stdout)

    def sources(self, *query):
        return [hit["source"] for hit in self.ask(*query)["hits"]]

    def test_unaccented_words_expand_and_exact_ones_come_first(self):
        self.assertEqual(self.sources("vien tro"), ["vien-tro.txt", "ha-giang.txt"])

    def test_accented_words_match_only_themselves(self):
        self.assertEqual(self.sources("viện"), ["ha-giang.txt"])
        self.assertEqual(self.sources("viễn"), ["khac.txt"])

    def test_tone_placement_case_and_d_fold(self):
        self.assertEqual(self.sources("hòa bình"), ["ha-giang.txt"])
        self.assertEqual(self.sources("HOÀ"), ["ha-giang.txt"])
        self.assertEqual(self.sources("duong"), ["khac.txt", "vien-tro.txt"])
        self.assertEqual(self.sources("đường"), ["vien-tro.txt"])

    def test_operators_phrases_and_filters(self):
        self.assertEqual(self.sources('"anh son"'), ["ha-giang.txt"])
        self.assertEqual(self.sources('"son anh"'), [])
        self.assertEqual(self.sources("58/2022/NĐ-CP"), ["vien-tro.txt"])
        self.assertEqual(self.sources("vien* NOT trợ"), ["vien-tro.txt", "khac.txt"])
        self.assertEqual(self.sources("viện OR viễn"), ["khac.txt", "ha-giang.txt"])
        self.assertEqual(self.sources('place:"lao cai" amount:>1500000'), ["khac.txt"])

    def test_words_that_make_a_place_stand_together(self):
        base = sqlite3.connect(self.archive / "archive.sqlite")
        base.execute("UPDATE pages SET text = 'Lào và Cai; giang ha' WHERE document = 2")
        base.commit()
        base.close()
        self.assertEqual(self.sources("lao cai"), ["khac.txt"])
        self.assertEqual(self.sources("vien tro ha giang"), ["ha-giang.txt"])
        self.assertEqual(self.sources("lao AND cai"), ["khac.txt"])
        self.assertEqual(self.sources("giang ha"), ["vien-tro.txt", "ha-giang.txt"])

    def test_offsets_are_of_the_page(self):
        hit = self.ask("viện trợ")["hits"][0]
        self.assertEqual([TEXTS[0][2][m["start"]:m["end"]] for m in hit["matches"]], ["viện", "trợ"])

    def test_answers(self):
        for question in ("viện trợ Hà Giang năm 2022", "vien tro ha giang 2022", "viện trợ tại Hà Giang năm 2022 là bao nhiêu?"):
            with self.subTest(question):
                self.assertEqual([a["value"] for a in self.ask(question)["answers"]], ["5000000"])

    def test_no_answer_rather_than_a_wrong_one(self):
        for question in ("viện trợ Hà Giang năm 2023", "viện trợ Hà Giang năm 2021", "viện trợ Hà Giang năm 2020",
                         "viện trợ Hà Giang năm 2019", "viện trợ Lào Cai năm 2022", "viện trợ năm 2022",
                         "viện trợ y tế Hà Giang năm 2022", "viện trợ Hà Giang 2021 2022", "viện trợ Hà Giang",
                         "viện trợ Hà Giang 6 tháng năm 2022"):
            with self.subTest(question):
                self.assertEqual(self.ask(question)["answers"], [])

    def test_what_was_only_committed_makes_a_further_value_doubtful(self):
        base = sqlite3.connect(self.archive / "archive.sqlite")
        base.execute("UPDATE facts SET stage = 'committed' WHERE place = 'Lào Cai' AND value = '2000000'")
        base.commit()
        base.close()
        self.assertEqual(self.ask("viện trợ Lào Cai năm 2022")["answers"], [])

    def test_hostile_queries(self):
        for query in ('"', "(", ")", "NOT x", "x" * 100_000, b"\xff\xfe", ""):
            result = trichluc("search", self.archive, query) if not isinstance(query, bytes) else trichluc(
                "search", self.archive, query.decode("utf-8", "surrogateescape"))
            self.assertEqual(result.returncode, 1, query[:20])
            self.assertTrue(result.stderr)
        for query in ("'; DROP TABLE facts; --", "NEAR(a b)", "body:viện ^x", "a AND AND b"):
            self.ask(query)

    def test_damaged_index_is_rebuilt(self):
        self.ask("viện")
        (self.archive / "index.sqlite").write_bytes(b"no database at all" * 500)
        self.assertEqual(self.sources("viện"), ["ha-giang.txt"])

    def test_damage_within_the_index_is_found_where_it_is_read(self):
        self.ask("viện")
        index = self.archive / "index.sqlite"
        content = bytearray(index.read_bytes())
        for at in range(4096 * 3, len(content), 4096):
            content[at:at + 200] = b"\xa5" * 200
        index.write_bytes(content)
        self.assertEqual(self.sources("viện"), ["ha-giang.txt"])

    def test_what_has_changed_is_found_by_the_next_search(self):
        self.assertEqual(self.sources("mới"), [])
        base = sqlite3.connect(self.archive / "archive.sqlite")
        base.execute("UPDATE pages SET text = 'Cầu mới xây xong tại huyện' WHERE document = 2")
        base.execute("UPDATE documents SET state = 'withdrawn' WHERE document = 3")
        base.commit()
        base.close()
        self.assertEqual(self.sources("mới"), ["vien-tro.txt"])
        self.assertEqual(self.sources("duong"), [])  # neither the old text nor the document that is gone

    def test_an_index_of_another_archive_is_not_believed(self):
        self.ask("viện")
        other = self.folder / "khac"
        fill(other)
        base = sqlite3.connect(other / "archive.sqlite")
        base.execute("UPDATE pages SET text = 'hẳn khác'")
        base.commit()
        base.close()
        (other / "index.sqlite").write_bytes((self.archive / "index.sqlite").read_bytes())
        result = json.loads(trichluc("search", other, "hẳn", "--format", "json").stdout)
        self.assertEqual(len(result["hits"]), 3)

    def test_near_duplicates_are_one_hit(self):
        base = sqlite3.connect(self.archive / "archive.sqlite")
        ids = dict(base.execute("SELECT document, id FROM documents"))
        base.executemany("INSERT INTO groups VALUES (?, ?, 0.9)", [(1, ids[1]), (3, ids[1])])
        base.commit()
        base.close()
        hits = self.ask("viện OR viễn OR khong")["hits"]
        self.assertEqual([(h["source"], h["same_report"]) for h in hits], [("khac.txt", [ids[1]]), ("vien-tro.txt", [])])

    def test_sources_that_say_otherwise_are_told_with_each_value(self):
        base = sqlite3.connect(self.archive / "archive.sqlite")
        base.execute("UPDATE facts SET place = 'Hà Giang' WHERE place = 'Lào Cai' AND value = '1000000'")
        base.commit()
        base.close()
        found = self.ask("viện trợ Hà Giang năm 2022")
        self.assertTrue(found["answers_differ"])
        self.assertEqual([a["value"] for a in found["answers"]], ["1000000", "5000000"])
        self.assertIn("sources differ", trichluc("--lang", "en", "search", self.archive, "viện trợ Hà Giang năm 2022", "--format",
                                                 "table").stdout.decode())

    def test_side_bars_are_found_when_asked_for(self):
        page = self.write("tin.html", "<html><body><article><h1>Tin chính</h1><p>Hội nghị tổng kết công tác năm qua của tỉnh.</p>"
                          "</article><aside class='related'><a href='x'>Bò tót về rừng</a></aside></body></html>")
        archive = self.folder / "tin"
        self.assertEqual(trichluc("ingest", archive, page).returncode, 0)

        def found(*query):
            return len(json.loads(trichluc("search", archive, *query, "--format", "json").stdout)["hits"])

        self.assertEqual([found("hội nghị"), found("bò tót"), found("bò tót", "--related")], [1, 0, 1])

    def test_words_of_side_bars_are_not_shown_for_those_of_the_article(self):
        page = self.write("tin.html", "<html><body><article><h1>Tin chính</h1><p>Tỉnh tổng kết công tác. " + "Nắng đẹp cả tuần. " * 30 +
                          "Hội nghị bế mạc.</p></article><aside class='related'><a href='x'>Hội nghị tổng kết của Lào Cai</a></aside>"
                          "</body></html>")
        archive = self.folder / "tin"
        self.assertEqual(trichluc("ingest", archive, page).returncode, 0)

        def shown(*options):
            hit, = json.loads(trichluc("search", archive, "hội nghị tổng kết", "--format", "json", *options).stdout)["hits"]
            return "Lào Cai" in hit["snippet"]

        self.assertEqual([shown(), shown("--related")], [False, True])

    def test_pages_are_not_looked_for_by_the_words_that_only_ask(self):
        def pages(query):
            found = self.ask(query)
            return found["understood"], found["without"], [hit["source"] for hit in found["hits"]]

        _, _, plain = pages("viện trợ Hà Giang 2022")
        self.assertTrue(plain)
        self.assertEqual(pages("viện trợ Hà Giang năm 2022 là bao nhiêu"), (True, ["năm", "là", "bao nhiêu"], plain))
        # Words that are no question are all meant, unless no page has them all.
        self.assertEqual(pages("có viện trợ")[1], [])
        self.assertEqual(pages("bao nhiêu \"viện trợ\"")[1:], ([], []))
        self.assertIn("looked for without", trichluc("--lang", "en", "search", self.archive, "viện trợ Hà Giang năm 2022 là bao nhiêu",
                                                     "--format", "table").stdout.decode())

    def test_on_a_disk_that_cannot_be_written_to(self):
        def there(*query):
            return trichluc_on_read_only_disk(self.archive, "--lang", "en", "search", self.archive, *query)

        refused = there("viện")
        if refused is None:
            self.skipTest("no read-only mounts here")
        self.assertEqual(refused.returncode, 5, refused.stderr)
        self.assertIn(b"--rebuild", refused.stderr)
        self.ask("viện")
        self.assertIn(b"ha-giang.txt", there("viện").stdout)

    def test_a_page_as_a_picture(self):
        archive, picture = self.folder / "pdf", self.folder / "trang.png"
        self.assertEqual(trichluc("ingest", archive, DOCUMENTS / "quangtri-baocao-2022.pdf").returncode, 0)
        base = sqlite3.connect(archive / "archive.sqlite")
        fact, = base.execute("SELECT id FROM facts WHERE type = 'aid_value' LIMIT 1").fetchone()
        base.close()
        shown = trichluc("show", archive, fact, "--png", picture)
        self.assertEqual(shown.returncode, 0, shown.stderr.decode())
        self.assertEqual(picture.read_bytes()[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(trichluc("show", archive, fact, "--png", picture, "--text").returncode, 1)
        self.assertIn(b">>", trichluc("show", archive, fact, "--text").stdout)

    def test_a_text_has_no_picture(self):
        result = trichluc("--lang", "en", "show", self.archive, f"{1:016x}", "--png", self.folder / "x.png")
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("--text", result.stderr.decode())
        self.assertFalse((self.folder / "x.png").exists())

    def test_show_marks_the_words(self):
        result = trichluc("show", self.archive, f"{1:016x}")
        self.assertIn(">>Năm 2022<<", result.stdout.decode())
        self.assertEqual(trichluc("show", self.archive, "zz").returncode, 1)


if __name__ == "__main__":
    unittest.main()
