"""Answers to `infer`, `path`, `impact` and `diff` in words and as data."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from evidencekb.model.answer import Answer, Section
from evidencekb.reason import wording
from evidencekb.reason.impact import fall
from evidencekb.reason.names import capital, label
from evidencekb.reason.proportions import assumptions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.reason.difference import ChangedClaim, ChangedNode, Difference
    from evidencekb.reason.impact import Change, Impact
    from evidencekb.reason.inference import Inference
    from evidencekb.reason.ways import Ways

_LOGIC: Final = "the concepts by themselves: what they imply, what they are kinds of, what they exclude"


def inference(kb: KnowledgeBase, found: Inference) -> Answer:
    """What the claims imply of a share, and which of them set the bounds."""
    share = found.share
    data: dict[str, Any] = {"outcome": list(share.outcome), "given": list(share.given), "bounds": None}
    if found.bounds is None:
        why = found.conflicts or ()
        data["conflicts"] = [list(conflict.names) for conflict in why]
        lines = tuple(capital(wording.conflict(kb, conflict)) for conflict in why)
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
    title = capital(wording.bounds(kb, limits, share.outcome, share.given)) + "."
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


def path(kb: KnowledgeBase, start: str, end: str, found: Ways) -> Answer:
    """Every chain between two concepts, with its sign and its weakest step; and whether there may be more."""
    lines = []
    for chain in found.chains:
        words = label(kb, start)
        for edge in chain.edges:
            words += f" —{edge.relation.replace('-', ' ')}→ {label(kb, edge.object)}"
        effect = "more makes more" if chain.sign > 0 else "more makes less"
        lines.append(f"{words}  ({effect}; weakest step {chain.weakest.claim}: {chain.standing})")
    count = len(lines)
    title = f"{count} chain{'' if count == 1 else 's'} from {label(kb, start)} to {label(kb, end)}"
    if found.cut:
        title = f"More than {count} chains from {label(kb, start)} to {label(kb, end)}; these are the shortest"
    if found.longest:
        title += f"; chains of more than {found.longest} steps were not looked for"
    section = Section("Chains", tuple(lines), "No chain of claims leads from the one to the other.")
    data = {"from": start, "to": end, **asdict(found)}
    return Answer("evidencekb/path/1", title, (section,), data)


def impact(kb: KnowledgeBase, found: Impact, drafts: Iterable[tuple[str, str, str]] = ()) -> Answer:
    """What falls when a source is retracted or a claim withdrawn; `drafts` are (place, sentence, claim it states)."""
    lost = [change for change in found.changes if fall(change.before, change.after) > 0]
    gained = [change for change in found.changes if change not in lost]
    becomes = dict.fromkeys(found.relies, "keeps its standing")
    becomes |= {change.claim: f"{change.before} → {change.after}" for change in lost}
    worst = [change.claim for change in lost] + list(found.relies)
    used = sorted((each for each in drafts if each[2] in becomes), key=lambda each: worst.index(each[2]))
    verb = "retracted" if found.kind == "source" else "withdrawn"
    title = f"{found.id} is {verb} already: what that did" if found.already else f"If {found.id} were {verb}"
    sections = (
        Section(f"Claims that {'' if found.already else 'would '}lose their standing", tuple(_fates(lost)), "none"),
        Section(f"Claims that {'' if found.already else 'would '}stand better", tuple(_fates(gained)), "none"),
        Section("Claims that rest on it and keep their standing", tuple(_named(kb, found.relies)), "none"),
        Section(
            "Sentences of drafts that rely on it",
            tuple(f"{place}: {words} ({claim}: {becomes[claim]})" for place, words, claim in used),
            "none",
        ),
    )
    told = [
        {"place": place, "sentence": words, "claim": claim, "becomes": becomes[claim]} for place, words, claim in used
    ]
    return Answer("evidencekb/impact/1", title, sections, {**asdict(found), "drafts": told})


def _fates(changes: Iterable[Change]) -> Iterable[str]:
    """What becomes of claims, why, and where they are cited."""
    return [
        f"{change.claim}: {change.before} → {change.after}. {change.statement} [{change.because}]"
        + (f" (cited in {', '.join(change.pages)})" if change.pages else "")
        for change in changes
    ]


def difference(found: Difference, revision: str) -> Answer:
    """What changed since a revision."""
    lines = []
    for claim in found.claims:
        told = _changed(claim) if claim.changes else f"{claim.what}: {claim.id}. {claim.statement}"
        lines.append(f"{told} {claim.because}" if claim.because else told)
    sections: tuple[Section, ...] = (
        Section("Claims", tuple(lines), "none changed"),
        Section("Sources and disputes", tuple(map(_changed, found.nodes)), "none changed"),
        Section("Figures that can no longer all be true", tuple(" + ".join(names) for names in found.appeared), "none"),
        Section("Conflicts that went", tuple(" + ".join(names) for names in found.went), "none"),
        Section("Explainers affected", found.pages, "none"),
    )
    if found.undecided:
        sections += (Section("In too many conflicts to list them all", found.undecided),)
    return Answer("evidencekb/diff/1", f"Since {revision}", sections, asdict(found))


def _changed(node: ChangedClaim | ChangedNode) -> str:
    """What was done to one node, and each of its fields that changed."""
    changes = "; ".join(f"{name}: {was or 'nothing'} → {now or 'nothing'}" for name, was, now in node.changes)
    return f"{node.what}: {node.id}" + (f" ({changes})" if changes else "")


def _named(kb: KnowledgeBase, names: Iterable[str]) -> Iterable[str]:
    """A claim's id and statement; an assumption as it is called; else what was supposed."""
    soft = assumptions(kb)
    return [
        f"{name}: {kb.claims[name].statement}"
        if name in kb.claims
        else f"{'assumed' if name in soft else 'supposed'}: {name}"
        for name in names
    ]
