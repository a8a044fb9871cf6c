"""plain.py OUT COUNT [SEED]: plain pages of Markdown, the same bytes for the same seed, as content for a generator that
only renders: front matter, headings, paragraphs with emphasis and links to other pages, lists, tables and code."""

import pathlib
import random
import sys

folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
random.seed(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
WORDS = (
    "river stone cloud harbor window garden letter engine bridge market copper silver forest valley paper thread "
    "candle mirror anchor basket pocket hammer ladder barrel button kettle pencil saddle shovel tunnel wagon whistle"
).split()


def words(least, most):
    return [random.choice(WORDS) for _ in range(random.randint(least, most))]


def page(number):
    return f"part-{number // 100:02}/page-{number:05}.md"


def sentence():
    parts = []
    for word in words(8, 18):
        chance = random.random()
        if chance < 0.02:
            word = f"**{word}**"
        elif chance < 0.04:
            word = f"`{word}`"
        elif chance < 0.06:
            word = f"[{word}](../{page(random.randrange(count))})"
        parts.append(word)
    return " ".join(parts).capitalize() + "."


def paragraph():
    return " ".join(sentence() for _ in range(random.randint(2, 5)))


def section(number):
    text = [f"## {' '.join(words(2, 5)).capitalize()}", paragraph()]
    if number % 3 == 0:
        text.append("\n".join(f"- {sentence()}" for _ in range(4)))
    if number % 4 == 1:
        rows = ["| " + " | ".join(words(3, 3)) + " |" for _ in range(6)]
        text.append("\n".join([rows[0], "|---|---|---|"] + rows[1:]))
    if number % 5 == 2:
        text.append("```\n" + "\n".join(" ".join(words(3, 8)) for _ in range(6)) + "\n```")
    return "\n\n".join(text + [paragraph()])


for number in range(count):
    title = " ".join(words(2, 4)).capitalize()
    body = "\n\n".join(section(part) for part in range(random.randint(4, 9)))
    file = folder / page(number)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'---\ntitle: "{title}"\n---\n\n# {title}\n\n{body}\n')
# One that says whose pages these are: a folder without any document of a community is taken for a mistake.
(folder / "GOVERNANCE.md").write_text('---\ntitle: "Governance"\n---\n\n# Governance\n\nThe maintainers decide.\n')
