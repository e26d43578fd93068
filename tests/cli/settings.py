#!/usr/bin/env python3
"""The settings' reader, their schema and `modgraph config` say the same.

    settings.py BINARY

Each of the settings below is given to `modgraph config verify` and, where
python3-jsonschema is installed, to `modgraph schema config`: both accept it, or
both refuse it. JSON is YAML, so that they are written as JSON; those in docs are
YAML, and tried where python3-yaml is installed.
"""

import json
import pathlib
import re
import sys
import tempfile

import program

try:
    import jsonschema
except ImportError:
    jsonschema = None
try:
    import yaml
except ImportError:
    yaml = None

WHY = "for a reason"
BAN = {"module": "a.example/b", "reason": WHY}
EDGE = {"from": "a/**", "to": "b/**", "reason": WHY}
SILENCE = {"rule": "MG2002", "reason": WHY}


def policy(**keys):
    return {"version": 1, "policy": {key.replace("_", "-"): value for key, value in keys.items()}}


def ban(**keys):
    return policy(banned=[{**BAN, **{key.replace("_", "-"): value for key, value in keys.items()}}])


def silence(**keys):
    return {"version": 1, "ignore": [{**SILENCE, **{key: value for key, value in keys.items() if value is not None}}]}


def rule(value, name="MG2002"):
    return {"version": 1, "rules": {name: value}}


GOOD = [
    {}, {"version": 1}, {"fail-on": "note"}, {"fail-on": "none"},
    {"inputs": {}}, {"inputs": {"graph": "g.txt", "mod": "m.mod", "list": "l.json", "packages": "p.json", "timings": "t.json"}},
    {"inputs": {"mod": ["m.mod", "n.mod"]}},
    rule("none"), rule("error"), rule("note", "version-drift"), rule({}), rule({"level": "warning"}),
    rule({"ignore": ["a/**", "!a/b"]}), rule({"ignore": "a"}), rule({"ignore": []}),
    {"version": 1, "rules": {}}, {"version": 1, "ignore": []}, silence(), silence(rule=["MG2002", "version-drift"]),
    silence(module="a/*"), silence(module=["a", "b"]), silence(**{"in": "services/**"}), silence(until="2028-02-29"),
    {"version": 1, "policy": {}}, policy(banned=[]), ban(), ban(versions="v1.2.3"), ban(versions=">= v0.8.0, < v0.9.1"),
    ban(versions="<v2"), ban(use="errors"), ban(allow_from=["k8s.io/**"]), ban(direct=True), ban(level="note"),
    policy(limits={}), policy(limits={"modules": 0, "direct": 80, "longest-chain": 40, "new-exclusive": 30, "drift": 1, "go": "1.25"}),
    policy(limits={"go": "1.22rc1"}), policy(limits={"go": "1.22.3"}), policy(limits={"modules": 2**64 - 1}),
    policy(forbidden_edges=[EDGE]), policy(forbidden_edges=[{**EDGE, "direct": False, "level": "warning"}]),
    policy(replace={}), policy(replace={"allow": ["./**"], "versions-only": False, "level": "note"}), policy(replace={"allow": []}),
    {"version": 1, "baseline": "b.json"}, {"version": 1, "baseline": {"file": "b.json", "ratchet": True}}, {"version": 1, "baseline": {}},
]  # fmt: skip

BAD = [
    [], "text", 1, {"versoin": 1}, {"version": 2}, {"version": None}, {"rules": {}}, {"ignore": []}, {"policy": {}}, {"baseline": "b.json"},
    {"fail-on": "warn"}, {"fail-on": ["note"]}, {"fail-on": ""}, {"inputs": "g.txt"}, {"inputs": {"grpah": "g.txt"}},
    {"inputs": {"mod": ["m.mod", "m.mod"]}}, {"inputs": {"graph": ["g.txt"]}}, {"inputs": {"graph": ""}}, {"inputs": {"mod": {}}},
    rule("off"), rule(False), rule([]), rule(None), rule({"levl": "note"}), rule({"ignore": [""]}), rule({"ignore": ["!a"]}),
    rule({"ignore": ["a", "!"]}), rule({"ignore": ["a" * 501]}), rule({"level": "off"}), rule("none", "MG0000"), rule("none", "no-such-rule"),
    {"version": 1, "rules": ["MG2002"]}, {"version": 1, "ignore": {"rule": "MG2002"}}, {"version": 1, "ignore": ["MG2002"]},
    silence(rule=[]), silence(rule="MG0000"), silence(reason="ok"), silence(reason=""), silence(reason="x" * 501), silence(until="2027-13-01"),
    silence(until="soon"), silence(until="2027-3-1"), silence(**{"in": "!a"}), silence(why=WHY), silence(module=""), silence(module="!a"),
    {"version": 1, "ignore": [{"rule": "MG2002"}]}, {"version": 1, "ignore": [{"reason": WHY}]},
    policy(banned={}), policy(banned=[{"module": "a"}]), policy(banned=[{"reason": WHY}]), ban(module=""), ban(module=["a"]), ban(module="!a"),
    ban(versions="1.2.3"), ban(versions=""), ban(versions=">= v1,"), ban(versions="^v1.2.3"), ban(versions="v01.0.0"), ban(use=""),
    ban(direct="yes"), ban(level="off"), ban(allow_from={}), ban(modules="a"),
    policy(limits={"modules": -1}), policy(limits={"modules": 1.5}), policy(limits={"modules": "many"}), policy(limits={"module": 1}),
    policy(limits={"go": "go1.25"}), policy(limits={"go": "latest"}), policy(limits={"modules": 2**64}), policy(limits=[]),
    policy(forbidden_edges=[{"from": "a", "to": "b"}]), policy(forbidden_edges=[{"from": "a", "reason": WHY}]), policy(forbidden_edges=EDGE),
    policy(replace=["./**"]), policy(replace={"allow": ["!./**"]}), policy(replace={"versions-only": "no"}), policy(forbidden=[]),
    {"version": 1, "baseline": ["b.json"]}, {"version": 1, "baseline": {"ratchet": 1}}, {"version": 1, "baseline": {"files": "b.json"}}, {"version": 1, "baseline": ""},
]  # fmt: skip


class Suite:
    def __init__(self, binary, folder):
        self.modgraph, self.tally, self.folder = program.Program(binary), program.Tally("settings"), folder
        (folder / ".git").mkdir()
        (folder / "go.mod").write_text("module example.com/a\n\ngo 1.21\n")
        for name in ("g.txt", "m.mod", "n.mod", "l.json", "p.json", "t.json", "graph.txt", "list.json", "packages.json", "actions.json"):
            (folder / name).write_text("")
        self.validator = None
        if jsonschema is None:
            print("SKIP schemas of settings: python3-jsonschema is not installed")
        else:
            schema = json.loads(self.modgraph.text("schema", "config"))
            jsonschema.Draft202012Validator.check_schema(schema)
            self.validator = jsonschema.Draft202012Validator(schema)

    def verify(self, text):
        (self.folder / ".modgraph.yaml").write_text(text, encoding="utf-8")
        return self.modgraph.run("config", "verify", cwd=self.folder)

    def one(self, text, value, is_right):
        done = self.verify(text)
        shown = text[:200]
        if is_right:
            told = b".modgraph.yaml: no mistakes" in done.stdout and not done.stderr
            self.tally.holds(done.returncode == 0 and told, f"{shown}: refused: {done.stderr.decode()[:300]}")
        else:
            place = re.search(rb"^error: \S*\.modgraph\.yaml:\d+:\d+: ", done.stderr, re.M)
            step = re.search(rb"^  = \S", done.stderr, re.M)
            self.tally.holds(done.returncode == 2 and place and step, f"{shown}: exit {done.returncode}: {done.stderr.decode()[:300]}")
        if self.validator:
            self.tally.holds(self.validator.is_valid(value) == is_right, f"{shown}: the schema says {not is_right}")

    def documents(self):
        """Every example of settings in docs/settings.md is right."""
        if yaml is None:
            print("SKIP examples of docs/settings.md: python3-yaml is not installed")
            return
        text = (program.SOURCE / "docs/settings.md").read_text(encoding="utf-8")
        blocks = re.findall(r"^```yaml\n(.*?)^```$", text, re.M | re.S)
        self.tally.holds(len(blocks) >= 5, "docs/settings.md has no examples")
        for block in blocks:
            block = block if "version:" in block else "version: 1\n" + block
            self.one(block, yaml.load(block, yaml.BaseLoader) and json.loads(json.dumps(yaml.safe_load(block), default=str)), True)

    def files(self):
        """A file that is named and not there is told, and no file outside."""
        for name, says in (("not-there.txt", "there is no file"), ("../outside.txt", "outside of the repository"), (".", "not a regular file")):
            done = self.verify(json.dumps({"inputs": {"graph": name}}))
            told = says in done.stderr.decode() and b".modgraph.yaml:1:22: " in done.stderr
            self.tally.holds(done.returncode == 2 and told, f"{name}: {done.stderr.decode()}")

    def draft(self):
        """What `init` writes is right, and so is every line that it offers."""
        path = self.folder / ".modgraph.yaml"
        path.unlink()
        done = self.modgraph.run("config", "init", cwd=self.folder)
        self.tally.holds(done.returncode == 0, f"config init: {done.stderr.decode()}")
        text = path.read_text(encoding="utf-8")
        again = self.modgraph.run("config", "init", cwd=self.folder)
        same = path.read_text(encoding="utf-8") == text
        self.tally.holds(again.returncode == 2 and same, "config init: overwrites what is there")
        offered = re.sub(r"^# ", "", text, flags=re.M)
        for one in (text, offered):
            value = json.loads(json.dumps(yaml.safe_load(one), default=str)) if yaml else None
            if value is not None:
                self.one(one, value, True)
            else:
                done = self.verify(one)
                self.tally.holds(done.returncode == 0, f"config init: {done.stderr.decode()}")
        names = {name for row in self.validator.schema["$defs"]["rule"]["enum"] for name in [row]} if self.validator else set()
        self.tally.holds(all(name in text for name in names), "config init: not all rules are offered")

    def beside(self):
        """`init` replaces nothing, also no link; what it cannot know it says."""
        below = self.folder / "below"
        below.mkdir()
        (below / ".modgraph.yaml").symlink_to("not-there")
        done = self.modgraph.run("config", "init", "below", cwd=self.folder)
        kept = (below / ".modgraph.yaml").is_symlink() and not (below / "not-there").exists()
        self.tally.holds(done.returncode == 2 and kept, "config init: writes through a link")
        (below / ".modgraph.yaml").unlink()
        (below / "go.mod").write_text("module example.com/b\n\ngo 1.21\n\nrequire c.example/d v1.0.0\n")
        done = self.modgraph.run("config", "init", "below", cwd=self.folder)
        says = done.stderr.decode()
        told = "counts no more for this folder" in says and "is not known: " in says and "\\x" not in says
        self.tally.holds(done.returncode == 0 and told, f"config init below: {says}")
        self.tally.holds(self.modgraph.run("config", "verify", "below", cwd=self.folder).returncode == 0, "config verify below")

    def baseline(self):
        """What `baseline create` writes fits its schema."""
        (self.folder / ".modgraph.yaml").unlink()
        (self.folder / "go.mod").write_text("module example.com/a\n\ngo 1.21\n\nreplace b.example/c => ./c\n")
        done = self.modgraph.run("baseline", "create", cwd=self.folder)
        self.tally.holds(done.returncode == 0, f"baseline create: {done.stderr.decode()}")
        if jsonschema is None:
            return
        schema = json.loads(self.modgraph.text("schema", "baseline"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        made = json.loads((self.folder / ".modgraph-baseline.json").read_text(encoding="utf-8"))
        self.tally.holds(made["findings"] and validator.is_valid(made), f"baseline create: {made}")
        for wrong in ({}, {"version": 2, "findings": []}, {"version": 1, "findings": {}}, {"version": 1, "findings": [{"rul": "MG1001"}]}):
            self.tally.holds(not validator.is_valid(wrong), f"schema baseline accepts {wrong}")

    def run(self):
        for value in GOOD:
            self.one(json.dumps(value), value, True)
        for value in BAD:
            self.one(json.dumps(value), value, False)
        self.documents()
        self.files()
        self.draft()
        self.beside()
        self.baseline()
        return self.tally.report()


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(prefix="modgraph-settings-") as folder:
        return Suite(sys.argv[1], pathlib.Path(folder)).run()


if __name__ == "__main__":
    sys.exit(main())
