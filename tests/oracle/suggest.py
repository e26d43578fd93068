#!/usr/bin/env python3
"""Every suggestion for real modules, made with the go command.

    suggest.py BINARY [MOST]      at most MOST suggestions of each module (default: all)

For each suggestion of `modgraph suggest --all`: its commands are run on a copy (go mod edit), then `go list -m all` is
asked. Its difference from the list before must be the stated effect, byte for byte; and modgraph, run on the copy, must
not find what the suggestion was for, unless it is one that improves a measure. Also each plan: the files that --apply
writes are those that the script's commands write, and a second run has nothing more of the kind.
Needs the go command and the corpus (MODGRAPH_CORPUS); says SKIP and succeeds without them.
"""
import concurrent.futures
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tarfile
import tempfile


def run(argv, cwd, env):
    return subprocess.run(argv, cwd=cwd, env=env, capture_output=True, text=True, timeout=300)


def build_list(cwd, env, workspace):
    """Path to "version" or "version => replacement", as effects state it; None when the go command refuses."""
    p = run(["go", "list", *([] if workspace else ["-mod=mod"]), "-m", "all"], cwd, env)
    if p.returncode != 0:
        return None, p.stderr
    out = {}
    for line in p.stdout.splitlines():
        path, _, version = line.partition(" ")
        out[path] = version
    return out, ""


def effect(before, after):
    modules = lambda which: sorted(which)
    return {"added": modules(f"{p}@{v}" for p, v in after.items() if p not in before),
            "removed": modules(f"{p}@{v}" for p, v in before.items() if p not in after),
            "changed": [{"module": p, "from": before[p], "to": after[p]} for p in sorted(before)
                        if p in after and before[p] != after[p]]}


def stated(suggestion):
    out = suggestion["effect"]
    changed = [c for c in out["changed"] if c["module"] not in ("go", "toolchain")]
    no_go = lambda names: sorted(n for n in names if n.split("@")[0] not in ("go", "toolchain"))
    return {"added": no_go(out["added"]), "removed": no_go(out["removed"]), "changed": changed}


def fingerprints(binary, cwd, env):
    p = run([binary, "analyze", "-f", "json", "--exit-zero"], cwd, env)
    return {f["fingerprint"] for f in json.loads(p.stdout)["findings"]}


class Module:
    """One module of the corpus, checked in copies of its folder."""

    def __init__(self, binary, folder, base, env):
        self.binary, self.folder, self.base, self.env = binary, folder, base, env
        self.wrong, self.checked, self.not_offline, self.reasons = [], 0, 0, []
        self.workspace = (folder / "go.work").exists()

    def copy(self):
        place = pathlib.Path(tempfile.mkdtemp(dir=self.base)) / self.folder.name
        shutil.copytree(self.folder, place)
        return place

    def check(self, most):
        place = self.copy()
        answer = run([self.binary, "suggest", "--all", "-f", "json"], place, self.env)
        if answer.returncode != 0:
            self.wrong.append(f"{self.folder.name}: suggest fails: {answer.stderr[:300]}")
            return self
        before, _ = build_list(place, self.env, self.workspace)
        found = [(f, s) for f in json.loads(answer.stdout)["findings"] for s in f["suggestions"]]
        for finding, suggestion in found[:most]:
            self.check_one(finding, suggestion, before)
        if before is not None:
            self.check_plan(place)
        return self

    def check_one(self, finding, suggestion, before):
        place = self.copy()
        name = f"{self.folder.name}: {suggestion['title']}"
        for command in suggestion["commands"]:
            p = run(shlex.split(command), place, self.env)
            if p.returncode != 0:
                self.wrong.append(f"{name}: {command}: {p.stderr}")
                return
        after, why = (None, "") if before is None else build_list(place, self.env, self.workspace)
        if after is None:
            self.not_offline += 1
            self.reasons.append(f"{name}: {why.strip()[-200:]}")
            return
        self.checked += 1
        if effect(before, after) != stated(suggestion):
            self.wrong.append(f"{name}: stated {stated(suggestion)}, go says {effect(before, after)}")
        if suggestion["measure"] is None and finding["fingerprint"] in fingerprints(self.binary, place, self.env):
            self.wrong.append(f"{name}: the finding stays")
        shutil.rmtree(place.parent)

    def check_plan(self, place):
        scripted, applied = self.copy(), self.copy()
        script = run([self.binary, "suggest", "--all", "-f", "script"], place, self.env).stdout
        p = subprocess.run(["sh"], input=script, cwd=scripted, env=self.env, capture_output=True, text=True)
        if p.returncode != 0:
            self.wrong.append(f"{self.folder.name}: the script fails: {p.stderr}")
        run([self.binary, "suggest", "--all", "--apply"], applied, self.env)
        for file in sorted(f.relative_to(applied) for f in applied.rglob("go.mod")):
            if (applied / file).read_bytes() != (scripted / file).read_bytes():
                self.wrong.append(f"{self.folder.name}: --apply and the script write different {file}")
        again = json.loads(run([self.binary, "suggest", "--all", "-f", "json"], applied, self.env).stdout)
        if again["plan"]:
            self.wrong.append(f"{self.folder.name}: a second run suggests {[s['title'] for s in again['plan']]}")


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    most = int(sys.argv[2]) if len(sys.argv) > 2 else None
    corpus = os.environ.get("MODGRAPH_CORPUS", "")
    if shutil.which("go") is None:
        print("SKIP suggest: there is no go command")
        return 0
    if not (pathlib.Path(corpus) / "real/modcache.tar.xz").exists() or not corpus:
        print("SKIP suggest: MODGRAPH_CORPUS names no corpus")
        return 0
    shm = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=shm) as folder:
        base = pathlib.Path(folder)
        with tarfile.open(pathlib.Path(corpus) / "real/modcache.tar.xz") as archive:
            archive.extractall(base / "cache")
        env = {"PATH": os.environ["PATH"], "HOME": str(base), "GOMODCACHE": str(base / "cache"), "GOPROXY": "off",
               "GOENV": "off", "GOFLAGS": "", "GOTOOLCHAIN": "local", "GOSUMDB": "off"}
        folders = sorted(p.parent for p in (pathlib.Path(corpus) / "real").glob("*/go.*")
                         if p.name in ("go.mod", "go.work"))
        modules = [Module(binary, f, base, env) for f in dict.fromkeys(folders) if f.name != "otel-monorepo"]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            list(pool.map(lambda m: m.check(most), modules))
    wrong = [w for m in modules for w in m.wrong]
    for reason in [r for m in modules for r in m.reasons][:5]:
        print(f"not checked: {reason}")
    for w in wrong[:20]:
        print(w)
    print(f"suggest: {len(modules)} modules, {sum(m.checked for m in modules)} suggestions checked with the go command, "
          f"{sum(m.not_offline for m in modules)} could not be offline, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
