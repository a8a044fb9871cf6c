"""What can be checked of a site without a browser: links and anchors, HTML, sizes."""
import html.parser
import json
import pathlib
import posixpath
import re
import subprocess
from urllib.parse import quote, unquote, urljoin, urlsplit

# Bytes, uncompressed.
DASHBOARD_BUDGET = 60_000
GAP_REPORT_BUDGET = 200_000
STYLE_BUDGET = 30_000
SCRIPT_BUDGET = 20_000

LINK_ATTRIBUTES = {"href", "src", "action", "poster", "data", "cite", "xlink:href"}
OUTSIDE_SCHEMES = {"http", "https", "mailto", "tel", "irc", "ircs", "xmpp", "webcal", "news", "ftp", "git", "ssh"}


class Links(html.parser.HTMLParser):
    """The links of a page with their lines, its ids, and its base element."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.links, self.ids, self.base = [], {"", "top"}, ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if value is None:
                continue
            if name == "id" or (name == "name" and tag == "a"):
                self.ids.add(value)
            elif tag == "base" and name == "href":
                self.base = value
            elif name in LINK_ATTRIBUTES and not (tag == "a" and name == "cite"):
                self.links.append((self.getpos()[0], tag, value))
            elif name == "srcset":
                self.links += [(self.getpos()[0], tag, part.split()[0]) for part in value.split(",") if part.split()]


class LinkChecker:
    """Resolves links inside a site; what a page defines is read once."""

    def __init__(self, site):
        self.site = site
        self.files = set(site.files)
        self.read = {}

    def page(self, path):
        if path not in self.read:
            self.read[path] = Links((self.site.root / path).read_text(encoding="utf-8", errors="replace"))
        return self.read[path]

    def problems(self, path):
        """One line for each link of the page that leads nowhere, or to where it must not."""
        page = self.page(path)
        found = []
        for line, tag, link in page.links:
            # A picture may lie in the page itself; a place to go to may not.
            if tag in ("img", "link", "source") and link.startswith("data:"):
                continue
            why = self._why_broken(path, page.base, link)
            if why:
                found.append(f"line {line}: <{tag}> {link[:200]!r}: {why}")
        return found

    def _why_broken(self, path, base, link):
        target = urljoin(base, link) if base else link
        published = self.site.base_url
        if published and path == "404.html" and target.startswith("/"):
            target = urljoin(published, target)
        if published and target.startswith(published):
            target = "site://inside/" + target[len(published):]
        scheme = urlsplit(target).scheme.lower()
        if scheme and scheme != "site":
            return None if scheme in OUTSIDE_SCHEMES else f"scheme {scheme}"
        if not scheme and urlsplit(target).netloc:
            return "an address without a scheme"
        if target.startswith("/"):
            return "an absolute path breaks under file:// and on project pages"
        parts = urlsplit(target)
        if scheme:
            joined = parts.path.lstrip("/")
        else:
            joined = posixpath.join(posixpath.dirname(quote(path)), parts.path) if parts.path else quote(path)
        file = posixpath.normpath(unquote(joined)) if joined else "."
        if file == ".." or file.startswith("../"):
            return "leaves the site"
        if file not in self.files:
            is_folder = any(f.startswith(file + "/") for f in self.files)
            return f"no file {file}" + ("; it is a folder" if is_folder else "")
        if file.endswith(".html") and unquote(parts.fragment) not in self.page(file).ids:
            return f"no id {unquote(parts.fragment)!r} in {file}"
        return None


def html_errors(site, pages, environment):
    """Errors of the Nu HTML checker, one JVM for all pages: {path: [line]}; it lies in the venv `environment`."""
    jar = next(pathlib.Path(environment).rglob("vnu.jar"))
    run = subprocess.run(
        ["java", "-Xss8m", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", "--errors-only"]
        + [str(site.root / p.path) for p in pages],
        capture_output=True, text=True, check=False)
    try:
        messages = json.loads(run.stdout)["messages"]
    except (ValueError, KeyError):
        raise RuntimeError(f"the HTML checker gave no answer: {run.stderr[-2000:] or run.stdout[-2000:]}") from None
    found = {p.path: [] for p in pages}
    for message in messages:
        # Its style checker is years behind the browsers; what a style sheet does is judged by the browser.
        if message["type"] == "info" or message["message"].startswith("CSS: "):
            continue
        path = unquote(urlsplit(message.get("url", "")).path)
        path = path[len(str(site.root)) + 1:] if path.startswith(str(site.root)) else ""
        extract = re.sub(r"\s+", " ", message.get("extract", ""))[:160]
        found.setdefault(path, []).append(f"line {message.get('lastLine', '?')}: {message['message']} — {extract}")
    return found


def budgets(site, links, with_gap_report):
    """Pairs of file and problem (none where it fits), for every file that has a budget."""
    limits = {c + "index.html": DASHBOARD_BUDGET for c in site.communities}
    if with_gap_report:
        limits |= {c + "gap-report/index.html": GAP_REPORT_BUDGET for c in site.communities}
    sizes = {path: (site.root / path).stat().st_size for path in site.files}
    for path, limit in sorted(limits.items()):
        yield path, None if sizes[path] <= limit else f"{sizes[path]} bytes, budget {limit}"
    # What pages load at once; an index of the content, loaded on demand, is data.
    for tag, ending, limit in (("link", ".css", STYLE_BUDGET), ("script", ".js", SCRIPT_BUDGET)):
        loaded = {posixpath.normpath(posixpath.join(posixpath.dirname(p.path), link))
                  for p in site.pages for _, t, link in links.page(p.path).links if t == tag and link.endswith(ending)}
        loaded = sorted(loaded & sizes.keys())
        total = sum(sizes[path] for path in loaded)
        yield ", ".join(loaded) or f"no *{ending}", None if total <= limit else f"{total} bytes, budget {limit}"
