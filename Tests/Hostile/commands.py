"""What other commands are given: data and outputs of `generate`, revisions of `check --base`, links, and requests to `serve`."""
import os
import socket
import subprocess
import time

from case import Case, fifo, link, put
from repositories import git, repository

PAGE = "# Example\n\nText.\n"
ENTRY = "title: a\ngenerate:\n  templates: made\n  data: {DATA}\n  files:\n    - {template: a.md, output: 'OUTPUT', each: 'EACH'}\n"


def generated(data="a: a.json", output="out.md", each="[1]", template="{{ a }} {{ item }}\n", **files):
    text = ENTRY.replace("{DATA}", "{" + data + "}").replace("OUTPUT", output.replace("'", "''")).replace("EACH", each.replace("'", "''"))
    return {"sitegen.yaml": text, "made/a.md": template, "a.json": '{"a": [1, 2]}', **files}


SECRET = "secret: sitegen-secret\n"
GENERATE = {
    "data above the source": generated("a: ../beside.yaml"), "data of the machine": generated("a: /etc/passwd"), "data of a device": generated("a: zero.json", **{"zero.json": link("/dev/zero")}),
    "data of a FIFO": generated("a: pipe.json", **{"pipe.json": fifo}), "data behind a link": generated("a: linked.yaml", **{"linked.yaml": link("../beside.yaml")}), "data of a folder": generated("a: made"),
    "nested JSON": generated(**{"a.json": "[" * 50_000}), "unclosed JSON": generated(**{"a.json": '{"a": "'}), "JSON that is not UTF-8": generated(**{"a.json": b'{"a": "\xff"}'}), "huge numbers": generated(**{"a.json": '{"a": ' + "9" * 5_000 + ', "b": 1e999999}'}),
    "alias bomb as data": generated("a: a.yaml", **{"a.yaml": "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9) if i else 'x'}]\n" for i in range(12))}),
    "CSV of one quote": generated("a: a.csv", **{"a.csv": '"'}), "CSV of names twice": generated("a: a.csv", **{"a.csv": "a,a,a\n1,2\n1,2,3,4\n"}), "TOML bomb": generated("a: a.toml", **{"a.toml": "a = " + "[" * 20_000}),
    "output above the source": generated(output="../{{ item }}.md"), "output of the machine": generated(output="/tmp/sitegen-{{ item }}"), "output in .git": generated(output=".git/hooks/post-commit"), "output in .GIT": generated(output=".GIT/config"),
    "output behind a link": generated(output="linked/{{ item }}.md", **{"linked": link("..")}), "output that is a link": generated(output="out.md", **{"out.md": link("../beside.yaml")}), "output that is a FIFO": generated(output="out.md", **{"out.md": fifo}),
    "output of no name": generated(output="{{ '' }}"), "output of dots": generated(output="a/./../b"), "output with NUL": generated(output='{{ "a\\\\0b" }}'), "long output": generated(output="{{ 'x' * 5000 }}"), "output that is a folder": generated(output="made"),
    "items without end": generated(each="range(100000000)"), "a million files": generated(each="range(1000000)", output="{{ item }}.md"), "items that are none": generated(each="'a'"), "templates above the source": {**generated(), "sitegen.yaml": generated()["sitegen.yaml"].replace("made", "../..", 1)},
    "template of itself": generated(template="{% include 'a.md' %}"), "endless template": generated(template="{% set t = 'x' * 1000000 %}{% for a in range(99999) %}{% set u = t ~ a %}{% endfor %}"),
}

REVISIONS = {
    "option": "--output=ran", "upload program": "--upload-pack=touch ran", "nothing": "", "dash": "-", "range": "HEAD~1..HEAD", "search": "HEAD^{/.*.*.*.*.*.*x}", "message": ":/" + "(a+)+" * 50, "path": "HEAD:MAINTAINERS.md", "blob": "HEAD^{blob}", "far parent": "HEAD~99999999999", "many carets": "HEAD" + "^" * 20_000,
    "reflog": "@{99999999999}", "reflog of a date": "HEAD@{1.year.ago}", "upstream": "@{upstream}", "line break": "HEAD\nHEAD~1", "long name": "x" * 100_000, "bidi": "\u202emain", "empty tree": "4b825dc642cb6eb9a060e54bf8d69288fbee4904", "path above": "../../etc/passwd", "lock": "HEAD.lock", "remote helper": "ext::touch ran",
}

LINKS = {
    "link above the source": "[a](../../../../../../etc/passwd)", "encoded parents": "[a](%2e%2e/%2e%2e/%2e%2e/etc/passwd#a)", "many parents": "[a](" + "../" * 5_000 + "a.md)", "anchor of markup": "[a](page.md#<script>)", "anchors of one letter": "".join(f"[a](#a{i}) " for i in range(1_000)),
    "address without a host": "[a](http://) [b](https:///a) [c](http://[::1) [d](http://a:99999999999/) [e](https://@/)", "encoded bytes": "[a](%ff%fe%00.md) [b](%zz) [c](%)", "query and dots": "[a](./././././page.md?x=../..#L1-L99999999999999999999)",
    "address of the forge": "[a](https://github.com/a/b/blob/main/../../../../etc/passwd) [b](https://github.com//) [c](https://github.com/a/b/blob/)", "long destination": "[a](" + "b/" * 10_000 + ")",
}

REQUESTS = {
    "host of another": b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "no host": b"GET / HTTP/1.1\r\n\r\n", "two hosts": b"GET / HTTP/1.1\r\nHost: localhost:PORT\r\nHost: evil.example\r\n\r\n", "host with a user": b"GET / HTTP/1.1\r\nHost: localhost:PORT@evil.example\r\n\r\n",
    "path above": b"GET /../../../../etc/passwd HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "encoded path above": b"GET /%2e%2e/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "encoded slashes": b"GET /..%2f..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n",
    "NUL": b"GET /%00 HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "bytes of no text": b"GET /\xff\xfe%ff HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "no request": b"\r\n\r\n\r\n", "garbage": bytes(range(256)) * 20, "long path": b"GET /" + b"a/" * 50_000 + b" HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n",
    "long header": b"GET / HTTP/1.1\r\nHost: localhost:PORT\r\nA: " + b"x" * 4_000 + b"\r\n\r\n", "many headers": b"GET / HTTP/1.1\r\nHost: localhost:PORT\r\n" + b"A: b\r\n" * 1_000 + b"\r\n", "negative length": b"POST / HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: -1\r\n\r\n",
    "huge length": b"GET / HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 99999999999999999999\r\n\r\n", "length of a terabyte": b"GET / HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 1099511627776\r\n\r\n", "broken chunks": b"POST / HTTP/1.1\r\nHost: localhost:PORT\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "huge chunk": b"POST / HTTP/1.1\r\nHost: localhost:PORT\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\na", "range": b"GET / HTTP/1.1\r\nHost: localhost:PORT\r\nRange: bytes=99999999999-1\r\n\r\n", "delete": b"DELETE / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "line break in an address": b"GET /a%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n",
}


def cases():
    for name, files in GENERATE.items():
        yield Case(f"generate, {name}", {f"generate, {name}": {}}, ["generate", "--source", "in/source"], exits=(0, 1, 2, 3), shared=False, sound=False, before=placed(files), after=kept_secret, writes=("in",))
    for name, revision in REVISIONS.items():
        yield Case(f"revision, {name}", {f"revision, {name}": {}}, ["check", "--quiet", "--as-of", "2026-01-01", "--source", "{in}", "--base", revision], exits=(0, 1, 2, 3, 64), shared=False, before=repository, after=nothing_ran)
    yield Case("links", {f"links, {n}": {"page.md": f"# Example\n\n{t}\n"} for n, t in LINKS.items()}, ["links", "--quiet", "--source", "{in}"], exits=(0, 1, 3), after=kept_secret)
    yield Case("requests", {f"request, {n}": {"a.md": PAGE} for n in REQUESTS}, ["--version"], after=requests)


def placed(files):
    def make(work):
        put(work / "in/beside.yaml", SECRET)
        for path, content in files.items():
            put(work / "in/source" / path, content)
    return make


def kept_secret(work, runs):
    """Nothing beside the source was read or changed."""
    secret = b"sitegen-secret"
    if secret in runs[0].out or secret.decode() in runs[0].err or b"root:x:" in runs[0].out or "root:x:" in runs[0].err:
        yield "what lies outside of the source was shown"
    if (work / "in/beside.yaml").exists():
        if (work / "in/beside.yaml").read_text() != SECRET or sorted(os.listdir(work / "in")) != ["beside.yaml", "source"]:
            yield f"changed beside the source: {os.listdir(work / 'in')}"
        for path in (work / "in/source").rglob("*.md"):
            if path.is_file() and not path.is_symlink() and secret in path.read_bytes():
                yield f"{path.name} holds what lies outside of the source"
        if (work / "in/source/.git").exists() or (work / "in/source/.GIT").exists():
            yield "written into a repository"


def nothing_ran(work, _):
    if any((folder / "ran").exists() for folder in (work, work / "in")):
        yield "a program ran"


def requests(work, runs):
    """The preview answers each request or closes the connection, tells a stranger nothing, and lives."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([runs[0].program, "serve", "--quiet", "--source", "in", "--port", str(port)], cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def ask(request, seconds=3):
        with socket.create_connection(("127.0.0.1", port), timeout=seconds) as connection:
            connection.settimeout(seconds)
            answer = b""
            try:
                connection.sendall(request.replace(b"PORT", str(port).encode()))
                connection.shutdown(socket.SHUT_WR)
                while part := connection.recv(65536):
                    answer += part
            except OSError:
                pass
            return answer
    try:
        for _ in range(150):
            try:
                if ask(b"GET /index.html HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: close\r\n\r\n", 10).startswith(b"HTTP/1.1 200"):
                    break
            except OSError:
                pass
            time.sleep(0.2)
        else:
            yield "the preview did not start"
            return
        for name, request in REQUESTS.items():
            try:
                answer = ask(request)
            except OSError as error:
                yield f"request, {name}: no connection: {error}"
                break
            if b"root:x:" in answer or b"\r\nSet-Cookie" in answer:
                yield f"request, {name}: answered {answer[:200]!r}"
            if name in ("host of another", "no host", "host with a user") and b" 200 " in answer[:20]:
                yield f"request, {name}: a stranger was answered"
            if server.poll() is not None:
                yield f"request, {name}: the preview ended with {server.returncode}"
                break
        if server.poll() is None and not ask(b"GET /index.html HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: close\r\n\r\n", 10).startswith(b"HTTP/1.1 200"):
            yield "the preview answers no more"
    finally:
        # A shell starts what it runs in the background with SIGINT ignored.
        server.terminate()
        try:
            # It may be in the middle of a build, beside other runs.
            server.wait(60)
        except subprocess.TimeoutExpired:
            server.kill()
            yield "the preview did not end"
