"""Names that become one path, names no disk or host likes, files that are none, and manifests that lie."""
import hashlib
import json

from case import Case, fifo, folder, groups, hard_link, link, put, sparse, unix_socket

PAGE = "# Example\n\nText.\n"

# Each pair of names must give two pages.
PAIRS = {
    "question mark and star": ["a?b.md", "a*b.md"], "sharp and minus": ["C#.md", "C-.md"], "dot and its word": [".x.md", "dot-x.md"], "case alone": ["Page.md", "page.md"],
    "normal form alone": ["caf\u00e9.md", "cafe\u0301.md"], "one and its suffix": ["a#.md", "a-.md", "a?.md", "a%.md"], "colon and pipe": ["a:b.md", "a|b.md"], "folder case": ["Docs/a.md", "docs/a.md"],
    "dotless i": ["I.md", "\u0131.md"], "sharp s": ["stra\u00dfe.md", "STRASSE.md"], "trailing dot": ["a..md", "a.md"], "trailing space": ["a .md", "a.md"], "two backslashes": ["a\\b.md", "a/b.md"],
    "escaped and not": ["a%20b.md", "a b.md"],
}

SINGLE = {
    "index": "index.html.md", "page of a folder": "index.html/a.md", "page of a page": "a.md/index.html/b.md", "name of our work": "a.sitegen-new.md", "folder of our work": "a.sitegen-new/b.md",
    "our own folder": ".sitegen/a.md", "manifest": "manifest.json/a.md", "assets": "assets/a.md", "criteria page": "criteria/index.html.md", "250 bytes": "a" * 247 + ".md", "255 bytes": "a" * 252 + ".md",
    "250 bytes of letters of three": "漢" * 83 + ".md", "long path": "/".join(["folder-" + "x" * 60] * 30) + "/a.md", "deep path": "d/" * 63 + "a.md", "device of another system": "CON.md", "NUL of another system": "nul.md",
    "AUX with a folder": "aux/a.md", "dots": "...md", "dash": "-.md", "tilde": "~.md", "space": " .md", "hidden": ".github/a.md", "emoji": "👩\u200d👩\u200d👧.md", "right to left": "\u202egpj.md", "zero width": "a\u200bb.md",
    "not a character": "\ufdd0.md", "private use": "\ue000.md", "control characters": "\x01\x7f.md", "line break": "a\nb.md", "tab": "a\tb.md", "carriage return": "a\rb.md", "escape": "\x1b]0;a\x07.md", "encoded slash": "a%2Fb.md", "encoded parent": "%2e%2e%2fa.md",
    "parent in words": "..a.md", "quotes": "\"'`.md", "dollar": "$HOME.md", "template": "{{ page.path }}.md", "option": "--output=a.md", "address": "https:/example.org/a.md",
}

SPECIAL = {
    "FIFO named SECURITY.md": {"SECURITY.md": fifo}, "socket named SECURITY.md": {"SECURITY.md": unix_socket}, "FIFO named OWNERS": {"OWNERS": fifo}, "FIFO named manifest.json": {"manifest.json": fifo, "a.md": PAGE},
    "FIFO named .gitignore": {".gitignore": fifo, "a.md": PAGE}, "folder named SECURITY.md": {"SECURITY.md": folder}, "folder named OWNERS with a file": {"OWNERS/a.md": PAGE}, "folder named sitegen.yaml": {"sitegen.yaml/a.md": PAGE},
    "folder named .git that is empty": {".git": folder, "a.md": PAGE}, "file named .git": {".git": "gitdir: /etc\n", "a.md": PAGE}, "file named .git of a FIFO": {".git": fifo, "a.md": PAGE},
    "link out of the source": {"passwd.md": link("/etc/passwd")}, "link to the parent": {"up": link(".."), "a.md": PAGE}, "link to itself": {"loop.md": link("loop.md")}, "links in a ring": {"a.md": link("b.md"), "b.md": link("a.md")},
    "link that leads nowhere": {"none.md": link("nowhere")}, "link to a device": {"zero.md": link("/dev/zero")}, "link to a FIFO": {"pipe": fifo, "a.md": link("pipe")}, "link to the root": {"root": link("/"), "a.md": PAGE},
    "link to a document": {"a.md": PAGE, "b.md": link("a.md")}, "link to a process": {"environ.md": link("/proc/self/environ")}, "chain of links": {"a.md": PAGE, "b.md": link("a.md"), "c.md": link("b.md"), "d.md": link("c.md")},
    "second name of a file": {"a.md": PAGE, "b.md": hard_link("a.md")}, "file with nothing in it but size": {"sparse.md": sparse(3_000_000)}, "file of 9 MB and no content": {"sparse.md": sparse(9_000_000)}, "file of a terabyte": {"sparse.md": sparse(1 << 40)},
    "FIFO without a document's name": {"pipe": fifo, "a.md": PAGE}, "linked folder": {"real/a.md": PAGE, "linked": link("real")},
}

IGNORE = {
    "many patterns": "a*b?c\n" * 20_000, "many different patterns": "".join(f"*{i}*x\n" for i in range(20_000)), "stars": "*" * 20_000 + "b\n", "double stars": "**/" * 5_000 + "a\n", "brackets": "[" * 20_000 + "\n", "long class": "[" + "a-z" * 10_000 + "]\n",
    "negations": "!" * 10_000 + "\n" + "!*.md\n" * 2_000, "backslashes": "\\" * 20_001, "braces": "{a,b}" * 5_000 + "\n", "not UTF-8": b"\xff\xfe*\n", "NUL": "a\0b\n", "classes that never end": "[!]\n[]]\n[a\n[[:alpha:]\n[z-a]\n",
}


def manifest(files, **other):
    return json.dumps({"schema": "manifest/1", "generator": "sitegen", "version": "0.1.0", "inputs": {}, **other, "outputs": files})


def digest(text): return hashlib.sha256(text.encode()).hexdigest()


FORGED = {
    "lists a document": {"docs/manifest.json": manifest({"GOVERNANCE.md": "0" * 64}), "docs/GOVERNANCE.md": PAGE},
    "lists a document with its hash": {"docs/manifest.json": manifest({"GOVERNANCE.md": digest(PAGE)}), "docs/GOVERNANCE.md": PAGE},
    "lists the folder above": {"docs/manifest.json": manifest({"../a.md": digest(PAGE)}), "a.md": PAGE},
    "lists an absolute path": {"docs/manifest.json": manifest({"/etc/passwd": "0" * 64}), "docs/a.md": PAGE},
    "is YAML": {"docs/manifest.json": "generator: sitegen\nschema: manifest/1\n", "docs/a.md": PAGE},
    "is nested deeply": {"docs/manifest.json": '{"outputs":' * 20_000, "docs/a.md": PAGE},
    "lists a hundred thousand files": {"docs/manifest.json": manifest({f"f{i}.md": "0" * 64 for i in range(20_000)}), "docs/a.md": PAGE},
    "is a link": {"docs/manifest.json": link("../x.json"), "x.json": manifest({"a.md": digest(PAGE)}), "docs/a.md": PAGE},
}


def all_have_pages(count):
    def check(work, _):
        found = len(list((work / "out").rglob("documents/**/index.html"))) if (work / "out").exists() else 0
        # The list of documents and the two sound ones.
        if found != count + 3:
            yield f"{found - 3} pages of {count} documents"
    return check


def cases():
    inputs = {f"pair, {n}": {name: PAGE + name for name in names} for n, names in PAIRS.items()}
    yield Case("pairs of names", inputs, after=all_have_pages(sum(map(len, PAIRS.values()))))
    yield Case("names", {f"file name, {n}": {name: PAGE} for n, name in SINGLE.items()}, silent=("file name, our own folder",))
    yield Case("name that is no UTF-8", {"bytes": {b"a\xff\xc3(.md": PAGE}, "folder of bytes": {b"\xfe/a.md": PAGE}}, exits=(0, 3), silent=("bytes", "folder of bytes"), says=("is not valid UTF-8",))
    yield from groups("special", {f"special, {n}": f for n, f in SPECIAL.items()}, 40, exits=(0, 3), silent=(
        "special, link to the parent", "special, link to the root", "special, folder named .git that is empty", "special, folder named SECURITY.md"))
    yield from groups("ignored", {f".gitignore, {n}": {".gitignore": t, "a.md": PAGE} for n, t in IGNORE.items()}, 12, exits=(0, 3), silent=("a.md",))
    yield Case("forged manifests", {f"manifest, {n}": f for n, f in FORGED.items()}, exits=(0, 3), after=lambda work, _: [] if (work / "out/in/documents/00/docs/GOVERNANCE.md").exists() and (work / "out/in/documents/01/docs/GOVERNANCE.md").exists() else ["a listed document has no page"])
    yield Case("FIFO named sitegen.yaml", {"FIFO in place of the configuration": {"sitegen.yaml": fifo}}, shared=False, says=("sitegen.yaml",))
    yield Case("socket named sitegen.yaml", {"socket in place of the configuration": {"sitegen.yaml": unix_socket}}, shared=False, says=("sitegen.yaml",))
    yield Case("folder named sitegen.yaml", {"folder in place of the configuration": {"sitegen.yaml/a.md": PAGE}}, shared=False, says=("sitegen.yaml",))
    yield Case("name in the root of a community", {"folder named index.html": {"index.html/a.md": PAGE}, "folder named assets": {"assets/a.md": PAGE}, "folder named manifest.json": {"manifest.json/a.md": PAGE}}, shared=False)
