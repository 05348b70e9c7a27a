"""Documents in encodings from before Unicode are read letter by letter, and told by name."""
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, ROOT, ProgramTest, trichluc  # noqa: E402

sys.path.insert(0, str(ROOT / "corpus"))
import make_legacy  # noqa: E402

NAMES = {"tcvn3": "tcvn3", "vni": "vni", "viscii": "viscii", "viqr": "viqr", "cp1258": "windows-1258"}
MIXED = {"namdinh-dautu-2001.html"}  # a name in Unicode stands among the letters of the old font


def documents():
    """Document, source and kind of every document that is written in such an encoding."""
    for line in (DOCUMENTS / "sources" / "list.tsv").read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition("\t")
        source, _, kind = rest.partition("\t")
        if kind in make_legacy.KINDS:
            path = DOCUMENTS / "sources" / source
            yield DOCUMENTS / (name + path.suffix), path, kind


class Encodings(ProgramTest):
    def test_documents_are_what_the_script_makes(self):
        for document, source, kind in documents():
            with self.subTest(document.name):
                self.assertEqual(document.read_bytes(), make_legacy.KINDS[kind](source.read_text(encoding="utf-8")))

    def test_text_is_the_source(self):
        for document, source, _ in documents():
            if document.suffix == ".txt":
                with self.subTest(document.name):
                    done = trichluc("text", document)
                    whole, read = source.read_text(encoding="utf-8"), done.stdout.decode("utf-8")
                    if whole.startswith("From: "):  # the head of a message is read for itself
                        whole, read = whole.split("\n\n", 1)[1], read[-len(whole.split("\n\n", 1)[1]):]
                    self.assertEqual(read, whole)

    def test_encoding_is_named_and_a_guess_is_told(self):
        for document, _, kind in documents():
            with self.subTest(document.name):
                done = trichluc("extract", "--format", "jsonl", document)
                read = json.loads(done.stdout)
                expected = "mixed" if document.name in MIXED else NAMES[kind]
                self.assertEqual(read["document"]["encoding"], expected)
                declared = kind == "cp1258"
                self.assertEqual(len(read["warnings"]), 0 if declared else 1)

    def test_another_language_is_no_old_encoding(self):
        french = "Les écoles bâties l'été dernier, où naît l'espoir, ont coûté très cher; çà et là, on a reçu des dons.\n"
        path = self.write("a.txt", french * 5)
        self.assertEqual(trichluc("text", path).stdout.decode("utf-8"), french * 5)
        self.assertEqual(trichluc("text", self.write("b.txt", (french * 5).encode("latin-1"))).returncode, 2)


if __name__ == "__main__":
    unittest.main()
