"""A link or picture of an explainer that leads nowhere.

An explainer is published at `explainers/<its name>.html`. A link to another file of the site is relative to that, or
names another explainer by its file. Where there is no such file the reader meets an error, or a picture is missing.

Bad:

```markdown site/pages/aura.md
# Aura

More stands in [another explainer](headaches.md).  # error
```

Good:

```markdown site/pages/aura.md
# Aura

More stands in [the list of claims](../claims/index.html) and [elsewhere](https://example.org/).
```
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from evidencekb.model.finding import Problem, Severity
from evidencekb.model.place import LineMap
from evidencekb.reason.addresses import leads
from evidencekb.rules.pages._pins import prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"

_LINK: Final = re.compile(r"\]\(\s*(?:<([^<>]*)>|([^()\s<]+))|^ {0,3}\[[^\]]+\]:\s*<?([^\s<>]+)")
"""The target of a link or picture, or of a link's definition."""


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each link within the site that leads to no file of it."""
    for path, text in kb.pages.items():
        lines = LineMap(text)
        for start, line in prose(text):
            for found in _LINK.finditer(line):
                if line.count("`", 0, found.start()) % 2:
                    continue
                group = found.lastindex or 0
                parts = _parts(found[group])
                if parts is None or leads(kb, unquote(parts)):
                    continue
                yield Problem(
                    f"{found[group]!r} leads to no file of the site; correct it, or take the link out",
                    lines.place(path, start + found.start(group), start + found.end(group)),
                )


def _parts(target: str) -> str | None:
    """The path that a link within the site names; None for one that leads elsewhere or to a place in its page."""
    try:
        parts = urlsplit(unescape(target))
    except ValueError:
        return target
    return None if parts.scheme or parts.netloc or not parts.path else parts.path
