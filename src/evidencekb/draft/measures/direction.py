"""In which direction the words around an effect say that the outcome went: more of it, less of it, no change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences import removing
from evidencekb.model.quantity import RATIOS, Kind
from evidencekb.text import moving
from evidencekb.text.moving import DOWN, UP
from evidencekb.text.units import TIMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

OPPOSITE: Final = {UP: DOWN, DOWN: UP}
_TELLING: Final = frozenset({Kind.PROPORTION, Kind.RATIO, Kind.FOLD, Kind.POINTS, Kind.MEASURE})
_PARTING: Final = frozenset({";", "but", "yet", "so", "while", "whereas", "although", "though"})
_LONGEST: Final = 40
"""Words looked back over."""
_NEAR: Final = 3
"""Words between an amount and what it is added to."""
_BRIDGE: Final = 12
"""Words between what went up or down and the word that says so."""
_BEFORE: Final = english.DETERMINERS | effect_words.AMOUNTS | frozenset(
    {"all", "being", "be", "becoming", "become", "having", "have", "getting", "get", "likely", "on", "people's",
     "about", "roughly", "both", "further", "relative", "new", "future", "diagnoses", "diagnosis", "case", "cases",
     "episode", "episodes", "bout", "bouts", "onset", "onsets", "occurrences", "instances", "newly", "diagnosed",
     "first", "fresh", "developing", "recurrent", "recurrence", "recurrences"}
)  # fmt: skip
"""Words that stand between a direction and the outcome that it is of."""
_AFTER: Final = english.AUXILIARY | effect_words.AMOUNTS | effect_words.DEGREES | frozenset({"that", "which", "by",
    "become", "became", "got", "turned", "went", "going", "proved", "not", "no", "never", "there", "about",
    "roughly"})  # fmt: skip
_WITH: Final = frozenset({"with", "at", "of", "in", "among", "from", "for", "their", "his", "her", "to"})
_JOINING: Final = effect_words.LINKED | frozenset({"came", "comes", "come", "meant", "ended", "resulted", "and", "led",
                                              "leads", "lead"})  # fmt: skip
_UNDONE: Final = frozenset({"fail", "failing", "failed", "avoid", "avoiding", "free", "escape", "escaping", "lose",
                            "losing", "spared", "not", "without", "never", "no", "miss", "missing"})  # fmt: skip
_PRONOUNS: Final = frozenset({"them", "it", "their", "its", "these", "this"})
_HOPED: Final = frozenset({"meant", "intended", "hoped", "hope", "hopes", "supposed", "expected", "designed", "aimed",
                           "instead", "far", "rather", "trying", "tried", "thought", "believed"})  # fmt: skip
"""Words before a direction that was not taken."""
_NO_MOVES: Final = frozenset({
    ("lost", "to"), ("extended", "release"), ("extended", "to"), ("prolonged", "release"), ("falls", "into"),
    ("gained", "access"), ("save", "for"), ("swelling", "of"), ("depressed", "mood"), ("depressed", "people"),
})  # fmt: skip
"""Words that tell of no more or less with what follows."""
_BESIDE: Final = {"above": UP, "below": DOWN}
"""Words behind an amount by which one thing lies on a side of another: "30% above that of B"."""
_PUSHING: Final = frozenset(
    f"{verb}{ending}" for verb in ("push", "pull", "nudge", "ratchet", "move", "turn", "scale", "step", "crank", "jack")
    for ending in ("", "s", "ed", "es", "d", "ing")
) | frozenset({
    "bring", "brings", "brought", "bringing", "drive", "drives", "drove", "driven", "driving", "take", "takes", "took",
    "taken", "taking", "put", "puts", "putting", "go", "goes", "going", "went", "gone", "come", "comes", "came", "send",
    "sends", "sent", "sending", "keep", "keeps", "kept", "keeping", "force", "forces", "forced", "creep", "crept",
})  # fmt: skip
"""Verbs with which "up" and "down" tell a direction."""
_TAKING_OFF: Final = frozenset({"take", "takes", "took", "taken", "taking", "knock", "knocks", "knocked", "shave",
                                "shaves", "shaved", "strip", "stripped", "lop", "lopped", "get", "got"})  # fmt: skip
_BEHIND_NOUNS: Final = english.AUXILIARY | frozenset(
    {"of", "by", "on", "with", "in", "at", "from", "to", "after", "averaged", "averaging", "came", "amounted",
     "reached", "among", "against", "over", "than", "and", "that", "which"}
)  # fmt: skip
_NO: Final = frozenset({"no", "little", "without", "any", "hardly"})


@dataclass(frozen=True, slots=True)
class Told:
    """A direction, denied or not; "" where none is told, "same" where a text says that nothing changed."""

    way: str = ""
    denied: bool = False


_NOTHING: Final = Told()


def told(sentence: Sentence, figure: Figure, outcome: str, *, named: bool = False) -> Told:
    """What the words around a figure say of an outcome; `named`: only words that are joined to its name count."""
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    low, high = clause(sentence, figure)
    spots = sorted(
        (m for m in sentence.within(low, high) if outcome in m.concepts),
        key=lambda m: min(abs(m.first - at), abs(at - m.last)),
    )
    if not named:
        behind, leading = _behind(sentence, after, high), _leading(sentence, low, at, after, spots)
        if behind is not None and leading is not None and behind.way and sentence.words[after].low in {"more", "less"}:
            turned = sentence.words[after].low == "less" and leading.way in OPPOSITE
            return replace(leading, way=OPPOSITE[leading.way]) if turned else leading  # "fell by 5 points less"
        if behind is not None and behind.way and sentence.words[after].low in {"more", "less"}:
            for spot in spots:
                if spot.last <= at and (fall := _of_what_follows(sentence, spot, low)) and fall.way in OPPOSITE:
                    less = sentence.words[after].low == "less"
                    return replace(fall, way=OPPOSITE[fall.way]) if less else fall  # "the fall in A was 5 points more"
        if behind is not None or leading is not None:
            return behind or leading or _NOTHING
        if found := _of_a_pronoun(sentence, max((m.last for m in spots if m.last <= at), default=low), at):
            return found
    elif at > low and after < high and sentence.words[after].low in {"to", "off", "from"}:
        way = _of_an_amount(sentence, at, after)
        if way and any(0 <= spot.first - after <= _NEAR for spot in spots):
            return _signed(sentence, at - 1, low, way)  # "added 5 points to A"
    for spot in spots:
        if found := governed(sentence, spot, low, high):
            return found
    return _NOTHING


def governed(sentence: Sentence, spot: Mention, low: int, high: int) -> Told | None:
    """What is said of one thing named, by the words before it or behind it: "fewer A", "A rose"."""
    return _of_what_follows(sentence, spot, low) or _of_what_stands_before(sentence, spot, high)


def moves(sentence: Sentence, low: int, high: int) -> bool:
    """Whether any word tells of more or less."""
    return any(w.low in moving.VERBS or w.low in moving.COMPARATIVES for w in sentence.words[low:high])


def _of_a_pronoun(sentence: Sentence, low: int, at: int) -> Told | None:
    """Read "raised them", "lowered its risk" between the outcome's name and the figure."""
    words = sentence.words
    for i in range(at - 2, low - 1, -1):
        way = moving.VERBS.get(words[i].low)
        if way and words[i + 1].low in _PRONOUNS:
            return _signed(sentence, i, low, way)
    return None


def by_value(figure: Figure) -> str:
    """The side of one, or the sign, on which a figure lies."""
    quantity = figure.quantity
    if quantity.value is None:
        return ""
    if quantity.kind in RATIOS:
        return UP if quantity.value > 1 else DOWN if quantity.value < 1 else ""
    return DOWN if quantity.value < 0 else ""


def clause(sentence: Sentence, figure: Figure) -> tuple[int, int]:
    """The words that may tell of a figure: to where another statement or another figure stands."""
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    low, high = max(0, at - _LONGEST), min(len(words), after + _LONGEST)
    for other in sentence.figures:
        if other is figure or other.quantity.kind not in _TELLING or other.quantity.unit in TIMES:
            continue  # "lowered A at 12 weeks by 5 points"
        begin, end = sentence.position(other.full_start), sentence.position(other.full_end)
        if end <= at:
            low = max(low, end)
        elif begin >= after:
            high = min(high, begin)
    low = next((i + 1 for i in range(at - 1, low - 1, -1) if words[i].low in _PARTING), low)
    high = next((i for i in range(after, high) if words[i].low in _PARTING), high)
    return low, high


def _behind(sentence: Sentence, after: int, high: int) -> Told | None:
    """Read "23% more", "23% fewer", "a 23% reduction", "twice as rare"."""
    words = sentence.words
    i = after
    while i < high and words[i].low in {"relative", "risk", "absolute", "significantly", "average", "overall", "mean"}:
        i += 1
    if i >= high or sentence.taken[i]:
        return None
    low = words[i].low
    way = moving.NOUNS.get(low) or _compared(sentence, i)
    if low == "as" and i + 1 < high and words[i + 1].low in effect_words.RARE:
        way = DOWN
    if i + 1 < high and i + 1 not in sentence.figured:
        way = way or _BESIDE.get(low, "")
    if not way:
        return None
    rest = {w.low for w in words[i + 1 : min(high, i + 6)]}
    return _NOTHING if rest & _UNDONE else Told(way)


def _compared(sentence: Sentence, at: int) -> str:
    """The direction of a comparative, "more rarely" turned round."""
    low = sentence.words[at].low
    way = moving.COMPARATIVES.get(low, "")
    before = sentence.words[at - 1].low if at else ""
    if low == "longer" and before == "no":
        return ""
    if low in {"more", "less"} and before in moving.VERBS:  # "lost less", "gained more"
        return moving.VERBS[before] if low == "more" else OPPOSITE[moving.VERBS[before]]
    following = sentence.words[at + 1].low if at + 1 < len(sentence.words) else ""
    if way and low in {"more", "less"} and following in effect_words.RARE:
        return OPPOSITE[way]
    return way


def _moved(sentence: Sentence, at: int) -> str:
    """The direction that a verb gives, "up" or "down" behind it too: "raised", "drove up"; not "lost to follow-up"."""
    words = sentence.words
    low = words[at].low
    way = moving.VERBS.get(low, "")
    following = words[at + 1].low if at + 1 < len(words) else ""
    if way:
        return "" if (low, following) in _NO_MOVES else OPPOSITE[way] if following == "less" else way
    return low if low in {"up", "down"} and at and words[at - 1].low in _PUSHING else ""


def _of_an_amount(sentence: Sentence, at: int, after: int) -> str:
    """The direction that a verb with an amount right behind it gives: "added 5 points", "took 5 points off A"."""
    words = sentence.words
    low = words[at - 1].low
    if low in moving.OF_AN_AMOUNT:
        return moving.OF_AN_AMOUNT[low]
    if low == "on" and at > 1 and words[at - 2].low in {"put", "puts", "putting"}:
        return UP
    if low in _TAKING_OFF and any(w.low == "off" for w in words[after : after + 2]):
        return DOWN
    lost = after < len(words) and words[after].low == "of" and removing.removes(sentence, 0, at)
    return DOWN if lost else ""


def _leading(sentence: Sentence, low: int, at: int, after: int, spots: list[Mention]) -> Told | None:
    """Read "lowered A by 23%", "A fell 23%", "up by 2 kg", "a reduction in A of 23%"."""
    words = sentence.words
    if at <= low:
        return None
    last = words[at - 1].low
    if last in {"up", "down"}:
        return _signed(sentence, at - 1, low, last)
    if not sentence.taken[at - 1] and (way := _moved(sentence, at - 1) or _of_an_amount(sentence, at, after)):
        return _signed(sentence, at - 1, low, way)
    if last not in {"by", "of"}:
        return None
    first = True
    for i in range(at - 2, low - 1, -1):
        word = words[i].low
        if sentence.taken[i]:
            if first and last == "by" and _is_verb_too(sentence, i, low):
                return _signed(sentence, i, low, DOWN)
            first = False
            continue
        way = moving.NOUNS.get(word, "") if last == "of" else _moved(sentence, i)
        if last == "by" and not way:
            way = (
                moving.NOUNS.get(word)
                or (first and (moving.COMPARATIVES.get(word) or (word if word in {"up", "down"} else "")))
                or ""
            )
        if way and not _describing(sentence, i):
            between = [m for m in spots if i < m.first < at]
            if between and all(_of_what_follows(sentence, m, low) is None for m in between):
                return _NOTHING
            return _signed(sentence, i, low, way)
        if last == "of" and (word in english.FINITE or word == ","):
            return None
        first = first and word.endswith("ly")
    return None


def _is_verb_too(sentence: Sentence, at: int, low: int) -> bool:
    """Whether a name's word is the verb of its sentence: "strength falls by 2 kg", nothing else going up or down."""
    words = sentence.words
    return (
        words[at].low in {"fall", "falls", "fell", "drop", "drops"}
        and at > low
        and sentence.taken[at - 1]
        and not any(words[i].low in moving.VERBS and not sentence.taken[i] for i in range(low, at))
    )


def _of_what_follows(sentence: Sentence, spot: Mention, low: int) -> Told | None:
    """Read back from an outcome to "fewer", "cut the risk of", "no effect on"."""
    words = sentence.words
    for i in range(spot.first - 1, max(low, spot.first - _BRIDGE) - 1, -1):
        word = words[i].low
        if sentence.taken[i]:
            return None
        way = _moved(sentence, i) or moving.NOUNS.get(word) or _compared(sentence, i)
        if way:
            if _describing(sentence, i) or _of_a_group(sentence, i):
                return None
            return _signed(sentence, i, low, way)
        if word in effect_words.EFFECTS and _denied(sentence, i, low):
            return Told("same")
        if word in effect_words.ALTERING and _denied(sentence, i, low):
            return Told("same")
        adjacent = i == spot.first - 1 and word.isalpha() and word not in english.FINITE | english.CUTS | {"and", "or"}
        if word not in _BEFORE and not adjacent:
            return None
    return None


def _of_what_stands_before(sentence: Sentence, spot: Mention, high: int) -> Told | None:
    """Read on from an outcome to "rose", "were less common", "was unchanged"."""
    words = sentence.words
    i, aside = spot.last, False
    end = min(high, spot.last + _BRIDGE)
    while i < end:
        word = words[i].low
        if i in sentence.figured or word == "%":
            i += 1
            continue
        if not aside and i == spot.last and word in {"in", "among", "of", "with", "on", "for"}:
            aside = True
        if not sentence.taken[i] and not _describing(sentence, i):
            way = _moved(sentence, i) or _compared(sentence, i)
            if not way and word in {"up", "down"}:
                way = word
            if not way and i == spot.last and (noun := moving.NOUNS.get(word)) and _is_head(sentence, i):
                way = noun
            if way:
                return _signed(sentence, i, spot.last, way)
            if word in {"unchanged", "unaffected"}:
                return Told("same")
            if word in effect_words.ALTERING:
                return Told("same") if _denied(sentence, i, spot.last) else None
        elif not aside:
            return None
        if word in english.AUXILIARY:
            aside = False
        if not aside and word not in _AFTER:
            return None
        if word in {",", ";", ":", "("}:
            return None
        i += 1
    return None


def _is_head(sentence: Sentence, at: int) -> bool:
    """Whether the noun behind a name ends the phrase: "the A loss was 5 points"; not "an A loss program"."""
    words = sentence.words
    return at + 1 >= len(words) or not words[at + 1].raw.isalpha() or words[at + 1].low in _BEHIND_NOUNS


def _describing(sentence: Sentence, at: int) -> bool:
    """Whether a participle describes something: "adults with raised pressure", "a reduced dose"."""
    words = sentence.words
    if not words[at].low.endswith("ed") and words[at].low not in moving.COMPARATIVES:
        return False
    if at + 1 >= len(words) or not at:
        return False
    before, following = words[at - 1].low, words[at + 1].low
    if words[at].low.endswith("ed"):
        return before in english.DETERMINERS | _WITH and before != "to" and following not in {"by", "to"}
    return _of_a_group(sentence, at)


def _of_a_group(sentence: Sentence, at: int) -> bool:
    """Whether a comparison describes people: "adults at a higher risk of A"; not "went with a higher risk of A"."""
    words = sentence.words
    i = at - 1
    while i >= 0 and words[i].low in {"a", "an", "the", "much", "far", "slightly"}:
        i -= 1
    if i < 0 or words[i].low not in {"with", "at", "of", "who", "having"}:
        return False
    return i == 0 or not any(w.low in _JOINING or w.low in effect_words.GOING for w in words[max(0, i - 2) : i])


def _signed(sentence: Sentence, at: int, low: int, way: str) -> Told:
    """A direction with whether it is denied; none where it was only hoped for."""
    before = {w.low for w in sentence.words[max(0, at - 4) : at]}
    if before & _HOPED:
        return _NOTHING
    if before & {"failed", "fails", "fail", "failing"}:
        return Told(way, denied=True)
    return Told(way, denied=_denied(sentence, at, low))


def _denied(sentence: Sentence, at: int, low: int) -> bool:
    """Whether a negation stands right before a word, and does not end before it ("not only")."""
    words = sentence.words
    return any(
        (words[i].low in english.DENIAL or words[i].low in _NO)
        and not sentence.taken[i]
        and not (i + 1 < len(words) and words[i + 1].low in {"only", "just", "merely", "doubt", "one"})
        and not any(words[j].low in {",", "and", "or"} for j in range(i, at))
        for i in _back(low, at)
    )


def _back(low: int, at: int) -> Iterator[int]:
    """The three positions before one."""
    return iter(range(max(low, at - 3), at))
