"""How well a claim of a dose, a cut-off, a time or an effect fits what is named around a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.measures import at_times, courses, effect_frames, meanings, phases, whom
from evidencekb.draft.sentences import phrases
from evidencekb.draft.shares.frames import Fit
from evidencekb.model.assertion import Verdict
from evidencekb.text.families import family
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from decimal import Decimal

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.shares.roles import Context
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure

_START: Final = frozenset({"start", "started", "starting", "starts", "begin", "begins", "begun", "began", "initial",
                           "initially", "first", "beginning"})  # fmt: skip
_NEED: Final = frozenset({"need", "needs", "needed", "require", "requires", "required", "requirement", "requirements",
                          "recommended", "allowance", "intake", "demand", "demands", "rda"})  # fmt: skip
_LIMIT: Final = frozenset({"limit", "maximum", "exceed", "exceeds", "exceeding", "most", "below", "under", "cap",
                           "keep", "stay", "upper", "more", "less", "restrict", "limited", "capped", "ceiling",
                           "beyond", "above", "over", "highest", "largest", "tops", "maxes", "max", "restricted",
                           "past"})  # fmt: skip
_PURPOSES: Final = {
    "starting-dose": _START, "requirement": _NEED, "target": _NEED, "limit": _LIMIT, "dose": frozenset({"dose"}),
}  # fmt: skip


_USUALLY: Final = frozenset({"there", "may", "might", "can", "could", "expect", "usually", "typically", "often"})
"""Words by which what is there for some time is so in general, and not in somebody."""


_NORMALIZED: Final = frozenset(family(stem(word)) for word in ("normalized", "normalised"))
_ARTICLES: Final = english.listed("the a an their this")
_CLOSE_BY: Final = 5
_LEVELS: Final = frozenset(stem(low) for low in ("high", "low", "raised", "elevated", "reduced"))
_ARMS: Final = english.listed("arm arms group groups recipients takers users patients participants")


class Around(NamedTuple):
    """The concepts around a figure, from near to far."""

    attached: frozenset[str]  # of the name right behind it: "325 mg of A"
    clause: frozenset[str]
    sentence: frozenset[str]
    context: frozenset[str]
    near: frozenset[str]  # the words of the clause
    free: frozenset[str]  # those that are part of no name
    groups: frozenset[str]  # populations of the clause
    phase: phases.Phase  # of a time
    kin: frozenset[str]  # the families of the words of the sentence, for a time alone
    substances: frozenset[str]  # of the context, where the sentence names none
    whom: whom.Whom  # the people of whom it is told
    times: frozenset[Decimal]  # the days at which something was measured, where outcomes are told apart by them
    elsewhere: frozenset[str]  # the people and complaints that are named for another figure alone
    shared: frozenset[str]  # the words before a clause that has no verb of its own
    needed: bool  # what stands above the figure says that a need is told
    arms: frozenset[str]  # what is told to have been taken: "on A", "in the A group"
    calling: frozenset[str]  # what a clause that says by itself what a cut-off means may speak of; else the sentence

    def everywhere(self) -> frozenset[str]:
        """The concepts of the sentence and of what came before it."""
        return self.sentence | self.context


def around_figure(
    index: ClaimsIndex,
    figure: Figure,
    sentence: Sentence,
    clause: tuple[int, int],
    context: Context,
    nested: frozenset[str],
) -> Around:
    """Sort the concepts around a figure by their distance."""
    low, high = clause
    words = sentence.words
    after = sentence.position(figure.end)
    attached: frozenset[str] = frozenset()
    for mention in sentence.mentions:
        gap = [w.low for w in words[after : mention.first]] if mention.first >= after else None
        if (
            gap is not None
            and len(gap) <= 5
            and "of" in gap
            and not set(gap) & {",", ";", "and", "in", "after", "(", ")"}
        ):
            if not sentence.figured.isdisjoint(range(after, mention.first)):
                break  # "325 mg (65 mg of A)": A is of the second figure
            attached = frozenset(mention.concepts)
            break
    near = sentence.within(low, high)
    concepts = index.kb.concepts
    clause_ids = frozenset(c for m in near if not sentence.negated(m) for c in m.concepts)
    if not any(concepts[c].type in {"substance", "molecule"} for c in clause_ids):
        clause_ids |= nested
    everything = nested | frozenset(c for m in sentence.mentions for c in m.concepts)
    before = frozenset(
        c for part in (*context.topics, *context.given, *context.groups) for alternatives in part for c in alternatives
    )
    types = {concepts[c].type for c in everything}
    free = frozenset(words[i].low for i in range(low, high) if not sentence.taken[i])
    groups = frozenset(c for c in clause_ids if concepts[c].type == "population") - index.universal
    return Around(
        attached,
        clause_ids,
        everything,
        before,
        frozenset(w.low for w in words[low:high]),
        free,
        groups,
        phase := phases.read(sentence, figure, clause),
        _kin(sentence) if phase.kind else frozenset(),
        context.substances if types.isdisjoint({"substance", "molecule", "intervention"}) else frozenset(),
        whom.told(sentence, clause, after, context),
        at_times.told(sentence) if index.timed else frozenset(),
        whom.of_others(sentence, clause) - clause_ids - before,
        frozenset() if _has_verb(sentence, clause) else frozenset(w.low for w in words[:low]),
        context.needed,
        frozenset(c for m in near if _is_arm(sentence, m) for c in m.concepts),
        clause_ids if meanings.is_told(sentence, clause) else everything,
    )


def _kin(sentence: Sentence) -> frozenset[str]:
    """The families of the words of a sentence; what is normal again is normalized."""
    found = frozenset(word.kin for word in sentence.words)
    return found | _NORMALIZED if phases.is_normal_again(sentence) else found


def _is_arm(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name is that of what people had been given, and not of what they are compared with."""
    words = sentence.words
    for word in reversed(words[max(0, mention.first - _CLOSE_BY) : mention.first]):
        if word.low in effect_frames.AGAINST | {"to"}:
            return False  # "than those on A"
        if word.low in {",", ";", ":"}:
            break
    at = mention.first - 1
    while at > 0 and words[at].low in _ARTICLES:
        at -= 1
    led = words[at].low if at >= 0 else ""
    behind = words[mention.last].low if mention.last < len(words) else ""
    if led in english.LEADS:
        return behind in _ARMS or behind in english.POINTING  # "with A it fell"
    return led in {"on", "taking", "taken", "given", "getting"}


def _has_verb(sentence: Sentence, clause: tuple[int, int]) -> bool:
    """Whether a clause is no mere "and 500 mg in A", or is the first one."""
    return not clause[0] or any(phrases.is_verb(sentence, i) for i in range(*clause))


def fit(index: ClaimsIndex, claim: Claim, around: Around) -> tuple[float, Verdict | None] | None:
    """How well a claim's frame fits and which role differs, if one does; None where it cannot be meant."""
    judge = {"amount": _amount, "threshold": _threshold, "duration": _duration, "effect": effect_frames.fit}.get(
        claim.kind
    )
    if judge is None:
        return None
    found = judge(index, claim, around)
    if found is None:
        return None
    points, other = found
    people = _people(index, claim, around)
    if people is None:
        return points, other or Verdict.WRONG_POPULATION
    return points + people, other


def _people(index: ClaimsIndex, claim: Claim, around: Around) -> float | None:
    """Points for the group; None where the draft names another one, a wider or a narrower."""
    told = whom.fit(index, claim, around.whom, around.everywhere() - around.elsewhere)
    if told in {Fit.NARROWER, Fit.BROADER, Fit.OTHER}:
        return None
    if told is Fit.SAME:
        return 3.0
    held = index.held(claim)
    if held & around.elsewhere:
        return -2.0
    if not around.groups:
        if not held or held <= around.clause:
            return 2.0 if held else 1.0
        if held <= around.everywhere():
            return 1.5
        return -1.0 if any(index.kb.concepts[h].type == "population" for h in held) else 0.0
    return 0.0 if claim.kind in {"threshold", "effect", "duration"} or not held else None


def _amount(index: ClaimsIndex, claim: Claim, around: Around) -> tuple[float, Verdict | None] | None:
    """A dose, intake or need: the substance must be the one named with the figure."""
    near = around.attached & index.amounts or around.clause
    if claim.substance not in near:
        return (
            None
            if claim.substance in around.clause
            else (
                (0.0, None)
                if claim.substance in around.sentence | around.context | around.substances and not near & index.amounts
                else None
            )
        )
    points = 1.0
    cues = {purpose for purpose, listed_words in _PURPOSES.items() if around.near & listed_words}
    if len(cues) > 1:
        cues.discard("dose")  # "the starting dose", "the highest dose"
    if claim.purpose in cues:
        points += 1.5
    elif cues & ({"requirement", "limit"} if claim.purpose == "starting-dose" else {"starting-dose"}):
        points -= 2.0
    return points, None


def is_for(claim: Claim, around: Around) -> bool:
    """Whether the words tell what a dose's figure is for, as the claim does."""
    return bool(around.near & _PURPOSES.get(claim.purpose, frozenset()))


def is_guess(claim: Claim, around: Around) -> bool:
    """Whether only a heading names a dose's substance, and no word says what the figure is for."""
    if claim.kind != "amount" or claim.substance not in around.substances:
        return False
    needed = around.needed and claim.purpose == "requirement" and around.near.isdisjoint(_LIMIT)
    return not needed and not is_for(claim, around)


def _threshold(index: ClaimsIndex, claim: Claim, around: Around) -> tuple[float, Verdict | None] | None:
    """A cut-off: what it means or what is done there tells claims of one measure apart."""
    wanted = {claim.means, claim.action} - {""}
    points = 0.0
    for one, reach in ((3.0, around.calling), (1.0, around.context)):
        if one > 1.0 and _is_called(index, claim, around):
            points += one
            break
        if any(w in reach or any(w in index.up(r) for r in reach if r in index.kb.concepts) for w in wanted):
            points += one
            break
    else:
        others = [
            c
            for c in index.by_key.get(claim.measure, ())
            if ({c.means, c.action} - {""}) & around.calling and c.kind == "threshold"
        ]
        if others:
            return (-6.0 if any(c.action in around.calling for c in others) else -1.0), None
    return points, None


def is_of_another(index: ClaimsIndex, claim: Claim, around: Around) -> bool:
    """Whether the clause of a cut-off says by itself what that means, and it is nothing that a claim speaks of."""
    if claim.kind != "threshold" or around.calling is around.sentence or not around.calling < around.sentence:
        return False
    wanted = {claim.means, claim.action} - {""}
    reach = around.calling | around.context
    named = any(w in reach or any(w in index.up(r) for r in reach if r in index.kb.concepts) for w in wanted)
    return not named and not _is_called(index, claim, around)


def _is_called(index: ClaimsIndex, claim: Claim, around: Around) -> bool:
    """Whether a clause gives a cut-off the word that sets what it means apart: "above N, it is severe"."""
    if not claim.means:
        return False
    others = (c for c in index.by_key.get(claim.measure, ()) if c.kind == "threshold" and c.means != claim.means)
    widest = (name for name in index.up(claim.means) - {claim.means} if not index.kb.concepts[name].broader)
    wider = (claim.measure, *(c.means or c.action for c in others), *widest)
    common = frozenset().union(*map(index.name_words, wider))
    if around.calling is around.sentence:
        common |= _LEVELS  # "above N is too high" may call it many things
    return not (index.name_words(claim.means) - common).isdisjoint(stem(low) for low in around.near)


def _duration(index: ClaimsIndex, claim: Claim, around: Around) -> tuple[float, Verdict | None] | None:
    """A time course: the phase that the words tell, what it is of, and what was given."""
    told = around.phase.kind
    if not told or around.phase.scene:
        return None
    points = 0.0
    said = claim.outcome in around.sentence or any(
        len(parts) > 1 and around.kin.issuperset(parts) for parts in index.names(claim.outcome)
    )
    said = said or courses.is_relieved(index, claim, around)
    if around.phase.lasting and not claim.given and claim.phase != "lasts":
        return None
    if around.phase.lasting and claim.phase == "lasts":
        usual = claim.given or around.phase.lasting == "gone" or around.near & _USUALLY
        if not (said or claim.outcome in around.everywhere()) or not usual:
            return None
        told = "last"
        points += 3.0
    elif told == phases.RETURN:
        if claim.phase == "lasts" or not courses.is_back(index, claim, around):
            return None
        said = True
        points += 3.0
    elif told == phases.WAIT:
        at_work = courses.is_at_work(claim, around) and courses.may_tell(index, claim, around)
        if (
            not (said := said or at_work or courses.is_eased(index, claim, around))
            or claim.phase == "lasts"
            or not claim.given
        ):
            return None
        points += 1.0
    elif claim.phase:
        kind = "peak" if claim.phase in {"peak", "full-effect"} else claim.phase
        if told == phases.WITHIN:
            told = "peak" if said and kind == "peak" else "onset"
        if not (kind.startswith(told) or (told == phases.COURSE and kind == "lasts")):
            return None
        points += 2.0
    returned = told == "last" and bool(around.near & effect_words.RECURRING)
    if returned and not (said := courses.is_relief(index, claim)):
        return None
    effect = (
        returned
        or around.phase.yielding
        or bool(around.near & effect_words.WORKING)
        or courses.is_at_work(claim, around)
        or any(claim.outcome in index.up(c) or c in index.up(claim.outcome) for c in around.everywhere())
    )
    if claim.id not in index.courses and told == phases.COURSE:
        return None
    if claim.id not in index.courses and not (effect or said) and courses.may_tell(index, claim, around):
        return None
    given = frozenset(claim.given)
    if not said and not courses.may_tell(index, claim, around):
        another = given and given <= around.sentence and courses.is_of_another(index, claim, around)
        return (points, Verdict.WRONG_OUTCOME) if another else None
    if given <= around.clause or given <= around.sentence:
        return points + 2.0 + said, None
    treatments = {c for c in around.sentence if index.kb.concepts[c].type == "intervention" and not index.is_test(c)}
    wide = all(any(t in index.up(g) for g in given) for t in treatments)
    if treatments and not (wide and given <= around.context):
        return points, Verdict.WRONG_INTERVENTION
    if given <= around.context:
        return points + 1.0, None
    if claim.id in index.unspoken and claim.outcome in around.clause:
        return points + 1.0, None
    return None
