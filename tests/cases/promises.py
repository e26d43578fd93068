#!/usr/bin/env python3
"""The promises of SECURITY.md that were once broken, one by one: each in a small
world of its own, with the exact words and the exit code that it must end with.

    promises.py BINARY [SHIM] [--full] [--only CASE]

SHIM is tests/faults/faulty_system.c, which lets allocations fail; without it that
case is skipped. --full tries larger inputs in the case about growth.
"""

import argparse
import hashlib
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "cli"), str(HERE.parent / "faults")]
import cases  # noqa: E402
import memory  # noqa: E402  the allocations of tests/faults
import support  # noqa: E402
from program import Tally  # noqa: E402

NOBODY = 65534
# Nothing here takes a tenth of it; what hangs takes all.
PATIENCE = 60

# A module with a replacement and an exclusion that can go, a requirement that is
# raised by hand, and two modules that require each other.
ATTIC = """\
-- main/.git/HEAD --
-- main/go.mod --
module m.example/attic

go 1.20

require (
	m.example/lamp v1.0.0
	m.example/wire v1.1.0 // indirect
)

exclude m.example/wire v1.5.0

replace m.example/gone v1.0.0 => m.example/shed v1.0.0
-- main/main.go --
package main

func main() {}
-- cache:m.example/lamp@v1.0.0 --
module m.example/lamp

go 1.17

require m.example/wire v1.0.0
-- cache:m.example/wire@v1.0.0 --
module m.example/wire

go 1.17
-- cache:m.example/wire@v1.1.0 --
module m.example/wire

go 1.17

require m.example/lamp v1.0.0
"""
UNUSED = """\
go.mod:12:1: warning: go.mod replaces 'm.example/gone' v1.0.0, but no such module is in the build [MG5001 replace-unused]
"""
CYCLE = """\
go.mod:6:2: note: module cycle (2): m.example/lamp -> m.example/wire -> m.example/lamp [MG1002 selected-cycle]
"""
AHEAD = """\
go.mod:7:2: note: go.mod keeps 'm.example/wire' at v1.1.0; dependencies require v1.0.0 [MG3002 pinned-ahead]
"""
STALE = """\
go.mod:10:1: note: go.mod excludes 'm.example/wire' v1.5.0, which no go.mod of the build requires [MG5002 exclude-stale]
"""
INSTALL = """\
go.mod:12:1: note: `go install m.example/attic@VERSION` fails: go.mod has 1 replace line and 1 exclude line \
[MG5004 breaks-go-install]
"""
ALL = UNUSED + CYCLE + AHEAD + STALE + INSTALL

PROMISES = []


def promise(sentence):
    def add(check):
        PROMISES.append((sentence, check))
        return check

    return add


class World:
    """The attic in a folder of its own, and a tally of what must hold there."""

    def __init__(self, binary, shim, base, tally, full):
        self.binary, self.shim, self.tally, self.full = binary, shim, tally, full
        self.base, self.main = base, base / "main"
        self.env = {
            "PATH": "/nonexistent", "HOME": "/nonexistent", "LC_ALL": "C", "NO_COLOR": "1", "GOENV": "off",
            "GOFLAGS": "", "GOPROXY": "off", "GOTOOLCHAIN": "local", "GOMODCACHE": str(base / "modcache"),
        }  # fmt: skip
        self.has_sanitizer = b"__asan_init" in binary.read_bytes()
        self.renew()

    def renew(self):
        shutil.rmtree(self.base, ignore_errors=True)
        cases.World(self.base, cases.sections_of(ATTIC)[1])

    def put(self, name, text):
        path = self.main / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def settings(self, text):
        self.put(".modgraph.yaml", text)

    def holds(self, condition, what):
        return self.tally.holds(condition, what)

    def run(self, *words, env=None, **more):
        more.setdefault("stdin", subprocess.DEVNULL)
        more.setdefault("stdout", subprocess.PIPE)
        try:
            done = subprocess.run(
                [self.binary, *map(str, words)], cwd=self.main, env={**self.env, **(env or {})},
                stderr=subprocess.PIPE, timeout=PATIENCE, check=False, **more,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            self.holds(False, f"$ modgraph {' '.join(map(str, words))}: it hangs")
            return support.Run(subprocess.CompletedProcess(words, 124, b"", b""))
        return support.Run(done)

    def same(self, label, what, found, wanted):
        at = next((i for i, (a, b) in enumerate(zip(found, wanted)) if a != b), min(len(found), len(wanted)))
        begin = max(0, at - 60)
        shown = f"{found[begin : at + 160]!r}\n  not {wanted[begin : at + 160]!r}"
        self.holds(found == wanted, f"{label}, at {at} of what it {what}: {shown}")

    def ends(self, words, code, err, out="", **more):
        """The run says just that; `out` None: whatever the answer is."""
        run = self.run(*words, **more)
        label = f"$ modgraph {' '.join(map(str, words))[:200]}"
        self.holds(run.code == code, f"{label}: exit {run.code}, not {code}: {run.err[-300:]!r}")
        self.same(label, "says", run.err.decode(errors="replace"), err)
        if out is not None:
            self.same(label, "prints", run.out.decode(errors="replace"), out)
        return run


NAME_OTHERS = "  = settings of a repository name files in it; name others on the command line\n"
INPUTS = {"graph": 10, "mod": 8, "list": 9}  # and the column of its value


@promise("settings name no file outside the repository")
def settings_stay_inside(w):
    (w.base / "secret").write_text("TOKEN=abcdef\n")
    (w.main / "link").symlink_to("../secret")
    (w.main / "up").symlink_to("..")
    (w.main / "fd").symlink_to("/proc/self/fd")
    for key, column in INPUTS.items():
        for target in ("../secret", "/etc/passwd", "/dev/zero", "link", "up/secret", "main/../../secret", "fd/0", ".."):
            w.settings(f"inputs:\n  {key}: {target}\n")
            told = f"error: .modgraph.yaml:2:{column}: '{target}' is outside of the repository\n"
            for words in (["analyze"], ["graph"], ["analyze", "--config", ".modgraph.yaml"]):
                run = w.ends(words, 2, told + NAME_OTHERS)
                w.holds(b"abcdef" not in run.out + run.err, f"{key}: {target}: it prints the file")
    w.put("graph.txt", "m.example/attic m.example/lamp@v1.0.0\n")
    w.settings("inputs:\n  graph: main/../graph.txt\n")
    w.put("main/keep", "")
    w.ends(["graph"], 0, "", "m.example/attic m.example/lamp@v1.0.0\n")


@promise("settings print no environment")
def settings_print_no_environment(w):
    secret = {"DEPLOY_KEY": "hunter2hunter2"}
    for target in ("/proc/self/environ", "/proc/self/cmdline", "/proc/thread-self/environ", "environ"):
        if target == "environ":
            (w.main / target).symlink_to("/proc/self/environ")
        for key, column in INPUTS.items():
            w.settings(f"inputs:\n  {key}: {target}\n")
            told = f"error: .modgraph.yaml:2:{column}: '{target}' is outside of the repository\n{NAME_OTHERS}"
            for words in (["analyze"], ["analyze", "-f", "json"], ["list", "-v"]):
                run = w.ends(words, 2, told, env=secret)
                w.holds(b"hunter2" not in run.out + run.err, f"{key}: {target}: it prints the environment")


@promise("settings cost no more than their size")
def settings_are_cheap(w):
    def nested(keys):
        return "inputs: {" + ", ".join(f"k{i}: 1" for i in range(keys)) + "}\n"

    def first(error, count):
        return "".join(error(i) for i in range(min(count, 5))) + "and 16 more\n"

    def unknown(i):
        return f"error: .modgraph.yaml:1:{10 + 7 * i}: unknown setting 'k{i}'\n  = known here: graph, mod, list, packages, timings\n"

    for keys in (1_000, 4_000):
        w.settings(nested(keys))
        w.ends(["analyze"], 2, first(unknown, keys))
    too_large = "error: .modgraph.yaml is larger than 65536 bytes\n"
    for keys in (8_000, 100_000, 1_000_000):
        w.settings(nested(keys))
        w.ends(["analyze"], 2, too_large)
    w.settings("#" * 65_535 + "\n")
    w.ends(["list"], 0, "", None)
    w.settings("#" * 65_536 + "\n")
    w.ends(["list"], 2, too_large)
    # The deepest, and those that a parser may double at each line.
    deep = "[" * 60_000
    doubled = "".join(f"k{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 2_000))
    for text in (nested(4_000), deep, "inputs: " + deep, "? " * 30_000, "a: &a0 [x]\n" + doubled):
        w.settings(text)
        cost = support.measured(w.binary, ["analyze"], w.main, w.env)
        w.holds(cost.code == 2, f"{text[:40]!r}...: exit {cost.code}")
        if not w.has_sanitizer:
            fine = cost.megabytes < 64 and cost.seconds < 2
            w.holds(fine, f"{text[:40]!r}... of {len(text)} bytes: {cost.megabytes:.0f} MB, {cost.seconds:.2f} s")


@promise("settings hang no run")
def settings_hang_nothing(w):
    os.mkfifo(w.main / "fifo")
    for key, column in INPUTS.items():
        for target, why in (
            ("-", "is standard input"),
            ("fifo", "is not a regular file"),
            ("/dev/zero", "is outside of the repository"),
        ):
            w.settings(f"inputs:\n  {key}: '{target}'\n")
            told = f"error: .modgraph.yaml:2:{column}: '{target}' {why}\n{NAME_OTHERS}"
            read, write = os.pipe()  # a standard input that stays open
            w.ends(["analyze"], 2, told, stdin=read)
            os.close(read), os.close(write)
    graph = "inputs:\n  graph: graph.txt\n  mod:\n"
    w.put("graph.txt", "m.example/attic m.example/lamp@v1.0.0\n")
    w.settings(graph + "    - /dev/zero\n" * 2_000)
    too_many = "error: .modgraph.yaml:4:5: more than 1000 are named\n4 |     - {}\n  |     ^\n  = name fewer\n"
    w.ends(["analyze"], 2, too_many.format("/dev/zero"))
    w.settings(graph + "    - go.mod\n" * 4_000)
    w.ends(["analyze"], 2, too_many.format("go.mod"))
    w.settings(graph + "    - go.mod\n" * 900)
    told = "".join(
        f"error: .modgraph.yaml:{line}:7: 'go.mod' is named twice\n{line} |     - go.mod\n  |       ^\n  = name it once\n"
        for line in range(5, 10)
    )
    w.ends(["analyze"], 2, told + "and 16 more\n")
    w.settings("".join(f"k{i}: 1\n" for i in range(100_000)))
    w.ends(["analyze"], 2, "error: .modgraph.yaml is larger than 65536 bytes\n")
    told = (
        "error: .modgraph.yaml: settings are a regular file, and this is a link or something else\n"
        "  = put the settings themselves there, or leave them out: --no-config\n"
    )
    file = w.main / ".modgraph.yaml"
    file.unlink()
    os.mkfifo(file)
    w.ends(["analyze"], 2, told)
    for target in ("/dev/zero", "fifo", "graph.txt"):
        file.unlink()
        file.symlink_to(target)
        w.ends(["analyze"], 2, told)


@promise("settings do not loosen the gate, and are named in the answer")
def settings_do_not_loosen_the_gate(w):
    drift = """\
go.mod:7:2: error: 'm.example/wire' is required at 2 versions, v1.0.0 to v1.1.0; selected: v1.1.0 [MG2001 version-drift]
"""
    gate = ["analyze", "-D", "MG2001"]
    w.ends([*gate, "-f", "compact"], 1, "", drift + ALL)
    w.settings("fail-on: none\n")
    digest = hashlib.sha256(b"fail-on: none\n").hexdigest()
    ignored = f"settings: .modgraph.yaml (sha256 {digest[:12]}) sets nothing; fail-on: none is not followed"
    w.ends([*gate, "-f", "compact"], 1, f"note: {ignored}\n", drift + ALL)
    text = w.ends(gate, 1, "", None).out.decode().splitlines()
    w.holds(text[1:2] == [ignored], f"the second line is {text[1:2]}")
    in_json = w.ends([*gate, "-f", "json"], 1, "", None).out.decode()
    what = f'"sha256": "{digest}", "sets": [], "ignored": ["fail-on: none"]'
    wanted = f'"settings": {{"file": ".modgraph.yaml", {what}}},\n'
    w.holds(wanted in in_json, f"not in the JSON: {wanted}")
    for name in ("markdown", "html", "sarif", "gitlab", "junit", "github"):
        run = w.run(*gate, "-f", name)
        w.holds(run.code == 1, f"-f {name}: {run.says()}")
        w.holds(digest[:12].encode() in run.out + run.err, f"-f {name} does not name the settings")
    # One's own may: those of the command line and of the environment.
    w.ends([*gate, "--fail-on", "none", "-f", "compact"], 0, f"note: {ignored}\n", drift + ALL)
    w.ends([*gate, "-f", "compact"], 0, f"note: {ignored}\n", drift + ALL, env={"MODGRAPH_FAIL_ON": "none"})
    # The repository's may tighten it.
    w.settings("fail-on: warning\n")
    digest = hashlib.sha256(b"fail-on: warning\n").hexdigest()[:12]
    sets = f"note: settings: .modgraph.yaml (sha256 {digest}) sets fail-on: warning\n"
    w.ends(["analyze", "-f", "compact"], 1, sets, ALL)
    given = f"note: settings: .modgraph.yaml (sha256 {digest}) sets nothing; fail-on: warning is not followed\n"
    w.ends(["analyze", "-f", "compact", "--fail-on", "error"], 0, given, ALL)
    # Levels that they give to rules are told, and the command line has the last word.
    text = "version: 1\nrules: {MG2001: none}\n"
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    w.settings(text)
    sets = f"note: settings: .modgraph.yaml (sha256 {digest}) sets rules: 1 rule\n"
    w.ends([*gate, "-f", "compact"], 1, sets, drift + ALL)
    # No other key widens it.
    known = "known here: version, inputs, fail-on, rules, ignore, policy, baseline"
    for key, text in (("allow", "allow: [MG2001]"), ("exit-zero", "exit-zero: true")):
        w.settings(text + "\n")
        err = f"error: .modgraph.yaml:1:1: unknown setting '{key}'\n1 | {text}\n  | ^\n  = {known}\n"
        w.ends(gate, 2, err)


# Of twice the input no more than this: n log n, and what a busy machine adds.
GROWTH = 2.3
# Below these the start of a process is measured.
SECONDS, MEGABYTES = 0.02, 32
MANY = "module m.example/many\n\ngo 1.20\n\n"


def grows_with_the_input(w, name, write, words, sizes):
    """Each size is twice the one before; write(n) makes the input."""

    def least(n, runs):
        write(n)
        made = [support.measured(w.binary, words, w.main, w.env) for _ in range(runs)]
        w.holds({c.code for c in made} <= {0, 1}, f"{name}, {n}: exit {[c.code for c in made]}")
        return min(c.seconds for c in made), min(c.megabytes for c in made)

    known = {n: least(n, 3) for n in sizes}
    for n in sizes[1:]:

        def ratios(n=n):
            (seconds, megabytes), (before, megabytes_before) = known[n], known[n // 2]
            return seconds / max(before, SECONDS), megabytes / max(megabytes_before, MEGABYTES)

        for _ in range(5):  # others are at work, or it does grow
            if max(ratios()) <= GROWTH:
                break
            for size in (n, n // 2):
                known[size] = tuple(map(min, known[size], least(size, 5)))
        time_grows, memory_grows = ratios()
        w.holds(time_grows <= GROWTH, f"{name}: {n // 2} to {n}: {time_grows:.2f} times the time: {known}")
        w.holds(memory_grows <= GROWTH, f"{name}: {n // 2} to {n}: {memory_grows:.2f} times the memory: {known}")
    largest = known[sizes[-1]]
    print(f"  {name}: {sizes[-1]}: {largest[0]:.2f} s, {largest[1]:.0f} MB", flush=True)


@promise("time and memory grow with the input")
def time_and_memory_grow_with_the_input(w):
    if w.has_sanitizer:
        return "a sanitizer has costs of its own"
    empty = w.base / "empty"
    empty.mkdir()

    def lines(n, line):
        return "".join(line.format(i) for i in range(n))

    def exclusions(n):
        required, excluded = (lines(n, f"\tm.example/r{{0}} {version}\n") for version in ("v1.0.0", "v1.0.1"))
        w.put("go.mod", f"{MANY}require (\n{required})\n\nexclude (\n{excluded})\n")

    def versions_of_one_module(n):
        w.put("graph.txt", lines(n, "m.example/main m.example/one@v1.0.{0}\n"))

    def versions_that_require_the_next(n):
        w.put("graph.txt", "m.example/main m.example/one@v1.0.0\n" + "".join(
            f"m.example/one@v1.0.{i} m.example/one@v1.0.{i + 1}\n" for i in range(n)))  # fmt: skip

    def replacements(n):
        chain = "".join(f"\tm.example/r{i} => m.example/r{i + 1} v1.0.0\n" for i in range(n))
        w.put("go.mod", f"{MANY}require m.example/r0 v1.0.0\n\nreplace (\n{chain})\n")

    def untidy(n):
        """go mod edit would change each line of it."""
        required = lines(n, "require    m.example/r{0}   v1.0.0\n")
        w.put("go.mod", f"{MANY}replace  m.example/gone => m.example/shed v1.0.0\n\n{required}")

    closed = ["--missing=closed", "--modcache", empty]
    many = [2_500, 5_000, 10_000]
    large = [25_000, 50_000, 100_000] if w.full else many
    for command in ("analyze", "suggest"):
        grows_with_the_input(w, f"{command}, exclusions", exclusions, [command, *closed], large)
    for write in (versions_of_one_module, versions_that_require_the_next):
        name = write.__name__.replace("_", " ")
        grows_with_the_input(w, f"analyze, {name}", write, ["analyze", "graph.txt"], [5 * n for n in large])
    grows_with_the_input(w, "analyze, replacements in a chain", replacements, ["analyze", *closed], large)
    grows_with_the_input(w, "suggest, lines that all differ", untidy, ["suggest", *closed, "-f", "patch"], large)
    if w.full:
        advice_ends(w, exclusions, closed)
    return None


def advice_ends(w, write, closed):
    """Trials of one line each would take hours: they end, and that is said."""
    for n in (1_000, 2_000, 100_000):
        write(n)
        cost = support.measured(w.binary, ["suggest", "--all", *closed], w.main, w.env)
        w.holds(cost.code == 0 and cost.seconds < PATIENCE and cost.megabytes < 1_200,
                f"suggest --all, {n}: exit {cost.code}, {cost.seconds:.1f} s, {cost.megabytes:.0f} MB")  # fmt: skip
        print(f"  suggest --all, exclusions: {n}: {cost.seconds:.2f} s, {cost.megabytes:.0f} MB", flush=True)
    said = w.run("suggest", "--all", *closed).out.decode()
    w.holds(re.search(r"^\d+ left: a limit was reached, of trials or of work$", said, re.M), "it does not say that it ended")


@promise("no name of a graph text controls a terminal")
def graph_texts_control_nothing(w):
    for raw, begin, rest, what in (
        (b"\xc2\x9b31mred", "\\x9b", "31mred", "control character U+009B"),
        (b"\x1b]0;t\x07", "\\x1b", "]0;t\\x07", "control character U+001B"),
        (b"\x7f", "\\x7f", "", "control character U+007F"),
        (b"\x00z", "\\x00", "z", "control character U+0000"),
        (b"\xe2\x80\xaetxt", "\\u{202e}", "txt", "invisible character U+202E"),
        (b"\xe2\x80\x8btxt", "\\u{200b}", "txt", "invisible character U+200B"),
        (b"\xef\xbb\xbftxt", "\\u{feff}", "txt", "invisible character U+FEFF"),
        (b"\xe2\x81\xa6txt", "\\u{2066}", "txt", "invisible character U+2066"),
    ):
        w.put("graph.txt", b"m.example/main x.y/" + raw + b"@v1.0.0\n")
        told = f"error: graph.txt:1:20: {what} in a name\n1 | m.example/main x.y/{begin}{rest}@v1.0.0\n"
        told += f"  |                    {'^' * len(begin)}\n  = each line is `from to`, as `go mod graph` prints it\n"
        for words in (["graph"], ["list"], ["analyze"], ["analyze", "-f", "compact"], ["why", "x.y/z"]):
            w.ends([*words, "graph.txt"], 3, told)


@promise("no line begins with a command that somebody else wrote")
def no_line_begins_with_a_command(w):
    folder = "::stop-commands::tok"
    w.put(f"{folder}/go.mod", (w.main / "go.mod").read_bytes())
    shown = "\\x3a:stop-commands::tok/go.mod"
    unused = UNUSED.replace("go.mod", shown)
    stale = STALE.replace("go.mod", shown, 2)
    cycle, ahead = (text.replace("go.mod", shown, 1) for text in (CYCLE, AHEAD))
    w.ends(["analyze", folder, "-f", "compact"], 0, "", unused + cycle + ahead + stale)
    # Of GitHub's, only what we write: the path is one of its properties.
    github = w.ends(["analyze", folder, "-f", "github"], 0, "", None).out.decode()
    ours = r"::warning file=\\x3a%3Astop-commands%3A%3Atok/go\.mod,line=12,col=1,endColumn=55,title=MG5001 replace-unused::.*"
    w.holds(re.fullmatch(ours + "\n", github), f"-f github: {github!r}")
    for name in ("##[group]", "##vso[task.setvariable variable=a]b", "::add-mask::x", "::error::x"):
        w.put(f"{name}/go.mod", (w.main / "go.mod").read_bytes())
        for words in (
            ["analyze", name, "-f", "compact"], ["analyze", name], ["analyze", "-v", name],
            ["suggest", "--all", name], ["-C", name, "list"],
        ):  # fmt: skip
            run = w.run(*words)
            w.holds(run.code == 0, f"{words}: {run.says()}")
            found = re.search(r"^\s*(::|##\[|##vso\[).*", (run.out + b"\n" + run.err).decode(), re.M)
            w.holds(not found, f"{words}: {found}")
    for line, column in ((b"::stop-commands::t x.y/z@v1.0.0\n", 1), (b"m.example/main ::set-env::t@v1.0.0\n", 16)):
        w.put("graph.txt", line)
        told = f"error: graph.txt:1:{column}: no module path has '::'\n1 | {line.decode()}  | {' ' * (column - 1)}^\n"
        for words in (["graph"], ["list"], ["analyze"]):
            w.ends([*words, "graph.txt"], 3, told + "  = each line is `from to`, as `go mod graph` prints it\n")


@promise("memory that fails ends a run with exit 3 and one line")
def memory_that_fails_is_said(w):
    if not w.shim or w.has_sanitizer:
        return "nothing can be preloaded" if w.shim else "the shim was not named"
    system = support.System(w.binary, w.shim)
    try:
        for words, most in ((["--version"], 60), (["--help"], 60), (["analyze"], 100), (["suggest", "--all"], 100)):
            system.modgraph.env = w.env
            command = memory.Command(system, words, w.main, None)
            points = support.some(command.count, most)
            jobs = [(at, goes_on) for at in points for goes_on in (False, True)]
            made = support.in_parallel(lambda job, c=command: c.try_one(*job, w.main), jobs)
            for (at, goes_on), (fault, _) in zip(jobs, made):
                w.holds(not fault, f"{words}: allocation {at} fails{' and all after it' * goes_on}: {fault}")
            refused = sum(was for _, was in made)
            w.holds(refused > len(jobs) // 2, f"{words}: only {refused} of {len(jobs)} runs ended for want of memory")
    finally:
        system.close()
    return None


@promise("what nobody can receive is not called written")
def closed_output_is_said(w):
    def shut():
        os.close(1)

    told = "error: standard output is closed\n"
    for words in (
        ["graph"], ["list"], ["analyze"], ["analyze", "-f", "html"], ["suggest"], ["why", "m.example/wire"], ["--version"],
    ):  # fmt: skip
        w.ends(words, 3, told, preexec_fn=shut, stdout=None, out=None)
    w.ends(["analyze", "-f", "json:out.json"], 0, "", None, preexec_fn=shut, stdout=None)
    w.holds((w.main / "out.json").read_bytes()[:1] == b"{", "the file is not written")
    if os.path.exists("/dev/full"):
        with open("/dev/full", "wb") as full:
            w.ends(["graph"], 3, "error: cannot write standard output: No space left on device\n", None, stdout=full)


@promise("--apply writes nothing that may not be written")
def apply_respects_modes(w):
    go_mod = w.main / "go.mod"
    before = go_mod.read_bytes()
    as_nobody = {}
    if os.geteuid() == 0:
        as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        for path in [w.base, *w.base.rglob("*")]:
            os.chown(path, NOBODY, NOBODY)
    fixes = ["suggest", "--apply"]
    for words in (fixes, ["suggest", "--all", "--apply"], ["whatif", "--drop", "m.example/lamp", "--apply"]):
        go_mod.chmod(0o444)
        w.ends(words, 3, f"error: cannot write {go_mod}: Permission denied\n", **as_nobody)
        w.main.chmod(0o555)
        go_mod.chmod(0o644)
        w.ends(words, 3, f"error: cannot write {go_mod}: Permission denied\n", **as_nobody)
        w.main.chmod(0o755)
        w.holds(go_mod.read_bytes() == before, f"{words}: go.mod is another one")
    left = sorted(p.name for p in w.main.iterdir())
    w.holds(left == [".git", "go.mod", "main.go"], f"left behind: {left}")
    w.ends(fixes, 0, "", None, **as_nobody)
    w.holds(b"m.example/gone" not in go_mod.read_bytes(), "what may be written is not written")


@promise("--apply follows no link out of the repository")
def apply_stays_inside(w):
    go_mod, outside = w.main / "go.mod", w.base / "outside/real.mod"
    before = go_mod.read_bytes()
    outside.parent.mkdir()
    go_mod.rename(outside)
    told = f"error: {go_mod} is a link out of the repository, and is not written\n"
    told += "  = apply the edits there, where the file is\n"
    for target in ("../outside/real.mod", str(outside), "up/outside/real.mod", "chain"):
        for name, leads in (("up", ".."), ("chain", "../outside/real.mod")):
            (w.main / name).unlink(missing_ok=True)
            (w.main / name).symlink_to(leads)
        go_mod.symlink_to(target)
        for words in (["suggest", "--apply"], ["whatif", "--drop", "m.example/lamp", "--apply"]):
            w.ends(words, 3, told)
            w.holds(outside.read_bytes() == before, f"{words}: through {target} it is written")
        w.holds(go_mod.is_symlink(), "the link is gone")
        go_mod.unlink()
    # One inside is written where it leads.
    w.put("files/real.mod", before)
    go_mod.symlink_to("files/real.mod")
    w.ends(["suggest", "--apply"], 0, "", None)
    w.holds(go_mod.is_symlink(), "the link inside is replaced")
    w.holds(b"m.example/gone" not in (w.main / "files/real.mod").read_bytes(), "the file inside is not written")
    w.holds(sorted(p.name for p in outside.parent.iterdir()) == ["real.mod"], "something is left outside")


@promise("what cannot be read is said, and is not taken for absent")
def unreadable_is_said(w):
    def to_itself(path):
        path.symlink_to(path.name)

    compact = ["analyze", "-f", "compact"]
    w.ends(compact, 0, "", ALL)
    main = w.main / "main.go"
    main.unlink()
    for make, why in ((os.mkfifo, "not a regular file"), (to_itself, "too many levels of symbolic links")):
        make(main)
        cause = f"main.go ({why}) cannot be read: whether the module of go.mod has commands is not known"
        w.ends(compact, 0, f"note: partial: {cause}\n", ALL.replace(INSTALL, ""))
        in_json = w.ends(["analyze", "-f", "json"], 0, "", None).out.decode()
        w.holds(f'"partial_because": ["{cause}"],\n' in in_json, f"not in the JSON: {cause}")
        main.unlink()
    # The last of many files counts as the first does.
    for i in range(5_000):
        w.put(f"f{i}.go", "")
    w.put("zz.go", "package main\n")
    w.ends(compact, 0, "", ALL)
    w.holds(b'"partial_because": [],' in w.run("analyze", "-f", "json").out, "many files make it partial")
    w.renew()
    os.makedirs(w.main / "vendor")
    os.mkfifo(w.main / "vendor/modules.txt")
    vendored = "note: partial: vendor/modules.txt cannot be read (not a regular file): what is vendored is not known\n"
    w.ends(["vendor"], 0, vendored, None)
    w.ends(compact, 0, vendored, ALL)
    for name, make, why in (
        ("go.mod", os.mkfifo, "not a regular file"), ("go.sum", os.mkfifo, "not a regular file"),
        ("go.sum", os.mkdir, "is a directory"), ("go.work", os.mkfifo, "not a regular file"),
    ):  # fmt: skip
        w.renew()
        (w.main / name).unlink(missing_ok=True)
        make(w.main / name)
        w.ends(compact, 3, f"error: cannot read {name}: {why}\n")
    in_cache = w.base / "modcache/cache/download/m.example/wire/@v/v1.1.0.mod"
    for make, why in (
        (os.mkfifo, "not a regular file"), (os.mkdir, "is a directory"),
        (lambda path: path.symlink_to("/dev/zero"), "not a regular file"),
        (to_itself, "too many levels of symbolic links"),
    ):  # fmt: skip
        w.renew()
        in_cache.unlink()
        make(in_cache)
        told = f"error: m.example/wire@v1.1.0: open {in_cache}: {why}\n"
        told += "  = exclude that version, require another one, or replace the module\n"
        for words in (["list"], ["list", "--missing=closed"]):
            w.ends(words, 3, told)
    w.renew()
    in_cache.unlink()
    w.ends(["list"], 3, "error: 1 go.mod file is not in the module cache:\n    m.example/wire@v1.1.0 required by m.example/attic\n"
           "  = fetch them: go mod download; or go on without them: --missing=closed\n")  # fmt: skip


@promise("a reader who has enough ends the run in silence")
def closed_pipe_is_silent(w):
    # More than a pipe holds, so that the reader is gone before the end.
    w.put("graph.txt", "".join(f"m.example/main m.example/a{i}@v1.0.0\n" for i in range(50_000)))
    for command in (["graph"], ["list"], ["analyze", "-f", "json"], ["list", "-f", "csv"]):
        words = [*command, "graph.txt"]
        child = subprocess.Popen(
            [w.binary, *words], cwd=w.main, env=w.env,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        child.stdout.read(1)
        child.stdout.close()
        said = child.stderr.read()
        child.stderr.close()
        code = child.wait(PATIENCE)
        w.holds(code == -signal.SIGPIPE, f"{words}: exit {code}")
        w.holds(said == b"", f"{words}: it says {said[:200]!r}")


@promise("an output's name leads to one file, which is old or new")
def names_of_outputs_hold(w):
    def links():
        return sorted(p.name for p in w.main.iterdir() if p.is_symlink())

    link = w.main / "link"
    link.symlink_to("real.json")
    w.ends(["analyze", "-f", "json:link"], 0, "")
    w.holds(links() == ["link"] and (w.main / "real.json").read_bytes()[:1] == b"{", "a dangling link is not followed")
    link.unlink()
    link.symlink_to("link")
    w.ends(["analyze", "-f", "json:link"], 3, "error: cannot write link: Too many levels of symbolic links\n")
    w.holds(links() == ["link"], "a looping link is replaced")
    link.unlink()
    link.symlink_to("nowhere/x")
    w.ends(["analyze", "-f", "json:link"], 3, "error: cannot write link: No such file or directory\n")
    w.ends(["analyze", "-f", "json:nowhere/x"], 3, "error: cannot write nowhere/x: No such file or directory\n")
    w.ends(["analyze", "-f", "json:.git"], 3, "error: cannot write .git: Is a directory\n")
    for length, code in ((255, 0), (256, 3)):
        name = "a" * length
        told = f"error: cannot write {name}: File name too long\n" if code else ""
        w.ends(["analyze", "-f", f"json:{name}"], code, told)
    link.unlink()
    link.symlink_to("two")
    for first, second in (("two", "two"), ("two", "./two"), ("two", "link"), ("link", "two"), ("two", ".git/../two")):
        told = f"error: two formats would go to {second}\n  = give each a file of its own: -f FORMAT:PATH\n"
        w.ends(["analyze", "-f", f"json:{first}", "-f", f"html:{second}"], 2, told)
        w.holds(not (w.main / "two").exists(), f"{first}, {second}: something is written")
    w.put("two", "old\n")
    told = "error: two formats would go to link\n  = give each a file of its own: -f FORMAT:PATH\n"
    w.ends(["analyze", "-f", "json:two", "-f", "html:link"], 2, told)
    w.holds((w.main / "two").read_bytes() == b"old\n", "the old file is gone")
    left = [p.name for p in w.main.glob(".modgraph-*")]
    w.holds(not left, f"left behind: {left}")


def main():
    words = argparse.ArgumentParser(usage=__doc__)
    words.add_argument("binary")
    words.add_argument("shim", nargs="?")
    words.add_argument("--full", action="store_true")
    words.add_argument("--only", default="", help="the cases whose sentence contains this")
    given = words.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    tally, tried, started = Tally("promises"), 0, time.monotonic()
    with tempfile.TemporaryDirectory(prefix="modgraph-promises-") as folder:
        base = pathlib.Path(folder).resolve()
        base.chmod(0o755)
        binary = shutil.copy(pathlib.Path(given.binary).resolve(), base / "modgraph")  # for any user to run
        shim = pathlib.Path(given.shim).resolve() if given.shim else None
        for sentence, check in PROMISES:
            if given.only not in sentence:
                continue
            checks, faults = tally.checks, len(tally.faults)
            skipped = check(World(binary, shim, base / "world", tally, given.full))
            tally.faults[faults:] = [f"{sentence}: {fault}" for fault in tally.faults[faults:]]
            done = f"SKIP {sentence}: {skipped}" if skipped else f"{sentence}: {tally.checks - checks} checks"
            print(done, flush=True)
            tried += not skipped
    tier = "full" if given.full else "quick"
    print(f"{tried} cases of {len(PROMISES)}, {tier} tier, {time.monotonic() - started:.0f} s")
    return tally.report()


if __name__ == "__main__":
    sys.exit(main())
