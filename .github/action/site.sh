#!/usr/bin/env bash
# Builds the site into SITEGEN_SITE, for a step that uploads it.
set -euo pipefail

arguments=(build --source "$SITEGEN_SOURCE" --output "$SITEGEN_SITE")
if [ -n "${SITEGEN_AS_OF:-}" ]; then arguments+=(--as-of "$SITEGEN_AS_OF"); fi
"$SITEGEN" "${arguments[@]}"
