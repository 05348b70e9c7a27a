#!/usr/bin/env python3
"""Makes the documents of corpus/documents/ in encodings from before Unicode from corpus/documents/sources/.

    corpus/make_legacy.py             makes every document of sources/list.tsv whose kind stands below
    corpus/make_legacy.py NAME...     makes only these

Kinds, each for a source that is plain text or HTML in UTF-8 and gives NAME with the suffix of the source:
    tcvn3    TCVN3 (ABC): capitals with tones become small letters, as these fonts have no others
    vni      VNI-Windows, two bytes a letter
    viscii   VISCII
    viqr     VIQR, with a backslash before a sign that is meant as it stands
    cp1258   windows-1258, tones as bytes of their own

Written without the program's own tables: the C library's iconv where it knows the encoding, rules where it does not.
Standard library and iconv only.
"""
import pathlib
import re
import subprocess
import sys
import unicodedata

DOCUMENTS = pathlib.Path(__file__).resolve().parent / "documents"
SOURCES = DOCUMENTS / "sources"
GRAVE, ACUTE, HOOK, TILDE, DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
CIRCUMFLEX, BREVE, HORN = "\u0302", "\u0306", "\u031b"
TONES = GRAVE + ACUTE + HOOK + TILDE + DOT


def iconv(charset, text):
    return subprocess.run(["iconv", "-f", "UTF-8", "-t", charset], input=text.encode("utf-8"), capture_output=True,
                          check=True).stdout


def parts(letter):
    """Base letter, shape and tone of a letter; empty where it has none."""
    if letter in "đĐ":
        return "dD"["đĐ".index(letter)], "stroke", ""
    base, *marks = unicodedata.normalize("NFD", letter)
    shape = "".join(m for m in marks if m in CIRCUMFLEX + BREVE + HORN)
    return base, shape, "".join(m for m in marks if m in TONES)


def tcvn3(text):
    def lowered(letter):
        return letter.lower() if parts(letter)[2] else letter
    return iconv("TCVN5712-1", "".join(map(lowered, text)))


# The mark behind the letter, in small letters, by shape and tone.
VNI_MARKS = {("", GRAVE): "ø", ("", ACUTE): "ù", ("", HOOK): "û", ("", TILDE): "õ", ("", DOT): "ï",
             (CIRCUMFLEX, ""): "â", (CIRCUMFLEX, GRAVE): "à", (CIRCUMFLEX, ACUTE): "á", (CIRCUMFLEX, HOOK): "å",
             (CIRCUMFLEX, TILDE): "ã", (CIRCUMFLEX, DOT): "ä",
             (BREVE, ""): "ê", (BREVE, GRAVE): "è", (BREVE, ACUTE): "é", (BREVE, HOOK): "ú", (BREVE, TILDE): "ü",
             (BREVE, DOT): "ë"}
VNI_ALONE = {"đ": "ñ", "ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}


def vni_letter(letter):
    low = letter.lower()
    base, shape, tone = parts(low)
    if low in VNI_ALONE:
        written = VNI_ALONE[low]
    elif shape == HORN:
        written = {"o": "ô", "u": "ö"}[base] + VNI_MARKS.get(("", tone), "")
    else:
        written = base + VNI_MARKS.get((shape, tone), "")
    return written if letter == low else written.upper()


def vni(text):
    return "".join(map(vni_letter, text)).encode("cp1252")


def viqr_letter(letter):
    base, shape, tone = parts(letter)
    written = base * 2 if shape == "stroke" else base + {CIRCUMFLEX: "^", BREVE: "(", HORN: "+"}.get(shape, "")
    return written + {GRAVE: "`", ACUTE: "'", HOOK: "?", TILDE: "~", DOT: "."}.get(tone, "")


def viqr(text):
    escaped = re.sub(r"(?i)(?<=[aeiouyâăêôơư])(?=[.?'`~^(+*])", r"\\", text)
    return "".join(map(viqr_letter, escaped)).encode("ascii")


KINDS = {"tcvn3": tcvn3, "vni": vni, "viscii": lambda text: iconv("VISCII", text), "viqr": viqr,
         "cp1258": lambda text: iconv("CP1258", text)}


def main():
    wanted = set(sys.argv[1:])
    for line in (SOURCES / "list.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        name, source, kind = line.split("\t")
        if kind in KINDS and (not wanted or name in wanted):
            path = SOURCES / source
            made = DOCUMENTS / (name + path.suffix)
            made.write_bytes(KINDS[kind](path.read_text(encoding="utf-8")))
            print(made.name)


if __name__ == "__main__":
    main()
