"""What the suites of this folder share: the program beside a system that fails
when told to (faulty_system.c), the folders to run it in, and the words of the
command line: SUITE.py BINARY [SHIM] [--full]."""

import argparse
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
sys.path.insert(0, str(SOURCE / "tests/cli"))
import program  # noqa: E402  the program as the scripts of tests/cli run it

BOOKSHOP = SOURCE / "examples/bookshop"
STORE = SOURCE / "tests/cli/data/resolve/store"
STALE = "\nexclude money.example.com/sum v1.0.7\n\nreplace unused.example.com/u => ../u\n"


class Run:
    """What one run of the program left."""

    def __init__(self, done):
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    def says(self):
        return f"exit {self.code}, stderr {self.err[-300:].decode(errors='replace')!r}"

    def is_refusal(self):
        """Exit 3 and one line that says why."""
        return self.code == 3 and self.err.startswith(b"error: ") and self.err.count(b"\n") == 1


# A process is charged with the memory of the one that started it, so that one has
# to be small.
MEASURE = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, fd, "/dev/null", os.O_RDWR, 0) for fd in (0, 1, 2)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, status, usage = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
"""


class Cost:
    """An exit code, seconds of the processor, and megabytes."""

    def __init__(self, code, seconds, megabytes):
        self.code, self.seconds, self.megabytes = int(code), float(seconds), float(megabytes)


def measured(binary, words, cwd, env):
    """What a run takes; its answer is not looked at."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", MEASURE, binary, *map(str, words)],
        cwd=cwd, env=env, capture_output=True, timeout=600, check=True,
    )  # fmt: skip
    return Cost(*done.stdout.split())


class System:
    """The program, and a system whose calls can be told to fail."""

    def __init__(self, binary, shim):
        self.modgraph = program.Program(binary)
        self.shim = pathlib.Path(shim).resolve() if shim else None
        self.counts = pathlib.Path(tempfile.mkdtemp(prefix="modgraph-counts-"))

    def run(self, words, cwd, env=None, **more):
        done = subprocess.run(
            [self.modgraph.binary, *map(str, words)],
            cwd=cwd,
            env={**self.modgraph.env, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=more.pop("stdout", subprocess.PIPE),
            stderr=subprocess.PIPE,
            timeout=120,
            check=False,
            **more,
        )
        return Run(done)

    def fault(self, call, at=0, how="ENOMEM", goes_on=False, count=None):
        """The environment in which that call fails."""
        env = {"LD_PRELOAD": str(self.shim), "FAULT_CALL": call, "FAULT_AT": str(at), "FAULT_HOW": how}
        if goes_on:
            env["FAULT_ON"] = "1"
        if count:
            env["FAULT_COUNT"] = str(count)
        return env

    def count(self, call, words, cwd):
        """How often the undisturbed program makes that call, and its run."""
        file = self.counts / "count"
        file.unlink(missing_ok=True)
        run = self.run(words, cwd, self.fault(call, count=file))
        assert file.exists(), f"{self.shim} was not loaded: {run.err.decode()}"
        return int.from_bytes(file.read_bytes(), sys.byteorder), run

    def close(self):
        shutil.rmtree(self.counts, ignore_errors=True)


def copy_store(folder, stale=False):
    """A folder that is resolved from the module cache of the tests; `stale`:
    with lines in its go.mod that can go."""
    program.copy_into(folder, STORE)
    (folder / ".git").mkdir()
    if stale:
        with open(folder / "go.mod", "a", encoding="utf-8") as mod:
            mod.write(STALE)
    return folder


def copy_shop(folder):
    """A folder with recorded inputs."""
    program.copy_into(folder, BOOKSHOP)
    (folder / ".git").mkdir()
    return folder


def in_parallel(work, items):
    """work(item) for all of them, in order, on all cores."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(work, items))


def some(count, most):
    """1..count, or `most` of them: the first ones, the last, and steps between,
    which are odd so that no rhythm of the program hides from them."""
    if count <= most:
        return list(range(1, count + 1))
    begin = most // 4
    step = -(-(count - begin) // (most - begin)) | 1
    return sorted({*range(1, begin + 1), *range(begin + 1, count + 1, step), count})


def main(suite, needs_shim=True):
    """suite(system, folder, tally, full) adds checks to the tally."""
    words = argparse.ArgumentParser(usage=suite.__module__)
    words.add_argument("binary")
    words.add_argument("shim", nargs="?")
    words.add_argument("--full", action="store_true")
    given = words.parse_args()
    name = "faults " + pathlib.Path(sys.argv[0]).stem
    if needs_shim and not given.shim:
        sys.exit(f"{name}: the shim is missing: {sys.argv[0]} BINARY SHIM")
    if needs_shim and not sys.platform.startswith("linux"):
        print(f"SKIP {name}: nothing can be preloaded here")
        return 0
    started = time.monotonic()
    system, tally = System(given.binary, given.shim), program.Tally(name)
    with tempfile.TemporaryDirectory(prefix="modgraph-faults-") as folder:
        try:
            suite(system, pathlib.Path(folder), tally, given.full)
        finally:
            system.close()
    code = tally.report()
    print(f"{name}: {'full' if given.full else 'quick'} tier, {time.monotonic() - started:.0f} s")
    return code
