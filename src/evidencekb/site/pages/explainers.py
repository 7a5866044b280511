"""One page an explainer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.site.frame import url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.site.frame import Frame


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`explainers/<name>.html`; the body is HTML that `Prose` made, everything else is escaped."""
    for path, meta in frame.explainers.items():
        page = url("page", path)
        text = frame.kb.pages[path]
        body = frame.prose.render(text, "../")
        yield page, frame.page("explainer.html", page, meta=meta, body=body, contents=frame.prose.contents(text))
