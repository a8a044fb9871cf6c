#!/usr/bin/env python3
"""Corrects real communities: patches apply, what they mend is gone, nothing new appears, a second run has nothing to do.

fixes.py SITEGEN [CORPORA] [--show N]

`--show` prints N corrections in all, spread over rules and communities, to be read by people.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DAY = "2026-11-21"
GIT = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false"]


def run(sitegen, folder, *arguments):
    done = subprocess.run([sitegen, *arguments, "--source", str(folder), "--as-of", DAY], capture_output=True, cwd=folder)
    if done.returncode not in (0, 1, 3):
        raise SystemExit(f"{folder}: {' '.join(arguments)}: {done.returncode} {done.stderr.decode()[:2000]}")
    return done


def findings(sitegen, folder):
    report = json.loads(run(sitegen, folder, "report", "--format", "json").stdout)
    found = [finding for community in report["communities"] for finding in community["findings"]]
    return {finding["fingerprint"]: finding for finding in found}


def correct(sitegen, source, base):
    """What is wrong with the corrections of a community, and the patch."""
    folder = base / source.name
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns(".git"), symlinks=True)
    subprocess.run(["chmod", "-R", "u+w", str(folder)], check=True)
    for arguments in (["init", "--quiet"], ["add", "--all", "--force"], ["commit", "--quiet", "--message", "x"]):
        subprocess.run([*GIT, *arguments], cwd=folder, check=True)
    before = findings(sitegen, folder)
    done = run(sitegen, folder, "fix")
    patch, said = done.stdout, done.stderr.decode()
    number = int((re.search(r"(\d+) findings? to correct", said) or [0, 0])[1])
    problems = []
    if patch:
        applied = subprocess.run(["git", "apply"], cwd=folder, input=patch, capture_output=True)
        if applied.returncode != 0:
            problems.append(f"the patch does not apply: {applied.stderr.decode()}")
    after = findings(sitegen, folder)
    if len(set(before) - set(after)) < number:
        problems.append(f"{number} were to be corrected, {len(set(before) - set(after))} are gone")
    for fingerprint in sorted(set(after) - set(before)):
        finding = after[fingerprint]
        place = finding["locations"][0] if finding.get("locations") else {}
        problems.append(f"new: {finding['rule']} {place.get('path')}:{place.get('line')} {finding['message']}")
    again = run(sitegen, folder, "fix", "--quiet").stdout
    if again:
        problems.append(f"a second run goes on:\n{again.decode()[:1500]}")
    shutil.rmtree(folder)
    return problems, patch.decode(errors="replace"), said.strip().splitlines()[-1] if said.strip() else ""


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("sitegen")
    arguments.add_argument("corpora", nargs="?", default="../shared/corpora")
    arguments.add_argument("--show", type=int, default=0)
    given = arguments.parse_args()
    corpora = Path(given.corpora)
    if not corpora.is_dir():
        print(f"No communities at {corpora}: nothing was corrected.")
        return 0
    failed, hunks = 0, []
    with tempfile.TemporaryDirectory() as base:
        for source in sorted(path for path in corpora.iterdir() if path.is_dir()):
            problems, patch, said = correct(str(Path(given.sitegen).resolve()), source, Path(base))
            print(f"{'ok' if not problems else 'FAILED':7}{source.name:16}{said}", flush=True)
            for problem in problems:
                print(f"  {problem}")
            failed += bool(problems)
            path = ""
            for part in re.split(r"^(?=\+\+\+ |@@ )", patch, flags=re.MULTILINE):
                if part.startswith("+++ "):
                    path = part.splitlines()[0][6:]
                if part.startswith("@@ "):
                    hunks.append(f"{source.name}/{path}\n" + part.split("diff --git")[0])
    for hunk in hunks[:: max(1, len(hunks) // given.show)][: given.show] if given.show else []:
        print(hunk)
    print(f"{failed} communities fail" if failed else "every correction holds")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
