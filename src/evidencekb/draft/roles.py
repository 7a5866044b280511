"""Who is counted, what is said of them, and what was given: the roles of the concepts around a share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft import (
    ailing,
    announced,
    effect_words,
    english,
    framing,
    groups,
    headed,
    lacking,
    named,
    negated_bounds,
    phrases,
    predicates,
    share_changes,
    sharing,
    supposed,
    tied,
    unnamed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evidencekb.draft.mentions import Mention
    from evidencekb.draft.sentence import Alternatives, Sentence
    from evidencekb.model.quantity import Figure

_POINTING: Final = frozenset({"it", "this", "that", "so", "them", "these"})
_SAYING: Final = effect_words.BETTER | effect_words.WORSE | effect_words.UP | effect_words.DOWN | effect_words.CURE
"""Words that give a direction: what is said may have no concept of its own."""
_DOERS: Final = frozenset({"responder", "responders", "response", "responding"})
"""Nouns of doing well, which "non" denies."""
_STANDING_FOR: Final = frozenset({"it", "this", "that", "them"})
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
    headed: headed.Headed | None = None  # what the headings tell of whom, where nothing else is named since


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
        groups.labels(sentence, outside, at, context.topics) if context.framed else []
    )
    said = [m for m in outside if m not in given]
    if not given and any(w.low in english.TAKERS for w in sentence.words[slice(*span)]):
        given = predicates.taken_before(sentence, span[0])
    untaken = [m for m in given if lacking.lacks(sentence, m, within=False)]  # "without A, 20% of ..."
    given = [m for m in given if m not in untaken]
    leading = [m for m in said if m.first == low and groups.stands_apart(sentence, m)] or supposed.had(
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
        counted, said, split = groups.split(sentence, span, counted)
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
    time += [m for m in said if m not in time and m.first == after and sentence.types(m) == {"population"}]
    if counted and (fronted := groups.begun_with(sentence, low, at, said)) is not None:
        time.append(fronted)
    time += [m for m in said if m not in time and named.sets_apart(sentence, m, at, counted)]
    acting = len(said) > 1 or any(phrases.acts(sentence, i) for i in positions)
    later = any(phrases.is_verb(sentence, i) for i in positions if i >= after)
    time += [
        m for m in said if m not in time and (acting or (later and m.first < at)) and phrases.is_after(sentence, m)
    ]
    counted += leading + time
    positions = named.behind_mark(sentence, time, positions)
    said = [m for m in said if m not in time and not named.holds(sentence, m, counted)]
    roles = Roles(
        group=_alternatives(counted),
        given=_alternatives(given),
        outcome=_alternatives(said),
        without=_alternatives((*absent, *untaken)),
        universal=parts.everyone and not counted and not parts.pointing,
        thing=parts.thing or predicates.minds(sentence, max(spoken, after), said) or predicates.of_test(sentence, at),
        ailing=parts.thing and ailing.ails(sentence, span, positions),
        restricted=groups.restricted(sentence, span),
        denied=_is_denied(sentence, positions, at),
        whole=groups.told_whole(sentence, span),
        generic=any(
            w.low in {"cases", "patients", "instances", "sufferers"} for w in sentence.words[span[0] : span[1]]
        ),
        change=change,
        predicate=tuple(i for i in positions if not any(g.first <= i < g.last for g in given)),
        clause=clause,
        treated=any(sentence.words[i].low in _TREATING for i in range(low, high)),
    )
    return _completed(sentence, roles, parts, context, previous, following, verbs=verbs)


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


def _completed(
    sentence: Sentence,
    roles: Roles,
    parts: groups.Parts,
    context: Context,
    previous: Roles | None,
    following: tuple[int, int] | None,
    *,
    verbs: bool,
) -> Roles:
    """Add what the clause leaves out."""
    words = sentence.words
    told = named.behind_colon(sentence, roles.clause[0], parts.span[0])
    asserted = any(
        words[i].low in _SAYING and not sharing.moves(sentence, i) and not sharing.counts(sentence, i)
        for i in roles.predicate
        if i >= told
    )
    pointing = any(
        (words[i].low in _POINTING and not named.joins(sentence, i)) or sharing.is_one(sentence, i)
        for i in roles.predicate
    )
    counting = not english.NUMBERS.isdisjoint(words[i].low for i in range(*roles.clause))
    if not roles.outcome and sharing.of_chance(sentence, *roles.clause):
        counting, asserted = True, False
        roles = replace(roles, predicate=())
    empty = not roles.outcome and not asserted
    if previous is not None and not asserted and not roles.outcome and sharing.likewise(sentence, *roles.clause):
        pointing = False
    beside = previous is not None or following is not None
    told_by = roles.predicate if previous is not None else tuple(i for i in roles.predicate if i >= parts.span[1])
    if strange := empty and beside and unnamed.tells(sentence, parts.span, told_by):
        asserted = True
    elif empty and previous is not None and not (pointing and verbs):
        roles = replace(
            roles, outcome=previous.outcome, predicate=previous.predicate, given=roles.given or previous.given
        )
        asserted = True
    elif empty and following is not None:
        later = [m for m in sentence.within(*following) if not groups.is_given(sentence, m)]
        said = _alternatives(m for m in later if not set(m.concepts) & frozenset().union(*roles.group))
        outcome = tuple(o for o in said if not groups.population_only(sentence, o))
        roles = replace(roles, outcome=outcome, predicate=tuple(range(*following)))
        asserted = True
    if previous is not None and previous.given and lacking.pointed(sentence, *roles.clause):
        roles = replace(roles, given=(), without=(*roles.without, *previous.given), denied=False)
    if previous is None and following is None:
        roles = framing.led(sentence, roles, context, named=parts.named)
    roles = headed.both(_grouped(sentence, roles, parts, context, previous), context.headed)
    if parts.named and roles.group:
        roles = sharing.shared(sentence, roles, parts.span, context, previous, following, alone=not empty)
    above = None if strange or parts.named else headed.applied(sentence, roles, context.headed, previous)
    if above is not None:
        return replace(roles, group=above.group, outcome=(above.said,), shared=(), guessed=True, known=True)
    unsaid = (empty and not roles.outcome and not strange) or (pointing and not roles.outcome and not asserted)
    if unsaid and (pointing or counting or not verbs or context.framed):
        roles = replace(roles, outcome=_topic(sentence, roles, context), guessed=True)
    background = frozenset(c for part in context.given for alternatives in part for c in alternatives)
    if not roles.given:
        here = [
            m
            for m in sentence.mentions
            if sentence.types(m) == {"intervention"} and not lacking.lacks(sentence, m, within=True)
        ]
        background |= frozenset(c for m in here for c in m.concepts)
    return replace(roles, background=background, empty=not roles.outcome and not asserted)


def _grouped(sentence: Sentence, roles: Roles, parts: groups.Parts, context: Context, previous: Roles | None) -> Roles:
    """Add who is counted, where the clause does not name them: from beside, from before, from above."""
    group, outcome, universal, restricted = roles.group, roles.outcome, roles.universal, roles.restricted
    meant = universal or (not group and sharing.who_have_it(sentence, *parts.span))
    pointed = sharing.pointed(sentence, parts.span, roles.clause[0]) if meant else ()
    if pointed:
        outcome = tuple(o for o in outcome if o not in pointed)
        return replace(roles, group=pointed, outcome=outcome, universal=False, known=True)
    if universal and (found := announced.found(sentence, roles.clause, parts.span[0])) is not None and found.ill_only:
        group, universal = (found.group,), False
        outcome = tuple(o for o in outcome if o in found.said)
        return replace(_behind(sentence, roles, found.after), group=group, outcome=outcome, universal=False)
    if previous is None and (some := tied.of_some(sentence, parts.span, group, context)):
        return replace(roles, group=some, outcome=outcome, universal=False, known=True)
    if group or universal:
        words = sentence.words
        pronoun = any(words[i].low in _STANDING_FOR and not sentence.taken[i] for i in range(*parts.span))
        if group and pronoun and all(groups.population_only(sentence, g) for g in group):
            before = [m for m in sentence.mentions if m.first < parts.span[0] and sentence.types(m) & {"condition"}]
            topic = _alternatives(before[:1]) or next((t[:1] for t in context.topics if _unlike(t, group)), ())
            group += topic
            outcome = tuple(o for o in outcome if o not in topic)
        if group and parts.named and words[parts.span[0]].low in {"those", "them"}:
            group = _fronted(sentence, roles) + group
        return replace(roles, group=tuple(dict.fromkeys(group)), outcome=outcome)
    treated = not parts.named or bool(roles.given and sentence.within(*parts.span))  # "of those on B"
    strangers = previous is not None and sharing.names_others(sentence, *roles.clause)
    if previous is not None and (previous.group or previous.universal) and treated and not strangers:
        group, universal, restricted = previous.group, previous.universal, restricted or previous.restricted
    else:
        taken: tuple[Alternatives, ...] = ()
        if not (group := tied.meant(sentence, parts.span)):
            group, taken = tied.nearby(sentence, roles.clause, outcome)
        outcome = tuple(o for o in outcome if o not in taken)
        if not group and (found := announced.found(sentence, roles.clause, parts.span[0])) is not None:
            group, outcome = (found.group,), tuple(o for o in outcome if o in found.said)
            roles = _behind(sentence, roles, found.after)
        if not group and len(outcome) > 1 and roles.generic:
            if _causal(sentence, roles) or groups.undergoes(sentence, outcome):
                group, outcome = outcome[:1], outcome[1:]  # "A leads to B", "A is due to B in 80% of cases"
            else:
                group, outcome = outcome[-1:], outcome[:-1]  # "A accompanies B in 80% of cases"
        if not group:
            meant_by_it = outcome or sharing.told_of(sentence, roles, context)
            group = next((g for g in context.groups if _unlike(g, meant_by_it)), ())
            universal = not group and parts.everyone
    return replace(
        roles, group=group, outcome=outcome, universal=universal, restricted=restricted, known=bool(group) or universal
    )


def _behind(sentence: Sentence, roles: Roles, after: int) -> Roles:
    """The roles with nothing said but what stands behind a lead-in."""
    positions = tuple(i for i in roles.predicate if i >= after)
    return replace(roles, predicate=positions, denied=roles.denied and _is_denied(sentence, positions, after))


def _fronted(sentence: Sentence, roles: Roles) -> tuple[Alternatives, ...]:
    """The people whom the sentence begins with, so that "those" are some of them: "Among people with A, ..."."""
    words = sentence.words
    if words[0].low not in english.OF or roles.clause[0] == 0:
        return ()
    end = phrases.group_end(sentence, 1, roles.clause[0])
    if end >= len(words) or words[end].low != "," or not sentence.names_people(1, end):
        return ()
    held = [m for m in sentence.within(1, end) if sentence.types(m) & groups.GROUPS and not sentence.negated(m)]
    return tuple(a for a in _alternatives(held) if not a & frozenset().union(*roles.without))


def _causal(sentence: Sentence, roles: Roles) -> bool:
    """Whether what is said before the figure is that one thing brings about another or comes of it."""
    lows = {sentence.words[i].low for i in roles.predicate}
    return bool(
        lows & effect_words.CAUSE
        or lows & {"due", "owing", "attributable"}
        or (lows & {"in", "from", "with"} and lows & english.PHRASAL.keys())
    )


def _is_denied(sentence: Sentence, positions: Sequence[int], figure: int) -> bool:
    """Whether what is said of the group is denied: an odd number of negations that are no part of a name."""
    words = sentence.words
    count = 0
    for i in positions:
        following = words[i + 1].low if i + 1 < len(words) else ""
        low = words[i].low
        if (low == "non" and following in _DOERS) or (low.startswith("non") and low[3:] in _DOERS):
            count += 1
            continue
        if not i or sentence.taken[i] or words[i].low not in english.DENIAL or following in english.NOT_DENIED:
            continue
        if words[i - 1].low in {"should", "must", "ought"}:
            continue  # what is advised is no fact: "and should not be missed"
        held = words[i].low in {"no", "without"} and words[i - 1].low not in effect_words.HOLDING
        if held and (words[i].low == "no" or not _goes_without(sentence, positions, i)):
            continue  # "with A but no B" is of the group
        if i < figure and negated_bounds.is_of_a_bound(sentence, i, figure):
            continue
        if any(words[j].low == "that" for j in range(i, figure)):
            continue  # "it is not known that 45% ..."
        count += 1
    return count % 2 == 1


def _goes_without(sentence: Sentence, positions: Sequence[int], at: int) -> bool:
    """Whether "without" says what people had not, as nothing else is said of them: "live for years without A"."""
    before = [i for i in positions if i < at]
    return any(phrases.acts(sentence, i) for i in before) and not any(sentence.taken[i] for i in before)


def _topic(sentence: Sentence, roles: Roles, context: Context) -> tuple[Alternatives, ...]:
    """What "it" or an ellipsis stands for: what the sentence named before, else the last topic."""
    before = [m for m in sentence.mentions if m.first < roles.clause[0]]
    local = _alternatives(m for m in before if sentence.types(m) & {"condition", "outcome"})
    for topic in (*((local,) if local else ()), *context.topics):
        rest = tuple(t for t in topic if not t & frozenset().union(*roles.group))
        if rest and not set().union(*rest) <= frozenset().union(*roles.given):
            found = tuple(r for r in rest if not groups.given_only(sentence, r))[:1]
            if found:
                return found
    return roles.outcome


def _alternatives(mentions: Iterable[Mention]) -> tuple[Alternatives, ...]:
    """Each mention as the set of what it may mean, once each, in order."""
    return tuple(dict.fromkeys(frozenset(m.concepts) for m in mentions))


def _unlike(group: tuple[Alternatives, ...], outcome: Sequence[Alternatives]) -> bool:
    """Whether a group of the context is not what is said of it."""
    return bool(group) and not any(g & frozenset().union(*outcome) for g in group)
