#!/bin/sh
# Runs the tests that were built and ends with a summary: how many passed, which were skipped and why.
# The whole output goes to .build/test.log; the terminal sees failures, skips and the figures that tests print.
#
# Without arguments the targets run in groups, one after the other: tests that measure time or start daemons would starve beside
# tests that keep every core busy; those run one by one. Arguments are handed to one `swift test`.
set -eu
cd -- "$(dirname -- "$0")/.."

log=.build/test.log
status=.build/test.status
if [ -x .build/python/bin/python3 ]; then
    SLUSS_PYTHON=$PWD/.build/python/bin/python3
    export SLUSS_PYTHON
fi

mkdir -p .build
rm -f -- "$log" "$status"
: >"$log"

# One run; its exit status goes through a file, because a pipe reports that of its last command only.
run() {
    rm -f -- "$status"
    {
        code=0
        "${SWIFT:-swift}" test --skip-build --disable-xctest "$@" 2>&1 </dev/null || code=$?
        echo "$code" >"$status"
    } | tee -a "$log" | grep -a --line-buffered -v -E '^(◇|✔) (Test|Suite|Passing|test case)|^(◇|✔) .*(started|passed)' || :
    [ "$(cat "$status")" -eq 0 ] || failed=1
    rm -f -- "$status"
}

failed=0
if [ $# -gt 0 ]; then
    run --parallel "$@"
    groups=1
else
    run --parallel --filter '^(DocumentsTests|SignaturesTests|CareMessagesTests|AS4Tests|FuzzingTests)\.'
    run --no-parallel --filter '^TidyTests\.'
    run --parallel --filter '^SpoolingTests\.'
    run --no-parallel --filter '^GatewayTests\.'
    run --parallel --filter '^CommandTests\.'
    run --parallel --filter '^(FaultTests|InteropTests)\.'
    run --parallel --filter '^StoryTests\.'
    groups=7
fi

skipped=$(grep -a -c -E '^. (Test|Suite) .* skipped' "$log" || :)
runs=$(grep -a -c -E 'Test run with [1-9][0-9]* tests?' "$log" || :)
echo
grep -a -E 'Test run with [0-9]+ tests?' "$log" | sed 's/^[^A-Za-z]*/summary: /' || :
echo "skipped: $skipped"
if [ "$skipped" -gt 0 ]; then
    grep -a -E '^. (Test|Suite) .* skipped' "$log" | sed -E 's/^[^A-Za-z]*(Test|Suite) (.*) skipped(: )?(.*)$/  \2: \4/' | sort | uniq -c | sed -E 's/^ *1 /  /'
fi
echo "log:     $log"

if [ "$runs" -ne "$groups" ]; then
    echo "run-tests: a run had no test, which proves nothing" >&2
    exit 1
fi
exit "$failed"
