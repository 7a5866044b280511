"""A folder to a KnowledgeBase: every file is read once, every fault of every file is noted, and nothing raises."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from evidencekb.model.errors import UsageError
from evidencekb.model.finding import Related
from evidencekb.model.kb import KnowledgeBase
from evidencekb.model.nodes import Claim, Dispute, Source
from evidencekb.model.place import Place
from evidencekb.store import build, files, layout, own_files, schema
from evidencekb.store.faults import Faults
from evidencekb.store.parse import parse
from evidencekb.store.places import Places
from evidencekb.store.references import references
from evidencekb.text import figures
from evidencekb.text.nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from evidencekb.store.files import Found
    from evidencekb.store.references import Reference

_SNAPSHOT_LIMIT: Final = 20_000_000
_OF: Final = {"claim": Claim, "source": Source, "dispute": Dispute}


def load(root: Path, *, today: date, snapshots: Path | None = None) -> KnowledgeBase:
    """Load the claim base in `root`; what is wrong with it waits in `faults`, under the name of a rule.

    `snapshots` is a folder of stored source texts. UsageError when either is no such folder.
    """
    if not layout.is_root(root):
        message = f"{root} is no claim base: it does not hold kb/ and claims/"
        raise UsageError(message)
    if snapshots is not None and not snapshots.is_dir():
        message = f"{snapshots} is no folder of snapshots"
        raise UsageError(message)
    with uncollected():
        return Loader(root, today).load(snapshots)


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold the garbage collector off: it would walk what grows again and again, and find nothing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()  # and back: what has grown is now old, so that it is not walked as soon as we are done
            gc.unfreeze()
            gc.enable()


class Loader:
    """One load under way: reads files one by one, and notes what is wrong with them in `faults`."""

    def __init__(self, root: Path, today: date, faults: Faults | None = None) -> None:
        """Nothing is read yet; `faults` is where they are noted."""
        self.root, self.today = root, today
        self.faults = Faults() if faults is None else faults
        self.texts: dict[str, bytes] = {}
        self.places = Places(self.texts)
        self.builder = build.Builder(figures.parse)
        self.nodes: dict[str, dict[str, Any]] = {kind: {} for kind in layout.FOLDERS}
        self.known: dict[str, frozenset[str]] = {}
        self.aliases: dict[str, set[str]] = {
            kind: set() for kind in layout.FOLDERS
        }  # ids that differ from their file's name
        self.unknown: list[tuple[str, str, Reference]] = []  # path, node, reference
        self.concepts_whole = True

    def load(self, snapshots: Path | None) -> KnowledgeBase:
        """Read everything, in an order that lets each reference be judged when it is met."""
        self._stray()
        listed = layout.listed(self.root, self.faults)
        config = build.config(self.settings(), self.today)
        concepts = self._concepts(listed["concept"])
        for kind in _OF:
            self.known[kind] = frozenset(found.stem for found in listed[kind])
        self.known["concept"] = frozenset(self.nodes["concept"]) | self.aliases["concept"]
        for raw, path, index in concepts:
            self._refer("concept", raw, path, str(raw.get("id") or ""), (index,))
        for kind in _OF:
            for found in listed[kind]:
                self._node(kind, found)
        self._unknown_references()
        texts = self._pages(listed["page"])
        stored = self._snapshots(snapshots) if snapshots else {}
        ordered = {kind: MappingProxyType(dict(sorted(nodes.items()))) for kind, nodes in self.nodes.items()}
        return KnowledgeBase(
            root=str(self.root),
            config=config,
            concepts=ordered["concept"],
            sources=ordered["source"],
            claims=ordered["claim"],
            disputes=ordered["dispute"],
            pages=MappingProxyType(texts),
            assets=frozenset(own_files.below(self.root, own_files.ASSETS)),
            snapshots=MappingProxyType(stored),
            snapshots_given=snapshots is not None,
            faults=MappingProxyType(dict(self.faults.by_rule())),
            locate=self.places.locate,
        )

    def _stray(self) -> None:
        """Whatever stands in kb/ that nothing reads."""
        with os.scandir(self.root / "kb") as entries:
            held = sorted(entry.name for entry in entries if not entry.name.startswith("."))
        for name in held:
            if name not in {"kb.yaml", "sources", "disputes", "concepts"} and not name.lower().startswith("readme"):
                message = "nothing reads this: kb/ holds kb.yaml and the folders concepts, sources and disputes"
                self.faults.add("stray-file", message, Place(f"kb/{files.printable(name)}"))

    def _read(self, path: str, kind: str) -> tuple[Any, bool, bool]:
        """Read a file: its value, whether all of it was read, and whether it is free of faults so far."""
        data = files.read(self.root, path, self.faults)
        if data is None:
            return None, False, False
        self.texts[path] = data
        text = data.decode()
        parsed = parse(text)
        for fault in parsed.faults:
            message = fault.message
            if fault.rule == "malformed-yaml":
                message += f"; until then {_LOST[kind]}"
            elif fault.rule == "duplicate-key":
                message += "; readers keep the one or the other, so keep one yourself"
            related: tuple[Related, ...] = ()
            if fault.first:
                related = (Related(self.places.span(path, *fault.first), "the first one"),)
            self.faults.add(fault.rule, message, self.places.span(path, fault.start, fault.end), _named(path), related)
        return parsed.value, parsed.whole, not parsed.faults

    def _checked(self, kind: str, value: Any, path: str, at: tuple[str | int, ...] = ()) -> tuple[dict[str, Any], bool]:  # noqa: ANN401
        """Check a node against its schema: what of it fits, and whether that is all of it."""
        if schema.gate(kind)(value):
            return value, True
        deviations, complete = schema.explain(kind, value, lambda keys: self.places.written(path, (*at, *keys)))
        for each in deviations:
            locate = self.places.key if each.on_key else self.places.locate
            self.faults.add(each.rule, each.message, locate(path, (*at, *each.keys)), _named(path))
        if not complete or not isinstance(value, dict):
            return {}, False
        value = build.scrub(value)
        for each in deviations:
            if not each.missing:
                build.prune(value, each.keys)
        return value, False

    def settings(self) -> dict[str, Any]:
        """What kb.yaml says; it may be missing."""
        if not os.path.lexists(self.root / layout.SETTINGS):
            return {}
        value, whole, _ = self._read(layout.SETTINGS, "kb")
        return self._checked("kb", value, layout.SETTINGS)[0] if whole else {}

    def _concepts(self, listed: list[Found]) -> list[tuple[dict[str, Any], str, int]]:
        """Every concept of every list, with its raw value for a later look at what it refers to."""
        kept = []
        for path, _ in listed:
            for raw, index, valid in self.concepts(path):
                kept.append((raw, path, index))
                self._concept(raw, path, index, valid=valid)
        return kept

    def concepts(self, path: str) -> Iterator[tuple[dict[str, Any], int, bool]]:
        """What a list says of each concept, its place in the list, and whether all of that fits."""
        value, whole, sound = self._read(path, "concept")
        self.concepts_whole &= whole
        if value is None and not whole:
            return
        if not isinstance(value, list):
            shape = "is empty" if value is None else "has to be a list of concepts: begin each with `- id:`"
            self.faults.add("schema-violation", f"this file {shape}", self.places.locate(path, ()))
            self.concepts_whole = False
            return
        for index, item in enumerate(value if whole else value[:-1]):  # the last one is cut off
            raw, fits = self._checked("concept", item, path, (index,))
            yield raw, index, fits and sound

    def _concept(self, raw: dict[str, Any], path: str, index: int, *, valid: bool) -> None:
        """Put one concept in its place; of two with one id the first stays."""
        name = raw.get("id")
        if not name:
            return  # its schema says so already
        first = self.nodes["concept"].get(name)
        if first is None:
            self.nodes["concept"][name] = self.builder.make("concept", raw, name, path, index, valid)
            self._figures(path, name)
        else:
            other = self.places.locate(first.path, (first.index, "id"))
            self._duplicate("concept", name, self.places.locate(path, (index, "id")), other)

    def node(self, kind: str, found: Found) -> tuple[dict[str, Any], bool]:
        """What a file says of its claim, source or dispute, and whether all of that fits."""
        path, stem = found
        value, whole, sound = self._read(path, kind)
        raw, fits = self._checked(kind, value, path) if whole else ({}, False)
        written = raw.get("id")
        if written and written != stem:
            self.aliases[kind].add(written)
            message = f"the id is `{written}`, the file {stem}.yaml; others find it by its file: make the two one"
            self.faults.add("id-not-file-stem", message, self.places.locate(path, ("id",)), (stem,))
            fits = False
        return raw, fits and sound

    def _node(self, kind: str, found: Found) -> None:
        """Put a claim, source or dispute in its place; it goes by its file's name, whatever its id says."""
        path, stem = found
        raw, valid = self.node(kind, found)
        nodes = self.nodes[kind]
        if stem in nodes:
            first = self.places.locate(nodes[stem].path, ("id",))
            self._duplicate(kind, stem, self.places.locate(path, ("id",)), first)
        else:
            nodes[stem] = self.builder.make(kind, raw, stem, path, 0, valid)
        self._figures(path, stem)
        self._refer(kind, raw, path, stem)

    def _duplicate(self, kind: str, name: str, place: Place, first: Place) -> None:
        message = f"`{name}` is a {kind} in {first.path} too, and only that one is used; give this one an id of its own"
        self.faults.add("duplicate-id", message, place, (name,), (Related(first, "the first one"),))

    def _figures(self, path: str, name: str) -> None:
        """Report the figures of the node just built that the grammar cannot read."""
        for keys, text in self.builder.unreadable:
            share = keys[-1] != "figure"
            wanted = "a percentage such as 80%" if share else "a figure such as `76%`, `≤ 50 mg/day` or `2–4 weeks`"
            message = f"`{text}` cannot be read as {wanted}, so nothing can be compared with it; reword it"
            self.faults.add("unreadable-figure", message, self.places.locate(path, keys), (name,))
        self.builder.unreadable.clear()

    def _refer(self, kind: str, raw: dict[str, Any], path: str, name: str, at: tuple[str | int, ...] = ()) -> None:
        """Note which of a node's references name nothing known so far."""
        for reference in references(kind, raw, self.known, at):
            self.unknown.append((path, name, reference))

    def _unknown_references(self) -> None:
        """Report references to nothing; those to a node whose file and id disagree are that fault's business."""
        nearest: dict[str, Nearest] = {}
        suggested: dict[tuple[str, str], str] = {}
        for path, name, reference in self.unknown:
            kind, wanted = reference.kind, reference.name
            if wanted in self.aliases[kind] or (kind == "concept" and not self.concepts_whole):
                continue
            if kind not in nearest:
                nearest[kind] = Nearest(self.known[kind])
            if (kind, wanted) not in suggested:
                suggested[kind, wanted] = nearest[kind].find(wanted) if len(suggested) < _SUGGESTIONS else ""
            hint = suggested[kind, wanted]
            other = next((k for k in layout.FOLDERS if k != kind and wanted in self.known[k]), "")
            tail = f"did you mean `{hint}`?" if hint else _MISSING[kind]
            if other and not hint:
                tail = f"that is the id of a {other}"
            locate = self.places.key if reference.on_key else self.places.locate
            message = f"no {kind} is called `{schema.short(wanted)}`; {tail}"
            self.faults.add("unknown-reference", message, locate(path, reference.keys), (name,) if name else ())

    def _pages(self, listed: list[Found]) -> dict[str, str]:
        """Explainers: path to text."""
        texts = {}
        for path, _ in listed:
            data = files.read(self.root, path, self.faults)
            if data is not None:
                texts[path] = data.decode()
        return texts

    def _snapshots(self, folder: Path) -> dict[str, str]:
        """Source id to its stored text, for the sources that name one."""
        texts = {}
        for name, source in sorted(self.nodes["source"].items()):
            if not source.snapshot:
                continue
            place = self.places.locate(source.path, ("snapshot",))
            if not (folder / source.snapshot).is_file():
                message = f"the snapshots hold no {source.snapshot}: nothing of this source is verified; store its text"
                self.faults.add("snapshot-missing", message, place, (name,))
                continue
            met = Faults()
            data = files.read(folder, source.snapshot, met, _SNAPSHOT_LIMIT)
            for rule, problems in met.by_rule().items():
                for problem in problems:
                    self.faults.add(rule, f"snapshot {source.snapshot}: {problem.message}", place, (name,))
            if data is not None:
                texts[name] = data.decode()
        return texts


def _named(path: str) -> tuple[str, ...]:
    """Give the id of the one node that a file holds; files of the other kinds hold none or many."""
    return (
        () if path.startswith(("kb/concepts/", layout.SETTINGS)) else (path.rsplit("/", 1)[-1].removesuffix(".yaml"),)
    )


_SUGGESTIONS: Final = 200
"""Names for which a likely spelling is sought; a claim base with more unknown names has another trouble."""
_LOST: Final = {
    "claim": "this claim is not checked",
    "source": "this source is not checked",
    "dispute": "this dispute is not checked",
    "concept": "ids of concepts are not checked anywhere",
    "kb": "the settings are the default ones",
}
_MISSING: Final = {
    "claim": "add it below claims/, or correct the id",
    "source": "add it to kb/sources, or correct the id",
    "concept": "add it to a list in kb/concepts, or correct the id",
    "dispute": "add it to kb/disputes, or correct the id",
}
