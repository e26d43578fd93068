"""What the suites of the reports work with: the program, its inputs, and the
real consumers of its formats."""

import json
import os
import pathlib
import shutil
import subprocess


class Skipped(Exception):
    """A suite cannot run here; says why."""


class Tools:
    def __init__(self, binary, modules, folder):
        self.here = pathlib.Path(__file__).resolve().parent
        self.source = self.here.parent.parent
        self.binary = pathlib.Path(binary).resolve()
        self.modules = pathlib.Path(modules)
        self.folder = pathlib.Path(folder)
        corpus = os.environ.get("MODGRAPH_CORPUS")
        self.corpus = pathlib.Path(corpus) if corpus else None

    def skip(self, reason):
        raise Skipped(reason)

    def modgraph(self, *args, cwd=None):
        """One run of the program; the caller looks at its exit code."""
        return subprocess.run(
            [self.binary, *map(str, args)],
            cwd=cwd,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=300,
            check=False,
        )

    def run_bytes(self, *args, cwd=None):
        """The same with bytes, for names of files that are no text."""
        return subprocess.run(
            [self.binary, *(a if isinstance(a, bytes) else str(a) for a in args)],
            cwd=cwd,
            capture_output=True,
            timeout=300,
            check=False,
        )

    def real_modules(self):
        """The real modules of the corpus: name and the inputs to name."""
        if self.corpus is None:
            self.skip("MODGRAPH_CORPUS is not set")
        for folder in sorted((self.corpus / "real").iterdir()):
            words = []
            for flag, name in (("graph", "graph.txt"), ("mod", "go.mod"), ("list", "list.json")):
                if (folder / name).exists():
                    words += ["--" + flag, folder / name]
            if (folder / "graph.txt").exists():
                yield folder.name, words

    def node(self, script, *args):
        """What a CommonJS script of this folder prints, with the npm packages
        within its reach."""
        program = shutil.which("node")
        if program is None:
            self.skip("node is not installed")
        done = subprocess.run(
            [program, self.here / script, *map(str, args)],
            env=dict(os.environ, NODE_PATH=str(self.modules), CHROMIUM=self.chromium),
            capture_output=True,
            encoding="utf-8",
            timeout=600,
            check=False,
        )
        assert done.returncode == 0, f"{script}: {done.stdout}{done.stderr}"
        return done.stdout

    @property
    def chromium(self):
        return shutil.which("chromium") or self.skip("chromium is not installed")

    @property
    def hostile(self):
        """Strings as strangers might write them."""
        lines = (self.here / "hostile.txt").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line]
