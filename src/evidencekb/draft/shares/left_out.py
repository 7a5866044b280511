"""What a clause leaves out of the roles around its share: told by the figure before, by context, or by what follows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences import announced, becoming, denying, groups, lacking, phrases
from evidencekb.draft.sentences.sentence import alternatives
from evidencekb.draft.shares import framing, headed, named, sharing, tied, unnamed
from evidencekb.text import words as split
from evidencekb.text.families import family
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Alternatives, Sentence
    from evidencekb.draft.shares.roles import Context, Roles

_POINTING: Final = frozenset({"it", "this", "that", "so", "them", "these"})
_SAYING: Final = effect_words.BETTER | effect_words.WORSE | effect_words.UP | effect_words.DOWN | effect_words.CURE
"""Words that give a direction: what is said may have no concept of its own."""
_HAVE: Final = effect_words.HOLDING | english.listed("suffer suffers suffered develops live lives")
_BEFORE_GIVEN: Final = english.listed("a an the their his her first last such this that initial")
_THESE: Final = frozenset({"these", "such"})
_RECUR: Final = family(stem("recur"))
_CASE: Final = frozenset({"when", "if", "once", "where", "whenever"})
_TIME: Final = 9
_PAIR: Final = 2
_SINCE: Final = frozenset({"after", "of", "following", "since"})
_STANDING_FOR: Final = frozenset({"it", "this", "that", "them"})


def completed(
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
        said = alternatives(m for m in later if not set(m.concepts) & frozenset().union(*roles.group))
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
    roles = headed.of_sort(sentence, roles, parts, context)
    if context.lacked and not roles.shared and not roles.without and roles.group in context.groups[:1]:
        roles = replace(roles, shared=roles.group, lacked=context.lacked)
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
        roles = replace(roles, given=alternatives(m for m in here if _is_past(sentence, m, roles.clause[0])))
    return replace(roles, background=background, empty=not roles.outcome and not asserted)


def _is_past(sentence: Sentence, mention: Mention, low: int) -> bool:
    """Whether a time that leads in word `low` tells what was given: "Three years after A, 74% needed no B"."""
    words = sentence.words
    at = mention.first - 1
    while at > 0 and words[at].low in _BEFORE_GIVEN:
        at -= 1
    led = at > 0 and words[at].low in {"after", "following"} and all(w.low != "," for w in words[:at])
    return led and mention.last < low and words[mention.last].low == ","


def _grouped(sentence: Sentence, roles: Roles, parts: groups.Parts, context: Context, previous: Roles | None) -> Roles:
    """Add who is counted, where the clause does not name them: from beside, from before, from above."""
    group, outcome, universal, restricted = roles.group, roles.outcome, roles.universal, roles.restricted
    meant = universal or (not group and sharing.who_have_it(sentence, *parts.span))
    pointed = sharing.pointed(sentence, parts.span, roles.clause[0], context) if meant else ()
    if pointed:
        outcome = tuple(o for o in outcome if o not in pointed)
        return replace(roles, group=pointed, outcome=outcome, universal=False, known=True)
    if universal and (found := announced.found(sentence, roles.clause, parts.span[0])) is not None and found.ill_only:
        group, universal = (found.group,), False
        outcome = tuple(o for o in outcome if o in found.said)
        return replace(_behind(sentence, roles, found.after), group=group, outcome=outcome, universal=False)
    if not group and (theirs := tied.before_whom(sentence, parts.span)):
        outcome = tuple(o for o in outcome if o not in theirs)
        return replace(roles, group=theirs, outcome=outcome, universal=False, known=True)
    if previous is None and (some := tied.of_some(sentence, parts.span, roles, context)):
        return replace(roles, group=some, outcome=outcome, universal=False, known=True)
    if group or universal:
        words = sentence.words
        if group or _becoming(sentence, roles.clause, group, outcome) or _comes_again(sentence, group, outcome):
            group, outcome = _with_complaint(sentence, roles.clause, parts.span, context, group, outcome)
        if group and parts.named and words[parts.span[0]].low in {"those", "them"}:
            group = _fronted(sentence, roles) + group
        return replace(roles, group=tuple(dict.fromkeys(group)), outcome=outcome, universal=universal and not group)
    treated = not parts.named or bool(roles.given and sentence.within(*parts.span))  # "of those on B"
    strangers = previous is not None and sharing.names_others(sentence, *roles.clause)
    if previous is not None and (previous.group or previous.universal) and treated and not strangers:
        group, universal, restricted = previous.group, previous.universal, restricted or previous.restricted
    else:
        taken: tuple[Alternatives, ...] = ()
        if group := tied.meant(sentence, parts.span):
            taken = group
        else:
            again = outcome[:1] if _comes_again(sentence, (), outcome) else ()
            group, taken = (again, again) if again else tied.nearby(sentence, roles.clause, outcome)
        outcome = tuple(o for o in outcome if o not in taken)
        if not group and (found := announced.found(sentence, roles.clause, parts.span[0])) is not None:
            group, outcome = (found.group,), tuple(o for o in outcome if o in found.said)
            roles = _behind(sentence, roles, found.after)
        if not group and len(outcome) > 1 and roles.generic:
            who = _who_have(sentence, roles.clause[0], parts.span[0])
            if who := who or _who_have(sentence, parts.span[1], roles.clause[1]):
                group, outcome = who, tuple(o for o in outcome if o not in who)
            elif (front := _in_front(sentence, roles.clause[0], outcome)) and len(front) < len(outcome):
                group, outcome = front, tuple(o for o in outcome if o not in front)  # "when A is treated, B follows"
            elif _causal(sentence, roles) or groups.undergoes(sentence, outcome):
                group, outcome = outcome[:1], outcome[1:]  # "A leads to B", "A is due to B in 80% of cases"
            else:
                group, outcome = outcome[-1:], outcome[:-1]  # "A accompanies B in 80% of cases"
        if not group:
            meant_by_it = outcome or sharing.told_of(sentence, roles, context)
            group = next(filter(None, (_besides(sentence, g, meant_by_it) for g in context.groups)), ())
            universal = not group and parts.everyone
        folk = tuple(o for o in outcome if groups.population_only(sentence, o))
        if not group and not universal and len(folk) == 1 and len(outcome) > 1:
            group, outcome = folk, tuple(o for o in outcome if o not in folk)  # "A affects adults (6%)"
    return replace(
        roles, group=group, outcome=outcome, universal=universal, restricted=restricted, known=bool(group) or universal
    )


def _in_front(sentence: Sentence, low: int, outcome: tuple[Alternatives, ...]) -> tuple[Alternatives, ...]:
    """What of the things told is named in a clause with "when" or "if" before the main clause."""
    words = sentence.words
    comma = next((i for i in range(low, len(words)) if words[i].low == ","), low)
    named = {frozenset(m.concepts) for m in sentence.within(low, comma)} if words[low].low in _CASE else set()
    return tuple(o for o in outcome if o in named)


def _with_complaint(
    sentence: Sentence,
    clause: tuple[int, int],
    span: tuple[int, int],
    context: Context,
    group: tuple[Alternatives, ...],
    outcome: tuple[Alternatives, ...],
) -> tuple[tuple[Alternatives, ...], tuple[Alternatives, ...]]:
    """The people with their complaint, and what is said of them: "10% of these women", "of women with it"."""
    words = sentence.words
    these = any(words[i].low in _THESE for i in range(max(0, span[0] - 1), span[1]))
    if these and (kind := _of_their_kind(sentence, group, context)):
        return kind, outcome
    if _comes_again(sentence, group, outcome):
        return (*group, outcome[0]), outcome[1:]
    if source := _becoming(sentence, clause, group, outcome):
        return group + source, tuple(o for o in outcome if o not in source)
    pronoun = any(
        words[i].low in _STANDING_FOR and not sentence.taken[i] and not _is_of_time(sentence, i) for i in range(*span)
    )
    pronoun = pronoun or _since_it(sentence, clause[0])
    if not pronoun and not any(groups.population_only(sentence, g) for each in context.groups[:1] for g in each):
        pronoun = these
    if pronoun and all(groups.population_only(sentence, g) for g in group):
        before = [m for m in sentence.mentions if m.first < span[0] and sentence.types(m) & {"condition"}]
        topic = alternatives(before[:1]) or next((t[:1] for t in context.topics if _unlike(t, group)), ())
        group += topic
        outcome = tuple(o for o in outcome if o not in topic)
    return group, outcome


def _of_their_kind(sentence: Sentence, group: tuple[Alternatives, ...], context: Context) -> tuple[Alternatives, ...]:
    """Those named before who are of the kind that is pointed at: "A is rare in B women. 16% of these women ..."."""
    if len(group) != 1 or not groups.population_only(sentence, group[0]):
        return ()
    for each in context.groups:
        for people in each:
            if not groups.population_only(sentence, people):
                continue
            if people == group[0]:
                return ()
            if not group[0].isdisjoint(sentence.above(people)):
                return (people,)
    return ()


def _since_it(sentence: Sentence, low: int) -> bool:
    """Whether a clause begins with the time since something named before: "After it,", "Within a year of this,"."""
    words = sentence.words
    mark = next((i for i in range(low + 2, min(low + _TIME, len(words))) if words[i].low == ","), 0)
    lows = [word.low for word in words[max(low, mark - 2) : mark]]
    return len(lows) == _PAIR and lows[0] in _SINCE and lows[1] in _STANDING_FOR


def _is_of_time(sentence: Sentence, at: int) -> bool:
    """Whether a word points to a time: "at this stage"."""
    return at + 1 < len(sentence.words) and sentence.words[at + 1].low in english.STAGES


def _becoming(
    sentence: Sentence, clause: tuple[int, int], group: tuple[Alternatives, ...], outcome: tuple[Alternatives, ...]
) -> tuple[Alternatives, ...]:
    """The complaint of those told of, which becomes what is said: "A turns into B in 20% of women"."""
    if len(outcome) < 2 or not all(groups.population_only(sentence, g) for g in group):
        return ()
    found = becoming.source(sentence, clause)
    return alternatives((found,)) if found is not None and alternatives((found,))[0] in outcome else ()


def _comes_again(sentence: Sentence, group: tuple[Alternatives, ...], outcome: tuple[Alternatives, ...]) -> bool:
    """Whether those told of have had the complaint that is told to recur: "A comes back in 20% of women"."""
    if len(outcome) < 2 or not all(groups.population_only(sentence, g) for g in group):
        return False
    if any(sentence.concepts[c].type != "condition" for c in outcome[0]):
        return False
    return any(_RECUR in (word.kin for word in split.split(sentence.concepts[c].label)) for c in outcome[-1])


def _who_have(sentence: Sentence, begin: int, high: int) -> tuple[Alternatives, ...]:
    """The people who are told to have something behind a phrase: "in 20% of cases, women with A have B"."""
    words = sentence.words
    while begin < high and words[begin].low == ",":
        begin += 1
    end = phrases.group_end(sentence, begin, high)
    held = [m for m in sentence.within(begin, end) if sentence.types(m) & groups.GROUPS and not sentence.negated(m)]
    people = sentence.names_people(begin, end) or any("population" in sentence.types(m) for m in held)
    at = next((i for i in range(end, high) if words[i].low not in english.ADVERBS), high)
    return alternatives(held) if people and at < high and words[at].low in _HAVE else ()


def _behind(sentence: Sentence, roles: Roles, after: int) -> Roles:
    """The roles with nothing said but what stands behind a lead-in."""
    positions = tuple(i for i in roles.predicate if i >= after)
    return replace(roles, predicate=positions, denied=roles.denied and denying.is_denied(sentence, positions, after))


def _fronted(sentence: Sentence, roles: Roles) -> tuple[Alternatives, ...]:
    """The people whom the sentence begins with, so that "those" are some of them: "Among people with A, ..."."""
    words = sentence.words
    if words[0].low not in english.OF or roles.clause[0] == 0:
        return ()
    end = phrases.group_end(sentence, 1, roles.clause[0])
    if end >= len(words) or words[end].low != "," or not sentence.names_people(1, end):
        return ()
    held = [m for m in sentence.within(1, end) if sentence.types(m) & groups.GROUPS and not sentence.negated(m)]
    return tuple(a for a in alternatives(held) if not a & frozenset().union(*roles.without))


def _causal(sentence: Sentence, roles: Roles) -> bool:
    """Whether what is said before the figure is that one thing brings about another or comes of it."""
    lows = {sentence.words[i].low for i in roles.predicate}
    return bool(
        lows & effect_words.CAUSE
        or lows & {"due", "owing", "attributable"}
        or (lows & {"in", "from", "with"} and lows & english.PHRASAL.keys())
    )


def _topic(sentence: Sentence, roles: Roles, context: Context) -> tuple[Alternatives, ...]:
    """What "it" or an ellipsis stands for: what the sentence named before, else the last topic."""
    before = [m for m in sentence.mentions if m.first < roles.clause[0]]
    local = alternatives(m for m in before if sentence.types(m) & {"condition", "outcome"})
    counted = frozenset().union(*roles.group)
    whole = counted.union(*(_had(sentence, c) for c in counted))
    for topic in (*((local,) if local else ()), *context.topics):
        rest = tuple(t for t in topic if not t & whole)
        if rest and not set().union(*rest) <= frozenset().union(*roles.given):
            found = tuple(r for r in rest if not groups.given_only(sentence, r))[:1]
            if found:
                return found
    return roles.outcome


def _had(sentence: Sentence, name: str) -> frozenset[str]:
    """What all people of a sort have, who therefore are not told to have it: pregnancy, of those in its first weeks."""
    found, waiting = set[str](), [name]
    while waiting:
        concept = sentence.concepts.get(waiting.pop())
        if concept is not None:
            more = {*concept.broader, *(each.concept for each in concept.implies if each.at_least is None)} - found
            found |= more
            waiting += more
    return frozenset(found)


def _besides(
    sentence: Sentence, group: tuple[Alternatives, ...], outcome: Sequence[Alternatives]
) -> tuple[Alternatives, ...]:
    """A group of the context, or the people of it where what is said of them was named with them: "A in adults"."""
    if _unlike(group, outcome):
        return group
    return tuple(g for g in group if groups.population_only(sentence, g) and _unlike((g,), outcome))


def _unlike(group: tuple[Alternatives, ...], outcome: Sequence[Alternatives]) -> bool:
    """Whether a group of the context is not what is said of it."""
    return bool(group) and not any(g & frozenset().union(*outcome) for g in group)
