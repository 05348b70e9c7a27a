#!/usr/bin/env python3
"""Checks the gold of corpus/documents/ against the documents' own words.

    corpus/check_gold.py        prints what is wrong; exit code 1 when anything is

Every NAME.json has one document NAME.*, every quote stands in that document (white space and the form of
accents aside; for PDFs and scans in the source they were made from), and every field has a legal value. A field
that is null is one the document leaves open: score.py does not compare it.
Standard library only.
"""
import html
import json
import pathlib
import re
import sys
import unicodedata

DOCUMENTS = pathlib.Path(__file__).resolve().parent / "documents"
PERIOD = re.compile(r"(\d{4}|-)(-\d\d){0,2}(/(\d{4}(-\d\d){0,2}|\.\.))?")
ALLOWED = {
    "qualifier": {"exact", "over", "under", "about", "at_least", "up_to"},
    "status": {"operating", "registered", "newly_registered", "ended", "donor", "attending", "honored", "other"},
    "kind": {"stock", "flow", "cumulative"},
    "stage": {"disbursed", "committed", "received", "unspecified"},
    "certainty": {"reported", "expected"},
    "meeting_role": {"chair", "speaker", "reporter", "attendee", "mentioned"},
}
NEEDED = {
    "count": ("of", "value", "qualifier", "status", "kind", "certainty", "place", "period"),
    "aid_value": ("amount", "currency", "qualifier", "stage", "kind", "certainty", "place", "period"),
    "share": ("percent", "label"),
    "date": ("value",),
    "official": ("name", "positions", "meeting_role"),
    "legal_document": ("kind", "number", "date"),
}


def plain(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def without_tags(text):
    text = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", text)
    text = re.sub(r"</?(b|i|u|a|em|strong|span|sup|sub|font)\b[^>]*>", "", text)
    return html.unescape(re.sub(r"<[^>]+>", " ", text))


def sources():
    lines = (DOCUMENTS / "sources" / "list.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return {row[0]: DOCUMENTS / "sources" / row[1] for row in rows}


def words_of(document, made_from):
    """The document's text; None where it cannot be had without the program itself (legacy encodings, DOCX)."""
    if document.stem in made_from:
        text = made_from[document.stem].read_text(encoding="utf-8")
        return plain(re.sub(r"(?m)^[!=>%~|] |\|", " ", without_tags(text)))
    if document.suffix not in (".txt", ".html"):
        return None
    try:
        text = document.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None
    return plain(without_tags(text) if document.suffix == ".html" else text)


def faults_of(fact):
    for field in NEEDED[fact["type"]]:
        if field not in fact and not fact.get("restates"):
            yield f"field {field} is missing"
    for field, values in ALLOWED.items():
        if fact["type"] != "legal_document" and fact.get(field) is not None and fact[field] not in values:
            yield f"{field} cannot be {fact[field]!r}"
    for period in (fact.get("period"), fact.get("value") if fact["type"] == "date" else None):
        if period is not None and not PERIOD.fullmatch(period):
            yield f"not a period: {period!r}"
    if fact["type"] == "aid_value" and fact.get("amount") is None and not {"low", "high"} <= fact.keys():
        yield "neither an amount nor a range"


def check(gold, made_from):
    documents = [p for p in DOCUMENTS.glob(f"{gold.stem}.*") if p.suffix != ".json"]
    if len(documents) != 1:
        yield f"{len(documents)} documents belong to it"
        return
    text = words_of(documents[0], made_from)
    for fact in json.loads(gold.read_text(encoding="utf-8"))["facts"]:
        quote = plain(fact.get("quote", ""))
        if not quote or text is not None and quote not in text:
            yield f"{fact['type']}: not in the text: {quote!r}"
        for fault in faults_of(fact):
            yield f"{fact['type']} {quote!r}: {fault}"


def main():
    made_from = sources()
    faults = [f"{gold.name}: {fault}" for gold in sorted(DOCUMENTS.glob("*.json")) for fault in check(gold, made_from)]
    print("\n".join(faults) if faults else "gold agrees with the documents")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
