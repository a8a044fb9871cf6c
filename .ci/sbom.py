#!/usr/bin/env python3
"""What a binary is made of, as SPDX 2.3 in JSON: sbom.py BINARY. The same binary gives the same text."""

import hashlib
import json
import os
import re
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def line(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[0]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return ""


def package(name, version, license, location, checksum=None):
    entry = {
        "SPDXID": f"SPDXRef-{name}", "name": name, "versionInfo": version or "NOASSERTION",
        "downloadLocation": location, "filesAnalyzed": False, "licenseConcluded": license, "licenseDeclared": license,
        "copyrightText": "NOASSERTION",
    }  # fmt: skip
    if checksum:
        entry["checksums"] = [{"algorithm": "SHA256", "checksumValue": checksum}]
    return entry


def main():
    binary = Path(sys.argv[1])
    digest = hashlib.sha256(binary.read_bytes()).hexdigest()
    version = re.search(r'static let version = "([^"]+)"', (ROOT / "Sources/SitegenCLI/Sitegen.swift").read_text())[1]
    manifest = (ROOT / "Package.swift").read_text()
    packages = [package("sitegen", version, "Apache-2.0", "NOASSERTION", digest)]
    for url, exact in re.findall(r'\.package\(url: "([^"]+)", exact: "([^"]+)"\)', manifest):
        name = url.rsplit("/", 1)[1]
        packages.append(package(name, exact, "MIT" if name == "Yams" else "Apache-2.0", url))
    packages.append(
        package("cmark-gfm", line("dpkg-query", "-W", "-f", "${Version}", "libcmark-gfm-dev"), "BSD-2-Clause", "https://github.com/github/cmark-gfm"))
    packages.append(package("swift-runtime", line("swift", "--version"), "Apache-2.0 WITH Swift-exception", "https://github.com/swiftlang/swift"))
    # The day of the commit that is built, so that the text repeats.
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH") or line("git", "-C", str(ROOT), "log", "-1", "--format=%ct") or 0)
    document = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": binary.name,
        "documentNamespace": f"https://spdx.org/spdxdocs/{binary.name}-{digest[:16]}",
        "creationInfo": {
            "created": datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: sitegen-sbom"],
        },
        "packages": packages,
        "relationships": [
            {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-sitegen"}
        ] + [
            {"spdxElementId": "SPDXRef-sitegen", "relationshipType": "STATIC_LINK", "relatedSpdxElement": entry["SPDXID"]}
            for entry in packages[1:]
        ],
    }  # fmt: skip
    json.dump(document, sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
