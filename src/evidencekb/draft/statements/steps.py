"""What has no direction: one thing binds another, carries it, regulates it, or shows how much of it there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences.telling import Told, negated
from evidencekb.draft.statements import needing
from evidencekb.draft.statements.cases import whole

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.sentences.telling import Spot
    from evidencekb.draft.statements.edges import Edge

_SHOWING: Final = english.listed(
    "show shows showed reveal reveals revealed tell tells told reflect reflects reflected indicate indicates indicated "
    "measure measures measured detect detects detected mirror mirrors mirrored capture captures captured say says said "
    "clue clues hint hints picture"
)
_RESTING: Final = english.listed(
    "based base rest rests rested depend depends depended hinge hinges hinged rely relies relied"
)
"""Verbs with "on" behind what is guided."""
_FORMS: Final = {
    "binds": english.listed(
        "bind binds bound binding attach attaches attached attaching latch latches latched stick sticks stuck capture "
        "captures captured trap traps trapped trapping chelate chelates chelated grab grabs grabbed dock docks docked "
        "sequester sequesters sequestered lock locks locked ties tied tie mops mop cling clings clung fasten fastens "
        "complexes complexed snare snares snared"
    ),
    "transports": english.listed(
        "transport transports transported transporting carry carries carried carrying ferry ferries ferried shuttle "
        "shuttles shuttled convey conveys conveyed ship ships shipped haul hauls hauled"
    ),
    "regulates": english.listed(
        "regulate regulates regulated regulating control controls controlled controlling govern governs governed "
        "modulate modulates modulated steer steers steered"
    ),
    "guides": english.listed(
        "guide guides guided guiding steer steers steered steering inform informs informed informing determine "
        "determines determined shape shapes shaped direct directs directed"
    )
    | _RESTING,
    "affects": english.listed("affect affects affected influence influences influenced determine determines determined")
    | _RESTING,
    "shows": _SHOWING,
    "hides": _SHOWING,
}
"""Relation of a step to the verbs that tell it."""
KINDS: Final = frozenset(_FORMS)
VERBS: Final = frozenset().union(*_FORMS.values())
_NOTHING: Final = frozenset({"nothing", "little", "no"})
"""Words behind a verb that deny it: "tells nothing of A"."""
_LONGEST: Final = 7
_PARTING: Final = frozenset({",", "(", "and", "or", "than", "that", "which", "with"})


def told(sentence: Sentence, edge: Edge, subject: Spot, other: Spot) -> Told | None:
    """Read "A binds to B", "B is carried by A"; what binds and what is bound may change places."""
    words = sentence.words
    first, last = (subject, other) if subject.first < other.first else (other, subject)
    gap = range(_behind(sentence, first), last.first)
    if len(gap) > _LONGEST or any(sentence.taken[i] or words[i].low in _PARTING for i in gap):
        return None
    at = next((i for i in gap if words[i].low in _FORMS[edge.kind]), -1)
    if first is subject and needing.is_idle([words[i].low for i in gap]) and whole(sentence, last):
        return Told(edge.kind, first.first, last.last, negated=edge.kind != "hides")
    if at < 0 or not whole(sentence, last):
        return None
    passive = words[at].low in _RESTING or any(words[i].low == "by" for i in range(at, last.first))
    turned = edge.kind != "binds" and (first is subject) is passive
    nothing = any(words[i].low in _NOTHING for i in range(at, last.first))
    against = (negated(sentence, at) != nothing) != (edge.kind == "hides")
    return Told(edge.kind, first.first, last.last, against, turned)


def _behind(sentence: Sentence, spot: Spot) -> int:
    """The position behind a thing, and behind what it is told to be for or in: "the choice of A for B"."""
    words = sentence.words
    if words[spot.last].low not in {"for", "in"}:
        return spot.last
    named = next((m for m in sentence.mentions if spot.last < m.first), None)
    return named.last if named is not None and named.first <= spot.last + 2 else spot.last
