"""Draws random templates from the grammar and compares what this engine and Jinja2 make of them.

Usage: differential.py [COUNT] [SEED] [BATCH]. COUNT templates (2,000) are drawn from SEED (1) and answered by the
executable BATCH (`.build/debug/batch`), by Jinja2 and by MiniJinja, both from PyPI. Where the two agree and this engine
does not, the template is printed; the exit status is 1 then. Where the two differ, the language follows one of them by
decision, so that nothing can be said.
"""
import copy
import json
import os
import random
import subprocess
import sys

import jinja2
import minijinja

CONTEXT = {
    "n": 7, "m": 3, "z": 0, "f": 2.5, "s": "Hello World", "e": "", "t": True, "u": False, "nil": None,
    "xs": [3, 1, 2], "words": ["pear", "Fig", "apple"], "empty": [], "html": "<b>\"x\" & 'y'</b>",
    "uni": "Grüße 日本 🙂", "d": {"a": 1, "b": {"c": [10, 20]}},
    "users": [{"name": "Ada", "age": 36, "team": "core", "tags": ["x", "y"]},
              {"name": "bob", "age": 25, "team": "docs", "tags": []},
              {"name": "Cy", "age": 36, "team": "core", "tags": ["z"]}],
    "tree": [{"n": "a", "kids": [{"n": "b", "kids": []}, {"n": "c", "kids": []}]}, {"n": "d", "kids": []}],
}
OTHERS = {
    "base.txt": "[{% block t %}base {{ n }}{% endblock %}|{% for i in xs %}{% block b scoped %}{{ i }}{% endblock %}{% endfor %}]",
    "base.html": "<p>{% block t %}base {{ html }}{% endblock %}</p>{% block b %}{% endblock %}",
    "inc.txt": "({{ x|default('-') }}{{ s }})",
    "inc.html": "<i>{{ html }}</i>",
    "m.txt": "{% macro hi(a, b=2) %}{{ a }}.{{ b }}{% if caller %}{{ caller() }}{% endif %}{% endmacro %}{% set v = 3 %}",
}


class SemiStrict(jinja2.StrictUndefined):
    def __bool__(self):
        return False


class Drawer:
    """Draws templates; `names` are the variables which are bound for sure."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = ["n", "m", "z", "f", "s", "e", "t", "u", "nil", "xs", "words", "empty", "html", "uni", "d", "users"]

    def one(self, *items):
        return self.random.choice(items)

    def chance(self, share):
        return self.random.random() < share

    def literal(self):
        return self.one("0", "1", "2", "-3", "1.5", "0.25", "1e3", "'a'", "'<b>'", "\"it's\"", "''", "'é日'", "true",
                        "false", "none", "[1, 2]", "[]", "(1, 'a')", "{'a': 1}", "{}", "['b', 'A', 'c']", "12", "'12'")

    def path(self):
        return self.one("d.a", "d.b.c", "d.b.c[1]", "d['a']", "users[0].name", "users[-1]['age']", "xs[0]", "xs[-1]",
                        "xs[5]", "d.zz", "words[1]", "s[0]", "s[1:4]", "xs[1:]", "xs[::-1]", "uni[2:8]", "nope", "d.b.c.0",
                        "words[:2]", "users[1].tags")

    def expression(self, depth=3):
        if depth <= 0 or self.chance(0.5):
            return self.one(self.literal, self.path, lambda: self.one(*self.names))()
        sub = lambda: self.expression(depth - 1)
        kind = self.random.randrange(14)
        if kind < 3:
            return f"{sub()} {self.one('+', '-', '*', '/', '//', '%', '~', '~', '+')} {sub()}"
        if kind == 3:
            return f"{sub()} {self.one('==', '!=', '<', '<=', '>', '>=', 'in', 'not in')} {sub()}"
        if kind == 4:
            return f"{sub()} {self.one('and', 'or')} {sub()}"
        if kind == 5:
            return f"{self.one('not ', '-', '+')}{sub()}"
        if kind == 6:
            return f"({sub()})"
        if kind == 7:
            return f"{sub()} if {sub()} else {sub()}" if self.chance(0.8) else f"({sub()} if {sub()})"
        if kind == 8:
            return f"({sub()}) is {self.test()}"
        if kind == 9:
            return f"[{sub()}, {sub()}]"
        if kind == 10:
            return f"{{'k': {sub()}, 'j': {sub()}}}"
        return f"({sub()}){self.filter()}" if self.chance(0.5) else f"{self.one(*self.names)}{self.filter()}"

    def test(self):
        return self.one("defined", "undefined", "none", "odd", "even", "number", "string", "mapping", "boolean",
                        "divisibleby 2", "divisibleby(3)", "eq 1", "ne(2)", "lt 5", "ge 1", "in [1, 2, 'a']", "lower",
                        "upper", "true", "false", "integer", "float", "not none", "not defined", "sameas none", "iterable",
                        "escaped")

    def filter(self):
        return "|" + self.one(
            "upper", "lower", "title", "capitalize", "trim", "length", "first", "last", "list", "join", "join('-')",
            "join(', ')", "sort", "sort(reverse=true)", "reverse|list", "unique|list", "max", "min", "sum", "abs",
            "round", "round(1)", "round(2, 'floor')", "round(1, 'ceil')", "int(0)", "float(1.5)", "string",
            "default('D')", "default('D', true)", "d(1)", "replace('a', 'b')", "replace('l', '<')", "replace('', '-')",
            "truncate(5)", "truncate(6, true)", "truncate(7, false, '..', 0)", "wordcount", "wordwrap(5)",
            "indent(2)", "indent(3, true)", "indent", "striptags", "escape", "e|upper", "safe", "safe|replace('<', '>')",
            "urlencode", "batch(2)|list", "batch(2, 0)|list", "slice(2)|list", "slice(3, 'x')|list", "select|list",
            "reject('none')|list", "select('number')|list", "map('string')|list", "map('upper')|join", "map('length')|list",
            "items|list", "dictsort", "dictsort(reverse=true)", "filesizeformat", "filesizeformat(true)",
            "format(1)", "format('a', 'b')", "map(attribute='name')|list", "map(attribute='zz', default=0)|list",
            "selectattr('age', 'gt', 30)|list", "rejectattr('tags')|list", "groupby('team')|list", "sum(attribute='age')",
            "sort(attribute='name')|list", "sort(attribute='age,name', reverse=true)|list", "min(attribute='age')",
            "unique(attribute='team')|list", "join('+', attribute='name')", "wordwrap(3, false)", "trim('<>')",
            "sort(case_sensitive=true)", "unique(true)|list", "max(case_sensitive=true)", "title|e", "count")

    # Statements

    def text(self):
        return self.one("", " ", "\n", "a", " b\n", "\n\n  ", "<p>", "  \n c ", "x\ty", "&", "{ % }", "\n   ")

    def open(self):
        return self.one("{%", "{%", "{%", "{%-", "{%+")

    def close(self):
        return self.one("%}", "%}", "%}", "-%}", "+%}")

    def tag(self, inside):
        return f"{self.open()} {inside} {self.close()}"

    def body(self, depth):
        parts = []
        for _ in range(self.random.randrange(1, 4)):
            parts.append(self.text())
            parts.append(self.statement(depth))
        return "".join(parts) + self.text()

    def bound(self, names, depth):
        self.names += names
        result = self.body(depth)
        del self.names[len(self.names) - len(names):]
        return result

    def statement(self, depth):
        if depth <= 0 or self.chance(0.35):
            sign, end = self.one(("{{", "}}"), ("{{", "}}"), ("{{-", "}}"), ("{{", "-}}"))
            return f"{sign} {self.expression(self.random.randrange(1, 4))} {end}"
        below = depth - 1
        kind = self.random.randrange(13)
        if kind <= 1:
            result = self.tag(f"if {self.expression(2)}") + self.body(below)
            if self.chance(0.3):
                result += self.tag(f"elif {self.expression(2)}") + self.body(below)
            if self.chance(0.5):
                result += self.tag("else") + self.body(below)
            return result + self.tag("endif")
        if kind <= 3:
            return self.loop(below)
        if kind == 4:
            name = self.one("v", "w", "n", "s")
            if self.chance(0.7):
                return self.tag(f"set {name} = {self.expression(2)}")
            return self.tag(f"set {name}{self.one('', '|upper', '|trim')}") + self.body(below) + self.tag("endset")
        if kind == 5:
            return self.tag(f"with w = {self.expression(2)}, q = {self.expression(1)}") + self.bound(["w", "q"], below) + self.tag("endwith")
        if kind == 6:
            return self.tag(f"filter {self.one('upper', 'trim', 'replace(1, 2)', 'indent(1)|title', 'length')}") + self.body(below) + self.tag("endfilter")
        if kind == 7:
            name = self.one("mac", "mic")
            result = self.tag(f"macro {name}(p, r={self.expression(1)})") + self.bound(["p", "r"], below)
            result += (self.one("", "{{ caller() }}", "{{ caller() if caller }}")) + self.tag("endmacro")
            call = self.one(f"{{{{ {name}({self.expression(1)}) }}}}", f"{{{{ {name}(r=1, p={self.expression(1)})|upper }}}}",
                            self.tag(f"call {name}(1)") + self.body(below) + self.tag("endcall"), f"{{{{ {name}() }}}}")
            return result + call
        if kind == 8:
            return self.tag(self.one("include 'inc.EXT'", "include ['no', 'inc.EXT']", "include 'no' ignore missing"))
        if kind == 9:
            return self.tag("import 'm.txt' as lib") + "{{ lib.hi(1) }}{{ lib.v }}" if self.chance(0.5) else \
                self.tag("from 'm.txt' import hi, v as vee") + "{{ hi(vee, b=1) }}"
        if kind == 10:
            return self.one("{# c #}", "{#- c -#}", "{%- raw %} {{ x }} {% endraw -%}", "{% raw -%} x {%- endraw %}")
        if kind == 11:
            return "{% set ns = namespace(a=1) %}{% for i in xs %}{% set ns.a = ns.a + i %}{% endfor %}{{ ns.a }}"
        return self.tag(f"autoescape {self.one('true', 'false')}") + self.body(below) + self.tag("endautoescape")

    def loop(self, below):
        if self.chance(0.15):
            return ("{% for k in tree recursive %}{{ k.n }}" + self.one("", "{{ loop.depth }}", "{{ loop.last }}")
                    + "{% if k.kids %}({{ loop(k.kids) }}){% endif %}{% endfor %}")
        target, names = self.one(("i", ["i"]), ("i", ["i"]), ("a, b", ["a", "b"]))
        over = self.one("xs", "words", "users", "range(3)", "s", "empty", "d", "[1, [2], 'x']", "xs|sort") if target == "i" else \
            self.one("d|dictsort", "[[1, 2], [3, 4]]", "{'x': 1}|items", "users|groupby('team')")
        condition = f" if {self.expression(2)}" if self.chance(0.2) else ""
        extra = self.one("", "", "{{ loop.index }}", "{{ loop.revindex0 }}", "{{ loop.first }}", "{{ loop.cycle(1, 'b') }}",
                         "{{ loop.length }}", "{% if loop.index > 2 %}{% break %}{% endif %}", "{{ loop.previtem|default('-') }}",
                         "{% if loop.first %}{% continue %}{% endif %}", "{{ loop.changed(i) }}", "{{ loop.nextitem is defined }}")
        result = self.tag(f"for {target} in {over}{condition}") + extra + self.bound(names, below)
        if self.chance(0.3):
            result += self.tag("else") + self.body(below)
        return result + self.tag("endfor")

    def template(self):
        extension = self.one("txt", "txt", "html")
        if self.chance(0.12):
            text = self.tag(f"extends 'base.{extension}'") + "".join(
                f"{{% block {name} %}}{self.one('', '{{ super() }}')}{self.body(1)}{{% endblock %}}"
                for name in self.one(["t"], ["b"], ["t", "b"]))
        else:
            text = self.body(self.random.randrange(1, 4))
        options = {}
        if self.chance(0.3):
            options = {"trim_blocks": self.chance(0.5), "lstrip_blocks": self.chance(0.5)}
        main = f"main.{extension}"
        return {"templates": {**OTHERS, main: text.replace("EXT", extension)}, "main": main, "context": CONTEXT,
                "options": {**options, "check_html_contexts": False}}


def jinja(question):
    """Jinja2's output, or None for an error."""
    options = question["options"]
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(question["templates"]), undefined=SemiStrict, extensions=["jinja2.ext.loopcontrols"],
        autoescape=lambda name: bool(name) and name.endswith(".html"), trim_blocks=options.get("trim_blocks", False),
        lstrip_blocks=options.get("lstrip_blocks", False))
    try:
        return environment.get_template(question["main"]).render(**copy.deepcopy(question["context"]))
    except Exception:  # Every error of Python counts as one.
        return None


def mini(question):
    """MiniJinja's output in Jinja2's spelling of entities, or None for an error."""
    options = question["options"]
    environment = minijinja.Environment(
        templates=question["templates"], undefined_behavior="semi_strict",
        trim_blocks=options.get("trim_blocks", False), lstrip_blocks=options.get("lstrip_blocks", False))
    try:
        text = environment.render_template(question["main"], **copy.deepcopy(question["context"]))
        return text.replace("&quot;", "&#34;").replace("&#x27;", "&#39;").replace("&#x2f;", "/")
    except BaseException:  # A panic is no exception.
        return None


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    here = os.path.dirname(os.path.abspath(__file__))
    batch = sys.argv[3] if len(sys.argv) > 3 else os.path.join(here, ".build/debug/batch")
    drawer = Drawer(seed)
    questions = [drawer.template() for _ in range(count)]
    lines = "".join(json.dumps(question, ensure_ascii=False) + "\n" for question in questions)
    result = subprocess.run([batch], input=lines, capture_output=True, text=True, check=False)
    answers = [json.loads(line) for line in result.stdout.split("\n") if line]
    different = errors = 0
    for question, answer in zip(questions, answers):
        wanted = jinja(question)
        errors += wanted is None
        if answer.get("output") == wanted or wanted != mini(question):
            continue
        different += 1
        print("---", json.dumps(question["templates"][question["main"]], ensure_ascii=False), question["main"], question["options"])
        print("  both:  ", json.dumps(wanted, ensure_ascii=False))
        print("  here:  ", json.dumps(answer.get("output"), ensure_ascii=False), answer.get("error", {}).get("text", "")[:300].replace("\n", " / "))
    print(f"{len(answers)} of {count} templates answered, {errors} of them errors of Jinja2; {different} differ")
    sys.exit(1 if different or len(answers) != count else 0)


main()
