"""Claims by the words of their statement and wordings: which claim does a sentence without a figure speak of?"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from evidencekb.draft import english
from evidencekb.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evidencekb.draft.mentions import Lexicon, Mention
    from evidencekb.model.nodes import Claim
    from evidencekb.text.words import Word

_IDLE_WORDS: Final = (
    "the a an of in on at to for with by as and or is are was were be been being have has had do does did "
    "it its this that these those they them their there than then who which people person patients those "
    "some many most often may might can could one other also such very much about above all show shows "
    "showed shown scan scans study studies found find finds from into more less not no during after "
    "before when while will would should say says said seem seems people's"
)
_IDLE: Final = frozenset(words.stem(word) for word in _IDLE_WORDS.split())
_KEPT: Final = 0.75
"""Least share of a wording's words that the sentence must hold."""
_SHARED: Final = 0.6
"""Least share of the sentence's words that the wording must hold."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence that says what a claim says: its concepts and words, and the directions it gives."""

    claim: Claim
    features: frozenset[str]
    cues: frozenset[str]
    negated: bool


class Wordings:
    """The wordings of all associations and mechanisms, by their features."""

    def __init__(self, claims: Iterable[Claim], lexicon: Lexicon) -> None:
        """Take every statement and wording apart once."""
        self._lexicon = lexicon
        self._by_feature: dict[str, list[int]] = defaultdict(list)
        self._all: list[Wording] = []
        for claim in claims:
            if claim.kind not in {"association", "mechanism"}:
                continue
            for sentence in dict.fromkeys((claim.statement, *claim.wordings)):
                tokens = words.split(sentence)
                features = self.features(tokens, lexicon.find(tokens))
                if len(features) < 2:
                    continue
                for feature in features:
                    self._by_feature[feature].append(len(self._all))
                self._all.append(Wording(claim, features, cues(tokens, lexicon.find(tokens)), negated(tokens)))

    @staticmethod
    def features(tokens: Sequence[Word], mentions: Sequence[object]) -> frozenset[str]:
        """The content of a sentence: its stems without idle words and words of direction."""
        del mentions
        found = set()
        for token in tokens:
            if (
                token.raw[0].isalnum()
                and token.stem not in _IDLE
                and token.low not in english.NEGATION
                and not kind_of(token.low)
            ):
                found.add(token.stem)
        return frozenset(found)

    def like(self, tokens: Sequence[Word]) -> list[tuple[float, Wording]]:
        """The wordings whose words the sentence holds, the nearest first."""
        features = self.features(tokens, ())
        if len(features) < 2:
            return []
        shared: Counter[int] = Counter()
        for feature in features:
            numbers = self._by_feature.get(feature, ())
            if len(numbers) <= 400:
                shared.update(numbers)
        found = []
        for number, _ in shared.most_common(40):
            wording = self._all[number]
            both = len(features & wording.features)
            if both >= _KEPT * len(wording.features) and both >= _SHARED * len(features):
                found.append((both * 2 / (len(features) + len(wording.features)), wording))
        return sorted(found, key=lambda each: (-each[0], each[1].claim.id))


def kind_of(low: str) -> str:
    """The direction that a word gives; "" where it gives none."""
    return english.DIRECTION_OF.get(low, "")


def cues(tokens: Sequence[Word], mentions: Sequence[Mention]) -> frozenset[str]:
    """The directions that the words of a sentence give; those inside a concept's name give none."""
    inside = {index for mention in mentions for index in range(mention.first, mention.last)}
    return frozenset(kind for index, token in enumerate(tokens) if index not in inside and (kind := kind_of(token.low)))


def negated(tokens: Sequence[Word]) -> bool:
    """Whether a sentence holds an odd number of negations."""
    return sum(token.low in english.NEGATION for token in tokens) % 2 == 1
