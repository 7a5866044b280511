"""What all pages share: the claim base, the standings, the templates and the links between pages."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import jinja2

from evidencekb.reason import dossier
from evidencekb.reason.addresses import FOLDERS, address, base, url
from evidencekb.site import facets
from evidencekb.site.facets import Facets
from evidencekb.site.prose import Prose
from evidencekb.site.text import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.model.dossier import Dossier
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.reason.standing import Standing

__all__ = ["FOLDERS", "STANDINGS", "Frame", "url"]

STANDINGS: Final = {
    "established": "Supported by a study or a guideline, and nothing of that weight contradicts it.",
    "reported": "Said by lay or secondary sources, or resting on one study that nobody can identify.",
    "disputed": "A source of equal or greater weight contradicts it, or the editors decided against it.",
    "unsourced": "No source supports it.",
    "retired": "Withdrawn by the editors.",
}
"""Each standing and what it means, in the order in which lists show them."""

REFERENCE: Final = ("about.html", "rules.html", "glossary.html", "mechanisms.html", "data.html")
"""Pages beside those of the nodes that a search should find."""


class Frame:
    """Renders templates with what every page needs. `depth` is how many folders a page lies below the root."""

    def __init__(
        self,
        kb: KnowledgeBase,
        standings: Mapping[str, Standing],
        history: Mapping[str, Sequence[tuple[str, str]]] | None = None,
    ) -> None:
        """Compile no template yet; jinja2 does so on first use."""
        self.kb = kb
        self.standings = standings
        self.history = history or {}
        self._templates = jinja2.Environment(
            loader=jinja2.PackageLoader("evidencekb.site"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=lambda value: visible(value) if type(value) is str else value,
        )
        self._templates.globals.update(
            site=kb.config, site_root=base(kb.config), standings=STANDINGS, url=url, address=address
        )
        self._templates.globals.update(
            page_title=self.page_title, has_page=self.has_page, level=self.standing, statement=self.statement
        )
        self._templates.globals.update(found_by=self.found_by)

    def page(self, template: str, path: str, **values: Any) -> str:  # noqa: ANN401 - a template's values are of any type
        """Render one page that will lie at `path`."""
        root = "../" * path.count("/")
        return self._templates.get_template(template).render(root=root, path=path, **values)

    def dossier(self, name: str) -> Dossier:
        """Everything on one node."""
        return dossier.dossier(self.kb, self.standings, name)

    def standing(self, claim: str) -> str:
        """The level of a claim's standing."""
        return self.standings[claim].level

    def has_page(self, kind: str, name: str) -> bool:
        """Whether a node of this kind and name is in the claim base; a link to any other would lead nowhere."""
        kb = self.kb
        nodes: Mapping[str, Mapping[str, object]] = {
            "claim": kb.claims, "source": kb.sources, "concept": kb.concepts, "dispute": kb.disputes, "page": kb.pages
        }  # fmt: skip
        return name in nodes[kind]

    @cached_property
    def facets(self) -> Mapping[str, Facets]:
        """Path of every page that can be found to its facets."""
        kb = self.kb
        found = {url("page", path): Facets(("explainer",)) for path in kb.pages}
        found |= {url("claim", c.id): facets.of_claim(kb, self.standings, c) for c in kb.claims.values()}
        found |= {url("source", name): facets.of_source(kb, name) for name in kb.sources}
        found |= {url("concept", name): facets.of_concept(kb, name) for name in kb.concepts}
        found |= {url("dispute", name): facets.of_dispute(kb, name) for name in kb.disputes}
        return found | dict.fromkeys(
            ("about.html", "rules.html", "glossary.html", "mechanisms.html", "data.html"), Facets(("reference",))
        )

    def found_by(self, path: str) -> tuple[tuple[str, str], ...]:
        """(facet, value) pairs of a page, which the search index takes from its head; none for pages that only list."""
        of = self.facets.get(path)
        return tuple(of.pairs()) if of else ()

    def statement(self, claim: str) -> str:
        """What a claim says, or its id where it says nothing."""
        return self.kb.claims[claim].statement or claim

    @cached_property
    def day(self) -> str:
        """The latest date that the data or their history hold, "" for none: a site does not depend on the clock."""
        dates = [date for changes in self.history.values() for date, _ in changes[:1]]
        dates += [claim.reviewed for claim in self.kb.claims.values()]
        return max(dates, default="")

    @cached_property
    def prose(self) -> Prose:
        """The renderer of explainers."""
        return Prose(self)

    @cached_property
    def explainers(self) -> Mapping[str, Mapping[str, str]]:
        """Path of each explainer to its front matter (title, summary)."""
        return {path: self.prose.meta(path, text) for path, text in self.kb.pages.items()}

    def page_title(self, path: str) -> str:
        """The title of an explainer."""
        return self.explainers[path]["title"]
