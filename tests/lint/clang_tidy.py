#!/usr/bin/env python3
"""Every source is free of what .clang-tidy names.

A source whose text, headers and settings have not changed since it was found clean is not looked at again: the names of
clean sources are kept in the build folder under a hash of everything they were made of.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import tree

TOOL = shutil.which("clang-tidy-14")
BUILD = pathlib.Path(os.environ["TRICHLUC_BUILD"])
CLEAN = BUILD / "clang_tidy_clean"
# Sources that include CLI11: its headers alone take clang-tidy half a minute. The compiler's warnings look after them.
HEAVY = re.compile(r'#include <CLI/')


def headers(file, seen):
    """The project's own files that this one is made of, itself included."""
    if file in seen or not (tree.ROOT / file).is_file():
        return seen
    seen.add(file)
    for target in re.findall(r'#include "([^"]+)"', tree.text(file)):
        headers(pathlib.Path(target), seen)
    return seen


def fingerprint(file):
    parts = sorted(str(f) for f in headers(file, set())) + [".clang-tidy"]
    return hashlib.sha256(b"\0".join((tree.ROOT / p).read_bytes() for p in parts)).hexdigest()


def options(file):
    """The compiler's own warnings are the build's business, and g++'s options are not clang's."""
    yield "--extra-arg=-w"
    if any("#include <qpdf/" in tree.text(part) for part in headers(file, set())):  # see pipeline/source/CMakeLists.txt
        yield "--extra-arg=-std=c++17"


def commands_without_precompiled():
    """The build's commands as clang can read them: it knows nothing of g++'s precompiled headers, and a source that leans on
    them instead of including what it uses is a finding."""
    commands = json.loads((BUILD / "compile_commands.json").read_text(encoding="utf-8"))
    for command in commands:
        command["command"] = re.sub(r" -Winvalid-pch| -include \S*cmake_pch\S*", "", command["command"])
    (CLEAN / "compile_commands.json").write_text(json.dumps(commands), encoding="utf-8")
    return commands


def check(file):
    """What clang-tidy says of one source; empty: nothing."""
    mark = CLEAN / fingerprint(file)
    if mark.exists():
        return ""
    command = [TOOL, "--quiet", "-p", str(CLEAN), *options(file), str(tree.ROOT / file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = "\n".join(line for line in done.stdout.splitlines() if line.strip())
    if done.returncode == 0 and not said:
        mark.touch()
    return said or (done.stderr if done.returncode else "")


def main():
    if not TOOL:
        print("clang-tidy-14 is not installed: skipped")
        sys.exit(77)
    CLEAN.mkdir(exist_ok=True)
    commands = commands_without_precompiled()
    compiled = {pathlib.Path(c["file"]).resolve() for c in commands}
    sources = [f for f in tree.code() if f.suffix == ".cpp" and (tree.ROOT / f).resolve() in compiled
               and not str(f).startswith("tests/") and not HEAVY.search(tree.text(f))]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        said = list(pool.map(check, sources))
    tree.finish("clang-tidy", [s for s in said if s])


if __name__ == "__main__":
    main()
