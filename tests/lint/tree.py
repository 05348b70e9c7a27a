"""The files of the project, as the house rules see them."""
import os
import pathlib
import sys

ROOT = pathlib.Path(os.environ.get("TRICHLUC_ROOT") or pathlib.Path(__file__).resolve().parents[2])
CODE = {".cpp", ".h"}


def is_made(name):
    """What builds and runs leave behind (.gitignore), and git's own: a file, not a folder, in a linked worktree."""
    return name in {".git", "__pycache__", "trichluc-output", "Testing"} or name == "build" or name.startswith("build-")


def files():
    """Every file of the tree, as paths relative to its top, in order."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(f for f in folders if not is_made(f))
        found += [pathlib.Path(folder, name).relative_to(ROOT) for name in names if not is_made(name)]
    return sorted(found)


def code():
    return [f for f in files() if f.suffix in CODE]


def text(path):
    return (ROOT / path).read_text(encoding="utf-8")


def finish(rule, faults):
    """Prints the faults and leaves with the exit code of the rule."""
    for fault in faults:
        print(f"{rule}: {fault}")
    print(f"{rule}: {len(faults)} faults")
    sys.exit(1 if faults else 0)
