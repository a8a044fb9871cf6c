#!/usr/bin/env python3
"""Takes the README's pictures of a built site: make.py SITE [--portfolio SITE] [--output DIR].

Writes portfolio.png, dashboard.png, gap-report.png and annotated-document.png, 1280 px wide, light, with few enough
colors that each stays under 200 kB. The community shown is the one with the largest gap report: it has most to show. A site of many
communities has more to show of a portfolio.
"""
import argparse
import io
import pathlib
import re
import sys

from PIL import Image
from playwright.sync_api import sync_playwright

sys.path.append(str(pathlib.Path(__file__).parents[1] / "Browser"))
from browser import launch  # noqa: E402

WIDTH, HEIGHT = 1280, 1000  # CSS pixels; a shorter page gives a shorter picture
LARGEST = 200_000  # bytes
COLORS = (256, 128, 64, 32, 16)


def largest(paths):
    return max(sorted(paths), key=lambda p: p.stat().st_size, default=None)


def annotated(path):
    return re.search(r"<article[^>]*\bannotated\b", path.read_text(encoding="utf-8")) is not None


# Scrolls to the heading of an annotated document that has the most notes below it on one screen.
TO_NOTES = """() => {
  const top = (e) => e.getBoundingClientRect().top + scrollY;
  const article = document.querySelector("article.annotated");
  const notes = [...article.querySelectorAll(".margin")].map(top);
  const count = (start) => notes.filter((n) => n >= start && n < start + innerHeight).length;
  const starts = [...article.querySelectorAll("h2, h3, h4")].map((h) => top(h) - 24);
  scrollTo(0, starts.reduce((best, s) => count(s) > count(best) ? s : best, 0));
}"""


def pictures(site, many):
    """Name, page, and whether to show the notes of a document instead of the top of the page."""
    report = largest(site.glob("*/gap-report/index.html"))
    if report is None:
        sys.exit(f"error: no gap report in {site}; build the site first")
    community = report.parent.parent
    document = largest(p for p in community.glob("documents/**/index.html") if annotated(p))
    yield "portfolio", many / "index.html", False
    yield "dashboard", community / "index.html", False
    yield "gap-report", report, False
    if document:
        yield "annotated-document", document, True


def compressed(picture):
    """The picture as PNG with as many colors as fit."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for colors in COLORS:
        file = io.BytesIO()
        image.quantize(colors, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
        if file.tell() <= LARGEST:
            break
    return file.getvalue()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=pathlib.Path, help="folder of a built site")
    parser.add_argument("--portfolio", type=pathlib.Path, help="folder of a site of many communities")
    parser.add_argument("--output", type=pathlib.Path, default=pathlib.Path(__file__).parent)
    options = parser.parse_args()

    with sync_playwright() as playwright:
        # No smoothing by subpixels and no hinting: the same picture from the same fonts.
        browser = launch(playwright, ["--disable-lcd-text", "--font-render-hinting=none", "--hide-scrollbars"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light",
                               reduced_motion="reduce", locale="en-US", timezone_id="UTC")
        for name, page, is_document in pictures(options.site.resolve(), (options.portfolio or options.site).resolve()):
            tab.goto(page.as_uri())
            if is_document:
                tab.evaluate(TO_NOTES)
            else:
                bottom = tab.evaluate("document.body.getBoundingClientRect().bottom")
                tab.set_viewport_size({"width": WIDTH, "height": min(HEIGHT, int(bottom) + 1)})
            picture = compressed(tab.screenshot(animations="disabled", caret="hide"))
            (options.output / f"{name}.png").write_bytes(picture)
            print(f"{name}.png: {len(picture)} bytes, {page.parent.name}/{page.name}")
            tab.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        browser.close()


if __name__ == "__main__":
    main()
