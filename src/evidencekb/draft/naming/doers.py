"""People named by what they do: "those who drive" are whom "drivers" names, "those who quit" former ones."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

WHO: Final = frozenset({"who", "that"})
_PEOPLE: Final = english.listed(
    "those people persons individuals patients adults anyone everyone everybody participants"
)
_SHARES: Final = english.listed("share proportion percentage fraction number prevalence rate many")
_ENDINGS: Final = ("ers", "er", "ors", "or")
_FORMER: Final = frozenset({"ex", "former", "past", "previous"})
_STILL: Final = english.listed("currently still regularly also habitually are do ever daily already themselves")
_HAVING: Final = english.listed("have had has successfully recently already just once finally")
_SHORTEST: Final = 3


class Doers:
    """The populations of a claim base that are named by a noun for who does something."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """Take the names apart once."""
        self._now: dict[str, list[str]] = defaultdict(list)
        self._once: dict[str, list[str]] = defaultdict(list)
        for concept in concepts.values():
            if concept.type != "population":
                continue
            for name in (concept.label, *concept.synonyms):
                lows = [word.low for word in split.split(name) if word.raw[0].isalpha()]
                held = self._now if len(lows) == 1 else self._once if lows[0] in _FORMER and len(lows) == 2 else None
                for root in _roots(lows[-1]) if held is not None else ():
                    if held is not None and concept.id not in held[root]:
                        held[root].append(concept.id)
        self._ended = sorted({each for held in self._once.values() for each in held})

    def added(self, tokens: Sequence[Word], lows: Sequence[str], mentions: list[Mention]) -> list[Mention]:
        """The mentions with the people whom a relative clause names by what they do."""
        if not self._now and not self._once:
            return mentions
        for at in range(1, len(lows) - 1):
            if lows[at] not in WHO or lows[at - 1] not in _PEOPLE:
                continue
            if not _SHARES.isdisjoint(lows[max(0, at - 5) : at]):
                continue  # "the share of adults who drive": that they do is what is told
            found = self._clause(tokens, lows, at + 1)
            if found is None:
                continue
            last, concepts, former = found
            if any(m.first < at - 1 < m.last for m in mentions):
                continue
            over = [m for m in mentions if m.first < last and at - 1 < m.last]
            own = () if former else tuple(c for m in over if m.first > at for c in m.concepts)
            mentions = [m for m in mentions if m not in over]
            mentions.append(Mention(at - 1, last, tuple(dict.fromkeys((*concepts, *own)))))
        return sorted(mentions)

    def _clause(self, tokens: Sequence[Word], lows: Sequence[str], at: int) -> tuple[int, Sequence[str], bool] | None:
        """Where the verb ends that tells what people do or did, and who these are."""
        start = at
        while at < len(lows) and lows[at] in _HAVING:
            at += 1
        ended = None
        if at < len(lows) and lows[at] in english.CEASING:
            ended = at + 1
        elif lows[at : at + 2] in (["given", "up"], ["gave", "up"], ["give", "up"], ["used", "to"], ["no", "longer"]):
            ended = at + 2
        if ended is not None:
            held = self._once.get(tokens[ended].kin) if ended < len(lows) else None
            if held:
                return ended + 1, held, True
            bare = lows[at] in english.CEASING and len(self._ended) == 1 and _closes(lows, ended)
            return (ended, self._ended, True) if bare else None
        at = start
        while at < len(lows) and lows[at] in _STILL:
            at += 1
        if at >= len(lows) or lows[at].endswith("ed"):
            return None
        held = self._now.get(tokens[at].kin)
        return (at + 1, held, False) if held and _closes(lows, at + 1) else None


def _roots(low: str) -> set[str]:
    """The stems that the verb of a noun for a doer may have: "driver" is of "driv", "quitter" of "quit"."""
    ending = next((each for each in _ENDINGS if low.endswith(each)), "")
    root = low[: len(low) - len(ending)]
    if not ending or len(root) < _SHORTEST:
        return set()
    return {root, root[:-1]} if len(root) > _SHORTEST and root[-1] == root[-2] else {root}


def _closes(lows: Sequence[str], at: int) -> bool:
    """Whether a clause ends at a position or goes on without an object."""
    if at >= len(lows):
        return True
    low = lows[at]
    return not low[0].isalnum() or low in english.CLOSED or low in english.FINITE or low in english.AUXILIARY
