"""Commands that write beside documents, and those that read files of other programs: nothing goes where a link leads."""
import json

from case import Case, fifo, folder, link, put

PAGE = "# Example\n\nSee [the guide](GUIDE.md).\n"
DAY = ["--quiet", "--as-of", "2026-01-01"]
OUTSIDE = "outside\n"

INIT = {
    "file that is a link to nowhere": {"sitegen.yaml": link("../../outside/sitegen.yaml")}, "file that is a folder": {"sitegen.yaml": folder}, "ignored files that are a link": {".gitignore": link("../../outside/kept")}, "ignored files that are a FIFO": {".gitignore": fifo},
    "workflows behind a link": {".github": link("../../outside")}, "workflow that is a link": {".github/workflows/governance.yml": link("../../../../../outside/new")}, "workflows that are a file": {".github": "a"}, "name of markup": {"README.md": "# \"><script>a</script>: &a [*b]\n\nText.\n"}, "name of line breaks": {"README.md": "# a\\\n# b: c\x1b[31m\u202e\n"},
    "remote of markup": {".git/config": "[remote \"origin\"]\n\turl = https://github.com/a/b\\n- injected: true\n", ".git/HEAD": "ref: refs/heads/a\u2028b: c\n"},
}
FIX = {
    "document that is a link": {"linked.md": link("../../outside/kept.md")}, "folder that is a link": {"linked": link("../../outside")}, "read-only document": {"page.md": PAGE}, "document of carriage returns": {"page.md": PAGE.replace("\n", "\r\n")}, "document with a byte order mark": {"page.md": "\ufeff" + PAGE}, "document that is not UTF-8": {"page.md": PAGE.encode() + b"\xff\xfe"},
    "name of dashes": {"--write.md": PAGE, "-rf": PAGE}, "name of line breaks": {"a\n+++ b/x\n.md": PAGE},
}
SAVED = {"nothing": "", "no JSON": "{", "nested": "[" * 50_000, "of wrong types": '{"schema": "report/1", "communities": {"a": 1}}', "of another": '{"schema": "sarif"}', "huge numbers": '{"schema": "report/1", "as_of": "2025-01-01", "communities": [{"id": "in", "criteria": [{"id": "GOV-DOC", "verdict": 1e999}], "findings": [{"line": -99999999999999999999}]}]}',
         "of markup": json.dumps({"schema": "report/1", "as_of": "2025-01-01", "communities": [{"id": "\x1b[31m<script>", "criteria": [], "findings": [{"rule": "a\n::error::b", "severity": "error", "message": "\u202e", "locations": [], "fingerprint": "x"}]}]}), "a folder": folder, "a device": link("/dev/zero")}


def outside(files, more=()):
    def make(work):
        put(work / "in/outside/kept", OUTSIDE)
        put(work / "in/outside/kept.md", PAGE)
        for path, content in files.items():
            put(work / "in/a/source" / path, content)
        for path in more:
            (work / "in/a/source" / path).chmod(0o444)
    return make


def kept(work, _):
    names = sorted(path.name for path in (work / "in/outside").rglob("*"))
    if names != ["kept", "kept.md"] or (work / "in/outside/kept").read_text() != OUTSIDE or (work / "in/outside/kept.md").read_text() != PAGE:
        yield f"changed outside of the source: {names}"


def is_yaml(work, runs):
    yield from kept(work, runs)
    file = work / "in/a/source/sitegen.yaml"
    if runs[0].status == 0 and file.is_file():
        text = file.read_text()
        if "\n- injected" in text or any(ord(c) < 0x20 and c != "\n" or c in "\u202e\u2028" for c in text):
            yield f"sitegen.yaml is not what it should be: {text!r}"


def cases():
    readme = {"README.md": "# Example\n\nText.\n", "MAINTAINERS.md": "# Maintainers\n\n| Name | GitHub |\n|---|---|\n| Ada | @ada |\n"}
    for name, files in INIT.items():
        yield Case(f"init, {name}", {f"init, {name}": {}}, ["init", *DAY, "--gitignore", "--ci", "github", "--source", "in/a/source"], exits=(0, 2, 3), shared=False, sound=False, before=outside({**readme, **files}), after=is_yaml, writes=("in/a",))
    for name, files in FIX.items():
        before = outside({**readme, "docs/GUIDE.md": "# Guide\n", **files}, ["page.md"] if "read-only" in name else ())
        yield Case(f"fix, {name}", {f"fix, {name}": {}}, ["fix", *DAY, "--unsafe", "--write", "--source", "in/a/source"], exits=(0, 3), shared=False, sound=False, before=before, after=kept, writes=("in/a",))
    for name, content in SAVED.items():
        yield Case(f"baseline, {name}", {f"baseline, {name}": {"old.json": content}}, ["check", *DAY, "--source", "{in}", "--baseline", "in/old.json"], exits=(0, 1, 2, 3), shared=False, silent=("old.json",))
        yield Case(f"comparison, {name}", {f"comparison, {name}": {"old.json": content}}, ["diff", "in/old.json", "in/old.json"], exits=(0, 2, 3), shared=False)
        if not isinstance(content, str) or name in ("no JSON", "nested", "of wrong types"):
            yield Case(f"cache, {name}", {f"cache, {name}": {"cache.json": content}}, ["links", *DAY, "--source", "{in}", "--online", "--cache", "in/cache.json"], exits=(0, 1, 2, 3), shared=False, writes=("in",))
    for name in ("../a", "/etc/passwd", "generate/../../a", "base.html\0", ""):
        yield Case(f"export, {name!r}", {f"export, {name!r}": {}}, ["templates", "export", name.replace("\0", "%00"), "--to", "in/mine"], exits=(2, 64), shared=False, sound=False, writes=("in",))
    for name, content in (("a device", link("/dev/zero")), ("a folder", folder)):
        yield Case(f"markdown, {name}", {f"markdown, {name}": {"page.md": content}}, ["markdown", "in/page.md"], exits=(0, 2, 3), shared=False, sound=False)
    yield Case("templates, overrides", {"templates of pipes, links and devices": {"mine/index.html": fifo, "mine/base.html": link("/dev/zero"), "mine/assets/site.css": link("/etc/passwd"), "mine/assets/<b>.css": "a", "mine/assets/a\nb.css": "a"}}, ["build", *DAY, "--source", "in", "--templates", "in/mine", "--output", "out"], exits=(0, 2, 3), shared=False)
