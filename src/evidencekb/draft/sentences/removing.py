"""Amounts of which the words before them say that so much of something is lost: "takes away 30% of A"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.text import moving

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence

_REMOVING: Final = english.listed(
    "take takes took taken taking cost costs costing rob robs robbed robbing steal steals stole stolen stealing wipe "
    "wipes wiped wiping swallow swallows swallowed eat eats ate eaten block blocks blocked blocking hold holds held "
    "destroy destroys destroyed destroying remove removes removed removing forfeit forfeits forfeited sacrifice "
    "sacrifices sacrificed waste wastes wasted wasting strip strips stripped stripping snatch snatches snatched carry "
    "carries carried eliminate eliminates eliminated erase erases erased forgo forgoes forgone"
)
_BESIDE: Final = english.listed("away out up back off you your us one them people of about some almost nearly")
"""Words between such a verb and the amount."""
_NEAR: Final = 4


def removes(sentence: Sentence, low: int, at: int) -> bool:
    """Whether the words low:at end with a verb by which the amount behind them is lost: "robs you of"."""
    for i in range(at - 1, max(low, at - _NEAR) - 1, -1):
        word = sentence.words[i].low
        if word in _REMOVING or moving.VERBS.get(word) == moving.DOWN:
            return True
        if word not in _BESIDE:
            return False
    return False
