"""Made-up medical prose in Markdown, of any length: most sentences say nothing of a claim, and a few do."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

from generate import MIDDLES, STEMS

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE: Final = 10_000
"""Characters of one article."""
TOLD: Final = 16
"""One sentence in so many is a claim's own statement: one in two kilobytes, as in articles for a wide public."""
_ENDINGS: Final = ("itis", "osis", "oma", "algia", "emia", "uria", "pathy", "plasty", "in", "ate")
_OPENINGS: Final = (
    "In most clinics", "Over the years", "For many families", "At the first visit", "Before treatment begins",
    "When the results are back", "As a rule", "In older people", "After a long illness", "Without further tests",
)  # fmt: skip
_SUBJECTS: Final = (
    "the doctor", "a specialist nurse", "the patient", "the care team", "a good pharmacist", "the laboratory",
    "the family", "an experienced surgeon", "the guideline group", "the hospital",
)  # fmt: skip
_VERBS: Final = (
    "asks about", "looks for", "records", "explains", "measures", "writes down", "treats", "follows", "describes",
    "compares", "reports", "discusses", "monitors", "checks",
)  # fmt: skip
_OBJECTS: Final = (
    "the history of {0}", "the signs of {0} and {1}", "any change in the {0}", "what is known of {0}",
    "how often the {0} comes back", "whether {0} runs in the family", "the course of the {0} under {1}",
    "the reasons for {0}", "how {0} and {1} are told apart", "a small dose of {0}",
)  # fmt: skip
_CLOSINGS: Final = (
    "and plans the next step together with the patient", "because early signs are easy to miss",
    "although the evidence is still thin", "so that nothing important is forgotten", "while the tests are repeated",
    "which takes time and patience", "even where the diagnosis seems plain", "and writes a short letter about it",
    "before any decision is made", "as long as the symptoms are mild",
)  # fmt: skip


def prose(length: int, statements: Sequence[str], seed: int = 1) -> str:
    """At least `length` characters of articles; `statements` are the sentences that say something of a claim."""
    chance = random.Random(seed)
    names = sorted({chance.choice(STEMS) + chance.choice(MIDDLES) + chance.choice(_ENDINGS) for _ in range(600)})
    parts: list[str] = []
    size = 0
    while size < length:
        parts.append(_article(chance, names, statements))
        size += len(parts[-1])
    return "\n".join(parts)


def _article(chance: random.Random, names: Sequence[str], statements: Sequence[str]) -> str:
    """One article: a title, sections of a few paragraphs, and lists."""
    parts = [f"# What to know about {chance.choice(names)}\n"]
    size = 0
    while size < PAGE:
        parts.append(f"## {chance.choice(names).capitalize()} and {chance.choice(names)}\n")
        parts += [
            " ".join(_sentence(chance, names, statements) for _ in range(chance.randint(3, 6))) + "\n" for _ in range(3)
        ]
        parts.append("\n".join(f"- {_sentence(chance, names, statements)}" for _ in range(3)) + "\n")
        size = sum(map(len, parts))
    return "\n".join(parts)


def _sentence(chance: random.Random, names: Sequence[str], statements: Sequence[str]) -> str:
    """One sentence."""
    if chance.randrange(TOLD) == 0:
        return chance.choice(statements)
    said = chance.choice(_OBJECTS).format(*chance.sample(names, 2))
    return (
        f"{chance.choice(_OPENINGS)}, {chance.choice(_SUBJECTS)} {chance.choice(_VERBS)} {said}, "
        f"{chance.choice(_CLOSINGS)}."
    )
