"""What the suites of `modgraph diff` have in common."""

import os
import subprocess


class Check:
    """Counts what was compared, keeps what was wrong."""

    def __init__(self):
        self.count = 0
        self.failures = []

    def equal(self, name, got, wanted):
        self.count += 1
        if got != wanted:
            self.failures.append(f'{name}: {got!r} instead of {wanted!r}')


def git(folder, *words):
    """What git prints, with no settings but ours and at one time."""
    environment = {**os.environ, 'GIT_CONFIG_GLOBAL': os.devnull,
                   'GIT_CONFIG_NOSYSTEM': '1',
                   'GIT_AUTHOR_DATE': '2026-01-02T03:04:05Z',
                   'GIT_COMMITTER_DATE': '2026-01-02T03:04:05Z'}
    return subprocess.run(
        ['git', '-c', 'user.name=a', '-c', 'user.email=a@example.com',
         '-c', 'protocol.file.allow=always', *words],
        cwd=folder, env=environment, check=True, capture_output=True,
        text=True).stdout.strip()


def state_of(repository):
    """Names, sizes and times of all files, those of git too; and when the index
    was read."""
    out = [(str(p), p.lstat().st_mode, p.lstat().st_size, p.lstat().st_mtime_ns)
           for p in sorted(repository.rglob('*'))]
    index = repository / '.git' / 'index'
    read_at = index.stat().st_atime_ns
    with os.fdopen(os.open(index, os.O_RDONLY | os.O_NOATIME), 'rb') as file:
        return out, read_at, file.read()
