"""Mermaid's own renderer, in a browser, draws every picture, with the boxes and
lines that we wrote."""

import json
import re

# Beyond what Mermaid draws for any chart there is nothing.
ELEMENTS = set(
    "br circle div foreignObject g marker p path polygon rect span style svg text".split()
)


def draw(tools, charts):
    listing = tools.folder / "charts.json"
    listing.write_text(json.dumps(charts))
    answer = json.loads(tools.node("mermaid_parse.cjs", listing))
    assert not answer["requests"], f"requests: {answer['requests']}"
    for chart, drawn in zip(charts, answer["charts"]):
        compare(chart, drawn)
    return answer["charts"]


def compare(chart, drawn):
    assert "error" not in drawn, f"{drawn.get('error')}\n{chart[:2000]}"
    nodes = len(re.findall(r'^  \w+[\[(]+"', chart, re.M))
    edges = len(re.findall(r"^  n\d+ [-.=]+>", chart, re.M))
    assert drawn["nodes"] == nodes, f"{drawn['nodes']} nodes of {nodes}\n{chart[:2000]}"
    assert drawn["edges"] == edges, f"{drawn['edges']} edges of {edges}\n{chart[:2000]}"
    assert set(drawn["elements"]) <= ELEMENTS, drawn["elements"]
    assert not [a for a in drawn["attributes"] if a.startswith("on") or "href" in a]
    assert drawn["alarms"] == 0
    for label in drawn["labels"] + drawn["edge_labels"]:
        assert "Unsupported markdown" not in label, label


def check(tools):
    charts = []
    for name, words in tools.real_modules():
        for more in ([], ["--max-nodes", "0"]):
            path = tools.folder / "chart.mmd"
            done = tools.modgraph("analyze", *words, "--exit-zero", "-f", f"mermaid:{path}", *more)
            assert done.returncode == 0, done.stderr
            chart = path.read_text(encoding="utf-8")
            assert len(chart) <= 50000, f"{name}: {len(chart)} characters"
            if not more or len(charts) % 8 == 1:  # the large ones take seconds
                charts.append(chart)
    return len(draw(tools, charts))
