#!/usr/bin/env python3
"""Reports, read by those who read them in earnest: browsers, validators,
parsers. usage: run.py BINARY MODULES [SUITE...]

MODULES is the node_modules folder with the packages of package.json. Every
suite is a file NAME_suite.py with check(tools), which returns how many checks
it made; a suite whose tool is missing says SKIP and why.
"""

import importlib
import pathlib
import sys
import tempfile
import time
import traceback

import tools as toolbox


def run(name, binary, modules):
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="modgraph-reports-") as folder:
        try:
            checks = importlib.import_module(name + "_suite").check(
                toolbox.Tools(binary, modules, folder)
            )
        except toolbox.Skipped as reason:
            print(f"{name}: SKIP {reason}", flush=True)
            return True
        except Exception:  # a suite that breaks must not hide the others
            traceback.print_exc()
            print(f"{name}: FAILED", flush=True)
            return False
    seconds = time.monotonic() - started
    print(f"{name}: {checks} checks, {seconds:.0f} s", flush=True)
    return checks > 0


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    here = pathlib.Path(__file__).resolve().parent
    known = sorted(p.name[: -len("_suite.py")] for p in here.glob("*_suite.py"))
    names = sys.argv[3:] or known
    for name in names:
        if name not in known:
            sys.exit(f"there is no suite '{name}'; there are {', '.join(known)}")
    failed = [n for n in names if not run(n, sys.argv[1], sys.argv[2])]
    sys.exit(f"failed: {', '.join(failed)}" if failed else 0)


if __name__ == "__main__":
    main()
