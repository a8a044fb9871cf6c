#!/usr/bin/env python3
"""Holds the examples of content/guide/ci.md against the schemas of those who run them. snippets.py CHECK-JSONSCHEMA"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = {"GitHub": "vendor.github-workflows", "GitLab": "vendor.gitlab-ci"}


def main():
    failed, checked = 0, 0
    for part in re.split(r"^## ", (ROOT / "content/guide/ci.md").read_text(encoding="utf-8"), flags=re.MULTILINE):
        title = part.splitlines()[0]
        for text in re.findall(r"```yaml\n(.*?)```", part, re.DOTALL):
            checked += 1
            # The second one of GitHub is a part of a workflow.
            value = yaml.safe_load(text if not text.startswith(" ") else "steps:\n" + text.split("  publish:")[0])
            if title not in SCHEMAS or "jobs" not in value and title == "GitHub":
                continue
            with tempfile.NamedTemporaryFile("w", suffix=".yml") as file:
                file.write(text)
                file.flush()
                done = subprocess.run([sys.argv[1], "--builtin-schema", SCHEMAS[title], file.name], capture_output=True, text=True)
            if done.returncode != 0:
                failed += 1
                print(f"FAILED {title}: {done.stdout}")
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    failed += sum(not {"id", "name", "entry", "language"} <= set(hook) for hook in hooks)
    print(f"{checked} examples hold" if not failed else f"{failed} do not hold")
    return 1 if failed or checked < 4 else 0


if __name__ == "__main__":
    sys.exit(main())
