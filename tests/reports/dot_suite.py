"""Graphviz takes every picture in the DOT language, without a warning."""

import json
import shutil
import subprocess


def boxes_of(path):
    drawn = subprocess.run(
        ["dot", "-Tjson0", path], capture_output=True, timeout=300, check=False
    )
    assert drawn.returncode == 0 and not drawn.stderr, drawn.stderr.decode()
    return json.loads(drawn.stdout).get("objects", [])


def check(tools):
    if shutil.which("dot") is None:
        tools.skip("dot is not installed")
    checks = 0
    for name, words in tools.real_modules():
        path = tools.folder / f"{name}.dot"
        done = tools.modgraph("analyze", *words, "--exit-zero", "-f", f"dot:{path}")
        assert done.returncode == 0, done.stderr
        assert boxes_of(path), f"{name}: an empty picture"
        checks += 1
    return checks
