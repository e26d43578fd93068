#!/usr/bin/env python3
"""Random module worlds, resolved by the go command and by modgraph.

    oracle.py BINARY [COUNT [SEED]]     graph, list, list --json and list --mod=readonly of COUNT worlds

Compared: whether they refuse, and standard output when they do not. A mismatch is shrunk to a small world, which is
printed as files; then the exit status is 1. Needs the go command; says SKIP and succeeds without it.
"""
import concurrent.futures
import copy
import difflib
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import worlds

COMMANDS = {
    # name: (what go is asked, what modgraph is asked, in a workspace too)
    "graph": (["mod", "graph"], ["graph"], True),
    "list": (["list", "-mod=mod", "-m", "all"], ["list"], False),
    "list in a workspace": (["list", "-m", "all"], ["list"], True),
    "list --json": (["list", "-mod=mod", "-m", "-json", "all"], ["list", "--json"], False),
    "list --json in a workspace": (["list", "-m", "-json", "all"], ["list", "--json"], True),
    "list --mod=readonly": (["list", "-mod=readonly", "-m", "all"], ["list", "--mod=readonly"], False),
}


def applies(world, name):
    is_workspace = "go.work" in world["files"]
    _, _, in_workspace = COMMANDS[name]
    return in_workspace if is_workspace else not name.endswith("in a workspace")


class Bench:
    """Runs both programs on a world, in a folder of its own."""

    def __init__(self, binary, go_version):
        self.binary, self.go_version, self.refused = binary, go_version, 0
        shm = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.base = pathlib.Path(tempfile.mkdtemp(dir=shm))
        self.env = {"PATH": os.environ["PATH"], "HOME": str(self.base), "GOENV": "off", "GOFLAGS": "", "GOPROXY": "off",
                    "GOSUMDB": "off", "GOTOOLCHAIN": "local", "GOMODCACHE": str(self.base / "cache")}

    def close(self):
        shutil.rmtree(self.base, ignore_errors=True)

    def place(self, world):
        for name in ("p", "cache"):
            shutil.rmtree(self.base / name, ignore_errors=True)
            (self.base / name).mkdir()
        worlds.lay_out_files(world, self.base / "p")
        worlds.lay_out_cache(world, self.base / "cache")

    def run(self, argv):
        p = subprocess.run(argv, cwd=self.base / "p", env=self.env, capture_output=True, timeout=60)
        return p.returncode, p.stdout, p.stderr

    def answers(self, world, name):
        """(go's, modgraph's): exit status zero or not, output, and for people what was said."""
        ask_go, ask_us, _ = COMMANDS[name]
        self.place(world)
        ours = self.run([self.binary, *ask_us, "--go-version", self.go_version, "--go-version-strict"])
        theirs = self.run(["go", *ask_go])
        return theirs, ours

    def go_also_says(self, world, name, answer):
        """Whether it is one of go's answers, which can vary: where a replacement is itself replaced, the go line that
        it shows depends on which of two go.mod files it happened to read first."""
        for _ in range(100):
            self.place(world)  # go may have written to go.mod
            if self.run(["go", *COMMANDS[name][0]])[1] == answer:
                return True
        return False

    def differs(self, world, name):
        if not applies(world, name):
            return None
        theirs, ours = self.answers(world, name)
        same = (theirs[0] == 0) == (ours[0] == 0) and (theirs[0] != 0 or theirs[1] == ours[1])
        self.refused += theirs[0] != 0
        if not same and "--json" in name and theirs[0] == 0 == ours[0]:
            same = self.go_also_says(world, name, ours[1])
        return None if same and ours[0] in (0, 1, 2, 3) else (theirs, ours)


def smaller(world):
    """Worlds with one thing less."""
    for key in sorted(world["mods"]):
        less = copy.deepcopy(world)
        del less["mods"][key]
        yield less
    for table in ("files", "mods"):
        for key, text in sorted(world[table].items()):
            lines = (text or "").splitlines(keepends=True)
            for i, line in enumerate(lines):
                if line.startswith("module "):
                    continue
                less = copy.deepcopy(world)
                less[table][key] = "".join(lines[:i] + lines[i + 1:])
                yield less
    for key in sorted(world["files"]):
        if not key.startswith("go."):
            less = copy.deepcopy(world)
            del less["files"][key]
            yield less


def shrink(bench, world, name, most=400):
    tries, again = 0, True
    while again and tries < most:
        again = False
        for less in smaller(world):
            tries += 1
            if tries >= most:
                break
            if bench.differs(less, name):
                world, again = less, True
                break
    return world


def show(world, name, difference):
    (go_code, go_out, go_err), (code, out, err) = difference
    for table in ("files", "mods"):
        for key, text in sorted(world[table].items()):
            print(f"-- {key} --")
            print(text if text is not None else "(not in the cache)")
    print(f"== {name}: go exits with {go_code}, modgraph with {code}")
    print("".join(difflib.unified_diff(lines_of(go_out), lines_of(out), "go", "modgraph")))
    print(f"go says: {go_err.decode(errors='replace')[:1000]}\nmodgraph says: {err.decode(errors='replace')[:1000]}")


def lines_of(text):
    return text.decode(errors="replace").splitlines(keepends=True)


def run_some(binary, go_version, seeds, stop_after):
    bench, compared, found = Bench(binary, go_version), 0, []
    try:
        for seed in seeds:
            rng = random.Random(seed)
            world = worlds.make(rng)
            if "go.work" not in world["files"]:
                world["files"]["go.sum"] = worlds.go_sum(world, rng)
            for name in COMMANDS:
                if not applies(world, name):
                    continue
                compared += 1
                difference = bench.differs(world, name)
                if difference is None:
                    continue
                found.append((seed, name))
                if len(found) <= stop_after:
                    small = shrink(bench, world, name)
                    print(f"MISMATCH {name}, seed {seed}, shrunk to:")
                    show(small, name, bench.differs(small, name) or difference)
                    sys.stdout.flush()
    finally:
        bench.close()
    return compared, found, bench.refused


def running_go():
    """The version of the go command: 1.26.1."""
    version = subprocess.run(["go", "env", "GOVERSION"], capture_output=True, text=True, check=True,
                             env={**os.environ, "GOTOOLCHAIN": "local"}).stdout.strip()
    return re.sub(r"^go([0-9a-z.]+).*", r"\1", version)


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    if shutil.which("go") is None:
        print("SKIP oracle: there is no go command")
        return 0
    go_version = running_go()
    parts = os.cpu_count() or 1
    seeds = range(first, first + count)
    with concurrent.futures.ProcessPoolExecutor(parts) as pool:
        jobs = [pool.submit(run_some, binary, go_version, seeds[i::parts], 2) for i in range(parts)]
        results = [job.result() for job in jobs]
    compared = sum(r[0] for r in results)
    found = [f for r in results for f in r[1]]
    for seed, name in found[:20]:
        print(f"mismatch: seed {seed}, {name}")
    print(f"oracle: {count} worlds from seed {first}, go {go_version}: {compared} comparisons "
          f"({sum(r[2] for r in results)} refused by go), {len(found)} mismatches")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
