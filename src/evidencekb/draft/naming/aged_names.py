"""The ways to spell the name of people of an age: "women of 51 and over" for "women aged 51 or older"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_AGED: Final = pattern(
    r"(?P<who>[A-Za-z][A-Za-z -]*?) (?:of|aged|from|between)(?: ages?)? (?P<low>[0-9]{1,3})(?: years?)?"
    r"(?:(?: years?)? (?:and|or) (?:over|older|above|up|more)|(?: to |[-\u2013]| and )(?P<high>[0-9]{1,3}))"
    r"(?: years?)?(?: old| of age)?"
)
_LEADS: Final = ("of", "aged", "who are", "ages", "age")
_ANYONE: Final = frozenset({"people", "adults", "persons", "individuals"})
_UP: Final = tuple(f"{joint} {word}" for joint in ("and", "or") for word in ("over", "older", "above", "up"))


def variants(name: str) -> Iterator[str]:
    """The other spellings of a name of people with an age; none of any other name."""
    match = _AGED.fullmatch(name)
    if match is None:
        return
    who, low, high = match["who"], match["low"], match["high"]
    for lead in (*_LEADS, ""):
        begun = f"{who} {lead}".rstrip()
        if high is None:
            for up in _UP:
                yield f"{begun} {low} {up}"
                yield f"{begun} {low} years {up}"
        else:
            yield f"{begun} {low} to {high}"
            yield f"{begun} {low}-{high}"
            yield f"{begun} {low}\u2013{high}"
            yield f"{begun} {low} to {high} years"
    if high is None:
        yield f"{who} of at least {low}"
        yield f"{who} aged at least {low}"
        yield f"{who} from {low}"
        yield f"{who} from {low} on"
    else:
        for lead in ("between", "aged between", "from", "aged from"):
            yield f"{who} {lead} {low} {'and' if 'between' in lead else 'to'} {high}"
        if who.lower() in _ANYONE:  # whoever they are beside that: "women between 50 and 89 years of age"
            for joint, end in (("between", "and"), ("from", "to"), ("", "to")):
                span = f"{joint} {low} {end} {high}".strip()
                yield f"{span} years of age"
                yield f"{span} years old"
            yield f"between the ages of {low} and {high}"
            yield f"from the ages of {low} to {high}"
