"""Bytes to text, or a one-line refusal: a guess here would move or garble every figure after it."""

from __future__ import annotations

import codecs
import re
from typing import Final

from evidencekb.model.errors import UsageError

_MARKS: Final = (  # the longer marks first: UTF-32's begins as UTF-16's does
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET: Final = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)


def decode(path: str, data: bytes, *, declared: bool = False) -> str:
    """Text of `data` without its byte-order mark: UTF-8, or UTF-16 and UTF-32 where a mark says so.

    With `declared`, a `charset=` in the first 2,048 bytes is believed where UTF-8 fails (HTML). Raises UsageError.
    """
    mark, encoding = _marked(data)
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        named = _CHARSET.search(data[:2048]) if declared else None
        if named:
            return _believe(path, data[len(mark) :], named[1].decode("ascii"))
        message = f"{path}: not {encoding.upper()} text (byte {error.start}); save it as UTF-8"
        raise UsageError(message) from error


def encode(text: str, like: bytes) -> bytes:
    """`text` as `like` is written: in UTF-8, UTF-16 or UTF-32, with the same byte-order mark or none."""
    mark, encoding = _marked(like)
    return mark + text.encode(encoding)


def _marked(data: bytes) -> tuple[bytes, str]:
    """The byte-order mark of `data`, if any, and the encoding that it tells."""
    return next((each for each in _MARKS if data.startswith(each[0])), (b"", "utf-8"))


def _believe(path: str, data: bytes, charset: str) -> str:
    try:
        return data.decode(codecs.lookup(charset).name)
    except (LookupError, ValueError) as error:  # UnicodeDecodeError is a ValueError
        message = f"{path}: neither UTF-8 nor the charset it declares ({charset})"
        raise UsageError(message) from error
