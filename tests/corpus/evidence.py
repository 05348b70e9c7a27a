"""Every fact of every document is proven (../evidence_check.py), and the check finds what is wrong with a bad proof."""
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import READ, documents  # noqa: E402

CHECK = pathlib.Path(__file__).resolve().parents[1] / "evidence_check.py"


def check(extracted):
    return subprocess.run([sys.executable, CHECK, "--read", extracted, READ / "text.jsonl"], capture_output=True, text=True,
                          encoding="utf-8", check=False)


def spoil(evidence, how):
    if how == "moved":
        evidence["start"] += 1
    elif how == "empty":
        evidence["text"] = ""
    elif how == "high box":
        evidence["boxes"][0][3] += 60
    elif how == "other words":
        x0, y0, x1, y1 = evidence["boxes"][0]
        evidence["boxes"] = [[x0, y0 + 40, x1, y1 + 40]]
    elif how == "no boxes":
        evidence["boxes"] = []


def spoilt(lines, how):
    """The lines with the first fitting evidence spoilt."""
    for line in lines:
        for fact in line["facts"]:
            if fact["evidence"][0]["boxes"] or how in {"moved", "empty"}:
                spoil(fact["evidence"][0], how)
                return lines
    sys.exit(f"no evidence to spoil: {how}")


def main():
    good = check(READ / "extracted.jsonl")
    print(good.stdout, good.stderr)
    content = (READ / "extracted.jsonl").read_text(encoding="utf-8")
    unseen = []
    with tempfile.TemporaryDirectory() as folder:
        for how in ("moved", "empty", "high box", "other words", "no boxes"):
            lines = spoilt([json.loads(line) for line in content.splitlines()], how)
            path = pathlib.Path(folder, "spoilt.jsonl")
            path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
            if check(path).stdout.splitlines()[-1] == good.stdout.splitlines()[-1]:
                unseen.append(how)
    print(f"{len(documents())} documents; spoilt evidence not seen: {unseen or 'none'}")
    sys.exit(1 if good.returncode or unseen else 0)


if __name__ == "__main__":
    main()
