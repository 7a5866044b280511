"""Where each node has its page and its data on the published site."""

from __future__ import annotations

import hashlib
import posixpath
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from evidencekb.model.config import Config
    from evidencekb.model.kb import KnowledgeBase

FOLDERS: Final = {
    "claim": "claims",
    "source": "sources",
    "concept": "concepts",
    "dispute": "disputes",
    "page": "explainers",
}
"""Kind of node to the folder of its pages."""
WHOLE: Final = frozenset(
    {
        *("index.html", "about.html", "data.html", "glossary.html", "health.html", "mechanisms.html", "rules.html"),
        *("search.html", "changes.atom", "claims.json", "claims.schema.json", "figures.csv", "llms.txt"),
        *("sources.bib", "sources.csl.json"),
    }
)
"""Files of every site that are about the whole, in its root."""
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


@lru_cache(8192)
def _plain(name: str) -> str:
    """A name that may stand in a file's name and in a link: what is no id loses its other characters, for a digest."""
    if name.isascii() and name.replace("-", "").isalnum() and not _LIST.fullmatch(name):
        return name
    kept = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")[:60]
    return f"{kept or 'unnamed'}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def base(config: Config) -> str:
    """Address of the published site, ending in a slash; "" where the claim base does not name it."""
    return f"{config.url.rstrip('/')}/" if config.url else ""


def leads(kb: KnowledgeBase, target: str) -> str:
    """Where a link of an explainer leads, by its path from the root of the site; "" for nowhere.

    The target is relative to the explainer's page; another explainer may be named by its own file.
    """
    path = posixpath.normpath(posixpath.join(FOLDERS["page"], target))
    folder, _, name = path.rpartition("/")
    stem, _, ending = name.partition(".")
    if path in WHOLE or (folder in FOLDERS.values() and folder != FOLDERS["page"] and name == "index.html"):
        return path
    if path.startswith("assets/"):
        return path if path.removeprefix("assets/") in kb.assets else ""
    if folder == FOLDERS["page"]:
        known = {url("page", page) for page in kb.pages}
        path = f"{folder}/{stem}.html" if ending == "md" else path
        return path if path in known else ""
    nodes = {FOLDERS[kind]: found for kind, found in kb.nodes.items()}
    endings = {"html", "json", *(("jsonld",) if folder in {"claims", "sources"} else ())}
    return path if ending in endings and stem in nodes.get(folder, ()) and _plain(stem) == stem else ""
