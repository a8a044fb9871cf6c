"""Templates and their contexts that expand, nest, recurse or never end; `render` reads them as a site's own are read."""
import json

from case import Case

DOUBLED = "{% set a = ['x'] %}" + "{% set a = [a, a] %}" * 60
TEMPLATES = {
    "doubled list printed": DOUBLED + "{{ a }}", "doubled list compared": DOUBLED + "{% set b = ['x'] %}" + "{% set b = [b, b] %}" * 60 + "{{ a == b }}", "doubled list in a filter": DOUBLED + "{{ a|string|length }}", "doubled list as JSON": DOUBLED + "{{ a|tojson }}",
    "doubled list sorted": DOUBLED + "{{ [a, a]|sort|length }}", "doubled list once each": DOUBLED + "{{ [a, a]|unique|list|length }}", "doubled list added up": DOUBLED + "{{ a|sum }}", "doubled list in a key": DOUBLED + "{{ {'a': a}|dictsort|length }}", "doubled list joined": DOUBLED + "{{ a|join(',') }}",
    "doubled list in a group": DOUBLED + "{{ [{'k': a}, {'k': a}]|groupby('k')|length }}", "doubled list looked for": DOUBLED + "{{ a in [a] }}", "deep list": "{% set ns = namespace(a=[]) %}{% for i in range(100000) %}{% set ns.a = [ns.a] %}{% endfor %}{{ ns.a }}",
    "deep list released": "{% set ns = namespace(a=[]) %}{% for i in range(100000) %}{% set ns.a = [ns.a] %}{% endfor %}done", "loops in loops": "{% set t = 'x' * 1000000 %}{% for a in range(100000) %}{% for b in range(100000) %}{% set u = t ~ b %}{% endfor %}{% endfor %}", "range without end": "{% for a in range(99999999999) %}x{% endfor %}",
    "text that doubles": "{% set a = 'x' %}" + "{% set a = a ~ a %}" * 60 + "{{ a|length }}", "repeated text": "{{ 'x' * 9999999999 }}", "repeated list": "{{ ([1] * 9999999999)|length }}", "padded text": "{{ 'x'|center(9999999999) }}", "width of a format": "{{ '%999999999d'|format(1) }}", "indented text": "{{ 'a\nb'|indent(999999999) }}",
    "replaced text": "{{ ('x' * 100000)|replace('x', 'y' * 100000)|length }}", "batches": "{{ [1]|batch(999999999, 'x')|list|length }}", "slices": "{{ [1]|slice(999999999)|list|length }}", "macro of itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "include of itself": "{% include 'a.html' %}", "extends itself": "{% extends 'a.html' %}",
    "import of itself": "{% import 'a.html' as m %}{{ m.x }}", "nested ifs": "{% if 1 %}" * 5_000, "nested closed ifs": "{% if 1 %}" * 2_000 + "{% endif %}" * 2_000, "nested parentheses": "{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}", "nested lists": "{{ " + "[" * 20_000 + "]" * 20_000 + " }}", "negations": "{{ " + "not " * 20_000 + "1 }}",
    "minus signs": "{{ " + "-" * 20_000 + "1 }}", "sum": "{{ " + "1 + " * 20_000 + "1 }}", "filters": "{{ 'a'" + "|upper" * 5_000 + " }}", "attributes": "{{ a" + ".b" * 20_000 + " }}", "power": "{{ 9 ** 9 ** 9 }}", "power of powers": "{{ (2 ** 62) ** 62 }}", "division by zero": "{{ 1 // 0 }}{{ 1 % 0 }}", "least number": "{{ -9223372036854775808 // -1 }}",
    "least number's absolute": "{{ (-9223372036854775807 - 1)|abs }}", "not a number": "{{ (1e308 * 10)|int }}", "rounded": "{{ 1.5|round(999999999) }}", "unclosed tag": "{% if", "unclosed text": "{{ 'a", "unclosed comment": "{#" + "a" * 50_000, "raw without end": "{% raw %}" + "{{" * 10_000, "path above": "{% include '../../../../etc/passwd' %}", "absolute path": "{% include '/etc/passwd' %}",
    "NUL in a name": "{% include 'a\\0b' %}", "not UTF-8": b"{{ '\xff' }}\xfe", "many variables": "".join(f"{{% set a{i} = {i} %}}" for i in range(5_000)), "many blocks": "".join(f"{{% block b{i} %}}{{% endblock %}}" for i in range(3_000)), "block twice": "{% block a %}{% endblock %}" * 2, "script context": "<script>var a = {{ text }};</script>",
    "attribute without quotes": "<a href={{ text }}>", "attribute of an event": "<a onclick=\"{{ text }}\">", "address": "<a href=\"{{ address }}\">a</a>", "style": "<p style=\"{{ text }}\">", "tag name": "<{{ text }}>", "comment": "<!-- {{ text }} -->", "long line": "x" * 500_000, "carriage returns": "{{ 1 }}\r" * 5_000,
    "sorted by a missing key": "{{ [1, 'a', none, [1]]|sort }}", "date formats": "{{ '2026-01-01'|date('" + "%A" * 20_000 + "') }}", "wordwrap": "{{ ('x ' * 50000)|wordwrap(1)|length }}", "url of everything": "{{ ('http://a.b/ ' * 20000)|urlize|length }}", "tags taken away": "{{ ('<a ' * 50000)|striptags|length }}", "cycler": "{% set c = cycler(1) %}{% for i in range(100000) %}{{ c.next() }}{% endfor %}",
}


def cases():
    for name, text in TEMPLATES.items():
        yield Case(f"template, {name}", {f"template, {name}": {"a.html": text, "c.json": json.dumps({"text": "\"'><script>a</script>", "address": "javascript:a"})}},
                   ["render", "a.html", "--templates", "in", "--context", "in/c.json"], exits=(0, 1), shared=False, sound=False, after=harmless)
    yield Case("context, nested", {"context of nested lists": {"a.html": "{{ a }}", "c.json": '{"a": ' + "[" * 50_000}}, ["render", "a.html", "--templates", "in", "--context", "in/c.json"], exits=(2, 3), shared=False, sound=False)


def harmless(_, runs):
    if b"<script>a" in runs[0].out or b"root:" in runs[0].out or b'href="javascript:' in runs[0].out:
        yield "what was rendered acts"
