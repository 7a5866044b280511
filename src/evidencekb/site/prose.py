"""Explainers: CommonMark to HTML, with figures that are pinned to claims turned into cards."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import yaml
from markdown_it import MarkdownIt

from evidencekb.reason.addresses import leads
from evidencekb.reason.repeating import otherwise
from evidencekb.site.cards import voices
from evidencekb.site.text import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping, Sequence

    from markdown_it.token import Token

    from evidencekb.site.frame import Frame

_SCHEME = "claim:"
_WORDS = frozenset({"text", "code_inline"})


class Prose:
    """Renders the explainers of one claim base."""

    def __init__(self, frame: Frame) -> None:
        """Set up CommonMark with tables; raw HTML is shown as text, never passed on."""
        self._frame = frame
        self._markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
        self._markdown.validateLink = _harmless  # type: ignore[assignment]
        self._markdown.renderer.rules.update(  # type: ignore[attr-defined]
            link_open=self._open,
            link_close=self._close,
            image=_image,
            table_open=_table,
            table_close=lambda *_: "</table></div>\n",
        )

    def meta(self, path: str, text: str) -> Mapping[str, str]:
        """Title and summary from the front matter; else the title that the page begins with, or the file's name."""
        name = path.rsplit("/", 1)[-1].removesuffix(".md")
        head, body = split(text)
        title = _title(self._markdown.parse(body)) or name.replace("-", " ").capitalize()
        found = {"title": title, "summary": ""}
        try:
            values = yaml.safe_load(head)
        except yaml.YAMLError:
            values = None  # the rules report it; the page is still shown
        if isinstance(values, dict):
            found.update({key: str(values[key]) for key in found if values.get(key)})
        return found

    def render(self, text: str, root: str) -> tuple[str, tuple[str, ...]]:
        """The body of an explainer as HTML, and the claims that it pins, in order.

        `root` leads from its page to the root of the site.
        """
        claims: dict[str, int] = {}
        env: dict[str, object] = {"root": root, "cards": 0, "tables": 0, "open": [], "claims": claims}
        tokens = self._tokens(text, env)
        for name, at in _headings(tokens).items():
            tokens[at].attrSet("id", name)
        return visible(self._markdown.renderer.render(tokens, self._markdown.options, env)), tuple(claims)

    def contents(self, text: str) -> dict[str, str]:
        """The place of every section of an explainer in its page to the words of its heading."""
        tokens = self._tokens(text, {})
        return {
            name: "".join(each.content for each in tokens[at + 1].children or () if each.type in _WORDS)
            for name, at in _headings(tokens).items()
        }

    def _tokens(self, text: str, env: MutableMapping[str, object]) -> list[Token]:
        """The body of a page without the title that is printed above it; other titles in it head sections."""
        tokens = self._markdown.parse(split(text)[1], env)
        title = _title(tokens)
        if title and title == self.meta("", text)["title"]:
            tokens = tokens[3:]
        for token in tokens:
            if token.type in {"heading_open", "heading_close"} and token.tag == "h1":
                token.tag = "h2"
        return tokens

    def _open(
        self,
        tokens: Sequence[Token],
        at: int,
        _options: object,
        env: MutableMapping[str, object],
    ) -> str:
        """Open a link: to a claim, one that opens a card; elsewhere, a plain link.

        No button, though it could open the card by itself: no browser breaks a button where a line ends.
        """
        stack, claims = env["open"], env["claims"]
        assert isinstance(stack, list)  # noqa: S101 - set in render
        assert isinstance(claims, dict)  # noqa: S101
        target = str(tokens[at].attrs.get("href", ""))
        claim = self._frame.kb.claims.get(target.removeprefix(_SCHEME)) if target.startswith(_SCHEME) else None
        if claim is None and target.startswith(_SCHEME):
            stack.append(f' <b class="lost">(there is no claim {html.escape(target.removeprefix(_SCHEME))})</b>')
            return ""
        if claim is None:
            stack.append("</a>")
            return f'<a href="{html.escape(self._address(target))}">'
        env["cards"] = number = int(str(env["cards"])) + 1
        shown = self._frame.dossier(claim.id)
        card = self._frame.page(
            "card.html", "", claim=claim, number=number, up=env["root"], shown=shown, voices=voices(shown)
        )
        before, words, after = _around(tokens, at)
        differs = claim.figure is not None and otherwise(self._frame.kb.config, before, words, after, claim.figure)
        wrong = f' <b class="lost">(the claim says {html.escape(claim.figure_text)})</b>' if differs else ""
        mark = f", {claim.status.replace('-', ' ')}" if claim.status in {"draft", "in-review"} else ""
        wrong += f' <b class="unapproved">{mark[2:]}</b>' if mark else ""
        level = self._frame.standing(claim.id)
        own = html.escape(claim.figure_text or claim.statement) if not words else ""
        told = f"{mark}: show its sources" if words.strip() == level else f", {level}{mark}: show its sources"
        stack.append(f'<span class="aside">{told}</span></a>{wrong}{card}</span>')
        nth = claims.setdefault(claim.id, len(claims) + 1)  # its number in the list at the foot, which paper shows
        pin = f'<span class="pin" data-nth="{nth}">'
        return f'{pin}<a class="figure is-{level}" id="figure-{number}" href="#card-{number}">{own}'

    def _address(self, target: str) -> str:
        """Where a link leads; another explainer may be named by its file."""
        path, mark, rest = target.partition("#")
        if not path.endswith(".md") or urlsplit(path).scheme or not leads(self._frame.kb, unquote(path)):
            return target
        return f"{path.removesuffix('.md')}.html{mark}{rest}"

    def _close(
        self,
        _tokens: Sequence[Token],
        _at: int,
        _options: object,
        env: MutableMapping[str, object],
    ) -> str:
        """Close what `_open` opened."""
        stack = env["open"]
        assert isinstance(stack, list)  # noqa: S101 - set in render
        return str(stack.pop())


def _title(tokens: Sequence[Token]) -> str:
    """The words of the title that a page begins with; "" for none."""
    if not tokens or tokens[0].type != "heading_open" or tokens[0].tag != "h1":
        return ""
    return "".join(each.content for each in tokens[1].children or () if each.type in _WORDS).strip()


def _headings(tokens: Sequence[Token]) -> dict[str, int]:
    """The place that each section (second level) is given in its page to where its heading opens among the tokens."""
    found: dict[str, int] = {}
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            words = re.sub(r"[^a-z0-9]+", "-", tokens[at + 1].content.lower()).strip("-")[:60].strip("-")
            name = f"on-{words or 'this'}"
            found[name if name not in found else f"{name}-{len(found) + 1}"] = at
    return found


def _table(_tokens: object, _at: int, _options: object, env: MutableMapping[str, object]) -> str:
    """Open a table in a frame of its own, which scrolls where the table is wider than the page."""
    env["tables"] = number = int(str(env["tables"])) + 1
    return f'<div class="wide" tabindex="0" role="region" aria-label="Table {number}"><table>\n'


def _image(tokens: Sequence[Token], at: int, *_rest: object) -> str:
    """A picture that lies in the site is shown; one that lies elsewhere becomes a link, for no page calls on others."""
    source = str(tokens[at].attrs.get("src", ""))
    words = html.escape(tokens[at].content)
    parts = urlsplit(source)
    if parts.scheme or parts.netloc:
        return f'<a href="{html.escape(source)}">{words or html.escape(source)}</a>'
    return f'<img src="{html.escape(source)}" alt="{words}">'


def split(text: str) -> tuple[str, str]:
    """Front matter and body of a page; no front matter is the empty text."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if text.startswith("---\n"):
        head, mark, body = text[4:].partition("\n---\n")
        if mark:
            return head, body
    return "", text


def _around(tokens: Sequence[Token], at: int) -> tuple[str, str, str]:
    """The words of the line before the link that opens at `at`, those in it, and those of the line after it."""
    close = next(i for i, token in enumerate(tokens) if i > at and token.type == "link_close")
    parts = tokens[:at], tokens[at:close], tokens[close:]
    before, words, after = ("".join("\n" if t.type.endswith("break") else t.content for t in part) for part in parts)
    return before.rpartition("\n")[2], words, after.partition("\n")[0]


def _harmless(target: str) -> bool:
    """Whether a link may stand: to a claim, a page, an anchor or the web; no script, no data."""
    head, colon, _ = target.partition(":")
    return not colon or "/" in head or "#" in head or head.lower() in {"claim", "http", "https", "mailto"}
