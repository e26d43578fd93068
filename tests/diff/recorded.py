#!/usr/bin/env python3
"""`modgraph diff` beside what was recorded of real commits.

  tests/diff/recorded.py MODGRAPH [CASE...]

Needs MODGRAPH_CORPUS. Each case of diff/ there has the go.mod files of two
commits, the go command's graphs and build lists for both, the edits between
them, and for each module that changed the edits behind it. Both sides are
compared as folders and, where git is there, as commits of a repository, whose
working tree holds something else. Of each answer: the changes with versions and
replacements, the edits, the causes, the number of modules, every witness
against the recorded graph; and that the repository is as it was.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from support import Check, git, state_of

MARK = 'no go.mod at all\n'


def run(program, words, folder, cache):
    environment = {'PATH': os.environ['PATH'], 'HOME': str(cache),
                   'GOMODCACHE': str(cache), 'GOFLAGS': '', 'GOENV': 'off'}
    done = subprocess.run([program, 'diff', *words, '-f', 'json'], cwd=folder,
                          env=environment, capture_output=True, text=True,
                          timeout=120)
    if done.returncode != 0:
        return None, done.stderr[-400:]
    return json.loads(done.stdout), ''


def one_side(text):
    """"v1.0.0 => a.b/c v1.1.0" as (version, replacement)."""
    if text is None:
        return None, None
    version, _, replacement = text.partition(' => ')
    return version, replacement or None


def replacement_text(record):
    if not record:
        return None
    return ' '.join(filter(None, (record['path'], record.get('version'))))


def wanted_changes(case):
    out = {}
    for change in case['changes']:
        if change['module'] == 'go':
            continue
        (old, old_by), (new, new_by) = (one_side(change['from']),
                                        one_side(change['to']))
        out[change['module']] = (change['kind'], old, new, old_by, new_by)
    return out


def shown_changes(answer):
    return {c['module']: (c['kind'], c['from'], c['to'],
                          replacement_text(c['from_replacement']),
                          replacement_text(c['to_replacement']))
            for c in answer['changes']}


def edges_of(folder, side):
    text = (folder / f'{side}.graph.txt').read_text(encoding='utf-8')
    return {tuple(line.split(' ')) for line in text.splitlines()}


def check_witnesses(check, name, folder, answer):
    edges = {side: edges_of(folder, side) for side in ('before', 'after')}
    for change in answer['changes']:
        if change['kind'] == 'replaced':
            continue
        came = change['kind'] in ('added', 'upgraded')
        graph = edges['after' if came else 'before']
        module = f"{change['module']}@{change['to' if came else 'from']}"
        check.equal(f'{name}: {module} has a witness',
                    bool(change['witness']), True)
        for chain in change['witness']:
            wrong = [e for e in zip(chain, chain[1:]) if e not in graph]
            check.equal(f'{name}: {module}: edges that are not there', wrong, [])
            check.equal(f'{name}: {module}: ends', ('@' in chain[0], chain[-1]),
                        (False, module))


def check_answer(check, name, folder, case, answer):
    check.equal(f'{name}: changes', shown_changes(answer), wanted_changes(case))
    check.equal(f'{name}: edits', sorted(e['id'] for e in answer['edits']),
                sorted(e['edit'] for e in case['edits']))
    check.equal(f'{name}: primary edits',
                sorted(e['id'] for e in answer['edits'] if e['primary']),
                sorted(e['edit'] for e in case['edits'] if e['primary']))
    causes = {c['module']: sorted(c['causes']) for c in answer['changes']}
    for change in case['changes']:
        if change['module'] != 'go':
            check.equal(f"{name}: causes of {change['module']}",
                        causes.get(change['module']), sorted(change['causes']))
    for side in ('before', 'after'):
        check.equal(f'{name}: modules {side}',
                    answer['counts'][side]['modules'],
                    case['sides'][side]['modules'])
    check_witnesses(check, name, folder, answer)


def commit_side(repository, source):
    for old in repository.iterdir():
        if old.name == '.git':
            continue
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copytree(source, repository, dirs_exist_ok=True)
    git(repository, 'add', '-A', '-f')
    git(repository, 'commit', '-q', '--allow-empty', '-m', source.name)


def check_comment(check, name, program, sides, folder, cache, answer):
    """The comment of a pull request: short outside of what is folded."""
    environment = {'PATH': os.environ['PATH'], 'HOME': str(cache),
                   'GOMODCACHE': str(cache), 'GOFLAGS': '', 'GOENV': 'off'}
    text = subprocess.run([program, 'diff', *sides, '-f', 'markdown'],
                          cwd=folder, env=environment, capture_output=True,
                          text=True, timeout=120, check=False).stdout
    lines = text.splitlines()
    check.equal(f'{name}: marker', lines[0], '<!-- modgraph:diff -->')
    check.equal(f'{name}: bytes', len(text.encode()) <= 65536, True)
    folded = re.findall(r'<details>.*?</details>', text, re.S)
    outside = [x for x in re.sub(r'<details>.*?</details>', '', text,
                                 flags=re.S).splitlines() if x]
    check.equal(f'{name}: {len(outside)} lines outside',
                len(outside) <= 10, True)
    rows = [x for x in ''.join(folded).splitlines() if x.startswith('| `')]
    check.equal(f'{name}: rows', len(rows), len(answer['changes']))
    if not answer['edits']:
        check.equal(f'{name}: nothing to say', len(lines) <= 6, True)


def ask_git(check, program, folder, case, cache, work):
    repository = work / folder.name
    repository.mkdir()
    git(repository, 'init', '-q', '-b', 'main')
    for side in ('before', 'after'):
        commit_side(repository, folder / side)
    inside = repository / case['dir']
    (inside / 'go.mod').write_text(MARK, encoding='utf-8')
    git(repository, 'status')
    before = state_of(repository)
    answer, error = run(program, ['HEAD~1', 'HEAD'], inside, cache)
    check.equal(f'{folder.name} (commits): the repository',
                state_of(repository) == before, True)
    return answer, error


def main():
    program = str(Path(sys.argv[1]).resolve())
    corpus = os.environ.get('MODGRAPH_CORPUS')
    if not corpus:
        print('SKIP recorded differences: MODGRAPH_CORPUS is not set')
        return
    with_git = shutil.which('git') is not None
    if not with_git:
        print('SKIP commits: there is no git')
    check = Check()
    shared = '/dev/shm' if os.path.isdir('/dev/shm') else None
    with tempfile.TemporaryDirectory(dir=shared) as name:
        work = Path(name)
        with tarfile.open(
                Path(corpus) / 'diff' / 'diff-cases-shown.tar.xz') as archive:
            archive.extractall(work / 'cases')
        base = next((work / 'cases').iterdir())
        cases = sorted(p.parent for p in base.glob('*/case.json')
                       if not sys.argv[2:] or p.parent.name in sys.argv[2:])
        check.equal('there are cases', bool(cases), True)
        (work / 'repositories').mkdir()
        for folder in cases:
            case = json.loads((folder / 'case.json').read_text('utf-8'))
            sides = [str(folder / side / case['dir'])
                     for side in ('before', 'after')]
            asked = [('folders', run(program, sides, work, base / 'modcache'))]
            if with_git:
                asked.append(('commits', ask_git(
                    check, program, folder, case, base / 'modcache',
                    work / 'repositories')))
            for way, (answer, error) in asked:
                label = f'{folder.name} ({way})'
                check.equal(f'{label}: answers', error, '')
                if answer is not None:
                    check_answer(check, label, folder, case, answer)
                if answer is not None and way == 'folders':
                    check_comment(check, f'{folder.name} (comment)', program,
                                  sides, work, base / 'modcache', answer)
    for failure in check.failures[:40]:
        print('FAIL', failure[:600])
    print(f'recorded differences: {len(cases)} cases, {check.count} checks, '
          f'{len(check.failures)} failures')
    sys.exit(1 if check.failures else 0)


if __name__ == '__main__':
    main()
