"""The claims of a claim base by what a draft may mention."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words
from evidencekb.draft.matching import everyone, given_names, known_in, people
from evidencekb.draft.matching.belongings import Belongings
from evidencekb.draft.matching.lookups import allowed_words, frame_concepts, keys, number_key
from evidencekb.draft.measures import at_times, hastened, lengths, rates, whom
from evidencekb.draft.sentences import lacking
from evidencekb.draft.statements.edges import Edges
from evidencekb.draft.statements.own_words import OwnWords
from evidencekb.draft.statements.wordings import Wordings, sense
from evidencekb.text import words
from evidencekb.text.agreement import reach
from evidencekb.text.families import LIGHT, family
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from decimal import Decimal

    from evidencekb.draft.naming.mentions import Lexicon
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Quantity
    from evidencekb.model.standing import Standing
    from evidencekb.reason.implied import Implied
    from evidencekb.text.agreement import Reach

Sense = tuple[str, frozenset[str]]
"""A direction and the families of the words that tell of what: ("better", {"migrain"})."""

_JOINTS = frozenset(stem(word) for word in ("in", "of", "the", "from", "level", "levels", "concentration"))
"""Words that join the parts of a measure's name."""
_TESTS: Final = frozenset(
    stem(w)
    for w in ("test", "testing", "monitoring", "screening", "scan", "imaging", "visit", "consultation", "questionnaire",
              "survey")
)  # fmt: skip
_COMPLAINTS: Final = frozenset(family(stem(w)) for w in ("symptoms", "attacks", "complaints", "pain", "discomfort"))
_SYMPTOMS: Final = frozenset(family(stem(word)) for word in effect_words.SYMPTOMS)
_REMEMBERED: Final = 4096


class ClaimsIndex:
    """Claims that a draft can be held against: valid, approved and not retired."""

    def __init__(self, kb: KnowledgeBase, standings: Mapping[str, Standing], lexicon: Lexicon) -> None:
        """Sort the claims once."""
        self.kb = kb
        self.standings = standings
        self.lexicon = lexicon
        self.universal = everyone.names(kb)
        self._frames: dict[str, tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]] = {}
        self.by_outcome: dict[str, list[Claim]] = defaultdict(list)
        self.by_population: dict[str, list[Claim]] = defaultdict(list)
        self.by_given: dict[str, list[Claim]] = defaultdict(list)
        self.reaches: dict[str, Reach] = {}  # of shares, by claim
        self.by_number: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        self.by_key: dict[str, list[Claim]] = defaultdict(list)
        self.by_figure: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        self.qualitative: dict[str, list[Claim]] = defaultdict(list)
        approved = [claim for claim in kb.claims.values() if claim.valid and claim.status == "approved"]
        for claim in approved:
            held, given = frozenset(claim.population) - self.universal, frozenset(claim.given)
            every = frozenset({*claim.population, *given, claim.outcome})
            self._frames[claim.id] = (held, given, held | given, every)
            if claim.kind == "proportion" and claim.figure is not None:
                self.by_outcome[claim.outcome].append(claim)
                self.reaches[claim.id] = self.reach(claim.figure)
                for name in claim.population:
                    self.by_population[name].append(claim)
                for name in claim.given:
                    self.by_given[name].append(claim)
                self.by_number[number_key(claim.figure)].append(claim)
            elif claim.figure is not None:
                for name in keys(claim):
                    self.by_key[name].append(claim)
                self.by_figure[number_key(claim.figure)].append(claim)
            for name in frame_concepts(claim):
                self.qualitative[name].append(claim)
        self.unspoken, self.courses = self._durations(approved)
        self.scales = frozenset(
            claim.measure
            for claim in approved
            if claim.kind == "threshold" and claim.figure is not None and claim.figure.unit in {"", "points"}
        )
        self.amounts = frozenset(
            name
            for name in self.by_key
            if name in kb.concepts and kb.concepts[name].type in {"substance", "intervention", "molecule"}
        )
        self._compounds: dict[str, list[tuple[frozenset[str], Claim]]] = defaultdict(list)
        for claim in approved:
            concept = kb.concepts.get(claim.subject)
            if claim.kind == "association" and concept is not None and concept.type in {"measure", "molecule"}:
                for name in (concept.label, *concept.synonyms):
                    parts = frozenset(w.stem for w in words.split(name) if w.raw[0].isalnum()) - _JOINTS
                    if 2 <= len(parts) <= 4:
                        self._compounds[max(parts, key=lambda part: (len(part), part))].append((parts, claim))
        self.own_words = OwnWords(approved)
        self.wordings = Wordings(approved, lexicon.single_names)
        self.edges = Edges(approved, kb.concepts, lexicon.named)
        self.groups_of: Callable[[Claim], Collection[frozenset[str]]] = lambda _: ()
        self.side_of: Callable[[Claim], str] = lambda _: ""
        self.up = lru_cache(maxsize=None)(self._up)
        self.above = lru_cache(maxsize=_REMEMBERED)(self._above)
        self.about = lru_cache(maxsize=None)(self._about)
        self.names = lru_cache(maxsize=None)(self._names)
        self.within = lru_cache(maxsize=None)(self._within)
        self.senses = lru_cache(maxsize=None)(self._senses)
        self.alone = lru_cache(maxsize=None)(partial(people.alone, self))
        self.name_words = lru_cache(maxsize=None)(self._name_words)

    @cached_property
    def usual(self) -> Callable[[str, str], frozenset[str]]:
        """The people who go without saying where something is told of, by what it is and the kind of claim."""
        return lru_cache(maxsize=None)(partial(people.usual, self))

    @cached_property
    def known_in(self) -> Callable[[str], frozenset[str]]:
        """The complaints of all in whom a treatment is told of."""
        return cache(partial(known_in.complaints, self))

    @cached_property
    def belongings(self) -> Belongings:
        """What belongs to each claim."""
        return Belongings(self)

    @cached_property
    def implied(self) -> Implied:
        """What the claims leave possible together."""
        from evidencekb.reason.implied import Implied  # noqa: PLC0415 - few drafts need it: start-up counts

        return Implied(self.kb)

    @cached_property
    def terms(self) -> Callable[[Claim], whom.Terms]:
        """How a claim's editors tell of its people."""
        return cache(partial(whom.terms, self))

    @cached_property
    def sort_of(self) -> Callable[[frozenset[str]], frozenset[str]]:
        """Who those with some complaints are without its being said."""
        return cache(partial(known_in.sort_of, self))

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The one noun by which people are called in the claim base, if there is but one."""
        return known_in.sole_noun(self)

    @cached_property
    def in_percent(self) -> frozenset[str]:
        """The measures whose cut-offs are in percent."""
        cutoffs = {claim for held in self.by_key.values() for claim in held if claim.kind == "threshold"}
        return frozenset(c.measure for c in cutoffs if c.figure is not None and c.figure.unit == "%")

    @cached_property
    def timed(self) -> Mapping[str, tuple[frozenset[str], frozenset[Decimal]]]:
        """The outcomes that are measured at a time."""
        return at_times.outcomes(self.kb)

    @cached_property
    def stand_ins(self) -> Callable[[Claim], frozenset[str]]:
        """What a claim's statement names in place of what was given."""
        return cache(partial(given_names.stand_ins, self))

    @cached_property
    def lengths(self) -> Mapping[str, Mapping[str, tuple[frozenset[str], ...]]]:
        """By dimension the measures of how long or how wide something is that have a cut-off, with what that is."""
        return lengths.measured(self)

    @cached_property
    def done(self) -> rates.Done:
        """The measures with a cut-off that may go unnamed."""
        return rates.measured(self)

    @cached_property
    def hastened(self) -> tuple[hastened.Timed, ...]:
        """The measures of a time of which effects are told."""
        return hastened.measured(self)

    @cached_property
    def inner(self) -> Callable[[frozenset[str]], frozenset[str]]:
        """What the labels of populations name."""
        return cache(self._inner)

    @cached_property
    def lacked(self) -> Callable[[str], frozenset[str]]:
        """What a population is known not to have."""
        return cache(self._lacked)

    def meanings(self, measure: str) -> frozenset[str]:
        """What the cut-offs of a measure mean, and what is done there."""
        held = (claim for claim in self.by_key.get(measure, ()) if claim.kind == "threshold")
        return frozenset(name for claim in held for name in (claim.means, claim.action) if name)

    def _durations(self, claims: Iterable[Claim]) -> tuple[frozenset[str], frozenset[str]]:
        """The time courses that their statements tell without what was given, and those that are of no effect."""
        unspoken, courses = set(), set()
        for claim in claims:
            if claim.kind != "duration":
                continue
            tokens = words.split(claim.statement)
            named = {c for mention in self.lexicon.find(tokens) for c in mention.concepts}
            if claim.outcome in named and not named.intersection(claim.given):
                unspoken.add(claim.id)
            if claim.outcome not in named and not any(word.low in effect_words.WORKING for word in tokens):
                courses.add(claim.id)
        return frozenset(unspoken), frozenset(courses)

    def reach(self, quantity: Quantity) -> Reach:
        """Where a share may lie under the tolerances of the claim base."""
        return reach(quantity, tolerance=self.kb.config.tolerance, about=self.kb.config.about)

    def compounds(self, stems: frozenset[str]) -> list[tuple[Claim, frozenset[str]]]:
        """Associations whose subject is a measure of several words, all among `stems`; the longest names alone."""
        found = {
            claim.id: (claim, parts)
            for stem in sorted(stem for stem in stems if stem in self._compounds)
            for parts, claim in self._compounds[stem]
            if parts <= stems
        }
        if not found:
            return []
        longest = max(len(parts) for _, parts in found.values())
        return [each for _, each in sorted(found.items()) if len(each[1]) == longest]

    def held(self, claim: Claim) -> frozenset[str]:
        """A claim's population without "everyone"."""
        return self._frames[claim.id][0]

    def given(self, claim: Claim) -> frozenset[str]:
        """What a claim says was given."""
        return self._frames[claim.id][1]

    def own(self, claim: Claim) -> frozenset[str]:
        """A claim's population and what was given."""
        return self._frames[claim.id][2]

    def roles(self, claim: Claim) -> frozenset[str]:
        """Every concept of a share's claim."""
        return self._frames[claim.id][3]

    def _up(self, name: str) -> frozenset[str]:
        """A concept with all that it is a kind of and all that everyone with it has."""
        seen: set[str] = set()
        stack = [name]
        while stack:
            one = stack.pop()
            if one in seen:
                continue
            seen.add(one)
            concept = self.kb.concepts.get(one)
            if concept is not None:
                stack.extend(concept.broader)
                stack.extend(i.concept for i in concept.implies if i.at_least is None)
        return frozenset(seen)

    def _above(self, names: frozenset[str]) -> frozenset[str]:
        """Some concepts with all that they are kinds of and imply."""
        return frozenset().union(*(self.up(name) for name in names))

    def _about(self, name: str) -> frozenset[str]:
        """The interventions that a population's label names: "patients starting A"; not those not on A, or better."""
        concept = self.kb.concepts.get(name)
        if concept is None or concept.type != "population":
            return frozenset()
        tokens = words.split(concept.label)
        if lacking.marked(tokens) or any(token.low in effect_words.BETTER for token in tokens):
            return frozenset()
        found = self.lexicon.find(tokens)
        named = {c for m in found for c in (*m.concepts, *self.lexicon.inside(tokens, m)) if c != name}
        return frozenset(c for c in named if self.kb.concepts[c].type == "intervention")

    def _inner(self, names: frozenset[str]) -> frozenset[str]:
        """The complaint in a population's label: "patients seen for A"."""
        texts = [words.split(c.label) for name in names if (c := self.kb.concepts.get(name)) and c.type == "population"]
        return frozenset(
            c for t in texts for m in self.lexicon.find(t) for c in (*m.concepts, *self.lexicon.inside(t, m))
        )

    def _lacked(self, name: str) -> frozenset[str]:
        """What a population's names say that it does not have or take: A of "people not taking A", "non-users of A"."""
        concept = self.kb.concepts.get(name)
        if concept is None or concept.type != "population":
            return frozenset()
        texts = [t for text in (concept.label, *concept.synonyms) if lacking.marked(t := words.split(text))]
        named = {c for t in texts for m in self.lexicon.find(t) for c in (*m.concepts, *self.lexicon.inside(t, m))}
        return frozenset(c for c in named - {name} if self.kb.concepts[c].type != "population")

    def says_without(self, names: Iterable[str]) -> bool:
        """Whether some people are known as people without something."""
        return any(self.lacked(name) or self.name_words(name) & {"without", "no"} for name in names)

    def partly(self, outcome: str, said: frozenset[str], group: tuple[frozenset[str], ...]) -> bool:
        """Whether the last word of a name is said and the group names the rest: "had an attack" of people with A."""
        if not group or outcome not in self.kb.concepts:
            return False
        named = allowed_words(self, frozenset().union(*group))
        for parts in self.names(outcome):
            if len(parts) > 1 and parts[-1] in said and parts[-1] not in named and named.issuperset(parts[:-1]):
                return True
        return False

    def _names(self, name: str) -> tuple[tuple[str, ...], ...]:
        """The names of a concept, each as the families of its words that carry meaning."""
        concept = self.kb.concepts.get(name)
        found = []
        for text in (concept.label, *concept.synonyms) if concept else ():
            parts = (w.kin for w in words.split(text) if w.raw[0].isalpha())
            found.append(tuple(part for part in parts if part not in LIGHT))
        return tuple(found)

    def _within(self, name: str) -> frozenset[str]:
        """The conditions that an outcome's names hold: what has improved in "improvement of A"."""
        concept = self.kb.concepts.get(name)
        if concept is None or concept.type != "outcome":
            return frozenset()
        found: set[str] = set()
        for text in (concept.label, *concept.synonyms):
            tokens = words.split(text)
            for mention in self.lexicon.find(tokens):
                found.update(self.lexicon.inside(tokens, mention), mention.concepts)
        return frozenset(c for c in found if self.kb.concepts[c].type == "condition")

    @cached_property
    def handled(self) -> Callable[[str], frozenset[str]]:
        """The treatments that every name of an outcome holds."""
        return lru_cache(maxsize=None)(self._handled)

    def _handled(self, name: str) -> frozenset[str]:
        """The treatments that every name of an outcome holds: what is given up in "giving up A"."""
        concept = self.kb.concepts.get(name)
        if concept is None or concept.type != "outcome":
            return frozenset()
        found = []
        for text in (concept.label, *concept.synonyms):
            tokens = words.split(text)
            named = {c for m in self.lexicon.find(tokens) for c in (*m.concepts, *self.lexicon.inside(tokens, m))}
            found.append(frozenset(c for c in named if self.kb.concepts[c].type in {"intervention", "substance"}))
        return frozenset.intersection(*found)

    def is_test(self, name: str) -> bool:
        """Whether an intervention finds something out rather than treats."""
        return bool(self.name_words(name) & _TESTS)

    def _name_words(self, name: str) -> frozenset[str]:
        """The stems of a concept's label."""
        concept = self.kb.concepts.get(name)
        return frozenset(w.stem for w in words.split(concept.label)) if concept else frozenset()

    def _senses(self, name: str) -> tuple[Sense, ...]:
        """What the names of an outcome say happened, and of what: "fewer attacks", "raised hemoglobin"."""
        concept = self.kb.concepts.get(name)
        found: dict[Sense, None] = {}
        for text in (concept.label, *concept.synonyms) if concept else ():
            tokens = [w for w in words.split(text) if w.raw[0].isalnum()]
            kinds = [k for w in tokens if (k := sense(w.low))]
            rest = frozenset(f for w in tokens if not sense(w.low) and (f := w.kin) not in LIGHT and f not in _SYMPTOMS)
            if kinds:
                found[kinds[0], rest] = None
        return tuple(found)

    def means(
        self, outcome: str, directions: frozenset[str], said: frozenset[str], every: frozenset[str], own: frozenset[str]
    ) -> bool:
        """Whether words such as "eased" tell an outcome such as "improvement of A" of people who have A.

        `said` are the families of the words said, `every` with those that stand for any complaint ("symptoms").
        """
        allowed = set(said)
        for name in own:
            allowed.update(part for parts in self.names(name) for part in parts)
        for kind, rest in self.senses(outcome):
            if not rest <= allowed:
                continue
            complaint = bool(rest & said or every & _COMPLAINTS)
            if kind in directions and (kind in {"better", "worse", "cure"} or complaint):
                return True
            if kind == "down" and "better" in directions and not rest & said:
                return True
        return False

    def ill(self, name: str) -> bool:
        """Whether less of a thing is better: a condition, or a measure of pain, severity and the like."""
        concept = self.kb.concepts.get(name)
        return concept is not None and (
            concept.type == "condition" or any(w.low in effect_words.BURDENS for w in words.split(concept.label))
        )

    def passes(self, claim: Claim) -> bool:
        """Whether what agrees with the claim is supported rather than disputed."""
        return self.standings[claim.id].level in {"established", "reported"}
