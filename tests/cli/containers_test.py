"""Archives, messages and old office files: what is packed in them is read, each by itself, and nothing stays behind."""
import io
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time
import unittest
import zipfile
from email.message import EmailMessage

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, PROGRAM, REPORT, ProgramTest, trichluc  # noqa: E402


def packed(entries, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as file:
        for name, content in entries:
            file.writestr(name, content)
    return out.getvalue()


def message(attachments=(), subject="Báo cáo viện trợ", body=REPORT):
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = subject, "Sở Ngoại vụ <so@example.vn>", "ban@example.vn"
    mail["Date"], mail["Message-ID"] = "Wed, 10 Apr 2019 15:01:00 +0700", "<1@example.vn>"
    mail.set_content(body)
    mail.add_alternative(f"<p>{body}</p>", subtype="html")
    for name, content in attachments:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


# A compound file's first sector and one directory entry: enough to be told for a Word file, not to be one.
def compound(stream):
    name = (stream + "\0").encode("utf-16-le")
    return b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + b"\0" * 504 + name.ljust(64, b"\0") + bytes([len(name), 0]) + b"\0" * 62


class Containers(ProgramTest):
    def read(self, *paths, env=None):
        done = trichluc("extract", "--format", "jsonl", *paths, env=env)
        lines = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
        return done, {line["document"]["source"]: line for line in lines}

    def test_entries_are_documents_with_their_path(self):
        inner = packed([("sâu/b.txt", REPORT.encode())])
        path = self.write("a.zip", packed([("2019/", b""), ("2019/a.txt", REPORT.encode()), ("trong.zip", inner),
                                           ("__MACOSX/._a.txt", b"x"), (".DS_Store", b"x"), ("broken.pdf", b"%PDF-1.4 nothing"),
                                           ("scan.png", (DOCUMENTS / "yenbai-thongcao-2024.png").read_bytes())]))
        done, lines = self.read(path)
        self.assertEqual(done.returncode, 20)
        self.assertEqual(list(lines), [f"{path}/{name}" for name in ("2019/a.txt", "trong.zip/sâu/b.txt", "broken.pdf", "scan.png")])
        self.assertEqual(lines[f"{path}/broken.pdf"]["error"]["code"], 2)
        for name in ("2019/a.txt", "trong.zip/sâu/b.txt"):
            self.assertIn(496, [fact.get("value") for fact in lines[f"{path}/{name}"]["facts"]])
        alone = json.loads(trichluc("extract", "--format", "jsonl", self.write("a.txt", REPORT)).stdout)
        self.assertEqual(lines[f"{path}/2019/a.txt"]["document"]["id"], alone["document"]["id"])

    def test_order_is_that_of_the_archive_at_any_number_of_jobs(self):
        path = self.write("a.zip", packed([(f"{i:03}.txt", REPORT.replace("496", str(400 + i))) for i in range(200)]))
        outputs = {trichluc("extract", "--format", "jsonl", "-j", jobs, path).stdout for jobs in (1, 3)}
        self.assertEqual(len(outputs), 1)
        sources = [json.loads(line)["document"]["source"] for line in outputs.pop().decode().splitlines()]
        self.assertEqual(sources, [f"{path}/{i:03}.txt" for i in range(200)])

    def test_names_are_only_names(self):
        names = ["../../etc/x.txt", "/abs/y.txt", "line\nend.txt"]
        path = self.write("a.zip", packed([(name, REPORT.encode()) for name in names]))
        done, lines = self.read(path)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(sorted(lines), sorted(f"{path}/{name}" for name in names))

    def test_archives_without_end(self):
        bomb = packed([("zeros.txt", b"\0" * (400 << 20))])
        self.assertLess(len(bomb), 1 << 20)
        done, lines = self.read(self.write("bomb.zip", bomb), self.write("good.txt", REPORT))
        self.assertEqual(done.returncode, 20)
        self.assertIn("unpacks to more than", lines[f"{self.folder}/bomb.zip/zeros.txt"]["error"]["what"])
        self.assertTrue(lines[str(self.folder / "good.txt")]["facts"])
        nested = REPORT.encode()
        for _ in range(12):
            nested = packed([("a.zip", nested)])
        _, lines = self.read(self.write("deep.zip", nested))
        self.assertEqual(len(lines), 1)
        self.assertIn("more than four deep", next(iter(lines.values()))["error"]["what"])

    def test_archives_that_lie_or_are_locked(self):
        good = packed([("a.txt", REPORT.encode()), ("b.txt", REPORT.encode())])
        self.assertEqual(self.read(self.write("cut.zip", good[:-30]))[0].returncode, 2)
        bad = bytearray(packed([("a.txt", REPORT.encode()), ("b.txt", REPORT.encode())], zipfile.ZIP_STORED))
        bad[bad.index(b"496")] = ord("5")  # the sum of the bytes no longer holds
        done, lines = self.read(self.write("bad.zip", bytes(bad)))
        self.assertEqual(done.returncode, 20)
        self.assertIn("error", lines[f"{self.folder}/bad.zip/a.txt"])
        self.assertTrue(lines[f"{self.folder}/bad.zip/b.txt"]["facts"])
        self.assertEqual(self.read(self.write("empty.zip", packed([("folder/", b"")])))[0].returncode, 2)
        locked = bytearray(good)
        for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            start = locked.index(mark)
            locked[start + at] |= 1
        done, lines = self.read(self.write("locked.zip", bytes(locked)))
        self.assertEqual(lines[f"{self.folder}/locked.zip/a.txt"]["error"]["code"], 8)

    def test_messages(self):
        inner = message(subject="Thư cũ")
        path = self.write("m.eml", message([("báo cáo.txt", REPORT.encode()), ("cũ.eml", inner)]))
        done, lines = self.read(path)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(list(lines), [str(path), f"{path}/báo cáo.txt", f"{path}/cũ.eml"])
        head = lines[str(path)]["document"]
        self.assertEqual((head["title"], head["published"], head["media_type"]),
                         ("Báo cáo viện trợ", "2019-04-10", "message/rfc822"))
        for line in lines.values():
            self.assertEqual([fact["value"] for fact in line["facts"] if fact["type"] == "count"], [496])

    def test_a_table_is_read_from_the_form_that_has_its_cells(self):
        mail = EmailMessage()
        mail["Subject"] = "Viện trợ phi chính phủ nước ngoài năm 2019"
        mail.set_content("Lĩnh vực   Giải ngân (USD)\nY tế       70.000\n")
        mail.add_alternative("<table><tr><td>Lĩnh vực</td><td>Giải ngân (USD)</td></tr><tr><td>Y tế</td><td>70.000</td></tr></table>",
                             subtype="html")
        path = self.write("bang.eml", mail.as_bytes())
        _, lines = self.read(path)
        self.assertEqual([fact["amount"] for fact in lines[str(path)]["facts"] if fact["type"] == "aid_value"], [70000])

    def test_parts_that_cannot_be_read_cost_only_themselves(self):
        old = message(subject="x").replace(b"utf-8", b"x-viet") + b"\xe1\xba\x00"
        head = (b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\n"
                b"Content-Type: text/plain\n\n" + bytes(range(256)) * 4 + b"\n--B\nContent-Type: text/html\n\n\n--B\n"
                b"Content-Type: text/plain; name=\"a.txt\"\nContent-Disposition: attachment; filename=a.txt\n\n" + REPORT.encode()
                + b"\n--B\nContent-Type: message/rfc822\nContent-Transfer-Encoding: 8bit\n\n" + old + b"\n--B--\n")
        path = self.write("m.eml", head)
        _, lines = self.read(path)
        self.assertEqual(list(lines), [str(path), f"{path}/a.txt", f"{path}/x.eml"])
        self.assertIn(496, [fact.get("value") for fact in lines[f"{path}/a.txt"]["facts"]])
        self.assertNotIn("empty", str(lines[f"{path}/x.eml"].get("error")))

    def test_a_letter_in_plain_text_is_no_message(self):
        text = "Số: 12/BC-UBND\nNgày: 10/4/2019\n\n" + REPORT
        self.assertEqual(self.read(self.write("a.txt", text))[1][str(self.folder / "a.txt")]["document"]["media_type"], "text/plain")

    def office(self, script):
        """A program in LibreOffice's place; it gets LibreOffice's arguments, the folder for the result as OUT."""
        path = self.write("soffice", "#!/bin/sh\nwhile [ $# -gt 1 ]; do [ \"$1\" = --outdir ] && OUT=$2; shift; done\nmkdir -p \"$OUT\"\n" + script)
        path.chmod(0o755)
        (self.folder / "tmp").mkdir(exist_ok=True)
        return {"TRICHLUC_SOFFICE": str(path), "TMPDIR": str(self.folder / "tmp")}

    def test_old_office_files_go_through_the_converter(self):
        docx = packed([("word/document.xml", f'<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>{REPORT}</w:t></w:r></w:p></w:body></w:document>')])
        result = self.write("made.docx", docx)
        env = self.office(f'cp "{result}" "$OUT/input.docx"\n')
        for name, content in (("a.doc", compound("WordDocument")), ("a.rtf", b"{\\rtf1 x}")):
            done, lines = self.read(self.write(name, content), env=env)
            self.assertEqual(done.returncode, 0, done.stderr)
            line = lines[str(self.folder / name)]
            self.assertIn(496, [fact.get("value") for fact in line["facts"]])
            self.assertIn("converted by LibreOffice", line["warnings"][0])
        self.assertEqual(list((self.folder / "tmp").iterdir()), [])

    def test_converters_that_fail(self):
        good, doc = self.write("good.txt", REPORT), self.write("a.doc", compound("WordDocument"))
        for script, word in (("exit 0", "gave no file"), ("kill -9 $$", "signal 9"), ("sleep 60 & sleep 60", "took more than 2 seconds")):
            with self.subTest(script):
                env = self.office(script)
                begin = time.monotonic()
                done = trichluc("extract", "--format", "jsonl", "--page-timeout", "2", doc, good, env=env)
                lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
                self.assertEqual(done.returncode, 20)
                self.assertIn(word, lines[0]["error"]["what"])
                self.assertEqual(lines[0]["error"]["code"], 7)
                self.assertTrue(lines[1]["facts"])
                self.assertLess(time.monotonic() - begin, 30)
                self.assertEqual(list((self.folder / "tmp").iterdir()), [])

    def test_without_a_converter(self):
        done, lines = self.read(self.write("a.xls", compound("Workbook")), env={"TRICHLUC_SOFFICE": "/nowhere/soffice-of-none", "PATH": "/nowhere"})
        self.assertEqual(done.returncode, 3)
        done, lines = self.read(self.folder / "a.xls", env={"PATH": "/nowhere"})
        self.assertEqual(done.returncode, 3)
        self.assertIn("install libreoffice", lines[str(self.folder / "a.xls")]["error"]["what"])

    def test_locked_office_files(self):
        self.assertEqual(self.read(self.write("a.docx", compound("EncryptedPackage")))[0].returncode, 8)
        word = b"\xEC\xA5" + b"\0" * 8 + b"\x00\x01" + b"\0" * 500
        book = b"\x09\x08\x10\x00" + b"\0" * 16 + b"\x2F\x00\x36\x00" + b"\0" * 488
        for name, content in (("a.doc", compound("WordDocument").ljust(1024, b"\0") + word),
                              ("a.xls", compound("Workbook").ljust(1024, b"\0") + book)):
            self.assertEqual(self.read(self.write(name, content))[0].returncode, 8, name)

    def test_an_interrupted_conversion_leaves_nothing(self):
        env = self.office("sleep 60\n")
        running = subprocess.Popen([PROGRAM, "extract", str(self.write("a.doc", compound("WordDocument")))], env={**os.environ, **env},
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            if list((self.folder / "tmp").iterdir()):
                break
            time.sleep(0.05)
        time.sleep(0.2)
        running.send_signal(signal.SIGINT)
        self.assertEqual(running.wait(timeout=30), 130)
        self.assertEqual(list((self.folder / "tmp").iterdir()), [])

    def test_what_a_killed_program_left_is_taken_away(self):
        env = self.office(f'echo $$ > "{self.folder}/pid"\nexec sleep 60\n')
        doc = self.write("a.doc", compound("WordDocument"))
        running = subprocess.Popen([PROGRAM, "extract", str(doc)], env={**os.environ, **env},
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        pid = self.folder / "pid"
        for _ in range(200):
            if pid.exists() and pid.read_text():
                break
            time.sleep(0.05)
        running.kill()
        running.wait()
        for _ in range(200):
            if not os.path.exists(f"/proc/{pid.read_text().strip()}"):
                break
            time.sleep(0.05)
        self.assertFalse(os.path.exists(f"/proc/{pid.read_text().strip()}"), "the converter outlived the program")
        self.assertEqual(len(list((self.folder / "tmp").iterdir())), 1)
        self.read(doc, env=self.office("exit 0"))
        self.assertEqual(list((self.folder / "tmp").iterdir()), [])

    @unittest.skipUnless(shutil.which("soffice") or shutil.which("libreoffice"), "LibreOffice is not installed")
    def test_the_real_converter(self):
        done, lines = self.read(self.write("a.rtf", b"{\\rtf1\\ansi Co 496 to chuc}"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(lines[str(self.folder / "a.rtf")]["document"]["media_type"], "application/rtf")


if __name__ == "__main__":
    unittest.main()
