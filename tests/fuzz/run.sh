#!/bin/sh
# Fuzzes each target for some minutes with libFuzzer, address and undefined-behaviour sanitizers, from the corpus as seeds.
# A finding is left in build-fuzz/findings; put it into corpus/regressions/ together with the repair.
#
#   sh tests/fuzz/run.sh [MINUTES [TARGET...]]     10 and all when not given; needs clang-14 and libclang-rt-14-dev on top of tests/packages.txt
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
minutes=${1:-10}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- fuzz_extract fuzz_context fuzz_decode fuzz_files fuzz_legacy fuzz_messages fuzz_office fuzz_pages
build="$root/build-fuzz"

cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_COMPILER=clang++-14 \
  -DTRICHLUC_TESTS=ON -DTRICHLUC_FUZZ=ON
cmake --build "$build" --target fuzz_targets --parallel "$(nproc)"

# libFuzzer takes a file for one input: the lines of the phrase tables become files of their own.
seeds="$build/seeds"
mkdir -p "$seeds" "$build/findings" "$root/corpus/regressions"
awk -F '\t' -v folder="$seeds" '!/^#/ && NF > 1 {
  name = sprintf("%s/phrase-%05d", folder, NR); print $2 > name; close(name)
}' "$root"/corpus/phrases/*.tsv

code=0
for target in "$@"; do
  mkdir -p "$build/found/$target"
  "$build/tests/$target" -max_total_time=$((minutes * 60)) -timeout=20 -rss_limit_mb=4096 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix="$build/findings/$target-" "$build/found/$target" "$seeds" \
    "$root/corpus/documents" "$root/corpus/regressions" || code=1
done
exit "$code"
