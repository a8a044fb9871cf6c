"""A small community in a git repository, and the pull requests that are opened on it."""

import os
import subprocess
from pathlib import Path

PHRASES = [
    "All project metadata and resources are vendor-neutral.",
    "Review and acknowledgement of expectations for graduated projects.",
    "Governance is up to date with actual project activities.",
    "Governance clearly documents vendor-neutrality of project direction.",
    "Document how the project makes decisions on leadership roles.",
    "Document how role, function-based members, or sub-teams are assigned.",
    "Document a complete maintainer lifecycle process.",
    "Demonstrate usage of the maintainer lifecycle with outcomes.",
    "Code and Doc ownership in Github matches documented roles.",
    "If the project has subprojects: subproject leadership is documented.",
    "List and document all project communication channels.",
    "Up-to-date public meeting schedulers.",
    "Demonstrate contributor activity and recruitment.",
    "Document project goals and objectives.",
    "Document what the project does, and why it does it.",
    "Roadmap change process is documented.",
    "Document overview of project architecture.",
    "History of regular, quality releases.",
]

TICKED = """
- [x] **Document complete list of current maintainers.**

The list is in [MAINTAINERS.md](MAINTAINERS.md).

- [x] **A number of active maintainers which is appropriate to the size of the project.**

Our list has 4 maintainers.

- [x] **Publicly documented list of adopters.**

The list has 3 adopters, see [ADOPTERS.md](ADOPTERS.md).
"""

FILES = {
    "README.md": """# Lantern

Lantern lights the way. See [governance](GOVERNANCE.md), [contributing](CONTRIBUTING.md), [security](SECURITY.md),
[adopters](ADOPTERS.md), [maintainers](MAINTAINERS.md) and [how releases are made](docs/release.md#steps).

## Meeting

Join [the call](https://meet.example/lantern).

* Every Wednesday at 3pm UTC
""",
    "GOVERNANCE.md": """# Governance

Maintainers decide by lazy consensus. A vote needs a majority of all maintainers, and every maintainer has one vote
whoever employs them.

Everybody follows the [code of conduct](CODE_OF_CONDUCT.md).
""",
    "CODE_OF_CONDUCT.md": "# Code of Conduct\n\nWe follow the Contributor Covenant. Write to conduct@lantern.example.\n",
    "CONTRIBUTING.md": """# Contributing

Report problems as issues. Send changes as pull requests.

## Meetings

Come to the meeting on Wednesdays.
""",
    "SECURITY.md": "# Security\n\nReport vulnerabilities by mail to security@lantern.example. We answer within three days.\n",
    "MAINTAINERS.md": """# Maintainers

| Name | GitHub | Organization | Responsibility |
|---|---|---|---|
| Ann Alpha | [ann](https://github.com/ann) | Acme | core |
| Bob Bravo | [bob](https://github.com/bob) | Globex | docs |
| Cid Charlie | [cid](https://github.com/cid) | Acme | core |
| Dee Delta | [dee](https://github.com/dee) | Initech | releases |
""",
    "ADOPTERS.md": """# Adopters

| Type | Name | Since | Website | Use-Case |
|---|---|---|---|---|
| End-user | Stark | 2024 | https://stark.example | appliances |
| End-user | Umbrella | 2023 | https://umbrella.example | clusters |
| Vendor | Wayne | 2024 | https://wayne.example | lights |
""",
    "OWNERS": "approvers:\n- ann\n- dee\n",
    "docs/release.md": "# Releases\n\n## Steps\n\nTag, build, announce.\n",
    "sigs.yaml": """sigs:
- name: Docs
  dir: sig-docs
  leadership:
    chairs:
    - {github: ann, name: Ann Alpha, company: Acme}
  meetings:
  - description: Regular meeting
    day: Wednesday
    time: "15:00"
    tz: UTC
    frequency: weekly
    url: https://meet.example/lantern
  contact: {slack: docs, mailing_list: docs@lantern.example}
""",
    "sig-docs/README.md": "# Docs\n\nThe docs group.\n",
    "application.md": "# Lantern Graduation Application\n\n## Required\n\n"
    + "\n\n".join(f"- [ ] **{phrase}**" for phrase in PHRASES)
    + "\n"
    + TICKED,
    "sitegen.yaml": """communities:
- id: lantern
  name: Lantern
  foundation: CNCF
  models: [cncf-levels]
  applies_for: graduated
waivers:
- criterion: GOV-VN
  reason: the text is being written
  owner: Ann Alpha
  approver: Bob Bravo
  created: 2026-01-01
  expires: 2026-12-31
""",
}


class Repository:
    """A checkout with a branch `main` that holds the community."""

    def __init__(self, folder, files=None):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")
        self.write(files or FILES)
        self.commit("2026-03-01")

    def git(self, *arguments, day="2026-03-01"):
        time = f"{day}T12:00:00+00:00"
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C",
            "GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "ann@lantern.example", "GIT_AUTHOR_DATE": time,
            "GIT_COMMITTER_NAME": "Ann", "GIT_COMMITTER_EMAIL": "ann@lantern.example", "GIT_COMMITTER_DATE": time,
        }  # fmt: skip
        done = subprocess.run(["git", *arguments], cwd=self.folder, env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"git {arguments}: {done.stderr}")
        return done.stdout.strip()

    def write(self, files):
        for path, text in files.items():
            file = self.folder / path
            if text is None:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, newline="")

    def commit(self, day):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", f"Change of {day}", day=day)


def changed(path, *pairs):
    """The text of a file with some parts replaced, each of which must be there."""
    text = FILES[path]
    for old, new in pairs:
        assert old in text, (path, old)
        text = text.replace(old, new, 1)
    return {path: text}


rows = FILES["MAINTAINERS.md"].splitlines(keepends=True)
governance = FILES["GOVERNANCE.md"]

# What each changes: texts by path, none for a file that is removed.
PULL_REQUESTS = {
    "delete-security": {"SECURITY.md": None},
    "remove-maintainer": changed("MAINTAINERS.md", (rows[-1], "")),
    "rename-file": {"docs/release.md": None, "docs/releasing.md": FILES["docs/release.md"]},
    "rewrap-paragraph": changed(
        "GOVERNANCE.md",
        (
            "Maintainers decide by lazy consensus. A vote needs a majority of all maintainers, and every maintainer has one vote\nwhoever employs them.",
            "Maintainers decide by lazy consensus.\nA vote needs a majority of all maintainers,\nand every maintainer has one vote whoever employs\nthem.",
        ),
    ),
    "reorder-rows": {"MAINTAINERS.md": "".join(rows[:4] + rows[:3:-1])},
    "tick-above-denial": changed(
        "application.md",
        (
            "- [ ] **Document a complete maintainer lifecycle process.**",
            "- [x] **Document a complete maintainer lifecycle process.**\n\nThere is no lifecycle process yet.",
        ),
    ),
    "break-anchor": changed("docs/release.md", ("## Steps", "## How it is done")),
    "change-meeting": changed("sigs.yaml", ('"15:00"', '"17:00"')),
    "end-waiver": changed("sitegen.yaml", ("2026-12-31", "2026-02-28")),
    "add-adopter": changed("ADOPTERS.md", ("| Vendor |", "| End-user | Virtucon | 2025 | https://virtucon.example | tests |\n| Vendor |")),
    "nothing-of-interest": {"src/main.c": "int main(void) { return 0; }\n"},
    "break-workspace": changed("sitegen.yaml", ("applies_for", "aplies_for")),
    "rename-folder": {
        "docs/release.md": None, "documentation/release.md": FILES["docs/release.md"],
        **changed("README.md", ("docs/release.md", "documentation/release.md")),
    },
    "delete-conduct": {"CODE_OF_CONDUCT.md": None},
    "rename-account": changed("MAINTAINERS.md", ("[ann](https://github.com/ann)", "[annalpha](https://github.com/annalpha)")),
    "rename-maintainers": {"MAINTAINERS.md": None, "docs/MAINTAINERS.md": FILES["MAINTAINERS.md"]},
    "remove-adopter": changed("ADOPTERS.md", ("| End-user | Umbrella | 2023 | https://umbrella.example | clusters |\n", "")),
    "untick-box": changed("application.md", ("- [x] **Publicly", "- [ ] **Publicly")),
    "other-line-ends": {"MAINTAINERS.md": FILES["MAINTAINERS.md"].replace("\n", "\r\n")},
    "table-to-list": {
        "ADOPTERS.md": "# Adopters\n\n- [Stark](https://stark.example), since 2024\n"
        "- [Umbrella](https://umbrella.example), since 2023\n- [Wayne](https://wayne.example), since 2024\n"
    },
    "delete-application": {"application.md": None},
    "change-day": changed("sigs.yaml", ("day: Wednesday", "day: Thursday")),
    "change-address": changed("sigs.yaml", ("https://meet.example/lantern", "https://meet.example/other")),
    "rename-group-folder": {
        "sig-docs/README.md": None, "sig-documentation/README.md": FILES["sig-docs/README.md"],
    },
    "break-data": changed("sigs.yaml", ("- name: Docs", "- name: [Docs")),
}  # fmt: skip
