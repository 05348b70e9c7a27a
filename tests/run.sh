#!/bin/sh
# From a bare Debian 12 to test results: installs what is missing, builds trichluc twice (as released, and with the
# address and undefined-behaviour sanitizers) and runs every test. Needs root or sudo only when a package is missing.
#
#   sh tests/run.sh [ctest options]     e.g. sh tests/run.sh -R phrases
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
jobs=$(nproc)
say() { printf 'run: %s\n' "$*" >&2; }

say "1 of 4: packages"
sh "$root/pipeline/install_packages.sh" "$root/pipeline/packages.txt" "$root/tests/packages.txt" >&2

# configure FOLDER OPTIONS...: an existing folder keeps the generator it was made with.
configure() {
  folder=$1
  shift
  [ -e "$folder/CMakeCache.txt" ] || set -- -G Ninja "$@"
  cmake -S "$root" -B "$folder" -DTRICHLUC_TESTS=ON "$@" >&2
}

say "2 of 4: building in $root/build"
# The sanitized tests are run as tests of build/, so that one summary tells of everything.
configure "$root/build" -DCMAKE_BUILD_TYPE=Release -DTRICHLUC_SANITIZED_BUILD="$root/build-sanitize"
cmake --build "$root/build" --parallel "$jobs" >&2

say "3 of 4: building in $root/build-sanitize"
# -O1 keeps the sanitized extractors fast enough; the rest of the options are those of a debug build.
configure "$root/build-sanitize" -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1" -DTRICHLUC_SANITIZE=ON
cmake --build "$root/build-sanitize" --target sanitized_tests --parallel "$jobs" >&2

say "4 of 4: tests"
exec ctest --test-dir "$root/build" --parallel "$jobs" --output-on-failure "$@"
