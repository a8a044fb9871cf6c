#!/bin/sh
# kill-test.sh [ROUNDS] [PROGRAM]: kills builds of two sources at random moments (SIGKILL, SIGINT), lets two run at once,
# fills the disk (where a disk may be mounted), and holds what lies there against the two whole sites: it is always one of
# them, the next build repairs what is left, and nothing stays beside the output. A third of the first builds are killed,
# too, and a build that may not wait names who holds the lock.
set -eu
cd "$(dirname "$0")/../.."
rounds=${1:-30}
program=$(realpath "${2:-.build/debug/sitegen}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 - "$program" "$work" "$rounds" <<'PY'
import ctypes, hashlib, os, pathlib, random, shutil, signal, subprocess, sys, time

program, work, rounds = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
seed = int(os.environ.get("SEED", "1"))
random.seed(seed)

def source(name, title):
    folder = work / name
    folder.mkdir()
    (folder / "MAINTAINERS.md").write_text("# Maintainers\n\n| Name | Employer |\n|--|--|\n| [Ada](https://github.com/ada) | Example |\n")
    for number in range(120):
        (folder / f"page-{number}.md").write_text(f"# {title} {number}\n\n" + f"Some words of {title}.\n\n" * 40)
    return folder

def command(source, output): return [program, "build", "--quiet", "--as-of", "2026-01-01", "--source", str(source), "--output", str(output)]

def tree(folder):
    """The site's files with their hashes; None where there is no site."""
    if not folder.exists(): return None
    return {str(f.relative_to(folder)): hashlib.sha256(f.read_bytes()).hexdigest() for f in sorted(folder.rglob("*")) if f.is_file()}

sources = [source("one", "One"), source("two", "Two")]
whole, longest = [], 0
for number, folder in enumerate(sources):
    start = time.time()
    subprocess.run(command(folder, work / f"whole-{number}"), check=True)
    longest = max(longest, time.time() - start)
    whole.append(tree(work / f"whole-{number}"))

faults, killed, half = [], 0, 0
output = work / "out"
for number in range(rounds):
    first = number % 5 == 0
    if first: shutil.rmtree(output, ignore_errors=True)
    before, left = tree(output), (work / ".out.sitegen").exists()
    build = subprocess.Popen(command(sources[number % 2], output), stderr=subprocess.DEVNULL)
    # Half of the kills fall into the last third, where files are written and the sites change places.
    time.sleep(longest * (random.random() if number % 2 else 0.6 + 0.5 * random.random()))
    build.send_signal(signal.SIGKILL if number % 3 else signal.SIGINT)
    status = build.wait()
    killed += status < 0
    after = tree(output)
    half += (work / ".out.sitegen").exists()
    if after != before and after not in whole: faults.append(f"round {number}: a mixture, status {status}")
    if status in (-signal.SIGINT, 130) and not left and (work / ".out.sitegen").exists(): faults.append(f"round {number}: Ctrl-C left files")
    if number % 4 == 3 or number == rounds - 1:
        next_build = subprocess.run(command(sources[1 - number % 2], output), capture_output=True, text=True)
        if next_build.returncode: faults.append(f"round {number}: the next build ends with {next_build.returncode}: {next_build.stderr}")
        if tree(output) != whole[1 - number % 2]: faults.append(f"round {number}: the next build left something else")
        if (work / ".out.sitegen").exists(): faults.append(f"round {number}: orphans")

for number in range(max(1, rounds // 3)):
    builds = [subprocess.Popen(command(folder, output), stderr=subprocess.DEVNULL) for folder in sources]
    statuses = [build.wait() for build in builds]
    if statuses != [0, 0]: faults.append(f"two at once {number}: end with {statuses}")
    if tree(output) not in whole: faults.append(f"two at once {number}: a mixture")
    if (work / ".out.sitegen").exists(): faults.append(f"two at once {number}: orphans")

def full_disk(number):
    """Builds a second site where there is room for a part of it; what is there stays, or is the new one."""
    disk = work / "disk"
    disk.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=64m", "none", str(disk)]
    if subprocess.run(mount, stderr=subprocess.DEVNULL).returncode: return None
    try:
        output = disk / "out"
        isFirst = number % 3 == 0
        if not isFirst: subprocess.run(command(sources[0], output), check=True)
        used = sum(-(-f.stat().st_size // 4096) * 4 for f in disk.rglob("*") if f.is_file())
        whole_size = sum(-(-f.stat().st_size // 4096) * 4 for f in (work / "whole-1").rglob("*") if f.is_file())
        room = used + int(whole_size * random.random()) + 8
        subprocess.run(["mount", "-o", f"remount,size={room}k", str(disk)], check=True)
        status = subprocess.run(command(sources[1], output), capture_output=True).returncode
        if tree(output) not in ([None, {}, whole[1]] if isFirst else whole): faults.append(f"full disk {number}: a mixture, status {status}")
        if status not in (0, 3): faults.append(f"full disk {number}: status {status}")
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        status = subprocess.run(command(sources[1], output), capture_output=True).returncode
        if status or tree(output) != whole[1]: faults.append(f"full disk {number}: the next build ends with {status}")
        if os.listdir(disk) != ["out"]: faults.append(f"full disk {number}: orphans {os.listdir(disk)}")
        return True
    finally:
        subprocess.run(["umount", str(disk)])

# A namespace of our own, so that nobody else sees the disks.
isAlone = ctypes.CDLL(None).unshare(0x20000) == 0 and not subprocess.run(["mount", "--make-rprivate", "/"]).returncode
full = [full_disk(number) for number in range(max(1, rounds // 3))] if isAlone else []
if not any(full): print("no disk can be mounted here: none was filled")

print(f"{len(full)} full disks; {rounds} rounds, {killed} killed, {half} with files half written; seed {seed}; {len(faults)} faults")
print("\n".join(faults[:20]))
sys.exit(bool(faults))
PY
