"""What is kept of a site for the next time: in parts that hold nothing twice, and of which few change at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from evidencekb.model.links import LINKS
from evidencekb.site import readers

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINK: Final = "link-"
NEEDED: Final = frozenset(
    {"paths", "history", "templates", "list", "leaf", *(_LINK + link for link in LINKS), *readers.PARTS}
)
"""Parts without which a site cannot be made again."""


def opened(parts: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of a site, out of the parts in which it was kept."""
    known = {name: part for name, part in parts.items() if not name.startswith(_LINK)}
    known["links"] = {link: parts[_LINK + link] for link in LINKS}
    known["history"] = dict(parts["history"])
    leaf = parts["leaf"]
    known["list"] = {name: {path: leaf[f"{name} {path}"] for path in paths} for name, paths in parts["list"].items()}
    return known


def closed(known: Mapping[str, Any]) -> dict[str, Any]:
    """The parts in which to keep this."""
    parts = {name: part for name, part in known.items() if name != "links"}
    parts |= {_LINK + link: held for link, held in known["links"].items()}
    parts["history"] = list(known["history"].items())  # their order counts
    if "list" in parts:
        parts["list"] = {name: list(pages) for name, pages in parts["list"].items()}  # what they show are the leaves
    return parts
