#!/usr/bin/env python3
"""What docs/walkthrough.md shows is what modgraph prints.

    walkthrough.py BINARY      runs each `$ modgraph ...` of the page on the module of the corpus that it is about

Every line of a block must come in the output of its command, in this order; a line "..." stands for any others. Needs
the corpus (MODGRAPH_CORPUS); says SKIP and succeeds without it.
"""
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tarfile
import tempfile

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/walkthrough.md"


def blocks():
    """(command, lines) of each fenced block that begins with a command."""
    inside, found = False, []
    for line in PAGE.read_text().splitlines():
        if line.startswith("```"):
            inside = not inside
        elif inside and line.startswith("$ modgraph "):
            found.append((shlex.split(line[len("$ modgraph "):]), []))
        elif inside and found:
            found[-1][1].append(line)
    return found


def missing(wanted, printed):
    """The first wanted line that does not come, or None."""
    rest = iter(printed)
    for line in wanted:
        if line.strip() in ("...", ""):
            continue
        if not any(line == other for other in rest):
            return line
    return None


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    corpus = pathlib.Path(os.environ.get("MODGRAPH_CORPUS", "") or "/nowhere")
    if not (corpus / "real/modcache.tar.xz").exists():
        print("SKIP walkthrough: MODGRAPH_CORPUS names no corpus")
        return 0
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        base = pathlib.Path(folder)
        with tarfile.open(corpus / "real/modcache.tar.xz") as archive:
            archive.extractall(base / "cache")
        shutil.copytree(corpus / "real/opa", base / "opa")
        env = {"PATH": os.environ["PATH"], "HOME": str(base), "GOMODCACHE": str(base / "cache"), "GOPROXY": "off",
               "GOENV": "off", "GOFLAGS": "", "NO_COLOR": "1"}
        commands = blocks()
        for words, wanted in commands:
            p = subprocess.run([binary, *words], cwd=base / "opa", env=env, capture_output=True, text=True, timeout=60)
            line = missing(wanted, (p.stderr + p.stdout).splitlines())
            if line is not None:
                wrong += 1
                print(f"modgraph {shlex.join(words)} does not print: {line}")
    print(f"walkthrough: {len(commands)} commands, {wrong} wrong")
    return 1 if wrong or not commands else 0


if __name__ == "__main__":
    sys.exit(main())
