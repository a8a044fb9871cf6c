"""What a hostile input is, and the pieces it may be made of."""
import dataclasses
import os
import pathlib
import socket

SOUND = {
    "MAINTAINERS.md": "# Maintainers\n\n| Name | GitHub | Company |\n|---|---|---|\n| Ada | @ada | A |\n| Ben | @ben | B |\n| Cem | @cem | C |\n",
    "GOVERNANCE.md": "# Governance\n\nMaintainers decide by a vote of two thirds.\n",
}


@dataclasses.dataclass
class Case:
    """One run: some inputs, each a name and its files, and what may come of them."""
    name: str
    # Name of what is tried -> path below its folder -> what is there: text, bytes, or a function that makes the path.
    inputs: dict
    # Arguments behind the program; `{in}` and `{out}` are the folders. None: a build and an inspection.
    command: list = None
    exits: tuple = (0,)
    # Whether each input has a folder of its own, so that several share a run.
    shared: bool = True
    # Words of which standard error must hold each.
    says: tuple = ()
    # Files that may be left out without a word, by name.
    silent: tuple = ()
    # Called with the folder before the run, and with the run after it; returns faults.
    before: object = None
    after: object = None
    # Whether the sound documents lie beside the inputs and have to be read.
    sound: bool = True
    environment: dict = None
    # Folders that may change beside the output.
    writes: tuple = ()


def put(path, content):
    """Makes what an input says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if callable(content):
        content(path)
    elif isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_bytes(content.encode("utf-8", "surrogatepass"))


def fifo(path): os.mkfifo(path)


def folder(path): path.mkdir()


def unix_socket(path):
    # The path of a socket may have 108 bytes.
    here = os.getcwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.chdir(here)


def link(target): return lambda path: path.symlink_to(target)


def sparse(size):
    def make(path):
        with open(path, "wb") as file:
            file.truncate(size)
    return make


def hard_link(name): return lambda path: os.link(path.parent / name, path)


def groups(name, inputs, size, **rest):
    """The inputs in runs of `size`."""
    items = list(inputs.items())
    for start in range(0, len(items), size):
        yield Case(f"{name} {start // size + 1}", dict(items[start:start + size]), **rest)
