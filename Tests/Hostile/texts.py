"""Units that a hostile text repeats, and the kinds of file it may be: each pair is an input of `run.py` and of `growth.py`."""

# A unit is repeated as it is: one that ends in a line break makes lines, any other one long line.
UNITS = {
    "curly quotes": "“a” ", "open curly quotes": "“", "single quotes": "'a' ", "bidi marks": "\u202ea\u202c",
    "replacement characters": "\ufffd", "zero-width joiners": "\u200d", "no-break spaces": "\u00a0a",
    "combining marks": "\u0301", "flags": "🇪🇺", "families": "👩\u200d👩\u200d👧\u200d👦 ", "skin tones": "👋🏽",
    "variation selectors": "☂\ufe0f", "tag sequences": "🏴\U000e0067\U000e0062\U000e007f", "hangul jamo": "\u1100\u1161\u11a8",
    "byte order marks": "\ufeff", "null characters of controls": "\x01", "tabs": "a\t", "spaces": "   ",
    "names with roles": "Ada Example (chair), ", "chairs": "Chairs: Ada Example and Ben Sample ", "WIP marks": "[WIP] a ",
    "links": "[a](b.md) ", "open links": "[a](", "images": "![a](b.png) ", "open images": "![", "brackets": "[", "nested brackets": "[[a]",
    "reference links": "[a][b] ", "bare addresses": "https://example.org/a ", "www addresses": "www.example.org/)",
    "mail addresses": "a@example.org ", "at signs": "@", "handles": "@ada ", "ordinals": "1st 2nd 3rd ", "emphasis": "*a ", "strong": "**a ",
    "strikethrough": "~~a ", "mixed emphasis": "*a **b _c ", "code spans": "`a` ", "open code spans": "`` a ` ", "backticks": "`",
    "open tags": "<a b", "tags with attributes": "<tag a=\"b\" c=d>", "open attributes": "<tag a=\"", "line break tags": "<br>",
    "processing instructions": "<?a ", "declarations": "<!A ", "comments": "<!-- a --> ", "open comments": "<!--", "CDATA": "<![CDATA[",
    "closing tags": "</a>", "details": "<details><summary>a</summary>", "entities": "&amp;", "open entities": "&a", "backslashes": "\\",
    "dates": "2026-01-02 ", "long dates": "January 2nd, 2026 ", "times": "10:00 AM PST ", "percentages": "66% of ", "numbers": "1234567890 ",
    "digits": "7", "counts": "We have 8 maintainers. ", "two-thirds votes": "A two-thirds majority vote of maintainers. ",
    "votes": "decided by a vote of ", "terms": "elected for two years, ", "periods": "a. ", "letters": "a", "words": "word ",
    "capitals": "A.", "commas": "a, ", "colons": "a: ", "semicolons": ";", "parentheses": "(a) ", "open parentheses": "(", "hyphens": "a-", "slashes": "a/",
    "versions": "v1.2.3 ", "table pipes": "|", "dollars": "$a ", "placeholders": "<name> ", "footnotes": "[^1]",
    # Lines.
    "check boxes": "- [x] a\n", "open check boxes": "- [ ] **a** b\n", "items": "- a\n", "numbered items": "1. a\n", "nested items": "  - a\n", "quotes": "> a\n",
    "deep quotes": "> > > a\n", "headings": "# a\n", "underlined headings": "a\n---\n", "meetings": "## 2026-01-02\n\n- Ada: notes\n\n",
    "releases": "## v1.2.3 (2026-01-02)\n\n", "SIG sections": "## SIG Example\n\n- Chair: Ada (@ada)\n\n", "people": "- Ada Example (@ada), Example Inc.\n",
    "table rows": "| Ada | @ada | Example |\n", "short rows": "a\n", "fences": "```\n", "rules": "***\n", "link definitions": "[a]: b\n",
    "footnote definitions": "[^1]: a\n", "YAML items": "- a: b\n", "YAML keys": "a: b\n", "YAML brackets": "[a, \n", "YAML flow": "{a: ", "YAML quotes": "- 'a\n",
    "YAML anchors": "- &a b\n", "YAML tags": "- !a b\n", "block scalars": "- |\n  a\n", "documents": "---\n", "directives": ".. a:: b\n", "roles": ":a:`b` ",
    "titles of AsciiDoc": "== a\n", "blocks of AsciiDoc": "----\n", "attributes of AsciiDoc": "{a} ", "TOML tables": "[[a]]\nb = 1\n", "TOML strings": "a = \"b\n",
    "TOML dotted keys": "a.a.", "CSV quotes": "\"", "CSV cells": "a,", "blank lines": "\n", "carriage returns": "\r", "Windows lines": "a\r\n", "decisions": "- Decision: accept a\n",
    "actions": "- TODO: @ada to do a\n", "questions": "- Q: why?\n- A: a\n", "patterns": "/a/** @ada\n", "diff hunks": "@@ -1,2 +1,2 @@\n-a\n+b\n",
}

# Path of a file of each kind, and what makes it one; then come the units.
KINDS = {
    "README": ("README.md", "# Example\n\n"),
    "GOVERNANCE": ("GOVERNANCE.md", "# Governance\n\n"),
    "MAINTAINERS": ("MAINTAINERS.md", "# Maintainers\n\n| Name | GitHub | Company |\n|---|---|---|\n| Ada | @ada | Example |\n"),
    "ADOPTERS": ("ADOPTERS.md", "# Adopters\n\n| Organization | Since |\n|---|---|\n| Example | 2024 |\n"),
    "due diligence": ("example-graduation-application.md", "# Example Graduation Application\n\n## Governance\n\n### Required\n\n"
                      "- [x] **Clear and discoverable project governance documentation.**\n\n  "),
    "meeting notes": ("meeting-notes.md", "# Meeting notes\n\n## 2026-01-05\n\n- Attendees: Ada\n- "),
    "OWNERS": ("OWNERS", "approvers:\n- ada\nreviewers:\n- "),
    "groups": ("sigs.yaml", "sigs:\n- name: Example\n  dir: sig-example\n  mission_statement: "),
    "CSV": ("maintainers.csv", "Name,GitHub,Company\nAda,ada,Example\n"),
    "reStructuredText": ("governance.rst", "Governance\n==========\n\n"),
    "AsciiDoc": ("governance.adoc", "= Governance\n\n"),
    "TOML": ("maintainers.toml", "[people.ada]\nname = \"Ada\"\n\nx = \""),
    "CODEOWNERS": ("CODEOWNERS", "* @ada\n"),
    "changelog": ("CHANGELOG.md", "# Changelog\n\n## v1.0.0 - 2026-01-01\n\n"),
    "HTML": ("index.html", "<html><body><p>"),
}


def text(kind, unit, size):
    """A file of this kind with as many units as `size` bytes hold."""
    _, head = KINDS[kind]
    repeated = UNITS[unit]
    return (head + repeated * max(1, size // len(repeated.encode()))).encode()
