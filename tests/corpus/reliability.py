"""What stands at 0.9 and above can be relied on, and most of what is right stands there: on the half of the corpus that no
confidence was fitted on.

usage: reliability.py [fitted|held_out]   (with a half named: prints its table, checks nothing)
"""
import re
import sys
import pathlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import DOCUMENTS, documents, trichluc  # noqa: E402

LEAST_RIGHT, LEAST_OF_ALL_RIGHT = 95.0, 70.0
# Fewer records say little of a kind.
FEWEST = 30


def half(name):
    """The first, third, fifth … document by name is what confidences were fitted on, the others are held out."""
    by_name = sorted(documents(), key=lambda file: file.name)
    return by_name[0::2] if name == "fitted" else by_name[1::2]


def table(name):
    done = trichluc("eval", DOCUMENTS, "--reliability", *half(name))
    if done.returncode:
        sys.exit(f"eval ended with {done.returncode}: {done.stderr.decode('utf-8')}")
    return done.stdout.decode("utf-8")


def trusted(said):
    """Kind of fact: records at 0.9 and above, percent of them right, percent of all right ones that they are."""
    line = re.compile(r"(?ms)^(\w+)\n  confidence.*?at 0\.90 and above: (\d+) records, right +([\d.]+) %; of all right ones +([\d.]+) %")
    return {kind: (int(records), float(right), float(of_all)) for kind, records, right, of_all in line.findall(said)}


def main():
    if len(sys.argv) > 1:
        print(table(sys.argv[1]))
        return 0
    said = table("held_out")
    print(said)
    kinds = trusted(said)
    faults = [kind for kind in ("ALL", "count", "aid_value", "date", "official") if kind not in kinds]
    for kind, (records, right, of_all) in kinds.items():
        if records >= FEWEST and (right < LEAST_RIGHT or of_all < LEAST_OF_ALL_RIGHT):
            faults.append(f"{kind}: {right} % right, {of_all} % of all right ones")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
