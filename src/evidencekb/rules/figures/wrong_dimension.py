"""A figure of the wrong kind for its claim: a time as a dose, milligrams as a share.

Each kind of claim has its kind of figure: a proportion a percentage or counts, a duration a time, an amount a mass or
another measure of quantity, an effect a ratio, a difference or a percentage as its `effect` says. A figure of another
kind means that the unit was lost or that the claim is of another kind.

Bad:

```yaml claims/migraine/magnesium-start.yaml
id: magnesium-start
kind: amount
statement: Treatment of adults starts with 300 days of elemental magnesium.
substance: elemental-magnesium
population: [adults]
purpose: starting-dose
figure: 300 days  # error
evidence:
  - {source: guideline-2019, stance: supports, attribution: own-data}
status: draft
```

Good:

```yaml claims/migraine/magnesium-start.yaml
id: magnesium-start
kind: amount
statement: Treatment of adults starts with 300 mg of elemental magnesium a day.
substance: elemental-magnesium
population: [adults]
purpose: starting-dose
figure: 300 mg/day
evidence:
  - {source: guideline-2019, stance: supports, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.model.finding import Problem, Severity
from evidencekb.model.quantity import Kind
from evidencekb.rules.selection import live
from evidencekb.text.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Quantity

SEVERITY: Severity = "error"

_QUANTITIES: Final = {"mass", "amount", "activity", "volume", "energy", "frequency-of-use"}
_EFFECTS: Final = {
    **dict.fromkeys(("risk-ratio", "odds-ratio", "hazard-ratio", "fold"), frozenset({Kind.RATIO, Kind.FOLD})),
    "relative-risk-reduction": frozenset({Kind.PROPORTION}),
    "absolute-risk-difference": frozenset({Kind.PROPORTION, Kind.POINTS}),
    "mean-difference": frozenset({Kind.MEASURE, Kind.COUNT, Kind.POINTS, Kind.PROPORTION}),
}


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield claims whose figure is not of the kind that their kind calls for."""
    for claim in live(kb):
        if claim.figure is not None and (wanted := _wanted(claim, claim.figure)):
            yield Problem(
                f"{claim.figure_text} is no figure for this claim: {wanted}; correct the figure or its unit, or change "
                "the claim's kind",
                kb.place(claim, "figure"),
                (claim.id,),
            )


def _wanted(claim: Claim, figure: Quantity) -> str:
    """What the claim calls for instead, or "" when the figure will do."""
    measured = dimension(figure.unit) if figure.kind is Kind.MEASURE else ""
    match claim.kind:
        case "proportion" if figure.kind is not Kind.PROPORTION and measured != "proportion-per-time":
            return "a proportion is a percentage, a fraction or counts such as 32/42"
        case "duration" if measured != "time":
            return "a duration is a time, such as 2–4 weeks"
        case "amount" if figure.kind is not Kind.MEASURE and claim.purpose != "content":
            return "an amount needs a unit, such as 325 mg/day"
        case "amount" if measured and not _is_quantity(measured) and claim.purpose != "content":
            return f"{figure.unit_text or figure.unit} measures {measured}, not how much of a substance"
        case "threshold" if figure.kind in {Kind.RATIO, Kind.FOLD, Kind.P_VALUE, Kind.POINTS}:
            return "a threshold is a value that the test can give"
        case "effect":
            return _effect(claim, figure)
    return ""


def _is_quantity(measured: str) -> bool:
    """Whether a dimension is one of how much is taken or done: a mass, or minutes of an activity a week."""
    what, per, _ = measured.partition("-per-")
    return what in _QUANTITIES or bool(what == "time" and per)


def _effect(claim: Claim, figure: Quantity) -> str:
    """As `_wanted`, for comparisons."""
    named = figure.measure_of_effect
    if named and claim.effect and named != claim.effect:
        return f"it is written as {_article(named)}, and `effect` says {claim.effect}"
    if not named and figure.kind not in _EFFECTS.get(claim.effect, frozenset({figure.kind})):
        return f"`effect: {claim.effect}` is not given as a {figure.kind.value}"
    return ""


def _article(name: str) -> str:
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
