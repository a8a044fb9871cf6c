#!/usr/bin/env python3
"""What readers come for, counted in clicks and pixels.

    tasks.py SITE COMMUNITY [GROUP]

COMMUNITY is a folder of the site, GROUP a name on its page of groups. Prints a line a task; exit code 1 when one fails.
"""
import pathlib
import sys

from playwright.sync_api import sync_playwright

from browser import launch

FIRST_SCREEN = 900  # pixels


def bottom(tab, selector):
    """Where the first such element ends, in pixels from the top of the page; none is infinitely far."""
    box = tab.locator(selector).first.bounding_box() if tab.locator(selector).count() else None
    return round(box["y"] + box["height"]) if box else float("inf")


def is_ready(tab, community):
    tab.goto(f"{community}/index.html")
    ends = {name: bottom(tab, s) for name, s in (("answer", ".answer"), ("bar", ".proportions"), ("strip", ".strip"))}
    most = FIRST_SCREEN if tab.viewport_size["width"] > 1000 else 2 * FIRST_SCREEN
    return max(ends["answer"], ends["bar"]) <= most, f"0 clicks; ends at {ends} px"


def must_judge(tab, community):
    tab.goto(f"{community}/index.html")
    link = tab.locator(".legend li", has_text="review").locator("a").first
    if not link.count():
        return True, "nothing needs review"
    link.click()
    section = tab.locator("section", has=tab.locator(":target"))
    section.locator(".criterion").first.wait_for()
    criteria, quoted = section.locator(".criterion").count(), section.locator(".quoted, blockquote").count()
    return criteria > 0 and quoted > 0, f"1 click; {criteria} criteria, {quoted} passages quoted"


def next_meeting(tab, community, group):
    tab.goto(f"{community}/index.html")
    tab.locator("nav.side a", has_text="Groups").first.click()
    tab.locator("table a", has_text=group).first.click()
    answer, join = tab.locator(".answer"), tab.locator("main a", has_text="Join")
    narrow = bottom(tab, "main a:text('Join')")
    is_answered = answer.count() > 0 and join.count() > 0
    return is_answered, f"2 clicks; {answer.first.inner_text() if answer.count() else 'no day'}; Join ends at {narrow} px"


def search_meeting(tab, community, group):
    tab.goto(f"{community}/index.html")
    tab.keyboard.press("/")
    tab.keyboard.type(group)
    tab.keyboard.press("Enter")
    link = tab.locator("#Search-results a").first
    link.wait_for()
    link.click()
    return group.casefold() in tab.locator("h1").inner_text().casefold(), f"1 search; leads to {tab.title()!r}"


def closest(tab, site):
    tab.goto(f"{site}/index.html")
    row = tab.locator(".matrix tbody tr").first
    lacks = tab.locator("text=What most of them lack").count() + tab.locator(".matrix tfoot").count()
    return row.count() > 0 and lacks > 0, (f"0 clicks; first row {row.locator('th').inner_text().strip()!r}, "
                                          f"matrix ends at {bottom(tab, '.matrix')} px")


def do_first(tab, community):
    tab.goto(f"{community}/index.html")
    step = tab.locator(".next li").first
    if not step.count():
        return False, "no step is shown"
    copies = step.get_by_role("button", name="Copy as Markdown").count()
    return step.locator("a").count() > 0 and copies == 1, f"0 clicks; {step.inner_text()[:90]!r}, ends at {bottom(tab, '.next li')} px"


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    site = pathlib.Path(sys.argv[1]).resolve().as_uri()
    community, group = f"{site}/{sys.argv[2]}", sys.argv[3] if len(sys.argv) > 3 else None
    tasks = [("Is it ready?", is_ready, (community,)), ("What must I judge?", must_judge, (community,)),
             ("What do I do first?", do_first, (community,))]
    if (pathlib.Path(sys.argv[1]) / "search").is_dir() and "matrix" in (pathlib.Path(sys.argv[1]) / "index.html").read_text():
        tasks.append(("Who is closest, what do all lack?", closest, (site,)))
    if group:
        tasks += [("When does the group meet?", next_meeting, (community, group)),
                  ("The same by search", search_meeting, (community, group))]
    failed = 0
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for width in (1440, 360):
            context = browser.new_context(viewport={"width": width, "height": FIRST_SCREEN})
            tab = context.new_page()
            for question, task, arguments in tasks:
                is_right, words = task(tab, *arguments)
                failed += not is_right
                print(f"{'ok    ' if is_right else 'FAILED'} {width:5} px  {question:34} {words}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
