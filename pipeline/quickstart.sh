#!/bin/sh
# From a bare Debian 12 to records: installs what is missing, builds trichluc and reads documents.
#
#   sh pipeline/quickstart.sh                 reads the documents of corpus/documents
#   sh pipeline/quickstart.sh FILE|FOLDER...  reads these
#
# Needs root or sudo only when a package is missing. Prints a table of records, and writes the same records to
# trichluc-output/records.jsonl and records.csv in the current folder.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
output=trichluc-output
say() { printf 'quickstart: %s\n' "$*" >&2; }

say "1 of 3: packages"
sh "$root/pipeline/install_packages.sh" "$root/pipeline/packages.txt"

say "2 of 3: building in $root/build (the first time takes some minutes)"
# An existing build folder keeps its settings, so that a build made with the tests is not made anew.
if [ -e "$root/build/CMakeCache.txt" ]; then
  cmake -S "$root" -B "$root/build" >&2
else
  cmake -S "$root" -B "$root/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DTRICHLUC_TESTS=OFF >&2
fi
cmake --build "$root/build" --target trichluc --parallel "$(nproc)" >&2

if [ $# -eq 0 ]; then
  for file in "$root"/corpus/documents/*; do
    # The gold beside each document is no input, nor is the README.
    case $file in *.json | *.tsv | *.md | *.py) continue ;; esac
    if [ -f "$file" ]; then set -- "$@" "$file"; fi
  done
fi

say "3 of 3: reading $# inputs (each scanned page takes some seconds)"
mkdir -p "$output"
code=0
"$root/build/trichluc" extract --format table \
  --also "jsonl=$output/records.jsonl" --also "csv=$output/records.csv" -- "$@" || code=$?

for format in jsonl csv; do
  if [ -s "$output/records.$format" ]; then say "wrote $PWD/$output/records.$format"; fi
done
if [ "$code" -eq 20 ]; then say "some documents could not be read; they are named above"; fi
exit "$code"
