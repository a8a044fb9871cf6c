"""The pages of a built site: where they lie, what type they are, which are drawn as a sample."""
import dataclasses
import hashlib
import pathlib
import re
import zlib
from xml.etree import ElementTree

WIDTHS = (360, 768, 1440)
THEMES = ("light", "dark")
VIEWS = [(width, theme) for width in WIDTHS for theme in THEMES]

# The page for unknown addresses is served at any address, so its own links hold only under the site's base URL.
NOT_FOUND = "404.html"


@dataclasses.dataclass(frozen=True)
class Page:
    path: str  # relative to the site, with slashes
    type: str
    size: int  # bytes
    is_dashboard: bool
    represents_type: bool = False

    def views(self, wanted):
        """Width and theme of each axe pass: all, or all of the page that stands for its type, or one chosen by the
        path."""
        if wanted == "all" or (wanted == "type" and self.represents_type):
            return VIEWS
        return [VIEWS[zlib.crc32(self.path.encode()) % len(VIEWS)]]


class Site:
    """A built site on disk."""

    def __init__(self, root):
        self.root = pathlib.Path(root).resolve()
        self.files = sorted(str(p.relative_to(self.root)) for p in self.root.rglob("*") if p.is_file())
        reports = [p for p in self.files if p.endswith("/gap-report/index.html")]
        self.communities = {p.removesuffix("gap-report/index.html") for p in reports}
        self.base_url = self._base_url()
        self.pages = self._with_representatives([self._page(p) for p in self.files if p.endswith(".html")])

    def _base_url(self):
        """The address of the published site as its sitemap has it, with a final slash; none without a sitemap."""
        sitemap = self.root / "sitemap.xml"
        if not sitemap.exists():
            return None
        addresses = [e.text.strip() for e in ElementTree.parse(sitemap).iter() if e.tag.endswith("}loc") and e.text]
        return min(addresses, key=len).removesuffix("index.html") if addresses else None

    def _page(self, path):
        size = (self.root / path).stat().st_size
        community = next((c for c in self.communities if path.startswith(c)), None)
        if community is None:
            parts = path.removesuffix("index.html").strip("/").split("/")
            kind = "portfolio" if path == "index.html" else parts[0] + ("/*" if len(parts) > 1 else "")
            return Page(path, kind, size, is_dashboard=False)
        rest = path[len(community):]
        if rest == "index.html":
            return Page(path, "dashboard", size, is_dashboard=True)
        folder, _, below = rest.partition("/")
        if below in ("", "index.html", folder + ".html"):  # the last is the page as one file
            kind = folder
        elif folder == "documents":
            # Documents are rendered by what they were written in, and differently where an assessment notes them.
            source = pathlib.PurePosixPath(below).parent
            with open(self.root / path, encoding="utf-8", errors="replace") as file:
                annotated = re.search(r"<article[^>]*\bannotated\b", file.read()) is not None
            kind = f"document {source.suffix or 'without extension'}{', annotated' if annotated else ''}"
        else:
            kind = folder + ("/*" if below.endswith("/index.html") else "/" + below)
        return Page(path, kind, size, is_dashboard=False)

    def _with_representatives(self, pages):
        """Marks the largest page of each type, before pages as one file: it holds the most of what can go wrong."""
        def rank(page):
            return page.path.endswith("index.html"), page.size

        largest = {}
        for page in pages:
            if page.type not in largest or rank(page) > rank(largest[page.type]):
                largest[page.type] = page
        return [dataclasses.replace(p, represents_type=largest[p.type] is p) for p in pages]

    def sample(self, count, seed):
        """All dashboards, one page of each type, and `count` others by the order of a hash: a new page moves no
        other."""
        others = [p for p in self.pages if not (p.is_dashboard or p.represents_type)]
        others.sort(key=lambda p: hashlib.sha256(f"{seed}\0{p.path}".encode()).digest())
        left = set(others[count:])
        return [p for p in self.pages if p not in left]
