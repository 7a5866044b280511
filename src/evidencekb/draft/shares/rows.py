"""Reads each figure of a row alone, where figures and what they are of stand in rows of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.draft.shares import gapped, opposites, ordered, respective

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.reading import Reader
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure


def alone(reader: Reader, sentence: Sentence, figures: Sequence[Figure]) -> tuple[dict[int, Sentence | None], str]:
    """Start of each figure of a row to the sentence as it is of that figure alone, and how the words contradict them.

    None for a multiple that says again how two of them are to each other.
    """
    if len(figures) < 2:
        return {}, ""
    if not opposites.CUES.isdisjoint(sentence.lows) and (found := opposites.paired(sentence, figures, reader.reread)):
        return {**found}, ""
    if not ordered.CUES.isdisjoint(sentence.lows):
        told = ordered.compared(sentence, figures, reader.moved)
        if told is not None:
            return {**told.alone, **{f.start: None for f in figures if told.repeats(f)}}, told.fault
    if gapped.CUE in sentence.lows and (lent := gapped.paired(sentence, figures, reader.moved)):
        return {**lent}, ""
    return {**respective.paired(sentence, figures)}, ""
