#!/usr/bin/env python3
"""The gate in real git repositories: what fails, what is known, who may silence
it, and that a change cannot loosen the gate that it goes through.

  tests/gate/gate.py MODGRAPH

The modules are files of a small module cache; no go command is needed.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'diff'))
from support import Check, git, state_of  # noqa: E402

MODULES = {
    'a.example/log@v1.0.0': 'require b.example/net v1.1.0\n',
    'a.example/log@v1.1.0': 'require b.example/net v1.2.0\n',
    'b.example/net@v1.1.0': '',
    'b.example/net@v1.2.0': '',
    'e.example/bring@v1.0.0': 'require evil.example/x v1.0.0\n',
    'evil.example/x@v1.0.0': '',
}
# Two warnings that nobody has time for: a replacement and an exclusion of what
# is not in the build (MG5001, MG5002).
MESSY = '''module example.com/app

go 1.21

require (
\ta.example/log v1.0.0
\tb.example/net v1.1.0
)

replace d.example/gone => ../gone

exclude c.example/old v1.0.0
'''
EVIL = MESSY.replace('\ta.example/log', '\te.example/bring v1.0.0\n\ta.example/log')
BUMPED = MESSY.replace('log v1.0.0', 'log v1.1.0')
POLICY = '''version: 1
fail-on: warning
policy:
  banned:
    - {module: "evil.example/*", reason: not reviewed}
'''


class Repository:
    """One with a commit on main, and a module cache beside it."""

    def __init__(self, program, root, **files):
        self.program = program
        self.root = root
        self.folder = root / 'repo'
        self.folder.mkdir(parents=True)
        self.cache = root / 'cache'
        for name, requires in MODULES.items():
            path, version = name.split('@')
            at = self.cache / 'cache/download' / path / '@v'
            at.mkdir(parents=True, exist_ok=True)
            (at / f'{version}.mod').write_text(
                f'module {path}\n\ngo 1.21\n\n{requires}', encoding='utf-8')
        git(self.folder, 'init', '-q', '-b', 'main')
        self.commit(**{'mod': MESSY, 'settings': POLICY, **files})

    def write(self, **files):
        names = {'mod': 'go.mod', 'settings': '.modgraph.yaml',
                 'baseline': '.modgraph-baseline.json'}
        for name, text in files.items():
            path = self.folder / names.get(name, name.replace('__', '/'))
            if text is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding='utf-8')

    def commit(self, **files):
        self.write(**files)
        git(self.folder, 'add', '-A')
        git(self.folder, 'commit', '-q', '--allow-empty', '-m', 'c')

    def change(self, **files):
        """A branch with a commit of its own."""
        git(self.folder, 'checkout', '-q', '-b', 'change')
        self.commit(**files)
        return self

    def run(self, *words, **environment):
        done = subprocess.run(
            [self.program, *words], cwd=self.folder, capture_output=True,
            text=True, timeout=60, check=False,
            env={'PATH': '/nowhere', 'HOME': str(self.root), 'GOFLAGS': '',
                 'GOMODCACHE': str(self.cache), 'GOENV': 'off', **environment})
        return done.returncode, done.stdout, done.stderr

    def report(self, *words):
        code, out, err = self.run('analyze', '-f', 'json', *words)
        return code, json.loads(out) if out else {'error': err}

    def judged(self, *words):
        """"1 MG0001 MG5001": the exit code and the rules that count."""
        code, report = self.report(*words)
        if 'error' in report:
            return f'{code} {report["error"]}'
        loud = [f['rule'] for f in report['findings']
                if not f['suppressed'] and f['level'] in ('warning', 'error')]
        return ' '.join([str(code), *sorted(loud)])

    def since(self, *words):
        return self.judged('--new-from-merge-base', 'main', *words)


class Suite:
    def __init__(self, program, work):
        self.program = program
        self.work = work
        self.check = Check()
        self.made = 0

    def repository(self, **files):
        self.made += 1
        return Repository(self.program, self.work / str(self.made), **files)

    def says(self, name, got, code, *wanted):
        """The exit code of run(), and words of what it printed."""
        text = got[1] + got[2]
        self.check.equal(f'{name}: exit code ({text[-300:]})', got[0], code)
        for words in wanted:
            self.check.equal(f'{name}: {words!r} in {text[-400:]!r}',
                             re.search(words, text) is not None, True)

    def baseline(self):
        equal, r = self.check.equal, self.repository()
        equal('a messy repository fails', r.judged(), '1 MG5001 MG5002')
        for action in ('check', 'prune', 'update'):
            self.says(f'{action} of none', r.run('baseline', action), 2,
                      'there is no baseline')
        self.says('create', r.run('baseline', 'create'), 0, '2 findings')
        file = r.folder / '.modgraph-baseline.json'
        first = file.read_text(encoding='utf-8')
        self.says('create twice', r.run('baseline', 'create'), 2,
                  'there is a baseline')
        equal('a line an entry, no versions', re.findall(r'v\d', first), [])
        equal('quiet', r.judged(), '0')
        equal('what is silenced is reported',
              [f['suppressed']['by'] for f in r.report()[1]['findings']
               if f['suppressed']], ['baseline', 'baseline'])
        self.says('and counted', r.run('analyze'), 0,
                  'silenced: 2 by the baseline')
        r.write(mod='// a line more\n' + MESSY.replace('../gone', '../other'))
        equal('lines and targets may change', r.judged(), '0')
        r.write(mod=EVIL)
        equal('what is new fails', r.judged(), '1 MG0001')
        self.says('prune adds nothing', r.run('baseline', 'prune'), 0,
                  'is as it was')
        self.says('update leaves the policy out', r.run('baseline', 'update'),
                  0, 'is as it was')
        self.says('update in CI', r.run('baseline', 'update', CI='true'), 2,
                  'in CI')
        self.says('update with the policy',
                  r.run('baseline', 'update', '--with-policy'), 0,
                  r'\+ MG0001 of evil\.example/x')
        equal('then it is known', r.judged(), '0')
        r.write(mod=MESSY.replace('replace d.example/gone => ../gone\n', ''),
                baseline=first)
        self.says('check', r.run('baseline', 'check'), 1,
                  r'- MG5001 of d\.example/gone')
        equal('an entry that is gone is a note', r.judged(), '0')
        equal('but for a ratchet', r.judged('--ratchet'), '1 MG9001')
        r.write(settings=POLICY + 'baseline: {ratchet: true}\n')
        equal('which settings can be', r.judged(), '1 MG9001')
        self.says('prune', r.run('baseline', 'prune'), 0, '1 finding')
        pruned = file.read_text(encoding='utf-8')
        equal('it is gone', 'MG5001' in pruned, False)
        r.run('baseline', 'prune')
        equal('twice is once', file.read_text(encoding='utf-8'), pruned)
        equal('the ratchet is content', r.judged(), '0')
        r.write(mod=MESSY)
        equal('what was pruned is new', r.judged(), '1 MG5001')

    def broken_baselines(self):
        r = self.repository()
        r.run('baseline', 'create')
        good = (r.folder / '.modgraph-baseline.json').read_text('utf-8')
        for name, text, words in (
                ('a conflict', '<<<<<<< HEAD\n' + good,
                 r'baseline\.json:1:1: a merge has left its conflict here'),
                ('a cut file', good[:60], r'baseline\.json:\d+:\d+: '),
                ('another version', good.replace(': 1,', ': 7,', 1),
                 'this is version 7 of the file'),
                ('no JSON', 'rules', r'baseline\.json:1:1: ')):
            r.write(baseline=text)
            self.says(name, r.run('analyze'), 2, words)
        r.write(baseline=None)
        self.says('one that is not there',
                  r.run('analyze', '--baseline', 'no.json'), 2,
                  'there is no such baseline')
        (r.folder / '.modgraph-baseline.json').symlink_to('/etc/passwd')
        got = r.run('analyze')
        self.says('a link', got, 2, 'this is a link')
        self.check.equal('nothing of it', 'root:' in got[1] + got[2], False)

    def baselines_outside(self):
        r = self.repository()
        outside = r.root / 'outside'
        outside.mkdir()
        (r.folder / 'here').symlink_to(outside)
        for name in ('here/b.json', '../outside/b.json', '/tmp/b.json'):
            r.write(settings=POLICY + f'baseline: {name}\n')
            self.says(f'{name} is not written', r.run('baseline', 'create'), 2,
                      'is outside of the repository')
        r.write(settings=POLICY)
        (r.folder / '.modgraph-baseline.json').symlink_to(outside / 'b.json')
        self.says('nor through a link', r.run('baseline', 'create'), 2,
                  'this is a link')
        self.check.equal('nothing is there', list(outside.iterdir()), [])

    def silences(self):
        equal = self.check.equal
        ignore = POLICY + '''ignore:
  - {rule: MG5001, module: d.example/gone, reason: waiting, until: 2026-03-01}
  - {rule: exclude-stale, reason: for old clones}
'''
        r = self.repository(settings=ignore)
        equal('before its last day', r.judged('--today', '2026-02-28'), '0')
        equal('on its last day', r.judged('--today', '2026-03-01'), '0')
        equal('after it', r.judged('--today', '2026-03-02'), '1 MG5001 MG9004')
        self.says('no day', r.run('analyze', '--today', '2026-02-30'), 2,
                  'is no day')
        beside = MESSY.replace(
            '../gone', '../gone // modgraph:ignore MG5001 -- a branch').replace(
                'exclude c', '// modgraph:ignore MG5002 -- old clones until='
                             '2026-03-01\nexclude c')
        r.write(settings=POLICY, mod=beside)
        equal('comments', r.judged('--today', '2026-03-01'), '0')
        equal('one has ended', r.judged('--today', '2026-03-02'),
              '1 MG5002 MG9004')
        r.write(mod=beside.replace(' -- a branch', ''))
        equal('without a reason', r.judged('--today', '2026-03-01'),
              '1 MG5001 MG9006')
        r.write(mod=MESSY.replace('net v1.1.0', 'net v1.1.0 // indirect // x'))
        equal('a mark that is none', 'MG9003' in r.judged(), True)
        r.write(mod=MESSY, settings=ignore.replace('exclude-stale', 'exclud'))
        self.says('no rule', r.run('analyze'), 2,
                  r"\.modgraph\.yaml:8:\d+: unknown rule 'exclud'")
        r.write(settings=ignore.replace(', until: 2026-03-01', ''))
        got = r.run('suggest')
        self.says('suggest lets them be', got, 0, 'no findings to fix')
        r.write(settings='version: 1\nrules: {MG5001: none, MG5002: note}\n')
        equal('levels of rules', r.judged(), '0')

    def new_findings(self):
        equal = self.check.equal
        r = self.repository().change(mod=BUMPED)
        equal('on a line that the change did not touch', r.since(),
              '1 MG2002 MG2010')
        code, report = r.report('--new-from-merge-base', 'main')
        verdict = report['verdict']
        equal('the verdict', [verdict[k] for k in ('new', 'fixed', 'known',
                                                   'unknown')], [2, 0, 2, 0])
        equal('its commit', verdict['base_commit'],
              git(r.folder, 'rev-parse', 'main'))
        equal('the policy', report['policy'],
              {'from': 'main:.modgraph.yaml',
               'digest': hashlib.sha256(POLICY.encode()).hexdigest()})
        self.says('in words', r.run('analyze', '--new-from-rev', 'main'), 1,
                  'verdict: 2 new, 0 fixed, 2 known, 0 unknown since main',
                  'policy from main:.modgraph.yaml')
        r = self.repository().change(
            mod=MESSY.replace('replace d.example/gone => ../gone\n', ''))
        code, report = r.report('--new-from-merge-base', 'main')
        equal('one fixed', (code, report['verdict']['fixed']), (0, 1))
        r = self.repository().change(moved__x='1')
        git(r.folder, 'checkout', '-q', 'main')
        r.commit(mod=EVIL, settings='version: 1\n')
        git(r.folder, 'checkout', '-q', 'change')
        equal('main went on', r.since(), '0')
        equal('its tip', r.judged('--new-from-rev', 'main'), '0')

    def unknown(self):
        equal = self.check.equal
        r = self.repository().change(mod=BUMPED)
        (r.cache / 'cache/download/a.example/log/@v/v1.0.0.mod').unlink()
        code, report = r.report('--new-from-merge-base', 'main')
        equal('nothing fails', code, 0)
        equal('they are unknown', report['verdict']['unknown'] >= 2, True)
        self.says('it is said', r.run('analyze', '--new-from-rev', 'main'), 0,
                  'main is partial: .*a.example/log')
        r = self.repository(mod='module example.com/app\n\nrequire (\n')
        r.change(mod=MESSY)
        equal('a base that nobody can parse is mended', r.since()[0], '0')
        self.says('and told', r.run('analyze', '--new-from-rev', 'main'), 0,
                  'main: go.mod cannot be read')
        r = self.repository()
        git(r.folder, 'checkout', '-q', '-b', 'change')
        r.commit(sub__x__go_='', **{'sub/go.mod': MESSY.replace('app', 'sub')})
        code, out, err = r.run('-C', 'sub', 'analyze', '--new-from-rev', 'main')
        self.says('a new module', (code, out, err), 1, '2 new', 'has no module here')

    def hostile_changes(self):
        equal = self.check.equal
        loud = '1 MG0001 MG9005'
        for name, files in (
                ('a rule off', {'settings': POLICY + 'rules: {MG0001: none}\n'}),
                ('nothing fails', {'settings': POLICY.replace('warning', 'none')}),
                ('a silence', {'settings': POLICY + 'ignore: [{rule: MG0001, '
                                                    'reason: trust me}]\n'}),
                ('no ban', {'settings': 'version: 1\nfail-on: warning\n'}),
                ('no settings', {'settings': None}),
                ('a baseline', {'baseline': json.dumps(
                    {'version': 1, 'findings': [
                        {'rule': 'MG0001', 'main': 'example.com/app',
                         'subject': 'evil.example/x'}]})}),
                ('another baseline', {
                    'settings': POLICY + 'baseline: b.json\n',
                    'b.json': json.dumps({'version': 1, 'findings': [
                        {'rule': 'MG0001', 'main': 'example.com/app',
                         'subject': 'evil.example/x'}]})}),
                ('aliases', {'settings': 'version: 1\na: &a [x]\nrules: *a\n'}),
                ('no YAML', {'settings': 'version: [1\n'}),
                ('2 MB', {'settings': POLICY + '#' * 2_000_000}),
                ('a conflict', {'baseline': '<<<<<<< HEAD\n'})):
            r = self.repository().change(mod=EVIL, **files)
            equal(f'{name}: what main says holds', r.since(), loud)
            equal(f'{name}: from a revision',
                  r.judged('--new-from-rev', 'main'), loud)
        r = self.repository().change(
            mod=EVIL.replace('bring v1.0.0', 'bring v1.0.0 // modgraph:ignore '
                                             'MG0001 -- trust me'))
        equal('a comment', r.since(), loud)
        r = self.repository()
        git(r.folder, 'checkout', '-q', '-b', 'change')
        (r.folder / '.modgraph.yaml').unlink()
        (r.folder / '.modgraph.yaml').symlink_to('/etc/passwd')
        r.commit(mod=EVIL)
        got = r.run('analyze', '--new-from-rev', 'main')
        self.says('a link', got, 1, 'MG0001', 'MG9005')
        equal('nothing of it', 'root:' in got[1] + got[2], False)
        # Settings below the root would be the nearest ones for a module there.
        module = MESSY.replace('example.com/app', 'example.com/sub')
        r = self.repository(sub__x='1', **{'sub/go.mod': module})
        r.change(**{'sub/go.mod': EVIL.replace('com/app', 'com/sub'),
                    'sub/.modgraph.yaml': 'version: 1\n'})
        code, out, err = r.run('-C', 'sub', 'analyze', '--new-from-rev', 'main')
        self.says('nearer settings', (code, out, err), 1, 'MG0001', 'MG9005',
                  r'policy from main:\.modgraph\.yaml')

    def new_dependencies(self):
        limits = 'version: 1\npolicy: {limits: {new-exclusive: 1}}\n'
        equal = self.check.equal
        r = self.repository(settings=limits).change(mod=EVIL)
        equal('a heavy one', r.since(), '1 MG0002')
        got = r.run('diff', 'main', '-f', 'markdown')
        self.says('and the comment', got, 0, '1 new finding.*MG0002')
        equal('only where there is a base', 'MG0002' in r.judged(), False)
        r = self.repository(settings=limits).change(
            mod=EVIL, settings=limits.replace('1}', '9}'))
        equal('a limit that the change lifts', r.since(), '1 MG0002 MG9005')
        r = self.repository(settings=limits.replace('1}', '2}')).change(mod=EVIL)
        equal('within the limit', r.since(), '0')

    def allowed_changes(self):
        equal = self.check.equal
        r = self.repository().change(
            settings=POLICY + '    - {module: "worse.example/*", reason: more}\n')
        equal('a tighter policy', r.since(), '0')
        self.says('takes effect later', r.run('analyze', '--new-from-rev', 'main'),
                  0, 'edits the settings, which takes effect after the merge')
        r = self.repository().change(mod=EVIL,
                                     settings=POLICY + 'rules: {MG0001: none}\n')
        equal('approved', r.since('--policy-from', 'head'), '0')
        (r.root / 'own.yaml').write_text('version: 1\nfail-on: warning\n', 'utf-8')
        equal('a policy of its own', 'MG0001' in
              r.since('--policy-from', str(r.root / 'own.yaml')), False)
        self.says('without a base', r.run('analyze', '--policy-from', 'head'), 2,
                  'none is named')
        self.says('two bases', r.run('analyze', '--new-from-rev', 'main',
                                     '--new-from-merge-base', 'main'), 2,
                  'both name a base')
        graph = r.run('graph')[1]
        r.write(**{'graph.txt': graph})
        self.says('recorded text', r.run('analyze', 'graph.txt',
                                         '--new-from-rev', 'main'), 2,
                  'the input is recorded text')
        self.says('no such revision', r.run('analyze', '--new-from-rev', 'no'),
                  3, "unknown revision 'no'")

    def several_modules(self):
        sub = MESSY.replace('example.com/app', 'example.com/sub')
        r = self.repository(**{'sub/go.mod': sub})
        r.run('baseline', 'create', './...')
        self.check.equal('all of them are known', r.run('analyze', './...')[0], 0)
        self.says('check', r.run('baseline', 'check', './...'), 0)
        r.commit()
        r.change(**{'sub/go.mod': EVIL.replace('com/app', 'com/sub')})
        got = r.run('analyze', './...', '--new-from-rev', 'main')
        self.says('one of two is worse', got, 1, 'MG0001')
        self.says('prune of one keeps the other', r.run('baseline', 'prune'), 0,
                  'is as it was')

    def policies(self):
        ban = ('version: 1\npolicy:\n  banned:\n'
               '    - {module: b.example/net, versions: "< v1.2.0", '
               'reason: loses data}\n')
        r = self.repository(settings=ban)
        self.says('a fix that was tried', r.run('analyze'), 1, 'MG0001',
                  r'fix: go mod edit -require=b\.example/net@v1\.2\.0',
                  r'tried: 0 added, 0 removed, 1 changed')
        self.says('suggest', r.run('suggest'), 0,
                  r'-require=b\.example/net@v1\.2\.0')
        self.says('suggest --apply', r.run('suggest', '--apply'), 0)
        equal = self.check.equal
        equal('the ban is kept', 'MG0001' in r.judged(), False)
        r = self.repository(settings=ban + 'rules: {MG0001: none}\n')
        equal('a rule that is off asks for nothing',
              'b.example/net' in ''.join(map(str, r.run('suggest'))), False)

    def nothing_is_touched(self):
        r = self.repository().change(mod=EVIL)
        before = state_of(r.folder)
        for words in (('--new-from-rev', 'main'),
                      ('--new-from-merge-base', 'main'),
                      ('--new-from-rev', 'main', '--policy-from', 'head')):
            r.run('analyze', *words)
            self.check.equal(f'{words}: the repository', state_of(r.folder),
                             before)


def main():
    program = str(Path(sys.argv[1]).resolve())
    if shutil.which('git') is None:
        print('SKIP the gate: no git')
        return 0
    with tempfile.TemporaryDirectory() as work:
        suite = Suite(program, Path(work))
        for scene in (suite.baseline, suite.broken_baselines,
                      suite.baselines_outside, suite.silences,
                      suite.new_findings, suite.unknown, suite.hostile_changes,
                      suite.new_dependencies,
                      suite.allowed_changes, suite.several_modules,
                      suite.policies,
                      suite.nothing_is_touched):
            scene()
        for failure in suite.check.failures:
            print('FAILED', failure)
        print(f'the gate: {suite.check.count} checks, '
              f'{len(suite.check.failures)} failures')
        return 1 if suite.check.failures else 0


if __name__ == '__main__':
    sys.exit(main())
