"""`trichluc explain --rejected` tells of every digit of every document of the corpus, once, with the words as read; what it
calls read is a record of `trichluc extract`, and of one record no number is called both."""
import concurrent.futures
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import READ, documents, trichluc  # noqa: E402


def lines(name):
    return [json.loads(line) for line in (READ / name).read_text(encoding="utf-8").splitlines()]


def told_of(document):
    done = trichluc("explain", "--rejected", "--format", "json", document)
    if done.returncode:
        sys.exit(f"{document}: ended with {done.returncode}: {done.stderr.decode('utf-8')}")
    return json.loads(done.stdout)


def faults_of(told, pages, ids):
    """`pages`: number to text."""
    covered = {page: [0] * len(text) for page, text in pages.items()}
    for number in told["numbers"]:
        page, start, end = number["page"], number["start"], number["end"]
        where = f"page {page}, {start}-{end}"
        if pages[page][start:end] != number["text"]:
            yield f"{where}: other words: {number['text']}"
        if not number["reason"] or not number["rule"]:
            yield f"{where}: no reason"
        if (number["verdict"] == "read") != (number["record"] is not None):
            yield f"{where}: {number['verdict']} with the record {number['record']}"
        if number["record"] is not None and number["record"] not in ids:
            yield f"{where}: no such record: {number['record']}"
        for at in range(start, end):
            covered[page][at] += 1
    for page, text in pages.items():
        for at, letter in enumerate(text):
            if letter in "0123456789" and covered[page][at] != 1:
                yield f"page {page}, {at}: {covered[page][at]} lines for a digit: {text[max(0, at - 20):at + 20]!r}"


def main():
    pages = {}
    for page in lines("text.jsonl"):
        pages.setdefault(page["source"], {})[page["page"]] = page["text"]
    ids = {line["document"]["source"]: {fact["id"] for fact in line["facts"]} for line in lines("extracted.jsonl")}
    # Recognising is slow and may differ from one run to the next by no letter: those documents, too.
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        told = list(pool.map(told_of, documents()))
    faults, numbers = [], 0
    for document in told:
        source = document["document"]["source"]
        numbers += len(document["numbers"])
        faults += [f"{pathlib.Path(source).name}: {fault}" for fault in faults_of(document, pages[source], ids[source])]
    print("\n".join(faults))
    print(f"{len(told)} documents, {numbers} numbers, {len(faults)} faults")
    sys.exit(1 if faults or not numbers else 0)


if __name__ == "__main__":
    main()
