"""What a name says as a noun, told with its verb: "spontaneous remission" is meant where A "remits by itself"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.text import families
from evidencekb.text import words as split
from evidencekb.text.families import family
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

_TYPES: Final = frozenset({"condition", "outcome", "process", "measure"})
_NOMINAL: Final = ("ance", "ence", "ment", "ation", "ition", "age", "ion", "ing")
"""Endings of nouns for what a verb does, the longer first."""
_NO_DEEDS: Final = english.listed(
    "evening morning feeling hearing medication hypertension tension pension lesion region million fashion bandage "
    "cartilage dosage age absence presence experience evidence balance substance distance instance"
)
"""Nouns with such an ending that no verb of the same root is behind."""
_OF_TABLE: Final = english.listed(
    "recur absorb retain survive depend resist adhere abstain injure admit withdraw deliver deteriorate remit"
)
"""Families of the table of families that are named by a verb."""
_ENDINGS: Final = english.listed("loss death")
"""Nouns without such an ending for what becomes of a thing: it "is lost", it "dies"."""
_SHORTEST: Final = 4
_ALONE: Final = "%alone"
"""Stands for all the ways to say that something happens by itself."""
_SPONTANEOUS: Final = english.listed("spontaneous spontaneously unaided unassisted naturally unprompted")
_OWN: Final = english.POSSESSIVE | {"one's"}
_SELVES: Final = english.listed("itself themselves himself herself yourself oneself")
_HELP: Final = english.listed(
    "treatment treatments help aid aids assistance intervention interventions therapy medication surgery procedure "
    "operation support"
)
_AT_ALL: Final = english.listed("any further medical outside active specific special other the need for a")
_ENDS: Final = english.listed(", ; : . ( ) ? ! and or but while whereas because if")
_OBJECTS: Final = english.listed("it them this these the a an their his her its that those")
_DOERS: Final = english.POSSESSIVE | english.ARTICLES | english.listed("you they he she we it")
"""Words with which whoever does something begins."""
_PARTS: Final = english.listed("part parts some much most all half")
"""Words for how much of a thing is meant: "lose part of their B" is a loss of B."""
_FROM: Final = frozenset({"from", "out", "through", "into"})
"""Prepositions behind which stands what a thing leaves or enters: "B drains from C"."""
_FEWEST: Final = 2
_BEFORE: Final = 3
_REACH: Final = 6
"""Words behind a verb among which what modifies it stands."""


_RECURRING: Final = family(stem("recur"))
_BACK: Final = frozenset(family(stem(each)) for each in ("come", "came", "return", "reappear", "relapse"))
"""Families of the verbs that may say that something recurs."""
_ABSORBING: Final = family(stem("absorb"))
_TAKING: Final = frozenset(family(stem(each)) for each in ("take", "took", "taken", "pick", "picked", "soak", "soaked"))
"""Families of the verbs that say with "up" that something is absorbed."""
_REQUIRING: Final = family(stem("require"))
_NEEDING: Final = frozenset(family(stem(each)) for each in ("need", "needs", "needed", "require"))
"""Families of the verbs that say that something is required."""
_WELL: Final = english.listed("better worse readily easily efficiently fully")
_AMOUNT: Final = english.listed("less more fewer % percent per cent much far extra")
"""Words between a verb and that of which there is less: "absorb 40% less A"."""


class _Deed(NamedTuple):
    """What modifies the verb in a name: manners as the families of adjectives, things as those of nouns."""

    manners: frozenset[str]
    things: frozenset[str]
    concepts: tuple[str, ...]
    type: str


class Verbal:
    """The names of one claim base that say as a noun what a verb may say."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """Take the names apart once."""
        self._deeds: dict[str, list[_Deed]] = {}
        for concept in concepts.values():
            if concept.type in _TYPES:
                for name in (concept.label, *concept.synonyms):
                    self._add(name, concept)
        if _RECURRING in self._deeds:
            self._deeds |= {each: self._deeds[_RECURRING] for each in _BACK if each not in self._deeds}
        if _ABSORBING in self._deeds:
            self._deeds |= {each: self._deeds[_ABSORBING] for each in _TAKING if each not in self._deeds}
        if _REQUIRING in self._deeds:
            self._deeds |= {each: self._deeds[_REQUIRING] for each in _NEEDING if each not in self._deeds}
        self.roots = frozenset(self._deeds)
        """Families of the verbs that some name is of."""

    def _add(self, name: str, concept: Concept) -> None:
        parts = _parts(split.split(name))
        if len(parts) < _FEWEST:
            return
        first = parts[0][0].endswith("ing") or " of " in name
        head = next((i for i in ((len(parts) - 1, 0) if first else (len(parts) - 1,)) if root(parts[i][0])), None)
        if head is None or root(parts[head][0]) in _TURNS:
            return
        rest = [part for i, part in enumerate(parts) if i != head]
        manners = frozenset(kin for low, kin in rest if kin == _ALONE or low.endswith(_ADJECTIVAL))
        things = frozenset(kin for _, kin in rest) - manners
        if (parts[head][0].endswith("ing") or concept.type == "condition") and not manners:
            return  # the verb is of one stem with it, or the complaint is no deed
        verb = root(parts[head][0])
        self._deeds.setdefault(verb, []).append(_Deed(manners, things, (concept.id,), concept.type))

    def added(self, tokens: Sequence[Word], mentions: list[Mention], *, figures: bool) -> list[Mention]:
        """The mentions with the verbs that say what a name says; of a measure only where it is told how much."""
        found = mentions
        for at, word in enumerate(tokens):
            deeds = self._deeds.get(family(word.stem)) or self._deeds.get(word.stem)
            if deeds and word.kin in _BACK and deeds is self._deeds.get(_RECURRING) and not _comes_back(tokens, at):
                continue
            if deeds and word.kin in _TAKING and deeds is self._deeds.get(_ABSORBING) and not _takes_up(tokens, at):
                continue
            if not deeds or not _is_verb(tokens, at):
                continue
            first, last = _clause(tokens, at)
            manners = dict(_manners(tokens, first, last))
            ends = list(_ends(tokens, at))
            kins = {tokens[i].kin for i in ends}
            if word.kin in _BACK and tokens[at - 1].low in {"it", "they"}:
                kins.update(token.kin for token in tokens[: at - 1])
            fitting = [
                deed
                for deed in deeds
                if deed.manners <= manners.keys()
                and deed.things <= kins
                and (
                    (figures and word.kin not in _NEEDING)
                    or deed.type != "measure"
                    or (word.kin in _TAKING and not _is_ranked(tokens, at))
                    or _of_less(tokens, at)
                )
            ]
            if not fitting:
                continue
            deed = fitting[0]
            meant = tuple(dict.fromkeys(c for each in fitting if each.manners == deed.manners for c in each.concepts))
            if any(m.first <= at < m.last for m in found):
                found = [_widened(m, at, meant) for m in found]
                continue
            places = [manners[each] for each in deed.manners]
            if deed.type == "process":
                places += [(i, i + 1) for i in ends if tokens[i].kin in deed.things]
            begin = min((at, *(start for start, _ in places)))
            end = max((at + 1, *(stop for _, stop in places)))
            if (thing := max(_fronted(tokens, at), -1 if figures else _moved(tokens, at, deed.things))) >= 0:
                begin, end = thing, at + 1 + _takes_up(tokens, at)
                found = [m for m in found if m.last <= thing or m.first > at]
            if any(m.first < end and begin < m.last for m in found):
                begin, end = at, at + 1
            found = sorted([*found, Mention(begin, end, meant)])
        return found


def _widened(mention: Mention, at: int, meant: Sequence[str]) -> Mention:
    """A mention that holds a verb, with what the verb may mean."""
    if not mention.first <= at < mention.last:
        return mention
    return mention._replace(concepts=tuple(dict.fromkeys((*mention.concepts, *meant))))


_TURNS: Final = frozenset(
    family(stem(word))
    for kind, members in (*effect_words.DIRECTIONS, ("", effect_words.HOLDING))
    for word in members
    if kind != "linked"
)
"""Families of the verbs of better and worse and of having, which are read elsewhere."""
_ADJECTIVAL: Final = ("ous", "ful", "ic", "ive", "ible", "able", "ent", "ant", "less", "ary", "plete")


@lru_cache(maxsize=4096)
def root(low: str) -> str:
    """The family of the verb that a noun is of: "passage" is of "pass"; "" where no ending tells."""
    if low in _NO_DEEDS:
        return ""
    if low in _ENDINGS:
        return family(low)
    for ending in _NOMINAL:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST:
            cut = low[: -len(ending)]
            known = family(stem(low))
            if known in _OF_TABLE:
                return known
            return family(stem(cut + "ed" if not cut.endswith("e") else cut))
    return ""


def tells(low: str, names: Sequence[str]) -> bool:
    """Whether a word is the verb of a noun in one of some names."""
    verb = family(stem(low))
    return any(verb == root(word) for name in names for word in name.lower().split())


def _parts(name: Sequence[Word]) -> list[tuple[str, str]]:
    """The words of a name that carry meaning, each with its family; what says "by itself" in one."""
    alone = dict(_manners(name, 0, len(name))).get(_ALONE)
    return [
        (word.low, _ALONE if alone and i == alone[0] else word.kin)
        for i, word in enumerate(name)
        if (alone and i == alone[0])
        or (word.kin not in families.LIGHT and word.raw[0].isalpha() and not (alone and alone[0] < i < alone[1]))
    ]


def _manners(tokens: Sequence[Word], first: int, last: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Manners told among the words first:last, each with where it stands."""
    for at in range(first, last):
        low = tokens[at].low
        if low in _SPONTANEOUS:
            yield _ALONE, (at, at + 1)
        elif low in {"on", "of", "by", "without", "all"} and (end := _alone(tokens, at)):
            yield _ALONE, (at, end)
        elif low.endswith("ly") and len(low) > 2 + _SHORTEST:
            yield family(stem(low[:-2])), (at, at + 1)


def _alone(tokens: Sequence[Word], at: int) -> int:
    """Where "on its own", "by itself", "without any help" ends that begins at a position; 0 where none does."""
    low, lows = tokens[at].low, [word.low for word in tokens[at + 1 : at + 6]]
    if low == "by" and lows[:1] and lows[0] in _SELVES:
        return at + 2
    if low in {"on", "of"} and len(lows) > 1 and lows[0] in _OWN and lows[1] == "own":
        return at + 3 + (lows[2:3] == ["accord"])
    if low != "without":
        return 0
    size = 0
    while size < len(lows) and lows[size] in _AT_ALL:
        size += 1
    if size == len(lows) or lows[size] not in _HELP:
        return 0
    end = at + size + 2
    return end + 2 if [word.low for word in tokens[end : end + 2]] == ["at", "all"] else end


def _comes_back(tokens: Sequence[Word], at: int) -> bool:
    """Whether a verb says that something recurs: "comes back", "returned"; not "came back at work", "return to it"."""
    following = [token.low for token in tokens[at + 1 : at + 3]]
    if tokens[at].low.startswith(("com", "cam")):
        return following[:1] == ["back"] and following[1:] not in (["to"], ["at"], ["from"])
    return following[:1] not in (["to"], ["from"], ["home"])


def _takes_up(tokens: Sequence[Word], at: int) -> bool:
    """Whether "up" follows a verb."""
    return at + 1 < len(tokens) and tokens[at + 1].low == "up"


def _of_less(tokens: Sequence[Word], at: int) -> bool:
    """Whether it is told how much a verb does: "absorbs less A"; not of which thing, as in "absorbs less A than B"."""
    ahead = [token.low for token in tokens[at + 1 : at + 2 * _REACH]]
    return (bool(ahead) and ahead[0] in _AMOUNT and "than" not in ahead) or _fronted(tokens, at) >= 0


def _fronted(tokens: Sequence[Word], at: int) -> int:
    """Where the thing stands of which a verb does the less: "the less A your body absorbs"; -1 where none does."""
    before = at - 1
    while before > 0 and tokens[before].low not in english.CLOSED and at - before < _BEFORE:
        before -= 1
    thing = before - 1
    led = tokens[before].low in _DOERS and thing > 1 and tokens[thing].low not in english.CLOSED
    return thing if led and tokens[thing - 1].low in _AMOUNT and tokens[thing - 2].low == "the" else -1


def _moved(tokens: Sequence[Word], at: int, things: frozenset[str]) -> int:
    """Where one of some things stands to which a verb is done: "A is taken up"; -1 where none does."""
    before = at - 1
    while before > 0 and tokens[before].low in english.AUXILIARY:
        before -= 1
    return before if 0 <= before < at - 1 and tokens[before].kin in things else -1


def _is_ranked(tokens: Sequence[Word], at: int) -> bool:
    """Whether it is told how well a verb does what it does: "is taken up better than A"."""
    ahead = [token.low for token in tokens[at + 1 : at + 2 * _REACH]]
    return "than" in ahead and not _WELL.isdisjoint(ahead)


def _is_verb(tokens: Sequence[Word], at: int) -> bool:
    """Whether no article or preposition before a word makes it a noun."""
    before = tokens[at - 1].low if at else ""
    return before not in english.DETERMINERS - {"to", "that"} and not tokens[at].low.endswith("ing")


def _clause(tokens: Sequence[Word], at: int) -> tuple[int, int]:
    """The words around a verb that may belong to it."""
    first = at
    while first > max(0, at - _BEFORE) and tokens[first - 1].low not in _ENDS:
        first -= 1
    last = at + 1
    while last < min(len(tokens), at + _REACH) and tokens[last].low not in _ENDS:
        last += 1
    return first, last


def _ends(tokens: Sequence[Word], at: int) -> Iterator[int]:
    """Positions of the words that are a verb's subject or its object: right before it, right behind it."""
    before = at - 1
    while before >= 0 and (tokens[before].low in english.AUXILIARY | {"to"} or tokens[before].low.endswith("ly")):
        before -= 1
    behind = at + 1 + _takes_up(tokens, at)
    while behind < len(tokens) and (
        tokens[behind].low in _AMOUNT
        or tokens[behind].raw[0].isdigit()
        or tokens[behind].low in _OBJECTS | _PARTS | _FROM
        or (tokens[behind].low == "of" and tokens[behind - 1].low in _PARTS | _FROM | _AMOUNT)
    ):
        behind += 1
    if (thing := _fronted(tokens, at)) >= 0:
        yield thing
    for start, step in ((before, -1), (behind, 1)):
        for i in range(start, start + step * _BEFORE, step):
            if not 0 <= i < len(tokens) or tokens[i].low in english.CLOSED or not tokens[i].raw[0].isalnum():
                break
            yield i
