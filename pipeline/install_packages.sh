#!/bin/sh
# Installs those packages of the given lists (one name a line, '#' begins a comment) that are missing. Asks dpkg first,
# so that a machine which has everything is left alone and the package lists are not even refreshed.
set -eu

missing=""
for package in $(cat "$@" | sed 's/#.*//'); do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -z "$missing" ]; then
  echo "packages: all there" >&2
  exit 0
fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null ||
    { echo "packages: run as root or install sudo; missing:$missing" >&2; exit 3; }
  as_root="sudo"
fi
echo "packages: installing$missing" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086  # both are lists of words
{
  $as_root apt-get update -q &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
} >"$log" 2>&1 || {
  tail -n 20 "$log" >&2
  echo "packages: apt-get failed; check the network and the apt sources, then run this again" >&2
  exit 3
}
