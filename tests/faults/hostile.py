#!/usr/bin/env python3
"""Strings as strangers might write them, in every field that a stranger decides
and through every format, each read by a parser that is not ours: nothing of them
becomes markup, a command, a formula or a control.

    hostile.py BINARY [SHIM] [--full]

The strings are those of hostile.txt here and of tests/reports, where browsers
and validators read some of them. The quick tier puts each string into three of
the fields by turns, the full one into all. A check is one output, or one refusal, read.
"""

import concurrent.futures
import csv
import io
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import xml.parsers.expat

import support

sys.path.insert(0, str(support.SOURCE / "tests/reports"))
import hostile_inputs  # noqa: E402  what puts a string into which field
import readers  # noqa: E402  of tests/cli

QUICK_FIELDS = 2
# Beside those of tests/reports: what a folder, a cache and settings say.
FIELDS = [*hostile_inputs.FIELDS, "folder", "cache", "settings"]
# C0 but the line feed, DEL, C1, what turns text and what hides.
INERT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
LOGGED = {"text", "compact", "graph", "list", "why", "script", "patch", "stderr"}
FINE = {"csv": "\r", "dot": "\t", "patch": "\t", "script": "\t"}


def read_inert(name, text):
    """Nothing that a terminal obeys or a reader of the log does not see, and no
    line that a CI system takes for a command."""
    found = INERT.search(re.sub(f"[{FINE[name]}]", "", text) if name in FINE else text)
    assert not found, f"U+{ord(found[0]):04X} near {text[max(0, found.start() - 60) : found.start() + 20]!r}"
    if name in LOGGED:
        found = re.search(r"^\s*::.*|##\[.*|##vso\[.*", text, re.M)
        assert not found, f"a command of a CI system: {found[0][:100]!r}"


def read_xml(text):
    """expat: the elements and attributes that we write, no other."""
    parser = xml.parsers.expat.ParserCreate()

    def start(name, attributes):
        handlers = [a for a in attributes if a.lower().startswith("on")]
        assert not handlers and name.lower() not in {"script", "foreignobject", "image", "use", "iframe"}, name
        for key in ("href", "xlink:href", "src"):
            assert attributes.get(key, "#").startswith(("#", "https://pkg.go.dev/")), attributes
        known = re.fullmatch(r"[a-z][A-Za-z-]*", name)
        assert known, f"the element {name}"

    def refuse(*_):
        raise AssertionError("a document type, an entity or an instruction")

    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = parser.ProcessingInstructionHandler = refuse
    parser.Parse(text.encode("utf-8"), True)


DOT_TOKEN = re.compile(
    r'\s+|(?P<arrow>->)|(?P<mark>[\[\]{};,=])|"(?P<quoted>(?:\\.|[^"\\])*)"|(?P<word>[A-Za-z_\x80-\U0010ffff][\w\x80-\U0010ffff]*|-?[\d.]+)',
    re.S,
)
DOT_NAMES = set(
    """arrowhead class color fontname fontsize key label labelloc linelength penwidth peripheries rankdir shape style
    tooltip URL""".split()
)


def read_dot(text):
    """A tokenizer and the grammar of what we write: statements of a graph, of
    nodes and of lines between two nodes, with attributes that we know."""
    shape, at = [], 0
    while at < len(text):
        token = DOT_TOKEN.match(text, at)
        assert token, f"no token at {text[at : at + 60]!r}"
        at = token.end()
        if token["mark"] or token["arrow"]:
            shape.append(token["mark"] or token["arrow"])
        elif token["quoted"] is not None:
            shape.append('"')
        elif token["word"] is not None:
            shape.append(token["word"])
    words = " ".join(shape)
    body = re.fullmatch(r"digraph modgraph \{ (.*) ?\}", words, re.S)
    assert body, words[:80]
    attributes = r"(?: \[ (?:\S+ = \S+(?: , )?)* ?\])?"
    statement = re.compile(rf"(?:graph|[^\s\[\]{{}};,=]+)(?: -> [^\s\[\]{{}};,=]+)?{attributes} ; ?")
    rest = body[1]
    while rest:
        one = statement.match(rest)
        assert one, f"no statement: {rest[:100]!r}"
        foreign = set(re.findall(r"(\S+) = ", one[0])) - DOT_NAMES
        assert not foreign, f"attributes {foreign}"
        rest = rest[one.end() :]


def read_script(text):
    """shlex: each line is a comment or a go command of a few kinds."""
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        words = shlex.split(line)
        known = words[0] in {"go", "set", "cd", "echo"} or re.fullmatch(r"\w+=\S*", words[0])
        assert known, f"the command {words[0]!r}"
        assert words[0] != "go" or words[1:2] in (["mod"], ["get"], ["work"]), words
        # Outside of quotes a shell would read these.
        bare = re.sub(r"'[^']*'|\"(?:\\.|[^\"\\])*\"|\\.| >&2$", "", line)
        assert not re.search(r"[$`;&|<>*?()]", bare), f"a shell reads {bare!r}"


def read_junit(text):
    readers.READERS["junit"](text)
    read_xml(text)


def read_mermaid(text):
    readers.READERS["mermaid"](text)
    assert text.isascii(), "not ASCII"
    bare = re.sub(r'"[^"]*"', '""', text)
    assert not re.search(r"^\s*click\b|%%\{|\bjavascript:", bare, re.M), "a statement that acts"


def read_csv(text):
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert rows and all(len(row) == len(rows[0]) for row in rows), "rows of several lengths"
    formula = [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]
    assert not formula, f"a formula: {formula[0][:100]!r}"


OURS = {"csv": read_csv, "text": readers.read_lines, "svg": read_xml, "junit": read_junit, "dot": read_dot, "script": read_script, "mermaid": read_mermaid}


def read(name, output):
    """Raises an AssertionError, or the error of the parser."""
    text = output.decode("utf-8")
    read_inert(name, text)
    if name == "json":
        readers.read_json(text)
    elif name in OURS or name in readers.READERS:
        (OURS.get(name) or readers.READERS[name])(text)


class Place:
    """Where the questions about one string in one field are asked."""

    def __init__(self, system, folder, text, field):
        self.system, self.field, self.env = system, field, dict(system.modgraph.env)
        self.cwd = folder
        folder.mkdir(parents=True)
        (folder / ".git").mkdir()
        self.inputs = getattr(self, "put_into_" + field, self.put_into_files)(text)

    def put_into_files(self, text):
        return hostile_inputs.inputs(self.cwd, text, [self.field])

    def put_into_folder(self, text):
        name = re.sub(rb"[/\0]", b"", hostile_inputs.raw(text))[:100] + b"."
        path = os.path.join(os.fsencode(self.cwd), name, b"")
        if name not in (b".", b".."):
            os.mkdir(path)
        (self.cwd / "go.mod").write_bytes((support.STORE / "go.mod").read_bytes() + support.STALE.encode())
        os.rename(self.cwd / "go.mod", path + b"go.mod")
        return [b"./" + name]

    def put_into_cache(self, text):
        """A dependency says it is deprecated, a later version that it was retracted."""
        line = " ".join(re.split(r"[\r\n]", text))
        mods = self.cwd / "cache/cache/download/a.example/a/@v"
        mods.mkdir(parents=True)
        (mods / "list").write_text("v1.0.0\nv1.1.0\n")
        later = f"// Deprecated: {line}\nmodule a.example/a\n\ngo 1.20\n\nretract v1.0.0 // {line}\n"
        for version, mod in (("v1.0.0", "module a.example/a\n\ngo 1.20\n"), ("v1.1.0", later)):
            (mods / f"{version}.mod").write_bytes(hostile_inputs.raw(mod))
            info = {"Version": version, "Time": "2024-01-02T03:04:05Z", "Origin": {"URL": text, "Ref": text}}
            (mods / f"{version}.info").write_text(json.dumps(info))
        mod = f"module example.com/main // {line}\n\ngo 1.20\n\nrequire a.example/a v1.0.0 // {line}\n"
        mod += f"\nexclude a.example/a v0.9.0\n\nretract v0.0.1 // {line}\n"  # one can go: there is a patch
        (self.cwd / "go.mod").write_bytes(hostile_inputs.raw(mod))
        self.env["GOMODCACHE"] = str(self.cwd / "cache")
        return []

    def put_into_settings(self, text):
        value = json.dumps(text)
        (self.cwd / ".modgraph.yaml").write_text(f"inputs:\n  graph: {value}\n{value}: {value}\n")
        return hostile_inputs.inputs(self.cwd, "harmless", [])[:0]

    def run(self, *words):
        done = subprocess.run(
            [self.system.modgraph.binary, *words], cwd=self.cwd, env=self.env,
            stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False,
        )  # fmt: skip
        return support.Run(done)


def questions(place, formats):
    """(format, output) of each answer about this place, its messages too."""
    out = {name: place.cwd / f"out.{name}" for name in formats}
    named = [w for name, path in out.items() for w in ("-f", f"{name}:{path}")]
    # -f names the files relative to nothing that a stranger decides.
    run = place.run("analyze", *place.inputs, *named, "--exit-zero", "-v")
    yield "stderr", run.err
    assert run.code in (0, 2, 3), run.says()
    if run.code != 0:
        assert run.err.startswith(b"error: "), run.says()
        assert not run.out, "it refuses, and prints"
        return
    for name, path in out.items():
        yield name, path.read_bytes()
    for name, words in (
        ("graph", ["graph"]), ("list", ["list"]), ("script", ["suggest", "--all", "-f", "script"]),
        ("patch", ["suggest", "--all", "-f", "patch"]),
    ):  # fmt: skip
        run = place.run(*words, *place.inputs)
        assert run.code in (0, 1, 2, 3), run.says()
        yield name, run.out
        yield "stderr", run.err


def try_string(system, folder, number, text, fields, formats):
    """The counts of checks by format, and the faults."""
    counts, faults = {}, []
    for field in fields:
        what = f"string {number} {text[:60]!r} in {field}"
        try:
            place = Place(system, folder / f"{number}-{field}", text, field)
            # Pages are large: in the quick tier one of each string's.
            asked = [f for f in formats if f != "html" or len(fields) > QUICK_FIELDS or field == fields[0]]
            for name, output in questions(place, asked):
                counts[name] = counts.get(name, 0) + 1
                try:
                    read(name, output)
                except Exception as fault:
                    faults.append(f"{what}, as {name}: {type(fault).__name__}: {fault}")
        except AssertionError as fault:
            faults.append(f"{what}: {fault}")
    return counts, faults


def strings():
    out = []
    for path in (support.SOURCE / "tests/reports/hostile.txt", support.HERE / "hostile.txt"):
        out += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return out


def check(system, folder, tally, full):
    formats = support.program.formats_of(system.modgraph.text("analyze", "--help"))
    tally.holds(len(formats) >= 14, f"formats: {formats}")
    texts = strings()
    total, used = {}, 0
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        jobs = []
        for number, text in enumerate(texts):
            turn = number % len(FIELDS)
            fields = FIELDS if full else [FIELDS[(turn + 2 * i) % len(FIELDS)] for i in range(QUICK_FIELDS)]
            used += len(fields)
            jobs.append(pool.submit(try_string, system, pathlib.Path(folder), number, text, fields, formats))
        for job in jobs:
            counts, faults = job.result()
            for name, count in counts.items():
                total[name] = total.get(name, 0) + count
            for fault in faults:
                tally.holds(False, fault)
            tally.checks += sum(counts.values()) - len(faults)
    missing = set(formats) - set(total)
    tally.holds(not missing, f"never seen: {missing}")
    print("hostile: " + ", ".join(f"{name} {count}" for name, count in sorted(total.items())))
    print(f"hostile: {len(texts)} strings, {used} times in one of {len(FIELDS)} fields, {len(formats)} formats")


if __name__ == "__main__":
    sys.exit(support.main(check, needs_shim=False))
