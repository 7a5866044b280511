"""What is worked out once of each node and of the whole, as plain values that pages and lists are made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from evidencekb.model.standing import Standing
from evidencekb.reason import clashes, mechanisms
from evidencekb.reason.names import citation
from evidencekb.reason.origins import origins
from evidencekb.reason.references import reference
from evidencekb.reason.standing import stand
from evidencekb.site import search
from evidencekb.site.cells import WHOLE
from evidencekb.site.rows import row

if TYPE_CHECKING:
    from collections.abc import Callable

    from evidencekb.model.tracked import TrackedBase
    from evidencekb.site.cells import Cells
    from evidencekb.site.frame import Frame

Changes = Sequence[tuple[str, str]]


class Levels(Mapping[str, Standing]):
    """Standing of every claim, worked out when it is asked for."""

    def __init__(self, cells: Cells, kb: TrackedBase) -> None:
        """Standings are the family `standing` of `cells`."""
        self._cells, self._claims, self._names = cells, kb.claims, kb.names["claim"]
        self._made: dict[str, tuple[Any, Standing]] = {}

    def __getitem__(self, claim: str) -> Standing:
        """KeyError where there is no such claim."""
        if claim not in self._names:
            self._claims[claim]  # notes that it was asked for, and raises
        plain = self._cells.get("standing", claim)
        made = self._made.get(claim)
        if made is None or made[0] is not plain:
            made = self._made[claim] = (plain, Standing(*plain))
        return made[1]

    def __iter__(self) -> Iterator[str]:
        """In the order of the claims."""
        return iter(self._claims)

    def __len__(self) -> int:
        """As many as claims."""
        return len(self._claims)


def define(cells: Cells, frame: Frame) -> None:
    """Say how each value is made."""
    kb = frame.kb
    whole: dict[str, Callable[[], Any]] = {
        "origins": lambda: dict(origins(kb)),
        "premises": lambda: clashes.premises(kb),
        "clashes": lambda: _clashes(cells, kb),
        "day": lambda: _day(cells, frame.history),
    }

    def standing(name: str) -> tuple[Any, ...]:
        found = stand(kb, kb.claims[name], cells.get(WHOLE, "origins"), cells.get("clash", name))
        return tuple(getattr(found, each) for each in Standing.__slots__)

    def covers(name: str) -> tuple[Any, ...]:
        return _coverage(frame, name)

    cells.makers |= {
        WHOLE: lambda key: whole[key](),
        "share": lambda name: clashes.share(kb, kb.claims[name], cells.get(WHOLE, "premises")),
        "clash": lambda name: cells.get(WHOLE, "clashes").get(name, ()),
        "standing": standing,
        "row": lambda name: tuple(row(kb, kb.claims[name], frame.standings[name])),
        "cause": lambda name: mechanisms.said(kb.claims[name]),
        "covers": covers,
        "reference": lambda name: reference(kb.sources[name]),
        "meta": lambda path: dict(frame.prose.meta(path, kb.pages[path])),
        **{f"entry-{kind}": search.entry(frame, kind) for kind in kb.nodes},
    }
    cells.keys |= dict.fromkeys(("share", "clash", "standing", "row", "cause"), kb.names["claim"])
    cells.keys |= {"covers": kb.names["source"], "reference": kb.names["source"], "meta": kb.names["page"]}
    cells.keys |= {f"entry-{kind}": names for kind, names in kb.names.items()}


def _clashes(cells: Cells, kb: TrackedBase) -> dict[str, tuple[str, ...] | None]:
    """Claim to the smallest set of claims, itself among them, that cannot all be true; None where it may be in one."""
    lost = {name for each in kb.disputes.values() if each.status == "resolved" for name in each.against}
    shares = [share for name, share in cells.family("share").items() if share and name not in lost]
    solved: clashes.Solved = cells.values.get("solved", {})
    split: clashes.Split = cells.values.get("split", {})
    sets, undecided, used, parted = clashes.find(kb, shares, cells.get(WHOLE, "premises"), solved, split)
    if used != solved:
        cells.hold("solved", used)
    if parted is not split:
        cells.hold("split", parted)
    found: dict[str, tuple[str, ...] | None] = {}
    for names in sets:
        for name in names:
            found.setdefault(name, names)
    for name in undecided:
        found.setdefault(name, None)
    return found


def _day(cells: Cells, history: Mapping[str, Changes]) -> str:
    """The latest date that the data or their history hold, "" for none."""
    dates = [date for changes in history.values() for date, _ in changes[:1]]
    dates += [each[6] for each in cells.family("row").values()]
    return max(dates, default="")


def _coverage(frame: Frame, name: str) -> tuple[Any, ...]:
    """An article for the public: its title, the claims it states and contradicts, each once, and how these stand."""
    source = frame.kb.sources[name]
    if source.tier != "lay" or name not in frame.kb.evidence_of:
        return ()
    stances: dict[str, str] = {}
    for claim, _, item in frame.kb.evidence_of[name]:
        if stances.get(claim.id) != "contradicts":
            stances[claim.id] = item.stance
    counts = Counter(frame.standing(claim) for claim, stance in stances.items() if stance != "contradicts")
    against = sum(stance == "contradicts" for stance in stances.values())
    return source.title or citation(source), counts.total(), against, dict(counts)
