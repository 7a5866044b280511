"""The complaint that a lead-in names, whose patients are then counted: "A is a burden: 20% of patients have B"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.sentences import groups, phrases

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Alternatives, Sentence

_JOINTS: Final = frozenset({":", "\u2014", "\u2013"})
_AND: Final = frozenset({"and", "with", "as", "in"})
"""Words behind a comma that lead from what is said of a complaint to a share of those who have it."""


class Announced(NamedTuple):
    """The complaint of a lead-in, what is said behind it, and where that begins."""

    group: Alternatives
    said: frozenset[Alternatives]
    after: int
    ill_only: bool  # what is said can only happen to those who have a complaint: "recover"


def found(sentence: Sentence, clause: tuple[int, int], span: int) -> Announced | None:
    """The complaint that the clause begins with; None where no lead-in stands before those who are counted at `span`.

    What is said must stand behind the lead-in, so that the complaint there cannot be meant by it.
    """
    joint = _joint(sentence, clause[0], span)
    if joint is None:
        return None
    said = frozenset(
        frozenset(m.concepts) for m in sentence.within(joint, clause[1]) if not groups.is_given(sentence, m)
    )
    if not said:
        return None
    for sort in ("condition", "outcome"):
        for mention in sentence.within(clause[0], joint):
            own = frozenset(mention.concepts)
            if sentence.types(mention) == {sort} and own not in said and not sentence.negated(mention):
                return Announced(own, said, joint + 1, sort == "condition" and _is_of_the_ill(sentence, said))
    return None


def _joint(sentence: Sentence, low: int, span: int) -> int | None:
    """Where the lead-in ends."""
    words = sentence.words
    for at in range(min(span, len(words)) - 1, low, -1):
        if words[at].low in _JOINTS:
            return at
        if words[at].low == "," and words[at + 1].low in _AND and _says(sentence, low, at):
            return at
    return None


def _says(sentence: Sentence, low: int, at: int) -> bool:
    """Whether the words low:at are a clause of their own, with a verb behind the complaint that it begins with."""
    first = next(iter(sentence.within(low, at)), None)
    return first is not None and any(phrases.is_verb(sentence, i) for i in range(first.last, at))


def _is_of_the_ill(sentence: Sentence, said: frozenset[Alternatives]) -> bool:
    """Whether nothing that is said is a complaint itself."""
    types = {sentence.concepts[c].type for alternatives in said for c in alternatives if c in sentence.concepts}
    return types == {"outcome"}
