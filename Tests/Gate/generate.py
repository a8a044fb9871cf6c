#!/usr/bin/env python3
"""Makes the generated files of communities that have a generator of their own, by the templates that ship.

generate.py SITEGEN [CORPORA]

What their pages say in words of their own goes into words.yaml, as content/guide/switching.md tells. Every file must be what is
there, byte for byte.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

BETWEEN, KEEP = "between", "keep"
CUSTOM = ["<!-- BEGIN CUSTOM CONTENT -->", "<!-- END CUSTOM CONTENT -->"]
problems = []


def read(folder, name):
    return (folder / name).read_text(encoding="utf-8")


def file(template, output, how=None, marks=None, **more):
    return {"template": template, "output": output, **more, **({how: marks} if how else {})}


def groups(folder):
    """A list, a page for each group, aliases and liaisons of one file, with text of people kept."""
    header = read(folder, "sig-list.md").split("---\n", 2)[2].split("--->")[0].strip() + "\n--->"
    front, rest = read(folder, "sig-list.md").split(header)
    pages = {kind: next(p for p in sorted(folder.glob(f"{kind}-*/README.md")) if "## " in p.read_text()) for kind in ("sig", "wg")}
    page = next(p.read_text() for p in sorted(folder.glob("sig-*/README.md")) if "### Technical Leads\n" in p.read_text())
    joining = next(line for line in pages["sig"].read_text().splitlines() if "mailing list](" in line)
    before, after = joining.split("mailing list](", 1)
    words = {
        "header": header, "front": front.strip("\n"), "list": rest.split("### Special")[0].strip("\n"),
        "liaisons": read(folder, "liaisons.md").split(header)[1].split("\n\n| Community")[0][2:],
        "liaison": "Steering Committee Liaison", "organization": "kubernetes",
        "joining": f"{before}mailing list](MAILING_LIST{after[after.index(')'):]}",
        "chairs": page.split("### Chairs\n")[1].split("\n\n")[0],
        "tech_leads": page.split("### Technical Leads\n")[1].split("\n\n")[0],
        "chat": "https://kubernetes.slack.com/messages/", "labels": "https://github.com/kubernetes/kubernetes/labels/",
        "issues": "https://github.com/kubernetes/community/labels/",
        "definitions": page.split("[subproject-definition]: ")[1].split("#")[0],
    }  # fmt: skip
    files = [
        file("list.md", "sig-list.md", KEEP, CUSTOM), file("liaisons.md", "liaisons.md", KEEP, CUSTOM),
        file("aliases", "OWNERS_ALIASES", KEEP, ["## BEGIN CUSTOM CONTENT", "## END CUSTOM CONTENT"]),
    ]  # fmt: skip
    lists = {"sig": "sigs", "wg": "workinggroups", "ug": "usergroups", "committee": "committees"}
    for template, each in ((f"{kind}.md", f"groups.{name} or []") for kind, name in lists.items()):
        files.append(file(template, "{{ group.dir }}/README.md", KEEP, CUSTOM, each=each, **{"as": "group"}))
    return "generate/groups", {"groups": "sigs.yaml"}, words, files


def compact(folder):
    """A short list of all groups, and people of the past."""
    listed, alumni = read(folder, "sig-list.md"), read(folder, "ALUMNI.md")
    words = {
        "header": listed.strip("\n").split("--->")[0] + "--->", "list": listed.split("--->")[1].split("\n\n\n### ")[0].strip("\n"),
        "labels": "https://github.com/kubevirt/kubevirt/labels/", "notes": "[1]:" + listed.split("\n[1]:")[1].rstrip("\n"),
        "alumni_header": alumni.split("--->")[0] + "--->", "alumni": alumni.split("--->")[1].split("\n* ")[0].strip("\n"),
    }  # fmt: skip
    files = [file("compact-list.md", "sig-list.md"), file("alumni.md", "ALUMNI.md")]
    return "generate/groups", {"groups": "sigs.yaml", "alumni": "alumni.yaml"}, words, files


def tables(folder):
    """Tables and lists inside of pages that people write, and a page of details."""
    def section(title, category, **more):
        return {"title": title, "category": category, **more}

    words = {
        "header": read(folder, "sigs.md").split("\n## ")[0].rstrip("\n"), "details": "./sigs.md",
        "chat": "https://cloud-native.slack.com/archives/", "calendars": "https://groups.google.com/a/opentelemetry.io/g/",
        "projects": "https://github.com/orgs/open-telemetry/projects/", "sponsors": "Technical Committee sponsors",
        "liaison": "Governance Committee liaison",
        "collective": "[Technical Committee](./community-members.md#technical-committee)",
        "sections": [
            section("Specification SIGs", "specification"), section("Implementation SIGs", "implementation"),
            section("Cross-Cutting SIGs", "cross-cutting", **{"except": "communications"}),
            section("Localization Teams (part of SIG Communications)", "cross-cutting", parent="communications"),
        ],
    }  # fmt: skip
    files = [
        file("table.md", "README.md", BETWEEN, ["<!-- sigs -->", "<!-- endsigs -->"]), file("details.md", "sigs.md"),
        file("governance.md", "community-members.md", BETWEEN, ["<!-- gc -->", "<!-- endgc -->"]),
        file("technical.md", "community-members.md", BETWEEN, ["<!-- tc -->", "<!-- endtc -->"]),
    ]  # fmt: skip
    return "generate/tables", {"groups": "workstreams.yml", "people": "people.yml"}, words, files


def check(sitegen, source, family, most):
    """How many files are as they should be, and how long that takes."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "copy"
        shutil.copytree(source, folder, ignore=shutil.ignore_patterns(".git"))
        subprocess.run(["chmod", "-R", "u+w", str(folder)], check=True)
        templates, data, words, files = family(folder)
        (folder / "words.yaml").write_text(yaml.safe_dump(words, allow_unicode=True, width=9999), encoding="utf-8")
        entry = {"templates": f"own/{templates}", "data": {**data, "words": "words.yaml"}, "files": files}
        (folder / "sitegen.yaml").write_text(yaml.safe_dump({"generate": entry}, width=9999), encoding="utf-8")
        subprocess.run([sitegen, "templates", "export", templates, "--to", "own"], cwd=folder, check=True, capture_output=True)
        times = []
        for _ in range(5):
            start = time.monotonic()
            done = subprocess.run([sitegen, "generate", "--check"], cwd=folder, capture_output=True, text=True)
            times.append((time.monotonic() - start) * 1000)
        print(f"{source}: {done.stderr.splitlines()[-1]}, {min(times):.0f} ms", flush=True)
        if done.returncode != 0:
            problems.append(f"{source}\n{done.stdout[:3000]}{done.stderr[:3000]}")
        if most and min(times) > most:
            problems.append(f"{source}: {min(times):.0f} ms, more than {most}")


def main():
    sitegen, corpora = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2] if len(sys.argv) > 2 else "../shared/corpora")
    if not corpora.is_dir():
        print(f"No communities at {corpora}: nothing was made.")
        return 0
    most = 100 if "release" in sitegen or "dist" in sitegen else None
    for name, family in (("kubernetes/community", groups), ("kubevirt/community", compact), ("opentelemetry/community", tables)):
        if (corpora / name).is_dir():
            check(sitegen, corpora / name, family, most)
    for problem in problems:
        print(f"FAILED {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
