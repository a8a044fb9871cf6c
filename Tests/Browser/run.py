#!/usr/bin/env python3
"""Checks a built site with a real browser.

    run.py SITE [--views all|type|one] [--others N --seed S] [--portfolio] [--only PATTERN]

Of every page: HTML (Nu checker), links and anchors; of pages that report, the provenance of each number. Of those drawn:
axe (WCAG 2.2 AA), console, requests, the content security policy, width at 360 px, text without JavaScript. Of one page
of each type: axe at three widths in light and dark, the keyboard, what scripts do, gap reports on paper. Of the site:
sizes, and the requests that a dashboard's first paint waits for.

Prints each failure with page, view and rule, then `N passed, N failed`; exit code 1 when anything failed.
"""
import argparse
import collections
import concurrent.futures
import functools
import http.server
import multiprocessing
import os
import re
import shutil
import sys
import threading
import time

from playwright.sync_api import Error

import browser
import files
import provenance
from pages import Site
from visit import Result, Visitor

MOST_SHOWN = 6  # problems of one check of one page
# What must have been tried at least once on a whole site: a check that met no page proves nothing.
CHECKS = {"axe", "console", "filter", "first paint", "html", "keyboard", "links", "local time", "policy", "print",
          "provenance", "requests", "search", "size", "sort", "width", "without JavaScript"}


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        pass  # a tab closed before its answer was read; a page that lacks something says so itself


def serve(root, handler=Handler):
    """Serves the folder on a free loopback port; its address with a final slash."""
    server = Server(("127.0.0.1", 0), functools.partial(handler, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


class Worker:
    """One browser in each process, started again when it dies, and a server of its own: where one process checks files and
    serves them too, a page waits a minute for its style."""
    visitor = None
    address = ""
    arguments = ()

    @classmethod
    def start(cls, *arguments):
        cls.arguments = arguments
        cls.address = serve(arguments[0])
        threading.Thread(target=cls._end_with_parent, daemon=True).start()

    @staticmethod
    def _end_with_parent():
        """Leaves no browser behind when the run is interrupted."""
        multiprocessing.parent_process().join()
        os._exit(1)

    @classmethod
    def visit(cls, page):
        """The results of the page and the seconds they took."""
        started = time.monotonic()
        for attempt in (1, 2):
            try:
                cls.visitor = cls.visitor or Visitor(cls.address, *cls.arguments)
                return cls.visitor.visit(page), time.monotonic() - started
            except Error as error:
                problem = str(error).splitlines()[0]
                try:
                    cls.visitor.close()
                except (Error, AttributeError):
                    pass
                cls.visitor = None
        return [Result("browser", page.path, "", [problem])], time.monotonic() - started


class Tally:
    """Counts results and prints what failed."""

    def __init__(self):
        self.passed = self.failed = 0
        self.by_check = collections.Counter()
        self.checks = set()

    def add(self, result):
        self.checks.add(result.check)
        if not result.problems:
            self.passed += 1
            return
        self.failed += 1
        self.by_check[result.check] += 1
        for problem in result.problems[:MOST_SHOWN]:
            print(f"FAILED {result.check} | {result.page} | {result.view} | {problem}", flush=True)
        if len(result.problems) > MOST_SHOWN:
            print(f"FAILED {result.check} | {result.page} | … {len(result.problems) - MOST_SHOWN} more", flush=True)


def check_files(site, pages, is_portfolio, tally):
    """The checks that need no browser; those of links are of all pages, sampled or not."""
    links, prover = files.LinkChecker(site), provenance.Prover(site)
    for page in site.pages:
        tally.add(Result("links", page.path, "", links.problems(page.path)))
    naked = {path: prover.naked(path) for path in provenance.reporting(site, pages)}
    without = sum(map(len, naked.values()))
    print(f"numbers: {sum(prover.proved.values())} have a source, {without} have none", flush=True)
    for path, numbers in naked.items() if not is_portfolio else ():
        tally.add(Result("provenance", path, "", [f"naked number {n}" for n in numbers]))
    for path, problem in files.budgets(site, links, with_gap_report=not is_portfolio):
        tally.add(Result("size", path, "", [problem] if problem else []))
    for path, problems in files.html_errors(site, pages, sys.prefix).items():
        tally.add(Result("html", path, "", problems))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", help="folder of a built site")
    parser.add_argument("--views", choices=("all", "type", "one"), default="type",
                        help="three widths in two themes of every page, or of one page of each type, or of none")
    parser.add_argument("--others", type=int,
                        help="dashboards, one page of each type, and this many others drawn by the seed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--portfolio", action="store_true",
                        help="foreign communities: no budget for gap reports, numbers without a source only counted")
    parser.add_argument("--only", help="pages whose path this pattern matches")
    parser.add_argument("--workers", type=int, default=max(2, os.cpu_count() or 2))
    options = parser.parse_args()

    if not browser.executable() or not shutil.which("java") or not shutil.which("pdftotext"):
        sys.exit("error: Chromium, Java and pdftotext are needed; `make setup-browser` installs Debian's packages")
    site = Site(options.site)
    if not site.pages:
        sys.exit(f"error: no page in {options.site}")
    wanted = [p for p in site.pages if not options.only or re.search(options.only, p.path)]
    drawn = site.pages if options.others is None else site.sample(options.others, options.seed)
    pages = [p for p in drawn if p in set(wanted)]
    types = sorted({p.type for p in pages})
    print(f"{len(pages)} of {len(site.pages)} pages, {len(types)} types: {', '.join(types)}", flush=True)

    started = time.monotonic()
    tally = Tally()
    arguments = (str(site.root), site.base_url, options.views)
    with concurrent.futures.ProcessPoolExecutor(
            options.workers, multiprocessing.get_context("spawn"), Worker.start, arguments) as pool:
        # The longest first, so that no worker is left alone with one at the end.
        order = sorted(pages, key=lambda p: (not p.represents_type, -p.size, p.path))
        visits = {pool.submit(Worker.visit, page): page for page in order}
        check_files(site, pages if options.portfolio else wanted, options.portfolio, tally)
        slowest = []
        for done in concurrent.futures.as_completed(visits):
            results, seconds = done.result()
            slowest.append((seconds, visits[done].path))
            for result in results:
                tally.add(result)

    if not (options.portfolio or options.only):
        missing = [f"no page to try `{check}` on" for check in sorted(CHECKS - tally.checks)]
        tally.add(Result("coverage", "every page", "", missing))
    for seconds, path in sorted(slowest, reverse=True)[:3]:
        print(f"slow: {seconds:.1f} s {path}")
    if tally.by_check:
        print("failed checks: " + ", ".join(f"{check} {n}" for check, n in sorted(tally.by_check.items())))
    print(f"{time.monotonic() - started:.0f} s")
    print(f"{tally.passed} passed, {tally.failed} failed")
    sys.exit(1 if tally.failed else 0)


if __name__ == "__main__":
    main()
