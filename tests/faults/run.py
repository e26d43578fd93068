#!/usr/bin/env python3
"""The full tier of the suites of this folder: run.py BINARY SHIM [SUITE...]"""

import pathlib
import subprocess
import sys

SUITES = ["memory", "writes", "reads", "limits", "variants", "hostile", "stranger_pull_request", "promises"]
ELSEWHERE = {"promises": "../cases/promises.py"}


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    names = sys.argv[3:] or SUITES
    for name in names:
        if name not in SUITES:
            sys.exit(f"there is no suite '{name}'; there are {', '.join(SUITES)}")
    here = pathlib.Path(__file__).resolve().parent
    failed = []
    for name in names:
        words = [sys.executable, here / ELSEWHERE.get(name, f"{name}.py"), *sys.argv[1:3], "--full"]
        if subprocess.run(words, check=False).returncode != 0:
            failed.append(name)
    sys.exit(f"failed: {', '.join(failed)}" if failed else 0)


if __name__ == "__main__":
    main()
