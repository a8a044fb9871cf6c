"""Data of the right shape that says the impossible: groups, people, meetings, adopters and rules nobody could have."""
import json

from case import Case, groups
from markup import pages_are_harmless

RUN = "sitegenProbe()"


def group(name="Example", folder="sig-example", **keys):
    return {"dir": folder, "name": name, "mission_statement": "Does things.", **keys}


def sigs(*items): return json.dumps({"sigs": list(items)})


def lead(name, github): return {"leadership": {"chairs": [{"name": name, "github": github, "company": "A"}]}}


def meeting(**keys): return {"meetings": [{"description": "Regular meeting", "day": "Monday", "time": "10:00", "tz": "UTC", "frequency": "weekly", **keys}]}


GROUPS = {
    "folder above": sigs(group(folder="../../../../tmp/sitegen-was-here")), "absolute folder": sigs(group(folder="/etc")), "folder of a page": sigs(group(folder="index.html")), "folder of markup": sigs(group(folder=f"<img src=x onerror={RUN}>")),
    "no name": sigs(group(name="")), "name of dots": sigs(group(name="..")), "name of a page": sigs(group(name="index.html")), "long name": sigs(group(name="x" * 5_000)), "name of marks": sigs(group(name="\u202e\u200b\ufeff")), "name of a line break": sigs(group(name="a\r\nBEGIN:VEVENT")),
    "one name a hundred times": sigs(*[group() for _ in range(100)]), "names that become one": sigs(group(name="A?B", folder="a"), group(name="A*B", folder="b"), group(name="a b", folder="c")), "a thousand groups": sigs(*[group(f"G{i}", f"g{i}") for i in range(300)]),
    "chairs without end": sigs(group(leadership={"chairs": [{"name": f"P{i}", "github": f"p{i}"} for i in range(1_000)]})), "parent of itself": sigs(group(parent="sig-example", subprojects=[{"name": "Example", "owners": ["https://raw.githubusercontent.com/a/b/main/OWNERS"] * 500}])),
    "account above": sigs(group(**lead("Ada", "../../a"))), "account of markup": sigs(group(**lead("Ada", f"\"><script>{RUN}</script>"))), "person of no letters": sigs(group(**lead("\u200b", "-"))), "long person": sigs(group(**lead("A" * 5_000, "a" * 5_000))), "person named as a page": sigs(group(**lead("index.html", "index.html"))),
    "address of a script": sigs(group(contact={"slack": "<a>", "mailing_list": f"javascript:{RUN}"}, charter_link=f"javascript:{RUN}")), "contact of every wrong type": sigs(group(contact=[1, None, {}], leadership="a", meetings={"a": 1}, subprojects=7)),
    "hour of no day": sigs(group(**meeting(time="99:99"))), "zone of the machine": sigs(group(**meeting(tz="../../../../etc/passwd"))), "zone without end": sigs(group(**meeting(tz="A" * 5_000))), "day of no week": sigs(group(**meeting(day="Xday"))), "endless frequency": sigs(group(**meeting(frequency="every 0 weeks"))), "frequency of numbers": sigs(group(**meeting(frequency="every 99999999999999999999 months"))),
    "meeting that ends the calendar": sigs(group(**meeting(description="a\nEND:VCALENDAR\nBEGIN:VCALENDAR", url="https://a.example/\r\nATTACH:b"))), "address of a meeting": sigs(group(**meeting(url=f"javascript:{RUN}", archive_url="data:text/html,a", recordings_url="//evil.example"))), "a thousand meetings": sigs(group(meetings=meeting()["meetings"] * 500)),
}

TABLES = {
    "adopter of a script": ("ADOPTERS.md", f"# Adopters\n\n| Organization | Since | Website |\n|---|---|---|\n| [A](javascript:{RUN}) | 99999999999999 | javascript:{RUN} |\n| <script>{RUN}</script> | -1 | a |\n"), "adopters of one name": ("ADOPTERS.md", "# Adopters\n\n| Organization | Since |\n|---|---|\n" + "| A | 2024 |\n" * 1_000),
    "adopter of a long name": ("ADOPTERS.md", "# Adopters\n\n- [" + "A" * 20_000 + "](https://a.example)\n"), "maintainers of one account": ("team/MAINTAINERS.md", "# Maintainers\n\n| Name | GitHub |\n|---|---|\n" + "".join(f"| P{i} | @one |\n" for i in range(500))),
    "maintainer who is a formula": ("team/MAINTAINERS.md", "# Maintainers\n\n| Name | GitHub | Company |\n|---|---|---|\n| =HYPERLINK(1) | @a | +1 |\n| @SUM(1) | @b | -1 |\n"), "maintainer of every mark": ("team/MAINTAINERS.md", "# Maintainers\n\n| Name | GitHub |\n|---|---|\n| ]]>&lt;![CDATA[ | @c |\n| a\x1b]8;;b\x07c | @d |\n"),
    "owners in a ring": ("OWNERS_ALIASES", "aliases:\n  a: [b]\n  b: [a]\n  c: [c]\n"), "aliases without end": ("OWNERS_ALIASES", "aliases:\n" + "".join(f"  a{i}: [p{i}]\n" for i in range(1_000))), "owners of everything": ("CODEOWNERS", "".join(f"/a{i}/**/*?[a-z] @o/t{i} @p{i}\n" for i in range(1_000))), "patterns without an end": ("CODEOWNERS", "*" * 5_000 + " @ada\n" + "[" * 5_000 + " @ada\n"),
    "releases of huge numbers": ("RELEASES.md", "# Releases\n\n" + "".join(f"## v{'9' * 30}.{i}.{'9' * 30} (9999-12-{i % 31 + 1:02})\n\n" for i in range(300))), "events before time": ("EVENTS.md", "# Events\n\n- 0001-01-01: a\n- 9999-12-31 to 0001-01-01: b\n- 2026-02-30: c\n"),
    "roadmap of boxes": ("ROADMAP.md", "# Roadmap\n\n" + "## 9999 Q9\n\n- [x] a\n- [ ] b (owner: @" + "x" * 3_000 + ", due 99999-99-99)\n" * 300), "actions of everybody": ("meetings/2026-01-05.md", "# Meeting 2026-01-05\n\nAttendees: " + ", ".join(f"P{i} Q{i}" for i in range(1_000)) + "\n\n- [ ] @everyone: a by 2026-99-99\n" + "- Action: P1 to do it\n" * 300),
    "vote of more than all": ("docs/voting.md", "# Voting\n\nA vote passes with 99999999999999999999 of 3 votes. A majority of 150% of the maintainers decides. A vote of 0/0 decides. A quorum of -1 is needed.\n"), "terms without end": ("docs/elections.md", "# Elections\n\nThe committee has 999999999999 seats. Terms are 99999999999999 years. Elections are held every 0 days. No more than -3 from one company.\n"),
    "rules that refer to each other": ("docs/rules.md", "# Rules\n\n" + "A change of this rule needs the vote that changes this rule. The committee elects the committee by a vote of the committee.\n\n" * 200), "form with every box twice": ("docs/graduation.md", "# Example graduation application\n\n" + "- [x] **Clear and discoverable project governance.**\n- [ ] **Clear and discoverable project governance.**\n" * 200),
    "saved page of forms": ("saved.html", "<html><head><title>Issue</title></head><body>" + f"<form action=javascript:{RUN}><button>a</button></form>" * 500 + "</body></html>"), "security file of markup": ("SECURITY.md", f"# Security\n\nReport to <a@b.example\"><script>{RUN}</script>> or [mail](mailto:a@b.example?subject=%0d%0aBcc:c).\n"),
    "insights of wrong types": ("SECURITY-INSIGHTS.yml", "header: [1]\nproject-lifecycle: {bug-fixes-only: [], core-maintainers: 7, status: {a: b}}\nvulnerability-reporting: 9\n"), "settings of a file": (".github/settings.yml", "collaborators: {a: [b]}\nteams: 7\n"), "citation of nobody": ("CITATION.cff", "authors: {a: 1}\ntitle: [b]\n"),
    "modules above": (".gitmodules", "[submodule \"../../a\"]\n\tpath = ../../../../etc\n\turl = ext::touch ran\n"), "meetings of one day": ("notes.md", "# Meeting notes\n\n" + "## 2026-01-05\n\n- Ada: done\n" * 500),
}


def cases():
    yield from groups("records", {f"groups, {n}": {"sigs.yaml": t} for n, t in GROUPS.items()}, 34, exits=(0, 3), after=pages_are_harmless)
    yield from groups("tables", {f"table, {n}": {path: t} for n, (path, t) in TABLES.items()}, 34, exits=(0, 3), silent=("saved.html",), after=pages_are_harmless)
    # Alone in its source, so that its groups have pages, a calendar and a feed.
    for n in ("meeting that ends the calendar", "name of a line break", "folder above"):
        yield Case(f"groups alone, {n}", {f"groups alone, {n}": {"sigs.yaml": GROUPS[n]}}, ["build", "--quiet", "--as-of", "2026-01-01", "--source", "in", "--output", "out"], exits=(0, 3), shared=False, after=lambda work, runs: [*pages_are_harmless(work, runs), *calendars(work)])


def calendars(work):
    for file in (work / "out").rglob("*.ics"):
        lines = file.read_bytes().split(b"\r\n")
        if lines.count(b"BEGIN:VCALENDAR") != 1 or lines.count(b"BEGIN:VEVENT") != lines.count(b"END:VEVENT") or any(b"\n" in line or b"\r" in line or len(line) > 75 for line in lines):
            yield f"{file.name} is no calendar"
