"""The nodes of a claim base: concepts, sources, claims, disputes; frozen, as written, nothing computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from decimal import Decimal

    from evidencekb.model.quantity import Quantity


TIERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "rct": "primary",
        "cohort": "primary",
        "case-control": "primary",
        "cross-sectional": "primary",
        "case-series": "primary",
        "meta-analysis": "synthesis",
        "systematic-review": "synthesis",
        "guideline": "synthesis",
        "narrative-review": "secondary",
        "fact-sheet": "secondary",
        "article": "lay",
        "animal-study": "preclinical",
        "in-vitro": "preclinical",
    }
)
"""Source type to tier (DESIGN, Sources)."""

RANK: Final[Mapping[str, int]] = MappingProxyType(
    {"synthesis": 4, "primary": 3, "preclinical": 2, "secondary": 1, "lay": 0}
)
"""Tier to rank, higher weighs more; a tier contradicts those of its own rank and below."""


@dataclass(frozen=True, slots=True)
class Implication:
    """Everyone with a concept has `concept` too; with `at_least` (percent) a soft assumption."""

    concept: str
    at_least: Quantity | None = None
    in_subgroups: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that claims speak of."""

    id: str
    path: str  # file, relative to the claim base
    type: str = ""
    label: str = ""
    synonyms: tuple[str, ...] = ()
    definition: str = ""
    broader: tuple[str, ...] = ()
    implies: tuple[Implication, ...] = ()
    excludes: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)
    contains: Mapping[str, Decimal] = field(default_factory=dict)  # concept id to share of mass in percent
    universal: bool = False  # everyone is one of these, so that a share of them is a share of all
    index: int = 0  # position in its file's list
    valid: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """A document."""

    id: str
    path: str
    type: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    et_al: bool = False
    year: int | None = None
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)
    url: str = ""
    population: str = ""
    sample_size: int | None = None
    cites: tuple[str, ...] = ()
    cohort: str = ""
    status: str = "current"  # current | corrected | superseded | retracted
    notice: str = ""
    superseded_by: str = ""
    seen_as: str = ""  # full-text | abstract | title | secondhand
    snapshot: str = ""
    notes: str = ""
    valid: bool = True

    @property
    def tier(self) -> str:
        """primary, synthesis, secondary, lay or preclinical; "" when the type is unknown."""
        return TIERS.get(self.type, "")

    @property
    def stands(self) -> bool:
        """Whether it still counts: it is neither retracted nor superseded."""
        return self.status in {"current", "corrected"}


@dataclass(frozen=True, slots=True)
class At:
    """Where in a source: enough for a person to find it."""

    heading: str = ""
    paragraph: int | None = None
    page: str = ""
    table: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one source says of a claim. A frame field that is None is taken from the claim."""

    source: str
    stance: str = "supports"  # supports | qualifies | contradicts
    at: At | None = None
    as_stated: str = ""
    attribution: str = ""
    note: str = ""
    figure_text: str = ""  # "" where the item gives no figure of its own
    figure: Quantity | None = None  # None where absent or unreadable
    population: tuple[str, ...] | None = None
    given: tuple[str, ...] | None = None
    outcome: str | None = None
    comparator: str | None = None
    measure: str | None = None
    substance: str | None = None
    subject: str | None = None
    relation: str | None = None
    object: str | None = None


FRAME: Final = ("population", "given", "outcome", "comparator", "measure", "substance", "subject", "relation", "object")
"""Fields of a claim that say what its figure is of, and that an evidence item may give otherwise."""


@dataclass(frozen=True, slots=True)
class Step:
    """One causal step of a mechanism."""

    subject: str
    relation: str
    object: str
    product: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. Fields that its kind does not have are empty."""

    id: str
    path: str
    kind: str = ""
    statement: str = ""
    figure_text: str = ""
    figure: Quantity | None = None  # None where the kind has none, or where it cannot be read
    population: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    outcome: str = ""
    comparator: str = ""
    measure: str = ""
    means: str = ""
    action: str = ""
    substance: str = ""
    purpose: str = ""
    phase: str = ""
    effect: str = ""
    subject: str = ""
    relation: str = ""
    object: str = ""
    steps: tuple[Step, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    status: str = "draft"  # draft | in-review | approved | retired
    certainty: str = ""
    certainty_because: str = ""
    owner: str = ""
    reviewed: str = ""  # ISO 8601 date
    review_by: str = ""
    supersedes: tuple[str, ...] = ()
    notes: str = ""
    wordings: tuple[str, ...] = ()
    valid: bool = True


@dataclass(frozen=True, slots=True)
class Dispute:
    """A known disagreement between claims, or of a claim with its sources, and how the editors resolved it."""

    id: str
    path: str
    title: str = ""
    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    status: str = "open"  # open | resolved
    against: tuple[str, ...] = ()
    resolution: str = ""
    because: str = ""
    decided: str = ""
    decided_by: str = ""
    valid: bool = True


Node = Concept | Source | Claim | Dispute
Raw = Mapping[str, Any]
