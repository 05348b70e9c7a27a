#!/usr/bin/env python3
"""Makes the Word, OpenDocument, Excel and mail files of corpus/documents/ from corpus/documents/sources/.

    corpus/make_office.py             makes every document of sources/list.tsv whose kind stands below
    corpus/make_office.py NAME...     makes only these

Kinds: docx, odt, xlsx, eml. A source is UTF-8 text; "//" starts a comment line. The same source gives the same bytes.
    docx   one paragraph a line; "! " centred, "~ " flush left, "= left | right" a row of a table without borders,
           "| a | b |" a row of a ruled table, whose column widths in parts a line "#table 1 2 3" gives before it
    odt    the same marks, without "#table"
    xlsx   "#sheet NAME" begins a sheet, "| a | b" is a row, "! " and "~ " fill a row's first cell; "1.234" becomes a
           number shown with grouping, "18/04/2016" a day, a row with numbers below others and "ộng" (total) formulas
    eml    header lines, "#plain" and the text, "#html" and the same as HTML: a message with two alternatives; without
           "#html" the text alone
Standard library only.
"""
import base64
import datetime
import email.header
import html
import pathlib
import quopri
import re
import sys
import zipfile

DOCUMENTS = pathlib.Path(__file__).resolve().parent / "documents"
SOURCES = DOCUMENTS / "sources"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
TYPES = "application/vnd.openxmlformats-officedocument."
RUN = 47  # letters: Word cuts its runs in the middle of words


def archive(out, parts):
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), DECLARATION + content, zipfile.ZIP_DEFLATED)


def content_types(overrides):
    listed = "".join(f'<Override PartName="/{name}" ContentType="{TYPES}{kind}+xml"/>' for name, kind in overrides)
    return (f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
            f'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{listed}</Types>')


def relationships(targets):
    listed = "".join(f'<Relationship Id="rId{k}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                     for k, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def cells_of(line):
    return [cell.strip() for cell in line[2:].split("|")]


def paragraph(text, alignment="both", bold=False):
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    runs = "".join(f'<w:r>{properties}<w:t xml:space="preserve">{html.escape(text[k:k + RUN])}</w:t></w:r>'
                   for k in range(0, len(text), RUN))
    return f'<w:p><w:pPr><w:jc w:val="{alignment}"/></w:pPr>{runs}</w:p>'


def word_table(rows, widths, ruled):
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="{"single" if ruled else "nil"}" w:sz="4"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{width * 92}"/>' for width in widths)
    lines = "".join("<w:tr>" + "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width * 92}" w:type="dxa"/></w:tcPr>{paragraph(cell, "center")}</w:tc>'
        for cell, width in zip(row, widths)) + "</w:tr>" for row in rows)
    return (f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>")


def docx(lines, out):
    body, rows, widths, ruled = [], [], [], False
    for line in [*lines, ""]:
        mark = line[:2]
        if rows and (mark not in ("| ", "= ") or (mark == "| ") != ruled):
            body.append(word_table(rows, widths, ruled) + paragraph(""))
            rows = []
        if mark in ("| ", "= "):
            ruled = mark == "| "
            widths = widths if ruled else [44, 56]
            rows.append(cells_of(line))
        elif line.startswith("#table "):
            widths = [int(width) for width in line.split()[1:]]
        elif mark in ("! ", "~ "):
            body.append(paragraph(line[2:], "center" if mark == "! " else "left", bold=mark == "! "))
        elif line.strip():
            body.append(paragraph(line))
    document = (f'<w:document xmlns:w="{WORD}"><w:body>{"".join(body)}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
                "</w:sectPr></w:body></w:document>")
    archive(out, {"[Content_Types].xml": content_types([("word/document.xml", "wordprocessingml.document.main")]),
                  "_rels/.rels": relationships([("officeDocument", "word/document.xml")]), "word/document.xml": document})


def column(k):
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[k]


def cell(text, k, row, above):
    """One cell; `above` is the first row of the numbers that a total adds up, 0 where it is none."""
    at = f'r="{column(k)}{row}"'
    if re.fullmatch(r"\d{1,3}(\.\d{3})+|\d+", text):
        formula = f"<f>SUM({column(k)}{above}:{column(k)}{row - 1})</f>" if above else ""
        return f'<c {at} s="1">{formula}<v>{text.replace(".", "")}</v></c>'
    if re.fullmatch(r"\d\d/\d\d/\d{4}", text):
        day = datetime.datetime.strptime(text, "%d/%m/%Y") - datetime.datetime(1899, 12, 30)
        return f'<c {at} s="2"><v>{day.days}</v></c>'
    return f'<c {at} t="inlineStr"><is><t>{html.escape(text)}</t></is></c>' if text else ""


def worksheet(lines):
    rows, first = [], 0
    for number, line in enumerate(lines, 1):
        values = cells_of(line) if line.startswith("| ") else [line[2:].strip()]
        first = first or (number if values[0] == "1" else 0)
        total = first if line.startswith("| ") and any(value.lower().endswith("cộng") for value in values) else 0
        rows.append(f'<row r="{number}">{"".join(cell(value, k, number, total) for k, value in enumerate(values))}</row>')
    return f'<worksheet xmlns="{SHEET}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def xlsx(lines, out):
    sheets = {}
    for line in lines:
        if line.startswith("#sheet "):
            sheets[line[7:].strip()] = []
        elif line.strip():
            sheets[list(sheets)[-1]].append(line)
    names = [f"worksheets/sheet{k}.xml" for k in range(1, len(sheets) + 1)]
    listed = "".join(f'<sheet name="{name}" sheetId="{k}" r:id="rId{k}"/>' for k, name in enumerate(sheets, 1))
    styles = ('<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/>'
              '<xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>')
    kinds = [("xl/workbook.xml", "spreadsheetml.sheet.main"), ("xl/styles.xml", "spreadsheetml.styles"),
             *((f"xl/{name}", "spreadsheetml.worksheet") for name in names)]
    archive(out, {"[Content_Types].xml": content_types(kinds),
                  "_rels/.rels": relationships([("officeDocument", "xl/workbook.xml")]),
                  "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
                  "xl/_rels/workbook.xml.rels": relationships([*(("worksheet", name) for name in names),
                                                               ("styles", "styles.xml")]),
                  "xl/styles.xml": f'<styleSheet xmlns="{SHEET}">{styles}</styleSheet>',
                  **{f"xl/{name}": worksheet(rows) for name, rows in zip(names, sheets.values())}})


def text_paragraph(text, style="P1"):
    runs = "".join(f"<text:span>{html.escape(text[k:k + RUN])}</text:span>" for k in range(0, len(text), RUN))
    return f'<text:p text:style-name="{style}">{runs}</text:p>'


def text_table(rows, number):
    width = max(map(len, rows))
    lines = "".join("<table:table-row>" + "".join(
        f'<table:table-cell office:value-type="string">{text_paragraph(cell)}</table:table-cell>'
        for cell in row + [""] * (width - len(row))) + "</table:table-row>" for row in rows)
    return (f'<table:table table:name="Bang{number}"><table:table-column table:number-columns-repeated="{width}"/>'
            f"{lines}</table:table>")


def odt(lines, out):
    body, rows = [], []
    for number, line in enumerate([*lines, ""]):
        if line[:2] in ("| ", "= "):
            rows.append(cells_of(line))
            continue
        if rows:
            body.append(text_table(rows, number))
            rows = []
        if line.strip():
            body.append(text_paragraph(line[2:] if line[:2] in ("! ", "~ ") else line))
    spaces = "".join(f' xmlns:{name}="{OPEN}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    content = (f'<office:document-content{spaces} office:version="1.2"><office:automatic-styles><style:style style:name="P1" '
               f'style:family="paragraph"/></office:automatic-styles><office:body><office:text>{"".join(body)}'
               "</office:text></office:body></office:document-content>")
    space = f"{OPEN}:manifest:1.0"
    listed = (f'<manifest:manifest xmlns:manifest="{space}" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" '
              f'manifest:media-type="{OPEN_TEXT}"/><manifest:file-entry manifest:full-path="content.xml" '
              'manifest:media-type="text/xml"/></manifest:manifest>')
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:  # the kind stands first and uncompressed
        file.writestr(zipfile.ZipInfo("mimetype", (2020, 1, 1, 0, 0, 0)), OPEN_TEXT, zipfile.ZIP_STORED)
        for name, part in (("content.xml", content), ("META-INF/manifest.xml", listed)):
            file.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), DECLARATION + part, zipfile.ZIP_DEFLATED)


def header_line(line):
    name, _, value = line.partition(": ")
    words = re.sub(r'"[^"]*"|.*[^\x00-\x7f].*', lambda found: email.header.Header(found[0].strip('"'), "utf-8").encode(), value)
    return f"{name}: {words if not value.isascii() else value}"


def eml(lines, out):
    plain = lines.index("#plain")
    head = "\n".join(map(header_line, lines[:plain]))
    if "#html" not in lines:
        text = quopri.encodestring("\n".join(lines[plain + 1:]).encode("utf-8"))
        top = f"{head}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        out.write_bytes((top.encode("ascii") + text).replace(b"\n", b"\r\n"))
        return
    marked = lines.index("#html")
    text = "\n".join(lines[plain + 1:marked]) + "\n"
    page = "\n".join(lines[marked + 1:]).strip() + "\n"
    parts = [("plain", "quoted-printable", quopri.encodestring(text.encode("utf-8"))),
             ("html", "base64", base64.encodebytes(page.encode("utf-8")))]
    body = b"".join(b"--=_ranh_gioi_1\nContent-Type: text/%s; charset=UTF-8\nContent-Transfer-Encoding: %s\n\n%s\n" % (
        kind.encode(), encoding.encode(), content) for kind, encoding, content in parts)
    top = f'{head}\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="=_ranh_gioi_1"\n\n'
    out.write_bytes((top.encode("ascii") + body + b"--=_ranh_gioi_1--\n").replace(b"\n", b"\r\n"))


KINDS = {"docx": docx, "odt": odt, "xlsx": xlsx, "eml": eml}


def rows_of_list():
    lines = (SOURCES / "list.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def lines_of(source):
    text = (SOURCES / source).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if not line.startswith("//")]


def main():
    wanted = set(sys.argv[1:])
    for name, source, kind in rows_of_list():
        if kind in KINDS and (not wanted or name in wanted):
            KINDS[kind](lines_of(source), DOCUMENTS / f"{name}.{kind}")
            print(name, kind)


if __name__ == "__main__":
    main()
