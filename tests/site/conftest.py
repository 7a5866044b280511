"""The site, built once and served on a port of its own; a headless browser; and the site of a hostile claim base."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from evidencekb.cli import main

HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
FLAGS += ("--disable-component-update", "--disable-sync", "--disable-dev-shm-usage")


@pytest.fixture(scope="session")
def built(root, tmp_path_factory):
    """Folder of this repository's site."""
    folder = tmp_path_factory.mktemp("site") / "built"
    assert main(["build", "--kb", str(root), "--output", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """Folder of the site of a claim base whose every text tries to break out; `@LONG@` stands for 100 kB of words."""
    base = tmp_path_factory.mktemp("hostile")
    long = "long title " * 9_100
    for path in sorted((HERE / "hostile").rglob("*")):
        if path.is_file():
            copy = base / path.relative_to(HERE / "hostile")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(path.read_text("utf-8").replace("@LONG@", long), "utf-8")
    named = base / "claims" / "names" / '"><img src=x onerror=alert(1)>#?%2e.yaml'
    named.parent.mkdir()
    shutil.copy(base / "claims" / "hostile" / "script.yaml", named)
    folder = base / "built"
    assert main(["build", "--kb", str(base), "--output", str(folder)]) == 1  # it cites claims that are not there
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and keeps silent about it; with lasting connections, as real servers have."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        """Say nothing."""


def _serve(folder):
    """Serve `folder` while the tests run."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def served(built):
    """Address of this repository's site."""
    yield from _serve(built)


@pytest.fixture(scope="session")
def hostile_served(hostile):
    """Address of the hostile claim base's site."""
    yield from _serve(hostile)


def _chromium():
    """Path of the browser; None where there is none."""
    return os.environ.get("EVIDENCEKB_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="package")
def browser():
    """A headless Chromium; the tests that need it are skipped where there is none."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="NO BROWSER TESTS: the playwright package is missing"
    )
    path = _chromium()
    if path is None:
        pytest.skip(
            "NO BROWSER TESTS: Chromium is not installed; try `make browser`, or name one in EVIDENCEKB_BROWSER"
        )
    with playwright.sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def page_with_bars(browser):
    """A page with scroll bars at its side, as a desktop shows them; a headless browser hides them."""
    barred = browser.browser_type.launch(
        executable_path=_chromium(), args=list(FLAGS), ignore_default_args=["--hide-scrollbars"]
    )
    yield barred.new_page(viewport={"width": 1100, "height": 600})
    barred.close()


@pytest.fixture
def open_page(browser):
    """Makes pages in contexts of their own, closed after the test; takes what `Browser.new_context` takes."""
    contexts = []

    def make(**settings):
        context = browser.new_context(**settings)
        context.set_default_timeout(8_000)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
