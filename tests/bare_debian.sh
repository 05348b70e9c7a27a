#!/bin/sh
# Proves the two commands of the README on a machine that has nothing: a fresh Debian 12 in a chroot, made with this
# machine's own apt sources, holding a clone of the last commit. Needs root and debootstrap.
#
#   sh tests/bare_debian.sh               quickstart.sh, quickstart.sh again, run.sh; with the time of each
#   sh tests/bare_debian.sh --only-base   makes the chroot and takes it away again
#   BARE_DEBIAN_KEEP=1 sh tests/bare_debian.sh   leaves the chroot for a look
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
suite=bookworm
say() { printf 'bare_debian: %s\n' "$*" >&2; }

[ "$(id -u)" -eq 0 ] || { say "needs root: run it as root or with sudo"; exit 1; }
command -v debootstrap >/dev/null || { say "needs debootstrap: apt-get install debootstrap"; exit 3; }

bare=$(mktemp -d -t bare-debian.XXXXXX)
chmod 755 "$bare"  # apt downloads as a user of its own
clean_up() {
  for mounted in dev/pts dev/shm dev proc sys; do
    umount "$bare/$mounted" 2>/dev/null || umount -l "$bare/$mounted" 2>/dev/null || true
  done
  if [ -n "${BARE_DEBIAN_KEEP:-}" ]; then
    say "kept in $bare"
  elif grep -q " $bare/" /proc/mounts; then
    say "something is still mounted below $bare: remove it by hand"
  else
    rm -rf --one-file-system "$bare"
  fi
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# Where this machine takes Debian itself from: the first source of the suite that has the base system. Security and
# update suites have names of their own and come with the copied sources below.
mirror=$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(SITE)/ $(REPO_URI)' 'Created-By: Packages' |
  awk -v suite="$suite" '$1 == suite && $2 == "main" {print $4; exit}')
[ -n "$mirror" ] || { say "this machine has no apt source for $suite"; exit 3; }

settings() { apt-config dump | grep -E '^Acquire::(http|https|ftp|Check-|Retries|Languages)' || true; }

started=$(date +%s)
lap() {  # lap TEXT: how long the last step took
  now=$(date +%s)
  say "$1: $((now - started)) s"
  started=$now
}

say "base system of $suite"
include=""
case $mirror in https:*) include="--include=ca-certificates" ;; esac
# shellcheck disable=SC2086  # empty or one word
debootstrap --variant=minbase $include "$suite" "$bare" "$mirror" >"$bare.log" 2>&1 ||
  { tail -n 20 "$bare.log" >&2; say "debootstrap failed: see $bare.log"; exit 7; }
rm -f "$bare.log"

rm -f "$bare/etc/apt/sources.list"
for part in sources.list sources.list.d keyrings trusted.gpg.d auth.conf.d; do
  if [ -e "/etc/apt/$part" ]; then cp -R "/etc/apt/$part" "$bare/etc/apt/"; fi
done
settings >"$bare/etc/apt/apt.conf.d/90host"
for file in /etc/resolv.conf /etc/hosts; do
  if [ -e "$file" ]; then cp -L "$file" "$bare$file"; fi
done
if [ -d /usr/local/share/ca-certificates ]; then
  mkdir -p "$bare/usr/local/share/ca-certificates"
  cp -R /usr/local/share/ca-certificates/. "$bare/usr/local/share/ca-certificates/"
fi
lap "base system"

inside() { env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TERM=dumb \
  ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} chroot "$bare" "$@"; }

mount -t proc proc "$bare/proc"
mount --bind /sys "$bare/sys"
mount --bind /dev "$bare/dev"
mount --bind /dev/pts "$bare/dev/pts"  # a mount of its own: without it there are no terminals
inside apt-get update -q >&2
lap "apt-get update"
if [ "${1:-}" = "--only-base" ]; then exit 0; fi

git clone -q --no-hardlinks "$root" "$bare/root/trichluc"
inside sh -c 'cd /root/trichluc && sh pipeline/quickstart.sh'
lap "quickstart.sh on a bare machine"
inside sh -c 'cd /root/trichluc && sh pipeline/quickstart.sh' >/dev/null
lap "quickstart.sh again"
inside sh -c 'cd /root/trichluc && sh tests/run.sh'
lap "tests/run.sh"
inside sh -c 'cd /root/trichluc && { ! command -v git >/dev/null || git status --short; }'
say "all done"
