"""Random module worlds: a project's files, and a module cache to resolve it from.

A world is a dict: `files` (relative name to text, go.mod or go.work among them) and `mods` ("path@version" to the
text of its go.mod, or None for one that is not in the cache). Everything depends on one random.Random, so a seed
names a world.
"""
import base64
import hashlib
import json
import os
import re

PATHS = ["ex.com/a", "ex.com/b", "ex.com/c", "ex.com/d", "ex.com/e", "ex.com/Upper", "ex.com/f/v2", "gopkg.in/g.v1"]
FORKS = ["fork.com/x", "fork.com/y"]
VERSIONS = ["v1.0.0", "v1.1.0", "v1.2.0", "v1.10.0", "v1.2.0-alpha", "v1.2.0-rc.1", "v1.2.0-rc.10", "v1.0.0-RC1",
            "v1.2.1-0.20200101000000-abcdefabcdef", "v0.0.0-20190101000000-000000000001", "v0.9.0"]
GO_LINES = ["1.12", "1.14", "1.16", "1.17", "1.18", "1.20", "1.21", "1.21.0", "1.21rc2", "1.22", "1.22.3", "1.23rc1",
            "1.24", "1.25.1"]
TOOLCHAINS = ["default", "go1.21.3", "go1.22.0-custom", "go1.24.1", "go1.20.5", "go1.21.0"]


def versions_of(path):
    if path.endswith("/v2"):
        return [v.replace("v1.", "v2.").replace("v0.0.0", "v2.0.0").replace("v0.9.0", "v2.9.0") for v in VERSIONS]
    if path.startswith("gopkg.in"):
        return [v for v in VERSIONS if v.startswith("v1.") or v.startswith("v0.0.0-")]
    return VERSIONS + ["v2.0.0+incompatible", "v3.1.0+incompatible"]


def chance(rng, p):
    return rng.random() < p


class Maker:
    def __init__(self, rng):
        self.rng = rng
        self.paths = rng.sample(PATHS, rng.randint(2, len(PATHS)))
        self.few = {p: rng.sample(versions_of(p), rng.randint(1, 4)) for p in self.paths + FORKS}
        self.odd = chance(rng, 0.25)  # broken and unusual files

    def module(self, paths=None):
        path = self.rng.choice(paths or self.paths)
        return path, self.rng.choice(self.few[path])

    def go_line(self, p_none=0.2):
        rng = self.rng
        if chance(rng, p_none):
            return ""
        if self.odd and chance(rng, 0.03):
            return "go 1.99\n"
        return "go " + rng.choice(GO_LINES) + "\n"

    def requirements(self, most, own):
        rng, lines = self.rng, []
        for _ in range(rng.randint(0, most)):
            path, version = self.module()
            if chance(rng, 0.04):
                path, version = own, rng.choice(["v1.0.0", "v1.2.0"])
            comment = rng.choice(["", "", " // indirect", " // indirect", " // why"])
            lines.append((path, version, comment))
        if lines and chance(rng, 0.1):
            lines.append(lines[0])
        if chance(rng, 0.3) and len(lines) > 1:
            return "require (\n" + "".join(f"\t{p} {v}{c}\n" for p, v, c in lines) + ")\n"
        return "".join(f"require {p} {v}{c}\n" for p, v, c in lines)

    def dependency(self, path):
        rng = self.rng
        text = f"module {path}\n" + self.go_line() + self.requirements(4, path)
        if chance(rng, 0.1):
            text += f"replace {self.paths[0]} => {FORKS[0]} v1.0.0\nexclude {self.paths[0]} {self.few[self.paths[0]][0]}\n"
        if chance(rng, 0.1):
            text += "retract v1.0.0 // by accident\n"
        if not self.odd or chance(rng, 0.8):
            return text
        kind = rng.randrange(10)
        if kind == 0:
            return text + "require ex.com/a\n"
        if kind == 1:
            return text + "require ex.com/a master\n"
        if kind == 2:
            return text.replace(f"module {path}", "module ex.com/other")
        if kind == 3:
            return self.go_line() + self.requirements(3, path)
        if kind == 4:
            return text + "future thing\nfuture (\n\tx y\n)\n"
        if kind == 5:
            return text + "require ex.com/b v1.2\n"
        if kind == 6:
            return text + "require ex.com/c v1.0.0+meta\n"
        if kind == 7:
            return text + "require (\n"
        if kind == 8:
            return text.replace("\n", "\r\n")
        return None

    def replacements(self, folders):
        rng, text = self.rng, ""
        for _ in range(rng.choice([0, 0, 0, 1, 2, 3])):
            path, version = self.module()
            old = path if chance(rng, 0.5) else f"{path} {version}"
            kind = rng.randrange(4)
            if kind == 0:
                folder = rng.choice(folders)
                text += f"replace {old} => {folder}\n"
            elif kind == 1:
                to, v = self.module(FORKS)
                text += f"replace {old} => {to} {v}\n"
            else:
                to, v = self.module()
                text += f"replace {old} => {to} {v}\n"
        return text

    def exclusions(self):
        return "".join("exclude {} {}\n".format(*self.module()) for _ in range(self.rng.choice([0, 0, 0, 1, 2])))

    def main(self, path, folders, p_no_go=0.1):
        rng = self.rng
        text = f"module {path}\n" + self.go_line(p_no_go)
        if chance(rng, 0.2):
            text += "toolchain " + rng.choice(TOOLCHAINS) + "\n"
        text += self.requirements(6, path) + self.replacements(folders) + self.exclusions()
        if self.odd and chance(rng, 0.05):
            text += rng.choice(["future thing\n", "require ex.com/a v2.0.0\n", "go 1.20\n", "require ex.com/b v1.2\n",
                                "replace ex.com/a => ex.com/b\n", "exclude ex.com/a\n", "module x.com/y\n"])
        return text

    def world(self):
        rng = self.rng
        world = {"files": {}, "mods": {}}
        for path in self.paths + FORKS:
            for version in self.few[path]:
                text = self.dependency(path)
                if path in FORKS and chance(rng, 0.6):
                    text = f"module {rng.choice(self.paths)}\n" + self.go_line() + self.requirements(2, path)
                if self.odd and chance(rng, 0.03):
                    text = None
                world["mods"][f"{path}@{version}"] = text
        # What may be required by itself, or by a line with an odd version.
        for path in ("ex.com/m", "ex.com/m0", "ex.com/m1"):
            for version in ("v1.0.0", "v1.2.0"):
                world["mods"][f"{path}@{version}"] = f"module {path}\n" + self.go_line() + self.requirements(2, path)
        for i in range(2):
            world["files"][f"local{i}/go.mod"] = (
                f"module {rng.choice(self.paths + ['local.com/l'])}\n" + self.go_line() + self.requirements(3, "local.com/l"))
        if chance(rng, 0.25):
            self.workspace(world)
        else:
            folders = ["./local0", "./local1", "$D/local0"] + (["./absent"] if self.odd else [])
            world["files"]["go.mod"] = self.main("ex.com/m", folders)
        return world

    def workspace(self, world):
        rng = self.rng
        count = rng.randint(1, 3)
        members = [f"m{i}" for i in range(count)]
        rng.shuffle(members)
        for i, name in enumerate(members):
            path = "ex.com/" + name
            if self.odd and i and chance(rng, 0.05):
                path = "ex.com/" + members[0]
            text = self.main(path, ["../local0", "../local1"], 0.2)
            if chance(rng, 0.4):
                text += f"require ex.com/{rng.choice(members)} v1.0.0\n"
            world["files"][f"{name}/go.mod"] = text
        work = rng.choice(["", "go 1.18\n", "go 1.21\n", "go 1.22.3\n", "go 1.25.5\n", "go 1.25.5\n", "go 1.26\n"])
        if chance(rng, 0.2):
            work += "toolchain " + rng.choice(TOOLCHAINS) + "\n"
        work += "".join(f"use ./{name}\n" for name in members)
        if self.odd and chance(rng, 0.05):
            work += rng.choice(["use ./absent\n", f"use ./{members[0]}/\n", "future x\n"])
        world["files"]["go.work"] = work + self.replacements(["./local0", "./local1"])


def make(rng):
    return Maker(rng).world()


def escape(name):
    return re.sub("[A-Z]", lambda m: "!" + m.group(0).lower(), name)


def go_mod_hash(text):
    inner = hashlib.sha256(text.encode()).hexdigest() + "  go.mod\n"
    return "h1:" + base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", newline="", errors="surrogateescape") as out:
        out.write(text)


def lay_out_cache(world, cache):
    for key, text in world["mods"].items():
        path, version = key.rsplit("@", 1)
        at = cache / "cache/download" / escape(path) / "@v"
        if text is not None:
            write(at / (escape(version) + ".mod"), text)
        if key not in world.get("no_info", ()):
            write(at / (escape(version) + ".info"), json.dumps({"Version": version, "Time": "2020-01-01T00:00:00Z"}))


def lay_out_files(world, folder):
    for name, text in world["files"].items():
        write(folder / name, text.replace("$D", str(folder)))


def go_sum(world, rng):
    """The sums of all go.mod files in the cache; now and then one is missing or wrong."""
    lines = []
    for key, text in sorted(world["mods"].items()):
        path, version = key.rsplit("@", 1)
        if text is None or chance(rng, 0.01):
            continue
        lines.append(f"{path} {version}/go.mod {go_mod_hash(text + ('x' if chance(rng, 0.003) else ''))}\n")
    return "".join(lines)
