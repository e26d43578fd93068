#!/usr/bin/env bash
# The seeds of the fuzzers: enough for every target, and unpacked byte by byte.
set -uo pipefail
# shellcheck source=tests/scripts/expect.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/expect.sh"

source_dir="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf -- "$work"' EXIT

# unpack_in CHECKOUT: its seeds into $work/seeds; leaves $status, $out, $err.
unpack_in() {
  status=0
  bash "$1/scripts/fuzz" --seeds "$work/seeds" >"$work/out" 2>"$work/err" ||
    status=$?
  out="$(cat "$work/out")"
  err="$(cat "$work/err")"
}

unpack_in "$source_dir"
expect 'seeds of every target' "$status" 0
expect 'no target has too few' "$err" ''
targets="$(find "$source_dir/tests/fuzz" -name 'fuzz_*.cc' | wc -l)"
files="$(find "$work/seeds" -type f | wc -l)"
expect 'their number' "$out" "fuzz: $files seeds of $targets targets"
expect 'archives' \
  "$(find "$source_dir/tests/fuzz/seeds" -name '*.txtar' | wc -l)" "$targets"
expect 'five hundred at least' "$((files >= 500))" 1

# A checkout with one target and few seeds, which have every escape.
checkout="$work/a check out"
mkdir -p "$checkout/scripts" "$checkout/tests/fuzz/seeds"
cp "$source_dir/scripts/fuzz" "$checkout/scripts"
: >"$checkout/tests/fuzz/fuzz_x.cc"
cat >"$checkout/tests/fuzz/seeds/x.txtar" <<'END'
what is before the first section is a comment
-- plain --
a \x41 \
-- empty --
-- escaped (escaped) --
\x00\xff\x0d
\\x41 \\\\
\x2d- no section --
end\
END
unpack_in "$checkout"
expect 'too few' "$status" 1
expect 'which has too few' "$err" \
  'fuzz: x has 3 seeds; a target has 30 at least'
bytes() { od -An -v -tx1 "$work/seeds/x/$1" | tr -d ' \n'; }
expect 'plain bytes' "$(bytes plain)" "$(printf '%s\n' "a \\x41 \\" |
  od -An -v -tx1 | tr -d ' \n')"
expect 'no bytes' "$(bytes empty)" ''
expect 'escaped bytes' "$(bytes escaped)" "$(printf '\0\377\r\n%s\n%s\n%s' \
  "\\x41 \\\\" '-- no section --' 'end' | od -An -v -tx1 | tr -d ' \n')"

# Wrong words are refused before anything runs.
for words in '0' 'x' '--at-least x' '--at-least' '5 --at-least -1'; do
  status=0
  # shellcheck disable=SC2086  # words
  bash "$checkout/scripts/fuzz" $words &>"$work/out" || status=$?
  expect "refused: $words" "$status" 2
done
summary
