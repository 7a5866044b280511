"""A baseline: what an old article is known to hold and is not to be reported again.

An entry names draft, verdict, surface and sentence, not the line: text may move, but once the sentence changes the
entry no longer fits, and what it hid is reported again. A draft goes by its path from the baseline's own folder, so
that it does not matter where the check is run from.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.model.assertion import KNOWN
from evidencekb.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evidencekb.model.assertion import Assertion
    from evidencekb.model.report import CheckedDocument

SCHEMA: Final = "evidencekb/baseline/1"
_KEYS: Final = ("path", "verdict", "text", "sentence")

Entry = tuple[str, ...]
"""(path, verdict, text, sentence)."""


def entries(path: str, document: CheckedDocument) -> list[Entry]:
    """Every warning and error of a draft that no comment suppresses."""
    return [
        _entry(path, assertion)
        for assertion in document.assertions
        if assertion.severity in {"warning", "error"} and assertion.suppressed in {"", KNOWN}
    ]


def write(held: Iterable[Entry]) -> bytes:
    """A baseline of these entries."""
    import json  # noqa: PLC0415 - most runs know no baseline: start-up counts

    shown = [dict(zip(_KEYS, entry, strict=True)) for entry in sorted(held)]
    return (json.dumps({"schema": SCHEMA, "entries": shown}, ensure_ascii=False, indent=1) + "\n").encode()


def read(name: str, data: bytes) -> list[Entry]:
    """The entries of a baseline file; UsageError when it is none."""
    import json  # noqa: PLC0415 - as in write

    message = f"{name} is no baseline; write one with --update-baseline"
    try:
        document = json.loads(data)
        schema, listed = document["schema"], document["entries"]
        found = [tuple(str(entry[key]) for key in _KEYS) for entry in listed]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(message) from error
    if schema != SCHEMA:
        raise UsageError(message)
    return found


def apply(path: str, document: CheckedDocument, known: Iterable[Entry]) -> tuple[CheckedDocument, list[Entry]]:
    """Suppress what is known of this draft, each entry once; returns the draft and the entries that fit nothing."""
    left = Counter(entry for entry in known if entry[0] == path)
    assertions = []
    for assertion in document.assertions:
        entry = _entry(path, assertion)
        if left[entry] and not assertion.suppressed:
            left[entry] -= 1
            assertions.append(replace(assertion, suppressed=KNOWN))
        else:
            assertions.append(assertion)
    return replace(document, assertions=tuple(assertions)), sorted(left.elements())


def _entry(path: str, assertion: Assertion) -> Entry:
    """What a baseline remembers of an assertion."""
    return (path, assertion.own.value, assertion.text, assertion.sentence)
