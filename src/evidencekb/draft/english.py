"""Words of general English that tell who is counted, what is said of them, and in which direction."""

from __future__ import annotations

from typing import Final


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


FINITE: Final = _set(
    "have has had are is was were be been do does did can could may might will would should must report reports "
    "reported show shows showed shown experience experiences experienced develop develops developed respond "
    "responds responded improve improves improved feel feels felt get gets got see sees saw suffer suffers "
    "suffered live lives lived lack lacks lacked notice noticed say said find finds found complain complained "
    "meet met reach reached achieve achieved lose lost need needs needed stop stopped occur occurs occurred "
    "affect affects affected appear appears appeared test tested carry carried benefit benefits benefited remain "
    "remained become became describe described exhibit exhibited present presents sleep slept relapse relapsed "
    "recover recovered led leads lead worsen worsened drop dropped fall fell rise rose gain gained discontinued "
    "quit quits seem seems tend tends turn turns turned go goes went come comes came walk die dies died return "
    "returned work works worked"
)
"""Verbs that end a noun phrase such as "patients with A and B"."""

HANGING: Final = _set(
    "having experiencing reporting showing developing responding improving suffering seeing getting feeling"
)
"""Forms that end a noun phrase where no verb follows: "with 70% of patients having it"."""
RELATIVE: Final = _set("who that which whose")
GENERIC: Final = _set(
    "patient patients people person persons those individual individuals participant participants subject "
    "subjects sufferer sufferers case cases them adults everyone anybody population respondents cohort volunteers"
)
"""Nouns that say nothing of who is meant; the words around do."""
EVERYONE: Final = _set("people person persons individuals population everyone everybody adults us americans")
ALL_PEOPLE: Final = frozenset({"general population", "general public", "everyone", "population at large"})
"""Names of the population of everyone."""
OPENING: Final = _set("in of among after during for before with on at")
LACKING: Final = _set("without no non lacking")
SUPPOSING: Final = _set("if whether would unless suppose supposing")
DOING: Final = _set(
    "increase increases increasing raise raises boost boosts reduce reduces reducing decrease decreases cut cuts"
)
ANAPHORA: Final = _set("they them these those it its this such their he she")
OF: Final = _set("of among amongst in for within")
CONTRAST: Final = _set("but while whereas although though versus vs unlike against compared than")
RESTRICTING: Final = _set("over under aged older younger above below older elderly male female severe mild moderate")

STRONG: Final = (
    "proven", "proof", "cures", "cure", "cured", "curing", "always", "guarantees", "guarantee",
    "guaranteed", "permanently", "eliminates", "eliminate", "eradicates", "eradicate", "definitively", "undoubtedly",
    "invariably", "certainly", "conclusively", "miracle", "foolproof", "infallible",
)  # fmt: skip
STRONG_PHRASES: Final = (
    ("all", "patients"), ("every", "patient"), ("everyone",), ("all", "people"), ("never", "fails"),
    ("in", "all", "cases"), ("in", "every", "case"), ("without", "exception"), ("completely", "stops"),
    ("100", "effective"), ("for", "good"), ("proves", "that"), ("prove", "that"), ("proved", "that"),
)  # fmt: skip

STRONG_OPENERS: Final = {
    first: tuple(phrase for phrase in STRONG_PHRASES if phrase[0] == first)
    for first in sorted({phrase[0] for phrase in STRONG_PHRASES})
}
"""The same phrases by their first word."""

UP: Final = _set(
    "more higher increased increase increases increasing elevated raised raise raises greater rise rises rising "
    "excess boost boosts boosted high rose gained enhance enhances enhanced up extra larger"
)
DOWN: Final = _set(
    "less lower reduced reduce reduces reducing decreased decrease decreases low fewer lowered lowers decline "
    "declines declined drop drops dropped fall falls fell falling diminished diminishes smaller depleted lack "
    "lacks lacking deficit short reduction scarce shortage cut cuts"
)
SAME: Final = _set("similar same equal unchanged comparable alike normal")
BETTER: Final = _set(
    "improve improves improved improving improvement ease eases eased easing relieve relieves relieved relief "
    "help helps helped soothe soothes alleviate alleviates alleviated calm calms lessen lessens better benefit "
    "benefits treat treats"
)
WORSE: Final = _set(
    "worsen worsens worsened worsening worse aggravate aggravates exacerbate exacerbates exacerbated trigger "
    "triggers intensify intensifies flare flares provoke provokes"
)
CAUSE: Final = _set("cause causes caused causing drives induces induce")
LINKED: Final = _set("associated linked related tied connected correlated correlates link association connection")
NEGATION: Final = _set(
    "not no never neither nor cannot can't don't doesn't didn't isn't aren't wasn't weren't won't hardly nothing none"
)
CONVERT: Final = _set(
    "turns turn turned turning converts convert converted converting changes change changed transforms transform "
    "transformed makes make made making produces produce synthesizes builds"
)
FROM: Final = _set("from")
INTO: Final = _set("into to")
NEEDS: Final = _set("needs need needed requires require required depends depend relies rely uses use requiring needing")
SERVES: Final = _set("cofactor required essential needed necessary precursor helps enables")

ONSET: Final = _set(
    "within begin begins began start starts started onset ease eases eased improve improves first early soon feel "
    "notice days kick work works act acts"
)
PEAK: Final = _set("peak peaks peaked strongest maximum maximal maximally greatest best highest full fullest")
LASTING: Final = _set(
    "last lasts lasted lasting persist persists persisted continue continues continued endure wear wears remain "
    "remains hold holds held sustained durable"
)

DIRECTIONS: Final = (
    ("better", BETTER),
    ("worse", WORSE),
    ("cause", CAUSE),
    ("linked", LINKED),
    ("up", UP),
    ("down", DOWN),
    ("same", SAME),
)
"""Kinds of direction and the words that give them; the first that holds a word counts."""

OPPOSITE: Final = {"up": {"down"}, "down": {"up"}, "better": {"worse"}, "worse": {"better"}, "same": {"up", "down"}}
"""What contradicts a direction."""

DIRECTION_OF: Final = {word: kind for kind, members in reversed(DIRECTIONS) for word in sorted(members)}
"""Each word of direction with its kind."""
