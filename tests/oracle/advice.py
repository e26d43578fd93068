#!/usr/bin/env python3
"""Advice judged by the go command, on every repository of the corpus.

    advice.py BINARY [REPOSITORY...]      default: all of repos/ and real/

For each suggestion of `modgraph suggest` and `suggest --all`, and for what --apply writes as a whole: its `go mod edit`
commands are run on a copy of the repository. Then
    the build resolves, and `go list -m -mod=readonly all` is content: what go.sum lacks now, a command of the
      suggestion says, and it is written as that command writes it;
    no module is at a lower version than before, of what is built;
    a vendor folder is consistent (go list -m -mod=vendor), or the suggestion says to make it again.
What is wrong before any edit is not held against an edit. Needs the go command and the corpus (MODGRAPH_CORPUS); says
SKIP and succeeds without them.
"""
import concurrent.futures
import itertools
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tarfile
import tempfile

VENDORING = ("go mod vendor", "go work vendor")


def run(argv, cwd, env):
    return subprocess.run(argv, cwd=cwd, env=env, capture_output=True, text=True, timeout=600)


def key(version):
    """Go's order of semantic versions, as something that Python compares."""
    m = re.match(r"v(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?", version)
    if m is None:
        return None
    early = [(0, int(w), "") if w.isdigit() else (1, 0, w) for w in (m[4] or "").split(".") if m[4]]
    return tuple(int(n) for n in m.groups()[:3]), m[4] is None, early


def built(text):
    """Module path to the path and version that are built: of `go list -m all`."""
    out = {}
    for line in text.splitlines():
        path, *rest = line.split(" ")
        if "=>" in rest:
            by = rest[rest.index("=>") + 1:]
            out[path] = (by[0], by[1] if len(by) > 1 else "")
        else:
            out[path] = (path, rest[0] if rest else "")
    return out


def lowered(before, after):
    out = []
    for path, (by, version) in before.items():
        now = after.get(path)
        if now is None or now[0] != by or not version or not now[1]:
            continue
        if key(now[1]) < key(version):
            out.append(f"{path} {version} -> {now[1]}")
    return out


class Repository:
    def __init__(self, binary, folder, env):
        self.binary, self.folder, self.env = binary, folder, env
        self.wrong, self.skipped = [], []
        self.judged = self.vendored = 0

    def copy(self, base):
        place = pathlib.Path(tempfile.mkdtemp(dir=base)) / self.folder.name
        shutil.copytree(self.folder, place)
        if (place / "modules.txt").exists():
            (place / "vendor").mkdir()
            (place / "modules.txt").rename(place / "vendor/modules.txt")
        return place

    def go(self, place, *words):
        return run(["go", *words], place, self.env)

    def check(self, base):
        place = self.copy(base)
        self.before = self.state(place)
        seen = set()
        for words in (["suggest"], ["suggest", "--all"]):
            p = run([self.binary, *words, "-f", "json"], place, self.env)
            if p.returncode != 0:
                self.skipped.append(f"{self.folder.name}: {' '.join(words)}: {p.stderr.strip()[:120]}")
                continue
            answer = json.loads(p.stdout)
            for suggestion in [s for f in answer["findings"] for s in f["suggestions"]]:
                name = tuple(suggestion["commands"])
                if name not in seen:
                    seen.add(name)
                    self.judge(base, suggestion["title"], suggestion["commands"])
            commands = list(dict.fromkeys(itertools.chain.from_iterable(s["commands"] for s in answer["plan"])))
            if len(answer["plan"]) > 1:
                self.judge(base, " ".join(words) + " as a whole",
                           [c for c in commands if c.startswith("go mod edit")] + answer["then"])
        shutil.rmtree(place.parent)
        return self

    def state(self, place):
        """What go says of the folder: readonly, the build list, the vendor folder."""
        readonly = self.go(place, "list", "-m", "-mod=readonly", "all")
        listed = readonly if readonly.returncode == 0 or (place / "go.work").exists() else \
            self.go(place, "list", "-m", "-mod=mod", "all")
        vendor = None
        if (place / "vendor/modules.txt").exists():
            vendor = self.go(place, "list", "-m", "-mod=vendor").returncode == 0
        return readonly, built(listed.stdout) if listed.returncode == 0 else None, vendor

    def judge(self, base, title, commands):
        place = self.copy(base)
        name = f"{self.folder.name}: {title}"
        follow = [c for c in commands if not c.startswith("go mod edit")]
        for command in commands:
            if command in follow:
                continue
            p = run(shlex.split(command), place, self.env)
            if p.returncode != 0:
                self.wrong.append(f"{name}: {command}: {p.stderr.strip()}")
                return
        if any(c not in VENDORING for c in follow):
            # Nothing is fetched here: of the modules only their go.mod files are at hand.
            self.go(place, "list", "-m", "-mod=mod", "all")
        readonly, after, vendor = self.state(place)
        was_readonly, before, was_vendor = self.before
        if before is None and after is None:
            self.skipped.append(f"{name}: {readonly.stderr.strip()[-120:]}")
            return
        self.judged += 1
        if readonly.returncode != 0 and was_readonly.returncode == 0:
            self.wrong.append(f"{name}: -mod=readonly: {readonly.stderr.strip()[-300:]}")
        if before is not None:
            if after is None:
                self.wrong.append(f"{name}: no longer resolves: {readonly.stderr.strip()[-300:]}")
            else:
                self.wrong.extend(f"{name}: lowers {m}" for m in lowered(before, after))
        if was_vendor:
            self.vendored += 1
            if not vendor and not any(c in VENDORING for c in follow):
                self.wrong.append(f"{name}: vendor/modules.txt is no longer consistent")
        shutil.rmtree(place.parent)


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    wanted = sys.argv[2:]
    corpus = pathlib.Path(os.environ.get("MODGRAPH_CORPUS") or "/nonexistent")
    if shutil.which("go") is None:
        print("SKIP advice: there is no go command")
        return 0
    groups = [corpus / g for g in ("repos", "real") if (corpus / g / "modcache.tar.xz").exists()]
    if not groups:
        print("SKIP advice: MODGRAPH_CORPUS names no corpus")
        return 0
    shm = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=shm) as folder:
        base = pathlib.Path(folder)
        repositories = []
        for group in groups:
            folders = [p for p in sorted(group.iterdir())
                       if (p / "go.mod").exists() or (p / "go.work").exists()]
            folders = [p for p in folders if not wanted or p.name in wanted]
            if not folders:
                continue
            cache = base / f"cache-{group.name}"
            with tarfile.open(group / "modcache.tar.xz") as archive:
                archive.extractall(cache)
            env = {"PATH": os.environ["PATH"], "HOME": str(base), "GOMODCACHE": str(cache), "GOPROXY": "off",
                   "GOENV": "off", "GOFLAGS": "", "GOTOOLCHAIN": "local", "GOSUMDB": "off",
                   "GONOSUMDB": "*"}
            repositories += [Repository(binary, p, env) for p in folders]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            list(pool.map(lambda r: r.check(base), repositories))
    wrong = [w for r in repositories for w in r.wrong]
    for skipped in [s for r in repositories for s in r.skipped][:10]:
        print(f"not judged: {skipped}")
    for w in wrong[:40]:
        print(w)
    print(f"advice: {len(repositories)} repositories, {sum(r.judged for r in repositories)} sets of edits judged by the "
          f"go command, {sum(r.vendored for r in repositories)} beside a vendor folder, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
