"""Finds the concepts that a text mentions: labels and synonyms in any inflection, the longest first.

A name whose words stand in another order, or in other forms of the same families, is found too: "sugar in the blood was
below normal" names what "low blood sugar" names.
"""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.naming import aged_names, spans
from evidencekb.draft.naming.people_names import PeopleNames
from evidencekb.text import families, words
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.text.words import Word

_DEFINED: Final = pattern(r"\(([A-Z][A-Za-z]{0,6}[A-Z])s?\)")
"""An abbreviation in brackets, right behind what it stands for."""
_Node = dict[str, Any]
"""A tree of stems; under "" the concepts whose name ends there."""
_TOLD: Final = frozenset(word for _, members in effect_words.DIRECTIONS for word in members if word.endswith("ed"))
_NEEDING: Final = english.listed("need needs needed require requires required")
_MARKS: Final = frozenset("(/+,")
_DOING: Final = frozenset({"do", "does", "did"})
_NOT: Final = frozenset({"not", "never"})
_CAUSING: Final = frozenset({"cause", "causes", "caused"})
_CAUSE_OF: Final = frozenset({"of", "for", "behind"})
_ACTING: Final = frozenset(
    {"raise", "raises", "lowers", "reduce", "reduces", "decreases", "increases", "elevate", "elevates", "boosts",
     "improves", "relieves"}
)  # fmt: skip
"""Verbs that are no adjectives: "raises A" names no "raised A"."""
_WAYS: Final = english.listed("by orally intravenously")
"""Words behind a substance that begin the way in which it is given."""
_TELLING: Final = 5
"""Letters of the shortest family that is a name by itself."""
_PAST: Final = frozenset({"fell", "rose", "sank", "grew", "shrank"})
"""Verbs of the past that are of the family of a noun."""
_BY: Final = frozenset({"by", "to", "from"})
_PAIR: Final = 2
_GROWN: Final = frozenset({"adult", "grown", "grown-up"})
_HAVE: Final = frozenset({"have", "has", "had"})
_MEANT_GROWN: Final = frozenset({"women", "men"})
"""Nouns that mean adults by themselves."""


class Mention(NamedTuple):
    """Words first:last (positions in the list of words) that name one of `concepts`."""

    first: int
    last: int
    concepts: tuple[str, ...]


class _Name(NamedTuple):
    """A name as the families of its words."""

    parts: frozenset[str]
    concepts: tuple[str, ...]


class Lexicon:
    """Every label and synonym of a claim base, by its first word and by its rarest family."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Index the names once."""
        entries: dict[tuple[str, ...], dict[str, None]] = {}
        loose: dict[frozenset[str], dict[str, None]] = {}
        for concept in kb.concepts.values():
            for name in (concept.label, *concept.synonyms):
                spelt = [word for word in words.split(name) if word.raw[0].isalnum()]
                if len(spelt) > 1 and spelt[0].low in english.ARTICLES:
                    spelt = spelt[1:]
                parts = families.content(families.families(spelt))
                if not spelt or not (parts or len(spelt) > 1 or spelt[0].raw.isupper()):
                    continue  # "the" names nothing
                entries.setdefault(tuple(word.stem for word in spelt), {})[concept.id] = None
                for marked in _marked(name, spelt):
                    entries.setdefault(marked, {})[concept.id] = None
                if len(parts) > 1 or (len(spelt) == 1 and not spelt[0].raw.isupper()):
                    loose.setdefault(parts, {})[concept.id] = None
        _add_aged(kb, entries)
        grown = _grown(kb)
        self._grown = frozenset(noun for noun in grown if (noun,) not in entries)
        for noun in self._grown:
            entries[(noun,)] = grown[noun]
        self.single_names = frozenset(stems[0] for stems in entries if len(stems) == 1)
        """Stems that name something by themselves."""
        self._tree: _Node = {}
        for stems, concepts in entries.items():
            node = self._tree
            for stem in stems:
                node = node.setdefault(stem, {})
            node[""] = tuple(concepts)
        self.people = PeopleNames(loose, kb)
        self._whole = {parts: tuple(concepts) for parts, concepts in loose.items() if len(parts) > 1}
        self.modifiers = frozenset(part for parts in self._whole for part in parts)
        """Families of words that are part of a name of several."""
        count = Counter(part for parts in loose for part in parts)
        self.single: dict[str, tuple[str, ...]] = {}  # family of a word that is a name by itself to what it means
        self._loose: dict[str, list[_Name]] = {}
        for parts, concepts in sorted(loose.items(), key=lambda entry: (-len(entry[0]), sorted(entry[0]))):
            if len(parts) == 1:
                if len(part := next(iter(parts))) >= _TELLING:
                    self.single[part] = tuple(concepts)
            else:
                rarest = min(parts, key=lambda part: (count[part], part))
                self._loose.setdefault(rarest, []).append(_Name(parts, tuple(concepts)))

    def find(
        self,
        text: Sequence[Word],
        extra: Mapping[str, tuple[str, ...]] | None = None,
        barred: frozenset[int] = frozenset(),
    ) -> list[Mention]:
        """The mentions among the words, in order, without overlap.

        `extra` are abbreviations of this draft, `barred` positions of words that are of no name: those of figures.
        """
        found = self._exact(text, extra, barred)
        kin = families.families(text)
        for at in barred:
            kin[at] = "%"
        here = frozenset(kin)
        owner = {at: mention.concepts for mention in found for at in range(mention.first, mention.last)}
        for at, name in enumerate(kin):
            if name in self.single and at not in owner:
                found.append(Mention(at, at + 1, self.single[name]))
                owner[at] = self.single[name]
        for mention in self._scattered(text, kin, here, owner):
            if _denies(text, mention):
                continue
            if text[mention.last - 1].low in _TOLD:
                continue  # "A improved" says something of A; "improved A" may be its name
            if text[mention.last - 1].low in _CAUSING and _has_object(text, mention.last):
                continue  # "A causes B" is no cause of A
            inside = [m for m in found if m.first < mention.last and mention.first < m.last]
            if any(_is_had(text, mention, m) for m in inside):
                continue
            if all(
                mention.first <= m.first and m.last <= mention.last and m.concepts != mention.concepts for m in inside
            ) and not any(m.last - m.first == mention.last - mention.first for m in inside):
                found = [m for m in found if m not in inside]
                found.append(mention)
        return sorted([m for m in found if not _moves(text, m)], key=attrgetter("first"))

    def _exact(
        self, text: Sequence[Word], extra: Mapping[str, tuple[str, ...]] | None, barred: frozenset[int]
    ) -> list[Mention]:
        """Names word for word."""
        found: list[Mention] = []
        tree = self._tree
        free = 0
        for begin, word in enumerate(text):
            if begin < free or (word.stem not in tree and not (extra and word.raw in extra)):
                continue
            at = begin
            last, concepts = self._longest(text, at, extra, barred)
            if last > at + 1 and (word.low in _ACTING or (word.low in _TOLD and found and found[-1].last == at)):
                continue  # "A reduced B": the verb begins no "reduced B"
            if last == at + 1 and word.stem in self._grown and _beside_the_other(text, at):
                continue
            for start in range(at + 1, last):  # the longer name that begins inside wins
                longer, others = self._longest(text, start, extra, barred)
                if longer > last and text[last].low in _WAYS and longer == last + 1 + (text[last].low == "by"):
                    found.append(Mention(at, last, concepts))  # "elemental A | by mouth"
                    last, concepts, at = longer, others, last
                    break
                goes_on = start == last - 1 and longer > last and text[start - 1].low == "with"  # "treatment with A B"
                if goes_on or (
                    longer and (_weight(text, start, longer), longer - start) > (_weight(text, at, last), last - at)
                ):
                    last, concepts, at = longer, others, start
                    break
            if last > at:
                found.append(Mention(at, last, concepts))
            free = max(last, at + 1)
        return found

    def _scattered(
        self, text: Sequence[Word], kin: Sequence[str], here: frozenset[str], owner: Mapping[int, tuple[str, ...]]
    ) -> list[Mention]:
        """Names of several words in any order with only light words between; the most words first.

        `here` are all of `kin`; a word that is part of a name by itself (`owner`) begins no other name of the same.
        """
        found = []
        for at, name in enumerate(kin):
            if name not in self._loose:
                continue
            for entry in self._loose[name]:
                if not entry.parts <= here or owner.get(at) == entry.concepts:
                    continue
                if (span := spans.of(text, kin, at, entry.parts)) is not None:
                    first, last = span
                    if text[first].low in _ACTING or (
                        text[first].low in _CAUSING and text[first + 1].low not in _CAUSE_OF
                    ):
                        continue  # "A causes B": no "cause of B"
                    if text[first].low in _NEEDING and last < len(text) and text[last].low == "to":
                        continue  # "A needs B to live": no "need of B"
                    found.append((-len(entry.parts), first, Mention(first, last, entry.concepts)))
        return [mention for _, _, mention in sorted(found, key=lambda each: each[:2])] if found else []

    def named(self, text: str) -> frozenset[str]:
        """The concepts that a text names."""
        return frozenset(name for mention in self.find(words.split(text)) for name in mention.concepts)

    def is_part(self, word: Word) -> bool:
        """Whether a word may be part of a name of several."""
        return word.kin in self.modifiers or word.kin in families.LIGHT

    def whole(self, text: Sequence[Word]) -> tuple[str, ...]:
        """What some words name together, in whatever order; empty where they name nothing."""
        return self._whole.get(families.content(families.families(text)), ())

    def inside(self, text: Sequence[Word], mention: Mention) -> frozenset[str]:
        """Concepts that shorter names within a mention's words mean."""
        named: set[str] = set()
        for start in range(mention.first, mention.last):
            node = self._tree
            for at in range(start, mention.last):
                below = node.get(text[at].stem)
                if below is None:
                    break
                node = below
                if at + 1 - start < mention.last - mention.first:
                    named.update(node.get("", ()))
        return frozenset(named)

    def _longest(
        self,
        text: Sequence[Word],
        at: int,
        extra: Mapping[str, tuple[str, ...]] | None,
        barred: frozenset[int],
    ) -> tuple[int, tuple[str, ...]]:
        """Where the longest name that begins at a word ends, and what it means; (0, ()) where none begins."""
        node = self._tree.get(text[at].stem)
        last, concepts = 0, ()
        index = at
        while node is not None and index not in barred:
            index += 1
            if "" in node:
                last, concepts = index, node[""]
            if index >= len(text):
                break
            node = node.get(text[index].stem)
        if not last and extra and text[at].raw in extra:
            return at + 1, extra[text[at].raw]
        return last, concepts

    def defined(self, text: str) -> dict[str, tuple[str, ...]]:
        """Abbreviations that a text defines behind a concept's name: "periodic limb movements (PLM)"."""
        found: dict[str, tuple[str, ...]] = {}
        for match in _DEFINED.finditer(text):
            before = words.split(text[max(0, match.start() - 80) : match.start()])
            mentions = self.find(before)
            if mentions and mentions[-1].last == len(before):
                found.setdefault(match[1], mentions[-1].concepts)
        return found


def _add_aged(kb: KnowledgeBase, entries: dict[tuple[str, ...], dict[str, None]]) -> None:
    """Add the other spellings of people of an age, where no concept is named so."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for concept in kb.concepts.values():
        for name in (concept.label, *concept.synonyms) if concept.type == "population" else ():
            for variant in aged_names.variants(name):
                spelt = tuple(word.stem for word in words.split(variant))
                if spelt not in entries:
                    found.setdefault(spelt, {})[concept.id] = None
    entries.update(found)


def _grown(kb: KnowledgeBase) -> dict[str, dict[str, None]]:
    """The nouns, as stems, that name adults without saying so, with who they are: "women" for "adult women"."""
    found: dict[str, dict[str, None]] = {}
    for concept in kb.concepts.values():
        for name in (concept.label, *concept.synonyms) if concept.type == "population" else ():
            spelt = words.split(name)
            if len(spelt) == _PAIR and spelt[0].low in _GROWN and spelt[1].low in _MEANT_GROWN:
                found.setdefault(spelt[1].stem, {})[concept.id] = None
    return found


def _beside_the_other(text: Sequence[Word], at: int) -> bool:
    """Whether a noun is one of "men and women", who are anyone."""
    near = (text[i].low for i in (at - 2, at + 2) if 0 <= i < len(text) and text[(i + at) // 2].low in {"and", "or"})
    return not _MEANT_GROWN.isdisjoint(near)


def _marked(name: str, spelt: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """A name with its marks, as a text may spell it: brackets, slashes, commas, the dot of an initial."""
    if not _MARKS.isdisjoint(name):
        marked = tuple(word.stem for word in words.split(name))
        yield marked
        for mark, other in (("/", "+"), ("+", "/")) if "(" not in name else ():
            if mark in marked:
                yield tuple(other if each == mark else each for each in marked)
    first = spelt[0]
    if len(spelt) > 1 and len(first.raw) == 1 and first.raw.isupper() and (name[1:3] == ". " or name[1] == " "):
        yield (first.stem, ".", *(word.stem for word in spelt[1:]))


def _weight(text: Sequence[Word], first: int, last: int) -> int:
    """How many words of a name carry meaning: the more, the better it is meant."""
    return sum(word.kin not in families.LIGHT for word in text[first:last])


def _moves(text: Sequence[Word], mention: Mention) -> bool:
    """Whether a name of one word is a verb here: "the risk fell by 20%" tells of no falls."""
    first, last = mention.first, mention.last
    return last == first + 1 < len(text) and text[first].low in _PAST and text[last].low in _BY


def _has_object(text: Sequence[Word], at: int) -> bool:
    """Whether what stands at a position can be the object of the verb before it."""
    return at < len(text) and text[at].raw[0].isalpha() and text[at].low not in english.FINITE | english.LEADS


def _is_had(text: Sequence[Word], mention: Mention, inner: Mention) -> bool:
    """Whether what a name holds is told to be had by those named before: "women in A have B" names no "B in A"."""
    at = inner.first - 1
    return at > mention.first and text[at].low in _HAVE and text[at - 1].low not in english.RELATIVE


def _denies(text: Sequence[Word], mention: Mention) -> bool:
    """Whether words that could be a name say something: "people do not smoke", "do not take A", "A is not".

    "People who do not smoke" and "those not taking A" are names.
    """
    first, last = text[mention.first].low, text[mention.last - 1].low
    if first in _DOING or last in _NOT:
        return True
    if first in {"much", "many"} and mention.first and text[mention.first - 1].low == "how":
        return True  # "how much A?" asks of A, not of too much of it
    if first not in _NOT or not mention.first or text[mention.first - 1].low not in english.AUXILIARY:
        return False
    return mention.first < 2 or text[mention.first - 2].low not in english.RELATIVE
