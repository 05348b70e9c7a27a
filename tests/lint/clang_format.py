#!/usr/bin/env python3
"""Every source is as .clang-format says. To repair: clang-format-14 -i FILE."""
import shutil
import subprocess
import sys

import tree

TOOL = shutil.which("clang-format-14")


def main():
    if not TOOL:
        print("clang-format-14 is not installed: skipped")
        sys.exit(77)
    faults = []
    for file in tree.code():
        wanted = subprocess.run([TOOL, str(file)], cwd=tree.ROOT, capture_output=True, check=True).stdout
        if wanted != (tree.ROOT / file).read_bytes():
            faults.append(f"{file}: clang-format-14 -i {file}")
    tree.finish("clang-format", faults)


if __name__ == "__main__":
    main()
