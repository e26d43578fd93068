#!/usr/bin/env python3
"""Same input, same bytes: in any locale and time zone, from any folder, on any
number of threads, wherever memory lies and in whatever order a folder lists its
files.

    variants.py BINARY SHIM [--full]
"""

import hashlib
import os
import shutil
import subprocess
import sys

import limits
import support

SUM = "money.example.com/sum"


def variants(system, place, elsewhere):
    """name: (environment, what runs the program, arguments, folder, other)"""
    out = {}

    def add(name, env=None, before=(), words=(), cwd=place, **more):
        out[name] = (env or {}, list(before), list(words), cwd, more)

    for locale in ("C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "POSIX"):
        add(f"LC_ALL={locale}", {"LC_ALL": locale, "LANG": locale})
    add("LANGUAGE=de", {"LANGUAGE": "de", "LC_ALL": "de_DE.UTF-8"})
    for zone in ("Asia/Tokyo", "America/St_Johns"):
        add(f"TZ={zone}", {"TZ": zone})
    add("HOME unset", {"HOME": None})
    add("HOME=/", {"HOME": "/"})
    add("from /", words=["-C", place], cwd="/")
    add("from another folder", words=["-C", place], cwd=elsewhere)
    add("TMPDIR missing", {"TMPDIR": "/nonexistent"})
    add("TERM and COLUMNS", {"TERM": "xterm-256color", "COLUMNS": "40"})
    add("umask 0", preexec_fn=lambda: os.umask(0))
    add("umask 077", preexec_fn=lambda: os.umask(0o77))
    for jobs in (1, 2, 8):
        add(f"-j {jobs}", words=["-j", jobs])
    add("one processor", preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))
    if shutil.which("setarch") and subprocess.run(["setarch", "-R", "true"], check=False).returncode == 0:
        add("addresses not random", before=["setarch", "-R"])
    else:
        print("SKIP addresses not random: setarch -R is not there, or not allowed")
    for byte in (165, 90):
        add(f"MALLOC_PERTURB_={byte}", {"MALLOC_PERTURB_": str(byte)})
    add("one arena", {"MALLOC_ARENA_MAX": "1"})
    add("folders backwards", {**system.fault("none"), "FAULT_ORDER": "reversed"})
    add("SOURCE_DATE_EPOCH", {"SOURCE_DATE_EPOCH": "0"})
    add("again")
    return out


def digest(system, question, variant):
    env, before, words, cwd, more = variant
    env = {**system.modgraph.env, **env}
    done = subprocess.run(
        [*before, system.modgraph.binary, *question[:1], *map(str, words), *question[1:]],
        env={k: v for k, v in env.items() if v is not None},
        cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False, **more,
    )  # fmt: skip
    return done.returncode, hashlib.sha256(done.stdout).hexdigest(), done.stderr


def questions(system, place, subject):
    """Each format of analyze, and of some that answer differently."""
    out = []
    for words in (["analyze"], ["list"], ["graph"], ["why", subject], ["suggest", "--all"], ["rank"]):
        names = support.program.formats_of(system.modgraph.text(words[0], "--help"))
        out += [[*words, "-f", name] for name in names]
    out += [["whatif", "--drop", subject, "-f", "json"], ["vendor", "-f", "json"], ["drift", "-f", "json"]]
    return [q for q in out if system.run(q, place).code in (0, 1)]


def check_place(system, place, asked, names, elsewhere, tally):
    known = variants(system, place, elsewhere)
    if names:
        known = {name: known[name] for name in known if name.startswith(names)}
    plain = ({}, [], [], place, {})
    right = support.in_parallel(lambda q: digest(system, q, plain), asked)
    jobs = [(name, i) for name in known for i in range(len(asked))]
    made = support.in_parallel(lambda job: digest(system, asked[job[1]], known[job[0]]), jobs)
    for (name, i), (code, sha, said) in zip(jobs, made):
        # Where files are named as the folder was named, messages may differ.
        same = (code, sha) == right[i][:2]
        tally.holds(same, f"{place.name}: {' '.join(asked[i])}, {name}: other bytes, exit {code} {said[-200:]!r}")
    print(f"{place.name}: {len(asked)} outputs in {len(known)} variants", flush=True)


def check(system, folder, tally, full):
    store = support.copy_store(folder / "store", stale=True)
    shop = support.copy_shop(folder / "shop")
    # Those of many that cannot be read are named, the first ones.
    for i in range(40):
        os.mkfifo(store / f"f{i * 7 % 40}.go")
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    for place, subject in ((store, SUM), (shop, "example.com/catalog")):
        asked = questions(system, place, subject)
        tally.holds(len(asked) >= 20, f"{place.name}: only {len(asked)} outputs")
        check_place(system, place, asked, (), elsewhere, tally)
    large = folder / "large"
    large.mkdir()
    limits.write_large_graph(large / "graph.txt")
    asked = [["analyze", "graph.txt", "-f", "json"], ["analyze", "graph.txt", "-f", "csv"]]
    if full:
        names = support.program.formats_of(system.modgraph.text("analyze", "--help"))
        asked = [["analyze", "graph.txt", "-f", name] for name in names]
    check_place(system, large, asked, () if full else ("-j", "one processor", "folders"), elsewhere, tally)


if __name__ == "__main__":
    sys.exit(support.main(check))
