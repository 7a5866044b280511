"""What kb.yaml and the command line settle before anything runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of one run.

    `today` is given by the front end, so that no rule reads the clock. `tolerance` is in percentage points, for
    fraction words; `about` is relative, in percent.
    """

    title: str = ""
    language: str = "en"
    url: str = ""  # address of the published site; "" where it has none
    editors: tuple[str, ...] = ()
    review_every: str = ""  # ISO 8601 duration
    tolerance: Decimal = Decimal("2.5")
    about: Decimal = Decimal(5)
    severity: Mapping[str, str] = field(default_factory=dict)  # rule name to error | warning | note | off
    require: tuple[str, ...] = ()
    today: date = date(1970, 1, 1)
