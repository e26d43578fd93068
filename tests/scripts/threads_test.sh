#!/usr/bin/env bash
# A graph large enough that every part of a run is shared among threads: the
# same bytes with one thread and with four. Usage: threads_test.sh PROGRAM
#
# With the thread sanitizer, a race is an exit status of its own.
set -uo pipefail
# shellcheck source=tests/scripts/expect.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/expect.sh"

program="$(readlink -f -- "$1")"
work="$(mktemp -d)"
trap 'rm -rf -- "$work"' EXIT
cd -- "$work" || exit 1
export TSAN_OPTIONS="exitcode=66 ${TSAN_OPTIONS:-}"

# 4,000 modules of 5 versions; 100,000 requirements, also in circles.
awk 'BEGIN {
  for (m = 0; m < 40; ++m) printf "example.com/main example.com/m%d@v1.0.0\n", m
  for (i = 0; i < 20000; ++i)
    for (k = 1; k <= 5; ++k)
      printf "example.com/m%d@v1.%d.0 example.com/m%d@v1.%d.0\n", \
        i % 4000, i / 4000, (i * 7 + k * k * 31) % 4000, (i + k) % 5
}' >graph.txt

# answer THREADS FORMAT: what it prints, and its exit status.
answer() {
  "$program" analyze --graph graph.txt --exit-zero -j "$1" -f "$2" >"$2.$1" \
    2>"errors.$2.$1"
  echo $? >>"$2.$1"
  tail -n 1 "$2.$1"
  head -n 30 "errors.$2.$1"
}

for format in json text; do
  expect "$format with one thread" "$(answer 1 "$format")" 0
  expect "$format with four" "$(answer 4 "$format")" 0
  expect "$format, the same" "$(cmp "$format.1" "$format.4" && echo same)" same
done

summary
