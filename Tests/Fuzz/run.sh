#!/bin/sh
# Fuzzes the template engine: `run.sh SECONDS [load|render]`, by default both, each for SECONDS.
# Seeds are in Seeds/, inputs that once failed in Found/; new failing inputs are written to Found/.
set -eu
cd "$(dirname "$0")"
seconds=${1:-20}
for target in ${2:-load render}; do
  swift build --sanitize fuzzer -c release --scratch-path .build-fuzzer --product "fuzz-$target" --quiet
  mkdir -p ".corpus/$target"
  .build-fuzzer/release/fuzz-"$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=4096 \
    -dict=templates.dict -artifact_prefix=Found/ -print_final_stats=1 ".corpus/$target" Seeds Found 2>&1 |
    grep -E "^#.*(DONE|INITED)|stat::|ERROR|SUMMARY|Test unit" || true
  if ls Found/crash-* Found/timeout-* Found/oom-* >/dev/null 2>&1; then
    echo "fuzz-$target failed: see Found/"
    exit 1
  fi
done
