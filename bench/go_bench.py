#!/usr/bin/env python3
"""`modgraph graph` and `list` beside the go command, on the same warm module cache.

    go_bench.py BINARY BENCH_FOLDER CORPUS [ROUNDS]

For tekton and terraform of the corpus: both programs in turn, ROUNDS times each (default 21), medians of wall and CPU
time and their ratios, at the default number of threads and at -j1; and how long opening and reading the same go.mod
files takes on one thread. Then all modules of a monorepo: modgraph in one process, the go command one after the other.
Before that, it is checked that both print the same.
"""
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time

GRAPH = (["graph"], ["go", "mod", "graph"])
LIST = (["list"], ["go", "list", "-mod=mod", "-m", "all"])


def timed(argv, cwd, env):
    """Wall and CPU time; started directly, as `subprocess` adds a millisecond of its own."""
    os.chdir(cwd)
    nothing = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
    program = shutil.which(argv[0])
    start = time.perf_counter()
    child = os.posix_spawn(program, argv, env, file_actions=nothing)
    usage = os.wait4(child, 0)[2]
    wall = time.perf_counter() - start
    return wall * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3


def compare(binary, ours, theirs, cwd, env, rounds):
    same = subprocess.run([binary, *ours], cwd=cwd, env=env, capture_output=True).stdout == subprocess.run(
        theirs, cwd=cwd, env=env, capture_output=True).stdout
    candidates = {"go": theirs, "default": [binary, *ours], "-j1": [binary, *ours, "-j1"]}
    times = {name: [] for name in candidates}
    for _ in range(rounds):
        for name, argv in candidates.items():
            times[name].append(timed(argv, cwd, env))
    medians = {name: [statistics.median(t[i] for t in times[name]) for i in (0, 1)] for name in candidates}
    go = medians["go"]
    print(f"{cwd.name} {' '.join(ours)}: {'same bytes' if same else 'THE BYTES DIFFER'}; "
          f"go {go[0]:.1f} ms wall, {go[1]:.1f} ms CPU")
    for name in ("default", "-j1"):
        wall, cpu = medians[name]
        print(f"  modgraph {name:8} {wall:6.1f} ms wall ({go[0] / wall:.1f}x), {cpu:6.1f} ms CPU ({go[1] / cpu:.1f}x)")


def floor(binary, bench, cwd, env):
    """The files that `graph` opens, opened and read by a loop."""
    trace = subprocess.run(["strace", "-f", "-e", "trace=openat", binary, "graph", "-j1"], cwd=cwd, env=env,
                           capture_output=True, text=True).stderr if shutil.which("strace") else ""
    names = sorted(set(re.findall(r'openat\(\d+, "([^"]+/@v/[^"]+\.mod)"', trace)))
    if not names:
        return print("  SKIP floor: strace is not installed")
    out = subprocess.run([str(bench / "read_floor"), env["GOMODCACHE"] + "/cache/download"],
                         input="\n".join(names) + "\n", capture_output=True, text=True, check=True).stdout
    print(f"  opening and reading the {len(names)} go.mod files on one thread: {out.strip()} ms")


def monorepo(bench, root, env, rounds):
    folders = sorted(str(p.parent) for p in root.rglob("go.mod"))
    ours = []
    for _ in range(rounds):
        p = subprocess.run([str(bench / "monorepo"), *folders], env=env, capture_output=True, text=True, check=True)
        ours.append(float(re.search(r"([0-9.]+) ms", p.stdout).group(1)))
    start = time.perf_counter()
    for folder in folders:
        for argv in (GRAPH[1], LIST[1]):
            subprocess.run(argv, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    go = (time.perf_counter() - start) * 1e3
    print(f"monorepo: {p.stdout.strip()}")
    print(f"  median of {rounds}: {statistics.median(ours):.0f} ms; go one after the other {go:.0f} ms "
          f"({go / statistics.median(ours):.1f}x)")


def main():
    binary, bench, corpus = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 21
    if shutil.which("go") is None:
        print("SKIP go bench: there is no go command")
        return
    with tempfile.TemporaryDirectory() as folder:
        base = pathlib.Path(folder)
        with tarfile.open(corpus / "real/modcache.tar.xz") as archive:
            archive.extractall(base / "cache")
        env = {"PATH": os.environ["PATH"], "HOME": str(base), "GOMODCACHE": str(base / "cache"), "GOPROXY": "off",
               "GOENV": "off", "GOFLAGS": "", "GOTOOLCHAIN": "local", "GOSUMDB": "off"}
        for name in ("tekton", "terraform"):
            shutil.copytree(corpus / "real" / name, base / name)
            for ours, theirs in (GRAPH, LIST):
                compare(str(binary), ours, theirs, base / name, env, rounds)
            floor(str(binary), bench, base / name, env)
        shutil.copytree(corpus / "real/otel-monorepo", base / "monorepo")
        monorepo(bench, base / "monorepo", env, 5)


if __name__ == "__main__":
    main()
