#!/usr/bin/env bash
# What ./dev says and calls, in a checkout of its own where every program that
# it calls is a stand-in that writes down how it was called. Nothing is
# installed and nothing is built.
# shellcheck disable=SC2016  # stand-ins expand their own words
set -euo pipefail

source_dir="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf -- "$work"' EXIT
checkout="$work/a check out"
bin="$work/bin"
calls="$work/calls"
failures=0

# The whole PATH: what the script needs of a system, and stand-ins.
mkdir -p "$bin" "$checkout/cmake" "$work/home"
for tool in bash cat chmod dirname env flock grep mkdir nproc paste readlink \
  sed sort stty; do
  ln -s "$(command -v "$tool")" "$bin/$tool"
done
cp "$source_dir/dev" "$source_dir/CMakePresets.json" "$checkout"
printf '%s\n' '# a list' 'build g++' 'build libfmt-dev' 'test catch2' \
  >"$checkout/cmake/packages.txt"

# stand_in NAME <<BODY: a program that notes its call and then does BODY.
stand_in() {
  {
    echo '#!/usr/bin/env bash'
    printf 'echo "%s $*" >>%q\n' "$1" "$calls"
    cat
  } >"$bin/$1"
  chmod +x "$bin/$1"
}
root_user() { stand_in id <<<'echo 0'; }
plain_user() { stand_in id <<<'echo 1000'; }
all_installed() {
  stand_in dpkg-query <<<'printf "installed:%s " g++ libfmt-dev catch2'
}
fmt_missing() {
  stand_in dpkg-query <<<'printf "installed:g++ installed:catch2 "; exit 1'
}
stand_in cmake <<'END'
dir="$2/build/${4%-tests}"
mkdir -p "$dir"
echo "CMAKE_HOME_DIRECTORY:INTERNAL=$2" >"$dir/CMakeCache.txt"
[[ $4 != *-tests ]] || echo 'MODGRAPH_TESTS:STRING=PROGRAM' >>"$dir/CMakeCache.txt"
>"$dir/build.ninja"
END
up_to_date() {
  stand_in ninja <<'END'
echo "ninja: Entering directory \`$2'"
echo "[0/1] Re-checking globbed directories..."
echo "ninja: no work to do."
[[ $2 == */release ]] || exit 0
printf '#!/usr/bin/env bash\necho "$PWD"; printf "<%%s>" "$@"; echo; exit 7\n' \
  >"$2/modgraph"
chmod +x "$2/modgraph"
END
}
stand_in apt-get <<<''

# dev WORD...: runs it elsewhere; leaves $status, $out, $err and $called.
dev() {
  : >"$calls"
  status=0
  (cd "$work/home" && env -i PATH="$bin" HOME="${home:-$work/home}" \
    "$checkout/dev" "$@" >"$work/out" 2>"$work/err") || status=$?
  out="$(cat "$work/out")"
  err="$(cat "$work/err")"
  called="$(grep -v -e '^dpkg-query' -e '^id' "$calls" || true)"
}

# expect WHAT ACTUAL WANTED
expect() {
  [[ $2 == "$3" ]] && return
  printf 'FAILED %s: %s\n  have: %s\n  want: %s\n' "$case" "$1" "$2" "$3"
  failures=$((failures + 1))
}

case='help'
dev help
expect status "$status" 0
expect 'every command' "$(grep -cE '^  (run|build|test|bench|lint|fuzz|fresh|help) ' "$work/out")" 8

case='an unknown command'
dev biuld
expect status "$status" 2
expect 'last sentence' "${err##*$'\n'}" "dev: there is no command 'biuld'"
expect out "$out" ''

case='the first run configures, and keeps folder, words and exit code'
all_installed
up_to_date
dev run analyze 'a b' -f json
expect status "$status" 7
expect out "$out" "$work/home"$'\n''<analyze><a b><-f><json>'
expect err "$err" 'dev: configuring build/release'
expect called "$called" "cmake -S $checkout --preset release --fresh
ninja -C $checkout/build/release modgraph"

case='the second run adds nothing'
dev run x
expect err "$err" ''
expect out "$out" "$work/home"$'\n''<x>'
expect called "$called" "ninja -C $checkout/build/release modgraph"

case='a moved checkout is configured again'
mv "$checkout" "$work/moved here"
checkout="$work/moved here"
dev build
expect status "$status" 0
expect err "$err" 'dev: configuring build/release'

# ctest knows a program test in both folders, and a unit test in one.
stand_in ctest <<'END'
[[ $3 == -N ]] || exit 0
[[ cli == *$5* ]] && echo '  Test #1: cli'
[[ $2 == */dev && engine_base == *$5* ]] && echo '  Test #2: engine_base'
true
END
ctests() { grep '^ctest --preset' "$calls" || true; }

case='a test of units needs no optimised program'
dev build
dev test base
expect status "$status" 0
expect err "$err" 'dev: configuring build/release
dev: configuring build/dev'
expect 'configured without --fresh' "$(grep -c '^cmake.*release-tests *$' "$calls")" 1
expect compiled "$(grep '^ninja' "$calls")" "ninja -C $checkout/build/release build.ninja
ninja -C $checkout/build/dev build.ninja
ninja -C $checkout/build/dev"
expect ctest "$(ctests)" "ctest --preset dev --no-tests=error -j $(nproc) -R ^(engine_base)\$"

case='all tests, each where it belongs; what was configured stays'
dev test
expect err "$err" 'dev: configuring build/check'
expect ctest "$(ctests)" "ctest --preset release-tests --no-tests=error -j $(nproc)
ctest --preset check --no-tests=error -j $(nproc)"

case='the tests of the optimised program alone'
dev test --program
expect ctest "$(ctests)" "ctest --preset release-tests --no-tests=error -j $(nproc)"

case='what has threads'
dev test --threads
expect ctest "$(ctests)" "ctest --preset tsan --no-tests=error -j $(nproc)"

case='a test that there is not'
dev test nothing
expect status "$status" 2
expect err "$err" 'dev: no test is called or labelled: nothing'

case='the program does not lose its tests'
dev build
expect called "$called" "ninja -C $checkout/build/release modgraph"

case='the README names the packages of those who do not use ./dev'
expect packages "$(sed -n 's/^sudo apt install //p' "$source_dir/README.md")" \
  "$(sed -n 's/^build *//p' "$source_dir/cmake/packages.txt" | paste -sd' ')"

case='clang compiles the program into the folder of the fuzzers'
dev build fuzz
expect called "$(grep '^ninja' "$calls")" "ninja -C $checkout/build/fuzz modgraph"
dev build other
expect status "$status" 2

case='missing, and nobody may install'
fmt_missing
plain_user
dev run x
expect status "$status" 3
expect err "$err" "dev: packages are missing that only root can install: \
apt-get install -y --no-install-recommends libfmt-dev"
expect called "$called" ''

case='missing, and sudo works'
stand_in sudo <<<'[[ $1 == -n ]] || "$@"'
dev build
expect status "$status" 0
expect err "$err" 'dev: installing libfmt-dev'
expect called "${called%ninja*}" "sudo -n true
apt-get -qq --simulate install libfmt-dev
sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends libfmt-dev
apt-get install -y --no-install-recommends libfmt-dev
"

case='missing, as root, on a machine without package lists'
root_user
stand_in apt-get <<<'[[ $* != *--simulate* ]]'
dev build
expect status "$status" 0
expect called "${called%ninja*}" "apt-get -qq --simulate install libfmt-dev
apt-get -q update
apt-get install -y --no-install-recommends libfmt-dev
"

case='it cannot be installed'
stand_in apt-get <<<'exit 100'
dev build
expect status "$status" 3
expect err "${err##*$'\n'}" "dev: these could not be installed: \
apt-get install -y --no-install-recommends libfmt-dev"

case='a system without dpkg leaves it to CMake'
rm "$bin/dpkg-query"
dev build
expect status "$status" 0
expect err "$err" ''

case='a home that cannot be written'
all_installed
stand_in ccache <<<''
stand_in ninja <<<'echo "cache: ${CCACHE_DIR:-}"'
home=/proc/nowhere dev build
expect err "$err" "cache: $checkout/build/ccache"
dev build
expect err "$err" 'cache: '

case='it does not build'
stand_in ninja <<<'echo "[1/2] Building"; echo "a.cc:1: error: no"; exit 1'
dev run x
expect status "$status" 3
expect out "$out" ''
expect err "$err" "[1/2] Building
a.cc:1: error: no
dev: build/release does not build; the reasons are above"

if [[ $failures -gt 0 ]]; then
  echo "$failures failed"
  exit 1
fi
echo 'all as expected'
