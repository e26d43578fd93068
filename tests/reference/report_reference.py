#!/usr/bin/env python3
"""The JSON report, computed a second time from its definitions.

    report_reference.py BINARY GRAPH [GO_MOD]...   one graph
    report_reference.py BINARY                     the examples, and the corpus

Reads the same inputs with a few obvious lines of Python and compares every
number and list of the report that has a definition. Prints what differs and
`N compared, M mismatches`; exits 1 on any. Written from the definitions, not
from the program: it shares no idea with the C++ beyond them.
"""
import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from functools import cmp_to_key
from pathlib import Path

compared = mismatches = 0


def check(what, got, want):
    global compared, mismatches
    compared += 1
    if got != want:
        mismatches += 1
        if mismatches <= 10:
            print(f'MISMATCH {what}: got {str(got)[:300]} want {str(want)[:300]}')


def number(a, b):
    return (len(a) > len(b)) - (len(a) < len(b)) or (a > b) - (a < b)


def semver_order(a, b):
    """Go's order of two module versions; '' (a main module) is the highest."""
    if '' in (a, b):
        return (a == '') - (b == '')

    def parts(v):
        core, _, pre = v[1:].split('+')[0].partition('-')
        return (core.split('.') + ['0', '0'])[:3], pre
    (ca, pa), (cb, pb) = parts(a), parts(b)
    for x, y in zip(ca, cb):
        if number(x, y):
            return number(x, y)
    if pa == pb:
        return 0
    if not pa or not pb:
        return 1 if not pa else -1
    for x, y in zip(pa.split('.'), pb.split('.')):
        if x == y:
            continue
        if x.isdigit() and y.isdigit():
            return number(x, y)
        if x.isdigit() != y.isdigit():
            return -1 if x.isdigit() else 1
        return (x > y) - (x < y)
    return (pa.count('.') > pb.count('.')) - (pa.count('.') < pb.count('.'))


def components(vertices, edges):
    """Strongly connected components by Kosaraju, as sorted lists."""
    back = defaultdict(list)
    for v in vertices:
        for w in edges[v]:
            back[w].append(v)
    order, seen = [], set()
    for root in vertices:
        if root in seen:
            continue
        seen.add(root)
        stack = [(root, iter(edges[root]))]
        while stack:
            v, rest = stack[-1]
            w = next((w for w in rest if w not in seen), None)
            if w is None:
                order.append(v)
                stack.pop()
            else:
                seen.add(w)
                stack.append((w, iter(edges[w])))
    out, done = [], set()
    for root in reversed(order):
        if root in done:
            continue
        members, stack = [], [root]
        done.add(root)
        while stack:
            v = stack.pop()
            members.append(v)
            for w in back[v]:
                if w not in done:
                    done.add(w)
                    stack.append(w)
        out.append(sorted(members))
    return out


def reach(edges, roots, without=None):
    seen, stack = set(), [r for r in roots if r != without]
    while stack:
        v = stack.pop()
        if v in seen:
            continue
        seen.add(v)
        stack.extend(w for w in edges[v] if w != without)
    return seen


def shortest_cycle_length(members, edges):
    inside, best = set(members), None
    for root in members:
        distance, queue = {root: 0}, [root]
        for v in queue:
            for w in edges[v]:
                if w == root and (best is None or distance[v] + 1 < best):
                    best = distance[v] + 1
                if w in inside and w not in distance:
                    distance[w] = distance[v] + 1
                    queue.append(w)
    return best


def path_of(name):
    return name.split('@')[0]


def is_module(name):
    return path_of(name) not in ('go', 'toolchain')


def go_mod(file):
    """(main path, [(path, version, indirect)]) of a formatted go.mod."""
    main, rows, block = None, [], None
    for line in open(file):
        code, _, comment = line.strip().partition('//')
        words = code.split()
        if not words:
            continue
        if words[0] == 'module':
            main = words[1]
        if words == [')']:
            block = None
        elif len(words) == 2 and words[1] == '(':
            block = words[0]
        elif block == 'require' or words[0] == 'require':
            path, version = words[-2:]
            rows.append((path, version, bool(re.match(r'\s*indirect(;|\s|$)', comment))))
    return main, rows


class Reference:
    def __init__(self, graph, manifests):
        self.lines = [tuple(line.split()) for line in open(graph) if line.strip()]
        self.edges = sorted({(a, b) for a, b in self.lines if is_module(a) and is_module(b)})
        self.vertices = sorted({v for e in self.lines for v in e if is_module(v)})
        self.mains = sorted(v for v in self.vertices if '@' not in v)
        versions = defaultdict(list)
        for v in self.vertices:
            versions[path_of(v)].append(v.partition('@')[2])
        self.versions = {p: sorted(vs, key=cmp_to_key(semver_order)) for p, vs in versions.items()}
        self.selected = {p: vs[-1] for p, vs in self.versions.items()}
        self.manifests = [go_mod(m) for m in manifests]
        self.requirers = defaultdict(set)
        for a, b in self.edges:
            self.requirers[b].add(a)
        for a, b in self.lines:
            if is_module(b):
                self.requirers[b].add(a)
        self.selected_edges = defaultdict(set)
        self.path_edges = defaultdict(set)
        for a, b in self.edges:
            p, q = path_of(a), path_of(b)
            if p != q:
                self.path_edges[p].add(q)
                if self.selected[p] == a.partition('@')[2]:
                    self.selected_edges[p].add(q)

    def name(self, path, version):
        return f'{path}@{version}' if version else path

    def build_list(self):
        rest = sorted(p for p in self.versions if p not in self.mains)
        return self.mains + rest

    def check_modules(self, rows):
        paths = self.build_list()
        check('build list', [(m['module'], m['version']) for m in rows],
              [(p, self.selected[p]) for p in paths])
        reaches = {p: reach(self.selected_edges, [p]) - {p} for p in paths}
        reached_by = defaultdict(int)
        for p in paths:
            for q in reaches[p]:
                reached_by[q] += 1
        dependents = defaultdict(int)
        for p in paths:
            for q in self.selected_edges[p]:
                dependents[q] += 1
        sources = {a for a, _ in self.lines}
        lines, written = defaultdict(list), {}
        for _, requires in self.manifests:
            for path, version, indirect in requires:
                lines[path].append(indirect)
                written.setdefault(path, version)
        for m in rows:
            p = m['module']
            node = self.name(p, self.selected[p])
            check(f'{p} main', m['main'], p in self.mains)
            check(f'{p} loaded', m['loaded'], True if node in sources else None)
            want = [{'version': v, 'required_by': sorted(self.requirers[self.name(p, v)])}
                    for v in self.versions[p] if self.requirers[self.name(p, v)]]
            check(f'{p} required', m['required'], want)
            check(f'{p} required_by', m['required_by'], sorted(self.requirers[node]))
            check(f'{p} dependencies', m['dependencies'], len(self.selected_edges[p]))
            check(f'{p} dependents', m['dependents'], dependents[p])
            check(f'{p} reaches', m['reaches'], len(reaches[p]))
            check(f'{p} reached_by', m['reached_by'], reached_by[p])
            known = bool(self.manifests)
            check(f'{p} direct', m['direct'], (False in lines[p]) if known else None)
            check(f'{p} written', m['written'], written.get(p))
            check(f'{p} indirect', m['indirect_comment'], (True in lines[p]) if known else None)
        self.check_exclusive(rows)

    def check_exclusive(self, rows):
        hidden = {(main, path) for main, requires in self.manifests
                  for path, _, indirect in requires if indirect}
        bare = defaultdict(set)
        for p, targets in self.selected_edges.items():
            bare[p] = {q for q in targets if (p, q) not in hidden}
        first = reach(bare, self.mains)
        edges = defaultdict(set)
        for p, targets in self.selected_edges.items():
            edges[p] = {q for q in targets if (p, q) not in hidden or q not in first}
        whole = reach(edges, self.mains)
        for m in rows:
            p = m['module']
            want = None
            if p in whole:  # what leaves when p leaves
                want = len(whole) - len(reach(edges, self.mains, without=p))
            check(f'{p} exclusive', m['exclusive'], want)

    def check_critical_path(self, report):
        parts = components(sorted(self.versions), self.selected_edges)
        of = {p: i for i, members in enumerate(parts) for p in members}
        after = [sorted({of[q] for p in members for q in self.selected_edges[p]} - {i})
                 for i, members in enumerate(parts)]
        weight = [len(members) for members in parts]
        down = [0] * len(parts)
        for i in reversed(range(len(parts))):  # Kosaraju numbers sources first
            down[i] = weight[i] + max((down[j] for j in after[i]), default=0)
        up = [None] * len(parts)
        for main in self.mains:
            up[of[main]] = weight[of[main]]
        for i in range(len(parts)):
            if up[i] is not None:
                for j in after[i]:
                    up[j] = max(up[j] or 0, up[i] + weight[j])
        length = max(down[of[m]] for m in self.mains)
        at = min((of[m] for m in self.mains if down[of[m]] == length), key=lambda i: parts[i])
        path = [parts[at]]
        while after[at]:
            best = max(down[j] for j in after[at])
            at = min((j for j in after[at] if down[j] == best), key=lambda i: parts[i])
            path.append(parts[at])
        check('critical length', report['critical_path']['length'], length)
        check('critical path', report['critical_path']['path'], path)
        held = 0
        for m in report['modules']:
            i = of[m['module']]
            slack = None if up[i] is None else length - (up[i] + down[i] - weight[i])
            held += slack is None
            check(f"{m['module']} slack", m['slack'], slack)
        check('held by unselected', report['counts']['held_by_unselected'], held)

    def check_cycles(self, cycles):
        exact = defaultdict(set)
        for a, b in self.edges:
            exact[a].add(b)
        loops = lambda vertices, edges: [c for c in components(sorted(vertices), edges) if len(c) > 1]
        version = [c for c in components(self.vertices, exact) if len(c) > 1 or c[0] in exact[c[0]]]
        selected = loops(self.versions, self.selected_edges)
        whole = [sorted({path_of(v) for v in c}) for c in version
                 if all(self.selected[path_of(v)] == v.partition('@')[2] for v in c)]
        want = [('version', c) for c in sorted(version)]
        want += [('selected', c) for c in sorted(selected) if c not in whole]
        want += [('path', c) for c in sorted(loops(self.versions, self.path_edges)) if c not in selected]
        check('cycles', [(c['class'], c['members']) for c in cycles], want)
        for c in cycles:
            graph = {'version': exact, 'selected': self.selected_edges, 'path': self.path_edges}[c['class']]
            loop = c['shortest_cycle']
            check('loop is one', all(b in graph[a] for a, b in zip(loop, loop[1:])), True)
            check('loop begins with its smallest', (loop[0], loop[-1]), (min(loop), min(loop)))
            if c['shortest_is_exact'] and len(c['members']) < 400:
                check('loop length', len(loop) - 1, shortest_cycle_length(c['members'], graph))
            self.check_feedback_arc_set(c)

    def check_feedback_arc_set(self, cycle):
        removed = {(e['from'], e['to']) for e in cycle['feedback_arc_set']}
        check('feedback arcs are requirements', removed <= set(self.edges), True)
        show = (lambda v: v) if cycle['class'] == 'version' else path_of
        inside, left = set(cycle['members']), defaultdict(set)
        for a, b in self.edges:
            if (a, b) in removed or {show(a), show(b)} - inside:
                continue
            if cycle['class'] == 'selected' and self.selected[path_of(a)] != a.partition('@')[2]:
                continue
            if cycle['class'] == 'version' or path_of(a) != path_of(b):
                left[show(a)].add(show(b))
        still = [c for c in components(sorted(inside), left) if len(c) > 1 or c[0] in left[c[0]]]
        check('the feedback arc set opens the cycle', still, [])

    def check_counts(self, counts):
        check('modules', counts['modules'], len(self.versions))
        check('module versions', counts['module_versions'], len(self.vertices))
        check('requirements', counts['requirements'], len(self.edges))

    def check_drift(self, findings):
        drift = sorted(p for p, vs in self.versions.items()
                       if sum(bool(self.requirers[self.name(p, v)]) for v in vs) > 1)
        check('MG2001', [f['subjects'][0]['module'] for f in findings if f['rule'] == 'MG2001'], drift)


def compare(binary, graph, manifests):
    command = [binary, 'analyze', '-W', 'MG2001', '--graph', graph, '-f', 'json', '--reach', 'exact', '--exit-zero']
    for m in manifests:
        command += ['--mod', m]
    run = subprocess.run(command, capture_output=True, timeout=300)
    check(f'{graph} exit status', run.returncode, 0)
    report = json.loads(run.stdout)
    reference = Reference(graph, manifests)
    reference.check_counts(report['counts'])
    reference.check_modules(report['modules'])
    reference.check_critical_path(report)
    reference.check_cycles(report['cycles'])
    reference.check_drift(report['findings'])


def known_cases():
    root = Path(__file__).resolve().parents[2]
    folders = [p.parent for p in sorted(root.glob('examples/*/graph.txt'))]
    corpus = os.environ.get('MODGRAPH_CORPUS')
    if corpus:
        folders += [p.parent for p in sorted(Path(corpus).glob('real/*/graph.txt'))]
    else:
        print('SKIP corpus: MODGRAPH_CORPUS is not set')
    for folder in folders:
        # A workspace's graph has more main modules than the one go.mod.
        single = (folder / 'go.mod').exists() and not (folder / 'go.work').exists()
        yield str(folder / 'graph.txt'), [str(folder / 'go.mod')] if single else []


def main():
    binary, *rest = sys.argv[1:]
    cases = [(rest[0], rest[1:])] if rest else known_cases()
    for graph, manifests in cases:
        compare(binary, graph, manifests)
    print(f'{compared} compared, {mismatches} mismatches')
    sys.exit(1 if mismatches or not compared else 0)


if __name__ == '__main__':
    main()
