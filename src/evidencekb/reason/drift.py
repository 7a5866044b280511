"""What became of a claim on its way from source to source: each change of figure, bound or group, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Bound
from evidencekb.reason.groups import within
from evidencekb.reason.names import citation, label
from evidencekb.text.agreement import Agreement, compare

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim, Evidence, Source
    from evidencekb.model.quantity import Quantity

_FIELDS: Final = {
    "population": "group",
    "given": "treatment",
    "outcome": "outcome",
    "comparator": "comparison",
    "measure": "test",
    "substance": "substance",
    "subject": "subject",
    "object": "object",
}
"""Field of a frame to the word that a reader knows it by."""
_OPPOSITES: Final = (
    frozenset({"higher-in", "lower-in"}),
    frozenset({"increases", "decreases"}),
    frozenset({"improves", "worsens"}),
    frozenset({"activates", "inhibits"}),
)
_BOUNDS: Final = {
    Bound.AT_MOST: "an upper limit",
    Bound.BELOW: "an upper limit",
    Bound.AT_LEAST: "a lower limit",
    Bound.ABOVE: "a lower limit",
}
_NAMED: Final = frozenset({"named-study", "named-journal"})
_OWN: Final = "own-data"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed: what it was above, what it is below, and what kind of change that is ("" if plain)."""

    part: str
    before: str
    after: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of a source that hands the claim on with changes. `above` is the source it is from, "" for none."""

    index: int  # of the evidence item
    source: str
    above: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Reversal:
    """A source that names a study and reports the opposite of what it found; relations in words."""

    claim: str
    source: str
    study: str
    found: str
    reported: str


def drift(kb: KnowledgeBase, claim: Claim) -> tuple[Passage, ...]:
    """Every supporting passage that says something else than the claim, or than the source that it has it from.

    In the order of the way down: what others have it from comes before them.
    """
    first: dict[str, Evidence] = {}
    for item in claim.evidence:
        first.setdefault(item.source, item)
    above = {name: _above(kb, name, first) for name in first}
    found = []
    for index, item in enumerate(claim.evidence):
        if item.stance != "supports":
            continue
        if changes := _changes(kb, claim, first.get(above[item.source]), item):
            found.append(Passage(index, item.source, above[item.source], changes))
    return tuple(sorted(found, key=lambda passage: _way(above, passage.source)))


def _above(kb: KnowledgeBase, name: str, known: Collection[str]) -> str:
    """The nearest source that `name` cites, be it through others, of which a passage is known; "" for none."""
    queue = [name]
    for each in queue:
        if each in known and each != name:
            return each
        source = kb.sources.get(each)
        queue += [cited for cited in (source.cites if source else ()) if cited not in queue]
    return ""


def _way(above: Mapping[str, str], name: str) -> tuple[int, ...]:
    """The places in the evidence of all sources that it has come through, the first first; no circle is gone round."""
    places = {each: place for place, each in enumerate(above)}
    way = [name]
    while (name := above[name]) and name not in way:
        way.append(name)
    return tuple(places[each] for each in reversed(way))


def lines(kb: KnowledgeBase, claim: Claim) -> tuple[str, ...]:
    """Each passage that changed the claim, in words: `Name 2020 [id], after Other 2014 [id]: figure 76% → 80% (…)`."""
    found = []
    for passage in drift(kb, claim):
        after = f", after {_named(kb, passage.above)}" if passage.above else ""
        changes = (f"{c.part} {c.before} → {c.after}" + (f" ({c.how})" if c.how else "") for c in passage.changes)
        found.append(f"{_named(kb, passage.source)}{after}: {'; '.join(changes)}")
    return tuple(found)


def _named(kb: KnowledgeBase, source: str) -> str:
    """A source by its citation, which several may share, and its id."""
    return f"{citation(kb.sources[source])} [{source}]" if source in kb.sources else source


def unchanged(kb: KnowledgeBase, claim: Claim) -> tuple[str, ...]:
    """Sources of which a passage hands the claim on as it stands, each once."""
    changed = {passage.index for passage in drift(kb, claim)}
    kept = (i.source for at, i in enumerate(claim.evidence) if i.stance == "supports" and at not in changed)
    return tuple(dict.fromkeys(kept))


def reversals(kb: KnowledgeBase, claim: Claim) -> tuple[Reversal, ...]:
    """Passages that contradict the claim by the opposite relation while naming a study that supports it.

    The study is the source's own citation where that is known, else the only study with data of its own behind the
    claim; where several could be meant, none is accused of being misread.
    """
    studies = [i.source for i in claim.evidence if i.stance == "supports" and i.attribution == _OWN]
    found = []
    for item in claim.evidence:
        source = kb.sources.get(item.source)
        if source is None or item.stance != "contradicts" or item.relation is None or item.attribution not in _NAMED:
            continue
        if {item.relation, claim.relation} not in _OPPOSITES:
            continue
        study = _study(source, studies)
        if study:
            found.append(Reversal(claim.id, source.id, study, _side(claim.relation), _side(item.relation)))
    return tuple(dict.fromkeys(found))


def _study(source: Source, studies: list[str]) -> str:
    """The study that a source means, of those that support the claim; "" where it cannot be told."""
    cited = [name for name in studies if name in source.cites]
    return cited[0] if cited else studies[0] if len(studies) == 1 else ""


def _changes(kb: KnowledgeBase, claim: Claim, above: Evidence | None, item: Evidence) -> tuple[Change, ...]:
    """What `item` says otherwise than the passage above it, or than the claim where it rests on no other."""
    found = []
    figure, text = (above.figure, above.figure_text) if above and above.figure_text else (None, "")
    if not text:
        figure, text = claim.figure, claim.figure_text
    own = item.figure_text or claim.figure_text
    if own != text:
        how = _figure_change(kb, figure, item.figure if item.figure_text else claim.figure)
        if how is not None:
            found.append(Change("figure", text or "no figure", own or "no figure", how))
    for field, word in _FIELDS.items():
        claimed = getattr(claim, field)
        before = claimed if above is None or getattr(above, field) is None else getattr(above, field)
        after = claimed if getattr(item, field) is None else getattr(item, field)
        was, now = _names(before), _names(after)
        if set(was) != set(now):
            found.append(Change(word, _labels(kb, was), _labels(kb, now), _scope(kb, was, now)))
    before = above.relation if above and above.relation else claim.relation
    if item.relation and item.relation != before:
        found.append(Change("relation", _plain(before), _plain(item.relation)))
    return tuple(found)


def _figure_change(kb: KnowledgeBase, before: Quantity | None, after: Quantity | None) -> str | None:
    """What sort of change of figure it is; None where both say the same in other words."""
    if before is None or after is None:
        return ""
    agreement = compare(after, before, tolerance=kb.config.tolerance, about=kb.config.about)
    if agreement is Agreement.EQUAL:
        return None
    if agreement is Agreement.BOUND:
        gained, lost = _BOUNDS.get(after.bound), _BOUNDS.get(before.bound)
        return f"has become {gained}" if gained else f"no longer {lost}" if lost else "another bound"
    return {Agreement.UNIT: "another unit", Agreement.KIND: "another kind of figure"}.get(agreement, "another number")


def _scope(kb: KnowledgeBase, was: tuple[str, ...], now: tuple[str, ...]) -> str:
    """Whether the change makes the claim wider or narrower, as far as the concepts tell."""
    if not now:
        return "no longer named"
    if not was:
        return "added"
    if within(kb, was, now):
        return "wider"
    if within(kb, now, was):
        return "narrower"
    return ""


def _names(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """A field of one concept or several."""
    return ((value,) if value else ()) if isinstance(value, str) else value


def _labels(kb: KnowledgeBase, names: tuple[str, ...]) -> str:
    """Concepts in words."""
    return " and ".join(label(kb, name) for name in names) or "not stated"


def _side(relation: str) -> str:
    """A relation without what it is a relation to."""
    return _plain(relation).removesuffix(" in")


def _plain(relation: str) -> str:
    """A relation in words."""
    return relation.replace("-", " ")
