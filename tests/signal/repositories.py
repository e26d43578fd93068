"""The real repositories of the corpus, each resolved from a recorded module cache alone."""
import os
import shutil
import subprocess
import tarfile


def run(binary, arguments, folder, cache):
    env = {"PATH": os.environ["PATH"], "HOME": str(cache), "GOMODCACHE": str(cache), "GOFLAGS": "", "GOENV": "off",
           "GOPROXY": "off"}
    # A repository, so that its folders are inside it.
    (folder / ".git").mkdir(exist_ok=True)
    return subprocess.run([binary, *arguments], cwd=folder, env=env, capture_output=True, text=True, timeout=600)


def repositories(corpus, base):
    """Name, a copy of its folder, its module cache."""
    for group in ("real", "repos"):
        cache = base / group
        with tarfile.open(corpus / group / "modcache.tar.xz") as archive:
            archive.extractall(cache)
        for folder in sorted((corpus / group).iterdir()):
            if not (folder / "go.mod").exists() and not (folder / "go.work").exists():
                continue
            copy = base / "work" / folder.name
            shutil.copytree(folder, copy)
            if (copy / "modules.txt").exists():
                (copy / "vendor").mkdir()
                (copy / "modules.txt").rename(copy / "vendor/modules.txt")
            yield folder.name, copy, cache
            shutil.rmtree(copy)
