"""foundation.py OUT COMMUNITIES [SEED]: an invented foundation of communities, the same bytes for the same seed: 200
documents each, among them lists of maintainers and adopters, governance, groups with charters, an application for every
fourth, notes of meetings, and plain pages for the rest."""

import pathlib
import random
import re
import sys

DOCUMENTS = 200
folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
random.seed(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
ROOT = pathlib.Path(__file__).resolve().parents[2]
WORDS = (
    "river stone cloud harbor window garden letter engine bridge market copper silver forest valley paper thread "
    "candle mirror anchor basket pocket hammer ladder barrel button kettle pencil saddle shovel tunnel wagon whistle"
).split()
FIRST = "Ada Bela Cora Dario Elin Faro Gita Hugo Ines Jona Kira Levi Mara Nilo Olga Pavel Rosa Soren Tilda Ugo Vera".split()
CRITERIA = re.findall(r"^ +text: +>?-?\n? *(.+)$", (ROOT / "content/criteria/cncf-levels.yaml").read_text(), re.M)
ORGANIZATIONS = [f"{a.capitalize()}{b}" for a in WORDS[:8] for b in ("works", " Labs", " Systems")]


def words(least, most):
    return " ".join(random.choice(WORDS) for _ in range(random.randint(least, most)))


def sentence():
    return words(8, 18).capitalize() + "."


def paragraph():
    return " ".join(sentence() for _ in range(random.randint(2, 5)))


def day():
    return f"{random.randint(2021, 2025)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"


def person():
    first, last = random.choice(FIRST), random.choice(WORDS)
    return f"{first} {last.capitalize()}", f"{first.lower()}-{last}{random.randint(1, 99)}", random.choice(ORGANIZATIONS)


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def maintainers(title):
    people = [person() for _ in range(random.randint(3, 14))]
    rows = [(name, f"[@{handle}](https://github.com/{handle})", company) for name, handle, company in people]
    return f"# Maintainers of {title}\n\n" + table(("Name", "GitHub", "Company"), rows) + "\n", people


def adopters():
    rows = [(f"{words(1, 2).title()} Inc", random.choice(("Production", "Testing")), day()[:7], sentence()) for _ in range(20)]
    return "# Adopters\n\n" + table(("Organization", "Stage", "Since", "Use case"), rows) + "\n"


def groups(names):
    lines = ["sigs:"]
    for name in names:
        who, handle, company = person()
        lines += [
            f"  - name: {name}", f"    dir: sig-{name}", "    leadership:", "      chairs:",
            f"        - github: {handle}", f"          name: {who}", f"          company: {company}", "    meetings:",
            f"      - description: SIG {name} meeting", "        day: Tuesday", "        time: 15:00", "        tz: UTC",
            "        frequency: every two weeks",
        ]
    return "\n".join(lines) + "\n"


def application(title, people):
    boxes = []
    for text in CRITERIA:
        boxes.append(f"- [{random.choice('xx ')}] **{text.strip()}**\n\n  {sentence()} See [governance](GOVERNANCE.md).")
    claims = f"{title} has {len(people) + random.randint(0, 1)} maintainers as of {day()}, and {random.randint(5, 40)} adopters."
    return f"# {title} graduation application\n\n{claims}\n\n## Required\n\n" + "\n\n".join(boxes) + "\n"


def notes(title):
    parts = [f"# {title} meeting notes"]
    for _ in range(6):
        attendees = ", ".join(person()[0] for _ in range(5))
        parts.append(f"## {day()}\n\nAttendees: {attendees}\n\n- {sentence()}\n- [ ] {sentence()}\n- Decision: {sentence()}")
    return "\n\n".join(parts) + "\n"


def governance(title):
    return (
        f"# Governance of {title}\n\n## Maintainers\n\nThe [maintainers](MAINTAINERS.md) decide by lazy consensus. "
        f"{paragraph()}\n\n## Voting\n\nA vote needs two thirds of all maintainers. {paragraph()}\n\n## Elections\n\n"
        f"{paragraph()}\n"
    )


def page(number):
    return f"# {words(2, 4).capitalize()}\n\n{paragraph()}\n\nSee [the next](page-{number + 1:03}.md).\n\n## Details\n\n{paragraph()}\n"


def community(number):
    title = f"{words(1, 1).capitalize()} {number}"
    listed, people = maintainers(title)
    names = [f"{random.choice(WORDS)}-{index}" for index in range(4)]
    files = {
        "README.md": f"# {title}\n\n{paragraph()}\n\nSee the [governance](GOVERNANCE.md) and the [list](MAINTAINERS.md).\n",
        "MAINTAINERS.md": listed, "ADOPTERS.md": adopters(), "GOVERNANCE.md": governance(title),
        "CONTRIBUTING.md": f"# Contributing\n\n{paragraph()}\n", "sigs.yaml": groups(names),
        "SECURITY.md": f"# Security policy\n\nReport to security@{number}.example.org. {paragraph()}\n",
        "OWNERS": "approvers:\n" + "".join(f"  - {handle}\n" for _, handle, _ in people),
    }
    for name in names:
        files[f"sig-{name}/charter.md"] = f"# SIG {name} charter\n\n## Scope\n\n{paragraph()}\n\n## Roles\n\n{paragraph()}\n"
    for number_of_notes in range(6):
        files[f"notes/{2020 + number_of_notes}.md"] = notes(title)
    if number % 4 == 0:
        files["graduation/application.md"] = application(title, people)
    for index in range(DOCUMENTS - len(files)):
        files[f"docs/page-{index:03}.md"] = page(index)
    return files


for number in range(count):
    for path, text in community(number).items():
        file = folder / f"community-{number:04}" / "community" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
