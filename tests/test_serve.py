"""The site as `serve` shows it: whole, to this machine alone, new after each change, old while there are errors."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from http.client import HTTPConnection

import pytest

from evidencekb import app
from evidencekb.cli import main
from evidencekb.server.editions import Editions
from serving import CLAIM, LIMIT, PAGE, TODAY, serving, write_base

ADDED = re.compile(r'<link rel="stylesheet" href="/_live/live.css">\n<script src="/_live/live.js"[^\n]*</script>\n')
FAULT = ("figure: 58%", "figure: [58%")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A server whose files no test changes."""
    with serving(write_base(tmp_path_factory.mktemp("still"))) as running:
        yield running


@pytest.fixture
def live(tmp_path):
    """A server whose files a test may change."""
    with serving(write_base(tmp_path)) as running:
        yield running


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html?q=1", "text/html; charset=utf-8"),
        ("/claims/", "text/html; charset=utf-8"),
        ("/claims/obese%2Dwith-apnea.html", "text/html; charset=utf-8"),
        ("/assets/style.css", "text/css; charset=utf-8"),
        ("/assets/site.js", "text/javascript; charset=utf-8"),
        ("/assets/icon.svg", "image/svg+xml"),
        ("/claims.json", "application/json"),
        ("/changes.atom", "application/atom+xml"),
        ("/figures.csv", "text/csv; charset=utf-8"),
        ("/llms.txt", "text/plain; charset=utf-8"),
        ("/_live/live.js", "text/javascript; charset=utf-8"),
        ("/_live/live.css", "text/css; charset=utf-8"),
    ],
)
def test_a_file_has_its_type_and_is_never_kept(site, target, kind):
    status, headers, body = site.ask(target)
    assert (status, headers["Content-Type"], headers["Content-Length"]) == (200, kind, str(len(body)))
    assert body
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    alone = site.ask(target, "HEAD")
    assert (alone[0], alone[1]["Content-Length"], alone[2]) == (200, headers["Content-Length"], b"")


def test_the_search_index_is_served(site):
    if site.ask("/pagefind/pagefind.js")[0] == 404:
        pytest.skip("NO SEARCH INDEX: Pagefind is not installed")
    status, headers, _ = site.ask("/pagefind/wasm.unknown.pagefind")
    assert (status, headers["Content-Type"]) == (200, "application/octet-stream")


def test_pages_are_those_of_a_build_and_one_script(site, tmp_path):
    assert main(["build", "--kb", str(site.folder), "--output", str(tmp_path / "built")]) == 0
    for path in ("index.html", PAGE.removeprefix("/"), "explainers/mask.html", "search.html"):
        built = (tmp_path / "built" / path).read_text("utf-8")
        assert "_live" not in built
        shown, number = ADDED.subn("", site.page(f"/{path}"))
        assert number == 1
        assert shown == built


def test_a_folder_without_its_slash_leads_to_it(site):
    status, headers, _ = site.ask("/claims")
    assert (status, headers["Location"]) == (302, "/claims/")


OUTSIDE = (
    "/../../../../../../etc/passwd",
    "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "/claims/..%2f..%2f..%2f..%2f..%2fetc/passwd",
    "/claims/..%5c..%5cwindows",
    "/claims/../index.html",
    "//etc/passwd",
    "/%00",
    "/index.html%00.js",
    "/%ff",
    "/.evidencekb-site",
    "/_live/../run.py",
    "/_live/",
    "/_live/none.js",
    "/claims//obese-with-apnea.html",
)


@pytest.mark.parametrize("target", [*OUTSIDE, "/no/such/page.html", "/%3Cimg%20src=x%3E", "http://localhost/"])
def test_what_is_no_page_has_the_look_of_one(site, target):
    status, headers, body = site.ask(target)
    text = body.decode()
    assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert "root:" not in text
    assert "There is no such page" in text
    assert "Sleep apnea" in text
    assert text.count("<main") == text.count("</main>") == text.count("<title>") == 1
    assert "<img" not in text
    assert not re.findall(r'(?:href|src|action)="(?!/|#)[^"]*', text)  # it is shown at any depth


def test_links_in_the_site_are_not_followed(tmp_path, monkeypatch):
    (tmp_path / "secret.txt").write_text("secret")

    def build(_, folder):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text("<body>")
        (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
        (folder / "outside").symlink_to(tmp_path, target_is_directory=True)

    monkeypatch.setattr(app, "build", build)
    base, work = tmp_path / "base", tmp_path / "work"
    editions = Editions(write_base(base), lambda: TODAY, work)
    editions.renew()
    assert editions.read("index.html")[0].paths == {"index.html"}
    assert editions.read("out.txt")[1] is None


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:8040", 200),
        ("127.0.0.1:9", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("evil.example:8040", 421),
        ("localhost:8040@evil.example", 421),
        ("", 421),
        (None, 421),
    ],
)
def test_only_this_machine_is_answered(site, host, status):
    code, _, body = site.ask("/", host=host)
    assert code == status
    assert status == 200 or b"Sleep" not in body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_only_reading_is_allowed(site, method):
    status, headers, _ = site.ask("/", method)
    assert (status, headers["Allow"]) == (405, "GET, HEAD")


def test_only_this_machine_can_connect(site):
    with socket.socket() as other:
        other.bind(("127.0.0.2", site.port))  # would be taken if the server listened on every address


def test_a_change_is_shown(live):
    assert "0 errors" in live.first
    before = version(live)
    live.edit("58% are obese", "58% had obesity")
    assert re.match(rf"{CLAIM}: built in \d+\.\d s; 0 errors, \d+ warnings?, \d+ notes?\.$", live.line())
    assert "58% had obesity" in live.page()
    assert version(live) != before
    (live.folder / "site/pages/mask.md").rename(live.folder / "site/pages/masks.md")
    assert live.line().startswith("site/pages/mask.md, site/pages/masks.md: built")
    assert live.ask("/explainers/mask.html")[0] == 404
    assert "Does the mask help?" in live.page("/explainers/masks.html")


def version(live):
    return re.search(r'data-version="(\w+)"', live.page())[1]


def test_a_search_that_began_in_one_edition_ends_in_the_next(live):
    status, _, entry = live.ask("/pagefind/pagefind-entry.json")
    if status == 404:
        pytest.skip("NO SEARCH INDEX: Pagefind is not installed")
    part = f"/pagefind/pagefind.{json.loads(entry)['languages']['en']['hash']}.pf_meta"
    assert live.ask(part)[0] == 200
    live.edit("58% are obese", "58% had obesity")
    live.line()
    assert live.ask("/pagefind/pagefind-entry.json")[2] != entry
    assert live.ask(part)[0] == 200
    live.edit("58% had obesity", "58% were obese")
    live.line()
    assert live.ask(part)[0] == 404, "of one edition more"


def test_errors_are_shown_on_the_last_sound_site_until_they_are_mended(live):
    live.edit(*FAULT)
    assert re.match(rf"{CLAIM}: not built .*; 1 error, .*\. {CLAIM}:\d+:\d+ ", live.line())
    for target in ("/", PAGE, "/explainers/mask.html", "/none.html"):
        text = live.ask(target)[2].decode()
        assert "<strong>1 error in the claim base; " in text
        assert re.search(rf"<code>{CLAIM}:\d+:\d+</code> \w", text)
    assert "58% are obese" in live.page()
    live.edit("70%](claim:less", "71%](claim:less", "site/pages/mask.md")  # the rule's error is another one
    assert "2 errors" in live.line()
    assert "<code>site/pages/mask.md:3:" in live.page()
    assert "[70%]" not in live.page("/explainers/mask.html")
    live.edit("71%](claim:less", "70%](claim:less", "site/pages/mask.md")
    assert "1 error" in live.line()
    live.edit(*reversed(FAULT))
    assert "0 errors" in live.line()
    assert "live-errors" not in live.page()


def test_errors_of_an_explainer_are_shown_on_the_explainer_as_it_is(live):
    live.edit("70%](claim:less", "71%](claim:less", "site/pages/mask.md")
    assert "built in" in live.line()
    text = live.page("/explainers/mask.html")
    assert "<code>site/pages/mask.md:3:" in text
    assert "(the claim says " in text


def test_words_of_the_files_cannot_break_out_of_the_banner(live):
    live.edit("kind: proportion", 'kind: "<script>alert(1)</script>\\u202E"')
    assert "\u202e" not in live.line()
    text = live.page()
    assert "&lt;script&gt;alert(1)" in text
    assert "<script>alert" not in text
    assert "\u202e" not in text


def test_a_claim_base_with_errors_is_shown_as_far_as_it_goes(tmp_path):
    folder = write_base(tmp_path)
    text = (folder / CLAIM).read_text("utf-8")
    (folder / CLAIM).write_text(text.replace(*FAULT), "utf-8")
    with serving(folder) as live:
        assert f"1 error, 0 warnings, 1 note. {CLAIM}:" in live.first
        assert "1 error in the claim base; " in live.page("/claims/mask-longer.html")
        live.edit("after 4 weeks", "after 4 weeks of use", "claims/apnea/mask-longer.yaml")
        assert "claims/apnea/mask-longer.yaml: built" in live.line()
        assert "after 4 weeks of use" in live.page("/claims/mask-longer.html")
        live.edit(*reversed(FAULT))
        assert "0 errors" in live.line()
        assert "58% are obese" in live.page()


def test_a_claim_base_that_goes_and_comes_back(live):
    (live.folder / "kb").rename(live.folder / "elsewhere")
    assert "is no claim base" in live.line()
    assert "is no claim base" in live.page()
    (live.folder / "elsewhere").rename(live.folder / "kb")
    assert "built in" in live.line()
    assert "live-errors" not in live.page()


def test_a_fault_of_ours_is_one_line_and_the_site_stays(live, monkeypatch, capfd):
    def fail(*_):
        message = "unforeseen"
        raise TypeError(message)

    with monkeypatch.context() as patch:
        patch.setattr(app, "build", fail)
        live.edit("58% are obese", "58% had obesity")
        assert "not of your files: TypeError: unforeseen" in live.line()
    assert "58% are obese" in live.page()
    assert capfd.readouterr().err == ""


def test_pages_are_answered_while_the_next_ones_are_made(live, monkeypatch):
    begun, go_on, build = threading.Event(), threading.Event(), app.build

    def held(*arguments):
        begun.set()
        assert go_on.wait(LIMIT)
        return build(*arguments)

    monkeypatch.setattr(app, "build", held)
    live.edit("58% are obese", "58% had obesity")
    assert begun.wait(LIMIT)
    assert "58% are obese" in live.page()
    go_on.set()
    live.line()
    assert "58% had obesity" in live.page()


def test_every_answer_is_of_one_edition(live):
    """Each version that a page names goes with one text, however the requests fall between the changes."""
    seen, stop = set(), threading.Event()

    def read():
        while not stop.is_set():
            text = live.page()
            seen.add((re.search(r'data-version="(\w+)"', text)[1], re.search(r"58% are (\w+)\.", text)[1]))

    readers = [threading.Thread(target=read, daemon=True) for _ in range(3)]
    for reader in readers:
        reader.start()
    for old, new in (("obese", "heavy"), ("heavy", "large"), ("large", "obese")):
        live.edit(f"58% are {old}", f"58% are {new}")
        live.line()
    stop.set()
    for reader in readers:
        reader.join()
    assert {word for _, word in seen} == {"obese", "heavy", "large"}
    assert len({name for name, _ in seen}) == len(seen)


def test_the_stream_tells_of_each_edition(live):
    connection = HTTPConnection("127.0.0.1", live.port, timeout=LIMIT)
    connection.request("GET", "/_live/events", headers={"Host": "localhost"})
    stream = connection.getresponse()
    assert stream.headers["Content-Type"] == "text/event-stream"
    assert stream.readline() == f"data: {version(live)}\n".encode()
    assert stream.readline() == b"\n"
    live.edit(*FAULT)
    live.line()
    assert stream.readline() == f"data: {version(live)}\n".encode()
    stream.close()
    connection.close()


def test_a_browser_that_hangs_up_is_nothing_to_speak_of(live, capfd):
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", live.port)) as rude:
            rude.sendall(b"GET /_live/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
            rude.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        with socket.create_connection(("127.0.0.1", live.port)) as rude:
            rude.sendall(b"\x16\x03\x01 no HTTP at all\r\n\r\n")
    live.edit(*FAULT)
    live.line()
    assert "live-errors" in live.page()
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("port", ["abc", "-1", "65536", "", "80.0", "８０４０"])
def test_a_bad_port_is_one_line(site, capsys, port):
    assert main(["serve", "--kb", str(site.folder), f"--port={port}"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert re.match(r"evidencekb: .* is no port; give a number from 0 .*\n$", err)


def test_a_taken_port_is_one_line_that_names_a_free_one(site, capsys):
    assert main(["serve", "--kb", str(site.folder), "--port", str(site.port)]) == 2
    found = re.match(rf"evidencekb: port {site.port} is taken; try --port (\d+)\n$", capsys.readouterr().err)
    assert int(found[1]) != site.port


def test_no_claim_base_is_one_line(tmp_path, capsys):
    assert main(["serve", "--kb", str(tmp_path), "--port", "0"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_it_ends_quietly_and_leaves_nothing(site, tmp_path, name):
    command = [sys.executable, "-m", "evidencekb", "serve", "--kb", str(site.folder), "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "TMPDIR": str(tmp_path)}
    ) as running:
        assert "Ctrl-C ends it" in running.stdout.readline()
        assert list(tmp_path.iterdir())
        running.send_signal(getattr(signal, name))
        out, err = running.communicate(timeout=LIMIT)
    assert (running.returncode, out, err) == (0, "", "")
    assert not list(tmp_path.iterdir())
