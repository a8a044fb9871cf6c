#!/usr/bin/env bash
# Names the cache of the built program: by its sources and by the system. Writes the outputs `folder` and `key`.
set -euo pipefail

folder=${RUNNER_TEMP:-/tmp}/sitegen-binary
sources=$(cd "$GITHUB_ACTION_PATH" && cat Package.swift && find Sources content/criteria content/lexicon templates -type f -print0 |
  LC_ALL=C sort -z | xargs -0 cat)
hash=$(printf '%s' "$sources" | sha256sum | cut -c1-32)
{ echo "folder=$folder"; echo "key=sitegen-$(uname -s)-$(uname -m)-$hash"; } >>"$GITHUB_OUTPUT"
