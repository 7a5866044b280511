"""Claims of one thing and another as edges: one thing, how it relates to another, and the claim that says so."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words
from evidencekb.text import moving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from evidencekb.model.nodes import Claim, Concept

KINDS: Final = {
    "higher-in": "higher", "lower-in": "lower", "not-lower-in": "not-lower", "not-higher-in": "not-higher",
    "increases": "up", "raises": "up", "activates": "up", "stimulates": "up", "promotes": "up",
    "decreases": "down", "lowers": "down", "reduces": "down", "inhibits": "down", "blocks": "down", "disrupts": "down",
    "impairs": "down", "prevents": "down", "protects-against": "down", "reduces-risk-of": "down",
    "increases-risk-of": "up", "raises-risk-of": "up", "risk-factor-for": "up",
    "improves": "better", "relieves": "better", "eases": "better", "treats": "better",
    "worsens": "worse", "aggravates": "worse", "triggers": "worse", "exacerbates": "worse",
    "causes": "cause", "leads-to": "cause", "contributes-to": "linked", "associated-with": "linked",
    "linked-to": "linked", "correlates-with": "linked", "predicts": "linked",
    "not-known-for": "unknown",
    "no-difference": "none", "no-effect": "none", "no-effect-on": "none", "not-associated-with": "none",
    "unrelated-to": "none",
    "recommended-for": "advised", "not-advised-for": "unadvised", "not-recommended-for": "unadvised",
    "first-line-for": "first", "source-of": "holds", "cofactor-of": "needed", "required-for": "needed",
    "most-common-cause-of": "chief", "main-cause-of": "chief", "leading-cause-of": "chief",
    "converts": "made", "precursor-of": "made",
    "characterized-by": "marks", "marked-by": "marks", "presents-with": "marks",
    "binds": "binds", "transports": "transports", "regulates": "regulates", "guides": "guides",
    "affects": "affects", "influences": "affects", "located-in": "lies",
    "shows": "shows", "reflects": "shows", "measures": "shows", "do-not-show": "hides", "does-not-show": "hides",
}  # fmt: skip
"""Relation to the kind of edge; relations that are not listed are known by their wordings alone."""
_OF_BLOOD: Final = frozenset({"serum", "blood", "plasma", "level", "levels", "in", "the", "concentration"})
_MOVED: Final = frozenset({*moving.COMPARATIVES, *moving.VERBS, *moving.NOUNS, "in", "of"})
_OF_A_BURDEN: Final = frozenset({"severity", "symptom", "symptoms", "complaints", "burden", "attacks", "of", "the"})
_WORTH: Final = {"down": "milder", "better": "milder", "up": "graver", "worse": "graver"}
"""What more or less of a complaint's burden is for those who have the complaint."""
_MOVING: Final = {"better": "down", "worse": "up"}
"""What is told of the burden of a complaint that becomes better or worse."""
_MATTER: Final = frozenset({"molecule", "substance", "measure"})
_MOVED_BY: Final = frozenset({"up", "down", "better", "worse"})
UNHELPED: Final = "unhelped"
"""How a complaint stays of which there is no more relief."""
COMPARING: Final = frozenset({"higher", "lower", "not-lower", "not-higher"})


class Edge(NamedTuple):
    """`subject` stands in a relation of `kind` to `object`; for "made" the subject is what the object is made from."""

    subject: str
    kind: str
    object: str
    claim: Claim
    maker: str = ""
    about: frozenset[str] = frozenset()  # what else the claim's sentences name, where that is asked for


class Edges:
    """The edges of all qualitative claims and of effects, by their subject."""

    def __init__(
        self,
        claims: Iterable[Claim],
        concepts: Mapping[str, Concept],
        names: Callable[[str], frozenset[str]],
    ) -> None:
        """Take associations and the steps of mechanisms apart; what is made through others counts as made too.

        `names` gives the concepts that a text names.
        """
        self._by_subject: dict[str, dict[str, list[Edge]]] = defaultdict(lambda: defaultdict(list))
        made: dict[tuple[str, str], Edge] = {}
        self.makers: dict[str, set[tuple[str, str]]] = defaultdict(set)
        """What turns something into something else, to the pairs of what is turned and what comes of it."""
        burdened = dict(_burdened(concepts, names))
        burdens: dict[str, list[str]] = defaultdict(list)
        for name, ills in burdened.items():
            for ill in ills:
                burdens[ill].append(name)
        wholes = frozenset(name for concept in concepts.values() for name in concept.broader)
        claims = tuple(claims)
        moved = {(each.subject, each.object) for each in claims if KINDS.get(each.relation) in _MOVED_BY}
        for claim in claims:
            if claim.kind == "association" and claim.relation.endswith("-than"):
                about = frozenset().union(*(names(text) for text in (claim.statement, *claim.wordings)))
                self._add(Edge(claim.subject, "ranked", claim.object, claim, about=about))
            if claim.kind == "association" and (kind := KINDS.get(claim.relation)):
                self._add(Edge(claim.subject, kind, claim.object, claim))
                for subject, other in () if kind in COMPARING else _otherwise(claim, concepts, names, wholes):
                    self._add(Edge(subject, kind, other, claim))
                for thing in _moved(claim.object, concepts, names) if kind == "none" else ():
                    self._add(Edge(claim.subject, kind, thing, claim))
                for ill in burdened.get(claim.object, ()) if kind in _WORTH else ():
                    self._add(Edge(claim.subject, _WORTH[kind], ill, claim))
                unmoved = (ill for ill in burdened.get(claim.object, ()) if (claim.subject, ill) not in moved)
                for ill in (*_relieved(claim, concepts, names), *unmoved) if kind == "none" else ():
                    self._add(Edge(claim.subject, UNHELPED, ill, claim))
                for burden in burdens.get(claim.object, ()) if kind in _MOVING else ():
                    self._add(Edge(claim.subject, _MOVING[kind], burden, claim))
            if claim.kind == "effect" and len(claim.given) == 1 and claim.outcome:
                self._add(Edge(claim.given[0], "effect", claim.outcome, claim))
            for step in claim.steps:
                kind = KINDS.get(step.relation, "")
                if step.relation == "converts" and step.product:
                    self.makers[step.subject].add((step.object, step.product))
                    made.setdefault(
                        (step.object, step.product), Edge(step.object, "made", step.product, claim, step.subject)
                    )
                elif kind == "made":
                    made.setdefault((step.subject, step.object), Edge(step.subject, "made", step.object, claim))
                elif kind and step.relation != "converts":
                    self._add(Edge(step.subject, kind, step.object, claim))
            for source, kind, last in _chained(claim):
                self._add(Edge(source, kind, last, claim))
        for edge in _closed(made):
            self._add(edge)

    def _add(self, edge: Edge) -> None:
        self._by_subject[edge.subject][edge.object].append(edge)

    def near(self, named: Iterable[str]) -> list[Edge]:
        """The edges of which one end is named."""
        found = {(e.claim.id, e.subject, e.object, e.kind): e for name in named for e in self._by_end.get(name, ())}
        return [found[key] for key in sorted(found)]

    @cached_property
    def _by_end(self) -> Mapping[str, Sequence[Edge]]:
        """The edges by either end, sorted when one is first asked for."""
        found: dict[str, list[Edge]] = defaultdict(list)
        for objects in self._by_subject.values():
            for edge in (e for each in objects.values() for e in each):
                found[edge.subject].append(edge)
                found[edge.object].append(edge)
        return found

    def between(self, named: frozenset[str]) -> list[Edge]:
        """The edges whose subject and object are both named, by claim."""
        found = []
        for subject in named:
            objects = self._by_subject.get(subject)
            if objects:
                for name in objects.keys() & named if len(objects) > len(named) else (n for n in objects if n in named):
                    found += objects[name]
        return sorted(found, key=lambda e: (e.claim.id, e.subject, e.object, e.kind)) if len(found) > 1 else found


def _otherwise(
    claim: Claim, concepts: Mapping[str, Concept], names: Callable[[str], frozenset[str]], wholes: frozenset[str]
) -> Iterable[tuple[str, str]]:
    """Other ends that a claim has by its names: what is measured for the measure, what its wordings list for the whole.

    `wholes` are the concepts that have narrower ones.

    "A raises uric acid" is said of uric acid in the blood; "A causes nausea, cramps and other complaints" of nausea.
    """
    found = {(claim.subject, other): None for other in _measured(claim.object, concepts, names)}
    whole = concepts.get(claim.object)
    if whole is not None and whole.id in wholes and whole.type in {"condition", "outcome"}:
        for text in (claim.statement, *claim.wordings):
            listed = [n for n in sorted(names(text)) if claim.object in concepts[n].broader and n != claim.subject]
            found.update(((claim.subject, name), None) for name in listed)
    return found


def _measured(end: str, concepts: Mapping[str, Concept], names: Callable[[str], frozenset[str]]) -> list[str]:
    """The molecule or substance whose name, but for "in blood" or "level", is a measure's own."""
    concept = concepts.get(end)
    if concept is None or concept.type != "measure":
        return []
    found: dict[str, None] = {}
    for name in (concept.label, *concept.synonyms):
        bare = " ".join(word for word in name.split() if word.lower() not in _OF_BLOOD)
        if bare != name:
            found.update((each, None) for each in sorted(names(bare)) if concepts[each].type in _MATTER - {"measure"})
    return list(found)


def _moved(end: str, concepts: Mapping[str, Concept], names: Callable[[str], frozenset[str]]) -> list[str]:
    """What an outcome is the rise or fall of by its name: a drug that makes no difference to "raised A" moves no A."""
    concept = concepts.get(end)
    if concept is None or concept.type != "outcome":
        return []
    found: dict[str, None] = {}
    for name in (concept.label, *concept.synonyms):
        bare = " ".join(word for word in name.lower().split() if word not in _MOVED)
        if bare != name.lower():
            found.update((each, None) for each in sorted(names(bare)) if concepts[each].type in _MATTER)
    return list(found)


def _burdened(
    concepts: Mapping[str, Concept], names: Callable[[str], frozenset[str]]
) -> Iterator[tuple[str, Sequence[str]]]:
    """The complaints of whose severity or symptoms outcomes and measures are by their names: "severity of A"."""
    ills: dict[str, set[str]] = defaultdict(set)
    for concept in concepts.values():
        for name in (concept.label, *concept.synonyms) if concept.type == "condition" else ():
            ills[name.lower()].add(concept.id)
    for concept in concepts.values():
        if concept.type not in {"outcome", "measure"}:
            continue
        found: dict[str, None] = {}
        for name in (concept.label, *concept.synonyms):
            bare = " ".join(word for word in name.lower().split() if word not in _OF_A_BURDEN)
            if bare in ills and bare != name.lower():
                found.update((each, None) for each in sorted(names(bare) & ills[bare]))
        yield concept.id, list(found)


def _relieved(claim: Claim, concepts: Mapping[str, Concept], names: Callable[[str], frozenset[str]]) -> Iterable[str]:
    """The complaints of a claim's people, where it tells that they get better, or do not: "no relief in A"."""
    outcome = concepts.get(claim.object)
    if outcome is None or outcome.type != "outcome" or claim.subject in claim.population:
        return ()
    texts = (outcome.label, *outcome.synonyms)
    told = [kind for text in texts for word in text.lower().split() if (kind := effect_words.kind_of(word))]
    if "better" not in told or not set(told) <= {"better", "down", "cure"}:
        return ()
    ills = [name for name in claim.population if concepts[name].type == "condition"]
    named = frozenset().union(*map(names, texts))
    return [name for name in ills if not named.isdisjoint({name, *concepts[name].broader})] or ills


def _chained(claim: Claim) -> Iterable[tuple[str, str, str]]:
    """What the steps of one mechanism do through each other: A raises B, B lowers C, so A lowers C."""
    steps = {(s.subject, s.object): kind for s in claim.steps if (kind := KINDS.get(s.relation)) in {"up", "down"}}
    found: dict[tuple[str, str], str] = {}
    for (source, middle), one in steps.items():
        reached = [(middle, one)]
        for at, sign in reached:
            for (start, last), other in steps.items():
                if start == at and last != source and (source, last) not in steps and (source, last) not in found:
                    found[source, last] = "up" if sign == other else "down"
                    reached.append((last, found[source, last]))
    return [(source, kind, last) for (source, last), kind in found.items()]


def _closed(made: dict[tuple[str, str], Edge]) -> list[Edge]:
    """Every conversion, through others too."""
    following: dict[str, list[str]] = defaultdict(list)
    for source, product in made:
        following[source].append(product)
    for source, product in list(made):
        reached = [product]
        for middle in reached[:50]:
            for last in following.get(middle, ()):
                if last not in reached and last != source:
                    reached.append(last)
                    first = made[source, product]
                    made.setdefault((source, last), Edge(source, "made", last, first.claim))
    return list(made.values())
