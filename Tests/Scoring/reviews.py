#!/usr/bin/env python3
"""Holds `sitegen report` against human governance reviews and writes the figures down.

    reviews.py SITEGEN CLONES [--shared DIR] [--write]

CLONES holds bare repositories as `<owner>+<name>/repo`; each review's repositories are laid out as they were on its day in
`CLONES/.laid`. DIR holds `answers/reviews.json` and `scoring/score_reviews.py` (default: `../shared` beside the
package), which does the measuring. Prints recall of evidence, contradictions both ways and abstentions for each criterion,
and exits 1 when a goal is missed; `--write` stores the figures in accuracy.json.
"""
import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import results

PACKAGE = pathlib.Path(__file__).resolve().parent.parent.parent
ABSTAIN = {"person", "unknown"}
YES = {"found", "met"}
GOALS = {"evidence_recall": 0.75, "no_where_satisfied": 0.03, "found_on_must_fix": 0.0, "abstentions": 0.40}


def figures(rows, evidence):
    """The published figures of a run, counts beside shares."""

    satisfied = [row for row in rows if row["conclusion"] == "satisfied" and row["files"]]
    must_fix = [row for row in rows if row["conclusion"] == "must-fix"]
    criteria = collections.defaultdict(list)
    for row in rows:
        criteria[row["criterion"]].append(row["verdict"] in ABSTAIN)
    return {
        "reviews": len({row["review"] for row in rows}),
        "items": len(rows),
        "evidence_recall": results.share(evidence.get("named", 0), evidence.get("files", 0)),
        "no_where_satisfied": results.share(sum(row["hard"] == "no" for row in satisfied), len(satisfied)),
        "found_on_must_fix": results.share(sum(row["verdict"] in YES for row in must_fix), len(must_fix)),
        "abstentions": results.share(sum(row["verdict"] in ABSTAIN for row in rows), len(rows)),
        "abstentions_by_criterion": {
            name: results.share(sum(verdicts), len(verdicts)) for name, verdicts in sorted(criteria.items())
        },
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sitegen")
    parser.add_argument("clones", type=pathlib.Path)
    parser.add_argument("--shared", type=pathlib.Path, default=PACKAGE.parent / "shared")
    parser.add_argument("--write", action="store_true", help="store the figures in accuracy.json")
    arguments = parser.parse_args()
    judge = arguments.shared / "scoring/score_reviews.py"
    keys = arguments.shared / "answers/reviews.json"
    if not judge.exists() or not keys.exists() or not arguments.clones.exists():
        print(f"No reviews at {arguments.shared}, or no clones at {arguments.clones}: nothing was scored.")
        return 0
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        run = subprocess.run(
            [sys.executable, str(judge), arguments.sitegen, str(arguments.clones / ".laid"), str(keys), "--json", out.name],
            env=os.environ | {"MIRROR": str(arguments.clones)},
        )
        if run.returncode:
            return run.returncode
        result = json.loads(pathlib.Path(out.name).read_text())
    found = figures(result["rows"], result["evidence"])
    if arguments.write:
        results.store("reviews", found)
    missed = [] if found["evidence_recall"]["share"] >= GOALS["evidence_recall"] else ["evidence_recall"]
    for name in ("no_where_satisfied", "found_on_must_fix", "abstentions"):
        if found[name]["share"] is not None and found[name]["share"] > GOALS[name]:
            missed.append(name)
    always = [
        name
        for name, figure in found["abstentions_by_criterion"].items()
        if figure["number"] == figure["of"] and figure["of"] >= 3
    ]
    for name in missed:
        print(f"MISS {name}: {found[name]['share']}, goal {GOALS[name]}")
    if always:
        print(f"MISS always left to a person: {', '.join(always)}")
    return 1 if missed or always else 0


if __name__ == "__main__":
    sys.exit(main())
