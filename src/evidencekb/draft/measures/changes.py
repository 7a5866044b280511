"""Figures by which something changed ("lowered A by 18"), and what is no matter of a claim: the weight of a thing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.model.quantity import RATIOS, Kind
from evidencekb.text import moving
from evidencekb.text import words as split
from evidencekb.text.agreement import Agreement
from evidencekb.text.units import dimension

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure, Quantity

_PLAIN: Final = frozenset({Kind.PROPORTION, Kind.MEASURE, Kind.POINTS})
_IDLE: Final = english.listed(
    "about around roughly some nearly almost an a as much many another further only just full"
)
_WEIGHING: Final = english.listed("weigh weighs weighed weighing")
_HOLDING: Final = english.listed("hold holds held holding contains contain fits takes")
_DOSES: Final = english.listed("tablet tablets pill pills capsule capsules dose doses sachet sachets lozenge lozenges")
_VESSELS: Final = english.listed(
    "tank tanks bottle bottles chamber chambers reservoir reservoirs jar jars bag bags cup cups container containers "
    "tub tubs tube tubes canister canisters cylinder cylinders box boxes"
)
_PERSONS: Final = english.PEOPLE | english.PEOPLE_NAMED | english.listed(
    "he she they who we you i baby man woman child boy girl users wearers"
)  # fmt: skip
_SOONER: Final = english.listed("sooner earlier faster quicker longer shorter")
_OPENING: Final = 2
_BEHIND: Final = 4
"""Words before the treatment that a sentence begins with, and between "sooner" and the other one, at most."""
_COMPARED: Final = english.listed("more less than lighter heavier fewer")


def is_cut_off(claim: Claim) -> bool:
    """Whether a claim's cut-off is itself one of a change: "a rise in A of at least 12 means B"."""
    if claim.kind != "threshold":
        return False
    lows = [word.low for word in split.split(claim.statement)]
    return any(low in moving.NOUNS and after in {"in", "of"} for low, after in pairwise(lows))


def is_change(sentence: Sentence, figure: Figure, clause: tuple[int, int]) -> bool:
    """Whether a figure is what something went up or down by: "cut A by 18", "a fall of 18", "18 lower", "18 less".

    Such a figure is no dose and no cut-off.
    """
    words = sentence.words
    low, high = clause
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    if after < high and not sentence.taken[after]:
        following = words[after].low
        if following in moving.NOUNS or (following in moving.COMPARATIVES and following not in {"more", "less"}):
            return True
    i = at - 1
    while i >= low and words[i].low in _IDLE:
        i -= 1
    if i <= low:
        return False
    if words[i].low == "by":
        return any(_moves(words[j].low) and not sentence.taken[j] for j in range(low, i))
    if words[i].low == "of":
        return any(
            words[j].low in moving.NOUNS and not sentence.taken[j] and words[j + 1].low != "off"
            for j in range(max(low, i - 8), i)
        )
    return False


def is_change_of(sentence: Sentence, figure: Figure) -> bool:
    """Whether a time is by how much a measure or an outcome that is named right before went up or down.

    "A prolonged B by 28 minutes", "A took 12 minutes off B"; not "B rose within 28 minutes".
    """
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    if after < len(words) and words[after].low in {"off", "from"}:
        named = [m for m in sentence.mentions if after < m.first <= after + 2]
    elif at and words[at - 1].low == "by":
        named = [m for m in sentence.mentions if at - 6 <= m.last < at]
        if not any(_moves(words[i].low) and not sentence.taken[i] for i in range(max(0, at - 12), at)):
            return False
    else:
        return False
    return any(sentence.types(m) & {"measure", "outcome"} for m in named)


def is_hastened(index: ClaimsIndex, sentence: Sentence, figure: Figure) -> bool:
    """Whether a time is by how much people did something sooner on a treatment of which the claims tell no such thing.

    The treatment begins the sentence, or is the other one behind "than".
    """
    words = sentence.words
    after = sentence.position(figure.full_end)
    if after >= len(words) or words[after].low not in _SOONER:
        return False
    treated = [m for m in sentence.mentions if "intervention" in sentence.types(m)]
    opens = words[0].low in {"after", "with", "on", "following"}
    than = after + 1 < len(words) and words[after + 1].low == "than"
    if not any((opens and m.first <= _OPENING) or (than and 0 < m.first - after <= _BEHIND) for m in treated):
        return False
    claims = (claim for m in treated for name in m.concepts for claim in index.by_key.get(name, ()))
    return not any(c.kind == "effect" and c.figure and dimension(c.figure.unit) == "time" for c in claims)


def _moves(low: str) -> bool:
    """Whether a word tells of more or less."""
    return (
        low in {"up", "down"}
        or low in moving.VERBS
        or low in moving.NOUNS
        or low in moving.COMPARATIVES
        or low in effect_words.ALTERING
        or low in effect_words.BETTER
        or low in effect_words.WORSE
    )


def in_other_terms(quantity: Quantity, claim: Claim) -> Agreement | None:
    """How a change compares with an effect that is told in another dimension: percent, points, a unit.

    None where the two are told in one dimension, or one of them is a ratio.
    """
    held = claim.figure
    if held is None or claim.kind != "effect" or quantity.kind is held.kind:
        return None
    if quantity.kind not in _PLAIN or held.kind not in _PLAIN:
        return None
    return Agreement.UNIT if same_number(quantity, held) else Agreement.KIND


def same_number(one: Quantity, other: Quantity) -> bool:
    """Whether two figures print one number; the verb may tell the sign."""
    if one.value is None or other.value is None:
        return one.value is other.value is None and (one.low, one.high) == (other.low, other.high)
    return abs(one.value) == abs(other.value)


def comes_near(quantity: Quantity, claim: Claim) -> bool:
    """Whether a multiple in words only comes near a claim's ratio: "three times" and an odds ratio of 3.08."""
    held = claim.figure
    return quantity.kind is Kind.FOLD and held is not None and held.kind in RATIOS and not same_number(quantity, held)


def is_of_a_thing(sentence: Sentence, figure: Figure, clause: tuple[int, int]) -> bool:
    """Whether an amount is what a thing weighs or holds, and not what somebody weighs, takes or loses."""
    low, high = clause
    if sentence.lows.isdisjoint(_WEIGHING | _HOLDING):
        return False
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    verb = next((i for i in range(at - 1, max(low, at - 4) - 1, -1) if words[i].low in _WEIGHING | _HOLDING), -1)
    if verb < 0 or any(sentence.taken[i] for i in range(verb, at)):
        return False
    before = {word.low for word in words[low:verb]}
    if before & (_PERSONS | _DOSES) or {word.low for word in words[after : min(high, after + 3)]} & _COMPARED:
        return False
    if any("population" in sentence.types(m) for m in sentence.within(low, verb)):
        return False
    if words[verb].low in _WEIGHING:
        return True
    return dimension(figure.quantity.unit) == "volume" and not before.isdisjoint(_VESSELS)
