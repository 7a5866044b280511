"""New cases of a thing: "new diagnoses of A" and "newly developed A" name what is called "new A" or "onset of A"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from evidencekb.text.words import Word

NEW: Final = english.listed("new newly incident fresh onset onsets developing development emergence emerging arising")
"""Words of which a sentence that tells of something new holds one."""
_NEW: Final = english.listed("new incident fresh")
_FORMED: Final = english.listed("developed diagnosed arisen acquired emerged occurring detected found")
_COUNTED: Final = english.listed(
    "case cases diagnosis diagnoses onset onsets episode episodes occurrence occurrences instance instances "
    "development emergence"
)
_COMING: Final = english.listed("onset onsets development emergence")
_ARISING: Final = english.listed("developing arising emerging")
_SPELT: Final = tuple(
    tuple(split.split(each)) for each in ("new", "onset of", "new onset", "incident", "development of")
)


def added(
    whole: Callable[[Sequence[Word]], tuple[str, ...]],
    tokens: Sequence[Word],
    lows: Sequence[str],
    mentions: list[Mention],
) -> list[Mention]:
    """The mentions, those of new cases of a thing widened to what is called "new" it; `whole` knows the names."""
    found = []
    for mention in mentions:
        first, last = _told(lows, mention)
        if (first, last) == (mention.first, mention.last):
            found.append(mention)
            continue
        name = tokens[mention.first : mention.last]
        named = next((each for spelt in _SPELT if (each := whole([*spelt, *name]))), ())
        found.append(Mention(first, last, named) if named else mention)
    return found


def _told(lows: Sequence[str], mention: Mention) -> tuple[int, int]:
    """Where the words begin and end that tell of a thing as new; the mention's own ends where none do."""
    at = mention.first
    last = mention.last
    if last < len(lows) and lows[last] in {"case", "cases", "diagnoses"}:
        last += 1
    if at and lows[at - 1] in _NEW:
        return at - 1, last
    if at > 1 and lows[at - 1] in _FORMED and lows[at - 2] == "newly":
        return at - 2, last
    if at > 1 and lows[at - 1] == "of" and lows[at - 2] in _COUNTED:
        start = at - 2
        if start and lows[start - 1] in _NEW:
            return start - 1, mention.last
        if start > 1 and lows[start - 1] in _FORMED and lows[start - 2] == "newly":
            return start - 2, mention.last
        if lows[start] in _COMING or (mention.last < len(lows) and lows[mention.last] in _ARISING):
            return start, mention.last
    return mention.first, mention.last
