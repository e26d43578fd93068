#!/usr/bin/env python3
"""Small machines and interruptions. Under limits of memory, files, sizes, time and
processes a run ends with the right answer or with exit 3 and one line; of a
signal it dies only where that is what the limit does, or where one was sent, and
then nothing is left behind.

    limits.py BINARY [SHIM] [--full]
"""

import random
import resource
import signal
import subprocess
import sys
import time

import support

MEGABYTE = 1 << 20
EDGES = 100_000
# How often a run is interrupted, with each signal and command.
QUICK, FULL = 4, 50
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def write_large_graph(path, edges=EDGES, seed=1):
    """A graph text with so many requirements."""
    chance = random.Random(seed)
    modules = edges // 4
    lines = [f"example.com/main example.com/m0@v1.{i % 9}.0" for i in range(9)]
    for i in range(edges - len(lines)):
        a, b = chance.randrange(modules), chance.randrange(modules)
        lines.append(f"example.com/m{a}@v1.{i % 9}.0 example.com/m{b}@v1.{(a + b) % 9}.0")
    path.write_text("\n".join(lines) + "\n")


class Limited:
    """Runs of a command below limits, held to what they are without."""

    def __init__(self, system, tally, place, words, out=None):
        self.system, self.tally, self.place, self.words, self.out = system, tally, place, words, out
        self.label = " ".join(words)
        self.right = system.run(words, place)
        self.tally.holds(self.right.code in (0, 1), f"{self.label}: {self.right.says()}")
        self.content = (place / out).read_bytes() if out else None

    def below(self, name, limit, dies_of=()):
        """dies_of: the signals with which this limit may end a process."""

        def lower():
            resource.setrlimit(getattr(resource, "RLIMIT_" + name), (limit, limit))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        if self.out:
            (self.place / self.out).write_text("old\n")
        run = self.system.run(self.words, self.place, preexec_fn=lower)
        told = run.err.removeprefix(self.right.err) if run.code == 3 else b""
        # One line each for files that it cannot open any more.
        errors = told.count(b"error: ")
        one_line = told.endswith(b"\n") and (errors == 1 or (errors and name == "NOFILE"))
        # The loader of the system needs memory and files before there is a program.
        no_program = run.code == 127 and b"error while loading shared libraries" in run.err
        same = run.code == self.right.code and run.out == self.right.out
        fine = same or one_line or no_program or -run.code in dies_of
        what = f"{self.label}: {name} {limit}"
        self.tally.holds(fine, f"{what}: {run.says()}")
        self.tally.holds(self.right.out.startswith(run.out), f"{what}: it printed what is not in the answer")
        if self.out:
            content = (self.place / self.out).read_bytes()
            old_or_new = content == self.content if same else content in (b"old\n", self.content)
            self.tally.holds(old_or_new, f"{what}: {self.out} is torn")
            if not run.code < 0:
                left = [p.name for p in self.place.glob(".modgraph-*")]
                self.tally.holds(not left, f"{what}: left behind {left}")
        return "right" if same else "refused" if one_line else "not loaded" if no_program else "ended by the limit"


def check_limits(system, folder, tally, full):
    large = folder / "large"
    large.mkdir(parents=True)
    write_large_graph(large / "graph.txt")
    listed = support.program.copy_into(folder / "listed", large)
    store = support.copy_store(folder / "store", stale=True)
    shop = support.copy_shop(folder / "shop")
    steps = range(8, 513, 8) if full else (16, 32, 48, 64, 96, 128, 256, 512)
    ladders = {
        "AS": [(n * MEGABYTE, ()) for n in steps],
        "DATA": [(n * MEGABYTE, ()) for n in (1, 16, 64)],
        "NOFILE": [(n, ()) for n in range(3, 9)],
        "FSIZE": [(n, ()) for n in (0, 1000, 100_000)],
        "NPROC": [(n, ()) for n in (0, 1)],
        "STACK": [(256 * 1024, ())],
        # The kernel ends it: SIGXCPU at the limit, SIGKILL where both are one.
        "CPU": [(1, (signal.SIGXCPU, signal.SIGKILL))],
    }
    jobs = [
        Limited(system, tally, large, ["analyze", "graph.txt", "-f", "json:out.json"], "out.json"),
        Limited(system, tally, listed, ["list", "graph.txt"]),
        Limited(system, tally, shop, ["analyze", "-f", "html:out.html"], "out.html"),
        Limited(system, tally, store, ["suggest", "--all"]),
    ]

    def climb(job):
        ended = {}
        for name, rungs in ladders.items():
            for limit, dies_of in rungs:
                how = job.below(name, limit, dies_of)
                ended[how] = ended.get(how, 0) + 1
        return ended

    for job, ended in zip(jobs, support.in_parallel(climb, jobs)):
        counts = ", ".join(f"{count} {how}" for how, count in sorted(ended.items()))
        print(f"{job.label}: {sum(ended.values())} limits: {counts}", flush=True)


def interrupt(system, words, place, number, after):
    """The run's exit code when the signal comes so many seconds after its start."""
    child = subprocess.Popen(
        [system.modgraph.binary, *words],
        cwd=place,
        env=system.modgraph.env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    time.sleep(after)
    child.send_signal(number)
    _, said = child.communicate(timeout=60)
    return child.returncode, said


def check_signals(system, folder, tally, full):
    large = folder / "interrupted"
    large.mkdir(parents=True)
    write_large_graph(large / "graph.txt")
    commands = [
        (["analyze", "graph.txt", "-f", "json:out"], "out"),
        (["list", "graph.txt", "-f", "csv:out"], "out"),
        (["graph", "graph.txt", "-f", "svg:out"], "out"),
    ]
    chance = random.Random(15)
    interrupted = runs = 0
    for words, target in commands:
        started = time.monotonic()
        right = system.run(words, large)
        takes = time.monotonic() - started
        content = (large / target).read_bytes()
        tally.holds(right.code in (0, 1), f"{words}: {right.says()}")
        for number in SIGNALS:
            for _ in range(FULL if full else QUICK):
                (large / target).write_text("old\n")
                after = chance.uniform(0, takes)
                code, said = interrupt(system, words, large, number, after)
                what = f"{' '.join(words)}: {number.name} after {after:.3f} s"
                runs += 1
                interrupted += code == -number
                tally.holds(code in (-number, right.code), f"{what}: exit {code}")
                tally.holds(code != -number or b"error" not in said, f"{what}: it says {said[:200]!r}")
                now = (large / target).read_bytes()
                whole = now in (b"old\n", content) if code == -number else now == content
                tally.holds(whole, f"{what}: the file is torn")
                left = [p.name for p in large.glob(".modgraph-*")]
                # Before main() has run there is nobody to tidy up, nor anything to.
                tally.holds(not left, f"{what}: left behind {left}")
    tally.holds(interrupted > runs // 4, f"only {interrupted} of {runs} runs were interrupted")
    print(f"signals: {runs} runs, {interrupted} of them ended by it", flush=True)


def check(system, folder, tally, full):
    check_limits(system, folder, tally, full)
    check_signals(system, folder, tally, full)


if __name__ == "__main__":
    sys.exit(support.main(check, needs_shim=False))
