"""Plainer sentences inside a sentence: without an aside, with what a relative clause is of, with a topic put behind.

"A, once B has done C, raises D" holds "A raises D"; "A raises B, which lowers C" holds "B lowers C"; "When it comes to
A, B is no better than C" holds "B is no better ... A". Each is a selection of the words of the whole.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.language.acting_words import act
from evidencekb.draft.sentences.stance import Force
from evidencekb.draft.sentences.telling import BREAKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evidencekb.draft.sentences.sentence import Sentence

_MARKS: Final = frozenset({",", "(", "\u2014", "\u2013", "which", "whether"})
"""One of these is in every sentence that holds another."""
_CLOSING: Final = {",": ",", "(": ")", "\u2014": "\u2014", "\u2013": "\u2013"}
_NO_ASIDE: Final = BREAKS | frozenset({"and", "or", "nor", "not", "rather", "instead", "unless", "whether", "unlike",
                              "in", "at", "during", "for", "among", "under", "with", "without", "only"})  # fmt: skip
"""Words with which no aside begins: a list, a contrast, a condition."""
_NARROWING: Final = frozenset({"combined", "together", "added", "overdose", "dose", "doses", "excess", "excessive",
                               "much", "alone", "plus"})  # fmt: skip
"""Words by which an aside makes a case of its own of what it is of."""
_LONGEST: Final = 14
_TURNING: Final = frozenset({"in", "turn", "then", "thereby", "also", "itself", "themselves", "ultimately", "finally"})
_FRONTS: Final = (
    ("when", "it", "comes", "to"), ("as", "for"), ("as", "far", "as"), ("for",), ("regarding",), ("concerning",),
    ("in", "terms", "of"), ("with", "regard", "to"), ("with", "respect", "to"), ("as", "regards"), ("on",),
    ("in", "regard", "to"), ("where",), ("in",),
)  # fmt: skip
_OBJECTS: Final = frozenset({"condition", "outcome", "measure", "molecule", "process"})
"""Types of what a verb may have as its object, so that a topic is none."""
_AT_FIRST: Final = frozenset({"after", "following", "upon", "with", "through", "during", "under", "by"})
"""Words that begin a phrase for what something comes of: "after A, B falls" says that B falls after A."""
_TAKEN: Final = frozenset({"intervention", "substance"})
_THAN: Final = frozenset({"than", "versus", "vs", "compared", "as", "to"})


class View(NamedTuple):
    """A plainer sentence, and the position in the whole of each of its words; `more`: it says more than the whole."""

    sentence: Sentence
    order: Sequence[int]
    more: bool
    start: int  # the first word that carries what it says

    def place(self, first: int, last: int) -> tuple[int, int]:
        """The words of the whole that the words first:last stand for."""
        spots = [at for at in self.order[first:last] if at >= self.start] or list(self.order[first:last])
        return min(spots), max(spots) + 1


def views(sentence: Sentence) -> Iterator[View]:
    """The plainer sentences that are said within one."""
    if sentence.lows.isdisjoint(_MARKS):
        return
    if "whether" in sentence.lows:
        yield from _either_way(sentence)
    yield from _fronted(sentence)
    yield from _means(sentence)
    yield from _had(sentence)
    yield from _without_asides(sentence)
    yield from _relative(sentence)


def view_of(sentence: Sentence, order: Sequence[int], start: int, *, more: bool = False) -> View:
    """The words at some positions as a sentence; what it says is carried by those from `start` on."""
    place = {at: new for new, at in enumerate(order)}
    mentions = [
        m._replace(first=place[m.first], last=place[m.first] + m.last - m.first)
        for m in sentence.mentions
        if all(place.get(at) == place.get(m.first, -1) + at - m.first for at in range(m.first, m.last))
    ]
    inner = replace(
        sentence,
        words=[sentence.words[at] for at in order],
        starts=[sentence.starts[at] for at in order],
        mentions=sorted(mentions, key=lambda m: m.first),
        figures=[],
    )
    return View(inner, order, more, start)


def _either_way(sentence: Sentence) -> Iterator[View]:
    """What makes no difference, by itself: "whether people took A or placebo made no difference to B"."""
    words = sentence.words
    lows = [word.low for word in words]
    if "difference" not in sentence.lows:
        return
    at, whether = lows.index("difference"), lows.index("whether")
    verb = next((i for i in range(at - 1, max(-1, at - 4), -1) if lows[i] in _MAKING), -1)
    told = range(verb - 1 if verb > 0 and lows[verb - 1] in english.NEGATION else verb, at + 1)
    if verb < 0 or all(lows[i] not in english.NEGATION for i in told) or 0 < whether < verb:
        return
    end = verb if whether < verb else len(words)
    doing = [m for m in sentence.within(whether, end) if sentence.types(m) & {"intervention", "substance"}]
    against = [
        m for m in doing[1:] if "or" in lows[m.first - 2 : m.first] and not _NONE.isdisjoint(lows[m.first : m.last])
    ]
    least = 0 if lows[0] in _FRONTING else at  # "for A, it makes no difference whether"
    rest = [m for m in sentence.mentions if (m.first > at if whether < verb else least < m.last <= whether)]
    if not doing or len(doing) - len(against) != 1 or not rest:
        return
    one, other = doing[0], rest[0]
    order = [*range(one.first, one.last), *told, *range(other.first, other.last)]
    yield view_of(sentence, order, 0)


_FRONTING: Final = frozenset({"for", "in", "on", "as"})
_MAKING: Final = frozenset({"make", "makes", "made"})
_NONE: Final = frozenset({"placebo", "dummy", "sham", "usual", "standard", "routine", "no", "nothing", "not"})


def _without_asides(sentence: Sentence) -> Iterator[View]:
    """The sentence without what stands between a thing named and its verb: "A, which is B, raises C"."""
    words = sentence.words
    for mention in sentence.mentions:
        at = mention.last
        closing = _CLOSING.get(words[at].low) if at + 1 < len(words) else None
        if closing is None or words[at + 1].low in _NO_ASIDE or sentence.stance.of(at) is not Force.SAID:
            continue
        end = next((i for i in range(at + 1, min(len(words), at + _LONGEST)) if words[i].low == closing), -1)
        if end < 0 or end + 1 >= len(words) or words[end + 1].low in {"and", "or", "but", "which", "who"}:
            continue
        if any(word.low in _NARROWING for word in words[at:end]):
            continue
        if closing == "," and any(m.first == at + 1 and m.last == end for m in sentence.mentions):
            continue  # a list: "A, B, C"
        yield view_of(sentence, [*range(at), *range(end + 1, len(words))], mention.first)
        return


def _relative(sentence: Sentence) -> Iterator[View]:
    """What "which" is told to do, with the thing named right before it."""
    words = sentence.words
    for at, word in enumerate(words):
        if word.low != "which" or sentence.stance.of(at) in {Force.UNSAID, Force.DENIED}:
            continue
        before = next((m for m in sentence.mentions if m.last in {at, at - 1} and m.last < at + 1), None)
        if before is None or (before.last == at - 1 and words[at - 1].low not in {",", "\u2014", "\u2013"}):
            continue
        if _is_less(sentence, before.first):
            continue
        start = at + 1
        while start < len(words) and words[start].low in _TURNING:
            start += 1
        end = next((i for i in range(start, len(words)) if words[i].low in BREAKS | {",", ")", "\u2014"}), len(words))
        yield view_of(sentence, [*range(before.first, before.last), *range(start, end)], start, more=True)


def _is_less(sentence: Sentence, first: int) -> bool:
    """Whether the thing is told to be less right before, so that "which" may be of that: "blocks A, which raises B"."""
    words = sentence.words
    for i in range(max(0, first - 4), first):
        found = act(words, i)
        if (found is not None and found.kind in {"down", "better"}) or words[i].low in effect_words.LESSENING:
            return True
    return False


def _comma(sentence: Sentence) -> int | None:
    """Where the phrase that begins a sentence ends, if it is of one thing named and nothing else."""
    words = sentence.words
    first = next(iter(sentence.mentions), None)
    if first is None or first.last >= len(words) or words[first.last].low != ",":
        return None
    return first.last if all(word.low in english.ARTICLES for word in words[1 : first.first]) else None


def _means(sentence: Sentence) -> Iterator[View]:
    """What something is told to do by the way: "By blocking A, B lowers C" says that B blocks A."""
    words = sentence.words
    if words[0].low not in _BY or len(words) < _FEWEST or not words[1].low.endswith("ing") or sentence.taken[1]:
        return
    comma = next((i for i in range(2, min(len(words), _LONGEST)) if words[i].low == "," and not sentence.taken[i]), 0)
    doer = next((m for m in sentence.mentions if m.first > comma), None)
    if not comma or doer is None or not any(m.last <= comma for m in sentence.mentions):
        return
    if any(words[i].low not in _ARTICLES for i in range(comma + 1, doer.first)):
        return  # of something that no name covers
    following = [word.low for word in words[doer.last : doer.last + 4]]
    if not following or not following[0].isalpha() or following[0] in _NO_DOING or not _BE.isdisjoint(following):
        return  # "By blocking A, B is lowered"
    yield view_of(sentence, [*range(doer.first, doer.last), *range(1, comma)], 1, more=True)


_BY: Final = frozenset({"by", "through", "in"})
_FEWEST: Final = 5
_ARTICLES: Final = frozenset({"the", "a", "an", "both", "all", "these", "such"})
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"})
_NO_DOING: Final = english.OF | english.CUTS | {"and", "or", "users", "takers", "treatment", "therapy"}


def _had(sentence: Sentence) -> Iterator[View]:
    """What there is more or less of on something given: "On A, cells carry fewer B" says that A is followed by less."""
    words = sentence.words
    if words[0].low not in _GIVEN or (comma := _comma(sentence)) is None:
        return
    given = sentence.mentions[0]
    if not sentence.types(given) & {"intervention", "substance"}:
        return
    for at in range(comma + 2, min(len(words), comma + _SUBJECT)):
        if words[at - 1].low in _NARROWED or sentence.taken[at - 1] or words[at - 1].low in _UNSAID:
            return
        if words[at].low not in _HOLDING:
            continue
        more = at + 1
        while more + 1 < len(words) and (words[more].low in effect_words.DEGREES or words[more].low in _MANY):
            more += 1
        held = next((m for m in sentence.mentions if m.first == more + 1), None)
        if held is not None and words[more].low in _MORE:
            yield view_of(
                sentence, [*range(given.first, given.last), more, *range(held.first, held.last)], comma + 1, more=True
            )
        return


_GIVEN: Final = frozenset({"on", "with", "under", "after", "during", "following"})
_SUBJECT: Final = 8
"""Words from a comma to the verb of what stands behind it, at most."""
_NARROWED: Final = english.RELATIVE | english.DENIAL | BREAKS | {"with", "without", "than", ","}
_UNSAID: Final = frozenset({"should", "would", "must", "not"})
_MANY: Final = frozenset({"many", "far", "a", "lot", "the", "any", "ever"})
_MORE: Final = frozenset({"more", "less", "fewer", "higher", "lower", "greater", "smaller", "extra", "additional"})
_HOLDING: Final = effect_words.HOLDING - {"report", "reported", "reports"} | english.listed(
    "carry carries carried bear bears bore build builds built grow grows grew produce produces produced contain "
    "contains contained display displays displayed express expresses expressed form forms formed possess possesses "
    "possessed hold holds held sprout sprouts sprouted release releases released secrete secretes secreted excrete "
    "excretes excreted absorb absorbs absorbed store stores stored make makes made"
)
"""Verbs of which there is as much of the object as they tell."""


def _fronted(sentence: Sentence) -> Iterator[View]:
    """The topic of "When it comes to A, B is no better than C" or "In A, B helps" behind what is said of it."""
    words = sentence.words
    given = words[0].low == "on" and bool(sentence.mentions) and sentence.types(sentence.mentions[0]) <= _TAKEN
    if (given or words[0].low in _AT_FIRST) and (comma := _comma(sentence)) is not None:
        if any(words[i].low in {"who", "whose"} for i in range(comma, min(len(words), comma + 5))):
            return  # "with A, people who have less B fare worse"
        end = next((i for i in range(comma + 2, len(words)) if words[i].low in BREAKS | {",", "."}), len(words))
        yield view_of(sentence, [*range(comma + 1, end), *range(comma)], 0)
        return
    lows = [word.low for word in words[:4]]
    front = next((f for f in _FRONTS if tuple(lows[: len(f)]) == f), None)
    if front is None or "," not in sentence.lows:
        return
    comma = next((i for i, word in enumerate(words) if word.low == ","), 0)
    topic = next((m for m in sentence.mentions if m.first >= len(front) and m.last <= comma), None)
    if topic is None or topic.first - len(front) > 1 or comma - topic.last > 2 or len(sentence.mentions) < 2:
        return
    start = comma + 1
    end = next((i for i in range(start + 1, len(words)) if words[i].low in _THAN | BREAKS | {",", "."}), len(words))
    inside = front == ("in",)
    if inside and any(sentence.types(m) & _OBJECTS for m in sentence.mentions if m.first >= start):
        return
    yield view_of(sentence, [*range(start, end), *range(inside), *range(topic.first, topic.last)], 0)
