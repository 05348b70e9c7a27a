#!/usr/bin/env python3
"""House rules that no compiler checks.

usage: house_rules.py [RULE]...     all of them when none is named

Each rule is a function that gives the faults it finds, a line each.
"""
import collections
import graphlib
import pathlib
import re
import sys
import unicodedata

import tree

# The order in which data flows. A file may include its own stage and the stages before it.
FLOW = ["pipeline/base", "pipeline/text", "pipeline/source", "pipeline/ocr", "extractors", "pipeline/record",
        "pipeline/store", "pipeline/query", "pipeline/run", "pipeline/web", "pipeline/cli"]
# Stages that see less than everything before them.
SEES_ONLY = {"extractors": {"pipeline/base", "pipeline/text"}, "pipeline/text": {"pipeline/base"}}

# What may stand at the top: the rest belongs into one of the folders.
TOP = {".ci", ".clang-format", ".clang-tidy", ".gitignore", "CMakeLists.txt", "README.md", "corpus", "dictionaries",
       "extractors", "pipeline", "tests"}
TOP_OPTIONAL = {"LICENSE"}

# A library is seen by few files, so that it can be replaced, and by none outside these folders.
LIBRARIES = {
    r"sqlite3\.h": (["pipeline/store/"], 3),
    r"tesseract/": (["pipeline/ocr/"], 1),
    r"poppler": (["pipeline/source/", "pipeline/ocr/"], 3),
    r"qpdf/": (["pipeline/source/", "pipeline/ocr/"], 3),
    r"libxml/": (["pipeline/source/"], 4),
    r"(leptonica/)?allheaders\.h": (["pipeline/source/", "pipeline/ocr/"], 4),
    r"openssl/": (["pipeline/base/", "pipeline/source/", "pipeline/record/", "extractors/lexicon/"], 2),
    r"nlohmann/": (["pipeline/record/", "pipeline/store/", "pipeline/query/"], 3),
    r"zip\.h": (["pipeline/source/"], 1),
    r"gmime/": (["pipeline/source/"], 1),
    r"cld2/": (["pipeline/text/"], 1),
    r"CLI/": (["pipeline/cli/"], 1),
    r"xlsxwriter\.h": (["pipeline/cli/"], 1),
}

MOST_LINES = 600
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
STRING = re.compile(r'R"(?P<mark>[^()\s\\]{0,16})\((?P<raw>.*?)\)(?P=mark)"|"(?P<plain>(?:[^"\\\n]|\\.)*)"', re.S)


def stage_of(path):
    path = str(path)
    return next((stage for stage in FLOW if path.startswith(stage + "/")), None)


def includes():
    """Includes go against the flow of data, never with it."""
    faults = []
    for file in tree.code():
        stage = stage_of(file)
        for quote, target in INCLUDE.findall(tree.text(file)):
            if quote == '"' and not (tree.ROOT / target).is_file():
                faults.append(f'{file}: "{target}" is no path from the top of the tree')
            if stage is None or quote == "<":
                continue
            other = stage_of(target)
            if other is None:
                faults.append(f"{file}: {target} belongs to no stage")
            elif other != stage and other not in SEES_ONLY.get(stage, FLOW[:FLOW.index(stage)]):
                faults.append(f"{file}: {stage} may not see {target}")
    return faults


def circles():
    """Folders of a stage that stand side by side do not include each other in a circle; its own files stand on both sides."""
    seen = collections.defaultdict(lambda: collections.defaultdict(set))
    for file in tree.code():
        stage = stage_of(file)
        for _, target in INCLUDE.findall(tree.text(file)) if stage else ():
            here, there = file.parent, pathlib.Path(target).parent
            if stage_of(target) == stage and here != there and stage not in (here.as_posix(), there.as_posix()):
                seen[stage][here].add(there)
    faults = []
    for folders in seen.values():
        try:
            graphlib.TopologicalSorter(folders).prepare()
        except graphlib.CycleError as error:
            faults.append(" includes ".join(folder.as_posix() for folder in reversed(error.args[1])))
    return faults


def is_sample(path):
    """Documents whose purpose may be another encoding, or damage."""
    return str(path).startswith(("corpus/documents/", "corpus/regressions/")) and path.suffix != ".json"


def encoding():
    """Sources and tables are NFC UTF-8 with plain blanks and line ends; what differs is written as an escape."""
    faults = []
    for file in tree.files():
        if is_sample(file):
            continue
        try:
            content = (tree.ROOT / file).read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            faults.append(f"{file}: not UTF-8: {error}")
            continue
        if content and not content.endswith("\n"):
            faults.append(f"{file}: no line end at the end")
        for number, line in enumerate(content.split("\n"), 1):
            faults += [f"{file}:{number}: {fault}" for fault in line_faults(file, line)]
    return faults


def line_faults(file, line):
    if not unicodedata.is_normalized("NFC", line):
        yield "not NFC"
    if re.search("[\u00a0\u00ad\u200b\u200c\u200d\u2028\u2029\u202f\ufeff]", line):
        yield "an invisible or no-break character"
    if "\r" in line:
        yield "carriage return"
    if line.rstrip(" \t") != line and file.suffix != ".tsv":
        yield "blanks at the end"
    if "\t" in line and file.suffix not in {".tsv", ".md"}:
        yield "tab"


def patterns():
    r"""No \b, \w or POSIX class in a pattern: RE2 knows them for ASCII letters only."""
    faults = []
    for file in tree.code():
        content = tree.text(file)
        for match in STRING.finditer(content):
            raw, plain = match.group("raw"), match.group("plain")
            bad = re.search(r"\\[bBwW]|\[:\w+:\]", raw) if raw is not None else re.search(r"\\\\[bBwW]|\[:\w+:\]", plain)
            if bad and plain != r"\\b":  # the escape of JSON, no pattern
                line = content.count("\n", 0, match.start()) + 1
                faults.append(f"{file}:{line}: {bad.group()} knows ASCII letters only")
    return faults


def test_names():
    """A test whose name holds ; a double quote or a backslash passes in ctest even when it fails; names are sentences."""
    faults = []
    seen = collections.Counter()
    for file in tree.code():
        for name in re.findall(r'\b(?:TEST_CASE|SCENARIO)\(\s*"((?:[^"\\]|\\.)*)"', tree.text(file)):
            seen[name] += 1
            if re.search(r'[;"\\\[\]]', name):
                faults.append(f"{file}: {name}: no ; double quote, backslash or bracket in a test's name")
            if len(name.split()) < 3:
                faults.append(f"{file}: {name}: the name is a sentence about behaviour")
    return faults + [f"{name}: the name of {n} tests" for name, n in seen.items() if n > 1]


def file_names():
    """Lower case and underscores; no stray copies."""
    faults = []
    for file in tree.files():
        for part in file.parts:
            fixed = part in {"CMakeLists.txt", "README.md", "LICENSE"}
            if not fixed and not re.fullmatch(r"\.?[a-z0-9][a-z0-9_.-]*", part):
                faults.append(f"{file}: lower-case letters, digits, _ and - only")
            if re.search(r"copy|backup|\bold\b|\.orig$|\.bak$|\.rej$|~$", part):
                faults.append(f"{file}: a stray copy")
        if file.suffix in tree.CODE and "-" in file.name:
            faults.append(f"{file}: underscores in the names of sources")
    return faults


def sizes():
    """Past 600 lines a file answers more than one question."""
    faults = []
    for file in tree.files():
        if file.suffix not in tree.CODE | {".py", ".sh", ".txt"} or is_sample(file):
            continue
        lines = tree.text(file).count("\n")
        if lines > MOST_LINES:
            faults.append(f"{file}: {lines} lines, more than {MOST_LINES}")
    return faults


def libraries():
    """A library is seen by few files."""
    users = collections.defaultdict(list)
    for file in tree.code():
        if str(file).startswith("tests/"):
            continue
        for _, target in INCLUDE.findall(tree.text(file)):
            for library in LIBRARIES:
                if re.match(library, target) and file not in users[library]:
                    users[library].append(file)
    faults = []
    for library, (folders, most) in LIBRARIES.items():
        faults += [f"{f}: {library} is seen by {', '.join(folders)} only" for f in users[library]
                   if not str(f).startswith(tuple(folders))]
        if len(users[library]) > most:
            faults.append(f"{library}: seen by {len(users[library])} files, at most {most}: {[str(f) for f in users[library]]}")
    return faults


def top_level():
    """The top of the tree holds what the design names, nothing else."""
    there = {p.name for p in tree.ROOT.iterdir() if not tree.is_made(p.name)}
    return [f"{n}: missing at the top" for n in sorted(TOP - there)] + \
           [f"{n}: does not belong at the top" for n in sorted(there - TOP - TOP_OPTIONAL)]


def dictionaries():
    """READMEs list every file of their folder."""
    faults = []
    for readme, folder in (("dictionaries/README.md", "dictionaries"), ("corpus/README.md", "corpus/documents"),
                           ("corpus/phrases/README.md", "corpus/phrases")):
        if not (tree.ROOT / readme).is_file():
            faults.append(f"{readme}: missing")
            continue
        content = tree.text(readme)
        for file in tree.files():
            if str(file).startswith(folder + "/") and file.name != "README.md" and "sources" not in file.parts \
                    and file.suffix != ".json" and not re.search(rf"(?<![\w-]){re.escape(file.name)}", content):
                faults.append(f"{readme}: does not name {file}")
    return faults


def listed():
    """Every source is built: it stands in a CMakeLists.txt, by the path from that file's folder."""
    built = set()
    for file in tree.files():
        if file.name == "CMakeLists.txt":
            built |= {(file.parent / name).as_posix() for name in re.findall(r"[\w./-]+\.cpp", tree.text(file))}
    built |= {f"tests/fuzz/{name}.cpp" for name in re.findall(r"\bfuzz_\w+", tree.text("tests/CMakeLists.txt"))}
    faults = [f"{f}: in no CMakeLists.txt" for f in tree.code() if f.suffix == ".cpp" and f.as_posix() not in built]
    machine = re.compile(r"(?<![\w.$}/-])/(?:work|home|Users)/\w+")
    for file in tree.files():
        if is_sample(file) or file == pathlib.Path("tests/lint/house_rules.py"):
            continue
        content = tree.text(file)
        faults += [f"{file}: {found}: a path of one machine" for found in machine.findall(content)]
        faults += [f"{file}: {found}: done, or an issue" for found in re.findall(r"\b(?:FIXME|XXX|TODO)\b(?!\(#)", content)]
    return faults


RULES = {rule.__name__: rule for rule in (includes, circles, encoding, patterns, test_names, file_names, sizes, libraries, top_level,
                                          dictionaries, listed)}


def main():
    wanted = sys.argv[1:] or list(RULES)
    unknown = [name for name in wanted if name not in RULES]
    if unknown:
        sys.exit(f"house_rules.py: {unknown[0]}: no such rule; there are {', '.join(RULES)}")
    faults = [f"{name}: {fault}" for name in wanted for fault in RULES[name]()]
    tree.finish(" ".join(wanted), faults)


if __name__ == "__main__":
    main()
