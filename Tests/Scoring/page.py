#!/usr/bin/env python3
"""Writes the page on accuracy from the committed figures.

    page.py [--check]

Reads accuracy.json beside this script and writes content/accuracy.md; with `--check` it writes nothing and exits 1 where
the page says something else than the figures.
"""
import json
import pathlib
import sys

import results

PAGE = results.FILE.parent.parent.parent / "content" / "accuracy.md"

# What each kind is called on the page, in the order of its rows.
READERS = {
    "maintainers: people": "People in lists of maintainers",
    "maintainers: handles": "Their accounts",
    "maintainers: organizations": "Their organizations",
    "adopters": "Adopters",
    "groups: counts": "Counts of groups, leads, subprojects and meetings",
    "checklist items": "Lines of applications that name a criterion",
    "checklist evidence": "What follows such a line",
    "sections of older documents": "Sections of older applications",
    "questions without answer": "Questions left without an answer",
    "status items": "Items with a status",
    "claims": "Figures and lists that applications claim",
    "claims: kind, where found": "What those figures count",
}
DECISIONS = {
    "decisions: rules": "Rules of decision",
    "decisions: caps": "Limits on votes or seats of one organization",
    "decisions: inactivity": "Rules on inactivity",
    "decisions: affiliation": "Rules on affiliation",
}
# Kinds for which only what must be found was written down: what was found beside it is not counted against them.
RECALL_ONLY = {"claims", "claims: kind, where found"}


def percent(figure):
    """A share for readers, with what it is of."""
    if not figure["of"]:
        return "–"
    return f"{100 * figure['number'] / figure['of']:.1f} % ({figure['number']} of {figure['of']})"


def table(figures, names):
    """Rows of precision, recall and abstention."""
    rows = ["| Kind | Precision | Recall | Nothing read |", "|---|---|---|---|"]
    for key, name in names.items():
        figure = figures[key]
        precision = "not measured" if key in RECALL_ONLY else percent(figure["precision"])
        rows.append(f"| {name} | {precision} | {percent(figure['recall'])} | {percent(figure['abstained'])} |")
    return "\n".join(rows)


def page(figures):
    """The text of the page."""
    reviews = figures["reviews"]
    criteria = reviews["abstentions_by_criterion"]
    always = [name for name, figure in criteria.items() if figure["number"] == figure["of"]]
    left = f"Left to a person every time: {', '.join(always)}." if always else "No criterion is left to a person every time."
    rows = "\n".join(f"| {name} | {percent(figure)} |" for name, figure in criteria.items())
    return f"""# How accurate this is

These figures were measured with this release and are written from a file that the measurement makes; nobody types them.
They tell how often `sitegen` is right, and how often it says nothing: a tool that keeps silent where it is not sure can
look precise and help little, so both belong together.

## What is read from documents

Files of open-source communities were read by people, who wrote down what a careful reader finds in them. Precision is how
much of what the tool found is right, recall how much of what is there it found. *Nothing read* counts the documents with
something to find in which the tool found nothing.

{table(figures["readers"], READERS)}

For claims only what must be found was written down, so precision is not measured; sentences from which nothing may be
taken were written down too, and of those it left {percent(figures["readers"]["claims that are none"]["precision"])} alone.

## Who can decide

The rules by which communities decide were read by people in their governance documents, with the lines they are on. A
rule is right when its line, its subject and its method agree.

{table(figures["decisions"], DECISIONS)}

## Verdicts

{reviews["reviews"]} governance reviews that people wrote of real projects were taken apart into {reviews["items"]}
conclusions on single criteria. The repositories were laid out as they were on the day of each review, and the report was
compared with what the reviewer concluded.

| Measured | Figure |
|---|---|
| Files the reviewer cites that the report names for the same criterion | {percent(reviews["evidence_recall"])} |
| The report says no where the reviewer was satisfied by a file that was given | {percent(reviews["no_where_satisfied"])} |
| The report says found where the reviewer calls for a correction before anything else | {percent(reviews["found_on_must_fix"])} |
| The report leaves the criterion to a person, or says that it cannot be seen | {percent(reviews["abstentions"])} |

*Found* says that the text is there, not that it is good: reviewers often ask to improve what is there.

### Left to a person, by criterion

{left}

| Criterion | Left to a person |
|---|---|
{rows}

## What this does not tell

The reviews are of projects of one foundation and were each read by one person. Communities that write in another language
than English, or keep their governance outside of their repositories, are not among them. The readers were improved while
these answers were at hand; on communities nobody has looked at, expect somewhat less.
"""


def main():
    """Writes or checks the page."""
    text = page(json.loads(results.FILE.read_text(encoding="utf-8")))
    if "--check" in sys.argv[1:]:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
            print(f"{PAGE.name} differs from the figures: run {pathlib.Path(__file__).name}")
            return 1
        return 0
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
