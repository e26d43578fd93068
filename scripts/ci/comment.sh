#!/usr/bin/env bash
# Writes the comment of a pull request, or writes it anew. It is found by its
# first line and its author: anybody can write a comment that begins as ours, so
# only a bot's counts. A token that may not write is a warning and no failure.
#
#   PR       the number of the pull request
#   COMMENT  the file to write
#   WHEN     always, or changes: nothing to say and nothing said before is silence
#   CHANGED  0: there is nothing to say
set -uo pipefail

comments=${GITHUB_API_URL:?}/repos/${GITHUB_REPOSITORY:?}/issues
marker=$(head -n 1 "${COMMENT:?}")
reply=$(mktemp)
per_page=100

request() {
  curl --silent --show-error --max-time 60 --output "$reply" --write-out '%{http_code}' \
    --header "Authorization: Bearer ${GITHUB_TOKEN:-}" \
    --header 'Accept: application/vnd.github+json' \
    --header 'X-GitHub-Api-Version: 2022-11-28' "$@"
}

leave() {
  echo "::warning title=modgraph::the comment is not written ($1); the summary of the job has it. A pull request from a fork has no token that may write: docs/ci.md shows two workflows that do"
  exit 0
}

# "ID COUNT" of a page: our comment, if it is there, and how many there are.
page_of() {
  python3 - "$reply" "$marker" <<'PY'
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    page = json.load(file)
ours = [c["id"] for c in page
        if (c["body"] or "").split("\n")[0].rstrip("\r") == sys.argv[2]
        and c["user"]["type"] == "Bot"]
print(ours[0] if ours else "-", len(page))
PY
}

find_ours() {
  local page=1 count status
  while :; do
    status=$(request "$comments/$PR/comments?per_page=$per_page&page=$page") || leave 'no answer'
    [[ $status == 200 ]] || leave "HTTP $status"
    read -r ours count < <(page_of) || leave 'an answer that is none'
    [[ $ours != - || $count -lt $per_page ]] && return
    page=$((page + 1))
  done
}

ours=-
find_ours
[[ $ours == - && ${WHEN:-changes} == changes && ${CHANGED:-1} == 0 ]] && exit 0
body=$(mktemp)
python3 -c 'import json, sys; print(json.dumps({"body": open(sys.argv[1], encoding="utf-8").read()}))' \
  "$COMMENT" >"$body"
if [[ $ours == - ]]; then
  status=$(request --request POST --data-binary "@$body" "$comments/$PR/comments") || leave 'no answer'
else
  status=$(request --request PATCH --data-binary "@$body" "$comments/comments/$ours") || leave 'no answer'
fi
[[ $status == 200 || $status == 201 ]] || leave "HTTP $status"
