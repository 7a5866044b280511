"""The templates' engine: jinja2 with escaping on, told how to recognise at a glance what needs none."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, cast

import jinja2
from markupsafe import Markup, escape

from evidencekb.text.inert import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping
    from types import CodeType

    from jinja2.bccache import Bucket
    from jinja2.environment import TemplateModule

_HARMLESS: Final = re.compile(r"[\w \n.,;:()/%+-]*", re.ASCII)


def environment(compiled: dict[str, CodeType], own: Mapping[str, str]) -> jinja2.Environment:
    """The templates of this package; every value that they print is escaped, and what nobody can see taken out.

    `own` are templates of the claim base, by their names: they come first.

    What is compiled is added to `compiled`, and not compiled again where that holds it.
    """
    made = _Environment(
        loader=jinja2.ChoiceLoader([jinja2.DictLoader(own), jinja2.PackageLoader("evidencekb.site")]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_Compiled(compiled),
    )
    made.filters["heading"] = _heading
    made.template_class = _Template
    made.context_class = _Context
    return made


def shown(value: Any) -> str:  # noqa: ANN401 - whatever a template prints
    """A value as HTML."""
    kind = type(value)
    if kind is str:
        return _text(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is int or kind is float:
        return str(value)
    return escape(value if hasattr(value, "__html__") else visible(str(value)))


@cache
def _heading(name: str) -> str:
    """The name of a field, of which there are few, as a reader knows it."""
    return name.replace("_", " ").capitalize()


@lru_cache(4096)  # the same words stand on page after page
def _text(value: str) -> str:
    return value if _HARMLESS.fullmatch(value) else escape(visible(value))


class _Environment(jinja2.Environment):
    """An engine whose templates share one table of names: nothing in a claim base's own templates changes it."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - handed on
        """No template is known yet."""
        super().__init__(*args, **options)
        self._known: dict[Any, jinja2.Template] = {}

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - so named in jinja2
    ) -> jinja2.Template:
        """Give a template, which stays as it is: every page asks for some."""
        made = self._known.get(name)
        if made is None:
            made = self._known[name] = super().get_template(name, parent, globals)
        return made

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Names as a plain table: every page and every import walks through them all."""
        return {**self.globals, **(d or {})}


class _Context(jinja2.runtime.Context):
    """The names on one page. None of our functions asks for them, which jinja2 looks for at every call."""

    def call(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - a template's values are of any type
        """Call what a template calls, without the names of the loop or block that jinja2 hands over."""
        if kwargs:
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
        return function(*args, **kwargs)


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates, by what names their text and the way they were compiled."""

    def __init__(self, held: dict[str, CodeType]) -> None:
        """Use and fill `held`."""
        self._held = held

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if it is there."""
        bucket.code = self._held.get(bucket.key + bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._held[bucket.key + bucket.checksum] = cast("CodeType", bucket.code)


class _Template(jinja2.Template):
    """A template that escapes by `shown`: a page prints some hundred values, and most of them are plain words."""

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - so named in jinja2
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        """Give the compiled code our `escape` in place of its own."""
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = shown
        return made

    def _get_default_module(self, ctx: jinja2.runtime.Context | None = None) -> TemplateModule:  # noqa: ARG002
        """Give the macros, without looking for names that the page has and they have not: all have the same."""
        return super()._get_default_module()
