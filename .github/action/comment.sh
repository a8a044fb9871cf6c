#!/usr/bin/env bash
# Writes the comment of SITEGEN_COMMENT on PULL_REQUEST, or replaces the one that an earlier run wrote. A token that may
# only read, as pull requests from forks have it, is no failure: the annotations say the same.
set -euo pipefail

if [ -z "${SITEGEN_COMMENT:-}" ] || [ ! -s "$SITEGEN_COMMENT" ]; then exit 0; fi
comments="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments"
mine='.[] | select(.user.type == "Bot" and (.body | startswith("<!-- sitegen check -->"))) | .id'
id=$(gh api --paginate "$comments" --jq "$mine" | head -n 1) || id=
if [ -n "$id" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field "body=@$SITEGEN_COMMENT" && exit 0
else
  gh api --silent --method POST "$comments" --field "body=@$SITEGEN_COMMENT" && exit 0
fi
echo "::notice title=sitegen::no comment was written: the token of this run may only read; the summary has the report"
