"""The zip file that a .docx is: its parts as XML events, within limits that no bomb gets past."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NoReturn, Protocol
from urllib.parse import unquote
from xml.parsers import expat

from evidencekb.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

_LARGEST: Final = 64 * 2**20  # bytes of one part, unpacked
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_OLD: Final = b"\xd0\xcf\x11\xe0"  # a .doc, or a .docx behind a password
_SEPARATOR: Final = "\t"
_PREFIXES: Final = (
    ("wordprocessingml", "w"),
    ("markup-compatibility", "mc"),
    ("officeDocument/2006/math", "m"),
    ("ooxml/officeDocument/math", "m"),
    ("relationships", "r"),
)
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class Handler(Protocol):
    """Takes the events of one part; names are `w:p`, `mc:Fallback`, or bare where the namespace is not ours."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an opening tag."""

    def end(self, name: str) -> None:
        """Take a closing tag."""

    def words(self, text: str) -> None:
        """Take character data, maybe only a piece of it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another, or out of the file."""

    kind: str  # the last word of its type: styles, footnotes, hyperlink
    target: str  # the name of a part, or an address


class _UnsafeError(Exception):
    """The part declares a document type, which no Word file does and every entity bomb needs."""


class Package:
    """An opened .docx."""

    def __init__(self, path: str, data: bytes) -> None:
        """Raise UsageError where `data` is no zip file."""
        self._path = path
        if data.startswith(_OLD):
            self._refuse("an old .doc or behind a password; save it as a plain .docx")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            self._refuse("not a .docx file (no zip archive)", error)
        self._names = set(self._zip.namelist())

    def main(self) -> str:
        """Name of the part that holds the text."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument":
                return relation.target
        return "word/document.xml"

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._names

    def relations(self, name: str) -> dict[str, Relation]:
        """Links of a part by their id; none where it has none."""
        folder, file = posixpath.split(name)
        part = posixpath.join(folder, "_rels", f"{file}.rels")
        reading = _Relations(folder)
        if self.has(part):
            self.parse(part, reading)
        return reading.found

    def parse(self, name: str, handler: Handler) -> None:
        """Feed the events of a part to `handler`. Raises UsageError where it is missing, broken, huge or unsafe."""
        data = self._part(name)
        short: dict[str, str] = {}

        def named(full: str) -> str:
            if full not in short:
                short[full] = _short(full)
            return short[full]

        def start(full: str, attributes: dict[str, str]) -> None:
            handler.start(named(full), {named(key): value for key, value in attributes.items()})

        def refuse(*_: object) -> None:
            raise _UnsafeError

        parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        parser.buffer_text = True
        parser.StartElementHandler = start
        parser.EndElementHandler = lambda full: handler.end(named(full))
        parser.CharacterDataHandler = handler.words
        parser.StartDoctypeDeclHandler = refuse
        try:
            parser.Parse(data, True)  # noqa: FBT003
        except _UnsafeError as error:
            self._refuse(f"{name} declares a document type; no Word file does", error)
        except (expat.ExpatError, ValueError) as error:
            self._refuse(f"broken .docx ({name} is not well-formed XML)", error)

    def _part(self, name: str) -> bytes:
        try:
            info = self._zip.getinfo(name)
            if info.compress_type not in _METHODS:
                self._refuse(f"broken .docx ({name} is packed in a way Word does not use)")
            with self._zip.open(info) as part:
                data = part.read(_LARGEST + 1)
        except _BROKEN as error:
            self._refuse(f"broken .docx (cannot unpack {name})", error)
        if len(data) > _LARGEST:
            self._refuse(f"{name} unpacks to more than {_LARGEST // 2**20} MB")
        return data

    def _refuse(self, why: str, error: Exception | None = None) -> NoReturn:
        message = f"{self._path}: {why}"
        raise UsageError(message) from error


class _Relations:
    def __init__(self, folder: str) -> None:
        self.found: dict[str, Relation] = {}
        self._folder = folder

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name.rpartition(":")[2] != "Relationship":
            return
        target = attributes.get("Target", "")
        if attributes.get("TargetMode") != "External":
            target = unquote(target)
            target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(self._folder, target))
        kind = attributes.get("Type", "").rpartition("/")[2]
        self.found[attributes.get("Id", "")] = Relation(kind, target)

    def end(self, name: str) -> None:
        """Nothing ends here."""

    def words(self, text: str) -> None:
        """There are none."""


def _short(full: str) -> str:
    space, _, local = full.rpartition(_SEPARATOR)
    prefix = next((prefix for mark, prefix in _PREFIXES if mark in space), "")
    return f"{prefix}:{local}" if prefix else local
