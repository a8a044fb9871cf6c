#!/usr/bin/env python3
"""Has forms that were filled for real communities read again: every criterion must be found, and the revision known. The
draft of a review must ask every question.

forms.py SITEGEN [CORPORA [COMMUNITY...]]
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

DAY = "2026-11-21"
LEVELS = ("incubating", "graduated")
WORKSPACE = "communities: [{id: form, name: Form, foundation: CNCF, models: [cncf-levels], applies_for: LEVEL}]\n"
problems = []


def run(sitegen, *arguments, folder):
    done = subprocess.run([sitegen, *arguments], cwd=folder, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{folder}: {' '.join(arguments)}: {done.returncode} {done.stderr[:2000]}")
    return done.stdout


def criteria(sitegen, folder, name):
    """The criteria of a document's lines, and how many lines are of none."""
    read = json.loads(run(sitegen, "inspect", name, "--format", "json", folder=folder))
    items = [item.get("criterion") for file in read["files"] for item in file.get("items", [])]
    return set(items) - {None}, items.count(None)


def check(sitegen, source, level, folder):
    form = run(sitegen, "report", "--quiet", "--as-of", DAY, "--level", level, "--format", "application-form", folder=source)
    (folder / "application.md").write_text(form, encoding="utf-8")
    (folder / "sitegen.yaml").write_text(WORKSPACE.replace("LEVEL", level), encoding="utf-8")
    named, unnamed = criteria(sitegen, folder, "application.md")
    report = json.loads(run(sitegen, "report", "--quiet", "--as-of", DAY, "--format", "json", folder=folder))["communities"][0]
    rows = [row["id"] for row in report["criteria"]]
    name = f"{source.name}, {level}"
    for truth, what in (
        (not unnamed, f"{unnamed} lines are of no criterion"),
        (set(rows) <= named, f"without {sorted(set(rows) - named)}"),
        (report["criteria_set"]["matched_revision"] == report["criteria_set"]["revision"], "another revision"),
        (form.count("- [x]") > 0, "nothing is ticked"),
    ):
        if not truth:
            problems.append(f"{name}: {what}")
    return f"{name}: {len(rows)} criteria, {form.count('- [x]')} ticked, {form.count('Perhaps')} with candidates"


def main():
    sitegen, corpora = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2] if len(sys.argv) > 2 else "../shared/corpora")
    if not corpora.is_dir():
        print(f"No communities at {corpora}: no form was filled.")
        return 0
    for name in sys.argv[3:] or ("argo", "crossplane", "kubevirt", "openfeature"):
        source = (corpora / name).resolve()
        for level in LEVELS:
            with tempfile.TemporaryDirectory() as folder:
                print(check(sitegen, source, level, Path(folder)), flush=True)
        review = run(sitegen, "report", "--quiet", "--as-of", DAY, "--format", "governance-review", folder=source)
        questions, answers = review.count("<br>"), review.count("Perhaps") + review.count("\nSee ") + review.count(". See ")
        print(f"{source.name}, review: {questions} questions, {answers} with places", flush=True)
        if questions < 20 or answers * 2 < questions:
            problems.append(f"{source.name}, review: {questions} questions, {answers} with places")
    for problem in problems:
        print(f"FAILED {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
