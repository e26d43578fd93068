#!/usr/bin/env python3
"""Whether the program is built as SECURITY.md says.

    hardening.py BINARY

Reads the ELF file with readelf: position independent, addresses fixed before
main() and read-only from then on, no executable stack, guarded stack frames,
checked calls of the C library.
"""

import shutil
import subprocess
import sys


def said(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if shutil.which("readelf") is None:
        print("SKIP hardening: readelf is not installed")
        return 0
    binary = sys.argv[1]
    head = said("readelf", "-hW", binary)
    segments = said("readelf", "-lW", binary).splitlines()
    dynamic = said("readelf", "-dW", binary)
    symbols = said("readelf", "-W", "--dyn-syms", binary)
    stacks = [line.split() for line in segments if "GNU_STACK" in line]
    checks = {
        "a position independent program": "DYN (Position-Independent" in head and "PIE" in dynamic,
        "addresses fixed before main()": "BIND_NOW" in dynamic and "NOW" in dynamic,
        "read-only after that": any("GNU_RELRO" in line for line in segments),
        "no executable stack": len(stacks) == 1 and "E" not in stacks[0][6],
        "no segment to write and execute": not any("RWE" in line for line in segments),
        "guarded stack frames": "__stack_chk_fail" in symbols,
        "checked calls of the C library": "_chk@" in symbols.replace("__stack_chk_fail@", ""),
    }
    wrong = [name for name, holds in checks.items() if not holds]
    for name in wrong:
        print("FAILED", name)
    print(f"hardening: {len(checks)} checks, {len(wrong)} failures")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
