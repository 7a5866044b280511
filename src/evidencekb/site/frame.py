"""What all pages share: the claim base, the standings, the templates and the links between pages."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from jinja2 import TemplateSyntaxError
from markupsafe import Markup

from evidencekb.model.errors import UsageError
from evidencekb.model.tracked import TrackedBase, tracked
from evidencekb.model.tracking import Noted, Reads
from evidencekb.reason import dossier
from evidencekb.reason.addresses import FOLDERS, address, base, url
from evidencekb.site import facets, facts
from evidencekb.site.cells import WHOLE, Cells
from evidencekb.site.facets import Facets
from evidencekb.site.pictures.standing import bar
from evidencekb.site.rows import Row
from evidencekb.site.templating import environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import CodeType

    from evidencekb.model.dossier import Dossier
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.standing import Standing
    from evidencekb.site.facts import Changes
    from evidencekb.site.prose import Prose

__all__ = ["FOLDERS", "STANDINGS", "Frame", "Leaf", "url"]

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
_ABOVE: Final = {
    "search.html": "Search",
    "claims/index.html": "Claims",
    "sources/index.html": "Sources",
    "concepts/index.html": "Concepts",
    "disputes/index.html": "Disputes",
    "mechanisms.html": "Mechanisms",
    "health.html": "Health",
    "about.html": "About",
}
"""Pages that every page leads to, and their names."""
_REFERENCE: Final = Facets(("reference",))


class Leaf(NamedTuple):
    """A page of a list: where it lies, and plain values that say what stands on it."""

    path: str
    values: dict[str, Any]


class Frame:
    """Renders templates with what every page needs, and gives pages what they show."""

    def __init__(
        self,
        kb: KnowledgeBase,
        history: Mapping[str, Changes] | None = None,
        compiled: dict[str, CodeType] | None = None,
        templates: Mapping[str, str] | None = None,
    ) -> None:
        """`history` is path of a file to its changes, the latest first; `compiled` holds templates, and takes them.

        `templates` are the claim base's own.
        """
        self._own = templates or {}
        self.kb = kb if isinstance(kb, TrackedBase) else tracked(kb, kb.links, Reads())
        self.history: Mapping[str, Changes] = Noted(history or {}, "history", self.kb.reads)
        self.cells = Cells(self.kb.reads)
        self.standings: Mapping[str, Standing] = facts.Levels(self.cells, self.kb)
        facts.define(self.cells, self)
        self._rows: tuple[int, list[Row]] = -1, []
        self._tops: dict[tuple[str, str], Markup] = {}
        self._badges: dict[tuple[str, str], Markup] = {}
        self._templates = environment({} if compiled is None else compiled, self._own)
        self._templates.globals.update(
            site=self.kb.config, site_root=base(self.kb.config), standings=STANDINGS, url=url, address=address
        )
        self._templates.globals.update(
            bar=bar, badge=self.badge, top=self.top, level=self.standing, statement=self.statement, status=self.status
        )
        self._templates.globals.update(page_title=self.page_title, has_page=self.has_page, some=_some)

    def page(self, template: str, path: str, of: tuple[str, str] | None = None, **values: Any) -> str:  # noqa: ANN401 - a template's values are of any type
        """Render one page that will lie at `path`; `of` are kind and id of its node, if it has one."""
        root = "../" * path.count("/")
        found = facets.of(self.kb, self.standings, *of) if of else _REFERENCE if path in REFERENCE else None
        found_by = tuple(found.pairs()) if found else ()
        try:
            return self._templates.get_template(template).render(root=root, path=path, found=found_by, **values)
        except Exception as error:
            if not self._own:
                raise  # a fault of ours
            names = ", ".join(sorted(self._own))
            where = f"{error.name}:{error.lineno}" if isinstance(error, TemplateSyntaxError) else names
            message = f"site/templates ({where}): {type(error).__name__} on the way to {path}: {error}"
            raise UsageError(message) from error

    def top(self, root: str, path: str) -> Markup:
        """What stands above every page: the same for all that are as deep, but for those it names."""
        key = root, path if path in _ABOVE else ""
        if key not in self._tops:
            template = self._templates.get_template("top.html")
            self._tops[key] = Markup(template.render(root=root, path=key[1], targets=_ABOVE))  # noqa: S704 - rendered
        return self._tops[key]

    def badge(self, level: str, status: str = "") -> Markup:
        """The sign of a standing as `macros.html` draws it: one of few, many times on a page."""
        key = level, status
        if key not in self._badges:
            macros: Any = self._templates.get_template("macros.html").module
            self._badges[key] = macros.badge(level, status)
        return self._badges[key]

    @property
    def rows(self) -> list[Row]:
        """Every claim in one line, in the order of the claims."""
        held = self.cells.family("row")
        if self._rows[0] != self.cells.version:
            self._rows = self.cells.version, [Row._make(held[name]) for name in sorted(held)]
        return self._rows[1]

    def dossier(self, name: str) -> Dossier:
        """Everything on one node."""
        return dossier.dossier(self.kb, self.standings, name)

    def standing(self, claim: str) -> str:
        """The level of a claim's standing."""
        return self.standings[claim].level

    def has_page(self, kind: str, name: str) -> bool:
        """Whether a node of this kind and name is in the claim base; a link to any other would lead nowhere."""
        return name in self.kb.nodes[kind]

    def statement(self, claim: str) -> str:
        """What a claim says, or its id where it says nothing."""
        return self.kb.claims[claim].statement or claim

    def status(self, claim: str) -> str:
        """How far the editors are with a claim."""
        return self.row(claim).status

    def row(self, claim: str) -> Row:
        """One claim in one line."""
        return Row._make(self.cells.get("row", claim))

    @property
    def day(self) -> str:
        """The latest date that the data or their history hold, "" for none: a site does not depend on the clock."""
        return str(self.cells.get(WHOLE, "day"))

    @cached_property
    def prose(self) -> Prose:
        """The renderer of explainers."""
        from evidencekb.site.prose import Prose  # noqa: PLC0415 - it brings a parser, and few changes need one

        return Prose(self)

    @property
    def explainers(self) -> Mapping[str, Mapping[str, str]]:
        """Path of each explainer to its front matter (title, summary)."""
        held = self.cells.family("meta")
        return {path: held[path] for path in sorted(held)}

    def page_title(self, path: str) -> str:
        """The title of an explainer."""
        return str(self.cells.get("meta", path)["title"])


def _some(rows: Iterable[object], name: str) -> bool:
    """Whether any of them has something under this name: a column that no row fills is left out."""
    return any(getattr(row, name) for row in rows)
