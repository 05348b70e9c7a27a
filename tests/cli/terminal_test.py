"""Pages in a terminal, which this test plays: what `show` writes is decoded by others and is the picture of --png."""
import base64
import fcntl
import os
import pathlib
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import unittest
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, PROGRAM, trichluc  # noqa: E402

REPORT = DOCUMENTS / "laocai-baocao-2019.pdf"
QUESTION = b"\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[c"
KITTY = b"\x1b_Gi=31;OK\x1b\\\x1b[?62;c"
SIXEL = b"\x1b[?62;4;22c"
CELLS = 24  # across and down: pictures are compared by the mean colour of so many parts


class Terminal:
    """A program with this as its terminal, and what it writes there."""

    def __init__(self, answer, *arguments, pixels=1200):
        self.written, self.answer = b"", answer
        self.child, self.master = pty.fork()
        if self.child == 0:
            os.execv(PROGRAM, [PROGRAM, *map(str, arguments)])
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, pixels, 800))

    def run(self):
        while select.select([self.master], [], [], 60)[0]:
            try:
                piece = os.read(self.master, 1 << 16)
            except OSError:  # the program has closed it
                break
            self.written += piece
            if QUESTION in self.written:
                self.written = self.written.replace(QUESTION, b"")
                os.write(self.master, self.answer)
        os.close(self.master)
        _, status = os.waitpid(self.child, 0)
        return os.waitstatus_to_exitcode(status), self.written.replace(b"\r\n", b"\n")


def decoded(png):
    """Width, height and bytes a pixel, and the rows of a PNG of eight bits a channel."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n" and png[-8:-4] == b"IEND"
    at, data, palette = 8, b"", None
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at:at + 8])
        body = png[at + 8:at + 8 + size]
        assert struct.unpack(">I", png[at + 8 + size:at + 12 + size])[0] == zlib.crc32(name + body)
        if name == b"IHDR":
            width, height, bits, colour, *_ = struct.unpack(">IIBBBBB", body)
        palette = body if name == b"PLTE" else palette
        data += body if name == b"IDAT" else b""
        at += 12 + size
    channels = {0: 1, 2: 3, 3: 1, 6: 4}[colour]
    assert bits == 8 or channels == 1
    raw, before, rows = zlib.decompress(data), bytearray((width * channels * bits + 7) // 8), []
    for y in range(height):
        line = raw[y * (len(before) + 1):(y + 1) * (len(before) + 1)]
        before = unfiltered(line[0], bytearray(line[1:]), before, channels)
        rows.append(bytes(before))
    return width, height, channels, rows if palette is None else [looked_up(row, palette, bits, width) for row in rows]


def unfiltered(kind, row, before, channels):
    for i, value in enumerate(row if kind else b""):
        left, above = (row[i - channels] if i >= channels else 0), before[i]
        corner = before[i - channels] if i >= channels else 0
        guess = left + above - corner
        nearest = min((abs(guess - left), 0, left), (abs(guess - above), 1, above), (abs(guess - corner), 2, corner))[2]
        row[i] = (value + (0, left, above, (left + above) // 2, nearest)[kind]) & 255
    return row


def looked_up(row, palette, bits, width):
    a_byte = 8 // bits
    numbers = [row[x // a_byte] >> (8 - bits - bits * (x % a_byte)) & ((1 << bits) - 1) for x in range(width)]
    return b"".join(palette[3 * n:3 * n + 3] for n in numbers)


def means(picture):
    """The mean colour of each part of a picture, from every third pixel."""
    width, height, channels, rows = picture
    channels = 3 if len(rows[0]) == 3 * width else channels
    sums = {}
    for y in range(0, height, 3):
        for x in range(0, width, 3):
            part = sums.setdefault((y * CELLS // height, x * CELLS // width), [0, 0, 0, 0])
            pixel = rows[y][x * channels:x * channels + channels]
            for i, value in enumerate(pixel[:3] if channels >= 3 else pixel * 3):
                part[i] += value
            part[3] += 1
    return {key: [value / part[3] for value in part[:3]] for key, part in sums.items()}


class Terminals(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        try:
            for end in pty.openpty():
                os.close(end)
        except OSError as error:
            raise unittest.SkipTest(f"no terminals here: {error}") from error
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.archive = cls.folder / "kho"
        facts = trichluc("extract", REPORT, "--format", "csv", "--types", "aid_value").stdout.decode("utf-8")
        cls.fact = re.search(r"aid_value,([0-9a-f]{16})", facts)[1]
        page = cls.folder / "page.png"
        for arguments in (["ingest", cls.archive, REPORT], ["show", cls.archive, cls.fact, "--png", page]):
            done = trichluc(*arguments)
            assert done.returncode == 0, done.stderr.decode()
        cls.picture = decoded(page.read_bytes())
        cls.means = means(cls.picture)

    def shown(self, answer, **options):
        code, written = Terminal(answer, "show", self.archive, self.fact, **options).run()
        self.assertEqual(code, 0)
        head, rest = written.split(b"\n", 1)
        self.assertIn(str(REPORT).encode(), head)
        return rest

    def check_picture(self, png):
        shown = decoded(png)
        self.assertTrue(500 < shown[0] <= 1000, "a terminal has few pixels across")
        self.assertAlmostEqual(shown[1], self.picture[1] * shown[0] / self.picture[0], delta=1)
        there, here = self.means, means(shown)
        self.assertEqual(there.keys(), here.keys())
        worst = max(abs(a - b) for key in there for a, b in zip(there[key], here[key]))
        self.assertLess(worst, 16, "of 255: a part of the page has another colour")
        # A marked part has less blue than red; elsewhere a report is black on white.
        marked = {key for key, (red, _, blue) in there.items() if red - blue > 16}
        self.assertTrue(marked)
        for key in marked:
            self.assertAlmostEqual(here[key][0] - here[key][2], there[key][0] - there[key][2], delta=16)

    def test_kitty(self):
        rest = self.shown(KITTY)
        commands = re.findall(rb"\x1b_G([^;\x1b]*);([A-Za-z0-9+/=]*)\x1b\\", rest)
        self.assertEqual(b"".join(b"\x1b_G%s;%s\x1b\\" % one for one in commands) + b"\n", rest, "nothing but commands")
        self.assertEqual(commands[0][0].rsplit(b",", 1)[0], b"f=100,a=T")
        self.assertEqual([keys.rsplit(b",", 1)[-1] for keys, _ in commands], [b"m=1"] * (len(commands) - 1) + [b"m=0"])
        self.assertTrue(all(len(data) == 4096 for _, data in commands[:-1]) and 0 < len(commands[-1][1]) <= 4096)
        self.check_picture(base64.b64decode(b"".join(data for _, data in commands), validate=True))

    def test_sixel(self):
        rest = self.shown(SIXEL)
        self.assertTrue(rest.startswith(b"\x1bP") and rest.endswith(b"\x1b\\\n") and rest.count(b"\x1b") == 2, rest[:20])
        if shutil.which("sixel2png") is None:
            self.skipTest("sixel2png is not installed (libsixel-bin)")
        picture = self.folder / "sixel.png"
        subprocess.run(["sixel2png", "-o", picture], input=rest, check=True, timeout=60)
        self.check_picture(picture.read_bytes())

    def test_a_picture_is_no_wider_than_the_window(self):
        first = re.match(rb"\x1b_G[^;]*;([^\x1b]*)", self.shown(KITTY, pixels=430))[1]
        width, = struct.unpack(">I", base64.b64decode(first)[16:20])
        self.assertTrue(200 < width <= 430, width)

    def test_a_terminal_without_pictures(self):
        self.assertIn(b"\x1b[7m", self.shown(b"\x1b[?62;22c"))


if __name__ == "__main__":
    unittest.main()
