#!/usr/bin/env python3
"""What docs/ci.md shows is what modgraph prints: Vault adopts the gate, gets a
pull request with a heavy dependency, and one that lets itself pass.

  tests/gate/walkthrough.py MODGRAPH

Each block that begins with `$ modgraph` is run in its turn. Of long outputs the
page has the beginning, a line "..." and, where it says so below, more of it.
MODGRAPH_UPDATE_GOLDEN=1 renews the blocks. Needs the corpus (MODGRAPH_CORPUS).
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tarfile
import tempfile
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / 'docs/ci.md'
sys.path.insert(0, str(ROOT / 'tests/diff'))
from support import git  # noqa: E402

HEAVY = 'github.com/getsentry/sentry-go v0.13.0'
MOST_LINES = 24


def settings_of_page():
    return re.search(r'```yaml\n(version: 1\n.*?)```', PAGE.read_text('utf-8'),
                     re.S)[1]


class Story:
    """A repository that goes from one block of the page to the next."""

    def __init__(self, program, corpus, work):
        self.program = program
        self.folder = work / 'vault'
        self.cache = work / 'cache'
        shutil.copytree(corpus / 'repos/vault', self.folder)
        subprocess.run(['chmod', '-R', 'u+w', str(self.folder)], check=True)
        for name in ('case.json', 'files.txt', 'graph.txt', 'list.json'):
            (self.folder / name).unlink(missing_ok=True)
        with tarfile.open(corpus / 'repos/modcache.tar.xz') as archive:
            archive.extractall(self.cache)
        git(self.folder, 'init', '-q', '-b', 'main')
        self.commit('vault')
        self.next = [lambda: None, lambda: None, self.adopt_and_require,
                     lambda: None, self.loosen]

    def commit(self, message):
        git(self.folder, 'add', '-A')
        git(self.folder, 'commit', '-qm', message)

    def adopt_and_require(self):
        (self.folder / '.modgraph.yaml').write_text(settings_of_page(), 'utf-8')
        self.commit('modgraph')
        git(self.folder, 'checkout', '-qb', 'change')
        go_mod = self.folder / 'go.mod'
        text = go_mod.read_text('utf-8')
        go_mod.write_text(text + f'\nrequire {HEAVY}\n', 'utf-8')
        with (self.folder / 'go.sum').open('a', encoding='utf-8') as sums:
            sums.writelines(self.sums())
        self.commit('sentry')

    def sums(self):
        """The hash of every go.mod of the cache, as go.sum has it."""
        for file in sorted(self.cache.rglob('cache/download/**/*.mod')):
            digest = sha256(file.read_bytes()).hexdigest()
            total = sha256(f'{digest}  go.mod\n'.encode()).digest()
            at = file.relative_to(self.cache / 'cache/download')
            path = re.sub('!(.)', lambda m: m[1].upper(),
                          str(at.parent.parent))
            version = re.sub('!(.)', lambda m: m[1].upper(), file.stem)
            yield f'{path} {version}/go.mod h1:{b64encode(total).decode()}\n'

    def loosen(self):
        file = self.folder / '.modgraph.yaml'
        file.write_text(file.read_text('utf-8') + 'rules: {MG0002: none}\n',
                        'utf-8')
        self.commit('loosen')

    def run(self, command):
        self.next.pop(0)()
        done = subprocess.run(
            [self.program, *shlex.split(command)[1:]], cwd=self.folder,
            capture_output=True, text=True, timeout=120, check=False,
            env={'PATH': '/nowhere', 'HOME': str(self.cache), 'GOFLAGS': '',
                 'GOMODCACHE': str(self.cache), 'GOENV': 'off'})
        lines = (done.stdout + done.stderr).rstrip('\n').splitlines()
        if len(lines) > MOST_LINES:
            lines = [*lines[:MOST_LINES], '...']
        return [*lines, f'(exit {done.returncode})']


def renewed(story):
    """The page with what the commands print now."""
    def block(found):
        command = found[1]
        return '\n'.join(['```', f'$ {command}', *story.run(command), '```'])
    return re.sub(r'^```\n\$ (modgraph [^\n]*)\n.*?^```$', block,
                  PAGE.read_text('utf-8'), flags=re.M | re.S)


def main():
    corpus = os.environ.get('MODGRAPH_CORPUS', '')
    if not corpus or shutil.which('git') is None:
        print('SKIP the walk-through of the gate: MODGRAPH_CORPUS is not set, '
              'or there is no git')
        return 0
    with tempfile.TemporaryDirectory() as work:
        page = renewed(Story(str(Path(sys.argv[1]).resolve()), Path(corpus),
                             Path(work)))
    if os.environ.get('MODGRAPH_UPDATE_GOLDEN'):
        PAGE.write_text(page, 'utf-8')
    is_same = page == PAGE.read_text('utf-8')
    if not is_same:
        print('docs/ci.md is not what is printed now; '
              'MODGRAPH_UPDATE_GOLDEN=1 renews it')
    print(f'the walk-through of the gate: {0 if is_same else 1} wrong')
    return 0 if is_same else 1


if __name__ == '__main__':
    sys.exit(main())
