"""Claims by the words of their statement and wordings: which claim does a sentence without a figure speak of?"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.matching.lookups import frame_concepts
from evidencekb.draft.matching.said import PLAIN
from evidencekb.text import words
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.text.words import Word

_IDLE_WORDS: Final = (
    "the a an of in on at to for with by as and or is are was were be been being has have had do does did "
    "it its this that these those they them their there than then who which people person patients those "
    "some many most often may might can could one other also such very much about above all show shows "
    "showed shown scan scans study studies found find finds from into more less not no during after "
    "before when while across around will would should bring brings give gives say says said seem seems "
    "people's so far yet"
)
_IDLE: Final = frozenset(stem(word) for word in _IDLE_WORDS.split())
_KEPT: Final = 0.75
"""Least share of a wording's words that the sentence must hold."""
_SHARED: Final = 0.6
"""Least share of the sentence's words that the wording must hold."""
_BROUGHT: Final = 3
"""Words behind a verb of bringing among which it is told what is brought."""
_COMMON: Final = 400
"""Wordings looked at for one word."""


_VERBS: Final = english.listed(
    "improves improved worsens worsened raises raised lowers lowered reduces reduced aggravates relieves eases"
)
"""Forms that name nothing, whatever is named by their stem."""
_PARTED: Final = english.listed("end ends ended ending wind winds wound sign signs give gives gave giving make makes "
                                "made show shows showed shown crop crops pop pops sit sits lie lies wash")  # fmt: skip
"""Verbs with which "up" and "down" tell no direction."""


_ALIKE: Final = {
    **dict.fromkeys(("leading", "commonest", "chief"), stem("common")),
    **dict.fromkeys(english.listed("need needed require requires required depend depends rely relies"), stem("needs")),
    **dict.fromkeys(english.listed("quick fast rapid rapidly swift swiftly speedy speedily soon prompt promptly"),
                    stem("quickly")),
    **dict.fromkeys(english.listed("worldwide globe global globally"), stem("world")),
    **dict.fromkeys(english.listed("cope copes coping struggle struggles struggling contend contends"), stem("live")),
}  # fmt: skip
"""Words that tell what another tells: "the commonest cause", "requires A"."""


class Wording(NamedTuple):
    """One sentence that says what a claim says: its words, the directions it gives, and whether it denies."""

    claim: Claim
    features: frozenset[str]
    cues: frozenset[str]
    negated: bool
    less: frozenset[str]  # its words for less of a cause
    halves: tuple[frozenset[str], frozenset[str]] | None = None  # what is compared, before and behind "than"


class Wordings:
    """The wordings of all associations and mechanisms, by their rarer words."""

    def __init__(self, claims: Iterable[Claim], nouns: Collection[str] = ()) -> None:
        """Sort every statement and wording by its words; `nouns` are stems that name something here, as "falls" may."""
        self._nouns = frozenset(nouns)
        self._by_feature: dict[str, list[int]] = defaultdict(list)
        self._all: list[tuple[Claim, str, frozenset[str]]] = []
        self._met: dict[int, Wording] = {}
        for claim in claims:
            if claim.kind not in {"association", "mechanism"}:
                continue
            for text in dict.fromkeys((claim.statement, *claim.wordings)):
                features = features_of(words.split(text))
                if len(features) > 1:
                    self._all.append((claim, text, features))
        self._count = Counter(feature for _, _, features in self._all for feature in features)
        for number, (_, _, features) in enumerate(self._all):
            for feature in self._rarest(features, _KEPT):
                self._by_feature[feature].append(number)

    def _wording(self, number: int) -> Wording:
        """All that a wording tells, read when it is first met: most never are."""
        found = self._met.get(number)
        if found is None:
            claim, text, features = self._all[number]
            tokens = words.split(text)
            less = self.less(t.low for t in tokens)
            found = Wording(claim, features, self.cues(tokens), negated(tokens), less, halves(tokens))
            self._met[number] = found
        return found

    def _rarest(self, features: Iterable[str], share: float) -> list[str]:
        """So many of the rarest that whatever holds the share of them all holds one of these.

        Of two sets that share enough, the rarest that they share is among these on both sides.
        """
        count = self._count
        ordered = sorted(features, key=lambda feature: (count[feature], feature))
        return ordered[: len(ordered) - ceil(share * len(ordered)) + 1]

    def cues(self, tokens: Sequence[Word]) -> frozenset[str]:
        """The directions that the words of a sentence give; what names something gives none."""
        nouns = self._nouns
        return frozenset(
            [
                _brought(tokens, i) or effect_words.KIND[t.low]
                for i, t in enumerate(tokens)
                if t.low in effect_words.KIND
                and (t.stem not in nouns or t.low in _VERBS)
                and not (t.low in {"up", "down"} and i and tokens[i - 1].low in _PARTED)
            ]
        )

    @staticmethod
    def less(lows: Iterable[str]) -> frozenset[str]:
        """The words that tell of avoiding or lacking a cause, and are no directions by themselves."""
        words_of_less = effect_words.LESSENING | effect_words.POORLY | effect_words.SELDOM
        return frozenset(low for low in lows if low in words_of_less and low not in effect_words.KIND)

    def like(self, tokens: Sequence[Word]) -> list[tuple[float, Wording]]:
        """The wordings whose words the sentence holds, the nearest first."""
        features = features_of(tokens)
        if len(features) < 2:
            return []
        rarest = self._rarest(features, _SHARED)
        numbers = {n for feature in rarest for n in self._by_feature.get(feature, ())[:_COMMON]}
        found = []
        for number in sorted(numbers):
            own = self._all[number][2]
            both = len(features & own)
            if both >= _KEPT * len(own) and both >= _SHARED * len(features):
                found.append((both * 2 / (len(features) + len(own)), self._wording(number)))
        return sorted(found, key=lambda each: (-each[0], each[1].claim.id))


def _brought(tokens: Sequence[Word], at: int) -> str:
    """The direction of what a verb brings, gives or makes: "brings quick relief"."""
    if effect_words.KIND[tokens[at].low] != "cause":
        return ""
    kinds = (effect_words.kind_of(token.low) for token in tokens[at + 1 : at + 1 + _BROUGHT])
    return next((kind for kind in kinds if kind in {"better", "worse"}), "")


def free_cues(index: ClaimsIndex, sentence: Sentence) -> frozenset[str]:
    """The directions that words outside names give; "a risk factor for A" tells of more of it, however that is put."""
    said = index.wordings.cues([word for i, word in enumerate(sentence.words) if not sentence.taken[i]])
    risky = any(one.low == "risk" and other.low in {"factor", "factors"} for one, other in pairwise(sentence.words))
    return said | _RISKY if risky else said


_RISKY: Final = frozenset({"up", "worse", "cause", "linked"})


def lacks_its_verb(index: ClaimsIndex, wording: Wording, features: frozenset[str]) -> bool:
    """Whether a word is missing by which a wording tells what the things have to do with each other that it names.

    Where it has no such word, or one that says little, no other may stand in its place.
    """
    idle = _idle(index, wording.claim)
    telling = wording.features - idle
    return not telling <= features if telling else not features - wording.features <= idle


def has_another_verb(index: ClaimsIndex, claim: Claim, stems: frozenset[str], tokens: Sequence[Word]) -> bool:
    """Whether words stand beside those of a wording that does no more than name things: "A has B", "A hides B"."""
    idle = _idle(index, claim)
    return stems <= idle and not features_of(tokens) - stems <= idle


def _idle(index: ClaimsIndex, claim: Claim) -> frozenset[str]:
    """The stems of words that name what an association or a mechanism is of, or that say little."""
    return _PLAIN.union(*map(index.name_words, frame_concepts(claim)))


_SERVING: Final = english.listed("serve serves served serving act acts acted acting function functions functioned")
"""Verbs that say nothing without what something serves as."""
_PLAIN: Final = frozenset(stem(word) for word in PLAIN - effect_words.KIND.keys() | _SERVING)


def sense(low: str) -> str:
    """The direction that a word of an outcome's name gives."""
    if low in effect_words.CURE and low not in {"full", "fully", "total", "complete"}:
        return "cure"
    kind = effect_words.kind_of(low)
    return kind if kind in {"better", "worse", "up", "down"} else ""


def carries(token: Word) -> bool:
    """Whether a word carries content, directions included and negations not."""
    return _carries(token.low, token.stem)


def negated(tokens: Sequence[Word]) -> bool:
    """Whether a sentence holds an odd number of negations; those of whom it compares with deny nothing."""
    lows = [token.low for token in tokens]
    denying = [i for i, low in enumerate(lows) if low in english.NEGATION]
    if denying and "than" in lows:
        than = lows.index("than")
        denying = [i for i in denying if i < than or not _WHOM.intersection(lows[max(than, i - 2) : i + 1])]
    return len(denying) % 2 == 1


_WHOM: Final = frozenset({"without", "who", "with", "those"})
"""One of these leads to what people lack: "than in people without it", "than in those who do not have it"."""


def halves(tokens: Sequence[Word]) -> tuple[frozenset[str], frozenset[str]] | None:
    """The content before and behind "than", without what both hold; None where nothing is compared."""
    at = next((i for i, token in enumerate(tokens) if token.low == "than"), -1)
    if at < 0:
        return None
    one, other = features_of(tokens[:at]), features_of(tokens[at:])
    return one - other, other - one


def swapped(
    one: tuple[frozenset[str], frozenset[str]] | None, other: tuple[frozenset[str], frozenset[str]] | None
) -> bool:
    """Whether two comparisons are of the same things the other way round."""
    if one is None or other is None:
        return False
    return bool(one[0] & other[1]) and bool(one[1] & other[0]) and not one[1] & other[1]


def features_of(tokens: Sequence[Word]) -> frozenset[str]:
    """The content of a sentence: its stems without idle words and words of direction."""
    return frozenset([feature for token in tokens if (feature := _feature(token.low, token.stem))])


def denied_comparison(tokens: Sequence[Word]) -> bool:
    """Whether "no" or "not" stands right before a word of direction: "is no higher"."""
    return any(
        one.low in {"no", "not"} and effect_words.KIND.get(other.low) in {"up", "down", "better", "worse"}
        for one, other in pairwise(tokens)
    )


@lru_cache(maxsize=65536)
def _carries(low: str, stem: str) -> bool:
    return low in effect_words.KIND or (stem not in _IDLE and low not in english.NEGATION and low[0].isalnum())


@lru_cache(maxsize=65536)
def _feature(low: str, stem: str) -> str:
    """The stem of a word that carries content; "" for others."""
    if low in effect_words.KIND or stem in _IDLE or low in english.NEGATION or not low[0].isalnum():
        return ""
    return _ALIKE.get(low, stem)
