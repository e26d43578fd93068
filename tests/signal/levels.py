#!/usr/bin/env python3
"""How much modgraph says about real repositories, and whether each warning is argued.

    levels.py BINARY

Analyses every repository of the corpus (MODGRAPH_CORPUS: real/ and repos/), and counts findings by rule and level. The
table is docs/signal.md: a change of noise shows in its diff. Every warning must have an argument in arguments.txt,
and every argument a warning. MODGRAPH_UPDATE_GOLDEN=1 writes the table. SKIP without the corpus.
"""
import collections
import json
import os
import pathlib
import sys
import tempfile

from repositories import repositories, run

ROOT = pathlib.Path(__file__).resolve().parents[2]
LEVELS = ("error", "warning", "note")


def arguments():
    """(repository, rule) to why its warnings are right."""
    out = {}
    for line in (ROOT / "tests/signal/arguments.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            repository, rule, why = line.split(None, 2)
            out[repository, rule] = why
    return out


def findings(binary, folder, cache):
    """Of one repository. None where it does not resolve."""
    done = run(binary, ["analyze", "-f", "json", "--exit-zero"], folder, cache)
    return json.loads(done.stdout)["findings"] if done.returncode == 0 else None


def table(counts, argued):
    out = ["# Signal: what is said about real repositories", "",
           "Findings of `modgraph analyze` in repositories that their maintainers find in order, by rule and level.",
           "Errors and warnings are what a person is shown; notes are one line. Made by",
           "`MODGRAPH_UPDATE_GOLDEN=1 python3 tests/signal/levels.py build/release/modgraph`.", ""]
    quiet = sum(1 for found in counts.values() if all(level == "note" for _, level in found))
    out += [f"{quiet} of {len(counts)} repositories get no error and no warning.", "",
            "| repository | errors and warnings | notes |", "|---|---|---|"]
    for name, found in counts.items():
        shown = {level: ", ".join(f"{rule} ×{n}" for (rule, of), n in sorted(found.items()) if of == level)
                 for level in LEVELS}
        loud = "; ".join(f"{level}: {shown[level]}" for level in LEVELS[:2] if shown[level])
        out.append(f"| {name} | {loud} | {shown['note']} |")
    out += ["", "## Why each of them is right", ""]
    for name, found in counts.items():
        for rule in sorted({rule for (rule, level) in found if level != "note"}):
            out.append(f"* {name}, {rule}: {argued.get((name, rule), '')}")
    return "\n".join(out) + "\n"


def main():
    corpus = os.environ.get("MODGRAPH_CORPUS", "")
    if not corpus:
        print("SKIP signal: MODGRAPH_CORPUS is not set")
        return 0
    argued, counts, wrong = arguments(), {}, []
    with tempfile.TemporaryDirectory() as base:
        for name, folder, cache in repositories(pathlib.Path(corpus), pathlib.Path(base)):
            found = findings(sys.argv[1], folder, cache)
            if found is None:
                wrong.append(f"{name}: no answer")
                continue
            prints = collections.Counter(f["fingerprint"] for f in found)
            wrong += [f"{name}: {n} findings share the fingerprint {p}" for p, n in prints.items() if n > 1]
            counts[name] = collections.Counter((f["rule"], f["level"]) for f in found)
    loud = {(name, rule) for name, found in counts.items() for (rule, level) in found if level != "note"}
    wrong += [f"{name} {rule}: no argument in tests/signal/arguments.txt" for name, rule in sorted(loud - argued.keys())]
    wrong += [f"{name} {rule}: argued, and not found any more" for name, rule in sorted(argued.keys() - loud)]
    text, golden = table(counts, argued), ROOT / "docs/signal.md"
    if os.environ.get("MODGRAPH_UPDATE_GOLDEN"):
        golden.write_text(text)
    elif not golden.exists() or golden.read_text() != text:
        wrong.append("docs/signal.md is not what is said now; MODGRAPH_UPDATE_GOLDEN=1 renews it")
    print("\n".join(wrong + [f"signal: {len(counts)} repositories, {len(wrong)} wrong"]))
    return 1 if wrong else 0


sys.exit(main())
