#!/usr/bin/env python3
"""Whether what modgraph states of real repositories is what can be seen.

    numbers.py BINARY [NAME...|all]

In some repositories of the corpus (MODGRAPH_CORPUS), those named, or all (113 findings, 16,053 modules):

* the number of each MG3001 is the number of modules that the command which it names says are removed;
* `why` names a way for each indirect module that a direct dependency leads to, and for no other. Which these are is
  told apart by a search of its own: over the build list that the go command recorded, through each go.mod file of it.

SKIP without the corpus.
"""
import json
import os
import pathlib
import re
import shlex
import sys
import tempfile

from repositories import repositories, run

# Vendored, workspaces, a folder that replaces modules, and large ones.
SAMPLE = ["boulder", "capi-operator", "docker-cli", "google-cloud-go", "kustomize", "moby", "opa", "vault"]


def stated_and_removed(binary, folder, cache):
    """(command, number of the finding, number of the command), for each MG3001."""
    report = json.loads(run(binary, ["analyze", "-f", "json", "--exit-zero"], folder, cache).stdout)
    for finding in report["findings"]:
        if finding["rule"] != "MG3001":
            continue
        measure = finding["measure"] or {"removes": None, "shown_by": "modgraph"}
        command = shlex.split(measure["shown_by"])[1:]
        done = run(binary, [*command, "--json"], folder, cache)
        removed = len(json.loads(done.stdout)["effect"]["removed"]) if done.returncode == 0 else done.stderr
        yield measure["shown_by"], measure["removes"], removed


def lines_of(text):
    """The require and exclude lines of a go.mod: (verb, path, version, whether it is // indirect)."""
    block = None
    for line in text.splitlines():
        code, _, comment = line.partition("//")
        words = [word.strip('"`') for word in code.split()]
        if words == [")"]:
            block = None
        elif words[1:] == ["("]:
            block = words[0]
        elif words:
            verb, *rest = words if block is None else [block, *words]
            if verb in ("require", "exclude") and len(rest) == 2:
                yield verb, rest[0], rest[1], re.match(r"\s*indirect\b", comment) is not None


class Recorded:
    """A build as the go command recorded it: which modules, and what the go.mod of each requires."""

    def __init__(self, folder, cache):
        text = (folder / "list.json").read_text().replace("$CACHE", str(cache)).replace("$D", str(folder))
        rows, at = [], 0
        while text[at:].strip():
            at += len(text[at:]) - len(text[at:].lstrip())
            row, at = json.JSONDecoder().raw_decode(text, at)
            rows.append(row)
        self.main = {row["Path"] for row in rows if row.get("Main")}
        self.version = {row["Path"]: row.get("Version", "") for row in rows}
        files = {row["Path"]: pathlib.Path((row.get("Replace") or row).get("GoMod", "")) for row in rows}
        self.lines = {path: list(lines_of(file.read_text())) if file.is_file() else [] for path, file in files.items()}
        excluded = {(path, version) for main in self.main for verb, path, version, _ in self.lines[main]
                    if verb == "exclude"}
        self.required = {of: [line[1:] for line in lines if line[0] == "require" and line[1:3] not in excluded]
                         for of, lines in self.lines.items()}
        self.indirect = sorted(path for path in self.version if path not in self.main and all(
            indirect for main in self.main for required, _, indirect in self.required[main] if required == path))

    def led_to(self):
        """What direct dependencies lead to, through selected versions."""
        queue = [path for main in self.main for path, _, indirect in self.required[main] if not indirect]
        seen = set()
        while queue:
            path = queue.pop()
            if path in seen or path in self.main or path not in self.version:
                continue
            seen.add(path)
            queue += [required for required, _, _ in self.required[path]]
        return seen


def ways(binary, folder, cache):
    """(module, whether a way leads there, whether `why` names one), for each indirect module."""
    recorded = Recorded(folder, cache)
    led_to = recorded.led_to()
    for at in range(0, len(recorded.indirect), 500):
        some = recorded.indirect[at:at + 500]
        done = run(binary, ["why", "--json", *some], folder, cache)
        for module, answer in zip(some, json.loads(done.stdout)["modules"], strict=True):
            yield module, module in led_to, answer["ways_total"] > 0 and not answer["unselected"]


def main():
    corpus = os.environ.get("MODGRAPH_CORPUS", "")
    if not corpus:
        print("SKIP numbers: MODGRAPH_CORPUS is not set")
        return 0
    binary, wanted = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:] or SAMPLE
    wrong, heavy, equal, modules, led, named = [], 0, 0, 0, 0, 0
    with tempfile.TemporaryDirectory() as base:
        for name, folder, cache in repositories(pathlib.Path(corpus), pathlib.Path(base)):
            if wanted != ["all"] and name not in wanted:
                continue
            for command, stated, removed in stated_and_removed(binary, folder, cache):
                heavy += 1
                equal += stated == removed
                if stated != removed:
                    wrong.append(f"{name}: MG3001 says {stated}, `{command}` {removed}")
            if not (folder / "list.json").exists():
                continue
            for module, leads, is_named in ways(binary, folder, cache):
                modules += 1
                led += leads
                named += leads and is_named
                if leads != is_named:
                    wrong.append(f"{name}: {module}: a direct dependency leads there: {leads}; why names a way: {is_named}")
    print("\n".join(wrong[:40]))
    print(f"MG3001 and the command that it names agree: {equal} of {heavy}")
    print(f"indirect modules with a way from a direct dependency, of {modules}: {named} of {led} are told one")
    print(f"numbers: {heavy + modules} comparisons, {len(wrong)} wrong")
    return 1 if wrong or not heavy + modules else 0


sys.exit(main())
