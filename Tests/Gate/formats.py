#!/usr/bin/env python3
"""Has every format of `check` and `report` read by programs that nobody here wrote.

formats.py SITEGEN [SARIF-SCHEMA]; without a schema SARIF is only read as JSON.
"""

import csv
import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema
import junitparser

from repository import PULL_REQUESTS, Repository

problems = []


def expect(name, truth, what):
    if not truth:
        problems.append(f"{name}: {what}")


def main():
    sitegen = str(Path(sys.argv[1]).resolve())
    schema = json.loads(Path(sys.argv[2]).read_text()) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as temporary:
        temporary = Path(temporary)
        repository = Repository(temporary / "lantern")

        def run(*arguments):
            done = subprocess.run([sitegen, *arguments], cwd=repository.folder, capture_output=True)
            expect(" ".join(arguments), done.returncode in (0, 1), done.stderr.decode())
            return done.stdout

        for name, change in PULL_REQUESTS.items():
            if name == "break-workspace":
                continue
            repository.git("checkout", "--quiet", "-B", "change", "main")
            repository.write(change)
            repository.commit("2026-05-01")
            check = ["check", "--base", "main", "--as-of", "2026-06-01", "--format"]
            sarif = json.loads(run(*check, "sarif"))
            junit = run(*check, "junit")
            if name in ("delete-security", "break-anchor"):
                for log in (sarif, json.loads(run("report", "--as-of", "2026-06-01", "--format", "sarif"))):
                    if schema:
                        jsonschema.Draft7Validator(schema).validate(log)
                for xml in (junit, run("report", "--as-of", "2026-06-01", "--format", "junit")):
                    suites = junitparser.JUnitXml.fromstring(xml)
                    expect(name, all(suite.tests == len(list(suite)) for suite in suites), "JUnit counts its cases")
                rows = list(csv.reader(io.StringIO(run("report", "--as-of", "2026-06-01", "--format", "csv").decode())))
                expect(name, len({len(row) for row in rows}) == 1, "rows of CSV are equally long")
                json.loads(run(*check, "json"))
            for patch in (run("fix", "--as-of", "2026-06-01", "--quiet"), run(*check, "patch")):
                done = subprocess.run(["git", "apply", "--check"], cwd=repository.folder, input=patch, capture_output=True)
                expect(name, not patch or done.returncode == 0, f"{done.stderr.decode()}{patch.decode()}")
        form = run("report", "--as-of", "2026-06-01", "--format", "application-form").decode()
        (repository.folder / "application.md").write_text(form)
        read = json.loads(run("inspect", "application.md", "--format", "json"))
        items = [item for file in read["files"] for item in file.get("items", [])]
        unknown = [item for item in items if not item.get("criterion")]
        expect("form", len(items) > 30 and not unknown, f"{len(items)} items read, {len(unknown)} of no criterion: {unknown[:3]}")
        found = json.loads(run("report", "--as-of", "2026-06-01", "--format", "json"))["communities"][0]
        expect("form", found["criteria_set"]["has_application"], "the form is an application")
        expect("form", found["criteria_set"]["matched_revision"] is not None, "its revision is known")
        missing = [row["id"] for row in found["criteria"] if row["verdict"] == "missing"]
        expect("form", not missing, f"criteria that are not in the form: {missing}")
    for problem in problems:
        print(f"FAILED {problem}")
    print("all are taken" if not problems else f"{len(problems)} are not")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
