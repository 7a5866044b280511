"""What the writer is told to do: nobody is sent to the figure of a claim that does not stand itself."""

from __future__ import annotations

import pytest

from drafts import check

ADVICE = [
    (
        "Up to 76% of RLS patients have iron deficiency anemia.",
        "ida-among-rls says otherwise, but is disputed itself: name a source for “76%”, or leave it out.",
    ),
    (
        "In RLS, 70% have iron deficiency anemia.",
        "“70%” matches ida-among-rls, which is disputed: say so, or leave it out.",
    ),
    ("In pregnancy, women need 17 mg of iron a day.", "Write 27 mg/day, not “17 mg”, or name another source."),
]


@pytest.mark.parametrize(("text", "message"), ADVICE)
def test_advice(text, message):
    assert [assertion.message for assertion in check("own", text).assertions] == [message]


def test_a_draft_at_odds_with_itself_is_not_sent_to_a_disputed_figure():
    text = "Up to 76% of RLS patients have iron deficiency anemia. In RLS, 71% have iron deficiency anemia."
    assert check("own", text).assertions[1].message == "Line 1 gives “76%” for this share, here it is “71%”."
