#!/usr/bin/env bash
# `--go`: a stand-in for the go command shows how it is called and what is done
# with its failures; the real one, if there is one, answers for a module without
# dependencies. Usage: go_command_test.sh PROGRAM
# shellcheck disable=SC2016  # the stand-ins expand their own words
set -uo pipefail
# shellcheck source=tests/scripts/expect.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/expect.sh"

program="$(readlink -f -- "$1")"
work="$(mktemp -d)"
trap 'rm -rf -- "$work"' EXIT
mkdir -- "$work/bin" "$work/module"
printf 'module example.com/m\n\ngo 1.22\n\nrequire example.com/a v1.0.0\n' \
  >"$work/module/go.mod"

# stand_in BODY: what `go` does now.
stand_in() {
  printf '#!/bin/sh\n%s\n' "$1" >"$work/bin/go"
  chmod +x "$work/bin/go"
}

analyze() { PATH="$work/bin:/usr/bin:/bin" "$program" analyze --go "$@"; }

stand_in '
echo "$PWD $GOFLAGS $GOPROXY $GOTOOLCHAIN $SECRET $*" >>'"$work/calls"'
case "$1" in
  mod) echo "example.com/m example.com/a@v1.0.0"; echo "example.com/m go@1.22";;
  list) echo "{\"Path\": \"example.com/m\", \"Main\": true}"
        echo "{\"Path\": \"example.com/a\", \"Version\": \"v1.0.0\"}";;
esac'
SECRET=token analyze "$work/module" >"$work/out"
expect 'status' $? 0
expect 'answer' "$(head -n 1 "$work/out")" \
  'example.com/m: nothing to fix (2 modules, 1 requirement)'
expect 'how it was called' "$(cat "$work/calls")" \
  "$work/module -mod=readonly off local  mod graph
$work/module -mod=readonly off local  list -mod=readonly -m -json all"

stand_in 'echo "go: example.com/a@v1.0.0: module lookup disabled" >&2; exit 1'
analyze "$work/module" 2>"$work/err"
expect 'a failure: status' $? 3
expect 'a failure: its own words' \
  "$(grep -c 'module lookup disabled' "$work/err")" 2
expect 'a failure: which command' \
  "$(head -n 1 "$work/err")" "error: \`go mod graph\` failed in $work/module"

stand_in 'kill -9 $$'
analyze "$work/module" 2>/dev/null
expect 'killed' $? 3

stand_in 'echo only-one-field'
analyze "$work/module" 2>"$work/err"
expect 'nonsense: status' $? 3
expect 'nonsense: the sentence' "$(head -n 1 "$work/err")" \
  'error: go mod graph:1:1: one field where two are expected'

rm "$work/bin/go"
PATH="$work/bin" "$program" analyze --go "$work/module" 2>"$work/err"
expect 'no go: status' $? 3
expect 'no go: the sentence' "$(head -n 1 "$work/err")" \
  'error: there is no go command on PATH'

# A repository must not bring its own.
mkdir "$work/module/bin"
printf '#!/bin/sh\n: >%s/ran\n' "$work" >"$work/module/bin/go"
chmod +x "$work/module/bin/go"
(cd "$work/module" && PATH="$work/module/bin:bin:." "$program" analyze --go) 2>/dev/null
expect 'a go inside the repository: status' $? 3
expect 'a go inside the repository is not run' \
  "$([[ -e $work/ran ]] && echo ran)" ''

if command -v go >/dev/null; then
  mkdir "$work/real"
  printf 'module example.com/real\n\ngo 1.21\n' >"$work/real/go.mod"
  expect 'the real go' "$("$program" analyze --go "$work/real" | head -n 1)" \
    'example.com/real: nothing to fix (1 module, 0 requirements)'
else
  echo 'SKIP the real go: there is none on PATH'
fi

summary
