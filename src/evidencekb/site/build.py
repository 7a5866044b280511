"""Every page of the site, from the claim base alone; nothing is read from the disk but the package's own assets."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from evidencekb.site import data, search
from evidencekb.site.frame import Frame
from evidencekb.site.pages import claims, concepts, disputes, explainers, health, home, reference, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.rule import RuleDoc
    from evidencekb.reason.standing import Standing


def build(kb: KnowledgeBase, standings: Mapping[str, Standing], rules: Mapping[str, RuleDoc]) -> dict[str, bytes]:
    """All files of the site, {path relative to its root: bytes}, in a fixed order."""
    frame = Frame(kb, standings)
    files: dict[str, bytes] = {}
    for part in (home, explainers, claims, sources, concepts, disputes, health):
        files.update((path, page.encode()) for path, page in part.render(frame))
    files.update((path, page.encode()) for path, page in reference.render(frame, rules))
    files.update(data.render(frame))
    files.update((path, page.encode()) for path, page in search.render(frame))
    assets = resources.files("evidencekb.site") / "assets"
    files.update((f"assets/{each.name}", each.read_bytes()) for each in sorted(assets.iterdir(), key=lambda a: a.name))
    return files
