#!/usr/bin/env python3
"""Proves that each check of run.py can fail: a site of pages with one fault each, and one without."""
import pathlib
import re
import subprocess
import sys
import tempfile

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'"
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{name}</title>
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="{up}assets/a.css">{head}</head>
<body><main><h1>{name}</h1><p>Some text.</p>{body}</main></body></html>
"""
ASSETS = {
    "a.css": ".pale { color: #ccc; background: #fff } .wide { width: 500px } .bare:focus { outline: none }"
             " .low { position: fixed; top: -90px }",
    "write.js": "document.querySelector('main').append(document.createElement('p').textContent = 'Written.');",
    "throw.js": "throw new Error('thrown');",
    "trap.js": "addEventListener('keydown', (e) => e.preventDefault());",
}
# Name of the page: what is put into its head, into its main part, and the checks that must fail.
FAULTS = {
    "sound": ("", '<p><a href="../sound/index.html">Here</a></p>', set()),
    "pale": ("", '<p class="pale">Hard to read.</p>', {"axe"}),
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
}


def build(root):
    (root / "assets").mkdir()
    for name, text in ASSETS.items():
        (root / "assets" / name).write_text(text)
    (root / "index.html").write_text(PAGE.format(name="Start", policy=POLICY, up="", head="", body=""))
    for name, (head, body, _) in FAULTS.items():
        (root / name).mkdir()
        text = PAGE.format(name=name, policy=POLICY, up="../", head=head, body=body)
        (root / name / "index.html").write_text(text)
    # Without a policy a request does leave, and only the watch on requests is left to see it.
    text = PAGE.format(name="request", policy="img-src https:", up="../", head="",
                       body='<p><img alt="" src="https://example.invalid/a.png"></p>')
    (root / "request").mkdir()
    (root / "request" / "index.html").write_text(text)


def main():
    with tempfile.TemporaryDirectory() as folder:
        build(pathlib.Path(folder))
        run = subprocess.run([sys.executable, str(pathlib.Path(__file__).with_name("run.py")), folder],
                             capture_output=True, text=True, check=False)
    found = {}
    for check, page in re.findall(r"^FAILED ([^|]+) \| ([^|]+) \|", run.stdout, re.MULTILINE):
        found.setdefault(page.partition("/")[0], set()).add(check)
    expected = {name: checks for name, (_, _, checks) in FAULTS.items() if checks}
    wrong = [f"{name}: expected {sorted(checks)}, found {sorted(found.get(name, set()))}"
             for name, checks in expected.items() if not checks <= found.get(name, set())]
    wrong += [f"{name}: sound, found {sorted(found[name])}" for name in ("sound", "index.html") if name in found]
    if "requests" not in found.get("request", set()):
        wrong.append("request: a request off the site was not seen")
    if wrong or run.returncode != 1:
        print("\n".join(wrong), run.stdout[-3000:], run.stderr[-3000:], sep="\n")
        sys.exit(1)
    print(f"{len(expected) + 1} faults found")


if __name__ == "__main__":
    main()
