"""One page in the browser: every check of it, as a list of results."""
import collections
import dataclasses
import mimetypes
import pathlib
from urllib.parse import quote, unquote, urlsplit

import axe_playwright_python
from playwright.sync_api import TimeoutError, sync_playwright

from pages import NOT_FOUND

HERE = pathlib.Path(__file__).parent
PROBES = (HERE / "probes.js").read_text(encoding="utf-8")
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
AXE_RUN = """() => axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"],
  preload: false,
}).then(r => r.violations.flatMap(v => v.nodes.slice(0, 3).map(n =>
  `${v.id} (${v.nodes.length}×): ${n.target.flat().join(" ")}: ${n.failureSummary.split("\\n").slice(1).join(" ").trim()}`)))"""
TIMEOUT = 120_000  # milliseconds, of what may take long on a busy machine
PATIENCE = 15_000  # milliseconds, of what a person waits for
MOST_STOPS = 3_000  # of the keyboard on one page
FIRST_PAINT_REQUESTS = 2


@dataclasses.dataclass(frozen=True)
class Result:
    """A check of a page; it passed when there is no problem."""
    check: str
    page: str
    view: str
    problems: list


class Visitor:
    """A browser with its contexts. `address` is where the site is served on loopback, with a final slash."""

    def __init__(self, root, address, base_url, chromium, full):
        self.root, self.address, self.base_url, self.full = pathlib.Path(root), address, base_url, full
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--force-prefers-reduced-motion"])
        self.scripted = self._context(True)
        self.plain = self._context(False)

    def _context(self, scripts):
        context = self.browser.new_context(java_script_enabled=scripts, viewport={"width": 360, "height": 800},
                                           timezone_id="Asia/Tokyo", locale="en-US", reduced_motion="reduce")
        context.set_default_timeout(TIMEOUT)
        context.add_init_script(PROBES)
        if self.base_url:
            # The page for unknown addresses is met under the published address; nothing is asked of the network.
            context.route(self.base_url + "**", self._serve_published)
        return context

    def _serve_published(self, route):
        path = unquote(urlsplit(route.request.url).path)[len(urlsplit(self.base_url).path):]
        file = (self.root / path).resolve()
        if file.is_file() and file.is_relative_to(self.root):
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            route.fulfill(body=file.read_bytes(), content_type=kind)
        else:
            route.fulfill(status=404, body="not found")

    def close(self):
        self.browser.close()
        self.playwright.stop()

    def visit(self, page):
        """All results of one page."""
        results = []
        if page.path == NOT_FOUND:
            if self.base_url:
                results += self._accessibility(page, self.base_url)
                results += self._narrow(page, self.base_url)
            return results
        results += self._accessibility(page, self.root.as_uri() + "/")
        results += self._narrow(page, self.address)
        if page.represents_type:
            results.append(self._keyboard(page))
            results += self._filter(page)
        if page.type == "search":
            results.append(self._search(page))
        return results

    def _open(self, context, page, prefix):
        """A tab with the page loaded and what went wrong on the way, in lists that grow."""
        tab = context.new_page()
        errors, outside = [], []
        tab.on("console", lambda m: errors.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None)
        tab.on("pageerror", lambda e: errors.append(f"exception: {e}"))
        tab.on("response", lambda r: errors.append(f"{r.status} {r.url}") if r.status >= 400 else None)
        tab.on("requestfailed", lambda r: errors.append(f"failed: {r.url} {r.failure}"))
        tab.on("request", lambda r: outside.append(r.url)
               if not r.url.startswith((prefix, "data:", "blob:")) else None)
        tab.goto(prefix + quote(page.path), wait_until="load")
        return tab, errors, outside

    def _accessibility(self, page, prefix):
        """axe in each view of the page, opened once from disk."""
        where = "file" if prefix.startswith("file:") else "published"
        tab, errors, outside = self._open(self.scripted, page, prefix)
        results = []
        try:
            tab.evaluate(AXE)
            for width, theme in page.views(self.full):
                tab.set_viewport_size({"width": width, "height": 800})
                tab.emulate_media(color_scheme=theme)
                results.append(Result("axe", page.path, f"{width} px {theme}", tab.evaluate(AXE_RUN)))
        finally:
            tab.close()
        results.append(Result("console", page.path, where, errors))
        results.append(Result("requests", page.path, where, [f"asks for {u}" for u in outside]))
        return results

    def _narrow(self, page, prefix):
        """The page as served, on the narrowest screen, with and without JavaScript."""
        tab, errors, outside = self._open(self.scripted, page, prefix)
        try:
            overflow = tab.evaluate("probes.overflow()")
            blocked = tab.evaluate("probes.violations")
            blocking = tab.evaluate("probes.blocking()")
            scripted = tab.evaluate("probes.content()")
        finally:
            tab.close()
        results = [
            Result("console", page.path, "http", errors),
            Result("requests", page.path, "http", [f"asks for {u}" for u in outside]),
            Result("policy", page.path, "http", blocked),
            Result("width", page.path, "360 px", overflow),
        ]
        if page.is_dashboard:
            too_many = [f"the first paint waits for {blocking} requests"] if blocking > FIRST_PAINT_REQUESTS else []
            results.append(Result("first paint", page.path, "http", too_many))
        tab, errors, outside = self._open(self.plain, page, prefix)
        try:
            tab.evaluate(PROBES.replace("Object.defineProperty", "window.probes || Object.defineProperty"))
            plain = tab.evaluate("probes.content()")
        finally:
            tab.close()
        results.append(Result("without JavaScript", page.path, "http", self._missing(scripted, plain) + errors))
        return results

    @staticmethod
    def _missing(scripted, plain):
        if not plain:
            return ["no text in main"]
        missing = collections.Counter(scripted) - collections.Counter(plain)
        return [f"only with JavaScript: {text[:120]!r}" for text in list(missing)[:3]]

    def _keyboard(self, page):
        """Tab through the page: everything usable is reached, and each stop is seen."""
        tab, _, _ = self._open(self.scripted, page, self.address)
        try:
            tab.set_viewport_size({"width": 1440, "height": 800})
            stops = tab.evaluate("probes.start()")
            for pressed in range(min(stops + 100, MOST_STOPS)):
                tab.keyboard.press("Tab")
                if pressed >= stops - 1 and tab.evaluate("probes.missed()") == 0:
                    break
            result = tab.evaluate("probes.result()")
        finally:
            tab.close()
        problems = [f"{what}: {names[0]}" + (f" and {len(names) - 1} more" if len(names) > 1 else "")
                    for what, names in (("not reached", result["missed"]), ("focus not visible", result["unseen"]),
                                        ("covered or off the screen when focused", result["covered"])) if names]
        return Result("keyboard", page.path, f"1440 px, {stops} stops", problems)

    def _search(self, page):
        """The slash opens the search, typing finds something, results exist; from disk, where an index cannot be fetched."""
        prefix = self.root.as_uri() + "/"
        tab, errors, _ = self._open(self.scripted, dataclasses.replace(page, path="index.html"), prefix)
        problems = []
        try:
            tab.keyboard.press("/")
            tab.wait_for_url(prefix + quote(page.path) + "**", timeout=PATIENCE)
            before = tab.locator("main a[href]").count()
            tab.locator("main input[type=search]").fill("maintainer")
            tab.wait_for_function("n => document.querySelectorAll('main a[href]').length > n", arg=before,
                                  timeout=PATIENCE)
            for link in tab.evaluate("[...document.querySelectorAll('main a[href]')].map(a => a.href)"):
                if not pathlib.Path(unquote(urlsplit(link).path)).is_file():
                    problems.append(f"a result leads nowhere: {link}")
        except TimeoutError as error:
            problems.append(str(error).splitlines()[0])
        finally:
            tab.close()
        return Result("search", page.path, "file", problems + errors)

    def _filter(self, page):
        """A filter leaves the rows that hold its text, and the address keeps it; no result where there is no filter."""
        tab, _, _ = self._open(self.scripted, page, self.address)
        problems = []
        try:
            field = tab.locator("main .filter input").first
            shown = tab.locator("main .filter").first.locator("xpath=following-sibling::*[1]").locator("tbody tr:visible")
            if field.count() == 0:
                return []
            before = shown.count()
            name = shown.last.locator("th, td").first.inner_text().strip()
            field.fill(name)
            left = shown.count()
            if not 0 < left < before:
                problems.append(f"{name!r} leaves {left} of {before} rows")
            tab.reload()
            again = shown.count()
            if again != left:
                problems.append(f"after a reload {again} rows, before {left}")
        finally:
            tab.close()
        return [Result("filter", page.path, "http", problems)]
