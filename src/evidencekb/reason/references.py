"""A source as one line of a bibliography in Vancouver style, set by a CSL processor."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from evidencekb.reason.bibliography import csl
from evidencekb.text.inert import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from evidencekb.model.nodes import Source

_SHOWN: Final = (
    *("type", "title", "author", "issued", "container-title", "volume", "issue", "page", "DOI", "PMID", "URL"),
)
_TWO_ENDS: Final = re.compile(r"(?<=[?!])\.(?= |$)")


def reference(source: Source) -> str:
    """The reference of a source as plain text, without a number; its address only where no identifier is known.

    Takes up to a millisecond, once for each source; the first call also reads the style.
    """
    item = {name: value for name, value in csl(source).items() if name in _SHOWN}
    if "DOI" in item or "PMID" in item:
        item.pop("URL", None)
    if "title" in item:
        item["title"] = item["title"].rstrip(".")
    return _TWO_ENDS.sub("", " ".join(visible(_typeset(json.dumps(item))).split()))


@lru_cache(maxsize=8192)
def _typeset(item: str) -> str:
    """Set one item, given as JSON: pages and exports both ask, and a served site asks again at every change."""
    return _processor()({**json.loads(item), "id": "source"})


@cache
def _processor() -> Callable[[Mapping[str, Any]], str]:
    """Read the style that comes with this module, and give what sets one item of CSL-JSON by it."""
    # A page of the site or an export needs the processor, a check of a draft does not: start-up counts.
    from citeproc import (  # noqa: PLC0415
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415
    from citeproc.string import MixedString, String  # noqa: PLC0415

    class Items(CiteProcJSON):  # type: ignore[misc] # citeproc-py has no types
        """Items of CSL-JSON whose texts are plain: what looks like a tag is no tag."""

        def parse_string(self, string: object) -> Any:  # noqa: ANN401 - as above
            return MixedString([String(string)])

    style = CitationStylesStyle(BytesIO((resources.files(__package__) / "vancouver.csl").read_bytes()), validate=False)

    def typeset(item: Mapping[str, Any]) -> str:
        bibliography = CitationStylesBibliography(style, Items([item]), formatter.plain)
        bibliography.register(Citation([CitationItem(item["id"])]))
        return " ".join(str(line) for line in bibliography.bibliography())

    return typeset
