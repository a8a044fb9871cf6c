#!/usr/bin/env bash
# Finds the revision to compare with and has git fetch it where the checkout is shallow. Reads SITEGEN_BASE,
# SITEGEN_BASELINE, PULL_REQUEST_BASE, PUSH_BEFORE; writes the output `base`.
set -euo pipefail

out() { echo "base=$1" >>"$GITHUB_OUTPUT"; }
here() { git rev-parse --quiet --verify --end-of-options "$1^{commit}" >/dev/null; }

if [ -n "${SITEGEN_BASELINE:-}" ]; then out ""; exit 0; fi
if [ -n "${SITEGEN_BASE:-}" ]; then base=$SITEGEN_BASE
elif [ -n "${PULL_REQUEST_BASE:-}" ]; then base=$PULL_REQUEST_BASE
elif [ -n "${PUSH_BEFORE:-}" ] && [ -n "${PUSH_BEFORE//0/}" ]; then base=$PUSH_BEFORE
else base=HEAD^1; fi

# In a job in a container the checkout belongs to another user than the one that runs here.
if ! git rev-parse --git-dir >/dev/null 2>&1; then git config --global --add safe.directory "$PWD"; fi

# What is checked out for a pull request is a merge commit, whose first parent is the branch it goes into.
if [ -n "${PULL_REQUEST_BASE:-}" ] && [ -z "${SITEGEN_BASE:-}" ] && [ "$(git rev-parse HEAD)" = "${GITHUB_SHA:-}" ]; then
  if ! here HEAD^1; then git fetch --quiet --no-tags --depth=2 origin "$GITHUB_SHA" || true; fi
  if here HEAD^2; then base=$(git rev-parse HEAD^1); fi
fi
if ! here "$base" && ! here "origin/$base"; then
  git fetch --quiet --no-tags --depth=1 origin "$base" || true
  if ! here "$base" && here FETCH_HEAD; then base=$(git rev-parse FETCH_HEAD); fi
fi
out "$base"
