#!/usr/bin/env python3
"""Runs the steps of action.yml as a runner would, outside of one: the shell of each, with its environment set.

action.py SITEGEN
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from repository import PULL_REQUESTS, Repository

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
problems = []


def expect(name, truth, what):
    if not truth:
        problems.append(f"{name}: {what}")


class Runner:
    """A job with one checkout. Steps that use other actions are only noted."""

    def __init__(self, checkout, temporary, inputs, event, gh_status=0):
        self.checkout, self.temporary = checkout, temporary
        self.context = {f"inputs.{name}": str(spec.get("default", "")) for name, spec in ACTION["inputs"].items()}
        self.context |= {f"inputs.{name}": value for name, value in inputs.items()}
        self.context |= {"github.token": "token", **event}
        self.uses, self.output, self.summary = [], "", temporary / "summary"
        tools = temporary / "tools"
        tools.mkdir()
        gh = tools / "gh"
        gh.write_text(f'#!/bin/sh\necho "$@" >> "{temporary}/gh"\nexit {gh_status}\n')
        gh.chmod(0o755)
        self.environment = {
            "PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(temporary / "home"), "RUNNER_TEMP": str(temporary / "runner"),
            "GITHUB_ACTION_PATH": str(ROOT), "GITHUB_REPOSITORY": "example/lantern", "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_SHA": event.get("github.sha", ""), "LC_ALL": "C",
        }  # fmt: skip
        (temporary / "home").mkdir()
        (temporary / "runner").mkdir()

    def value(self, text):
        return re.sub(r"\$\{\{\s*([\w.-]+)\s*\}\}", lambda name: self.context.get(name[1], ""), str(text))

    def holds(self, condition):
        words = re.sub(r"'[^']*'|[A-Za-z_][\w.-]*", self._word, condition)
        return eval(words.replace("&&", " and ").replace("||", " or "))  # our own file

    def _word(self, match):
        word = match[0]
        return word if word.startswith("'") else repr(word if word == "true" else self.context.get(word, ""))

    def run(self):
        """The exit code of the first step that fails; 0 when none does."""
        for step in ACTION["runs"]["steps"]:
            if "if" in step and not self.holds(step["if"]):
                continue
            if "uses" in step:
                self.uses.append(step["uses"].split("@")[0])
                continue
            file = self.temporary / "output"
            file.write_text("")
            environment = self.environment | {name: self.value(text) for name, text in step.get("env", {}).items()}
            environment["GITHUB_OUTPUT"] = str(file)
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
                cwd=self.checkout, env=environment, capture_output=True, text=True)  # fmt: skip
            self.output += done.stdout + done.stderr
            for line in file.read_text().splitlines():
                name, _, text = line.partition("=")
                self.context[f"steps.{step.get('id')}.outputs.{name}"] = text
            if done.returncode != 0:
                return done.returncode
        return 0

    def said(self, name):
        file = self.temporary / name
        return file.read_text() if file.exists() else ""


def job(sitegen, base, change, inputs=None, depth=1, fork=False, gh_status=0, owner=None):
    """A pull request on a fresh repository: what is checked out is its merge commit, shallow as hosts do it."""
    temporary = Path(tempfile.mkdtemp(dir=base))
    repository = Repository(temporary / "lantern")
    repository.git("checkout", "--quiet", "-b", "change")
    repository.write(change)
    repository.commit("2026-05-01")
    repository.git("checkout", "--quiet", "main")
    repository.write({"NEWS.md": "# News\n"})
    repository.commit("2026-05-02")
    target = repository.git("rev-parse", "HEAD")
    repository.git("merge", "--quiet", "--no-ff", "--message", "Merge", "change", day="2026-05-03")
    merge = repository.git("rev-parse", "HEAD")
    repository.git("update-ref", "refs/pull/1/merge", merge)
    repository.git("reset", "--quiet", "--hard", target)
    repository.git("config", "uploadpack.allowAnySHA1InWant", "true")
    checkout = temporary / "checkout"
    subprocess.run(["git", "init", "--quiet", str(checkout)], check=True)
    for arguments in [
        ["remote", "add", "origin", f"file://{repository.folder}"],
        ["fetch", "--quiet", "--no-tags", f"--depth={depth}", "origin", f"+{merge}:refs/remotes/pull/1/merge"],
        ["checkout", "--quiet", "--force", "refs/remotes/pull/1/merge"],
    ]:
        subprocess.run(["git", "-C", str(checkout), *arguments], check=True)
    event = {
        "github.event.pull_request.base.sha": target, "github.event.pull_request.number": "1",
        "github.event.pull_request.head.repo.fork": "true" if fork else "false", "github.sha": merge,
    }  # fmt: skip
    if owner is not None:
        subprocess.run(["chown", "-R", str(owner), str(checkout)], check=True)
    inputs = {"binary": sitegen, "as-of": "2026-06-01", "comment": "true", "sarif": "true", **(inputs or {})}
    return Runner(checkout, temporary, inputs, event, gh_status)


def main():
    sitegen = str(Path(sys.argv[1]).resolve())
    base = Path(tempfile.mkdtemp())
    try:
        worse = job(sitegen, base, PULL_REQUESTS["delete-security"])
        status = worse.run()
        expect("worse", status == 1, f"exit {status}: {worse.output}")
        expect("worse", "::error" in worse.output and "SEC-REPORT" in worse.output, worse.output)
        expect("worse", "SEC-REPORT" in worse.said("summary"), "the summary has the report")
        expect("worse", "--method POST" in worse.said("gh"), f"a comment is written: {worse.said('gh')}")
        expect("worse", worse.context["steps.check.outputs.result"] == "worse", "result")
        expect("worse", "github/codeql-action/upload-sarif" in worse.uses, f"{worse.uses}")
        expect("worse", Path(worse.context["steps.check.outputs.sarif"]).exists(), "SARIF is there")
        expect("worse", "NEWS" not in worse.output, "what happened on the target branch is not the pull request's")

        fork = job(sitegen, base, PULL_REQUESTS["delete-security"], fork=True, gh_status=1)
        status = fork.run()
        expect("fork", status == 1 and "::error" in fork.output, f"exit {status}: {fork.output}")
        expect("fork", "no comment was written" in fork.output, "says why there is no comment")
        expect("fork", "github/codeql-action/upload-sarif" not in fork.uses, "a token that may only read sends nothing")

        fine = job(sitegen, base, PULL_REQUESTS["rewrap-paragraph"], {"site": "out"})
        status = fine.run()
        expect("fine", status == 0 and "::error" not in fine.output, f"exit {status}: {fine.output}")
        expect("fine", (fine.checkout / "out/index.html").exists(), "the site is built")
        expect("fine", fine.context["steps.check.outputs.result"] == "passed", "result")

        broken = job(sitegen, base, PULL_REQUESTS["break-workspace"])
        status = broken.run()
        expect("broken", status == 2 and "::error file=sitegen.yaml,line=6" in broken.output, f"{status}: {broken.output}")
        expect("broken", broken.context["steps.check.outputs.result"] == "configuration", "result")

        whole = job(sitegen, base, PULL_REQUESTS["delete-security"], {"base": "origin/main", "fail-on": "none"}, depth=50)
        whole.environment["GITHUB_SHA"] = ""
        subprocess.run(["git", "-C", str(whole.checkout), "fetch", "--quiet", "origin", "main:refs/remotes/origin/main"], check=True)
        expect("none", whole.run() == 0, whole.output)

        if os.geteuid() == 0:
            foreign = job(sitegen, base, PULL_REQUESTS["delete-security"], owner=12345)
            status = foreign.run()
            expect("foreign", status == 1 and "SEC-REPORT" in foreign.output, f"{status}: {foreign.output}")

        wrong = job(sitegen, base, PULL_REQUESTS["add-adopter"], {"sha256": "0" * 64})
        status = wrong.run()
        expect("hash", status == 2 and "SHA-256" in wrong.output, f"{status}: {wrong.output}")
    finally:
        shutil.rmtree(base)
    for problem in problems:
        print(f"FAILED {problem}")
    print("the action does as it should" if not problems else f"{len(problems)} differ")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
