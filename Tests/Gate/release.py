#!/usr/bin/env python3
"""Runs a released program alone: in a root that holds nothing but it, a checkout and /tmp.

release.py DIST [OTHER-DIST]; needs root. With the result of a second build, both must be the same bytes.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

from repository import Repository

# Megabytes; half of them are Foundation and Swift's own libraries.
MOST = 45
problems = []


def expect(name, truth, what):
    print(f"{'ok' if truth else 'FAILED':7}{name}", flush=True)
    if not truth:
        problems.append(f"{name}: {what}")


def alone(binary):
    """A site of a small community, with git absent."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary) / "root"
        for folder in ("tmp", "bin"):
            (root / folder).mkdir(parents=True)
        shutil.copy(binary, root / "bin/sitegen")
        Repository(root / "checkout")

        def inside():
            os.chroot(root)
            os.chdir("/checkout")

        def run(*arguments):
            return subprocess.run(["/bin/sitegen", *arguments], preexec_fn=inside, env={}, capture_output=True, text=True)

        expect("--version", run("--version").stdout.startswith("0."), "no version")
        done = run("build", "--as-of", "2026-06-01", "--output", "/tmp/site")
        expect("builds a site", done.returncode == 0 and (root / "tmp/site/index.html").exists(), done.stdout + done.stderr)
        done = run("inspect")
        expect("says that git is absent", "`git` program is not here" in done.stderr + done.stdout, done.stderr)
        done = run("check", "--base", "HEAD", "--as-of", "2026-06-01")
        expect("check says what it needs", done.returncode == 2 and "install git" in done.stderr, done.stderr)
        expect("templates are inside", "generate/groups/list.md" in run("templates", "list").stdout, "not listed")


def main():
    dist = Path(sys.argv[1])
    binary = next(path for path in sorted(dist.iterdir()) if path.suffix == "")
    size = binary.stat().st_size / 1e6
    expect(f"{size:.1f} MB", size < MOST, f"more than {MOST} MB")
    linked = subprocess.run(["ldd", str(binary)], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    print("ldd:", (linked.stdout + linked.stderr).strip())
    needed = subprocess.run(["readelf", "--dynamic", str(binary)], capture_output=True, text=True).stdout
    expect("needs no library", "NEEDED" not in needed, needed)
    digest = hashlib.sha256(binary.read_bytes()).hexdigest()
    expect("checksum", (dist / f"{binary.name}.sha256").read_text().split()[0] == digest, digest)
    sbom = dist / f"{binary.name}.spdx.json"
    messages = validate_full_spdx_document(parse_file(str(sbom)))
    expect("SBOM is valid", not messages, f"{messages[:3]}")
    expect("SBOM is of this file", digest in json.dumps(json.loads(sbom.read_text())), digest)
    alone(binary)
    if len(sys.argv) > 2:
        other = Path(sys.argv[2]) / binary.name
        expect("a second build gives the same bytes", other.read_bytes() == binary.read_bytes(), str(other))
    for problem in problems:
        print(f"FAILED {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
