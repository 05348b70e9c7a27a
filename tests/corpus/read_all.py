"""Reads the whole corpus once and keeps what came out, for the tests that look at it; reading scans takes the time."""
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import READ, documents, trichluc  # noqa: E402


def keep(name, done):
    (READ / name).write_bytes(done.stdout)
    if done.returncode:
        sys.exit(f"{name}: ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")


def main():
    shutil.rmtree(READ, ignore_errors=True)
    READ.mkdir(parents=True)
    files = documents()
    if not files:
        sys.exit("no documents in corpus/documents")
    keep("extracted.jsonl", trichluc("extract", "--format", "jsonl", "--jobs", 2, *files))
    keep("text.jsonl", trichluc("text", "--format", "jsonl", *files))
    print(f"{len(files)} documents read")


if __name__ == "__main__":
    main()
