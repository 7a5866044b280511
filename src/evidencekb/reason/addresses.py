"""Where each node has its page and its data on the published site."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from evidencekb.model.config import Config

FOLDERS: Final = {
    "claim": "claims",
    "source": "sources",
    "concept": "concepts",
    "dispute": "disputes",
    "page": "explainers",
}
"""Kind of node to the folder of its pages."""
_LIST: Final = re.compile(r"index(-[0-9]+)?")
"""Names of the pages that list a folder's nodes; a node that is called so lies elsewhere."""


def url(kind: str, name: str) -> str:
    """Path of a node's page, relative to the root of the site."""
    return address(kind, name, "html")


def address(kind: str, name: str, ending: str) -> str:
    """Path of a file on a node, relative to the root of the site; explainers are named by their file."""
    if kind == "page":
        name = name.rsplit("/", 1)[-1].removesuffix(".md")
    return f"{FOLDERS[kind]}/{_plain(name)}.{ending}"


def _plain(name: str) -> str:
    """A name that may stand in a file's name and in a link: what is no id loses its other characters, for a digest."""
    if name.isascii() and name.replace("-", "").isalnum() and not _LIST.fullmatch(name):
        return name
    kept = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")[:60]
    return f"{kept or 'unnamed'}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def base(config: Config) -> str:
    """Address of the published site, ending in a slash; "" where the claim base does not name it."""
    return f"{config.url.rstrip('/')}/" if config.url else ""
