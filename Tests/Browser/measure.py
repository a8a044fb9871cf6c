#!/usr/bin/env python3
"""Measures how long, heavy and quick the pages of a site are: measure.py SITE [--all]

Of every page but the communities' own documents: bytes. In a browser at 1440 px, of those heavy enough to be long and of
the largest of each type, or of all: height, layout shift while it loads, and the requests that its first paint waits for.
Of the site: style and script. Prints the highest figures with their limits, then each page above one; exit code 1 when
there is one.
"""
import argparse
import concurrent.futures
import multiprocessing
import os
import posixpath
import sys
import time

from playwright.sync_api import sync_playwright

import files
from browser import launch
from pages import Site
from run import serve

LIMITS = {"bytes": 250_000, "height": 12_000, "layout shift": 0.05, "first paint": 2, "style": files.STYLE_BUDGET,
          "script": files.SCRIPT_BUDGET, "dashboard": files.DASHBOARD_BUDGET}
WIDTH, HEIGHT = 1440, 900
LATE = 0.2  # seconds
LONG = 14_000  # bytes; a page of fewer can hardly be longer than the limit
# Installed before the page loads, so that no shift is missed.
WATCH = """new PerformanceObserver((list) => {
  for (const e of list.getEntries()) if (!e.hadRecentInput) window.shifted = (window.shifted ?? 0) + e.value;
}).observe({ type: "layout-shift", buffered: true });"""
READ = """async () => {
  await document.fonts.ready;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
  return { height: document.documentElement.scrollHeight, "layout shift": window.shifted ?? 0,
    "first paint": 1 + performance.getEntriesByType("resource")
      .filter((e) => e.renderBlockingStatus === "blocking").length };
}"""


class Worker:
    """A tab in each process."""
    tab = address = None

    @classmethod
    def start(cls, address):
        browser = launch(sync_playwright().start())
        context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
        context.add_init_script(WATCH)
        context.route("**/site.js", cls.late)
        cls.tab, cls.address = context.new_page(), address

    @staticmethod
    def late(route):
        """Scripts come after the first paint, as on a slow line: what they move is seen."""
        time.sleep(LATE)
        route.continue_()

    @classmethod
    def measure(cls, path):
        cls.tab.goto(cls.address + files.quote(path), wait_until="load")
        return path, cls.tab.evaluate(READ)


def is_own(page):
    """Whether it is our page and no document of a community, which is as long as it is."""
    return not page.type.startswith("document ")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", help="folder of a built site")
    parser.add_argument("--all", action="store_true", help="every page in the browser, however small")
    options = parser.parse_args()
    site = Site(options.site)
    own = [p for p in site.pages if is_own(p)]
    figures = {"bytes": {p.path: p.size for p in own},
               "dashboard": {p.path: p.size for p in own if p.is_dashboard}}
    for name, folder, ending in (("style", "assets", ".css"), ("script", "assets", ".js")):
        figures[name] = {p: (site.root / p).stat().st_size for p in site.files if p.endswith(ending)
                         and posixpath.dirname(p) == folder and "search-index" not in p}
    tried = [p.path for p in own if options.all or p.size > LONG or p.represents_type]
    with concurrent.futures.ProcessPoolExecutor(max(2, os.cpu_count() or 2), multiprocessing.get_context("spawn"),
                                                Worker.start, (serve(site.root),)) as pool:
        for path, seen in pool.map(Worker.measure, tried, chunksize=8):
            for name, value in seen.items():
                figures.setdefault(name, {})[path] = value
    above = [(name, value, path) for name, of in figures.items() for path, value in of.items() if value > LIMITS[name]]
    print(f"{len(own)} pages, {len(tried)} of them in the browser")
    for name, of in figures.items():
        path = max(of, key=of.get)
        print(f"{name}: at most {of[path]:g} of {LIMITS[name]:g}, {path}")
    for name, value, path in sorted(above):
        print(f"ABOVE {name}: {value:g}, {path}")
    sys.exit(1 if above else 0)


if __name__ == "__main__":
    main()
