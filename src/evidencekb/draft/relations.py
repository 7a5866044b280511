"""What a sentence tells of two things it names: which way, of which to which, and whether it denies it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft import english
from evidencekb.draft.edges import COMPARING
from evidencekb.draft.wordings import kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.draft.claims_index import ClaimsIndex
    from evidencekb.draft.edges import Edge
    from evidencekb.draft.mentions import Mention
    from evidencekb.draft.sentence import Sentence

_BREAKS: Final = frozenset({";", ":", "but", "while", "whereas", "although", "because", "though", "since", "if"})
_NEAR: Final = 4
"""Words before another within which a negation is of it."""
_FAR: Final = 16
"""Words between two things that one clause still relates."""
_OPPOSITE: Final = {"up": "down", "down": "up", "better": "worse", "worse": "better"}
_BY: Final = frozenset({"by", "with", "after", "from", "through", "on", "during", "at", "in", "when"})
_PUSHING: Final = frozenset(
    {"make", "makes", "made", "making", "keep", "keeps", "kept", "bring", "brings", "brought", "push", "pushes",
     "pushed", "drive", "drives", "drove", "send", "sends", "sent", "turn", "turns", "get", "gets", "pull", "pulls"}
)  # fmt: skip
"""Verbs whose direction stands behind what they move: "brings the level down", "makes it worse"."""
_LOW: Final = frozenset(
    {"low", "less", "little", "lower", "reduced", "lack", "insufficient", "depleted", "deficient", "deficiency"}
)
_HIGH: Final = frozenset({"high", "excess", "raised"})


_ASIDE: Final = frozenset({"when", "while", "whenever", "after", "before", "until", "once", "during"})
"""Words behind a verb that end what it acts on: "protects the hip when A"."""


class Spot(NamedTuple):
    """Where a thing is named; `inner` is the direction that its own name gives ("low sugar in the blood")."""

    first: int
    last: int
    negated: bool = False
    inner: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said: a kind of direction, by the words first:last, denied or not, turned round or not."""

    kind: str
    first: int
    last: int
    negated: bool = False
    reversed: bool = False


def named(index: ClaimsIndex, sentence: Sentence) -> frozenset[str]:
    """The concepts that a sentence names, by themselves or inside a longer name that gives them a direction."""
    found = {name for mention in sentence.mentions for name in mention.concepts}
    for mention in sentence.mentions:
        if _inner(sentence, mention):
            found |= index.lexicon.inside(sentence.words, mention)
    return frozenset(found)


def spots(index: ClaimsIndex, sentence: Sentence) -> dict[str, list[Spot]]:
    """Concept id to where it is named, in the way of `named`."""
    found: dict[str, list[Spot]] = {}
    for mention in sentence.mentions:
        against = sentence.negated(mention)
        for name in mention.concepts:
            found.setdefault(name, []).append(Spot(mention.first, mention.last, against))
        if inner := _inner(sentence, mention):
            for name in sorted(index.lexicon.inside(sentence.words, mention)):
                found.setdefault(name, []).append(Spot(mention.first, mention.last, against, inner))
    return found


def _inner(sentence: Sentence, mention: Mention) -> str:
    """The direction that a name of several words gives what it holds: "low sugar in the blood"."""
    if mention.last - mention.first < 2:
        return ""
    lows = [word.low for word in sentence.words[mention.first : mention.last]]
    return "down" if not _LOW.isdisjoint(lows) else "up" if not _HIGH.isdisjoint(lows) else ""


def told(sentence: Sentence, edge: Edge, where: Mapping[str, Sequence[Spot]]) -> Told | None:
    """What the sentence tells of the two ends of an edge; None where it relates them in no way that is read."""
    subjects, objects = where[edge.subject], where[edge.object]
    reader = {"made": _made, "needed": _needed}.get(edge.kind, _compared if edge.kind in COMPARING else _acts)
    for subject in subjects:
        for other in objects:
            if subject.first < other.last and other.first < subject.last:
                continue
            gap = range(min(subject.last, other.last), max(subject.first, other.first))
            if len(gap) > _FAR or any(sentence.words[i].low in _BREAKS for i in gap):
                continue
            found = reader(sentence, subject, other)
            if found is None and edge.kind == "none" and not any(sentence.words[i].low in _ASIDE for i in gap):
                found = _compared(sentence, subject, other)
            if found is None and edge.kind in {"linked", "up", "down", "cause"}:
                found = _oftener(sentence, subject, other)
            if found is not None:
                return found
    return None


def agrees(kind: str, said: Told, *, ill: bool = True, bad: bool = False) -> bool | str | None:
    """Whether what is said is what an edge of a kind says; "stronger" where it says more, None where it is apart.

    `ill` is whether less of the object is better, `bad` whether subject and object are both things one has more or less
    often, so that a link between them has a side.
    """
    if kind in {"made", "needed"}:
        return (not said.reversed) if not said.negated else False if not said.reversed else None
    told_kind = said.kind
    if kind in COMPARING:
        if told_kind not in {"up", "down", "same"}:
            return None
        want = "up" if kind.endswith("higher") else "down"
        if said.reversed and told_kind in _OPPOSITE:
            told_kind = _OPPOSITE[told_kind]
        if kind.startswith("not-"):
            return (
                None
                if told_kind not in {want, "same"}
                else (told_kind == "same") != said.negated or (said.negated and told_kind == want)
            )
        return (told_kind == want) != said.negated if told_kind == want or not said.negated else None
    if kind == "none":
        if told_kind == "same":
            return not said.negated
        return said.negated
    if kind == "linked":
        if told_kind == "cause" and not said.negated and not said.reversed:
            return "stronger"
        if told_kind == "oftener":
            return not said.negated
        if told_kind in {"rarer", "down", "better"} and bad and not said.reversed:
            return False if not said.negated else None
        return not said.negated if told_kind == "linked" else None
    if said.reversed:
        return False if told_kind == kind == "cause" and not said.negated else None
    if told_kind == "same":
        return False if not said.negated else None
    if told_kind in {"oftener", "rarer"}:
        told_kind = "up" if told_kind == "oftener" else "down"
    if not ill and (kind, told_kind) in {("better", "down"), ("better", "up"), ("worse", "up"), ("down", "better")}:
        return None  # whether less is better depends on what it is
    if kind == "down" and told_kind == "better":
        return not said.negated
    for alike, contrary in _ALIKE[kind]:
        if told_kind in alike:
            return not said.negated
        if told_kind in contrary:
            return False if not said.negated else None
    return None


_ALIKE: Final = {
    "up": ((frozenset({"up", "cause", "worse"}), frozenset({"down", "better"})),),
    "down": ((frozenset({"down"}), frozenset({"up", "cause", "worse"})),),
    "better": ((frozenset({"better", "down"}), frozenset({"worse", "up", "cause"})),),
    "worse": ((frozenset({"worse", "up", "cause"}), frozenset({"better", "down"})),),
    "cause": ((frozenset({"cause", "up", "worse", "linked"}), frozenset({"down", "better"})),),
}
"""Kind of edge to what says the same and what says the contrary."""


def negated(sentence: Sentence, at: int) -> bool:
    """Whether a word before a position, close by, denies it."""
    words = sentence.words
    count = 0
    for i in range(max(0, at - _NEAR, sentence.stance.start(at)), at):
        low = words[i].low
        if low in {",", ";", "without"} or (low == "no" and words[i + 1].low in {"doubt", "longer"}):
            count = 0
        elif low in english.NEGATION:
            count += 1
    return count % 2 == 1


def _compared(sentence: Sentence, subject: Spot, group: Spot) -> Told | None:
    """More or less of one thing in people with another."""
    words = sentence.words
    mark = _mark(sentence, subject, group)
    if mark is None:
        return None
    kind, at, last = mark
    gap = range(min(subject.last, group.last), max(subject.first, group.first))
    if any(words[i].low in english.NEGATION for i in gap if not at - _NEAR <= i < at):
        return None  # "A does not occur in people whose B is normal" denies that it occurs, not that B is normal
    turned = group.negated
    if subject.inner and not sentence.lows.isdisjoint({"rule", "rules", "ruled", "exclude", "excludes", "excluded"}):
        return None
    than = next((i for i, w in enumerate(words) if w.low in {"than", "versus", "vs"}), None)
    if than is not None and group.first > than and not group.negated:
        turned = True
    if than is not None and group.first > than and group.negated:
        turned = False
    against = negated(sentence, at) if at < subject.first or at >= subject.last else subject.negated
    if kind == "differ":  # "does not differ" says that it is the same
        kind, against = "same", not against
    return Told(kind, min(at, subject.first), max(last, subject.last), against, turned)


def _mark(sentence: Sentence, subject: Spot, group: Spot) -> tuple[str, int, int] | None:
    """The direction that is said of the subject: kind and words."""
    words = sentence.words
    if subject.inner:
        return subject.inner, subject.first, subject.last
    for i in range(subject.first - 1, max(-1, subject.first - 6), -1):
        low = words[i].low
        if low in {",", ";", ":", "than"} or group.first <= i < group.last:
            break
        if low in {"much", "many"} and i and words[i - 1].low == "too":
            return "up", i - 1, i + 1
        if low in {"little", "few"}:
            return "down", i, i + 1
        kind = kind_of(low)
        if kind in {"up", "down", "same"}:
            return kind, i, i + 1
    for i in range(subject.last, min(len(words), subject.last + 14)):
        low = words[i].low
        if low in {";", ":", "than"}:
            break
        if group.first <= i < group.last:
            continue
        kind = kind_of(low)
        if kind in {"up", "down", "same"}:
            return kind, i, i + 1
        if low in {"differ", "differs", "differed", "different", "difference"}:
            return "differ", i, i + 1
    return None


def _acts(sentence: Sentence, subject: Spot, target: Spot) -> Told | None:
    """One thing does something to another, is linked to it, or is what it comes with."""
    words = sentence.words
    first, last = min(subject.first, target.first), max(subject.last, target.last)
    forward = subject.first < target.first
    between = range(min(subject.last, target.last), max(subject.first, target.first))
    marks = [(i, kind_of(words[i].low)) for i in between]
    marks = [(i, k) for i, k in marks if k]
    tail = [(i, kind_of(words[i].low)) for i in range(last, min(len(words), last + 4)) if words[i].low != "."]
    tail = [(i, k) for i, k in tail if k in {"better", "worse", "up", "down"}]
    lead = [(i, kind_of(words[i].low)) for i in range(max(0, first - 5), first)]
    lead = [(i, k) for i, k in lead if k == "linked"]
    made = any(words[i].low in _PUSHING for i in between)
    if made and tail:
        at, kind = tail[0]
    elif marks:
        at, kind = marks[0]
        if kind in {"cause", "linked"} and len(marks) > 1 and marks[1][0] - at <= 4:
            at, kind = marks[1]  # "leads to higher", "goes with less"
    elif lead:
        at, kind = lead[-1]
    else:
        return _idle(sentence, subject, target)
    if subject.inner and subject.first <= at < subject.last:
        return None
    turned = False
    if not forward and kind != "linked":
        passive = any(words[i].low in _BY for i in range(at + 1, subject.first)) and at < subject.first
        turned = not passive
    if kind not in {"linked", "same"} and not _clean(sentence, subject, target, at):
        return None
    if (lacking := _lacking(sentence, subject, at)) is not None:
        if kind not in _OPPOSITE:
            return None
        kind, first = _OPPOSITE[kind], min(first, lacking)
    return Told(kind, min(first, at), max(last, at + 1), negated(sentence, at), turned)


def _lacking(sentence: Sentence, subject: Spot, verb: int) -> int | None:
    """Where words before a cause tell that it is less or absent: "less A", "avoiding A", "a lack of A"."""
    words = sentence.words
    for i in range(subject.first - 1, max(-1, subject.first - 4), -1):
        low = words[i].low
        if i == verb or sentence.taken[i] or low in {",", "by", "that"} or low in _BREAKS:
            return None
        if low in english.LESSENING:
            return i
    return None


def _oftener(sentence: Sentence, one: Spot, other: Spot) -> Told | None:
    """Read "A is more common in people with B", "those with B have A less often"."""
    words = sentence.words
    first, last = min(one.first, other.first), max(one.last, other.last)
    marks = []
    for i in range(first, min(len(words) - 1, last + 4)):
        low, following = words[i].low, words[i + 1].low
        if low in english.COMMONER or (low in {"more", "higher", "greater"} and following in english.FREQUENT):
            marks.append((i, "oftener"))
        elif low in english.RARER or (low in {"less", "lower", "smaller"} and following in english.FREQUENT):
            marks.append((i, "rarer"))
    than = next((i for i in range(first, last) if words[i].low in {"than", "without", ";", "if"}), None)
    if len(marks) != 1 or than is not None or not any(w.low in english.HAVING for w in words[max(0, first - 3) : last]):
        return None
    between = [m for m in sentence.mentions if first < m.first < last and m.first not in {one.first, other.first}]
    if any(sentence.types(m) & {"condition", "measure", "outcome", "intervention", "substance"} for m in between):
        return None
    at, kind = marks[0]
    return Told(kind, min(first, at), max(last, at + 1), negated(sentence, at))


def _idle(sentence: Sentence, subject: Spot, target: Spot) -> Told | None:
    """Read "A has no effect on B", "A does not change B", "A has nothing to do with B"."""
    words = sentence.words
    one, other = (subject, target) if subject.first < target.first else (target, subject)
    between = range(one.last, other.first)
    lows = [words[i].low for i in between]
    first, last = min(one.first, other.first), max(one.last, other.last)
    if "do" in lows and "with" in lows and not {"nothing", "something", "little"}.isdisjoint(lows):
        return Told("linked", first, last, "something" not in lows)
    at = next((i for i in between if words[i].low in english.AFFECTING), -1)
    if at < 0 or not negated(sentence, at):
        return None
    turned = subject is not one and not any(words[i].low in _BY for i in range(at + 1, other.first))
    return Told("same", first, last, reversed=turned)


def _clean(sentence: Sentence, subject: Spot, target: Spot, verb: int) -> bool:
    """Whether the two ends are what the verb is of: no one's attribute, and no other thing in between."""
    words = sentence.words
    one, other = (subject, target) if subject.first < target.first else (target, subject)
    before = words[one.first - 1].low if one.first else ""
    if before in english.OF | {"with", "without", "from", "on"} and verb >= one.last and subject is one:
        return False
    between = words[one.last : other.first]
    if any(word.low in {",", "("} for word in between):
        return False
    if subject is one and any(words[i].low in _ASIDE for i in range(max(verb, one.last), other.first)):
        return False
    return not any(
        m.first > verb
        and one.last <= m.first
        and m.last <= other.first
        and sentence.types(m) & {"condition", "measure", "outcome"}
        for m in sentence.mentions
    )


def _made(sentence: Sentence, source: Spot, product: Spot) -> Told | None:
    """Read "X turns A into B", "B is made from A", "A is the precursor of B"."""
    words = sentence.words
    one, other = (source, product) if source.first < product.first else (product, source)
    between = [word.low for word in words[one.last : other.first]]
    around = {word.low for word in words[: other.first]}
    against = any(word in english.NEGATION for word in between)
    forward: bool | None = None
    if (
        ("of" in between and set(between) & english.PRODUCTS)
        or set(between) & english.FROM
        or ("of" in between and "precursor" not in between and set(between) & {"made"})
    ):
        forward = False
    elif (
        "precursor" in between
        or (set(between) & english.INTO and around & english.CONVERT)
        or (set(between) & {"become", "becomes", "yields", "gives", "forms", "produces"})
    ):
        forward = True
    if forward is None and "from" in around and "to" in between:
        forward = True
    if forward is None:
        return None
    verbs = [i for i in range(one.first) if words[i].low in english.CONVERT]
    start = 0 if verbs else one.first
    return Told("made", start, other.last, against, (one is source) is not forward)


def _needed(sentence: Sentence, needed: Spot, needing: Spot) -> Told | None:
    """Read "B needs A", "A is a cofactor of B", "A is required for B", "without A, no B"."""
    words = sentence.words
    one, other = (needed, needing) if needed.first < needing.first else (needing, needed)
    between = [word.low for word in words[one.last : other.first]]
    against = any(word in english.NEGATION for word in between)
    if set(between) & english.SERVES and not set(between) & {"requires", "needs"}:
        turned = one is not needed
    elif set(between) & english.NEEDS:
        turned = one is needed
    else:
        return None
    if "by" in between and set(between) & {"needed", "required", "used"}:
        turned = one is not needed
    return Told("needed", one.first, other.last, against, turned)
