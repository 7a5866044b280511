"""Citations: "[12]", "[3,5–7]", "(12)", and numbers raised behind a word or sign."""

from __future__ import annotations

from typing import Final

from evidencekb.text.patterns import pattern

_SQUARE: Final = pattern(r"[0-9]{1,3}[a-z]?(?: ?[,;–-] ?[0-9]{1,3}[a-z]?){0,40}\]")
_ROUND: Final = pattern(r"[0-9]{1,3}(?: ?[,;–-] ?[0-9]{1,3}){0,40}\)")
_ESTIMATE: Final = pattern(r"(?:[0-9%A-Z]|SD|median|mean|range|score|age|[Tt]otal|ratio) ?$")
_INTERVAL: Final = pattern(r"(?:CI|[0-9%]) ?$")
_RAISED: Final = pattern(r"[0-9]{1,3}(?:[,–-][0-9]{1,3}){0,40}(?![0-9.]|,[0-9]| ?[%a-z])")
_SENTENCE_END: Final = pattern(r"[0-9]{1,3}(?:[,–-][0-9]{1,3}){0,40}(?=[ \v]+[A-Z]|$)")


def in_square_brackets(text: str, at: int, before: str) -> int | None:
    """The end of a citation in square brackets that the number at `at`, behind `before`, is in."""
    match = _SQUARE.match(text, at)
    if match is None:
        return None
    if before == "[":
        return None if _INTERVAL.search(text, max(0, at - 5), at - 1) else match.end()
    return match.end() if "[" in text[max(0, at - 24) : at] else None


def in_round_brackets(text: str, at: int) -> int | None:
    """The end of a citation in round brackets; a number behind an estimate ("14 (2)") is none."""
    match = _ROUND.match(text, at)
    if match is None or _ESTIMATE.search(text[max(0, at - 12) : at - 1].rstrip()):
        return None
    return match.end()


def raised(text: str, at: int) -> int | None:
    """The end of a citation glued to a sign ("76%12")."""
    match = _RAISED.match(text, at)
    return match.end() if match else None


def behind_sentence(text: str, at: int) -> int | None:
    """The end of a citation glued to the end of a sentence ("relief.12 Then"); None where it is none."""
    match = _SENTENCE_END.match(text, at)
    return match.end() if match else None
