#!/bin/sh
# The template engine beside a page written by hand, Jinja2 and MiniJinja, in one run; prints ratios.
# Run it on a quiet machine: the ratio of two threads to one needs two free cores.
set -eu
cd "$(dirname "$0")"
venv=.venv
if [ ! -x "$venv/bin/python" ]; then
  python3 -m venv "$venv"
fi
"$venv/bin/pip" install --quiet --disable-pip-version-check jinja2==3.1.6 minijinja==3.0.5
swift build --package-path Templates -c release --quiet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
Templates/.build/release/templates-bench "${1:-401}" "$work/page.html" >"$work/result.json"
"$venv/bin/python" Templates/peers.py "$work/result.json" "$work/page.html"
