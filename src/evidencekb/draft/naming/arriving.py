"""New cases of a thing: "new diagnoses of A" and "newly developed A" name what is called "new A" or "onset of A".

"Developing A" may mean it beside A itself, "brought on or worsened A" what is called "new or worse A".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

NEW: Final = english.listed(
    "new newly incident fresh onset onsets developing development emergence emerging arising "
    "develop develops developed contract contracts contracted contracting acquire acquires acquired acquiring "
    "odds chance chances likelihood probability hazard risk worsen worsens worsened worsening worse "
    "aggravate aggravates aggravated exacerbate exacerbates exacerbated"
)
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
_GAINING: Final = english.listed(
    "develop develops developed developing contract contracts contracted contracting acquire acquires acquired "
    "acquiring getting"
)
_CHANCE: Final = english.listed("odds chance chances likelihood probability hazard risk")
_STARTING: Final = english.listed(
    "on off brought triggered trigger triggers caused cause causes provoked provoke provokes induced induce induces "
    "began begun started developed develop develops set sparked kindled elicited precipitated"
)
_WORSENING: Final = english.listed(
    "worsen worsens worsened worsening aggravate aggravates aggravated exacerbate exacerbates exacerbated worse"
)
_ARTICLES: Final = english.listed("the a an their his her any existing")
_IDLE: Final = english.AUXILIARY | english.listed("has have had")
_SAID: Final = tuple(tuple(split.split(each)) for each in ("new", "onset of", "developing", "risk of developing"))
_RISK: Final = tuple(tuple(split.split(each)) for each in ("risk of", "risk of developing"))
_BOTH: Final = tuple(
    tuple(split.split(each)) for each in ("new or worse", "new or worsened", "onset or worsening of", "worse or new")
)


class Arriving:
    """The names of one claim base for a thing that is new."""

    def __init__(self, whole: Callable[[Sequence[Word]], tuple[str, ...]], concepts: Mapping[str, Concept]) -> None:
        """Keep what knows the names: `whole` tells what some words name together."""
        self._whole = whole
        self._concepts = concepts
        self._known: dict[tuple[str, object], tuple[str, ...]] = {}

    def added(self, tokens: Sequence[Word], lows: Sequence[str], mentions: list[Mention]) -> list[Mention]:
        """The mentions, those of new cases of a thing widened to what is called "new" it."""
        found: list[Mention] = []
        gone: set[int] = set()
        for mention in mentions:
            first, last = _told(lows, mention)
            if (first, last) == (mention.first, mention.last):
                more = [n for c in mention.concepts for spelt in _ways(lows, mention) for n in self._called(c, spelt)]
                held = tuple(dict.fromkeys((*mention.concepts, *more)))
                if more and lows[mention.first - 1] in _WORSENING | _STARTING:
                    gone.add(mention.first - 1)  # its verb names no worsening of its own
                found.append(mention._replace(concepts=held) if more else mention)
                continue
            name = tokens[mention.first : mention.last]
            named = next((each for spelt in _SPELT if (each := self._whole([*spelt, *name]))), ())
            if not named:
                named = next((each for c in mention.concepts if (each := self._called(c, _SPELT))), ())
            found.append(Mention(first, last, named) if named else mention)
        return [m for m in found if gone.isdisjoint(range(m.first, m.last))] if gone else found

    def _called(self, concept: str, ways: tuple[tuple[Word, ...], ...]) -> tuple[str, ...]:
        """What the words of one of some ways name together with any name of a concept."""
        if (concept, ways) not in self._known:
            held = self._concepts[concept]
            names = [split.split(name) for name in (held.label, *held.synonyms)]
            told = (self._whole([*spelt, *name]) for spelt in ways for name in names)
            self._known[concept, ways] = tuple(c for c in next((each for each in told if each), ()) if c != concept)
        return self._known[concept, ways]


def _ways(lows: Sequence[str], mention: Mention) -> Iterable[tuple[tuple[Word, ...], ...]]:
    """The ways to call what the words before or behind a thing tell of as new, likely, or new or worse."""
    at = mention.first
    while at and lows[at - 1] in _ARTICLES:
        at -= 1
    before = lows[at - 1] if at else ""
    if before in _GAINING:
        yield _SAID
    elif before == "of" and at > 1 and lows[at - 2] in _CHANCE:
        yield _RISK
    if before in _WORSENING | _STARTING:
        joint = next((i for i in range(at - 2, max(0, at - 5), -1) if lows[i] in {"or", "and"}), 0)
        if joint and _is_both(lows[joint - 1], before, lows[joint + 1 : at]):
            yield _BOTH
    last = mention.last
    while last < len(lows) and lows[last] in _IDLE:
        last += 1
    joint = next((i for i in range(last, min(last + 3, len(lows) - 1)) if lows[i] in {"or", "and"}), 0)
    if joint > last and _is_both(lows[joint - 1], "", lows[joint + 1 : joint + 4]):
        yield _BOTH


def _is_both(one: str, other: str, behind: Sequence[str]) -> bool:
    """Whether two verbs joined tell of what is new and of what is worse, in either order."""
    later = {other, *behind}
    return (one in _STARTING and not later.isdisjoint(_WORSENING)) or (
        one in _WORSENING and not later.isdisjoint(_STARTING)
    )


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
