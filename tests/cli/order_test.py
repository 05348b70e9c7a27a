"""The same documents, read in another order: series, conflicts, people, reviews and answers are the same to the byte."""
import random
import sys
import pathlib
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import ProgramTest, documents, trichluc  # noqa: E402

QUESTIONS = [
    *(["series", measure, *more, "--format", "json"] for measure in ("ngo", "project", "aid", "share")
      for more in ([], ["--by", "place"], ["--by", "publisher"], ["--boundaries", "now"])),
    ["conflicts", "--format", "json"],
    ["officials", "--format", "json"],
    ["officials", "--position", "Chủ tịch Liên hiệp các tổ chức hữu nghị Việt Nam", "--format", "json"],
    ["review", "--limit", "500", "--format", "json"],
    ["search", "viện trợ Hà Giang năm 2022", "--format", "json"],
]
# Statements of one day that agree in all that a series looks at but their values.
REPORT = "Hà Nội, ngày 15/3/2020. Năm 2019, giá trị viện trợ phi chính phủ nước ngoài tại tỉnh Nghệ An đạt {} tỷ đồng.\n"


class Order(ProgramTest):
    def archive(self, name, paths):
        archive = self.folder / name
        listed = self.write(f"{name}.txt", "".join(f"{path}\n" for path in paths))
        run = trichluc("ingest", archive, "--files-from", listed, "-j", "1")
        self.assertIn(run.returncode, (0, 20), run.stderr.decode())
        return archive

    def test_answers_do_not_depend_on_the_order_of_reading(self):
        paths = [path for path in documents() if "scan" not in path.name]
        paths += [self.write(f"nghean-{value}.txt", REPORT.format(value)) for value in (113, 127, 131, 149)]
        archives = [self.archive("a", paths), self.archive("b", paths[::-1])]
        random.Random(7).shuffle(paths)
        archives.append(self.archive("c", paths))
        for command, *arguments in QUESTIONS:
            with self.subTest(" ".join([command, *arguments])):
                told = [trichluc(command, archive, *arguments) for archive in archives]
                self.assertEqual({run.returncode for run in told}, {0}, told[0].stderr.decode())
                self.assertGreater(len(told[0].stdout), 20)
                for other in told[1:]:
                    self.assertEqual(told[0].stdout, other.stdout)


if __name__ == "__main__":
    unittest.main()
