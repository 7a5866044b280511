"""The shipped JSON Schemas: a quick test for every node, and words for what is wrong with the few that fail it."""

from __future__ import annotations

import json
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from evidencekb.model.errors import UsageError
from evidencekb.store.gate import compiled, is_date
from evidencekb.store.parse import MOST
from evidencekb.store.scalars import UNREAD, Ambiguous, reading
from evidencekb.text.nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

    from evidencekb.store.gate import Test

    Schema = Mapping[str, Any]

KINDS: Final = ("claim", "source", "concept", "dispute", "kb")
_FOLDER: Final = Path(__file__).parent / "schemas"
_AN: Final = {"claim": "a claim", "source": "a source", "concept": "a concept", "dispute": "a dispute", "kb": "kb.yaml"}
_FEW: Final = 10
_SHAPES: Final = {
    "array": "a list",
    "object": "a mapping of keys to values",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}


class Deviation(NamedTuple):
    """One way in which a value departs from its schema. `keys` lead to it; `on_key` when the key itself is at fault."""

    rule: str
    message: str
    keys: tuple[str | int, ...]
    on_key: bool = False
    missing: bool = False  # nothing stands there that could be wrong


def schema_text(kind: str) -> str:
    """Give the JSON Schema (2020-12) of a kind of file, as shipped; UsageError for an unknown kind."""
    if kind not in KINDS:
        message = f"there is no schema for {kind!r}; there are: {', '.join(KINDS)}"
        raise UsageError(message)
    return (_FOLDER / f"{kind}.json").read_text("utf-8")


@cache
def _schema(kind: str) -> Schema:
    """Give the schema of one node: of a file, save that concepts share theirs."""
    whole: Schema = json.loads(schema_text(kind))
    if kind == "concept":
        return {"$ref": "#/$defs/concept", "$defs": whole["$defs"]}
    return whole


@cache
def gate(kind: str) -> Test:
    """Give the quick test for a node: True says that JSON Schema has nothing against it either."""
    return compiled(_schema(kind))


@cache
def _validator(kind: str) -> Validator:
    """Give jsonschema's validator, with our scalars and dates; imported only when there is something to explain."""
    from jsonschema import Draft202012Validator, TypeChecker  # noqa: PLC0415 - 80 ms that a sound claim base saves
    from jsonschema.exceptions import ValidationError as Error  # noqa: PLC0415 - as above
    from jsonschema.validators import extend  # noqa: PLC0415 - as above

    checker: TypeChecker = Draft202012Validator.TYPE_CHECKER
    checker = checker.redefine("string", lambda _, value: value.__class__ is str)
    types = Draft202012Validator.VALIDATORS["type"]

    def type_(validator: Validator, wanted: Any, value: Any, schema: Schema) -> Iterator[Error]:  # noqa: ANN401
        if not (schema.get("format") == "date" and isinstance(value, str)):
            yield from types(validator, wanted, value, schema)

    def format_(_validator: Validator, wanted: Any, value: Any, _schema: Schema) -> Iterator[Error]:  # noqa: ANN401
        if wanted == "date" and isinstance(value, str) and not is_date(value):
            yield Error("not a date")

    keywords = {"type": type_, "format": format_}
    made = extend(Draft202012Validator, keywords, type_checker=checker)  # type: ignore[no-untyped-call]
    return made(_schema(kind))  # type: ignore[no-any-return,unused-ignore]


def explain(
    kind: str,
    value: Any,  # noqa: ANN401 - YAML holds anything
    written: Callable[[tuple[str | int, ...]], str],
) -> tuple[list[Deviation], bool]:
    """Everything that is wrong with a node of that kind which did not pass the gate, and whether that is all.

    `written` gives the characters in the file for the value that keys lead to. After MOST deviations it stops.
    """
    found: dict[tuple[tuple[str | int, ...], bool, str], Deviation] = {}
    errors = list(islice(_validator(kind).iter_errors(value), MOST * 2))
    for error in errors:
        for deviation in _deviations(kind, value, error, written):
            key = (deviation.keys, deviation.on_key, "" if deviation.on_key else deviation.message)
            found.setdefault(key, deviation)
    settled = {deviation.keys for deviation in found.values() if deviation.rule == "ambiguous-scalar"}
    unknown = {deviation.keys for deviation in found.values() if deviation.on_key}
    kept = [
        each
        for each in found.values()
        if (each.on_key or each.rule == "ambiguous-scalar" or each.keys not in settled)
        and (each.on_key or not any(each.keys[: len(keys)] == keys for keys in unknown))
    ]
    return kept[:MOST], len(errors) < MOST * 2 and len(kept) <= MOST


def _deviations(
    kind: str, value: object, error: ValidationError, written: Callable[[tuple[str | int, ...]], str]
) -> Iterator[Deviation]:
    """Say one of jsonschema's errors in our words; nothing of a value that was never read."""
    keys = tuple(error.absolute_path)
    at: Any = error.instance
    wanted: Any = error.validator_value
    name = _named(kind, value, keys)
    if at is UNREAD:
        return
    if "propertyNames" in error.absolute_schema_path and isinstance(at, str):
        yield from _misplaced(kind, value, keys, at, wanted)
    elif error.validator == "additionalProperties":
        known = list(error.schema.get("properties", ())) if isinstance(error.schema, dict) else []
        nearest = Nearest(known)
        for key in islice((key for key in at if key not in known and not key.startswith("*")), MOST):
            meant = nearest.find(key)
            hint = f"did you mean `{meant}`?" if meant else f"`evidencekb schema {kind}` tells the keys"
            if not meant and len(known) < _FEW:
                hint = f"the keys here are {_listed(known)}"
            yield Deviation("unknown-key", f"`{short(key)}` is no key of {name}; {hint}", (*keys, key), on_key=True)
    elif error.validator == "required":
        for key in wanted:
            if key not in at:
                about = _about(kind, (*keys, key)).get("description", "")
                yield Deviation("schema-violation", f"{name} needs `{key}`: {_lower(about)}", keys, missing=True)
    elif error.validator == "type":
        yield from _mistyped(kind, keys, at, wanted, written)
    else:
        said = _said(error, name)
        missing = error.validator == "anyOf"
        yield Deviation("schema-violation", f"{_key(keys, name)} {said}", keys, missing=missing)


def _misplaced(
    kind: str,
    value: object,
    keys: tuple[str | int, ...],
    key: str,
    allowed: Any,  # noqa: ANN401 - of JSON
) -> Iterator[Deviation]:
    """Say that a key belongs to other kinds of claims, or is not shaped as a key here has to be."""
    if not isinstance(allowed, list):
        yield Deviation("schema-violation", f"`{short(key)}` is not a concept's id", (*keys, key), on_key=True)
        return
    if key not in _schema(kind)["properties"]:
        return  # told as an unknown key already
    own = value.get("kind") if isinstance(value, dict) else ""
    homes = [
        branch["then"]["title"] for branch in _schema(kind)["allOf"] if key in branch["then"]["propertyNames"]["enum"]
    ]
    message = f"`{key}` does not belong to the kind {own} but to {_listed(homes)}; another `kind`, or another key?"
    yield Deviation("unknown-key", message, (*keys, key), on_key=True)


def _mistyped(
    kind: str,
    keys: tuple[str | int, ...],
    at: object,
    wanted: str | Sequence[str],
    written: Callable[[tuple[str | int, ...]], str],
) -> Iterator[Deviation]:
    """Say what a value is and what it should be; where only quotes are missing, say that."""
    types = [wanted] if isinstance(wanted, str) else list(wanted)
    name = _key(keys, _AN[kind])
    plain = at is None or isinstance(at, (bool, Ambiguous)) or not isinstance(at, (str, list, dict))
    text = str(at) if isinstance(at, Ambiguous) else written(keys) if plain else ""
    shape = " or ".join(_SHAPES[each] for each in types)
    if not keys and at is None:
        message = "the file is empty; begin with `id:`, or delete it" if kind != "kb" else "the file is empty"
        yield Deviation("schema-violation", message, keys)
    elif plain and at is None and not text:
        yield Deviation("schema-violation", f"{name} has no value; give it one, or take the key out", keys)
    elif plain and "string" in types:
        what = reading(at, text)
        message = f"{name}: to YAML `{text}` is {what}, not text; put it in quotes: {json.dumps(text)}"
        yield Deviation("ambiguous-scalar", message, keys)
    elif plain and isinstance(at, Ambiguous):
        yield Deviation("ambiguous-scalar", f"{name}: YAML readers disagree on `{text}`; write {shape}", keys)
    elif types == ["array"] and isinstance(at, str):
        entry = at if len(at) < 40 and at.replace("-", "").isalnum() else "…"
        yield Deviation("schema-violation", f"{name} has to be a list, even of one: [{entry}]", keys)
    else:
        have = "a list" if isinstance(at, list) else "a mapping" if isinstance(at, dict) else f"`{short(str(at))}`"
        yield Deviation("schema-violation", f"{name} has to be {shape}, not {have}", keys)


def _said(error: ValidationError, name: str) -> str:
    """Say what is wrong with a value of the right type."""
    at: Any = error.instance
    wanted: Any = error.validator_value
    schema = error.schema if isinstance(error.schema, dict) else {}
    match error.validator:
        case "enum":
            meant = Nearest(wanted).find(str(at))
            hint = f"; did you mean `{meant}`?" if meant else ""
            return f"may be {_listed(wanted)}, not `{short(str(at))}`{hint}"
        case "pattern":
            return f"is `{short(str(at))}`, but {schema.get('patternErrorMessage', f'it has to match {wanted}')}"
        case "format":
            return f"is `{short(str(at))}`, which is not a day written YYYY-MM-DD"
        case "minLength" | "minItems" | "minProperties":
            return "is empty; fill it in, or take the key out"
        case "maxLength":
            return f"is longer than {wanted} characters"
        case "uniqueItems":
            words = [str(each) for each in at]
            twice = next((each for each in words if words.count(each) > 1), "an entry")
            return f"names `{short(twice)}` twice"
        case "minimum":
            return f"has to be at least {wanted}, not {at}"
        case "maximum":
            return f"may be at most {wanted}, not {at}"
        case "anyOf":
            choices = " or ".join(f"`{part['required'][0]}`" for part in wanted)
            return f"needs {choices}"
        case _:
            return f"does not fit the schema of {name}"


def _about(kind: str, keys: Sequence[str | int]) -> dict[str, Any]:
    """Title and description of the value that `keys` lead to, as far as the schema gives them."""
    root = _schema(kind)
    part: dict[str, Any] = dict(root)
    for key in (None, *keys):
        if key is not None:
            inner = part.get("items") if isinstance(key, int) else part.get("properties", {}).get(key)
            inner = inner if isinstance(inner, dict) else part.get("additionalProperties")
            part = dict(inner) if isinstance(inner, dict) else {}
        while "$ref" in part:
            name = part.pop("$ref").rsplit("/", 1)[-1]
            part = {**root["$defs"][name], **part}
    return part


def _named(kind: str, value: object, keys: Sequence[str | int]) -> str:
    """Name the mapping that `keys` lead to: a proportion, an evidence item, `policy`."""
    if not keys:
        own = value.get("kind") if isinstance(value, dict) and kind == "claim" else None
        known = isinstance(own, str) and own.isalpha() and own.isascii()
        return _AN[kind] if not known else f"{'an' if str(own)[0] in 'aeiou' else 'a'} {own}"
    title = str(_about(kind, keys).get("title", "")).lower()
    if isinstance(keys[-1], int):
        return f"{'an' if title[:1] in tuple('aeiou') else 'a'} {title}"
    return f"`{keys[-1]}`"


def _key(keys: Sequence[str | int], name: str) -> str:
    """Name a value by its key, with its number in a list."""
    if not keys:
        return name
    if isinstance(keys[-1], int):
        above = next((key for key in reversed(keys) if isinstance(key, str)), "")
        return f"entry {keys[-1] + 1} of `{above}`" if above else f"entry {keys[-1] + 1}"
    return f"`{short(keys[-1])}`"


def _listed(words: Sequence[str]) -> str:
    """Give the words in a row, the last after "or"."""
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _lower(text: str) -> str:
    return (text[:1].lower() + text[1:]).removesuffix(".") if text else "it has to be there"


def short(text: str) -> str:
    """Cut a word that is too long to be shown."""
    return text if len(text) <= 60 else f"{text[:59]}…"
