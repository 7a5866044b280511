"""Holds a draft against a claim base: each figure and statement gets one verdict."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft import suppression
from evidencekb.draft.matching import conditions, match
from evidencekb.draft.matching.accounted import Accounts
from evidencekb.draft.matching.claims_index import ClaimsIndex
from evidencekb.draft.matching.match import Match
from evidencekb.draft.measures import arms, gained, meant, one_person, rated, thresholds, turning
from evidencekb.draft.measures.measures import measure
from evidencekb.draft.mending_text import mend
from evidencekb.draft.naming import composed
from evidencekb.draft.naming.mentions import Lexicon
from evidencekb.draft.reading import Reader
from evidencekb.draft.sentences import defining, figure_clauses, negated_bounds, stance
from evidencekb.draft.shares import named, nested, parts, roles, rows, share_changes, turned
from evidencekb.draft.shares.roles import Context
from evidencekb.draft.shares.shares import share
from evidencekb.draft.statements import statements, wording_groups
from evidencekb.draft.sums import arithmetic, faulty
from evidencekb.draft.sums.repeats import Repeats, of_those
from evidencekb.draft.verdicts import advice, implausible
from evidencekb.model import links
from evidencekb.model.assertion import PASSING, SEVERITY, Assertion, Fix, Verdict
from evidencekb.model.document import BlockKind
from evidencekb.model.place import LineMap
from evidencekb.model.quantity import Form, Kind
from evidencekb.model.report import CheckedDocument
from evidencekb.reason.names import group

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.shares.roles import Roles
    from evidencekb.draft.statements.statements import Statement
    from evidencekb.model.document import Block, Document
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure
    from evidencekb.model.standing import Standing

_ASSERTED: Final = frozenset({Kind.PROPORTION, Kind.MEASURE, Kind.RATIO, Kind.FOLD, Kind.POINTS})
_UNSAID: Final = frozenset({"$", "€", "£", "times", "times/day"})
_UNCERTAIN: Final = frozenset({Verdict.WRONG_VALUE, Verdict.UNSOURCED, Verdict.UNCLEAR, Verdict.WRONG_OUTCOME})
"""Verdicts that give way where the draft contradicts itself."""
_UNSURE: Final = frozenset(
    {*match.UNKNOWN, Verdict.WRONG_OUTCOME, Verdict.WRONG_INTERVENTION, Verdict.WRONG_POPULATION}
)
"""Verdicts that give way where every word of a sentence belongs to one claim."""
_NEAR: Final = (Verdict.WRONG_VALUE, Verdict.WRONG_BOUND)
"""Verdicts on a figure whose frame is a claim's, all but the value."""
_NOTHING: Final = Context()
_REMEMBERED: Final = 2
"""Sentences before that a pronoun may point to."""


class Checker:
    """Built once for a claim base, used for many drafts."""

    def __init__(self, kb: KnowledgeBase, standings: Mapping[str, Standing]) -> None:
        """Index the concepts' names, and the claims; not those that name a concept that does not exist."""
        # every claim and concept is asked for, again and again: plain dictionaries give them at the least cost
        claims = {name: claim for name, claim in kb.claims.items() if not links.unknown(claim, kb.concepts)}
        self._kb = kb = replace(kb, concepts=composed.named(kb.concepts), claims=claims)
        self._lexicon = Lexicon(kb)
        self._index = ClaimsIndex(kb, standings, self._lexicon)
        self._reader = Reader(self._lexicon, kb)
        self._accounts = Accounts(self._index)
        self._rates = rated.Rates(kb, self._lexicon, self._reader.outcomes)
        self._index.groups_of = cache(partial(wording_groups.groups, self._index, self._reader))
        self._index.side_of = cache(partial(arms.side, self._reader))

    def check(self, document: Document) -> CheckedDocument:
        """Judge one draft."""
        lines = LineMap(document.source)
        abbreviations: dict[str, tuple[str, ...]] = {}
        if ")" in document.source:
            for block in document.blocks:
                abbreviations.update(self._lexicon.defined(block.text))
        found: list[Assertion] = []
        skipped: Counter[str] = Counter({each.reason: each.count for each in document.skipped})
        repeats = Repeats(self._kb.config)
        before: tuple[Sentence, ...] = ()
        lead: tuple[Sentence, ...] = ()  # what stands before a list
        for block in document.blocks:
            if block.kind is not BlockKind.ITEM:
                lead = ()
            elif not lead:
                lead = before[:1]
            work = _Work(self._index, self._accounts, self._lexicon, self._reader, document.path, lines, block, repeats)
            last: Sentence | None = None
            for sentence in map(self._rates.added, self._reader.sentences(block, abbreviations)):
                if sentence.mentions or sentence.figures:
                    context = (
                        self._reader.context(block, (*lead, *(s for s in before if s not in lead)), abbreviations)
                        if sentence.figures
                        else _NOTHING
                    )
                    found += work.judge(sentence, context, skipped, last)
                last = sentence
                if sentence.mentions:
                    before = (sentence, *before[: _REMEMBERED - 1])
            if block.kind is BlockKind.HEADING:
                before = ()
        assertions, findings = suppression.apply(document, sorted(found, key=lambda a: (a.place, a.text)))
        return CheckedDocument(document.path, document.source, assertions, findings, dict(sorted(skipped.items())))


class _Reading(NamedTuple):
    """A figure with what it is read by: its sentence and clause, the clause behind, and what stood before."""

    sentence: Sentence
    figure: Figure
    clause: tuple[int, int]
    following: tuple[int, int] | None
    context: Context
    previous: Roles | None  # of the figure before it


class _Work:
    """Judges the sentences of one block."""

    def __init__(
        self,
        index: ClaimsIndex,
        accounts: Accounts,
        lexicon: Lexicon,
        reader: Reader,
        path: str,
        lines: LineMap,
        block: Block,
        repeats: Repeats,
    ) -> None:
        self._index = index
        self._accounts = accounts
        self._lexicon = lexicon
        self._reader = reader
        self._path = path
        self._lines = lines
        self._block = block
        self._repeats = repeats
        self._last: Roles | None = None  # of the last share of the sentence before

    def judge(
        self, sentence: Sentence, context: Context, skipped: Counter[str], last: Sentence | None
    ) -> Iterator[Assertion]:
        """The assertions of one sentence; `last` is the one before it in its block."""
        faults = faulty.figures(sentence, self._block.text, self._index.kb.config.tolerance) if sentence.figures else {}
        judged: list[conditions.Judged] = []
        previous: Roles | None = None
        place = 0
        asked = sentence.text.endswith("?") and stance.asks([word.low for word in sentence.words])
        bare = (*thresholds.bare(self._index, sentence), *gained.counts(sentence))
        asserted = figure_clauses.shares(sentence.figures, bare)
        clauses = defining.clauses(sentence, asserted) if asserted else []
        pairs, clash = rows.alone(self._reader, sentence, asserted)
        for number, figure in enumerate(sentence.figures):
            if number in faults:
                judged.append((figure, Match(Verdict.INCONSISTENT), faults[number]))
                continue
            if (reason := self._passed_over(sentence, number, bare)) is not None:
                skipped.update([reason] if reason else [])
                continue
            while asserted[place] is not figure:
                place += 1
            following = clauses[place + 1] if place + 1 < len(clauses) else None
            alone = pairs.get(figure.start)
            if alone is None and figure.start in pairs:
                skipped["figures that say again what another says"] += 1
                continue
            if alone is not None:
                found, read = self._match(_Reading(alone, figure, (0, len(alone.words)), None, context, None))
            else:
                found, read = self._match(_Reading(sentence, figure, clauses[place], following, context, previous))
            found = match.as_put(sentence, figure, found, asked=asked)
            if found is None:
                previous = read or previous
                skipped[conditions.SKIPPED] += 1
                continue
            fault = clash if alone is not None and found.verdict in PASSING else ""
            if read is not None and read is not previous and found.verdict in _UNCERTAIN:
                first = asserted[place - 1] if place else None
                fault = self._repeats.fault(sentence, figure, read, previous, first, self._block.row_header)
            if read is not None and read is not previous:
                line, _ = self._lines.position(self._block.offsets[figure.start])
                self._repeats.keep(figure, read, line, self._block.row_header)
            previous = read
            judged.append((figure, found, fault))
        self._last = previous
        stated = self._stated(sentence, last) if conditions.may_be_all(judged) else []
        left = list(conditions.apart(self._index, judged, [said.claim for said in stated], skipped))
        for figure, found, fault in left:
            yield from self._assertions(sentence, figure, found, fault)
        for said in stated if not left else ():
            start, end = sentence.starts[said.first], sentence.end_of(said.last - 1)
            yield self._make(sentence, start, end, Match(said.verdict, said.claim), "")

    def _stated(self, sentence: Sentence, last: Sentence | None) -> list[Statement]:
        """What a sentence states without a figure; `last` is the one before it."""
        if not sentence.mentions or self._block.kind in {BlockKind.HEADING, BlockKind.CELL}:
            return []
        pinned = [p.claim for p in self._block.pins if sentence.start <= p.start < sentence.end]
        return statements.find(self._index, sentence, pinned, last)

    def _passed_over(self, sentence: Sentence, number: int, bare: Sequence[Figure]) -> str | None:
        """Why a figure is not judged, "" where it belongs to one that is; None where it is judged."""
        figure, text = sentence.figures[number], self._block.text
        unasserted = figure.quantity.kind not in _ASSERTED and not any(each is figure for each in bare)
        if unasserted or figure.quantity.unit in _UNSAID:
            return f"{figure.quantity.kind.value}s that say nothing of a claim"
        if arithmetic.carried(sentence.figures, number, text):
            return ""
        if arithmetic.is_level(figure, text):
            return "levels of confidence"
        if one_person.is_idle(sentence, figure, text):
            return "figures of one person, of a survey's answers or of speech"
        again = arithmetic.restated(sentence.figures, number, text)
        if again or arithmetic.equated(sentence.figures, number, text) == "":
            return "figures that say again what another says"
        return None

    def _match(self, at: _Reading) -> tuple[Match | None, Roles | None]:
        """Find the claim that one figure speaks of."""
        found, read = self._free(at)
        sentence, figure = at.sentence, at.figure
        if found is not None and not turned.CUES.isdisjoint(sentence.lows):
            found = turned.held(self._index, sentence, figure, at.clause, found)
        pin = next((p for p in self._block.pins if p.start < figure.end and figure.start < p.end), None)
        if pin is None:
            return found, read
        claim = self._index.kb.claims.get(pin.claim)
        if claim is None:
            return Match(Verdict.UNSOURCED, missing=pin.claim), read
        if claim.figure is None:
            return found, read
        here = {frozenset(mention.concepts) for mention in sentence.mentions}
        carried = read is not None and read is not at.previous and not here.issuperset(read.group)
        return match.pinned(self._index, figure.quantity, claim, None if carried else found), read

    def _free(self, at: _Reading) -> tuple[Match | None, Roles | None]:
        """Find the claim of a figure from the text alone."""
        if self._block.kind is BlockKind.CELL:
            sentence, figure = self._reader.cell(self._block, at.sentence, at.figure)
            clause = (0, len(sentence.words))
            at = at._replace(sentence=sentence, figure=figure, clause=clause, following=None)
        found, read = self._by_grammar(at)
        if found is None or found.verdict in _UNSURE:
            found = self._accounts.match(at.figure, at.sentence, at.clause, at.context, read, found)
        elif found.verdict in PASSING and found.claim is not None:
            found = self._accounts.held(at.figure, at.sentence, at.clause, at.context, found)
        if found is not None:
            found = self._accounts.turned(at.figure, at.sentence, at.clause, found)
        return found, read

    def _by_grammar(self, at: _Reading) -> tuple[Match | None, Roles | None]:
        """Find the claim of a figure by the roles that its sentence gives."""
        sentence, figure, clause, following, context, previous = at
        index = self._index
        if not sentence.mentions and sentence.text.endswith("?"):
            return None, previous  # "Eleven in a hundred?" asks again what another sentence says
        if not sentence.mentions and named.is_warned_of(sentence):
            return None, previous
        worded = match.worded(index, sentence, figure)
        if meant.is_left(figure, sentence, clause):
            held = measure(index, figure, sentence, clause, context, self._reader.nested(sentence))
            if (fallen := meant.of_what_is_left(figure, held)) is not None:
                return fallen, previous
        if figure.quantity.kind is Kind.PROPORTION and not thresholds.in_percent(index, sentence, figure):
            if worded is None and parts.is_another(sentence, figure, clause):
                return Match(Verdict.UNSOURCED), previous
            if (
                worded is None
                and previous is not None
                and of_those(sentence, figure)
                and not any(m.first >= sentence.position(figure.full_end) for m in sentence.within(*clause))
            ):
                return Match(Verdict.UNSOURCED), previous  # another predicate, in words that no concept covers
            if previous is None and self._last is not None and self._last.outcome:
                context = context._replace(topics=(self._last.outcome, *context.topics))  # "In women it is 8%"
            read = roles.read(sentence, figure, clause, context, previous, following)
            if not read.change:
                found, read = self._shared(sentence, figure, clause, read, worded, previous or self._last)
                unknown = found is not None and found.verdict in match.UNKNOWN
                if unknown and share_changes.is_prevented(sentence, figure):
                    held = measure(index, figure, sentence, clause, context, self._reader.nested(sentence))
                    return (held if held is not None and held.claim is not None else found), read
                return found, read
            if figure.quantity.form is Form.FRACTION and (
                previous is not None or share_changes.is_had(sentence, figure)
            ):
                return None, previous  # "in 47% the score fell by half": what happened to them, no figure of its own
        if worded is not None:
            wrong = turning.in_own_words(index, worded.claim, figure, sentence) if worded.claim is not None else None
            return worded if wrong is None else replace(worded, verdict=wrong), previous
        nested = self._reader.nested(sentence)
        return measure(index, figure, sentence, clause, context, nested), previous

    def _shared(
        self,
        sentence: Sentence,
        figure: Figure,
        clause: tuple[int, int],
        read: Roles,
        worded: Match | None,
        before: Roles | None,
    ) -> tuple[Match | None, Roles]:
        """The verdict on a share; "of these" are those of the share before, unless a claim is of all there."""
        found = worded or share(self._index, figure.quantity, sentence, read)
        if worded is not None and not nested.CUES.isdisjoint(sentence.lows):  # the same words, of "them"
            other = share(self._index, figure.quantity, sentence, read)
            return (other if other is not None and other.verdict is Verdict.INVERTED else found), read
        if before is None or found is None or nested.CUES.isdisjoint(sentence.lows):
            return found, read
        within = nested.counted(sentence, figure, clause, read, before)
        if within is None or found.verdict is Verdict.SUPPORTED:
            return found, read
        other = share(self._index, figure.quantity, sentence, within)
        better = other is not None and other.verdict in {Verdict.SUPPORTED, Verdict.DISPUTED, *_NEAR}
        if not better and other is not None and found.verdict in _NEAR and nested.narrows(read, within):
            better = True  # a claim of all of them says nothing of those who are counted
        return (other, within) if better else (found, read)

    def _assertions(self, sentence: Sentence, figure: Figure, found: Match, fault: str) -> Iterator[Assertion]:
        """One assertion on a figure; two where it is told once more, in percent: "a third of women (34%)"."""
        if not figure.again[1]:
            yield self._assertion(sentence, figure, found, fault)
            return
        verdict, beneath = (Verdict.INCONSISTENT, found.verdict) if fault else (found.verdict, None)
        for start, end in ((figure.start, figure.end), figure.again):
            yield self._make(sentence, start, end, replace(found, verdict=verdict), fault, beneath)

    def _assertion(self, sentence: Sentence, figure: Figure, found: Match, fault: str = "") -> Assertion:
        """An assertion on a figure, with a mend where it is mechanical; a fault of the draft's own comes first."""
        shown = replace(found, verdict=Verdict.INCONSISTENT) if fault else found
        made = self._make(sentence, figure.start, figure.end, shown, fault, found.verdict if fault else None)
        stands = found.claim is not None and self._index.passes(found.claim)
        fix = mend(figure, found) if stands else None
        if fix is None or made.text != figure.text:
            return made
        whole = found.verdict is Verdict.WRONG_BOUND
        if whole and negated_bounds.is_turned(figure, self._block.text):
            return made
        start = self._block.offsets[figure.full_start if whole else figure.start]
        end = self._block.ends[(figure.full_end if whole else figure.end) - 1]
        return replace(made, fix=Fix(self._lines.place(self._path, start, end), fix))

    def _make(
        self, sentence: Sentence, start: int, end: int, found: Match, fault: str, beneath: Verdict | None = None
    ) -> Assertion:
        """An assertion on the characters start:end of a block."""
        block = self._block
        place = self._lines.place(self._path, block.offsets[start], block.ends[end - 1])
        surface = block.text[start:end]
        claim = found.claim
        people = group(self._index.kb, claim.population) if claim else ""
        standing = self._index.standings[claim.id].level if claim else ""
        doubt = "" if claim is None or self._index.passes(claim) else standing
        told = found.verdict
        message = advice(told, surface, claim, people, doubt) if found.denial is None else implausible(found.denial)
        if found.missing:
            message = f"There is no claim “{found.missing}”: mend its name in the link, or leave the link out."
        if fault:
            said = f" The claim says {claim.figure_text}." if claim and not doubt else ""
            message = f"{fault[:1].upper()}{fault[1:]}.{said}"
        return Assertion(
            verdict=found.verdict,
            severity=SEVERITY[found.verdict],
            place=place,
            text=surface,
            sentence=sentence.text,
            message=message,
            claim=claim.id if claim else "",
            expected=found.denial.limit if found.denial else claim.figure_text if claim else "",
            standing=standing,
            sources=_sources(claim),
            considered=found.considered,
            beneath=beneath,
        )


def _sources(claim: Claim | None) -> tuple[str, ...]:
    """The sources that support a claim, once each."""
    return tuple(dict.fromkeys(i.source for i in claim.evidence if i.stance == "supports")) if claim else ()
