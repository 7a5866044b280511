"""What a sentence tells of two things it names: which way, of which to which, and whether it denies it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.language.acting_words import RARELY, act, turns_up
from evidencekb.draft.language.effect_words import kind_of
from evidencekb.draft.matching import open_words
from evidencekb.draft.matching.belongings import is_negated
from evidencekb.draft.matching.lookups import frame_concepts
from evidencekb.draft.sentences.telling import BREAKS, NEAR, OPPOSITE, Spot, Told, negated, not_found
from evidencekb.draft.statements import (
    advising,
    chief,
    comparing,
    lying,
    making,
    marking,
    needing,
    ranked,
    sourcing,
    steps,
    tandem,
    together,
    unproven,
    worth,
)
from evidencekb.draft.statements.acting import ASIDE, acts, oftener
from evidencekb.draft.statements.cases import combined, excepted, gone, whole
from evidencekb.draft.statements.edges import COMPARING, UNHELPED
from evidencekb.draft.statements.places import is_of_both
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.statements.edges import Edge
    from evidencekb.model.nodes import Claim
    from evidencekb.text.words import Word


_FAR: Final = 16
"""Words between two things that one clause still relates."""


def told(sentence: Sentence, edge: Edge, where: Mapping[str, Sequence[Spot]]) -> Told | None:
    """What the sentence tells of the two ends of an edge; None where it relates them in no way that is read."""
    if edge.kind == ranked.KIND:
        return ranked.told(sentence, edge, where)
    if edge.kind not in _MAKING:
        moved, only = tandem.told(sentence, edge, where)
        if moved is not None or only:
            return moved
    subjects, objects = where.get(edge.subject, ()), where.get(edge.object, ())
    if edge.kind not in _MAKING and (same := comparing.alike(sentence, edge, where)) is not None:
        return same
    reader = _READERS.get(edge.kind, _compared if edge.kind in COMPARING else acts)
    for subject in subjects:
        for other in objects:
            if subject.first < other.last and other.first < subject.last:
                continue
            gap = range(min(subject.last, other.last), max(subject.first, other.first))
            breaks = (i for i in gap if sentence.words[i].low in BREAKS)
            if edge.kind in advising.KINDS:
                breaks = (i for i in breaks if not advising.is_for(sentence, i))
            if len(gap) > _FAR or any(breaks):
                continue
            if edge.kind in COMPARING and changed(sentence, edge):
                continue
            if edge.kind not in _MAKING and (
                combined(sentence, subject, other) or gone(sentence, subject) or gone(sentence, other)
            ):
                continue
            found = None
            if edge.kind == "linked":
                found = together.had(sentence, subject, other) or oftener(sentence, subject, other)
            if edge.kind in steps.KINDS:
                found = steps.told(sentence, edge, subject, other)
            else:
                found = found or reader(sentence, subject, other)
            if found is None and edge.kind == "none":
                found = _absent(sentence, edge, subject, other)
            if (
                found is None
                and edge.kind == "none"
                and whole(sentence, other)
                and not any(sentence.words[i].low in ASIDE for i in gap)
            ):
                found = _compared(sentence, subject, other)
            if found is None and edge.kind in {"up", "down", "cause"}:
                found = oftener(sentence, subject, other)
            if found is not None and edge.kind == "none" and found.kind != "same" and not found.negated:
                found = None if excepted(sentence, subject, other) else found
            if found is not None and found.kind != "same" and is_of_both(sentence, other):
                return None  # "A is lower in people with and without B" holds for all
            if found is not None and edge.kind not in _MAKING and edge.kind not in COMPARING:
                return comparing.turned(sentence, edge, found, where)
            if found is not None:
                return found
    return ranked.helped(sentence, edge, where) if edge.kind == UNHELPED else None


def _absent(sentence: Sentence, edge: Edge, subject: Spot, group: Spot) -> Told | None:
    """Read "no A was found in people with B", where a claim itself says that there is no A."""
    before = [word.low for word in sentence.words[max(0, subject.first - 3) : subject.first]]
    start = subject.first - (3 if before in (["no", "sign", "of"], ["no", "trace", "of"]) else subject.negated)
    if start == subject.first or group.negated or not is_negated(split.split(edge.claim.statement)):
        return None
    between = range(subject.last, group.first)
    if not between or any(open_words.tells(sentence.words[i]) and not sentence.taken[i] for i in between):
        return None
    near = {sentence.words[i].low for i in between}
    if near.isdisjoint(english.OF) or not near.isdisjoint(english.NEGATION | {"than"}):
        return None
    return Told("same", start, group.last)


def agrees(kind: str, said: Told, *, ill: bool = True, bad: bool = False) -> bool | str | None:
    """Whether what is said is what an edge of a kind says; "stronger" where it says more, None where it is apart.

    `ill` is whether less of the object is better, `bad` whether subject and object are both things one has more or less
    often, so that a link between them has a side.
    """
    if kind == advising.UNADVISED:
        return said.negated
    if kind in _MAKING:
        return (not said.reversed) if not said.negated else False if not said.reversed else None
    told_kind = said.kind
    if kind in COMPARING:
        if told_kind not in {"up", "down", "same"}:
            return None
        want = "up" if kind.endswith("higher") else "down"
        if said.reversed and told_kind in OPPOSITE:
            told_kind = OPPOSITE[told_kind]
        if kind.startswith("not-"):
            return (
                None
                if told_kind not in {want, "same"}
                else (told_kind == "same") != said.negated or (said.negated and told_kind == want)
            )
        return (told_kind == want) != said.negated if told_kind == want or not said.negated else None
    if kind == ranked.KIND and (told_kind == "same" or said.reversed):
        return False if not said.negated else None
    if kind == ranked.KIND:
        return not said.negated
    if kind in worth.WAYS:
        if told_kind == worth.WAYS[kind]:
            return not said.negated
        return False if not said.negated else None
    if kind in {"none", UNHELPED}:
        if told_kind == "same":
            return not said.negated
        return said.negated
    if kind == "linked":
        if told_kind == "cause" and not said.negated and not said.reversed:
            return "stronger"
        if told_kind == "oftener":
            return not said.negated
        if told_kind in {"rarer", "down", "better"} and bad and not said.reversed:
            return False if not said.negated else None
        return not said.negated if told_kind == "linked" else None
    if said.reversed:
        return False if told_kind == kind == "cause" and not said.negated else None
    if told_kind == "linked" and said.negated:
        return False
    if told_kind == "same":
        return False if not said.negated else None
    if told_kind in {"oftener", "rarer"}:
        told_kind = "up" if told_kind == "oftener" else "down"
    if told_kind == "stronger":
        return "stronger" if not said.negated else None
    if not ill and (kind, told_kind) in _BY_WHAT_IT_IS:
        return None  # whether less is better depends on what it is
    if kind == "down" and told_kind == "better":
        return not said.negated
    for alike, contrary in _ALIKE[kind]:
        if told_kind in alike:
            return not said.negated
        if told_kind in contrary:
            return False if not said.negated else None
    return None


_BY_WHAT_IT_IS: Final = frozenset(
    {("better", "down"), ("better", "up"), ("worse", "up"), ("down", "better"), ("down", "worse"), ("up", "better"),
     ("up", "worse")}
)  # fmt: skip
_ALIKE: Final = {
    "up": ((frozenset({"up", "cause", "worse"}), frozenset({"down", "better"})),),
    "down": ((frozenset({"down"}), frozenset({"up", "cause", "worse"})),),
    "better": ((frozenset({"better", "down"}), frozenset({"worse", "up", "cause"})),),
    "worse": ((frozenset({"worse", "up", "cause"}), frozenset({"better", "down"})),),
    "cause": ((frozenset({"cause", "up", "worse", "linked"}), frozenset({"down", "better"})),),
}
"""Kind of edge to what says the same and what says the contrary."""


def changed(sentence: Sentence, edge: Edge) -> bool:
    """Whether a treatment is told of that changes something in the group: no comparison of groups."""
    if "than" in sentence.lows:
        return False
    claim = edge.claim
    own = {edge.subject, edge.object, claim.comparator, *claim.population, *claim.given}
    for mention in sentence.mentions:
        types = sentence.types(mention)
        if own.isdisjoint(mention.concepts) and types & {"intervention", "substance"}:
            following = sentence.words[mention.last].low if mention.last < len(sentence.words) else ""
            if "intervention" in types or kind_of(following) in {"up", "down"}:
                return True
    return False


def narrowed(index: ClaimsIndex, sentence: Sentence, edge: Edge, told: Told) -> bool:
    """Whether a comparison is of some in the group only, or says what can be: "in A patients who have B"."""
    words = sentence.words
    if any(word.low in {"can", "could", "may", "might"} for word in words[told.first : told.last]):
        return True
    claim = edge.claim
    known = index.universal | index.terms(claim).people | index.sort_of(frozenset({edge.object}))
    own = {edge.subject, edge.object, claim.comparator, *claim.population} | known
    for mention in sentence.mentions:
        if edge.object in mention.concepts and mention.last < len(words) and words[mention.last].low in _SOME_OF:
            return True
        if (
            sentence.types(mention) == {"population"}
            and own.isdisjoint(mention.concepts)
            and "than" not in sentence.lows
        ):
            return True
    return False


_SOME_OF: Final = frozenset({"who", "whose", "taking", "treated", "on", "after", "during"})


def _compared(sentence: Sentence, subject: Spot, group: Spot) -> Told | None:
    """More or less of one thing in people with another."""
    words = sentence.words
    mark = _mark(sentence, subject, group)
    if mark is None:
        return None
    kind, at, last = mark
    if words[at].low in _EXCEEDING and group.first > at:
        return Told(kind, subject.first, last, negated(sentence, at), not group.negated)  # "exceeds that of B"
    if not _of_groups(sentence, at, last, group) or comparing.is_elsewhere(sentence, group, at):
        return None
    gap = range(min(subject.last, group.last), max(subject.first, group.first))
    if any(words[i].low == "," and words[i + 1].low in english.ARTICLES for i in range(subject.last, group.first)):
        return None  # "as long as A is normal, the B of people with C ..."
    absent = not_found(sentence, max(at, subject.last))
    if not absent and any(
        words[i].low in english.NEGATION and words[i - 1].low != "or" for i in gap if not at - NEAR <= i < at
    ):
        return None  # "A does not occur in people whose B is normal" denies that it occurs, not that B is normal
    turned = group.negated
    if subject.inner and not sentence.lows.isdisjoint(effect_words.RULING_OUT):
        return None
    if "than" in sentence.lows and sum(_same(sentence, group, m) for m in sentence.mentions) > 1:
        return None  # "in light A than in heavy A"
    than = next((i for i, w in enumerate(words) if w.low in {"than", "versus", "vs"}), None)
    if than is not None and group.first == than + 1 and _stands_alone(words, group):
        return None  # "A costs more than B" tells of no one with B
    if than is not None and group.first > than and not group.negated:
        turned = True
    if than is not None and group.first > than and group.negated:
        turned = False
    against = negated(sentence, at) if at < subject.first or at >= subject.last else subject.negated
    against = against != absent
    if kind == "differ":  # "does not differ" says that it is the same
        kind, against = "same", not against
    return Told(kind, min(at, subject.first), max(last, subject.last), against, turned)


def holds_against(sentence: Sentence, claim: Claim) -> bool:
    """Whether a thing of a claim that ranks none stands by itself right behind "than": "A costs more than B"."""
    if "than" not in sentence.lows or claim.relation.endswith("-than"):
        return False
    words, parts = sentence.words, frame_concepts(claim)
    return any(
        not parts.isdisjoint(m.concepts) and m.first and words[m.first - 1].low == "than" and _stands_alone(words, m)
        for m in sentence.mentions
    )


def _stands_alone(words: Sequence[Word], group: Spot | Mention) -> bool:
    """Whether no word behind a name makes it those who have it: "than B patients", "than B sufferers do"."""
    following = words[group.last].low if group.last < len(words) else "."
    return following not in english.PEOPLE | english.PEOPLE_NAMED | english.AUXILIARY | {"brains", "controls"}


def _same(sentence: Sentence, group: Spot, mention: Mention) -> bool:
    """Whether a mention names what the group is named by, and no "without" stands before it."""
    own = next((m for m in sentence.mentions if m.first <= group.first < m.last), None)
    if own is None or sentence.negated(mention):
        return False
    above = {name for each in mention.concepts if each in sentence.concepts for name in sentence.concepts[each].broader}
    return not above.union(mention.concepts).isdisjoint(own.concepts)


def _of_groups(sentence: Sentence, at: int, last: int, group: Spot) -> bool:
    """Whether a direction compares groups, and is not what becomes of something or ought to be done."""
    words = sentence.words
    if at and words[at - 1].low in english.MODAL:
        return False
    if comparing.is_along(sentence, at):
        return False
    if group.first < last or last >= len(words):
        return True
    if words[last].low in ASIDE:
        return False
    return words[last].low not in _WITH or group.first - last <= 2


_WITH: Final = frozenset({"with", "on", "by", "as"})
_EXCEEDING: Final = frozenset({"exceed", "exceeds", "exceeded", "surpasses", "surpassed"})


def _mark(sentence: Sentence, subject: Spot, group: Spot) -> tuple[str, int, int] | None:
    """The direction that is said of the subject: kind and words."""
    words = sentence.words
    if subject.inner:
        return subject.inner, subject.first, subject.last
    for i in range(subject.first - 1, max(-1, subject.first - 6), -1):
        low = words[i].low
        if low in {",", ";", ":", "than"} or group.first <= i < group.last:
            break
        if low in {"much", "many"} and i and words[i - 1].low == "too":
            return "up", i - 1, i + 1
        if low in {"little", "few"}:
            return "down", i, i + 1
        kind = kind_of(low)
        if kind in {"up", "down", "same"} and not turns_up(words, i):
            return kind, i, i + 1
    for i in range(subject.last, min(len(words), subject.last + 14)):
        low = words[i].low
        if low in {";", ":", "than"}:
            break
        if group.first <= i < group.last or (low == "alike" and not _is_alike(words, subject.last, i)):
            continue
        kind = kind_of(low) if low not in {"up", "down"} or act(words, i) is not None else ""
        kind = "up" if low in _EXCEEDING else kind
        if low in {"more", "less"} and i + 1 < len(words) and words[i + 1].low in RARELY:
            kind = OPPOSITE.get(kind, kind)
        if kind in {"up", "down", "same"} and not turns_up(words, i):
            return kind, i, i + 1
        if low in {"differ", "differs", "differed", "different", "difference"}:
            return "differ", i, i + 1
    return None


def _is_alike(words: Sequence[Word], begin: int, at: int) -> bool:
    """Whether "alike" is what things are, and does not say that something holds for both: "in young and old alike"."""
    return any(word.low in english.AUXILIARY for word in words[begin:at])


_READERS: Final = {
    "made": making.made,
    "needed": needing.told,
    sourcing.KIND: sourcing.held,
    advising.KIND: advising.advised,
    advising.UNADVISED: advising.advised,
    advising.FIRST: advising.ranked_first,
    chief.KIND: chief.told,
    marking.KIND: marking.told,
    lying.KIND: lying.told,
    unproven.KIND: unproven.told,
}
"""Kinds of edges that are told in ways of their own."""
_MAKING: Final = steps.KINDS | _READERS.keys()
"""Kinds that something either tells, or denies, or tells the other way round."""
