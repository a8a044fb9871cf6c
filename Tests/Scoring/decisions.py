#!/usr/bin/env python3
"""Scores the decision rules that `sitegen inspect` reads against verified answers.

    decisions.py SITEGEN [--shared DIR] [--verbose] [--write]

SITEGEN is the program, or its saved JSON output for the corpora. DIR holds `corpora` and `answers` (default: `../shared`
beside the package). An item is right when the answers have one of the same list within two lines with the same subject
and method (rules), kind (caps, affiliation) or months (inactivity). Prints precision and recall per list, then how much
of the power that `sitegen power` counts equals the answers, and exits 1 when a goal is missed; `--write` stores the
figures in accuracy.json.
"""
import argparse
import json
import pathlib
import subprocess
import sys

import results

PACKAGE = pathlib.Path(__file__).resolve().parent.parent.parent

# Name in the answers, name in the inspect form, what has to agree, goals of precision and recall.
LISTS = [
    ("rules", "decision_rules", ("subject", "method"), 0.90),
    ("caps", "caps", ("kind",), 0.95),
    ("inactivity", "inactivity", ("months",), 0.95),
    ("affiliation", "affiliation", ("kind",), 0.95),
]
# The share of lines with such words and no rule that may be taken for one.
FALSE_FRIENDS = 0.02


def inspect(program, folder):
    """The files of a folder of communities by their paths below it, as `inspect` prints them."""
    if program.endswith(".json"):
        return {file["path"]: file for file in json.loads(pathlib.Path(program).read_text())["files"]}
    files = {}
    for community in sorted(path for path in folder.iterdir() if path.is_dir()):
        result = subprocess.run(
            [program, "inspect", "--quiet", "--source", str(community), "--format", "json"],
            capture_output=True, check=False)
        for file in json.loads(result.stdout)["files"]:
            files[f"{community.name}/{file['path']}"] = file
    return files


class Tally:
    """What was found and expected of one list over all documents."""

    def __init__(self, name, goal):
        self.name, self.goal = name, goal
        self.found = self.expected = self.right_found = self.right_expected = self.exact = 0
        self.files = self.abstained = 0

    def figures(self):
        """What is published: shares with what they are of, and the documents in which nothing was read."""
        return {
            "precision": results.share(self.right_found, self.found),
            "recall": results.share(self.right_expected, self.expected),
            "abstained": results.share(self.abstained, self.files),
        }

    def report(self):
        """Prints the figures; true when the goal is reached."""
        precision = self.right_found / max(self.found, 1)
        recall = self.right_expected / max(self.expected, 1)
        fine = precision >= self.goal and recall >= self.goal
        print(
            f"{'ok  ' if fine else 'MISS'} {self.name:34} precision {precision:.4f} recall {recall:.4f}"
            f"  ({self.right_found} of {self.found} found, {self.expected} expected) P≥{self.goal} R≥{self.goal}")
        return fine


def compare(tally, wanted, found, keys, where, misses):
    """Matches the items of one document; returns those found that match nothing."""
    left = list(found)
    if wanted:
        tally.files += 1
        tally.abstained += not found
    for want in wanted:
        counts = not (want.get("optional") or want.get("same_as"))
        tally.expected += counts
        match = next((item for item in left if abs(item["line"] - want["line"]) <= 2
                      and all(item.get(key) == want.get(key) for key in keys)), None)
        if match is None:
            if counts:
                misses.append(f"{where}:{want['line']}: - {[want.get(key) for key in keys]}")
            continue
        left.remove(match)
        tally.right_expected += counts
        tally.right_found += 1
        accepted = want.get("accept", {}).get("threshold", []) if isinstance(want.get("accept"), dict) else []
        if "threshold" in want and match.get("threshold") not in [want["threshold"], *accepted]:
            misses.append(f"{where}:{want['line']}: threshold {match.get('threshold')}, not {want['threshold']}")
    tally.found += len(found)
    misses.extend(f"{where}:{item['line']}: + {[item.get(key) for key in keys]}" for item in left)
    return left


def differences(program, shared):
    """What `sitegen power` counts otherwise than the answers, and how much was compared."""
    compared, wrong = 0, []
    for want in json.loads((shared / "answers" / "decision-rules.json").read_text())["power"]:
        result = subprocess.run(
            [program, "power", "--quiet", "--source", str(shared / "corpora" / want["community"]), "--format", "json"],
            capture_output=True, check=False)
        bodies = json.loads(result.stdout)["communities"][0]["bodies"] if result.stdout else []
        body = next((b for b in bodies if b["name"] == want["body"]), {})
        default = next(
            (d for d in body.get("decisions", []) if d["subject"] == "default" and d["majority_alone"] != "unknown"), {})
        # Independent people are organizations of their own here, and one entry there.
        found = {name: count for name, count in body.get("by_organization", {}).items()}
        expected = {name: count for name, count in want["by_organization"].items() if name != "Independent"}
        pairs = [
            ("voters", want["electorate"], body.get("electorate")),
            ("unknown", want["unknown_affiliation"], body.get("unknown_affiliation")),
            ("organizations", sorted(expected.values()), sorted(found.values())),
            ("mechanism", {True: "yes", False: "no"}[want["mechanism"]], body.get("mechanism")),
            ("votes needed", want["votes_needed"], default.get("votes_needed")),
            ("alone", want["majority_alone"], default.get("majority_alone", "unknown")),
            ("blocks", want["block_alone"], default.get("block_alone", "unknown")),
        ]
        for other in want["other_rules"]:
            line = f":{other['line']}"
            same = next((d for d in body.get("decisions", []) if d["subject"] == other["subject"]
                         and any(place.endswith(line) for place in [d["at"], *d["again"]])), {})
            pairs += [(f"{other['subject']} {name}", other[name], same.get(name))
                      for name in ("votes_needed", "majority_alone", "block_alone")]
        cap = want["with_cap"] or {}
        if "total_votes" in cap:
            counted = (default.get("with_cap") or [{}])[0]
            pairs += [(f"with cap {name}", cap[name], counted.get(name))
                      for name in ("total_votes", "votes_needed", "majority_alone", "block_alone")]
        if "most_seats" in cap:
            seats = (body.get("seats") or [{}])[0]
            pairs += [(name, cap[name], seats.get(name)) for name in ("most_seats", "kept")]
        compared += len(pairs)
        wrong += [f"{want['community']}, {name}: {got}, not {right}" for name, right, got in pairs if got != right]
    return compared, wrong


def main():
    """Compares and prints."""
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--shared", type=pathlib.Path, default=PACKAGE.parent / "shared")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    answers = options.shared / "answers" / "decision-rules.json"
    if not answers.exists():
        print(f"No answers at {answers}: decision rules were not scored.")
        return 0
    files = inspect(options.program, options.shared / "corpora")
    tallies = {name: Tally(f"decisions: {name}", goal) for name, _, _, goal in LISTS}
    misses, friends, taken = [], 0, 0
    for document in json.loads(answers.read_text())["documents"]:
        file = files.get(document["file"], {})
        lines = {entry["line"] if isinstance(entry, dict) else entry for entry in document.get("not_rules", [])}
        friends += len(lines)
        for name, field, keys, _ in LISTS:
            extra = compare(
                tallies[name], document.get(name, []), file.get(field, []), keys, document["file"], misses)
            taken += sum(item["line"] in lines for item in extra)
    fine = all([tally.report() for tally in tallies.values()])
    few = taken <= FALSE_FRIENDS * max(friends, 1)
    print(f"{'ok  ' if few else 'MISS'} {'decisions: false friends':34} {taken} of {friends} taken ≤{FALSE_FRIENDS:.0%}")
    equal = True
    if not options.program.endswith(".json"):
        compared, wrong = differences(options.program, options.shared)
        equal = not wrong
        print(f"{'ok  ' if equal else 'MISS'} {'decisions: power':34} {compared - len(wrong)} of {compared} equal")
        misses += wrong
    if options.verbose:
        print("\n".join(misses))
    if options.write:
        results.store("decisions", {tally.name: tally.figures() for tally in tallies.values()})
    return 0 if fine and few and equal else 1


if __name__ == "__main__":
    sys.exit(main())
