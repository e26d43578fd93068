#!/usr/bin/env bash
# usage: install_test.sh BUILD_FOLDER CMAKE
#
# What is installed runs where it is, and its documents are beside it.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
# shellcheck source=tests/scripts/expect.sh
source tests/scripts/expect.sh

prefix="$(mktemp -d)/a prefix"
trap 'rm -rf -- "${prefix%/*}"' EXIT
"$2" --install "$1" --prefix "$prefix" >/dev/null
doc="$prefix/share/doc/modgraph"

expect 'files outside of the documents' \
  "$(cd "$prefix" && find . -type f ! -path './share/doc/modgraph/*')" \
  './bin/modgraph'
expect 'the program' "$(cd / && "$prefix/bin/modgraph" --version)" \
  "$("$1/modgraph" --version)"
expect 'its answer' \
  "$("$prefix/bin/modgraph" analyze examples/storefront --exit-zero)" \
  "$("$1/modgraph" analyze examples/storefront --exit-zero)"
for file in README.md CHANGELOG.md LICENSE; do
  expect "$file" "$(cat "$doc/$file")" "$(cat "$file")"
done
expect 'the rules' "$(ls "$doc/docs/rules")" "$(ls docs/rules)"
# A link of README.md to a document leads to one.
while read -r link; do
  expect "$link" "$([[ -f $doc/$link ]] && echo there)" there
done < <(grep -oE '\(docs/[^)#]+' README.md | tr -d '(')

summary
