"""What is told of one thing by how it does beside nothing: "A did no better than placebo at preventing B"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import english
from evidencekb.draft.sentences.telling import NEAR, OPPOSITE, Told
from evidencekb.draft.statements import acted_on, comparing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.statements.edges import Edge
    from evidencekb.draft.statements.ends import End

_IDLE: Final = comparing.REST - {"before", "others", "other", "those", "people", "rest", "everyone", "everybody", "if"}
_REACH: Final = 3


class Arms(NamedTuple):
    """That a sentence is of this make, and what it tells; None where that is not plain."""

    told: Told | None


def told(
    sentence: Sentence, edge: Edge, span: range, pair: tuple[End, End], cues: Sequence[acted_on.Cue]
) -> Arms | None:
    """Read how the subject does beside nothing, where what it does that on stands behind "than"."""
    if "than" not in sentence.lows:
        return None
    words = sentence.words
    subject, target = pair
    than = next((i for i in span if words[i].low == "than"), span.stop)
    if not subject.last <= than < target.first:
        return None
    before, behind = [c for c in cues if c.first < than and not c.verb], [c for c in cues if c.first > than]
    both = len(before) == 2 and acted_on.is_neither(sentence, list(before))
    if (len(before) != 1 and not both) or before[-1].last != than or before[-1].kind not in OPPOSITE:
        return None
    arm = range(than + 1, min(target.first, than + 1 + _REACH))
    named = any(edge.claim.comparator in m.concepts for m in sentence.within(arm.start, arm.stop))
    if before[0].first < subject.last or len(behind) > 1 or not (named or any(words[i].low in _IDLE for i in arm)):
        return Arms(None)
    denials = [i for i in range(subject.last, than) if words[i].low in english.NEGATION]
    if any(words[i].low in english.NEGATION for i in range(span.start, subject.first)) or len(denials) > 1:
        return Arms(None)
    first, last = subject.first, max(target.last, than)
    if both or denials:
        near = both or denials[0] >= before[0].first - NEAR
        return Arms(Told("same", first, last) if near else None)
    kind = before[0].kind
    if behind:
        kind = behind[0].kind if kind in {"better", "up"} else OPPOSITE.get(behind[0].kind, "")
    return Arms(Told(kind, first, last) if kind in OPPOSITE else None)


def nothing_by(sentence: Sentence, edge: Edge, subject: End) -> int | None:
    """Where "did no better than placebo" ends behind a thing."""
    words = sentence.words
    than = next((i for i, word in enumerate(words) if word.low == "than"), 0)
    lows = [word.low for word in words[subject.last : than]]
    if not lows or lows[-1] != "better" or not {"no", "not"} & {*lows} or not english.NEGATION.isdisjoint(lows[:-3]):
        return None
    behind = next((m for m in sentence.mentions if than < m.first <= than + _REACH), None)
    if behind is None or len(lows) > _SHORT:
        return None
    own = edge.claim.comparator in behind.concepts or any(w.low in _IDLE for w in words[behind.first : behind.last])
    return behind.last if own else None


_SHORT: Final = 5
