#!/usr/bin/env bash
# Gives the program: the one of SITEGEN_BINARY (a path, or an https address with SITEGEN_SHA256), the cached one in
# SITEGEN_FOLDER, or one that is built there. Writes the output `sitegen`.
set -euo pipefail

out() { echo "sitegen=$1" >>"$GITHUB_OUTPUT"; "$1" --version; }

case "${SITEGEN_BINARY:-}" in
https://*)
  [ -n "${SITEGEN_SHA256:-}" ] || { echo "::error title=sitegen::an address of a binary needs \`sha256\`"; exit 2; }
  program=${RUNNER_TEMP:-/tmp}/sitegen
  curl --fail --silent --show-error --location --proto '=https' --output "$program" "$SITEGEN_BINARY"
  ;;
"") program= ;;
*) program=$(realpath "$SITEGEN_BINARY") ;;
esac

if [ -n "$program" ]; then
  if [ -n "${SITEGEN_SHA256:-}" ] && ! echo "$SITEGEN_SHA256  $program" | sha256sum --check --status; then
    echo "::error title=sitegen::the binary does not have the SHA-256 that was given"
    exit 2
  fi
  [ -x "$program" ] || chmod +x "$program"
  out "$program"
  exit 0
fi

if [ ! -x "$SITEGEN_FOLDER/sitegen" ]; then
  command -v swift >/dev/null || {
    echo "::error title=sitegen::no Swift here to build with: run in the container swift:6.3-bookworm, or give \`binary\`"
    exit 2
  }
  cd "$GITHUB_ACTION_PATH"
  sh Tests/Scripts/install-packages.sh libcmark-gfm-dev libcmark-gfm-extensions-dev
  swift build --configuration release --static-swift-stdlib --product sitegen
  mkdir -p "$SITEGEN_FOLDER"
  cp "$(swift build --configuration release --static-swift-stdlib --show-bin-path)/sitegen" "$SITEGEN_FOLDER/sitegen"
fi
out "$SITEGEN_FOLDER/sitegen"
