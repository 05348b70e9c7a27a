"""Files that are made to break a reader: an error that a person understands, in bounded time and memory, and the rest of
the batch is read."""
import json
import os
import pathlib
import struct
import subprocess
import sys
import threading
import time
import unittest
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import CATALOG, REPORT, ProgramTest, page_with, pdf, trichluc  # noqa: E402

def picture(entries, data):
    """A page that is one picture of 100 by 100 pixels."""
    return page_with(b"/XObject << /I 5 0 R >>", b"q 595 0 0 842 0 0 cm /I Do Q",
                     (b"/Type /XObject /Subtype /Image /Width 100 /Height 100 " + entries, data))


def png(width, height, data=b""):
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


class Hostile(ProgramTest):
    def read(self, content, name="hostile", seconds=60):
        """How it ends beside a good file: the exit code, its line, what was said of it."""
        path, good = self.write(name, content), self.write("zz good.txt", REPORT)
        begin = time.monotonic()
        done = trichluc("extract", "--format", "jsonl", "--lang", "en", "--page-timeout", "20", path, good)
        self.assertLess(time.monotonic() - begin, seconds)
        first, second = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
        self.assertTrue(second["facts"], "the rest of the batch is read")
        said = done.stderr.decode("utf-8")
        self.assertTrue(all(line.startswith("trichluc: ") for line in said.splitlines()), said)
        return done.returncode, first, said

    def fails(self, content, name="hostile"):
        code, line, said = self.read(content, name)
        self.assertEqual(code, 20, said)
        failed = "error" in line or any(page["origin"] == "failed" for page in line["document"]["page_list"])
        self.assertTrue(failed, line)
        self.assertIn(name, said)
        return said

    def test_a_picture_of_nine_hundred_million_pixels(self):
        rows = b"".join(b"\0" + b"\xff" * 30000 for _ in range(2)) * 15000
        self.assertRegex(self.fails(png(30000, 30000, rows), "large.png"), "too large|pixels")

    def test_a_picture_that_claims_to_be_large(self):
        self.fails(png(2000000000, 2000000000), "claims.png")

    def test_no_pages(self):
        self.assertIn("no pages", self.fails(pdf(CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"), "none.pdf"))

    def test_a_loop_in_the_page_tree(self):
        self.fails(pdf(CATALOG, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), "loop.pdf")
        deep = [CATALOG] + [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (i + 3) for i in range(3000)]
        self.read(pdf(*deep, b"<< /Type /Page /MediaBox [0 0 595 842] >>"))

    def test_a_million_objects(self):
        objects = [CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"]
        self.read(pdf(*objects, *[b"null"] * 1000000))

    def test_drawings_that_draw_themselves(self):
        form = (b"/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /XObject << /F 5 0 R /G 5 0 R >> >>", b"/F Do /G Do " * 20)
        self.read(page_with(b"/XObject << /F 5 0 R >>", b"/F Do", form))

    def test_a_font_without_names(self):
        font = b"<< /Type /Font /Subtype /TrueType >>"
        code, line, _ = self.read(page_with(b"/Font << /F 5 0 R >>", b"BT /F 12 Tf 72 700 Td (Hello) Tj ET", font))
        self.assertIn(code, (0, 20))
        self.assertTrue("error" in line or line["document"]["pages"] == 1)

    def test_damaged_pictures_inside_a_page(self):
        noise = bytes((i * i * 31 + i * 7 + 129) % 256 for i in range(3000))
        for filters in (b"/JBIG2Decode", b"/JPXDecode", b"/DCTDecode", b"/CCITTFaxDecode", b"/FlateDecode"):
            with self.subTest(filters):
                code, line, said = self.read(picture(b"/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter " + filters, noise))
                self.assertIn(code, (0, 20), said)

    def test_a_stream_that_unpacks_without_end(self):
        bomb = zlib.compress(b"q " * (100 << 20))
        self.read(pdf(CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                      b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>", (b"/Filter /FlateDecode", bomb)),
                  seconds=120)

    def test_a_page_of_a_hundred_thousand_digits(self):
        code, _, said = self.read("Số liệu: " + "1234567890" * 10000 + "\n" + REPORT, "digits.txt")
        self.assertEqual(code, 0, said)

    def test_a_file_that_is_written_meanwhile(self):
        path, over = self.write("growing.txt", REPORT), threading.Event()

        def grow():
            while not over.is_set():
                with open(path, "ab") as file:
                    file.write(REPORT.encode("utf-8"))
        writer = threading.Thread(target=grow)
        writer.start()
        try:
            done = trichluc("extract", "--format", "jsonl", "--lang", "en", path)
        finally:
            over.set()
            writer.join()
        if done.returncode != 0:
            self.assertEqual(done.returncode, 5, done.stderr)
            self.assertIn("changes while it is read", done.stderr.decode("utf-8"))

    def test_names_that_no_terminal_likes(self):
        names = [b"line\nend.txt", b"not \xff\xfe utf-8.txt", b"bell \x07 escape \x1b[31m.txt", b"-rf.txt", b"quote'\".txt"]
        for name in names:
            (pathlib.Path(os.fsdecode(os.fsencode(self.folder) + b"/" + name))).write_bytes(REPORT.encode("utf-8"))
        for command in ("extract", "text", "inspect"):
            done = trichluc(command, "--format", "jsonl", self.folder)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(len(done.stdout.decode("utf-8").splitlines()), len(names))
        odd = pathlib.Path(os.fsdecode(os.fsencode(self.folder) + b"/broken \xff.pdf"))
        odd.write_bytes(b"%PDF-1.4 nothing")
        self.assertIn("damaged", trichluc("extract", "--lang", "en", odd).stderr.decode("utf-8"))
        broken = self.folder / "bell \x07 broken.pdf"
        broken.write_bytes(b"%PDF-1.4 nothing")
        said = subprocess.run([os.environ["TRICHLUC"], "extract", broken], capture_output=True, check=False).stderr
        self.assertNotIn(b"\x07", said)


if __name__ == "__main__":
    unittest.main()
