#!/usr/bin/env python3
"""Has every format of `check`, `report` and `build` read by programs that nobody here wrote.

formats.py SITEGEN [SCHEMAS]; SCHEMAS is a folder with sarif-2.1.0.json and schemas of JUnit (*.xsd), which are not kept here:
without it SARIF and JUnit are only read.
"""

import csv
import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import feedparser
import icalendar
import jsonschema
import junitparser
import xmlschema
from referencing import Registry, Resource

from repository import PULL_REQUESTS, Repository

ROOT = Path(__file__).resolve().parents[2]
problems = []


def expect(name, truth, what):
    if not truth:
        problems.append(f"{name}: {what}")


def probes(sitegen, temporary, described, schema, junit_schemas):
    """A community whose every value is hostile: each format is what its parser takes."""
    folder, site = temporary / "probes", temporary / "probes-site"
    subprocess.run([sys.executable, ROOT / "Tests/Browser/hostile.py", folder], check=True)

    def run(*arguments):
        done = subprocess.run([sitegen, *arguments, "--source", folder], capture_output=True)
        expect(" ".join(arguments), done.returncode in (0, 1), done.stderr.decode())
        return done.stdout

    for format in ("json", "snapshot"):
        described(f"probes, {format}", json.loads(run("report", "--format", format)))
    sarif = json.loads(run("report", "--format", "sarif"))
    if schema:
        jsonschema.Draft7Validator(schema).validate(sarif)
    expect("probes, sarif", sarif["runs"][0]["results"], "results")
    junit = run("report", "--format", "junit")
    expect("probes, junit", len(list(junitparser.JUnitXml.fromstring(junit))) > 0, "suites")
    for shape in junit_schemas:
        for error in list(shape.iter_errors(junit.decode()))[:3]:
            expect("probes, junit", False, f"{shape.url}: {error.reason}")
    rows = list(csv.reader(io.StringIO(run("report", "--format", "csv").decode(), newline=""), strict=True))
    expect("probes, csv", len(rows) > 1 and len({len(row) for row in rows}) == 1, "rows of CSV are equally long")
    expect("probes, csv", not any(cell[:1] in tuple("=+-@\t\r") for row in rows for cell in row), "a formula")
    for line in run("report", "--format", "github").decode().splitlines():
        expect("probes, github", line.startswith(("::error ", "::warning ", "::notice ")), f"a line of its own: {line!r}")
    history = folder / "history"
    history.mkdir()
    (history / "2026-03-01.json").write_bytes(run("report", "--as-of", "2026-03-01", "--format", "snapshot"))
    next(folder.rglob("MAINTAINERS.md")).unlink()
    run("build", "--quiet", "--output", str(site))
    for path in sorted(site.rglob("*.ics")):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        events = calendar.walk("VEVENT")
        expect("probes, ics", events and not calendar.errors and not any(event.errors for event in events), f"{calendar.errors}")
    for path in sorted(site.rglob("feed.xml")):
        feed = feedparser.parse(path.read_bytes())
        expect("probes, atom", not feed.bozo and feed.version == "atom10", f"{feed.get('bozo_exception')}")
        expect("probes, atom", not any("<x-probe" in entry.title or "<script" in entry.title for entry in feed.entries), "markup")
    for path in sorted(site.rglob("*.svg")) + sorted(site.rglob("sitemap.xml")):
        xmlschema.XMLResource(str(path))
    found = {kind: len(list(site.rglob(kind))) for kind in ("*.ics", "*.svg", "sitemap.xml")}
    expect("probes", all(found.values()), f"nothing was read of some kind: {found}")


def main():
    sitegen = str(Path(sys.argv[1]).resolve())
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    schema = json.loads((folder / "sarif-2.1.0.json").read_text()) if folder else None
    junit_schemas = [xmlschema.XMLSchema(str(path)) for path in sorted(folder.glob("*.xsd"))] if folder else []
    own = {path.name: json.loads(path.read_text()) for path in (ROOT / "templates/schemas").glob("*.json")}
    registry = Registry().with_resources([(name, Resource.from_contents(value)) for name, value in own.items()])

    def described(name, value):
        """Whether JSON is what its schema says."""
        shape = own[f"{value['schema'].replace('/', '-')}.schema.json"]
        jsonschema.Draft202012Validator.check_schema(shape)
        errors = jsonschema.Draft202012Validator(shape, registry=registry).iter_errors(value)
        for error in list(errors)[:3]:
            expect(name, False, f"{error.json_path}: {error.message[:200]}")

    with tempfile.TemporaryDirectory() as temporary:
        temporary = Path(temporary)
        repository = Repository(temporary / "lantern")

        def run(*arguments):
            done = subprocess.run([sitegen, *arguments], cwd=repository.folder, capture_output=True)
            expect(" ".join(arguments), done.returncode in (0, 1), done.stderr.decode())
            return done.stdout

        for name, change in PULL_REQUESTS.items():
            if name in ("break-workspace", "break-data"):
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
                    for shape in junit_schemas:
                        for error in list(shape.iter_errors(xml.decode()))[:3]:
                            expect(name, False, f"{shape.url}: {error.reason}")
                    suites = junitparser.JUnitXml.fromstring(xml)
                    expect(name, all(suite.tests == len(list(suite)) for suite in suites), "JUnit counts its cases")
                rows = list(csv.reader(io.StringIO(run("report", "--as-of", "2026-06-01", "--format", "csv").decode())))
                expect(name, len({len(row) for row in rows}) == 1, "rows of CSV are equally long")
                described(name, json.loads(run(*check, "json")))
                for format in ("json", "snapshot"):
                    described(name, json.loads(run("report", "--as-of", "2026-06-01", "--format", format)))
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
        described("inspect", read)
        history = repository.folder / "history"
        history.mkdir()
        (history / "2026-03-01.json").write_bytes(run("report", "--as-of", "2026-03-01", "--format", "snapshot"))
        (repository.folder / "SECURITY.md").unlink(missing_ok=True)
        run("build", "--quiet", "--as-of", "2026-06-01", "--output", str(temporary / "site"))
        site = temporary / "site"
        calendar = icalendar.Calendar.from_ical((site / "lantern/groups/calendar.ics").read_bytes())
        events = calendar.walk("VEVENT")
        expect("ics", events and not calendar.errors and not any(event.errors for event in events), f"{calendar.errors}")
        expect("ics", all(event.get(key) for event in events for key in ("UID", "DTSTAMP", "DTSTART", "SUMMARY")), "members")
        feed = feedparser.parse((site / "lantern/history/feed.xml").read_bytes())
        expect("atom", not feed.bozo and feed.version == "atom10", f"{feed.get('bozo_exception')}")
        expect("atom", feed.entries and all(entry.id and entry.title and entry.updated for entry in feed.entries), "entries")
        badge = json.loads((site / "badges/lantern.json").read_text())
        expect("badge", badge["schemaVersion"] == 1 and badge["label"] and badge["message"], f"{badge}")
        xmlschema.XMLResource(str(site / "badges/lantern.svg"))
        described("manifest", {**json.loads((site / "manifest.json").read_text())})
        probes(sitegen, temporary, described, schema, junit_schemas)
    for problem in problems:
        print(f"FAILED {problem}")
    print("all are taken" if not problems else f"{len(problems)} are not")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
