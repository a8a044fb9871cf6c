"""Workspace files, criteria, words, waivers, reviews and saved reports that are wrong: each stops the run with a place, or costs nothing."""
import json

from case import Case, SOUND

WRONG = {
    "unknown key": "titel: a\n", "list for a text": "title: [a]\n", "text for a list": "communities: a\n", "number for communities": "communities: 7\n", "no id": "communities: [{name: a}]\n", "id twice": "communities: [{id: a}, {id: a}]\n",
    "20,000 communities": "communities:\n" + "".join(f"  - {{id: c{i}}}\n" for i in range(20_000)), "unclosed": "title: [a\n", "alias bomb": "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9) if i else 'x'}]\n" for i in range(12)),
    "key of aliases": "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 2) if i else 'x'}]\n" for i in range(30)) + "? *a29\n: b\n", "nested": "a: " + "[" * 20_000, "tab": "title:\n\ta\n", "two documents": "title: a\n---\ntitle: b\n",
    "address of a script": "base_url: 'javascript:alert(1)'\n", "wrong date": "as_of: 2026-02-30\n", "wrong model": "communities: [{id: a, models: [none-such]}]\n", "path out of the source": "communities: [{id: a, repositories: [{path: ../..}]}]\n", "absolute path": "communities: [{id: a, repositories: [{path: /etc}]}]\n",
    "since without a report": "since: 2026-99-01\n", "waiver without a reason": "waivers: [{criterion: GOV-DOC}]\n", "waivers of wrong types": "waivers: [1, [], {expires: never}]\n", "review of nobody": "reviews: [{criterion: GOV-DOC}]\n",
    "document of no kind": "documents: [{path: a.md, kind: nonsense}]\n", "not UTF-8": b"title: \xff\n", "NUL": "title: a\0b\n", "UTF-16": "title: a\n".encode("utf-16"), "a list": "- a\n", "a text": "a\n", "a number": "7\n",
}

HARMLESS = {
    "empty file": "", "comment": "# a\n", "title of markup": 'title: "<script>a</script>"\n', "address with markup": "base_url: 'https://example.org/\"><script>'\n", "long title": "title: " + "x" * 100_000 + "\n",
    "many patterns to leave out": "exclude:\n" + "".join(f"  - '**/x{i}*y/**'\n" for i in range(5_000)), "pattern of stars": "exclude: ['" + "*a" * 200 + "b']\n", "many spellings": "organizations:\n" + "".join(f"  O{i}: [a{i}, b{i}]\n" for i in range(5_000)),
    "many documents": "documents:\n" + "".join(f"  - {{path: 'x{i}/**', kind: page}}\n" for i in range(5_000)), "many waivers": "waivers:\n" + "".join(f"  - {{criterion: GOV-DOC, reason: a, expires: 2027-01-01, scope: x{i}}}\n" for i in range(200)),
}

CRITERIA = """model: own
title: Own
levels: [one]
revisions:
  - {date: 2024-01-01, label: a, note: b}
criteria:
  - id: OWN-1
    section: A
    text: A text.
    match: [a text]
    requirement:
      - {level: one, since: 2024-01-01, value: required}
    checks:
      - label: a
        expression: EXPRESSION
"""

EXPRESSIONS = {
    "range without end": "range(100000000)|length > 0", "ranges in ranges": "range(30000)|map('string')|join('')|length > 0", "text that doubles": "('a' * 100000000)|length > 0", "nested": "(" * 5_000 + "1" + ")" * 5_000, "unknown name": "nobody.nothing", "unclosed": "(1",
    "division by zero": "1 / 0", "power": "9 ** 9 ** 9 ** 9", "long": "1 + " * 20_000 + "1", "attribute of a text": "'a'.__class__.__mro__", "filter of filters": "'a'" + "|upper" * 5_000, "quotes": "'\"'",
}

SNAPSHOTS = {
    "empty": "", "no JSON": "{", "of another schema": '{"schema": "report/9"}', "nested": "[" * 50_000, "of wrong types": '{"schema": "snapshot/1", "as_of": 7, "communities": {"a": 1}}', "of no day": '{"schema": "snapshot/1", "as_of": "2026-99-99", "communities": []}',
    "many communities": json.dumps({"schema": "snapshot/1", "as_of": "2025-01-01", "communities": [{"id": f"c{i}", "criteria": [], "findings": []} for i in range(3_000)]}),
}

WORDS = {"unknown list": "nothing: [a]\n", "not a mapping": "- a\n", "of wrong types": "findings: 7\n", "nested": "a: " + "[" * 20_000, "not UTF-8": b"a: \xff\n"}


def cases():
    report = ["report", "--quiet", "--as-of", "2026-01-01", "--source", "{in}"]
    for name, text in WRONG.items():
        yield Case(f"configuration, {name}", {f"sitegen.yaml, {name}": {"sitegen.yaml": text}}, report, exits=(0, 2, 3), shared=False, after=says_where)
    for name, text in HARMLESS.items():
        yield Case(f"configuration, {name}", {f"sitegen.yaml, {name}": {"sitegen.yaml": text}}, report, exits=(0, 2), shared=False)
    for name, text in EXPRESSIONS.items():
        criteria = CRITERIA.replace("EXPRESSION", json.dumps(text))
        yield Case(f"criteria, {name}", {f"check, {name}": {"criteria/own.yaml": criteria}}, ["criteria", "check", "--source", "{in}"], exits=(0, 1, 2, 64), shared=False)
    for name, text in SNAPSHOTS.items():
        yield Case(f"saved report, {name}", {f"history, {name}": {"history/2025.json": text}}, report, exits=(0, 2, 3), shared=False)
    for name, text in WORDS.items():
        yield Case(f"words, {name}", {f"lexicon, {name}": {"lexicon/own.yaml": text}}, report, exits=(0, 2, 3), shared=False)


def says_where(_, runs):
    """A run that stops says at which place of the file."""
    if runs[0].status and "sitegen.yaml:" not in runs[0].err and "sitegen.yaml" not in runs[0].err:
        yield f"exit {runs[0].status} without the file: {runs[0].err[:300]}"
