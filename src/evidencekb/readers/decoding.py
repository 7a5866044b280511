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
    encoding = "utf-8"
    for mark, name in _MARKS:
        if data.startswith(mark):
            encoding, data = name, data[len(mark) :]
            break
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        named = _CHARSET.search(data[:2048]) if declared else None
        if named:
            return _believe(path, data, named[1].decode("ascii"))
        message = f"{path}: not {encoding.upper()} text (byte {error.start}); save it as UTF-8"
        raise UsageError(message) from error


def _believe(path: str, data: bytes, charset: str) -> str:
    try:
        return data.decode(codecs.lookup(charset).name)
    except (LookupError, ValueError) as error:  # UnicodeDecodeError is a ValueError
        message = f"{path}: neither UTF-8 nor the charset it declares ({charset})"
        raise UsageError(message) from error
