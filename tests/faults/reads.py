#!/usr/bin/env python3
"""Every read of a file fails, is interrupted or gives only some bytes. What could
not be read is said, and never taken for empty or absent: a run gives the right
answer, ends with exit 3, or says which file it did without.

    reads.py BINARY SHIM [--full]
"""

import sys

import support

SUM = "money.example.com/sum"


def commands(folder):
    store = support.copy_store(folder / "store", stale=True)
    (store / "main.go").write_text(f'package main\n\nimport _ "{SUM}/of"\n\nfunc main() {{}}\n')
    shop = support.copy_shop(folder / "shop")
    return [
        (["analyze", "-f", "json"], shop),
        (["list"], shop),
        (["analyze", "-f", "json"], store),
        (["suggest", "--all"], store),
        (["whatif", "--drop", SUM], store),
        (["why", SUM], store),
    ]


def fault_of(run, right, how):
    if (run.code, run.out, run.err) == (right.code, right.out, right.err):
        return ""
    if how in ("EINTR", "short"):
        return "another answer: " + run.says()
    said = (run.out + run.err).lower()
    if b"input/output error" not in said:
        return "another answer, and no word of what failed: " + run.says()
    told = b"error: " in run.err if run.code == 3 else b"partial" in said
    return "" if told else "neither refused nor partial: " + run.says()


def check(system, folder, tally, full):
    for words, cwd in commands(folder):
        label = f"{cwd.name}: {' '.join(words)}"
        reads, right = system.count("read", words, cwd)
        if not tally.holds(right.code in (0, 1) and reads > 0, f"{label}: {reads} reads, {right.says()}"):
            continue
        jobs = [
            (at, how, goes_on)
            for how, goes_on in (("EIO", False), ("EIO", True), ("EINTR", False), ("short", False), ("short", True))
            for at in range(1, reads + 1)
        ]

        def work(job, words=words, cwd=cwd, right=right):
            run = system.run(words, cwd, system.fault("read", *job))
            return fault_of(run, right, job[1]), run.code == 3

        refused = 0
        for (at, how, goes_on), (fault, was_refused) in zip(jobs, support.in_parallel(work, jobs)):
            refused += was_refused
            tally.holds(not fault, f"{label}: read {at}, {how}{', from there on' * goes_on}: {fault}")
        print(f"{label}: {reads} reads, {len(jobs)} runs, {refused} refused", flush=True)


if __name__ == "__main__":
    sys.exit(support.main(check))
