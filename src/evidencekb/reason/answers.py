"""Answers to `infer`, `path`, `impact` and `diff` in words and as data."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from evidencekb.model.answer import Answer, Section
from evidencekb.reason import wording
from evidencekb.reason.names import label
from evidencekb.reason.proportions import assumptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.reason.difference import Difference
    from evidencekb.reason.impact import Impact
    from evidencekb.reason.inference import Inference
    from evidencekb.reason.mechanisms import Chain

_LOGIC: Final = "the concepts by themselves: what they imply, what they are kinds of, what they exclude"


def inference(kb: KnowledgeBase, found: Inference) -> Answer:
    """What the claims imply of a share, and which of them set the bounds."""
    share = found.share
    data: dict[str, Any] = {"outcome": list(share.outcome), "given": list(share.given), "bounds": None}
    if found.bounds is None:
        why = found.conflicts or ()
        data["conflicts"] = [list(conflict.names) for conflict in why]
        lines = tuple(_upper(wording.conflict(kb, conflict)) for conflict in why)
        title = (
            "No answer: the claims that bear on it conflict" if why else "No answer: nobody can be in that population"
        )
        return Answer("evidencekb/infer/1", title, (Section("Conflicts", lines),) if lines else (), data)
    limits = found.bounds
    data["bounds"] = {
        "low": str(limits.low),
        "high": str(limits.high),
        "low_by": list(limits.low_by),
        "high_by": list(limits.high_by),
    }
    title = _upper(wording.bounds(kb, limits, share.outcome, share.given)) + "."
    sections = (
        Section(
            "What sets the lower bound",
            tuple(_named(kb, limits.low_by)),
            _LOGIC if limits.low > 0 else "nothing: it may be none",
        ),
        Section(
            "What sets the upper bound",
            tuple(_named(kb, limits.high_by)),
            _LOGIC if limits.high < 1 else "nothing: it may be all",
        ),
    )
    return Answer("evidencekb/infer/1", title, sections, data)


def path(kb: KnowledgeBase, start: str, end: str, chains: Sequence[Chain]) -> Answer:
    """Every chain between two concepts, with its sign and its weakest step."""
    lines = []
    for chain in chains:
        words = label(kb, start)
        for edge in chain.edges:
            words += f" —{edge.relation.replace('-', ' ')}→ {label(kb, edge.object)}"
        effect = "more makes more" if chain.sign > 0 else "more makes less"
        lines.append(f"{words}  ({effect}; weakest step {chain.weakest.claim}: {chain.standing})")
    count = len(chains)
    title = f"{count} chain{'' if count == 1 else 's'} from {label(kb, start)} to {label(kb, end)}"
    section = Section("Chains", tuple(lines), "No claim leads from the one to the other.")
    data = {"from": start, "to": end, "chains": [asdict(chain) for chain in chains]}
    return Answer("evidencekb/path/1", title, (section,), data)


def impact(kb: KnowledgeBase, found: Impact, drafts: Iterable[tuple[str, str]] = ()) -> Answer:
    """What falls when a source is retracted or a claim withdrawn; `drafts` are (place, sentence) that rely on it."""
    lines = tuple(
        f"{change.claim}: {change.before} → {change.after}. {change.statement}"
        + (f" (cited in {', '.join(change.pages)})" if change.pages else "")
        for change in found.changes
    )
    used = [(place, sentence) for place, sentence in drafts]
    verb = "were retracted" if found.kind == "source" else "were withdrawn"
    sections = (
        Section("Claims that would lose their standing", lines, "none"),
        Section("Claims that rest on it and keep their standing", tuple(_named(kb, found.relies)), "none"),
        Section("Sentences of drafts that rely on it", tuple(f"{place}: {words}" for place, words in used), "none"),
    )
    data = {**asdict(found), "drafts": [{"place": place, "sentence": words} for place, words in used]}
    return Answer("evidencekb/impact/1", f"If {found.id} {verb}", sections, data)


def difference(found: Difference, revision: str) -> Answer:
    """What changed since a revision."""
    lines = []
    for claim in found.claims:
        changes = "; ".join(f"{name}: {was or 'nothing'} → {now or 'nothing'}" for name, was, now in claim.changes)
        lines.append(f"{claim.what}: {claim.id}" + (f" ({changes})" if changes else f". {claim.statement}"))
    sections: tuple[Section, ...] = (
        Section("Claims", tuple(lines), "none changed"),
        Section("Figures that can no longer all be true", tuple(" + ".join(names) for names in found.appeared), "none"),
        Section("Conflicts that went", tuple(" + ".join(names) for names in found.went), "none"),
        Section("Explainers affected", found.pages, "none"),
    )
    if found.undecided:
        sections += (Section("In too many conflicts to list them all", found.undecided),)
    return Answer("evidencekb/diff/1", f"Since {revision}", sections, asdict(found))


def _named(kb: KnowledgeBase, names: Iterable[str]) -> Iterable[str]:
    """A claim's id and statement; an assumption as it is called; else what was supposed."""
    soft = assumptions(kb)
    return [
        f"{name}: {kb.claims[name].statement}"
        if name in kb.claims
        else f"{'assumed' if name in soft else 'supposed'}: {name}"
        for name in names
    ]


def _upper(text: str) -> str:
    """The text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]
