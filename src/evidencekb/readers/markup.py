"""Text with tags to tokens with exact places, in linear time on any text; shared by HTML and Markdown."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Kind = Literal["text", "entity", "open", "close", "comment", "broken"]

_TAG: Final = pattern(r"<(/?)([A-Za-z][^\s/>]*)([^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*)>")
_ATTRIBUTE: Final = pattern(r"([^\s=/\"'>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_ENTITY: Final = pattern(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_RAW: Final = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_NO_ATTRIBUTES: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: `start:end` is all of it, `data` its words (decoded) or the tag's lower-case name."""

    kind: Kind
    start: int
    end: int
    data: str
    attributes: Mapping[str, str] = field(default_factory=dict)  # lower-case names, decoded values


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Tokens of text[start:end], in order and without holes, but for what is neither words nor structure.

    As in browsers: a comment that nothing closes runs to the end, and so does a tag; both come as `broken`.
    """
    end = len(text) if end is None else end
    at = start
    while at < end:
        less = text.find("<", at, end)
        if less < 0:
            less = end
        if less > at:
            yield from _words(text, at, less)
            at = less
            continue
        token = _markup(text, at, end)
        if token is None:  # a bare "<", as in "<50"
            stop = at + 1
            yield Token("text", at, stop, "<", _NO_ATTRIBUTES)
            at = stop
            continue
        yield token
        at = token.end
        if token.kind == "open" and token.data in _RAW:
            closing = _closing(text, token.data, at, end)
            if token.data == "title":
                yield from _words(text, at, closing)
            at = closing


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    at = start
    if "&" in text[start:end]:
        for entity in _ENTITY.finditer(text, start, end):
            decoded = html.unescape(entity[0])
            if decoded == entity[0]:
                continue
            stop = entity.end()
            # "&ampx" decodes to "&x": what was not part of the entity stands for itself
            while len(decoded) > 1 and text[stop - 1] == decoded[-1]:
                decoded, stop = decoded[:-1], stop - 1
            if entity.start() > at:
                yield Token("text", at, entity.start(), text[at : entity.start()], _NO_ATTRIBUTES)
            if decoded:
                yield Token("entity", entity.start(), stop, decoded, _NO_ATTRIBUTES)
            at = stop
    if at < end:
        yield Token("text", at, end, text[at:end], _NO_ATTRIBUTES)


def _markup(text: str, at: int, end: int) -> Token | None:
    if text.startswith("<!--", at):
        close = text.find("-->", at + 4, end)
        if close < 0:
            return Token("broken", at, end, text[at + 4 : end], _NO_ATTRIBUTES)
        return Token("comment", at, close + 3, text[at + 4 : close], _NO_ATTRIBUTES)
    following = text[at + 1 : at + 2]
    if following in ("!", "?"):
        close = text.find(">", at, end)
        stop = end if close < 0 else close + 1
        return Token("broken" if close < 0 else "comment", at, stop, "", _NO_ATTRIBUTES)
    name_at = at + 2 if following == "/" else at + 1
    if not (name_at < end and text[name_at].isascii() and text[name_at].isalpha()):
        return None
    tag = _TAG.match(text, at, end)
    if tag is None:
        return Token("broken", at, end, text[at:end], _NO_ATTRIBUTES)
    name = tag[2].lower()
    if tag[1]:
        return Token("close", at, tag.end(), name, _NO_ATTRIBUTES)
    return Token("open", at, tag.end(), name, _attributes(tag[3]) if tag[3] else _NO_ATTRIBUTES)


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), html.unescape(value))
    return found


def _closing(text: str, name: str, at: int, end: int) -> int:
    """Offset of `</name`, whatever its case, or the end."""
    closing = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE)
    match = closing.search(text, at, end)
    return match.start() if match else end
