"""How well a claim is supported: computed from the graph, never written by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from evidencekb.model.nodes import FRAME, RANK
from evidencekb.model.standing import Standing
from evidencekb.reason.inference import conflicts
from evidencekb.reason.names import capital, citation
from evidencekb.reason.origins import origins, retracted
from evidencekb.text.agreement import Agreement, compare

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from evidencekb.model.config import Config
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim, Evidence, Source

_SYNTHESIS: Final = RANK["primary"]
_NAMELESS: Final = frozenset({"", "none", "unnamed-study"})
_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_KINDS: Final = {
    "primary": ("study", "studies"),
    "synthesis": ("review or guideline", "reviews or guidelines"),
    "secondary": ("fact sheet or narrative review", "fact sheets or narrative reviews"),
    "lay": ("article for the public", "articles for the public"),
    "preclinical": ("animal or laboratory study", "animal or laboratory studies"),
}


def standings(kb: KnowledgeBase) -> Mapping[str, Standing]:
    """Standing of every claim, by id."""
    ends = origins(kb)
    sets = conflicts(kb)
    clashing: dict[str, Collection[str] | None] = {}
    for found in sets.conflicts:
        names = [name for name in found.names if name in kb.claims]
        for name in names:
            clashing.setdefault(name, names)
    for name in sets.undecided:
        clashing.setdefault(name, None)
    return {name: stand(kb, claim, ends, clashing.get(name, ())) for name, claim in kb.claims.items()}


@dataclass(slots=True)
class _Sides:
    """The sources of a claim, by what they say of it; sources in the order of the items, each once."""

    support: dict[str, tuple[Source, Evidence]] = field(default_factory=dict)
    restated: dict[str, Source] = field(default_factory=dict)
    against: dict[str, Source] = field(default_factory=dict)
    withdrawn: dict[str, Source] = field(default_factory=dict)


def stand(
    kb: KnowledgeBase, claim: Claim, ends: Mapping[str, tuple[str, ...]], clash: Collection[str] | None
) -> Standing:
    """Weigh one claim; the earliest of retired, unsourced, disputed, established, reported that fits.

    `ends` are the origins of every source, `clash` a set of claims that cannot all be true, of which this is one;
    None where there are too many such sets to tell.
    """
    sides = _sides(kb, claim, ends)
    strength = max((RANK.get(source.tier, 0) for source, _ in sides.support.values()), default=0)
    known, unknown = _origins(kb, claim, sides.support, ends)

    def standing(level: str, because: str) -> Standing:
        restated = tuple(name for name in sides.restated if name not in sides.support)
        if sides.withdrawn and level not in {"retired", "unsourced"}:
            because = f"{because} {_withdrawn(kb, sides.withdrawn.values())}"
        return Standing(level, because, tuple(sides.support), tuple(sides.against), known, restated, unknown)

    if claim.status == "retired":
        return standing("retired", "The editors have retired this claim.")
    if not sides.support and not sides.restated:
        return standing("unsourced", _no_support(kb, sides))
    doubt = _dispute(kb, claim, clash) or _contradiction(sides, strength)
    if doubt:
        return standing("disputed", doubt)
    strong = [
        source
        for source, item in sides.support.values()
        if RANK.get(source.tier, 0) >= _SYNTHESIS
        and item.attribution != "unnamed-study"
        and not set(ends.get(source.id, ())) <= set(unknown)
    ]
    if strong:
        count = len({end for source in strong for end in ends.get(source.id, ()) if end in known})
        return standing("established", _strong_support(sides, strong, count))
    return standing("reported", _weak_support(sides))


def _sides(kb: KnowledgeBase, claim: Claim, ends: Mapping[str, tuple[str, ...]]) -> _Sides:
    """Sort the evidence by what it does for the claim; what has no origin left does nothing."""
    sides = _Sides()
    for item in claim.evidence:
        source = kb.sources.get(item.source)
        if source is None:
            continue
        stands = source.stands and ends.get(source.id) != ()
        if item.stance == "contradicts":
            if stands:
                sides.against[source.id] = source
        elif item.stance == "supports":
            if not stands:
                sides.withdrawn[source.id] = source
            elif drifts(claim, item, kb.config):
                sides.restated[source.id] = source
            else:
                sides.support.setdefault(source.id, (source, item))
    return sides


def drifts(claim: Claim, item: Evidence, config: Config) -> bool:
    """Whether an item speaks of another group, outcome or figure than its claim; equal figures may be worded freely."""
    for name in FRAME:
        own = getattr(item, name)
        if own is not None and own != getattr(claim, name) and not _same_set(own, getattr(claim, name)):
            return True
    if not item.figure_text or item.figure_text == claim.figure_text:
        return False
    if item.figure is None or claim.figure is None:
        return True
    agreement = compare(item.figure, claim.figure, tolerance=config.tolerance, about=config.about)
    return agreement is not Agreement.EQUAL


def _same_set(one: object, other: object) -> bool:
    """Whether two lists of concepts hold the same, in whatever order."""
    return isinstance(one, tuple) and isinstance(other, tuple) and set(one) == set(other)


def _origins(
    kb: KnowledgeBase,
    claim: Claim,
    support: Mapping[str, tuple[Source, Evidence]],
    ends: Mapping[str, tuple[str, ...]],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the support goes back to: (sources that a reader could look up, those that name nothing themselves)."""
    named = {each.source for each in claim.evidence if each.attribution not in _NAMELESS}
    found = dict.fromkeys(end for name in support for end in ends.get(name, (name,)))
    known = tuple(end for end in found if end in named or RANK.get(kb.sources[end].tier, 0) >= RANK["preclinical"])
    return known, tuple(end for end in found if end not in known)


def _dispute(kb: KnowledgeBase, claim: Claim, clash: Collection[str] | None) -> str:
    """Say which dispute or impossible set names the claim; "" for none."""
    for dispute in kb.disputes_of.get(claim.id, ()):
        if not dispute.valid:
            continue
        if dispute.status == "open":
            return f"A dispute about it is open: {_sentence(dispute.title)}"
        if claim.id in dispute.against:
            return f"The editors decided against it: {_sentence(dispute.resolution or dispute.title)}"
    if clash is None:
        return "Too many figures around it cannot be true together to tell whether it can."
    if clash:
        others = ", ".join(sorted(name for name in clash if name != claim.id))
        return f"It cannot be true together with {others}." if others else "Its own figures cannot be true together."
    return ""


def _contradiction(sides: _Sides, strength: int) -> str:
    """Say who of at least that rank contradicts the claim; "" for nobody."""
    weighty = [source for source in sides.against.values() if RANK.get(source.tier, 0) >= strength]
    if not weighty:
        return ""
    weighty.sort(key=lambda source: (-RANK.get(source.tier, 0), source.id))
    more = f" and {len(weighty) - 1} more" if len(weighty) > 1 else ""
    verb = "contradict" if more else "contradicts"
    best = max((source for source, _ in sides.support.values()), key=lambda s: RANK.get(s.tier, 0), default=None)
    if best is None:
        return f"{citation(weighty[0])}{more} {verb} it, and the sources that repeat it change what it says."
    return f"{citation(weighty[0])}{more} {verb} it, and no source of higher rank supports it."


def _withdrawn(kb: KnowledgeBase, sources: Collection[Source]) -> str:
    """Say which support counts no longer."""
    first = next(iter(sources))
    if len(sources) == 1:
        return f"{citation(first)}, which supported it, {_gone(kb, first)} and does not count."
    return f"{citation(first)} and {len(sources) - 1} more that supported it are retracted or superseded: none counts."


def _gone(kb: KnowledgeBase, source: Source) -> str:
    """Say why a source counts no longer."""
    if not source.stands:
        return f"has been {source.status}"
    return f"goes back to {citation(kb.sources[retracted(kb, source.id)])} alone, which has been retracted,"


def _no_support(kb: KnowledgeBase, sides: _Sides) -> str:
    """Say that nothing supports the claim."""
    if sides.withdrawn:
        source = next(iter(sides.withdrawn.values()))
        return f"Its only support, {citation(source)}, {_gone(kb, source).removesuffix(',')}."
    if sides.against:
        return f"No source supports it, and {citation(next(iter(sides.against.values())))} contradicts it."
    return "No source in the claim base supports it."


def _strong_support(sides: _Sides, strong: Sequence[Source], count: int) -> str:
    """Say what establishes the claim."""
    who = capital(_counted(strong))
    verb = "supports" if len(strong) == 1 else "support"
    origins = ""
    if len(strong) > 1:
        origins = ", all going back to one origin," if count == 1 else f" from {_number(count)} independent origins"
    weaker = len(sides.against)
    but = f"only {_number(weaker)} weaker source{' contradicts' if weaker == 1 else 's contradict'} it"
    return f"{who}{origins} {verb} it, and {but if weaker else 'nothing contradicts it'}."


def _weak_support(sides: _Sides) -> str:
    """Say why support does not suffice."""
    if not sides.support:
        verb = "restates" if len(sides.restated) == 1 else "restate"
        return f"{capital(_counted(list(sides.restated.values())))} {verb} it with changes; none says exactly this."
    sources = [source for source, _ in sides.support.values()]
    if any(RANK.get(source.tier, 0) >= _SYNTHESIS for source in sources):
        return "Its support goes back to a source that nobody can identify."
    verb = "says" if len(sources) == 1 else "say"
    return f"Only {_counted(sources)} {verb} so; no study of people, review or guideline in the claim base does."


def _counted(sources: Sequence[Source]) -> str:
    """Count sources by their kind: "two studies and one review or guideline"."""
    parts = []
    for tier, (one, many) in _KINDS.items():
        number = sum(source.tier == tier for source in sources)
        if number:
            parts.append(f"{_number(number)} {one if number == 1 else many}")
    untyped = sum(source.tier not in _KINDS for source in sources)
    if untyped:
        parts.append(f"{_number(untyped)} source{'s' * (untyped > 1)} of unknown type")
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _number(count: int) -> str:
    """Spell a small number out."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _sentence(text: str) -> str:
    """End a title or sentence with a full stop."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
