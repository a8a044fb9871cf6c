#!/bin/sh
# install-packages.sh PACKAGE…: installs the Debian packages that are missing, with sudo when not root.
# Where apt is absent it says what is needed and fails.
set -eu

missing=
for package in "$@"; do
  if command -v dpkg-query >/dev/null 2>&1; then
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
  else
    missing="$missing $package"
  fi
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  # On macOS one Homebrew formula holds the library, the extensions and the program.
  if command -v brew >/dev/null 2>&1; then
    brew list cmark-gfm >/dev/null 2>&1 || exec brew install cmark-gfm
    exit 0
  fi
  echo "error: these packages are needed and apt-get is not here:$missing" >&2
  echo "help: install cmark-gfm (library, extensions, headers and program) with this system's package manager" >&2
  exit 1
fi

run=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "error: these packages are missing, and neither root nor sudo is at hand:$missing" >&2
    echo "help: as root, run: apt-get install$missing" >&2
    exit 1
  fi
  run=sudo
fi

echo "Installing$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086  # the list is split on purpose
$run apt-get install -y --no-install-recommends $missing >/dev/null 2>&1 || {
  $run apt-get update
  $run apt-get install -y --no-install-recommends $missing
}
