"""Sources that cite each other in a circle.

When A rests on B and B rests on A, neither is a source for the other: the figure comes from nowhere, or from a third
document that both leave out. Counting origins is impossible until the circle is opened.

Bad:

```yaml kb/sources/blog-a.yaml
id: blog-a
type: article
title: Ten facts on migraine
cites: [blog-b]  # error
seen_as: full-text
```

```yaml kb/sources/blog-b.yaml
id: blog-b
type: article
title: What migraine patients should know
cites: [blog-a]
seen_as: full-text
```

Good:

```yaml kb/sources/blog-b.yaml
id: blog-b
type: article
title: What migraine patients should know
cites: [blog-a]
seen_as: full-text
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each circle once, at the first of its sources by id."""
    cites = {s.id: [name for name in s.cites if name in kb.sources] for s in kb.sources.values() if s.valid}
    for circle in _circles(cites):
        first = min(circle)
        others = sorted(circle - {first})
        what = f"together with {', '.join(others)}" if others else "itself"
        yield Problem(
            f"{first} cites in a circle: it rests on {what}, so none of them is where the figures come from; "
            "take out of `cites` what the document does not rest on, and add the source that is missing",
            kb.place(kb.sources[first], "cites"),
            (first, *others),
            tuple(Related(kb.place(kb.sources[name], "cites"), "part of the circle") for name in others),
        )


def _circles(cites: Mapping[str, Sequence[str]]) -> Iterator[frozenset[str]]:
    """Strongly connected components with a circle in them (Tarjan, without recursion: chains may be long)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    for start in cites:
        if start in order:
            continue
        walk = [(start, iter(cites[start]))]
        order[start] = low[start] = len(order)
        stack.append(start)
        waiting.add(start)
        while walk:
            name, rest = walk[-1]
            child = next(rest, None)
            if child is None:
                walk.pop()
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[name])
                if low[name] == order[name]:
                    members = [stack.pop()]
                    while members[-1] != name:
                        members.append(stack.pop())
                    found = frozenset(members)
                    waiting -= found
                    if len(found) > 1 or name in cites[name]:
                        yield found
            elif child not in order and child in cites:
                order[child] = low[child] = len(order)
                stack.append(child)
                waiting.add(child)
                walk.append((child, iter(cites[child])))
            elif child in waiting:
                low[name] = min(low[name], order[child])
