#!/usr/bin/env python3
"""Scores `sitegen inspect` against verified answers.

    score.py SITEGEN [--shared DIR] [--verbose] [--write]

SITEGEN is the program, or a comma-separated pair of its saved JSON outputs (corpora, corpora-dd). DIR holds `corpora`,
`corpora-dd`, `seeds` and `answers` (default: `../shared` beside the package). Prints precision and recall per kind and
exits 1 when a goal is missed; `--write` stores the figures in accuracy.json.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import unicodedata

import results

PACKAGE = pathlib.Path(__file__).resolve().parent.parent.parent

# Names that the answers give to what the inspect form calls otherwise.
CLAIM_KINDS = {"organisations": "organizations", "age": "years", "users": "adopters"}
QUALIFIERS = {"more_than": "more-than", "at_least": "at-least", "at_most": "at-most"}


class Score:
    """Found, expected and agreeing things of one kind."""

    def __init__(self, name, precision=None, recall=None):
        self.name, self.goal_precision, self.goal_recall = name, precision, recall
        self.right = self.found = self.expected = 0
        self.files = self.abstained = 0
        self.misses = []

    def compare(self, where, found, expected):
        """Compares two lists as multisets of hashable values."""
        found, expected = collections.Counter(found), collections.Counter(expected)
        if expected:
            self.files += 1
            self.abstained += not found
        self.right += sum((found & expected).values())
        self.found += sum(found.values())
        self.expected += sum(expected.values())
        for value in (found - expected).elements():
            self.misses.append(f"{where}: + {value}")
        for value in (expected - found).elements():
            self.misses.append(f"{where}: - {value}")

    @property
    def precision(self):
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self):
        return self.right / self.expected if self.expected else 1.0

    def figures(self):
        """What is published: shares with what they are of, and the documents in which nothing was read."""
        return {
            "precision": results.share(self.right, self.found),
            "recall": results.share(self.right, self.expected),
            "abstained": results.share(self.abstained, self.files),
        }

    def report(self, verbose):
        """Prints the figures; true when the goals are reached."""
        fine = self.precision >= (self.goal_precision or 0) and self.recall >= (self.goal_recall or 0)
        goals = "".join(
            f" {sign}≥{goal}" for sign, goal in (("P", self.goal_precision), ("R", self.goal_recall)) if goal
        )
        print(
            f"{'ok  ' if fine else 'MISS'} {self.name:34} precision {self.precision:.4f} recall {self.recall:.4f}"
            f"  ({self.right} of {self.found} found, {self.expected} expected){goals}"
        )
        if verbose:
            for miss in self.misses:
                print("       ", miss)
        return fine


def fold(text):
    """Names as they are compared: NFC, white space folded, no case."""
    return " ".join(unicodedata.normalize("NFC", text or "").replace("\u00a0", " ").split()).casefold()


def handle(text):
    return (text or "").lstrip("@").casefold()


def inspect(program, folder):
    """The files of one inspect run, by path."""
    if program.endswith(".json"):
        text = pathlib.Path(program).read_text(encoding="utf-8")
    else:
        run = subprocess.run(
            [program, "inspect", "--source", str(folder), "--format", "json"], capture_output=True, check=False
        )
        if not run.stdout:
            sys.exit(f"{program} inspect --source {folder} printed nothing (exit {run.returncode})\n{run.stderr.decode()}")
        text = run.stdout.decode("utf-8")
    report = json.loads(text)
    if report["schema"] != "inspect/1":
        sys.exit(f"unknown schema {report['schema']}")
    return {file["path"]: file for file in report["files"]}


def load(shared, name):
    return json.loads((shared / "answers" / f"{name}.json").read_text(encoding="utf-8"))


def maintainers(shared, files):
    names, handles = Score("maintainers: people", 0.98, 0.98), Score("maintainers: handles")
    organizations = Score("maintainers: organizations", 0.98, 0.98)
    for answer in load(shared, "maintainers"):
        rows = files.get(answer["file"], {}).get("people", [])
        rows = [row for row in rows if row["status"] == "active"]
        where = answer["file"]
        # A file that gives handles only is scored by them.
        if answer["names"]:
            names.compare(where, {fold(row["name"]) for row in rows}, {fold(name) for name in answer["names"]})
        else:
            names.compare(where, {handle(row["handle"]) for row in rows}, {handle(name) for name in answer["handles"]})
        if answer["handles"]:
            wanted = {handle(name) for name in answer["handles"] if name}
            handles.compare(where, {handle(row["handle"]) for row in rows if row["handle"]}, wanted)
        organizations.compare(
            where,
            {fold(row["organization"]) for row in rows if row["organization"]},
            {fold(name) for name in answer["organisations"]},
        )
    return [names, handles, organizations]


def adopters(shared, files):
    score = Score("adopters", 0.98, 0.98)
    for answer in load(shared, "adopters"):
        rows = files.get(answer["file"], {}).get("adopters", [])
        score.compare(answer["file"], [fold(row["name"]) for row in rows], [fold(name) for name in answer["names"]])
    return [score]


def groups(shared, files):
    """Counts of groups, meetings and leads, exact for every file."""
    score = Score("groups: counts", 1.0, 1.0)
    kinds = {"sigs": "sig", "workinggroups": "wg", "usergroups": "user-group", "committees": "committee"}

    def count(where, found, expected):
        score.compare(where, [found], [expected])

    def leads(rows, role):
        return sum(1 for row in rows for lead in row.get("leads", []) if lead["role"] == role)

    for name, answer in load(shared, "sigs").items():
        path = answer.get("file")
        if name.startswith("aliases:"):
            owners = files.get(path, {}).get("owners", [])
            count(f"{path} entries", len(owners), answer["entries"])
            count(f"{path} distinct", len({row["name"] for row in owners}), answer["distinct"])
            continue
        rows = files.get(path, {}).get("groups", []) if path else []
        for section, wanted in answer.get("sections", {}).items():
            of_kind = [row for row in rows if row["kind"] == kinds.get(section)]
            members = {row["name"] for row in of_kind}
            inner = [row for row in rows if row["kind"] == "subproject" and row.get("group") in members]
            count(f"{path} {section}", len(of_kind), wanted["groups"])
            count(f"{path} {section} chairs", leads(of_kind, "chair"), wanted["chairs"])
            count(f"{path} {section} tech leads", leads(of_kind, "tech-lead"), wanted["tech_leads"])
            count(f"{path} {section} subprojects", sum(row["subprojects"] for row in of_kind), wanted["subprojects"])
            count(f"{path} {section} subproject leads", sum(len(row["leads"]) for row in inner), wanted["subproject_leads"])
            count(f"{path} {section} meetings", sum(row["meetings"] for row in of_kind), wanted["meetings"])
            count(f"{path} {section} without dir", sum(1 for row in of_kind if not row["dir"]), wanted["without_dir"])
        if "tags" in answer:
            count(f"{path} tags", sum(1 for row in rows if row["kind"] == "tag"), answer["tags"])
            count(f"{path} chairs", leads([row for row in rows if row["kind"] == "tag"], "chair"), answer["chairs"])
        if "glob" in answer:
            folder = answer["glob"].split("*")[0]
            found = [path for path in files if path.startswith(folder) and path.endswith("/workgroup.yaml")]
            count(answer["glob"], sum(1 for path in found if files[path].get("groups")), answer["files"])
        if "groups" in answer:
            count(f"{path} groups", sum(1 for row in rows if row["kind"] != "subproject"), answer["groups"])
        if "teams_recursive" in answer:
            count(f"{path} teams", sum(1 for row in rows if row["kind"] == "team"), answer["teams_recursive"])
    return [score]


def checklists(shared, files):
    items = Score("checklist items", 0.99, 0.99)
    evidence = Score("checklist evidence", 0.95, 0.95)
    for answer in load(shared, "dd"):
        path = answer["document"]
        rows = files.get(path, {}).get("items", [])
        wanted = answer["items"]
        items.compare(
            path,
            [(row["line"], row["criterion"], row["state"], row["depth"]) for row in rows],
            [(row["line"], row["criterion"], row["state"], row["depth"]) for row in wanted],
        )
        evidence.compare(
            path,
            [(row["line"], row["evidence"]) for row in rows],
            [(row["line"], row["evidence"]) for row in wanted],
        )
    return [items, evidence]


def older(shared, files):
    sections = Score("sections of older documents")
    questions, statuses = Score("questions without answer"), Score("status items")
    for answer in load(shared, "dd_older"):
        path = answer["document"]
        file = files.get(path, {})
        sections.compare(
            path,
            [(row["line"], row["state"]) for row in file.get("sections", [])],
            [(row["line"], row["state"]) for row in answer["sections"]],
        )
        questions.compare(path, file.get("unanswered", []), answer["questions_without_answer"])
        statuses.compare(
            path,
            [(row["line"], row["marker"]) for row in file.get("status_items", [])],
            [(row["line"], row["marker"]) for row in answer["status_items"]],
        )
    return [sections, questions, statuses]


def claims(shared, files):
    """Recall on claims by line and value; nothing of what must not be extracted may be."""
    score, forbidden = Score("claims", None, 0.9), Score("claims that are none", 1.0)
    kinds = Score("claims: kind, where found")
    for answer in load(shared, "claims"):
        path = answer["document"]
        rows = files.get(path, {}).get("claims", [])
        for claim in answer["claims"]:
            value = claim["value"]
            on_line = [row for row in rows if row["line"] == claim["line"]]
            if isinstance(value, list) and all(isinstance(part, str) for part in value):
                hits = [row for row in on_line if {fold(part) for part in value} <= {fold(name) for name in row.get("names", [])}]
            elif isinstance(value, list):
                hits = [row for row in on_line if row["value"] in value]
            else:
                hits = [row for row in on_line if row["value"] == value]
            score.expected += 1
            if hits:
                score.right += 1
                score.found += 1
                kind = CLAIM_KINDS.get(claim["claim"], claim["claim"])
                kinds.expected += 1
                kinds.found += 1
                if any(CLAIM_KINDS.get(row["kind"], row["kind"]) == kind for row in hits):
                    kinds.right += 1
                else:
                    kinds.misses.append(f"{path}:{claim['line']}: {claim['claim']}, found {[row['kind'] for row in hits]}")
            else:
                score.misses.append(f"{path}:{claim['line']}: - {claim['claim']} {value}: {claim['text']}")
        for other in answer["must_not_be_extracted"]:
            text = fold(other["text"])
            allowed = {claim["value"] for claim in answer["claims"] if claim["line"] == other["line"] and isinstance(claim["value"], int)}
            wrong = [
                row
                for row in rows
                if row["line"] == other["line"] and row["value"] not in allowed
                and (fold(row["text"]) in text or text in fold(row["text"]))
            ]
            forbidden.found += 1
            forbidden.expected += 1
            if wrong:
                forbidden.misses.append(f"{path}:{other['line']}: + {other['text']}")
            else:
                forbidden.right += 1
    return [score, kinds, forbidden]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--shared", type=pathlib.Path, default=PACKAGE.parent / "shared")
    parser.add_argument("--verbose", action="store_true", help="print what is missed and what is too much")
    parser.add_argument("--write", action="store_true", help="store the figures in accuracy.json")
    options = parser.parse_args()
    if not (options.shared / "answers").is_dir():
        print(f"not scored: {options.shared}/answers is absent")
        return 0
    first, _, second = options.program.partition(",")
    second = second or first
    data = inspect(first, options.shared / "corpora")
    documents = inspect(second, options.shared / "corpora-dd")
    scores = maintainers(options.shared, data) + adopters(options.shared, data) + groups(options.shared, data)
    scores += checklists(options.shared, documents) + older(options.shared, documents) + claims(options.shared, documents)
    fine = [score.report(options.verbose) for score in scores]
    if options.write:
        results.store("readers", {score.name: score.figures() for score in scores})
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
