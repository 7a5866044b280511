"""Of whom a dose, a cut-off, a time or an effect is told, and whether those are a claim's people."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.matching import known_in, people
from evidencekb.draft.naming.predicated import COPULA
from evidencekb.draft.sentences import lacking, phrases
from evidencekb.draft.sentences.groups import GROUPS
from evidencekb.draft.shares.frames import Fit
from evidencekb.text import moving
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Alternatives, Sentence
    from evidencekb.draft.shares.roles import Context
    from evidencekb.model.nodes import Claim
    from evidencekb.text.words import Word

_SINGLE: Final = english.listed("man woman child girl boy infant baby teenager student athlete worker")
_NAMED: Final = english.PEOPLE_NAMED | _SINGLE
_COUNTED: Final = (
    english.PEOPLE - english.listed("case cases group groups population cohort member members humans human subject")
) | _NAMED
_NARROWING: Final = _NAMED | english.listed(
    "elderly older younger young male female severe mild moderate pregnant adolescent teenage postmenopausal "
    "premenopausal newborn"
)
"""Words that make another group of a group."""
_THOSE_WHO: Final = english.listed(
    "with who whose on given taking aged in living having suffering affected without not"
)
_MARKS: Final = english.listed(
    "than versus vs against compared relative unlike comparison except excluding excluded excludes exclude excepting "
    "apart aside besides omitted omitting omits left leaving barred"
)
_LEFT_OUT: Final = english.listed("excluded out omitted ineligible aside barred unstudied")
_CONTINUING: Final = english.listed("and but so as which while or though yet where who whereas although")
_MOVED: Final = (
    frozenset(moving.NOUNS)
    | effect_words.EFFECTS
    | english.PHRASAL.keys()
    | english.listed("improvement improvements worsening variation differences resulting ending involved role part")
)
"""Words of which "in" tells what changed, not who it was told of."""
_ASIDE: Final = english.listed("a an the patients people cases")
_REST: Final = english.listed(
    "other others otherwise else rest remainder usual usually standard customary ordinarily normally elsewhere"
)
"""Words by which a figure is of those whom the clause before does not name."""
_NEEDING: Final = english.listed("need needs require requires should must ought")
_OUGHT: Final = frozenset({"should", "must", "ought"})
_GETTING: Final = english.listed("get eat have take receive consume be to aim drink absorb obtain")
_ANYONE: Final = english.PEOPLE | english.GENERIC | english.EVERYONE | english.listed("body bodies human humans person")
_CHILDREN: Final = frozenset({"children", "men", "women", "folk", "youth"})


class Whom(NamedTuple):
    """The people named: each mention as its alternatives, those they are without, and words that narrow them."""

    group: tuple[Alternatives, ...] = ()
    without: tuple[Alternatives, ...] = ()
    narrowed: frozenset[str] = frozenset()
    apart: tuple[tuple[Alternatives, ...], ...] = ()  # the group of each phrase, where there are several


NOBODY: Final = Whom()


def beyond(index: ClaimsIndex, sentence: Sentence, claim: Claim, text: str) -> bool:
    """Whether a sentence names people whom neither a wording nor the claim's frame names."""
    if not any(sentence.types(m) & GROUPS for m in sentence.mentions) and sentence.lows.isdisjoint(_NARROWING):
        return False
    found = _read(sentence, 0, len(sentence.words), len(sentence.words))
    if found is NOBODY:
        return False
    named = {c for m in index.lexicon.find(split.split(text)) for c in m.concepts}
    named |= _about(claim) | frozenset(claim.population) | index.universal | {claim.subject, claim.object}
    return bool(found.narrowed - index.terms(claim).said) or any(named.isdisjoint(a) for a in found.group)


def told(sentence: Sentence, clause: tuple[int, int], at: int, context: Context) -> Whom:
    """The people of whom a clause tells, whose figure ends at word `at`.

    Where it names none, those of what stands before it in the sentence.
    """
    if not any(sentence.types(m) & GROUPS for m in sentence.mentions) and sentence.lows.isdisjoint(_NARROWING):
        return _pointed(sentence, context) if sentence.lows.isdisjoint(_NEEDING) else _needing(sentence, clause, at)
    low, high = clause
    found = _read(sentence, low, high, at)
    if found is NOBODY and any(m.first > high and _is_predicated(sentence.words, m) for m in sentence.mentions):
        found = _read(sentence, high, len(sentence.words), len(sentence.words))
    if found is NOBODY and high < len(sentence.words) and sentence.words[high].low == "than":
        found = _read(sentence, high + 2, len(sentence.words), high)  # "more on A than on B in people with C"
    if found is NOBODY and low and not (_with_for(sentence, low, high) or _is_of_the_rest(sentence, low, high)):
        found = _read(sentence, 0, low, low)
    return _pointed(sentence, context) if found is NOBODY else found


def _needing(sentence: Sentence, clause: tuple[int, int], at: int) -> Whom:
    """People of a name that no concept covers, who need or should get something: "Toddlers need 7 mg of A"."""
    words = sentence.words
    for i in range(clause[0] + 1, min(at, clause[1])):
        if words[i].low not in _NEEDING or (words[i].low in _OUGHT and words[i + 1].low not in _GETTING):
            continue
        noun = words[i - 1]
        one = i > 1 and words[i - 2].low in {"a", "an", "every", "each"}
        if sentence.taken[i - 1] or not noun.low.isalpha() or noun.low in _ANYONE or noun.low in english.CLOSED:
            return NOBODY
        many = noun.low in _CHILDREN or (noun.low.endswith("s") and not noun.low.endswith(("ss", "us", "is")))
        return Whom(narrowed=frozenset({noun.low})) if one or many else NOBODY
    return NOBODY


def of_others(sentence: Sentence, clause: tuple[int, int]) -> frozenset[str]:
    """The people and complaints that another figure's clause names.

    They stand behind this one, or before where it is of the rest, or names people of its own.
    """
    low, high = clause
    if len(sentence.figures) < 2:
        return frozenset()
    rest = _is_of_the_rest(sentence, low, high) or any(
        "population" in sentence.types(m) for m in sentence.within(low, high)
    )
    spots = [m for m in sentence.mentions if m.first >= high or (rest and m.last <= low)]
    return frozenset(c for m in spots if sentence.types(m) & GROUPS for c in m.concepts)


def _is_of_the_rest(sentence: Sentence, low: int, high: int) -> bool:
    """Whether a clause tells of those whom the one before it does not name: "for others", "otherwise"."""
    return any(sentence.words[i].low in _REST and not sentence.taken[i] for i in range(max(0, low - 2), high))


def _with_for(sentence: Sentence, low: int, high: int) -> bool:
    """Whether a clause tells for what something is taken: "A for B should not exceed ..."."""
    words = sentence.words
    return any(m.first > low and words[m.first - 1].low == "for" for m in sentence.within(low, high))


def _read(sentence: Sentence, low: int, high: int, at: int) -> Whom:
    """The people that the words low:high name; an afterthought behind word `at` only where no others are named."""
    group: dict[Alternatives, None] = {}
    without: dict[Alternatives, None] = {}
    narrowed: set[str] = set()
    words = sentence.words
    comma = next((i for i in range(at, high) if words[i].low == ","), high)
    continued = comma + 1 < high and words[comma + 1].low in _CONTINUING
    apart: list[tuple[Alternatives, ...]] = []
    for begin, end in _spans(sentence, low, high, at):
        if begin > comma and (group or continued):
            break
        before = len(group)
        for mention in sentence.mentions:
            if mention.last <= begin or mention.first >= end or not sentence.types(mention) & GROUPS:
                continue
            lacks = lacking.lacks(sentence, mention, within=True) and not _is_nobody(sentence, mention)
            (without if lacks else group)[frozenset(mention.concepts)] = None
        apart.append(tuple(group)[before:])
        if apart[-1] or begin == low or words[begin - 1].low in english.OF:
            narrowed.update(
                w.low for i, w in enumerate(words[begin:end], begin) if w.low in _NARROWING and not sentence.taken[i]
            )
    if all(narrowed & sex for sex in english.SEXES):
        narrowed.difference_update(*english.SEXES)
    if not (group or without or narrowed):
        return NOBODY
    several = tuple(apart) if len(apart) > 1 else ()
    return Whom(tuple(group), tuple(without), frozenset(narrowed), several)


def _is_nobody(sentence: Sentence, mention: Mention) -> bool:
    """Whether "no" before a name of people begins a clause: "no child should take more" is of all children."""
    at = mention.first - 1
    if at < 0 or sentence.words[at].low != "no" or sentence.types(mention) != {"population"}:
        return False
    return not at or sentence.words[at - 1].low in {",", ";", ":", "and", "that", "but"}


def _spans(sentence: Sentence, low: int, high: int, after: int) -> Iterator[tuple[int, int]]:
    """The noun phrases that name people, without those that a figure which ends at `after` is compared with."""
    words, taken = sentence.words, sentence.taken
    at = low
    starts = {m.first: m for m in sentence.within(low, high) if sentence.types(m) & GROUPS}
    while at < high:
        mention = starts.get(at)
        if mention is not None:
            told = _is_predicated(words, mention)
            counted = told or sentence.types(mention) == {"population"} or _leads(sentence, low, at)
        else:
            told = False
            counted = words[at].low in _COUNTED and not taken[at]
            if words[at].low == "those":
                counted = at + 1 < high and words[at + 1].low in _THOSE_WHO
        since = max(after if low < after <= at else 0, at - 4)
        if not counted or (not told and any(words[i].low in _MARKS for i in range(since, at))):
            at += 1
            continue
        begin = at
        while begin > low and (
            taken[begin - 1]
            or words[begin - 1].low in _NARROWING
            or words[begin - 1].low in english.ADJECTIVES
            or words[begin - 1].low in english.ATTRIBUTIVE
        ):
            begin -= 1
        end = max(phrases.group_end(sentence, at, high), mention.last if mention else at + 1)
        if not any(w.low in _LEFT_OUT for w in words[end : min(high, end + 4)]):
            yield begin, end
        at = end


def _is_predicated(words: Sequence[Word], mention: Mention) -> bool:
    """Whether a name holds a verb of being: "once A is chronic" tells of those who have chronic A."""
    return mention.last - mention.first > 1 and any(w.low in COPULA for w in words[mention.first : mention.last])


def _leads(sentence: Sentence, low: int, at: int) -> bool:
    """Whether "in" before a complaint tells in whom: "in A, B lowered C"; not "a fall in A", "results in A"."""
    words = sentence.words
    i = at - 1
    while i > low and (words[i].low in _ASIDE or words[i].low in english.RESTRICTING):
        i -= 1
    if i < low or words[i].low not in {"in", "among", "amongst"}:
        return False
    return i == low or words[i - 1].low not in _MOVED


def _pointed(sentence: Sentence, context: Context) -> Whom:
    """Those before, where a sentence points to them: "in these women"."""
    if sentence.lows.isdisjoint({"these", "such"}) or not context.groups:
        return NOBODY
    words = sentence.words
    if not any(w.low in {"these", "such"} and n.low in _COUNTED for w, n in pairwise(words)):
        return NOBODY
    people = tuple(a for a in context.groups[0] if all(sentence.concepts[c].type == "population" for c in a))
    return Whom(people) if people else NOBODY


class Terms(NamedTuple):
    """How a claim's editors tell of its people."""

    said: frozenset[str]  # the words
    enough: tuple[frozenset[str], ...]  # the parts of its population that suffice to name it
    people: frozenset[str]  # those named in its statement beside its population


def terms(index: ClaimsIndex, claim: Claim) -> Terms:
    """Read a claim's statement and wordings.

    Where a statement names some of the population only, the rest goes without saying.
    """
    held = index.held(claim)
    enough = [held]
    said = {*known_in.nouns_of(index, held)}
    people: set[str] = set()
    for text in (claim.statement, *claim.wordings):
        tokens = split.split(text)
        said.update(word.low for word in tokens)
        named = {c for mention in index.lexicon.find(tokens) for c in mention.concepts}
        people.update(c for c in named - held if index.kb.concepts[c].type == "population")
        if named & held:
            enough.append(frozenset(named & held))
    for name in index.above(frozenset(claim.population)):
        concept = index.kb.concepts.get(name)
        for text in (concept.label, *concept.synonyms) if concept else ():
            said.update(word.low for word in split.split(text))
    return Terms(frozenset(said), tuple(enough), frozenset(people) - {claim.comparator})


def fit(index: ClaimsIndex, claim: Claim, whom: Whom, reach: frozenset[str]) -> Fit:
    """The people told of against a claim's; `reach` are the concepts of the sentence and of what came before it.

    Where several phrases name people and one of them names just the claim's, the others may be of something else.
    """
    if whom is NOBODY:
        return Fit.UNKNOWN
    found = _fit(index, claim, whom, reach)
    if found in {Fit.NARROWER, Fit.OTHER} and whom.apart and not whom.without:
        held = index.held(claim)
        if any(group and all(a & held for a in group) and _names(held, group) for group in whom.apart):
            return Fit.UNKNOWN
    return found


def _names(held: frozenset[str], group: tuple[Alternatives, ...]) -> bool:
    """Whether a phrase names all of some people."""
    return all(any(h in a for a in group) for h in held)


def _fit(index: ClaimsIndex, claim: Claim, whom: Whom, reach: frozenset[str]) -> Fit:
    """The same, all phrases taken together."""
    held = index.held(claim)
    about = _about(claim) - held
    above = index.above(held)
    near = index.above(about)
    group = [
        a
        for a in whom.group
        if not a & index.universal and (a & above or index.above(a) & held or not (a & near or index.above(a) & about))
    ]
    without = [a for a in whom.without if not a & about]
    said, enough, people = index.terms(claim)
    group = [a for a in group if not a & (people | index.sort_of(held)) or a & held]
    narrowed = whom.narrowed - said
    if not held:
        return _of_everyone(index, claim, group, narrowed)
    if any(a & held for a in without):
        return Fit.OTHER
    absent = frozenset().union(*without)
    lacking_it = {h for h in held if index.lacked(h) & index.above(absent)} if absent else set()
    if not group and not lacking_it:
        cut = narrowed or (without and not index.says_without(held))
        return Fit.NARROWER if cut else Fit.UNKNOWN
    exact = lacking_it | {h for h in held if any(h in a for a in group)}
    met = exact | {h for h in held if any(h in index.above(a) for a in group)}
    extra = [a for a in group if not a & above]
    elsewhere = (met | reach) - absent
    if not any(part <= elsewhere for part in enough) and met and all(_is_sort(index, a) for a in group):
        elsewhere |= known_in.of_all(index, reach) - absent
    if claim.kind == "duration":
        elsewhere |= _without_number(index, held, frozenset(elsewhere))
    if not any(part <= elsewhere for part in enough):
        return Fit.OTHER if any(not a & index.inner(held) for a in extra) else Fit.BROADER
    if narrowed or (without and not index.says_without(held)) or any(_cuts(index, claim, a) for a in extra):
        return Fit.NARROWER
    if met != exact:
        kinds = frozenset().union(*(a for a in group if not a & held))
        return Fit.SAME if claim.kind == "threshold" and not _apart(index, kinds) else Fit.NARROWER
    return Fit.SAME


def _without_number(index: ClaimsIndex, held: frozenset[str], named: frozenset[str]) -> frozenset[str]:
    """Of a claim's people who have a state set by a number those whose state is named without it: "low A"."""
    concepts = index.kb.concepts
    return frozenset(
        h
        for h in held - named
        if concepts[h].type == "condition"
        and not named.isdisjoint(concepts[h].broader)
        and any(letter.isdigit() for letter in concepts[h].label)
    )


def _is_sort(index: ClaimsIndex, named: Alternatives) -> bool:
    """Whether a name is of a sort of people, not of a complaint."""
    return all(index.kb.concepts[c].type == "population" for c in named)


def _cuts(index: ClaimsIndex, claim: Claim, named: Alternatives) -> bool:
    """Whether a further name makes another group of a claim's people, rather than telling what they have besides.

    People of another sort do, and so does a complaint that another claim of the same thing is on.
    """
    if claim.kind == "amount" and claim.purpose == "limit" and _is_treated(index, claim, named):
        return False
    if claim.kind == "amount" or any(index.kb.concepts[c].type == "population" for c in named):
        return claim.kind != "threshold" or _apart(index, named)
    keyed = claim.outcome or claim.measure
    return any(
        other is not claim and (other.outcome or other.measure) == keyed and index.above(named) & index.held(other)
        for other in index.by_key.get(keyed, ())
        if other.kind == claim.kind
    )


def _is_treated(index: ClaimsIndex, claim: Claim, named: Alternatives) -> bool:
    """Whether a complaint is one that a limit's substance is given for, so that the limit holds there as elsewhere."""
    others = [c for c in index.by_key.get(claim.substance, ()) if c.kind == "amount" and c is not claim]
    own = [c for c in others if not index.held(c).isdisjoint(named)]
    return bool(own) and all(c.purpose != "limit" for c in own)


def _of_everyone(index: ClaimsIndex, claim: Claim, group: list[Alternatives], narrowed: frozenset[str]) -> Fit:
    """The people told of against all people: a rule for all holds for some, what was found in all does not."""
    if not claim.population:
        return Fit.UNKNOWN
    if claim.kind == "effect":
        return Fit.NARROWER if narrowed or any(_cuts(index, claim, a) for a in group) else Fit.UNKNOWN
    apart = any(_apart(index, a) for a in group) or any(map(people.is_apart, narrowed))
    return Fit.OTHER if apart else Fit.UNKNOWN


def _apart(index: ClaimsIndex, named: frozenset[str]) -> bool:
    """Whether a group is one that a rule for everyone leaves out: children, the pregnant."""
    return any(people.is_apart(index.kb.concepts[name].label) for name in named)


def _about(claim: Claim) -> frozenset[str]:
    """What a claim tells of, so that it may be named beside the people."""
    names = (claim.outcome, claim.comparator, claim.means, claim.action, claim.measure, claim.substance, *claim.given)
    return frozenset(name for name in names if name)
