"""Words of a text in the form in which they are compared: case, spelling and inflection taken away."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.text.families import family
from evidencekb.text.patterns import pattern
from evidencekb.text.stems import stem

_TOKEN: Final = pattern(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|[0-9]+(?:[.,][0-9]+)*|[^\w\s]")
_HYPHENS: Final = frozenset("-\u2010\u2011")
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Plain = tuple[tuple[tuple[str, ...], ...], tuple[int, ...]]
    """A run as it is kept, without our own classes."""

_LONGEST: Final = 40
"""Characters of the longest run between spaces that is remembered."""
_MOST: Final = 65536
"""Runs that are remembered."""


class Word(NamedTuple):
    """A word or mark of punctuation: `low` in lower case, `stem` as it is compared, `kin` its family."""

    raw: str
    low: str
    stem: str
    kin: str


_MAKE: Final = Word._make
_Run = tuple[tuple[Word, ...], tuple[int, ...]]


@lru_cache(maxsize=_MOST)
def split(text: str) -> tuple[Word, ...]:
    """The words and marks of a name or wording, which is asked for again and again.

    Hyphenated words come apart, and hyphens are left out.
    """
    found: list[Word] = []
    for run in text.split(" "):
        found += _runs[run][0]
    return tuple(found)


def locate(text: str, start: int, end: int) -> tuple[list[Word], list[int]]:
    """The words of text[start:end], and for each the offset in the text at which it begins."""
    found: list[Word] = []
    offsets: list[int] = []
    at = start
    for run in text[start:end].split(" "):
        words, places = _runs[run]
        if len(words) == 1:  # nearly always
            found.append(words[0])
            offsets.append(at + places[0])
        else:
            found += words
            offsets += [at + place for place in places]
        at += len(run) + 1
    return found, offsets


class _Runs(dict[str, _Run]):
    """What stands between two spaces, taken apart once: prose says the same words again and again."""

    def __missing__(self, run: str) -> _Run:
        matches = [match for match in _TOKEN.finditer(run) if match[0] not in _HYPHENS]
        made = tuple([_word(match[0]) for match in matches]), tuple([match.start() for match in matches])
        if len(run) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[run] = made
        return made


_runs: Final = _Runs()


def plain(texts: Iterable[str]) -> dict[str, Plain]:
    """What stands between the spaces of some texts, taken apart, to be kept: stems cost more than all else of it."""
    runs = {run for text in texts for run in text.split(" ") if len(run) <= _LONGEST}
    return {run: (tuple([tuple(word) for word in _runs[run][0]]), _runs[run][1]) for run in sorted(runs)}


def recall(known: Mapping[str, Plain]) -> None:
    """Take up again what `plain` gave, so that it need not be taken apart anew."""
    for run, (held, places) in known.items():
        _runs[run] = tuple(map(_MAKE, held)), places


def _word(raw: str) -> Word:
    stemmed = stem(raw)
    return Word(raw, raw.lower().replace("\u2019", "'"), stemmed, family(stemmed))
