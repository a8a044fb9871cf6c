#!/usr/bin/env python3
"""Opens pull requests on a small community and holds what `sitegen check` says of each against `expected/`.

run.py SITEGEN [--update]; with --update the files are written anew, to be read before they are committed.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from repository import PULL_REQUESTS, Repository

EXPECTED = Path(__file__).parent / "expected"
EXIT = {"break-workspace": 2, "break-data": 3}
# What each is about: the rules of what is told, what fails marked by `!`.
TOLD = {
    "delete-security": ["!criterion/SEC-REPORT", "links/broken"],
    "remove-maintainer": ["!claim/maintainer-count", "check/stale-mention", "people/top-organization", "power/decides-alone"],
    "rename-file": ["links/broken"],
    "rewrap-paragraph": [],
    "reorder-rows": [],
    "tick-above-denial": ["!document/ticked-but-denied", "evidence/missing-with-candidate"],
    "break-anchor": ["links/dead-anchor"],
    "change-meeting": ["groups/meeting-differs"],
    "end-waiver": ["!criterion/GOV-VN"],
    "add-adopter": ["claim/adopter-count"],
    "nothing-of-interest": [],
    "rename-folder": [],
    "delete-conduct": ["links/broken"],
    "rename-account": ["check/stale-mention", "check/stale-mention", "people/handle-differs"],
    "rename-maintainers": ["!links/broken", "links/broken"],
    "remove-adopter": ["!claim/adopter-count"],
    "untick-box": ["!criterion/ECO-LIST"],
    "other-line-ends": [],
    "table-to-list": [],
    "delete-application": ["!application/gone", "!waiver/unused"],
    "change-day": ["check/stale-mention", "groups/meeting-differs"],
    "change-address": ["check/stale-mention"],
    "rename-group-folder": ["check/stale-mention", "groups/orphan-folder"],
    "break-data": ["!criterion/COM-PUBCH", "!yaml/syntax"],
}
FORMATS = ["text", "github", "markdown", "sarif", "junit", "json", "patch"]
# What people read is held word by word; what only programs read is held against it.
READ = ["text", "github", "markdown", "patch"]
problems = []


def expect(name, truth, what):
    if not truth:
        problems.append(f"{name}: {what}")


def check(sitegen, repository, folder, *more):
    """One run: exit code and what each format says."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    arguments = [sitegen, "check", "--as-of", "2026-06-01", "--format", "text", *(more or ["--base", "main"])]
    for name in FORMATS[1:]:
        arguments += ["--write", f"{name}={folder / name}"]
    done = subprocess.run(arguments, cwd=repository.folder, capture_output=True, text=True)
    (folder / "text").write_text(done.stdout)
    return done, {name: (folder / name).read_text() if (folder / name).exists() else "" for name in FORMATS}


def consistent(name, done, said):
    """Every format tells the same."""
    items = json.loads(said["json"])
    worse = [item for part in items["communities"] for item in part["worse"]] + items["input"]
    failing = [item for item in worse if item["fails"]]
    errors = said["github"].count("::error ")
    expect(name, errors == min(len(failing), 10), f"{errors} annotations of errors for {len(failing)} items")
    expect(name, said["junit"].count("<failure") == len({item["rule"] for item in failing}), "failures of JUnit")
    results = json.loads(said["sarif"])["runs"][0]["results"]
    states = [result["baselineState"] for result in results]
    expect(name, len(states) - states.count("unchanged") == len(worse), f"SARIF says {states}, {len(worse)} items")
    for item in worse:
        words = item["message"].split("`")[0]
        expect(name, words.split(" (")[0][:30] in said["markdown"].replace("\\", ""), f"the comment lacks {words!r}")
    told = sorted(("!" if item["fails"] else "") + item["rule"] for item in worse)
    expect(name, told == sorted(TOLD.get(name, told)), f"tells {told}")
    expect(name, bool(failing) == (done.returncode != 0), f"exit {done.returncode} with {len(failing)} failing")
    return failing


def compare(name, said, update):
    folder = EXPECTED / name
    for kind in READ:
        file = folder / kind
        text = "".join(line for line in said[kind])
        if update:
            folder.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        else:
            expect(name, file.exists() and file.read_text() == text, f"{kind} differs from {file}:\n{text}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sitegen", type=lambda path: str(Path(path).resolve()))
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        temporary = Path(temporary)
        repository = Repository(temporary / "lantern")
        for name, files in PULL_REQUESTS.items():
            repository.git("checkout", "--quiet", "-B", "change", "main")
            repository.write(files)
            repository.commit("2026-05-01")
            done, said = check(options.sitegen, repository, temporary / "out")
            want = EXIT.get(name, int(any(rule.startswith("!") for rule in TOLD.get(name, []))))
            expect(name, done.returncode == want, f"exit {done.returncode}, not {want}: {done.stdout}{done.stderr}")
            if done.returncode != 2:
                consistent(name, done, said)
            compare(name, said, options.update)
            print(f"{name}: exit {done.returncode}")
            if said["patch"]:
                applies = subprocess.run(
                    ["git", "apply", "--check"], cwd=repository.folder, input=said["patch"], capture_output=True, text=True)  # fmt: skip
                expect(name, applies.returncode == 0, f"the patch does not apply: {applies.stderr}")

        # The branch moved on: what others changed there is not the pull request's.
        repository.git("checkout", "--quiet", "-B", "change", "main")
        repository.write(PULL_REQUESTS["nothing-of-interest"])
        repository.commit("2026-05-01")
        repository.git("checkout", "--quiet", "main")
        repository.write({"NEWS.md": "# News\n\nSee [a](#nowhere).\n"})
        repository.commit("2026-05-02")
        repository.git("checkout", "--quiet", "change")
        done, said = check(options.sitegen, repository, temporary / "out")
        expect("moved-base", done.returncode == 0 and "better" not in said["text"], said["text"] + done.stderr)

        shallow(options.sitegen, repository, temporary)
        below(options.sitegen, repository, temporary)
        baseline(options.sitegen, repository, temporary)
        nested(options.sitegen, repository, temporary)
        checkouts(options.sitegen, repository, temporary)
        submodule(options.sitegen, repository, temporary)
    for problem in problems:
        print(f"FAILED {problem}")
    print("all as expected" if not problems else f"{len(problems)} differ")
    return 1 if problems else 0


def shallow(sitegen, repository, temporary):
    """A clone without the commit to compare with says what to fetch; with it alone the check works."""
    repository.git("checkout", "--quiet", "-B", "change", "main")
    repository.write(PULL_REQUESTS["delete-security"])
    repository.commit("2026-05-03")
    clone = temporary / "shallow"
    repository.git("clone", "--quiet", "--depth=1", "--branch=change", f"file://{repository.folder}", str(clone))
    arguments = [sitegen, "check", "--source", str(clone), "--as-of", "2026-06-01", "--base", "main"]
    done = subprocess.run(arguments, capture_output=True, text=True)
    expect("shallow", done.returncode == 2 and "fetch-depth: 0" in done.stderr, f"{done.returncode} {done.stderr}")
    repository.git("-C", str(clone), "fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main")
    done = subprocess.run(arguments, capture_output=True, text=True)
    expect("shallow", done.returncode == 1 and "SEC-REPORT" in done.stdout, done.stdout + done.stderr)
    shutil.rmtree(clone)


def below(sitegen, repository, temporary):
    """A source below the root of the checkout: tools get paths from the root, people those of the source."""
    folder = temporary / "mono"
    mono = Repository(folder / "inside")
    shutil.rmtree(mono.folder / ".git")
    mono.folder = folder
    mono.git("init", "--quiet", "--initial-branch=main")
    mono.commit("2026-03-01")
    (folder / "inside" / "SECURITY.md").unlink()
    done = subprocess.run(
        [sitegen, "check", "--source", "inside", "--base", "HEAD", "--as-of", "2026-06-01", "--write", "github=out"],
        cwd=folder, capture_output=True, text=True)  # fmt: skip
    said = (folder / "out").read_text() if (folder / "out").exists() else ""
    expect("below", done.returncode == 1 and "inside/README.md" in said, done.stdout + done.stderr + said)
    expect("below", "inside/README.md" not in done.stdout, done.stdout)


def baseline(sitegen, repository, temporary):
    """A saved report lets what it has pass, and loses what is mended."""
    repository.git("checkout", "--quiet", "-B", "change", "main")
    repository.write({"EXTRA.md": "# Extra\n\nSee [a](README.md#nowhere) and [b](README.md#no-place).\n"})
    saved = subprocess.run(
        [sitegen, "report", "--format", "snapshot", "--as-of", "2026-06-01"],
        cwd=repository.folder, capture_output=True, text=True)  # fmt: skip
    file = temporary / "baseline.json"
    file.write_text(saved.stdout)

    def run():
        return check(sitegen, repository, temporary / "out", "--baseline", str(file), "--fail-on", "note")[0]

    expect("baseline", run().returncode == 0 and file.read_text() == saved.stdout, "what is saved passes unchanged")
    repository.write({"EXTRA.md": "# Extra\n\nSee [a](README.md#nowhere).\n"})
    done = run()
    expect("baseline", done.returncode == 0 and "#no-place" not in file.read_text(), f"shrinks: {done.stderr}")
    repository.write({"EXTRA.md": "# Extra\n\nSee [a](README.md#nowhere) and [b](README.md#no-place).\n"})
    expect("baseline", run().returncode == 1, "what was mended cannot come back")
    repository.write({"EXTRA.md": None})


def nested(sitegen, repository, temporary):
    """A checkout of another project inside the checkout is left out."""
    repository.git("checkout", "--quiet", "-B", "change", "main")
    tool = Repository(repository.folder / ".sitegen")
    tool.write({"MAINTAINERS.md": "# Maintainers\n\n| Name | Company |\n|---|---|\n| Zoe Zulu | Zork |\n"})
    done = subprocess.run(
        [sitegen, "inspect", "--as-of", "2026-06-01"], cwd=repository.folder, capture_output=True, text=True)  # fmt: skip
    expect("nested", "Zulu" not in done.stdout and ".sitegen" in done.stderr, done.stderr)
    shutil.rmtree(tool.folder)


def checkouts(sitegen, repository, temporary):
    """A commit without a branch, another worktree and a target branch that went on are compared like any other."""
    repository.git("checkout", "--quiet", "-B", "change", "main")
    repository.write(PULL_REQUESTS["delete-security"])
    repository.commit("2026-05-01")
    repository.git("checkout", "--quiet", "-B", "target", "main")
    repository.write({"CODE_OF_CONDUCT.md": None})
    repository.commit("2026-05-02")
    repository.git("checkout", "--quiet", "--detach", "change")
    other = temporary / "worktree"
    repository.git("worktree", "add", "--quiet", "--detach", str(other), "change")
    for name, folder in (("detached", repository.folder), ("worktree", other)):
        done = subprocess.run(
            [sitegen, "check", "--base", "target", "--as-of", "2026-06-01"], cwd=folder, capture_output=True, text=True)  # fmt: skip
        expect(name, done.returncode == 1 and "SEC-REPORT" in done.stdout, done.stdout + done.stderr)
        expect(name, "CODE_OF_CONDUCT" not in done.stdout, "what the target branch changed is not the change's")
    repository.git("worktree", "remove", "--force", str(other))


def submodule(sitegen, repository, temporary):
    """What lies in a submodule counts as it is, on both sides."""
    repository.git("checkout", "--quiet", "main")
    above = Repository(temporary / "above", {"README.md": "# Above\n\nSee [the community](community/README.md).\n"})
    above.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(repository.folder), "community")
    above.commit("2026-05-01")
    done = subprocess.run(
        [sitegen, "check", "--base", "HEAD", "--as-of", "2026-06-01", "--fail-on", "note"],
        cwd=above.folder, capture_output=True, text=True)  # fmt: skip
    expect("submodule", done.returncode == 0, done.stdout + done.stderr)
    shutil.rmtree(above.folder)


if __name__ == "__main__":
    sys.exit(main())
