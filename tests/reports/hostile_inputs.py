"""Reports about modules whose every field says something hostile."""

import json
import re

MAIN = "example.com/main"
GO_MOD = """module {main}{deprecated}

go 1.21

require (
\ta.example/a v1.0.0 //{comment}
\tb.example/b v1.0.0 // indirect;{comment}
\te.example/e v1.1.0
)

retract v0.0.1{rationale}

replace b.example/b => {target}

replace unused.example/u => {unused}
"""
GRAPH = """{main} a.example/a@v1.0.0
{main} b.example/b@v1.0.0
{main} e.example/e@v1.1.0
a.example/a@v1.0.0 {path}@v1.2.0
{path}@v1.2.0 a.example/a@v1.0.0
a.example/a@v1.0.0 {path}@v1.0.0
e.example/e@v1.1.0 c.example/c@{version}
c.example/c@{version} a.example/a@v1.0.0
"""
# Which fields take the string, by what puts it there.
FIELDS = ["list", "mod", "replace", "path", "version", "names"]


def raw(text):
    """The bytes of a string, lone surrogates and single bytes among them."""
    out = b""
    for c in text:
        how = "surrogateescape" if "\udc80" <= c <= "\udcff" else "surrogatepass"
        out += c.encode("utf-8", how)
    return out


def formats(tools):
    """As the program itself names them."""
    said = tools.modgraph("analyze", "-f", "0")
    found = re.search(r"formats are (.*)", said.stderr)
    assert found, said.stderr
    return found[1].split(", ")


def quoted(text):
    """A string as go.mod quotes it, if it can."""
    return json.dumps(text, ensure_ascii=False).replace("\n", "\\n")


def word(text):
    """What is left of a string as a word of `go mod graph`."""
    return re.sub(r"[\s@\0]", "", text) or "none"


def module_list(text, fields):
    evil = text if "list" in fields else "harmless"
    path = "h.example/x"
    rows = [
        {"Path": MAIN, "Main": True, "GoMod": evil, "Dir": evil, "GoVersion": "1.21"},
        {"Path": "a.example/a", "Version": "v1.0.0", "Deprecated": evil,
         "Retracted": [evil], "Update": {"Path": "a.example/a", "Version": "v1.9.0"}},
        {"Path": "b.example/b", "Version": "v1.0.0", "Indirect": True,
         "Replace": {"Path": evil or "./b", "Dir": evil}, "Deprecated": evil},
        {"Path": "e.example/e", "Version": "v1.1.0", "Retracted": ["", evil, evil],
         "Error": {"Err": evil}},
        {"Path": path, "Version": "v1.0.0", "Deprecated": evil, "Origin": {"URL": evil}},
    ]  # fmt: skip
    return "\n".join(json.dumps(row) for row in rows)


def inputs(folder, text, fields):
    """Writes the inputs of one run; returns the words that name them."""
    folder.mkdir(parents=True, exist_ok=True)
    in_mod = text if "mod" in fields else "harmless"
    lines = re.split(r"[\r\n]", in_mod)
    comment = " // " + " ".join(lines)
    target = quoted("./" + text) if "replace" in fields else "./b"
    mod = GO_MOD.format(
        main=MAIN, deprecated=" // Deprecated: " + " ".join(lines),
        comment=" " + " ".join(lines), rationale=comment, target=target,
        unused=target,
    )  # fmt: skip
    path = word(text) if "path" in fields else "x"
    version = "v1.2.0-" + word(text) if "version" in fields else "v1.2.0"
    graph = GRAPH.format(main=MAIN, path="h.example/" + path, version=version)
    name = b""
    if "names" in fields:
        name = re.sub(rb"[/\0]", b"", raw(text))[:100] + b"."
    named = {}
    for kind, content in (
        ("graph", graph), ("mod", mod), ("list", module_list(text, fields)),
    ):  # fmt: skip
        place = bytes(folder) + b"/" + name + kind.encode()
        with open(place, "wb") as file:
            file.write(raw(content))
        named["--" + kind] = place
    return [w for pair in named.items() for w in pair]


def accepted_fields(tools, folder, text):
    """Those in which the readers take the string."""
    out = []
    for field in FIELDS:
        words = inputs(folder, text, [field])
        done = tools.run_bytes("analyze", *words, "--exit-zero", "-f", "json")
        assert done.returncode in (0, 2, 3), done.stderr
        check_terminal(done.stderr)
        if done.returncode == 0:
            out.append(field)
    return out


def check_terminal(data):
    """Messages of the program: valid UTF-8 without control characters."""
    text = data.decode("utf-8")
    bad = [c for c in text if (ord(c) < 32 and c not in "\n") or 127 <= ord(c) < 160]
    assert not bad, f"control characters: {bad} in {text[:500]!r}"


def write_reports(tools, names):
    """For each string {format: path of the report}."""
    out = []
    taken = dict.fromkeys(FIELDS, 0)
    for number, text in enumerate(tools.hostile):
        folder = tools.folder / "hostile" / str(number)
        fields = accepted_fields(tools, folder, text)
        for field in fields:
            taken[field] += 1
        report = {name: folder / f"report.{name}" for name in names}
        words = inputs(folder, text, fields)
        for name, path in report.items():
            words += ["-f", f"{name}:{path}"]
        done = tools.run_bytes("analyze", *words, "--exit-zero", "-v", cwd=folder)
        assert done.returncode == 0, done.stderr
        check_terminal(done.stderr)
        out.append(report)
    assert min(taken.values()) > 0, taken
    print("hostile fields: " + ", ".join(f"{k} {n}" for k, n in taken.items()), flush=True)
    return out


def write_harmless(tools, name):
    """Reports of one format about modules with ordinary and with long names."""
    out = []
    for number, text in enumerate(["harmless", "harmless/" * 60 + "x"]):
        folder = tools.folder / "harmless" / str(number)
        for fields in [FIELDS, *([field] for field in FIELDS)]:
            words = inputs(folder, text, [f for f in fields if f != "version" or number == 0])
            path = folder / f"{'-'.join(fields)}.{name}"
            done = tools.run_bytes("analyze", *words, "--exit-zero", "-f", f"{name}:{path}")
            assert done.returncode == 0, done.stderr
            out.append(path)
    return out


def write_scripts(tools):
    """For each string the folder and the script of `suggest`, where one comes."""
    out = []
    for number, text in enumerate(tools.hostile):
        folder = tools.folder / "scripts" / str(number)
        fields = accepted_fields(tools, folder, text)
        words = inputs(folder, text, fields)
        done = tools.run_bytes("suggest", *words, "-f", "script", cwd=folder)
        check_terminal(done.stderr)
        if done.returncode in (0, 1) and done.stdout:
            out.append((folder, done.stdout))
    return out
