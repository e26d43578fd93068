#!/usr/bin/env bash
# Puts modgraph on the PATH of the steps that follow. What is downloaded has to
# be the bytes whose digest stands in SHA256SUMS beside this file, at the tag of
# the action: a release that is exchanged later is refused.
#
#   MODGRAPH_BINARY    use this program
#   MODGRAPH_RELEASES  where releases are; default: those of the action
set -euo pipefail

version=0.1.0
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bin=${RUNNER_TEMP:?}/modgraph-bin
mkdir -p "$bin"

give_up() {
  echo "::error title=modgraph::$1"
  exit 3
}

archive_name() {
  case $(uname -s)/$(uname -m) in
    Linux/x86_64) echo modgraph-linux-amd64.tar.gz ;;
    Linux/aarch64) echo modgraph-linux-arm64.tar.gz ;;
  esac
}

download() {
  local name from
  name=$(archive_name)
  [[ -n $name ]] || give_up "no release for $(uname -s)/$(uname -m); name a program in the input 'binary'"
  [[ -f $here/SHA256SUMS ]] || give_up "version $version has no release yet; name a program in the input 'binary'"
  from=${MODGRAPH_RELEASES:-${GITHUB_SERVER_URL:?}/${GITHUB_ACTION_REPOSITORY:?}/releases/download}
  curl --fail --silent --show-error --location --retry 3 --max-time 120 \
    --output "$bin/$name" "$from/v$version/$name" || give_up "$name cannot be downloaded"
  (cd "$bin" && grep -F "  $name" "$here/SHA256SUMS" | sha256sum --check --strict --quiet) ||
    give_up "$name is not the file that this version of the action knows"
  tar -xzf "$bin/$name" -C "$bin" modgraph
}

if [[ -n ${MODGRAPH_BINARY:-} ]]; then
  install -m 755 "$MODGRAPH_BINARY" "$bin/modgraph"
else
  download
fi
"$bin/modgraph" --version
echo "$bin" >>"${GITHUB_PATH:?}"
