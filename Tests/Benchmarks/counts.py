"""counts.py [--write]: builds `Counts` for release and counts the instructions of its cases under callgrind, which are the
same on a busy machine. Fails when one needs 3 % more than Counts/expected.json says; one that needs 3 % less is to be
stored with --write, so that it cannot be lost again."""

import json
import os
import pathlib
import re
import subprocess
import sys

CASES = ["parse", "render", "places", "templates-load", "templates-render", "json"]
TOLERANCE = 0.03
folder = pathlib.Path(__file__).resolve().parent / "Counts"
stored = folder / "expected.json"

subprocess.run(
    # Debug information of Swift is more than valgrind can read.
    ["swift", "build", "--quiet", "-c", "release", "--package-path", str(folder), "-Xlinker", "-s"], check=True)
program = folder / ".build/release/counts"
# Sets are in the same order every time; the C library takes the same ways on every processor.
environment = dict(
    os.environ, SWIFT_DETERMINISTIC_HASHING="1",
    GLIBC_TUNABLES="glibc.cpu.hwcaps=-AVX2,-AVX512F,-AVX512VL,-AVX512BW,-ERMS,-FSRM,-EVEX")


def instructions(case):
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", str(program), case],
        env=environment, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode or not found:
        sys.exit(f"{case} cannot be counted:\n{run.stderr}")
    return int(found[1])


# What the process needs to begin is no work of ours.
start = instructions("nothing")
counts = {case: instructions(case) - start for case in CASES}
if "--write" in sys.argv:
    stored.write_text(json.dumps(counts, indent=2) + "\n")
    sys.exit()
expected = json.loads(stored.read_text())
failed = False
for case, count in counts.items():
    ratio = count / expected[case]
    verdict = "" if abs(ratio - 1) <= TOLERANCE else "more than before" if ratio > 1 else "less: store it"
    failed |= ratio > 1 + TOLERANCE
    print(f"{case:18}{count:15,}{ratio - 1:+9.2%}  {verdict}")
sys.exit("error: see docs/profiling.md for how to find what needs more" if failed else 0)
