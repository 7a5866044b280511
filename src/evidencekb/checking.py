"""How drafts are checked: by a claim base that is read anew only where it has changed."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb import draft, readers, store
from evidencekb.draft import baseline
from evidencekb.model.finding import Finding
from evidencekb.model.place import Place
from evidencekb.model.report import CheckReport
from evidencekb.model.standing import Standing
from evidencekb.reason.names import citation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from evidencekb.model.finding import Problem
    from evidencekb.model.kb import KnowledgeBase

_KEPT: Final = "judged"
"""What is kept for the next time: the files as they were read, and the standing of each claim."""


class Judged(NamedTuple):
    """A claim base with the standing of each claim; `faults` are those of single files, by the name of their rule."""

    kb: KnowledgeBase
    standings: Mapping[str, Standing]
    faults: Mapping[str, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft to check: the name that is shown, and its bytes."""

    name: str
    data: bytes


def judged(root: Path) -> Judged:
    """The claim base in `root`, of which only the files that have changed since the last time are read.

    What is kept for that lies in a hidden folder of the claim base. UsageError when `root` is no claim base.
    """
    memory = store.Memory(store.Shelf(root), str(root.absolute()))
    known = memory.get(_KEPT) or {"files": {}, "standings": {}}
    found = store.recall(root, today=date.min, known=known["files"])  # no verdict depends on the day
    if found.files == known["files"]:
        return Judged(found.kb, {name: Standing(*plain) for name, plain in known["standings"].items()}, found.faults)
    from evidencekb.reason.standing import standings  # noqa: PLC0415 - it needs a solver, and start-up counts

    levels = standings(found.kb)
    plain = {name: astuple(level) for name, level in levels.items()}
    memory.put(_KEPT, {"files": found.files, "standings": plain})
    return Judged(found.kb, levels, found.faults)


def check(
    kb: KnowledgeBase, standings: Mapping[str, Standing], drafts: Iterable[Draft], *, explain: bool = False
) -> CheckReport:
    """Judge every figure and statement of the drafts by the claim base."""
    checker = draft.Checker(kb, standings)
    checked = tuple(checker.check(readers.read(each.name, each.data)) for each in drafts)
    named = {a.claim for document in checked for a in document.assertions if a.claim}
    named |= {c.claim for document in checked for a in document.assertions for c in a.considered}
    cited = {source for document in checked for a in document.assertions for source in a.sources}
    return CheckReport(
        documents=checked,
        statements={name: kb.claims[name].statement for name in sorted(named) if name in kb.claims},
        citations={name: citation(kb.sources[name]) for name in sorted(cited) if name in kb.sources},
        explain=explain,
    )


def select(report: CheckReport, only: Collection[str], ignore: Collection[str]) -> CheckReport:
    """Keep the assertions whose verdict is asked for."""
    kept = tuple(
        replace(
            document,
            assertions=tuple(
                a for a in document.assertions if (not only or a.verdict in only) and a.verdict not in ignore
            ),
        )
        for document in report.documents
    )
    return replace(report, documents=kept)


def write_baseline(report: CheckReport) -> bytes:
    """A baseline of all that the drafts hold now."""
    return baseline.write(report.documents)


def with_baseline(report: CheckReport, name: str, data: bytes) -> CheckReport:
    """Suppress what the baseline file `name` knows; each entry that fits nothing any more is a finding."""
    documents, unused = baseline.apply(report.documents, baseline.read(name, data))
    if not unused or not documents:
        return replace(report, documents=documents)
    findings = tuple(
        Finding(
            "unused-baseline-entry",
            "warning",
            f"{path}: {verdict} {text!r} is in the baseline but no longer in the draft; run --update-baseline",
            Place(name),
        )
        for path, verdict, text, _ in unused
    )
    first, *rest = documents
    return replace(report, documents=(replace(first, findings=first.findings + findings), *rest))
