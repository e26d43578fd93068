"""Views of real modules: within their limits, boxes side by side, words inside
their boxes' picture, links only where they were asked for."""

import json
import re
import xml.etree.ElementTree as xml

SVG = "{http://www.w3.org/2000/svg}"
MOST_BOXES = 60
MOST_LINES = 120
LINK = "https://modules.example.com/{module}"
CROWDED = ("MG2001", "MG1003", "MG3001", "MG3006")


def classes(element):
    return element.get("class", "").split()


def rectangles(root):
    """The outermost rectangle of every box of the drawing."""
    for group in root.iter(SVG + "g"):
        if "node" not in classes(group):
            continue
        boxes = [r for r in group.iter(SVG + "rect") if "box" in classes(r)]
        yield [float(boxes[-1].get(key)) for key in ("x", "y", "width", "height")]


def overlap(a, b):
    return (
        a[0] < b[0] + b[2]
        and b[0] < a[0] + a[2]
        and a[1] < b[1] + b[3]
        and b[1] < a[1] + a[3]
    )


def check_picture(text, name):
    root = xml.fromstring(text)
    boxes = list(rectangles(root))
    assert boxes, f"{name}: an empty picture"
    assert len(boxes) <= MOST_BOXES, f"{name}: {len(boxes)} boxes"
    width, height = (float(root.get(key)) for key in ("width", "height"))
    for i, a in enumerate(boxes):
        assert a[0] >= 0 and a[0] + a[2] <= width, f"{name}: a box is cut off"
        for b in boxes[:i]:
            assert not overlap(a, b), f"{name}: boxes overlap at {a} and {b}"
    lines = next(g for g in root.iter(SVG + "g") if "lines" in classes(g))
    assert len(lines) <= MOST_LINES, f"{name}: {len(lines)} lines"
    for text_element in root.iter(SVG + "text"):
        assert float(text_element.get("y")) <= height, f"{name}: words are cut off"
    for link in root.iter(SVG + "a"):
        start = LINK[: LINK.index("{")]
        assert link.get("href").startswith(start), link.get("href")
    addresses = set(re.findall(r"https?://[^\"'<\s]+", text))
    foreign = [a for a in addresses if not a.startswith((LINK[:28], "http://www.w3.org/"))]
    assert not foreign, f"{name}: {foreign}"


def rules_of(tools, words):
    done = tools.modgraph("analyze", *words, "--exit-zero", "-f", "json")
    assert done.returncode == 0, done.stderr
    found = {}
    for finding in json.loads(done.stdout)["findings"]:
        found.setdefault(finding["rule"], []).append(finding["fingerprint"])
    for rule, prints in sorted(found.items()):
        yield rule
        if rule in CROWDED:
            yield prints[len(prints) // 2]


def views(tools, words):
    """Arguments that make pictures on standard output."""
    for finding in rules_of(tools, words):
        yield ["analyze", *words, "--exit-zero", "--finding", finding]
    graph = ["graph", *words]
    for how in ("org", "repo", "scc"):
        yield [*graph, "--collapse", how]
    yield [*graph, "--all-versions", "--depth", "2"]
    yield [*graph, "--reduce"]
    done = tools.modgraph("graph", *words, "--selected", "-f", "json")
    modules = [n["module"] for n in json.loads(done.stdout)["vertices"] if not n["main"]]
    for module in (modules[0], modules[len(modules) // 2]):
        yield [*graph, "--focus", module]
        yield [*graph, "--focus", module, "--reverse", "--depth", "2"]
        yield ["why", module, *words]


def check(tools):
    checks = 0
    for name, words in tools.real_modules():
        for arguments in views(tools, words):
            done = tools.modgraph(*arguments, "-f", "svg", "--link-template", LINK)
            assert done.returncode == 0, f"{name} {arguments}: {done.stderr}"
            check_picture(done.stdout, f"{name} {arguments[-2:]}")
            checks += 1
    return checks
