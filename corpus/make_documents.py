#!/usr/bin/python3
"""Makes the PDFs and scans of corpus/documents/ from corpus/documents/sources/.

    apt-get install python3-reportlab python3-pil img2pdf imagemagick poppler-utils fonts-liberation2
    corpus/make_documents.py             makes every document of sources/list.tsv
    corpus/make_documents.py NAME...     makes only these

The results are committed, so tests need none of these packages. The same source gives the same text;
with the same package versions it gives the same bytes (no dates, fixed seeds).

sources/list.tsv: NAME, source file, kind, separated by tabs; "#" starts a comment line. Kinds (and those of
make_legacy.py, which makes the text files in old encodings, and of make_office.py, which makes Word, Excel and mail files):
    pdf          PDF with a text layer                              -> NAME.pdf
    scan_office  300 dpi grey JPEG, turned by half a degree, grain  -> NAME.pdf without text
    scan_fax     200 dpi, one bit, CCITT G4, specks                 -> NAME.pdf without text
    png          200 dpi, 16 greys, one page                        -> NAME.png
    tiff         300 dpi, one bit, CCITT G4, pages in one file      -> NAME.tif

A source is UTF-8 text, one paragraph a line (<b>, <i> and <u> allowed; write & as &amp;). A line's first
characters choose its shape:
    ! text           centred                       = left | right   two columns, both centred
    > text           flush right                   % left | right   two columns, the left one flush left
    ~ text           flush left, no indent         | a | b | c      a row of a ruled table
    #size 13         font size from here on        #space 12        a gap in points
    #page            a new page                    #photo 60        a grey box of 60 mm, as for a photograph
    // text          a comment, not printed
"""
import pathlib
import subprocess
import sys
import tempfile

import make_legacy
import make_office

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

DOCUMENTS = pathlib.Path(__file__).resolve().parent / "documents"
SOURCES = DOCUMENTS / "sources"
FONTS = pathlib.Path("/usr/share/fonts/truetype/liberation2")
LEFT, RIGHT, TOP, BOTTOM = 30 * mm, 18 * mm, 20 * mm, 20 * mm  # margins of an administrative document
WIDTH = A4[0] - LEFT - RIGHT


def register_fonts():
    faces = {"Serif": "Regular", "Serif-B": "Bold", "Serif-I": "Italic", "Serif-BI": "BoldItalic"}
    for name, face in faces.items():
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"LiberationSerif-{face}.ttf")))
    pdfmetrics.registerFontFamily("Serif", normal="Serif", bold="Serif-B", italic="Serif-I", boldItalic="Serif-BI")


def style(size, alignment, indent=0.0, after=4.0):
    return ParagraphStyle("s", fontName="Serif", fontSize=size, leading=size * 1.3, alignment=alignment,
                          firstLineIndent=indent, spaceAfter=after)


def two_columns(text, size, left_alignment):
    left, _, right = text.partition("|")
    cells = [[Paragraph(left.strip(), style(size, left_alignment, after=0)),
              Paragraph(right.strip(), style(size, TA_CENTER, after=0))]]
    return Table(cells, colWidths=[WIDTH * 0.44, WIDTH * 0.56],
                 style=[("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 0),
                        ("BOTTOMPADDING", (0, 0), (-1, -1), 1), ("LEFTPADDING", (0, 0), (-1, -1), 2),
                        ("RIGHTPADDING", (0, 0), (-1, -1), 2)])


def ruled_table(lines, size):
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    cells = [[Paragraph(cell, style(size, TA_LEFT, after=0)) for cell in row] for row in rows]
    longest = [max(len(row[k]) for row in rows) + 4 for k in range(len(rows[0]))]
    if max(longest) > 44:  # cells that go on in further lines leave room for the short ones
        longest = [min(max(length, 9), 40) for length in longest]
    widths = [WIDTH * length / sum(longest) for length in longest]
    return Table(cells, colWidths=widths, repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black),
                                             ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])


def photo(height):
    return Table([[""]], colWidths=[WIDTH * 0.8], rowHeights=[height * mm],
                 style=[("BACKGROUND", (0, 0), (-1, -1), colors.Color(0.6, 0.6, 0.6))])


def flowables(lines):
    """The source's lines as ReportLab's building blocks."""
    size, story, rows = 13.0, [], []
    for line in [*lines, ""]:
        if rows and not line.startswith("| "):
            story += [ruled_table(rows, size - 1), Spacer(1, 6)]
            rows = []
        mark, text = line[:2], line[2:].strip()
        command, _, argument = line.partition(" ")
        if not line.strip() or line.startswith("//"):
            continue
        if command == "#size":
            size = float(argument)
        elif command == "#space":
            story.append(Spacer(1, float(argument)))
        elif command == "#page":
            story.append(PageBreak())
        elif command == "#photo":
            story += [photo(float(argument)), Spacer(1, 4)]
        elif mark == "| ":
            rows.append(line)
        elif mark in ("= ", "% "):
            story.append(two_columns(text, size - 1, TA_CENTER if mark == "= " else TA_LEFT))
        elif mark in ("! ", "> ", "~ "):
            story.append(Paragraph(text, style(size, {"!": TA_CENTER, ">": TA_RIGHT, "~": TA_LEFT}[mark[0]])))
        else:
            story.append(Paragraph(line.strip(), style(size, TA_JUSTIFY, indent=10 * mm)))
    return story


def number_page(canvas, document):
    """Page numbers stand at the top, none on the first page (Decree 30/2020)."""
    if document.page > 1:
        canvas.setFont("Serif", 13)
        canvas.drawCentredString(A4[0] / 2, A4[1] - 13 * mm, str(document.page))


def typeset(source, out):
    document = SimpleDocTemplate(str(out), pagesize=A4, leftMargin=LEFT - 6, rightMargin=RIGHT - 6, topMargin=TOP - 6,
                                 bottomMargin=BOTTOM - 6, invariant=1, title="", author="")
    document.build(flowables(source.read_text(encoding="utf-8").split("\n")), onFirstPage=number_page,
                   onLaterPages=number_page)


def run(*command):
    subprocess.run([str(part) for part in command], check=True)


def page_images(pdf, dpi, folder):
    run("pdftoppm", "-r", dpi, "-gray", pdf, folder / "page")
    return sorted(folder.glob("page*.pgm"))


def office_page(page, number):
    out = page.with_suffix(".jpg")
    turn = 0.5 if number % 2 == 0 else -0.4
    run("convert", page, "-background", "white", "-rotate", turn, "-gravity", "center", "-extent", "2480x3508",
        "-blur", "0x1.0", "-level", "0%,104%", "-seed", 7 + number, "-attenuate", "0.02", "+noise", "Gaussian",
        "-colorspace", "Gray", "+repage", "-strip", "-density", 300, "-units", "PixelsPerInch", "-quality", 13, out)
    return out


def fax_page(page, number):
    out = page.with_suffix(".tif")
    run("convert", page, "-background", "white", "-rotate", -0.3, "-gravity", "center", "-extent", "1654x2339",
        "-seed", 21 + number, "-attenuate", "0.35", "+noise", "Gaussian", "-blur", "0x0.5", "-threshold", "62%",
        "-attenuate", "0.004", "+noise", "Impulse", "-threshold", "50%", "+repage", "-strip", "-density", 200,
        "-units", "PixelsPerInch", "-type", "bilevel", "-compress", "Group4", out)
    return out


def image_pdf(images, out):
    run("img2pdf", "--nodate", "--engine", "internal", "--pagesize", "A4", "-o", out, *images)


def make_png(pages, out):
    if len(pages) != 1:
        sys.exit(f"{out.name}: a PNG holds one page, the source fills {len(pages)}")
    run("convert", pages[0], "-background", "white", "-rotate", 0.3, "-gravity", "center", "-extent", "1654x2339",
        "-blur", "0x0.5", "-dither", "None", "-colors", 16, "+repage", "-strip", "-density", 200, "-units",
        "PixelsPerInch", "-define", "png:exclude-chunks=date,time", "-depth", 4, out)


def make_tiff(pages, out):
    run("convert", *pages, "-background", "white", "-rotate", -0.2, "-gravity", "center", "-extent", "2480x3508",
        "-blur", "0x0.6", "-threshold", "60%", "+repage", "-strip", "-density", 300, "-units", "PixelsPerInch",
        "-type", "bilevel", "-compress", "Group4", out)


def make(name, source, kind):
    if kind == "pdf":
        return typeset(source, DOCUMENTS / f"{name}.pdf")
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        typeset(source, folder / "text.pdf")
        pages = page_images(folder / "text.pdf", {"scan_fax": 200, "png": 200}.get(kind, 300), folder)
        if kind == "scan_office":
            image_pdf([office_page(page, k) for k, page in enumerate(pages)], DOCUMENTS / f"{name}.pdf")
        elif kind == "scan_fax":
            image_pdf([fax_page(page, k) for k, page in enumerate(pages)], DOCUMENTS / f"{name}.pdf")
        elif kind == "png":
            make_png(pages, DOCUMENTS / f"{name}.png")
        elif kind == "tiff":
            make_tiff(pages, DOCUMENTS / f"{name}.tif")
        else:
            sys.exit(f"{name}: unknown kind {kind!r}; see the top of make_documents.py")


def main():
    register_fonts()
    wanted = set(sys.argv[1:])
    rows = [line.split("\t") for line in (SOURCES / "list.tsv").read_text(encoding="utf-8").splitlines()
            if line.strip() and not line.startswith("#")]
    unknown = wanted - {row[0] for row in rows}
    if unknown:
        sys.exit(f"not in sources/list.tsv: {', '.join(sorted(unknown))}")
    for name, source, kind in rows:
        if (not wanted or name in wanted) and kind not in {*make_legacy.KINDS, *make_office.KINDS}:
            make(name, SOURCES / source, kind.strip())
            print(name, kind)


if __name__ == "__main__":
    main()
