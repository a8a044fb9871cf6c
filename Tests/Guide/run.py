#!/usr/bin/env python3
"""Runs every command and writes every file of the guide, and compares what the guide shows with what comes out.

    run.py SITEGEN [--write] [PAGE…]

Each page of content/guide begins in a fresh copy of Tests/Guide/community, a git checkout. A fenced block whose language
is followed by a path (```yaml sitegen.yaml) is written to that file; in a block of `console`, lines with `$ ` are run and
the lines below them compared, unless there are none. A line `…` stands for any further lines. --write puts what comes out
in place of what is shown; a line `…12` is then the first twelve lines and `…`,
a line `…` that nothing is above of all of them.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = ROOT / "content/guide"
DAY = "1769817600"  # 2026-01-31
FENCE = re.compile(r"^( *)```(\S*) ?(.*)$")


def git(folder, *arguments):
    subprocess.run(
        ["git", "-c", "user.name=Acme", "-c", "user.email=acme@acme-rockets.example", *arguments], cwd=folder, check=True,
        stdout=subprocess.DEVNULL, env={**os.environ, "GIT_AUTHOR_DATE": "2026-01-20T12:00:00Z",
                                       "GIT_COMMITTER_DATE": "2026-01-20T12:00:00Z", "GIT_CONFIG_GLOBAL": "/dev/null"})


def checkout(folder):
    """The example community, as a clone of https://github.com/acme/rockets with everything committed."""
    source = pathlib.Path(__file__).parent / "community"
    for file in sorted(source.rglob("*")):
        if file.is_file():
            goal = folder / file.relative_to(source)
            goal.parent.mkdir(parents=True, exist_ok=True)
            goal.write_bytes(file.read_bytes())
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "remote", "add", "origin", "https://github.com/acme/rockets.git")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Begin")
    git(folder, "update-ref", "refs/remotes/origin/main", "main")


def run(command, folder, environment):
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=300)
    text = re.sub(r" in \d+ ms", " in 100 ms", done.stdout)
    return [line.rstrip() for line in text.rstrip("\n").split("\n")] if text.strip() else []


def steps(block):
    """The commands of a block, each with the lines below it."""
    found = []
    for line in block:
        if line.startswith("$ "):
            found.append((line, []))
        elif found:
            found[-1][1].append(line)
    for command, lines in found:
        while lines and not lines[-1]:
            lines.pop()
    return found


def agrees(expected, actual):
    for number, line in enumerate(expected):
        if line.startswith("…"):
            return True
        if number >= len(actual) or line != actual[number]:
            return False
    return len(expected) == len(actual)


def keys_of(program, environment):
    """The keys of the workspace file as a table, from its schema."""
    schema = json.loads(subprocess.run([program, "schema", "workspace"], capture_output=True, check=True).stdout)
    rows = ["| key | value | |", "|---|---|---|"]

    def kind(shape):
        if "enum" in shape:
            return ", ".join(f"`{word}`" for word in shape["enum"]) if len(shape["enum"]) < 6 else "a known name"
        if shape.get("format") == "date":
            return "a day, YYYY-MM-DD"
        names = {"string": "text", "boolean": "`true` or `false`", "integer": "a number", "array": "a list",
                 "object": "a mapping"}
        return names.get(shape.get("type"), "text or a list")

    def add(shape, before):
        for name, value in shape.get("properties", {}).items():
            needed = " **Needed.**" if name in shape.get("required", []) else ""
            text = value.get("description", "").replace("|", "\\|")
            rows.append(f"| `{before}{name}` | {kind(value)} | {text}{needed} |")
            inner = value.get("items", value)
            add(inner, f"{before}{name}[]." if "items" in value else f"{before}{name}.")

    add(schema, "")
    return rows


def generated(text, program, environment, isWriting, faults):
    """The text with its generated part as it should be."""
    head, mark, rest = text.partition("<!-- generated: keys -->\n")
    if not mark:
        return text
    shown, end, tail = rest.partition("<!-- end -->")
    made = "\n" + "\n".join(keys_of(program, environment)) + "\n\n"
    if shown != made and not isWriting:
        faults.append("the table of keys is not that of `sitegen schema workspace`")
    return head + mark + made + end + tail


def page_of(path, folder, environment, isWriting):
    """Runs a page; the faults and the page as it should be."""
    faults, result, block, indent, word, name = [], [], None, "", "", ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        fence = FENCE.match(line)
        if block is None:
            result.append(line)
            if fence:
                block, indent, word, name = [], fence[1], fence[2], fence[3]
        elif not (fence and not fence[2]):
            block.append(line[len(indent):])
        else:
            if word == "console":
                for number, (command, expected) in enumerate(steps(block)):
                    if number:
                        result.append("")
                    result.append(indent + command)
                    actual = run(command[2:].split("  #")[0], folder, environment)
                    kept = next((n for n, l in enumerate(expected) if l.startswith("…")), None)
                    if isWriting and kept is not None:
                        most = int(expected[kept][1:] or kept or 40)
                        shown = actual[:most] + (["…"] if len(actual) > most else [])
                    else:
                        shown = actual if expected else []
                    if not isWriting and expected and not agrees(expected, actual):
                        faults.append(f"{path.name}: {command}\n--- shown\n" + "\n".join(expected) + "\n--- came out\n"
                                      + "\n".join(actual))
                    result += [(indent + l).rstrip() for l in (shown if isWriting else expected)]
            else:
                if name:
                    goal = folder / name
                    goal.parent.mkdir(parents=True, exist_ok=True)
                    goal.write_text("\n".join(block) + "\n", encoding="utf-8")
                result += [(indent + l).rstrip() for l in block]
            result.append(line)
            block = None
    return faults, "\n".join(result)


def tried(page, program, isWriting):
    """Runs a page in a fresh checkout; its faults."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "rockets"
        folder.mkdir()
        checkout(folder)
        programs = pathlib.Path(name) / "bin"
        programs.mkdir()
        (programs / "sitegen").symlink_to(pathlib.Path(program).resolve())
        environment = {"PATH": f"{programs}:{os.environ['PATH']}", "SOURCE_DATE_EPOCH": DAY, "COLUMNS": "400",
                       "HOME": name, "GIT_CONFIG_GLOBAL": "/dev/null", "LC_ALL": "C.UTF-8"}
        faults, text = page_of(page, folder, environment, isWriting)
        text = generated(text, programs / "sitegen", environment, isWriting, faults)
        if isWriting:
            page.write_text(text, encoding="utf-8")
        return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sitegen")
    parser.add_argument("pages", nargs="*")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_intermixed_args()
    pages = sorted(PAGES.glob("*.md"))
    if arguments.pages:
        pages = [page for page in pages if page.stem in arguments.pages]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        done = pool.map(lambda page: tried(page, arguments.sitegen, arguments.write), pages)
        wrong = 0
        for page, faults in zip(pages, done):
            print(f"{'FAILED ' if faults else 'ok     '} {page.name}", flush=True)
            for fault in faults:
                print(fault, flush=True)
            wrong += len(faults)
    if wrong and not arguments.write:
        print("`make outputs` writes what came out; read it before you commit it")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
