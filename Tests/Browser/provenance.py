#!/usr/bin/env python3
"""Proves that every number of a report has a source: provenance.py SITE [--only TEXT]

Takes each number in the text of the pages that report on a community, and looks for what bears it out. A number passes
only when the page it stands on, or a page that a link beside it leads to, shows it:

    date     part of the date that its `time` element carries
    line     a link, around it or in the same entry, leads to a line of a document that holds it; a line of YAML
             stands for what is nested below it
    place    the line number, or a part of the path, in the text of a link to just that line, or beside one
    rows     the entry cites that many lines, or a range of that many, or a line of a list that has that many entries,
             or rows with that many different values in one column
    words    a link in the same entry, or in the facts of the page's subject, leads to a page that holds it with the
             words beside it: a page that defines (a rule, a criteria set), or one where it has a source itself; so
             does a page of the community's navigation
    report   a link, around it or in the same entry, leads to a report as data (JSON) that has it
    count    marked as a count, it heads or links to a list with exactly that many entries, or with that many of the
             classes it names in `data-counts`, or is the sum of such counts that link to parts of it; `12 more` links
             to where at least so many are
    share    a percentage that two counts of the same section give
    age      days, or years and months, between the as-of date and a date of the same entry
    picture  in a picture whose table has it, on the scale of one, or the header of a row that has the count of it

Anything else is a naked number. Digits that are part of a name (`K8s`, `GOV-2ORG`, `1a2b3c4`, `#310`) are no numbers.
Prints one line a naked number; exit code 1 when there is one.
"""
import argparse
import collections
import dataclasses
import datetime
import html.parser
import pathlib
import posixpath
import re
import sys
from urllib.parse import unquote, urlsplit

from pages import Site

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# Digits with grouping and decimals; letters, or a hyphen to a letter, on either side make them part of a name.
NUMBER = re.compile(r"(?<![\w.#/-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)*(?![\w/]|-[A-Za-z])")
BARE = re.compile(r"\d+(?:[, \u00a0\u202f]\d{3})*(?:\.\d+)*")
SUFFIXED = re.compile(r"(\d+(?:\.\d+)?)\s?([kKmM])\b\+?")
# Marks of Markdown, which a quotation of a file has and a page does not.
MARKUP = re.compile(r"[*_`\[\]()|~]")
# A number in a link's address, its reference, or an attribute of HTML: a page does not show it.
UNSHOWN = re.compile(r"\]\[\w+\]|\]\([^)\s]*\)?|=\"[^\"]*\"?|https?://\S+")
SPAN = re.compile(r"(\d+) years?(?: (\d+) months?)?|(\d+) months?")
WORDS = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
         "seventeen eighteen nineteen twenty").split()
# What stands on its own: a source inside of it is the source of all of it.
ENTRIES = {"li", "tr", "article", "blockquote", "dd", "dt", "figure"}
INLINE = {"a", "abbr", "b", "code", "em", "i", "mark", "q", "s", "span", "strong", "sub", "sup", "time"}
COUNTING = {"a", "summary", "caption"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


class Element:
    """An element of a page; its children are elements and texts."""

    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.children = tag, attributes, parent, []
        self.classes = set((attributes.get("class") or "").split())

    def walk(self):
        """Itself and all elements below, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def text(self):
        """Its text, with a space around whatever does not stand in the line."""
        return "".join(map(text_of, self.children))

    def ancestors(self):
        element = self
        while element is not None:
            yield element
            element = element.parent

    def closest(self, matches):
        return next((e for e in self.ancestors() if matches(e)), None)

    def elements(self):
        return [c for c in self.children if isinstance(c, Element)]


def text_of(node):
    return node if isinstance(node, str) else node.text() if node.tag in INLINE else f" {node.text()} "


class Builder(html.parser.HTMLParser):
    """HTML that closes each element, as a tree."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = self.open = Element("", {}, None)
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        element = Element(tag, {n: v or "" for n, v in attributes}, self.open)
        self.open.children.append(element)
        if tag not in VOID:
            self.open = element

    def handle_startendtag(self, tag, attributes):
        self.open.children.append(Element(tag, {n: v or "" for n, v in attributes}, self.open))

    def handle_endtag(self, tag):
        element = self.open.closest(lambda e: e.tag == tag)
        if element is not None and element.parent is not None:
            self.open = element.parent

    def handle_data(self, data):
        self.open.children.append(data)


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def values(text):
    """All numbers that a text of a document can be said to state, as normalized digits."""
    found = {plain(m.group()) for m in BARE.finditer(text)} | set(re.findall(r"\d+", text))
    for number, suffix in SUFFIXED.findall(text):
        found.add(format(float(number) * (1e3 if suffix in "kK" else 1e6), ".0f"))
    words = set(re.findall(r"[a-z]+", text.lower()))
    return found | {str(n) for n, word in enumerate(WORDS) if word in words}


def plain(number):
    return re.sub(r"[, \u00a0\u202f]", "", number)


class Page:
    """A page as a tree, with what the proofs ask of it."""

    def __init__(self, path, text):
        self.path = path
        self.root = Builder(text).root
        self.ids, self.as_of, self.navigation = {}, None, []
        self.main = self.root
        for element in self.root.walk():
            if element.attributes.get("id"):
                self.ids.setdefault(element.attributes["id"], element)
            if element.tag == "main":
                self.main = element
            elif element.tag == "nav" and "side" in element.classes:
                self.navigation = [e for e in element.walk() if e.tag == "a"]
            elif element.tag == "footer":
                self.as_of = next((day(e) for e in element.walk() if e.tag == "time"), None)
        self.words = squeezed(MARKUP.sub("", self.main.text()))
        self._lines = None

    def texts(self):
        """Each text of the main part with the element it stands in."""
        for element in self.main.walk():
            if element.tag not in ("style", "script"):
                for child in element.children:
                    if isinstance(child, str):
                        yield element, child

    def anchors(self, line):
        """What may show a line: its anchor, or, where it has none, the one before and the one after it."""
        lines = sorted(int(i[1:]) for i in self.ids if re.fullmatch(r"L\d+", i))
        if line in lines:
            return {f"L{line}"}
        before, after = [n for n in lines if n < line], [n for n in lines if n > line]
        return {f"L{before[-1]}" if before else "", f"L{after[0]}" if after else ""}

    def line(self, anchor):
        """The numbers of the line of a document that an anchor `L12` stands for."""
        if self._lines is None:
            texts = {}
            self._read(self.main, "", texts)
            self._lines = {}
            anchors = list(texts)
            for index, name in enumerate(anchors):
                text = texts[name]
                if self.ids.get(name) is not None and "listing" in self.ids[name].parent.classes:
                    for below in anchors[index + 1:]:
                        if texts[below].strip() and indentation(texts[below]) <= indentation(texts[name]):
                            break
                        text += "\n" + texts[below]
                self._lines[name] = values(text)
        return self._lines.get(anchor, set())

    def _read(self, element, anchor, texts):
        """Adds what stands between one anchor of a line and the next, notes in the margin left out."""
        if element.tag == "aside":
            return anchor
        if re.fullmatch(r"L\d+", element.attributes.get("id", "")):
            anchor = element.attributes["id"]
        texts[anchor] = texts.get(anchor, "") + " ".join(
            [""] + [element.attributes[n] for n in ("href", "title") if n in element.attributes])
        for child in element.children:
            if isinstance(child, Element):
                anchor = self._read(child, anchor, texts)
            else:
                texts[anchor] = texts.get(anchor, "") + child
        return anchor


def indentation(text):
    return len(text) - len(text.lstrip())


def day(element):
    try:
        return datetime.date.fromisoformat(element.attributes.get("datetime", ""))
    except ValueError:
        return None


def lists(scope):
    """The lists of a part of a page: each as its entries."""
    articles, cells, short = [], [], []
    for element in scope.walk():
        if element.tag in ("ul", "ol", "tbody"):
            yield [e for e in element.elements() if e.tag in ("li", "tr")]
            if element.parent.tag == "section" and element.parent is not scope:
                short += [e for e in element.elements() if e.tag == "li"]
        elif element.tag == "dl":
            yield [e for e in element.elements() if e.tag == "dt"]
        if element.tag in ("td", "dd", "p", "tbody"):
            yield [e for e in element.walk() if "figure" in e.classes]
        elif element.tag == "article":
            articles.append(element)
        elif "cell" in element.classes:
            cells.append(element)
    # Cards, the squares of the strip, and a list in parts with a heading each.
    yield from (articles, cells, short)


def marked(scope, names):
    """The elements of a part that carry all classes of one of the comma-separated names."""
    wanted = [set(name.split()) for name in names.split(",")]
    return [e for e in scope.walk() if any(classes <= e.classes for classes in wanted)]


@dataclasses.dataclass
class Number:
    """A number in a text of a page."""
    page: Page
    element: Element
    text: str
    match: re.Match

    def __post_init__(self):
        self.digits = plain(self.match.group())
        self.count = int(self.digits) if self.digits.isdigit() else None
        self.link = self.element.closest(lambda e: e.tag == "a" and "href" in e.attributes)
        # With the word on each side of it, as far as the line goes.
        before, after = self.text[:self.match.start()], self.text[self.match.end():]
        inner = self.element
        while inner.tag in INLINE and inner.parent is not None:
            at = next(i for i, c in enumerate(inner.parent.children) if c is inner)
            before = "".join(map(text_of, inner.parent.children[:at])) + before
            after += "".join(map(text_of, inner.parent.children[at + 1:]))
            inner = inner.parent
        before, after, digits = MARKUP.sub("", before), MARKUP.sub("", after), self.match.group()
        self.phrases = [squeezed(p) for p in (re.search(r"\w*\W*$", before).group() + digits,
                                              digits + re.match(r"\W*\w*", after).group()) if len(p) > len(digits) + 2]

    def entry(self):
        """The parts of the page that can name its source: the entry of a list, the row or the card it stands in with
        what follows it; of other text what stands below the same heading."""
        parts = []
        for e in self.element.ancestors():
            if e.tag in ENTRIES:
                parts.append(e)
                if e.tag in ("article", "tr"):
                    return parts
            if e.parent is None or e.parent.tag in ("section", "main", "details"):
                return parts + run(e)
        return parts

    def describe(self):
        named = self.element.closest(lambda e: e.classes or e.attributes.get("id") or e.parent is None)
        around = squeezed(self.text[max(0, self.match.start() - 50):self.match.end() + 40])
        return f"{self.match.group()} in {named.tag}.{'.'.join(sorted(named.classes))}: {around!r}"


def is_quotation(element):
    return element.tag in ("q", "blockquote") or bool(element.classes & {"row", "quoted"})


def run(element):
    """The neighbors of an element from the heading above it to the next."""
    neighbors = element.parent.elements() if element.parent else [element]
    at = neighbors.index(element)
    first = next((i for i in range(at, -1, -1) if neighbors[i].tag in HEADINGS), 0)
    ends = HEADINGS | {"section"}
    last = next((i for i in range(at + 1, len(neighbors)) if neighbors[i].tag in ends), len(neighbors))
    return [element] + [e for e in neighbors[first:last] if e is not element and e.tag not in ("section", "nav")]


MOST_PAGES = 3  # between a number and its source


class Prover:
    """Looks for the source of each number of a site's pages; pages that links lead to are read once."""

    def __init__(self, site):
        self.site, self.files, self.read = site, set(site.files), {}
        self.communities = tuple(site.communities)
        self.proved = collections.Counter()
        self.asked = set()
        self.sourced = set()

    def page(self, path):
        if path not in self.read:
            self.read[path] = Page(path, (self.site.root / path).read_text(encoding="utf-8", errors="replace"))
        return self.read[path]

    def naked(self, path):
        """One line for each number of the page that nothing bears out."""
        page, found = self.page(path), []
        for element, text in page.texts():
            hidden = [m.span() for m in UNSHOWN.finditer(text)] if element.closest(is_quotation) else []
            for match in NUMBER.finditer(text):
                if any(start <= match.start() < end for start, end in hidden):
                    continue
                number = Number(page, element, text, match)
                how = self.proof(number)
                if how:
                    self.proved[how] += 1
                else:
                    found.append(number.describe())
        return found

    def proof(self, number):
        """How the number is borne out, none when it is not."""
        time = number.element.closest(lambda e: e.tag == "time")
        if time is not None:
            date = day(time)
            return "date" if date and number.count in (date.year, date.month, date.day) else None
        if number.link is not None and (how := self._by_link(number)):
            return how
        if number.count is not None and self._counts(number):
            return "count"
        entry = number.entry()
        links = [e for part in entry for e in part.walk() if e.tag == "a" and "href" in e.attributes]
        for link in links:
            if (how := self._beside(number, link)):
                return how
        if number.count is not None:
            if self._cites(number, entry):
                return "rows"
            if self._is_age(number, entry):
                return "age"
            if self._is_pictured(number):
                return "picture"
        if re.match(r"\s?%", number.text[number.match.end():]) and self._is_share(number):
            return "share"
        if any(self._says(number, *self._target(number.page, link)) for link in number.page.navigation):
            return "words"
        section = number.element.closest(lambda e: e.tag in ("section", "main")) or number.page.main
        if any(self._reported(number, e) for e in section.walk() if e.tag == "a" and "href" in e.attributes):
            return "report"
        if re.search(r"\blines? (?:\d+, |\d+ and |and )*$", number.text[:number.match.start()]) and any(
                self._target(number.page, e)[1] == f"L{number.digits}" for e in section.walk()
                if e.tag == "a" and "href" in e.attributes):
            return "place"
        # What the whole page is about: its facts, and the line it is taken from.
        subject = [e for e in number.page.main.walk() if e.tag == "dl" and "facts" in e.classes
                   or "from" in e.classes and e.parent.tag == "section"]
        for link in (e for part in subject for e in part.walk() if e.tag == "a" and "href" in e.attributes):
            if self._says(number, *self._target(number.page, link)):
                return "words"
        return "rows" if number.count is not None and self._cites(number, subject) else None

    def _target(self, page, link):
        """Page and anchor that a link leads to inside of the site; no page when it leads elsewhere."""
        href = link.attributes["href"]
        base = self.site.base_url
        is_whole = bool(base and href.startswith(base))
        parts = urlsplit(href[len(base):] if is_whole else href)
        if parts.scheme or parts.netloc:
            return None, ""
        path = unquote(parts.path)
        if not is_whole:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
        return (path if path in self.files and path.endswith(".html") else None), unquote(parts.fragment)

    def _reported(self, number, link):
        """Whether a link leads to a report as data that has the number."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(number.page.path),
                                                 unquote(urlsplit(link.attributes["href"]).path)))
        if not path.endswith(".json") or path not in self.files:
            return False
        if path not in self.read:
            text = (self.site.root / path).read_text(encoding="utf-8")
            self.read[path] = set(re.findall(r"(?<=[:\[,])\s*(\d+)(?=[,}\]\s])", text)), MARKUP.sub("", text)
        numbers, text = self.read[path]
        return number.digits in numbers or any(p in text for p in number.phrases)

    def _by_link(self, number):
        """The link around it leads to where it stands."""
        if self._reported(number, number.link):
            return "report"
        path, anchor = self._target(number.page, number.link)
        if path is None:
            return "line" if number.digits in values(unquote(number.link.attributes["href"])) else None
        if "/documents/" not in path:
            return "words" if self._says(number, path, anchor) or self._shows(number, path) else None
        shown = squeezed(number.link.text())
        file, colon, line = shown.rpartition(":")
        if colon and line == number.digits and anchor in self.page(path).anchors(int(line)):
            return "place"
        if file in self.page(path).words and number.digits in values(file):
            return "place"
        return "line" if number.digits in self.page(path).line(anchor) else None

    def _shows(self, number, path):
        """Whether a page has the number as a figure with a source."""
        target = self.page(path)
        return path != number.page.path and any(
            self.proof(Number(target, e, text, match)) for e in target.main.walk() if "figure" in e.classes
            for text in e.children if isinstance(text, str) and squeezed(text) == number.match.group()
            for match in NUMBER.finditer(text))

    def _beside(self, number, link):
        """A link in its entry leads to where it stands."""
        if self._reported(number, link):
            return "report"
        path, anchor = self._target(number.page, link)
        if path is None:
            return None
        if "/documents/" not in path:
            return "words" if link is not number.link and self._says(number, path, anchor) else None
        target = self.page(path)
        if number.digits in target.line(anchor):
            return "line"
        before = re.search(r"(\S+):(?:\d+–)?$", number.text[:number.match.start()])
        if link is not number.link and before and before.group(1) in target.words:
            return "place"
        # A quotation may go on over lines, and begin with a part of the file that has no line of its own.
        return "line" if any(p in target.words for p in number.phrases) else None

    def _says(self, number, path, anchor):
        """Whether a page holds it with the words beside it, and is a source or has one for it."""
        if path is None or path == number.page.path or (path, number.digits, *number.phrases) in self.asked:
            return False
        target = self.page(path)
        phrases = [p for p in number.phrases if p in target.words]
        if not phrases:
            return False
        if not path.startswith(self.communities):
            return path != "index.html"
        key = (path, number.digits, *number.phrases)
        # A number whose source is further away than this has none that a reader would find; looking everywhere for it
        # takes as long as there are ways.
        if key in self.sourced:
            return True
        if len(self.asked) == MOST_PAGES:
            return False
        self.asked.add(key)
        try:
            is_sourced = any(self.proof(n) for element, text in target.texts() for match in NUMBER.finditer(text)
                       if plain(match.group()) == number.digits
                       and set((n := Number(target, element, text, match)).phrases) & set(phrases))
        finally:
            self.asked.discard(key)
        if is_sourced:
            self.sourced.add(key)
        return is_sourced

    def _cites(self, number, entry):
        """Whether its entry cites that many rows, or a row of a list of that many."""
        cited = []
        for part in entry:
            for element in part.walk():
                links = [e for e in element.walk() if "source" in e.classes or "figure" in e.classes]
                places = {self._target(number.page, e) for e in links if e.attributes.get("href")}
                more = re.search(r"and ([\d,]+) more(?!:)", squeezed(element.text()))
                if links and len(places) + int(plain(more.group(1)) if more else 0) == number.count:
                    return True
            cited += [e for e in part.walk() if e.tag == "a" and "source" in e.classes]
            ranges = re.findall(r":(\d+)–(\d+)\b", part.text())
            if any(int(last) - int(first) + 1 == number.count for first, last in ranges):
                return True
        columns = collections.defaultdict(set)
        for link in cited:
            path, anchor = self._target(number.page, link)
            row = self.page(path).ids.get(anchor) if path else None
            if row is None:
                continue
            around = row.closest(lambda e: e.tag in ("tbody", "ul", "ol"))
            if any(number.count in (len(entries), sum(is_unticked(e) for e in entries))
                   for x in (around, row) if x is not None and "listing" not in x.classes for entries in lists(x)):
                return True
            for index, cell in enumerate(row.elements() if row.tag == "tr" else []):
                columns[path, index].add(squeezed(cell.text()).lower())
        return any(len(different) == number.count for different in columns.values())

    def _counts(self, number):
        """Whether it is marked as a count of a list that it heads or links to."""
        marker = number.element.closest(lambda e: e.classes & {"count", "n"} or e.tag in COUNTING)
        if marker is None:
            return False
        scopes = []
        if number.link is not None:
            path, anchor = self._target(number.page, number.link)
            if path is not None:
                target = self.page(path)
                scopes = [section_of(target.ids[anchor])] if anchor in target.ids else [target.main]
        else:
            scopes = [e for e in marker.ancestors()
                      if e.tag in ("li", "tr", "table", "details", "section", "div", "article", "main")]
        name, label = marker.attributes.get("data-counts"), label_of(marker, number.match.group())
        more = {int(plain(n)) for scope in scopes for n in re.findall(r"and ([\d,]+) more", squeezed(scope.text()))}
        is_rest = number.link is not None and re.match(r"\s*more\b", number.text[number.match.end():])
        for scope in scopes:
            if is_rest and number.count <= max(map(len, [places(scope), *lists(scope)])):
                return True
            if name:
                if len(marked(scope, name)) == number.count or is_sum(number, name, marker):
                    return True
                continue
            for entries in lists(scope):
                entries = [e for e in entries if all(x is not marker for x in e.walk())]
                if len(entries) == number.count and (entries or number.link is not None):
                    return True
                if entries and number.count - len(entries) in more:
                    return True
                if label and number.count and sum(is_labeled(e, label) for e in entries) == number.count:
                    return True
        # None at all, as the section says; or none of a label: the whole page has no such entry.
        section = marker.closest(lambda e: e.tag == "section")
        if number.count == 0 and section is not None and any("empty" in e.classes for e in section.walk()):
            return True
        return bool(label) and number.count == 0 and not any(
            is_labeled(e, label) for entries in lists(number.page.main) for e in entries if marker not in set(e.walk()))

    @staticmethod
    def _is_age(number, entry):
        """Whether it is the time from a date of its entry to the day of the site."""
        dates = [day(e) for part in entry for e in part.walk() if e.tag == "time"]
        ages = [abs((number.page.as_of - d).days) for d in dates if d] if number.page.as_of else []
        for span in SPAN.finditer(number.text):
            if span.start() <= number.match.start() < span.end():
                years, more, months = (int(n or 0) for n in span.groups())
                # Months are counted whole, so the span may be a month short.
                return any(0 <= a - (365.25 * years + 30.44 * (more + months)) < 33 for a in ages)
        return number.count in ages

    def _is_pictured(self, number):
        """Whether it is shown in a picture whose table has it, or names a row that has the count."""
        head = number.element.closest(lambda e: e.tag == "th" and e.parent.tag == "tr")
        if head is not None:
            return any(self._counts(Number(number.page, e, text, match))
                       for e in head.parent.walk() if "count" in e.classes
                       for text in e.children if isinstance(text, str) for match in NUMBER.finditer(text))
        if "axis" in number.element.classes:
            return True
        picture = number.element.closest(lambda e: e.tag == "svg")
        figure = picture.closest(lambda e: e.tag == "figure") if picture else None
        parts = [figure, *figure.parent.elements()] if figure else []
        tables = [e for part in parts if part.tag in ("figure", "details") for e in part.walk()
                  if e.tag == "table"]
        shown = {plain(m) for table in tables for m in NUMBER.findall(table.text())}
        return number.digits in shown

    @staticmethod
    def _is_share(number):
        section = number.element.closest(lambda e: e.tag in ("section", "details", "main"))
        counts = {int(plain(m)) for m in NUMBER.findall(section.text()) if plain(m).isdigit()} - {100}
        return any(0 < a <= b and round(100 * a / b) == round(float(number.digits)) for a in counts for b in counts)


def is_sum(number, name, marker):
    """Whether it is what the page's links to the parts of a list add up to."""
    parts = [e for e in number.page.main.walk() if e is not marker and e.attributes.get("data-counts") == name
             and e.closest(lambda a: a.tag == "a") is not None]
    return len(parts) > 1 and sum(int(plain(squeezed(e.text()))) for e in parts) == number.count


def places(scope):
    """The lines of documents that links of a part lead to."""
    return {e.attributes["href"] for e in scope.walk() if "source" in e.classes and "href" in e.attributes}


def section_of(element):
    """What an anchor stands for: of a heading the section it heads, of an entry its list."""
    is_part = element.tag in ("tr", "li") or element.tag in HEADINGS and element.parent.tag == "section"
    return element.parent if is_part else element


def label_of(marker, number):
    """The words that say what is counted: the header of the row, or the text beside the number."""
    row = marker.closest(lambda e: e.tag in ("tr", "li"))
    if row is None:
        return ""
    head = next((e for e in row.walk() if e.tag == "th"), None)
    return squeezed(head.text() if head else row.text().replace(number, "")).lower()


def is_unticked(entry):
    box = next((e for e in entry.walk() if "box" in e.classes), None)
    return box is not None and box.attributes.get("aria-label") == "not ticked"


def is_labeled(entry, label):
    return any(squeezed(e.text()).lower() == label for e in entry.walk())


REPORTING = re.compile(r"(gap-report|criteria|metrics|adopters|people|groups|findings|roadmap|events|actions|decisions|"
                       r"feedback|changes|history|who-decides|health)(/|$)")


def reporting(site, pages):
    """The pages that say something of a community: not the documents themselves, which are the sources."""
    for page in pages:
        community = next((c for c in site.communities if page.path.startswith(c)), None)
        if page.type == "portfolio" or community and (
                page.is_dashboard or REPORTING.match(page.path[len(community):])):
            yield page.path


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", help="folder of a built site")
    parser.add_argument("--only", default="", help="pages whose path contains this text")
    options = parser.parse_args()
    site = Site(options.site)
    prover, naked = Prover(site), 0
    for path in reporting(site, site.pages):
        if options.only in path:
            for problem in prover.naked(path):
                naked += 1
                print(f"{path}: naked number {problem}")
    print(", ".join(f"{how} {n}" for how, n in sorted(prover.proved.items())))
    print(f"{sum(prover.proved.values())} numbers have a source, {naked} have none")
    sys.exit(1 if naked else 0)


if __name__ == "__main__":
    main()
