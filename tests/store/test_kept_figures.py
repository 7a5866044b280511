"""A figure that was kept is the figure that was read."""

import marshal

import pytest

from evidencekb.store import kept_figures
from evidencekb.text import figures

TEXTS = [
    "76%", "up to 7.50%", "2–4 weeks", "OR 2.4 (95% CI 1.1–5.0), p < 0.001", "one in ten", "32 of 42 (76%)",
    "threefold", "12 percentage points", "about 50 mcg/L", "nearly 3.2 ± 0.5 kg", "at least 1,000 mg/day",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_a_kept_figure_is_the_one_that_was_read(text, monkeypatch):
    first = kept_figures.KeptFigures({})
    read = first.read(text)
    assert read == figures.parse(text) is not None
    kept = marshal.loads(marshal.dumps(first.plain()))  # noqa: S302 - our own
    monkeypatch.setattr(figures, "parse", None)  # it is not asked again
    again = kept_figures.KeptFigures(kept)
    assert again.read(text) == read
    assert repr(again.read(text)) == repr(read)
    assert again.plain() == kept


def test_what_is_no_figure_is_not_kept():
    read = kept_figures.KeptFigures({})
    assert read.read("none") is None
    assert read.plain() == {}
