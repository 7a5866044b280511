"""One reader a file format: path and bytes to Document."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from evidencekb.model.errors import UsageError
from evidencekb.readers.decoding import encode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.document import Document

ENDINGS: Final[Mapping[str, str]] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".txt": "text",
    ".text": "text",
}
"""File ending (lower case, with its dot) to the module that reads it."""

__all__ = ["ENDINGS", "encode", "read"]


def read(path: str, data: bytes) -> Document:
    """Read the draft `data`; the ending of `path` says what it is.

    Raises UsageError, one line, where the ending is unknown or the bytes are not what the ending says.
    """
    ending = PurePath(path).suffix.lower()
    if ending not in ENDINGS:
        known = ", ".join(sorted(ENDINGS))
        message = f"{path}: cannot tell the format from the ending {ending or '(none)'!r}; known endings: {known}"
        raise UsageError(message)
    document: Document = import_module(f"{__name__}.{ENDINGS[ending]}").read(path, data)
    return document
