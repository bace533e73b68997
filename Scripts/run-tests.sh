#!/bin/sh
# Runs the tests that were built and ends with a summary: how many passed, which were skipped and why.
# The whole output goes to .build/test.log; the terminal sees failures, skips and the figures that tests print.
# Arguments are handed to `swift test`.
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
# A pipe reports the exit status of its last command only, so the one that counts goes through a file.
{
    code=0
    "${SWIFT:-swift}" test --skip-build --disable-xctest --parallel "$@" 2>&1 </dev/null || code=$?
    echo "$code" >"$status"
} | tee "$log" | grep -a --line-buffered -v -E '^(◇|✔) (Test|Suite|Passing|test case)|^(◇|✔) .*(started|passed)' || :
code=$(cat "$status")
rm -f -- "$status"

skipped=$(grep -a -c -E '^. (Test|Suite) .* skipped' "$log" || :)
total=$(grep -a -E 'Test run with [0-9]+ tests?' "$log" | tail -n 1 | sed 's/^[^A-Za-z]*//' || :)
echo
echo "summary: ${total:-no tests were run}"
echo "skipped: $skipped"
if [ "$skipped" -gt 0 ]; then
    grep -a -E '^. (Test|Suite) .* skipped' "$log" | sed -E 's/^[^A-Za-z]*(Test|Suite) (.*) skipped(: )?(.*)$/  \2: \4/' | sort | uniq -c | sed -E 's/^ *1 /  /'
fi
echo "log:     $log"

case $total in
'' | *'with 0 tests'*)
    echo "run-tests: no test ran, which proves nothing" >&2
    exit 1
    ;;
esac
exit "$code"
