"""Where the ends of a claim are told in some words, and which of the words belong to neither.

An end is told by its name, by all words of a name in another order or form, or by a word that takes it up: "these
channels", "the enzyme", "it".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import acting_words, effect_words, english
from evidencekb.draft.language.acting_words import act
from evidencekb.draft.matching.said import PLAIN
from evidencekb.draft.statements import comparing, places, tandem
from evidencekb.draft.statements.edges import COMPARING
from evidencekb.text import moving
from evidencekb.text.families import positives

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.statements.edges import Edge

FEW: Final = 2
"""Words that may tell of anything, at most."""
BREAKS: Final = frozenset({",", ";", ":", "\u2014", "\u2013", "(", ")"})
JOINING: Final = english.listed("and but while whereas so because although though yet since as")
GRADES: Final = {**moving.COMPARATIVES, **tandem.GRADES}
LETTING: Final = english.listed("make makes made making let lets help helps helped get gets")
HINDERING: Final = english.listed("keep keeps kept stop stops stopped prevent prevents prevented hinder hinders")
CUES: Final = frozenset(
    {*effect_words.KIND, *GRADES, *moving.VERBS, *acting_words.VERBS, *LETTING, *HINDERING, "hold", "holds", "held"}
) | english.listed("different differ differs differed than")
"""Words one of which is in every sentence that tells a direction."""
_SMALL: Final = english.listed(
    "swallow swallows swallowed swallowing drink drinks drank eat eats ate eaten eating put puts putting wash washes "
    "body bodies add added adding wear wears wearing someone anyone who use used daily regular regularly food foods "
    "drug drugs medicine medicines start started so then thus therefore also if than before others other normal usual "
    "risk risks see sees seeing find found does not less more much many"
) | effect_words.PORTIONS | comparing.REST - {"no", "without", "not", "never", "nothing"}  # fmt: skip
"""Words of taking, having and comparing, which tell nothing of their own."""
_NARROWING: Final = english.CEASING | english.listed(
    "unless except excluding despite instead rather regardless whether only until too enough without alone longer "
    "soon sooner earlier later faster slower first should must ought need needs hope hoped want wanted avoid avoiding "
    "skip skipping"
)
"""Words with which more is told than a direction: a case, a wish, a time."""
_CLASSES: Final = {
    "intervention": english.listed("drug treatment therapy medicine medication remedy pill tablet agent product"),
    "substance": english.listed("drug substance medicine compound nutrient supplement mineral product"),
    "molecule": english.listed("hormone enzyme protein molecule messenger compound substance chemical receptor"),
    "condition": english.listed("disease condition illness disorder problem complaint trouble ailment symptom"),
    "anatomy": english.listed("cell organ nerve tissue gland"),
}
"""Nouns for all things of a type, by which one that was named is taken up."""
_POINTING: Final = english.listed("this that these those such the")
_PRONOUNS: Final = english.listed("it them they")


class End(NamedTuple):
    """Where an end of a claim is told: the words that tell it."""

    at: frozenset[int]

    @property
    def first(self) -> int:
        """The first of them."""
        return min(self.at)

    @property
    def last(self) -> int:
        """The position behind the last."""
        return max(self.at) + 1


def is_likely(index: ClaimsIndex, sentence: Sentence, edge: Edge, name: str, named: frozenset[str]) -> bool:
    """Whether an end may be told in a sentence: it is among those `named`, or enough words of a name of it are there.

    Most claims that a sentence comes near are left aside by this, at little cost.
    """
    if name in named:
        return True
    spelt = index.belongings.spelt(name)
    if edge.kind in COMPARING and name == edge.subject:
        return any(len(parts & sentence.kins) > 1 for parts in spelt)
    return any(len(parts) > 1 and parts <= sentence.kins for parts in spelt)


def place(index: ClaimsIndex, sentence: Sentence, edge: Edge, name: str, span: range) -> End | None:
    """Where an end is told in some words: by its name, by all words of one, or by a word that takes it up."""
    for mention in sentence.mentions:
        if (
            (name in mention.concepts or name in places.state(index, sentence, mention))
            and span.start <= mention.first
            and mention.last <= span.stop
        ):
            return None if sentence.negated(mention) else End(frozenset(range(mention.first, mention.last)))
    if edge.kind in COMPARING and name == edge.subject:
        return _measured(index, sentence, edge, span)
    spelt = [parts for parts in index.belongings.spelt(name) if len(parts) > 1 and parts <= sentence.kins]
    if spelt:
        own = index.above(frozenset({edge.subject, edge.object, *edge.claim.population}))
        others = {
            i
            for m in sentence.mentions
            if own.isdisjoint(m.concepts) or {edge.subject, edge.object} & {*m.concepts}
            for i in range(m.first, m.last)
        }
        kin = {sentence.words[i].kin: i for i in reversed(span) if i not in others}
        for parts in spelt:
            if parts <= kin.keys():
                return End(frozenset(kin[part] for part in parts))
    return _taken_up(index, sentence, edge, name, span) if span.start else None


def _measured(index: ClaimsIndex, sentence: Sentence, edge: Edge, span: range, *, most: bool = True) -> End | None:
    """Where what groups are compared by is told by all words of a name, or most where no other thing has them.

    They may stand apart, within other names too: "the blood of people with A holds more B"; "denser" is of "dense".
    """
    spelt = [parts for parts in index.belongings.spelt(edge.subject) if len(parts & sentence.kins) > 1]
    if not spelt:
        return None
    words = sentence.words
    compared = _of_another(index, sentence, edge)
    group = {i for m in sentence.mentions if edge.object in m.concepts for i in range(m.first, m.last)}
    kin: dict[str, int] = {}
    for i in reversed(span):
        if i not in group and i not in compared:
            kin.update(dict.fromkeys((words[i].kin, *bare(words[i].low)), i))
    for parts in spelt:
        here = parts & kin.keys()
        if len(here) < 2 or (here != parts and (not most or 3 * len(here) < 2 * len(parts))):
            continue
        if here == parts or index.belongings.marked(edge.subject, here):
            return End(frozenset(kin[part] for part in here))
    return None


def _of_another(index: ClaimsIndex, sentence: Sentence, edge: Edge) -> frozenset[int]:
    """The words of longer names of other things: "A receptors" tells nothing of A."""
    own = index.name_words(edge.subject)
    others = [
        m
        for m in sentence.mentions
        if m.last - m.first > 1
        and edge.subject not in m.concepts
        and sentence.types(m) <= _THINGS
        and sentence.words[m.last - 1].stem not in own
    ]
    return frozenset(i for m in others for i in range(m.first, m.last))


_THINGS: Final = frozenset({"measure", "molecule"})


def is_elsewhere(index: ClaimsIndex, sentence: Sentence, edge: Edge) -> bool:
    """Whether what is measured is told of a part of the body of which other claims tell: "the A of people holds B"."""
    at = {i for m in sentence.mentions if edge.subject in m.concepts for i in range(m.first, m.last)}
    whole = range(len(sentence.words))
    own = _measured(index, sentence, edge, whole)
    size = max(len(at), 0 if own is None else len(own.at))
    others = {
        e.subject: e for e in index.edges.near({edge.object}) if e.kind in COMPARING and e.subject != edge.subject
    }
    for other in others.values():
        told = _measured(index, sentence, other, whole, most=False)
        if told is not None and at < told.at and len(told.at) > size:
            return True
    return False


def bare(low: str) -> tuple[str, ...]:
    """The families that a comparative may be of that is no grade of more or less: "denser", "thicker"."""
    return () if low in GRADES else positives(low)


def _taken_up(index: ClaimsIndex, sentence: Sentence, edge: Edge, name: str, span: range) -> End | None:
    """Where some words point back to an end that was named before them: "these channels", "the enzyme", "it"."""
    before = [m for m in sentence.mentions if m.last <= span.start]
    if not any(name in m.concepts for m in before):
        return None
    words, concept = sentence.words, index.kb.concepts[name]
    other = edge.object if name == edge.subject else edge.subject
    alike = {
        c for m in before for c in m.concepts
        if c not in {name, other} and c in index.kb.concepts and index.kb.concepts[c].type == concept.type
    }  # fmt: skip
    steps = {(s.subject, s.object) for s in edge.claim.steps}
    near = edge.claim.steps and not any((c, other) in steps or (other, c) in steps for c in alike)
    names = index.name_words(name)
    for at in span[:-1]:
        if sentence.taken[at] or words[at].low not in _POINTING:
            continue
        noun = words[at + 1]
        if sentence.taken[at + 1] or not noun.raw.isalpha():
            continue
        singular = noun.low.removesuffix("s")
        if words[at].low != "the" and noun.stem in names and not any(noun.stem in index.name_words(c) for c in alike):
            return End(frozenset({at, at + 1}))
        if singular in _CLASSES.get(concept.type, ()) and (not alike or near):
            return End(frozenset({at, at + 1}))
    if alike:
        return None
    plural = next((at for at in span if words[at].low in _PRONOUNS), None)
    return None if plural is None else End(frozenset({plural}))


def left_over(index: ClaimsIndex, sentence: Sentence, edge: Edge, span: range, pair: tuple[End, End]) -> int | None:
    """How many words may tell of something else; None where something else is named, or too many do."""
    words = sentence.words
    terms = index.belongings.of(edge.claim)
    own = terms.above | index.above(frozenset({edge.subject, edge.object})) | index.universal
    at = pair[0].at | pair[1].at
    for mention in sentence.within(span.start, span.stop):
        if mention.first in at or not own.isdisjoint(mention.concepts):
            continue
        if _is_idle(sentence, mention):
            continue
        if mention.last - mention.first > 1 or words[mention.first].low not in CUES:
            return None
    free = []
    for i in span:
        word = words[i]
        if i in at or sentence.taken[i] or not word.raw[0].isalnum() or word.kin in terms.kin:
            continue
        if word.low in _NARROWING:
            return None
        if word.low in PLAIN or word.low in _SMALL or word.low in english.NEGATION or word.low in CUES:
            continue
        if act(words, i) is not None or any(
            (each := act(words, k)) and k + each.words > i for k in range(max(0, i - 2), i)
        ):
            continue
        if word.low in english.RESTRICTING or word.raw[0].isdigit():
            return None
        free.append(word.low)
    return len(free) if len(free) <= 2 else None


def _is_idle(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name is of what is done where nothing is, with which something is compared: "than a placebo"."""
    words = sentence.words
    before = {word.low for word in words[max(0, mention.first - 2) : mention.first]}
    own = {word.low for word in words[mention.first : mention.last]}
    return not before.isdisjoint({"than", "versus", "vs"}) and not own.isdisjoint(comparing.IDLE_ARMS)


def strange(index: ClaimsIndex, sentence: Sentence, edge: Edge, span: range) -> int | None:
    """How many of some words may tell of something else than an edge does; None where too many do."""
    at = {i for m in sentence.mentions if {edge.subject, edge.object} & {*m.concepts} for i in range(m.first, m.last)}
    if not at:
        return None
    whole = End(frozenset(at))
    return left_over(index, sentence, edge, span, (whole, whole))
