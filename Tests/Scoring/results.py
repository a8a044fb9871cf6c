"""The committed file of measured figures, and what it is filled with."""
import json
import pathlib

FILE = pathlib.Path(__file__).resolve().parent / "accuracy.json"


def store(section, figures):
    """Puts the figures of one measurement into the file and leaves the others as they are."""
    found = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    found[section] = figures
    FILE.write_text(json.dumps(found, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def share(part, whole):
    """A share with what it is of; none of nothing."""
    return {"of": whole, "number": part, "share": round(part / whole, 4) if whole else None}
