#!/usr/bin/env bash
# Judges the change and describes it. Ends with 0 whatever is found, so that the
# comment is always written: the last step of the action ends with the code that
# this one puts out.
set -uo pipefail

out=${RUNNER_TEMP:?}/modgraph
mkdir -p "$out"

put() { echo "$1=$2" >>"${GITHUB_OUTPUT:?}"; }

# A pull request is checked out as a merge commit, and its first parent is the
# target: two commits of history are enough, and no merge base is looked for.
base_of_event() {
  local parents
  parents=$(git rev-list --parents -n 1 HEAD | wc -w)
  if [[ ${GITHUB_EVENT_NAME:-} == pull_request* && $parents -eq 3 ]]; then
    echo 'HEAD^1'
  elif [[ -n ${GITHUB_BASE_REF:-} ]]; then
    echo "origin/$GITHUB_BASE_REF...HEAD"
  else
    echo 'HEAD~1'
  fi
}

# What both sides need. The base's go.mod is read out of git, not checked out;
# what cannot be had is told by modgraph itself.
download_modules() {
  [[ ${IN_DOWNLOAD:-true} == true ]] && command -v go >/dev/null || return 0
  go mod download 2>&1 | sed 's/^/go: /' >&2
  local old
  old=$(mktemp -d) || return 0
  if git show "$1:./go.mod" >"$old/go.mod" 2>/dev/null; then
    git show "$1:./go.sum" >"$old/go.sum" 2>/dev/null || rm -f "$old/go.sum"
    (cd "$old" && GOWORK=off GOFLAGS=-mod=mod go mod graph >/dev/null 2>&1)
  fi
  rm -rf "$old"
}

judge() {
  local words=(modgraph analyze --policy-from "${IN_POLICY_FROM:-base}" -f text)
  if [[ $base == *...* ]]; then
    words+=(--new-from-merge-base "${base%%...*}")
  else
    words+=(--new-from-rev "$base")
  fi
  [[ -n ${IN_FAIL_ON:-} ]] && words+=(--fail-on "$IN_FAIL_ON")
  [[ ${IN_ANNOTATIONS:-true} == true ]] && words+=(-f "github:$out/annotations")
  [[ -n ${IN_SARIF:-} ]] && words+=(-f "sarif:$IN_SARIF")
  rm -f "$out/annotations"
  "${words[@]}"
  code=$?
  [[ -f $out/annotations ]] && cat "$out/annotations"
}

describe() {
  local words=(modgraph diff "$base")
  [[ $base == *...* ]] || words+=(HEAD)
  [[ -n ${IN_COMMENT_ID:-} ]] && words+=(--comment-id "$IN_COMMENT_ID")
  "${words[@]}" -f "json:$out/diff.json" -f "markdown:$out/comment.md" || return
  put report "$out/diff.json"
  put comment "$out/comment.md"
  put changed "$(python3 - "$out/diff.json" <<'PY' || echo 1
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    diff = json.load(file)
print(len(diff["changes"]) + len(diff["findings"]["new"]))
PY
  )"
  if [[ ${IN_SUMMARY:-true} == true && -n ${GITHUB_STEP_SUMMARY:-} ]]; then
    cat "$out/comment.md" >>"$GITHUB_STEP_SUMMARY"
  fi
}

base=${IN_BASE:-$(base_of_event)}
download_modules "${base%%...*}"
judge
describe || { [[ $code -gt 1 ]] || code=3; }
put exit-code "$code"
exit 0
