#!/usr/bin/env python3
"""Every example of every help text runs, and every command line of README.md and docs/use.md.

    examples.py BINARY

A POSIX shell runs each in a fresh copy of tests/cli/data/examples: it must exit
with 0 or 1 and print no error. The go command is played by a script there.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import program

DATA = program.HERE / "data/examples"


def joined(lines):
    """Lines that end in a backslash, with those that they go on in."""
    out, begun = [], ""
    for line in lines:
        if line.endswith("\\"):
            begun += line[:-1].rstrip() + " "
        else:
            out.append(begun + (line.strip() if begun else line))
            begun = ""
    return out


def help_examples(text):
    """Groups of command lines: what other programs prepare goes with the line
    of ours that needs it."""
    lines = text.partition("\nExamples:\n")[2].split("\n\n")[0].splitlines()
    groups, group = [], []
    for line in joined(lines):
        if not re.match(r"  \S", line):
            continue
        group.append(line.strip())
        if re.search(r"(^|\| )modgraph\b", group[-1]):
            groups.append(group)
            group = []
    assert not group, f"an example that runs no modgraph: {group}"
    return groups


def readme_examples():
    """A command, two blanks or more, what it is for. What stands in brackets is
    tried without and with all of it."""
    section = "\n".join((program.SOURCE / name).read_text(encoding="utf-8") for name in ("README.md", "docs/use.md"))
    for language, block in re.findall(r"^```(\w*)\n(.*?)^```$", section, re.M | re.S):
        if language:
            continue
        for line in joined(block.splitlines()):
            command = re.split(r"  +", line.strip())[0]
            if re.match(r"(go .*\| )?modgraph ", command):
                without = re.sub(r" \[[^]]*\]", "", command)
                yield from ([c] for c in dict.fromkeys([without, re.sub(r"[][]", "", command)]))


class Shell:
    def __init__(self, binary, folder):
        self.folder = folder
        self.bin = folder / "bin"
        self.bin.mkdir()
        (self.bin / "modgraph").symlink_to(pathlib.Path(binary).resolve())
        shutil.copy(DATA / "go", self.bin / "go")
        cache = program.copy_into(folder / "modcache", DATA / "modcache")
        for mod in list(cache.rglob("*.mod")):  # sizes are those of archives
            with zipfile.ZipFile(mod.with_suffix(".zip"), "w") as archive:
                archive.write(mod, "go.mod")
        self.env = program.Program(binary, cache).env
        self.env["PATH"] = f"{self.bin}:{self.env['PATH']}"
        self.runs = 0

    def commit(self, work):
        """All of it, on the branch main; with the go.mod before as main~1."""
        if shutil.which("git") is None:
            (work / ".git").mkdir()
            return
        git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.com"]
        now = (work / "app/go.mod").read_text(encoding="utf-8")
        shutil.copy(work / "release/go.mod", work / "app/go.mod")
        steps = [["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "before"]]
        for words in steps:
            subprocess.run(git + words, cwd=work, check=True, env=self.env, capture_output=True)
        (work / "app/go.mod").write_text(now, encoding="utf-8")
        subprocess.run(git + ["commit", "-q", "-a", "-m", "now"], cwd=work, check=True, env=self.env, capture_output=True)

    def run(self, commands):
        self.runs += 1
        work = self.folder / str(self.runs)
        program.copy_into(work / "app", DATA / "app")
        program.copy_into(work / "release", DATA / "release")
        program.copy_into(work / "net", DATA / "net")
        self.commit(work)
        if re.match("modgraph baseline (?!create)", commands[-1]):
            commands = ["modgraph baseline create > created.txt", *commands]
        if commands[-1].startswith("modgraph config verify"):
            commands = ["modgraph config init > created.txt", *commands]
        # What the go command printed is in place before, should a line write it.
        script = "\n".join(re.sub(r"^(go .*) > (\S+)$", r"\1 > \2.new && mv \2.new \2", c) for c in commands)
        return subprocess.run(
            ["sh", "-c", script], cwd=work / "app", env=self.env, stdin=subprocess.DEVNULL,
            capture_output=True, encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    modgraph, tally = program.Program(sys.argv[1]), program.Tally("examples")
    groups = [("README.md", group) for group in readme_examples()]
    tally.holds(groups, "README.md: no examples")
    for command in [None, *modgraph.commands()]:
        text = modgraph.text(*([command] if command else []), "--help")
        found = help_examples(text)
        tally.holds(found, f"modgraph {command or ''} --help: no examples")
        groups += [(f"modgraph {command or ''} --help", group) for group in found]
    with tempfile.TemporaryDirectory(prefix="modgraph-examples-") as folder:
        shell = Shell(sys.argv[1], pathlib.Path(folder))
        for where, group in groups:
            done = shell.run(group)
            fine = done.returncode in (0, 1) and not re.search(r"^error: ", done.stdout + done.stderr, re.M)
            said = f"{done.stderr[:500]}{done.stdout[-200:] if not done.stderr else ''}"
            tally.holds(fine, f"{where}: {'; '.join(group)}: exit {done.returncode}: {said}")
    return tally.report()


if __name__ == "__main__":
    sys.exit(main())
