"""What a claim base puts in place of the site's own templates and assets, or beside them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from evidencekb.model.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATES: Final = "site/templates"
ASSETS: Final = "site/assets"


def below(root: Path, folder: str) -> list[str]:
    """Paths, relative to the folder, of the files in it at any depth; hidden ones and links are left out."""
    found = []
    for here, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = os.path.join(here, name)  # noqa: PTH118 - os.walk gives texts
            if not name.startswith(".") and os.path.isfile(path) and not os.path.islink(path):  # noqa: PTH113, PTH114
                found.append(os.path.relpath(path, root / folder).replace(os.sep, "/"))
    return sorted(found) if not (root / folder).is_symlink() else []


def overrides(root: Path) -> tuple[dict[str, str], dict[str, bytes]]:
    """(name of a template to its text, name of an asset to its bytes); UsageError for what cannot be read."""
    path = root
    try:
        templates = {}
        for name in below(root, TEMPLATES):
            path = root / TEMPLATES / name
            templates[name] = path.read_text("utf-8")
        assets = {}
        for name in below(root, ASSETS):
            path = root / ASSETS / name
            assets[name] = path.read_bytes()
    except (OSError, UnicodeDecodeError) as error:
        message = f"cannot read {path}: {error}"
        raise UsageError(message) from error
    return templates, assets
