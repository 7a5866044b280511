"""What the tests ask of a built page: its elements, what it loads, and what could run in it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import html5lib

if TYPE_CHECKING:
    from pathlib import Path

LOADING = {
    ("script", "src"),
    ("link", "href"),
    ("img", "src"),
    ("image", "href"),
    ("use", "href"),
    ("source", "src"),
    ("form", "action"),
}
FURTHER = re.compile(r"-[0-9]+$")
SCHEMES = {"", "http", "https", "mailto"}
BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
DATA = {"application/ld+json", "application/json"}  # blocks that a browser reads as data and never runs


@cache
def elements(path: Path):
    """(tag, attributes) of every element of a page, in order; a page that is not strict HTML5 raises ParseError."""
    tree = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False).parse(
        path.read_bytes()
    )
    return [
        (node.tag.rpartition("}")[2], {k.rpartition("}")[2]: v for k, v in node.attrib.items()})
        for node in tree.iter()
        if isinstance(node.tag, str)
    ]


def types(folder: Path) -> list[str]:
    """One page of every type, as paths from the root: of those that follow on one another, the first."""
    shown = [path for path in sorted(folder.glob("*.html")) if not FURTHER.search(path.stem)]
    for below in sorted(path for path in folder.iterdir() if path.is_dir()):
        largest: dict[str, Path] = {}  # the list, the page of a node, and what a node's own page leads on to
        for path in sorted(below.glob("*.html"), key=lambda path: (-path.stat().st_size, path)):
            if not (stem := path.stem).startswith("index-"):
                largest.setdefault("list" if stem == "index" else stem.partition("_")[1], path)
        shown += largest.values()
    return [str(path.relative_to(folder)) for path in shown]


def repeated_ids(path: Path) -> list[str]:
    """The ids that stand more than once in a page."""
    return [name for name, n in Counter(a["id"] for _, a in elements(path) if "id" in a).items() if n > 1]


def live_parts(path: Path) -> list[str]:
    """Whatever in a page could run, load from elsewhere or mislead the eye."""
    found = []
    for tag, attributes in elements(path):
        if tag in {"iframe", "object", "embed", "base", "style", "applet", "frame"}:
            found.append(f"<{tag}>")
        if tag == "script" and "src" not in attributes and attributes.get("type") not in DATA:
            found.append("inline script")
        for name, value in attributes.items():
            if name.startswith("on") or name in {"style", "srcdoc", "formaction", "ping"}:
                found.append(f"{tag} {name}={value[:40]}")
            if (tag, name) in LOADING and not (tag == "link" and _only_points(attributes)):
                parts = urlsplit(value)
                if parts.scheme or parts.netloc or value.startswith("//"):
                    found.append(f"{tag} loads {value[:60]}")
            if name in {"href", "src", "action"} and urlsplit(value.strip()).scheme.lower() not in SCHEMES:
                found.append(f"{tag} {name}={value[:60]}")
    if BIDI.search(path.read_text("utf-8")):
        found.append("override of the writing direction")
    return found


def _only_points(attributes) -> bool:
    """Whether a <link> names a page and makes no browser load it."""
    return set(attributes.get("rel", "").split()) <= {"canonical", "alternate", "license", "describedby"}


def policy(path: Path) -> dict[str, set[str]]:
    """The Content-Security-Policy that a page carries, directive by directive; it must stand before anything loads."""
    for tag, attributes in elements(path):
        if tag in {"script", "link"}:
            break
        if tag == "meta" and attributes.get("http-equiv", "").lower() == "content-security-policy":
            parts = [part.split() for part in attributes["content"].split(";") if part.strip()]
            return {name: set(values) for name, *values in parts}
    return {}


def dead_links(folder: Path, path: Path) -> list[str]:
    """Links of a page to files that are not there or to fragments that are not in them."""
    dead = []
    here = path.relative_to(folder).as_posix()
    for tag, attributes in elements(path):
        for name in ("href", "src", "action"):
            value = attributes.get(name)
            if value is None or urlsplit(value).scheme or value.startswith("//"):
                continue
            parts = urlsplit(urljoin(f"http://site/{here}", value))
            target = folder / unquote(parts.path).lstrip("/")
            if not target.is_file():
                dead.append(f"{tag} {value}")
            elif parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in _anchors(target):
                dead.append(f"{tag} {value}: no such place in the page")
    return dead


@cache
def _anchors(path: Path) -> frozenset[str]:
    """The ids of a page."""
    return frozenset(attributes["id"] for _, attributes in elements(path) if "id" in attributes)


_TAGS = r"(?:<[^<>]+>)"
GLUED = re.compile(rf"[^\s<>]{{1,20}}{_TAGS}+[^\s<>]{{1,20}}")
_BORDER = re.compile(r"</?(?:dt|dd|th|tr|summary|caption|figcaption|blockquote|pre)\b")
_SEEN = re.compile(r"</?(?:h[1-6]|p|td|div|ul|li|article|section)\b")  # where the search index parts words by itself


def glued(path: Path) -> list[str]:
    """Words of a page that only a border of blocks keeps apart: the search index runs them together."""
    main = path.read_text("utf-8").partition("<main")[2].partition("</main>")[0]
    found = GLUED.findall(re.sub(r"<svg.*?</svg>|<br>", " ", main, flags=re.DOTALL))
    return [words for words in found if _BORDER.search(words) and not _SEEN.search(words)]
