"""A JSON Schema compiled to a quick yes or no: it lets sound nodes pass, and the others go on to be explained."""

from __future__ import annotations

import re
import sys
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from evidencekb.store.scalars import Ambiguous

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Test = Callable[[Any], bool]

_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, Decimal),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}
_SILENT: Final = frozenset(
    {"$schema", "$defs", "title", "description", "examples", "default", "patternErrorMessage", "then", "format"}
)


def compiled(schema: Mapping[str, Any], within: Mapping[str, Any] | None = None) -> Test:
    """Compile the part of JSON Schema that our own schemas use; NotImplementedError for any other keyword.

    `within` is the document that `$ref` points into. Strict where JSON Schema leaves room: a string is a `str` and
    nothing else, save that a field of format `date` takes the unquoted date that YAML readers disagree on.
    """
    whole = schema if within is None else within
    if schema.get("format") == "date":
        return is_date
    types = schema.get("type")
    if types == "string":
        return _text(schema)
    tests = [test for keyword in schema if (test := _keyword(keyword, schema, whole))]
    names = [types] if isinstance(types, str) else types or []
    accepted = frozenset(kind for name in names for kind in _TYPES[name])
    if accepted:
        tests.insert(0, lambda value: value.__class__ in accepted)
    return tests[0] if len(tests) == 1 else _every(tests)


def _every(tests: list[Test]) -> Test:
    """Join tests; written out for two, since most values have no more."""
    if len(tests) == 2:
        first, second = tests
        return lambda value: first(value) and second(value)

    def test(value: Any) -> bool:  # noqa: ANN401 - YAML holds anything
        for each in tests:  # noqa: SIM110 - a generator would double the time of the hottest loop
            if not each(value):
                return False
        return True

    return test


def _text(schema: Mapping[str, Any]) -> Test:
    """Test a value that has to be text, in one call: nearly all values are."""
    for keyword in schema:
        if keyword not in _SILENT and keyword not in {"type", "enum", "minLength", "maxLength", "pattern"}:
            raise NotImplementedError(keyword)
    least, most = schema.get("minLength", 0), schema.get("maxLength", sys.maxsize)
    if "enum" in schema:
        allowed = frozenset(schema["enum"])
        return lambda value: value.__class__ is str and value in allowed
    if "pattern" not in schema:
        return lambda value: value.__class__ is str and least <= len(value) <= most
    search = re.compile(schema["pattern"]).search
    return lambda value: value.__class__ is str and least <= len(value) <= most and search(value) is not None


def is_date(value: object) -> bool:
    """Whether this is a day written YYYY-MM-DD, quoted or not."""
    if value.__class__ is not str and value.__class__ is not Ambiguous:
        return False
    text = str(value)
    try:
        return len(text) == 10 and text.isascii() and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _keyword(keyword: str, schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Test | None:
    """Test for one keyword; None for one that restricts nothing by itself."""
    if keyword in _SILENT or keyword == "type":
        return None
    if keyword in {"properties", "required", "additionalProperties"}:
        first = next(name for name in schema if name in {"properties", "required", "additionalProperties"})
        return _mapping(schema, whole) if keyword == first else None
    builder = _BUILDERS.get(keyword)
    if builder is None:
        raise NotImplementedError(keyword)
    return builder(schema[keyword], schema, whole)


def _mapping(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Test:
    """Test the three keywords about keys in one walk."""
    known = {name: compiled(part, whole) for name, part in schema.get("properties", {}).items()}
    required = frozenset(schema.get("required", ()))
    extra = schema.get("additionalProperties", True)
    other = compiled(extra, whole) if isinstance(extra, dict) else None
    get = known.get

    def test(value: Any) -> bool:  # noqa: ANN401 - YAML holds anything
        if value.__class__ is not dict:
            return True
        for key, inner in value.items():
            check = get(key, other)
            if check is None:
                if extra is False:
                    return False
            elif not check(inner):
                return False
        return required <= value.keys()

    return test


def _reference(target: str, _schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Test:
    """Test what `$ref` points at."""
    part: Any = whole
    for name in target.removeprefix("#/").split("/"):
        part = part[name]
    return compiled(part, whole)


def _items(part: Mapping[str, Any], _schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Test:
    """Test every entry of a list."""
    test = compiled(part, whole)

    def every(value: Any) -> bool:  # noqa: ANN401 - as above
        if value.__class__ is list:
            for inner in value:
                if not test(inner):
                    return False
        return True

    return every


def _unique(wanted: object, _schema: Mapping[str, Any], _whole: Mapping[str, Any]) -> Test:
    """Test that a list of strings names nothing twice; what else it holds is for `items` to judge."""

    def test(value: Any) -> bool:  # noqa: ANN401 - as above
        if not wanted or value.__class__ is not list or len(value) < 2:
            return True
        words = [inner for inner in value if isinstance(inner, str)]
        return len(set(words)) == len(words)

    return test


def _branch(condition: Mapping[str, Any], schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Test:
    """Test `then` where `if` holds."""
    applies, then = compiled(condition, whole), compiled(schema["then"], whole)
    return lambda value: not applies(value) or then(value)


def _names(part: Mapping[str, Any], _schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Test:
    """Test every key of a mapping."""
    if part.keys() == {"enum"}:
        allowed = frozenset(part["enum"])
        return lambda value: value.__class__ is not dict or value.keys() <= allowed
    test = compiled(part, whole)
    return lambda value: value.__class__ is not dict or all(map(test, value))


def _any(parts: list[Mapping[str, Any]], _schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Test:
    tests = [compiled(part, whole) for part in parts]
    return lambda value: any(test(value) for test in tests)


def _all(parts: list[Mapping[str, Any]], _schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Test:
    return _every([compiled(part, whole) for part in parts])


def _enum(values: list[str], _schema: Mapping[str, Any], _whole: Mapping[str, Any]) -> Test:
    allowed = frozenset(values)
    return lambda value: value.__class__ is str and value in allowed


def _constant(wanted: str, _schema: Mapping[str, Any], _whole: Mapping[str, Any]) -> Test:
    return lambda value: value.__class__ is str and value == wanted


def _pattern(pattern: str, _schema: Mapping[str, Any], _whole: Mapping[str, Any]) -> Test:
    search = re.compile(pattern).search
    return lambda value: value.__class__ is not str or search(value) is not None


def _length(least: int, _schema: Mapping[str, Any], _whole: Mapping[str, Any]) -> Test:
    return lambda value: not isinstance(value, str) or len(value) >= least


def _size(least: int, _schema: Mapping[str, Any], _whole: Mapping[str, Any]) -> Test:
    return lambda value: not isinstance(value, list) or len(value) >= least


def _keys(least: int, _schema: Mapping[str, Any], _whole: Mapping[str, Any]) -> Test:
    return lambda value: not isinstance(value, dict) or len(value) >= least


def _longest(most: int, _schema: Mapping[str, Any], _whole: Mapping[str, Any]) -> Test:
    return lambda value: not isinstance(value, str) or len(value) <= most


def _least(least: int, _schema: Mapping[str, Any], _whole: Mapping[str, Any]) -> Test:
    return lambda value: not isinstance(value, (int, Decimal)) or value >= least


def _most(most: int, _schema: Mapping[str, Any], _whole: Mapping[str, Any]) -> Test:
    return lambda value: not isinstance(value, (int, Decimal)) or value <= most


_BUILDERS: Final[Mapping[str, Callable[[Any, Mapping[str, Any], Mapping[str, Any]], Test]]] = {
    "$ref": _reference,
    "items": _items,
    "uniqueItems": _unique,
    "if": _branch,
    "propertyNames": _names,
    "anyOf": _any,
    "allOf": _all,
    "enum": _enum,
    "const": _constant,
    "pattern": _pattern,
    "minLength": _length,
    "maxLength": _longest,
    "minItems": _size,
    "minProperties": _keys,
    "minimum": _least,
    "maximum": _most,
}
