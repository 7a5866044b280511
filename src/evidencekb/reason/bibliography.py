"""A source as CSL-JSON, the form in which reference managers and styles take it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from evidencekb.reason.addresses import base, url
from evidencekb.reason.authors import authors

if TYPE_CHECKING:
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim, Source

ON_THE_WEB: Final = frozenset({"article", "fact-sheet"})
"""Types of source that are pages of the web, not papers of a journal."""
_REGISTERS: Final = {
    "doi": ("DOI", "https://doi.org/"),
    "pmid": ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/"),
    "pmcid": ("PubMed Central", "https://pmc.ncbi.nlm.nih.gov/articles/"),
    "nct": ("ClinicalTrials.gov", "https://clinicaltrials.gov/study/"),
}


def registers(source: Source) -> dict[str, str]:
    """Where a source is on record, by its identifiers: name of the register to the address there."""
    ids = {name: quote(value, safe="/:;()._-") for name, value in source.identifiers.items()}
    return {title: f"{start}{ids[name]}" for name, (title, start) in _REGISTERS.items() if name in ids}


def csl(source: Source) -> dict[str, Any]:
    """The source as one item of CSL-JSON; authors that are not listed are the literal name "et al."."""
    item: dict[str, Any] = {
        "id": source.id,
        "type": "webpage" if source.type in ON_THE_WEB else "article-journal",
        "title": source.title or source.id,
    }
    names: list[dict[str, str]] = []
    for each in authors(source):
        person = {"family": each.name, "given": each.initials} if each.initials else {"family": each.name}
        names.append(person if each.person else {"literal": each.name})
    if source.et_al:
        names.append({"literal": "et al."})
    if names:
        item["author"] = names
    if source.year:
        item["issued"] = {"date-parts": [[source.year]]}
    ids = source.identifiers
    item |= {"container-title": source.container, "volume": source.volume, "issue": source.issue, "page": source.pages}
    item |= {name: ids.get(name.lower(), "") for name in ("DOI", "PMID", "PMCID", "ISBN")}
    item["URL"] = source.url
    if source.status not in {"", "current"}:
        item["note"] = " ".join(part for part in (f"{source.status.capitalize()}.", source.notice) if part)
    return {name: value for name, value in item.items() if value}


def cite(kb: KnowledgeBase, claim: Claim) -> str:
    """How to cite a claim's page, in Vancouver style: editors, statement, site, date of review, address."""
    editors = ", ".join(name for name in kb.config.editors if name.lower() != "editors")
    who = f"{editors}, editors" if editors else ""
    dated = f"reviewed {claim.reviewed}" if claim.reviewed else ""
    where = f"{base(kb.config)}{url('claim', claim.id)}" if kb.config.url else ""
    what = "; ".join(part for part in (f"Claim {claim.id}", dated) if part)
    parts = (who, claim.statement.rstrip("."), kb.config.title, what)
    return " ".join([*(f"{part}." for part in parts if part), where]).strip()
