#!/usr/bin/env python3
"""Every command with every format that its help lists, read by strict readers.

    formats.py BINARY

In a folder with recorded inputs (examples/storefront), in one that is resolved
(tests/cli/data/resolve/store), and over two folders at once. Commands and
formats are taken from the help, so that a new one is covered as it is added; one
that has no reader yet is a failure. JSON is checked against `modgraph schema`
where python3-jsonschema is installed.
"""

import json
import pathlib
import sys
import tempfile

import program
import readers

try:
    import jsonschema
except ImportError:
    jsonschema = None

# What stands for the words of a usage line.
STORE = {"init|show|verify": "show", "create|update|prune|check": "check", "MODULE": "money.example.com/sum", "RULE...|all": "all", "FILE": "go.mod", "BASE": "."}
STOREFRONT = {"init|show|verify": "show", "create|update|prune|check": "check", "MODULE": "golang.org/x/net", "RULE...|all": "MG2001", "FILE": "go.mod", "BASE": "."}
# What a command asks for beside: each is a run of its own.
MORE = {
    "whatif": [["--drop", "{MODULE}"], ["--goal", "drop:{MODULE}"]],
    "graph": [[], ["--selected"]],
    "suggest": [[], ["--all"]],
    "drift": [[], ["--list", "{list}"]],
    "config": [[], ["--origin"]],
}
# They write a schema, and a file.
WITHOUT_FORMATS = {"schema", "baseline"}
# Their JSON of one folder is the go command's, without a schema.
AS_GO_PRINTS = {"list", "manifest"}
# Schemas of what is read: tests/cli/settings.py holds files against them.
FILES = {"config", "baseline"}
PICTURES = {"svg", "dot", "mermaid"}
# What the go command, a shell or `patch` reads is about one build.
ONE_BUILD = {"graph": {"text"}, "list": {"go"}, "manifest": {"go"}, "suggest": {"patch", "script"}}
# What is refused for good reasons: the command line's beginning, and a format.
REFUSED = {
    "storefront: list": {"json"},  # recorded text does not tell enough
    "store: whatif --goal": PICTURES,  # several answers
}


def words_of(usage, names):
    """The arguments that a usage line demands: those without brackets."""
    words = usage.partition("[OPTIONS]")[2].split()
    named = [w.split("[")[0] for w in words if not w.startswith("[")]
    unknown = [w for w in named if w not in names]
    assert not unknown, f"a new argument: say in {__file__} what stands for {unknown}"
    return [names[w] for w in named]


# Faults that are known: shown, not counted.
KNOWN = []


class Schemas:
    """What `modgraph schema` says, and which of it was seen in an answer."""

    def __init__(self, modgraph, tally):
        self.modgraph = modgraph
        self.names = [line.split()[0] for line in modgraph.text("schema").splitlines()]
        self.schemas = {name: json.loads(modgraph.text("schema", name)) for name in self.names}
        self.seen = set()
        if jsonschema is None:
            print("SKIP validating JSON: python3-jsonschema is not installed")
        for name, schema in self.schemas.items():
            tally.holds(schema["title"].startswith("modgraph "), f"schema {name}: its title")
            if jsonschema:
                try:
                    jsonschema.Draft202012Validator.check_schema(schema)
                except jsonschema.SchemaError as fault:
                    tally.holds(False, f"schema {name}: {fault.message}")

    def faults(self, value):
        name = value.get("document")
        if name not in self.schemas and name.endswith("-of-folders"):
            self.schemas[name] = json.loads(self.modgraph.text("schema", name))
        assert name in self.schemas, f"no schema for the document {name!r}"
        self.seen.add(name)
        schema = self.schemas[name]
        assert value.get("schema_version") == schema["properties"]["schema_version"]["const"]
        assert list(value)[:2] == ["schema_version", "document"], "what it is does not come first"
        if jsonschema:
            for fault in jsonschema.Draft202012Validator(schema).iter_errors(value):
                assert False, f"{'/'.join(map(str, fault.absolute_path))}: {fault.message[:300]}"

    def several(self, command, value, folders):
        """Several folders: a document of its own, with each answer's folder."""
        self.faults(value)
        if command == "analyze":
            assert [one["folder"] for one in value["folders"]] == folders, value["folders"]
            return
        assert value["document"].endswith("-of-folders"), value["document"]
        assert [a["folder"] for a in value["answers"]] == folders, [a["folder"] for a in value["answers"]]


class Suite:
    def __init__(self, modgraph):
        self.modgraph, self.tally = modgraph, program.Tally("formats", KNOWN)
        self.schemas = Schemas(modgraph, self.tally)

    def read(self, what, command, name, output):
        try:
            text = output.decode("utf-8")
            if name != "json":
                assert name in readers.READERS, f"format {name} has no reader: add one to readers.py"
            fine = "\t" if name == "json" and command in AS_GO_PRINTS else readers.FINE.get(name, "\n")
            readers.control_free(text.replace(fine, ""))
            if name != "json":
                page = readers.READERS[name](text)
                # The report has one of its own, and data; answers have none.
                allowed = ["text/javascript"] if command == "analyze" else []
                scripts = page.scripts if name == "html" else []
                assert [s for s in scripts if s != "application/json"] == allowed * bool(scripts), scripts
            elif command in AS_GO_PRINTS and not what.startswith("several folders"):
                assert readers.read_json_values(text)
            else:
                self.schemas.faults(readers.read_json(text))
        except Exception as fault:  # each output is looked at
            self.tally.holds(False, f"{what}: {type(fault).__name__}: {fault}")
            return
        self.tally.holds(True, what)

    def one_command(self, command, words, formats, cwd, folder):
        """Each format on standard output, then all of them to files at once."""
        label = f"{cwd.name}: {' '.join([command, *words])}"
        said = {}
        refused = next((names for begin, names in REFUSED.items() if label.startswith(begin)), set())
        for name in formats:
            if name in refused:
                done = self.modgraph.run(command, *words, "-f", name, cwd=cwd)
                told = done.returncode == 2 and done.stderr.startswith(b"error: ") and not done.stdout
                self.tally.holds(told, f"{label} -f {name} is not refused")
                continue
            done = self.modgraph.run(command, *words, "-f", name, cwd=cwd)
            fine = done.returncode in (0, 1) and b"error:" not in done.stderr
            if self.tally.holds(fine, f"{label} -f {name}: exit {done.returncode}: {done.stderr.decode()[:300]}"):
                said[name] = done.stdout
                self.read(f"{label} -f {name}", command, name, done.stdout)
        if "json" in said:
            short = self.modgraph.run(command, *words, "--json", cwd=cwd).stdout
            self.tally.holds(short == said["json"], f"{label}: --json is not -f json")
        if "text" in said:
            plain = self.modgraph.run(command, *words, cwd=cwd).stdout
            self.tally.holds(plain == said["text"], f"{label}: text is not the default")
        outputs = [w for name in said for w in ("-f", f"{name}:{folder / name}")]
        done = self.modgraph.run(command, *words, *outputs, cwd=cwd)
        if self.tally.holds(done.returncode in (0, 1) and not done.stdout, f"{label}: all formats at once"):
            for name, expected in said.items():
                same = (folder / name).read_bytes() == expected
                self.tally.holds(same, f"{label}: -f {name}:PATH writes other bytes than -f {name}")

    def several_folders(self, command, words, formats, cwd):
        for name in formats:
            label = f"several folders: {' '.join([command, *words])} -f {name}"
            done = self.modgraph.run(command, *words, "-f", name, "./...", cwd=cwd)
            if done.returncode not in (0, 1):
                told = done.returncode in (2, 3) and done.stderr.startswith(b"error: ") and b"several" in done.stderr
                # One build each: pictures, and what the go command or a shell reads.
                wanted = name not in PICTURES and not (command in ONE_BUILD and name in ONE_BUILD[command])
                self.tally.holds(told, f"{label}: exit {done.returncode}: {done.stderr.decode()[:200]}")
                self.tally.holds(not wanted, f"{label}: refused: {done.stderr.decode()[:200]}")
                self.tally.holds(not done.stdout, f"{label}: refused, but it prints")
                continue
            self.tally.holds(name not in PICTURES, f"{label}: a picture of several builds")
            try:
                text = done.stdout.decode("utf-8")
                if name == "json":
                    self.schemas.several(command, readers.read_json(text), ["a", "b"])
                elif name == "csv":
                    rows = readers.read_csv(text)
                    assert rows[0][0] == "folder", f"the first column is {rows[0][0]}"
                    between = {""} if command == "analyze" else set()
                    assert {row[0] for row in rows[1:]} <= {"a", "b"} | between, rows[1:3]
                else:
                    readers.READERS[name](text)
            except Exception as fault:
                self.tally.holds(False, f"{label}: {type(fault).__name__}: {fault}")
            else:
                self.tally.holds(True, label)

    def run(self, folder):
        source = program.SOURCE
        places = [
            (program.copy_into(folder / "storefront", source / "examples/storefront"), STOREFRONT),
            (program.copy_into(folder / "store", program.HERE / "data/resolve/store"), STORE),
        ]
        many = folder / "many"
        for name in ("a", "b"):
            (many / name).mkdir(parents=True)
            text = (program.HERE / "data/resolve/store/go.mod").read_text()
            (many / name / "go.mod").write_text(text.replace("example.com/store", "example.com/" + name))
        (many / ".git").mkdir()
        made = folder / "made"
        made.mkdir()
        for command in self.modgraph.commands():
            help_text = self.modgraph.text(command, "--help")
            formats = program.formats_of(help_text)
            if not formats:
                self.tally.holds(command in WITHOUT_FORMATS, f"{command}: its help lists no formats")
                continue
            usage = next(line for line in help_text.splitlines() if line.startswith("usage: "))
            for cwd, names in places:
                if cwd.name == "storefront" and command in ("whatif", "diff"):
                    continue  # recorded text cannot be resolved again
                names = {**names, "list": source / "examples/storefront/list.json"}
                for more in MORE.get(command, [[]]):
                    if cwd.name == "storefront" and "--list" in more:
                        continue  # its settings name one
                    words = words_of(usage, names) + [word.format(**names) for word in more]
                    self.one_command(command, words, formats, cwd, made)
            if "[PATH...]" in usage:
                for more in MORE.get(command, [[]])[:1]:
                    words = words_of(usage, STORE) + [word.format(**STORE) for word in more]
                    self.several_folders(command, words, formats, many)
        unseen = sorted(set(self.schemas.names) - self.schemas.seen - {"repository", "list"} - FILES)
        self.tally.holds(not unseen, f"documents that no run printed: {unseen}")
        return self.tally.report()


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(prefix="modgraph-formats-") as folder:
        return Suite(program.Program(sys.argv[1])).run(pathlib.Path(folder))


if __name__ == "__main__":
    sys.exit(main())
