#!/bin/sh
# Compares random templates with Jinja2 and MiniJinja: `differential.sh [COUNT] [SEED]`.
set -eu
cd "$(dirname "$0")"
venv=.venv
if [ ! -x "$venv/bin/python" ]; then
  python3 -m venv "$venv"
fi
"$venv/bin/pip" install --quiet --disable-pip-version-check jinja2==3.1.6 minijinja==3.0.5
swift build --product batch --quiet
"$venv/bin/python" differential.py "${1:-2000}" "${2:-1}"
