#!/usr/bin/env python3
"""Checks `sitegen links --online` against a server on this machine that misbehaves in every way that servers do.

    run.py SITEGEN

Prints each step; exit code 1 when one fails.
"""
import collections
import http.server
import json
import pathlib
import socket
import subprocess
import sys
import tempfile
import threading
import time

REQUESTS = collections.defaultdict(list)  # path -> [(method, time)]
LOCK = threading.Lock()
MOST = collections.Counter()  # how many requests there were at once
NOW = collections.Counter()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def log_message(self, *_):
        pass

    def answer(self, status, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def serve(self, method):
        with LOCK:
            REQUESTS[self.path].append((method, time.monotonic()))
            seen = len(REQUESTS[self.path])
            NOW["all"] += self.path != "/hangs"
            MOST["all"] = max(MOST["all"], NOW["all"])
        try:
            self.misbehave(method, seen)
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            with LOCK:
                NOW["all"] -= self.path != "/hangs"

    def misbehave(self, method, seen):
        path = self.path
        if path == "/no-head":
            self.answer(405 if method == "HEAD" else 200)
        elif path == "/lies-to-head":
            self.answer(404 if method == "HEAD" else 200)
        elif path == "/gone":
            self.answer(410)
        elif path.startswith("/missing"):
            self.answer(404)
        elif path == "/members":
            self.answer(401)
        elif path == "/recovers":
            self.answer(503 if seen <= 4 else 200)
        elif path == "/busy":
            self.answer(429, Retry_After="1") if seen == 1 else self.answer(200)
        elif path == "/busy-for-hours":
            self.answer(429, Retry_After="86400")
        elif path == "/moved":
            self.answer(301, Location="/fine")
        elif path == "/moved-for-now":
            self.answer(302, Location="/fine")
        elif path == "/circle":
            self.answer(302, Location="/circle")
        elif path == "/to-a-file":
            self.answer(302, Location="file:///etc/passwd")
        elif path == "/hangs":
            time.sleep(30)
        elif path == "/endless":
            self.answer(200)
            if method == "GET":
                for _ in range(1_000_000):
                    self.wfile.write(b"x" * 65536)
        elif path == "/breaks-off":
            self.connection.shutdown(socket.SHUT_RDWR)
        elif path == "/nonsense":
            self.wfile.write(b"\x00\xff" * 500 + b"\r\n\r\n")
        elif path == "/endless-header":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for _ in range(1_000_000):
                self.wfile.write(b"X-More: " + b"x" * 8000 + b"\r\n")
        else:
            self.answer(200)

    def do_HEAD(self):
        self.serve("HEAD")

    def do_GET(self):
        self.serve("GET")


# What is said of each; the rest of the addresses works.
DEAD = ["/gone", "/missing", "/missing?page=2"]
UNKNOWN = ["/members", "/busy-for-hours", "/circle", "/to-a-file", "/hangs", "/breaks-off", "/nonsense", "/endless-header"]
WORKING = ["/fine", "/no-head", "/lies-to-head", "/recovers", "/busy", "/moved", "/moved-for-now", "/endless"]


def step(name, good, detail=""):
    print(("ok      " if good else "FAILED  ") + name, flush=True)
    if not good:
        print(detail, flush=True)
        raise SystemExit(1)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    base = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as name:
        source = pathlib.Path(name)
        links = [f"[{path}]({base}{path})" for path in WORKING + UNKNOWN + DEAD]
        links += [f"[again]({base}/fine#part)", f"[again]({base}/fine#other)"]
        # Never asked: other schemes, names with a password, and what only documents of examples have.
        links += [f"[mail](mailto:a@127.0.0.1:{port})", f"[secret](http://user:word@127.0.0.1:{port}/secret)",
                  "[x](https://example.org/)", "[y](file:///etc/passwd)", f"[z](ftp://127.0.0.1:{port}/ftp)"]
        (source / "README.md").write_text("# Acme\n\n" + "\n\n".join(links) + "\n", encoding="utf-8")
        (source / "GOVERNANCE.md").write_text("# Governance\n\nMaintainers decide by vote.\n", encoding="utf-8")

        def run(*arguments):
            begin = time.monotonic()
            done = subprocess.run(
                [program, "links", "--source", ".", *arguments], cwd=source, capture_output=True, text=True, timeout=300)
            return done, time.monotonic() - begin

        offline, _ = run()
        step("asks nothing without being told to", not REQUESTS and offline.returncode == 0, offline.stdout)
        kept, _ = run("--online")
        step("asks nothing of this machine without being told to", not REQUESTS, REQUESTS)
        done, seconds = run("--online", "--allow-private", "--patience", "2", "--pause", "20", "--cache", "links.json")
        print(f"        {seconds:.1f} s for {sum(map(len, REQUESTS.values()))} requests")
        step("ends with 1 when an address is dead", done.returncode == 1, done.stdout + done.stderr)
        answers = {entry["address"][len(base):]: entry
                   for entry in json.loads((source / "links.json").read_text())["addresses"]}
        for path in WORKING:
            step(f"{path} works", answers[path]["outcome"] == "works", answers[path])
        for path in DEAD:
            step(f"{path} is dead", answers[path]["outcome"] == "dead", answers[path])
        for path in UNKNOWN:
            step(f"{path} proves nothing", answers[path]["outcome"] == "unknown", answers[path])
        step("asks what is linked and nothing else", set(REQUESTS) == set(WORKING + UNKNOWN + DEAD), set(REQUESTS))
        step("asks an address once", [m for m, _ in REQUESTS["/no-head"]] == ["HEAD", "GET"], REQUESTS["/no-head"])
        step("tries three times at most", len(REQUESTS["/hangs"]) <= 6 and len(REQUESTS["/breaks-off"]) <= 6, REQUESTS)
        step("follows five redirects at most", len(REQUESTS["/circle"]) == 6, REQUESTS["/circle"])
        times = [when for _, when in REQUESTS["/recovers"]]
        step("waits longer each time", times[-1] - times[0] >= 3.9, times)
        busy = [when for _, when in REQUESTS["/busy"]]
        step("waits as long as it is told", len(busy) == 2 and busy[1] - busy[0] >= 1, busy)
        step("does not wait for hours", len(REQUESTS["/busy-for-hours"]) == 1, REQUESTS["/busy-for-hours"])
        step("says one address of a host after the other", MOST["all"] <= 2, MOST)
        step("names the place", "README.md:" in done.stdout and "/missing is not there: 404" in done.stdout, done.stdout)
        step("says what has moved for good",
             f"write {base}/fine" in done.stdout and "/moved-for-now has moved" not in done.stdout, done.stdout)
        before = {path: len(found) for path, found in REQUESTS.items()}
        again, _ = run("--online", "--allow-private", "--patience", "2", "--pause", "20", "--cache", "links.json")
        step("asks nothing again on the same day", before == {p: len(f) for p, f in REQUESTS.items()}, before)
        step("says the same from the file", again.stdout.replace(" 0 asked now", "") ==
             done.stdout.replace(f" {len(answers)} asked now", ""), again.stdout)
        text = json.loads((source / "links.json").read_text())
        for entry in text["addresses"]:
            entry["date"] = "2020-01-01"
        (source / "links.json").write_text(json.dumps(text))
        old, _ = run("--online", "--allow-private", "--patience", "1", "--pause", "0", "--cache", "links.json", "README.md")
        step("asks again when answers are old", len(REQUESTS["/fine"]) > before["/fine"], old.stdout)
        (source / "notes.json").write_text("{}")
        other, _ = run("--online", "--cache", "notes.json")
        step("touches no file of another kind", other.returncode == 2 and (source / "notes.json").read_text() == "{}",
             other.stderr)
    server.shutdown()


if __name__ == "__main__":
    sys.exit(main())
