#!/bin/sh
# Fuzzes the doors of the gateway, one after the other, with libFuzzer and AddressSanitizer. A finding ends the run and lies in
# Fuzzing/Regressions/TARGET, where the ordinary tests run it from then on.
#
#   FUZZ_SECONDS  for each target (600)      FUZZ_TARGETS  which (all)      FUZZ_SEEDS  a folder with more seeds, one folder for each target
set -eu
cd -- "$(dirname -- "$0")/.."

SLUSS_FUZZ=1
export SLUSS_FUZZ
"${SWIFT:-swift}" build -c release --scratch-path .build/fuzz --product sluss-fuzz -Xswiftc -sanitize=fuzzer,address
program=.build/fuzz/release/sluss-fuzz
all=$("$program" | sed -n 's/^targets: //p' || :)
status=0
for target in ${FUZZ_TARGETS:-$all}; do
    work=.build/fuzz/corpus/$target
    found=Fuzzing/Regressions/$target
    mkdir -p "$work" "$found"
    set -- "$work" "Fuzzing/Seeds/$target"
    if [ -d "${FUZZ_SEEDS:-}/$target" ]; then set -- "$@" "$FUZZ_SEEDS/$target"; fi
    case $target in
    mime) dictionary=mime ;;
    xml | header | signature | encrypted) dictionary=xml ;;
    certificate) dictionary=pem ;;
    *) dictionary= ;;
    esac
    if [ -n "$dictionary" ]; then set -- "$@" "-dict=Fuzzing/Dictionaries/$dictionary.dict"; fi
    case $target in
    gzip | certificate | spool) longest=8192 ;;
    *) longest=32768 ;;
    esac
    echo "fuzz: $target for ${FUZZ_SECONDS:-600} s"
    log=.build/fuzz/$target.log
    if nice "$program" "$target" "$@" "-max_total_time=${FUZZ_SECONDS:-600}" "-max_len=$longest" -timeout=10 -rss_limit_mb=2048 -detect_leaks=0 \
        "-artifact_prefix=$found/" -print_final_stats=1 >"$log" 2>&1; then
        sed -n -e 's/^Done /fuzz: done, /p' "$log"
    else
        status=1
        echo "fuzz: $target found something; $log" >&2
        grep -E 'SUMMARY|Test unit written|Fatal error' "$log" >&2 || :
    fi
    rmdir "$found" 2>/dev/null || :
done
exit $status
