"""Bare numbers that are asserted all the same: cut-offs of a measure that has no unit, such as a score."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences import figure_clauses
from evidencekb.model.quantity import LOWER, UPPER, Bound, Kind
from evidencekb.text import moving
from evidencekb.text.families import LIGHT
from evidencekb.text.units import dimension

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure, Quantity
    from evidencekb.text.words import Word

_BRIDGE: Final = (
    english.AUXILIARY
    | frozenset(
        {
            "of",
            "area",
            "at",
            "or",
            "below",
            "above",
            "under",
            "over",
            "less",
            "more",
            "than",
            "lower",
            "higher",
            "<",
            ">",
            "≤",
            "≥",
            "=",
            "to",
            "the",
            "a",
            "reaches",
            "reach",
            "falls",
            "drops",
            "rises",
            "exceeds",
            "exceed",
            "value",
            "values",
            "least",
            "most",
            "equal",
            "up",
            "no",
            "not",
            "about",
            "from",
            "starts",
            "begins",
            "lies",
            "greater",
            "−",
            "beyond",
            "set",
            ":",
            "cut",
            "off",
            "cutoff",
            "threshold",
        }
    )
    | english.listed(
        "reached reaching fallen fell falling dropped dropping drop fall sunk sinks sink sank sinking declined "
        "declines decline gone goes go going went come comes came coming slipped slips slip dipped dips dip rise "
        "risen rose rising climbed climbs climb climbing hit hits hitting touched touches passed passes pass crossed "
        "crosses cross crossing lie lay sits sit sat stands stand stood stays stay stayed remains remain remained "
        "measures measure measured reads read turns turn out in at down up under over as low high far already now "
        "once still found recorded scored is was be been got gets get worsened worsens slid slides slide into past "
        "that which score scores scoring total rating result "
    )
)
_CUTTING: Final = frozenset(
    {"cut", "cutoff", "cutoffs", "threshold", "thresholds", "means", "mean", "meaning", "definition", "defined",
     "define", "defines", "called", "counts", "count", "diagnosed", "diagnosis", "diagnostic", "criterion", "begins",
     "starts", "indicates", "indicate", "signals", "points", "suggests", "shows", "limit"}
)  # fmt: skip
_PARTICULAR: Final = effect_words.SURVEYING | effect_words.UNDERTAKINGS | frozenset(
    {"her", "his", "my", "she", "he", "average", "median", "included", "eligible", "participants", "baseline", "mine",
     "your", "our"}
)  # fmt: skip
"""Words by which a number is somebody's, or a sample's, and no cut-off."""
_OF_ANYONE: Final = frozenset({"her", "his", "she", "he"})
_SUPPOSED: Final = frozenset({"once", "when", "whenever", "if"})
_CAME: Final = english.listed(
    "fell dropped rose climbed declined sank decreased increased went settled stabilised stabilized ended averaged "
    "plunged jumped shrank lowered cut brought reduced raised pushed"
)
"""Verbs of the past with which a value is what came of something."""
_SIGNS: Final = english.listed(
    "points point suggests suggest indicates indicate signals signal signifies signify hints hint means mean betrays "
    "betray betokens reveals reveal denotes denote implies imply warns warn speaks marks flags suspicious suspect"
)
"""Verbs by which a value is a sign of something."""
_SETTING: Final = _CUTTING | english.listed(
    "once when whenever if until unless from whose has have soon should must may can considered offered advised"
) - {"from", "mean", "shows"}
_SCORES: Final = english.listed("score scores scored scoring total totals rating ratings result results value values")
_ON: Final = english.listed("on in for of by the a an points point")
_LIMITS: Final = english.listed("below above under over at less more lower higher between up no not beyond")
_SCALE_OF_ITSELF: Final = "pH"
_LEAST_POWER: Final = 3
"""Noughts of the least power of ten that tables leave to their heads."""
_REACH: Final = 7
_LED: Final = 3
"""Words from "once" to the measure that reaches a value, at most."""
_ASIDE: Final = 16
_NARROWING: Final = 6
"""Words of an aside on a measure, and of what narrows it, at most."""

_THE: Final = frozenset({"the", "their", "his", "her", "your", "its"})


def is_result(sentence: Sentence, figure: Figure) -> bool:
    """Whether a value is what a measure came to, and no cut-off: "on A, the score fell to 12"."""
    if sentence.lows.isdisjoint(_CAME) or not sentence.lows.isdisjoint(_SETTING):
        return False
    at = sentence.position(figure.full_start)
    words = sentence.words
    to = next((i for i in range(at - 1, max(0, at - 3), -1) if words[i].low in {"to", "at"}), 0)
    return bool(to) and any(words[i].low in _CAME for i in range(max(0, to - 5), to))


def is_found(index: ClaimsIndex, sentence: Sentence, figure: Figure) -> bool:
    """Whether a value is told as one that a share of people have: "12 was found in 30%", "in 30%, A was 12".

    A bound is not, where the sentence names what lies beyond it.
    """
    if len(sentence.figures) < 2:
        return False
    if figure.quantity.bound is not Bound.EXACT:
        named = index.above(frozenset(c for m in sentence.mentions for c in m.concepts))
        if any(not named.isdisjoint(index.meanings(c)) for c in named):
            return False
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    shares = [sentence.position(f.start) for f in sentence.figures if f.quantity.kind is Kind.PROPORTION]
    if at and words[at - 1].low in {"was", "were"}:
        return any(share < at and "in" in {w.low for w in words[max(0, share - 2) : share]} for share in shares)
    return any(figure_clauses.is_found_in(sentence, after, share) for share in shares)


def points_to(index: ClaimsIndex, sentence: Sentence, figure: Figure) -> bool:
    """Whether a bound is said to be a sign of something, where names of the claims, or parts of them, stand."""
    after = sentence.position(figure.full_end)
    words = sentence.words
    for i in range(after, min(len(words), after + _REACH)):
        if words[i].low in {",", ";", "."}:
            return False
        if words[i].low in _SIGNS:
            if any(sentence.types(m) != {"population"} for m in sentence.mentions):
                return True
            return len({word.kin for word in words} & index.lexicon.modifiers - LIGHT) > 1
    return False


def _is_particular(sentence: Sentence) -> bool:
    """Whether numbers are somebody's, or a sample's; not so of a case that is supposed: "once her A is 12"."""
    found = sentence.lows & _PARTICULAR
    return bool(found) and (
        not found <= _OF_ANYONE or sentence.lows.isdisjoint(_SUPPOSED) or not sentence.lows.isdisjoint({"was", "had"})
    )


def bare(index: ClaimsIndex, sentence: Sentence) -> Sequence[Figure]:
    """The figures without a unit that state a cut-off of a measure whose claims have no unit either."""
    if not index.scales or not sentence.figures:
        return ()
    spots = [m for m in sentence.mentions if not index.scales.isdisjoint(m.concepts)]
    if not spots or _is_particular(sentence):
        return ()
    named = frozenset(c for m in sentence.mentions for c in m.concepts)
    found = []
    for figure in sentence.figures:
        quantity = figure.quantity
        if quantity.kind is not Kind.COUNT or quantity.unit or quantity.value is None or quantity.numerator is not None:
            continue
        at = sentence.position(figure.start)
        spot = next((m for m in reversed(spots) if 0 <= at - m.last <= _REACH), None)
        bridge: Sequence[Word] = ()
        if spot is not None:
            bridge = sentence.words[_told_more(sentence.words, spot.last, at) : at]
        if spot is None and (spot := _scored_on(sentence, figure, spots)) is None:
            continue
        if spot.first and sentence.words[spot.first - 1].low in {"mean", "typical", "usual"}:
            continue
        if any(w.low not in _BRIDGE for w in bridge):
            continue
        wanted = frozenset().union(*(index.meanings(c) for c in spot.concepts))
        cutting = not sentence.lows.isdisjoint(_CUTTING) or _is_a_claims(index, spot, figure)
        supposed = any(w.low in _SUPPOSED for w in sentence.words[max(0, spot.first - _LED) : spot.first])
        if cutting or ((supposed or quantity.bound is not Bound.EXACT) and not named.isdisjoint(wanted)):
            found.append(figure)
    return found


def _is_a_claims(index: ClaimsIndex, measured: Mention, figure: Figure) -> bool:
    """Whether a number with its bound is the very cut-off of a measure that a claim states."""
    said = figure.quantity
    if said.bound is Bound.EXACT:
        return False
    held = (c.figure for name in measured.concepts for c in index.by_key.get(name, ()) if c.kind == "threshold")
    return any(each is not None and (each.value, each.bound) == (said.value, said.bound) for each in held)


def _scored_on(sentence: Sentence, figure: Figure, spots: Sequence[Mention]) -> Mention | None:
    """The measure on which a number is a score: "a score of 15 or higher on A", "scoring at least 15 on A"."""
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    if _SCORES.isdisjoint(word.low for word in words[max(0, at - 3) : at]):
        return None
    return next(
        (m for m in spots if 0 < m.first - after <= 3 and all(w.low in _ON for w in words[after : m.first])), None
    )


def in_percent(index: ClaimsIndex, sentence: Sentence, figure: Figure) -> bool:
    """Whether a percentage is a cut-off of a measure whose cut-offs are in percent, and no share of people.

    It is where it is a bound, or where words say that something is done or meant there: "once A reaches 3%".
    """
    measured = index.in_percent
    if not measured or _is_particular(sentence):
        return False
    if figure.quantity.bound is Bound.EXACT:
        return _is_set(index, sentence, figure, measured)
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    words = sentence.words
    if after < len(words) and words[after].low in english.OF:
        start = after + 1 + (words[min(after + 1, len(words) - 1)].low in _THE)
        of = next((m for m in sentence.mentions if m.first == start and words[after].low == "of"), None)
        return of is not None and not measured.isdisjoint(of.concepts)  # "more than 10% of the skin is affected"
    spot = next((m for m in reversed(sentence.mentions) if m.last <= at and not measured.isdisjoint(m.concepts)), None)
    if spot is None:
        return False
    start = _told_more(words, spot.last, at)
    return at - start <= _REACH and all(w.low in _BRIDGE for w in words[start:at])


def _told_more(words: Sequence[Word], start: int, end: int) -> int:
    """Where the words end that tell more of a measure named before them: "of the drug", ", the part that is A,"."""
    if start >= end:
        return start
    closing = {",": ",", "(": ")"}.get(words[start].low)
    if closing is not None:
        found = (i + 1 for i in range(start + 1, min(end, start + _ASIDE)) if words[i].low == closing)
        return next(found, start)
    if words[start].low not in {"of", "with", "for", "in"}:
        return start
    at = start + 1
    while at < min(end, start + _NARROWING) and words[at].low not in english.FINITE and words[at].raw.isalpha():
        if words[at].low in _LIMITS:
            break
        at += 1
    return at


def _is_set(index: ClaimsIndex, sentence: Sentence, figure: Figure, measured: frozenset[str]) -> bool:
    """Whether a bare percentage is told as a cut-off: what is done or meant there is named, and "once" or the like."""
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    spot = next((m for m in reversed(sentence.mentions) if 0 <= at - m.last <= _REACH), None)
    if spot is not None and not measured.isdisjoint(spot.concepts):
        if any(w.low not in _BRIDGE for w in words[spot.last : at]):
            return False
    else:
        spot = next((m for m in sentence.mentions if 0 <= m.first - after <= 1), None)
        if spot is None or measured.isdisjoint(spot.concepts):
            return False
    wanted = frozenset().union(*(index.meanings(c) for c in spot.concepts))
    own = frozenset().union(*(index.name_words(name) for name in wanted))
    if not any(wanted & index.up(c) for m in sentence.mentions if m is not spot for c in m.concepts) and not any(
        word.stem in own for i, word in enumerate(words) if not spot.first <= i < spot.last
    ):
        return False
    if not sentence.lows.isdisjoint(_CUT_OFFS) or _is_cut_off(words):
        return True
    start = min(at, spot.first)
    begin = max((i + 1 for i in range(max(0, start - 5), start) if words[i].low == ","), default=max(0, start - 5))
    before = {word.low for word in words[begin:start]}
    following = {word.low for word in words[after : after + 3]}
    if not following.isdisjoint(_FOLLOWING):
        return True
    return not (sentence.lows.isdisjoint(_CALLING) or before.isdisjoint(_WHEN))


def _is_cut_off(words: Sequence[Word]) -> bool:
    """Whether "cut-off" is said, as two words."""
    return any(one.low == "cut" and other.low == "off" for one, other in zip(words, words[2:], strict=False)) or any(
        one.low == "cut" and other.low == "off" for one, other in pairwise(words)
    )


def is_opposed(sentence: Sentence, figure: Figure, claim: Claim) -> bool:
    """Whether a value is told as one to which a measure goes from the side where the cut-off's bound lies."""
    words = sentence.words
    bound = claim.figure.bound if claim.figure is not None else Bound.EXACT
    at = sentence.position(figure.full_start)
    if figure.quantity.bound is not Bound.EXACT or not sentence.lows.isdisjoint(_ENDING):
        return False
    to = next((i for i in range(at - 1, max(0, at - 3), -1) if words[i].low in {"to", "at"}), 0)
    way = next((w for i in range(to - 1, max(0, to - 3), -1) if (w := moving.VERBS.get(words[i].low, ""))), "")
    return bool(to) and ((way == moving.DOWN and bound in LOWER) or (way == moving.UP and bound in UPPER))


_CUT_OFFS: Final = frozenset({"cutoff", "cutoffs", "threshold", "thresholds", "criterion", "cut-off", "cut-offs"})
_CALLING: Final = english.listed(
    "offered offer offers advised advise recommended recommend considered consider prescribed prescribe started start "
    "starts starting begun begin begins beginning initiated indicated warranted warrants justified justifies should "
    "must due worth qualify qualifies eligible calls called merits means mean meaning defined diagnosed counts counted "
    "signals withheld stopped stop stops withdrawn paused used needed required treat treated prompts triggers "
    "comes come kick kicks sets set offering prescribing giving warrant prompt call justify"
)
_FOLLOWING: Final = english.listed(
    "calls call warrants warrant prompts prompt justifies justify means mean merits signals triggers defines indicates"
)
"""Verbs by which a value says what is done or meant."""
_WHEN: Final = english.listed(
    "once when whenever if unless from at with where whose soon after until starting beginning means diagnosed defined"
)
_ENDING: Final = english.listed("until till stop stopped stops end ended ends again back no not never longer withdrawn")


def counts_alike(quantity: Quantity, held: Quantity) -> bool:
    """Whether one of two numbers counts things in a volume and the other leaves the volume out, as in "a count of 200".

    So may the name of a scale be left out that has no unit: "pH 5.5", and a measure of pH that is below 5.5.
    Where one is a thousand times the other, or another such power of ten, the power is left out: "150" of
    "150 × 10⁹/L" is held against none.
    """
    if {quantity.unit, held.unit} == {"", _SCALE_OF_ITSELF}:
        return True
    measured = {dimension(quantity.unit) if quantity.unit else "", dimension(held.unit) if held.unit else ""}
    if measured != {"", "count-per-volume"} or {quantity.kind, held.kind} != {Kind.COUNT, Kind.MEASURE}:
        return False
    one, other = quantity.value or quantity.low, held.value or held.low
    if not one or not other or one == other:
        return True
    ratio = (one / other).normalize()
    return ratio.as_tuple().digits != (1,) or abs(ratio.adjusted()) < _LEAST_POWER
