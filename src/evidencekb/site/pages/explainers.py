"""One page an explainer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.site.frame import url

if TYPE_CHECKING:
    from evidencekb.site.frame import Frame


def page(frame: Frame, name: str) -> str:
    """`explainers/<name>.html`; the body is HTML that `Prose` made, everything else is escaped."""
    text = frame.kb.pages[name]
    return frame.page(
        "explainer.html",
        url("page", name),
        of=("page", name),
        meta=frame.cells.get("meta", name),
        body=frame.prose.render(text, "../"),
        contents=frame.prose.contents(text),
    )
