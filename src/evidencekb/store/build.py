"""Plain values that fit their schema to the nodes of the model; figures are read on the way."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from evidencekb.model.config import Config
from evidencekb.model.nodes import At, Claim, Concept, Dispute, Evidence, Implication, Source, Step
from evidencekb.model.quantity import Kind
from evidencekb.store.scalars import UNREAD

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from evidencekb.model.nodes import Node
    from evidencekb.model.quantity import Quantity

    Raw = dict[str, Any]
    Keys = tuple[str | int, ...]

_LISTS: Final = frozenset(
    {"population", "given", "wordings", "authors", "cites", "synonyms", "broader", "excludes"}
    | {"claims", "sources", "against", "editors", "require"}
)
_STEP: Final = frozenset({"subject", "relation", "object"})
_DATES: Final = frozenset({"reviewed", "review_by", "decided"})


class Builder:
    """Makes nodes. Every figure that cannot be read is handed to `unreadable` with the keys that lead to it."""

    def __init__(self, read_figure: Callable[[str], Quantity | None]) -> None:
        """`read_figure` is the figure grammar; it is asked once for each wording of a figure."""
        self._read = read_figure
        self._known: dict[str, Quantity | None] = {}
        self.unreadable: list[tuple[Keys, str]] = []

    def _figure(self, text: str, keys: Keys) -> Quantity | None:
        known = self._known
        if text not in known:
            known[text] = self._read(text)
        quantity = known[text]
        if quantity is None:
            self.unreadable.append((keys, text))
        return quantity

    def _share(self, text: str, keys: Keys) -> Quantity | None:
        """Read a figure that has to be a percentage."""
        quantity = self._figure(text, keys)
        if quantity is not None and (quantity.kind is not Kind.PROPORTION or quantity.value is None):
            self.unreadable.append((keys, text))
            return None
        return quantity

    def claim(self, raw: Raw, name: str, path: str, *, valid: bool) -> Claim:
        """Make a claim. `raw` fits its schema, but for required keys and None where something was taken out."""
        fields = _plain(raw)
        fields["id"] = name
        if "figure" in fields:
            text = fields["figure_text"] = fields["figure"]
            fields["figure"] = self._figure(text, ("figure",))
        if "evidence" in fields:
            items = enumerate(fields["evidence"])
            fields["evidence"] = tuple([self._evidence(item, at) for at, item in items if item and "source" in item])
        if "steps" in fields:
            fields["steps"] = tuple([Step(**step) for step in fields["steps"] if step and step.keys() >= _STEP])
        if "supersedes" in fields:
            names = fields["supersedes"]
            fields["supersedes"] = (names,) if isinstance(names, str) else tuple([each for each in names if each])
        return Claim(path=path, valid=valid, **fields)

    def _evidence(self, raw: Raw, at: int) -> Evidence:
        fields = _plain(raw)
        if "figure" in fields:
            text = fields["figure_text"] = fields["figure"]
            fields["figure"] = self._figure(text, ("evidence", at, "figure"))
        if "at" in fields:
            place = fields["at"]
            paragraph: int | None = place.pop("paragraph", None)
            fields["at"] = At(paragraph=paragraph, **{key: str(value) for key, value in place.items()})
        return Evidence(**fields)

    def concept(self, raw: Raw, name: str, path: str, index: int, *, valid: bool) -> Concept:
        """Make the concept that is entry `index` (from 0) of its file."""
        fields = _plain(raw)
        fields["id"] = name
        if "implies" in fields:
            items = enumerate(fields["implies"])
            fields["implies"] = tuple([self._implication(item, (index, "implies", at)) for at, item in items if item])
        if "contains" in fields:
            shares: dict[str, Decimal] = {}
            for inside, text in fields["contains"].items():
                quantity = self._share(text, (index, "contains", inside)) if text else None
                if quantity is not None and quantity.value is not None:
                    shares[inside] = quantity.value
            fields["contains"] = shares
        return Concept(path=path, index=index, valid=valid, **fields)

    def make(self, kind: str, raw: Raw, name: str, path: str, index: int, valid: bool) -> Node:  # noqa: FBT001
        """Make a node of any kind; `index` is that of a concept."""
        if kind == "concept":
            return self.concept(raw, name, path, index, valid=valid)
        if kind == "claim":
            return self.claim(raw, name, path, valid=valid)
        return (source if kind == "source" else dispute)(raw, name, path, valid=valid)

    def _implication(self, raw: str | Raw, keys: Keys) -> Implication:
        if isinstance(raw, str):
            return Implication(raw)
        fields = _plain(raw)
        if "at_least" in fields:
            fields["at_least"] = self._share(fields["at_least"], (*keys, "at_least"))
        return Implication(**{"concept": "", **fields})


def source(raw: Raw, name: str, path: str, *, valid: bool) -> Source:
    """Make a source."""
    fields = _plain(raw)
    fields["id"] = name
    return Source(path=path, valid=valid, **fields)


def dispute(raw: Raw, name: str, path: str, *, valid: bool) -> Dispute:
    """Make a dispute."""
    fields = _plain(raw)
    fields["id"] = name
    return Dispute(path=path, valid=valid, **fields)


def config(raw: Raw, today: date) -> Config:
    """Make the settings from kb.yaml; `today` comes from the front end."""
    fields = _plain(raw)
    policy = _plain(fields.pop("policy", {}))
    if "severity" in policy:
        policy["severity"] = dict(sorted(_plain(policy["severity"]).items()))
    if "tolerance" in policy:
        policy["tolerance"] = Decimal(policy["tolerance"])
    return Config(today=today, **fields, **policy)


def scrub(raw: Any) -> Any:  # noqa: ANN401 - YAML holds anything
    """Take out every alias, as a key and as a value, so that the rest can be judged."""
    if isinstance(raw, dict):
        return {k: scrub(v) for k, v in raw.items() if v is not UNREAD and not k.startswith("*")}
    if isinstance(raw, list):
        return [None if v is UNREAD else scrub(v) for v in raw]
    return None if raw is UNREAD else raw


def prune(raw: Raw, keys: Keys) -> None:
    """Take out what `keys` lead to; an entry of a list becomes None, so that the others keep their numbers."""
    holder: Any = raw
    for key in keys[:-1]:
        if isinstance(holder, dict):
            holder = holder.get(key)
        elif isinstance(holder, list) and isinstance(key, int) and key < len(holder):
            holder = holder[key]
        else:
            return
    if isinstance(holder, dict):
        holder.pop(keys[-1], None)
    elif isinstance(holder, list) and isinstance(keys[-1], int) and keys[-1] < len(holder):
        holder[keys[-1]] = None


def _plain(raw: Raw) -> Raw:
    """Copy a mapping for a node's fields: lists become tuples, dates plain text, and what was taken out is left out."""
    fields: Raw = {}
    for key, value in raw.items():
        if key in _LISTS and not isinstance(value, str):  # the population of a source is a sentence
            fields[key] = tuple([each for each in value if each is not None])
        elif value is not None:
            fields[key] = str(value) if key in _DATES else value
    return fields
