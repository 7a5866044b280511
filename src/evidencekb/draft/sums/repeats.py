"""Shares of one draft held against each other: one thing given two values, parts of a whole above all of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Kind
from evidencekb.text.agreement import Agreement, compare

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.shares.roles import Roles
    from evidencekb.model.config import Config
    from evidencekb.model.quantity import Figure

_Key = tuple[frozenset[frozenset[str]], ...]
_DIFFERING: Final = frozenset(
    {"another", "other", "earlier", "later", "second", "whereas", "contrast", "however", "different", "newer",
     "older", "previous", "study", "studies", "survey", "surveys", "trial", "trials", "review", "some", "range"}
)  # fmt: skip
"""Words that tell that a second value comes from elsewhere."""
_THOSE: Final = frozenset({"them", "these", "those", "whom", "which", "this"})
_THEY: Final = frozenset({"former", "latter", "group", "number", "lot", "share", "subgroup", "subset"})
_REST: Final = frozenset({"rest", "remaining", "remainder"})


class Repeats:
    """Remembers the shares of one draft by what they are of."""

    def __init__(self, config: Config) -> None:
        """`config` gives the tolerances."""
        self._config = config
        self._seen: dict[_Key, tuple[Figure, int, str]] = {}

    def keep(self, figure: Figure, roles: Roles, line: int, row: str) -> None:
        """Remember a share with its line and the header of its row, the first of its kind."""
        key = _key(figure, roles)
        if key is not None:
            self._seen.setdefault(key, (figure, line, row))

    def fault(
        self,
        sentence: Sentence,
        figure: Figure,
        roles: Roles,
        previous: Roles | None,
        before: Figure | None,
        row: str,
    ) -> str:
        """What does not go together with what the draft said before; "" where nothing is known.

        `row` heads the row of a table: two rows with other headers are of different things, whatever is read in them.
        """
        if previous is not None and before is not None and (found := _parts(sentence, figure, roles, previous, before)):
            return found
        key = _key(figure, roles)
        first = self._seen.get(key) if key is not None else None
        if first is not None and of_those(sentence, figure):
            return ""  # "44% do A, and a third of them do B": a share of the share
        if first is None or any(word.low in _DIFFERING for word in sentence.words):
            return ""
        other, line, its_row = first
        if row and its_row and row != its_row:
            return ""
        agreed = compare(figure.quantity, other.quantity, tolerance=self._config.tolerance, about=self._config.about)
        if agreed is Agreement.VALUE:
            return f"line {line} gives \u201c{other.text}\u201d for this share, here it is \u201c{figure.text}\u201d"
        return ""


def _key(figure: Figure, roles: Roles) -> _Key | None:
    """What a share is of, where the text tells all of it."""
    if (
        figure.quantity.kind is not Kind.PROPORTION
        or not roles.known
        or roles.restricted
        or roles.denied
        or not roles.outcome
    ):
        return None
    return (frozenset(roles.group), frozenset(roles.given), frozenset(roles.outcome), frozenset(roles.without))


def of_those(sentence: Sentence, figure: Figure) -> bool:
    """Whether a share is of people told before: "a third of them", "half of these", "of whom a third"."""
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    behind = [word.low for word in words[after : after + 3]]
    before = [word.low for word in words[max(0, at - 3) : at] if word.low != ","]
    if behind[:2] in (["of", "them"], ["of", "these"]):
        return True
    if len(before) > 1 and before[-2] == "of" and before[-1] in _THOSE:
        return True
    return behind[:2] in (["of", "the"], ["of", "that"]) and bool(set(behind[2:]) & _THEY)


def _parts(sentence: Sentence, figure: Figure, roles: Roles, previous: Roles, before: Figure) -> str:
    """Two parts of one group that cannot overlap and come to more than all, or a rest that is not the rest."""
    one, other = before.quantity.value, figure.quantity.value
    if one is None or other is None or before.quantity.kind is not Kind.PROPORTION:
        return ""
    total = one + other
    slack = Decimal("1.5")
    near = {w.low for w in sentence.words[roles.clause[0] : roles.clause[1]]}
    if near & _REST and abs(total - 100) > slack:
        return f"{before.text} and the rest, {figure.text}, come to {total:f}%"
    if roles.group != previous.group or total <= 100 + slack:
        return ""
    concepts = sentence.concepts
    for here in frozenset().union(*roles.outcome):
        for there in frozenset().union(*previous.outcome):
            if (
                here in concepts
                and there in concepts
                and (there in concepts[here].excludes or here in concepts[there].excludes)
            ):
                return f"{before.text} and {figure.text} of one group cannot be: nobody is in both parts"
    return ""
