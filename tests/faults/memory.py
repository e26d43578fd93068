#!/usr/bin/env python3
"""Every allocation of some commands fails: once, or from there on. Each run must
end with exit 3 and one line, or with the right answer.

    memory.py BINARY SHIM [--full]

The quick tier tries some hundred allocations of each command; the full one lets
each fail once, and from every tenth on all that follow.
"""

import sys

import support

VENDORED = "# example.com/a v1.0.0\n## explicit\nexample.com/a\n"
# How many allocations of a command the quick tier lets fail.
QUICK = 75
# In the full tier all of these, which are those of the program's start.
FIRST = 100


def commands(folder):
    """(words, folder, the file it writes or None) of each."""
    store = support.copy_store(folder / "store", stale=True)
    shop = support.copy_shop(folder / "shop")
    vendored = folder / "vendored"
    (vendored / "vendor").mkdir(parents=True)
    (vendored / "go.mod").write_text("module example.com/m\n\ngo 1.20\n\nrequire example.com/a v1.0.0\n")
    (vendored / "vendor/modules.txt").write_text(VENDORED)
    (vendored / ".git").mkdir()
    return [
        (["--version"], shop, None),
        (["--help"], shop, None),
        (["analyze", "-f", "text"], shop, None),
        (["analyze", "-f", "json:out"], shop, shop / "out"),
        (["analyze", "-f", "html"], shop, None),
        (["analyze", "-f", "sarif:out.sarif"], shop, shop / "out.sarif"),
        (["graph", "-f", "dot"], shop, None),
        (["list"], shop, None),
        (["why", "money.example.com/sum"], store, None),
        (["suggest", "--all"], store, None),
        (["whatif", "--drop", "money.example.com/sum"], store, None),
        (["vendor"], vendored, None),
    ]


WHY = b"error: out of memory\n"
OLD = b"what was there before\n"


class Command:
    def __init__(self, system, words, cwd, target):
        self.system, self.words, self.cwd, self.target = system, words, cwd, target
        self.label = " ".join(words)
        self.count, self.right = system.count("alloc", words, cwd)
        self.content = target.read_bytes() if target else None

    def fault_of(self, run):
        """What is wrong with this run; "" when nothing is."""
        if run.code == self.right.code:
            right = run.out == self.right.out and run.err == self.right.err
            return "" if right else "another answer: " + run.says()
        said, why = run.err[: -len(WHY)], run.err[-len(WHY) :]
        if run.code != 3 or why != WHY or not self.right.err.startswith(said):
            return run.says()
        return "" if self.right.out.startswith(run.out) else "it printed what is not in the answer"

    def fault_of_target(self, run, target):
        if not target:
            return ""
        content = target.read_bytes()
        allowed = [self.content] if run.code != 3 else [OLD, self.content]
        left = [p.name for p in target.parent.glob(".modgraph-*")]
        return "" if content in allowed and not left else f"{run.says()}: the file is torn, or {left} left"

    def try_one(self, at, goes_on, place):
        """Runs in a folder that nobody else uses: it writes there."""
        target = place / self.target.name if self.target else None
        if target:
            target.write_bytes(OLD)
        run = self.system.run(self.words, place, self.system.fault("alloc", at, goes_on=goes_on))
        return self.fault_of(run) or self.fault_of_target(run, target), run.code == 3


def check(system, folder, tally, full):
    for words, cwd, target in commands(folder):
        command = Command(system, words, cwd, target)
        if not tally.holds(command.right.code in (0, 1), f"{command.label}: {command.right.says()}"):
            continue
        points = support.some(command.count, command.count if full else QUICK)
        jobs = [(at, False) for at in points]
        jobs += [(at, True) for at in points if not full or at <= FIRST or at % 10 == 0]
        refused = 0

        def work(number, command=command, jobs=jobs):
            place = command.cwd
            if command.target:  # one for each that may run at the same time
                place = support.program.copy_into(folder / "many" / str(number), command.cwd)
            return command.try_one(*jobs[number], place)

        for (at, goes_on), (fault, was_refused) in zip(jobs, support.in_parallel(work, range(len(jobs)))):
            refused += was_refused
            what = f"{command.label}: allocation {at} fails{' and all after it' if goes_on else ''}"
            tally.holds(not fault, f"{what}: {fault}")
        print(
            f"{command.label}: {command.count} allocations, {len(jobs)} runs, {refused} ended for want of memory",
            flush=True,
        )


if __name__ == "__main__":
    sys.exit(support.main(check))
