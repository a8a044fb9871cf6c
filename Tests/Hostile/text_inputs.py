"""Repeated units, each in one kind of file after the other; `growth.py` tries each in all."""
import itertools

import texts
from case import groups

SIZE = 4_000


# Pairs that took a minute before.
LONG = [("open curly quotes", "due diligence", 60_000), ("footnotes", "README", 200_000), ("images", "README", 200_000),
        ("names with roles", "MAINTAINERS", 40_000), ("handles", "MAINTAINERS", 200_000),
        ("table pipes", "MAINTAINERS", 200_000), ("actions", "GOVERNANCE", 200_000)]


def cases():
    inputs = {f"long: {unit} in {kind}": {texts.KINDS[kind][0]: texts.text(kind, unit, size)} for unit, kind, size in LONG}
    yield from groups("long", inputs, 1, exits=(0, 3))
    inputs = {f"{unit} in {kind}": {texts.KINDS[kind][0]: texts.text(kind, unit, SIZE)}
              for unit, kind in zip(texts.UNITS, itertools.cycle(texts.KINDS))}
    # A page of HTML is read where it is a saved thread alone.
    yield from groups("repeated", inputs, 64, silent=("index.html",), exits=(0, 3))
