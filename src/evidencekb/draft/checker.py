"""Holds a draft against a claim base: each figure and statement gets one verdict."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from evidencekb.draft import arithmetic, match, roles, statements, suppression
from evidencekb.draft.claims_index import ClaimsIndex
from evidencekb.draft.match import Match
from evidencekb.draft.mentions import Lexicon
from evidencekb.draft.roles import Context, Sentence
from evidencekb.draft.verdicts import advice
from evidencekb.model.assertion import SEVERITY, Assertion, Fix, Verdict
from evidencekb.model.document import BlockKind
from evidencekb.model.place import LineMap
from evidencekb.model.quantity import Form, Kind
from evidencekb.model.report import CheckedDocument
from evidencekb.reason.wording import group
from evidencekb.text import figures, sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from evidencekb.draft.mentions import Mention
    from evidencekb.model.document import Block, Document
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure, Quantity
    from evidencekb.reason.standing import Standing
    from evidencekb.text.words import Word

_ASSERTED = frozenset({Kind.PROPORTION, Kind.MEASURE, Kind.RATIO, Kind.FOLD, Kind.POINTS})
_ALWAYS = frozenset({Verdict.INCONSISTENT, Verdict.UNCLEAR, Verdict.UNSOURCED})


class Checker:
    """Built once for a claim base, used for many drafts."""

    def __init__(self, kb: KnowledgeBase, standings: Mapping[str, Standing]) -> None:
        """Index the concepts' names and the claims."""
        self._kb = kb
        self._lexicon = Lexicon(kb)
        self._index = ClaimsIndex(kb, standings, self._lexicon)

    def check(self, document: Document) -> CheckedDocument:
        """Judge one draft."""
        lines = LineMap(document.source)
        abbreviations: dict[str, tuple[str, ...]] = {}
        if ")" in document.source:
            for block in document.blocks:
                abbreviations.update(self._lexicon.defined(block.text))
        found: list[Assertion] = []
        skipped: Counter[str] = Counter({each.reason: each.count for each in document.skipped})
        before: tuple[Sentence, ...] = ()
        heads: dict[str, tuple[Mention, ...]] = {}
        for block in document.blocks:
            read = self._sentences(block, abbreviations)
            for sentence in read:
                context = self._context(block, before, abbreviations, heads)
                found += self._judge(document, lines, block, sentence, context, skipped)
                if sentence.mentions:
                    before = (sentence, *before[:1])
            if block.kind is BlockKind.HEADING:
                before = ()
        assertions, findings = suppression.apply(document, sorted(found, key=lambda a: (a.place, a.text)))
        return CheckedDocument(document.path, document.source, assertions, findings, dict(sorted(skipped.items())))

    def _sentences(self, block: Block, abbreviations: Mapping[str, tuple[str, ...]]) -> list[Sentence]:
        """The sentences of a block with what they hold; all in one pass over its words."""
        every = figures.find(block.text)
        result = []
        at = 0
        for start, end in sentences.split(block.text):
            own = []
            while at < len(every) and every[at].start < end:
                own.append(every[at])
                at += 1
            tokens = tuple(words.split(block.text, start, end))
            mentions, own = self._apart(tokens, self._lexicon.find(tokens, abbreviations), own)
            result.append(Sentence(block.text[start:end], start, end, tokens, mentions, tuple(own)))
        return result

    def _apart(
        self, tokens: tuple[Word, ...], mentions: list[Mention], own: list[Figure]
    ) -> tuple[tuple[Mention, ...], list[Figure]]:
        """Settle names that hold a figure, such as "pressure above 140".

        Beside a share the name is what is counted, and its figure asserts nothing; else the figure is the assertion,
        and only the words before it are a name.
        """
        shares = [f for f in own if f.quantity.kind is Kind.PROPORTION]
        kept = []
        for mention in mentions:
            held = [
                f for f in own if f.start < mention.end and mention.start < f.end and f.quantity.kind is not Kind.AGE
            ]
            if not held:
                kept.append(mention)
            elif shares and not any(f in shares for f in held):
                kept.append(mention)
                own = [f for f in own if f not in held]
            else:
                words_ = [t for t in tokens[mention.first : mention.last] if t.end <= held[0].full_start]
                shorter = self._lexicon.find(words_)
                kept += [replace(m, first=m.first + mention.first, last=m.last + mention.first) for m in shorter]
        return tuple(kept), own

    def _context(
        self,
        block: Block,
        before: tuple[Sentence, ...],
        abbreviations: Mapping[str, tuple[str, ...]],
        heads: dict[str, tuple[Mention, ...]],
    ) -> Context:
        """What the sentences before, the list's lead-in and the headings speak of, nearest first.

        `heads` keeps what was found in the headings of this draft.
        """
        texts = [text for text in (block.lead_in, *reversed(block.headings)) if text]
        for text in texts:
            if text not in heads:
                heads[text] = tuple(self._lexicon.find(words.split(text), abbreviations))
        groups = [sentence.mentions for sentence in before]
        at = 0 if block.kind is BlockKind.ITEM and block.lead_in else len(groups)
        groups[at:at] = [heads[text] for text in texts]
        concepts = self._kb.concepts
        people, topics, given = [], [], []
        for mentions in groups:
            ids = [c for m in mentions for c in m.concepts if c in concepts]
            counted = [
                m
                for m in mentions
                if any(concepts[c].type in {"condition", "population"} for c in m.concepts if c in concepts)
            ]
            if counted:
                people.append(frozenset(counted[0].concepts))
                conditions = [m for m in counted if not any(concepts[c].type == "population" for c in m.concepts)]
                if len(conditions) == 2 and conditions[1].first - conditions[0].last <= 2:
                    people.insert(len(people) - 1, frozenset(conditions[0].concepts + conditions[1].concepts))
            topics.append(frozenset(ids))
            given.append(frozenset(c for c in ids if concepts[c].type == "intervention"))
        return Context(tuple(people), tuple(t for t in topics if t), tuple(g for g in given if g))

    def _judge(
        self,
        document: Document,
        lines: LineMap,
        block: Block,
        sentence: Sentence,
        context: Context,
        skipped: Counter[str],
    ) -> Iterator[Assertion]:
        """The assertions of one sentence."""
        faults = self._faults(block, sentence)
        judged = False
        previous: roles.Roles | None = None
        for number, figure in enumerate(sentence.figures):
            if number in faults:
                yield self._assertion(
                    document, lines, block, sentence, figure, Match(Verdict.INCONSISTENT), faults[number]
                )
                continue
            if figure.quantity.kind not in _ASSERTED or figure.quantity.unit in {"$", "€", "£", "times", "times/day"}:
                skipped[f"{figure.quantity.kind.value}s that say nothing of a claim"] += 1
                continue
            if arithmetic.carried(sentence.figures, number, block.text):
                continue
            found, previous = self._match(block, sentence, figure, context, previous)
            if found is None:
                skipped["figures about nothing medical"] += 1
                continue
            judged = True
            yield self._assertion(document, lines, block, sentence, figure, found)
        if not judged and len(sentence.mentions) > 0 and block.kind not in {BlockKind.HEADING, BlockKind.CELL}:
            said = statements.find(self._index, sentence, context)
            if said is not None:
                start, end = sentence.words[said.first].start, sentence.words[said.last - 1].end
                yield self._make(document, lines, block, sentence, start, end, Match(said.verdict, said.claim), "")

    def _faults(self, block: Block, sentence: Sentence) -> dict[int, str]:
        """Figures of a sentence that cannot be right beside each other or by themselves."""
        found = arithmetic.change_fault(sentence.figures, block.text)
        for number, figure in enumerate(sentence.figures):
            if fault := arithmetic.own_fault(figure.quantity):
                found[number] = fault
            if fault := arithmetic.whole_fault(sentence.figures, number, block.text):
                found[number] = fault
            if number:
                one = sentence.figures[number - 1]
                if fault := arithmetic.pair_fault(one, figure, block.text[one.end : figure.full_start]):
                    found[number] = fault
        return found

    def _match(
        self, block: Block, sentence: Sentence, figure: Figure, context: Context, previous: roles.Roles | None
    ) -> tuple[Match | None, roles.Roles | None]:
        """Find the claim that one figure speaks of; `previous` are the roles of the figure before it."""
        pinned = next((p for p in block.pins if p.start < figure.end and figure.start < p.end), None)
        if pinned is not None and (claim := self._kb.claims.get(pinned.claim)) is not None and claim.figure is not None:
            return match.pinned(self._index, figure.quantity, claim), previous
        if block.kind is BlockKind.CELL:
            sentence, figure = self._cell(block, sentence, figure)
        read = roles.read(sentence, figure, self._kb.concepts, context, previous)
        if figure.quantity.kind is Kind.PROPORTION:
            low, high = read.clause
            near = {word.low for word in sentence.words[low:high]}
            return match.share(self._index, figure, read, near, context), read
        nested = self._nested(sentence)
        return match.measure(self._index, figure, sentence, read, context, nested), read

    def _nested(self, sentence: Sentence) -> frozenset[str]:
        """What the names of measures and outcomes hold inside: the substance in "the need for zinc"."""
        concepts = self._kb.concepts
        return frozenset().union(
            *(
                self._lexicon.inside(sentence.words, mention)
                for mention in sentence.mentions
                if mention.last - mention.first > 1
                and any(
                    concepts[c].type in {"measure", "outcome", "process"} for c in mention.concepts if c in concepts
                )
            )
        )

    def _cell(self, block: Block, sentence: Sentence, figure: Figure) -> tuple[Sentence, Figure]:
        """A table's cell as a sentence: row header, column header and the figure behind them."""
        head = f"{block.row_header}, {block.column_header}: "
        if block.row_header == sentence.text:
            return sentence, figure
        text = head + sentence.text
        tokens = tuple(words.split(text))
        mentions = tuple(self._lexicon.find(tokens))
        shift = len(head) - sentence.start
        moved = replace(
            figure,
            start=figure.start + shift,
            end=figure.end + shift,
            full_start=figure.full_start + shift,
            full_end=figure.full_end + shift,
        )
        return Sentence(text, 0, len(text), tokens, mentions, (moved,)), moved

    def _assertion(
        self,
        document: Document,
        lines: LineMap,
        block: Block,
        sentence: Sentence,
        figure: Figure,
        found: Match,
        fault: str = "",
    ) -> Assertion:
        """An assertion on a figure, with a mend where it is mechanical."""
        made = self._make(document, lines, block, sentence, figure.start, figure.end, found, fault)
        fix = _mend(figure.quantity, found)
        if fix is None or made.text != figure.text:
            return made
        whole = found.verdict is Verdict.WRONG_BOUND
        start = block.offsets[figure.full_start if whole else figure.start]
        end = block.ends[(figure.full_end if whole else figure.end) - 1]
        return replace(made, fix=Fix(lines.place(document.path, start, end), fix))

    def _make(
        self,
        document: Document,
        lines: LineMap,
        block: Block,
        sentence: Sentence,
        start: int,
        end: int,
        found: Match,
        fault: str,
    ) -> Assertion:
        """An assertion on the characters start:end of a block."""
        place = lines.place(document.path, block.offsets[start], block.ends[end - 1])
        surface = block.text[start:end]
        claim = found.claim
        people = group(self._kb, claim.population) if claim else ""
        message = f"{fault[:1].upper()}{fault[1:]}." if fault else advice(found.verdict, surface, claim, people)
        standing = self._index.standings[claim.id].level if claim else ""
        return Assertion(
            verdict=found.verdict,
            severity=SEVERITY[found.verdict],
            place=place,
            text=surface,
            sentence=sentence.text,
            message=message,
            claim=claim.id if claim else "",
            expected=claim.figure_text if claim else "",
            standing=standing,
            sources=_sources(claim),
            considered=found.considered,
        )


def _sources(claim: Claim | None) -> tuple[str, ...]:
    """The sources that support a claim, once each."""
    return tuple(dict.fromkeys(i.source for i in claim.evidence if i.stance == "supports")) if claim else ()


def _mend(quantity: Quantity, found: Match) -> str | None:
    """The text that mends a wrong value, bound or unit, where that is mechanical."""
    if (
        found.claim is None
        or found.claim.figure is None
        or found.verdict
        not in {
            Verdict.WRONG_VALUE,
            Verdict.WRONG_BOUND,
            Verdict.WRONG_UNIT,
        }
    ):
        return None
    return found.claim.figure_text if quantity.form is not Form.WORDS else None
