"""Whether a figure tells how much more or less people did on a treatment that need be no concept.

"On A, patients slept 1.4 hours longer", "people taking A walked 30 m further", "women on A had 3 fewer headaches a
day". Guests, readers and runners are no patients, and nobody is treated with a day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences import ailing
from evidencekb.model.quantity import Kind

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

_DOING: Final = english.listed(
    "sleep sleeps slept sleeping asleep awake wake wakes woke walk walks walked walking live lives lived living "
    "survive survives survived breathe breathes breathed eat eats ate eaten drink drinks drank weigh weighs weighed "
    "exercise exercised exercises cycle cycles cycled cough coughs coughed coughing vomit vomits vomited bleed bleeds "
    "bled rest rests rested chew chews chewed urinate urinates urinated recover recovers recovered heal heals healed "
    "home hospital discharged grow grows grew stand stands stood climb climbs climbed concentrate concentrated move "
    "moves moved pee pees peed snore snores snored dream dreams dreamed toilet menstruate menstruated"
)
"""What people do with their bodies, more or less of it as they are well or ill."""
_COMPARED: Final = english.listed("longer shorter more less sooner earlier faster later further farther fewer heavier")
_PATIENTS: Final = english.listed(
    "patients participants sufferers volunteers recipients takers enrollees subjects inpatients outpatients"
)
_PEOPLE: Final = english.listed(
    "people those women men children adults users wearers infants babies girls boys mothers teenagers individuals"
)
_GIVEN: Final = english.listed("taking given receiving treated prescribed assigned randomized randomised injected")
_ON: Final = english.listed("on with under using after")
_OF_ONE: Final = english.listed("her his my she he i you your our we")
_EVERY: Final = frozenset({"a", "per", "each", "every", "an"})
_TIMES: Final = english.listed("hour day night week month year daily weekly monthly nightly yearly")
_FAR: Final = 4
_NEAR: Final = 3


def is_told(sentence: Sentence, figure: Figure, clause: tuple[int, int]) -> bool:
    """Whether people on a treatment are said to have done something by so much longer, more, sooner."""
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    if after >= len(words) or words[after].low not in _COMPARED:
        return False
    if not any(words[i].low in _DOING for i in range(max(clause[0], at - _FAR), at)):
        return False
    return _on_treatment(sentence)


def is_counted(sentence: Sentence, figure: Figure) -> bool:
    """Whether a bare number is how many fewer complaints people on a treatment had."""
    quantity, words = figure.quantity, sentence.words
    if quantity.kind is not Kind.COUNT or quantity.unit or quantity.value is None:
        return False
    after = sentence.position(figure.full_end)
    if after >= len(words) or words[after].low not in {"fewer", "more", "less", "extra"}:
        return False
    lows = [word.low for word in words[after + 1 : after + 2 + _NEAR]]
    end = next((i for i, low in enumerate(lows) if low in _EVERY), len(lows))
    rated = bool(_TIMES.intersection(word.low for word in words[after + 2 : after + 4 + _NEAR]))
    return rated and any(ailing.is_complaint(low) for low in lows[:end]) and _on_treatment(sentence)


def is_rate(sentence: Sentence, figure: Figure) -> bool:
    """Whether a bare number is one a day, a week: "by 2.1 a day"."""
    after = sentence.position(figure.full_end)
    behind = [word.low for word in sentence.words[after : after + 2]]
    if figure.quantity.kind is not Kind.COUNT or figure.quantity.unit or figure.quantity.value is None or not behind:
        return False
    return behind[0] in _TIMES or (behind[0] in _EVERY and not _TIMES.isdisjoint(behind[1:]))


def _on_treatment(sentence: Sentence) -> bool:
    """Whether a sentence is of patients on something, or of people on what is a treatment by name."""
    if not sentence.lows.isdisjoint(_OF_ONE):
        return False
    patients = not sentence.lows.isdisjoint(_PATIENTS)
    if not patients and sentence.lows.isdisjoint(_PEOPLE):
        return False
    if any(sentence.types(m) & {"intervention", "substance"} for m in sentence.mentions):
        return True
    return not sentence.lows.isdisjoint(_GIVEN) or (patients and not sentence.lows.isdisjoint(_ON))
