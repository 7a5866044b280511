"""Another thing of its kind in the place of what a cut-off means or calls for, which the sentence leaves untold.

"Below N, people with A are given B" where the claim says that they are given C: no list of verbs is needed, for
whatever a cut-off's own sentence tells of a value is said to be done or to be so there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.model.assertion import Verdict
from evidencekb.text import words as split
from evidencekb.text.families import LIGHT

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure

_MEANT: Final = frozenset({"condition", "outcome"})
_DONE: Final = frozenset({"intervention", "substance"})
_OPENING: Final = english.listed(
    "if when whenever once unless until till where whose should provided while as whether supposing"
)
"""Words that begin the part of a sentence that tells of the value."""
_BESIDE: Final = english.listed(
    "despite besides before after during without instead than rather unlike not apart except although though because "
    "since through by from against while via owing due following no never"
)
"""Words before a name by which it is not what is said to be so, or to be done."""
_OTHERWISE: Final = english.CHANCES | english.listed(
    "risk risks history treatment management therapy course cause causes severity control symptom prevent prevents "
    "preventing prevention treat treats treating protect protects protection avoid avoids avoiding rule rules ruled "
    "exclude excludes excluded stop stops stopped relapse raise raises more less fewer higher lower"
)
"""Words before a name by which it is neither what somebody is said to have nor what he is said to get."""
_PERHAPS: Final = english.OFTEN | english.listed("sometimes may might can could tend tends usually")
"""Words by which something goes with a value for some, rather than being meant by it."""
_HAVING: Final = english.listed("on taking take takes using use uses with under receiving of in among having")
_OF_WHOM: Final = (english.LEADS | {"on", "under"}) - {"for"}
_STOP: Final = frozenset({",", ";", ":", "(", ")", "."})
_NEAR: Final = 4
_PRONOUNS: Final = frozenset({"it", "they", "this", "these", "that"})
_DONE_SO: Final = english.listed(
    "offered given started considered advised recommended prescribed indicated warranted needed begun diagnosed "
    "present likely justified used stopped withheld initiated"
)
"""What is told of a thing that "it" stands for."""
_COMMON: Final = english.listed("severe mild moderate high low acute chronic treatment therapy drug use new early full")
"""Words of a name that tell nothing apart."""


def fault(
    index: ClaimsIndex, claim: Claim, figure: Figure, sentence: Sentence, clause: tuple[int, int] | None = None
) -> Verdict | None:
    """What is wrong where the figure of a cut-off is a claim's: another thing is meant or done there."""
    wanted = frozenset({claim.means, claim.action} - {""})
    types = _DONE if claim.action else _MEANT
    near = sentence.within(*clause) if clause is not None and len(sentence.figures) > 1 else sentence.mentions
    if not any(sentence.types(m) <= types for m in near):
        return None
    inner = _named_in(index, wanted)
    alike = wanted | index.meanings(claim.measure)
    own = index.above(wanted | inner)
    people = index.above(frozenset(claim.population))
    measured = index.up(claim.measure) | _named_in(index, frozenset({claim.measure}))
    kinds = index.meanings(claim.measure) - wanted | index.up(claim.measure) | (inner if claim.action else frozenset())
    low, high = _of_the_value(claim, figure, sentence)
    others = []
    for mention in sentence.mentions:
        names = frozenset(mention.concepts)
        narrower = bool(claim.means) and names.isdisjoint(alike) and not _is_aside(sentence, mention)
        if alike & index.above(names) and not (narrower and names.isdisjoint(people)):
            return None
        if low <= mention.first < high or names & (measured | people) or _is_aside(sentence, mention):
            continue
        if names & own or _is_like(index, claim, mention, sentence):
            return None
        if mention in near and sentence.types(mention) <= types and not index.above(names) & kinds - index.universal:
            others.append(mention)
    if not others or _is_told(index, claim, wanted, sentence):
        return None
    return Verdict.WRONG_INTERVENTION if claim.action else Verdict.WRONG_OUTCOME


def _is_like(index: ClaimsIndex, claim: Claim, mention: Mention, sentence: Sentence) -> bool:
    """Whether a name is of what is done, as a substance: "oxygen at home" of "home oxygen treatment"."""
    concepts = index.kb.concepts
    if not claim.action or claim.action not in concepts or concepts[claim.action].type in sentence.types(mention):
        return False
    words = {word.kin for word in sentence.words[mention.first : mention.last]}
    return any(not words.isdisjoint(set(parts) - _COMMON) for parts in index.names(claim.action))


def _named_in(index: ClaimsIndex, names: frozenset[str]) -> frozenset[str]:
    """The concepts that the names of some concepts hold: A of "stopping A"."""
    found: set[str] = set()
    for name in names:
        concept = index.kb.concepts.get(name)
        for text in (concept.label, *concept.synonyms) if concept else ():
            tokens = split.split(text)
            for mention in index.lexicon.find(tokens):
                found.update(mention.concepts, index.lexicon.inside(tokens, mention))
    return frozenset(found)


def _of_the_value(claim: Claim, figure: Figure, sentence: Sentence) -> tuple[int, int]:
    """The words that tell of the value: from "if", "when" or the like, or from the measure, to the figure's end.

    Where they come first, they go on to the comma; where they come last, to the end of the clause.
    """
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    spots = [m for m in sentence.mentions if claim.measure in m.concepts]
    spot = min(spots, key=lambda m: min(abs(at - m.last), abs(m.first - after)), default=None)
    low, high = (min(spot.first, at), max(spot.last, after)) if spot is not None else (at, after)
    opening = next((i for i in range(low, -1, -1) if words[i].low in _OPENING | {";"}), None)
    if opening is None or words[opening].low == ";":
        return low, high
    end = next((i for i in range(high, len(words)) if words[i].low in _STOP), len(words))
    return opening, end if opening and words[opening].low != "whose" else high


def _is_aside(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name is not what is said of the value: what people have or take already, what is not done, a risk."""
    words = sentence.words
    if sentence.negated(mention):
        return True
    if mention.last < len(words) and words[mention.last].low in english.PEOPLE | english.TAKERS:
        return True
    before: list[int] = []
    for i in range(mention.first - 1, max(-1, mention.first - 1 - _NEAR), -1):
        if words[i].low in _STOP or sentence.taken[i]:
            break
        before.append(i)
    lows = [words[i].low for i in before]
    if not _BESIDE.isdisjoint(lows) or not _OTHERWISE.isdisjoint(lows):
        return True
    opens = not before or before[-1] == 0 or words[before[-1] - 1].low in _STOP
    behind = words[mention.last].low if mention.last < len(words) else "."
    if opens and lows and lows[-1] in _OF_WHOM and behind in _STOP:
        return True  # "On A, ..."
    if sentence.types(mention) <= _MEANT and not _PERHAPS.isdisjoint(lows):
        return True
    for i, low in zip(before, lows, strict=True):
        if low in _HAVING and (
            (i and words[i - 1].low in english.PEOPLE | english.RELATIVE | english.PEOPLE_NAMED)
            or any(
                m.last == i and not sentence.types(m).isdisjoint({"population", "condition"}) for m in sentence.mentions
            )
        ):
            return True
    return bool(lows) and lows[0] in {"in", "among"}


def _is_told(index: ClaimsIndex, claim: Claim, wanted: frozenset[str], sentence: Sentence) -> bool:
    """Whether words of no other name tell of what a cut-off means or calls for."""
    lows = [word.low for word in sentence.words]
    for i, low in enumerate(lows[:-2]):
        if low in _PRONOUNS and lows[i + 1] in english.AUXILIARY and not _DONE_SO.isdisjoint(lows[i + 2 : i + 4]):
            return True
    common = LIGHT.union(*(part for n in (claim.measure, *claim.population) for part in index.names(n)))
    words, figured = sentence.words, sentence.figured
    said = {w.kin for i, w in enumerate(words) if not sentence.taken[i] and i not in figured} - common
    fresh = [set(parts) - common for name in wanted for parts in index.names(name)]
    return any(not said.isdisjoint(parts - _COMMON or parts) for parts in fresh)
