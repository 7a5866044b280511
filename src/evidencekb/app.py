"""The verbs, a few lines each: where the spokes meet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from evidencekb import building, checking, draft, exporters, rules, store
from evidencekb.checking import Draft
from evidencekb.model.errors import UsageError
from evidencekb.model.finding import Problem
from evidencekb.model.report import ValidationReport, failed, graver
from evidencekb.reason import answers, difference, dossier, drift, inference, mechanisms
from evidencekb.reason import impact as consequences
from evidencekb.reason.standing import standings
from evidencekb.reason.suggestion import concept, did_you_mean
from evidencekb.text import figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from evidencekb.building import Built
    from evidencekb.model.answer import Answer
    from evidencekb.model.dossier import Dossier
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.report import CheckReport, Report

PAGE_RULE = "page-disagrees"
_SNAPSHOT_RULE = "snapshot-mismatch"


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


def check(kb: KnowledgeBase, drafts: Iterable[Draft]) -> CheckReport:
    """Judge every figure and statement of the drafts by the claim base."""
    return checking.check(kb, standings(kb), drafts)


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


def objections(kb: KnowledgeBase) -> dict[str, Report]:
    """What stands in the way of a strict build, and nothing else: what is on the claim base, and on its explainers."""
    reports: dict[str, Report] = {"the claim base": validate(kb), "the explainers": check(kb, _pages(kb))}
    return {name: graver(report, "warning") for name, report in reports.items() if failed(report, "warning")}


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
