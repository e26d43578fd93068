#!/usr/bin/env python3
"""Random edits of go.mod: `modgraph whatif` beside `go mod edit` and the go command.

    whatif.py BINARY [COUNT [SEED]]     COUNT edits, each on a random world

For each: go.mod after --apply is, byte for byte, what `go mod edit` makes of it; and what was added, removed and
changed is the difference between `go list -mod=mod -m all` before and after. Both refuse, or neither. Edits of a world
that the go command refuses to begin with are not counted. Needs the go command; says SKIP and succeeds without it.
"""
import json
import pathlib
import random
import shutil
import sys

import oracle
import worlds


def random_edits(rng, world):
    """Flags of `go mod edit`, and the same for `modgraph whatif`."""
    mods = [key.rsplit("@", 1) for key in world["mods"]]
    paths = [line.split()[1] for line in world["files"]["go.mod"].splitlines() if line.startswith("require ex")]
    theirs, ours = [], []
    for _ in range(rng.randint(1, 3)):
        path, version = rng.choice(mods)
        kind = rng.randrange(9)
        if kind <= 1 and paths:
            flag, argument = "droprequire", rng.choice(paths)
        elif kind <= 3:
            flag, argument = "require", f"{path}@{version}"
        elif kind == 4:
            flag, argument = "exclude", f"{path}@{version}"
        elif kind == 5:
            to = rng.choice(["./local0", "../p/local1", "@".join(rng.choice(mods))])
            flag, argument = "replace", f"{path}{rng.choice(['', '@' + version])}={to}"
        elif kind == 6:
            flag, argument = "dropreplace", path
        elif kind == 7:
            flag, argument = "go", rng.choice(worlds.GO_LINES)
        else:
            flag, argument = "dropexclude", f"{path}@{version}"
        theirs.append(f"-{flag}={argument}")
        ours += ["--drop" if flag == "droprequire" else "--" + flag, argument]
    return theirs, ours


def module_lines(text):
    """`go list -m all` as a map from path to the rest of the line."""
    return dict((line.split(" ", 1) + [""])[:2] for line in text.decode().splitlines())


def expected_changes(before, after):
    return {
        "added": sorted([p, after[p]] for p in after if p not in before),
        "removed": sorted([p, before[p]] for p in before if p not in after),
        "changed": sorted([p, before[p], after[p]] for p in after if p in before and before[p] != after[p]),
    }


def line_of(version, replaced):
    if replaced is None:
        return version
    return f"{version} => {replaced['path']} {replaced['version']}".rstrip()


def stated_changes(text):
    out = {"added": [], "removed": [], "changed": []}
    for c in json.loads(text)["changes"]:
        if c["module"] in ("go", "toolchain"):
            continue
        before = line_of(c["from"], c["replaced_by_before"])
        after = line_of(c["to"], c["replaced_by"])
        if c["change"] == "added":
            out["added"].append([c["module"], after])
        elif c["change"] == "removed":
            out["removed"].append([c["module"], before])
        else:
            out["changed"].append([c["module"], before, after])
    return {key: sorted(rows) for key, rows in out.items()}


def try_edit(bench, world, theirs, ours):
    """None when the go command refuses the world itself; else "" or what is wrong."""
    bench.place(world)
    list_all = ["go", "list", "-mod=mod", "-m", "all"]
    code, before, _ = bench.run(list_all)
    if code != 0:
        return None
    bench.place(world)
    edited, _, edit_error = bench.run(["go", "mod", "edit", *theirs])
    go_mod = (bench.base / "p/go.mod").read_bytes()
    code, after, list_error = bench.run(list_all) if edited == 0 else (edited, b"", b"")
    if code != 0 and edited == 0 and bench.run(["go", "mod", "graph"])[0] == 0:
        return None  # only a .info is missing, which no answer of ours needs
    bench.place(world)
    flags = ["--go-version", bench.go_version, "--go-version-strict"]
    our_code, answer, our_error = bench.run([bench.binary, "whatif", "--json", "--apply", *ours, *flags])
    said = f"go: {edit_error.decode()}{list_error.decode()}\nmodgraph: {our_error.decode()}"
    if (code == 0) != (our_code == 0):
        return f"go exits with {code}, modgraph with {our_code}\n{said}"
    if code != 0:
        return ""
    applied = (bench.base / "p/go.mod").read_bytes()
    if applied != go_mod:
        return f"go.mod is\n{applied.decode()}\nand not\n{go_mod.decode()}"
    wanted, stated = expected_changes(module_lines(before), module_lines(after)), stated_changes(answer)
    return "" if wanted == stated else f"the changes are\n{wanted}\nand not\n{stated}\n{said}"


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    if shutil.which("go") is None:
        print("SKIP whatif: there is no go command")
        return 0
    bench = oracle.Bench(binary, oracle.running_go())
    compared = wrong = 0
    first = seed
    try:
        while compared < count:
            rng = random.Random(seed)
            seed += 1
            world = worlds.make(rng)
            if "go.work" in world["files"]:
                continue
            theirs, ours = random_edits(rng, world)
            problem = try_edit(bench, world, theirs, ours)
            if problem is None:
                continue
            compared += 1
            if problem:
                wrong += 1
                if wrong <= 3:
                    print(f"MISMATCH seed {seed - 1}, edits {' '.join(theirs)}\n{problem}\n-- go.mod --")
                    print(world["files"]["go.mod"])
    finally:
        bench.close()
    print(f"whatif: {compared} edits from seed {first}, {wrong} mismatches")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
