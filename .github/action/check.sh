#!/usr/bin/env bash
# Runs the check once, for annotations, summary, SARIF and comment. Writes the outputs `status`, `result`, `sarif` and
# `comment`; the last step of the action ends with the status, when everything has been shown.
set -euo pipefail

folder=${RUNNER_TEMP:-/tmp}/sitegen-check
rm -rf "$folder" && mkdir -p "$folder"
arguments=(check --source "$SITEGEN_SOURCE" --fail-on "$SITEGEN_FAIL_ON" --format github
  --write "sarif=$folder/sitegen.sarif" --write "markdown=$folder/comment.md" --write "junit=$folder/junit.xml")
if [ -n "${SITEGEN_BASELINE:-}" ]; then arguments+=(--baseline "$SITEGEN_BASELINE"); else arguments+=(--base "$SITEGEN_BASE"); fi
if [ -n "${SITEGEN_AS_OF:-}" ]; then arguments+=(--as-of "$SITEGEN_AS_OF"); fi
while IFS= read -r argument; do
  if [ -n "$argument" ]; then arguments+=("$argument"); fi
done <<<"${SITEGEN_ARGUMENTS:-}"

status=0
"$SITEGEN" "${arguments[@]}" || status=$?
case $status in
0) result=passed ;;
1) result=worse ;;
2) result=configuration ;;
3) result=unreadable ;;
*) result=defect ;;
esac
{
  echo "status=$status"
  echo "result=$result"
  if [ -s "$folder/sitegen.sarif" ]; then echo "sarif=$folder/sitegen.sarif"; fi
  if [ -s "$folder/comment.md" ]; then echo "comment=$folder/comment.md"; fi
} >>"$GITHUB_OUTPUT"
if [ -s "$folder/comment.md" ]; then cat "$folder/comment.md" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"; fi
