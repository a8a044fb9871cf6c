#!/bin/sh
# Checks a built site in a real browser: run.sh [SITE] [OPTION …], by default `site`; see check_site.py.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
environment="$root/.build/browser-tests"
if [ ! -x "$environment/bin/python" ]; then
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet --requirement "$here/requirements.txt"
fi
case "${1:-}" in
  "" | -*) exec "$environment/bin/python" "$here/check_site.py" "$root/site" "$@" ;;
  *) exec "$environment/bin/python" "$here/check_site.py" "$@" ;;
esac
