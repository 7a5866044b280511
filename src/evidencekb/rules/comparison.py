"""Figures compared by the tolerances of kb.yaml, and the numbers that a figure leaves possible."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from evidencekb.model.quantity import Bound, Form
from evidencekb.reason.repeating import repeated
from evidencekb.text.agreement import Agreement

if TYPE_CHECKING:
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.quantity import Quantity


def agreement(kb: KnowledgeBase, stated: Quantity, reference: Quantity) -> Agreement:
    """How two figures agree, with the tolerances that kb.yaml sets; either may be the other one rounded."""
    found = repeated(kb.config, stated, reference)
    if found is not Agreement.VALUE:
        return found
    turned = repeated(kb.config, reference, stated)
    return turned if turned in {Agreement.EQUAL, Agreement.BOUND} else found


def same(kb: KnowledgeBase, one: Quantity, other: Quantity) -> bool:
    """Whether two figures agree."""
    return agreement(kb, one, other) is Agreement.EQUAL


def ends(kb: KnowledgeBase, figure: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The least and the greatest number that a printed figure can stand for, in its own unit; None where open.

    Half a unit of the last printed digit to both sides, more after "about" and for fraction words.
    """
    low, high = (figure.low, figure.high) if figure.is_range else (figure.value, figure.value)
    slack = Decimal(5).scaleb(-figure.decimals - 1)
    if figure.form is Form.FRACTION:
        slack = max(slack, kb.config.tolerance)
    if figure.approx and (largest := high if high is not None else low) is not None:
        slack = max(slack, abs(largest) * kb.config.about / 100)
    if figure.bound in {Bound.AT_MOST, Bound.BELOW}:
        low = None
    elif figure.bound in {Bound.AT_LEAST, Bound.ABOVE}:
        high = None
    return (None if low is None else low - slack), (None if high is None else high + slack)
