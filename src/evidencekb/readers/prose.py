"""Runs of characters to the text of a block, with the place in the source of every character kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, overload

from evidencekb.model.document import Pin
from evidencekb.text.patterns import pattern

# Soft hyphens, zero-width marks and bidi controls: no reader sees them, so no figure may be split by them.
_UNSEEN: Final = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_RUN: Final = pattern(rf"[^\s{_UNSEEN}]+(?: [^\s{_UNSEEN}]+)*")
_SPACE: Final = pattern(r"\s")
_IRREGULAR: Final = pattern(rf"[^\S ]|  |[{_UNSEEN}]")
_URL: Final = pattern(r"(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)\]'’”]", re.IGNORECASE)
_URL_REST: Final = pattern(r"(?:[^\s<>\"]*[^\s<>\".,;:!?)\]'’”])?")
_MARK: Final = pattern(r"[⁰¹²³⁴⁵⁶⁷⁸⁹,\[\]()*†‡§a-d]{1,9}")
_UNIT: Final = pattern(r"\s?[^\W\d_]")
_TEN: Final = pattern(r"(?<![\d.,])10$")
RAISED: Final = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
"""What superscript turns digits into, so that 10<sup>9</sup> is not 109 and a note's number no part of a figure."""


class Runs(Sequence[int]):
    """Numbers that rise by one within each run; O(1) memory a run, so that a page costs little more than its text."""

    __slots__ = ("_at", "_length", "_values")

    def __init__(self, at: Sequence[int], values: Sequence[int], length: int) -> None:
        """Run k covers the indices from at[k] on and starts at values[k]; `length` numbers in all."""
        self._at, self._values, self._length = at, values, length

    def __len__(self) -> int:
        """Count of numbers, one a character."""
        return self._length

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[int, ...]: ...
    def __getitem__(self, index: int | slice) -> int | tuple[int, ...]:
        """Number at an index, O(log runs); a slice gives a tuple."""
        if isinstance(index, slice):
            return tuple(self)[index]
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError(index)
        run = bisect_right(self._at, index) - 1
        return self._values[run] + index - self._at[run]

    def __iter__(self) -> Iterator[int]:
        """All numbers, in order."""
        for run, (start, value) in enumerate(zip(self._at, self._values, strict=True)):
            end = self._at[run + 1] if run + 1 < len(self._at) else self._length
            yield from range(value, value + end - start)

    def __eq__(self, other: object) -> bool:
        """Compare number by number with any sequence."""
        return (
            isinstance(other, Sequence)
            and len(other) == self._length
            and all(a == b for a, b in zip(self, other, strict=True))
        )

    def __hash__(self) -> int:
        """Hash of the numbers."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """As the tuple it stands for."""
        return repr(tuple(self))


class Passage(NamedTuple):
    """Folded text with the place of each character, ready to become a block."""

    text: str
    offsets: Sequence[int] = ()
    ends: Sequence[int] = ()
    pins: tuple[Pin, ...] = ()
    urls: int = 0  # how many addresses were cut out


class Prose:
    """Gathers what a reader meets, in the order of the source, and folds it into a Passage.

    White space of any kind becomes single spaces, characters that nobody sees vanish, bare addresses are cut out.
    """

    __slots__ = (
        "_at", "_ends", "_in_url", "_length", "_offsets", "_open", "_parts", "_pins", "_raised", "_space", "_urls"
    )  # fmt: skip

    def __init__(self) -> None:
        """Start empty."""
        self._clear()

    def _clear(self) -> None:
        self._parts: list[str] = []
        self._at: list[int] = []
        self._offsets: list[int] = []
        self._ends: list[int] = []
        self._length = 0
        self._space: tuple[int, int] | None = None
        self._open: tuple[int, str] | None = None
        self._pins: list[Pin] = []
        self._in_url = False  # a bare address ran up to the end of what was taken last, and may go on
        self._urls = 0
        self._raised = (0, -1)  # the first part of the superscript taken last, and how long the text was after it

    def words(self, text: str, start: int) -> None:
        """Take text that stands in the source as it is, from `start` on."""
        if self._raised[1] == self._length:
            self._forget_mark(text)
        if self._in_url:
            rest = _URL_REST.match(text)
            cut = rest.end() if rest else 0
            self._in_url = cut == len(text)
            text, start = text[cut:], start + cut
        if "://" not in text and "www." not in text.lower():
            self._words(text, start)
            return
        last = 0
        for url in _URL.finditer(text):
            self._words(text[last : url.start()], start + last)
            self.gap(start + url.start(), start + url.end())
            last = url.end()
            self._urls += 1
            self._in_url = last == len(text)
        self._words(text[last:], start + last)

    def _words(self, text: str, start: int) -> None:
        if text and text[0] != " " and text[-1] != " " and not _IRREGULAR.search(text):
            self._run(text, start, start + 1)
            return
        last = 0
        for run in _RUN.finditer(text):
            if run.start() > last:
                self._between(text, last, run.start(), start)
            self._run(run[0], start + run.start(), start + run.start() + 1)
            last = run.end()
        if last < len(text):
            self._between(text, last, len(text), start)

    def glyph(self, text: str, start: int, end: int) -> None:
        """Take characters that the source writes as another (an entity, an escape): source[start:end]."""
        for index, char in enumerate(text):
            if self._in_url and not char.isspace():
                return
            begin = min(start + index, end - 1)
            stop = end if index == len(text) - 1 else begin + 1
            if char.isspace():
                self.gap(begin, stop)
            elif _RUN.match(char):
                self._run(char, begin, stop)

    def raised(self, text: str, start: int) -> None:
        """Take superscript: its digits become superscript digits."""
        begin, end = self._raised
        begin = begin if end == self._length else len(self._parts)
        for index, char in enumerate(text.translate(RAISED)):
            if char == text[index]:
                self.words(char, start + index)
            else:
                self._run(char, start + index, start + index + 1)
        self._raised = (begin, self._length)

    def _forget_mark(self, text: str) -> None:
        """Drop the mark of a note between a number and the unit that `text` begins with.

        Before "%" no power ever stands; before other words those of ten do, and in "3 1/2" half a fraction.
        """
        begin = self._raised[0]
        if not 0 < begin < len(self._parts) or not self._parts[begin - 1][-1:].isdigit():
            return
        of_share = text.lstrip().startswith("%")
        if not of_share and (
            not _UNIT.match(text)
            or not _MARK.fullmatch("".join(self._parts[begin:]))
            or _TEN.search("".join(self._parts[max(0, begin - 2) : begin]))
        ):
            return
        self._length = self._at[begin]
        for each in (self._parts, self._at, self._offsets, self._ends):
            del each[begin:]
        self._pins = [pin for pin in self._pins if pin.end <= self._length]
        if self._open and self._open[0] > self._length:
            self._open = None

    def gap(self, start: int, end: int) -> None:
        """Take something that parts words without being one: a line break, code, a picture."""
        self._space = (self._space[0] if self._space else start, max(end, start + 1))
        self._in_url = False

    def part(self) -> None:
        """Part the words so far from what follows, where markup does so without white space."""
        if self._length and not self._space:
            end = self._ends[-1] + self._length - self._at[-1] - 1
            self.gap(end, end + 1)

    def open_pin(self, claim: str) -> None:
        """Tie what follows to a claim, up to `close_pin`."""
        self._open = (self._length, claim)

    def close_pin(self) -> None:
        """End the pin; an empty one leaves no trace."""
        if self._open:
            start, claim = self._open
            start += bool(start < self._length and self._char_at(start) == " ")
            if start < self._length:
                self._pins.append(Pin(start, self._length, claim))
        self._open = None

    def take(self) -> Passage:
        """Give the folded text and start anew."""
        text = "".join(self._parts)
        offsets, ends = Runs(self._at, self._offsets, len(text)), Runs(self._at, self._ends, len(text))
        passage = Passage(text, offsets, ends, tuple(self._pins), self._urls)
        self._clear()
        return passage

    def _run(self, text: str, start: int, first_end: int) -> None:
        if self._space and self._length:
            begin, end = self._space
            self._append(" ", begin, max(begin + 1, min(end, start)))
        self._space = None
        self._append(text, start, first_end)

    def _append(self, text: str, start: int, first_end: int) -> None:
        self._parts.append(text)
        self._at.append(self._length)
        self._offsets.append(start)
        self._ends.append(first_end)
        self._length += len(text)

    def _between(self, text: str, start: int, end: int, base: int) -> None:
        space = _SPACE.search(text, start, end)
        if space:
            self.gap(base + space.start(), base + end)

    def _char_at(self, index: int) -> str:
        return self._parts[bisect_right(self._at, index) - 1][0]
