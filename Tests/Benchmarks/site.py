"""site.py PROGRAM [--runs N] [--record] [CASE…]: wall and CPU seconds and peak memory of whole runs, cold, medians of N
after one that fills the caches, beside Hugo and a C program that only renders; see run-site.sh, which calls it.

  start        the version, and an explanation on the default content
  content      the default content to a site
  plain-1000   a thousand plain pages to a site: cold, again with nothing changed, and with one task
  plain-10000  ten thousand to a site, cold
  foundation   250 invented communities with 50,000 documents to one site; not run unless named
  corpora      every community of ../shared/corpora to one site, where that folder lies beside the checkout
  clones       each repository in ../clones, or in $CLONES, to a site, with its history, where that folder lies there

Compare only ratios of one run: machines differ. --record puts the results at the head of RESULTS.md."""

import argparse
import datetime
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).resolve().parent
root = here.parents[1]
beside = root.parent
parser = argparse.ArgumentParser()
parser.add_argument("program", type=lambda path: pathlib.Path(path).resolve())
parser.add_argument("--runs", type=int, default=5)
parser.add_argument("--record", action="store_true")
parser.add_argument("cases", nargs="*", default=["start", "content", "plain-1000", "plain-10000", "corpora", "clones"])
arguments = parser.parse_intermixed_args()

# Creating files on a disk varies more from run to run than the programs do, so memory is written to where it can be.
memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) and "TMPDIR" not in os.environ else None
work = pathlib.Path(tempfile.mkdtemp(prefix="sitegen-bench-", dir=memory))
output = work / "site"
rows = []


def hugo():
    """Hugo from `make setup-bench`, or in the path."""
    # Absolute: it is run from the folder of its site.
    installed = sorted((root / ".build-bench").glob("venv/lib/python3*/site-packages/hugo/binaries/hugo*"))
    return str(installed[0]) if installed else shutil.which("hugo")


def run(command, folder, made, remove):
    """Wall seconds, CPU seconds and peak megabytes of one run, after what the last one made is removed."""
    if remove:
        shutil.rmtree(made, ignore_errors=True)
    start = time.monotonic()
    child = subprocess.Popen(
        [str(word) for word in command], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{command} ends with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def measure(*programs):
    """The medians of each program; they run in turn, so that all have the same machine when it grows slow."""
    found = [[] for _ in programs]
    for number in range(arguments.runs + 1):
        for program, values in zip(programs, found):
            values.append(run(*program))
    return [[statistics.median(column) for column in zip(*values[1:])] for values in found]


def ours(*command, made=output, remove=True):
    """The program with these arguments."""
    return [arguments.program, *command], root, made, remove


def row(case, what, values, base=None):
    """Shows a row; `base` is what sitegen needed, so that a ratio above one is how many times it is better."""
    ratios = [f"{value / max(ours, 1e-6):.2f}" for value, ours in zip(values, base)] if base else ["", "", ""]
    cells = [case, what, f"{values[0]:.3f}", f"{values[1]:.3f}", f"{values[2]:.0f}", *ratios]
    rows.append("| " + " | ".join(cells) + " |")
    print(f"{case:26}{what:22}{cells[2]:>9}{cells[3]:>9}{cells[4]:>8}" + "".join(f"{r:>8}" for r in ratios), flush=True)


def phases(source):
    """The times of a run's phases as it says them."""
    shutil.rmtree(output, ignore_errors=True)
    command, folder, _, _ = build(source, "--timings")
    said = subprocess.run([str(word) for word in command], cwd=folder, capture_output=True, text=True).stderr
    # The slowest documents, readers and rules follow, which are of one run alone.
    found = [line.split(" ms  ") for line in said.partition("Slowest")[0].splitlines() if " ms  " in line]
    return ", ".join(f"{name.strip().lower()} {time.strip()}" for time, name in found)


def build(source, *more, made=output, remove=True):
    return ours(
        "build", "--source", source, "--output", made, "--as-of", "2026-01-01", "--quiet", *more, made=made,
        remove=remove)


def tell_phases(source):
    said = phases(source)
    if said:
        rows.append(f"| | phases, ms: {said} | | | | | | |")
        print(f"  phases, ms: {said}", flush=True)


def start():
    row("--version", "sitegen", *measure(ours("--version")))
    row("explain", "sitegen", *measure(ours("explain", "GOV-2ORG", "--as-of", "2026-01-01")))


def content():
    row("content", "sitegen", *measure(build("content")))
    tell_phases("content")


def plain(count):
    source = work / f"plain-{count}"
    subprocess.run([sys.executable, here / "plain.py", source, str(count)], check=True)
    names, programs = ["sitegen"], [build(source)]
    floor = work / "floor"
    try:
        subprocess.run(
            ["cc", "-O2", "-o", floor, here / "floor.c", "-lcmark-gfm", "-lcmark-gfm-extensions"], check=True)
        names.append("floor, 2 processes")
        programs.append(([floor, "2", source, output], root, output, True))
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"not measured: the floor ({error})", file=sys.stderr)
    site = work / "hugo"
    if hugo():
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(here / "Hugo", site)
        shutil.copytree(source, site / "content")
        names.append("Hugo, stripped")
        programs.append(([hugo(), "--quiet"], site, site / "public", True))
    else:
        print("not measured: Hugo (`make setup-bench` installs it)", file=sys.stderr)
    # The same of ten times as many pages would tell nothing new, and takes minutes.
    if count <= 1000:
        names += ["sitegen, one task", "sitegen, unchanged"]
        programs += [build(source, "--jobs", "1"), build(source, made=work / "unchanged", remove=False)]
    found = measure(*programs)
    for name, values in zip(names, found):
        row(f"{count:,} plain pages", name, values, None if values is found[0] else found[0])
    if count <= 1000:
        tell_phases(source)
    shutil.rmtree(site, ignore_errors=True)
    shutil.rmtree(source)


def foundation():
    source = work / "foundation"
    subprocess.run([sys.executable, here / "foundation.py", source, "250"], check=True)
    row("250 communities", "sitegen", *measure(build(source)))
    tell_phases(source)
    shutil.rmtree(source)


def lying(folder):
    if folder.is_dir():
        return True
    print(f"not measured: there is no {folder}", file=sys.stderr)
    return False


def corpora():
    if lying(folder := beside / "shared/corpora"):
        row("corpora", "sitegen", *measure(build(folder)))
        tell_phases(folder)


def clones():
    if lying(folder := pathlib.Path(os.environ.get("CLONES", beside / "clones"))):
        for clone in sorted(path for path in folder.iterdir() if path.is_dir()):
            row(clone.name, "sitegen", *measure(build(clone)))
            tell_phases(clone)


CASES = {
    "start": start, "content": content, "plain-1000": lambda: plain(1000), "plain-10000": lambda: plain(10_000),
    "foundation": foundation, "corpora": corpora, "clones": clones,
}


def record():
    """Puts the results at the head of RESULTS.md."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=root, capture_output=True, text=True).stdout.strip()
    model = next(
        (line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
        platform.machine())
    head = (
        f"## {datetime.date.today()}, {commit}\n\n{model}, {os.cpu_count()} cores, medians of {arguments.runs}, output "
        f"{'in memory' if work.is_relative_to('/dev/shm') else 'on disk'}. The last three columns are multiples of what sitegen needed.\n\n"
        "| case | program | wall s | CPU s | peak MB | wall | CPU | peak |\n|---|---|--:|--:|--:|--:|--:|--:|\n")
    file = here / "RESULTS.md"
    title, _, rest = file.read_text().partition("\n## ")
    file.write_text(title + "\n" + head + "\n".join(rows) + "\n" + (f"\n## {rest}" if rest else ""))


try:
    print(f"{'case':26}{'program':22}{'wall s':>9}{'CPU s':>9}{'peak MB':>8}{'wall':>8}{'CPU':>8}{'peak':>8}")
    for case in arguments.cases:
        CASES[case]()
    if arguments.record:
        record()
finally:
    shutil.rmtree(work)
