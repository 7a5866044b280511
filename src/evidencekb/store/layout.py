"""Where a claim base keeps what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.model.errors import UsageError
from evidencekb.model.place import Place
from evidencekb.store import files

if TYPE_CHECKING:
    from pathlib import Path

    from evidencekb.store.faults import Faults
    from evidencekb.store.files import Found

FOLDERS: Final = {"claim": "claims", "source": "kb/sources", "dispute": "kb/disputes", "concept": "kb/concepts"}
"""Kind of node to the folder of its files."""
PAGES: Final = "site/pages"
"""Folder of the explainers."""
SETTINGS: Final = "kb/kb.yaml"


def find_root(start: Path) -> Path:
    """Give the nearest folder, from `start` upwards, that holds a claim base; UsageError when there is none."""
    for folder in (start.absolute(), *start.absolute().parents):
        if is_root(folder):
            return folder
    message = f"no claim base here: neither {start.absolute()} nor a folder above it holds kb/ and claims/ (try --kb)"
    raise UsageError(message)


def is_root(folder: Path) -> bool:
    """A new claim base has no claims yet, and git keeps no empty folder: then kb.yaml tells."""
    return (folder / "kb").is_dir() and ((folder / "claims").is_dir() or (folder / SETTINGS).is_file())


def listed(root: Path, faults: Faults) -> dict[str, list[Found]]:
    """Kind of node to its files, in the order of their paths; explainers are of kind "page"."""
    found = {kind: _below(root, folder, ".yaml", faults) for kind, folder in FOLDERS.items()}
    return found | {"page": _below(root, PAGES, ".md", faults, others=True)}


def _below(root: Path, folder: str, ending: str, faults: Faults, *, others: bool = False) -> list[Found]:
    """Files below a folder of the claim base, unless that folder is a link."""
    if (root / folder).is_symlink():
        message = "this is a link, and links are not followed; put the folder itself here"
        faults.add("stray-file", message, Place(folder))
        return []
    return files.listing(root, folder, ending, faults, others=others)
