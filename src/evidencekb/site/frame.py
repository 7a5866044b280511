"""What all pages share: the claim base, the standings, the templates and the links between pages."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import jinja2

from evidencekb.reason import dossier
from evidencekb.site.prose import Prose
from evidencekb.site.text import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.model.dossier import Dossier
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.reason.standing import Standing

FOLDERS: Final = {
    "claim": "claims",
    "source": "sources",
    "concept": "concepts",
    "dispute": "disputes",
    "page": "explainers",
}
"""Kind of node to the folder of its pages."""

STANDINGS: Final = {
    "established": "Supported by a study or a guideline, and nothing of that weight contradicts it.",
    "reported": "Said by lay or secondary sources, or resting on one study that nobody can identify.",
    "disputed": "A source of equal or greater weight contradicts it, or the editors decided against it.",
    "unsourced": "No source supports it.",
    "retired": "Withdrawn by the editors.",
}
"""Each standing and what it means, in the order in which lists show them."""


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
        self._templates.globals.update(site=kb.config, standings=STANDINGS, url=url, page_title=self.page_title)
        self._templates.globals.update(level=self.standing, statement=self.statement)

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


def url(kind: str, name: str) -> str:
    """Path of a node's page, relative to the root of the site."""
    if kind == "page":
        name = name.rsplit("/", 1)[-1].removesuffix(".md")
    return f"{FOLDERS[kind]}/{name}.html"
