"""One page an explainer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.site.frame import url
from evidencekb.site.lists import Listing, listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from evidencekb.model.dossier import Dossier, EvidenceRow
    from evidencekb.model.nodes import Claim
    from evidencekb.site.frame import Frame

_STANCES: Final = {"supports": "Supported by", "qualifies": "Qualified by", "contradicts": "Contradicted by"}
_EACH: Final = 12
"""Sources that are named for a stance on one claim."""


class Cited(NamedTuple):
    """A claim that the explainer pins, and who says what of it."""

    claim: Claim
    shown: Dossier
    voices: dict[str, Listing[EvidenceRow]]


def page(frame: Frame, name: str) -> str:
    """`explainers/<name>.html`; the body is HTML that `Prose` made, everything else is escaped."""
    text = frame.kb.pages[name]
    body, claims = frame.prose.render(text, "../")
    cited = [_cited(frame, claim) for claim in claims]
    contents = frame.prose.contents(text)
    return frame.page(
        "explainer.html",
        url("page", name),
        of=("page", name),
        meta=frame.cells.get("meta", name),
        body=body,
        contents={**contents, "cited": "The figures and their sources"} if cited else contents,
        cited=cited,
        references=sorted(_references(frame, cited), key=lambda each: (each[1].casefold(), each[0])),
        changed=next((date for date, _ in frame.history.get(name, ())), ""),
        reviewed=sorted({each.claim.reviewed for each in cited} - {""}),
        editors=[each for each in frame.kb.config.editors if each.lower() != "editors"],
    )


def _cited(frame: Frame, name: str) -> Cited:
    """One claim with its sources, each once for what it says of it."""
    shown = frame.dossier(name)
    voices = {}
    for stance, words in _STANCES.items():
        if rows := {row.source: row for row in reversed(shown.evidence) if row.stance == stance}:
            voices[words] = listing(reversed(rows.values()), _EACH)
    return Cited(frame.kb.claims[name], shown, voices)


def _references(frame: Frame, cited: Iterable[Cited]) -> Iterator[tuple[str, str, str]]:
    """Every source that is named: its id, its reference, and its status where that is not what one expects."""
    names = {row.source for each in cited for rows in each.voices.values() for row in rows.items}
    for name in names:
        if source := frame.kb.sources.get(name):
            yield name, frame.cells.get("reference", name), "" if source.status == "current" else source.status
