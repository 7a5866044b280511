"""The claim base for machines: `claims.json`."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.site.frame import Frame


def render(frame: Frame) -> Iterator[tuple[str, bytes]]:
    """`claims.json`: every claim with its figure, standing and evidence."""
    claims = []
    for name in frame.kb.claims:
        shown = asdict(frame.dossier(name))
        shown["facts"] = dict(shown["facts"])
        claims.append(shown)
    document = {"schema": "evidencekb/claims/1", "title": frame.kb.config.title, "claims": claims}
    yield "claims.json", (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
