#!/usr/bin/env python3
"""What continuous integration runs: the steps of action.yml against an API on
this machine, the hooks with the real pre-commit where it is installed, the
problem matcher on real output, and the YAML files.

  tests/ci/ci.py MODGRAPH
"""

import http.server
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / 'tests/diff'))
from support import Check, git  # noqa: E402

SETTINGS = '''version: 1
fail-on: warning
policy:
  banned:
    - {module: "evil.example/*", reason: not reviewed}
'''


def go_mod(*requires):
    lines = ''.join(f'\t{r}\n' for r in requires)
    return f'module example.com/app\n\ngo 1.21\n\nrequire (\n{lines})\n'


class Comments(http.server.ThreadingHTTPServer):
    """The comments of one pull request, as GitHub answers."""

    def __init__(self):
        self.comments, self.calls, self.refuses = [], [], False
        super().__init__(('127.0.0.1', 0), Request)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def add(self, body, kind):
        self.comments.append({'id': 7000 + len(self.comments), 'body': body,
                              'user': {'type': kind}})


class Request(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def answer(self, status, value):
        data = json.dumps(value).encode()
        self.send_response(status)
        self.send_header('Content-Length', str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def read(self):
        return json.loads(self.rfile.read(int(self.headers['Content-Length'])))

    def do_GET(self):
        page = int(re.search(r'[?&]page=(\d+)', self.path)[1])
        self.answer(200, self.server.comments[(page - 1) * 100:page * 100])

    def do_POST(self):
        self.server.calls.append('POST')
        body = self.read()['body']
        if self.server.refuses:
            return self.answer(403, {})
        self.server.add(body, 'Bot')
        return self.answer(201, {})

    def do_PATCH(self):
        self.server.calls.append('PATCH')
        number = int(self.path.rsplit('/', 1)[1])
        for comment in self.server.comments:
            if comment['id'] == number:
                comment['body'] = self.read()['body']
        self.answer(200, {})


class Suite:
    def __init__(self, program, work):
        self.program = program
        self.work = work
        self.check = Check()
        self.api = Comments()
        self.temp = work / 'temp'
        for folder in ('temp', 'bin', 'home'):
            (work / folder).mkdir()
        shutil.copy(program, work / 'bin/modgraph')
        for name in ('a.example/log@v1.0.0', 'a.example/log@v1.1.0',
                     'evil.example/x@v1.0.0'):
            path, version = name.split('@')
            at = work / 'cache/cache/download' / path / '@v'
            at.mkdir(parents=True, exist_ok=True)
            (at / f'{version}.mod').write_text(f'module {path}\n\ngo 1.21\n')
        self.repository = self.merged()

    def merged(self):
        """A pull request, checked out as GitHub does: a merge commit."""
        at = self.work / 'repository'
        at.mkdir()
        git(at, 'init', '-q', '-b', 'main')
        (at / '.modgraph.yaml').write_text(SETTINGS)
        (at / 'go.mod').write_text(go_mod('a.example/log v1.0.0'))
        git(at, 'add', '-A')
        git(at, 'commit', '-qm', 'base')
        git(at, 'checkout', '-qb', 'change')
        (at / 'go.mod').write_text(
            go_mod('a.example/log v1.1.0', 'evil.example/x v1.0.0'))
        git(at, 'commit', '-qam', 'change')
        git(at, 'checkout', '-q', 'main')
        git(at, 'commit', '-q', '--allow-empty', '-m', 'main goes on')
        git(at, 'checkout', '-qb', 'merge')
        git(at, 'merge', '-q', '--no-edit', 'change')
        return at

    def environment(self, **more):
        return {'PATH': f'{self.work}/bin:{os.environ["PATH"]}',
                'HOME': str(self.work / 'home'), 'GOFLAGS': '',
                'GOMODCACHE': str(self.work / 'cache'), **more}

    def step(self, script, folder=ROOT / 'scripts/ci', **more):
        """The exit code, what was printed, and what was put out."""
        files = {name: self.work / name for name in ('output', 'path', 'summary')}
        for file in files.values():
            file.write_text('')
        done = subprocess.run(
            ['bash', str(folder / script)], cwd=self.repository,
            capture_output=True, text=True, timeout=120, check=False,
            env=self.environment(
                RUNNER_TEMP=str(self.temp), GITHUB_OUTPUT=str(files['output']),
                GITHUB_PATH=str(files['path']),
                GITHUB_STEP_SUMMARY=str(files['summary']),
                GITHUB_API_URL=f'http://127.0.0.1:{self.api.server_port}',
                GITHUB_REPOSITORY='o/r', GITHUB_TOKEN='t',
                GITHUB_EVENT_NAME='pull_request', GITHUB_BASE_REF='main',
                IN_DOWNLOAD='false', **more))
        put = dict(line.split('=', 1)
                   for line in files['output'].read_text().splitlines())
        return done.returncode, done.stdout + done.stderr, put

    def installs_by_digest(self):
        equal = self.check.equal
        scripts = self.work / 'scripts'
        shutil.copytree(ROOT / 'scripts/ci', scripts)
        (scripts / 'SHA256SUMS').unlink(missing_ok=True)
        version = re.search(r'^version=(\S+)$',
                            (scripts / 'install.sh').read_text(), re.M)[1]
        name = 'modgraph-linux-amd64.tar.gz'
        if os.uname().machine == 'aarch64':
            name = name.replace('amd64', 'arm64')
        archive = io.BytesIO()
        with tarfile.open(fileobj=archive, mode='w:gz') as tar:
            tar.add(self.program, 'modgraph')
        release = self.work / 'releases' / f'v{version}'
        release.mkdir(parents=True)
        (release / name).write_bytes(archive.getvalue())
        at = {'folder': scripts,
              'MODGRAPH_RELEASES': f'file://{self.work}/releases'}
        code, said, _ = self.step('install.sh', **at)
        equal('before the first release', (code, 'no release yet' in said),
              (3, True))
        digest = sha256(archive.getvalue()).hexdigest()
        (scripts / 'SHA256SUMS').write_text(f'{digest}  {name}\n')
        code, said, _ = self.step('install.sh', **at)
        equal(f'a release ({said})', code, 0)
        (scripts / 'SHA256SUMS').write_text(f'{"0" * 64}  {name}\n')
        code, said, _ = self.step('install.sh', **at)
        equal('other bytes', (code, 'is not the file' in said), (3, True))
        code, said, _ = self.step('install.sh', MODGRAPH_BINARY=self.program)
        equal(f'a program that is named ({said})', code, 0)
        equal('the versions agree', version in self.run('--version')[1], True)

    def run(self, *words):
        done = subprocess.run([self.program, *words], cwd=self.repository,
                              capture_output=True, text=True, timeout=60,
                              check=False, env=self.environment())
        return done.returncode, done.stdout

    def judges(self):
        equal = self.check.equal
        code, said, put = self.step('run.sh', IN_SARIF=str(self.work / 's.sarif'))
        equal(f'the step ends with 0 ({said[-300:]})',
              (code, put.get('exit-code')), (0, '1'))
        equal('annotations', '::error file=go.mod,line=7' in said, True)
        equal('what changes and is new', put.get('changed'), '3')
        equal('the summary', 'evil.example/x' in
              (self.work / 'summary').read_text(), True)
        sarif = json.loads((self.work / 's.sarif').read_text())
        equal('code scanning', [r['ruleId'] for r in sarif['runs'][0]['results']
                                if not r.get('suppressions')], ['MG0001'])
        code, said, put = self.step('run.sh', IN_BASE='nothere')
        equal('a revision that is none', (code, put.get('exit-code')), (0, '3'))
        code, said, put = self.step('run.sh', IN_BASE='main...HEAD')
        equal('a merge base', (code, put.get('exit-code')), (0, '1'))

    def comments(self):
        equal, api = self.check.equal, self.api
        _, _, put = self.step('run.sh')
        comment = Path(put['comment'])
        marker = comment.read_text().splitlines()[0]
        for _ in range(150):
            api.add('x', 'User')
        api.comments[3]['body'] = marker + '\nnot ours'
        how = {'PR': '7', 'COMMENT': str(comment), 'CHANGED': '3'}
        for _ in range(3):
            code, said, _ = self.step('comment.sh', **how)
            equal(f'a comment ({said})', code, 0)
        equal('one comment, then written anew', api.calls,
              ['POST', 'PATCH', 'PATCH'])
        equal("a stranger's comment stays",
              api.comments[3]['body'].endswith('not ours'), True)
        equal('the bytes', api.comments[-1]['body'], comment.read_text())
        api.comments.clear()
        api.calls.clear()
        self.step('comment.sh', **{**how, 'CHANGED': '0'})
        equal('nothing to say', api.calls, [])
        self.step('comment.sh', **{**how, 'CHANGED': '0', 'WHEN': 'always'})
        equal('but for always', api.calls, ['POST'])
        api.comments.clear()
        api.refuses = True
        code, said, _ = self.step('comment.sh', **how)
        equal('a token that may not', (code, '::warning' in said), (0, True))
        # Given last, it takes the place of the other address.
        dead = subprocess.run(
            ['bash', str(ROOT / 'scripts/ci/comment.sh')], text=True,
            capture_output=True, timeout=120, check=False,
            env=self.environment(GITHUB_API_URL='http://127.0.0.1:9',
                                 GITHUB_REPOSITORY='o/r', **how))
        equal('no answer', (dead.returncode, '::warning' in dead.stdout),
              (0, True))

    def hooks(self):
        if shutil.which('pre-commit') is None:
            print('SKIP hooks: pre-commit is not installed')
            return
        equal, at = self.check.equal, self.work / 'hooked'
        hooks = self.work / 'hooks'
        for folder in (hooks, at):
            folder.mkdir()
            git(folder, 'init', '-q', '-b', 'main')
        shutil.copy(ROOT / '.pre-commit-hooks.yaml', hooks)
        git(hooks, 'add', '-A')
        git(hooks, 'commit', '-qm', 'hooks')
        (at / '.pre-commit-config.yaml').write_text(
            f'repos:\n- repo: {hooks}\n  rev: {git(hooks, "rev-parse", "HEAD")}\n'
            '  hooks: [{id: modgraph}, {id: modgraph-config}]\n')
        (at / '.modgraph.yaml').write_text(SETTINGS)
        (at / 'go.mod').write_text(go_mod('a.example/log v1.0.0'))
        git(at, 'add', '-A')
        git(at, 'commit', '-qm', 'base')

        def hook():
            git(at, 'add', '-A')
            done = subprocess.run(['pre-commit', 'run'], cwd=at, text=True,
                                  capture_output=True, timeout=120, check=False,
                                  env=self.environment(PRE_COMMIT_HOME=str(
                                      self.work / 'pre-commit')))
            return done.returncode, done.stdout

        (at / 'main.go').write_text('package main\n')
        equal('other files', hook()[0], 0)
        (at / 'go.mod').write_text(
            go_mod('a.example/log v1.0.0', 'evil.example/x v1.0.0'))
        code, said = hook()
        equal(f'a banned module ({said})', (code, 'MG0001' in said), (1, True))
        (at / 'go.mod').write_text(go_mod('a.example/log v1.1.0'))
        equal('a clean one', hook()[0], 0)
        (at / '.modgraph.yaml').write_text('versoin: 1\n')
        code, said = hook()
        equal('a slip of the hand', (code, 'did you mean' in said), (1, True))

    def problem_matcher(self):
        matcher = json.loads((ROOT / 'ci/problem-matcher.json').read_text())
        pattern = matcher['problemMatcher'][0]['pattern'][0]
        line = self.run('analyze', '-f', 'compact')[1].splitlines()[0]
        found = re.match(pattern['regexp'], line)
        self.check.equal(f'the problem matcher on {line}',
                         found and (found[pattern['file']], found[pattern['line']],
                                    found[pattern['severity']],
                                    found[pattern['code']]),
                         ('go.mod', '7', 'error', 'MG0001'))

    def yaml_files(self):
        try:
            import yaml
        except ImportError:
            print('SKIP YAML files: python3-yaml is not installed')
            return
        action = yaml.safe_load((ROOT / 'action.yml').read_text())
        steps = action['runs']['steps']
        text = (ROOT / 'action.yml').read_text()
        self.check.equal('every step names its shell',
                         [s for s in steps if s.get('shell') != 'bash'], [])
        for name in action['inputs']:
            self.check.equal(f'the input {name} is used',
                             f'inputs.{name} ' in text or
                             f'inputs.{name}}}' in text, True)
        # What a stranger chose never stands in a script.
        self.check.equal('no expression in a script',
                         [s['run'] for s in steps if '${{' in s['run']], [])
        for script in re.findall(r'scripts/ci/\w+\.sh', text):
            self.check.equal(script, (ROOT / script).is_file(), True)
        spec, jobs = yaml.safe_load_all((ROOT / 'ci/gitlab.yml').read_text())
        self.check.equal('the component', (sorted(spec), sorted(jobs)),
                         (['spec'], ['modgraph']))
        for hook in yaml.safe_load((ROOT / '.pre-commit-hooks.yaml').read_text()):
            self.check.equal(f'the hook {hook["id"]}',
                             (hook['language'], hook['pass_filenames']),
                             ('system', False))


def main():
    for tool in ('git', 'bash', 'curl'):
        if shutil.which(tool) is None:
            print(f'SKIP continuous integration: no {tool}')
            return 0
    with tempfile.TemporaryDirectory() as work:
        suite = Suite(str(Path(sys.argv[1]).resolve()), Path(work))
        for part in (suite.installs_by_digest, suite.judges, suite.comments,
                     suite.hooks, suite.problem_matcher, suite.yaml_files):
            part()
        for failure in suite.check.failures:
            print('FAILED', failure)
        print(f'continuous integration: {suite.check.count} checks, '
              f'{len(suite.check.failures)} failures')
        return 1 if suite.check.failures else 0


if __name__ == '__main__':
    sys.exit(main())
