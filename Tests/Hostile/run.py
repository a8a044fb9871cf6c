#!/usr/bin/env python3
"""Builds sites of hostile inputs: run.py [PROGRAM] [--only WORD] [--list] [--slower N].

Holds of every input: the exit code is a documented one, none takes more than five seconds (N times as long for a program
that was built without optimization) or a gibibyte, nothing is
written outside the output, each file is read or named with its reason, and the sound documents beside it are built.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import resource
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
import time

import commands
import configurations
import data
import formats
import markup
import names
import outputs
import records
import repositories
import templates
import text_inputs
import writers
from case import SOUND, put

MOST_SECONDS, MOST_MEMORY = 5, 1024
# A run of several inputs has a little more.
SECONDS_AN_INPUT = 0.1
# Names of files that are documents wherever they are.
DOCUMENTS = re.compile(r"(\.(md|markdown|rst|adoc|txt|ya?ml|json|toml|csv)|^OWNERS|^CODEOWNERS)$", re.IGNORECASE)


def bounded():
    most = int(12 * Run.slower)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))


class Run:
    """What a command did."""

    # How many times as long as an optimized program it may take.
    slower = 1.0

    def __init__(self, program, arguments, folder, environment=None):
        self.program = program
        out, err = tempfile.TemporaryFile(), tempfile.TemporaryFile()
        child = subprocess.Popen([program, *arguments], cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err, preexec_fn=bounded,
                                 env={**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", **(environment or {})})
        timer = threading.Timer(120, child.kill)
        timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        timer.cancel()
        self.status = os.waitstatus_to_exitcode(status)
        # Two runs share the machine with others: what a run did counts, not how long it waited.
        self.work = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        out.seek(0)
        err.seek(0)
        self.out, self.err = out.read(), err.read().decode("utf-8", "replace")

    def faults(self, name, exits, inputs):
        if self.status not in exits:
            yield f"{name}: exit {self.status}, expected one of {exits}: {self.err[-600:]}"
        if "Fatal error" in self.err or "Thread 0 crashed" in self.err:
            yield f"{name}: trapped: {self.err[:300]}"
        if self.work > (MOST_SECONDS + inputs * SECONDS_AN_INPUT) * Run.slower:
            yield f"{name}: {self.work:.1f} s"
        if self.memory > MOST_MEMORY:
            yield f"{name}: {self.memory:.0f} MiB"


def listing(folder, besides):
    """Everything in a folder but what lies in `besides`, with what would tell of a change."""
    result = {}
    for place, folders, files in os.walk(folder):
        folders[:] = [f for f in folders if os.path.join(place, f) not in besides]
        for name in folders + files:
            path = os.path.join(place, name)
            info = os.lstat(path)
            isFolder = stat.S_ISDIR(info.st_mode)
            result[path] = (info.st_mode, 0 if isFolder else info.st_size, 0 if isFolder else info.st_mtime_ns)
    return result


def printable(text):
    """A path as diagnostics write it."""
    def shown(c):
        n = ord(c)
        hidden = n < 0x20 or 0x7F <= n < 0xA0 or n in (0x200E, 0x200F) or 0x202A <= n <= 0x202E or 0x2066 <= n <= 0x2069
        return f"\\u{{{n:x}}}" if hidden else c
    return "".join(shown(c) for c in text)


def check_case(program, case, work):
    """Faults of one case, its seconds and its memory."""
    shutil.rmtree(work, ignore_errors=True)
    source, output = work / "in", work / "out"
    source.mkdir(parents=True)
    if case.sound:
        for path, text in SOUND.items():
            put(source / path, text)
    for number, (name, files) in enumerate(case.inputs.items()):
        folder = source / f"{number:02}" if case.shared else source
        for path, content in files.items():
            put(folder / path if isinstance(path, str) else pathlib.Path(os.fsdecode(os.fsencode(folder) + b"/" + path)), content)
    if case.before:
        case.before(work)
    beside = [str(work / name) for name in ("out", ".out.sitegen", *case.writes)]
    before = listing(work, beside)
    folders = {"{in}": "in", "{out}": "out"}
    faults, runs = [], []
    if case.command is not None:
        arguments = [folders.get(a, a) for a in case.command]
        runs.append(Run(program, arguments, work, case.environment))
        faults += runs[-1].faults(case.name, case.exits, len(case.inputs))
    else:
        common = ["--quiet", "--as-of", "2026-01-01", "--source", "in"]
        runs.append(Run(program, ["build", *common, "--output", "out"], work, case.environment))
        faults += runs[-1].faults(f"{case.name}, build", case.exits, len(case.inputs))
        runs.append(Run(program, ["inspect", "--as-of", "2026-01-01", "--source", "in", "--format", "json"], work, case.environment))
        faults += runs[-1].faults(f"{case.name}, inspect", case.exits, len(case.inputs))
        if runs[-1].status in (0, 3):
            faults += unread(case, runs[-1])
        if case.sound and case.exits != (2,):
            for path in SOUND:
                if not (output / "in" / "documents" / path / "index.html").exists():
                    faults.append(f"{case.name}: no page of the sound {path}")
    for words in case.says:
        if not any(words in run.err for run in runs):
            faults.append(f"{case.name}: nothing said `{words}`: {runs[-1].err[:600]}")
    after = listing(work, beside)
    for path in sorted(set(before) ^ set(after)) + [p for p in before if p in after and before[p] != after[p]]:
        faults.append(f"{case.name}: changed outside of the output: {path!r}")
    if case.after:
        faults += [f"{case.name}: {fault}" for fault in case.after(work, runs)]
    shutil.rmtree(work, ignore_errors=True)
    return faults, sum(run.work for run in runs), max(run.memory for run in runs)


def unread(case, run):
    """Files that were neither read nor named."""
    try:
        report = json.loads(run.out.decode("utf-8"))
    except ValueError as error:
        yield f"{case.name}: inspect wrote no JSON: {error}"
        return
    read = {file["path"]: file for file in report["files"]}
    for path, people in (("MAINTAINERS.md", 3), ("GOVERNANCE.md", 0)):
        if case.sound and len(read.get(path, {}).get("people", [])) < people:
            yield f"{case.name}: the sound {path} was not read"
    for number, (name, files) in enumerate(case.inputs.items()):
        for path in files:
            path = path if isinstance(path, str) else path.decode("utf-8", "replace")
            whole = f"{number:02}/{path}" if case.shared else path
            if not DOCUMENTS.search(path.split("/")[-1]) or name in case.silent or path in case.silent:
                continue
            if whole not in read and printable(whole) not in run.err:
                yield f"{case.name}, {name}: {whole!r} was neither read nor named"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", nargs="?", default=".build/debug/sitegen")
    parser.add_argument("--only", default="")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--slower", type=float, default=1.0)
    arguments = parser.parse_args()
    Run.slower = arguments.slower
    program = os.path.abspath(arguments.program)
    modules = [text_inputs, data, markup, names, configurations, outputs, templates, repositories, commands, formats, records, writers]
    cases = [case for module in modules for case in module.cases()]
    inputs = [f"{case.name}: {name}" for case in cases for name in case.inputs]
    if arguments.list:
        print("\n".join(inputs))
        return
    cases = [c for c in cases if arguments.only in c.name or any(arguments.only in name for name in c.inputs)]
    assert len(inputs) >= 300 and len(set(inputs)) == len(inputs)
    start, faults, memory, slowest, work_done = time.monotonic(), [], 0, (0, ""), 0
    with tempfile.TemporaryDirectory() as work, concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        futures = {pool.submit(check_case, program, case, pathlib.Path(work) / str(i)): case for i, case in enumerate(cases)}
        for future in concurrent.futures.as_completed(futures):
            found, seconds, most = future.result()
            work_done += seconds
            memory, slowest = max(memory, most), max(slowest, (seconds, futures[future].name))
            for fault in found:
                print(fault, flush=True)
            faults += found
    took = time.monotonic() - start
    tried = sum(len(case.inputs) for case in cases)
    print(f"{tried} inputs in {len(cases)} runs, {took:.0f} s ({work_done:.0f} s of work), {memory:.0f} MiB, slowest {slowest[0]:.1f} s ({slowest[1]}); {len(faults)} faults")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
