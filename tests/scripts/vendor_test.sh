#!/usr/bin/env bash
# A vendor folder beside an empty module cache: who uses it, and who refuses.
# Usage: vendor_test.sh PROGRAM
set -uo pipefail
# shellcheck source=tests/scripts/expect.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/expect.sh"

program="$(readlink -f -- "$1")"
work="$(mktemp -d)"
trap 'rm -rf -- "$work"' EXIT
mkdir -p -- "$work/m/vendor" "$work/m/.git"
cd -- "$work/m" || exit 1
export GOMODCACHE="$work/cache" GOENV=off GOFLAGS='' GOWORK='' GOPROXY=off

# project GO_LINE: example.com/m with a and, known to modules.txt alone, b.
project() {
  printf 'module example.com/m\n\ngo %s\n\nrequire example.com/a v1.0.0\n' "$1" \
    >go.mod
  printf '# %s v1.0.0\n## explicit\n%s\n' example.com/a example.com/a \
    >vendor/modules.txt
  [[ $1 == 1.20 ]] ||
    printf '# %s v1.2.0\n%s\n' example.com/b example.com/b >>vendor/modules.txt
}

# says WHAT STATUS TEXT ARGUMENTS...: the program says this somewhere.
says() {
  local what="$1" status="$2" text="$3"
  shift 3
  local said got=silent
  said="$(timeout 20 "$program" "$@" 2>&1)"
  expect "$what: status" $? "$status"
  [[ $said == *"$text"* ]] && got="$text"
  expect "$what: text" "$got" "$text"
}

missing='1 go.mod file is not in the module cache'
vendored='resolved from vendor/modules.txt'
instead="$vendored because go.mod files of dependencies are missing"

project 1.20
says 'an analysis falls back' 0 "partial: $instead" analyze
says 'why does' 0 "$instead" why example.com/a
says 'not with --mod=mod' 3 "$missing" analyze --mod=mod
says 'not with --missing=closed' 0 'the go.mod of example.com/a@v1.0.0 is missing' \
  analyze --missing=closed
says 'or it is told to' 0 "partial: $vendored: what" analyze --mod=vendor
says 'graph does not' 3 "$missing" graph
says 'graph never does' 3 "$missing" graph --mod=vendor
says 'list does not' 3 "$missing" list
says 'list refuses' 3 "can't compute 'all' using the vendor directory" \
  list --mod=vendor
GOFLAGS=-mod=vendor says 'list obeys GOFLAGS' 3 \
  "can't compute 'all' using the vendor directory" list
GOFLAGS=-mod=vendor says 'graph does not obey' 3 "$missing" graph

# Stand-ins are no reason to find go.mod stale.
project 1.16
says 'unpruned' 0 'example.com/m: nothing to fix (3 modules, 2 requirements)' \
  analyze
says 'stand-in' 0 'of 1 no requirer is known, the main module stands in for it' \
  why example.com/b

project 1.13
says 'old go lines do not vendor' 3 "$missing" analyze
GOFLAGS=-mod=vendor says 'unless they are told to' 0 "$instead" analyze

project 1.20
sed -i s/explicit// vendor/modules.txt
inconsistent="inconsistent vendoring in $work/m:
    example.com/a@v1.0.0: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt

    To ignore the vendor directory, use -mod=readonly or -mod=mod.
    To sync the vendor directory, run:
        go mod vendor"
says 'inconsistent' 3 "$inconsistent" analyze
says 'inconsistent list' 3 "$inconsistent" list --mod=vendor

# A replacing folder need not be there.
project 1.20
printf 'replace example.com/a => ../a\n' >>go.mod
sed -i 's|v1.0.0$|v1.0.0 => ../a|' vendor/modules.txt
printf '# example.com/a => ../a\n' >>vendor/modules.txt
says 'replacing folder' 0 "$instead" analyze

# With all go.mod files at hand nothing is resolved from the vendor folder, but
# that it has no modules.txt is a finding.
project 1.20
mkdir -p "$GOMODCACHE/cache/download/example.com/a/@v"
printf 'module example.com/a\n' \
  >"$GOMODCACHE/cache/download/example.com/a/@v/v1.0.0.mod"
rm vendor/modules.txt
says 'whole' 1 'example.com/m: 1 error (2 modules' analyze
says 'without modules.txt' 1 'MG4002' analyze
rm -r "$GOMODCACHE"
says 'no modules.txt' 3 'not marked as explicit' analyze
mkfifo vendor/modules.txt
says 'a FIFO' 3 'not a regular file' analyze
rm -r vendor
says 'no vendor folder' 3 "$missing" analyze
says 'no vendor folder, named' 3 'not marked as explicit' analyze --mod=vendor

summary
