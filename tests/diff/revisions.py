#!/usr/bin/env python3
"""`modgraph diff` in real git repositories: what the words name, what is read of
a commit, what cannot be, and that nothing is changed.

  tests/diff/revisions.py MODGRAPH

The modules need no cache: all that they require is replaced by folders.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from support import Check, git, state_of


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding='utf-8')


def go_mod(libraries):
    """A main module that requires some libraries, which are folders."""
    text = 'module example.com/app\n\ngo 1.20\n'
    for name in libraries:
        text += f'\nrequire example.com/{name} v1.0.0\n'
        text += f'replace example.com/{name} => ./{name}\n'
    return text


def commit(folder, message, **files):
    for name, text in files.items():
        write(folder / name.replace('__', '/').replace('_', '.'), text)
    git(folder, 'add', '-A')
    git(folder, 'commit', '-q', '--allow-empty', '-m', message)


def repository(folder):
    """Three commits: a, then a and b, then b alone; and a branch off the first
    that adds c."""
    folder.mkdir()
    git(folder, 'init', '-q', '-b', 'main')
    for name in ('a', 'b', 'c'):
        write(folder / name / 'go.mod',
              f'module example.com/{name}\n\ngo 1.20\n')
    commit(folder, 'one', go_mod=go_mod(['a']))
    git(folder, 'branch', 'side')
    commit(folder, 'two', go_mod=go_mod(['a', 'b']))
    commit(folder, 'three', go_mod=go_mod(['b']))
    git(folder, 'checkout', '-q', 'side')
    commit(folder, 'on the side', go_mod=go_mod(['a', 'c']))
    git(folder, 'checkout', '-q', 'main')
    git(folder, 'status')
    return folder


class Suite:
    def __init__(self, program, work):
        self.program = program
        self.work = work
        self.check = Check()

    def run(self, folder, *words):
        environment = {'PATH': '/nowhere', 'HOME': str(self.work),
                       'GOMODCACHE': str(self.work / 'cache'),
                       'GOFLAGS': '', 'GOENV': 'off'}
        done = subprocess.run([self.program, 'diff', *words], cwd=folder,
                              env=environment, capture_output=True, text=True,
                              timeout=60, check=False)
        return done.returncode, (done.stdout + done.stderr).splitlines()

    def says(self, name, folder, words, code, first):
        got_code, lines = self.run(folder, *words)
        self.check.equal(name, (got_code, lines[0] if lines else ''),
                         (code, first))
        return lines

    def names(self, top):
        """What the words name."""
        both = '1 added, 1 removed'
        sides = '1 added, 2 removed'
        for words, first in {
                ('HEAD~2', 'HEAD~1'): 'HEAD~2 -> HEAD~1: 1 added',
                ('HEAD~1', 'HEAD'): 'HEAD~1 -> HEAD: 1 removed',
                ('HEAD~1',): 'HEAD~1 -> .: 1 removed',
                ('side', 'main'): f'side -> main: {sides}',
                ('side...main',): f'side...main -> main: {both}',
                ('--merge-base', 'side', 'main'): f'side...main -> main: {both}',
                ('--merge-base', 'side'): f'side...HEAD -> .: {both}',
                (':/two', 'HEAD'): ':/two -> HEAD: 1 removed',
                ('HEAD', 'HEAD'): 'HEAD -> HEAD: nothing is different'}.items():
            self.says(f'words {words}', top, words, 0, first)
        # Of side...main the base is the first commit: c is not in it.
        _, lines = self.run(top, 'side...main')
        self.check.equal('three dots', [x for x in lines if 'example.com/c' in x],
                         [])
        self.says('below', top / 'a', ['HEAD~1', 'HEAD'], 0,
                  'HEAD~1 -> HEAD: nothing is different')

    def formats(self, top):
        """Pictures, the comment and its id."""
        _, lines = self.run(top, 'HEAD~2', 'HEAD~1', '-f', 'dot')
        self.check.equal('a picture', any('example.com/b' in x for x in lines),
                         True)
        self.says('a comment', top,
                  ['HEAD~2', 'HEAD~1', '-f', 'markdown', '--comment-id', 'a.b_1'],
                  0, '<!-- modgraph:diff a.b_1 -->')
        for word in ('a b', '-->', 'a' * 41, 'a--b'):
            self.says(f'the id {word}', top, ['HEAD', f'--comment-id={word}'], 2,
                      f"error: --comment-id: '{word}' is not an id")

    def wrong_words(self, top):
        self.says('two dots', top, ['HEAD~1..HEAD'], 2,
                  'error: HEAD~1..HEAD: two dots name a range of commits, not '
                  'two states')
        self.says('nothing of this name', top, ['nothere'], 3,
                  "error: unknown revision 'nothere'")
        self.says('a file', top, ['go.mod'], 2, 'error: go.mod is no folder')
        self.says('no repository', self.work, ['HEAD'], 3,
                  f'error: {self.work} is not in a git repository')
        git(top, 'branch', 'a')
        self.says('two things', top, ['a'], 2,
                  'error: a is a revision, and a folder')
        self.says('a folder by its dot', top, ['./a', './b'], 0,
                  './a -> ./b: the same modules are built')
        self.says('a revision by its name', top, ['refs/heads/a', 'HEAD'], 0,
                  'refs/heads/a -> HEAD: nothing is different')
        git(top, 'branch', '-D', 'a')
        self.says('a folder without history', top, ['--merge-base', './a'], 2,
                  'error: ./a is a folder: it has no history')

    def working_trees(self, top):
        """What lies there now does not count, and is left alone."""
        write(top / 'go.mod', 'dirty, and no go.mod\n')
        shutil.rmtree(top / 'b')
        before = state_of(top)
        self.says('dirty', top, ['HEAD~1', 'HEAD'], 0,
                  'HEAD~1 -> HEAD: 1 removed')
        code, lines = self.run(top, 'HEAD')
        self.check.equal('the dirty tree itself', (code, lines[0][:14]),
                         (3, 'error: go.mod:'))
        self.check.equal('nothing was changed', state_of(top) == before, True)
        git(top, 'checkout', '-q', '.')

        bare = self.work / 'bare.git'
        git(self.work, 'clone', '-q', '--bare', str(top), str(bare))
        self.says('bare', bare, ['HEAD~1', 'HEAD'], 0,
                  'HEAD~1 -> HEAD: 1 removed')
        linked = self.work / 'linked'
        git(top, 'worktree', 'add', '-q', str(linked), 'side')
        self.says('another worktree', linked, ['main', 'HEAD'], 0,
                  'main -> HEAD: 2 added, 1 removed')

    def shallow(self, top):
        clone = self.work / 'shallow'
        git(self.work, 'clone', '-q', '--depth=2', f'file://{top}', str(clone))
        self.says('within its depth', clone, ['HEAD~1', 'HEAD'], 0,
                  'HEAD~1 -> HEAD: 1 removed')
        self.says('the parent as merge base', clone, ['HEAD~1...HEAD'], 0,
                  'HEAD~1...HEAD -> HEAD: 1 removed')
        code, lines = self.run(clone, 'HEAD~2')
        self.check.equal('beyond it', (code, any('fetch-depth: 0' in x
                                                 for x in lines)), (3, True))

    def odd_files(self, top):
        """Commits with what is not read."""
        git(top, 'checkout', '-q', '-b', 'odd')
        (top / 'go.mod').unlink()
        (top / 'go.mod').symlink_to('a/go.mod')
        commit(top, 'a link')
        self.says('a link', top, ['main', 'HEAD'], 3,
                  'error: HEAD: cannot read go.mod: a symbolic link in a commit '
                  'is not followed')
        (top / 'go.mod').unlink()
        commit(top, 'a pointer',
               go_mod='version https://git-lfs.github.com/spec/v1\n')
        self.says('a pointer of LFS', top, ['main', 'HEAD'], 3,
                  'error: HEAD: go.mod is a pointer of Git LFS, not the file '
                  'itself')
        commit(top, 'no go.mod', go_mod='module\n')
        self.says('a wrong go.mod', top, ['main', 'HEAD'], 3,
                  'error: go.mod:1:1: the module directive takes exactly one '
                  'argument, the module path')
        (top / 'go.mod').unlink()
        commit(top, 'none')
        code, lines = self.run(top, 'main', 'HEAD')
        self.check.equal('none', (code, lines[0].startswith(
            'error: HEAD: go.mod file not found')), (3, True))
        git(top, 'checkout', '-q', 'main')

    def all(self):
        top = repository(self.work / 'top')
        self.names(top)
        self.formats(top)
        self.wrong_words(top)
        self.shallow(top)
        self.working_trees(top)
        self.odd_files(top)
        return self.check


def main():
    if shutil.which('git') is None:
        print('SKIP revisions: there is no git')
        return
    with tempfile.TemporaryDirectory() as name:
        check = Suite(str(Path(sys.argv[1]).resolve()),
                      Path(name).resolve()).all()
    for failure in check.failures:
        print('FAIL', failure[:500])
    print(f'revisions: {check.count} checks, {len(check.failures)} failures')
    sys.exit(1 if check.failures else 0)


if __name__ == '__main__':
    main()
