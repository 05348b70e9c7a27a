"""The same input gives the same bytes, in any order and at any number of jobs."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import READ, documents, trichluc  # noqa: E402


def main():
    before = (READ / "extracted.jsonl").read_bytes().splitlines()
    again = trichluc("extract", "--format", "jsonl", "--jobs", 1, *reversed(documents()))
    after = again.stdout.splitlines()
    if again.returncode or len(before) != len(after) or len(before) != len(documents()):
        sys.exit(f"{len(before)} and {len(after)} documents, ended with {again.returncode}")
    different = [name.name for name, a, b in zip(documents(), before, reversed(after)) if a != b]
    for name in different:
        print(f"{name}: other bytes in another order and at another number of jobs")
    print(f"{len(before)} documents, {len(different)} differ")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
