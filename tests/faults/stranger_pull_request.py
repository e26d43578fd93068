#!/usr/bin/env python3
"""A stranger's pull request, whole: every trick that a repository can bring is in
it at once, and each command answers it as in the CI job of somebody else. Under
strace no file outside the tree is opened but those that are named here, nothing
is started and nothing connected to; and the answers, in each format, are inert.

    stranger_pull_request.py BINARY [SHIM] [--full]

The quick tier asks analyze in every format, and the others in text; the full one
all commands in all formats.
"""

import html.parser
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys

import hostile
import support

SECONDS, MEGABYTES = 5, 300
# One word for each reader of logs, comments, pages, tables and shells.
EVIL = (
    "\x1b]0;owned\x07\x1b[2J ::add-mask::abc ##vso[task.setvariable variable=a]b @org/everyone #1 "
    "<img src=x onerror=alert(1)></script> ]]> `a` | =1+1 $(touch pwned) '; touch pwned; '\u202e\u200b\x9b31m"
)
GO_MOD = f"""\
// Deprecated: {EVIL}
module example.com/fork

go 1.21

toolchain go1.99.0-/../run.sh

require (
\texample.com/key v1.0.0 // {EVIL}
\texample.com/near v1.0.0
\texample.com/old v1.0.0 // indirect; {EVIL}
)

replace example.com/key => ../../../../home/runner/.ssh

replace example.com/near => ./near

replace example.com/unused => "./$(touch pwned) <img src=x>;@org"

exclude example.com/old v0.9.0

retract v0.0.1 // {EVIL}
"""
OLD = "module example.com/old\n\ngo 1.20\n"
PRIVATE = "PRIVATE-KEY-OF-THE-RUNNER"


def similar_names(count):
    """Long ones that differ in some letters only, as for a hash that can be guessed."""
    return [f"example.com/{'a' * 100}{i:016x}/{'b' * 20}" for i in range(count)]


def random_names(count):
    chance = random.Random(7)
    return [f"example.com/{chance.randrange(16**117):0117x}/{'b' * 20}" for _ in range(count)]


class PullRequest:
    def __init__(self, system, base):
        self.system, self.base = system, base
        self.tree, self.home, self.cache = base / "srv/agent/work/fork", base / "home/runner/.ssh", base / "modcache"
        self.env = {
            **system.modgraph.env, "PATH": "/usr/bin:/bin", "HOME": str(self.home.parent),
            "GOMODCACHE": str(self.cache), "DEPLOY_KEY": PRIVATE,
        }  # fmt: skip
        self.put_home()
        self.put_cache()
        self.put_tree()
        self.before = self.listing()

    def put_home(self):
        """Somebody's folder, which happens to have a go.mod."""
        for name in ("id_ed25519", "main.go", "cmd/main.go", "go.sum", "vendor/modules.txt", ".modgraph.yaml"):
            path = self.home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"package main // {PRIVATE}\n")
        (self.home / "go.mod").write_text("module example.com/key\n\ngo 1.20\n")

    def put_cache(self):
        """What the stranger has published."""
        folder = self.cache / "cache/download/example.com/old/@v"
        folder.mkdir(parents=True)
        (folder / "list").write_text("v1.0.0\nv1.1.0\n")
        mods = {"v1.0.0": OLD, "v1.1.0": f"// Deprecated: {EVIL}\n{OLD}\nretract v1.0.0 // {EVIL}\n"}
        for version, text in mods.items():
            (folder / f"{version}.mod").write_text(text)
            info = {"Version": version, "Time": "2024-01-02T03:04:05Z", "Origin": {"URL": EVIL}}
            (folder / f"{version}.info").write_text(json.dumps(info))

    def put_tree(self):
        (self.tree / ".git").mkdir(parents=True)
        (self.tree / "go.mod").write_text(GO_MOD)
        (self.tree / "main.go").write_text(f"package main\n\n// {EVIL}\nfunc main() {{}}\n")
        (self.tree / "near").mkdir()
        (self.tree / "near/go.mod").write_text(
            f"// Deprecated: {EVIL}\nmodule example.com/near\n\ngo 1.20\n\nrequire example.com/old v1.0.0 // {EVIL}\n"
        )
        (self.tree / ".vscode").mkdir()
        tools = {"go.alternateTools": {"go": "./evil"}, "go.goroot": "./", "go.toolsEnvVars": {"GOMODCACHE": "/"}}
        (self.tree / ".vscode/settings.json").write_text(json.dumps(tools))
        for name in ("evil", "run.sh", "go", "bin/go"):
            path = self.tree / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"#!/bin/sh\ntouch {self.tree}/pwned\n")
            path.chmod(0o755)
        (self.tree / ".modgraph.yaml").write_text("fail-on: none\n")
        (self.tree / "vendor").mkdir()
        (self.tree / "vendor/modules.txt").symlink_to("/etc/passwd")
        with open(self.tree / "go.sum", "w", encoding="ascii") as sums:
            for i, name in enumerate(similar_names(100_000)):
                sums.write(f"{name} v1.0.0 h1:{i:043d}=\n")

    def listing(self):
        return sorted(str(p.relative_to(self.base)) for p in self.base.rglob("*"))

    def run(self, words, before=()):
        done = subprocess.run(
            [*before, self.system.modgraph.binary, *map(str, words)], cwd=self.tree, env=self.env,
            stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False,
        )  # fmt: skip
        return support.Run(done)


TRACED = "trace=?open,openat,?openat2,?creat,execve,?execveat,connect,socket"
# The system's: the loader and its libraries, and how many processors there are.
SYSTEM = (
    "/lib", "/usr/lib", "/etc/ld.so.", "/usr/share/go", "/usr/local/go/go.env", "/proc/self/",
    "/sys/devices/system/cpu/", "/proc/stat",
)  # fmt: skip
# openat(AT_FDCWD</tree>, "vendor/modules.txt", O_RDONLY) = 3</etc/passwd>
CALL = re.compile(
    r'\w+\((?:(?:AT_FDCWD|\d+)<(?P<folder>[^>]*)>, )?"(?P<name>[^"]*)".*= -?\d+(?:<(?P<real>[^>]*)>)?[^=]*$'
)


class Traced:
    """The calls of a run that matter."""

    def __init__(self, pull_request, words):
        trace = pull_request.base / "trace"
        strace = ["strace", "-ff", "-qq", "-y", "-s", "4096", "-e", TRACED, "-e", "signal=none", "-o", trace]
        self.run = pull_request.run(words, strace)
        self.opened, self.started, self.connected, self.unread = [], [], [], []
        # A file for each thread, or calls would interrupt each other's lines.
        for one in pull_request.base.glob("trace.*"):
            for line in one.read_text(errors="replace").splitlines():
                self.look_at(line, pull_request.tree)
            one.unlink()

    def look_at(self, line, cwd):
        call = line.split("(")[0]
        if call in ("execve", "execveat"):
            self.started.append(line)
        elif call in ("connect", "socket"):
            self.connected.append(line)
        elif found := CALL.match(line):
            name = os.path.join(found["folder"] or cwd, found["name"])
            # What is really opened; where that failed, what was asked for.
            self.opened.append((os.path.normpath(name), found["real"] or os.path.normpath(name)))
        elif call != "???":  # a thread that the end of the process met between two calls
            self.unread.append(line)


def can_trace():
    if not shutil.which("strace"):
        return "strace is not installed"
    tried = subprocess.run(["strace", "-f", "-e", TRACED, "-o", "/dev/null", "true"], capture_output=True, check=False)
    said = tried.stderr.decode(errors="replace").strip()[:100]
    return f"strace may not trace here: {said}" if tried.returncode else ""


def may_be_opened(p, name, real):
    """In the tree or the module cache, or one of the two outside that a stranger may name."""
    if any(real == str(folder) or real.startswith(f"{folder}/") for folder in (p.tree, p.cache)):
        return True
    if real.startswith(SYSTEM):
        return True
    # As the go command does: the go.mod of a replacement wherever it is, and a link of the vendor folder.
    return real == str(p.home / "go.mod") or (name, real) == (str(p.tree / "vendor/modules.txt"), "/etc/passwd")


class Pictures(html.parser.HTMLParser):
    """The elements that fetch something or run something."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        named = [name for name, _ in attributes]
        if tag in ("img", "iframe", "object", "embed", "link", "base") or any(n.startswith("on") for n in named):
            self.found.append((tag, named))


def read_page(text):
    page = Pictures()
    page.feed(text)
    assert not page.found, page.found


def read_comment(text):
    """Nobody is mentioned, and no issue, outside of code."""
    bare = re.sub(r"(?s)(`+)(?!`).*?(?<!`)\1(?!`)", "", text)
    found = re.search(r"(?<!\\)@org|(?<!\\)#1\b|<img", bare)
    assert not found, f"{found[0]!r} near {bare[max(0, found.start() - 60) : found.start() + 40]!r}"


MORE = {"html": read_page, "markdown": read_comment}


def read_answer(command, name, run):
    """Raises what the readers say."""
    kind = command if name == "text" and command in hostile.LOGGED else name
    if name == "json" and command in ("list", "manifest"):
        hostile.readers.read_json_values(run.out.decode())
    elif kind in hostile.OURS or kind in hostile.readers.READERS or kind in ("json", "graph", "list", "why"):
        hostile.read(kind, run.out)
    else:
        hostile.read_inert("text", run.out.decode())
    MORE.get(name, lambda text: None)(run.out.decode())
    hostile.read("stderr", run.err)


def secrets():
    lines = pathlib.Path("/etc/passwd").read_text(errors="replace").splitlines()
    return [PRIVATE.encode(), *(line.encode() for line in lines if len(line) > 8)]


def questions(system, full):
    """(words, format)"""
    out = []
    for words in (
        ["analyze"], ["why", "example.com/key"], ["suggest", "--all"], ["graph"], ["list"],
        ["vendor"], ["cycles"], ["drift"], ["indirect"], ["critical"], ["rank"], ["cut", "example.com/old"],
        ["whatif", "--drop", "example.com/near"], ["manifest", "go.mod"],
    ):  # fmt: skip
        names = support.program.formats_of(system.modgraph.text(words[0], "--help"))
        some = [n for n in names if n in ("text", "script", "patch", "go")] or names[:1]
        out += [(words, name) for name in (names if full or words[0] == "analyze" else some)]
    return out


def check_answer(p, words, name, traced, tally, hidden):
    label = f"{' '.join(words)} -f {name}"
    run = traced.run if traced else p.run([*words, "-f", name])
    codes = (1,) if words[0] == "analyze" else (0, 1)
    tally.holds(run.code in codes, f"{label}: {run.says()}")
    shown = [s for s in hidden if s in run.out or s in run.err]
    tally.holds(not shown, f"{label}: it shows {shown[:1]}")
    try:
        read_answer(words[0], name, run)
        tally.holds(True, label)
    except Exception as fault:  # of any reader
        tally.holds(False, f"{label}: {type(fault).__name__}: {fault}")
    if not traced:
        return set()
    outside = [o for o in traced.opened if not may_be_opened(p, *o)]
    tally.holds(not outside, f"{label}: it opens {outside[:5]}")
    tally.holds(len(traced.started) == 1, f"{label}: it starts {traced.started[1:3]}")
    tally.holds(not traced.connected, f"{label}: it connects: {traced.connected[:2]}")
    tally.holds(traced.opened and not traced.unread, f"{label}: not understood: {traced.unread[:2]}")
    return {real for _, real in traced.opened if real.startswith(str(p.home)) or real == "/etc/passwd"}


def check_cost(p, tally, asked):
    """All that a CI job asks for, and each question alone."""
    formats = [name for words, name in asked if words == ["analyze"]]
    together = ["analyze", *(w for name in formats for w in ("-f", f"{name}:{p.base}/out.{name}"))]
    most = [0, 0]
    for words in (together, *(words for words, name in asked if name == "text")):
        cost = support.measured(p.system.modgraph.binary, words, p.tree, p.env)
        label = " ".join(map(str, words))[:80]
        cheap = cost.seconds < SECONDS and cost.megabytes < MEGABYTES
        tally.holds(cheap, f"{label}: {cost.seconds:.2f} s, {cost.megabytes:.0f} MB")
        most = [max(most[0], cost.seconds), max(most[1], cost.megabytes)]
    for path in p.base.glob("out.*"):
        path.unlink()
    print(f"at most {most[0]:.2f} s and {most[1]:.0f} MB", flush=True)


def check_names(system, folder, tally):
    """A flood of similar names takes no more than others of their length."""
    seconds = {}
    for kind, names in (("similar", similar_names(100_000)), ("random", random_names(100_000))):
        (folder / kind).write_text("".join(f"example.com/m {name}@v1.0.0\n" for name in names))
        ask = (system.modgraph.binary, ["list", kind], folder, system.modgraph.env)
        costs = [support.measured(*ask) for _ in range(3)]
        tally.holds(all(c.code == 0 for c in costs), f"list of {kind} names: exit {[c.code for c in costs]}")
        seconds[kind] = min(c.seconds for c in costs)
    tally.holds(seconds["similar"] < 2 * max(seconds["random"], 0.1), f"a flood of similar names: {seconds}")
    print(f"100000 names: {seconds['similar']:.2f} s for similar ones, {seconds['random']:.2f} s for random ones")


def check_refusals(p, tally, traces):
    """Where the workflow confines it, nothing outside is opened at all."""
    words = ["analyze", "--mod=mod", "--confine", "."]
    run = p.run(words)
    told = f"../../../../home/runner/.ssh/go.mod is outside of {p.tree}\n".encode() in run.err
    tally.holds(run.code == 3 and told and not run.out, f"{' '.join(words)}: {run.says()}")
    if traces:
        opened = {real for _, real in Traced(p, words).opened}
        outside = [o for o in opened if o.startswith(str(p.home)) or o == "/etc/passwd"]
        tally.holds(not outside, f"{' '.join(words)}: it opens {outside}")
    # The gate that the workflow sets counts, and the stranger's is named.
    run = p.run(["analyze", "--fail-on", "error"])
    tally.holds(run.code == 1 and b"fail-on: none is not followed" in run.out, f"the gate: {run.says()}")


def check(system, folder, tally, full):
    folder = folder.resolve()
    p = PullRequest(system, folder / "runner")
    skipped = can_trace()
    if skipped:
        print(f"SKIP what is opened, started and connected to: {skipped}")
    hidden, asked, outside = secrets(), questions(system, full), set()
    for words, name in asked:
        traced = None if skipped else Traced(p, [*words, "-f", name])
        outside |= check_answer(p, words, name, traced, tally, hidden)
    check_refusals(p, tally, not skipped)
    check_cost(p, tally, asked)
    check_names(system, folder, tally)
    after = p.listing()
    tally.holds(after == p.before, f"files came or went: {sorted(set(after) ^ set(p.before))}")
    shown = sorted(o.removeprefix(f"{p.base}/") for o in outside)
    print(f"{len(asked)} answers, {'not traced' if skipped else 'traced; outside of the tree: ' + ', '.join(shown)}")


if __name__ == "__main__":
    sys.exit(support.main(check, needs_shim=False))
