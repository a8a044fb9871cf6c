"""counts.py PROGRAM [--write]: counts the instructions that a program which is built already needs for six fixed inputs,
under callgrind: the same on a busy machine. Fails when one needs 3 % more than counts.json says of a program built the
same way; one that needs 3 % less is to be stored with --write, so that it cannot be lost again."""

import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOLERANCE = 0.03
stored = pathlib.Path(__file__).resolve().parent / "counts.json"
built = pathlib.Path(sys.argv[1]).resolve()
# Sets are in the same order every time; the C library takes the same ways on every processor.
environment = dict(
    os.environ, SWIFT_DETERMINISTIC_HASHING="1",
    GLIBC_TUNABLES="glibc.cpu.hwcaps=-AVX2,-AVX512F,-AVX512VL,-AVX512BW,-ERMS,-FSRM,-EVEX")
WORDS = "river stone cloud harbor window garden letter engine bridge market".split()


def words(count, start=0):
    return " ".join(WORDS[(start + 3 * number) % len(WORDS)] for number in range(count))


def markdown(sections):
    parts = ["# Page"]
    for number in range(sections):
        parts += [f"## Section {number}", f"{words(40, number)}, **{words(2)}** and [{words(1)}](other.md#section-1)."]
        parts.append("\n".join(f"- {item}: `{words(1)}` {words(8, item)}" for item in range(4)))
        parts.append("| a | b |\n|---|---|\n" + "\n".join(f"| {words(1, row)} | {words(2, row)} |" for row in range(4)))
    return "\n\n".join(parts) + "\n"


FILES = {
    "page.md": markdown(20),
    "page.html": "{% macro cell(text) %}<td>{{ text|upper }}</td>{% endmacro %}<table>{% for row in rows if row.number is "
                 "divisibleby(3) or row.name %}\n<tr id=\"row-{{ loop.index }}\">{{ cell(row.name) }}<td>{{ row.number }}"
                 "</td><td>{{ row.names|join(\", \") }}</td></tr>\n{% endfor %}</table>\n",
    "rows.json": json.dumps({"rows": [{"name": words(2, n), "number": n, "names": ["a", "b"]} for n in range(300)]}),
    "source/README.md": markdown(4),
    "source/other.md": markdown(2),
    "source/MAINTAINERS.md": "# Maintainers\n\n| Name | GitHub | Employer |\n|---|---|---|\n" + "".join(
        f"| {words(2, n).title()} | [@{WORDS[n]}](https://github.com/{WORDS[n]}) | Example {n % 3} |\n" for n in range(8)),
    "source/GOVERNANCE.md": "# Governance\n\nThe maintainers decide by a majority of two thirds. Our project has 8 "
                            "maintainers. We meet every Tuesday at 15:00 UTC.\n",
}
CASES = {
    "start": ["--version"],
    "rules": ["rules"],
    "markdown": ["markdown", "page.md"],
    "render": ["render", "page.html", "--context", "rows.json"],
    "inspect": ["inspect", "--source", "source", "--format", "json", "--jobs", "1"],
    "links": ["links", "--source", "source", "--jobs", "1"],
}


def instructions(case, folder):
    program = pathlib.Path(folder, "sitegen")
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, *CASES[case]], cwd=folder,
        env=environment, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode or not found:
        sys.exit(f"{case} cannot be counted:\n{run.stderr[-2000:]}")
    return int(found[1])


with tempfile.TemporaryDirectory() as folder:
    # Valgrind gives up on what Swift writes for debuggers.
    subprocess.run(["strip", "--strip-debug", "-o", pathlib.Path(folder, "sitegen"), built], check=True)
    for path, text in FILES.items():
        file = pathlib.Path(folder, path)
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        counts = dict(zip(CASES, pool.map(lambda case: instructions(case, folder), CASES)))
if "--write" in sys.argv:
    stored.write_text(json.dumps(counts, indent=2) + "\n")
    sys.exit()
if not stored.exists():
    sys.exit("there are no stored numbers to compare with: `make counts-write` stores them")
expected = json.loads(stored.read_text())
failed = False
for case, count in counts.items():
    ratio = count / expected[case]
    verdict = "" if abs(ratio - 1) <= TOLERANCE else "more than before" if ratio > 1 else "less: store it"
    failed |= ratio > 1 + TOLERANCE
    print(f"{case:12}{count:15,}{ratio - 1:+9.2%}  {verdict}")
sys.exit("error: see docs/profiling.md for how to find what needs more" if failed else 0)
