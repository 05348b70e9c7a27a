"""Word, OpenDocument and Excel files, whole and broken."""
import io
import json
import pathlib
import sys
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, REPORT, ROOT, ProgramTest, trichluc  # noqa: E402

sys.path.insert(0, str(ROOT / "corpus"))
import make_office  # noqa: E402

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
ODF = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in [
    ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("fo", "xsl-fo-compatible"), ("draw", "drawing")])


def archive(parts, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def docx(body, **parts):
    """A Word file of this body; further parts by name, with "__" for "/"."""
    named = {name.replace("__", "/") + ".xml": content for name, content in parts.items()}
    return archive({"[Content_Types].xml": "<Types/>",
                    "word/document.xml": f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>", **named})


def p(text, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(body, styles=""):
    return archive({"mimetype": "application/vnd.oasis.opendocument.text",
                    "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
                                   f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"})


def ods(rows):
    return archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                    "content.xml": f"<office:document-content {ODF}><office:body><office:spreadsheet>"
                                   f'<table:table table:name="Biểu 1">{rows}</table:table>'
                                   "</office:spreadsheet></office:body></office:document-content>"})


def xlsx(sheets, strings="", styles="", states=()):
    """`sheets`: the rows of each, as XML."""
    listed = "".join(f'<sheet name="Biểu {i}" sheetId="{i}" r:id="r{i}"{" state=" + chr(34) + "hidden" + chr(34) if i in states else ""}/>'
                     for i in range(1, len(sheets) + 1))
    related = "".join(f'<Relationship Id="r{i}" Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(sheets) + 1))
    return archive({
        "xl/workbook.xml": f'<workbook xmlns:r="r"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{related}</Relationships>",
        "xl/sharedStrings.xml": f"<sst>{strings}</sst>",
        "xl/styles.xml": f"<styleSheet>{styles}</styleSheet>",
        **{f"xl/worksheets/sheet{i}.xml": f"<worksheet>{rows}</worksheet>" for i, rows in enumerate(sheets, 1)}})


class Office(ProgramTest):
    def pages(self, content, name="file", code=0):
        done = trichluc("text", "--format", "jsonl", self.write(name, content))
        self.assertEqual(done.returncode, code, done.stderr.decode("utf-8"))
        return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]

    def text(self, content):
        return "\f".join(page["text"] for page in self.pages(content))

    def test_documents_of_the_corpus_are_what_the_script_makes(self):
        def content(path):
            if path.suffix == ".eml":
                return path.read_bytes()
            with zipfile.ZipFile(path) as file:
                return {name: file.read(name) for name in file.namelist()}
        for name, source, kind in make_office.rows_of_list():
            if kind in make_office.KINDS:
                with self.subTest(name):
                    made = self.folder / f"{name}.{kind}"
                    make_office.KINDS[kind](make_office.lines_of(source), made)
                    self.assertEqual(content(made), content(DOCUMENTS / made.name))

    def test_facts_come_out_of_each(self):
        sentence = REPORT.strip()
        for name, content in [("docx", docx(p(sentence))), ("odt", odt(f"<text:p>{sentence}</text:p>"))]:
            with self.subTest(name):
                line = json.loads(trichluc("extract", "--format", "jsonl", self.write(name, content)).stdout.decode("utf-8"))
                self.assertIn(496, [fact.get("value") for fact in line["facts"]])
                self.assertIn(name if name == "odt" else "wordprocessingml", line["document"]["media_type"]
                              .replace("opendocument.text", "odt"))

    def test_what_word_shows_is_read_and_nothing_else(self):
        box = "<w:txbxContent>" + p("Trong khung") + "</w:txbxContent>"
        body = ("<w:p><w:r><w:t>Đã</w:t></w:r><w:del><w:r><w:delText> bị xóa</w:delText></w:r></w:del>"
                "<w:ins><w:r><w:t> sửa</w:t></w:r></w:ins></w:p>")
        body += p("Ẩn").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
        body += ("<w:p><w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box +
                 "</mc:Fallback></mc:AlternateContent><w:t>Có khung</w:t></w:r></w:p>")
        body += "<w:p><w:r><w:t>Số</w:t><w:tab/><w:t>12</w:t><w:noBreakHyphen/><w:t>BC</w:t></w:r></w:p>"
        body += "<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>7</w:t></w:r></w:p>"
        self.assertEqual(self.text(docx(body)), "Đã sửa\n\nCó khung\n\nTrong khung\n\nSố 12-BC\n\n7\n")

    def test_notes_headers_and_footers_stand_behind_once(self):
        header = f"<w:hdr {W}>{p('Cơ quan')}</w:hdr>"
        read = self.text(docx(p("Nội dung"), word__header1=header, word__header2=header,
                              word__footer1=f"<w:ftr {W}>{p('3')}</w:ftr>",
                              word__footnotes=f"<w:footnotes {W}><w:footnote>{p('Ghi chú')}</w:footnote></w:footnotes>"))
        self.assertEqual(read, "Nội dung\n\nGhi chú\n\nCơ quan\n")

    def test_lists_are_numbered(self):
        numbering = (f'<w:numbering {W}><w:abstractNum w:abstractNumId="4">'
                     '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
                     '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/></w:lvl>'
                     '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>')

        def item(text, level):
            return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>')
        read = self.text(docx(item("Một", 0) + item("a", 1) + item("b", 1) + item("Hai", 0) + item("c", 1),
                              word__numbering=numbering))
        self.assertEqual(read.split("\n\n"), ["I. Một", "1) a", "2) b", "II. Hai", "1) c\n"])

    def test_pages(self):
        page = '<w:r><w:br w:type="page"/></w:r>'
        body = p("Một") + f"<w:p>{page}</w:p>" + p("Hai") + p("Ba", "<w:pageBreakBefore/>")
        self.assertEqual(self.text(docx(body)), "Một\n\fHai\n\fBa\n")
        rendered = p("Đầu").replace("</w:r>", "</w:r><w:r><w:lastRenderedPageBreak/><w:t> cuối</w:t></w:r>") + p("Sau")
        self.assertEqual(self.text(docx(rendered)), "Đầu cuối\n\fSau\n")

    def test_letters_of_legacy_fonts(self):
        run = '<w:rPr><w:rFonts w:ascii="{}" w:hAnsi="{}"/></w:rPr>'
        tcvn3 = "C\u00e9ng h\u00dfa x\u00b7 h\u00e9i"
        body = p(tcvn3).replace("<w:r>", "<w:r>" + run.format(".VnTime", ".VnTime"))
        self.assertEqual(self.text(docx(body)), "Cộng hòa xã hội\n")
        styles = f'<w:styles {W}><w:docDefaults><w:rPrDefault>{run.format(".VnTime", "")}</w:rPrDefault></w:docDefaults></w:styles>'
        self.assertEqual(self.text(docx(p(tcvn3), word__styles=styles)), "Cộng hòa xã hội\n")
        span = '<style:style style:name="T1"><style:text-properties style:font-name=".VnTime"/></style:style>'
        self.assertEqual(self.text(odt(f'<text:p><text:span text:style-name="T1">{tcvn3}</text:span></text:p>', span)),
                         "Cộng hòa xã hội\n")

    def test_tables_are_cells(self):
        def row(*cells):
            return "<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in cells) + "</w:tr>"
        page = self.pages(docx("<w:tbl>" + row("TT", "Tổ chức", "USD") + row("1", "Plan", "120000") + "</w:tbl>"))[0]
        self.assertEqual(page["text"], "TT\tTổ chức\tUSD\n1\tPlan\t120000\n")
        self.assertEqual([(cell["row"], cell["column"], page["text"][cell["start"]:cell["end"]]) for cell in page["cells"]],
                         [(0, 0, "TT"), (0, 1, "Tổ chức"), (0, 2, "USD"), (1, 0, "1"), (1, 1, "Plan"), (1, 2, "120000")])

    def test_sheets(self):
        strings = "<si><t>Tổ chức</t></si><si><r><t>Giá </t></r><r><t>trị</t></r><rPh><t>x</t></rPh></si>"
        styles = ('<numFmts><numFmt numFmtId="170" formatCode="dd\\-mm\\-yyyy"/></numFmts><cellXfs><xf numFmtId="0"/>'
                  '<xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="170"/></cellXfs>')
        rows = ('<sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>'
                '<row r="3"><c r="B3" t="inlineStr"><is><t>Plan</t></is></c><c r="C3"><v>0.1</v></c><c r="D3" s="1"><v>43565</v></c>'
                '<c r="E3" s="2"><v>0.25</v></c><c r="F3" s="3"><v>43565.5</v></c><c r="G3"><v>12.125</v></c></row></sheetData>'
                '<mergeCells><mergeCell ref="B2:B4"/></mergeCells>')
        first, second = self.pages(xlsx([rows, '<sheetData><row><c><v>7</v></c></row></sheetData>'], strings, styles, states={2}))
        self.assertEqual(first["text"], "Biểu 1\n\nTổ chức\tGiá trị\t\t\t\t\n\tPlan\t0,1\t10/04/2019\t25%\t10/04/2019\t12,1250\n")
        self.assertEqual(first["cells"][0]["row_span"], 3)
        self.assertEqual(second["text"], "Biểu 2\n\n7\n")
        said = trichluc("text", "--lang", "en", self.folder / "file").stderr.decode("utf-8")
        self.assertIn('"Biểu 2" is hidden', said)

    def test_empty_rows_and_columns_cost_nothing(self):
        cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
        rows = ('<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/>'
                f'</table:table-row><table:table-row>{cell.format("cuối")}'
                '<table:table-cell table:number-columns-repeated="16383"/></table:table-row>')
        self.assertEqual(self.text(ods(rows)), "Biểu 1\n\ncuối\n")
        far = '<sheetData><row r="1048576"><c r="A1048576"><v>5</v></c></row></sheetData>'
        self.assertEqual(self.text(xlsx([far])), "Biểu 1\n\n5\n")

    def refused(self, content, code, *words):
        path = self.write("file", content)
        done = trichluc("text", "--lang", "en", path)
        said = done.stderr.decode("utf-8")
        self.assertEqual(done.returncode, code, said)
        for word in words:
            self.assertIn(word, said)

    def test_archives_that_unpack_without_end(self):
        bomb = b"<w:document>" + b"\0" * (300 << 20)
        content = archive({"[Content_Types].xml": "<Types/>", "word/document.xml": bomb})
        self.assertLess(len(content), 1 << 20)
        self.refused(content, 2, "unpacks to more than")

    def test_broken_files(self):
        good = docx(p("Nội dung"))
        self.refused(good[:len(good) - 40], 2, "file")
        self.refused(archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}), 2)
        self.assertEqual(self.text(archive({"word/document.xml": f"<w:document {W}><w:body>{p('Nội dung')}<w:p>"})), "Nội dung\n")
        self.assertIn("damaged", trichluc("text", "--lang", "en", self.folder / "file").stderr.decode("utf-8"))

    def test_entities_are_not_followed(self):
        bomb = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
            f"<!ENTITY {chr(97 + i)} '{('&' + chr(96 + i) + ';') * 10}'>" for i in range(1, 10)) + "]>"
        content = archive({"word/document.xml": f"{bomb}<w:document {W}><w:body>{p('&j;')}</w:body></w:document>"})
        done = trichluc("text", self.write("file", content))
        self.assertLess(len(done.stdout), 1000)

    def test_absurd_spans(self):
        span = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>' + p("a") + "</w:tc>"
        self.assertIn("a", self.text(docx("<w:tbl><w:tr>" + span + span + "</w:tr></w:tbl>")))
        cell = '<table:table-cell table:number-columns-spanned="999999999" table:number-rows-repeated="2"><text:p>a</text:p></table:table-cell>'
        self.assertIn("a", self.text(odt(f"<table:table><table:table-row>{cell}</table:table-row></table:table>")))

    def test_deep_nesting(self):
        deep = "<w:tbl><w:tr><w:tc>" * 2000
        done = trichluc("text", self.write("file", docx(p("Đầu") + deep)))
        self.assertIn("Đầu", done.stdout.decode("utf-8"))


if __name__ == "__main__":
    unittest.main()
