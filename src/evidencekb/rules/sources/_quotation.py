"""Where a phrase stands in the stored text of a source.

Paragraphs are counted as editors count them: the non-empty lines after a heading; a list item or table row is one.
Captions of pictures, stubs such as a date line and a title said twice may be counted or not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

_SAME: Final = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        "\u2264": "\u2264",
    }
)
_COMPARATORS: Final = frozenset("<>\u2264\u2265=~\u2248\u00b1+-")
_END_OF_SENTENCE: Final = (".", "!", "?", ".\u201d", '."', ")")
_CAPTION_WORDS: Final = 8


def folded(text: str) -> str:
    """Text with one kind of quotation marks and dashes, in lower case; as long as it was."""
    plain = text.translate(_SAME)
    lower = plain.lower()
    return lower if len(lower) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line: its number in the file, its text with single spaces, and that text folded."""

    number: int
    text: str
    folded: str


def lines(text: str) -> tuple[Line, ...]:
    """The non-empty lines of a stored text."""
    found = []
    for number, raw in enumerate(text.split("\n"), 1):
        if line := " ".join(raw.split()):
            found.append(Line(number, line, folded(line)))
    return tuple(found)


def occurrences(line: Line, phrase: str) -> Iterator[tuple[int, int]]:
    """Spans where the folded `phrase` stands in a line as words of its own, not inside a word or a number."""
    at = line.folded.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if _free_before(line.folded, at, phrase) and _free_after(line.folded, end, phrase):
            yield at, end
        at = line.folded.find(phrase, at + 1)


def _free_before(text: str, at: int, phrase: str) -> bool:
    """Whether nothing that belongs to the first word or number of the phrase stands before it."""
    if at == 0 or not phrase[0].isalnum():
        return True
    before = text[at - 1]
    if before.isalnum():
        return False
    if not phrase[0].isdigit():
        return True
    if before in ".," and at > 1 and text[at - 2].isdigit():
        return False  # the decimals of a longer number
    if before in _COMPARATORS:
        return before == "-" and at > 1 and text[at - 2].isalpha()  # a hyphen between a word and a number
    return not (before == " " and at > 1 and text[at - 2] in _COMPARATORS and text[at - 2] not in "+-")


def _free_after(text: str, end: int, phrase: str) -> bool:
    """Whether nothing that belongs to the last word or number of the phrase stands after it."""
    if end == len(text) or not phrase[-1].isalnum():
        return True
    after = text[end]
    if after.isalnum():
        return False
    if not phrase[-1].isdigit():
        return True
    return after != "%" and not (after in ".,-" and end + 1 < len(text) and text[end + 1].isdigit())


def section(found: tuple[Line, ...], heading: str, headings: Container[str]) -> list[tuple[Line, int, int]]:
    """The lines after each line that reads as `heading`, up to the next of `headings` (all folded).

    Each comes with the least and the greatest number of the paragraph that it may be. Empty where there is no such
    heading.
    """
    placed: list[tuple[Line, int, int]] = []
    seen: set[str] = set()
    inside = False
    least = greatest = 0
    for line in found:
        name = bare(line.folded)
        if name == heading:
            inside, least, greatest = True, 0, 0
        elif inside and name in headings:
            inside = False
        elif inside:
            greatest += 1
            least += not (name in seen or _stub(line.text))
            placed.append((line, max(least, 1), greatest))
        seen.add(name)
    return placed


def bare(heading: str) -> str:
    """A folded heading without the marks around it."""
    return heading.strip("#* ").rstrip(": ")


def _stub(line: str) -> bool:
    """Whether a line is a caption or a date line rather than a paragraph: short, and no sentence."""
    words = line.split()
    if line.endswith(":") and len(words) <= 2:
        return True
    return len(words) <= _CAPTION_WORDS and line[0].islower() and not line.endswith(_END_OF_SENTENCE)
