#!/usr/bin/env python3
"""Proves that each check of run.py can fail: a site of pages with one fault each, and some without."""
import pathlib
import re
import subprocess
import sys
import tempfile

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:"
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{name}</title>
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="stylesheet" href="{up}assets/a.css">{head}</head>
<body><main><h1>{name}</h1><p>Some text. <a href="{up}search/index.html" data-search>Search</a></p>{body}</main>
<footer>As of <time datetime="2026-11-21">21 November 2026</time></footer></body></html>
"""
ASSETS = {
    "a.css": ".pale { color: #ccc; background: #fff } @media (prefers-color-scheme: dark) {"
             " .dim { color: #333; background: #111 } } @media (min-width: 1000px) { .dim-wide {"
             " color: #ccc; background: #fff } } .covered { background: #555 } .wide { width: 500px } .bare:focus { outline: none }"
             " .low { position: fixed; top: -90px } .box { overflow: hidden; width: 50px; white-space: nowrap }"
             " @page { @bottom-right { content: counter(page) ' / ' counter(pages) } }",
    "unnumbered.css": "@page { @bottom-right { content: none } }",
    "write.js": "document.querySelector('main').append(document.createElement('p').textContent = 'Written.');",
    "throw.js": "throw new Error('thrown');",
    "trap.js": "addEventListener('keydown', (e) => e.preventDefault());",
    "slow.js": "",
}
TABLE = ("<p class='filter'><label>Filter <input></label></p><div><table><thead><tr><th>Name</th></tr></thead><tbody>"
         "<tr><td>Ann</td></tr><tr><td>Bo</td></tr></tbody></table></div>")
# Name of the page: what is put into its head, into its main part, and the checks that must fail.
FAULTS = {
    "sound": ("", '<p><a href="../sound/index.html">Here</a></p>', set()),
    "pale": ("", '<p class="pale">Hard to read.</p>', {"axe"}),
    "dim": ("", "<p>One.</p>" * 9 + '<p class="dim">Hard to read in the dark.</p>', {"axe"}),
    "dim-wide": ("", "<p>One.</p>" * 9 + '<p class="dim-wide">Hard to read where there is room.</p>', {"axe"}),
    "covered": ("", '<div class="covered">' + "<p>One.</p>" * 9 + "</div>", {"axe"}),
    "unnamed": ("", "<p><button></button></p>", {"axe"}),
    "wide": ("", '<p class="wide">Too wide.</p>', {"width"}),
    "open-tag": ("", "<p><b>Never closed.</p>", {"html"}),
    "no-file": ("", '<a href="../nowhere/index.html">There</a>', {"links"}),
    "no-anchor": ("", '<a href="../sound/index.html#nowhere">There</a>', {"links"}),
    "folder": ("", '<a href="../sound/">There</a>', {"links"}),
    "way-out": ("", '<a href="../../index.html">There</a>', {"links"}),
    "unseen-focus": ("", '<p><a class="bare" href="index.html">Here</a></p>', {"keyboard"}),
    "off-screen": ("", '<p><a class="low" href="index.html">Here</a></p>', {"keyboard"}),
    "trap": ('<script src="../assets/trap.js" defer></script>', '<p><a href="index.html">Here</a></p>', {"keyboard"}),
    "scripted": ('<script src="../assets/write.js" defer></script>', "", {"without JavaScript"}),
    "throws": ('<script src="../assets/throw.js" defer></script>', "", {"console"}),
    "inline-style": ("", '<p style="color: red">Red.</p>', {"policy", "console"}),
    "stranger": ("", '<p><img alt="" src="https://example.invalid/a.png"></p>', {"policy", "console"}),
    # Nothing is behind these: no script filters, sorts, tells the time or searches.
    "filter": ("", TABLE, {"filter", "sort"}),
    "meeting": ("",
                '<p data-meeting-zone="UTC" data-meeting-day="MO" data-meeting-start="60">Monday</p>', {"local time"}),
    "search": ("", "", {"search"}),
    # Communities: those with a gap report.
    "acme": ("", "", set()),
    "acme/gap-report": ("", '<nav class="contents"><a href="#A">Part A</a></nav><h2 id="A">Part A</h2>', set()),
    "acme/documents/a.md": ("", '<article><table><tbody><tr id="L3"><td>7 rows</td></tr><tr id="L4"><td>Bo</td></tr>'
                                "</tbody></table></article>", set()),
    "waits": ('<script src="../assets/slow.js"></script>', "", {"first paint"}),
    "waits/gap-report": ("", "", set()),
    "heavy": ("", f"<!-- {'x' * 60_000} -->", {"size"}),
    "heavy/gap-report": ('<link rel="stylesheet" href="../../assets/unnumbered.css">',
                         f"<div class='box'>Much is cut off here.</div><!-- {'x' * 200_000} -->", {"size", "print"}),
}
LINE = "../../documents/a.md/index.html#L3"
# What stands in a criterion's page of the community `acme`, by the proof it must pass, and as it must not.
NUMBERS = {
    "date": ('<time datetime="2026-01-05">5 January 2026</time>', '<time datetime="2026-01-05">6 January 2026</time>'),
    "figure": (f'<a class="figure" href="{LINE}">7</a>', f'<a class="figure" href="{LINE}">8</a>'),
    "place": (f'<a class="source" href="{LINE}">a.md:3</a>', f'<a class="source" href="{LINE}">a.md:5</a>'),
    "quoted": (f'<p>7 rows <a class="source" href="{LINE}">a.md</a></p>',
               f'<p>9 rows <a class="source" href="{LINE}">a.md</a></p>'),
    "count": ('<p><b class="count">3</b></p><ul><li>a</li><li>b</li><li>c</li></ul>',
              '<p><b class="count">4</b></p><ul><li>a</li><li>b</li><li>c</li></ul>'),
    "part": ('<p><b class="count" data-counts="is-open">1</b></p><ul><li class="is-open">a</li><li>b</li></ul>',
             '<p><b class="count" data-counts="is-open">2</b></p><ul><li class="is-open">a</li><li>b</li></ul>'),
    "linked": (f'<a class="count" href="{LINE[:-3]}">2</a>', f'<a class="count" href="{LINE[:-3]}">3</a>'),
    "share": ('<section><p>50 % are <b class="count">1</b></p><ul><li>a</li></ul><p><b class="count">2</b></p>'
              "<ol><li>a</li><li>b</li></ol></section>",
              '<section><p>51 % of <b class="count">2</b></p><ul><li>a</li><li>b</li></ul></section>'),
    "age": ('<p><time datetime="2026-11-11">11 November 2026</time>, 10 days</p>',
            '<p><time datetime="2026-11-11">11 November 2026</time>, 99 days</p>'),
    "report": ('<p>42 of them, by <a href="../../report.json">a report</a></p>',
               '<p>43 of them, by <a href="../../report.json">a report</a></p>'),
    "naked": ("<p>No number.</p>", "<p>There are 12 of them.</p>"),
}
FAULTS |= {f"acme/criteria/{name}-{word}": ("", body, checks) for name, bodies in NUMBERS.items()
           for word, body, checks in (("good", bodies[0], set()), ("bad", bodies[1], {"provenance"}))}


def build(root):
    (root / "assets").mkdir()
    for name, text in ASSETS.items():
        (root / "assets" / name).write_text(text)
    write(root, "", "", "")
    for name, (head, body, _) in FAULTS.items():
        write(root, name, head, body)
    (root / "acme" / "report.json").write_text('{"totals": {"required": 42}}')
    # Without a policy a request does leave, and only the watch on requests is left to see it.
    write(root, "request", "", '<p><img alt="" src="https://example.invalid/a.png"></p>', "img-src https: data:")


def write(root, name, head, body, policy=POLICY):
    folder = root / name
    folder.mkdir(parents=True, exist_ok=True)
    up = "../" * (name.count("/") + 1 if name else 0)
    title = name.rpartition("/")[2].rstrip("0123456789") or "Start"
    (folder / "index.html").write_text(PAGE.format(name=title, policy=policy, up=up, head=head, body=body))


def main():
    with tempfile.TemporaryDirectory() as folder:
        build(pathlib.Path(folder))
        run = subprocess.run([sys.executable, str(pathlib.Path(__file__).with_name("run.py")), folder, "--others", "0",
                              *sys.argv[1:]],
                             capture_output=True, text=True, check=False)
    found = {}
    for check, page in re.findall(r"^FAILED ([^|]+) \| ([^|]+) \|", run.stdout, re.MULTILINE):
        found.setdefault(page.removesuffix("/index.html"), set()).add(check)
    wrong = []
    for name, (_, _, checks) in FAULTS.items():
        seen = found.get(name, set())
        if not checks <= seen or (seen and not checks):
            wrong.append(f"{name}: expected {sorted(checks) or 'nothing'}, found {sorted(seen) or 'nothing'}")
    if "requests" not in found.get("request", set()):
        wrong.append("request: a request off the site was not seen")
    if wrong or run.returncode != 1:
        print("\n".join(wrong), run.stdout[-3000:], run.stderr[-3000:], sep="\n")
        sys.exit(1)
    print(f"{sum(bool(checks) for _, _, checks in FAULTS.values()) + 1} faults found")


if __name__ == "__main__":
    main()
