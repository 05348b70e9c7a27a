"""Pages that are one picture: which of its pixels are read."""
import json
import pathlib
import struct
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, ProgramTest, page_with, trichluc  # noqa: E402

WIDTH, HEIGHT = 1653, 2339  # A4 at 200 dpi


def segment(number, kind, data):
    """ITU-T T.88, 7.2: a segment of page 1 that refers to no other."""
    return struct.pack(">IBBBI", number, kind, 0, 1, len(data)) + data


def jbig2():
    """A white page: a generic region in MMR, in which a line like the one before is one bit."""
    bits = "1" * HEIGHT + "000000000001" * 2
    lines = int(bits.ljust(-len(bits) % 8 + len(bits), "0"), 2).to_bytes((len(bits) + 7) // 8, "big")
    page = segment(0, 48, struct.pack(">IIIIBH", WIDTH, HEIGHT, 0, 0, 0, 0))
    return page + segment(1, 38, struct.pack(">IIIIBB", WIDTH, HEIGHT, 0, 0, 0, 1) + lines)


class Pictures(ProgramTest):
    def page(self, entries, data):
        path = self.write("a.pdf", page_with(
            b"/XObject << /I 5 0 R >>", b"q 595 0 0 842 0 0 cm /I Do Q",
            (b"/Type /XObject /Subtype /Image /Width %d /Height %d " % (WIDTH, HEIGHT) + entries, data)))
        done = trichluc("inspect", "--format", "jsonl", path)
        return json.loads(done.stdout)["pages"][0]

    def test_what_only_poppler_decodes_is_drawn_with_its_own_pixels(self):
        page = self.page(b"/BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode", jbig2())
        self.assertAlmostEqual(page["dpi"], 200, delta=1)

    def test_two_models_read_one_page(self):
        scan = DOCUMENTS / "yenbai-thongcao-2024.png"
        done = trichluc("text", "-l", "vie+eng", scan)
        if b'"eng"' in done.stderr:
            self.skipTest("tesseract-ocr-eng is not installed")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Yên Bái", done.stdout.decode("utf-8"))
        absent = trichluc("text", "--lang", "en", "-l", "vie+xxx", scan)
        self.assertIn("tesseract-ocr-xxx", absent.stderr.decode("utf-8"))
        self.assertEqual(absent.returncode, 3)

    def test_a_damaged_picture_is_left_to_poppler(self):
        page = self.page(b"/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /JPXDecode", b"\xff\x4f\xff\x51 cut off")
        self.assertAlmostEqual(page["dpi"], 200, delta=1)


if __name__ == "__main__":
    unittest.main()
