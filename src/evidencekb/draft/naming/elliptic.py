"""Names that a sentence cuts short, because another name in it says the rest.

"Slow-release and standard A" names two kinds of A with one noun, "older men and women" two groups with one adjective;
"the standard form" takes its noun from the name before, "women of the same age" their age from the men before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.text import families

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evidencekb.draft.naming.mentions import Lexicon
    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

_JOINING: Final = frozenset({"and", "or", "&", "/", "versus", "vs", "than", "nor", "to", ",", "against"})
_BETWEEN_FIGURES: Final = frozenset({"and", "or", "versus", "vs", "against"})
_WITHIN_JOINT: Final = _JOINING | frozenset(
    {
        "the",
        "a",
        "an",
        "with",
        "on",
        "in",
        "of",
        "rather",
        "not",
        "but",
        "compared",
        "as",
        "among",
        "for",
        "both",
        ".",
        "about",
        "only",
        "some",
        "just",
    }
)
"""Words that may stand in a joint beside the one that joins: "with slow-release than with standard A"."""
_LONGEST_JOINT: Final = 4
_ACROSS: Final = 5
"""Words behind a name among which the word that it lends to begins."""
_FORMS: Final = frozenset(
    {"form", "forms", "version", "versions", "formulation", "formulations", "preparation", "preparations", "variety",
     "variant", "variants", "kind", "kinds", "sort", "type", "types", "one", "ones", "product", "products", "brand",
     "subtype", "stage", "tablet", "tablets", "pill", "pills", "equivalent", "counterpart", "alternative"}
)  # fmt: skip
"""Nouns that stand for one named before: "the standard form"."""
_BEFORE_BARE: Final = frozenset(
    {"on", "with", "in", "for", "given", "taking", "using", "receiving", "than", "versus", "vs", "against", "among",
     "took", "received", "the", "by"}
)  # fmt: skip
_BEHIND_BARE: Final = frozenset(
    {",", ".", ";", ":", ")", "and", "or", "but", "while", "whereas", "versus", "vs", "against", "compared", "had",
     "have", "has", "get", "got", "did", "do", "was", "is", "were", "are", "than", "respectively", "it", "they",
     "there", "report", "reported"}
)  # fmt: skip
_ALIKE: Final = frozenset({"same", "similar", "equal", "comparable", "corresponding", "like", "that", "this", "their"})
_OF: Final = frozenset({"of", "in", "at", "from", "with"})
_SAME_OF: Final = frozenset(
    {"age", "ages", "kind", "sort", "stage", "period", "phase", "time", "job", "trade", "condition", "situation",
     "group", "bracket", "range", "place", "setting", "position"}
)  # fmt: skip
_PEERS: Final = frozenset({"counterpart", "counterparts", "peers", "contemporaries", "equivalents"})
_CUES: Final = frozenset({"same", "similar", "comparable", "equal", "age"}) | _PEERS
_NARROW: Final = 3
"""Words that are left of a name that was cut short, at most."""
_FIXED: Final = frozenset({"condition", "outcome", "process"})
"""Types of a name that is whole as it stands, whatever a neighbor might lend it."""
_PEOPLE: Final = frozenset({"population"})
if TYPE_CHECKING:
    Names = Sequence[tuple[Mention, list[Word]]]
"""Mentions with the words of their whole names."""


def completed(
    lexicon: Lexicon,
    concepts: Mapping[str, Concept],
    tokens: Sequence[Word],
    mentions: list[Mention],
    barred: frozenset[int],
    before: Names,
) -> tuple[list[Mention], Names]:
    """The mentions with those that are cut short; `before` are names of the sentence before, which lend their words.

    Beside them all names in full.
    """
    full: Names = [(m, list(tokens[m.first : m.last])) for m in mentions]
    if not mentions and not before:
        return mentions, full
    lows = {word.low for word in tokens}
    work = _Work(lexicon, concepts, tokens, barred, full, before)
    if not lows.isdisjoint(_JOINING):
        work.join()
    if not lows.isdisjoint(_FORMS) or not lows.isdisjoint(_BEFORE_BARE):
        work.stand_in(forms=not lows.isdisjoint(_FORMS))
    if not lows.isdisjoint(_CUES):
        work.same()
    return [m for m, _ in work.full] if work.changed else mentions, work.full


class _Work:
    """Completes the names of one sentence."""

    def __init__(
        self,
        lexicon: Lexicon,
        concepts: Mapping[str, Concept],
        tokens: Sequence[Word],
        barred: frozenset[int],
        full: Names,
        before: Names,
    ) -> None:
        self._lexicon = lexicon
        self._concepts = concepts
        self._tokens = tokens
        self._barred = barred
        self._before = before
        self.full = full
        self.changed = False

    def join(self) -> None:
        """Names beside a joint, from the right to the left: in a row of three the third lends to the second."""
        tokens = self._tokens
        last = len(tokens) - 1
        near = {at for m, _ in self.full for at in range(max(1, m.first - 2), min(last, m.last + _ACROSS) + 1)}
        for end in sorted(near, reverse=True):
            if self._is_joint(end) or not self._is_joint(end - 1):
                continue
            start, said = end, 0
            while start > 0 and self._is_joint(start - 1):
                start -= 1
                said += start not in self._barred
            joining = _JOINING if self._barred.isdisjoint(range(start, end)) else _BETWEEN_FIGURES
            if start and said <= _LONGEST_JOINT and any(w.low in joining for w in tokens[start:end]):
                self._lend(start, end)

    def _is_joint(self, at: int) -> bool:
        """Whether a word or a figure may stand in a joint: "22% of men and 9% of women in midlife"."""
        return at in self._barred or self._tokens[at].low in _WITHIN_JOINT

    def _lend(self, start: int, end: int) -> None:
        """Complete the names left and right of the joint start:end."""
        right = next((each for each in self.full if each[0].first == end), None)
        left = next((each for each in self.full if each[0].last == start), None)
        if right is not None:
            spelt = right[1]
            tails = [spelt[k:] for k in range(1, len(spelt))]
            for size in range(_NARROW, 0, -1):
                if self._put(start - size, start, tails, right[0], front=True):
                    break
        if left is not None and (self._barred.isdisjoint(range(start, end)) or self._is_bare(end)):
            spelt = left[1]
            heads = [spelt[:k] for k in range(len(spelt) - 1, 0, -1)]
            for size in range(_NARROW, 0, -1):
                if self._put(end, end + size, heads, left[0], front=False):
                    break
        if left is None and right is None:
            self._lend_both(start, end)

    def _is_bare(self, at: int) -> bool:
        """Whether a noun for people that no name covers stands at a position: "22% of older A and in 9% of women"."""
        return self._tokens[at].low in english.PEOPLE_NAMED and not any(m.first <= at < m.last for m, _ in self.full)

    def _lend_both(self, start: int, end: int) -> None:
        """Complete "type 1 and 2 A": each side lends the other what it lacks."""
        tokens = self._tokens
        named = next((m for m, _ in self.full if end < m.first <= end + 2), None)
        if named is None:
            return
        tail = list(tokens[named.first : named.last])
        for size in range(2, _NARROW + 1):
            own = list(tokens[max(0, start - size) : start])
            one = self._lexicon.whole((*own, *tail))
            for k in range(len(own) - 1, 0, -1):
                spelt = [*own[:k], *tokens[end : named.last]]
                other = self._lexicon.whole(spelt)
                if one and other and one != other and self._free(start - size, start):
                    self._set(start - size, start, one, [*own, *tail])
                    self._set(end, named.last, other, spelt)
                    return

    def _put(self, first: int, last: int, lent: Sequence[list[Word]], lender: Mention, *, front: bool) -> bool:
        """Complete the words first:last, if they are part of a name; `front` where what is lent stands behind them."""
        tokens = self._tokens
        if first < 0 or last > len(tokens) or not self._free(first, last):
            return False
        own = list(tokens[first:last])
        if all(word.kin in families.LIGHT for word in own) or not all(map(self._lexicon.is_part, own)):
            return False
        edge = own[0].low
        if edge in english.CLOSED or own[-1].low in english.CLOSED - {"who"} or not own[0].raw[0].isalnum():
            return False
        inside = [m for m, _ in self.full if first <= m.first and m.last <= last]
        held = frozenset(self._concepts[c].type for m in inside for c in m.concepts if c in self._concepts)
        if held & _FIXED or (not front and held - _PEOPLE):
            return False
        for part in lent:
            spelt = [*own, *part] if front else [*part, *own]
            found = self._lexicon.whole(spelt)
            if found and found != lender.concepts and not any(m.concepts == found for m in inside):
                self._set(first, last, tuple(dict.fromkeys((*found, *(c for m in inside for c in m.concepts)))), spelt)
                return True
        return False

    def _free(self, first: int, last: int) -> bool:
        """Whether no name and no figure reaches over an end of the words first:last."""
        return self._barred.isdisjoint(range(first, last)) and not any(
            m.first < last and first < m.last and not (first <= m.first and m.last <= last) for m, _ in self.full
        )

    def _set(self, first: int, last: int, concepts: tuple[str, ...], spelt: list[Word]) -> None:
        """Put a mention in place of those inside its words."""
        kept = [each for each in self.full if not (first <= each[0].first and each[0].last <= last)]
        self.full = sorted([*kept, (Mention(first, last, concepts), spelt)], key=lambda each: each[0].first)
        self.changed = True

    def stand_in(self, *, forms: bool) -> None:
        """Complete "the standard form", and the bare "on standard" beside another name of the same sort."""
        tokens = self._tokens
        taken = {i for m, _ in self.full for i in range(m.first, m.last)}
        for at, word in enumerate(tokens):
            if word.kin not in self._lexicon.modifiers or at in taken or at in self._barred:
                continue
            behind = tokens[at + 1].low if at + 1 < len(tokens) else "."
            form = forms and behind in _FORMS
            if not form and behind not in _BEHIND_BARE and at + 1 not in self._barred:
                continue
            for size in range(_NARROW, 0, -1):
                first = at + 1 - size
                if first < 1 or any(i in taken or i in self._barred for i in range(first, at + 1)):
                    continue
                if tokens[first].low in english.CLOSED or (not form and tokens[first - 1].low not in _BEFORE_BARE):
                    continue
                if self._stands_in(first, at + 1, form=form):
                    taken.update(range(first, at + 1))
                    break

    def _stands_in(self, first: int, last: int, *, form: bool) -> bool:
        own = list(self._tokens[first:last])
        for mention, spelt in (*self.full, *self._before):
            for part in _parts(spelt):
                found = self._lexicon.whole((*own, *part))
                if not found or found == mention.concepts or not (form or self._akin(found, mention.concepts)):
                    continue
                self._set(first, last + form, found, [*own, *part])
                return True
        return False

    def _akin(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether two names are of kinds of one thing, or the second is what the first is a kind of."""
        above = {b for c in one if c in self._concepts for b in self._concepts[c].broader}
        return any(c in above or not above.isdisjoint(self._concepts[c].broader) for c in other if c in self._concepts)

    def same(self) -> None:
        """Complete "women of the same age" and "their female counterparts" from the group named before."""
        tokens = self._tokens
        for at, word in enumerate(tokens):
            if word.low in _PEERS:
                self._match_peers(at)
            elif (end := self._like(at)) is not None and not word.raw[0].isdigit():
                for mention, spelt in reversed(
                    [each for each in (*self._before, *self.full) if self._is_prior(each, at)]
                ):
                    if self._swap(mention, spelt, at, end, word):
                        break

    def _is_prior(self, each: tuple[Mention, list[Word]], at: int) -> bool:
        """Whether a name of people stands before a position."""
        mention = each[0]
        people = all(self._concepts[c].type == "population" for c in mention.concepts if c in self._concepts)
        return people and (mention.last <= at or any(mention is m for m, _ in self._before))

    def _like(self, at: int) -> int | None:
        """Where "of the same age group" behind the noun at a position ends; None where nothing of the kind follows."""
        lows = [w.low for w in self._tokens[at + 1 : at + 7]]
        if not lows:
            return None
        place = 0
        if lows[0] in _OF:
            place = 1
        if place < len(lows) and lows[place] in english.ARTICLES:
            place += 1
        if place < len(lows) and lows[place] in _ALIKE and (place or lows[place] in {"their", "like", "similar"}):
            place += 1
        elif lows[0] in {"alike", "likewise"}:
            return at + 2
        else:
            return None
        if place < len(lows) and lows[place] in _SAME_OF:
            while place < len(lows) and lows[place] in _SAME_OF:
                place += 1
            return at + 1 + place
        return None

    def _swap(self, mention: Mention, spelt: list[Word], at: int, end: int, noun: Word) -> bool:
        """Put a noun in the place of each word of a group's name, until that is a name, too."""
        for k in range(len(spelt)):
            changed = [*spelt[:k], noun, *spelt[k + 1 :]]
            found = self._lexicon.whole(changed)
            if found and found != mention.concepts and noun.low != spelt[k].low and self._free(at, end):
                self._set(at, end, found, changed)
                return True
        return False

    def _match_peers(self, at: int) -> None:
        """Complete "their female counterparts": the group before with that word in the place of its own."""
        tokens = self._tokens
        if not at or tokens[at - 1].low in english.CLOSED:
            return
        word = tokens[at - 1]
        kins = {"male": "man", "female": "woman"}
        for mention, spelt in reversed([each for each in (*self._before, *self.full) if self._is_prior(each, at - 1)]):
            for noun in (word._replace(kin=kins.get(word.low, word.kin)), word):
                if self._swap(mention, spelt, at - 1, at + 1, noun):
                    return


def _parts(spelt: list[Word]) -> Iterator[list[Word]]:
    """A name whole, then what it ends in, then what it begins with: the longer first."""
    yield spelt
    for k in range(1, len(spelt)):
        yield spelt[k:]
    for k in range(len(spelt) - 1, 0, -1):
        yield spelt[:k]
