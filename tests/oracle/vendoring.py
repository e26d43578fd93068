#!/usr/bin/env python3
"""Vendor folders, judged by the go command and by modgraph.

    vendoring.py BINARY [COUNT [SEED]]     COUNT random pairs of go.mod (or go.work) and vendor/modules.txt

Each pair is made to agree, then up to three small things are changed in either. Compared, with an empty module cache:

    analyze --mod=vendor    with `go list -mod=vendor -m`: whether they refuse, the text of inconsistent vendoring, and
                            the version of every module of the build
    list --mod=vendor       with `go list -mod=vendor -m all`: both always refuse; with which first reason
    analyze                 with `go list -m all`: whether the vendor folder is used without being asked for

Prints mismatches as files and exits with 1. Needs the go command; says SKIP and succeeds without it.
"""
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import worlds

GO_LINES = ["1.12", "1.13", "1.14", "1.16", "1.17", "1.20", "1.21", "1.22.3", "1.24"]
MEMBERS = {"a": "main.com/a", "b": "main.com/b", "c": "main.com/c"}


class Maker:
    """One project and its vendor folder. Everything depends on one random.Random."""

    def __init__(self, rng):
        self.rng = rng
        self.paths = rng.sample(worlds.PATHS, rng.randint(1, 6))
        self.few = {p: rng.sample(worlds.versions_of(p), 2) for p in self.paths}
        self.explicit, self.replaced = {}, {}

    def chance(self, p):
        return self.rng.random() < p

    def go_mod(self, path, folder):
        rng, text = self.rng, f"module {path}\n"
        if self.chance(0.93):
            text += f"go {rng.choice(GO_LINES)}\n"
        if self.chance(0.1):
            text += f"toolchain {rng.choice(worlds.TOOLCHAINS)}\n"
        for p in self.paths:
            if self.chance(0.7):
                version = rng.choice(self.few[p])
                text += f"require {p} {version}{rng.choice(['', ' // indirect'])}\n"
                self.explicit[(p, version)] = True
                if self.chance(0.03):
                    text += f"require {p} {rng.choice(self.few[p])}\n"
                if self.chance(0.05):
                    text += f"exclude {p} {version}\n"
        if self.chance(0.03):
            text += f"require {path} v1.0.0\n"
        return text + self.replacements(folder)

    def replacements(self, folder):
        rng, text = self.rng, ""
        for p in self.paths + ([rng.choice(list(MEMBERS.values()))] if self.chance(0.1) else []):
            if not self.chance(0.3):
                continue
            old = (p, rng.choice(["", *self.few.get(p, ["v1.0.0"])]))
            new = rng.choice([("./" + p[-1], ""), ("../x/" + p[-1], ""), ("/far/" + p[-1], ""),
                              (rng.choice(worlds.FORKS), "v1.0.0")])
            text += f"replace {' '.join(filter(None, old))} => {' '.join(filter(None, new))}\n"
            if new[1] == "" and folder and not new[0].startswith("/"):
                new = (os.path.normpath(os.path.join(folder, new[0])), "")
                new = (new[0] if new[0].startswith("../") else "./" + new[0], "")
            self.replaced.setdefault(old, new)
        return text

    def replacement_of(self, path, version):
        return self.replaced.get((path, version)) or self.replaced.get((path, ""))

    def modules_txt(self, is_workspace, go_lines):
        rng, seen = self.rng, set()
        text = "## workspace\n" if is_workspace else ""
        wanted = dict(self.explicit)
        for p in self.paths:
            if not any(path == p for path, _ in wanted) and self.chance(0.4):
                wanted[(p, self.few[p][0])] = False
        for (path, version), explicit in sorted(wanted.items()):
            text += f"# {path} {version}" + self.arrow(self.replacement_of(path, version)) + "\n"
            notes = (["explicit"] if explicit else []) + ([f"go {rng.choice(go_lines)}"] if self.chance(0.7) else [])
            text += f"## {'; '.join(notes)}\n" if notes else ""
            seen.add((path, version))
            for package in rng.sample(["", "/p", "/q"], rng.randint(0, 3)):
                text += path + package + "\n"
        for (path, version), new in sorted(self.replaced.items()):
            if (path, version) not in seen and path not in MEMBERS.values():
                text += f"# {' '.join(filter(None, (path, version)))}" + self.arrow(new) + "\n"
        return text

    @staticmethod
    def arrow(new):
        return " => " + " ".join(filter(None, new)) if new else ""

    def make(self):
        rng, files = self.rng, {}
        is_workspace = self.chance(0.3)
        if is_workspace:
            names = rng.sample(sorted(MEMBERS), rng.randint(1, 3))
            files["go.work"] = (f"go {rng.choice(['1.18', '1.24', '1.24'])}\n" if self.chance(0.9) else "") + "".join(
                f"use ./{n}\n" for n in names)
            for n in names:
                files[f"{n}/go.mod"] = self.go_mod(MEMBERS[n], n)
            if self.chance(0.3):
                self.replaced, kept = {}, self.replaced
                files["go.work"] += self.replacements("")
                mine = {path for path, _ in self.replaced}
                self.replaced.update({k: v for k, v in kept.items() if k[0] not in mine})
        else:
            files["go.mod"] = self.go_mod("main.com/a", "")
        marked = is_workspace != self.chance(0.05)
        go_lines = GO_LINES + (["1.99"] if self.chance(0.03) else [])
        if not self.chance(0.03):
            files["vendor/modules.txt"] = self.modules_txt(marked, go_lines)
        elif self.chance(0.5):
            files["vendor/x/x.go"] = "package x\n"
        for _ in range(rng.choice([0, 0, 1, 1, 2, 3])):
            self.change(files)
        return files

    def change(self, files):
        """One line of one file, made a little different."""
        rng = self.rng
        name = rng.choice(["vendor/modules.txt"] * 3 + sorted(files))
        lines = files.get(name, "").splitlines(keepends=True)
        if not lines:
            return
        i = rng.randrange(len(lines))
        if lines[i].startswith(("module ", "use ")):
            return
        kind = rng.randrange(9)
        if kind == 0:
            del lines[i]
        elif kind == 1:
            lines.insert(rng.randrange(len(lines) + 1), lines[i])
        elif kind == 2:
            lines[i] = re.sub(r"v\d[\w.+-]*", lambda m: rng.choice(["v1.0.0", "v1.7.0", "v1.0", m[0]]), lines[i])
        elif kind == 3:
            lines[i] = lines[i].replace("explicit", rng.choice(["", "explicit;explicit", "Explicit", "explicit "]))
        elif kind == 4:
            nothing = "" if name == "vendor/modules.txt" else " => ./other"
            lines[i] = re.sub(r" => .*", rng.choice([nothing, " => ./else", " => fork.com/y v1.1.0"]), lines[i])
        elif name != "vendor/modules.txt":
            return
        elif kind == 5:
            lines[i] = rng.choice(["#", "##", "# ", " "]) + lines[i]
        elif kind == 6:
            lines[i] = lines[i].replace("\n", rng.choice(["\r\n", " \n", " x\n", "\u00a0\n", ""]))
        elif kind == 7:
            lines.insert(i, rng.choice(["# ex.com/z v1.0.0\n", "## explicit\n", "ex.com/z\n", "# ex.com/z\n", "\n",
                                        "# ex.com/z x y\n", "# ex.com/z => ./z\n", "# ex.com/a v1.2.0\nex.com/a/r\n",
                                        "## explicit; go 1.20; more\n", "# ex.com/a v1.10.0 => ./a b\nex.com/a/s\n"]))
        elif kind == 8:
            j = rng.randrange(len(lines))
            lines[i], lines[j] = lines[j], lines[i]
        files[name] = "".join(lines)


class Bench:
    def __init__(self, binary, go_version):
        self.binary, self.go_version = binary, go_version
        shm = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.base = pathlib.Path(tempfile.mkdtemp(dir=shm))
        self.env = {"PATH": os.environ["PATH"], "HOME": str(self.base), "GOENV": "off", "GOFLAGS": "", "GOPROXY": "off",
                    "GOSUMDB": "off", "GOTOOLCHAIN": "local", "GOMODCACHE": str(self.base / "cache")}
        self.counts = {}

    def close(self):
        shutil.rmtree(self.base, ignore_errors=True)

    def place(self, files):
        shutil.rmtree(self.base / "p", ignore_errors=True)
        for name, text in {**files, ".git/x": ""}.items():
            path = self.base / "p" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())

    def run(self, *argv):
        p = subprocess.run(argv, cwd=self.base / "p", env=self.env, capture_output=True, timeout=60)
        return p.returncode, p.stdout.decode(), p.stderr.decode()

    def go(self, *argv):
        return self.run("go", "list", *argv)

    def ours(self, *argv):
        return self.run(self.binary, *argv, "--go-version", self.go_version, "--go-version-strict")

    def analyze(self, *argv):
        return self.ours("analyze", "--exit-zero", "-f", "json", *argv)

    def count(self, what):
        self.counts[what] = self.counts.get(what, 0) + 1

    def mismatches(self, files):
        self.place(files)
        for judge in (self.judge_named, self.judge_list, self.judge_automatic):
            difference = judge(files)
            if difference:
                yield judge.__name__, difference

    def judge_named(self, _):
        theirs, ours = self.go("-mod=vendor", "-m"), self.analyze("--mod=vendor")
        self.count("refused" if theirs[0] else "accepted")
        if (theirs[0] != 0) != (ours[0] != 0) or ours[0] not in (0, 3):
            return theirs, ours
        if theirs[0] != 0:
            return self.differing_reasons(theirs, ours)
        return self.differing_versions(json.loads(ours[1]))

    def judge_list(self, _):
        theirs, ours = self.go("-mod=vendor", "-m", "all"), self.ours("list", "--mod=vendor")
        if ours[0] != 3 or theirs[0] != 1:
            return theirs, ours
        return self.differing_reasons(theirs, ours)

    def judge_automatic(self, files):
        theirs, ours = self.go("-m", "all"), self.analyze()
        used = "using the vendor directory" in theirs[2] or "inconsistent vendoring" in theirs[2]
        if not used:
            return (theirs, ours) if "resolved from vendor" in ours[1] + ours[2] else None
        needs_nothing = self.ours("graph")[0] == 0
        self.count("used of its own accord")
        if needs_nothing:
            return None
        if "inconsistent vendoring" in theirs[2]:
            return self.differing_reasons(theirs, ours)
        # What list refuses later, analyze does not ask for, but a go.mod that needs an update it refuses too.
        fine = ((ours[0] == 0 and "resolved from vendor" in ours[1]) or "updates to go.mod needed" in ours[2] or
                self.stops_earlier(theirs[2].replace("go: ", ""), ours[2]))
        return None if fine else (theirs, ours)

    @staticmethod
    def stops_earlier(go_says, we_say):
        """Go goes on behind some contradictions of a workspace, we stop there."""
        first = re.sub(r"^error: (\S+:\d+:\d+: )?", "", we_say).splitlines()[:1]
        return bool(first) and first[0] in go_says.splitlines()

    def differing_reasons(self, theirs, ours):
        """For a refusal: the parts of its text that have to be the same."""
        go_says, we_say = theirs[2].replace("go: ", ""), ours[2].replace("    ", "\t")
        for mark in ("inconsistent vendoring in", "vendored module ", "using the vendor directory",
                     "vendor/modules.txt requires go >="):
            self.count(mark) if mark in go_says else None
            if mark in go_says and mark not in we_say:
                return None if self.stops_earlier(go_says, we_say) else (theirs, ours)
        begin = go_says.find("inconsistent vendoring in")
        if begin >= 0 and go_says[begin:].strip() not in we_say:
            return theirs, ours
        for line in re.findall(r"vendored module .*|.* in vendor/modules.txt requires go >= [^;]*", go_says):
            if line not in we_say:
                return theirs, ours
        return None

    def differing_versions(self, report):
        selected = {m["module"]: m["version"] for m in report["modules"]}
        paths = sorted(set(worlds.PATHS) | set(selected) | {"ex.com/z"})
        answer = self.go("-mod=vendor", "-m", "-e", "-f", "{{.Path}} {{.Version}} {{with .Error}}error{{end}}", *paths)
        known = [line.split(" ") for line in answer[1].splitlines() if not line.endswith("error")]
        self.count("versions compared")
        theirs = {path: version for path, version, _ in known}
        # Packages below a line without a version make go select no version; we select the one that there is.
        for path in [p for p, version in theirs.items() if version == "" and not p.startswith("main.com/")]:
            selected.pop(path, None), theirs.pop(path)
        return None if theirs == selected else (answer, (0, repr(selected), ""))


def show(files, judge, difference):
    print(f"MISMATCH in {judge}:")
    for name, text in sorted(files.items()):
        print(f"-- {name} --\n{text}", end="" if text.endswith("\n") else "\n")
    (go_code, go_out, go_err), (code, out, err) = difference
    print(f"== go exits with {go_code}, modgraph with {code}\n-- go --\n{go_out[:1000]}{go_err[:3000]}")
    print(f"-- modgraph --\n{out[:1000]}\n{err[:3000]}")


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    if shutil.which("go") is None:
        print("SKIP vendoring: no go command")
        return 0
    go_version = subprocess.run(["go", "env", "GOVERSION"], capture_output=True, text=True).stdout.strip()[2:]
    bench, found = Bench(binary, go_version), 0
    try:
        for i in range(count):
            files = Maker(random.Random(seed + i)).make()
            for judge, difference in bench.mismatches(files):
                found += 1
                if found <= 3:
                    print(f"seed {seed + i}")
                    show(files, judge, difference)
    finally:
        bench.close()
    print(f"vendoring: {count} pairs compared with go {go_version}, seeds {seed} to {seed + count - 1}, "
          f"{found} mismatches; " + ", ".join(f"{k}: {v}" for k, v in sorted(bench.counts.items())))
    return 1 if found or not bench.counts.get("accepted") or not bench.counts.get("refused") else 0


if __name__ == "__main__":
    sys.exit(main())
