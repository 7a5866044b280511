"""A small claim base that is served while a test runs, and what the test asks of it."""

from __future__ import annotations

import queue
import re
import threading
from contextlib import contextmanager
from datetime import date
from http.client import HTTPConnection
from pathlib import Path

from evidencekb import server

CASE = Path(__file__).parent / "cases" / "sound-sleep.md"
TODAY = date(2026, 1, 15)
LIMIT = 60
"""Seconds after which what we wait for is not expected any more; nothing is judged by them."""
CLAIM = "claims/apnea/obese-with-apnea.yaml"
PAGE = "/claims/obese-with-apnea.html"


def write_base(folder):
    """The claim base of a case, as files in `folder`."""
    for path, text in re.findall(r"^```\w+ (\S+)\n(.*?)^```$", CASE.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


class Serving:
    """A running server: its folder, its address, the lines that it said."""

    def __init__(self, folder, lines):
        self.folder = folder
        self._lines = lines
        self.first = self.line()
        self.port = int(re.match(r"http://localhost:(\d+)/ ", self.first)[1])
        self.address = f"http://localhost:{self.port}/"

    def line(self):
        """The next line; fails when none comes."""
        return self._lines.get(timeout=LIMIT)

    def edit(self, old, new, path=CLAIM):
        """Replace words in a file of the claim base."""
        text = (self.folder / path).read_text("utf-8")
        assert old in text
        (self.folder / path).write_text(text.replace(old, new), "utf-8")

    def ask(self, target, method="GET", host="localhost"):
        """(status, headers, body) of one request, sent exactly so."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=LIMIT)
        connection.putrequest(method, target, skip_host=True)
        if host is not None:
            connection.putheader("Host", host)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    def page(self, target=PAGE):
        """The text of a page that is there."""
        status, _, body = self.ask(target)
        assert status == 200
        return body.decode()


@contextmanager
def serving(folder):
    """Serve the claim base in `folder`."""
    lines, stop = queue.Queue(), threading.Event()

    def run():
        try:
            server.serve(folder, "0", lambda: TODAY, lines.put, stop)
        finally:
            lines.put("the server has ended")  # nobody is to wait for a line that cannot come

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield Serving(folder, lines)
    finally:
        stop.set()
        thread.join()
