#!/bin/sh
# run-site.sh [RUNS]: CPU seconds of whole runs of the built program, least of RUNS (default 5), and their ratios.
#   content   the default content to a site
#   kubevirt  a community with four repositories to a site
#   corpora   what the readers take from thirty communities
# The last two are measured where ../shared/corpora lies beside the checkout. Where ../shared/bench/sites lies there too,
# the ratio to its floor is printed: a C program that reads, renders and writes the same Markdown and judges nothing.
set -eu
cd "$(dirname "$0")/../.."
program=.build/release/sitegen
swift build -c release --product sitegen
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
corpora=../shared/corpora
[ -d "$corpora" ] || echo "not measured: $corpora does not lie beside this checkout" >&2
floor=-
source=../shared/bench/sites/floor/floor.c
if [ -f "$source" ]; then
  # Only its cmark modes are run, so that libmd4c need not be installed: one name stands for it.
  printf '%s\n' 'typedef char MD_CHAR;' 'typedef unsigned MD_SIZE;' '#define MD_DIALECT_GITHUB 0' \
    '#define md_html(...) ((void)cb)' >"$work/md4c-html.h"
  cc -O2 -w -I "$work" -o "$work/floor" "$source" -lcmark-gfm -lcmark-gfm-extensions -lpthread
  floor=$work/floor
fi
python3 Tests/Benchmarks/site.py "$program" "$work" "$corpora" "$floor" "${1:-5}"
