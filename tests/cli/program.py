"""The program as the scripts of this folder run it: what its help lists, and
folders to run it in, which need no network and no go command."""

import os
import pathlib
import re
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]


class Program:
    """modgraph with a module cache of the tests and no settings of the user."""

    def __init__(self, binary, cache=HERE / "data/resolve/modcache"):
        self.binary = pathlib.Path(binary).resolve()
        self.env = {
            "PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C", "NO_COLOR": "1",
            "GOENV": "off", "GOFLAGS": "", "GOWORK": "", "GOPROXY": "off", "GOTOOLCHAIN": "local",
            "GOMODCACHE": str(cache),
        }  # fmt: skip

    def run(self, *words, cwd=None):
        return subprocess.run(
            [self.binary, *map(str, words)],
            cwd=cwd,
            env=self.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=300,
            check=False,
        )

    def text(self, *words):
        done = self.run(*words)
        assert done.returncode == 0 and not done.stderr, f"{words}: {done.stderr.decode()}"
        return done.stdout.decode("utf-8")

    def commands(self):
        return re.findall(r"^  ([a-z]+)  ", self.text("--help").split("\nExamples:")[0], re.M)


def formats_of(help_text):
    """What the line of -f lists, which may go on in the next line."""
    found = re.search(r"--format FORMAT\[:PATH\]\s+(.*?), to\s+PATH", help_text, re.S)
    return re.split(r",\s+", found[1]) if found else []


def options_of(help_text):
    """Long and short options of a help text."""
    listed = help_text.split("\nExamples:")[0]
    return set(re.findall(r"^ {2,6}(?:-\w, )?(--[\w-]+|-\w)\b", listed, re.M)) | set(
        re.findall(r"^  (-\w), ", listed, re.M)
    )


class Tally:
    """What was checked, and what did not hold. Faults that match one of `known`
    are shown as such and do not fail the test."""

    def __init__(self, name, known=()):
        self.name, self.checks, self.faults = name, 0, []
        self.known = {pattern: 0 for pattern in known}

    def holds(self, condition, what):
        self.checks += 1
        if condition:
            return True
        for pattern in self.known:
            if re.match(pattern, what, re.S):
                self.known[pattern] += 1
                return False
        self.faults.append(what[:600])
        return False

    def report(self):
        for pattern, times in self.known.items():
            print(f"KNOWN {pattern}: {times} times" if times else f"MENDED {pattern}: take it off the list")
        for fault in self.faults:
            print(f"FAILED {fault}")
        print(f"{self.name}: {self.checks} checks, {len(self.faults)} failures, {sum(self.known.values())} known")
        return 1 if self.faults or not self.checks else 0


def copy_into(folder, *sources):
    """Copies what is in each source folder into the folder."""
    for source in sources:
        shutil.copytree(source, folder, dirs_exist_ok=True)
    return folder
