"""One page in the browser: every check of it, as a list of results."""
import collections
import dataclasses
import mimetypes
import pathlib
from urllib.parse import quote, unquote, urlsplit

import axe_playwright_python
from playwright.sync_api import sync_playwright

import behavior
import browser
import printing
from pages import NOT_FOUND, WIDTHS

HERE = pathlib.Path(__file__).parent
PROBES = (HERE / "probes.js").read_text(encoding="utf-8")
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
# Rules about colors are the slow ones, and the only ones that a theme can break: they are asked of a few texts of each
# look, all others once a width.
AXE_RUN = """async ([everyText, isAgain]) => {
  const colors = ["color-contrast", "link-in-text-block"];
  const run = async (where, options) => {
    const { violations } = await axe.run(where, { resultTypes: ["violations"], preload: false, ...options });
    return violations.flatMap(v => v.nodes.slice(0, 3).map(n =>
      `${v.id} (${v.nodes.length}×): ${n.target.flat().join(" ")}: ` +
      n.failureSummary.split("\\n").slice(1).join(" ").trim()));
  };
  const where = everyText ? document : probes.looks();
  const found = where ? await run(where, { runOnly: { type: "rule", values: colors } }) : [];
  return isAgain ? found : found.concat(await run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    rules: Object.fromEntries(colors.map(c => [c, { enabled: false }])),
  }));
}"""
HEIGHT = 800  # CSS pixels
TIMEOUT = 120_000  # milliseconds, of what may take long on a busy machine
MOST_STOPS = 3_000  # of the keyboard on one page
FIRST_PAINT_REQUESTS = 2


@dataclasses.dataclass(frozen=True)
class Result:
    """A check of a page; it passed when there is no problem."""
    check: str
    page: str
    view: str
    problems: list


class Tab:
    """A tab that is used again for page after page, and what went wrong on the way to the one it shows."""

    def __init__(self, context):
        self.page = context.new_page()
        self.errors, self.outside, self.prefix = [], [], ""
        self.page.on("console", self._message)
        self.page.on("pageerror", lambda e: self.errors.append(f"exception: {e}"))
        self.page.on("response", lambda r: self.errors.append(f"{r.status} {r.url}") if r.status >= 400 else None)
        self.page.on("requestfailed", self._failed)
        self.page.on("request", self._request)

    def _message(self, message):
        if message.type in ("error", "warning"):
            self.errors.append(f"{message.type}: {message.text}")

    def _failed(self, request):
        # What was still on its way as a page was left is no fault of the page.
        if "ERR_ABORTED" not in (request.failure or ""):
            self.errors.append(f"failed: {request.url} {request.failure}")

    def _request(self, request):
        if not request.url.startswith((self.prefix, "data:", "blob:")):
            self.outside.append(f"asks for {request.url}")

    def open(self, prefix, path):
        """Loads a page of the site that lies under the prefix; the tab is narrow and light again."""
        self.page.goto("about:blank")
        self.errors, self.outside, self.prefix = [], [], prefix
        self.page.set_viewport_size({"width": min(WIDTHS), "height": HEIGHT})
        self.page.emulate_media(color_scheme="light")
        self.page.goto(prefix + quote(path), wait_until="load")
        return self.page


class Visitor:
    """A browser with its tabs. `address` is where the site is served on loopback, with a final slash."""

    def __init__(self, address, root, base_url, views):
        self.root, self.address, self.base_url, self.views = pathlib.Path(root), address, base_url, views
        self.folder = self.root.as_uri() + "/"
        self.playwright = sync_playwright().start()
        self.browser = browser.launch(self.playwright)
        scripted, plain = self._context(True), self._context(False)
        # One for each origin: crossing origins costs a new process.
        self.disk, self.served, self.plain = Tab(scripted), Tab(scripted), Tab(plain)

    def _context(self, scripts):
        context = self.browser.new_context(java_script_enabled=scripts, timezone_id=behavior.ZONE, locale="en-US",
                                           reduced_motion="reduce")
        context.set_default_timeout(TIMEOUT)
        context.add_init_script(PROBES)
        if self.base_url:
            # The page for unknown addresses is met under the published address; nothing is asked of the network.
            context.route(self.base_url + "**", self._serve_published)
        return context

    def _serve_published(self, route):
        path = unquote(urlsplit(route.request.url).path)[len(unquote(urlsplit(self.base_url).path)):]
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
        if page.path == NOT_FOUND and not self.base_url:
            return []
        results = self._narrow(page, self.base_url if page.path == NOT_FOUND else self.address)
        results += self._axe(page, self.served.page)
        if page.path == NOT_FOUND:
            return results
        if self.views == "all" or page.represents_type:
            results += self._from_disk(page)
        if page.represents_type:
            results.append(self._keyboard(page))
            results += self._behavior(page)
        if page.type == "gap-report" and (page.represents_type or self.views == "all"):
            results.append(self._print(page))
        return results

    def _from_disk(self, page):
        """What goes wrong where the page is opened as a file."""
        self.disk.open(self.folder, page.path)
        return [Result("console", page.path, "file", self.disk.errors),
                Result("requests", page.path, "file", self.disk.outside)]

    def _axe(self, page, shown):
        """axe in each view of the page, loaded once."""
        results = []
        shown.evaluate(AXE)
        widths = set()
        for width, theme in page.views(self.views):
            shown.set_viewport_size({"width": width, "height": HEIGHT})
            shown.emulate_media(color_scheme=theme)
            problems = shown.evaluate(AXE_RUN, [self.views == "all", width in widths])
            results.append(Result("axe", page.path, f"{width} px {theme}", problems))
            widths.add(width)
        return results

    def _narrow(self, page, prefix):
        """The page as served, on the narrowest screen, with and without JavaScript."""
        shown = self.served.open(prefix, page.path)
        scripted = shown.evaluate("probes.content()")
        results = [
            Result("policy", page.path, "http", shown.evaluate("probes.violations")),
            Result("width", page.path, f"{min(WIDTHS)} px", shown.evaluate("probes.overflow()")),
        ]
        if page.is_dashboard:
            blocking = shown.evaluate("probes.blocking()")
            too_many = [f"the first paint waits for {blocking} requests"] if blocking > FIRST_PAINT_REQUESTS else []
            results.append(Result("first paint", page.path, "http", too_many))
        results.append(Result("console", page.path, "http", self.served.errors))
        results.append(Result("requests", page.path, "http", self.served.outside))
        shown = self.plain.open(prefix, page.path)
        problems = self._missing(scripted, shown.evaluate("probes.content()")) + self.plain.errors
        results.append(Result("without JavaScript", page.path, "http", problems))
        return results

    @staticmethod
    def _missing(scripted, plain):
        if not plain:
            return ["no text"]
        missing = collections.Counter(scripted) - collections.Counter(plain)
        return [f"only with JavaScript: {text[:120]!r}" for text in list(missing)[:3]]

    def _keyboard(self, page):
        """Tab through the page: everything usable is reached, and each stop is seen."""
        shown = self.served.open(self.address, page.path)
        shown.set_viewport_size({"width": max(WIDTHS), "height": HEIGHT})
        stops = shown.evaluate("probes.start()")
        for pressed in range(min(stops + 100, MOST_STOPS)):
            shown.keyboard.press("Tab")
            if pressed >= stops - 1 and shown.evaluate("probes.missed()") == 0:
                break
        result = shown.evaluate("probes.result()")
        problems = [f"{what}: {names[0]}" + (f" and {len(names) - 1} more" if len(names) > 1 else "")
                    for what, names in (("not reached", result["missed"]), ("focus not visible", result["unseen"]),
                                        ("covered or off the screen when focused", result["covered"])) if names]
        return Result("keyboard", page.path, f"{max(WIDTHS)} px, {stops} stops", problems)

    def _behavior(self, page):
        """What scripts add, where the page has it; the search also from a folder on disk, which forbids fetching."""
        if page.type == "search":
            for tab, prefix, where in ((self.disk, self.folder, "file"), (self.served, self.address, "http")):
                tab.open(prefix, "index.html")
                problems = behavior.search(tab.page, prefix + quote(page.path))
                yield Result("search", page.path, where, problems + tab.errors)
            return
        shown = self.served.open(self.address, page.path)
        for check, judge in (("filter", behavior.filtering), ("sort", behavior.sorting),
                             ("local time", behavior.local_times)):
            problems = judge(shown)
            if problems is not None:
                yield Result(check, page.path, "http", problems + self.served.errors)

    def _print(self, page):
        shown = self.disk.open(self.folder, page.path)
        return Result("print", page.path, " and ".join(printing.SHEETS), printing.problems(shown))
