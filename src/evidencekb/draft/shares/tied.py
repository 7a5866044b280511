"""People named before, with the complaints tied to their name: "children with A"; "of these" are then all of that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences import groups

if TYPE_CHECKING:
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Alternatives, Sentence
    from evidencekb.draft.shares.roles import Context, Roles

_TYING: Final = english.listed(
    "with who that have has had having a an the suffer suffers suffering from diagnosed been are were is was living"
)
"""Words between a name of people and the complaint that they have."""
_HAVING: Final = english.listed("have has had")
_THESE: Final = english.listed("these those them whom all of the both")
_COUNTED: Final = frozenset({"population", "condition"})
_POINTERS: Final = english.listed("these those them such whom")
_ABOUT: Final = english.listed("about some only just around roughly nearly almost over")
_SOME: Final = english.listed("some many several certain most few part minority majority number proportion share")
_THAT_HAVE: Final = effect_words.HOLDING | english.listed(
    "suffer suffers suffered live lives affects affect affected strikes strike hits hit occurs occur occurred present "
    "arises arise common diagnosed carry carries harbor harbour catch contract"
)
_BESIDE: Final = (
    english.AUXILIARY
    | english.listed(
        "a an the of in with from among also on often sometimes . , their and too small large good great quite however "
        "but though then by at all do"
    )
    - english.DENIAL
)
"""Words beside the names and the verb in "some people have A"."""
_PEOPLE_AND_COMPLAINT: Final = 2
_LED_BY: Final = english.listed("with have had having")
_WHERE: Final = english.listed("in among of")
_ARTICLES: Final = english.listed("a an the")
_NEAR: Final = 5
"""Words between a figure and what is told of it, at most."""
_OTHERS: Final = english.listed("than versus vs unlike without except of by from for")
"""Words before a name of people with which it is no subject of its own: "parents of children"."""


def complaints(sentence: Sentence, people: Mention) -> tuple[Alternatives, ...]:
    """The people of a name, then what it is tied to: "children with A", "A-stricken children"."""
    words = sentence.words
    own = frozenset(people.concepts)
    for mention in sentence.mentions:
        if sentence.types(mention) != {"condition"} or sentence.negated(mention):
            continue
        if mention.last == people.first:
            return own, frozenset(mention.concepts)
        between = {word.low for word in words[people.last : mention.first]}
        if mention.first >= people.last and between & {*_HAVING, "with", "from"} and between <= _TYING:
            told = between & _HAVING and between.isdisjoint(english.RELATIVE)  # "children have A" says that they do
            return (own,) if told or _goes_on(sentence, mention) else (own, frozenset(mention.concepts))
    return (own,)


def _goes_on(sentence: Sentence, mention: Mention) -> bool:
    """Whether another complaint is joined to one, so that only some of the people have either: "with A or B"."""
    following = sentence.words[mention.last].low if mention.last < len(sentence.words) else ""
    return following in {"or", "and", "/"} and any(
        0 <= m.first - mention.last - 1 <= 1 and sentence.types(m) == {"condition"} for m in sentence.mentions
    )


def meant(sentence: Sentence, span: tuple[int, int]) -> tuple[Alternatives, ...]:
    """The people whom "of these" is of, where the sentence names them before with what they have."""
    words = sentence.words
    if not _THESE.issuperset(word.low for word in words[slice(*span)]):
        return ()
    begin = span[0]
    if begin == span[1]:  # nobody is named: "A follows children with B; 20% had C"
        while begin and (words[begin - 1].low in _ABOUT):
            begin -= 1
        if not begin or words[begin - 1].low not in {";", ":"}:
            return ()
    named = [
        m
        for m in sentence.mentions
        if m.last <= begin and (sentence.types(m) == {"population"} or _are_people(sentence, m))
    ]
    if not named or sentence.negated(named[-1]):
        return ()
    if sentence.types(named[-1]) != {"population"}:
        return (frozenset(named[-1].concepts),)
    at = named[-1].first - 1
    while at >= 0 and (words[at].low in english.ARTICLES or at in sentence.figured):
        at -= 1
    if at > 0 and words[at].low in _OTHERS and words[at - 1].low not in english.NUMBERS:
        return ()
    return complaints(sentence, named[-1])


def _are_people(sentence: Sentence, mention: Mention) -> bool:
    """Whether people are named by what they have: "A patients", "people with A"."""
    if sentence.types(mention) != {"condition"}:
        return False
    behind = sentence.words[mention.last].low if mention.last < len(sentence.words) else ""
    first = sentence.people_with(mention)
    return behind in english.PEOPLE or (first is not None and not sentence.taken[first])


def some(sentence: Sentence) -> tuple[Alternatives, ...]:
    """The people of whom a sentence says that some have something, with that: "some women have A".

    So do "many people with A have B"; nobody else is meant. They are those to whom "of these women" then points.
    """
    if sentence.lows.isdisjoint(_SOME) or sentence.lows.isdisjoint(_THAT_HAVE) or sentence.figures:
        return ()
    words = sentence.words
    people = [m for m in sentence.mentions if sentence.types(m) == {"population"}]
    others = [m for m in sentence.mentions if m not in people]
    if len(sentence.mentions) < _PEOPLE_AND_COMPLAINT or not others:
        return ()
    if any(sentence.types(m) != {"condition"} for m in others):
        return ()
    noun = next((i for i, word in enumerate(words) if word.low in english.PEOPLE), 0)
    at = (people[0].first if people else noun) - 1
    while at > 0 and words[at].low in {"of", "the", "all", "our"}:
        at -= 1
    if at < 0 or words[at].low not in _SOME:
        return ()
    known = _SOME | _THAT_HAVE | _BESIDE | english.PEOPLE
    if not all(sentence.taken[i] or word.low in known for i, word in enumerate(words)):
        return ()
    return tuple(dict.fromkeys(frozenset(m.concepts) for m in (*people, *others)))


def before_whom(sentence: Sentence, span: tuple[int, int]) -> tuple[Alternatives, ...]:
    """The people whose name ends right before ", 30% of whom": "a study of women with A, 30% of whom had B"."""
    words = sentence.words
    if "whom" not in [word.low for word in words[slice(*span)]]:
        return ()
    mark = next((i for i in range(span[0] - 1, 0, -1) if words[i].low in {",", "(", "\u2013", "\u2014"}), 0)
    held = [m for m in sentence.mentions if m.last <= mark and sentence.types(m) <= _COUNTED]
    if not held or held[-1].last != mark:
        return ()
    last = held[-1]
    if "population" in sentence.types(last) or sentence.names_people(last.first, last.last):
        return (frozenset(last.concepts),)
    first = sentence.people_with(last)
    if first is None:
        return ()
    people = [m for m in held[:-1] if m.first == first]
    return tuple(frozenset(m.concepts) for m in (*people, last))


def of_some(sentence: Sentence, span: tuple[int, int], roles: Roles, context: Context) -> tuple[Alternatives, ...]:
    """The people told of before with what they have, where a phrase points to them: "of these", "these women".

    What is said of them is none of them: "A is common in women. It was found in 30% of them."
    """
    lows = [word.low for word in sentence.words[slice(*span)]]
    told = context.some or next(iter(context.groups), ())
    if len(told) < _PEOPLE_AND_COMPLAINT or not lows or _POINTERS.isdisjoint(lows):
        return ()
    plain = _POINTERS | english.PEOPLE | english.OF | {"all", "the"}
    if not all(low in plain or sentence.taken[i] for i, low in enumerate(lows, span[0])):
        return ()
    wider = {c for a in told for c in a}
    for name in [*wider]:
        concept = sentence.concepts.get(name)
        wider.update(concept.broader if concept else ())
    if any(a.isdisjoint(wider) for a in roles.group):
        return ()
    return tuple(a for a in told if a not in roles.outcome)


def nearby(
    sentence: Sentence, clause: tuple[int, int], outcome: tuple[Alternatives, ...]
) -> tuple[tuple[Alternatives, ...], tuple[Alternatives, ...]]:
    """A group that another part of the sentence names: "In A it is common: 35% of patients have it".

    What people have in another figure's clause is told of them there, and is no group.
    """
    low, high = clause
    for mention in sentence.mentions:
        before = _before(sentence, mention)
        if before not in english.OF | _LED_BY or not sentence.types(mention) & groups.GROUPS:
            continue
        if before in _HAVING and (mention.first >= high or _is_counted(sentence, mention)):
            continue
        found = frozenset(mention.concepts)
        if found not in outcome:
            held = complaints(sentence, mention) if sentence.types(mention) == {"population"} else (found,)
            return tuple(each for each in held if each not in outcome), ()
        if len(outcome) > 1 and low <= mention.first < high and _is_whose(sentence, clause, mention):
            return (found,), (found,)
    return (), ()


def _is_whose(sentence: Sentence, clause: tuple[int, int], mention: Mention) -> bool:
    """Whether a name tells of whom a clause tells more: "in A", and before a figure "people with A", "having A"."""
    before = _before(sentence, mention)
    if before in _WHERE:
        return True
    if before != "having" and sentence.people_with(mention) is None:
        return False
    told = (sentence.position(f.full_start) for f in sentence.figures)
    return any(mention.last <= at < clause[1] for at in told)


def _before(sentence: Sentence, mention: Mention) -> str:
    """The word before a name, or the verb of having before its article."""
    two, one = ("", "", *(word.low for word in sentence.words[max(0, mention.first - 2) : mention.first]))[-2:]
    return two if one in _ARTICLES and two in _LED_BY else one


def _is_counted(sentence: Sentence, mention: Mention) -> bool:
    """Whether a figure stands right before the verb of a name: "20% also had A"."""
    return not sentence.figured.isdisjoint(range(mention.first - _NEAR, mention.first - 1))
