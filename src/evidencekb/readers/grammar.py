"""markdown-it-py set up so that every block knows its lines and every inline token what it consumed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import heading, html_block, lheading, paragraph, table
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    link,
    newline,
    strikethrough,
)

from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

    Rule = Callable[[StateBlock, int, int, bool], bool]

_DEEPEST: Final = 40  # levels of quotes and lists; what lies deeper is read as paragraphs
_FOOTNOTE: Final = pattern(r"\[\^([^\s\[\]\\]{1,200})\]:")
_FOOTNOTE_MARK: Final = pattern(r"\[\^[^\s\[\]\\]{1,200}\](?!\()")

Line = tuple[int, int]
"""Start and end in the source of one line of a block, container markers and indent left out."""


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables, strikethrough and footnotes; `token.meta["lines"]` and inline `token.map` are ours."""
    markdown = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    markdown.block = _Blocks()
    markdown.inline = _Inlines()
    markdown.enable(["table", "strikethrough"])
    rules = markdown.block.ruler
    ends = ["paragraph", "reference", "blockquote"]
    rules.at("heading", _noting(heading, -2), {"alt": ends})
    rules.at("lheading", _noting(lheading, -2), {"alt": []})
    rules.at("paragraph", _noting(paragraph, -2), {"alt": []})
    rules.at("html_block", _noting(html_block, -1), {"alt": ends})
    rules.at("table", _table, {"alt": ["paragraph", "reference"]})
    rules.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    markdown.inline.ruler.before("link", "footnote_mark", _footnote_mark)
    markdown.inline.ruler2.disable("fragments_join")  # it would merge words that stand apart in the source
    return markdown


class _Blocks(ParserBlock):
    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - the parser's names
        """Parse lines; where quotes and lists nest too deep, read paragraphs and no structure (not: drop the text)."""
        if state.level < _DEEPEST:
            super().tokenize(state, startLine, endLine)
            return
        line = startLine
        while line < endLine:
            line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            _paragraph(state, line, endLine, False)  # noqa: FBT003
            line = state.line
        state.line = max(line, startLine + 1)


def _noting(rule: Rule, back: int) -> Rule:
    """Wrap a block rule: the token `back` from the end gets the place of each of its lines."""

    def noting(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        if not rule(state, start, end, silent):
            return False
        if not silent:
            token = state.tokens[back]
            first, last = token.map or (start, start)
            lines = _lines(state, first, last)
            if token.type == "inline" and state.tokens[back - 1].markup.startswith("#"):
                lines = [_title(state.src, lines[0], token.content)]
            token.meta["lines"] = lines
        return True

    return noting


_paragraph: Final = _noting(paragraph, -2)


def _lines(state: StateBlock, start: int, end: int) -> list[Line]:
    begins, shifts, ends = state.bMarks, state.tShift, state.eMarks
    return [(min(begins[line] + shifts[line], ends[line]), ends[line]) for line in range(start, end)]


def _title(source: str, line: Line, content: str) -> Line:
    """Place of an ATX heading's words between its hashes."""
    hashes, end = line
    while hashes < end and source[hashes] == "#":
        hashes += 1
    at = source.find(content, hashes, end) if content else hashes
    return (at, at + len(content))


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    opening = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    if not silent:
        lines = _lines(state, start, state.line)
        state.tokens[opening].meta["lines"] = dict(zip(range(start, state.line), lines, strict=True))
    return True


def split_row(source: str, start: int, end: int) -> list[list[Line]]:
    r"""Cells of one line of a table, each as the pieces of the source that make it up: `\|` loses its backslash."""
    while start < end and source[start] in " \t":
        start += 1
    while end > start and source[end - 1] in " \t\r":
        end -= 1
    cells: list[list[Line]] = []
    pieces: list[Line] = []
    last = at = start
    while True:
        at = source.find("|", at, end)
        if at < 0:
            break
        if at > start and source[at - 1] == "\\":
            pieces.append((last, at - 1))
            last = at
        else:
            cells.append([*pieces, (last, at)])
            pieces, last = [], at + 1
        at += 1
    cells.append([*pieces, (last, end)])
    if cells and cells[0] == [(start, start)]:
        cells.pop(0)
    if cells and cells[-1] == [(end, end)]:
        cells.pop()
    return cells


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """`[^1]: words`, with indented blocks after it."""
    first, last = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    found = None if state.is_code_block(start) else _FOOTNOTE.match(state.src, first, last)
    if not found:
        return False
    if silent:
        return True
    kept = (state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType)
    after = at = found.end()
    width = base = state.sCount[start] + after - first
    while at < last and state.src[at] in " \t":
        width += 4 - width % 4 if state.src[at] == "\t" else 1
        at += 1
    state.push("footnote_open", "", 1).map = [start, start]
    state.bMarks[start], state.tShift[start] = after, at - after
    state.blkIndent += 4
    # the first line counts as indented far enough, and never as indented code
    state.sCount[start] = state.blkIndent + min(3, width - base)
    state.parentType = "footnote"
    state.md.block.tokenize(state, start, end)
    state.blkIndent -= 4
    state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType = kept
    state.line = max(state.line, start + 1)
    state.push("footnote_close", "", -1)
    return True


def _footnote_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """`[^1]` in the text: a mark, no words."""
    if not state.src.startswith("[^", state.pos):
        return False
    found = _FOOTNOTE_MARK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("footnote_mark", "", 0)
    state.pos = found.end()
    return True


_RULES: Final = {
    "\n": (newline,),
    "\\": (escape,),
    "`": (backtick,),
    "~": (strikethrough.tokenize,),
    "*": (emphasis.tokenize,),
    "_": (emphasis.tokenize,),
    "[": (_footnote_mark, link),
    "!": (image,),
    "<": (autolink, html_inline),
    "&": (entity,),
    "]": (),
}
"""First character to the rules that can match there, so that no other is asked."""
_UNLINKED: Final = {**_RULES, "[": (_footnote_mark,), "!": ()}  # where no link can be, brackets need no look ahead


class _State(StateInline):
    """Remembers where the words that wait to become a token began."""

    begun = 0

    def append_pending(self, text: str) -> None:
        """Take words that stand at the current position."""
        if not self._pending_buffer and not self._pending:
            self.begun = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - the parser's name
        """Make a token of the words that wait."""
        token = super().pushPending()
        token.map = [self.begun, self.begun + len(token.content)]
        return token


class _Inlines(ParserInline):
    def __init__(self) -> None:
        """Stop at the characters that mean something here and at no others."""
        super().__init__()
        self.terminator_re = pattern(r"[\n!&*<\[\\\]_`~]")

    def tokenize(self, state: StateInline) -> None:
        """As the parser's own, and each new token is told what it consumed: `map` is [start, end] in the content."""
        src, end, search = state.src, state.posMax, self.terminator_re.search
        shallow = state.level < state.md.options["maxNesting"]
        known = _RULES if "](" in src or "references" in state.env else _UNLINKED
        while state.pos < end:
            start, count = state.pos, len(state.tokens)
            rules = known.get(src[start])
            if rules is None:  # words, up to whatever may mean something
                stop = search(src, start, end)
                at = stop.start() if stop else end
                state.append_pending(src[start:at])
                state.pos = at
            elif shallow and any(rule(state, False) for rule in rules):  # noqa: FBT003
                _note(state.tokens, count, start, state.pos)
            else:
                state.append_pending(src[start])
                state.pos = start + 1
        if state.pending:
            state.pushPending()

    def parse(self, src: str, md: MarkdownIt, env: MutableMapping[str, object], tokens: list[Token]) -> list[Token]:
        """Tokens of one block's content."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _note(tokens: list[Token], first: int, start: int, end: int) -> None:
    at = start
    for index in range(first, len(tokens)):
        token = tokens[index]
        if token.map is not None:
            continue
        if token.type == "text":  # delimiters: a token for each, in order
            token.map = [at, at + len(token.content)]
            at += len(token.content)
        else:
            token.map = [start, end]
