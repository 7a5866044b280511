"""JSON in which every character is what it seems, also where a page quotes it."""

from __future__ import annotations

import json
import re
from typing import Any, Final

_COMPACT: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
_UNSEEN: Final = re.compile(
    "[\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]|</"
)


def compact(value: Any) -> str:  # noqa: ANN401 - JSON holds anything
    r"""One line of JSON; what a reader cannot see is written as \uXXXX and `</` as `<\/`."""
    return _safe(_COMPACT(value))


def pretty(value: Any) -> bytes:  # noqa: ANN401 - as in compact
    """JSON for people to read as well, UTF-8."""
    return (_safe(json.dumps(value, ensure_ascii=False, indent=1)) + "\n").encode()


def many(head: dict[str, Any], name: str, items: list[bytes]) -> bytes:
    """The object `head` with one more key, `name`: the items, JSON already, one a line."""
    opened = compact(head).removesuffix("}")
    comma = "," if head else ""
    return b"".join([f'{opened}{comma}"{name}":[\n'.encode(), b",\n".join(items), b"\n]}\n"])


def _safe(text: str) -> str:
    """Escape what stands in a string and should be seen; outside of strings JSON has none of it."""
    if text.isascii() and "</" not in text and "\x7f" not in text:
        return text
    return _UNSEEN.sub(lambda found: r"<\/" if found[0] == "</" else f"\\u{ord(found[0]):04x}", text)
