"""The directions that some words give, whether they are of one end of a claim, and whether the other is what acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.language.acting_words import act, parted
from evidencekb.draft.sentences.telling import NEAR
from evidencekb.draft.statements import places, worth
from evidencekb.draft.statements.ends import BREAKS, CUES, FEW, GRADES, HINDERING, JOINING, LETTING, End
from evidencekb.draft.statements.states import STATES
from evidencekb.text import moving

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.statements.edges import Edge

_GIVEN: Final = frozenset({"intervention", "substance"})
_ACTED_ON: Final = frozenset({"condition", "outcome", "measure", "process"})
_WORTHS: Final = {**dict.fromkeys(("better", "easier"), "better"), "worse": "worse"}
_OPENING: Final = english.listed(
    "with after on under through using taking from by thanks when if once whenever given in"
)
"""Words that open the phrase of what something comes of."""
_THEY: Final = frozenset({"you", "they", "people", "patients"})
_BY: Final = english.listed(
    "toward towards by from with after due because owing when on through thanks if once under using in"
)
_OF_IT: Final = (
    english.DETERMINERS
    | effect_words.AMOUNTS
    | effect_words.MEASURED
    | effect_words.FREQUENT
    | effect_words.DEGREES
    | english.listed("to have get gets develop suffer from of likely a an the in on at")
) - {"without", "no", "not", "with"}
"""Words between a comparative and what there is more or less of."""
_BECOMING: Final = (
    english.AUXILIARY
    | english.ADVERBS
    | effect_words.DEGREES
    | effect_words.AMOUNTS
    | effect_words.HOLDING
    | english.listed("get gets got getting become becomes became turn turns turned run runs ran go goes went to tend "
                     "tends grow grows grew start starts begin "
                     "begins set sets or")
)  # fmt: skip
"""Words between a thing and the comparative or verb that tells what becomes of it."""
_WAYS: Final = frozenset({"up", "down"})
_BEHIND: Final = _BECOMING | english.LEADS | english.GENERIC | english.DETERMINERS | english.NEGATION | {"neither"}
_HANDING: Final = (
    english.GIVING | effect_words.HOLDING | english.MAKING | effect_words.CAUSE | frozenset({"mean", "means", "meant"})
)
_DIFFERING: Final = english.listed("different differ differs differed difference differences")
_LEAD: Final = 6
_NOUNS: Final = moving.NOUNS.keys() | english.listed("little low high excess lack shortage extra poor")


class Cue(NamedTuple):
    """A direction and the words that give it; `verb`: it is no comparative."""

    kind: str
    first: int
    last: int
    verb: bool


def cues(sentence: Sentence, span: range, pair: tuple[End, End]) -> list[Cue]:
    """The directions that some words give, names aside."""
    words = sentence.words
    subject, target = pair
    inside = subject.at | target.at
    found: list[Cue] = []
    for i in span:
        if i in inside or (found and i < found[-1].last):
            continue
        if found and found[-1].last == i and words[i - 1].low in _BECOMING and words[i].low in GRADES.keys() | _WAYS:
            found.pop()  # "grows stronger", "go down"
        if sentence.taken[i] and not _is_verb(sentence, i):
            continue
        low, after = words[i].low, words[i + 1].low if i + 1 < len(words) else ""
        if subject.last <= i < target.first and (round_ := parted(words, i, target.last)) is not None:
            found.append(Cue(round_.kind, i, target.last, verb=True))
        elif low in HINDERING and "from" in (words[k].low for k in range(i + 1, min(span.stop, target.last + 2))):
            found.append(Cue("down", i, i + 1, verb=True))
        elif low in GRADES or low in _WORTHS:
            found.append(Cue(GRADES.get(low) or _WORTHS[low], i, i + 1, verb=False))
        elif low in _DIFFERING:
            denials = [k for k in range(max(span.start, i - NEAR), i) if words[k].low in english.NEGATION]
            if len(denials) == 1:
                found.append(Cue("same", denials[0], i + 1, verb=False))
        elif (each := act(words, i)) is not None and low not in LETTING:
            eased = each.kind == "better" and each.words > 1 and target.last <= i  # "A eases off": there is less of it
            found.append(Cue("down" if eased else each.kind, i, i + each.words, verb=low not in _NOUNS))
        elif low in moving.VERBS and after not in {"up", "down"}:
            found.append(Cue(moving.VERBS[low], i, i + 1, verb=True))
    return found


def _is_verb(sentence: Sentence, at: int) -> bool:
    own = next(m for m in sentence.mentions if m.first <= at < m.last)
    return own.last - own.first == 1 and sentence.words[at].low in CUES


def made_to(index: ClaimsIndex, sentence: Sentence, edge: Edge, span: range, pair: tuple[End, End]) -> list[Cue]:
    """Read "A makes B grow", "A helps B heal" of a process: there is more of it."""
    words = sentence.words
    subject, target = pair
    concept = index.kb.concepts.get(edge.object)
    if concept is None or (concept.type not in {"process", "outcome"} and not worth.works(index, edge.object)):
        return []
    if index.ill(edge.object):
        return []
    found = [i for i in span if words[i].low in LETTING and subject.last <= i < target.first]
    return [Cue("up", found[0], found[0] + 1, verb=True)] if len(found) == 1 else []


def is_neither(sentence: Sentence, cues: list[Cue]) -> bool:
    """Whether two directions are both denied: "neither better nor worse"."""
    words = sentence.words
    one, other = cues
    pair = {one.kind, other.kind}
    if pair not in ({"up", "down"}, {"better", "worse"}):
        return False
    between = {words[i].low for i in range(one.last, other.first)}
    before = words[one.first - 1].low if one.first else ""
    return (before == "neither" and "nor" in between) or (before in {"no", "not"} and bool({"or", "nor"} & between))


def moves_target(sentence: Sentence, cue: Cue, pair: tuple[End, End]) -> bool:
    """Whether a direction is of the object: before it, behind it, or the verb between the two."""
    words = sentence.words
    subject, target = pair
    if cue.first < target.last and cue.last > target.first:
        return True
    if cue.last <= target.first:
        between = [i for i in range(cue.last, target.first) if not subject.first <= i < subject.last]
        free = [low for i in between if (low := words[i].low) not in _OF_IT | english.ADVERBS and low[-2:] != "ly"]
        if cue.verb:
            return len(free) <= FEW and BREAKS.isdisjoint(free)
        return not free and not cue.last <= subject.first < target.first
    behind = [words[i].low for i in range(target.last, cue.first) if not sentence.taken[i]]
    return all(low in _BEHIND or low[-2:] == "ly" for low in behind)


def is_state(sentence: Sentence, cue: Cue, pair: tuple[End, End]) -> bool:
    """Whether a direction tells for whom or when the subject is: "A for high B", "A is added when B rises"."""
    words = sentence.words
    subject, target = pair
    first = min(cue.first, target.first)
    if subject.first > first:
        return False
    before = [words[i].low for i in range(max(subject.last, first - _LEAD), first)]
    if not _CASES.isdisjoint(before):
        return True
    plain = words[cue.first].low in STATES - {"more", "less", "higher", "lower"}
    return plain and cue.last <= target.first and not {"with", "of", "to"}.isdisjoint(before)


_CASES: Final = english.listed("when if once whenever for until while during before")


def are_apart(sentence: Sentence, span: range, pair: tuple[End, End]) -> bool:
    """Whether two clauses stand side by side: "A is eaten early, and B is worse late"; not "eat A, and B falls"."""
    words = sentence.words
    subject = pair[0]
    one, other = sorted(pair, key=lambda end: end.first)
    cuts = [i for i in range(one.last, other.first) if words[i].low in BREAKS or words[i].low in JOINING]
    if not cuts:
        return False
    if subject is other or any(words[i].low in JOINING and words[i].low not in {"and", "so"} for i in cuts):
        return not _is_led(sentence, subject)
    if _is_led(sentence, subject):
        return any(words[i].low in english.AUXILIARY for i in range(subject.last, cuts[0]))
    first = words[span.start]
    bidding = not sentence.taken[span.start] and first.low not in english.CLOSED | english.GENERIC
    return not bidding or any(words[i].low in english.AUXILIARY for i in range(span.start, cuts[0]))


def _is_led(sentence: Sentence, end: End) -> bool:
    """Whether a word stands before an end that opens the phrase of what something comes of: "if they use A"."""
    words = sentence.words
    if words[end.first].low in _BY:
        return True
    for i in range(end.first - 1, max(-1, end.first - _LEAD), -1):
        low = words[i].low
        if low == "while":
            return all(words[k].low in english.AUXILIARY | _THEY for k in range(i + 1, end.first))
        if low in _OPENING or low in _BY or (low == "as" and not i):
            return True
        if low in BREAKS or low in JOINING or sentence.taken[i]:
            return False
    return False


def acts_on(index: ClaimsIndex, sentence: Sentence, edge: Edge, cue: Cue, pair: tuple[End, End]) -> bool:
    """Whether the subject is what acts: it stands so, or it alone can."""
    words = sentence.words
    subject, target = pair
    if subject.first < target.first:
        between = [words[i].low for i in range(subject.last, target.first)]
        if cue.verb and subject.last <= cue.first < target.first:
            behind = words[cue.last].low if cue.last < len(words) else ""
            return behind != "by" and not _is_passive(sentence, cue, subject)
        return (
            _is_led(sentence, subject)
            or not _HANDING.isdisjoint(between)
            or _alone(index, edge)
            or (cue.first == target.last and _are_in_it(index, sentence, edge, subject))
        )
    return _is_led(sentence, subject)


def _are_in_it(index: ClaimsIndex, sentence: Sentence, edge: Edge, subject: End) -> bool:
    """Whether the subject is told by those who are in it: "pregnant women need more A"."""
    named = [m for m in sentence.mentions if m.first == subject.first]
    return any(edge.subject in places.state(index, sentence, mention) for mention in named)


def _is_passive(sentence: Sentence, cue: Cue, subject: End) -> bool:
    """Whether what stands before a verb is what is moved: "A is raised in B"."""
    words = sentence.words
    if not words[cue.first].low.endswith(("ed", "en", "ut")):
        return False
    return any(
        words[i].low in {"is", "are", "was", "were", "be", "been", "being", "gets", "get"}
        for i in range(subject.last, cue.first)
    )


def _alone(index: ClaimsIndex, edge: Edge) -> bool:
    """Whether of two things only the one can act on the other: what is given, on what people have."""
    concepts = index.kb.concepts
    subject, target = concepts.get(edge.subject), concepts.get(edge.object)
    return subject is not None and target is not None and subject.type in _GIVEN and target.type in _ACTED_ON
