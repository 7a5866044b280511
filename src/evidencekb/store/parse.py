"""YAML text to plain values, in one pass over libyaml's events; what could hurt or mislead becomes a fault."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from yaml import events
from yaml._yaml import CParser
from yaml.error import MarkedYAMLError, YAMLError

from evidencekb.store.scalars import SUSPECT, UNREAD, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DEPTH: Final = 24
"""Deepest nesting that is read; our own files need six levels."""
MOST: Final = 20
"""Most faults of one sort that a single file reports."""


class Fault(NamedTuple):
    """What is wrong with a text, as offsets of characters in it; `first` is where the same thing stood before."""

    rule: str
    message: str
    start: int
    end: int
    first: tuple[int, int] | None = None


@dataclass(slots=True)
class Parsed:
    """The value of a text. `whole` is False when reading stopped early, and the value holds what came before."""

    value: Any = None
    faults: list[Fault] = field(default_factory=list)
    whole: bool = True


class Mark(NamedTuple):
    """Where a value stands: offsets of its key (-1 where it has none) and of itself, and the marks inside it."""

    key_start: int
    key_end: int
    start: int
    end: int
    flow: bool
    inside: dict[str, Mark] | list[Mark] | None


_UNREADABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_HINTS: Final = (
    (
        "mapping values are not allowed",
        "a colon has no place here; undo the indentation of this line, or put text with a colon in quotes",
    ),
    ("cannot start any token", "text may not begin with this character (or a tab); put it in quotes"),
    ("tab character", "indent with spaces, not with tabs"),
    ("did not find expected key", "the indentation does not fit what stands above, or a quote or bracket is open"),
    ("did not find expected '-'", "this line is not indented like the list it stands in"),
    ("expected ',' or", "a bracket is not closed, or a comma is missing"),
    ("unexpected end of stream", "a quote is not closed"),
    ("could not find expected ':'", "a key needs a colon and a space after it"),
    ("unknown escape", 'a backslash in double quotes starts a code; use single quotes, or "\\\\"'),
    ("expected <document start>", "nothing may follow the end of the document"),
)


def parse(text: str) -> Parsed:
    """Read one YAML document: dict, list, str, int, Decimal, bool, None, Ambiguous or UNREAD inside.

    Never raises on what `text` holds. Keys are always the text that was written. Of a duplicate key the first value
    stays. Anchors, aliases and tags are not acted upon, so that no text can grow.
    """
    parsed = Parsed()
    root: list[Any] = []
    again: list[_Again] = []
    try:
        _read(text, parsed, root, again)
    except YAMLError as error:
        parsed.faults.append(_syntax_fault(text, error))
        parsed.whole = False
    parsed.value = root[0] if root else None
    if again:
        _report_duplicates(text, parsed, again)
    return parsed


class _Again(NamedTuple):
    """A key that its mapping has already, with the keys that lead to it."""

    into: dict[Any, Any]
    keys: list[str | int]
    start: int
    end: int


def _read(text: str, parsed: Parsed, root: list[Any], again: list[_Again]) -> None:  # noqa: PLR0915 - the hot loop
    """Fill `parsed` from libyaml's events; a plain loop, since nesting must not use up Python's stack."""
    get: Callable[[], Any] = CParser(text).get_event
    scalar, mapping_start, sequence_start = events.ScalarEvent, events.MappingStartEvent, events.SequenceStartEvent
    suspect = SUSPECT
    stack: list[tuple[Any, Any]] = []  # what encloses `into`, with the key that waits there
    into: Any = root
    mapping = False  # whether `into` is a mapping
    key: Any = None  # set while `into` is a mapping and this key waits for its value
    documents = 0
    while True:
        event = get()
        kind = event.__class__
        if kind is scalar:
            value: Any = event.value
            if event.anchor is not None or event.tag is not None:
                _unsafe(parsed, event)
            if mapping and key is None:
                key = value
                if key in into:
                    again.append(_Again(into, [*_path(stack), key], event.start_mark.index, event.end_mark.index))
                    key = _AGAIN
                continue
            if event.implicit[0] and (not value or value[0] in suspect):
                value = resolve(value)
        elif kind is mapping_start or kind is sequence_start:
            if event.anchor is not None or event.tag is not None:
                _unsafe(parsed, event)
            if mapping and key is None:
                _stop(parsed, event, "malformed-yaml", "a key has to be a word, not a list or a mapping")
                break
            if len(stack) >= DEPTH:
                _stop(parsed, event, "unsafe-yaml", f"the nesting is more than {DEPTH} levels deep")
                break
            value = {} if kind is mapping_start else []
            if mapping:
                into[key] = value
            else:
                into.append(value)
            stack.append((into, key))
            into, mapping, key = value, kind is mapping_start, None
            continue
        elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
            into, _ = stack.pop()
            mapping = into.__class__ is dict
            key = None
            continue
        elif kind is events.AliasEvent:
            _unsafe(parsed, event)
            if mapping and key is None:
                key = f"*{event.anchor}"
                continue
            value = UNREAD
        elif kind is events.DocumentStartEvent:
            documents += 1
            if documents > 1:
                _stop(parsed, event, "malformed-yaml", "a second document begins here; a file holds one")
                break
            continue
        elif kind is events.StreamEndEvent:
            break
        else:
            continue
        if mapping:
            into[key] = value
            key = None
        else:
            into.append(value)


_AGAIN: Final = object()
"""Key under which the value of a duplicate key is put, until it is thrown away."""


def _path(stack: list[tuple[Any, Any]]) -> list[str | int]:
    """Keys from the root down to the mapping that is being filled."""
    return [len(into) - 1 if key is None else key for into, key in stack[1:] if key is not _AGAIN]


def _report_duplicates(text: str, parsed: Parsed, again: list[_Again]) -> None:
    """Throw the later values away and say where the first stands."""
    top = outline(text)
    for into, keys, start, end in again:
        into.pop(_AGAIN, None)
        first = find(top, keys)
        where = (first.key_start, first.key_end) if first and first.key_start >= 0 else None
        _add(parsed, Fault("duplicate-key", f"`{keys[-1]}` stands here a second time", start, end, where))


def _add(parsed: Parsed, fault: Fault) -> None:
    """Note a fault, unless the file has shown enough of its sort."""
    if sum(each.rule == fault.rule for each in parsed.faults) < MOST:
        parsed.faults.append(fault)


def _unsafe(parsed: Parsed, event: Any) -> None:  # noqa: ANN401 - PyYAML's events share no typed attributes
    """Note an anchor, an alias or a tag."""
    if event.__class__ is events.AliasEvent:
        what = f"`*{event.anchor}` is an alias; write the value out"
    elif event.anchor is not None:
        what = f"`&{event.anchor}` is an anchor; write the value out wherever it is needed"
    else:
        what = f"`{event.tag}` is a tag; leave it out, the field decides the type"
    _add(parsed, Fault("unsafe-yaml", what, event.start_mark.index, event.end_mark.index))


def _stop(parsed: Parsed, event: Any, rule: str, message: str) -> None:  # noqa: ANN401 - as in _unsafe
    """Note a fault that ends the reading of this file."""
    parsed.whole = False
    parsed.faults.append(Fault(rule, message, event.start_mark.index, event.start_mark.index + 1))


def _syntax_fault(text: str, error: YAMLError) -> Fault:
    """Put libyaml's complaint in words, with its place."""
    unreadable = _UNREADABLE.search(text)
    if unreadable:
        what = f"the control character U+{ord(unreadable[0]):04X} stands here; delete it"
        return Fault("malformed-yaml", what, unreadable.start(), unreadable.end())
    at = len(text)
    problem = str(error)
    if isinstance(error, MarkedYAMLError):
        problem = error.problem or problem
        mark = error.problem_mark or error.context_mark
        at = mark.index if mark else at
        if "unexpected end of stream" in problem and error.context_mark:
            at = error.context_mark.index  # the quote that is not closed tells more than the end of the file
    while at > 0 and (at >= len(text) or text[at] == "\n"):  # the end of a file is a place that nobody looks at
        at -= 1
    hint = next((hint for words, hint in _HINTS if words in problem), "")
    return Fault("malformed-yaml", hint or f"YAML cannot read this: {problem}", at, min(at + 1, len(text)))


class _Open:
    """A collection whose end has not come yet, and the key that waits for its value."""

    __slots__ = ("end", "flow", "inside", "key", "key_span", "span", "start")

    def __init__(self, span: tuple[int, int], start: int, *, flow: bool, mapping: bool) -> None:
        self.span = span  # of the key that this collection stands under
        self.start = self.end = start
        self.flow = flow
        self.inside: dict[str, Mark] | list[Mark] = {} if mapping else []
        self.key: str | None = None
        self.key_span = _NO_KEY

    def add(self, mark: Mark) -> None:
        """Put a finished value in its place; of a duplicate key the first stays."""
        self.end = max(self.end, mark.end)
        if isinstance(self.inside, list):
            self.inside.append(mark)
        elif self.key is not None:
            self.inside.setdefault(self.key, mark)
            self.key, self.key_span = None, _NO_KEY

    def close(self, end: int) -> Mark:
        """Give the finished collection; a block ends with its last value, not with the comments after it."""
        return Mark(*self.span, self.start, end if self.flow else self.end, self.flow, self.inside)


_NO_KEY: Final = (-1, -1)


def outline(text: str) -> Mark | None:
    """Where every key and value stands, as far as the text can be read; None when it holds nothing."""
    get: Callable[[], Any] = CParser(text).get_event
    top = _Open(_NO_KEY, 0, flow=False, mapping=False)
    stack = [top]
    event: Any = None
    try:
        while event.__class__ is not events.StreamEndEvent and len(stack) <= DEPTH + 1:
            event = get()
            _place(event, stack, text)
    except YAMLError:
        pass  # its fault is told by `parse`; here what stands before it counts
    while len(stack) > 1:
        stack[-2].add(stack.pop().close(len(text)))
    return top.inside[0] if isinstance(top.inside, list) and top.inside else None


def _place(event: Any, stack: list[_Open], text: str) -> None:  # noqa: ANN401 - as in _unsafe
    """Take one event into the outline."""
    kind, into = event.__class__, stack[-1]
    if kind in _VALUES:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(into.inside, dict) and into.key is None:
            into.key = event.value if kind is events.ScalarEvent else f"*{event.anchor}"
            into.key_span = (start, end)
        elif kind is events.ScalarEvent or kind is events.AliasEvent:
            if getattr(event, "style", "") in _BLOCK_STYLES:
                end = start + len(text[start:end].rstrip())
            into.add(Mark(*into.key_span, start, end, True, None))  # noqa: FBT003 - a scalar's span is exact, as in flow
        else:
            mapping = kind is events.MappingStartEvent
            stack.append(_Open(into.key_span, start, flow=bool(event.flow_style), mapping=mapping))
    elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
        stack.pop()
        stack[-1].add(into.close(event.end_mark.index))


_VALUES: Final = (events.ScalarEvent, events.AliasEvent, events.MappingStartEvent, events.SequenceStartEvent)
_BLOCK_STYLES: Final = ("|", ">")


def find(top: Mark | None, keys: Sequence[str | int]) -> Mark | None:
    """Follow `keys` down from the top; None when the way ends before the last of them."""
    mark = top
    for key in keys:
        if mark is None:
            return None
        inside = mark.inside
        if isinstance(inside, dict) and isinstance(key, str):
            mark = inside.get(key)
        elif isinstance(inside, list) and isinstance(key, int) and 0 <= key < len(inside):
            mark = inside[key]
        else:
            return None
    return mark
