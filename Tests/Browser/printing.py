"""A page on paper: that nothing is cut off, that each sheet has its number, and that no control is printed."""
import re
import subprocess
import tempfile

SHEETS = {"A4": 673, "Letter": 695}  # and how many CSS pixels wide the text is between the margins, at most
FEWEST_CHARACTERS = 700  # of a whole printed document per sheet; with fewer a break goes wrong somewhere
NUMBER = re.compile(r"^\s*(?:\S.*\s)?(\d+)\s*/\s*(\d+)\s*$", re.MULTILINE)


def problems(tab):
    """What is wrong with the page that the tab shows, on each kind of sheet."""
    tab.emulate_media(media="print", color_scheme="light")
    try:
        return [f"{sheet}: {problem}" for sheet, width in SHEETS.items() for problem in _on(tab, sheet, width)]
    finally:
        tab.emulate_media(media="screen", color_scheme="light")


def _on(tab, sheet, width):
    tab.set_viewport_size({"width": width, "height": 900})
    found = tab.evaluate("probes.cut()")
    found += [f"printed, and useless on paper: {e}" for e in tab.evaluate("probes.controls()")]
    words = tab.evaluate("probes.words()")
    sheets = _sheets(tab.pdf(format=sheet))
    for index, text in enumerate(sheets, 1):
        if (str(index), str(len(sheets))) not in NUMBER.findall(text):
            found.append(f"sheet {index} does not say that it is {index} / {len(sheets)}")
            break
    characters = sum(map(len, words))
    most = 2 + characters // FEWEST_CHARACTERS
    if len(sheets) > most:
        found.append(f"{len(sheets)} sheets for {characters} characters, expected at most {most}")
    printed = [_letters(text) for text in sheets]
    lost = [w for w in dict.fromkeys(words) if not _is_on(printed, _letters(w))]
    if lost:
        found.append(f"{len(lost)} words are not on paper: {' '.join(lost[:8])}")
    contents = tab.evaluate("probes.contents()")
    first = _letters("".join(sheets[:2]))
    missing = [entry for entry in contents if _letters(entry) not in first]
    if not contents or missing:
        found.append(f"no table of contents on the first sheets: {missing[:2] or 'none'}")
    return found


def _is_on(sheets, word):
    """Whether some sheet holds the word, or one ends and the next begins with a part of it."""
    if any(word in text for text in sheets):
        return True
    return any(word[:n] in before[-80:] and word[n:] in after[:200]
               for before, after in zip(sheets, sheets[1:]) for n in range(1, len(word)))


def _letters(text):
    """The text without what a line break may add or take away."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def _sheets(pdf):
    """The text of each sheet, in the order of reading."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        text = subprocess.run(["pdftotext", "-raw", file.name, "-"], capture_output=True, check=True).stdout
    return text.decode("utf-8", "replace").removesuffix("\f").split("\f")
