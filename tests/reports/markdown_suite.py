"""Markdown reports of the real modules, read as GitHub reads them: they say all
findings, keep within the budget, and have no link and no HTML but ours."""

import json
import re

import gfm

BUDGETS = {"comment": 65536, "summary": 1 << 20}


def check(tools):
    checks = 0
    paths = []
    said = []
    for name, words in tools.real_modules():
        report = tools.folder / f"{name}.json"
        for budget, most in BUDGETS.items():
            path = tools.folder / f"{name}.{budget}.md"
            done = tools.modgraph(
                "analyze", *words, "--exit-zero", "--show", "note", "-f", f"markdown:{path}",
                "--markdown-budget", budget, "-f", f"json:{report}",
            )  # fmt: skip
            assert done.returncode == 0, done.stderr
            assert path.stat().st_size <= most, f"{path}: over budget"
            assert path.read_text(encoding="utf-8").rsplit("\n", 2)[1].startswith("Reproduce: ")
            paths.append(path)
            said.append((budget, json.loads(report.read_text(encoding="utf-8"))))
            checks += 2
    for path, (budget, report), reader in zip(paths, said, gfm.read(tools, paths)):
        shown = {tuple(c.split()) for c in reader.comments[1:]}
        all_of_them = {
            (f["rule"], f["fingerprint"]) for f in report["findings"] if not f["suppressed"]
        }
        assert shown <= all_of_them, f"{path}: findings that nobody made"
        cut = re.search(r"Cut to stay within \d+ bytes: (\d+) finding", "".join(reader.text))
        assert shown == all_of_them or cut, f"{path}: findings are missing, unsaid"
        assert reader.tags.get("ul", 0) >= 1 or not all_of_them, path
        checks += 3
    return checks
