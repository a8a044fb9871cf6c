#!/bin/sh
# run-site.sh [--runs N] [--record] [CASE…]: builds for release and measures whole runs of the program; site.py says which
# cases there are. PROGRAM measures another binary.
set -eu
cd "$(dirname "$0")/../.."
if [ -z "${PROGRAM:-}" ]; then
  swift build -c release --product sitegen
  PROGRAM=.build/release/sitegen
fi
exec python3 Tests/Benchmarks/site.py "$PROGRAM" "$@"
