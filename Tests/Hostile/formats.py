"""AsciiDoc, reStructuredText and archives of mail that include, recurse, expand or lie."""
from case import groups

RUN = "sitegenProbe()"
ASCIIDOC = {
    "include of itself": "include::page.adoc[]\n" * 50, "include of the machine": "include::/etc/passwd[]\ninclude::../../../../etc/passwd[lines=1..5]\n", "include of an address": "include::https://evil.example/a.adoc[]\n",
    "attribute of itself": ":a: {a}{a}\n\n{a}\n", "attributes that double": "".join(f":a{i}: {{a{i - 1}}}{{a{i - 1}}}\n" if i else ":a0: x\n" for i in range(60)) + "\n{a59}\n", "many attributes": "".join(f":a{i}: b\n" for i in range(10_000)) + "\n" + "{a1}" * 2_000 + "\n",
    "nested tables": "|===\n" + "a|!===\n" * 2_000, "table of many columns": '[cols="' + "1," * 5_000 + '1"]\n|===\n' + "|a " * 5_000 + "\n|===\n", "huge column count": '[cols="999999999*"]\n|===\n|a\n|===\n', "repeated cell": "|===\n99999999*|a\n9999999+|b\n.9999999+|c\n|===\n",
    "nested blocks": "".join("=" * (4 + i) + "\n" for i in range(500)), "nested sections": "".join("=" * i + " a\n\n" for i in range(1, 300)), "nested lists": "".join("*" * i + " a\n" for i in range(1, 600)), "continuations": "* a\n" + "+\n" * 10_000 + "b\n", "unclosed conditions": "ifdef::a[]\n" * 5_000 + "a\n",
    "passed through": f"pass:[<script>{RUN}</script>] +++<img src=x onerror={RUN}>+++ ++++\n<script>{RUN}</script>\n++++\n", "script links": f"link:javascript:{RUN}[a] javascript:{RUN}[b] image:javascript:{RUN}[c] xref:javascript:{RUN}[d]\n", "roles that act": f"[onclick={RUN}]#a# [[a\" onclick=\"{RUN}]]b\n",
    "callouts": "<1> " * 10_000 + "\n", "footnotes in footnotes": "footnote:[" * 3_000 + "a" + "]" * 3_000 + "\n", "math": "stem:[" + "x^2" * 5_000 + "]\n", "lone surrounds": "----\n" * 5_001, "counters": "{counter:a}" * 5_000 + "\n",
}
RST = {
    "substitution of itself": ".. |a| replace:: |a| |a|\n\n|a|\n", "substitutions that double": "".join(f".. |a{i}| replace:: |a{i - 1}| |a{i - 1}|\n" if i else ".. |a0| replace:: x\n" for i in range(60)) + "\n|a59|\n", "names in a ring": ".. _a: b_\n.. _b: c_\n.. _c: a_\n\na_ b_ c_\n",
    "include of the machine": ".. include:: /etc/passwd\n\n.. literalinclude:: ../../../../etc/passwd\n\n.. raw:: html\n   :file: /etc/passwd\n", "tables of files": ".. csv-table:: a\n   :file: /etc/passwd\n\n.. csv-table:: b\n   :url: https://evil.example/\n", "raw role": f".. role:: x(raw)\n   :format: html\n\n:x:`<script>{RUN}</script>`\n",
    "script links": f"`a <javascript:{RUN}>`_ `b`__\n\n__ javascript:{RUN}\n\n.. image:: javascript:{RUN}\n   :target: javascript:{RUN}\n", "grid without end": "+" + "-+" * 5_000 + "\n" + "|a" * 5_000 + "|\n", "grid that spans": "+---+---+\n| a     |\n+   +---+\n" * 2_000, "simple table of blanks": "= " * 5_000 + "\n" + "a " * 5_000 + "\n" + "= " * 5_000 + "\n",
    "list-table of many widths": ".. list-table::\n   :widths: " + "1 " * 10_000 + "\n\n   * - a\n" + "     - b\n" * 10_000, "nested directives": "".join("   " * i + ".. note::\n\n" for i in range(300)), "nested lists": "".join("  " * i + "* a\n\n" for i in range(400)), "titles of every sign": "".join(f"a\n{c * 3}\n\n" for c in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~") * 50,
    "title of one letter": "a\n=\n\n" * 3_000, "open literals": "``a " * 5_000 + "\n", "open references": "`a <" * 5_000 + "\n", "open substitutions": "|a " * 5_000 + "\n", "footnotes": "[#]_ " * 5_000 + "\n\n.. [#] a\n" * 500, "field lists": ":a: b\n" * 10_000, "line blocks": "| a\n" * 10_000, "definition of definitions": "".join(" " * i + "a\n" for i in range(600)), "quotes of quotes": "".join(" " * i + "a\n\n" for i in range(600)),
}
MAIL = {
    "parts in parts": "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(500)), "empty boundary": 'Content-Type: multipart/mixed; boundary=""\n\n--\na\n----\n', "boundary of itself": "Content-Type: multipart/mixed; boundary=a\n\n" + "--a\n\nb\n" * 1_000,
    "folded header": "Subject: a\n" + " b\n" * 3_000 + "\nText.\n", "encoded words": "Subject: " + "=?utf-8?B?YQ==?= " * 1_000 + "\n\nText.\n", "broken encoded words": "Subject: =?utf-8?B?YQ=?= =?x?Q?=ZZ?= =?utf-8?Q?" + "=" * 5_000 + "\n\nText.\n", "charset of none": "Content-Type: text/plain; charset=" + "x" * 5_000 + "\n\nText.\n",
    "quoted-printable": "Content-Transfer-Encoding: quoted-printable\n\n" + "=E2=80=9C=\n" * 1_000 + "=ZZ=", "base64 of nothing": "Content-Transfer-Encoding: base64\n\n" + "====\n" * 1_000, "many recipients": "To: " + "Ada <ada@example.org>, " * 1_000 + "\n\nText.\n", "angles": "From: " + "<" * 5_000 + "\n\nText.\n",
    "dates of no calendar": "Date: Xxx, 99 Foo 99999 99:99:99 +99999999\n\nText.\n", "headers without end": "A: b\n" * 4_000, "quotes of quotes": ">" * 5_000 + " a\n\n" + "> > > > a\n" * 500, "votes": "+1\n-1\n+0 (binding)\n" * 500, "attachment of markup": f"Content-Type: text/html\n\n<script>{RUN}</script><img src=x onerror={RUN}>\n", "reference of itself": "Message-ID: <a@b>\nIn-Reply-To: <a@b>\nReferences: " + "<a@b> " * 1_000 + "\n\nText.\n",
}


def mail(text): return "From ada@example.org Mon Jan  5 10:00:00 2026\nFrom: Ada <ada@example.org>\nDate: Mon, 5 Jan 2026 10:00:00 +0000\n" + text


def cases():
    from markup import pages_are_harmless
    inputs = {f"AsciiDoc, {n}": {"page.adoc": "= Example\n\n" + t} for n, t in ASCIIDOC.items()}
    inputs |= {f"reStructuredText, {n}": {"page.rst": "Example\n=======\n\n" + t} for n, t in RST.items()}
    inputs |= {f"mail, {n}": {"thread.txt": mail(t), "list.mbox": mail(t) * 2} for n, t in MAIL.items()}
    yield from groups("other formats", inputs, 32, exits=(0, 3), after=lambda work, runs: [*pages_are_harmless(work, runs), *nothing_of_the_machine(work)])


def nothing_of_the_machine(work):
    for page in (work / "out").rglob("*.html"):
        if "root:x:" in page.read_text():
            yield f"{page.name} holds a file of the machine"
