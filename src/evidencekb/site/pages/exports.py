"""What the site offers to machines, and how to read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from evidencekb.reason.addresses import base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.site.frame import Frame


@dataclass(frozen=True, slots=True)
class Offer:
    """A file, or with `pattern` one file a node; `means` is one sentence on what it holds."""

    path: str
    title: str
    means: str
    pattern: bool = False


FILES: Final = (
    Offer("claims.json", "All claims", "JSON, one claim a line, with figure, frame, standing and evidence."),
    Offer("claims.schema.json", "Schema of the claims", "JSON Schema of `claims.json`."),
    Offer("figures.csv", "All figures", "CSV, one row a claim that has a figure, its parts in columns."),
    Offer("sources.csl.json", "Sources as CSL-JSON", "For reference managers and citation processors."),
    Offer("sources.bib", "Sources as BibTeX", "For LaTeX."),
    Offer("changes.atom", "Changes", "Atom feed of what was changed, reviewed, decided or taken out last."),
    Offer("llms.txt", "Guide for language models", "What is here and how to quote it."),
    Offer("claims/ID.json", "One claim", "The claim's line of `claims.json` as a document.", pattern=True),
    Offer("claims/ID.jsonld", "One claim as linked data", "schema.org Claim and ClaimReview.", pattern=True),
    Offer("sources/ID.json", "One source", "With its reference and what it says of which claim.", pattern=True),
    Offer("sources/ID.jsonld", "One source as linked data", "schema.org MedicalScholarlyArticle.", pattern=True),
    Offer("concepts/ID.json", "One concept", "With synonyms, codes, broader and narrower, and claims.", pattern=True),
    Offer("disputes/ID.json", "One dispute", "Who disagrees, and what was decided.", pattern=True),
)


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`data.html`."""
    sitemap = Offer("sitemap.xml", "Pages", "The addresses of all pages, for crawlers.")
    whole = [each for each in FILES if not each.pattern] + ([sitemap] if base(frame.kb.config) else [])
    yield (
        "data.html",
        frame.page("data.html", "data.html", whole=whole, single=[each for each in FILES if each.pattern]),
    )
