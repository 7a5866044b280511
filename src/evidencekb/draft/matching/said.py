"""What a sentence says around a figure: what it names, which way it goes, and which words are left over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.measures import phases
from evidencekb.model.quantity import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.shares.roles import Context
    from evidencekb.model.quantity import Figure
    from evidencekb.text.words import Word

_TELLING: Final = english.listed(
    "without except excluding unlike like instead rather despite versus vs against before until unless nor neither "
    "either than compared not no never starting start starts started age ages aged hour hours day days week weeks "
    "month months year years down past over under because due owing"
)
"""Function words and the like that turn what is told, or tell when, at what age and for which purpose it is so."""
PLAIN: Final = (
    english.CLOSED
    | english.GENERIC
    | english.NUMBERS
    | english.PLACES
    | effect_words.HOLDING
    | english.MAKING
    | english.SENDING
    | english.GIVING
    | english.listed(
        "comes goes went gone become becomes became occur occurs occurred happen happens happened appear appears "
        "appeared live lives lived living suffer suffers suffered suffering say says said tell tells told call calls "
        "called mean means meant know known think thought expect expected need needs needed want require requires "
        "required use uses used using receive received receiving given treat treated treating treatment therapy "
        "begin began begun researchers doctors experts scientists physicians clinicians specialists estimate estimates "
        "estimated data evidence finding findings results result suggest suggests suggested indicate indicates "
        "indicated note notes noted count counts counted measure measured recorded record reporting typically usually "
        "generally normally commonly often roughly average averages averaged typical usual just still also too work "
        "works worked working done cover covers covered covering add adds added adding stay stays stayed last lasts "
        "lasted hold holds held feeling seen seeing please remember bear mind well as point points pointed signal "
        "signals signalled signaled signify signifies denote denotes following visibly clearly noticeably markedly "
        "notably appreciably measurably distinctly considerably substantially"
    )
) - _TELLING
"""Words that leave open of whom and of what something is told, and do not turn it round."""

_TURNING: Final = _TELLING | english.NEGATION | english.PEOPLE_NAMED | {"non"}
_TELLING_MORE: Final = frozenset({"with", "who", "whose"})
_HAD: Final = frozenset({"population", "condition"})
_UNTIL: Final = frozenset({"before", "until", "till"})
_TAKING: Final = english.listed("take takes took taking taken need needs needed require requires required")
_PASSING: Final = english.listed("go pass passes passed elapse elapses elapsed")
_NEAR: Final = 3
ARTICLES: Final = frozenset({"a", "an", "the", "their"})
_TO: Final = frozenset({"to", "by", "below", "above", "from", "under"})
OF_WHOM: Final = english.LEADS | {"on", "from", "have", "has", "had"}
COMPARING: Final = frozenset({"than", "over", "versus", "vs", "against", "compared", "rather"})
_LOOSE: Final = frozenset({"cause", "linked"})
"""Directions that go neither up nor down."""
_GOING: Final = english.listed("go goes went gone going move moves moved drive drives drove push pushes pushed and or")
"""Words behind which "up" is a direction."""


class Said(NamedTuple):
    """What a sentence says around a figure: its words of content, the concepts here, and those of what stood before."""

    kin: frozenset[str]
    people: frozenset[str]  # those of them that may tell of whom: in no name, or in one of people or of what they have
    here: tuple[frozenset[str], ...]
    before: frozenset[str]
    framed: bool  # whether a heading or a lead-in tells the rest
    cues: frozenset[str]
    free: frozenset[str]  # families of words that no name covers and that may tell of anything
    bound: frozenset[str]  # those of them that may tell of whom, of when or of what else
    done: bool  # whether a word that may be any verb stands right before the figure
    compared: tuple[frozenset[str], ...]  # what others are compared with; nothing where that has no name


def read(index: ClaimsIndex, figure: Figure, sentence: Sentence, span: tuple[int, int], context: Context) -> Said:
    """Read a span of a sentence, the figure itself left out."""
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    positions = [i for i in range(*span) if not at <= i < after and words[i].raw[0].isalnum()]
    others = (each for each in sentence.figures if each.quantity.kind is not Kind.COUNT)
    numbers = {i for f in others for i in range(sentence.position(f.full_start), sentence.position(f.full_end))}
    bare = [i for i in positions if not sentence.taken[i] and i not in numbers]
    own = [words[i] for i in positions]
    before = (*context.groups, *context.topics, *context.given)
    waited = phases.is_time(figure.quantity) and _is_waited(words, at, after)
    waiting = _UNTIL if waited else frozenset[str]()
    free = [i for i in bare if _is_free(sentence, i) and words[i].low not in waiting]
    held = {i for m in sentence.mentions if sentence.types(m) & _HAD for i in range(m.first, m.last)}
    return Said(
        frozenset([word.kin for word in own]),
        frozenset([words[i].kin for i in positions if not sentence.taken[i] or i in held]),
        tuple(frozenset(m.concepts) for m in sentence.within(*span) if not moves(sentence, m)),
        context.substances.union(*(names for each in before for names in each)),
        context.framed,
        index.wordings.cues([words[i] for i in bare if not _is_particle(words, i)]) - _LOOSE,
        frozenset([words[i].kin for i in free]),
        frozenset([words[i].kin for i in free if _is_bound(sentence, i)]),
        at > span[0] and _is_free(sentence, at - 1),
        tuple([_next(sentence, i) for i in free if words[i].low in COMPARING and i + 1 not in numbers]),
    )


def _is_waited(words: Sequence[Word], at: int, after: int) -> bool:
    """Whether a time is told to pass until something is so: "it takes six weeks before A sets in", "3 days go by"."""
    taken = any(word.low in _TAKING for word in words[max(0, at - _NEAR) : at])
    return taken or any(word.low in _PASSING for word in words[after : after + 1])


def _is_bound(sentence: Sentence, at: int) -> bool:
    """Whether a word that no name covers may tell of other people, another time or another thing, and not how."""
    words, word = sentence.words, sentence.words[at]
    if word.low in COMPARING:
        return False
    if word.low in _TURNING or not word.raw.isalpha() or (at and word.raw[0].isupper()):
        return True
    behind = words[at + 1].low if at + 1 < len(words) else ""
    if (behind in _TELLING_MORE and word.low.endswith("s")) or behind in effect_words.KIND:
        return True  # "teachers with A", "slept better"
    before = at - 1
    while before >= 0 and (words[before].low in ARTICLES or _is_free(sentence, before)):
        before -= 1
    if before >= 0 and words[before].low in OF_WHOM:
        return True
    led = words[at - 1].low if at else ""
    described = at + 1 < len(words) and sentence.taken[at + 1] and led in english.CLOSED - english.AUXILIARY
    return described or led in effect_words.KIND  # "the back pain", "cut back pain", but not "patients blame pain"


def _is_free(sentence: Sentence, at: int) -> bool:
    """Whether a word is in no name and may tell of anything."""
    low = sentence.words[at].low
    if low == "due" and at + 1 < len(sentence.words) and sentence.words[at + 1].low != "to":
        return False  # "is due every year"
    if low == "under" and any(m.first == at + 1 and "intervention" in sentence.types(m) for m in sentence.mentions):
        return False  # "heal under A" is on A
    return not sentence.taken[at] and low[0].isalnum() and low not in PLAIN and low not in effect_words.KIND


def _is_particle(words: Sequence[Word], at: int) -> bool:
    """Whether "up" belongs to a verb that tells of no way: "turns up", "takes up"."""
    return words[at].low == "up" and at > 0 and words[at - 1].low not in english.AUXILIARY | _GOING


def _next(sentence: Sentence, at: int) -> frozenset[str]:
    """The concepts of the next name behind a word."""
    return next((frozenset(m.concepts) for m in sentence.mentions if m.first > at), frozenset())


def moves(sentence: Sentence, mention: Mention) -> bool:
    """Whether what is spelt like a name is a verb here: "the score falls to 5"."""
    following = sentence.words[mention.last].low if mention.last < len(sentence.words) else ""
    one = mention.last - mention.first == 1 and sentence.words[mention.first].low in effect_words.KIND
    return one and following in _TO
