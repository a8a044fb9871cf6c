#!/bin/sh
# run-site.sh [RUNS]: wall and CPU seconds and peak memory of whole runs of the built program, medians of RUNS (default
# 5), cold: the output is removed before each.
#   content     the default content to a site
#   plain-1000  a thousand plain pages of plain.py to a site, beside Hugo where it is: `make setup-bench`, or in the path
#   NAME        each community of ../shared/corpora to a site, where that folder lies beside the checkout
#   all         what the readers take from all of them
# Where ../shared/bench/sites lies there too, its floor is measured in the same run: a C program that reads, renders and
# writes the same Markdown and judges nothing. Results worth keeping are written into RESULTS.md by hand.
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
hugo=$(ls .build-bench/venv/lib/python3*/site-packages/hugo/binaries/hugo* 2>/dev/null | head -1)
[ -n "$hugo" ] || hugo=$(command -v hugo || echo -)
python3 Tests/Benchmarks/site.py "$program" "$work" "$corpora" "$floor" "$hugo" "${1:-5}"
