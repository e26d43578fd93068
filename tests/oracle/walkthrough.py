#!/usr/bin/env python3
"""What docs/walkthrough.md shows is what modgraph prints.

    walkthrough.py BINARY      runs each `$ modgraph ...` of the page on the module of the corpus that it is about

Every line of a block must come in the output of its command, in this order; a line "..." stands for any others.
MODGRAPH_UPDATE_GOLDEN=1 renews the blocks: between two "..." with the lines most like those that were there. Needs the
corpus (MODGRAPH_CORPUS); says SKIP and succeeds without it.
"""
import difflib
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


def renewed(wanted, printed):
    """The block again, of lines that are printed now."""
    segments = [[]]
    for line in wanted:
        segments.append([]) if line == "..." else segments[-1].append(line)
    if len(segments) == 1:
        return printed
    out, begin = [], 0
    for number, segment in enumerate(segments):
        size = len(segment)
        starts = range(begin, max(begin, len(printed) - size) + 1)
        like = lambda at: difflib.SequenceMatcher(None, "\n".join(segment), "\n".join(printed[at:at + size])).ratio()
        at = max(starts, key=like) if size else begin
        out += (["..."] if number else []) + printed[at:at + size]
        begin = at + size
    return out


def renew(command, wanted, printed):
    old = "\n".join([f"$ modgraph {shlex.join(command)}", *wanted])
    text = PAGE.read_text()
    assert old in text, f"not found as it stands: {command}"
    new = "\n".join([f"$ modgraph {shlex.join(command)}", *renewed(wanted, printed)])
    PAGE.write_text(text.replace(old, new))


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
            if line is not None and os.environ.get("MODGRAPH_UPDATE_GOLDEN"):
                renew(words, wanted, (p.stderr + p.stdout).splitlines())
                continue
            if line is not None:
                wrong += 1
                print(f"modgraph {shlex.join(words)} does not print: {line}")
    print(f"walkthrough: {len(commands)} commands, {wrong} wrong")
    return 1 if wrong or not commands else 0


if __name__ == "__main__":
    sys.exit(main())
