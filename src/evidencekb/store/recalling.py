"""A claim base of which little is asked: files are read only where they changed, nodes made when asked for."""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from evidencekb.model.errors import UsageError
from evidencekb.model.kb import KnowledgeBase
from evidencekb.store import build, layout, own_files
from evidencekb.store.faults import Faults
from evidencekb.store.files import Found, read
from evidencekb.store.layout import FOLDERS, SETTINGS, is_root
from evidencekb.text import figures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from evidencekb.model.finding import Problem
    from evidencekb.model.quantity import Quantity
    from evidencekb.store.loading import Loader

Entry = tuple[str, int, bytes]
"""A node as it is kept: its id, its place in its file's list, what the file says and whether it fits (`marshal`)."""
Kept = tuple[int, int, tuple[Entry, ...]]
"""A file as it is kept: when it was changed (ns), its size, and its nodes."""
Files = dict[str, dict[str, Kept]]
"""Kind of node to path to file, in the order of the paths."""
Change = tuple[str, str, Any, Any]
"""Kind and id of a node, and the node before and after; None where there is none."""
_CONFIG: Final = "kb"
"""Kind, name and id of kb.yaml, which makes no node."""
_ABSENT: Final = (-2, -2)
"""Stands for the time and size of a file that is not there, as kb.yaml need not be."""
_FAULTY: Final = (-1, -1)
"""Stands for the time and size of a file that has faults: it is read every time, so that they are met every time."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """A claim base without places; `faults` are those of single files, `changes` nodes that are not as they were."""

    kb: KnowledgeBase
    files: Files
    changes: Iterator[Change]
    faults: Mapping[str, tuple[Problem, ...]]


def recall(
    root: Path, *, today: date, known: Files, read_figure: Callable[[str], Quantity | None] = figures.parse
) -> Recalled:
    """Load the claim base in `root`, of which `known` was kept earlier. UsageError when it is none."""
    if not is_root(root):
        message = f"{root} is no claim base: it does not hold kb/ and claims/"
        raise UsageError(message)
    faults = Faults()
    listed = {_CONFIG: [Found(SETTINGS, _CONFIG)], **layout.listed(root, faults)}
    files: Files = {}
    fresh: list[tuple[str, Found]] = []
    for kind, found in listed.items():
        before, files[kind] = known.get(kind, {}), {}
        for each in found:
            kept, stamp = before.get(each.path), _stamp(root, each.path)
            if kept is None or stamp == _FAULTY or kept[:2] != stamp:
                fresh.append((kind, each))
                kept = *stamp, ()
            files[kind][each.path] = kept
    if fresh:
        _renew(root, fresh, files, faults)
    config = build.config(_config(files), today)
    builder = build.Builder(read_figure)
    makers: dict[str, Callable[..., Any]] = {kind: partial(builder.make, kind) for kind in FOLDERS}
    makers["page"] = lambda text, *_: text
    new = {kind: Nodes(_placed(files[kind].items()), make) for kind, make in makers.items()}
    concepts, sources, claims, disputes, pages = (
        new[kind] for kind in ("concept", "source", "claim", "dispute", "page")
    )
    assets = frozenset(own_files.below(root, own_files.ASSETS))
    kb = KnowledgeBase(str(root), config, concepts, sources, claims, disputes, pages, assets)
    changes = (each for kind in makers for each in _changes(kind, known.get(kind, {}), files[kind], new[kind]))
    return Recalled(kb, files, changes, dict(faults.by_rule()))


def _stamp(root: Path, path: str) -> tuple[int, int]:
    """When a file was changed, and its size."""
    try:
        status = os.stat(f"{root}/{path}", follow_symlinks=False)  # noqa: PTH116 - a Path would cost twice as much
    except FileNotFoundError:
        return _ABSENT
    except OSError:
        return _FAULTY  # to read it says why
    return status.st_mtime_ns, status.st_size


def _renew(root: Path, fresh: Sequence[tuple[str, Found]], files: Files, faults: Faults) -> None:
    """Read the fresh files, in two processes where that is of use, and put what they say into `files`."""
    from evidencekb.processes import shared  # noqa: PLC0415 - as in _loader

    read = partial(_read, root)
    said = {path: entries for share in shared(fresh, read, read) for path, entries in share.items()}
    loader = _loader(root, faults)
    for kind, each in fresh:
        entries, stamp = said[each.path], files[kind][each.path][:2]
        if entries is None:  # it is read again, so that its faults are met here
            entries, stamp = _entries(loader, kind, each), _FAULTY
        files[kind][each.path] = *stamp, entries


def _read(root: Path, share: Iterable[tuple[str, Found]]) -> dict[str, tuple[Entry, ...] | None]:
    """Path to the nodes of each of these files; None for one with faults."""
    said: dict[str, tuple[Entry, ...] | None] = {}
    faults = Faults()
    loader = _loader(root, faults)
    for kind, found in share:
        met = len(faults)
        entries = _entries(loader, kind, found)
        said[found.path] = entries if len(faults) == met else None
    return said


def _loader(root: Path, faults: Faults) -> Loader:
    from evidencekb.store.loading import Loader  # noqa: PLC0415 - what has not changed needs no parser: start-up counts

    return Loader(root, date.min, faults)


def _entries(loader: Loader, kind: str, found: Found) -> tuple[Entry, ...]:
    return tuple((name, index, marshal.dumps(_plain(said))) for name, index, said in _said(loader, kind, found))


def _said(loader: Loader, kind: str, found: Found) -> Iterator[tuple[str, int, Any]]:
    """Each node of a file: its id, its place in the list, and what is said of it and whether that fits."""
    if kind == _CONFIG:
        yield _CONFIG, 0, (loader.settings(), True)
    elif kind == "page":
        data = read(loader.root, found.path, loader.faults)
        if data is not None:
            yield found.path, 0, (data.decode(), True)
    elif kind == "concept":
        for raw, index, valid in loader.concepts(found.path):
            if raw.get("id"):
                yield raw["id"], index, (raw, valid)
    else:
        yield found.stem, 0, loader.node(kind, found)


def _config(files: Files) -> dict[str, Any]:
    """What kb.yaml says."""
    (_, _, entries) = files[_CONFIG][SETTINGS]
    raw: dict[str, Any] = marshal.loads(entries[0][2])[0]  # noqa: S302 - from memory that is ours
    return raw


def _plain(value: Any) -> Any:  # noqa: ANN401 - what YAML holds
    """The same without what `marshal` does not know: dates are texts of a class of their own."""
    kind = value.__class__
    if kind is dict:
        return {key: _plain(each) for key, each in value.items()}
    if kind is list or kind is tuple:
        return [_plain(each) for each in value]
    return value if kind is str or kind is int or kind is bool or value is None else str(value)


def _placed(files: Iterable[tuple[str, Kept]]) -> dict[str, tuple[str, int, bytes]]:
    """Id to path, index and what is said there; of two nodes with one id the first stays."""
    found: dict[str, tuple[str, int, bytes]] = {}
    for path, (_, _, entries) in files:
        for name, index, said in entries:
            found.setdefault(name, (path, index, said))
    return dict(sorted(found.items()))


def _changes(kind: str, before: Mapping[str, Kept], after: Mapping[str, Kept], new: Nodes) -> Iterator[Change]:
    """Nodes that are not as they were; only those of files that are not as they were can be."""
    other = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    names = {entry[0] for files in (before, after) for path in other if path in files for entry in files[path][2]}
    told = (each for each in before.items() if any(entry[0] in names for entry in each[1][2]))
    old = Nodes(_placed(told), new.make)
    for name in sorted(names):
        if old.placed.get(name) != new.placed.get(name):
            yield kind, name, old.get(name), new.get(name)


@dataclass(frozen=True, slots=True)
class Nodes(Mapping[str, Any]):
    """Id to node, each made when it is first asked for; `placed` is id to path, index and what is said there."""

    placed: Mapping[str, tuple[str, int, bytes]]
    make: Callable[..., Any]
    _made: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - a node of any kind
        """The node, made if it is not yet."""
        made = self._made.get(name)
        if made is None:
            path, index, data = self.placed[name]
            raw, valid = marshal.loads(data)  # noqa: S302 - from memory that is ours
            made = self._made[name] = self.make(raw, name, path, index, valid)
        return made

    def __contains__(self, name: object) -> bool:
        """Whether there is such a node; none is made."""
        return name in self.placed

    def __iter__(self) -> Iterator[str]:
        """All ids, in their order."""
        return iter(self.placed)

    def __len__(self) -> int:
        """As many as nodes."""
        return len(self.placed)
