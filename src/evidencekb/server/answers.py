"""Requests to answers: files of the site that is shown, to this machine alone, and a stream that tells of new ones."""

from __future__ import annotations

import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, unquote, urlsplit

from evidencekb.server.pages import OWN, dress, not_found

if TYPE_CHECKING:
    from evidencekb.server.editions import Editions

ADDRESS: Final = "127.0.0.1"
_HOSTS: Final = frozenset({"localhost", ADDRESS})
_METHODS: Final = frozenset({"GET", "HEAD"})
_HEARTBEAT: Final = 15.0
"""Seconds after which a stream without news is written to, to learn whether anybody still listens."""
_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".csv": "text/csv; charset=utf-8",
    ".atom": "application/atom+xml",
    ".xml": "application/xml",
    ".bib": "application/x-bibtex; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
}
_UNKNOWN: Final = "application/octet-stream"
"""Also of Pagefind's files, which are packed and opened by its own script."""
_HTML: Final = _TYPES[".html"]
_TEXT: Final = _TYPES[".txt"]


class Server(ThreadingHTTPServer):
    """Listens as soon as it is made; answers once `serve_forever` runs."""

    daemon_threads = True  # an open page must not hold up the end

    def __init__(self, port: int, editions: Editions) -> None:
        """OSError where the port cannot be had; port 0 takes any that is free."""
        self.editions = editions
        folder = resources.files("evidencekb.server") / "assets"
        self.own = {each.name: each.read_bytes() for each in folder.iterdir()}
        super().__init__((ADDRESS, port), _Answer)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401, ARG002 - as the library has it
        """Say in one line what went wrong with a request; that a browser hangs up is nothing wrong."""
        error = sys.exc_info()[1]
        if not isinstance(error, ConnectionError | TimeoutError):
            sys.stderr.write(f"evidencekb: a request could not be answered: {type(error).__name__}: {error}\n")


class _Answer(BaseHTTPRequestHandler):
    """Answers the requests of one connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    timeout = 60

    def parse_request(self) -> bool:
        """Refuse what is meant for another host (a page elsewhere whose name leads here), or would change something."""
        if not super().parse_request():
            return False
        if _host(self.headers.get("Host", "")) not in _HOSTS:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "This server answers to localhost alone.")
        elif self.command not in _METHODS:
            self.send_error(HTTPStatus.METHOD_NOT_ALLOWED, "This server answers to GET and HEAD alone.")
        else:
            return True
        return False

    def do_GET(self) -> None:
        """Answer with a file, a page for no page, or the stream."""
        path = _path(self.path)
        if path == f"{OWN}events":
            self._stream()
        elif path is not None and path.removeprefix(OWN) in self.server.own and path.startswith(OWN):
            self._send(HTTPStatus.OK, self.server.own[path.removeprefix(OWN)], _type(path))
        else:
            self._file(path)

    do_HEAD = do_GET  # noqa: N815 - as above; the body is left out where it is sent

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer that a request is refused, in plain text, and hang up: its rest, if any, is not read."""
        self.close_connection = True
        said = message or explain or HTTPStatus(code).phrase
        self._send(code, f"{said}\n".encode(), _TEXT, Connection="close", Allow=", ".join(sorted(_METHODS)))

    def log_message(self, *_: object) -> None:
        """Say nothing: what an editor reads in the terminal is about the files."""

    def _file(self, path: str | None) -> None:
        edition, data = self.server.editions.read(path or "")
        if data is not None and path:
            kind = _type(path)
            self._send(HTTPStatus.OK, dress(data, edition) if kind == _HTML else data, kind)
        elif path and f"{path}/index.html" in edition.paths:
            self._send(HTTPStatus.FOUND, b"", _TEXT, Location=f"/{quote(path)}/")
        else:
            edition, home = self.server.editions.read("index.html")
            shown = unquote(urlsplit(self.path).path, errors="replace") if path is None else f"/{path}"
            self._send(HTTPStatus.NOT_FOUND, dress(not_found(home or b"", shown), edition), _HTML)

    def _stream(self) -> None:
        """Tell the version that is shown, now and whenever it changes, until the page or the server goes."""
        self.close_connection = True
        self._head(HTTPStatus.OK, {"Content-Type": "text/event-stream", "Connection": "close"})
        told = ""
        while self.command == "GET" and (version := self.server.editions.wait(told, _HEARTBEAT)):
            self.wfile.write(b": nothing new\n\n" if version == told else f"data: {version}\n\n".encode())
            told = version

    def _send(self, code: int, data: bytes, kind: str, **headers: str) -> None:
        self._head(code, {"Content-Type": kind, "Content-Length": str(len(data)), **headers})
        if self.command != "HEAD":
            self.wfile.write(data)

    def _head(self, code: int, headers: dict[str, str]) -> None:
        """What every answer says of itself: it is never kept, taken for another type, framed, or read by other hosts.

        The pages bring their own policy; a second one, here, can only forbid more.
        """
        self.send_response(code)
        headers |= {
            "Cache-Control": "no-store",
            "Content-Security-Policy": "frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
        }
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def version_string(self) -> str:
        """The name of the server, and no version of what it runs on."""
        return "evidencekb"


def _host(header: str) -> str:
    """The name in a Host header, without the port: forwarded ports are well."""
    name, _, port = header.lower().partition(":")
    return name if not port or port.isdecimal() else ""


def _path(target: str) -> str | None:
    """Path of a file in the site that a request asks for; None for what names none.

    Only paths that an edition lists are ever opened, so that nothing leads out of it; this puts them in one form.
    """
    if not target.startswith("/"):
        return None
    try:
        path = unquote(target.partition("?")[0].partition("#")[0], errors="strict").removeprefix("/")
    except UnicodeDecodeError:
        return None
    return f"{path}index.html" if not path or path.endswith("/") else path


def _type(path: str) -> str:
    return _TYPES.get(PurePosixPath(path).suffix, _UNKNOWN)
