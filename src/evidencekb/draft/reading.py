"""Takes a block apart into sentences with what they hold, and gathers what came before each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.measures import article_times, multiplied
from evidencekb.draft.naming import elliptic, former, freed, predicated, same_complaint, taken_up
from evidencekb.draft.naming.freed import Freed
from evidencekb.draft.naming.mentions import Mention
from evidencekb.draft.naming.moved import Moved
from evidencekb.draft.naming.reworded import Rewordings
from evidencekb.draft.naming.short_names import ShortNames
from evidencekb.draft.naming.short_outcomes import ShortOutcomes
from evidencekb.draft.naming.verbal import Verbal
from evidencekb.draft.sentences import attributions, lacking, needed, negated_bounds, parted_bounds
from evidencekb.draft.sentences.sentence import Sentence
from evidencekb.draft.shares import counted, headed, more_in_many, rough_shares, tied
from evidencekb.draft.shares.roles import Context
from evidencekb.model.document import BlockKind
from evidencekb.model.quantity import Kind
from evidencekb.text import figures, periods, sentences, units, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evidencekb.draft.naming.elliptic import Names
    from evidencekb.draft.naming.mentions import Lexicon
    from evidencekb.draft.sentences.sentence import Alternatives
    from evidencekb.model.document import Block
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.quantity import Figure
    from evidencekb.text.words import Word

_DESCRIBING: Final = frozenset({Kind.AGE, Kind.COUNT})
_COMING: Final = frozenset({"developing", "having", "getting", "onset", "risk", "new"})
_LONGEST: Final = 3000
"""Characters of the longest sentence that is read in one piece."""
_REMEMBERED: Final = 64
_JOINING: Final = frozenset({"and", "plus", "also", "with", "but", "well", "alongside", "besides"})
"""Words between two complaints that the same people have: "A as well as B"."""
_WITHIN: Final = frozenset({"in", "by", "during", "among"})
_APART: Final = frozenset({"of", "and", "or", "than", "versus", "vs", "from", "to", "not"})
"""Words by which one name of people is of others than the name before."""
_SEEKING: Final = english.listed("looked searched screened tested checked examined asked assessed surveyed combed")
_FROM_SEEKING: Final = 9
_TWO: Final = 2
_FRAMED: Final = (BlockKind.ITEM, BlockKind.CELL)


class Reader:
    """Reads blocks with the names of one claim base."""

    def __init__(self, lexicon: Lexicon, kb: KnowledgeBase) -> None:
        """Take the names of the claim base apart once."""
        self._lexicon = lexicon
        self._concepts = concepts = kb.concepts
        self._rewordings = Rewordings(lexicon, kb)
        self._verbal = Verbal(concepts)
        self._moved = Moved(concepts)
        self._freed = Freed(concepts)
        self._needs = needed.Needs(concepts)
        self._short = ShortNames(concepts)
        self.outcomes = ShortOutcomes(concepts)
        self._remembered: dict[tuple[str, tuple[str, ...]], Sentence] = {}

    def sentences(self, block: Block, abbreviations: Mapping[str, tuple[str, ...]]) -> list[Sentence]:
        """The sentences of a block with what they hold; all in one pass over its words."""
        every = periods.added(block.text, figures.find(block.text))
        result: list[Sentence] = []
        at = 0
        before = self._framing(block.lead_in, abbreviations) if block.lead_in else None
        for start, end in _pieces(block.text, every):
            own = []
            while at < len(every) and every[at].start < end:
                own.append(every[at])
                at += 1
            before = self._sentence(block.text, start, end, own, abbreviations, before)
            result.append(before)
        return result

    def _sentence(
        self,
        text: str,
        start: int,
        end: int,
        own: Sequence[Figure],
        abbreviations: Mapping[str, tuple[str, ...]],
        before: Sentence | None = None,
    ) -> Sentence:
        tokens, starts = words.locate(text, start, end)
        own = rough_shares.joined(text, own)
        if not attributions.CUES.isdisjoint([word.low for word in tokens]):
            left = self._unattributed(tokens, starts, own, abbreviations)
            tokens, starts = [tokens[i] for i in left], [starts[i] for i in left]
        barred = self._barred(tokens, starts, own) if own else frozenset()
        pointers = former.pointing(tokens) if own else frozenset[int]()
        mentions = self._lexicon.find(tokens, abbreviations, barred | pointers)
        names: Names = ()
        lent = before.full_names() if before and own else ()
        if own:
            mentions, names = elliptic.completed(self._lexicon, self._concepts, tokens, mentions, barred, lent)
            if mentions and not taken_up.PRONOUNS.isdisjoint([w.low for w in tokens]):
                mentions = taken_up.added(self._lexicon, self._concepts, tokens, mentions, barred)
        mentions = self._short.added(tokens, [self._widened(tokens, m) for m in mentions])
        if pointers:
            mentions = former.resolved(self._concepts, tokens, mentions, pointers, lent)
        if (mentions or lent) and not same_complaint.NOUNS.isdisjoint(lows := [word.low for word in tokens]):
            mentions = same_complaint.added(self._concepts, lows, mentions, barred, lent)
        if mentions or lent:
            mentions = self._rewordings.added(tokens, mentions, figures=bool(own), lent=lent)
        if own and mentions and not freed.CUES.isdisjoint(lows := [word.low for word in tokens]):
            mentions = self._freed.added(tokens, lows, mentions)
        if own and mentions:
            mentions = self.outcomes.added(tokens, self._moved.added(tokens, mentions, own))
        if mentions and self._verbal.roots and not self._verbal.roots.isdisjoint([w.kin for w in tokens]):
            mentions = self._verbal.added(tokens, mentions, figures=bool(own))
        if mentions and not predicated.CUES.isdisjoint([word.low for word in tokens]):
            mentions = predicated.joined(self._lexicon, self._concepts, tokens, mentions)
        if own:
            mentions = self._joined(tokens, mentions)
        found = Sentence(text[start:end], start, end, tokens, starts, mentions, own, self._concepts, names)
        if mentions:
            found = self._needs.added(multiplied.added(article_times.added(found)))
        if not found.figures:
            return found
        found = parted_bounds.added(found)
        if mentions:
            found = counted.shares(more_in_many.added(replace(found, figures=_apart(found))))
        return negated_bounds.turned(found)

    def _unattributed(
        self,
        tokens: Sequence[Word],
        starts: Sequence[int],
        own: Sequence[Figure],
        abbreviations: Mapping[str, tuple[str, ...]],
    ) -> list[int]:
        """Positions of the words that say more than who says it."""
        named = {i for m in self._lexicon.find(tokens, abbreviations) for i in range(m.first, m.last)}
        return attributions.kept(tokens, named.union(_barred(tokens, starts, own)))

    def _barred(self, tokens: Sequence[Word], starts: Sequence[int], own: Sequence[Figure]) -> frozenset[int]:
        """Positions of the words of figures; not of a time in a name beside another: "a gain over three days"."""
        barred = _barred(tokens, starts, own)
        times = [f for f in own if f.quantity.unit in units.TIMES] if len(own) > 1 else []
        if not times:
            return barred
        spans = [(bisect_left(starts, f.start), bisect_left(starts, f.end)) for f in times]
        names = self._lexicon.find(tokens)
        held = [range(*span) for span in spans if any(m.first < span[0] and span[1] <= m.last for m in names)]
        return barred.difference(*held) if held else barred

    def _joined(self, tokens: Sequence[Word], mentions: list[Mention]) -> list[Mention]:
        """The mentions with nouns that name people together with words before them."""
        taken = {i: m.concepts for m in mentions for i in range(m.first, m.last)}
        found = [Mention(at, at + 1, concepts) for at, concepts in self._lexicon.people.apart(tokens, taken)]
        return sorted([*mentions, *found]) if found else mentions

    def _widened(self, tokens: Sequence[Word], mention: Mention) -> Mention:
        """A mention such as "developing A" with A among what it may mean."""
        if mention.last - mention.first < 2 or tokens[mention.first].low not in _COMING:
            return mention
        inner = self._lexicon.inside(tokens, mention)
        return mention._replace(concepts=tuple(dict.fromkeys((*mention.concepts, *sorted(inner)))))

    def nested(self, sentence: Sentence) -> frozenset[str]:
        """What the names of measures and outcomes hold inside: the substance in "the need for zinc"."""
        return frozenset().union(
            *(
                self._lexicon.inside(sentence.words, mention)
                for mention in sentence.mentions
                if mention.last - mention.first > 1
                and any(self._concepts[c].type in {"measure", "outcome", "process"} for c in mention.concepts)
            )
        )

    def alone(self, text: str, own: Sequence[Figure]) -> Sentence:
        """A sentence by itself, with the figures found in it."""
        return self._sentence(text, 0, len(text), own, {})

    def reread(self, sentence: Sentence, kept: Sequence[int], figure: Figure) -> Sentence:
        """A sentence of which only the words at some positions are left, with one figure."""
        return self.moved(sentence, [(i, i) for i in kept], figure)

    def moved(self, sentence: Sentence, kept: Sequence[tuple[int, int]], figure: Figure) -> Sentence:
        """The same with words that may stand elsewhere: each position that is left, and the one where it stands."""
        tokens = [sentence.words[i] for i, _ in kept]
        starts: list[int] = []
        for _, at in kept:
            start = sentence.starts[at]
            starts.append(start if not starts or start > starts[-1] else starts[-1] + 1)
        barred = _barred(tokens, starts, [figure])
        found = self._lexicon.find(tokens, {}, barred)
        mentions, names = elliptic.completed(self._lexicon, self._concepts, tokens, found, barred, ())
        mentions = self._rewordings.added(tokens, [self._widened(tokens, m) for m in mentions], figures=True)
        mentions = self._joined(tokens, mentions)
        return replace(sentence, words=tokens, starts=starts, mentions=mentions, figures=[figure], names=names)

    def whole(self, text: str) -> Sentence:
        """A sentence by itself, with all its figures."""
        return self.alone(text, figures.find(text))

    def cell(self, block: Block, sentence: Sentence, figure: Figure) -> tuple[Sentence, Figure]:
        """A table's cell as a sentence: row header, column header and the figure behind them."""
        if block.row_header == block.text or not (block.row_header or block.column_header):
            return sentence, figure
        row, column = block.row_header, block.column_header
        if row and column and headed.crossed(self._framing(row, {}), self._framing(column, {})):
            column = f"in {column}"
        head = ", ".join(part for part in (row, column) if part) + ": "
        text = head + block.text
        moved = replace(
            figure,
            start=figure.start + len(head),
            end=figure.end + len(head),
            full_start=figure.full_start + len(head),
            full_end=figure.full_end + len(head),
        )
        return self._sentence(text, 0, len(text), [moved], {}), moved

    def context(
        self, block: Block, before: Sequence[Sentence], abbreviations: Mapping[str, tuple[str, ...]]
    ) -> Context:
        """What the list's lead-in, the sentences before and the headings speak of, nearest first."""
        heads = [self._framing(text, abbreviations) for text in (block.corner, block.lead_in) if text]
        tops = [self._framing(text, abbreviations) for text in reversed(block.headings) if text]
        groups: list[tuple[Alternatives, ...]] = []
        topics: list[tuple[Alternatives, ...]] = []
        given: list[tuple[Alternatives, ...]] = []
        substances: frozenset[str] = frozenset()
        for sentence in (*heads, *before, *tops):
            counted = self._counted(sentence)
            if counted:
                groups.append(counted)
            groups += [
                (frozenset(m.concepts),)
                for m in sentence.mentions
                if sentence.types(m) & {"condition", "population"} and (frozenset(m.concepts),) not in groups
            ]
            named = tuple(dict.fromkeys(frozenset(m.concepts) for m in sentence.mentions if not sentence.negated(m)))
            about = tuple(
                a for a in named if any(self._concepts[c].type in {"condition", "outcome", "measure"} for c in a)
            )
            if about:
                topics.append(about)
            treated = tuple(a for a in named if any(self._concepts[c].type == "intervention" for c in a))
            if treated:
                given.append(treated)
            if not substances:
                held = self.nested(sentence) if needed.is_told(sentence) else frozenset[str]()
                substances = frozenset(
                    c for c in held.union(*named) if self._concepts[c].type in {"substance", "molecule"}
                )
        above = headed.asked(before) or (None if heads or not tops else headed.read(tops, before))
        if above is not None:
            groups.insert(0, above.group)
        framed = bool(block.lead_in) or block.kind in _FRAMED
        nearest = heads or (before[:1] if block.kind is BlockKind.ITEM and before else tops[:1])
        return Context(
            tuple(groups),
            tuple(topics),
            tuple(given),
            substances if len(substances) == 1 else frozenset(),
            framed,
            tied.some(before[0]) if before else (),
            lacking.of_people(before[0]) if before else (),
            headed.sorts(tops, before),
            above,
            any(headed.counts(sentence) for sentence in nearest),
            any(needed.is_told(each) for each in (*heads, *tops[:1])),
        )

    def _framing(self, text: str, abbreviations: Mapping[str, tuple[str, ...]]) -> Sentence:
        """A heading or lead-in as a sentence; the last ones are remembered, for they frame many blocks."""
        key = (text, tuple(abbreviations))
        found = self._remembered.get(key)
        if found is None:
            if len(self._remembered) > _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[key] = self._sentence(text, 0, len(text), [], abbreviations)
        return found

    def _counted(self, sentence: Sentence) -> tuple[Alternatives, ...]:
        """The people a sentence speaks of: all its conditions where it says that people have them, else its first."""
        named = [
            m
            for m in sentence.mentions
            if sentence.types(m) & {"condition", "population"}
            and not sentence.negated(m)
            and not _is_sought(sentence, m)
        ]
        if not named:
            return ()
        first = named[0]
        lead = sentence.words[: named[-1].last]
        led = any(word.low in {"patients", "people", "those", "individuals", "women", "men"} for word in lead)
        both = any(word.low in {"both", "plus"} for word in lead) or any(
            word.low in {"have", "with", "had"} for word in sentence.words[: first.first]
        )
        told = any(f.quantity.kind not in _DESCRIBING for f in sentence.figures)
        if led and both and len(named) > 1 and not told:
            gap = {w.low for w in sentence.words[first.last : named[1].first]}
            if gap & _JOINING and len(gap) <= 4:
                return tuple(dict.fromkeys(frozenset(m.concepts) for m in named[:2]))
        if len(named) > 1 and not told and sentence.words[named[1].first].low == "without":
            people = sentence.words[first.last : named[1].first]
            if people and all(word.low in english.PEOPLE for word in people):
                return tuple(dict.fromkeys(frozenset(m.concepts) for m in named[:2]))  # "A patients without B"
        folk = [sentence.types(m) == {"population"} for m in named]
        if len(named) >= _TWO and folk[0] and folk[1] and first.last == named[1].first:
            return tuple(dict.fromkeys(frozenset(m.concepts) for m in named[:2]))  # "Danish nurses"
        if len(named) == _TWO and folk[1] and (folk[0] or not told):
            between = {word.low for word in sentence.words[first.last : named[1].first]}
            if not between.isdisjoint(_WITHIN) and between.isdisjoint(_APART):
                # "during A in people with B", "A is an emergency in children"
                return tuple(dict.fromkeys(frozenset(m.concepts) for m in named))
        for mention in named[:2]:
            if sentence.types(mention) == {"population"} and mention.first in {first.first, first.last}:
                return tied.complaints(sentence, mention)
        return (frozenset(first.concepts),)


def _is_sought(sentence: Sentence, mention: Mention) -> bool:
    """Whether people are but looked at for something: "they screened 365 adults for A"."""
    led = [word.low for word in sentence.words[: mention.first]]
    return bool(led) and led[-1] in {"for", "about"} and not _SEEKING.isdisjoint(led[-_FROM_SEEKING:])


def _pieces(text: str, every: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """The sentences; one that is longer than any real one comes in pieces, so that work stays linear in the text."""
    at = 0
    for begin, end in sentences.split(text):
        start = begin
        while end - start > _LONGEST:
            cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST) + 1 or start + _LONGEST
            while at < len(every) and every[at].end <= cut:
                at += 1
            if at < len(every) and every[at].full_start < cut:
                cut = max(every[at].end, every[at].full_end)
            if cut >= end:
                break
            yield start, cut
            start = cut
        yield start, end


def _barred(tokens: Sequence[Word], starts: Sequence[int], own: Sequence[Figure]) -> frozenset[int]:
    """Positions of the words of figures; ages and counts belong to names ("people over 65").

    So does a measurement ("pressure below 90 mm Hg") where a share of those who have it is told.
    """
    several = any(f.quantity.kind is Kind.PROPORTION for f in own)
    barring = [
        f for f in own if f.quantity.kind not in _DESCRIBING and not (several and f.quantity.kind is Kind.MEASURE)
    ]
    if not barring:
        return frozenset()
    found: set[int] = set()
    for figure in barring:
        at = bisect_right(starts, figure.start)
        if at and starts[at - 1] + len(tokens[at - 1].raw) > figure.start:
            at -= 1
        inner = range(bisect_left(starts, figure.inner[0]), bisect_left(starts, figure.inner[1]))
        found.update(i for i in range(at, bisect_left(starts, figure.end)) if i not in inner)
    return frozenset(found)


def _apart(sentence: Sentence) -> list[Figure]:
    """The figures that are no part of a name."""
    inside = [(sentence.starts[m.first], sentence.end_of(m.last - 1)) for m in sentence.mentions]
    return [
        f
        for f in sentence.figures
        if not any(
            f.start < end and start < f.end and not f.inner[0] <= start < end <= f.inner[1] for start, end in inside
        )
    ]
