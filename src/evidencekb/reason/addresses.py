"""Where each node has its page and its data on the published site."""

from __future__ import annotations

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


def url(kind: str, name: str) -> str:
    """Path of a node's page, relative to the root of the site."""
    return address(kind, name, "html")


def address(kind: str, name: str, ending: str) -> str:
    """Path of a file on a node, relative to the root of the site; explainers are named by their file."""
    if kind == "page":
        name = name.rsplit("/", 1)[-1].removesuffix(".md")
    return f"{FOLDERS[kind]}/{name}.{ending}"


def base(config: Config) -> str:
    """Address of the published site, ending in a slash; "" where the claim base does not name it."""
    return f"{config.url.rstrip('/')}/" if config.url else ""
