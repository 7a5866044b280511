"""Names whose adjective stands apart from the noun: in a clause of condition or time, or behind "makes".

"Where A has become chronic" names what "chronic A" names, and tells of whom the main clause speaks; "makes the A stiff"
names "stiff A".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evidencekb.draft.naming.mentions import Lexicon
    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

CLAUSAL: Final = english.listed(
    "where when if once whenever wherever though although while unless as provided providing until till after before "
    "since because given assuming that"
)
"""Words with which a clause begins that tells for whom or when the rest holds."""
_MAKING: Final = english.listed("make makes made making render renders rendered leave leaves left turn turns turned")
CUES: Final = CLAUSAL | _MAKING
"""Words one of which is in every sentence that holds such a name."""
COPULA: Final = english.listed(
    "is are was were be been being become becomes became becoming turn turns turned turning get gets got grow grows "
    "grew grown go goes gone remain remains remained stay stays stayed prove proves proved proven seem seems 's "
    "appears persists"
)
_BESIDE: Final = english.AUXILIARY | english.ADVERBS | english.listed(
    "very quite more less so truly clearly deemed called considered diagnosed as classed found to out into only a an "
    "the no longer rather mostly mainly"
)  # fmt: skip
"""Words between a noun and its adjective, beside verbs of being."""
_PRONOUNS: Final = frozenset({"it", "they", "this", "that", "these"})
_STOP: Final = frozenset({",", ";", ":", "(", ")", ".", "?", "!"})
_DENYING: Final = english.NEGATION | {"longer"}
_WIDEST: Final = 7
"""Words between a noun and its adjective, at most."""
_LONGEST: Final = 3
_TYPES: Final = frozenset({"condition", "population", "outcome"})


def joined(
    lexicon: Lexicon, concepts: Mapping[str, Concept], tokens: Sequence[Word], mentions: list[Mention]
) -> list[Mention]:
    """The mentions, those in a clause of condition together with the adjective that is told of them there."""
    lows = [word.low for word in tokens]
    added: list[Mention] = []
    for at, low in enumerate(lows):
        if low not in CLAUSAL or at + 2 >= len(lows):
            continue
        subject = _subject(lexicon, tokens, lows, mentions, at + 1)
        if subject is None:
            continue
        first, last, named = subject
        fronted = low in {"though", "as", "although"} and 0 < at <= _LONGEST and lows[at - 1] not in _STOP
        for start, end in ((0, at),) if fronted else _adjectives(lows, last):
            if fronted and not (last < len(lows) and lows[last] in COPULA):
                continue
            own = list(tokens[start:end])
            if named is None and lows[first] not in _PRONOUNS:
                found = lexicon.whole((*own, *tokens[first:last]))
            else:
                found = _named(lexicon, concepts, own, tokens, (named,) if named is not None else mentions)
            if found:
                added.append(Mention(start if fronted else first, last + 1 if fronted else end, found))
                break
    for at, low in enumerate(lows):
        if low in _MAKING and (made := _made(lexicon, tokens, lows, at + 1)) is not None:
            added.append(made)
    if not added:
        return mentions
    kept = [m for m in mentions if not any(m.first < a.last and a.first < m.last for a in added)]
    return sorted([*kept, *added])


def _made(lexicon: Lexicon, tokens: Sequence[Word], lows: Sequence[str], at: int) -> Mention | None:
    """What a noun and the adjective behind it name, of a thing that is made so: "makes A overactive"."""
    while at < len(lows) and lows[at] in english.DETERMINERS - english.OF:
        at += 1
    for noun in range(_LONGEST, 0, -1):
        last = at + noun
        if last >= len(lows) or any(low in english.CLOSED or not low[0].isalpha() for low in lows[at : last + 1]):
            continue
        if found := lexicon.whole((tokens[last], *tokens[at:last])):
            return Mention(at, last + 1, found)
    return None


def _subject(
    lexicon: Lexicon, tokens: Sequence[Word], lows: Sequence[str], mentions: Sequence[Mention], at: int
) -> tuple[int, int, Mention | None] | None:
    """What a clause that begins at a position is of: a thing named, part of a name, or a pronoun; None else."""
    while at + 1 < len(lows) and lows[at] in english.DETERMINERS - english.OF:
        if lows[at] in _PRONOUNS and lows[at + 1] in COPULA | english.AUXILIARY:
            break
        at += 1
    named = next((m for m in mentions if m.first == at), None)
    if named is not None:
        return named.first, named.last, named
    if lows[at] in _PRONOUNS:
        return at, at + 1, None
    end = at
    while end < len(lows) and end - at < _LONGEST and tokens[end].kin in lexicon.modifiers:
        end += 1
    return (at, end, None) if end > at and end < len(lows) and lows[end] in COPULA | english.AUXILIARY else None


def _adjectives(lows: Sequence[str], last: int) -> Iterator[tuple[int, int]]:
    """Where the words behind a verb of being stand that may be an adjective, the longest first."""
    at, told = last, False
    while at < min(len(lows), last + _WIDEST) and (lows[at] in COPULA or lows[at] in _BESIDE or lows[at][-2:] == "ly"):
        told = told or lows[at] in COPULA
        at += 1
    if not told or at >= len(lows) or lows[at] in _DENYING or lows[at] in english.CLOSED:
        return
    end = at
    while end < min(len(lows), at + _LONGEST) and lows[end] not in _STOP and lows[end] not in english.CLOSED:
        end += 1
    for until in range(end, at, -1):
        yield at, until


def _named(
    lexicon: Lexicon,
    concepts: Mapping[str, Concept],
    own: list[Word],
    tokens: Sequence[Word],
    mentions: Sequence[Mention],
) -> tuple[str, ...]:
    """What an adjective names together with one of some names: a kind of what that one names."""
    if not own or not all(word.kin in lexicon.modifiers for word in own):
        return ()
    for mention in mentions:
        for name in mention.concepts:
            if name not in concepts or concepts[name].type not in _TYPES:
                continue
            found = lexicon.whole((*own, *tokens[mention.first : mention.last]))
            if (
                found
                and name not in found
                and any(name in concepts[each].broader for each in found if each in concepts)
            ):
                return found
    return ()
