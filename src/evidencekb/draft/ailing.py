"""Whether people whom no concept covers are said to have a complaint that none covers: "sores trouble 8% of wearers".

Such a share is a medical figure all the same; a share of shoppers, guards or pages is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.sentence import Sentence

_COMPLAINTS: Final = english.listed(
    "sore sores pain pains ache aches aching rash rashes itch itching itchiness swelling swellings bruise bruises "
    "bruising blister blisters bleeding bleeds nosebleed nosebleeds wound wounds ulcer ulcers infection "
    "infections inflammation fever fevers cough coughing cramp cramps dizziness fainting nausea vomiting "
    "tiredness fatigue exhaustion numbness tingling stiffness weakness breathlessness injury injuries fracture "
    "fractures irritation symptom symptoms complication complications disease diseases illness illnesses disorder "
    "disorders sickness spasm spasms tremor tremors palpitations discomfort chafing scars burns sunburn lesion "
    "lesions"
)
_ACHES: Final = ("ache", "aches")
_ACTORS: Final = ("ers", "ors", "ists", "ees", "ians", "women", "men", "children", "girls", "boys", "students")
_NO_ACTORS: Final = english.listed(
    "papers numbers letters answers computers posters orders offers covers layers rivers towers flowers powers tumors "
    "errors factors sensors motors colors floors doors sectors quarters others matters centers meters liters fibers "
    "containers chapters folders trailers burgers dinners summers winters filters headers trees fees employers "
    "printers counters mirrors corners borders fingers shoulders livers cancers ulcers disorders fevers boosters "
    "stickers printers trackers degrees committees knees bees manufacturers"
)
"""Words that end like those for people and are of things."""


def is_actor(low: str) -> bool:
    """Whether a word looks like one for people by what they do or are."""
    return low.endswith(_ACTORS) and low not in _NO_ACTORS


def ails(sentence: Sentence, span: tuple[int, int], said: Sequence[int]) -> bool:
    """Whether the phrase at `span` is of people and the words at the positions `said` tell a complaint."""
    words = sentence.words
    people = any(word.low in english.PEOPLE or is_actor(word.low) for word in words[span[0] : span[1]])
    told = [words[i].low for i in said]
    return (
        people and any(low in _COMPLAINTS or low.endswith(_ACHES) for low in told) and english.MINDING.isdisjoint(told)
    )
