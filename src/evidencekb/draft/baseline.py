"""A baseline: what an old article is known to hold and is not to be reported again.

An entry names draft, verdict, surface and sentence, not the line: text may move, but once the sentence changes the
entry no longer fits, and what it hid is reported again.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evidencekb.model.assertion import Assertion
    from evidencekb.model.report import CheckedDocument

SCHEMA: Final = "evidencekb/baseline/1"
_KEYS: Final = ("path", "verdict", "text", "sentence")

Entry = tuple[str, ...]
"""(path, verdict, text, sentence)."""


def write(documents: Iterable[CheckedDocument]) -> bytes:
    """A baseline of every warning and error of the drafts that no comment suppresses."""
    entries = sorted(
        _entry(document, assertion)
        for document in documents
        for assertion in document.assertions
        if assertion.severity in {"warning", "error"} and not assertion.suppressed
    )
    shown = [dict(zip(_KEYS, entry, strict=True)) for entry in entries]
    return (json.dumps({"schema": SCHEMA, "entries": shown}, ensure_ascii=False, indent=1) + "\n").encode()


def read(name: str, data: bytes) -> list[Entry]:
    """The entries of a baseline file; UsageError when it is none."""
    message = f"{name} is no baseline; write one with --update-baseline"
    try:
        document = json.loads(data)
        schema, entries = document["schema"], document["entries"]
        found = [tuple(str(entry[key]) for key in _KEYS) for entry in entries]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(message) from error
    if schema != SCHEMA:
        raise UsageError(message)
    return found


def apply(
    documents: Sequence[CheckedDocument], entries: Iterable[Entry]
) -> tuple[tuple[CheckedDocument, ...], list[Entry]]:
    """Suppress what the baseline knows, each entry once; returns the documents and the entries that fit nothing."""
    left = Counter(entries)
    done = []
    for document in documents:
        assertions = []
        for assertion in document.assertions:
            entry = _entry(document, assertion)
            if left[entry] and not assertion.suppressed:
                left[entry] -= 1
                assertions.append(replace(assertion, suppressed="known (baseline)"))
            else:
                assertions.append(assertion)
        done.append(replace(document, assertions=tuple(assertions)))
    return tuple(done), sorted(left.elements())


def _entry(document: CheckedDocument, assertion: Assertion) -> Entry:
    """What a baseline remembers of an assertion."""
    return (document.path, assertion.verdict.value, assertion.text, assertion.sentence)
