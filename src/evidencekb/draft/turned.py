"""Shares that fit a claim but for a verb that turns it: "lack A", "A spares 5%", "missed the target", "off B"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft import effect_words, english
from evidencekb.model.assertion import Verdict
from evidencekb.text import words as split

if TYPE_CHECKING:
    from evidencekb.draft.claims_index import ClaimsIndex
    from evidencekb.draft.match import Match
    from evidencekb.draft.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure

_TURNING: Final = english.listed(
    "lack lacks lacked lacking spare spares spared avoid avoids avoided escape escapes escaped evade evades evaded "
    "miss misses missed fail fails failed dodge dodges dodged longer"
)
CUES: Final = _TURNING | {"off"}
"""Words of which a sentence with such a verb holds one."""
_NO_VERB: Final = english.DETERMINERS | {"of", "by", "from", "through", "to", "for", "without"}
"""Words before a noun, or before what is avoided by something else."""
_UNSAID: Final = english.DENIAL | english.MODAL | {"be", "been", "being"}
"""Words before a verb that is denied, or only advised, or told of what is done to something."""
_BREAKS: Final = english.listed(", : ; ( ) and but or while whereas because if when \u2013 \u2014")
_BETTER: Final = frozenset({"better", "cure"})
_ENDING: Final = effect_words.CURE | english.listed(
    "remission remit recovery recover freedom abstinence abstinent abstain quit quitting stopped stopping end ended "
    "cessation resolution healing healed normalization"
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
    if claim is None:
        return found
    own = _own(index, claim)
    if "off" not in own and _is_off(index, sentence, clause, claim):
        return replace(found, verdict=Verdict.WRONG_INTERVENTION)
    better = not own.isdisjoint(_ENDING) or any(kind in _BETTER for kind, _ in index.senses(claim.outcome))
    turns = [
        i
        for i in range(*clause)
        if sentence.words[i].low not in own and _turns(sentence, i, better=better) and _is_of(sentence, figure, i)
    ]
    return replace(found, verdict=Verdict.WRONG_OUTCOME) if len(turns) % 2 else found


def _own(index: ClaimsIndex, claim: Claim) -> frozenset[str]:
    """The words of a claim's statement, wordings and outcome."""
    concept = index.kb.concepts.get(claim.outcome)
    names = (concept.label, *concept.synonyms) if concept is not None else ()
    return frozenset(word.low for text in (claim.statement, *claim.wordings, *names) for word in split.split(text))


def _turns(sentence: Sentence, at: int, *, better: bool) -> bool:
    """Whether a word turns what is said into its opposite."""
    words = sentence.words
    if at >= len(words) or words[at].low not in _TURNING or sentence.taken[at]:
        return False
    low = words[at].low
    before = words[at - 1].low if at else ""
    if low == "longer":
        behind = words[at + 1].low if at + 1 < len(words) else ""
        return before == "no" and not better and behind not in {"than", "to"}
    if before in _NO_VERB or not _UNSAID.isdisjoint(word.low for word in words[max(0, at - 3) : at]):
        return False
    return not (low in {"fail", "fails", "failed"} and words[at + 1 : at + 2] and words[at + 1].low != "to")


def _is_of(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether a verb is that of the clause a share stands in, and not of a relative clause in it."""
    words = sentence.words
    begin, end = sentence.position(figure.full_start), sentence.position(figure.full_end)
    between = range(at + 1, begin) if at < begin else range(end, at)
    if any(words[i].low in _BREAKS and not sentence.taken[i] for i in between):
        return False
    return english.RELATIVE.isdisjoint(word.low for word in words[max(0, at - 2) : at])


def _is_off(index: ClaimsIndex, sentence: Sentence, clause: tuple[int, int], claim: Claim) -> bool:
    """Whether the claim's treatment is what people are told to be off."""
    words = sentence.words
    for mention in sentence.within(*clause):
        at = mention.first - 1
        if at < 1 or words[at].low != "off" or not index.given(claim).intersection(mention.concepts):
            continue
        if words[at - 1].low not in _LEAVING and words[at - 1].low not in english.DENIAL:
            return True
    return False
