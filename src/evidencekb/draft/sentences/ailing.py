"""Whether people whom no concept covers are said to have a complaint that none covers: "sores trouble 8% of wearers".

Such a share is a medical figure all the same, and so is one of injuries; a share of shoppers or pages is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.sentences.sentence import Sentence

_COMPLAINTS: Final = english.listed(
    "sore sores pain pains ache aches aching rash rashes itch itching itchiness swelling swellings bruise bruises "
    "bruising blister blisters bleeding bleeds nosebleed nosebleeds wound wounds ulcer ulcers infection "
    "infections inflammation fever fevers cough coughing cramp cramps dizziness fainting nausea vomiting "
    "tiredness fatigue exhaustion numbness tingling stiffness weakness breathlessness injury injuries fracture "
    "fractures irritation symptom symptoms complication complications disease diseases illness illnesses disorder "
    "disorders sickness spasm spasms tremor tremors palpitations discomfort chafing scars burns sunburn lesion "
    "lesions parasite parasites virus viruses bacteria worms tumor tumors tumour tumours cancer cancers"
)
_HARMING: Final = english.listed(
    "block blocks blocked clog clogs clogged plug plugs plugged cloud clouds clouded swell swells swelled numb numbs "
    "numbed scar scars scarred inflame inflames inflamed stiffen stiffens stiffened weaken weakens weakened damage "
    "damages damaged irritate irritates irritated redden reddens reddened harm harms harmed hurt hurts infect infects "
    "infected crack cracks cracked blur blurs blurred dull dulls dulled destroy destroys destroyed obstruct obstructs "
    "obstructed disfigure disfigures disfigured narrow narrows narrowed deform deforms deformed erode erodes eroded "
    "affect affects affected afflict afflicts afflicted plague plagues plagued attack attacks attacked ruin ruins"
)
BODY: Final = effect_words.BODY | english.listed(
    "ear ears eye eyes nose noses throat throats mouth mouths tooth teeth gum gums lip lips tongue tongues neck back "
    "backs shoulder shoulders arm arms elbow elbows wrist wrists hand hands finger fingers fingertips hip hips leg "
    "legs knee knees ankle ankles foot feet toe toes toenails fingernails joint joints spine spines face faces scalp "
    "scalps heart hearts lung brain brains stomach stomachs bowel bowels gut guts bladder bladders vein veins artery "
    "arteries airway airways nerve nerves eardrum eardrums eyesight sight hearing vision sinuses"
)
_DWELLERS: Final = english.listed("residents inmates clients pupils recruits migrants immigrants passengers pilgrims")
_ACHES: Final = ("ache", "aches")
_PATIENTS: Final = english.TAKERS | {"patient", "patients"}
_ACTORS: Final = ("ers", "ors", "ists", "ees", "ians", "women", "men", "children", "girls", "boys", "students")
_NO_ACTORS: Final = english.listed(
    "papers numbers letters answers computers posters orders offers covers layers rivers towers flowers powers tumors "
    "errors factors sensors motors colors floors doors sectors quarters others matters centers meters liters fibers "
    "containers chapters folders trailers burgers dinners summers winters filters headers trees fees employers "
    "printers counters mirrors corners borders fingers shoulders livers cancers ulcers disorders fevers boosters "
    "stickers printers trackers degrees committees knees bees manufacturers"
)
"""Words that end like those for people and are of things."""


_IN: Final = frozenset({"in", "among", "of", "to"})
_NEAR: Final = 4


def is_actor(low: str) -> bool:
    """Whether a word looks like one for people by what they do or are."""
    return (low.endswith(_ACTORS) and low not in _NO_ACTORS) or low in _DWELLERS


def is_complaint(low: str) -> bool:
    """Whether a word names a complaint, no concept or one."""
    return low in _COMPLAINTS or low.endswith(_ACHES)


def ails(sentence: Sentence, span: tuple[int, int], said: Sequence[int]) -> bool:
    """Whether the phrase at `span` is of complaints, or of people of whom the words at the positions `said` tell one.

    What is caused in those who take something need be none that is known: "A caused B in 12% of users".
    """
    words = sentence.words
    group = range(*span)
    last = next((i for i in group if words[i].low in english.PEOPLE or is_actor(words[i].low)), None)
    told = [words[i].low for i in (*said, *(group if last is None else range(last + 1, span[1])))]
    if not english.MINDING.isdisjoint(told):
        return False
    if any(is_complaint(words[i].low) and (i + 1 == span[1] or words[i + 1].low in _IN) for i in group):
        return True
    if last is None:
        return False
    caused = any(words[i].low in _PATIENTS for i in group) and any(words[i].low in effect_words.CAUSE for i in said)
    return caused or any(is_complaint(low) for low in told) or _is_harmed(told)


def _is_harmed(told: Sequence[str]) -> bool:
    """Whether a part of people's bodies comes to harm: "wax blocks the ears of 6% of residents"."""
    return any(low in _HARMING and not BODY.isdisjoint(told[i + 1 : i + _NEAR]) for i, low in enumerate(told))
