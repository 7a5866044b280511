"""When a claim is due for its next review."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from evidencekb.model.nodes import Claim

_DURATION: Final = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?", re.ASCII)


def due(claim: Claim, every: str) -> date | None:
    """The day: its `review_by`, else `every` (ISO 8601 duration) after it was reviewed; None where none is known."""
    return _date(claim.review_by) if claim.review_by else _later(_date(claim.reviewed), every)


def _date(text: str) -> date | None:
    """An ISO date; None where the text is none, which the schema reports."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@lru_cache(4096)  # editors review many claims on one day
def _later(start: date | None, duration: str) -> date | None:
    """`start` and an ISO 8601 duration of years, months, weeks and days; None where either is missing."""
    match = _DURATION.fullmatch(duration)
    if start is None or match is None or not any(match.groups()):
        return None
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    month = start.year * 12 + start.month - 1 + years * 12 + months
    year, month = month // 12, month % 12 + 1
    if year > date.max.year:
        return None
    day = min(start.day, monthrange(year, month)[1])
    try:
        return date(year, month, day) + timedelta(weeks=weeks, days=days)
    except OverflowError:
        return None
