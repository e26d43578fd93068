#!/usr/bin/env bash
# How the program treats its streams and files: full disks, closed pipes, links,
# modes, interruptions. Usage: streams_test.sh PROGRAM
set -uo pipefail
# shellcheck source=tests/scripts/expect.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/expect.sh"

program="$(readlink -f -- "$1")"
data="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../cli/data" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf -- "$work"' EXIT
cd -- "$work" || exit 1
cp -- "$data/shop.txt" "$data/shop.mod" .

"$program" analyze shop.txt >/dev/full 2>err
expect 'a full disk: status' $? 3
expect 'a full disk: sentence' "$(cat err)" \
  'error: cannot write standard output: No space left on device'

# A pipe whose reader is gone.
exec 4> >(exit 0)
wait $!
"$program" analyze shop.txt >&4 2>err
expect 'a closed pipe: status, as of SIGPIPE' $? 141
expect 'a closed pipe: silence' "$(cat err)" ''
exec 4>&-

"$program" analyze shop.txt >&- 2>err
expect 'no standard output: status' $? 3
expect 'no standard output: sentence' "$(cat err)" \
  'error: standard output is closed'
"$program" analyze shop.txt -f json:closed.json >&- 2>err
expect 'no standard output is needed' "$?:$(head -c 1 closed.json)" '0:{'
rm closed.json
"$program" analyze - <&- 2>err
expect 'no standard input: status' $? 3

# A pipe instead of a file, and standard input.
"$program" list --graph <(cat shop.txt) >list.txt
expect 'a pipe as input' "$?:$(wc -l <list.txt)" 0:4
expect 'standard input' "$("$program" list - <shop.txt)" "$(cat list.txt)"

# A file is replaced whole, and stays what it was: mode, link, old content.
echo old >report.json
chmod 640 report.json
ln -s report.json link.json
"$program" analyze shop.txt -f json:link.json
expect 'a link is followed' "$(readlink link.json)" report.json
expect 'a mode is kept' "$(stat -c %a report.json)" 640
expect 'the content is new' "$(head -c 1 report.json)" '{'
umask 027
"$program" analyze shop.txt -f json:new.json
expect 'a new file has the mode of the umask' "$(stat -c %a new.json)" 640

echo old >report.json
(
  ulimit -f 1 # kilobyte
  "$program" analyze shop.txt -f json:report.json 2>err
)
expect 'a file size limit: status' $? 3
expect 'a file size limit: the old file stays' "$(cat report.json)" old
expect 'nothing is left behind' \
  "$(ls)" "$(printf '%s\n' err link.json list.txt new.json report.json shop.mod shop.txt)"

# One file for two formats, under two names too.
"$program" analyze shop.txt -f json:two -f html:./two 2>err
expect 'one file, two formats' "$?:$(head -n 1 err)" \
  '2:error: two formats would go to ./two'
expect 'nothing is written then' "$(ls two 2>/dev/null)" ''
ln -s two second.json # what it leads to is not there yet
"$program" analyze shop.txt -f json:two -f html:second.json 2>err
expect 'one file, two formats, by a link' "$?:$(head -n 1 err):$(ls two 2>/dev/null)" \
  '2:error: two formats would go to second.json:'
rm second.json

# Two at once: one of them wins whole.
for _ in 1 2 3 4 5 6; do
  "$program" analyze shop.txt -f json:report.json &
  "$program" analyze shop.txt -f csv:report.json &
done
wait
expect 'two at once' "$(head -c 1 report.json | tr -d '{l'):$(find . -name '.modgraph*' | wc -l)" ':0'

# Limits of one run.
"$program" --timeout 1 analyze - -f json:report.json < <(sleep 5) 2>err
expect 'a timeout' "$?:$(cat err)" '3:error: --timeout: 1 s have passed'
if grep -q __asan_init "$program"; then
  echo 'SKIP a limit of memory: the address sanitizer needs more than any'
else
  seq 300000 | sed 's#.*#example.com/a& example.com/b&@v1.0.0#' >large.txt
  "$program" --max-memory 24 analyze large.txt -f json:report.json 2>err
  expect 'a limit of memory' "$?:$(cat err)" '3:error: out of memory'
  expect 'limits: the old file stays' "$(head -c 1 report.json | tr -d '{l'):$(find . -name '.modgraph*' | wc -l)" ':0'
  "$program" --max-memory 2000 --timeout 100 analyze shop.txt >/dev/null 2>err
  expect 'limits that are not reached' "$?:$(cat err)" '0:'
  rm large.txt
fi

# Interrupted while it waits for input: dies by the signal, says nothing.
mkfifo never
"$program" analyze --graph never 2>err &
sleep 0.2
kill -TERM $!
wait $!
expect 'SIGTERM: status' $? 143
expect 'SIGTERM: silent' "$(cat err)" ''
rm never

# The same bytes, again and elsewhere.
"$program" analyze shop.txt --mod shop.mod -f json >one.json
(
  cd / && LC_ALL=C TZ=Asia/Tokyo "$program" -C "$work" analyze shop.txt \
    --mod shop.mod -f json
) >two.json
expect 'same input, same bytes' "$(cmp one.json two.json && echo same)" same

summary
