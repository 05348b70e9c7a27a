"""Counts the words of the corpus that have their marks, and prints dictionaries/vi/unmarked_words.tsv anew: its own lines
of general usage, the words that nearly always mean one thing, and the pairs and triples without which the restoring of the
corpus itself would go wrong. Run by hand, after documents or phrases were added; how many marks are guessed rightly goes to
standard error. Lines that the program does without are among what is printed: those that `deleted_lines.py unmarked_words`
then names are taken out."""
import collections
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import PROGRAM, ROOT  # noqa: E402

TABLE = ROOT / "dictionaries" / "vi" / "unmarked_words.tsv"
TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]")
OLD_TONES = ("oà òa|oá óa|oả ỏa|oã õa|oạ ọa|oè òe|oé óe|oẻ ỏe|uỳ ùy|uý úy|uỷ ủy|uỹ ũy|uỵ ụy").split("|")
LEAST_OF_A_WORD, SURE_OF_A_WORD = 3, 0.7
LEAST_OF_SEVERAL, SURE_OF_SEVERAL = 2, 0.85
LONGEST = 4  # words that are counted together
LONGEST_FORM = 13
COUNTED = "counted in corpus/"


def bare(word):
    parts = unicodedata.normalize("NFD", word).replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in parts if not unicodedata.combining(c))


def key(words):
    return tuple(map(bare, words))


def tokens(text):
    """Folded, "0" for a number; beside each whether it is capitalised."""
    out = []
    for match in TOKEN.finditer(unicodedata.normalize("NFC", text)):
        word = match.group().lower()
        for pair in OLD_TONES:
            old, new = pair.split()
            if word.endswith(old) and not word.startswith("qu"):
                word = word[:-len(old)] + new
        out.append(("0" if word[0].isdigit() else word, match.group()[0].isupper()))
    return out


def lines_of_corpus():
    documents = [str(p) for p in sorted((ROOT / "corpus" / "documents").iterdir()) if p.suffix not in {".json", ".md"}]
    done = subprocess.run([PROGRAM, "text", "--format", "jsonl", *documents], capture_output=True, check=False)
    for line in done.stdout.decode("utf-8").splitlines():
        yield from json.loads(line)["text"].splitlines()
    for table in sorted((ROOT / "corpus" / "phrases").glob("*.tsv")):
        for line in table.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#") and line.count("\t") >= 2:
                yield line.split("\t")[1]


def entries():
    """Of each table that is looked for in texts: form and what a column `name` says."""
    for table in sorted(TABLE.parent.glob("*.tsv")):
        columns = []
        for line in table.read_text(encoding="utf-8").splitlines():
            if line.startswith("# columns:"):
                columns = line[len("# columns:"):].split()
            elif not line.startswith("#") and columns and columns[0] != "id" and table.stem != "family_names":
                fields = line.split("\t")
                yield fields[0], fields[columns.index("name")] if "name" in columns else ""


def known_forms():
    forms = collections.defaultdict(set)
    for form, name in entries():
        words, named = [w for w, _ in tokens(form)], [w for w, _ in tokens(name)]
        if words == named or key(words) != key(named):  # else a slip that is kept because it is met
            forms[key(words)].add(tuple(words))
    return {k: next(iter(v)) for k, v in forms.items() if len(v) == 1 and len(k) > 1}


class Marks:
    """What UnmarkedForms does, for lines of words."""

    def __init__(self, forms, usual):
        self.forms, self.usual = forms, usual

    def meant(self, words):
        if words in self.usual:
            return (1 if len(words) == 1 else len(words) ** 2 - 1), self.usual[words]
        return (len(words) ** 2, self.forms[words]) if words in self.forms else (0, None)

    def restore(self, words):
        best, steps = [0.0] * (len(words) + 1), [(1, None)] * len(words)
        for at in reversed(range(len(words))):
            best[at] = best[at + 1]
            for count in range(1, min(LONGEST_FORM, len(words) - at) + 1):
                worth, form = self.meant(tuple(words[at:at + count]))
                if not form:
                    continue
                told_by_last = count > 1 and form[-1] == "0"  # it may begin a form itself
                read = count - told_by_last
                if worth + best[at + read] > best[at]:
                    best[at], steps[at] = worth + best[at + read], (read, form[:read])
        out, at = [], 0
        while at < len(words):
            count, form = steps[at]
            out += form or words[at:at + count]
            at += count
        return out


def count_words(lines):
    """For words without marks how often they mean what; names are left out."""
    counts, names = collections.defaultdict(collections.Counter), collections.Counter()
    for line in lines:
        for size in range(1, LONGEST + 1):
            for at in range(len(line) - size + 1):
                part = line[at:at + size]
                words = tuple(word for word, _ in part)
                if all(w.isalpha() or w == "0" for w in words) and set(words) != {"0"}:
                    counts[key(words)][words] += 1
                    names[words] += any(capital for _, capital in part[size > 1:])
    usual = {}
    for bare_words, meant in counts.items():
        words, most = meant.most_common(1)[0]
        one = len(words) == 1
        enough = most >= (LEAST_OF_A_WORD if one else LEAST_OF_SEVERAL)
        sure = most >= (SURE_OF_A_WORD if one else SURE_OF_SEVERAL) * sum(meant.values())
        if enough and sure and 2 * names[words] <= most:
            usual[bare_words] = (words, most)
    return usual


def correction(line, at, usual, known):
    """The most usual words around a word that was restored wrongly; None: there are none."""
    found = []
    for size in range(2, LONGEST + 1):
        for first in range(max(0, at - size + 1), min(at, len(line) - size) + 1):
            words = key(line[first:first + size])
            if words in usual and words not in known and usual[words][0][at - first] == line[at]:
                found.append((usual[words][1], words))
        if found:
            return max(found)[1]
    return None


def learn(lines, forms, usual, by_hand):
    known = {k: words for k, (words, _) in usual.items() if len(k) == 1}
    known.update(by_hand)
    while True:
        wanted, wrong, all_words = collections.Counter(), 0, 0
        marks = Marks(forms, known)
        for line in lines:
            for at, (meant, got) in enumerate(zip(line, marks.restore(list(key(line))))):
                all_words += meant.isalpha()
                if meant == got or not meant.isalpha():
                    continue
                wrong += got != bare(meant)
                fix = correction(line, at, usual, known)
                wanted[fix] += fix is not None
        print(f"{wrong / all_words:.3f} of {all_words} words with wrong marks", file=sys.stderr)
        new = {k: usual[k][0] for k, n in wanted.items() if k and n >= LEAST_OF_SEVERAL}
        if not new:
            return known
        known.update(new)


def main():
    head, by_hand = [], {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        form = line.split("\t")[0]
        if line.startswith("#"):
            head.append(line)
        elif not line.endswith(COUNTED):
            words = tuple(form.split()) if "^" in form else tuple(w for w, _ in tokens(form))
            by_hand[key(words)] = words
    lines = [tokens(line) for line in lines_of_corpus() if not line.isascii()]
    known = learn([[w for w, _ in line] for line in lines], known_forms(), count_words(lines), by_hand)
    print("\n".join(head))
    for source, words in (("general usage", by_hand.values()), (COUNTED, (known[k] for k in known if k not in by_hand))):
        for form in sorted(" ".join(each) for each in words):
            print(f"{form}\t{source}")


if __name__ == "__main__":
    main()
