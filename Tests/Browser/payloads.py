#!/usr/bin/env python3
"""Opens every page of a community whose every value is a payload, with the security policy taken out: payloads.py SITEGEN.

Each payload of the hostile inputs stands in each kind of value of `hostile.py`, in a document of each format, and in names of
files. Without the policy nothing but the encoding is left to hold it: no script runs, no element of a payload is outside the
body of a document, nothing acts inside of one, nothing is asked of elsewhere. A page that does all that is met first.
"""
import pathlib
import subprocess
import sys
import tempfile
from urllib.parse import quote

from playwright.sync_api import sync_playwright

import hostile
import run
from browser import launch

sys.path.append(str(pathlib.Path(__file__).parents[1] / "Hostile"))
import markup  # noqa: E402

# Where the site says that it is published: its page for unknown addresses asks for what is there, and a page that is one
# file leads there.
PUBLISHED = "https://hostile.example.org/a%20b/"
PROBE = "<x-probe>probe</x-probe>"
POLICY = b'<meta http-equiv="Content-Security-Policy"'
RUNS = "for (const name of ['sitegenProbe', 'alert']) window[name] = () => console.error('ran: ' + location.pathname);"
# What acts is nowhere; what a payload made is in the body of a document alone.
ELEMENTS = """(places) => {
  const own = (url, part) => places.some((place) => url.startsWith(place + part));
  const found = [], told = (what, e) => found.push(`${what}: ${e.outerHTML.slice(0, 160)}`);
  for (const e of document.querySelectorAll("*")) {
    if ([...e.attributes].some((a) => /^on|^(srcdoc|style|ping|background|formaction|xlink:href)$/i.test(a.name))) told("acts", e);
    if (e.matches("script:not([src]), iframe, object, embed, base, meta[http-equiv], math, frame, portal, body style")) told("acts", e);
    if (e.matches("script, link[rel~=stylesheet]") && !own(e.src || e.href || "", "assets/")) told("loads", e);
    const address = e.href?.baseVal ?? e.href ?? e.src ?? e.action;
    if (address && !/^(#|(https?|mailto|webcal|tel|irc|ircs):)/i.test(address) && !e.matches("link[rel=icon]")) told("leads", e);
    if (e.matches("a[href]") && !own(e.href, "") && /^http/.test(e.protocol) && !["noopener", "nofollow"].every((r) => e.relList.contains(r))) told("opens", e);
    if (e.matches("x-probe, img[src=x], svg[onload], plaintext, marquee") && !e.closest("article")) told("a probe", e);
    if (e.matches("x-probe")) told("a probe", e);
  }
  return found;
}"""
BAD = (f"<!doctype html><body>{PROBE}<script>sitegenProbe()</script><img src='https://evil.example/a.png'>"
       "<a href='javascript:alert()'>a</a>")


class Stripping(run.Handler):
    """Serves pages without their policy, and the page that does everything wrong."""

    def do_GET(self):
        path = pathlib.Path(self.translate_path(self.path))
        if path.suffix != ".html" or not path.is_file():
            return super().do_GET()
        body = path.read_bytes()
        start = body.find(POLICY)
        body = body[:start] + body[body.index(b">", start) + 1:] if start >= 0 else body
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def write(folder):
    """The community, with every payload in every kind of value."""
    lines = [" ".join(text.split("\n")) for text in [*markup.HTML.values(), PROBE, f"\">{PROBE}", f"'>{PROBE}", f"</title></style></script>{PROBE}"]]
    hostile.MARKUP = [*hostile.MARKUP, *lines]
    sys.argv = ["hostile.py", str(folder)]
    hostile.main()
    texts = [*markup.HTML.values(), PROBE]
    raw = [text.replace("\n", "\n   ") for text in texts]
    docs = folder / hostile.REPOSITORY / "docs"
    for number, name in enumerate(lines):
        some, kind = slice(number // 3 * 3, number // 3 * 3 + 3), (".md", ".adoc", ".rst")[number % 3]
        text = {".md": f"# Example {name}\n\n" + "\n\nText.\n\n".join(texts[some]),
                ".adoc": f"= Example {name}\n\n" + "".join(f"{t}\n\n++++\n{t}\n++++\n\n" for t in texts[some]),
                ".rst": f"Example\n=======\n\n{name}\n" + "".join(f"\n.. raw:: html\n\n   {t}\n" for t in raw[some])}[kind]
        (docs / (name.replace("/", "\u2215").replace("\0", "")[:120] + kind)).write_text(text)


class Watch:
    """A tab, and everything that a page did which it must not."""

    def __init__(self, browser, address):
        self.tab, self.address, self.seen = browser.new_page(), address, []
        self.tab.add_init_script(RUNS)
        self.tab.on("console", lambda m: self.seen.append(m.text) if "ran" in m.text else None)
        self.tab.on("dialog", lambda d: (self.seen.append("ran: a dialog"), d.dismiss()))
        self.tab.context.route(lambda url: not url.startswith((address, PUBLISHED, "data:")), self._elsewhere)
        self.tab.context.route(PUBLISHED + "**", lambda route: route.abort())

    def _elsewhere(self, route):
        self.seen.append(f"asks for {route.request.url}")
        route.abort()

    def faults(self, path):
        self.seen, own = [], [self.address, PUBLISHED]
        self.tab.goto(self.address + quote(path), wait_until="load")
        if path.startswith("search/"):
            for words in ("script", "img", "probe", "svg", "onerror"):
                self.tab.locator("main input[type=search]").fill(words)
                self.tab.wait_for_timeout(500)
                self.seen += self.tab.evaluate(ELEMENTS, own)
        return self.seen + self.tab.evaluate(ELEMENTS, own)


def main():
    sitegen = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        source, site = pathlib.Path(work, "in"), pathlib.Path(work, "out")
        write(source)
        subprocess.run([sitegen, "build", "--quiet", "--source", source, "--output", site], check=True)
        pages = sorted(str(p.relative_to(site)) for p in site.rglob("*.html") if p.is_file())
        faults = [f"{path}: no policy" for path in pages if POLICY not in (site / path).read_bytes()]
        address = run.serve(site, Stripping)
        browser = launch(playwright)
        (site / "bad.html").write_text(BAD)
        watch = Watch(browser, address)
        found = " ".join(watch.faults("bad.html"))
        faults += [f"not seen: {what}" for what in ("ran: ", "asks for https://evil", "leads: ", "a probe: ", "acts: ") if what not in found]
        for path in pages:
            faults += [f"{path}: {fault}" for fault in dict.fromkeys(watch.faults(path))]
        browser.close()
    print(*faults[:40], sep="\n")
    print(f"{len(pages)} pages without their policy, {len(hostile.MARKUP)} payloads; {len(faults)} faults")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
