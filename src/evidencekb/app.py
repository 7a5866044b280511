"""The verbs, a few lines each: where the spokes meet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from evidencekb import building, draft, exporters, readers, rules, store
from evidencekb.draft import baseline
from evidencekb.model.errors import UsageError
from evidencekb.model.finding import SEVERITIES, Finding, Problem, Severity
from evidencekb.model.place import Place
from evidencekb.model.report import CheckReport, ValidationReport
from evidencekb.reason import answers, difference, dossier, drift, inference, mechanisms
from evidencekb.reason import impact as consequences
from evidencekb.reason.standing import standings
from evidencekb.reason.suggestion import concept, did_you_mean
from evidencekb.text import figures

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from evidencekb.building import Built
    from evidencekb.model.answer import Answer
    from evidencekb.model.dossier import Dossier
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.report import CheckedDocument, Report

PAGE_RULE = "page-disagrees"
_SNAPSHOT_RULE = "snapshot-mismatch"


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft to check: the name that is shown, and its bytes."""

    name: str
    data: bytes


def find(kb: Path | None, here: Path) -> Path:
    """The folder of the claim base `kb`, or else of the one that `here` stands in."""
    return kb or store.find_root(here)


def load(kb: Path | None, here: Path, today: date, snapshots: Path | None = None) -> KnowledgeBase:
    """Load the claim base in `kb`, or else the one that `here` stands in."""
    return store.load(find(kb, here), today=today, snapshots=snapshots)


def validate(kb: KnowledgeBase) -> ValidationReport:
    """Run every rule over the claim base; its explainers are checked as drafts on the way."""
    pages = tuple(_page_problems(kb))
    findings, checks = rules.run(replace(kb, faults={**kb.faults, PAGE_RULE: pages}))
    items = [(claim, item) for claim in kb.claims.values() for item in claim.evidence]
    held = sum(1 for _, item in items if item.as_stated and item.source in kb.snapshots)
    failed = sum(finding.rule == _SNAPSHOT_RULE for finding in findings)
    kinds = {"claim": kb.claims, "source": kb.sources, "concept": kb.concepts, "dispute": kb.disputes}
    return ValidationReport(
        root=kb.root,
        findings=findings,
        nodes={**{name: len(nodes) for name, nodes in kinds.items()}, "evidence item": len(items)},
        checks=checks,
        rules=rules.docs(),
        verified={"evidence items found in their source's text": held - failed},
        not_verified={"evidence items without a stored text to compare with": len(items) - held},
    )


def check(kb: KnowledgeBase, drafts: Iterable[Draft], *, explain: bool = False) -> CheckReport:
    """Judge every figure and statement of the drafts by the claim base."""
    checker = draft.Checker(kb, standings(kb))
    checked = tuple(checker.check(readers.read(each.name, each.data)) for each in drafts)
    named = {a.claim for document in checked for a in document.assertions if a.claim}
    named |= {c.claim for document in checked for a in document.assertions for c in a.considered}
    cited = {source for document in checked for a in document.assertions for source in a.sources}
    return CheckReport(
        documents=checked,
        statements={name: kb.claims[name].statement for name in sorted(named) if name in kb.claims},
        citations={name: dossier.citation(kb.sources[name]) for name in sorted(cited) if name in kb.sources},
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


def show(kb: KnowledgeBase, name: str) -> Dossier:
    """Everything on one claim, source, concept or dispute."""
    shown = dossier.dossier(kb, standings(kb), name)
    return replace(shown, handed_on=drift.lines(kb, kb.claims[name])) if shown.kind == "claim" else shown


def build(root: Path, folder: Path) -> Built:
    """Make the site of the claim base in `root`, all of it or nothing; only what changed since the last time is made.

    What is known of the last time lies in a hidden folder beside `folder`. The search index is made where Pagefind is
    installed; without it the search page uses its own plain list.
    """
    return building.build(root, folder)


def objections(kb: KnowledgeBase) -> list[Report]:
    """What stands in the way of a strict build: reports on the claim base and its explainers that hold a warning."""
    reports: list[Report] = [validate(kb), check(kb, _pages(kb))]
    return [report for report in reports if failed(report, "warning")]


def export(kb: KnowledgeBase, format: str) -> bytes:  # noqa: A002
    """The claim base in one of `exporters.FORMATS`."""
    return exporters.render(kb, standings(kb), format)


def infer(kb: KnowledgeBase, share: str, without: Sequence[str], assume: Sequence[str]) -> Answer:
    """The tightest bounds on a share; `assume` holds texts such as "P(A | B) = 70%"."""
    for name in without:
        if name not in kb.claims:
            message = f"no claim is called {name!r}"
            raise UsageError(message)
    supposed = []
    for text in assume:
        left, mark, right = text.partition("=")
        figure = figures.parse(right.strip())
        if not mark or figure is None:
            message = f'write an assumption as "P(outcome | population) = 70%", not {text!r}'
            raise UsageError(message)
        supposed.append((inference.parse_share(kb, left), figure))
    asked = inference.parse_share(kb, share)
    return answers.inference(kb, inference.infer(kb, asked, without=without, assume=supposed))


def path(kb: KnowledgeBase, start: str, end: str) -> Answer:
    """Every causal chain from one concept to another."""
    start, end = concept(kb, start), concept(kb, end)
    chains = mechanisms.chains(mechanisms.Graph(mechanisms.edges(kb)), standings(kb), start, end)
    return answers.path(kb, start, end, chains)


def impact(kb: KnowledgeBase, name: str, drafts: Iterable[Draft]) -> Answer:
    """What would fall with a source or claim; sentences of drafts that rely on it are named."""
    found = consequences.impact(kb, name)
    concerned = {name, *found.relies, *(change.claim for change in found.changes)}
    used = [
        (str(assertion.place), assertion.sentence)
        for document in check(kb, drafts).documents
        for assertion in document.assertions
        if assertion.claim in concerned
    ]
    return answers.impact(kb, found, used)


def diff(kb: KnowledgeBase, revision: str) -> Answer:
    """What changed in the claim base since a git revision."""
    root = Path(kb.root)
    with TemporaryDirectory(prefix="evidencekb-") as folder:
        earlier = store.load(store.restore(root, revision, Path(folder)), today=kb.config.today)
    return answers.difference(difference.difference(earlier, kb), revision)


def explain(name: str) -> str:
    """Give the documentation of a rule or verdict."""
    found = {**{rule: doc.text for rule, doc in rules.docs().items()}, **draft.VERDICT_DOCS}
    if name not in found:
        message = f"no rule or verdict is called {name!r}{did_you_mean(name, found)}"
        raise UsageError(message)
    return found[name]


def failed(report: Report, at: Severity) -> bool:
    """Whether anything in the report is as grave as `at`, or graver."""
    grave = SEVERITIES[SEVERITIES.index(at) :]
    if isinstance(report, ValidationReport):
        return any(finding.severity in grave for finding in report.findings)
    return any(_document_failed(document, grave) for document in report.documents)


def _document_failed(document: CheckedDocument, grave: Sequence[str]) -> bool:
    """Whether one draft holds an assertion, not suppressed, or a finding as grave as those."""
    graves: Counter[str] = Counter(a.severity for a in document.assertions if not a.suppressed)
    graves.update(finding.severity for finding in document.findings)
    return any(graves[severity] for severity in grave)


def _pages(kb: KnowledgeBase) -> list[Draft]:
    """The explainers as drafts."""
    return [Draft(path, text.encode()) for path, text in kb.pages.items()]


def _page_problems(kb: KnowledgeBase) -> Iterable[Problem]:
    """Every figure of an explainer that the claim base does not bear out."""
    if not kb.pages:
        return
    report = check(kb, _pages(kb))
    for document in report.documents:
        for found in document.assertions:
            if found.severity == "error" and not found.suppressed:
                yield Problem(found.message, found.place, (found.claim,) if found.claim else ())
