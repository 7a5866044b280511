"""A figure by what is left over: where grammar finds no claim, the one claim to which every word of a sentence belongs.

"A gets 71% of them to a normal B" has a verb that no list of ours tells the sense of. But where a claim says 71%, all
its roles are named, and no word is left that could speak of anything else, nothing else can be meant. Where one role
is missing, and one name of its kind is left over, that name stands in its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.matching import contraries, narrowed, said_again
from evidencekb.draft.matching import said as said_by
from evidencekb.draft.matching.belongings import is_negated
from evidencekb.draft.matching.lookups import number_key
from evidencekb.draft.matching.match import Match, agreement_with, passing
from evidencekb.draft.matching.said import ARTICLES, COMPARING, OF_WHOM, Said, moves
from evidencekb.draft.measures import phases, turning
from evidencekb.model.assertion import PASSING, Verdict
from evidencekb.model.quantity import Kind
from evidencekb.text.agreement import Agreement
from evidencekb.text.families import LIGHT, family
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.shares.roles import Context, Roles
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure

_MOST: Final = 200
"""Claims looked at for one name or number."""
_TOLD: Final = frozenset({"proportion", "effect"})
"""Kinds of claims of which one figure is right: a substance has many amounts, a measure many levels."""
_VERDICTS: Final = {
    Agreement.UNIT: Verdict.WRONG_UNIT,
    Agreement.BOUND: Verdict.WRONG_BOUND,
    Agreement.VALUE: Verdict.WRONG_VALUE,
}
_MORE: Final = 3
"""Words that tell how something was and belong to no claim, as long as all of a claim is told."""
_SINGLE: Final = frozenset({"effect", "duration"})
"""Kinds of claims of which there are few in one frame."""
_SURE: Final = (Agreement.EQUAL, Agreement.UNIT)
"""A number that is the claim's own: few are by chance."""
_DEGREES: Final = frozenset(
    family(stem(word))
    for word in ("almost", "nearly", "partial", "complete", "full", "total", "mild", "moderate", "severe", "marked")
)
"""Words of a name that tell how much of it there is."""
_RANKS: Final = (
    Verdict.WRONG_POPULATION,
    Verdict.WRONG_INTERVENTION,
    Verdict.WRONG_OUTCOME,
    Verdict.WRONG_UNIT,
    Verdict.WRONG_BOUND,
    Verdict.WRONG_VALUE,
)
"""The order in which a verdict takes precedence."""


class Accounts:
    """The claims of a claim base by all that belongs to each."""

    def __init__(self, index: ClaimsIndex) -> None:
        """Nothing is gathered before a claim is looked at."""
        self._index = index
        self._belongings = index.belongings

    def match(
        self,
        figure: Figure,
        sentence: Sentence,
        clause: tuple[int, int],
        context: Context,
        roles: Roles | None,
        found: Match | None,
    ) -> Match | None:
        """The verdict on a figure of which grammar is not sure; what it found, where no claim accounts for it.

        Only a figure that was taken for a statement, and for none of a claim, is told to be wrong.
        """
        if sentence.text.endswith("?") or not sentence.stance.plain or not sentence.mentions:
            return found
        whole, part = (0, len(sentence.words)), None
        said = said_by.read(self._index, figure, sentence, whole, context)
        others = [f for f in sentence.figures if f is not figure and f.quantity.kind is not Kind.COUNT]
        best: Match | None = None
        unknown = found is not None and found.claim is None
        doubted = found is not None and found.verdict is Verdict.WRONG_POPULATION
        for claim in self._candidates(figure, said):
            agreement = agreement_with(self._index, figure.quantity, claim)
            if agreement is Agreement.UNIT and phases.is_time(figure.quantity) is not phases.is_time(claim.figure):
                continue
            timed = phases.is_told(claim, figure, sentence)
            open_ = unknown or (found is None and timed)
            fault = (
                _VERDICTS.get(agreement)
                if open_ and (agreement is not Agreement.VALUE or claim.kind in _TOLD or timed)
                else None
            )
            if agreement is not Agreement.EQUAL and fault is None:
                continue
            span, meant = whole, said
            strange = [f for f in others if not self._is_told_by(f, sentence, claim)]
            if strange:
                span, meant = clause, (part := part or said_by.read(self._index, figure, sentence, clause, context))
                if any(clause[0] <= sentence.position(f.start) < clause[1] for f in strange):
                    continue
            own = self._belongings.of(claim)
            if is_negated(sentence.words[slice(*span)]) != own.negated:
                continue
            if said_again.is_of_another(sentence, figure, clause, claim, own):
                continue
            wrong = self._wrong(claim, meant)
            sure = agreement in _SURE or (agreement is Agreement.VALUE and claim.kind in _SINGLE)
            if sure and wrong != () and (loose := self._meant(claim, meant, roles)) is not None:
                wrong = loose if not loose or wrong is None else wrong
            if wrong is None or not self._stands(claim, figure, sentence, roles, wrong):
                continue
            here = frozenset().union(*meant.here)
            if doubted and not all(self._told(name, here, meant.people) for name in self._index.held(claim)):
                continue  # people told by other words, or before, were met by grammar
            if agreement is Agreement.EQUAL and not wrong:
                return Match(passing(self._index, claim), claim)
            verdict = next(iter(wrong), fault) if fault is None or not wrong else None  # one thing is wrong, or many
            if open_ and verdict is not None and (best is None or _RANKS.index(verdict) < _RANKS.index(best.verdict)):
                best = Match(verdict, claim)
        return best or found

    def held(
        self, figure: Figure, sentence: Sentence, clause: tuple[int, int], context: Context, found: Match
    ) -> Match:
        """What grammar found to agree, unless other people or things are named in the place of the claim's own."""
        claim = found.claim
        if claim is None:
            return found
        if said_again.is_of_another(sentence, figure, clause, claim, self._belongings.of(claim)):
            return Match(Verdict.UNSOURCED, None, found.considered)
        if narrowed.is_narrowed(sentence, clause, self._belongings.of(claim).kin):
            return Match(Verdict.WRONG_POPULATION, claim, found.considered)
        if len(sentence.mentions) < 2:
            return found
        above = self._belongings.of(claim).above | self._index.universal
        strange = [m for m in sentence.within(*clause) if above.isdisjoint(m.concepts) and not moves(sentence, m)]
        if not any(_is_of_whom(sentence, m) or _is_compared(sentence, m) for m in strange):
            return found
        said = said_by.read(self._index, figure, sentence, clause, context)
        wrong = self._wrong(claim, said, strict=True)
        if not wrong and claim.comparator and not self._told(claim.comparator, frozenset().union(*said.here), said.kin):
            wrong = (Verdict.WRONG_INTERVENTION,) if any(_is_compared(sentence, m) for m in strange) else ()
        return Match(wrong[0], claim, found.considered) if wrong else found

    def turned(self, figure: Figure, sentence: Sentence, clause: tuple[int, int], found: Match) -> Match:
        """What was found to agree, unless a word makes another statement of it."""
        claim = found.claim
        if claim is None or found.verdict not in PASSING:
            return found
        wrong = contraries.verdict(self._index, figure, sentence, clause, claim)
        if wrong is None:
            return found
        return Match(wrong, None if wrong is Verdict.UNSOURCED else claim, found.considered)

    def _is_told_by(self, figure: Figure, sentence: Sentence, claim: Claim) -> bool:
        """Whether a claim tells another figure of a sentence too, if as a part of a name: "the six-minute walk"."""
        words = sentence.words[sentence.position(figure.start) : sentence.position(figure.end)]
        terms = self._belongings.of(claim)
        return terms.kin.issuperset(word.kin for word in words) or number_key(figure.quantity) in terms.numbers

    def _candidates(self, figure: Figure, said: Said) -> Iterator[Claim]:
        index = self._index
        key = number_key(figure.quantity)
        tables: list[Iterable[Claim]] = [index.by_number.get(key, ())[:_MOST], index.by_figure.get(key, ())[:_MOST]]
        for names in said.here:
            for name in sorted(names):
                tables += [
                    table.get(name, ())[:_MOST]
                    for table in (index.by_key, index.by_outcome, index.by_population, index.by_given)
                ]
        found = {claim.id: claim for table in tables for claim in table}
        yield from (found[name] for name in sorted(found, key=lambda name: (not index.passes(found[name]), name)))

    def _wrong(self, claim: Claim, said: Said, *, strict: bool = False) -> tuple[Verdict, ...] | None:
        """The role in which all that is said differs from a claim, if one does; None where that cannot be told."""
        index, terms = self._index, self._belongings.of(claim)
        untold = not said.free <= terms.kin or not said.cues <= terms.cues or (terms.falls and not said.cues)
        if untold and not strict:
            return None  # more is said, or a fall is told by no word
        named = frozenset().union(*said.here)
        every = named | said.before
        if not named & terms.frame:
            return None
        strange = self._strange(claim, said)
        others = self._belongings.needed(claim) - index.own(claim)
        if not all(self._told(name, every, said.kin) for name in others):
            return None
        given = all(self._told(name, every, said.kin) for name in index.given(claim))
        missing = [name for name in index.held(claim) if not self._told(name, every, said.people)]
        people = not missing or (not strict and self._goes_without_saying(claim, missing))
        outcome = (
            not claim.outcome
            or self._told(claim.outcome, named, said.kin)
            or self._said_of(claim, said)
            or (said.framed and claim.outcome in said.before)
            or bool(strict and index.within(claim.outcome).intersection(missing))  # "improvement of A", of others
        )
        if not strange:
            if people and given and outcome:
                return ()
            wider = index.held(claim) | index.above(frozenset(missing)) - frozenset(missing)
            part = given and outcome and not people and bool(wider & named)
            return (Verdict.WRONG_POPULATION,) if part else None
        return _differing(index, strange, people=people, given=given, outcome=outcome)

    def _meant(self, claim: Claim, said: Said, roles: Roles | None) -> tuple[Verdict, ...] | None:
        """The one role that is not told, if by words that no other name has; None where a claim may not be meant.

        A few words that belong to no claim may stand there, if they do but tell how it was.
        """
        index, terms = self._index, self._belongings.of(claim)
        more = said.free - terms.kin
        if not said.bound <= terms.kin or len(more) > _MORE or not said.cues <= terms.cues:
            return None
        if (terms.falls and not said.cues) or not all(claim.comparator in names for names in said.compared):
            return None
        named = frozenset().union(*said.here)
        if named.isdisjoint(terms.frame):
            return None
        strange = self._strange(claim, said)
        every = named | said.before
        if claim.kind == "proportion" and roles is not None and said.done:
            counted = index.above(frozenset().union(*roles.group, *roles.given))
            if not index.held(claim) <= counted | said.before:
                return None  # who is counted is told by a verb's subject: "A kills 20% of adults"

        def told(names: Iterable[str], kin: frozenset[str]) -> bool:
            return all(self._told(name, every, kin) or self._belongings.marked(name, kin) for name in names)

        if not told(self._belongings.needed(claim) - index.own(claim), said.kin):
            return None
        outcome = (
            not claim.outcome
            or self._told(claim.outcome, every if said.framed else named, said.kin)
            or (not (more and said.cues) and self._said_of(claim, said))
        )
        people, given = told(index.held(claim), said.people), told(index.given(claim), said.kin)
        if not (people and given and outcome) and (not strange or not claim.given):
            return None  # it may be told by a word that no claim base knows, or the figure be another's by chance
        return _differing(index, strange, people=people, given=given, outcome=outcome)

    def _strange(self, claim: Claim, said: Said) -> list[frozenset[str]]:
        """What is named and is neither a claim's nor everyone."""
        own = self._belongings.of(claim).above | self._index.universal
        return [names for names in said.here if names.isdisjoint(own)]

    def _goes_without_saying(self, claim: Claim, people: Iterable[str]) -> bool:
        """Whether what was given is known in these people alone; a share has to say of whom it is.

        A time need not, where its claim's own statement does not.
        """
        index = self._index
        if claim.kind == "duration" and index.lexicon.named(claim.statement).isdisjoint(people):
            return True
        known = [index.known_in(name) for name in sorted(index.given(claim))]
        return claim.kind != "proportion" and bool(known) and all(name in each for each in known for name in people)

    def _told(self, name: str, named: frozenset[str], kin: frozenset[str]) -> bool:
        """Whether a concept is named, or all words of one of its names are among those of these families."""
        return name in named or any(kin.issuperset(parts) for parts in self._belongings.spelt(name))

    def _said_of(self, claim: Claim, said: Said) -> bool:
        """Whether an outcome is told by a direction, or by most words of a name that are not those of the rest."""
        index = self._index
        own = index.own(claim)
        if index.means(claim.outcome, said.cues, said.kin, said.kin, own):
            return True
        rest = frozenset(part for name in own for parts in index.names(name) for part in parts) | LIGHT
        return any(
            fresh and 2 * len(fresh & said.kin) > len(fresh)
            for parts in index.names(claim.outcome)
            if (fresh := frozenset(parts) - rest) and fresh & _DEGREES <= said.kin
        )

    def _stands(
        self, claim: Claim, figure: Figure, sentence: Sentence, roles: Roles | None, wrong: tuple[Verdict, ...]
    ) -> bool:
        """Whether nothing in the grammar says otherwise: another group, the other way round."""
        if claim.kind != "proportion":
            return turning.fault(self._index, claim, figure, sentence) is None
        if roles is None or roles.thing:
            return False
        index = self._index
        own = index.above(index.own(claim)) | index.universal | index.sort_of(index.held(claim))
        others = Verdict.WRONG_POPULATION in wrong
        ends = not roles.outcome and self._ends(claim, figure, sentence)
        return ends or others or all(group & own for group in roles.group)

    def _ends(self, claim: Claim, figure: Figure, sentence: Sentence) -> bool:
        """Whether the outcome ends a phrase of people, so that its verb was not known for one: "of patients bruise"."""
        words, at = sentence.words, sentence.position(figure.full_end)
        last = sentence.mentions[-1]
        if claim.outcome not in last.concepts or last.first <= at or not sentence.names_people(at, last.first):
            return False
        before = last.first - 1 - (words[last.first - 1].low in ARTICLES)
        goes_on = last.last < len(words) and words[last.last].raw.isalnum()
        return not goes_on and words[before].low not in effect_words.HAVING | english.OF | english.RELATIVE


def _differing(
    index: ClaimsIndex, strange: list[frozenset[str]], *, people: bool, given: bool, outcome: bool
) -> tuple[Verdict, ...] | None:
    """The one role that is not told, where what is named besides can stand in its place; None where there are more."""
    types = {index.kb.concepts[name].type for names in strange for name in names}
    differing = tuple(
        verdict
        for told, verdict, kinds in (
            (people, Verdict.WRONG_POPULATION, {"population", "condition"}),
            (given, Verdict.WRONG_INTERVENTION, {"intervention", "substance"}),
            (outcome, Verdict.WRONG_OUTCOME, {"outcome", "measure", "condition", "molecule"}),
        )
        if not told and types <= kinds
    )
    if people and given and outcome:
        return None if strange else ()
    return differing if len(strange) < 2 and len(differing) == 1 == [people, given, outcome].count(False) else None


def _is_of_whom(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name may tell of whom something is said: people, or a complaint behind "with", "in" or "of"."""
    at = mention.first - 1
    if at > 0 and sentence.words[at].low in ARTICLES:
        at -= 1
    return "population" in sentence.types(mention) or (at >= 0 and sentence.words[at].low in OF_WHOM)


def _is_compared(sentence: Sentence, mention: Mention) -> bool:
    """Whether something is named as what another is compared with: "than A", "compared with A"."""
    if "intervention" not in sentence.types(mention) and "substance" not in sentence.types(mention):
        return False
    before = [word.low for word in sentence.words[max(0, mention.first - 3) : mention.first]]
    return not COMPARING.isdisjoint(before)
