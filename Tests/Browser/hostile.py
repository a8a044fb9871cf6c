#!/usr/bin/env python3
"""Writes a community whose every value is hostile: hostile.py FOLDER. What a site makes of it must stand all checks.

Each value carries markup, a script, template code, or characters that are hard to lay out; each file name needs
escaping. A script that ran would say `ran: …` in the console, and a blocked one reports to the page's policy: both
fail.
"""
import pathlib
import sys

REPOSITORY = "evil/re po#1?x=%2e&\"'<b>"
RUN = "console.error('ran: PLACE')"
MARKUP = [
    f"<script>{RUN}</script>", f"\"><img src=x onerror=\"{RUN}\">", f"'><svg onload='{RUN}'>", "</title></style><b>",
    "{{ 7*7 }}{% include 'x' %}{# #}", "]]><!-- --!>", "&lt;script&gt; &amp;amp; &#0; &nosuch;",
]
SCRIPTS = [f"javascript:{RUN}", f"JaVa\tScRiPt:{RUN}", f"data:text/html,<script>{RUN}</script>", f"vbscript:{RUN}",
           "//evil", "https://example.org/a b<c>\"d#e#f[g]{{h}}|%zz\u0001"]
LETTERS = [
    "עברית \u202eoverride\u202c العربية", "漢字かな交じり文の団体名株式会社", "W" * 300,
    "I\u0301\u0327" * 40, "👩‍👩‍👧‍👦🏳️‍🌈",
    "a\u0001b\u001bc\u007fd\u2028e\ufeff", "\ud7ff\ue000\ufffd", "ﷺ" * 20, "back`tick*star_under|pipe\\",
]


def named(values, place):
    return [v.replace("PLACE", f"{place} {i}") for i, v in enumerate(values)]


def cell(text):
    """As a cell of a GFM table: on one line."""
    return text.replace("|", "\\|").replace("\n", " ")


def quoted(text):
    """As a YAML string in double quotes."""
    escaped = {'"': '\\"', "\\": "\\\\", "\t": "\\t"}
    return '"' + "".join(escaped.get(c, c if c >= " " and c not in "\u007f\u2028\ufeff" else f"\\u{ord(c):04x}")
                         for c in text) + '"'


def table(header, rows):
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(map(cell, line))} |\n" for line in lines)


def maintainers():
    names = named(MARKUP + LETTERS, "maintainer")
    rows = [[name, names[-1 - i], f"[{i}]({link})"]
            for i, (name, link) in enumerate(zip(names, named(SCRIPTS, "handle") * 4))]
    return "# Maintainers\n\n" + table(["Name", "Employer", "GitHub"], rows)


def adopters():
    names = named(MARKUP + LETTERS, "adopter")
    rows = [["End-user" if i % 2 else names[i], name, ("2019", "9999", "-1", "2020-13-45")[i % 4], link, names[i - 1]]
            for i, (name, link) in enumerate(zip(names, named(SCRIPTS, "website") * 4))]
    return "# Adopters\n\n" + table(["Type", "Name", "Since", "Website", "Use-Case"], rows)


def groups():
    lines = ["sigs:"]
    for i, (name, link) in enumerate(zip(named(MARKUP + LETTERS, "group"), named(SCRIPTS, "meeting") * 4)):
        lines += [
            f"  - name: {quoted(name)}", f"    dir: {quoted(f'sig-{i}')}",
            f"    mission_statement: {quoted(name + link)}",
            "    leadership: {chairs: [{github: " + quoted(name[:40]) + ", name: " + quoted(name) + ", company: "
            + quoted(link) + "}]}",
            "    meetings: [{description: " + quoted(name) + ", day: Monday, "
            + ("time: '10:00', tz: America/New_York" if i % 2 else "time: '25:99', tz: " + quoted(link))
            + ", frequency: weekly, url: " + quoted(link) + ", archive_url: " + quoted(link) + "}]",
            "    contact: {slack: " + quoted(name) + ", mailing_list: " + quoted(link) + "}",
            "    subprojects: [{name: " + quoted(name) + ", description: " + quoted(name) + ", owners: ["
            + quoted(link) + "]}]",
        ]
    return "\n".join(lines) + "\n"


def application():
    values, links = named(MARKUP + LETTERS, "application"), named(SCRIPTS, "evidence")
    boxes = ["Governance is documented and kept up to date",
             "List of current maintainers with names, contact and domain",
             "Maintainers from at least two organizations", "Code of conduct is adopted and linked",
             "Subprojects, if any, are documented", "Document how to report security issues",
             "Publicly documented list of adopters"]
    parts = [f"# Evil Graduation Application {values[0]}", "", "## Governance and Maintainers", "", "### Required", ""]
    for i, box in enumerate(boxes):
        parts += [f"- [{'x' if i % 2 else ' '}] **{box}** {values[i]}", "",
                  f"  {values[-1 - i]} We have {10 ** (i * 4)} maintainers from {i} organizations and 9{'9' * 30}"
                  " adopters."
                  f" [link]({links[i % len(links)]}) ![image]({links[i % len(links)]}) <{links[0]}>", ""]
    parts += ["[^1]: " + values[1], "", "> [!WARNING]", f"> {values[2]}[^1]", "",
              "```js\"><script>", values[0], "```", ""]
    return "\n".join(parts)


def notes():
    values = named(MARKUP + LETTERS, "note")
    return ("# Meeting notes\n\n## 2026-02-30\n\n## 2026-01-05\n\n" + "".join(
        f"- TODO: {v}\n- Decision: {v}\n- [ ] @{v}\n- Summit {v}, 2026-03-04\n- [WIP] {v}\n" for v in values))


def bombs():
    aliases = "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9) if i else 'x'}]\n" for i in range(12))
    return [
        f"---\ntitle: {quoted(MARKUP[0])}\ndate: 2026-99-99\nsource: {quoted(SCRIPTS[0])}\n{aliases}---\n\n"
        f"# {MARKUP[1]}\n",
        "---\n" + "".join("  " * i + "k:\n" for i in range(400)) + "---\n\n# Deep\n",
        "---\nsource: [unclosed\n---\n\n# Front matter that is none\n\n" + "> " * 200 + "deep\n\n"
        + "".join(" " * 2 * i + "- deep\n" for i in range(90)) + "\n" + "*a **b " * 400 + "\n",
        "# Links\n\n" + "[a](" * 300 + "\n\n" + "".join(f"# {v}\n\n" for v in named(MARKUP + LETTERS, "heading")),
    ]


def files():
    """Path and text of each file; a path is any bytes but NUL and slash."""
    links = "[x](%2e%2e/%2e%2e/README.md) [y](a#b#c)"
    yield f"{REPOSITORY}/README.md", f"# {MARKUP[0]}\n\n{MARKUP[1]}\n\n{LETTERS[2]} {links}\n"
    yield f"{REPOSITORY}/MAINTAINERS.md", maintainers()
    yield f"{REPOSITORY}/ADOPTERS.md", adopters()
    yield f"{REPOSITORY}/sigs.yaml", groups()
    owners = "".join(f"  - {quoted(v)}\n" for v in named(MARKUP + LETTERS, "owner"))
    yield f"{REPOSITORY}/OWNERS", "approvers:\n" + owners
    yield f"{REPOSITORY}/evil-graduation-application {{{{ 7*7 }}}}.md", application()
    yield f"{REPOSITORY}/notes/עברית 漢字 👩‍👩‍👧‍👦 notes.md", notes()
    names = ["a#b?c%2e%2e%2fd.md", "new\nline.md", "\u202egnp.md", "--flag.md"]
    for name, text in zip(names, bombs()):
        yield f"{REPOSITORY}/docs/{name}", text
    yield f"{REPOSITORY}/docs/<script>/index.html", "<html><body onload=\"console.error('ran')\">mail</body></html>"
    done = "".join(f"- [DONE] {v}\n" for v in named(MARKUP + LETTERS, "roadmap"))
    yield f"{REPOSITORY}/ROADMAP.md", "# Roadmap\n\n" + done
    yield "sitegen.yaml", f"""title: {quoted(MARKUP[0] + LETTERS[0])}
as_of: 2026-11-21
base_url: https://hostile.example.org/a%20b/
communities:
  - id: evil
    name: {quoted(MARKUP[1] + LETTERS[2])}
    foundation: {quoted(MARKUP[4])}
    summary: {quoted(' '.join(named(MARKUP + LETTERS, 'summary')))}
    models: [cncf-levels]
    holds: incubating
    applies_for: graduated
    repositories:
      - path: {quoted(REPOSITORY)}
        url: "https://example.org/{'x' * 200}?a=b#c"
        branch: {quoted(MARKUP[0])}
        commit: deadbeef
"""


def main():
    root = pathlib.Path(sys.argv[1])
    for path, text in files():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
    bytes_of_no_text = b"# Bytes\n\n\xff\xfe\x00\xc3\x28 \xed\xa0\x80 <script>" + RUN.encode() + b"</script>\n"
    (root / REPOSITORY / "bytes.md").write_bytes(bytes_of_no_text)


if __name__ == "__main__":
    main()
