"""Shares that fit a claim but for a verb that turns it: "lack A", "A spares 5%", "missed the target", "off B"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.matching.lookups import number_key
from evidencekb.draft.matching.match import agreement_with, passing
from evidencekb.model.assertion import PASSING, Verdict
from evidencekb.model.quantity import Bound, Kind
from evidencekb.text import words as split
from evidencekb.text.agreement import Agreement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.matching.match import Match
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure

_TURNING: Final = english.listed(
    "lack lacks lacked lacking spare spares spared avoid avoids avoided escape escapes escaped evade evades evaded "
    "miss misses missed fail fails failed dodge dodges dodged longer"
)
_RARELY: Final = english.listed("rarely seldom hardly scarcely")
"""Adverbs that turn what is told of a share named before them: "30% rarely have A"."""
_AWAY: Final = english.listed("absent missing")
_KEEPING_OFF: Final = english.listed("prevent prevents prevented avert averts averted forestall forestalls forestalled")
_HAVING_NOT: Final = _AWAY | english.listed("lack lacks lacked lacking spare spares spared escape escapes escaped")
"""Words with which a share is of those who do not have a thing."""
_HUNDRED: Final = 100
_VANISHING: Final = english.listed(
    "vanished vanishes disappeared disappears resolved resolves improved improves eased eases subsided "
    "subsides cleared "
    "clears healed heals dropped drops fell declined declines lifted lifts remitted abated abates receded recedes "
    "faded fades ended ends stopped stops gone"
)
"""Verbs behind what is then there no more, or less of it."""
_BELOW: Final = english.listed("below under beneath less lower fewer")
_ABOVE: Final = english.listed("above over exceeding more higher greater")
_BOUNDS: Final = _BELOW | _ABOVE | {"most", "least"}
_ONCE: Final = {
    "twice": "twice",
    **dict.fromkeys(("once", "daily", "nightly", "weekly", "monthly", "yearly", "annually"), "once"),
}
"""How often, and what side of it a word tells of."""
_MOST: Final = 50
_PLAIN: Final = _TURNING | _RARELY | _AWAY | _KEEPING_OFF | _VANISHING | {"off"}
_UNDONE: Final = _RARELY | _AWAY | _KEEPING_OFF | _VANISHING
CUES: Final = _PLAIN | _BOUNDS
"""Words of which a sentence with such a verb holds one."""
_JUDGED: Final = (*PASSING, Verdict.WRONG_VALUE)
_NO_VERB: Final = english.DETERMINERS | {"of", "by", "from", "through", "to", "for", "without"}
"""Words before a noun, or before what is avoided by something else."""
_FOUND: Final = english.listed(
    "said found out seem seems seemed appear appears appeared known thought tend tends shown"
)
"""Words behind which "to" tells what is so: "turn out to lack A"."""
_UNSAID: Final = english.DENIAL | english.MODAL | {"be", "been", "being"}
"""Words before a verb that is denied, or only advised, or told of what is done to something."""
_BREAKS: Final = english.listed(", : ; ( ) and but or while whereas because if when \u2013 \u2014")
_BETTER: Final = frozenset({"better", "cure"})
_ENDING: Final = (
    effect_words.CURE
    | english.CEASING
    | english.listed(
        "remission remit recovery recover freedom abstinence abstinent abstain end ended cessation resolution healing "
        "healed normalization"
    )
)
"""Words of a claim that something came to an end, which "no longer" may say too."""
_LEAVING: Final = english.listed(
    "come comes came coming go goes went going get gets got getting wean weaned weaning taper tapered tapering stay "
    "stays stayed staying take taken taking be set sets setting kick kicks kicked ward wards warded"
)
"""Verbs with which "off" tells of an end that the claim may be of."""


def held(index: ClaimsIndex, sentence: Sentence, figure: Figure, clause: tuple[int, int], found: Match) -> Match:
    """A match, or what is wrong with it where the sentence turns what the claim says and the claim does not."""
    claim = found.claim
    if claim is None or found.verdict not in _JUDGED:
        return found
    if figure.quantity.kind is not Kind.PROPORTION:
        off = found.verdict in PASSING and "off" in sentence.lows and "off" not in own_words(index, claim)
        off = off and is_off(index, sentence, (0, len(sentence.words)), claim)
        return replace(found, verdict=Verdict.WRONG_INTERVENTION) if off else found
    if (
        not sentence.lows.isdisjoint(_BOUNDS)
        and found.verdict in PASSING
        and (_is_beyond(index, sentence, claim) or _is_below_another(index, sentence, figure, claim))
    ):
        return replace(found, verdict=Verdict.WRONG_OUTCOME)
    if sentence.lows.isdisjoint(_PLAIN):
        return found
    if found.verdict is Verdict.WRONG_VALUE:
        return _of_the_rest(index, sentence, figure, clause, found)
    own = own_words(index, claim)
    if "off" not in own and is_off(index, sentence, clause, claim):
        return replace(found, verdict=Verdict.WRONG_INTERVENTION)
    better = not own.isdisjoint(_ENDING) or any(kind in _BETTER for kind, _ in index.senses(claim.outcome))
    turns = [
        i
        for i in range(*clause)
        if sentence.words[i].low not in own
        and (_turns(sentence, i, claim, better=better) or _is_undone(sentence, figure, i, claim))
        and not (better and sentence.words[i].low in _VANISHING)
        and _is_of(sentence, figure, i)
    ]
    return replace(found, verdict=Verdict.WRONG_OUTCOME) if len(turns) % 2 else found


def _of_the_rest(
    index: ClaimsIndex, sentence: Sentence, figure: Figure, clause: tuple[int, int], found: Match
) -> Match:
    """The same, or a match where the share is of those who do not have it: "60% lack A", if 40% have it."""
    claim, quantity = found.claim, figure.quantity
    if claim is None or quantity.value is None or quantity.bound is not Bound.EXACT or quantity.value >= _HUNDRED:
        return found
    own = own_words(index, claim)
    turns = [
        i
        for i in range(*clause)
        if sentence.words[i].low in _HAVING_NOT
        and sentence.words[i].low not in own
        and (_turns(sentence, i, claim, better=True) or _is_undone(sentence, figure, i, claim))
        and _is_of(sentence, figure, i)
    ]
    rest = replace(quantity, value=_HUNDRED - quantity.value, low=None, high=None, numerator=None, denominator=None)
    if len(turns) != 1 or agreement_with(index, rest, claim) is not Agreement.EQUAL:
        return found
    return replace(found, verdict=passing(index, claim))


def own_words(index: ClaimsIndex, claim: Claim) -> frozenset[str]:
    """The words of a claim's statement, wordings and outcome."""
    concept = index.kb.concepts.get(claim.outcome)
    names = (concept.label, *concept.synonyms) if concept is not None else ()
    every = (split.split(text) for text in (claim.statement, *claim.wordings, *names))
    return frozenset(
        word.low
        for tokens in every
        for word, after in zip(tokens, (*tokens[1:], None), strict=True)
        if word.low != "lack" or after is None or after.low != "of"
    )


def is_verb(sentence: Sentence, at: int, *, adverb: bool = False) -> bool:
    """Whether a word is what its sentence tells, not a noun, not what is denied, not part of a relative clause."""
    words = sentence.words
    before = words[at - 1].low if at else ""
    if sentence.taken[at] or before in _NO_VERB:
        return False
    near = {word.low for word in words[max(0, at - 3) : at]}
    return (adverb or _UNSAID.isdisjoint(near)) and english.RELATIVE.isdisjoint(near)


def _is_undone(sentence: Sentence, figure: Figure, at: int, claim: Claim) -> bool:
    """Read "30% rarely have A", "A is absent in 30%", "B prevents A in 30%"."""
    words = sentence.words
    low = words[at].low
    if sentence.taken[at] or low not in _UNDONE:
        return False
    before = words[at - 1].low if at else ""
    behind = words[at + 1].low if at + 1 < len(words) else ""
    if low in _RARELY:
        verb = behind in english.FINITE or behind.endswith("ed")
        return verb and at >= sentence.position(figure.full_end) and behind not in {"more", "less"}
    if not _UNSAID.isdisjoint(word.low for word in words[max(0, at - 3) : at]):
        return False
    if low in _AWAY:
        return before in {"is", "was", "are", "were", "remains", "remained"} and behind in {"in", "among", "from"}
    if low in _VANISHING:
        start = at - 1 if before in english.AUXILIARY or before.endswith("ly") else at
        return behind in {"in", "among", "for", "within", "after"} and any(
            claim.outcome in m.concepts and m.last == start for m in sentence.mentions
        )
    return any(claim.outcome in m.concepts and 0 <= m.first - at - 1 <= 1 for m in sentence.mentions)


def _is_beyond(index: ClaimsIndex, sentence: Sentence, claim: Claim) -> bool:
    """Whether the claim's outcome lies on one side of a value, and the sentence tells of the other side."""
    told = list(_sides([word.low for word in sentence.words]))
    if not told:
        return False
    concept = index.kb.concepts.get(claim.outcome)
    texts = (concept.label, *concept.synonyms) if concept is not None else ()
    held = [side for text in (claim.statement, *texts) for side in _sides([w.low for w in split.split(text)])]
    return any((way, value) not in held and (not way, value) in held for way, value in told)


def _is_below_another(index: ClaimsIndex, sentence: Sentence, figure: Figure, claim: Claim) -> bool:
    """Whether the number is also of a kind of the outcome that lies on one side, and the other side is told of."""
    others = index.by_number.get(number_key(figure.quantity), ())[:_MOST]
    kinds = [o for o in others if o is not claim and o.outcome and claim.outcome in index.up(o.outcome) - {o.outcome}]
    return any(_is_beyond(index, sentence, other) for other in kinds)


def _sides(lows: Sequence[str]) -> Iterator[tuple[bool, str]]:
    """The values that a text names with a side, and whether that is above: "below 50", "at least once"."""
    for at, low in enumerate(lows):
        if low not in _BOUNDS:
            continue
        before = lows[at - 1] if at else ""
        after = list(lows[at + 1 : at + 3])
        if low in {"most", "least"}:
            if before == "at" and after and (after[0][:1].isdigit() or after[0] in _ONCE):
                yield low == "least", _ONCE.get(after[0], after[0])
            elif before == "at":
                behind = next((each for each in reversed(lows[max(0, at - 4) : at - 1]) if each in _ONCE), "")
                yield low == "least", _ONCE.get(behind, after[0] if after else "")
            continue
        if low in {"less", "lower", "fewer", "more", "higher", "greater"}:
            if before in {"or", "and"} and at > 1 and lows[at - 2][:1].isdigit():
                yield low in _ABOVE, lows[at - 2]
            if after[:1] != ["than"]:
                continue
            after = list(lows[at + 2 : at + 3])
            if after and before in {"no", "not"} and after[0] in _ONCE:
                yield low not in _ABOVE, _ONCE[after[0]]
        if after and (after[0][:1].isdigit() or after[0] in _ONCE) and before not in {"no", "not"}:
            yield low in _ABOVE, _ONCE.get(after[0], after[0])


def _turns(sentence: Sentence, at: int, claim: Claim, *, better: bool) -> bool:
    """Whether a word turns what is said into its opposite."""
    words = sentence.words
    if at >= len(words) or words[at].low not in _TURNING or sentence.taken[at]:
        return False
    low = words[at].low
    before = words[at - 1].low if at else ""
    if low == "longer":
        behind = words[at + 1].low if at + 1 < len(words) else ""
        if better and any(claim.outcome in m.concepts and 0 <= m.first - at <= 3 for m in sentence.mentions):
            better = False  # "no longer have remission"
        return before == "no" and not better and behind not in {"than", "to"}
    if before == "to" and at > 1 and words[at - 2].low in _FOUND:
        return True
    if before in _NO_VERB or not _UNSAID.isdisjoint(word.low for word in words[max(0, at - 3) : at]):
        return False
    return not (low in {"fail", "fails", "failed"} and words[at + 1 : at + 2] and words[at + 1].low != "to")


def _is_of(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether a verb is that of the clause a share stands in, and not of a relative clause in it."""
    words = sentence.words
    begin, end = sentence.position(figure.full_start), sentence.position(figure.full_end)
    between = range(at + 1, begin) if at < begin else range(end, at)
    if any(words[i].low in _BREAKS and not sentence.taken[i] and not _is_list(sentence, i) for i in between):
        return False
    return english.RELATIVE.isdisjoint(word.low for word in words[max(0, at - 2) : at])


def _is_list(sentence: Sentence, at: int) -> bool:
    """Whether "and" only joins two names: "people with A and B"."""
    if sentence.words[at].low not in {"and", "or"} or not at or at + 1 >= len(sentence.words):
        return False
    return sentence.taken[at - 1] and sentence.taken[at + 1]


def _names(sentence: Sentence, clause: tuple[int, int], given: frozenset[str]) -> bool:
    """Whether a clause itself names what was given."""
    return any(not given.isdisjoint(mention.concepts) for mention in sentence.within(*clause))


def is_off(index: ClaimsIndex, sentence: Sentence, clause: tuple[int, int], claim: Claim) -> bool:
    """Whether the claim's treatment is what people are told to be off."""
    words, off = sentence.words, False
    given = index.given(claim)
    for mention in sentence.within(*clause) if _names(sentence, clause, given) else sentence.within(0, clause[1]):
        if given.isdisjoint(mention.concepts):
            continue
        at = mention.first - 1
        while at > 1 and words[at].low in {"a", "an", "the", "their"}:
            at -= 1
        if at < 0 or words[at].low != "off":
            return False  # "30% on A, and 3% off A"
        before = words[at - 1].low if at else ""
        off = before not in _LEAVING and before not in english.DENIAL
    return off
