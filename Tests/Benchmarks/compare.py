"""compare.py BEFORE AFTER [SOURCE…]: whether two programs write the same site, byte for byte, with one task and with three.
Without sources: the default content and, where they lie beside the checkout, six communities."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parents[2]
SIX = ["argo", "etcd", "kata-containers", "kubernetes", "kubevirt", "prometheus"]
programs = [pathlib.Path(path).resolve() for path in sys.argv[1:3]]
sources = [pathlib.Path(path).resolve() for path in sys.argv[3:]] or [root / "content"] + [
    path for path in (root.parent / "shared/corpora" / name for name in SIX) if path.is_dir()]
memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) and "TMPDIR" not in os.environ else None
work = pathlib.Path(tempfile.mkdtemp(prefix="sitegen-compare-", dir=memory))


def sums(program, source, jobs):
    """SHA-256 of every file of the site."""
    site = work / "site"
    shutil.rmtree(site, ignore_errors=True)
    command = [program, "build", "--quiet", "--source", source, "--output", site, "--as-of", "2026-01-01", "--jobs", jobs]
    subprocess.run([str(word) for word in command], cwd=work, check=True, stdout=subprocess.DEVNULL)
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


differences = 0
try:
    for source in sources:
        before = sums(programs[0], source, 1)
        for jobs in (1, 3):
            after = sums(programs[1], source, jobs)
            changed = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
            differences += len(changed)
            print(f"{source.name}, {jobs} tasks: {len(after)} files, {len(changed)} differ", *changed[:5], sep="\n  ")
finally:
    shutil.rmtree(work)
sys.exit(1 if differences else 0)
