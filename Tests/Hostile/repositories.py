"""Repositories that run programs, lie about time, lack objects or hold names no list can bear."""
import os
import pathlib
import subprocess

from case import Case, put

MAINTAINERS = "# Maintainers\n\n| Name | GitHub |\n|---|---|\n| Ada | @ada |\n"


def git(folder, *arguments, date="2025-01-01T00:00:00Z", check=True, **rest):
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    return subprocess.run(["git", *arguments], cwd=folder, env=environment, check=check, capture_output=True, text=True, **rest).stdout.strip()


def repository(work):
    folder = work / "in"
    git(folder, "init", "-q")
    for number in range(3):
        put(folder / "MAINTAINERS.md", MAINTAINERS + f"| Ben {number} | @ben{number} |\n| Cem | @cem |\n")
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", f"change {number}", date=f"2025-0{number + 1}-01T00:00:00Z")
    git(folder, "tag", "v1.0.0")
    return folder


def configured(text, attributes=""):
    def make(work):
        folder = repository(work)
        with open(folder / ".git/config", "a") as file:
            file.write(text.replace("RAN", str(work / "ran")))
        if attributes:
            put(folder / ".gitattributes", attributes)
    return make


def hooks(work):
    folder = repository(work)
    for name in ["post-checkout", "pre-commit", "post-index-change", "fsmonitor-watchman", "reference-transaction", "post-rewrite"]:
        put(folder / ".git/hooks" / name, f"#!/bin/sh\ntouch {work}/ran\n")
        os.chmod(folder / ".git/hooks" / name, 0o755)


def missing(which):
    def make(work):
        folder = repository(work)
        name = git(folder, "rev-parse", which)
        (folder / ".git/objects" / name[:2] / name[2:]).unlink()
    return make


def replaced(work):
    folder = repository(work)
    git(folder, "replace", "HEAD", "HEAD~2")


def alternates(work):
    folder = repository(work)
    put(folder / ".git/objects/info/alternates", "/nowhere/objects\n../../../../etc\n")


def dates(work):
    folder = repository(work)
    tree = git(folder, "rev-parse", "HEAD^{tree}")
    head = git(folder, "rev-parse", "HEAD")
    for when in ["0 +0000", "99999999999999 +9999", "1 -9999", "253402300800 +0000"]:
        text = f"tree {tree}\nparent {head}\nauthor A <a@example.org> {when}\ncommitter A <a@example.org> {when}\n\nodd\n"
        head = git(folder, "hash-object", "-t", "commit", "-w", "--stdin", "--literally", input=text)
    git(folder, "update-ref", "HEAD", head)


def names(work):
    folder = repository(work)
    for name in ["a\nb.md", "c\td.md", "\"e\".md", "-f.md", "\x01.md", "caf\u00e9.md", ":(exclude)g.md"]:
        put(folder / name, "# Example\n")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "names\n\n\x1b[31mred\x00" if False else "names")
    git(folder, "mv", "--", "-f.md", "moved\n.md")
    git(folder, "commit", "-q", "-m", "moved")


def broken(path, content):
    def make(work):
        folder = repository(work)
        put(folder / ".git" / path, content)
    return make


def shallow(work):
    folder = repository(work)
    put(folder / ".git/shallow", git(folder, "rev-parse", "HEAD~1") + "\n")


def tags(work):
    folder = repository(work)
    for number in range(300):
        git(folder, "update-ref", f"refs/tags/v{number}.0.0", "HEAD")
    git(folder, "tag", "v\u202e1.0")


def nested(work):
    repository(work)
    inner = work / "in/inner"
    inner.mkdir()
    put(inner / ".git", "gitdir: ../../../../../../etc\n")
    put(inner / "README.md", "# Inner\n")


def promisor(work):
    folder = repository(work)
    git(folder, "config", "remote.origin.url", f"ext::sh -c touch% {work}/ran")
    git(folder, "config", "remote.origin.promisor", "true")
    git(folder, "config", "extensions.partialClone", "origin")
    name = git(folder, "rev-parse", "HEAD~1:MAINTAINERS.md")
    (folder / ".git/objects" / name[:2] / name[2:]).unlink()


CASES = {
    "hooks": hooks, "monitor of files": configured("[core]\n\tfsmonitor = touch RAN\n"), "pager": configured("[core]\n\tpager = touch RAN\n[pager]\n\tlog = touch RAN\n"), "external difference": configured("[diff]\n\texternal = touch RAN\n"),
    "text of a difference": configured("[diff \"x\"]\n\ttextconv = touch RAN; cat\n\tcommand = touch RAN\n", "*.md diff=x\n"), "filter": configured("[filter \"x\"]\n\tsmudge = touch RAN; cat\n\tclean = touch RAN; cat\n\tprocess = touch RAN\n", "*.md filter=x\n"),
    "alias": configured("[alias]\n\tlog = !touch RAN\n\tcat-file = !touch RAN\n"), "signature program": configured("[gpg]\n\tprogram = touch\n[log]\n\tshowSignature = true\n"), "ssh command": configured("[core]\n\tsshCommand = touch RAN\n"), "credential helper": configured("[credential]\n\thelper = !touch RAN\n"),
    "editor": configured("[core]\n\teditor = touch RAN\n\taskPass = touch RAN\n"), "hooks elsewhere": configured("[core]\n\thooksPath = /tmp\n"), "include": configured("[include]\n\tpath = /etc/passwd\n\tpath = /nowhere\n"), "work tree elsewhere": configured("[core]\n\tworktree = /etc\n"),
    "one missing version of a file": missing("HEAD~1:MAINTAINERS.md"), "missing newest version": missing("HEAD:MAINTAINERS.md"), "missing tree": missing("HEAD~1^{tree}"), "missing commit": missing("HEAD~1"), "missing head": missing("HEAD"), "replaced commit": replaced, "objects elsewhere": alternates, "odd dates": dates, "odd names": names,
    "head of none": broken("HEAD", "ref: refs/heads/none\n"), "head of garbage": broken("HEAD", "\0\xff" * 100), "head of a loop": broken("HEAD", "ref: HEAD\n"), "empty index": broken("index", ""), "index of garbage": broken("index", "DIRC" + "x" * 1000), "broken packed references": broken("packed-refs", "x" * 1000), "broken configuration": broken("config", "[core\n"),
    "cut history": shallow, "many tags": tags, "repository in a repository": nested, "fetch of what is missing": promisor, "grafts": broken("info/grafts", "x\n"), "commit graph of garbage": broken("objects/info/commit-graph", "CGPH" + "x" * 500),
}


def nothing_ran(work, _):
    if (work / "ran").exists():
        yield "a program of the repository ran"


def cases():
    for name, make in CASES.items():
        # The clock of files in `.git` is git's own business.
        yield Case(f"repository, {name}", {f"repository, {name}": {}}, ["report", "--quiet", "--as-of", "2026-01-01", "--source", "{in}"], exits=(0, 3), before=make, after=nothing_ran, shared=False)
