"""site.py PROGRAM WORK CORPORA FLOOR RUNS: see run-site.sh, which calls it. FLOOR is `-` where it is not at hand."""

import os
import resource
import shutil
import subprocess
import sys

program, work, corpora, floor, runs = sys.argv[1:]


def cpu(command, output):
    """Least CPU seconds, user and system, of several runs that write to a folder made afresh."""
    least = None
    for _ in range(int(runs)):
        shutil.rmtree(output, ignore_errors=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        least = used if least is None else min(least, used)
    return least


output = os.path.join(work, "site")
kubevirt = os.path.join(corpora, "kubevirt")


def build(source):
    return [program, "build", "--source", source, "--output", output, "--as-of", "2026-01-01", "--quiet"]


cases = [("content", "content", build("content"))]
if os.path.isdir(kubevirt):
    cases.append(("kubevirt", kubevirt, build(kubevirt)))
    cases.append(("corpora", corpora, [program, "inspect", "--source", corpora, "--format", "json"]))

print(f"{'case':10}{'cpu s':>8}{'to content':>12}{'to floor':>10}")
first = None
for name, source, command in cases:
    seconds = cpu(command, output)
    first = first or seconds
    ratio = "-"
    if floor != "-":
        # Inspecting writes no site: its floor only parses.
        mode = "parse" if name == "corpora" else "cmark"
        ratio = f"{seconds / max(cpu([floor, mode, '1', source, output], output), 0.001):.1f}"
    print(f"{name:10}{seconds:8.3f}{seconds / first:12.2f}{ratio:>10}")
