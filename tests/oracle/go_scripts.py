#!/usr/bin/env python3
"""The go command's own test scripts: every `go mod graph` and `go list -m all` in them, go beside modgraph.

    go_scripts.py BINARY [NAME...]

The scripts of the installed Go distribution (cmd/go/testdata/script) are read as far as they can be followed without a
network: files are laid out, env, cd, cp, mkdir, rm, mv and symlink are done, and `go get`, `go mod ...` and
`go work ...` are run. The module archives beside them (cmd/go/testdata/mod) are the module cache and the proxy. Where
a script asks for the graph or the list, both programs answer; what follows a line that cannot be followed is left out,
and the reasons are counted. Needs the go command; says SKIP and succeeds without it.
"""
import collections
import io
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import zipfile

import oracle
import worlds


def parse_archive(text):
    """A txtar: the text before the first file, and the files."""
    parts = re.split(r"^-- (.+) --$\n?", text, flags=re.M)
    return parts[0], dict(zip((name.strip() for name in parts[1::2]), parts[2::2]))


def lay_out_archives(folder, root):
    """The module archives as a proxy's file tree, which is also what a module cache holds."""
    lists, count = collections.defaultdict(list), 0
    for archive in sorted(folder.glob("*.txt")):
        path, _, version = archive.stem.rpartition("_")
        path = path.replace("_", "/")
        _, files = parse_archive(archive.read_text(errors="surrogateescape"))
        if not version.startswith("v") or ".mod" not in files or ".info" not in files:
            continue
        at = root / path / "@v"
        worlds.write(at / (version + ".mod"), files[".mod"])
        worlds.write(at / (version + ".info"), files[".info"])
        data = io.BytesIO()
        real = re.sub("!([a-z])", lambda m: m.group(1).upper(), path)
        with zipfile.ZipFile(data, "w") as out:
            for name, text in files.items():
                if not name.startswith("."):
                    out.writestr(f"{real}@{version}/{name}", text)
        (at / (version + ".zip")).write_bytes(data.getvalue())
        lists[at].append(version)
        count += 1
    for at, versions in lists.items():
        worlds.write(at / "list", "".join(v + "\n" for v in versions if not re.search(r"-\d{14}-", v)))
    return count


class Stop(Exception):
    """The rest of a script cannot be followed."""


class Script:
    def __init__(self, path, binary, go_version, archives):
        self.binary, self.go_version, self.name = binary, go_version, path.stem
        self.base = pathlib.Path(tempfile.mkdtemp())
        self.work = self.base / "work"
        self.at = self.work / "gopath/src"
        self.at.mkdir(parents=True)
        cache = self.base / "cache"
        shutil.copytree(archives, cache / "cache/download", copy_function=os.link)
        self.env = {"PATH": os.environ["PATH"], "HOME": str(self.base), "WORK": str(self.work), "GOENV": "off",
                    "GOPATH": str(self.work / "gopath"), "GOMODCACHE": str(cache), "GOPROXY": "file://" + str(archives),
                    "GOSUMDB": "off", "GOTOOLCHAIN": "local", "GOFLAGS": "", "GO111MODULE": "", "TMPDIR": str(self.base),
                    "GOCACHE": str(self.base / "gocache"), "GONOSUMDB": "", "devnull": "/dev/null", "/": "/", ":": ":"}
        text, files = parse_archive(path.read_text(errors="surrogateescape"))
        for name, content in files.items():
            worlds.write(self.at / self.expand(name), content)
        self.lines = text.splitlines()
        self.compared, self.refused, self.mismatches = 0, 0, []
        self.last_out = b""

    def close(self):
        subprocess.run(["chmod", "-R", "u+w", str(self.base)], check=False)
        shutil.rmtree(self.base, ignore_errors=True)

    def expand(self, word):
        return re.sub(r"\$\{?([A-Za-z_]\w*|/|:)\}?", lambda m: self.env.get(m.group(1), ""), word)

    def path(self, word):
        return self.at / word

    def run(self, argv, env=None):
        p = subprocess.run(argv, cwd=self.at, env=env or self.env, capture_output=True, timeout=120)
        return p.returncode, p.stdout, p.stderr

    def follow(self):
        for line in self.lines:
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            conditions = re.findall(r"\[([^\]]+)\]", line.split(" #")[0]) if line.startswith("[") else []
            line = re.sub(r"^(\[[^\]]+\]\s*)+", "", line)
            if conditions:
                if line.startswith("skip") and any(re.match(r"!?(net|git|exec|cgo|GOEXPERIMENT|root)", c.lstrip("!"))
                                                   for c in conditions):
                    if any("net" in c for c in conditions):
                        raise Stop("needs a network")
                    if any(c.startswith("!exec") or c.startswith("!git") for c in conditions):
                        raise Stop("needs version control")
                continue
            try:
                words = [self.expand(w) for w in shlex.split(line.split(" # ")[0])]
            except ValueError:
                raise Stop("quoting") from None
            expected = "any"
            while words and words[0] in ("!", "?"):
                expected = words.pop(0)
            if words:
                self.step(words, expected)

    def step(self, words, expected):
        command, args = words[0], words[1:]
        if command in ("stdout", "stderr", "cmp", "cmpenv", "grep", "exists", "stale", "mtime", "wait", "go-output"):
            return
        if command == "env":
            for pair in args:
                name, _, value = pair.partition("=")
                self.env[name] = value
        elif command == "cd":
            self.at = (self.at / args[0]).resolve()
            if not self.at.is_dir():
                raise Stop("cd to what is not there")
        elif command == "cp":
            for source in args[:-1]:
                target = self.path(args[-1])
                if target.is_dir():
                    target = target / pathlib.Path(source).name
                if source == "stdout":
                    target.write_bytes(self.last_out)
                elif self.path(source).is_file():
                    target.write_bytes(self.path(source).read_bytes())
                else:
                    raise Stop("cp of " + ("stderr" if source == "stderr" else "what is not there"))
        elif command == "mkdir":
            for name in args:
                self.path(name).mkdir(parents=True, exist_ok=True)
        elif command == "rm":
            for name in args:
                subprocess.run(["rm", "-rf", str(self.path(name))], check=False)
        elif command == "mv":
            shutil.move(str(self.path(args[0])), str(self.path(args[1])))
        elif command == "symlink":
            os.symlink(args[2], self.path(args[0]))
        elif command == "stop":
            raise Stop("end")
        elif command == "skip":
            raise Stop("skipped by the script")
        elif command == "go":
            self.go(args)
        else:
            raise Stop("command " + command)

    def go(self, args):
        ours = self.question(args)
        if ours is not None:
            self.compare(args, ours)
        elif args[0] in ("mod", "get", "work"):
            self.last_out = self.run(["go", *args])[1]
        elif args[0] in ("list", "env"):
            self.last_out = self.run(["go", *args])[1]

    def question(self, args):
        """What modgraph is asked instead; None when it is another command."""
        if args[:2] == ["mod", "graph"]:
            return ["graph"] if len(args) == 2 else None
        flags = [a for a in args[1:] if a not in ("-m", "all")]
        if args[0] != "list" or "-m" not in args or args.count("all") != 1:
            return None
        known = {"-json": ["--json"], "-mod=mod": ["--mod=mod"], "-mod=readonly": ["--mod=readonly"],
                 "-mod=vendor": ["--mod=vendor"]}
        if any(f not in known and not f.startswith("-modfile=") for f in flags):
            return None
        out = ["list"] + [w for f in flags for w in known.get(f, ["--modfile", f.partition("=")[2]])]
        stated = any(f.startswith("-mod=") for f in flags) or "-mod=" in self.env["GOFLAGS"]
        if not stated and not self.run(["go", "env", "GOWORK"])[1].strip():
            if list(self.at.glob("vendor")):
                return None  # vendoring applies by itself there; our list does as -mod=mod
            out.append("--mod=readonly")
        return out

    def compare(self, args, ours):
        env = {**self.env, "GOPROXY": "off"}
        a = self.run([self.binary, *ours, "--go-version", self.go_version, "--go-version-strict"], env)
        b = self.run(["go", *args], env)
        self.last_out = b[1]
        self.compared += 1
        self.refused += b[0] != 0
        if (a[0] == 0) != (b[0] == 0) or (b[0] == 0 and a[1] != b[1]):
            self.mismatches.append((args, a, b))


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    if shutil.which("go") is None:
        print("SKIP go_scripts: there is no go command")
        return 0
    root = subprocess.run(["go", "env", "GOROOT"], capture_output=True, text=True, check=True).stdout.strip()
    data = pathlib.Path(root) / "src/cmd/go/testdata"
    if not (data / "script").is_dir():
        print("SKIP go_scripts: this Go distribution has no test scripts")
        return 0
    go_version = oracle.running_go()
    compared = refused = wrong = with_questions = 0
    reasons = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        archives = pathlib.Path(folder) / "proxy"
        count = lay_out_archives(data / "mod", archives)
        for path in sorted((data / "script").glob("*.txt")):
            if sys.argv[2:] and path.stem not in sys.argv[2:]:
                continue
            text = path.read_text(errors="surrogateescape")
            if not re.search(r"go mod graph|go list .*-m.* all", text):
                continue
            with_questions += 1
            script = Script(path, binary, go_version, archives)
            try:
                script.follow()
                reasons["followed to its end"] += 1
            except Stop as stop:
                reasons[str(stop)] += 1
            except (OSError, subprocess.TimeoutExpired, shutil.Error, IndexError) as e:
                reasons[type(e).__name__] += 1
            finally:
                script.close()
            compared += script.compared
            refused += script.refused
            wrong += len(script.mismatches)
            for args, a, b in script.mismatches:
                print(f"MISMATCH {script.name}: go {' '.join(args)}: modgraph exits with {a[0]}, go with {b[0]}")
                print(f"  modgraph: {a[1][:300]!r} {a[2][:300]!r}\n  go:       {b[1][:300]!r} {b[2][:300]!r}")
    print(f"go_scripts: {count} module archives, {with_questions} scripts, {compared} comparisons "
          f"({refused} refused by go), {wrong} mismatches")
    for reason, n in reasons.most_common():
        print(f"  {n:4} {reason}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
