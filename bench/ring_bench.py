#!/usr/bin/env python3
"""Time and memory of `analyze` on a chain and on a ring of modules.

  bench/ring_bench.py MODGRAPH [MODULES]     (10,000,000 modules by default)

The worst shapes there are for recursion, and rings for cycles: one strongly
connected component, one cycle, all modules on it. Prints user, system and
elapsed seconds and the peak of memory of each run; three runs each.
"""

import os
import sys
import tempfile
import time


def write(path, modules, is_ring):
    """The graph text: app -> 0 -> 1 -> ...; as a ring, the last leads to 0."""
    with open(path, 'w') as out:
        out.write('a a/0@v1.0.0\n')
        for begin in range(0, modules - 1, 100_000):
            end = min(begin + 100_000, modules - 1)
            out.write(''.join(f'a/{i}@v1.0.0 a/{i + 1}@v1.0.0\n'
                              for i in range(begin, end)))
        if is_ring:
            out.write(f'a/{modules - 1}@v1.0.0 a/0@v1.0.0\n')


def run(words):
    """User, system and elapsed seconds, and the peak of memory in MB."""
    started = time.monotonic()
    quiet = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0)
             for fd in (1, 2)]
    child = os.posix_spawn(words[0], words, os.environ, file_actions=quiet)
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f'{" ".join(words)} failed')
    return (used.ru_utime, used.ru_stime, time.monotonic() - started,
            used.ru_maxrss / 1000)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    modules = int(sys.argv[2]) if len(sys.argv) == 3 else 10_000_000
    shared = '/dev/shm'
    with tempfile.TemporaryDirectory(
            dir=shared if os.path.isdir(shared) else None) as folder:
        for shape in ('chain', 'ring'):
            graph = os.path.join(folder, 'graph.txt')
            write(graph, modules, shape == 'ring')
            for _ in range(3):
                user, system, elapsed, peak = run(
                    [sys.argv[1], 'analyze', '--graph', graph])
                print(f'{shape} of {modules:,}: {user:.2f} s user, '
                      f'{system:.2f} s system, {elapsed:.1f} s in all, '
                      f'{peak:,.0f} MB', flush=True)


if __name__ == '__main__':
    main()
