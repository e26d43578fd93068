#!/usr/bin/env python3
"""docs/schema/ holds what `modgraph schema` prints, docs/json.md the tables of it.

    schemas.py BINARY

MODGRAPH_UPDATE_GOLDEN=1 renews both. A schema that changes is a change of what
programs read: see what docs/json.md says of schema_version.
"""

import os
import subprocess
import sys

import program

FOLDER = program.SOURCE / "docs/schema"
REFERENCE = program.SOURCE / "scripts/json_reference"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    modgraph, tally = program.Program(sys.argv[1]), program.Tally("schemas")
    update = bool(os.environ.get("MODGRAPH_UPDATE_GOLDEN"))
    names = [line.split()[0] for line in modgraph.text("schema").splitlines()]
    wanted = {f"{name}.json": modgraph.text("schema", name) for name in names}
    if update:
        FOLDER.mkdir(exist_ok=True)
        for path in FOLDER.glob("*.json"):
            path.unlink()
        for name, text in wanted.items():
            (FOLDER / name).write_text(text, encoding="utf-8")
    there = {path.name for path in FOLDER.glob("*.json")}
    tally.holds(there == set(wanted), f"docs/schema and `modgraph schema`: {sorted(there ^ set(wanted))}")
    for name in sorted(there & set(wanted)):
        same = (FOLDER / name).read_text(encoding="utf-8") == wanted[name]
        tally.holds(same, f"docs/schema/{name} is not what `modgraph schema` prints: MODGRAPH_UPDATE_GOLDEN=1 renews it")
    done = subprocess.run([sys.executable, REFERENCE, *([] if update else ["--check"])], check=False)
    tally.holds(done.returncode == 0, "docs/json.md is not up to date")
    return tally.report()


if __name__ == "__main__":
    sys.exit(main())
