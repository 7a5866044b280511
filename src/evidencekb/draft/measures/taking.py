"""Whether a mass of a substance is told as a dose or a need, or as what something holds, loses or keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences import phrases
from evidencekb.text.units import dimension

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.measures.surroundings import Around
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure, Quantity

_HOLDING: Final = english.listed(
    "contain contains contained containing hold holds holding provide provides provided providing supply supplies "
    "supplied supplying deliver delivers yield yields comprise comprises lose loses lost losing loss losses store "
    "stores stored storing stock stocks absorb absorbs absorbed absorbing excrete excretes excreted excreting secrete "
    "secretes secreted content contents leak leaks bleed bleeds accumulate accumulates circulates circulate recycles "
    "recycled recycle rich fortified enriched"
)
_MEALS: Final = english.listed(
    "serving servings portion portions helping helpings glass glasses cup cups slice slices bowl bowls spoonful "
    "teaspoon tablespoon handful ounce ounces plate can cans mug food foods meal meals"
)
_HAVING: Final = english.listed("has have had having")
_NOT_YET: Final = english.listed("been being averaged about is")
_REACH: Final = 14
"""Words between a number and its verb, at most."""
_WANTING: Final = english.listed(
    "should must need needs needed require requires required requirement requirements recommend recommends recommended "
    "recommendation recommendations ought advise advises advised suggest suggests suggested aim aims target targets "
    "limit limits limited maximum exceed exceeds exceeding cap ceiling minimum allowance intake demand demands rda "
    "adequate enough sufficient suffice suffices keep stay restrict upper safe tolerable advice guideline guidelines "
    "set sets calls goal goals"
)
"""Words by which an amount is what ought to be taken."""
_GIVING: Final = english.listed(
    "take takes taken taking took give gives given giving gave get gets getting got receive receives received "
    "receiving prescribe prescribes prescribed start starts started starting begin begins begun began initial "
    "initially "
    "dose doses dosage dosages dosing dosed administer administers administered use uses used using treat treats "
    "treated treating treatment therapy supplement supplements supplementation supplemented swallow swallows swallowed "
    "put puts regimen regime course tablet tablets pill pills capsule capsules eat eats eaten eating ate consume "
    "consumes consumed consuming titrate titrated increase increased raise raised double doubled "
    "pour pours poured pouring apply applies applied applying rub rubs rubbed stir stirs stirred "
    "dissolve dissolves dissolved dilute dilutes diluted inject injects injected injecting injection infuse infuses "
    "infused infusing infusion inhale inhales inhaled inhaling instil instils instilled implanted"
)
_ACTUAL: Final = english.listed(
    "average mean median typical typically actual actually usual usually currently habitual"
)
_NORMS: Final = frozenset({"requirement", "target", "limit"})
_PEOPLE: Final = frozenset({"population", "condition"})
_BODY: Final = english.listed("body bodies blood stores milk sweat urine stool")


def is_held(figure: Figure, quantity: Quantity, sentence: Sentence, around: Around) -> bool:
    """Whether a mass is what a food or a tablet holds, or what a body keeps or loses."""
    if not dimension(quantity.unit).startswith("mass") or not around.near.isdisjoint(_WANTING):
        return False
    words = sentence.words
    at = sentence.position(figure.full_start)
    for i in range(at - 1, max(-1, at - _REACH), -1):
        low = words[i].low
        if low in _HOLDING or (low in _HAVING and "/" not in quantity.unit):
            return True
        if low in {";", ".", "?", "!"} or (low not in _NOT_YET and phrases.is_verb(sentence, i)):
            break
    return bool(around.near & (_HOLDING | _MEALS))


def is_given(index: ClaimsIndex, claim: Claim, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether the claim's own number, told of what something holds, may be the dose: of a tablet, of a salt."""
    drugs = [m for m in sentence.mentions if "intervention" in sentence.types(m)]
    if "/" in quantity.unit and any(claim.substance in m.concepts for m in drugs):
        return True
    if not sentence.lows.isdisjoint(_GIVING):
        return True
    concepts = index.kb.concepts
    named = [name for m in sentence.mentions for name in m.concepts if name in concepts]
    parts = concepts[claim.substance].contains if claim.substance in concepts else {}
    return any(claim.substance in concepts[name].contains or name in parts for name in named)


def is_measure(figure: Figure, sentence: Sentence) -> bool:
    """Whether a mass only says how much of something else is meant: "per 100 g", "a 3-ounce serving"."""
    if dimension(figure.quantity.unit) != "mass":
        return False
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.end)
    if at and words[at - 1].low in {"per", "every", "each"}:
        return True
    return after < len(words) and words[after].low in _MEALS


def is_told(claim: Claim, quantity: Quantity, sentence: Sentence, around: Around) -> bool:
    """Whether a sentence tells an amount as the claim does, so that another number is a wrong one."""
    lows = sentence.lows
    if "intake" in lows and lows & _WANTING == {"intake"} and lows & _ACTUAL:
        return False  # what people do eat
    if not lows.isdisjoint(_WANTING) or (around.needed and claim.purpose == "requirement"):
        return True
    giving = not lows.isdisjoint(_GIVING)
    if claim.purpose == "limit" and giving:
        return True
    if claim.purpose in _NORMS:
        return not giving and "/" in quantity.unit and around.near.isdisjoint(_BODY)
    return giving or "/" in quantity.unit


def fits(index: ClaimsIndex, claim: Claim, sentence: Sentence, around: Around) -> bool:
    """Whether the people whom a sentence names can be those of a claim."""
    wanted = frozenset(claim.population)
    if not wanted or wanted & around.everywhere():
        return True
    concepts = index.kb.concepts
    wide = wanted | frozenset().union(*(index.up(w) for w in wanted))
    for mention in sentence.mentions:
        for name in mention.concepts:
            if name not in concepts or concepts[name].type not in _PEOPLE or name in index.universal | around.elsewhere:
                continue
            if name not in wide and not wanted & index.up(name):
                return False
    return True
