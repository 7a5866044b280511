"""The site in units that are made apart, and made again only when something that was read for them has changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from importlib import resources
from typing import TYPE_CHECKING, Any, Final, Protocol

from evidencekb.model.links import revise
from evidencekb.model.tracked import tracked
from evidencekb.model.tracking import ALL, Reads
from evidencekb.processes import shared
from evidencekb.site import machines, search
from evidencekb.site.frame import Frame, url
from evidencekb.site.pages import (
    claims,
    concepts,
    disputes,
    explainers,
    exports,
    glossary,
    health,
    home,
    mechanisms,
    reference,
    sources,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.links import Links
    from evidencekb.model.rule import RuleDoc
    from evidencekb.model.standing import Standing
    from evidencekb.site.cells import Plain
    from evidencekb.site.facts import Changes

    Put = Callable[[str, bytes], None]
    Change = tuple[str, str, Any, Any]

_NODES: Final = {"page": explainers.page, "claim": claims.page, "dispute": disputes.page}
_LONG: Final = {"source": sources.pages, "concept": concepts.pages}
"""Kinds of nodes that may need more than one page."""
_LISTS: Final = {
    "claims": claims.lists,
    "sources": sources.lists,
    "concepts": concepts.lists,
    "disputes": disputes.lists,
    "glossary": glossary.lists,
    "mechanisms": mechanisms.lists,
    "health": health.lists,
}
_LEAVES: Final = {"mechanisms": mechanisms.leaf, "health": health.leaf}
"""Lists whose pages read more than their own values."""
_WHOLE: Final = {"home": home.render, "health": health.render, "exports": exports.render, "search": search.render}
_LATE: Final = frozenset({"search"})
"""Made when all nodes are: they show what the nodes' own units work out."""


class Data(Protocol):
    """What makes the files for machines (see `exporters`)."""

    LINES: Mapping[str, Callable[[KnowledgeBase, Mapping[str, Standing], str], Plain]]

    def node(
        self,
        kb: KnowledgeBase,
        standings: Mapping[str, Standing],
        kind: str,
        name: str,
        said: Callable[[str, str], Plain],
    ) -> Iterator[tuple[str, bytes]]:
        """The files of one node."""
        ...

    def whole(
        self,
        kb: KnowledgeBase,
        standings: Mapping[str, Standing],
        lines: Callable[[str], Mapping[str, Plain]],
        history: Mapping[str, Changes],
    ) -> Mapping[str, Callable[[], bytes]]:
        """The files on all nodes."""
        ...


class Site:
    """The site of one claim base, made as a whole, or again after some nodes changed."""

    def __init__(
        self,
        kb: KnowledgeBase,
        rules: Callable[[], Mapping[str, RuleDoc]],
        history: Mapping[str, Changes],
        data: Data | None,
        kept: dict[str, Plain] | None = None,
        changes: Iterable[Change] = (),
        overrides: tuple[Mapping[str, str], Mapping[str, bytes]] = ({}, {}),
    ) -> None:
        """Nothing is made yet. `history` is path of a file to its changes, the latest first.

        `overrides` are the claim base's own templates and assets, by their names.

        `kept` is what a site was that is to be made again after these changes (kind, id, node before, node after).
        """
        self._changed = set(_changed(kept, changes, history)) if kept else set()
        if not kept:  # a whole site asks for each node some hundred times, and plain mappings answer fastest
            plain: dict[str, Any] = {f"{kind}s": dict(nodes) for kind, nodes in kb.nodes.items()}
            kb = replace(kb, **plain)
        kept = kept or {"links": kb.links, "paths": {}, "history": {}, "templates": {}}
        self._links: Links = kept.pop("links")
        self.paths: dict[str, tuple[str, ...]] = kept.pop("paths")  # unit to its files
        self._history, self._compiled = history, kept.pop("templates")
        del kept["history"]
        self.frame = Frame(tracked(kb, self._links, Reads()), history, self._compiled, overrides[0])
        self._own_assets = overrides[1]
        if kept:
            self.frame.cells.unpack(kept)
        self._rules, self._data = rules, data
        cells, kb = self.frame.cells, self.frame.kb
        cells.makers["list"] = lambda name: {leaf.path: leaf.values for leaf in _LISTS[name](self.frame)}
        cells.makers["leaf"] = self._leaf
        for name, make in data.LINES.items() if data else ():
            cells.makers[name] = partial(make, kb, self.frame.standings)
            cells.keys[name] = kb.names["claim"]
        self._whole = data.whole(kb, self.frame.standings, cells.family, self.frame.history) if data else {}

    def build(self, put: Put) -> list[str]:
        """Hand every file to `put`, in processes of their own where that is of use; none is gone."""
        cells = self.frame.cells
        for family in ("standing", "row", "cause", "covers", "meta"):  # what many units read
            cells.sync(family)
        early, late = self.units()
        for made in shared(early, lambda units: self._share(units, put), lambda units: self._share_apart(units, put)):
            if made:
                self.paths |= made[0]
                cells.merge(made[1])
        self.make(late, put)
        return []

    def again(self, put: Put) -> list[str]:
        """Hand to `put` the files that may be others than they were; gives the paths of those that are gone."""
        cells = self.frame.cells
        cells.change(self._changed)
        for family in cells.keys:
            cells.sync(family)
        for name in _LISTS:
            cells.get("list", name)
        cells.settle()
        early, late = self.units()
        units = {unit: at for at, unit in enumerate((*early, *late))}
        lost = {path for unit in self.paths.keys() - units.keys() for path in self.paths.pop(unit)}
        made: set[str] = set()
        fresh = {"guide ", *(units.keys() - self.paths.keys())}
        while stale := sorted(units.keys() & (fresh | cells.told), key=units.__getitem__):
            lost.update(path for unit in stale for path in self.paths.get(unit, ()))
            fresh.clear()
            cells.told.clear()
            self.make(stale, put)
            made.update(path for unit in stale for path in self.paths[unit])
            cells.settle()
        return sorted(lost - made)

    def keep(self) -> dict[str, Plain]:
        """What is to be known of a site to make it again; of what is worked out, only that which is new."""
        held = {"paths": self.paths, "history": self._history, "templates": self._compiled, "links": self._links}
        return self.frame.cells.pack() | held

    def _share(self, units: Iterable[str], put: Put) -> None:
        """Make some units, and what files on all nodes show of theirs."""
        for unit in units:
            self.make([unit], put)
            family, _, key = unit.partition(" ")
            kind, _, name = key.partition(" ")
            if family == "node":
                for each in (f"entry-{kind}", *(self._data.LINES if self._data and kind == "claim" else ())):
                    self.frame.cells.get(each, name)

    def _share_apart(self, units: Iterable[str], put: Put) -> Plain:
        """The same in another process: the paths of the units, and what was worked out for them."""
        self.paths = {}
        self.frame.cells.apart()
        self._share(units, put)
        return self.paths, self.frame.cells.pack()

    def make(self, units: Iterable[str], put: Put) -> None:
        """Make these units and hand their files to `put`."""
        for unit in units:
            files = self.frame.cells.watch(unit, partial(self._made, unit))
            for path, data in files:
                put(path, data)
            self.paths[unit] = tuple(path for path, _ in files)

    def units(self) -> tuple[list[str], list[str]]:
        """The units that can be made in any order, and those that show what others work out."""
        cells = self.frame.cells
        early = ["rules ", "assets "]
        early += [f"node {kind} {name}" for kind, names in self.frame.kb.names.items() for name in names]
        early += [f"listed {name} {path}" for name in _LISTS for path in cells.get("list", name)]
        early += [f"single {name}" for name in _WHOLE if name not in _LATE]
        late = [f"single {name}" for name in sorted(_LATE)] + [f"data {path}" for path in self._whole]
        return early, [*late, "guide "]

    def _made(self, unit: str) -> list[tuple[str, bytes]]:
        return list(self._files(unit))

    def _files(self, unit: str) -> Iterator[tuple[str, bytes]]:
        """The files of one unit."""
        frame, data = self.frame, self._data
        family, _, key = unit.partition(" ")
        if family == "node":
            kind, _, name = key.partition(" ")
            if kind in _LONG:
                yield from _encoded(_LONG[kind](frame, name))
            else:
                yield from _encoded([(url(kind, name), _NODES[kind](frame, name))])
            if data:
                yield from data.node(frame.kb, frame.standings, kind, name, frame.cells.get)
        elif family == "listed":
            name, _, path = key.partition(" ")
            values = frame.cells.get("leaf", key)
            if name in _LEAVES:
                yield from _encoded([(path, _LEAVES[name](frame, path, values))])
            else:
                yield from _encoded([(path, frame.page(f"{name}.html", path, **values))])
        elif family == "single":
            yield from _encoded(_WHOLE[key](frame))
        elif family == "data":
            yield key, self._whole[key]()
        elif family == "rules":
            yield from _encoded(reference.render(frame, self._rules()))
        elif family == "guide":
            paths = [path for unit, paths in self.paths.items() if unit != "guide " for path in paths]
            yield from machines.render(frame, paths)
        else:
            for each in (resources.files("evidencekb.site") / "assets").iterdir():
                if each.name not in self._own_assets:
                    yield f"assets/{each.name}", each.read_bytes()
            for name, asset in self._own_assets.items():
                yield f"assets/{name}", asset

    def _leaf(self, key: str) -> Plain:
        """What stands on one page of a list; None where the list has no such page any more."""
        name, _, path = key.partition(" ")
        return self.frame.cells.get("list", name).get(path)


def _changed(kept: dict[str, Plain], changes: Iterable[Change], history: Mapping[str, Changes]) -> Iterator[str]:
    """What is not as it was, by the names under which reads are noted; the kept links are brought up to date."""
    for kind, name, before, after in changes:
        yield from (f"{kind} {name}", f"{kind} {ALL}")
        for link, target in revise(kept["links"], kind, name, before, after):
            yield from (f"{link} {target}", f"{link} {ALL}")
    for path in {*history, *kept["history"]}:
        if history.get(path) != kept["history"].get(path):
            yield from (f"history {path}", f"history {ALL}")
    if list(history) != list(kept["history"]):
        yield f"history {ALL}"


def _encoded(pages: Iterable[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    for path, page in pages:
        yield path, page.encode()


def build(
    kb: KnowledgeBase,
    rules: Mapping[str, RuleDoc],
    history: Mapping[str, Changes] | None = None,
    data: Data | None = None,
) -> dict[str, bytes]:
    """All files of the site, {path relative to its root: bytes}."""
    files: dict[str, bytes] = {}
    site = Site(kb, lambda: rules, history or {}, data)
    for units in site.units():
        site.make(units, files.__setitem__)
    return files
