# shellcheck shell=bash
# What the test scripts share: comparisons, and their count at the end.

checks=0
failures=0

# expect WHAT GOT WANTED
expect() {
  checks=$((checks + 1))
  [[ $2 == "$3" ]] && return
  failures=$((failures + 1))
  printf 'FAILED %s\n  got    %s\n  wanted %s\n' "$1" "$2" "$3"
}

# summary: prints the counts; fails if a comparison did.
summary() {
  printf '%d checks, %d failures\n' "$checks" "$failures"
  [[ $failures == 0 ]]
}
