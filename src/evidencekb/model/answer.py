"""What a question to the claim base is answered with: words for people and data for machines, side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines; `empty` is what stands there when there is no line."""

    heading: str
    lines: tuple[str, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """`schema` names the layout of `data`, which holds only what JSON can hold."""

    schema: str
    title: str
    sections: tuple[Section, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
