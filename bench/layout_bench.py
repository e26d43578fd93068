#!/usr/bin/env python3
"""Our drawings beside Graphviz's `dot`: crossings and time.

    layout_bench.py BINARY BENCH_FOLDER CORPUS [SECONDS]

For each real module of the corpus, its default picture and (for six of them) every module of the build: boxes and lines
as modgraph draws them, then the same boxes, in the same sizes, distances and direction, with the same lines, laid out
by dot, which may take SECONDS (default 120). One program counts the crossings of both (count_crossings.cc says how),
and measures the length of the lines, their bends and the area. Times: layout and SVG of modgraph, one run of dot.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ALL_MODULES = ("buf", "controller-runtime", "golangci-lint", "hugo", "nats", "opa")
NUMBER = re.compile(r"-?[0-9.]+")


def count(counter, lines):
    text = "".join(f"{a} {b} {' '.join(map(str, points))}\n" for a, b, points in lines)
    done = subprocess.run([counter], input=text, capture_output=True, text=True, check=True)
    crossings, length, bends = done.stdout.split()
    return int(crossings), int(length), int(bends)


def self_test(counter):
    """Known drawings: a cross, lines that share a box, curves that pass each other."""
    straight = lambda x1, y1, x2, y2: [x1, y1, x1, y1, x2, y2, x2, y2]
    cross = [(0, 1, straight(0, 0, 100, 100)), (2, 3, straight(0, 100, 100, 0))]
    assert count(counter, cross)[0] == 1
    assert count(counter, [cross[0], (0, 3, cross[1][2])])[0] == 0, "a common end is no crossing"
    arch = [0, 0, 0, 100, 100, 100, 100, 0]
    assert count(counter, [(0, 1, arch), (2, 3, straight(-10, 60, 110, 60))])[0] == 1, "a pair counts once"
    assert count(counter, [(0, 1, arch), (2, 3, straight(-10, 80, 110, 80))])[0] == 0


def ours(binary, words, folder, everything):
    page = folder / "page.html"
    more = ["--max-nodes", "0"] if everything else []
    subprocess.run([binary, "analyze", *words, *more, "--exit-zero", "-f", f"html:{page}"], check=True)
    text = page.read_text(encoding="utf-8")
    ends = json.loads(re.search(r'id="picture-lines">(.*?)</script>', text, re.S)[1])
    drawn = text[text.index('<g class="lines">'):text.index('<g class="boxes">')]
    curves = [re.search(r'<path class="line(?! below)[^"]*" d="([^"]*)"', g)[1] for g in drawn.split("<g>")[1:]]
    assert len(curves) == len(ends), "every line is drawn once"
    nodes = text[text.index('<g class="boxes">'):]
    sizes = re.findall(r'<g class="node[^>]*>\s*<title>[^<]*</title>\s*<rect class="box" x="([-0-9.]+)" y="([-0-9.]+)" '
                       r'width="([-0-9.]+)" height="([-0-9.]+)"', nodes)
    boxes = [tuple(map(float, s)) for s in sizes]
    lines = [(a, b, [float(n) for n in NUMBER.findall(d)]) for (a, b), d in zip(ends, curves)]
    done = subprocess.run([binary, "-v", "-v", "analyze", *words, *more, "--exit-zero", "-f", "svg:/dev/null"],
                          capture_output=True, text=True, check=True)
    took = float(re.search(r"svg\s+([0-9.]+) ms", done.stderr)[1]) / 1e3
    return boxes, lines, took


def area(boxes):
    width = max(x + w for x, _, w, _ in boxes) - min(x for x, _, w, _ in boxes)
    height = max(y + h for _, y, _, h in boxes) - min(y for _, y, _, h in boxes)
    return width * height / 1e6


def runs_down(lines, boxes):
    """Whether lines leave through the bottom, as the most do."""
    down = sum(abs(p[-1] - p[1]) >= boxes[a][3] / 2 and abs(p[0] - (boxes[a][0] + boxes[a][2])) > 0.2
               for a, _, p in lines)
    return 2 * down >= len(lines)


def dots(boxes, lines, seconds):
    down = runs_down(lines, boxes)
    gap, layer = (16, 26) if down else (12, 44)
    text = [f"digraph g {{ graph [rankdir={'TB' if down else 'LR'}, nodesep={gap / 72}, ranksep={layer / 72}];",
            'node [shape=box, fixedsize=true, label=""];']
    text += [f"n{i} [width={w / 72}, height={h / 72}];" for i, (_, _, w, h) in enumerate(boxes)]
    text += [f"n{a} -> n{b} [id={i}];" for i, (a, b, _) in enumerate(lines)]
    start = time.perf_counter()
    try:
        done = subprocess.run(["dot", "-Tjson0"], input="\n".join(text) + "}", capture_output=True, text=True,
                              timeout=seconds, check=True)
    except subprocess.TimeoutExpired:
        return None
    took = time.perf_counter() - start
    graph = json.loads(done.stdout)
    placed = []
    for o in graph["objects"]:
        x, y = map(float, o["pos"].split(","))
        w, h = float(o["width"]) * 72, float(o["height"]) * 72
        placed.append((x - w / 2, y - h / 2, w, h))
    drawn = []
    for e in graph.get("edges", []):
        points = [p for p in e["pos"].split() if p[0] not in "es"]
        drawn.append((e["tail"], e["head"], [float(n) for p in points for n in p.split(",")]))
    return placed, drawn, took


def row(counter, name, binary, words, folder, everything, seconds):
    boxes, lines, took = ours(binary, words, folder, everything)
    crossings, length, bends = count(counter, lines)
    theirs = dots(boxes, lines, seconds)
    start = f"| {name} | {len(boxes)} | {len(lines)} | {crossings} |"
    if theirs is None:
        print(f"{start} | | {took * 1e3:.0f} ms | over {seconds} s | |", flush=True)
        return
    placed, drawn, dot_took = theirs
    dot_crossings, dot_length, dot_bends = count(counter, drawn)
    ratio = f"{crossings / dot_crossings:.2f}" if dot_crossings else ("1.00" if crossings == 0 else "more than 0")
    print(f"{start} {dot_crossings} | {ratio} | {took * 1e3:.0f} ms | {dot_took * 1e3:.0f} ms | "
          f"{length / dot_length:.2f}, {bends / max(dot_bends, 1):.2f}, {area(boxes) / area(placed):.2f} |", flush=True)


def main():
    binary, bench, corpus = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
    seconds = int(sys.argv[4]) if len(sys.argv) > 4 else 120
    counter = bench / "count_crossings"
    self_test(counter)
    print("| picture | boxes | lines | crossings | dot's | ratio | time | dot's | length, bends, area: ratios |")
    print("|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as work:
        for folder in sorted((corpus / "real").iterdir()):
            words = [w for flag, name in (("--graph", "graph.txt"), ("--mod", "go.mod"), ("--list", "list.json"))
                     if (folder / name).exists() for w in (flag, str(folder / name))]
            if not (folder / "graph.txt").exists():
                continue
            row(counter, folder.name, binary, words, pathlib.Path(work), False, seconds)
            if folder.name in ALL_MODULES:
                row(counter, f"{folder.name}, all modules", binary, words, pathlib.Path(work), True, seconds)


if __name__ == "__main__":
    main()
