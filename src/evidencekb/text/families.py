"""Families of words: forms that medical prose uses for one thing, whatever the part of speech or the register."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evidencekb.text.words import Word

_TABLE: Final = """
low: low subnormal abnormally-low
high: high elevated
lack: deficiency deficient lack lacking shortage depleted depletion insufficient insufficiency
excess: excess excessive overload
serum: serum blood plasma bloodstream
iv: intravenous intravenously IV infusion infused infuse drip
oral: oral orally mouth tablet pill capsule
kidney: kidney renal
heart: heart cardiac
liver: liver hepatic
lung: lung pulmonary
brain: brain cerebral
gut: gastrointestinal GI gut stomach bowel digestive gastric intestinal
skin: skin cutaneous
adverse: side adverse unwanted undesirable
effect: effect event reaction
drug: drug medicine medication medicinal
attack: attack episode
child: child children kid pediatric paediatric
woman: woman women female
man: man men male
infant: infant baby babies newborn
evening: evening
tooth: tooth teeth
foot: foot feet
teen: adolescent teenager teen
old: elderly older senior
pregnant: pregnant pregnancy gestation expectant
death: death mortality die died dying
loss: loss losing lose lost
recur: recur recurring recurred recurrence recurrent
absorb: absorb absorbing absorbed absorption
retain: retain retaining retained retention
survive: survive survived surviving survival survivor
depend: depend depending depended dependence dependent dependency
resist: resist resisting resisted resistance resistant
adhere: adhere adhering adhered adherence adherent
abstain: abstain abstaining abstained abstinence abstinent abstention
injure: injure injured injuring injury
admit: admit admitted admitting admission
withdraw: withdraw withdrew withdrawn withdrawing withdrawal
breath: breath breathe breathing breathed
deliver: deliver delivered delivering delivery
deteriorate: deteriorate deteriorating deteriorated deterioration
perceive: perceive perceived perceiving perception
grow: grow grows growing grew growth
recover: recover recovered recovering recovery restore restored restoring restoration regain regained regaining
partial: partial partially
premature: premature prematurely preterm
complete: complete completely
produce: produce produces produced producing production
lie: lie lies lying
remit: remit remitted remitting remission
disable: disable disabled disabling disability
anxious: anxious anxiety
epilepsy: epilepsy epileptic
incontinent: incontinent incontinence
impotent: impotent impotence
frail: frail frailty
hungry: hungry hunger
doctor: doctor physician clinician
symptom: symptom complaint
treatment: treatment therapy
severe: severe severity serious
night: night nighttime nocturnal nightly
injection: injection injected shot
inhaled: inhaled inhaler inhalation
surgery: surgery surgical operation
fat: fat fatty
muscle: muscle muscular
nerve: nerve neural
bone: bone skeletal
dose: dose dosage
"""
_FAMILY: Final = {
    stem(word): name
    for name, _, listed in (row.partition(":") for row in _TABLE.strip().split("\n"))
    for word in listed.split()
}
_SUFFIXES: Final = (
    *("edness", "iness", "ness", "nes", "eurs", "eur", "atics", "atic", "ical", "ics", "ic"),
    *("ivity", "ities", "ity", "iti", "ive", "iv"),
    *("ions", "ion", "iency", "ient", "ia", "ous", "ing", "ed", "al", "a", "y", "e"),
)
"""Endings of derivation, the longer first; taken off once from words that stay long enough."""
_ROOT: Final = 4
_LONG: Final = 8
_COMPARED: Final = 6
_DRUGS: Final = frozenset({"hypnotic", "narcotic", "antibiotic", "probiotic", "prebiotic"})
"""What does something rather than who has it."""


@lru_cache(maxsize=65536)
def family(stemmed: str) -> str:
    """The family of a stem: a name of the table, else the root without its ending of derivation."""
    named = _FAMILY.get(stemmed)
    if named is not None:
        return named
    if stemmed.isupper():
        return stemmed
    if len(stemmed) >= _LONG and stemmed.endswith(("otic", "itic")) and stemmed not in _DRUGS:
        return stemmed[:-3] + ("sis" if stemmed.endswith("otic") else "tis")  # "cirrhotic" is of "cirrhosis"
    root = stemmed
    for ending in _SUFFIXES:
        if stemmed.endswith(ending) and len(stemmed) - len(ending) >= _ROOT:
            root = stemmed[: -len(ending)]
            break
    return root[:-1] if len(root) > _ROOT and root[-1] in "eiy" else root


_NORMAL: Final = family(stem("normal"))


@lru_cache(maxsize=65536)
def positives(low: str) -> tuple[str, ...]:
    """The families that a word in -er may be the comparative of: "denser", "thicker"."""
    if not low.endswith("er") or len(low) < _COMPARED:
        return ()
    return tuple(family(stem(form)) for form in (low[:-1], low[:-2], low[:-3]))


def families(words: Sequence[Word]) -> list[str]:
    """The family of each word; "normal" behind "below" or "above" is of the low or the high."""
    found = [word.kin for word in words]
    for at, kin in enumerate(found if _NORMAL in found else ()):
        if kin == _NORMAL and words[at].low == "normal":
            before = {words[i].low for i in range(max(0, at - 2), at)}
            if before & {"below", "under"}:
                found[at] = "low"
            elif "above" in before:
                found[at] = "high"
    return found


def content(found: Iterable[str]) -> frozenset[str]:
    """The families that carry a name's meaning, joints and idle words left out."""
    return frozenset(name for name in found if name not in LIGHT and name[0].isalnum())


LIGHT: Final = frozenset(
    family(stem(word))
    for word in re.split(
        " ",
        "of in the a an by into through via with from to for is are was were be been has have had their his her its "
        "this that these your my our too very quite level levels concentration concentrations amount amounts given "
        "taken take takes taking took received receiving who which on at below under above range normal test tests s "
        "become becomes became got get gets going being remain remains stay stays also often only just "
        "people person persons patient patients lay ranged stood can could",
    )
) - {"low", "high", "normal"}
"""Words that may stand between the parts of a name without changing what is named."""
