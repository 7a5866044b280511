"""What the styles of a Word file make of a paragraph: a heading and its level, a list item, a caption, a quotation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_FURTHEST: Final = 20  # steps up the chain of styles


@dataclass(slots=True)
class Style:
    """One style as declared. `level` is a heading's, 0 where it is none."""

    name: str = ""
    parent: str = ""
    level: int = 0
    listed: bool = False


class Styles:
    """Gathers the part styles.xml."""

    def __init__(self) -> None:
        """Start with none: ids that are not declared are looked at as names."""
        self._styles: dict[str, Style] = {}
        self._current = Style()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an opening tag."""
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._current = Style()
            self._styles[attributes.get("w:styleId", "")] = self._current
        elif name == "w:name":
            self._current.name = value.casefold()
        elif name == "w:basedOn":
            self._current.parent = value
        elif name == "w:outlineLvl":
            self._current.level = outline_level(value)
        elif name == "w:numPr":
            self._current.listed = True

    def end(self, name: str) -> None:
        """Take a closing tag."""

    def words(self, text: str) -> None:
        """Styles hold no words."""

    def heading(self, style: str) -> int:
        """Level 1 to 9 of a heading style, 1 for the title, 0 for others."""
        for each in self._chain(style):
            if each.level:
                return each.level
            if each.name == "title":
                return 1
            word, _, number = each.name.partition(" ")
            if word == "heading" and number.isascii() and number.isdigit():
                return min(int(number[:3]), 9)
        return 0

    def is_listed(self, style: str) -> bool:
        """Whether a style makes list items."""
        return any(each.listed or each.name.startswith(("list bullet", "list number")) for each in self._chain(style))

    def is_named(self, style: str, *words: str) -> bool:
        """Whether a style or one it is based on has one of these words in its name."""
        return any(word in each.name for each in self._chain(style) for word in words)

    def _chain(self, style: str) -> list[Style]:
        chain: list[Style] = []
        for _ in range(_FURTHEST):
            found = self._styles.get(style)
            if not found:
                if style and not chain:  # an id without a declaration, as some converters write: "Heading2"
                    chain.append(Style(name=_name_of(style)))
                break
            chain.append(found)
            style = found.parent
        return chain


def outline_level(value: str) -> int:
    """1 to 9 for the outline levels 0 to 8 of the file, 0 for body text."""
    return int(value) + 1 if value in {*"012345678"} else 0


def _name_of(style: str) -> str:
    name = style.casefold()
    return f"heading {name[7:]}" if name.startswith("heading") and name[7:].isdigit() else name
