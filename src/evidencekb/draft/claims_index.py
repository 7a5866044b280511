"""The claims of a claim base by what a draft may mention."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from evidencekb.draft import english
from evidencekb.draft.wordings import Wordings
from evidencekb.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from evidencekb.draft.mentions import Lexicon
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim, Concept
    from evidencekb.model.quantity import Quantity
    from evidencekb.reason.standing import Standing

_JOINTS = frozenset(words.stem(word) for word in ("in", "of", "the", "from", "level", "levels", "concentration"))
"""Words that join the parts of a measure's name."""


class ClaimsIndex:
    """Claims that a draft can be held against: valid, approved and not retired."""

    def __init__(self, kb: KnowledgeBase, standings: Mapping[str, Standing], lexicon: Lexicon) -> None:
        """Sort the claims once."""
        self.kb = kb
        self.standings = standings
        self.universal = frozenset(
            name for name, concept in kb.concepts.items() if concept.universal or _everyone(concept)
        )
        self.by_outcome: dict[str, list[Claim]] = defaultdict(list)
        self.by_population: dict[str, list[Claim]] = defaultdict(list)
        self.by_number: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        self.by_key: dict[str, list[Claim]] = defaultdict(list)
        self.by_concept: dict[str, list[Claim]] = defaultdict(list)
        self.qualitative: dict[str, list[Claim]] = defaultdict(list)
        for claim in kb.claims.values():
            if not claim.valid or claim.status != "approved":
                continue
            if claim.kind == "proportion" and claim.figure is not None:
                self.by_outcome[claim.outcome].append(claim)
                for name in claim.population:
                    self.by_population[name].append(claim)
                self.by_number[number_keys(claim.figure)[0]].append(claim)
            elif claim.figure is not None:
                for name in keys(claim):
                    self.by_key[name].append(claim)
            for name in {*claim.population, *claim.given, *frame_concepts(claim), *keys(claim), claim.outcome} - {""}:
                self.by_concept[name].append(claim)
            for name in frame_concepts(claim):
                self.qualitative[name].append(claim)
        approved = [claim for claim in kb.claims.values() if claim.valid and claim.status == "approved"]
        self._turns = {
            kind: frozenset(c.id for c in kb.concepts.values() if c.type == "outcome" and _says(c, members))
            for kind, members in (("better", english.BETTER), ("worse", english.WORSE))
        }
        self._compounds: dict[str, list[tuple[frozenset[str], Claim]]] = defaultdict(list)
        for claim in approved:
            concept = kb.concepts.get(claim.subject)
            if claim.kind == "association" and concept is not None and concept.type in {"measure", "molecule"}:
                for name in (concept.label, *concept.synonyms):
                    parts = frozenset(w.stem for w in words.split(name) if w.raw[0].isalnum()) - _JOINTS
                    if 2 <= len(parts) <= 4:
                        self._compounds[max(parts, key=lambda part: (len(part), part))].append((parts, claim))
        self.wordings = Wordings(approved, lexicon)
        self.made, self.needed = _steps(approved)

    def compounds(self, stems: set[str]) -> list[tuple[Claim, frozenset[str]]]:
        """Associations whose subject is a measure of several words, all among `stems`; the longest names alone."""
        found = {
            claim.id: (claim, parts)
            for stem in sorted(stems)
            for parts, claim in self._compounds.get(stem, ())
            if parts <= stems
        }
        longest = max((len(parts) for _, parts in found.values()), default=0)
        return [each for _, each in sorted(found.items()) if len(each[1]) == longest]

    def turned(self, near: set[str]) -> frozenset[str]:
        """The outcomes that general words of getting better or worse stand for."""
        for words_, kind in ((english.BETTER, "better"), (english.WORSE, "worse")):
            if near & words_:
                return self._turns[kind]
        return frozenset()

    def population(self, claim: Claim) -> frozenset[str]:
        """A claim's population without "everyone"."""
        return frozenset(claim.population) - self.universal

    def passes(self, claim: Claim) -> bool:
        """Whether what agrees with the claim is supported rather than disputed."""
        return self.standings[claim.id].level in {"established", "reported"}


def _says(concept: Concept, members: frozenset[str]) -> bool:
    """Whether a name of a concept holds one of some words."""
    return any(word.low in members for name in (concept.label, *concept.synonyms) for word in words.split(name))


def _everyone(concept: Concept) -> bool:
    """Whether a population is by its name that of everyone."""
    names = {name.lower().removeprefix("the ") for name in (concept.label, *concept.synonyms)}
    return concept.type == "population" and bool(names & english.ALL_PEOPLE)


def keys(claim: Claim) -> Iterable[str]:
    """The concepts without which a figure of this claim is not meant."""
    if claim.kind == "threshold":
        return [claim.measure]
    if claim.kind == "amount":
        return [claim.substance]
    if claim.kind == "duration":
        return [name for name in (*claim.given, claim.outcome) if name]
    if claim.kind == "effect":
        return [name for name in (*claim.given, claim.outcome) if name]
    return []


def frame_concepts(claim: Claim) -> frozenset[str]:
    """Every concept of an association or mechanism."""
    names = {claim.subject, claim.object}
    for step in claim.steps:
        names |= {step.subject, step.object, step.product}
    return frozenset(name for name in names if name) if claim.kind in {"association", "mechanism"} else frozenset()


def _steps(claims: Iterable[Claim]) -> tuple[dict[tuple[str, str], Claim], dict[tuple[str, str], Claim]]:
    """(source, product) of every conversion, through others too, and (what is needed, what needs it), with a claim."""
    made: dict[tuple[str, str], Claim] = {}
    needed: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        for step in claim.steps:
            if step.relation == "converts" and step.product:
                made.setdefault((step.object, step.product), claim)
            elif step.relation == "precursor-of":
                made.setdefault((step.subject, step.object), claim)
            elif step.relation in {"cofactor-of", "required-for"}:
                needed.setdefault((step.subject, step.object), claim)
    following: dict[str, list[str]] = defaultdict(list)
    for source, product in made:
        following[source].append(product)
    for source, product in list(made):
        reached = [product]
        for middle in reached[:50]:
            for last in following.get(middle, ()):
                if last not in reached and last != source:
                    reached.append(last)
                    made.setdefault((source, last), made[source, product])
    return made, needed


def number_keys(figure: Quantity) -> list[tuple[str, str]]:
    """What figures of about one number share, the nearest first: the number rounded to a whole, and its neighbors."""
    number = figure.value if figure.value is not None else figure.low
    unit = figure.unit.partition("/")[0]
    if number is None:
        return [(unit, "")]
    whole = round(number)
    return [(unit, str(whole + step)) for step in (0, 1, -1, 2, -2, 3, -3)]
