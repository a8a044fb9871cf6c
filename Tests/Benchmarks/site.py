"""site.py PROGRAM WORK CORPORA FLOOR HUGO RUNS: see run-site.sh, which calls it. FLOOR and HUGO are `-` where they are
not at hand."""

import os
import shutil
import statistics
import subprocess
import sys
import time

program, work, corpora, floor, hugo, runs = sys.argv[1:]
here = os.path.dirname(os.path.abspath(__file__))
output = os.path.join(work, "site")


def measure(command, folder=None):
    """Wall seconds, CPU seconds and peak megabytes: medians of several runs that write to folders made afresh."""
    found = []
    for number in range(int(runs) + 1):
        for made in [output, os.path.join(work, "hugo", "public")]:
            shutil.rmtree(made, ignore_errors=True)
        start = time.monotonic()
        child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        if status:
            raise SystemExit(f"{command} ends with {os.waitstatus_to_exitcode(status)}")
        # The first run fills the caches.
        if number:
            found.append((time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024))
    return [statistics.median(column) for column in zip(*found)]


def build(source):
    return [program, "build", "--source", source, "--output", output, "--as-of", "2026-01-01", "--quiet"]


def report(name, program_name, values, floor_values=None):
    ratio = f"{values[1] / max(floor_values[1], 0.001):8.1f}" if floor_values else "       -"
    print(f"{name:12}{program_name:10}{values[0]:9.3f}{values[1]:9.3f}{values[2]:9.0f}{ratio}", flush=True)


plain = os.path.join(work, "plain")
subprocess.run([sys.executable, os.path.join(here, "plain.py"), plain, "1000"], check=True)
cases = [("content", "content", build("content")), ("plain-1000", plain, build(plain))]
if os.path.isdir(corpora):
    for name in sorted(os.listdir(corpora)):
        path = os.path.join(corpora, name)
        if os.path.isdir(path):
            cases.append((name, path, build(path)))
    cases.append(("all", corpora, [program, "inspect", "--source", corpora, "--format", "json"]))

print(f"{'case':12}{'program':10}{'wall s':>9}{'cpu s':>9}{'peak MB':>9}{'cpu/floor':>10}")
for name, source, command in cases:
    floor_values = None
    if floor != "-":
        # Inspecting writes no site: its floor only parses.
        floor_values = measure([floor, "parse" if name == "all" else "cmark", "1", source, output])
    report(name, "sitegen", measure(command), floor_values)
    if floor_values:
        report(name, "floor", floor_values)
    if name == "plain-1000" and hugo != "-":
        site = os.path.join(work, "hugo")
        shutil.copytree(os.path.join(here, "Hugo"), site)
        shutil.copytree(plain, os.path.join(site, "content"))
        report(name, "hugo", measure([hugo, "--quiet"], site), floor_values)
