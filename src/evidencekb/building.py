"""How a site is built: as a whole, or what of it has changed since the last time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from evidencekb import exporters, rules, site, store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from evidencekb.model.finding import Finding, Problem
    from evidencekb.store import Publication

_FILES, _STATE, _SEARCH = "files-", "state", "search"
"""What is kept for the next time beside what the site keeps, by name: what was read, by kinds of nodes; for which
settings and commit; and a sign that the search index fits the pages."""

_EXPLAINERS = "pages"
"""Group of the rules on explainers."""


@dataclass(frozen=True, slots=True)
class Built:
    """How many files a site has, search index included, and how many of them were written or taken away this time.

    `faults` are those of single files of the claim base, by the name of their rule, and `findings` what is wrong with
    the explainers; the site was built all the same.
    """

    files: int
    changed: int
    faults: Mapping[str, tuple[Problem, ...]]
    findings: tuple[Finding, ...]
    made: site.Site = field(repr=False)  # kept alive: whoever ends here need not wait until its memory is freed

    @property
    def unread(self) -> tuple[Problem, ...]:
        """Faults of files of which something could not be read; the site was built without that."""
        return store.unread(self.faults)

    @property
    def unset(self) -> tuple[Problem, ...]:
        """Faults of the settings that could be read; the site was built without them."""
        known = (problem for rule, found in self.faults.items() if rule not in store.UNREAD for problem in found)
        return tuple(problem for problem in known if problem.place.path == store.SETTINGS)


def build(root: Path, folder: Path) -> Built:
    """Make the site of the claim base in `root`; `folder` holds the old one until the new one is whole."""
    with store.uncollected(), store.publication(folder) as change:
        parts = store.Parts(memory := store.Memory(change, str(root.absolute())))
        known = parts.get({_STATE, *site.NEEDED})
        read = {name.removeprefix(_FILES): known.pop(name) for name in sorted(known) if name.startswith(_FILES)}
        found = store.recall(root, today=date.min, known=read)  # a site does not depend on the clock
        overrides = store.overrides(root)
        settings = repr((found.kb.config, sha256(repr(overrides).encode()).hexdigest()))
        now = {"config": settings, "commit": store.latest(root)}
        state = known.pop(_STATE, {})
        old = site.opened(known) if state.get("config") == settings and change.intact() else None
        history = old["history"] if old and state["commit"] == now["commit"] else store.history(root)
        made = site.Site(found.kb, rules.docs, history, exporters.tree(), old, found.changes, overrides)
        put = _Put(change)
        if old:
            gone = made.again(put.other)
        else:
            gone, parts = made.build(put.any), store.Parts(memory)
        parts.put(
            {_STATE: now, **{_FILES + kind: files for kind, files in found.files.items()}, **site.closed(made.keep())}
        )
        if old:
            index = _revise(change, put, gone, found.kb.config.language)
        else:
            index = len(_index(change, change.fresh, found.kb.config.language, change.put))
            change.replace()
    findings, _ = rules.run(found.kb, _EXPLAINERS) if found.kb.pages else ((), 0)
    files = sum(map(len, made.paths.values())) + index
    return Built(files, len(put.paths) + len(gone), found.faults, findings, made)


class _Put:
    """Hands files on, and notes which."""

    def __init__(self, change: Publication) -> None:
        self._change = change
        self.paths: list[str] = []
        self.found = False  # whether one is a page that a search should find

    def any(self, path: str, data: bytes) -> None:
        """Hand on a file."""
        self._change.put(path, data)
        self.paths.append(path)

    def other(self, path: str, data: bytes) -> None:
        """Hand on a file that is not as it was."""
        if self._change.put_other(path, data):
            self.paths.append(path)
            self.found |= site.shown(data)


def _revise(change: Publication, put: _Put, gone: Sequence[str], language: str) -> int:
    """Put in place what has changed, and then a new search index where that needs one; gives its number of files."""
    stale = put.found or any(path.endswith(".html") for path in gone)
    if stale:
        change.remember(_SEARCH, b"")
    if gone or change.begun():
        change.revise(gone)
    old = change.held(site.FOLDER)
    if not stale and change.recall(_SEARCH):
        return len(old)
    index = _index(change, change.folder, language, change.put_other)
    if old or index:
        change.revise(old.difference(index))
    return len(index)


def _index(change: Publication, pages: Path, language: str, put: Callable[[str, bytes], object]) -> Mapping[str, bytes]:
    """Make the search index of a folder of pages, and hand it to `put`."""
    index = site.index(pages, language)
    for path, data in index.items():
        put(path, data)
    if index:
        change.remember(_SEARCH, b"fits")
    return index
