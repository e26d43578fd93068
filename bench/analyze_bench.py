#!/usr/bin/env python3
"""Whole runs of `modgraph analyze`, everything on, output to /dev/null.

    analyze_bench.py BINARY BENCH_FOLDER CORPUS [ROUNDS]

Kubernetes of the corpus from its module cache (text and JSON) and from recorded graph text; graph text of 10^6 generated
requirements. Medians of ROUNDS runs (default 21; 9 for the large graph), wall time of the process.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time


def median(argv, cwd, env, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(argv, cwd=cwd, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times)


def main():
    binary, bench, corpus = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 21
    with tempfile.TemporaryDirectory() as folder:
        base = pathlib.Path(folder)
        with tarfile.open(corpus / "real/modcache.tar.xz") as archive:
            archive.extractall(base / "cache")
        env = {"PATH": os.environ["PATH"], "HOME": str(base), "GOMODCACHE": str(base / "cache"), "GOPROXY": "off",
               "GOENV": "off", "GOFLAGS": ""}
        kubernetes = corpus / "real/kubernetes"
        for name, words in (("text", []), ("JSON", ["-f", "json"]), ("all four formats", [
                "-f", "text", "-f", f"json:{base}/o.json", "-f", f"dot:{base}/o.dot", "-f", f"svg:{base}/o.svg"])):
            took = median([binary, "analyze", "--exit-zero", *words], kubernetes, env, rounds)
            print(f"Kubernetes from its module cache, {name}: {took:.1f} ms")
        took = median([binary, "analyze", "--exit-zero", "--graph", "graph.txt", "-f", "json"], kubernetes, env, rounds)
        print(f"Kubernetes from graph text, JSON: {took:.1f} ms")
        graph = base / "graph.txt"
        with open(graph, "wb") as out:
            subprocess.run([bench / "make_graph", "1000000"], stdout=out, check=True)
        for name, words in (("text", []), ("JSON", ["-f", "json"])):
            took = median([binary, "analyze", "--exit-zero", "--graph", graph, *words], base, env, min(rounds, 9))
            print(f"10^6 requirements of graph text, {name}: {took:.0f} ms")


if __name__ == "__main__":
    main()
