"""Every page of the site, from the claim base alone; nothing is read from the disk but the package's own assets."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from evidencekb.site import machines, search
from evidencekb.site.frame import Frame
from evidencekb.site.pages import (
    claims,
    concepts,
    disputes,
    explainers,
    exports,
    glossary,
    health,
    home,
    mechanisms,
    reference,
    sources,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.rule import RuleDoc
    from evidencekb.reason.standing import Standing


def build(
    kb: KnowledgeBase,
    standings: Mapping[str, Standing],
    rules: Mapping[str, RuleDoc],
    history: Mapping[str, Sequence[tuple[str, str]]] | None = None,
    data: Iterable[tuple[str, bytes]] = (),
) -> dict[str, bytes]:
    """All files of the site, {path relative to its root: bytes}, in a fixed order; `data` are those for machines.

    `history` is path of a file of the claim base to its changes (ISO 8601 date, what was done), the latest first.
    """
    frame = Frame(kb, standings, history)
    files: dict[str, bytes] = {}
    for part in (home, explainers, claims, sources, concepts, disputes, health, mechanisms, glossary, exports, search):
        files.update((path, page.encode()) for path, page in part.render(frame))
    files.update((path, page.encode()) for path, page in reference.render(frame, rules))
    files.update(data)
    files.update(machines.render(frame, files))
    assets = resources.files("evidencekb.site") / "assets"
    files.update((f"assets/{each.name}", each.read_bytes()) for each in sorted(assets.iterdir(), key=lambda a: a.name))
    return files
