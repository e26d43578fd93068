#!/usr/bin/env python3
"""Every call with which the program writes fails, or is the last one before a
kill or another signal: the file that is written is the old one or the new one, the exit code says
which, and the next run leaves nothing of the last. And a full disk, in the place
of every file and of standard output, for every format of every command.

    writes.py BINARY SHIM [--full]

The quick tier lets calls fail once and for good by turns, the full one both.
"""

import os
import re
import shutil
import signal
import sys

import support

sys.path.insert(0, str(support.SOURCE / "tests/cli"))
import formats  # noqa: E402  what stands for the words of a usage line

# (fault, from there on)
FAULTS = [("SIGKILL", False), ("SIGTERM", False), ("ENOSPC", False), ("EIO", True), ("EINTR", False), ("short", True)]
MORE = [("SIGINT", False), ("SIGHUP", False), ("ENOSPC", True), ("EIO", False), ("short", False)]
OLD = b"what was there before\n"
SUM = "money.example.com/sum"


def writers(folder):
    """(words, folder, files that it writes) of each."""
    store = support.copy_store(folder / "store", stale=True)
    shop = support.copy_shop(folder / "shop")
    return [
        (["analyze", "-f", "json:out.json"], shop, ["out.json"]),
        (["analyze", "-f", "html:out.html"], shop, ["out.html"]),
        (["analyze", "-f", "csv:a.csv", "-f", "sarif:b.sarif"], shop, ["a.csv", "b.sarif"]),
        (["graph", "-f", "dot:out.dot"], shop, ["out.dot"]),
        (["graph", "-f", "svg:out.svg"], shop, ["out.svg"]),
        (["list", "-f", "csv:out.csv"], shop, ["out.csv"]),
        (["analyze", "-f", "markdown"], shop, []),
        (["suggest", "--all", "--apply"], store, ["go.mod"]),
        (["whatif", "--drop", SUM, "--apply"], store, ["go.mod"]),
        (["whatif", "--drop", SUM, "--apply", "-f", "json:out.json"], store, ["go.mod", "out.json"]),
    ]


class Writer:
    def __init__(self, system, words, cwd, targets, place):
        self.system, self.words, self.targets = system, words, targets
        self.label = " ".join(words)
        self.cwd = support.program.copy_into(place, cwd)
        # A go.mod is there, and what it becomes is the new one.
        self.old = {t: (self.cwd / t).read_bytes() if (self.cwd / t).exists() else OLD for t in targets}
        self.reset()
        self.right = system.run(words, self.cwd)
        self.new = {t: (self.cwd / t).read_bytes() for t in targets}
        self.reset()
        self.calls, _ = system.count("output", words, self.cwd)

    def reset(self):
        for target, content in self.old.items():
            (self.cwd / target).write_bytes(content)

    def leftovers(self):
        return sorted(p.name for p in self.cwd.glob(".modgraph-*"))

    def content(self):
        return {t: (self.cwd / t).read_bytes() for t in self.targets}

    def fault_of(self, run, how):
        """What is wrong after this run; "" when nothing is."""
        content = self.content()
        torn = [t for t in self.targets if content[t] not in (self.old[t], self.new[t])]
        if torn:
            return f"{torn} torn, {run.says()}"
        if how.startswith("SIG"):
            silent = b"error" not in run.err
            return "" if run.code == -signal.Signals[how] and silent else run.says()
        if run.code == self.right.code:
            right = content == self.new and run.out == self.right.out and run.err == self.right.err
            return "" if right else "not what the exit code says: " + run.says()
        told = run.err.removeprefix(self.right.err)
        written = re.match(r"error: cannot write (?:\S*/)?(\S+|standard output): \w", told.decode())
        named = written and written[1] in [*self.targets, "standard output"]
        refused = run.code == 3 and told.count(b"\n") == 1 and named
        return "" if refused and self.right.out.startswith(run.out) else run.says()

    def try_one(self, at, how, goes_on):
        self.reset()
        run = self.system.run(self.words, self.cwd, self.system.fault("output", at, how, goes_on))
        fault = self.fault_of(run, how)
        # A killed run cannot tidy up; nor can one that may not delete.
        left = self.leftovers() if how != "SIGKILL" and not goes_on else []
        self.reset()
        again = self.system.run(self.words, self.cwd)
        if again.code != self.right.code or self.content() != self.new:
            fault = fault or "the next run fails: " + again.says()
        stays = self.leftovers()
        if left or stays:
            fault = fault or f"left behind: {left}, after the next run {stays}"
            for name in stays:
                (self.cwd / name).unlink()
        return fault, run.code


def check_calls(system, folder, tally, full):
    """Each writer in a folder of its own, side by side."""
    made = [
        Writer(system, words, cwd, targets, folder / "writers" / str(number))
        for number, (words, cwd, targets) in enumerate(writers(folder / "sources"))
    ]

    def work(writer):
        tried = []
        for how, goes_on in FAULTS + (MORE if full else []):
            for at in range(1, writer.calls + 1):
                tried.append((at, how, goes_on, *writer.try_one(at, how, goes_on)))
        return tried

    kills = failures = 0
    for writer, tried in zip(made, support.in_parallel(work, made)):
        tally.holds(writer.right.code in (0, 1), f"{writer.label}: {writer.right.says()}")
        tally.holds(writer.calls > 0, f"{writer.label}: it writes nothing")
        for at, how, goes_on, fault, _ in tried:
            kills += how.startswith("SIG")
            failures += not how.startswith("SIG")
            tally.holds(not fault, f"{writer.label}: call {at}, {how}{', from there on' * goes_on}: {fault}")
        codes = [code for *_, code in tried]
        print(f"{writer.label}: {writer.calls} calls, {len(tried)} runs, {codes.count(3)} refused", flush=True)
    print(f"{kills} signals and {failures} failing calls, each with a run after it", flush=True)


def full_disk(system, place, command, words, name, tally):
    """The disk is full where that format goes."""
    label = f"{place.name}: {' '.join([command, *words])} -f {name}"
    usual = system.run([command, *words, "-f", name], place)
    if usual.code not in (0, 1) or not usual.out:
        return 0  # refused, or nothing to say
    for where, what in (("standard output", [name]), ("/dev/full", [name + ":/dev/full"])):
        with open("/dev/full" if len(what[0]) == len(name) else os.devnull, "wb") as out:
            run = system.run([command, *words, "-f", *what], place, stdout=out)
        told = run.err.decode().endswith(f"error: cannot write {where}: No space left on device\n")
        tally.holds(run.code == 3 and told, f"{label} to a full {where}: {run.says()}")
    return 2


def check_full_disk(system, folder, tally):
    if not os.path.exists("/dev/full"):
        print("SKIP a full disk: there is no /dev/full")
        return
    store = support.copy_store(folder / "store", stale=True)
    shop = support.program.copy_into(folder / "storefront", support.SOURCE / "examples/storefront")
    jobs = []
    for command in system.modgraph.commands():
        help_text = system.modgraph.text(command, "--help")
        usage = next(line for line in help_text.splitlines() if line.startswith("usage: "))
        for place, names in ((shop, formats.STOREFRONT), (store, formats.STORE)):
            names = {**names, "list": shop / "list.json"}
            for more in formats.MORE.get(command, [[]]):
                words = formats.words_of(usage, names) + [word.format(**names) for word in more]
                jobs += [(place, command, words, name) for name in support.program.formats_of(help_text)]
    tried = sum(support.in_parallel(lambda job: full_disk(system, *job, tally), jobs))
    for words in (["--help"], ["--version"], ["version"], ["explain"], ["schema"], ["schema", "analyze"]):
        with open("/dev/full", "wb") as out:
            run = system.run(words, folder, stdout=out)
        tried += 1
        wanted = run.code == 3 and b"No space left on device" in run.err
        tally.holds(wanted or run.code == 2, f"{' '.join(words)} to a full disk: {run.says()}")
    print(f"full disk: {tried} outputs of {len(jobs)} formats of commands", flush=True)


def check(system, folder, tally, full):
    check_calls(system, folder, tally, full)
    shutil.rmtree(folder / "writers")
    check_full_disk(system, folder / "full", tally)


if __name__ == "__main__":
    sys.exit(support.main(check))
