"""Words that say that something became more or less: "lowered", "a rise", "fewer"."""

from __future__ import annotations

from typing import Final

UP: Final = "up"
DOWN: Final = "down"


def _ways(up: str, down: str) -> dict[str, str]:
    return {**dict.fromkeys(up.split(), UP), **dict.fromkeys(down.split(), DOWN)}


VERBS: Final = _ways(
    "raise raises raised raising increase increases increased increasing boost boosts boosted boosting rise rises rose "
    "risen rising climb climbs climbed climbing grow grows grew grown growing soar soars soared jump jumps jumped "
    "double doubles doubled doubling triple triples tripled tripling multiply multiplies multiplied elevate elevates "
    "elevated heighten heightens heightened amplify amplifies amplified gain gains gained gaining lengthen lengthens "
    "lengthened lengthening prolong prolongs prolonged prolonging extend extends extended extending expand expands "
    "expanded expanding enlarge enlarges enlarged augment augments augmented augmenting surge surges surged surging "
    "swell swells swelled swollen swelling upped mount mounts mounted mounting escalate escalates escalated hike hikes "
    "hiked widen widens widened quadruple quadruples quadrupled soaring spike spikes spiked balloon balloons ballooned "
    "accumulate accumulates accumulated strengthen strengthens strengthened strengthening",
    "lower lowers lowered lowering reduce reduces reduced reducing cut cuts cutting decrease decreases decreased "
    "decreasing halve halves halved halving diminish diminishes diminished shrink shrinks shrank shrunk curb curbs "
    "curbed slash slashes slashed lessen lessens lessened prevent prevents prevented preventing avert averts averted "
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining sink sinks sank "
    "sunk dip dips dipped trim trims trimmed lose loses lost losing shorten shortens shortened shortening shed sheds "
    "shedding shave shaves shaved shaving plunge plunges plunged plunging plummet plummets plummeted plummeting "
    "tumble tumbles tumbled slump slumps slumped slip slips slipped dwindle dwindles dwindled dwindling wane wanes "
    "waned depress depresses depressed depressing suppress suppresses suppressed suppressing dampen dampens dampened "
    "blunt blunts blunted deplete depletes depleted narrow narrows narrowed minimize minimizes minimized minimise "
    "minimises minimised shrinking curbing slashing trimming lessening diminishing sinking dipping knock knocks "
    "knocked subtract subtracts subtracted lighten lightens lightened weaken weakens weakened weakening",
)
"""Verbs that say that something became more or less, with the direction."""
OF_AN_AMOUNT: Final = _ways("add adds added adding", "save saves saved saving spare spares spared sparing")
"""Verbs that do with an amount right behind them: "added 36 minutes to A"."""
NOUNS: Final = _ways(
    "increase increases rise rises gain gains growth jump climb surge upturn lengthening prolongation extension "
    "elevation increment upswing spike",
    "reduction reductions decrease decreases drop drops fall falls decline declines cut cuts dip lowering loss losses "
    "shortening plunge slump shrinkage decrement diminution downturn",
)
"""Nouns that do."""
COMPARATIVES: Final = _ways(
    "more higher greater larger bigger likelier commoner elevated increased raised heavier longer taller",
    "fewer less lower smaller rarer reduced decreased diminished lighter shorter",
)
"""Comparisons, and participles that serve as such."""
