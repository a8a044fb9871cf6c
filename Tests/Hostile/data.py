"""Data files: YAML, front matter, JSON, TOML and CSV that expand, nest, lie or break off."""
from case import groups


def aliases(levels, width, end):
    return "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * width) if i else 'x'}]\n" for i in range(levels)) + end


def front(yaml, rest="\n# Example\n\nText.\n"): return f"---\n{yaml}---\n{rest}"


YAML = {
    "doubled lists": aliases(60, 2, "b: *a59\n"),
    "nine times each": aliases(12, 9, "b: *a11\n"),
    "two doubled lists to compare": aliases(40, 2, "b: [*a39, *a39]\n"),
    "key of aliases": aliases(30, 2, "? *a29\n: b\n"),
    "key of a mapping": "? {a: b}\n: c\nd: e\n",
    "merge of itself": "a: &a\n  <<: *a\n  b: c\n",
    "merge bomb": "a: &a {k: v}\n" + "".join(f"b{i}: &b{i}\n  <<: [{', '.join(['*a'] * 50)}]\n" for i in range(200)),
    "cycle of an alias": "a: &a [*a]\n",
    "unknown alias": "a: *b\n",
    "anchor twice": "a: &a 1\nb: &a 2\nc: *a\n",
    "nested flow": "a: " + "[" * 20_000,
    "nested closed flow": "a: " + "[" * 5_000 + "]" * 5_000 + "\n",
    "nested mappings": "".join(" " * i + "a:\n" for i in range(600)),
    "nested items": "- " * 5_000 + "a\n",
    "question marks": "? " * 5_000 + "a\n",
    "many keys": "".join(f"k{i}: v\n" for i in range(1_500)),
    "duplicate keys": "a: 1\n" * 1_000,
    "long scalar": "a: " + "x" * 200_000 + "\n",
    "long key": "x" * 200_000 + ": a\n",
    "long plain lines": "a:\n" + "  word word\n" * 3_000,
    "open double quotes": 'a: "' + "x\n" * 3_000,
    "open single quotes": "a: '" + "x\n" * 3_000,
    "escapes": 'a: "' + "\\x41\\u0042\\U00000043" * 1_000 + '"\n',
    "bad escapes": 'a: "\\q\\xZZ"\n',
    "escaped control characters": 'a: "\\0\\a\\b\\e\\x7f\\u2028\\ufeff"\n',
    "surrogate escapes": 'a: "\\ud800\\udc00"\n',
    "tag of a program": "a: !!python/object/apply:os.system ['touch /tmp/sitegen-was-here']\n",
    "many tags": "".join(f"- !t{i} a\n" for i in range(1_000)),
    "huge number": "a: " + "9" * 5_000 + "\nb: 1e999999\nc: 0x" + "f" * 5_000 + "\nd: -.inf\ne: .nan\n",
    "sexagesimal": "a: 190:20:30\nb: 1:" * 500 + "\n",
    "odd dates": "since: 0000-00-00\nuntil: 9999-99-99\nat: 2026-02-30T25:61:61Z\nthen: -2026-01-01\n",
    "many documents": "--- a\n" * 1_000,
    "directives": "%YAML 9.9\n%TAG ! tag:a,2000:\n---\na: !b c\n",
    "tabs": "a:\n\tb: c\n",
    "NUL": "a: b\0c\n",
    "not UTF-8": b"a: \xff\xfe\xc3\x28\n",
    "UTF-16": "a: b\n".encode("utf-16"),
    "UTF-32": "a: b\n".encode("utf-32"),
    "overlong encoding": b"a: \xc0\xaf\xe0\x80\xaf\n",
    "encoded surrogate": b"a: \xed\xa0\x80\n",
    "byte order mark inside": "a: \ufeffb\n",
    "line separators": "a: b\u2028c: d\u0085e: f\n",
    "carriage returns alone": "a: b\rc: d\r",
    "block scalar with a huge indicator": "a: |999999999999\n  b\n",
    "block scalar of blanks": "a: |\n" + " \n" * 3_000,
    "comment lines": "# a\n" * 4_000,
    "comment bomb behind a value": "a: b " + "#" * 100_000 + "\n",
    "groups of every wrong type": "sigs: {name: [1], leadership: 7, meetings: x, subprojects: {a: b}}\nusergroups: 3\n",
    "people of every wrong type": "maintainers: [1, null, [], {}, {name: [a]}, {github: {a: b}}]\n",
    "owners of owners": "approvers: {a: [b, {c: d}]}\nfilters: {'[': {approvers: [a]}}\n",
    "empty": "",
    "nothing but a byte order mark": "\ufeff",
    "nothing but spaces": " " * 50_000,
    "colons": ":" * 20_000,
    "dashes": "-" * 20_000,
    "percents": "%" * 20_000,
    "ampersands": "&" * 20_000,
    "exclamation marks": "!" * 20_000,
    "pipes": "|\n" * 2_000,
}

JSON = {
    "nested lists": "[" * 100_000,
    "nested objects": '{"a":' * 20_000,
    "escapes": '{"a": "' + "\\u0041" * 5_000 + '"}',
    "lone surrogates": '{"a": "\\ud800", "b": "\\udc00\\ud800"}',
    "huge exponent": '{"a": 1e999999999, "b": -1E-99999999, "c": ' + "1" * 10_000 + "}",
    "duplicate keys": "{" + ", ".join('"a": 1' for _ in range(3_000)) + "}",
    "unclosed text": '{"a": "' + "x" * 50_000,
    "issues of every wrong type": '[{"number": "x", "title": 7, "body": [], "user": 1, "labels": {}, "state": null}]',
}

TOML = {
    "nested arrays": "a = " + "[" * 20_000,
    "dotted keys": "a." * 10_000 + "a = 1\n",
    "tables of tables": "".join(f"[{'.'.join(['a'] * i)}]\n" for i in range(1, 150)),
    "unclosed text": 'a = """' + "x\n" * 10_000,
    "inline tables": "a = " + "{a = " * 10_000,
    "arrays of tables": "[[a]]\n" * 5_000,
}

CSV = {
    "open quotes": "Name,GitHub,Company\n" + '"' * 20_001,
    "many columns": ",".join(f"c{i}" for i in range(5_000)) + "\n" + "a," * 5_000 + "\n",
    "one column, many rows": "Name\n" + "a\n" * 5_000,
    "wide header, short rows": "Name," + "c," * 2_000 + "\n" + "a\n" * 1_000,
    "formulas": "Name,GitHub,Company\n" + "".join(f"{sign}cmd|' /C calc'!A0,@a,b\n" for sign in "=+-@\t\r|%"),
    "quotes inside": 'Name,GitHub\na"b"c,"d""e"f\n',
}


def cases():
    inputs = {f"YAML, {n}": {"sigs.yaml": t} for n, t in YAML.items()}
    yield from groups("data", inputs, 60, exits=(0, 3))
    inputs = {f"OWNERS, {n}": {"OWNERS": t} for n, t in YAML.items()}
    yield from groups("owners", inputs, 60, exits=(0, 3))
    inputs = {f"front matter, {n}": {"page.md": front(t)} for n, t in YAML.items() if isinstance(t, str) and not n.startswith("UTF")}
    yield from groups("front matter", inputs, 60, exits=(0, 3))
    inputs = {f"JSON, {n}": {"data.json": t} for n, t in JSON.items()}
    inputs |= {f"TOML, {n}": {"maintainers.toml": t} for n, t in TOML.items()}
    inputs |= {f"CSV, {n}": {"maintainers.csv": t} for n, t in CSV.items()}
    yield from groups("other data", inputs, 30, exits=(0, 3))
