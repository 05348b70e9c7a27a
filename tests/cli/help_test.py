"""Help, READMEs and the program say the same."""
import pathlib
import re
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import PROGRAM, ROOT, ProgramTest, trichluc  # noqa: E402

COMMANDS = ["extract", "text", "inspect", "explain", "eval", "check-dictionaries", "ingest", "status", "metadata", "failures", "rerun",
            "verify", "withdraw", "search", "show", "series", "conflicts", "officials", "export",
            "correct", "add", "reject", "confirm", "merge", "split", "corrections", "review",
            "version"]


def readme(path):
    return (ROOT / path).read_text(encoding="utf-8")


def help_of(*command):
    return trichluc(*command, "--help", env={"LC_ALL": "C.UTF-8"}).stdout.decode("utf-8")


class Help(ProgramTest):
    def test_every_command_has_an_example(self):
        for command in COMMANDS:
            with self.subTest(command):
                self.assertRegex(help_of(command), rf"trichluc {command}\b.*\S")
                self.assertRegex(help_of(command), r"(?i)examples?:")

    def test_help_in_vietnamese(self):
        for command in COMMANDS:
            with self.subTest(command):
                self.assertNotEqual(trichluc(command, "--help", "--lang", "vi").stdout,
                                    trichluc(command, "--help", "--lang", "en").stdout)

    def test_commands_are_those_of_the_readme(self):
        overview = help_of()
        for command in COMMANDS:
            self.assertRegex(overview, rf"(?m)^\s+{command}\b")
        listed = set(re.findall(r"`trichluc ([a-z-]+)", readme("pipeline/README.md")))
        self.assertEqual(listed, set(COMMANDS))

    def test_options_are_those_of_the_readme(self):
        known = {option for command in COMMANDS for option in re.findall(r"--[a-z][a-z-]+", help_of(command))}
        known |= set(re.findall(r"--[a-z][a-z-]+", help_of()))
        listed = set(re.findall(r"--[a-z][a-z-]+", readme("pipeline/README.md")))
        self.assertEqual(listed - known, set(), "in the README, not in the program")
        self.assertEqual(known - listed - {"--help"}, set(), "in the program, not in the README")

    def test_exit_codes_are_those_of_the_program(self):
        body = readme("pipeline/base/result.h").split("enum class ErrorCode {")[1].split("}")[0]
        codes = set(re.findall(r"= (\d+)", body))
        # Rows of the table of exit codes: "| 20 | some documents failed |".
        table = set(re.findall(r"(?m)^\|\s*(\d+)\s*\|", readme("pipeline/README.md")))
        self.assertEqual(table, codes)

    def test_first_example_of_the_readme_runs(self):
        """README's first run and its output: every line shown is a line of what the program prints, word for word."""
        blocks = re.findall(r"```[a-z]*\n(.*?)```", readme("README.md"), re.S)
        shown = next(b for b in blocks if "trichluc extract" in b)
        command, *output = shown.strip().splitlines()
        words = command.removeprefix("$ ")
        self.assertRegex(words, r"^build/trichluc ")
        done = subprocess.run(words.replace("build/trichluc", PROGRAM, 1), shell=True, cwd=ROOT, capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode("utf-8"))
        if not output:
            output = blocks[blocks.index(shown) + 1].strip().splitlines()
        # The width of the columns depends on rows that the README does not show.
        printed = {" ".join(line.split()) for line in done.stdout.decode("utf-8").splitlines()}
        for line in output:
            if line.strip() not in {"", "…", "..."}:
                self.assertIn(" ".join(line.split()), printed)


if __name__ == "__main__":
    unittest.main()
