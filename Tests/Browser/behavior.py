"""What scripts add to a page, used as a reader would: search, filter, sort, the reader's own time."""
import datetime
import pathlib
import re
import zoneinfo
from urllib.parse import unquote, urlsplit

from playwright.sync_api import TimeoutError

PATIENCE = 15_000  # milliseconds, of what a person waits for
ZONE = "Asia/Tokyo"  # where the reader is
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def search(tab, address):
    """From another page the slash leads into the field of the head, Enter to the search at this address with the words
    typed, which finds something; each result is there, and the words stay in the address."""
    problems = []
    try:
        tab.keyboard.press("/")
        tab.keyboard.type("maintainer")
        tab.keyboard.press("Enter")
        tab.wait_for_url(address + "**", timeout=PATIENCE)
        before = 0
        tab.wait_for_function("n => document.querySelectorAll('main a[href]').length > n", arg=before, timeout=PATIENCE)
        found = tab.evaluate("[...document.querySelectorAll('main a[href]')].map(a => a.href)")
        for link in found:
            is_there = (pathlib.Path(unquote(urlsplit(link).path)).is_file() if link.startswith("file:")
                        else tab.request.head(link).ok)
            if not is_there:
                problems.append(f"a result leads nowhere: {link}")
        tab.reload()
        tab.wait_for_function("n => document.querySelectorAll('main a[href]').length > n", arg=before, timeout=PATIENCE)
        if tab.evaluate("[...document.querySelectorAll('main a[href]')].map(a => a.href)") != found:
            problems.append("other results after a reload")
        tab.locator("main input[type=search]").focus()
        tab.keyboard.type("/")
        if "/" not in tab.locator("main input[type=search]").input_value():
            problems.append("in the field a slash cannot be typed")
        tab.locator("main input[type=search]").fill("no such word anywhere")
        tab.wait_for_function("n => document.querySelectorAll('main a[href]').length <= n", arg=before,
                              timeout=PATIENCE)
    except TimeoutError as error:
        problems.append(str(error).splitlines()[0])
    return problems


def filtering(tab):
    """The first filter of the page leaves the rows that hold its text, and the address keeps it."""
    field, rows = _table(tab)
    if field is None:
        return None
    texts = [text.casefold() for text in rows.all_text_contents()]
    names = [cell for cell in rows.evaluate_all("rows => rows.map(r => r.cells[0].textContent.trim())")
             if cell and not all(cell.casefold() in text for text in texts)]
    if not names:
        return None
    before, name = len(texts), names[-1]
    field.fill(name)
    left = rows.count()
    problems = [] if 0 < left < before else [f"{name!r} leaves {left} of {before} rows"]
    tab.reload()
    if rows.count() != left:
        problems.append(f"after a reload {rows.count()} rows, before {left}")
    field.fill("")
    if rows.count() != before:
        problems.append(f"with an empty filter {rows.count()} of {before} rows")
    return problems


def sorting(tab):
    """The first heading sorts the rows both ways, says so, and the address keeps it."""
    field, rows = _table(tab)
    if field is None:
        return None
    problems = []
    # A list in parts is filtered as a whole and sorted in none of them.
    if tab.locator("main .filter").first.locator("xpath=following-sibling::*[1][contains(@class, 'split')]").count():
        return None
    table = rows.first.locator("xpath=ancestor::table")
    head = table.locator("thead th").first
    shown = head.locator("button")
    if shown.count() == 0:
        return ["no heading that sorts"]
    texts = "rows => rows.map(r => (r.cells[0].querySelector('time')?.dateTime ?? r.cells[0].textContent).trim())"
    ordered = """(values, descending) => { const c = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
      const inOrder = (a, b) => (descending ? c.compare(b, a) : c.compare(a, b)) <= 0;
      return values.filter(Boolean).every((v, i, all) => !i || inOrder(all[i - 1], v)); }"""
    for direction in ("ascending", "descending"):
        shown.click()
        if head.get_attribute("aria-sort") != direction:
            problems.append(f"the heading says {head.get_attribute('aria-sort')}, not {direction}")
        values = rows.evaluate_all(texts)
        if not tab.evaluate(f"([v, d]) => ({ordered})(v, d)", [values, direction == "descending"]):
            problems.append(f"not {direction}: {values[:4]}")
    tab.reload()
    if rows.evaluate_all(texts) != values:
        problems.append("another order after a reload")
    return problems


def local_times(tab):
    """Each meeting with a zone says when it is where the reader is."""
    meetings = tab.evaluate("""[...document.querySelectorAll("[data-meeting-zone]")].map(e => (
      { ...e.dataset, text: e.textContent, local: e.querySelector(".local")?.textContent ?? "" }))""")
    problems = []
    for meeting in meetings:
        wanted = _next(meeting["meetingZone"], meeting["meetingDay"], int(meeting["meetingStart"]))
        # A narrow no-break space stands before AM and PM.
        said = re.search(r"(\w+day).*?(\d+):(\d+)\s?([AP]M)", meeting["local"])
        expected = wanted.strftime("%A %I:%M %p").replace(" 0", " ")
        if not said or f"{said[1]} {said[2]}:{said[3]} {said[4]}" != expected:
            problems.append(f"{meeting['text']!r}: expected {expected}")
    return problems if meetings else None


def _next(zone, day, minutes):
    """The next time it is this day and minute in the zone, as the reader's clock shows it."""
    now = datetime.datetime.now(zoneinfo.ZoneInfo(zone))
    date = now.date() + datetime.timedelta(days=(DAYS.index(day) - now.weekday()) % 7)
    when = datetime.datetime.combine(date, datetime.time(minutes // 60, minutes % 60), now.tzinfo)
    if when.replace(tzinfo=None) < now.replace(tzinfo=None):
        when += datetime.timedelta(days=7)
    return when.astimezone(zoneinfo.ZoneInfo(ZONE))


def _table(tab):
    """The first filter of the page and the visible rows that it filters; no field where there is none."""
    field = tab.locator("main .filter input").first
    if field.count() == 0:
        return None, None
    return field, tab.locator("main .filter").first.locator("xpath=following-sibling::*[1]").locator("tbody tr:visible")
