"""Repeated units: each in a README, and in one other kind of file after the other."""
import itertools

import texts
from case import groups

SIZE = 16_000


def cases():
    kinds = itertools.cycle([kind for kind in texts.KINDS if kind != "README"])
    inputs = {}
    for unit, kind in zip(texts.UNITS, kinds):
        for place in ("README", kind):
            inputs[f"{unit} in {place}"] = {texts.KINDS[place][0]: texts.text(place, unit, SIZE)}
    # A page of HTML is read where it is a saved thread alone.
    yield from groups("repeated", inputs, 16, silent=("index.html",), exits=(0, 3))
