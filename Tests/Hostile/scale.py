#!/usr/bin/env python3
"""Builds portfolios of 1,000 communities and of 2,000 repositories: scale.py [PROGRAM] [COMMUNITIES] [REPOSITORIES].

Prints seconds and memory of each, and fails above 60 s and 2 GiB for the communities and 10 s for the repositories
(release binary).
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time


def maintainers(number):
    rows = "".join(f"| Person {number} {i} | @person-{number}-{i} | Employer {i % 3} |\n" for i in range(5))
    return f"# Maintainers\n\n| Name | GitHub | Employer |\n|---|---|---|\n{rows}"


def community(folder, number):
    files = {
        "project/README.md": f"# Project {number}\n\nSoftware that does thing {number}.\n",
        "project/MAINTAINERS.md": maintainers(number),
        "project/GOVERNANCE.md": "# Governance\n\n## Voting\n\nA proposal passes with two thirds of the maintainers.\n",
        "project/ADOPTERS.md": f"# Adopters\n\n| Organization | Since |\n|---|---|\n| User {number} | 2024 |\n",
        "project/SECURITY.md": "# Security\n\nReport to security@example.org.\n",
    }
    for path, text in files.items():
        file = folder / f"community-{number}" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def repository(folder, number):
    file = folder / f"repository-{number}" / "OWNERS"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"approvers:\n  - person-{number % 50}\nreviewers:\n  - person-{number % 70}\n")
    (file.parent / "README.md").write_text(f"# Repository {number}\n\nPart {number}.\n")


def measured(program, source, output, environment):
    start = time.time()
    child = subprocess.Popen(
        [program, "build", "--quiet", "--as-of", "2026-01-01", "--source", str(source), "--output", str(output)],
        env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    return os.waitstatus_to_exitcode(status), time.time() - start, usage.ru_maxrss / 1024


def main():
    program = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/release/sitegen")
    counts = [int(a) for a in sys.argv[2:4]] + [1000, 2000][len(sys.argv[2:4]):]
    failed = False
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        for name, make, count, seconds in (("communities", community, counts[0], 60), ("repositories", repository, counts[1], 10)):
            source = work / name
            for number in range(count):
                make(source, number)
            status, took, memory = measured(program, source, work / f"{name}-site", dict(os.environ))
            size = sum(f.stat().st_size for f in (work / f"{name}-site").rglob("*") if f.is_file()) / 1e6
            print(f"{count} {name}: exit {status}, {took:.1f} s, {memory:.0f} MiB, site of {size:.0f} MB")
            failed |= status != 0 or took > seconds or memory > 2048
    sys.exit(failed)


if __name__ == "__main__":
    main()
