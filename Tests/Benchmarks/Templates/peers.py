"""The page of `templates-bench` rendered by Jinja2 and MiniJinja, and the ratios of one run.

Usage: peers.py RESULT.json REFERENCE.html. Medians of whole renders in one process; templates are compiled beforehand.
MiniJinja is measured with the rows as a literal in the template, so that no Python object is touched in its loop.
"""
import json
import statistics
import sys
import time

import jinja2
import minijinja

ROWS = 1000
BASE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{% block title %}Site{% endblock %} | {{ site.name }}</title></head>
<body><nav><ul>{% for item in nav %}<li><a href="{{ item.url|safe }}">{{ item.title }}</a></li>{% endfor %}</ul></nav>
<main>{% block content %}{% endblock %}</main>
<footer>{% block footer %}{{ site.name }}{% endblock %}</footer></body></html>"""
PAGE = """{% extends "base.html" %}
{% block title %}{{ title }}{% endblock %}
{% block content %}<h1>{{ title }}</h1>
<table><tbody>
{% for row in rows %}<tr class="{% if row.status == "open" %}is-open{% else %}is-done{% endif %}"><td>{{ row.id }}</td>\
<td>{{ row.title }}</td><td>{{ row.status|upper }}</td><td>{{ row.owner }}</td><td>{{ row.score }}</td></tr>
{% endfor %}</tbody></table>{% endblock %}"""


def make_rows(count):
    """The rows of `PageData` in Swift."""
    seed = 12345

    def draw():
        nonlocal seed
        seed = (seed * 1103515245 + 12345) & 0xFFFFFFFF
        return (seed >> 16) & 0x7FFF

    words = ["audit", "policy", "risk & control", "owner", "review <draft>", "evidence", "gap", "plan", "access",
             "retention", "supplier", "backup", "log", "training", "incident", "privacy"]
    owners = ["A. Ivanova", "B. O&M team", "C. Müller", "D. Garcia", "E. Sato"]
    states = ["open", "closed", "partial"]
    rows = []
    for index in range(count):
        length = 3 + draw() % 6
        title = " ".join(words[draw() % len(words)] for _ in range(length))
        rows.append({"id": f"GAP-{10000 + index}", "title": title, "status": states[draw() % 3],
                     "owner": owners[draw() % 5], "score": draw() % 100})
    return rows


def median(render, rounds):
    """The median time of one call in milliseconds."""
    for _ in range(3):
        render()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        render()
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times)


def main():
    own = json.load(open(sys.argv[1], encoding="utf-8"))
    reference = open(sys.argv[2], encoding="utf-8").read()
    rows = make_rows(ROWS)
    context = {"site": {"name": "Governance & Risk"}, "title": "Gap report <Q3>", "rows": rows,
               "nav": [{"url": f"/section-{i}/", "title": f"Section {i} & more"} for i in range(8)]}
    literal = PAGE.replace("in rows", "in " + json.dumps(rows, ensure_ascii=False))
    templates = {"base.html": BASE, "page.html": PAGE, "literal.html": literal}
    jinja = jinja2.Environment(loader=jinja2.DictLoader(templates), autoescape=True)
    page = jinja.get_template("page.html")
    mini = minijinja.Environment(templates=templates)
    for name, text in [("Jinja2", page.render(context)), ("MiniJinja", mini.render_template("literal.html", **context))]:
        if text != reference:
            sys.exit(f"{name} makes another page")
    empty = {**context, "nav": [], "rows": []}
    two = {"base.html": BASE, "page.html": PAGE}

    def cold():
        return jinja2.Environment(loader=jinja2.DictLoader(two), autoescape=True).get_template("page.html").render(empty)

    times = {
        "floor": own["floor"], "engine": own["engine"], "jinja": median(lambda: page.render(context), 21),
        "mini": median(lambda: mini.render_template("literal.html", **context), 61),
        "cold mini": median(lambda: minijinja.Environment(templates=two).render_template("page.html", **empty), 101),
        "cold jinja": median(cold, 31),
    }
    print(f"one page, {ROWS} rows, {len(reference.encode())} bytes, the same from all; milliseconds a page")
    for key, name in [("floor", "by hand, raw buffer"), ("engine", "this engine"), ("mini", "MiniJinja, rows literal"),
                      ("jinja", "Jinja2")]:
        print(f"  {name:<26}{times[key]:9.3f}")
    lines = [
        ("times the floor", times["engine"] / times["floor"], "<=", 3.0),
        ("times faster than MiniJinja", times["mini"] / times["engine"], ">=", 1.7),
        ("times faster than Jinja2", times["jinja"] / times["engine"], ">=", 17),
        ("blocks of memory a row", own["allocationsPerRow"], "<=", 0),
        ("two threads, times one (400 pages)", own["oneThread"] / own["twoThreads"], ">=", 1.7),
        ("values from the model, times the page", own["values"] / own["engine"], "<=", 1),
        ("cold: times MiniJinja", own["cold"] / times["cold mini"], "<=", 10),
        ("cold: times faster than Jinja2", times["cold jinja"] / own["cold"], ">=", 17),
    ]
    for name, value, sign, goal in lines:
        held = value <= goal if sign == "<=" else value >= goal
        print(f"  {name:<38}{value:8.2f}   goal {sign} {goal:<5}{'' if held else '  missed'}")


main()
