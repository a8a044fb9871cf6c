#!/usr/bin/env python3
"""Measures how the work for a file grows with it: growth.py PROGRAM [--kinds A,B] [--units A,B] [--size BYTES] [--part I/N].

Each unit of `texts.py` is repeated in each kind of file to a megabyte (SIZE), and a whole site is built of the file alone.
What takes longer than noise is built of a half and of a quarter, too. The table names each cell whose CPU time grows more
than 2.3 times when the text doubles, and each whose megabyte takes more than two seconds (times SLOWNESS, for a debug
binary) without a limit being named.
"""
import argparse
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

import texts

MOST_GROWTH = 2.3
# Bytes of address space: what grows with the square of the text must not take the machine with it.
MEMORY = 3 << 30
# Below this a run is start-up and noise: its growth says nothing, and a megabyte is far below its limit.
LEAST = 0.5


def run(program, folder, seconds):
    """User and system time of one build, its exit code and what it said; no time when it took too long."""
    errors = tempfile.TemporaryFile()

    def bounded():
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    child = subprocess.Popen(
        [program, "build", "--jobs", "1", "--quiet", "--as-of", "2026-01-01", "--source", str(folder / "in"), "--output", str(folder / "out")],
        stdout=subprocess.DEVNULL, stderr=errors, preexec_fn=bounded)
    _, status, usage = os.wait4(child.pid, 0)
    errors.seek(0)
    status = os.waitstatus_to_exitcode(status)
    return (None if status in (-9, -24) else usage.ru_utime + usage.ru_stime), status, errors.read().decode("utf-8", "replace")


def cell(program, kind, unit, arguments, work, least):
    """The times of a quarter, a half and the whole, with what was wrong; `least` keeps the least time of each size."""
    times, wrong = [], []
    folder = work / "cell"
    for size in [arguments.size, arguments.size // 2, arguments.size // 4]:
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "in").mkdir(parents=True)
        (folder / "in" / texts.KINDS[kind][0]).write_bytes(texts.text(kind, unit, size))
        took, status, said = run(program, folder, arguments.seconds)
        if took is None:
            wrong.append(f"{size} bytes: over {arguments.seconds} s")
            times.insert(0, arguments.seconds)
            continue
        if status not in (0, 3):
            return times, [f"{size} bytes: exit {status}: {said[:300]}"]
        least[size] = min(least.get(size, arguments.seconds), max(0, took - arguments.start))
        times.insert(0, least[size])
        if times[0] <= LEAST * arguments.slowness:
            break
    for before, after in zip(times, times[1:]):
        if after > LEAST * arguments.slowness and after > MOST_GROWTH * max(before, LEAST * arguments.slowness / 4):
            wrong.append(f"x{after / max(before, 0.001):.1f}")
    whole = times[-1] * 1_000_000 / arguments.size
    if whole > 2 * arguments.slowness:
        wrong.append(f"{whole:.1f} s for a megabyte")
    return times, wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--kinds")
    parser.add_argument("--units")
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--slowness", type=float, default=1, help="times as slow as a release binary")
    parser.add_argument("--part", default="1/1", help="which of how many parts of the cells")
    arguments = parser.parse_args()
    arguments.program = os.path.abspath(arguments.program)
    kinds = arguments.kinds.split(",") if arguments.kinds else list(texts.KINDS)
    units = arguments.units.split(",") if arguments.units else list(texts.UNITS)
    part, parts = (int(number) for number in arguments.part.split("/"))
    faults, slowest, cells = 0, 0, [(kind, unit) for kind in kinds for unit in units][part - 1::parts]
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        (work / "empty" / "in").mkdir(parents=True)
        (work / "empty" / "in" / "README.md").write_text("# Example\n")
        arguments.start = min(run(arguments.program, work / "empty", 60)[0] for _ in range(3))
        for kind, unit in cells:
            # The work of others on the machine can make a run long, never short: the least of five counts.
            least = {}
            for _ in range(5):
                times, wrong = cell(arguments.program, kind, unit, arguments, work, least)
                # What took too long is no noise.
                if not wrong or max(times, default=0) >= arguments.seconds:
                    break
            faults += bool(wrong)
            slowest = max([slowest, *times])
            if wrong:
                print(f"{kind} | {unit} | {' '.join(f'{t:.2f}' for t in times)} | {', '.join(wrong)}", flush=True)
    print(f"{len(cells)} cells, {faults} faults; slowest {slowest:.2f} s, start-up {arguments.start:.2f} s")
    sys.exit(faults > 0)


if __name__ == "__main__":
    main()
