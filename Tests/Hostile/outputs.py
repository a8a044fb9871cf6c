"""Output folders, surroundings and command lines that are not as they should be."""
import hashlib
import json
import os
import subprocess

from case import Case, fifo, folder, link, put

PAGE = "# Example\n\nText.\n"
BUILD = ["build", "--quiet", "--as-of", "2026-01-01", "--source", "in", "--output", "out"]
FORGED = json.dumps({"schema": "manifest/1", "generator": "sitegen", "version": "0.1.0", "inputs": {}, "outputs": {"mine.txt": hashlib.sha256(b"other words").hexdigest(), "../in/a.md": hashlib.sha256(PAGE.encode()).hexdigest()}})
EMPTY = json.dumps({"schema": "manifest/1", "generator": "sitegen", "version": "0.1.0", "inputs": {}, "outputs": {}})

PLACES = {
    "a FIFO in place of a page": ({"index.html": fifo, "manifest.json": EMPTY}, (0,)), "a folder in place of a page": ({"index.html/mine.txt": "mine", "manifest.json": EMPTY}, (0,)), "a file in place of a folder": ({"assets": "mine", "manifest.json": EMPTY}, (0,)),
    "a link in place of a page": ({"index.html": link("/etc/passwd"), "manifest.json": EMPTY}, (0,)), "a link in place of a folder": ({"assets": link("/tmp"), "manifest.json": EMPTY}, (0,)), "a folder named as we name our work": ({".sitegen/mine.txt": "mine", "manifest.json": EMPTY}, (0,)),
    "a staged file of an earlier version": ({"index.html.sitegen-new": folder, "manifest.json": EMPTY}, (0,)), "a FIFO of an earlier version": ({"index.html.sitegen-new": fifo, "manifest.json": EMPTY}, (0,)), "a manifest that lists a file of somebody else": ({"mine.txt": "mine", "manifest.json": FORGED}, (0, 2)),
    "a manifest that is a document": ({"manifest.json": "generator: sitegen\n", "a.txt": "mine"}, (2,)), "files of somebody else": ({"a.txt": "mine"}, (2,)), "a manifest that is a FIFO": ({"manifest.json": fifo}, (2,)), "a manifest that is a link": ({"manifest.json": link("a.json"), "a.json": EMPTY}, (2,)), "a manifest nested deeply": ({"manifest.json": '{"a":' * 50_000}, (2,)),
}


def filled(files):
    def make(work):
        for path, content in files.items():
            put(work / "out" / path, content)
    return make


def keeps_mine(work, runs):
    mine = [file for file in (work / "out").rglob("mine.txt")]
    if (work / "in").exists() and any("mine" == file.read_text() for file in mine) is False and runs[0].status == 0:
        yield "a file of somebody else is gone"


def shell(command): return ["sh", "-c", command]


def cases():
    for name, (files, exits) in PLACES.items():
        keeps = any("mine.txt" in path for path in files)
        yield Case(f"output, {name}", {f"output with {name}": {"a.md": PAGE}}, BUILD, exits=exits, shared=False, before=filled(files), after=keeps_mine if keeps else None)
    yield Case("output, a file", {"output that is a file": {"a.md": PAGE}}, BUILD, exits=(2,), shared=False, before=lambda work: put(work / "out", "mine"))
    yield Case("output, a link", {"output that is a link": {"a.md": PAGE}}, BUILD, exits=(0,), shared=False, before=lambda work: ((work / "real").mkdir(), (work / "out").symlink_to("real")), writes=("real",))
    yield Case("output, a link to nowhere", {"output that is a link to nowhere": {"a.md": PAGE}}, BUILD, exits=(2, 3), shared=False, before=lambda work: (work / "out").symlink_to("nowhere/at/all"))
    yield Case("output, below a file", {"output below a file": {"a.md": PAGE}}, BUILD[:-1] + ["in/a.md/out"], exits=(2, 3), shared=False)
    yield Case("output, on a device", {"output that is a device": {"a.md": PAGE}}, BUILD[:-1] + ["/dev/null"], exits=(2, 3), shared=False)
    yield Case("output, in /proc", {"output where nothing can be written": {"a.md": PAGE}}, BUILD[:-1] + ["/proc/out"], exits=(2, 3), shared=False)
    yield Case("output, of a long name", {"output of a long name": {"a.md": PAGE}}, BUILD[:-1] + ["x" * 300], exits=(2, 3), shared=False)
    yield Case("output, empty name", {"output without a name": {"a.md": PAGE}}, BUILD[:-1] + [""], exits=(2, 3), shared=False)
    for name, arguments, exits in [
        ("unknown option", ["build", "--nothing"], (2,)), ("unknown command", ["nothing-at-all", "x"], (2,)), ("no tasks", ["build", "--jobs", "0"], (2,)), ("many tasks", ["build", "--jobs", "99999999999999999999"], (2,)), ("day of no calendar", ["build", "--as-of", "2026-02-30"], (2,)),
        ("source that is a file", ["build", "--source", "in/a.md"], (2,)), ("source that is nowhere", ["build", "--source", "nowhere"], (2,)), ("source of a NUL-like name", ["build", "--source", "\x01"], (2,)), ("format of none", ["report", "--source", "in", "--format", "none"], (2,)), ("templates nowhere", ["build", "--source", "in", "--output", "out", "--templates", "nowhere"], (2, 3)),
        ("path outside", ["inspect", "--source", "in", "../../etc/passwd"], (3,)), ("level of none", ["report", "--source", "in", "--level", "none"], (2,)), ("community of none", ["report", "--source", "in", "--community", "none"], (2,)), ("rule of none", ["explain", "--source", "in", "none"], (2,)), ("Markdown file of a FIFO-like device", ["markdown", "/dev/null"], (0, 2, 3)), ("long argument", ["inspect", "--source", "in", "x" * 100_000], (3,)),
    ]:
        yield Case(f"command line, {name}", {f"command line with {name}": {"a.md": PAGE}}, arguments, exits=exits, shared=False)
    surroundings = {
        "day before the epoch": ({"SOURCE_DATE_EPOCH": "-1"}, (0, 2)), "day without end": ({"SOURCE_DATE_EPOCH": "9" * 50}, (0, 2)), "day of letters": ({"SOURCE_DATE_EPOCH": "abc"}, (0, 2)), "zone of another world": ({"TZ": "../../etc/passwd"}, (0,)), "locale of none": ({"LC_ALL": "xx_YY.UTF-99"}, (0,)), "no path": ({"PATH": ""}, (0,)),
        "no home": ({"HOME": "/nowhere"}, (0,)), "git of another": ({"GIT_DIR": "/nowhere", "GIT_WORK_TREE": "/", "GIT_OBJECT_DIRECTORY": "/nowhere"}, (0,)), "pager": ({"PAGER": "touch pager-ran", "GIT_PAGER": "touch pager-ran"}, (0,)), "external difference": ({"GIT_EXTERNAL_DIFF": "touch diff-ran"}, (0,)),
    }
    for name, (environment, exits) in surroundings.items():
        yield Case(f"surroundings, {name}", {f"surroundings, {name}": {"a.md": PAGE}}, ["report", "--quiet", "--source", "in"], exits=exits, shared=False, environment=environment)
    yield Case("streams", {"closed and full streams": {"a.md": PAGE}}, ["--version"], shared=False, after=streams)


def streams(work, runs):
    """Standard output closed, full or a broken pipe; few open files; little memory."""
    program = runs[0].program
    for name, command, expected in [
        ("standard output closed", f"{program} report --source in >&-", (3,)), ("standard error closed", f"{program} report --quiet --source in 2>&- >/dev/null", (0,)), ("full device", f"{program} report --source in >/dev/full", (3,)), ("all closed", f"{program} build --source in --output out <&- >&- 2>&-", (0, 3)),
        ("four open files", f"ulimit -n 4; {program} build --quiet --source in --output out2", (0, 3)), ("six open files", f"ulimit -n 6; {program} build --quiet --source in --output out3", (0, 3)), ("files of a block", f"ulimit -f 1; {program} build --quiet --source in --output out4", (3, 153, -25)), ("no core, no stack", f"ulimit -s 512; {program} report --quiet --source in >/dev/null", (0, 3)),
    ]:
        run = subprocess.run(["sh", "-c", command], cwd=work, capture_output=True, text=True, timeout=60)
        if run.returncode not in expected or "Fatal error" in run.stderr or "Backtrace" in run.stderr or "Crash" in run.stderr:
            yield f"{name}: exit {run.returncode}: {run.stderr[:300]}"
