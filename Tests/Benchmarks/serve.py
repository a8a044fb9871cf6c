#!/usr/bin/env python3
"""Time from writing a file to the event that a browser gets from `sitegen serve`, and what many edits leave behind.

    serve.py SITEGEN SOURCE FILE [--edits N] [--pause SECONDS]

SOURCE is copied; FILE is a Markdown document in it. Prints the median and the longest time of the edits in milliseconds,
and descriptors and resident memory before and after them.
"""
import argparse
import os
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import tempfile
import time


class Events:
    """The stream of events; `next` waits for one and gives its kind and when it came."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.sendall(f"GET /_sitegen/events HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
        self.rest = b""

    def next(self, patience):
        self.socket.settimeout(patience)
        while True:
            found = re.search(rb"event: (\w+)\ndata: ?(\d*)\n\n", self.rest)
            if found:
                self.rest = self.rest[found.end():]
                return found[1].decode(), time.monotonic()
            part = self.socket.recv(65536)
            if not part:
                raise SystemExit("the stream ended")
            self.rest += part

    def quiet(self, seconds):
        """Takes what comes until nothing has for so long."""
        while True:
            try:
                self.next(seconds)
            except TimeoutError:
                return


def state(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    return len(os.listdir(f"/proc/{process.pid}/fd")), int(re.search(r"VmRSS:\s+(\d+)", status)[1]) // 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sitegen")
    parser.add_argument("source")
    parser.add_argument("file")
    parser.add_argument("--edits", type=int, default=10)
    parser.add_argument("--pause", type=float, default=20)
    arguments = parser.parse_intermixed_args()
    with tempfile.TemporaryDirectory(dir="/dev/shm") as name:
        source = pathlib.Path(name) / "source"
        shutil.copytree(arguments.source, source, symlinks=True)
        begin = time.monotonic()
        process = subprocess.Popen(
            [os.path.abspath(arguments.sitegen), "serve", "--source", str(source), "--as-of", "2026-11-21"],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        try:
            port = None
            for line in process.stderr:
                if found := re.search(r"http://localhost:(\d+)/", line):
                    port = int(found[1])
                    break
            subprocess.Popen(["cat"], stdin=process.stderr, stdout=subprocess.DEVNULL)
            print(f"ready after {time.monotonic() - begin:.1f} s", flush=True)
            events = Events(port)
            events.quiet(2)
            before = state(process)
            file = source / arguments.file
            text = file.read_text(encoding="utf-8")
            times = []
            for number in range(arguments.edits):
                begin = time.monotonic()
                file.write_text(text + f"\nEdit {number}.\n", encoding="utf-8")
                kind, end = events.next(600)
                times.append((end - begin) * 1000)
                # The site that follows from the edit comes later; the next edit waits for it.
                events.quiet(arguments.pause)
            after = state(process)
            print(f"{arguments.edits} edits: median {statistics.median(times):.0f} ms, longest {max(times):.0f} ms")
            print(f"descriptors, MB: {before} before, {after} after")
        finally:
            process.kill()


if __name__ == "__main__":
    main()
