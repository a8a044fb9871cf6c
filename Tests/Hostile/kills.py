#!/usr/bin/env python3
"""Kills builds, fills their disk, takes their folder away and lets two run at once: kills.py [PROGRAM] [--rounds N].

What lies in the output is held against the two whole sites: it is always one of them, the next build repairs what is left,
is never refused, and nothing stays beside the output. Half of the kills come once the last file is made, while the sites
change places; a fifth meet a first build. A held lock is named.
"""
import argparse
import ctypes
import fcntl
import hashlib
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time


def source(folder, title):
    folder.mkdir()
    (folder / "MAINTAINERS.md").write_text("# Maintainers\n\n| Name | Employer |\n|--|--|\n| [Ada](https://github.com/ada) | Example |\n")
    for number in range(120):
        (folder / f"page-{number}.md").write_text(f"# {title} {number}\n\n" + f"Some words of {title}.\n\n" * 40)
    return folder


def tree(folder):
    """The site's files with their hashes; None where there is no site."""
    if not folder.exists():
        return None
    return {str(f.relative_to(folder)): hashlib.sha256(f.read_bytes()).hexdigest() for f in sorted(folder.rglob("*")) if f.is_file()}


class Kills:
    def __init__(self, program, work):
        self.program, self.work, self.faults = program, work, []
        self.sources = [source(work / name, name.title()) for name in ("one", "two")]
        self.wholes, self.longest = [], 0
        for number, folder in enumerate(self.sources):
            start = time.time()
            subprocess.run(self.command(folder, work / f"whole-{number}"), check=True)
            self.longest = max(self.longest, time.time() - start)
            self.wholes.append(tree(work / f"whole-{number}"))

    def command(self, source, output, *options):
        return [self.program, "build", "--quiet", "--as-of", "2026-01-01", "--source", str(source), "--output", str(output), *options]

    def build(self, number, output):
        return subprocess.run(self.command(self.sources[number], output), capture_output=True, text=True)

    def left(self, output):
        """What lies beside an output that is not it."""
        return (output.parent / f".{output.name}.sitegen").exists() or (output / ".sitegen").exists()

    def repaired(self, name, number, output):
        """The next build is not refused, makes the whole site and leaves nothing beside it."""
        run = self.build(number, output)
        if run.returncode:
            self.faults.append(f"{name}: the next build ends with {run.returncode}: {run.stderr[:300]}")
        elif tree(output) != self.wholes[number]:
            self.faults.append(f"{name}: the next build left something else")
        if self.left(output):
            self.faults.append(f"{name}: orphans")

    def kill(self, rounds):
        output, killed, half, firsts, swaps = self.work / "out", 0, 0, 0, 0
        for number in range(rounds):
            if number % 5 == 0:
                shutil.rmtree(output, ignore_errors=True)
                firsts += 1
            before, left = tree(output), self.left(output)
            # A build of what is there already would change nothing.
            other = self.sources[before == self.wholes[0]]
            child = subprocess.Popen(self.command(other, output), stderr=subprocess.DEVNULL)
            if number % 2:
                time.sleep(self.longest * random.random())
            else:
                swaps += self.wait_for_swap(child, output)
            child.send_signal(signal.SIGKILL if number % 3 else signal.SIGINT)
            status = child.wait()
            killed += status < 0 or status == 130
            half += self.left(output)
            after = tree(output)
            if after != before and after not in self.wholes:
                self.faults.append(f"kill {number}: a mixture, status {status}")
            if status in (-signal.SIGINT, 130) and not left and self.left(output):
                self.faults.append(f"kill {number}: Ctrl-C left files")
            # Every other time what one kill left meets the next kill, too.
            if number % 2 or number == rounds - 1:
                self.repaired(f"kill {number}", number // 2 % 2, output)
        return f"{rounds} kills ({killed} met a build, {swaps} its swap, {half} left files, {firsts} first builds)"

    def wait_for_swap(self, child, output):
        """Returns up to three milliseconds after the manifest, the last file, is made; whether the build still ran."""
        last = str(output.parent / f".{output.name}.sitegen" / "tree" / "manifest.json")
        while child.poll() is None and not os.path.exists(last):
            pass
        end = time.perf_counter() + 0.003 * random.random()
        while time.perf_counter() < end:
            pass
        return child.poll() is None

    def two_at_once(self, rounds):
        output = self.work / "both"
        for number in range(rounds):
            if number % 10 == 0:
                shutil.rmtree(output, ignore_errors=True)
            builds = [subprocess.Popen(self.command(folder, output), stderr=subprocess.DEVNULL) for folder in self.sources]
            statuses = [build.wait() for build in builds]
            if statuses != [0, 0]:
                self.faults.append(f"two at once {number}: end with {statuses}")
            if tree(output) not in self.wholes:
                self.faults.append(f"two at once {number}: a mixture")
            if self.left(output):
                self.faults.append(f"two at once {number}: orphans")
        return f"{rounds} times two builds at once"

    def held(self):
        """A build says who holds the lock, and goes on when it is given back."""
        output = self.work / "held"
        beside = self.work / ".held.sitegen"
        beside.mkdir()
        with open(beside / "holder", "w") as holder:
            holder.write("process 4194000\n")
            holder.flush()
            fcntl.flock(holder, fcntl.LOCK_EX)
            child = subprocess.Popen([c for c in self.command(self.sources[0], output) if c != "--quiet"], stderr=subprocess.PIPE, text=True)
            time.sleep(self.longest * 2 + 1)
            if child.poll() is not None or output.exists():
                self.faults.append("held lock: the build did not wait")
        _, said = child.communicate()
        if child.returncode or tree(output) != self.wholes[0] or self.left(output):
            self.faults.append(f"held lock: the build that waited ends with {child.returncode}: {said[:300]}")
        if "process 4194000" not in said:
            self.faults.append(f"held lock: nobody was named: {said[:300]}")
        return "a held lock"

    def vanished(self, rounds):
        """The folder above the output is removed while a build runs."""
        parent = self.work / "gone"
        for number in range(rounds):
            parent.mkdir(exist_ok=True)
            child = subprocess.Popen(self.command(self.sources[0], parent / "out"), stderr=subprocess.DEVNULL)
            time.sleep(self.longest * random.random() * 1.1)
            shutil.rmtree(parent, ignore_errors=True)
            status = child.wait()
            if status not in (0, 3):
                self.faults.append(f"vanished {number}: ends with {status}")
            parent.mkdir(exist_ok=True)
            self.repaired(f"vanished {number}", 1, parent / "out")
            shutil.rmtree(parent, ignore_errors=True)
        return f"{rounds} vanished folders"

    # What follows needs a mount namespace of its own.

    def full_disk(self, rounds):
        """Builds a second site where there is room for a part of it; what is there stays, or is the new one."""
        disk = self.work / "disk"
        disk.mkdir()
        output = disk / "out"
        size = lambda folder: sum(-(-f.stat().st_size // 4096) * 4 for f in folder.rglob("*") if f.is_file())
        for number in range(rounds):
            subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "none", str(disk)], check=True)
            try:
                first = number % 3 == 0
                if not first:
                    subprocess.run(self.command(self.sources[0], output), check=True)
                room = size(disk) + int(size(self.work / "whole-1") * random.random()) + 8
                subprocess.run(["mount", "-o", f"remount,size={room}k", str(disk)], check=True)
                status = self.build(1, output).returncode
                if tree(output) not in ([None, {}, self.wholes[1]] if first else self.wholes):
                    self.faults.append(f"full disk {number}: a mixture, status {status}")
                if status not in (0, 3):
                    self.faults.append(f"full disk {number}: ends with {status}")
                subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
                self.repaired(f"full disk {number}", 1, output)
                if os.listdir(disk) != ["out"]:
                    self.faults.append(f"full disk {number}: orphans {os.listdir(disk)}")
            finally:
                subprocess.run(["umount", str(disk)])
        return f"{rounds} full disks"

    def read_only(self):
        """A folder that cannot be written to: the site stays, and the build says so."""
        disk = self.work / "fixed"
        disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "none", str(disk)], check=True)
        try:
            for name in ("out", "deep/out"):
                output = disk / name
                subprocess.run(self.command(self.sources[0], output), check=True)
                subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
                run = self.build(1, output)
                if run.returncode != 3 or str(disk) not in run.stderr or tree(output) != self.wholes[0]:
                    self.faults.append(f"read-only {name}: ends with {run.returncode}: {run.stderr[:300]}")
                subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
                self.repaired(f"read-only {name}", 1, output)
        finally:
            subprocess.run(["umount", str(disk)])
        return "read-only folders"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", nargs="?", default=".build/debug/sitegen")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    random.seed(arguments.seed)
    # A namespace of our own, so that nobody else sees the disks.
    alone = ctypes.CDLL(None).unshare(0x20000) == 0 and not subprocess.run(["mount", "--make-rprivate", "/"]).returncode
    rounds, few = arguments.rounds, max(3, arguments.rounds // 5)
    with tempfile.TemporaryDirectory() as work:
        kills = Kills(os.path.abspath(arguments.program), pathlib.Path(work))
        done = [kills.kill(rounds), kills.two_at_once(rounds), kills.held(), kills.vanished(few)]
        done += [kills.full_disk(few), kills.read_only()] if alone else ["no disk can be mounted here: none was filled"]
    print("\n".join(kills.faults[:30]))
    print(f"{', '.join(done)}; seed {arguments.seed}; {len(kills.faults)} faults")
    sys.exit(bool(kills.faults))


if __name__ == "__main__":
    main()
