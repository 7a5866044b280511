"""Who is counted, what is said of them, and what was given: the roles of the concepts around a share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences import ailing, denying, groups, labelled, lacking, phrases, predicates, supposed
from evidencekb.draft.sentences.sentence import alternatives
from evidencekb.draft.shares import headed, left_out, named, share_changes

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Alternatives, Sentence
    from evidencekb.model.quantity import Figure

_TREATING: Final = frozenset(
    {"treatment", "therapy", "infusion", "infusions", "drug", "tablets", "treated", "medication", "medicine", "dose",
     "it", "supplementation", "injection", "diet"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Roles:
    """The roles around one share: each mention as its alternatives.

    `universal` says that everyone is meant, `known` is false where the text does not tell whose share it is,
    `restricted` that words narrow the group which no concept covers. `verdict` are the positions of the words that say
    something of the group; `said` every concept of the clause.
    """

    group: tuple[Alternatives, ...] = ()
    given: tuple[Alternatives, ...] = ()
    outcome: tuple[Alternatives, ...] = ()
    without: tuple[Alternatives, ...] = ()  # "without A": of the group
    shared: tuple[Alternatives, ...] = ()  # the group with what it may share with the one beside it
    lacked: tuple[Alternatives, ...] = ()  # what those of the sentence before lack, who may be meant
    beside: bool = False  # that one stands in the same sentence
    universal: bool = False
    thing: bool = False  # a share of something that is no group of people: "half of the salt"
    ailing: bool = False  # a complaint of people, neither of which a concept covers
    known: bool = True
    restricted: bool = False
    generic: bool = False  # "cases", "patients": of what is named beside
    treated: bool = False  # "treatment", "it": something given that the clause does not name
    denied: bool = False  # "do not have", "had no": what is told is of the others
    whole: bool = True  # every word of the group's phrase is understood
    change: bool = False  # a change in percent, no share of people
    predicate: tuple[int, ...] = ()
    clause: tuple[int, int] = (0, 0)
    empty: bool = False  # nothing is said of the group in the clause itself
    guessed: bool = False  # what is said of the group is taken from before
    background: frozenset[str] = frozenset()  # what was given by the sentences and headings before


class Context(NamedTuple):
    """What came before, nearest first: the groups, the topics and the treatments that it speaks of."""

    groups: tuple[tuple[Alternatives, ...], ...] = ()
    topics: tuple[tuple[Alternatives, ...], ...] = ()
    given: tuple[tuple[Alternatives, ...], ...] = ()
    substances: frozenset[str] = frozenset()  # the one that was named last, where it was named alone
    framed: bool = False  # a lead-in, heading or header stands above
    some: tuple[Alternatives, ...] = ()  # those of whom the sentence before says that some have something
    lacked: tuple[Alternatives, ...] = ()  # what those of the sentence before lack
    sorts: tuple[Alternatives, ...] = ()  # the people whom the headings name
    headed: headed.Headed | None = None  # what the headings tell of whom, where nothing else is named since
    counting: bool = False  # what stands above says what people have: "Prevalence of A"
    needed: bool = False  # a lead-in or the heading says that a need is told


_NOTHING: Final = Context()
_BEGINNING: Final = english.listed("in during among for after , of : ; \u2013 \u2014")


def read(
    sentence: Sentence,
    figure: Figure,
    clause: tuple[int, int],
    context: Context = _NOTHING,
    previous: Roles | None = None,
    following: tuple[int, int] | None = None,
) -> Roles:
    """The roles around one share; what an ellipsis leaves out comes from the figure before it, else from context."""
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    low, high = named.behind_lead(sentence, clause[0], at, clause[1]), clause[1]
    change = share_changes.is_change(sentence, low, at, after)
    parts = groups.group(sentence, figure, low, high, at, after)
    if not parts.named and named.of_everyone(sentence, low, high):
        parts.named = parts.everyone = True
    span = parts.span
    absent = [m for m in sentence.within(*span) if lacking.is_absent(sentence, m)]
    inside = [m for m in sentence.within(*span) if m not in absent]
    if figure.inner[1] and "/" not in figure.quantity.unit:
        low = min(low, span[0])
    outside = [m for m in sentence.within(low, high) if not span[0] <= m.first < span[1]]
    given = [m for m in (*inside, *outside) if groups.is_given(sentence, m)] or (
        labelled.labels(sentence, outside, at, context.topics) if context.framed else []
    )
    said = [m for m in outside if m not in given]
    if not given and any(w.low in english.TAKERS for w in sentence.words[slice(*span)]):
        given = predicates.taken_before(sentence, span[0])
    untaken = [m for m in given if lacking.lacks(sentence, m, within=False)]  # "without A, 20% of ..."
    given = [m for m in given if m not in untaken]
    leading = [m for m in said if m.first == low and labelled.stands_apart(sentence, m)] or supposed.had(
        sentence, clause, at, said
    )
    said = [m for m in said if m not in leading]
    counted = [m for m in inside if m not in given]
    if len(counted) > 1 and not said:
        said = [m for m in counted[-1:] if predicates.numbered(sentence, m) or predicates.is_clause(sentence, m)]
    parts.group = counted = [m for m in counted if m not in said]
    positions = [i for i in range(low, high) if not span[0] <= i < span[1] and not at <= i < after]
    verbs = any(phrases.is_verb(sentence, i) for i in positions)
    the = at > 0 and sentence.words[at - 1].low in {"the", "those"}
    idle = all(sentence.words[i].low in effect_words.IDLE for i in positions)
    spoken = span[1]
    if not said and not the and (begun := _hidden_verb(sentence, span, low, at)) is not None:
        said = [m for m in counted if m.first >= begun]
        counted = parts.group = [m for m in counted if m.first < begun]
        positions = sorted({*positions, *range(begun, span[1])})
        verbs, spoken = True, max((m.last for m in counted), default=begun)
    elif (
        (not verbs or the or idle or named.is_whole(sentence, low, at, span, positions))
        and not said
        and previous is None
        and following is None
    ):
        counted, said, split = labelled.split(
            sentence,
            span,
            counted,
            told=context.counting or (bool(context.topics) and labelled.is_led(sentence, span, low, at)),
        )
        positions = list(range(split, span[1])) or positions
    time = [
        m
        for m in said
        if sentence.types(m) >= {"population"}
        and m.first < at
        and m.first > 0
        and sentence.words[m.first - 1].low in _BEGINNING
        and len(said) > 1
    ] + [m for m in said if m.first < at and sentence.types(m) >= {"population"} and m.first == low and len(said) > 1]
    if counted and (fronted := labelled.begun_with(sentence, low, at, said)) is not None:
        time.append(fronted)
    time += [
        m
        for m in said
        if m not in time
        and (
            (m.first == after and sentence.types(m) == {"population"})
            or named.sets_apart(sentence, m, at, counted)
            or labelled.in_time(sentence, low, at, m)
        )
    ]
    acting = len(said) > 1 or any(phrases.acts(sentence, i) for i in positions)
    later = any(phrases.is_verb(sentence, i) for i in positions if i >= after)
    time += [m for m in said if m not in time and (acting or (later and m.first < at)) and named.is_after(sentence, m)]
    time = [m for m in time if len(said) > 1 or not named.is_what_they_are(sentence, m, max(after, span[1]))]
    counted += leading + time
    positions = named.behind_mark(sentence, time, positions)
    said = [m for m in said if m not in time and not named.holds(sentence, m, counted)]
    roles = Roles(
        group=alternatives(counted),
        given=alternatives(given),
        outcome=alternatives(said),
        without=alternatives((*absent, *untaken)),
        universal=(parts.everyone or groups.strange(sentence, span)) and not counted and not parts.pointing,
        thing=parts.thing or predicates.minds(sentence, max(spoken, after), said) or predicates.of_test(sentence, at),
        ailing=parts.thing and ailing.ails(sentence, span, positions),
        restricted=groups.restricted(sentence, span),
        denied=denying.is_denied(sentence, named.behind_denial(sentence, low, at, positions), at),
        whole=groups.told_whole(sentence, span),
        generic=any(
            w.low in {"cases", "patients", "instances", "sufferers"} for w in sentence.words[span[0] : span[1]]
        ),
        change=change,
        predicate=tuple(i for i in positions if not any(g.first <= i < g.last for g in given)),
        clause=clause,
        treated=any(sentence.words[i].low in _TREATING for i in range(low, high)),
    )
    return left_out.completed(sentence, roles, parts, context, previous, following, verbs=verbs)


def _hidden_verb(sentence: Sentence, span: tuple[int, int], low: int, at: int) -> int | None:
    """Where the verb stands inside the phrase for the group, where its clause has no other."""
    begin, end = span
    low = named.behind_colon(sentence, low, begin)
    labels = begin <= end < at <= end + 2 and sentence.words[end].low in {":", "(", "|", "\u2013", "\u2014"}
    if end - begin < 3 or (begin < at and not labels) or any(phrases.is_verb(sentence, i) for i in range(low, at)):
        return None
    if end < len(sentence.words) and phrases.is_verb(sentence, end):
        return None
    return predicates.hidden(sentence, begin, end)
