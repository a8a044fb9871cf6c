#!/usr/bin/env python3
"""Checks `sitegen serve` with a real browser: edit and see it, break a template, mend it, and many edits in a row.

    serve.py SITEGEN [--edits N]

Makes a small community in a temporary folder. Prints each step; exit code 1 when one fails.
"""
import argparse
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from playwright.sync_api import sync_playwright

from browser import launch

PATIENCE = 60_000  # milliseconds, on a busy machine with a debug build
FILES = {
    "README.md": "# Acme\n\nFirst words.\n\n" + "".join(f"Paragraph {n}.\n\n" for n in range(200)),
    "GOVERNANCE.md": "# Governance\n\nMaintainers decide by vote.\n",
    "MAINTAINERS.md": "# Maintainers\n\n| Name | Employer |\n|--|--|\n| [Ada](https://github.com/ada) | Example |\n",
}


def step(name, good):
    print(("ok      " if good else "FAILED  ") + name, flush=True)
    if not good:
        raise SystemExit(1)


def status(address, **headers):
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=60) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def descriptors(process):
    return len(os.listdir(f"/proc/{process.pid}/fd"))


def memory(process):
    """Resident memory in MB."""
    text = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) // 1024


def check(program, root, edits):
    templates = root / "templates"
    templates.mkdir()
    source = root / "in"
    source.mkdir()
    for name, text in FILES.items():
        (source / name).write_text(text, encoding="utf-8")
    process = subprocess.Popen(
        [program, "serve", "--source", str(source), "--templates", str(templates), "--as-of", "2026-01-01"],
        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    try:
        address = None
        for line in process.stderr:
            if found := re.search(r"http://localhost:\d+/", line):
                address = found[0]
                break
        step("says where it serves", address is not None)
        # What it says from now on is read, so that the pipe never fills.
        log = root / "log"
        subprocess.Popen(["cat"], stdin=process.stderr, stdout=log.open("w"))
        step("answers this machine's names alone",
             status(address) == 200 and status(address, Host="example.org") == 403)
        step("leaves the folder of the site to itself", status(address + "..%2fin%2fREADME.md") == 404)
        with sync_playwright() as playwright:
            browser = launch(playwright)
            page = browser.new_page(viewport={"width": 800, "height": 600})
            page.set_default_timeout(PATIENCE)
            errors = []
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.goto(address)
            page.goto(address + page.evaluate(
                "() => [...document.querySelectorAll('a')].map(a => a.getAttribute('href'))[0]").lstrip("./"))
            documents = [name for name in ("in/documents/README.md/index.html", "in/documents/README/index.html")
                         if status(address + name) == 200]
            step("serves the page of a document", bool(documents))
            page.goto(address + documents[0])
            page.evaluate("scrollTo(0, 1500)")
            place = page.evaluate("scrollY")
            begin = time.monotonic()
            readme = source / "README.md"
            readme.write_text(FILES["README.md"].replace("First words", "Other words"), encoding="utf-8")
            page.get_by_text("Other words.").wait_for(state="attached")
            print(f"        {(time.monotonic() - begin) * 1000:.0f} ms from the edit to the page")
            page.wait_for_function("place => Math.abs(scrollY - place) < 50", arg=place)
            step("shows an edit where the reader was", True)
            broken = templates / "document.html"
            broken.write_text("{% if %}\n", encoding="utf-8")
            box = page.locator("#sitegen-trouble")
            box.wait_for()
            step("shows a broken template over the page", "document.html:1" in box.inner_text())
            step("says so on the terminal", "document.html:1" in log.read_text(encoding="utf-8"))
            step("keeps the last site", page.get_by_text("Other words.").count() > 0)
            broken.unlink()
            box.wait_for(state="detached")
            step("takes it away once it is mended", page.get_by_text("Other words.").count() > 0)
            (source / "sitegen.yaml").write_text("titel: X\n", encoding="utf-8")
            box.wait_for()
            step("shows a broken configuration with what was meant", "did you mean `title`?" in box.inner_text())
            (source / "sitegen.yaml").unlink()
            box.wait_for(state="detached")
            (source / "new").mkdir()
            time.sleep(1)
            (source / "new/NOTES.md").write_text("# New notes\n", encoding="utf-8")
            for _ in range(600):
                if status(address + documents[0].replace("README", "new/NOTES")) == 200:
                    break
                time.sleep(0.1)
            step("sees files in folders that are new", status(address + documents[0].replace("README", "new/NOTES")) == 200)
            before = (descriptors(process), memory(process))
            for number in range(edits):
                readme.write_text(FILES["README.md"].replace("First words", f"Edit {number}"), encoding="utf-8")
                if number % 10 == 9:
                    page.get_by_text(f"Edit {number}.").wait_for(state="attached")
            page.get_by_text(f"Edit {edits - 1}.").wait_for(state="attached")
            after = (descriptors(process), memory(process))
            print(f"        descriptors, MB before and after {edits} edits: {before}, {after}")
            step("leaks nothing", after[0] <= before[0] + 4 and after[1] <= before[1] * 2 + 64)
            step("has no errors in the page", not errors)
            browser.close()
        process.send_signal(signal.SIGINT)
        step("ends at Ctrl-C", process.wait(10) in (-signal.SIGINT, 130))
        step("wrote nothing", sorted(os.listdir(source)) == sorted([*FILES, "new"]))
    finally:
        process.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sitegen")
    parser.add_argument("--edits", type=int, default=500)
    arguments = parser.parse_args()
    # A shell starts what it runs in the background with SIGINT ignored, and a server that inherits that never ends by it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as folder:
        check(os.path.abspath(arguments.sitegen), pathlib.Path(folder), arguments.edits)


if __name__ == "__main__":
    sys.exit(main())
