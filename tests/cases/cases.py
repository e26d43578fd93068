#!/usr/bin/env python3
"""Questions that people asked about real builds, each rebuilt as a few modules, and what modgraph must answer.

    cases.py BINARY [CASE...]

A case is a text, a list of commands, and files (txtar):

    Why this version?
    $ modgraph why m.example/log        run in the folder main/, with only the files below
    + v1.2.0 is selected                is printed, on either stream
    - no such module                    is not
    < 400                               no line of it is longer
    = 1                                 the exit status; 0 where this is not said
    cd other                            the folder of the commands that follow
    recorded NAME [--vendor]            instead: a repository of MODGRAPH_CORPUS (SKIP without it)
    -- main/go.mod --
    -- cache:m.example/log@v1.2.0 2024-01-31 --     a go.mod in the module cache, and the day of its version
    -- cache:m.example/log@v1.2.0/log.go --         a file of its archive

A module that says "(none)" has no go.mod.
"""

import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))
from program import Tally  # noqa: E402


def escaped(name):
    return re.sub("[A-Z]", lambda m: "!" + m[0].lower(), name)


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


class World:
    """The files of a case, as a folder tree and a module cache."""

    def __init__(self, base, sections):
        self.base, archives = base, {}
        for name, text in sections:
            if not name.startswith("cache:"):
                put(base / name, text)
                continue
            path, version, file, _, day = re.fullmatch(r"cache:([^@]+)@([^/ ]+)(/\S+)?( (\S+))?", name).groups()
            if file:
                archives.setdefault((path, version), {})[file] = text
                continue
            at = self.cache_folder(path) / escaped(version)
            put(at.with_name(at.name + ".mod"), f"module {path}\n" if text.strip() == "(none)" else text)
            info = {"Version": version, "Time": f"{day or '2024-01-01'}T00:00:00Z"}
            put(at.with_name(at.name + ".info"), json.dumps(info))
        for (path, version), files in archives.items():
            with zipfile.ZipFile(self.cache_folder(path) / (escaped(version) + ".zip"), "w") as archive:
                for file, text in files.items():
                    archive.writestr(f"{path}@{version}{file}", text)

    def cache_folder(self, path):
        return self.base / "modcache/cache/download" / escaped(path) / "@v"


class Recorded:
    """Repositories of the corpus, each in a copy beside the module cache that was recorded with it."""

    def __init__(self, base):
        self.base, self.corpus, self.caches = base, os.environ.get("MODGRAPH_CORPUS", ""), {}

    def copy(self, to, name, vendored):
        corpus = pathlib.Path(self.corpus)
        group = next(g for g in ("repos", "real") if (corpus / g / name).is_dir())
        if group not in self.caches:
            self.caches[group] = self.base / ("cache-" + group)
            with tarfile.open(corpus / group / "modcache.tar.xz") as archive:
                archive.extractall(self.caches[group])
        shutil.copytree(corpus / group / name, to)
        if vendored:
            (to / "vendor").mkdir()
            (to / "modules.txt").rename(to / "vendor/modules.txt")
        return self.caches[group]


def sections_of(text):
    parts = re.split(r"(?m)^-- (.+) --\n", text)
    return parts[0], list(zip(parts[1::2], parts[2::2]))


class Case:
    def __init__(self, file, binary, recorded, tally):
        self.name, self.binary, self.recorded, self.tally = file.stem, binary, recorded, tally
        self.script, self.sections = sections_of(file.read_text())

    def run(self, base):
        """Why it cannot be run here, or None."""
        self.folder, self.cache = base / "main", base / "modcache"
        World(base, self.sections)
        self.cache.mkdir(parents=True, exist_ok=True)
        self.command, self.printed, self.status, expected = None, "", 0, 0
        for line in self.script.splitlines() + ["$"]:
            word, _, rest = line.partition(" ")
            if word in ("$", "cd", "recorded") and self.command:
                self.holds(self.status == expected, f"exit status {self.status}, not {expected}")
                self.command, expected = None, 0
            if word == "recorded":
                if not self.recorded.corpus:
                    return "MODGRAPH_CORPUS is not set"
                name, *options = rest.split()
                self.folder = base / name
                self.cache = self.recorded.copy(self.folder, name, "--vendor" in options)
            elif word == "cd":
                self.folder = base / rest
            elif word == "$" and rest:
                self.ask(rest)
            elif word == "+":
                self.holds(rest in self.printed, f"not printed: {rest}")
            elif word == "-":
                self.holds(rest not in self.printed, f"printed: {rest}")
            elif word == "<":
                longest = max(map(len, self.printed.splitlines()), default=0)
                self.holds(longest <= int(rest), f"a line of {longest} characters")
            elif word == "=":
                expected = int(rest)
        return None

    def ask(self, command):
        words = shlex.split(command)
        assert words[0] == "modgraph", command
        env = {"PATH": "/nonexistent", "HOME": "/nonexistent", "LC_ALL": "C", "NO_COLOR": "1", "GOENV": "off",
               "GOFLAGS": "", "GOPROXY": "off", "GOTOOLCHAIN": "local", "GOMODCACHE": str(self.cache)}
        done = subprocess.run([self.binary, *words[1:]], cwd=self.folder, env=env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300, check=False)
        self.command, self.printed, self.status = command, done.stdout.decode(), done.returncode

    def holds(self, condition, what):
        shown = "\n".join(self.printed.splitlines()[:30])
        self.tally.holds(condition, f"{self.name}: $ {self.command}\n  {what}\n{shown}")


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    tally, ran = Tally("cases"), 0
    with tempfile.TemporaryDirectory() as base:
        recorded = Recorded(pathlib.Path(base))
        for file in sorted(HERE.glob("*.txt")):
            if sys.argv[2:] and file.stem not in sys.argv[2:]:
                continue
            folder = pathlib.Path(base) / "case" / file.stem
            skipped = Case(file, binary, recorded, tally).run(folder)
            if skipped:
                print(f"SKIP {file.stem}: {skipped}")
            ran += not skipped
            shutil.rmtree(folder)
    print(f"{ran} cases")
    return tally.report()


if __name__ == "__main__":
    sys.exit(main())
