"""People across the documents of an archive, their offices over time, and what contradicts itself there."""
import csv
import io
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, ProgramTest, trichluc  # noqa: E402


def report(day, place, *sentences):
    """A report of one province on one day; every sentence a paragraph."""
    return f"{place}, ngày {day}.\n\n" + "\n\n".join(sentences) + "\n"


def said(name, position, honorific="ông"):
    return f"Phát biểu tại hội nghị, {honorific} {name}, {position} đánh giá cao kết quả vận động viện trợ."


DIRECTOR = "Giám đốc Sở Ngoại vụ tỉnh Hà Giang"
# Each: (the name of the case, conflict kind or None, documents). No two cases share an office or a name.
PLANTED = [
    ("two at once", "two_holders",
     [report("10/2/2019", "Hà Giang", said("Hoàng Văn Tạo", DIRECTOR)),
      report("15/5/2019", "Hà Giang", said("Lê Quang Hiến", DIRECTOR)),
      report("20/9/2019", "Hà Giang", said("Hoàng Văn Tạo", DIRECTOR))]),
    ("succession in one year", None,
     [report("10/2/2018", "Nghệ An", said("Phan Đình Khang", "Giám đốc Sở Ngoại vụ tỉnh Nghệ An")),
      report("15/5/2018", "Nghệ An", said("Phan Đình Khang", "Giám đốc Sở Ngoại vụ tỉnh Nghệ An")),
      report("20/9/2018", "Nghệ An", said("Cao Thị Nhung", "Giám đốc Sở Ngoại vụ tỉnh Nghệ An", "bà"))]),
    ("acting beside the one who left", None,
     [report("10/2/2017", "Lào Cai", said("Giàng Seo Vần", "Giám đốc Sở Y tế tỉnh Lào Cai")),
      report("15/5/2017", "Lào Cai", said("Trần Bá Thiện", "quyền Giám đốc Sở Y tế tỉnh Lào Cai")),
      report("20/9/2017", "Lào Cai", said("Giàng Seo Vần", "Giám đốc Sở Y tế tỉnh Lào Cai"))]),
    ("deputies are several", None,
     [report("10/2/2017", "Sơn La", said("Lò Văn Păn", "Phó Giám đốc Sở Y tế tỉnh Sơn La")),
      report("10/2/2017", "Sơn La", said("Cầm Thị Ngoan", "Phó Giám đốc Sở Y tế tỉnh Sơn La", "bà"))]),
    ("former is no holder", None,
     [report("10/2/2016", "Bến Tre", said("Huỳnh Công Lãm", "Giám đốc Sở Ngoại vụ tỉnh Bến Tre")),
      report("15/5/2016", "Bến Tre", said("Võ Thị Út Mười", "nguyên Giám đốc Sở Ngoại vụ tỉnh Bến Tre", "bà")),
      report("20/9/2016", "Bến Tre", said("Huỳnh Công Lãm", "Giám đốc Sở Ngoại vụ tỉnh Bến Tre"))]),
    ("an old title after a handover that the document tells", None,
     [report("10/2/2016", "An Giang", said("Ngô Tấn Lực", "Giám đốc Sở Nội vụ tỉnh An Giang")),
      report("15/5/2016", "An Giang", said("Đỗ Hữu Nghiêm", "Giám đốc Sở Nội vụ tỉnh An Giang") +
             " Ông được bổ nhiệm từ đầu tháng, thay ông Lực nghỉ hưu."),
      report("20/5/2016", "An Giang", said("Ngô Tấn Lực", "Giám đốc Sở Nội vụ tỉnh An Giang"))]),
    ("concurrent offices that one document tells", None,
     [report("10/2/2015", "Cà Mau", said("Tô Minh Hậu", "Giám đốc Sở Ngoại vụ tỉnh Cà Mau, Chủ tịch Liên hiệp các tổ chức "
                                         "hữu nghị tỉnh Cà Mau")),
      report("10/2/2015", "Cà Mau", said("Tô Minh Hậu", "Giám đốc Sở Ngoại vụ tỉnh Cà Mau"))]),
    ("one person, two offices", "two_offices",
     [report("10/2/2015", "Gia Lai", said("Rơ Châm Hyip", "Giám đốc Sở Y tế tỉnh Gia Lai")),
      report("15/5/2015", "Gia Lai", said("Rơ Châm Hyip", "Giám đốc Sở Nội vụ tỉnh Gia Lai")),
      report("20/9/2015", "Gia Lai", said("Rơ Châm Hyip", "Giám đốc Sở Y tế tỉnh Gia Lai"))]),
    ("two people of one name in two provinces", None,
     [report("10/2/2014", "Phú Thọ", said("Nguyễn Văn Hùng", "Giám đốc Sở Y tế tỉnh Phú Thọ")),
      report("10/2/2014", "Bình Phước", said("Nguyễn Văn Hùng", "Giám đốc Sở Y tế tỉnh Bình Phước"))]),
    ("a man and a woman of one name", None,
     [report("10/2/2013", "Yên Bái", said("Hà Minh Thanh", "chuyên viên Sở Ngoại vụ tỉnh Yên Bái", "ông")),
      report("15/5/2013", "Yên Bái", said("Hà Minh Thanh", "chuyên viên Sở Ngoại vụ tỉnh Yên Bái", "bà"))]),
    ("spellings of one office", None,
     [report("10/2/2012", "Trà Vinh", said("Thạch Hoà Bình An", "Giám đốc Sở KH&ĐT tỉnh Trà Vinh")),
      report("15/5/2013", "Trà Vinh", said("Thạch Hòa Bình An", "Giám đốc Sở Kế hoạch và Đầu tư Trà Vinh"))]),
]


class Officials(ProgramTest):
    def planted(self):
        paths = [self.write(f"{c}-{d}.txt", text) for c, case in enumerate(PLANTED) for d, text in enumerate(case[2])]
        archive = self.folder / "kho"
        result = trichluc("ingest", archive, *paths)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return archive

    def asked(self, archive, *arguments):
        result = trichluc("officials", archive, *arguments, "--format", "json")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return json.loads(result.stdout)

    def test_people_offices_and_conflicts(self):
        archive = self.planted()
        self.check_conflicts(archive)
        self.check_merging(archive)
        self.check_holders(archive)
        self.check_formats(archive)

    def check_conflicts(self, archive):
        found = json.loads(trichluc("conflicts", archive, "--format", "json").stdout)["conflicts"]
        of_case = {}
        for conflict in found:
            self.assertIn(conflict["kind"], ("two_holders", "two_offices"), conflict)
            cases = {int(pathlib.Path(s["source"]).name.split("-")[0]) for s in conflict["statements"]}
            self.assertEqual(len(cases), 1, conflict)
            of_case.setdefault(cases.pop(), []).append(conflict["kind"])
        for number, (name, kind, _) in enumerate(PLANTED):
            with self.subTest(name):
                self.assertEqual(of_case.get(number, []), [kind] if kind else [])

    def check_merging(self, archive):
        people = self.asked(archive)["people"]
        names = [p["name"] for p in people]
        self.assertEqual(names.count("Hoàng Văn Tạo"), 1)
        tao = people[names.index("Hoàng Văn Tạo")]
        self.assertEqual([(p["first"], p["last"], p["tenure"]) for p in tao["positions"]], [("2019-02-10", "2019-09-20", "held")])
        # One name, two provinces: apart, and each names the other.
        hung = [p for p in people if p["name"] == "Nguyễn Văn Hùng"]
        self.assertEqual([[d["why"] for d in p["doubtful"]] for p in hung], [["other_body"], ["other_body"]])
        self.assertEqual(hung[0]["doubtful"][0]["id"], hung[1]["id"])
        thanh = [p for p in people if p["name"] == "Hà Minh Thanh"]
        self.assertEqual([[d["why"] for d in p["doubtful"]] for p in thanh], [["other_honorific"], ["other_honorific"]])
        # Tone marks and abbreviations aside it is one person in one office.
        an = [p for p in people if p["name"].startswith("Thạch")]
        self.assertEqual([len(p["positions"]) for p in an], [1], an)
        self.assertEqual(sorted(an[0]["names"]), ["Thạch Hoà Bình An", "Thạch Hòa Bình An"] if len(an[0]["names"]) > 1
                         else an[0]["names"])
        self.assertEqual((an[0]["positions"][0]["first"], an[0]["positions"][0]["last"]), ("2012-02-10", "2013-05-15"))
        for person in people:
            for position in person["positions"]:
                for statement in position["statements"]:
                    self.assertTrue(statement["text"] and statement["page"] and statement["document"], statement)

    def check_holders(self, archive):
        office = "Giám đốc Sở Ngoại vụ Nghệ An"
        holders = self.asked(archive, "--position", office)["holders"]
        self.assertEqual([h["name"] for h in holders], ["Phan Đình Khang", "Cao Thị Nhung"])

        def on(day, position=office):
            return [(h["name"], h["at"]) for h in self.asked(archive, "--position", position, "--on", day)["holders"]]

        self.assertEqual(on("2018-03-01"), [("Phan Đình Khang", "attested")])
        self.assertEqual(on("2018-07-01"), [("Phan Đình Khang", "last_before"), ("Cao Thị Nhung", "first_after")])
        self.assertEqual(on("2018-03-01", "giam doc so ngoai vu nghe an"), [("Phan Đình Khang", "attested")])
        # A deputy's title holds the head's words; who acts for the head is told as such.
        acting = self.asked(archive, "--position", "Giám đốc Sở Y tế tỉnh Lào Cai", "--on", "2017-05-15")["holders"]
        self.assertEqual([(h["name"], h["position"]["tenure"]) for h in acting],
                         [("Giàng Seo Vần", "held"), ("Trần Bá Thiện", "acting")])
        self.assertEqual(on("2017-02-10", "Giám đốc Sở Y tế tỉnh Sơn La"), [])

    def check_formats(self, archive):
        self.assertEqual([p["name"] for p in self.asked(archive, "hoang van tao")["people"]], ["Hoàng Văn Tạo"])
        self.assertEqual([p["name"] for p in self.asked(archive, "Hòang Văn Tao")["people"]], [])
        rows = list(csv.DictReader(io.StringIO(
            trichluc("officials", archive, "Tạo", "--format", "csv").stdout.decode("utf-8"), newline="")))
        self.assertEqual([r["said"] for r in rows], ["2019-02-10", "2019-09-20"])
        for lang, words in (("en", "perhaps the same"), ("vi", "có thể là một người")):
            table = trichluc("--lang", lang, "officials", archive, "Hùng").stdout.decode("utf-8")
            self.assertIn(words, table)
            self.assertIn("trang 1" if lang == "vi" else "page 1", table)
        self.assertEqual(trichluc("officials", archive, "--position", "Chủ tịch", "--on", "mai").returncode, 1)
        self.assertEqual(trichluc("officials", archive, "--on", "2018").returncode, 1)
        self.assertEqual(trichluc("officials", self.folder / "none").returncode, 5)

    def test_the_corpus_gives_no_two_holders(self):
        """Nothing in it contradicts itself about offices, and every person stands there with a proof."""
        archive = self.folder / "kho"
        texts = sorted(p for p in DOCUMENTS.iterdir() if p.suffix in (".txt", ".html"))
        self.assertIn(trichluc("ingest", archive, *texts).returncode, (0, 20))
        conflicts = json.loads(trichluc("conflicts", archive, "--format", "json").stdout)["conflicts"]
        self.assertEqual([c for c in conflicts if c["kind"] in ("two_holders", "two_offices")], [])
        people = self.asked(archive)["people"]
        self.assertGreater(len(people), 150)
        names = [p["name"] for p in people]
        self.assertIn("Lương Bội Hoàn", names)


if __name__ == "__main__":
    unittest.main()
