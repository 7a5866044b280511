"""Words of general English by which a sentence does more with a statement than say it: see `stance`."""

from __future__ import annotations

from typing import Final

from evidencekb.draft.english import listed

NOT_ALL: Final = listed("everyone everybody all every always necessarily")
SUPPOSING: Final = listed("if unless suppose supposing assuming imagine")
ASKING: Final = listed(
    "ask asks asked asking wonder wonders wondered wondering test tests tested testing see know knows find out learn "
    "check checks checked study studied studies studying examine examined examines examining investigate investigated "
    "explore explored establish determine determined clear unclear decide tell compare compared assess assessed sure"
)
"""Words behind which "if" and "whether" ask."""
BELIEVING: Final = listed(
    "believe believes believed believing think thinks thought fear fears feared hope hopes hoped suspect suspects "
    "suspected worry worries worried assume assumes assumed claim claims claimed argue argues argued expect expects "
    "expected suppose supposed insist insists insisted allege alleges alleged speculate speculates speculated swear "
    "swears swore guess guessed doubt doubts doubted say says concerned convinced afraid predicted"
)
BELIEVING_BARE: Final = listed("believe believes believed think thinks thought assume assumes assumed suppose supposed")
"""Those that need no "that" behind them."""
EXPERTS: Final = listed(
    "expert experts researcher researchers scientist scientists doctor doctors physician physicians clinician "
    "clinicians specialist specialists author authors we guideline guidelines evidence"
)
"""Who believes for a reason: what these believe today is said."""
SOME: Final = listed("some many few most others nobody none critics skeptics sceptics fans no")
FORMERLY: Final = listed("once formerly previously long originally earlier used ago")
WRONGLY: Final = listed("wrongly mistakenly falsely erroneously incorrectly")
HYPOTHESES: Final = listed(
    "hypothesis hypotheses idea theory notion suspicion fear fears hope belief beliefs claim claims possibility rumour "
    "rumor speculation assumption view opinion concern"
)
"""Nouns whose "that" states nothing."""
AIMING: Final = listed(
    "aim aims aimed aiming set designed planned intended goal purpose objective wanted sought tried hoped hoping"
)
SHOWING: Final = listed("show prove demonstrate confirm establish document")
UNTRUE: Final = listed(
    "myth misconception fallacy falsehood untrue false wrong incorrect mistaken mistake error nonsense misbelief"
)
TRUE: Final = listed("true correct case right")
PROOF: Final = listed("evidence proof indication sign data")
SHOWN: Final = listed(
    "shown showed shows show proved proven proves prove demonstrated demonstrate found find confirmed established"
)
MEANT: Final = listed(
    "worn taken used given meant intended designed supposed prescribed sold marketed advertised promoted hoped expected"
)
"""Words behind which "to" tells what something is for."""
STANCE: Final = (
    SUPPOSING
    | BELIEVING
    | HYPOTHESES
    | AIMING
    | UNTRUE
    | TRUE
    | PROOF
    | SHOWN
    | MEANT
    | NOT_ALL
    | {"whether", "truth", "when"}
)
"""One of these is in every sentence that does more with a statement than say it."""
