"""One reporter a format: a report to bytes."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Final

from evidencekb.model.errors import UsageError
from evidencekb.model.report import CheckReport, ValidationReport

if TYPE_CHECKING:
    from evidencekb.model.answer import Answer
    from evidencekb.model.dossier import Dossier
    from evidencekb.model.report import Report

FORMATS: Final = tuple(sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_")))
"""The formats: the modules of this folder."""


def render(report: Report | Answer | Dossier, format: str, *, color: bool = False, quiet: bool = False) -> bytes:  # noqa: A002
    """Give the report in one of FORMATS, UTF-8; the same report always gives the same bytes.

    `color` and `quiet` (findings only, no summary) are for people: only `text` knows them. Raises UsageError.
    """
    if not isinstance(report, CheckReport | ValidationReport):
        answered: bytes = import_module(f"{__name__}._answer").render(report, format)
        return answered
    if format not in FORMATS:
        message = f"unknown format {format!r}; formats: {', '.join(FORMATS)}"
        raise UsageError(message)
    rendered: bytes = import_module(f"{__name__}.{format}").render(report, color=color, quiet=quiet)
    return rendered
