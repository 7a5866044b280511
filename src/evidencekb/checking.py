"""How drafts are checked: by a claim base that is read anew only where it has changed."""

from __future__ import annotations

import os
from dataclasses import astuple, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb import draft, readers, store
from evidencekb.draft import baseline, mending
from evidencekb.model import links
from evidencekb.model.errors import UsageError
from evidencekb.model.finding import Finding
from evidencekb.model.place import Place
from evidencekb.model.report import CheckedDocument, CheckReport
from evidencekb.model.standing import Standing
from evidencekb.reason.names import citation
from evidencekb.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from evidencekb.draft.baseline import Entry
    from evidencekb.draft.mending import Mended
    from evidencekb.model.document import Document
    from evidencekb.model.kb import KnowledgeBase

_KEPT: Final = "judged"
"""What is kept for the next time: files, figures and words as they were read, and the standing of each claim."""

_HARMLESS: Final = frozenset({"stray-file"})
_UNHELD: Final = "; drafts were checked without it (run evidencekb validate)"


class Judged(NamedTuple):
    """A claim base with the standing of each claim."""

    kb: KnowledgeBase
    standings: Mapping[str, Standing]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft to check: the name that is shown, its bytes, the file they are of, and why there are none."""

    name: str
    data: bytes
    path: Path | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: these verdicts alone (none: all), without those, and without what a baseline knows."""

    only: Sequence[str] = ()
    ignore: Sequence[str] = ()
    baseline: str = ""  # the name of its file
    known: Sequence[Entry] = ()

    def wants(self, verdict: str) -> bool:
        """Whether a verdict is asked for."""
        return (not self.only or verdict in self.only) and verdict not in self.ignore

    def key(self, each: Draft) -> str:
        """What a baseline calls a draft: its path from the baseline's folder."""
        if each.path is None:
            return each.name
        folder = os.path.realpath(Path(self.baseline).parent)
        return os.path.relpath(os.path.realpath(each.path), folder).replace(os.sep, "/")


def judged(root: Path) -> Judged:
    """The claim base in `root`, of which only the files that have changed since the last time are read.

    What is kept for that lies in a hidden folder of the claim base. UsageError when `root` is no claim base.
    """
    memory = store.Memory(store.Shelf(root), str(root.absolute()))
    known = memory.get(_KEPT) or {"files": {}, "figures": {}, "words": {}, "standings": {}}
    words.recall(known["words"])
    read = store.KeptFigures(known["figures"])
    # no verdict depends on the day
    found = store.recall(root, today=date.min, known=known["files"], read_figure=read.read)
    kb = replace(found.kb, faults=found.faults)
    if found.files == known["files"]:
        return Judged(kb, {name: Standing(*plain) for name, plain in known["standings"].items()})
    from evidencekb.reason.standing import standings  # noqa: PLC0415 - it needs a solver, and start-up counts

    levels = standings(kb)
    plain = {name: astuple(level) for name, level in levels.items()}
    said = words.plain(_texts(kb))
    memory.put(_KEPT, {"files": found.files, "figures": read.plain(), "words": said, "standings": plain})
    return Judged(kb, levels)


def _texts(kb: KnowledgeBase) -> Iterator[str]:
    """What is taken apart before any draft is judged: the names of concepts and the wordings of claims."""
    for concept in kb.concepts.values():
        yield from (concept.label, *concept.synonyms)
    for claim in kb.claims.values():
        yield from (claim.statement, *claim.wordings)


@dataclass(slots=True)
class Desk:
    """Where drafts are judged by one claim base, with one wish."""

    judged: Judged
    wish: Wish = field(default_factory=Wish)
    _checker: draft.Checker = field(init=False)

    def __post_init__(self) -> None:
        """Build the checker once."""
        self._checker = draft.Checker(*self.judged)

    def judge(self, each: Draft) -> CheckedDocument:
        """Judge one draft; one that cannot be read is a finding."""
        try:
            read = _document(each)
        except UsageError as error:
            return _unread(each.name, str(error))
        checked = self._checker.check(read)
        kept = tuple(a for a in checked.assertions if self.wish.wants(a.verdict))
        left_out = len(checked.assertions) - len(kept)
        mendable = each.path is not None and each.path.suffix.lower() in mending.MENDABLE
        found = replace(checked, assertions=kept, left_out=left_out, mendable=mendable)
        return mending.whole(found) if mendable else found

    def mend(self, each: Draft) -> Mended:
        """Make every mend of a draft that is asked for and not silenced."""

        def judge(text: str) -> CheckedDocument:
            judged = self.judge(replace(each, data=readers.encode(text, each.data)))
            return baseline.apply(key, judged, self.wish.known)[0]

        key = self.wish.key(each)
        document = baseline.apply(key, self.judge(each), self.wish.known)[0]
        if not document.mendable:
            return mending.Mended(document, (), tuple(mending.offers(document)))
        return mending.settle(document, judge)

    def entries(self, drafts: Sequence[Draft], documents: Sequence[CheckedDocument]) -> list[Entry]:
        """The baseline brought up to date: what is not asked for, or of drafts that were not checked, stays."""
        checked = self._checked(drafts, documents)
        kept = [e for e in self.wish.known if e[0] not in checked or not self.wish.wants(e[1])]
        return kept + [entry for path, document in checked.items() for entry in baseline.entries(path, document)]

    def report(
        self,
        drafts: Sequence[Draft],
        documents: Sequence[CheckedDocument],
        *,
        beside: Mapping[str, int] | None = None,
        explain: bool = False,
    ) -> CheckReport:
        """The report on the drafts; `beside` counts what stood beside them and was not checked, by reason."""
        known = [e for e in self.wish.known if self.wish.wants(e[1])]
        done, unused = [], []
        for each, document in zip(drafts, documents, strict=True):
            applied, left = baseline.apply(self.wish.key(each), document, known)
            done.append(applied)
            unused += [] if document.unread else left
        faults = tuple(_faults(self.judged.kb))
        report = _report(self.judged.kb, done, explain=explain)
        return replace(
            report,
            findings=(*faults, *(_gone(self.wish.baseline, entry) for entry in unused)),
            skipped=dict(beside or {}),
            unread=bool(faults) or any(document.unread for document in done),
        )

    def _checked(self, drafts: Sequence[Draft], documents: Sequence[CheckedDocument]) -> dict[str, CheckedDocument]:
        """What a baseline calls each draft that could be read, and the draft."""
        pairs = zip(drafts, documents, strict=True)
        return {self.wish.key(each): document for each, document in pairs if not document.unread}


def check(
    kb: KnowledgeBase, standings: Mapping[str, Standing], drafts: Iterable[Draft], *, explain: bool = False
) -> CheckReport:
    """Judge every figure and statement of the drafts by the claim base. UsageError where one cannot be read."""
    checker = draft.Checker(kb, standings)
    return _report(kb, [checker.check(_document(each)) for each in drafts], explain=explain)


def _document(each: Draft) -> Document:
    """A draft as its reader gives it. UsageError where it cannot be read."""
    if each.problem:
        message = f"{each.name}: {each.problem}"
        raise UsageError(message)
    return readers.read(each.name, each.data)


def _report(kb: KnowledgeBase, checked: Sequence[CheckedDocument], *, explain: bool) -> CheckReport:
    named = {a.claim for document in checked for a in document.assertions if a.claim}
    named |= {c.claim for document in checked for a in document.assertions for c in a.considered}
    cited = {source for document in checked for a in document.assertions for source in a.sources}
    return CheckReport(
        documents=tuple(checked),
        statements={name: kb.claims[name].statement for name in sorted(named) if name in kb.claims},
        citations={name: citation(kb.sources[name]) for name in sorted(cited) if name in kb.sources},
        explain=explain,
    )


def _unread(name: str, why: str) -> CheckedDocument:
    """A draft of which nothing could be checked."""
    finding = Finding("unreadable-draft", "error", why.removeprefix(f"{name}: "), Place(name))
    return CheckedDocument(name, "", (), (finding,), {"drafts that could not be read": 1}, unread=True)


def _faults(kb: KnowledgeBase) -> Iterator[Finding]:
    """What of the claim base could not be read or names what does not exist, so that no draft was held against it."""
    told = set()
    for rule, problems in kb.faults.items():
        for problem in problems:
            path = problem.place.path
            if rule in store.UNREAD or (path.startswith("claims/") and rule not in _HARMLESS):
                told.add(path)
                yield Finding(rule, "error", f"{problem.message}{_UNHELD}", problem.place, problem.nodes)
    held = 0
    for name, claim in kb.claims.items():
        held += claim.valid and claim.status == "approved"
        if claim.figure_text and claim.figure is None and claim.path not in told:
            message = f"`{claim.figure_text}` cannot be read as a figure{_UNHELD}"
            yield Finding("unreadable-figure", "error", message, Place(claim.path), (name,))
        unknown = links.unknown(claim, kb.concepts)
        if unknown and claim.path not in told:
            message = f"no concept is called `{'`, `'.join(unknown)}`{_UNHELD}"
            yield Finding("unknown-reference", "error", message, Place(claim.path), (name,))
    if not held:
        message = "the claim base holds no approved claim that can be read: no draft can be held against it"
        yield Finding("empty-claim-base", "error", message, Place("claims"))


def _gone(name: str, entry: Entry) -> Finding:
    """An entry of a baseline that fits nothing any more."""
    path, verdict, text, _ = entry
    message = f"{path}: {verdict} {text!r} is in the baseline but no longer in the draft; run --update-baseline"
    return Finding("unused-baseline-entry", "warning", message, Place(name))
