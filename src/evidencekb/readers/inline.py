"""The inline content of a Markdown block to prose: emphasis, entities, links, tags, each character with its place."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from evidencekb.readers.markup import tokens
from evidencekb.readers.prose import Passage, Prose
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from evidencekb.readers.grammar import Line
    from evidencekb.readers.outline import Outline

_MARKED: Final = pattern(r"[\\`*_\[<&]|~~")
_MORE_THAN_STARS: Final = pattern(r"[\\`_\[<&]|~~")
_STARS: Final = pattern(r"\*+")
_LEFT_OUT: Final = {
    **dict.fromkeys(("code", "kbd", "samp", "var", "pre"), "code"),
    **dict.fromkeys(("del", "s", "strike"), "deleted text"),
    **dict.fromkeys(("script", "style", "svg", "math", "template"), "scripts, styles"),
}


class Content:
    """Lines of a block put together, with the way back to the source."""

    __slots__ = ("_at", "_files", "text")

    def __init__(self, source: str, lines: Sequence[Line], joint: str = "\n") -> None:
        """`lines` are spans of the source; `joint` stands between them in `text`."""
        self._at: list[int] = []
        self._files = [start for start, _ in lines]
        length = 0
        for start, end in lines:
            self._at.append(length)
            length += end - start + len(joint)
        self.text = joint.join([source[start:end] for start, end in lines])

    def locate(self, offset: int) -> int:
        """Offset in the source of an offset in `text`."""
        run = max(0, bisect_right(self._at, offset) - 1)
        return self._files[run] + offset - self._at[run]

    def pieces(self, start: int, end: int) -> list[tuple[str, int]]:
        """(words, offset in the source) of text[start:end], cut where lines were put together."""
        run = bisect_right(self._at, start) - 1
        found = []
        while start < end:
            stop = min(end, self._at[run + 1]) if run + 1 < len(self._at) else end
            found.append((self.text[start:stop], self._files[run] + start - self._at[run]))
            start = stop
            run += 1
        return found


def between_stars(text: str) -> list[tuple[int, int]] | None:
    """Spans of the words where `*`, `**` and `***` open and close in turn beyond doubt; None where there is doubt.

    Most emphasis is of this kind, and needs no parser.
    """
    runs = [run.span() for run in _STARS.finditer(text)]
    if len(runs) % 2:
        return None
    spans = []
    last = 0
    for (before, start), (end, after) in zip(runs[::2], runs[1::2], strict=True):
        if start - before != after - end or start - before > 3:
            return None
        first, final = text[start], text[end - 1]
        if not first.isalnum() and (first.isspace() or (before and text[before - 1] not in " \n(")):
            return None
        if not final.isalnum() and (final.isspace() or text[after : after + 1] not in ("", " ", "\n", ".", ",", ")")):
            return None
        spans += [(last, before), (start, end)]
        last = after
    spans.append((last, len(text)))
    return spans


class Inline:
    """Reads the content of blocks; `env` holds the link definitions of the whole draft.

    `returns` says that a space before a line break may stand for a carriage return.
    """

    def __init__(
        self, markdown: MarkdownIt, source: str, env: dict[str, object], outline: Outline, *, returns: bool = False
    ) -> None:
        """Comments, and counts of what is left out, go to `outline`."""
        self._markdown, self._source, self._env, self._outline = markdown, source, env, outline
        self._returns = returns
        self._prose = Prose()
        self._raised = 0
        self._left_out: list[str] = []

    def passage(self, lines: Sequence[Line], joint: str = "\n") -> Passage:
        """Prose of the lines of one block; `joint` is "" where they are pieces of one line."""
        source, prose = self._source, self._prose
        if not any(_MARKED.search(source, start, end) for start, end in lines):
            for start, end in lines:
                prose.words(source[start:end], start)
                if joint:
                    prose.gap(end, end + 1)
            return prose.take()
        content = Content(source, lines, joint)
        starred = None if _MORE_THAN_STARS.search(content.text) else between_stars(content.text)
        if starred is not None:
            for span in starred:
                for words, start in content.pieces(*span):
                    prose.words(words, start)
            return prose.take()
        self._raised, self._left_out = 0, []
        automatic = False
        for token in self._markdown.inline.parse(content.text, self._markdown, self._env, []):
            if token.info == "auto" and token.type in ("link_open", "link_close"):
                automatic = token.type == "link_open"
                if automatic:
                    self._skip(token, content, "web address")
            elif not automatic:
                self._take(token, content)
        return prose.take()

    def _take(self, token: Token, content: Content) -> None:
        kind = token.type
        if kind == "html_inline":
            self._tag(token, content)
        elif kind == "s_open":
            self._left_out.append(kind)
            self._outline.skip("deleted text")
        elif kind == "s_close":
            while self._left_out and self._left_out.pop() != "s_open":
                pass  # a tag that was opened inside ends here too
        elif self._left_out:
            return
        elif kind == "text":
            self._words(token, content)
        elif kind == "text_special":
            self._special(token, content)
        elif kind in ("softbreak", "hardbreak"):
            self._gap(token, content)
        elif kind == "code_inline":
            self._skip(token, content, "code")
        elif kind == "image":
            self._skip(token, content, "picture")
        elif kind == "link_open":
            href = str(token.attrs.get("href", ""))
            if href.startswith("claim:"):
                self._prose.open_pin(unquote(href[6:]))
        elif kind == "link_close":
            self._prose.close_pin()

    def _words(self, token: Token, content: Content) -> None:
        if not token.content or not token.map:
            return
        for words, start in content.pieces(*token.map):
            if self._raised:
                self._prose.raised(words, start)
            else:
                self._prose.words(words, start)

    def _special(self, token: Token, content: Content) -> None:
        start, end = self._span(token, content)
        after = token.map[1] if token.map else 0
        if self._returns and token.content == "\\ " and content.text.startswith("\n", after):
            self._prose.gap(start, end)  # the space stands for a carriage return: a hard line break
        elif token.content == token.markup:  # a backslash that escapes nothing
            self._prose.words(token.content, start)
        else:
            self._prose.glyph(token.content, start, end)

    def _tag(self, token: Token, content: Content) -> None:
        start, end = self._span(token, content)
        for tag in tokens(token.content):
            if tag.kind == "comment":
                self._outline.comment(start, end, tag.data)
            elif self._left_out:
                if tag.kind == "close" and tag.data == self._left_out[-1]:
                    self._left_out.pop()
                elif tag.kind == "open" and tag.data == self._left_out[-1]:
                    self._left_out.append(tag.data)
            elif tag.kind == "open" and tag.data in _LEFT_OUT:
                self._outline.skip(_LEFT_OUT[tag.data])
                self._left_out.append(tag.data)
                self._prose.gap(start, end)
            elif tag.data in ("br", "img", "p", "div", "li", "td"):
                self._prose.gap(start, end)
            elif tag.data == "sup":
                self._raised = 1 if tag.kind == "open" else 0
            elif tag.data == "a" and tag.kind == "open" and tag.attributes.get("href", "").startswith("claim:"):
                self._prose.open_pin(unquote(tag.attributes["href"][6:]))
            elif tag.data == "a" and tag.kind == "close":
                self._prose.close_pin()

    def _skip(self, token: Token, content: Content, reason: str) -> None:
        self._outline.skip(reason)
        self._gap(token, content)

    def _gap(self, token: Token, content: Content) -> None:
        self._prose.gap(*self._span(token, content))

    def _span(self, token: Token, content: Content) -> tuple[int, int]:
        start, end = token.map or (0, 0)
        return content.locate(start), content.locate(end - 1) + 1
