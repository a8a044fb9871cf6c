"""Repositories that run programs, lie about time, lack objects or hold names no list can bear."""
import functools
import os
import pathlib
import shutil
import subprocess
import tempfile
import threading

from case import Case, put

MAINTAINERS = "# Maintainers\n\n| Name | GitHub |\n|---|---|\n| Ada | @ada |\n"


def git(folder, *arguments, date="2025-01-01T00:00:00Z", check=True, **rest):
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    return subprocess.run(["git", *arguments], cwd=folder, env=environment, check=check, capture_output=True, text=True, **rest).stdout.strip()


@functools.cache
def _template():
    folder = tempfile.TemporaryDirectory()
    here = pathlib.Path(folder.name)
    git(here, "init", "-q")
    for number in range(3):
        put(here / "MAINTAINERS.md", MAINTAINERS + f"| Ben {number} | @ben{number} |\n| Cem | @cem |\n")
        git(here, "add", "-A")
        git(here, "commit", "-q", "-m", f"change {number}", date=f"2025-0{number + 1}-01T00:00:00Z")
    git(here, "tag", "v1.0.0")
    return folder


MAKING = threading.Lock()


def template():
    """The repository that each input begins with, made once: a cache alone lets two threads make it, and drops one."""
    with MAKING:
        return _template()


def repository(work):
    shutil.copytree(template().name, work / "in", dirs_exist_ok=True)
    return work / "in"


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


def named_files(work):
    """Files that a configuration names, all of them endless or silent."""
    folder = repository(work)
    os.mkfifo(folder / ".git/pipe")
    for number, key in enumerate(["diff.orderFile", "mailmap.file", "core.attributesFile", "core.excludesFile", "blame.ignoreRevsFile"]):
        git(folder, "config", key, "/dev/zero" if number % 2 else str(folder / ".git/pipe"))
    git(folder, "config", "mailmap.blob", "HEAD:MAINTAINERS.md")


def piped(path):
    def make(work):
        folder = repository(work)
        (folder / path).unlink(missing_ok=True)
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(folder / path)
    return make


def huge_mailmap(work):
    with open(repository(work) / ".mailmap", "wb") as file:
        file.truncate(2_000_000_000)


def replaced_folder(work):
    """A `.git` that is a link to one elsewhere."""
    folder = repository(work)
    (folder / ".git").rename(work / "in/elsewhere")
    (folder / ".git").symlink_to("elsewhere")


def worktree(target):
    def make(work):
        folder = repository(work)
        put(folder / ".git/commondir", target)
    return make


def written(path, content):
    def make(work):
        put(repository(work) / path, content)
    return make


def messages(work):
    """Names, addresses and messages that no list can bear."""
    folder = repository(work)
    tree, head = git(folder, "rev-parse", "HEAD^{tree}"), git(folder, "rev-parse", "HEAD")
    for who in ["\x1b[31mA <\x1b]0;a\x07@b>", "<> <>", "A" * 50_000 + " <a@b>", "=cmd|'a'!A0 <a@b>", "<script>a</script> <a@b>", "A\u202e <a@b>"]:
        trailers = "Co-authored-by: <<>>\n" * 300 + "Reviewed-by: " + "B" * 5_000 + " <b@c>\n"
        text = f"tree {tree}\nparent {head}\nauthor {who} 1735689600 +0000\ncommitter {who} 1735689600 +0000\n\nodd\n\n{trailers}"
        head = git(folder, "hash-object", "-t", "commit", "-w", "--stdin", "--literally", input=text)
    git(folder, "update-ref", "HEAD", head)


def octopus(work):
    """A commit of many parents, all of them one."""
    folder = repository(work)
    tree, head = git(folder, "rev-parse", "HEAD^{tree}"), git(folder, "rev-parse", "HEAD")
    text = f"tree {tree}\n" + f"parent {head}\n" * 5_000 + "author A <a@b> 1735689600 +0000\ncommitter A <a@b> 1735689600 +0000\n\nmany\n"
    git(folder, "update-ref", "HEAD", git(folder, "hash-object", "-t", "commit", "-w", "--stdin", "--literally", input=text))


def lying_sizes(work):
    """An object whose head names another size than it has."""
    import zlib
    folder = repository(work)
    name = git(folder, "rev-parse", "HEAD~1:MAINTAINERS.md")
    file = folder / ".git/objects" / name[:2] / name[2:]
    file.chmod(0o644)
    file.write_bytes(zlib.compress(b"blob 9223372036854775807\0a"))


CASES = {
    "files that a configuration names": named_files, "mail map of a pipe": piped(".mailmap"), "mail map of two gigabytes": huge_mailmap, "mail map without an end": written(".mailmap", "<" * 500_000), "mail map of rings": written(".mailmap", "A <a@b> <c@d>\nC <c@d> <a@b>\n" * 20_000),
    "folder behind a link": replaced_folder, "common folder elsewhere": worktree("../../../../etc\n"), "common folder of itself": worktree(".\n"), "names and messages": messages, "octopus": octopus, "size that is none": lying_sizes,
    "encoding of the log": configured("[i18n]\n\tlogOutputEncoding = UTF-16\n\tcommitEncoding = none\n"), "colors and formats": configured("[color]\n\tui = always\n[format]\n\tpretty = %B%x00%x00\n[log]\n\tdate = relative\n\tfollow = true\n\tdecorate = full\n\tshowRoot = false\n\tmailmap = false\n"),
    "many threads": configured("[pack]\n\tthreads = 100000\n[index]\n\tthreads = 100000\n[grep]\n\tthreads = 100000\n"), "another format": configured("[core]\n\trepositoryFormatVersion = 999\n"), "unknown extension": configured("[extensions]\n\tobjectFormat = sha999\n\trefStorage = none\n"), "configuration of a megabyte": configured("[a]\n" + "\tb = c\n" * 150_000),
    "configuration of itself": configured("[include]\n\tpath = config\n"), "long value": configured("[core]\n\tabbrev = " + "9" * 5_000 + "\n"), "notes and trailers": configured("[notes]\n\tdisplayRef = *\n[trailer \"Reviewed-by\"]\n\tcmd = touch RAN\n\tcommand = touch RAN\n"), "submodule of a program": written(".gitmodules", "[submodule \"a\"]\n\tpath = a\n\turl = ext::touch ran\n\tupdate = !touch ran\n"),
    "attributes": written(".gitattributes", "* diff=x merge=x filter=x working-tree-encoding=UTF-99 -text eol=none\n" * 20_000), "packed file of garbage": broken("objects/pack/pack-0000.pack", "PACK" + "x" * 1000), "references in references": broken("refs/heads/a/b/c", "ref: refs/heads/a/b/c\n"),
    "hooks": hooks, "monitor of files": configured("[core]\n\tfsmonitor = touch RAN\n"), "pager": configured("[core]\n\tpager = touch RAN\n[pager]\n\tlog = touch RAN\n"), "external difference": configured("[diff]\n\texternal = touch RAN\n"),
    "text of a difference": configured("[diff \"x\"]\n\ttextconv = touch RAN; cat\n\tcommand = touch RAN\n", "*.md diff=x\n"), "filter": configured("[filter \"x\"]\n\tsmudge = touch RAN; cat\n\tclean = touch RAN; cat\n\tprocess = touch RAN\n", "*.md filter=x\n"),
    "alias": configured("[alias]\n\tlog = !touch RAN\n\tcat-file = !touch RAN\n"), "signature program": configured("[gpg]\n\tprogram = touch\n[log]\n\tshowSignature = true\n"), "ssh command": configured("[core]\n\tsshCommand = touch RAN\n"), "credential helper": configured("[credential]\n\thelper = !touch RAN\n"),
    "editor": configured("[core]\n\teditor = touch RAN\n\taskPass = touch RAN\n"), "hooks elsewhere": configured("[core]\n\thooksPath = /tmp\n"), "include": configured("[include]\n\tpath = /etc/passwd\n\tpath = /nowhere\n"), "work tree elsewhere": configured("[core]\n\tworktree = /etc\n"),
    "one missing version of a file": missing("HEAD~1:MAINTAINERS.md"), "missing newest version": missing("HEAD:MAINTAINERS.md"), "missing tree": missing("HEAD~1^{tree}"), "missing commit": missing("HEAD~1"), "missing head": missing("HEAD"), "replaced commit": replaced, "objects elsewhere": alternates, "odd dates": dates, "odd names": names,
    "head of none": broken("HEAD", "ref: refs/heads/none\n"), "head of garbage": broken("HEAD", "\0\xff" * 100), "head of a loop": broken("HEAD", "ref: HEAD\n"), "empty index": broken("index", ""), "index of garbage": broken("index", "DIRC" + "x" * 1000), "broken packed references": broken("packed-refs", "x" * 1000), "broken configuration": broken("config", "[core\n"),
    "cut history": shallow, "many tags": tags, "repository in a repository": nested, "fetch of what is missing": promisor, "grafts": broken("info/grafts", "x\n"), "commit graph of garbage": broken("objects/info/commit-graph", "CGPH" + "x" * 500),
}


def nothing_ran(work, _):
    if any(work.rglob("ran")):
        yield "a program of the repository ran"


def made(some):
    """Each in a folder of its own, so that it is a community of a portfolio."""
    def make(work):
        for number, each in enumerate(some):
            folder = work / "in" / f"{number:02}"
            (folder / "in").mkdir(parents=True)
            each(folder)
    return make


def cases():
    items = list(CASES.items())
    for start in range(0, len(items), 12):
        some = dict(items[start:start + 12])
        # The clock of files in `.git` is git's own business.
        yield Case(f"repositories {start // 12 + 1}", {f"repository, {name}": {} for name in some}, ["report", "--quiet", "--as-of", "2026-01-01", "--source", "{in}"],
                   exits=(0, 3), before=made(some.values()), after=nothing_ran, shared=False, sound=False)
