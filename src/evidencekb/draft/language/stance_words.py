"""Words of general English by which a sentence does more with a statement than say it: see `stance`."""

from __future__ import annotations

from typing import Final

from evidencekb.draft.language.english import listed

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
    "rumor speculation assumption view opinion concern expectation prediction conjecture supposition premise assertion "
    "contention allegation prejudice stereotype superstition dogma"
)
"""Nouns whose "that" states nothing."""
FORESIGHTS: Final = listed(
    "hypothesis hypotheses expectation expectations prediction predictions assumption assumptions conjecture premise "
    "supposition"
)
"""Nouns for what somebody foresees, before it is looked at."""
SAYINGS: Final = listed(
    "saw saying adage tale tales legend rumour rumours rumor rumors folklore lore gossip hearsay superstition proverb "
    "story canard cliché"
)
"""Nouns for what is handed down and nobody stands for."""
GUESSING: Final = listed(
    "hypothesize hypothesizes hypothesized hypothesizing hypothesise hypothesises hypothesised hypothesising postulate "
    "postulates postulated conjecture conjectures conjectured theorize theorized theorise theorised posit posits "
    "posited surmise surmised presumed speculated hoped"
)
"""Verbs of which the object is yet to be shown."""
FORESEEING: Final = GUESSING | listed("expected anticipated predicted assumed hoped projected foreseen forecasted")
"""Verbs for what somebody foresees."""
AIMING: Final = listed(
    "aim aims aimed aiming set designed planned intended goal purpose objective wanted sought tried hoped hoping"
)
SHOWING: Final = listed("show prove demonstrate confirm establish document")
UNTRUE: Final = listed(
    "myth misconception fallacy falsehood untrue false wrong incorrect mistaken mistake error nonsense misbelief bunk "
    "bunkum hogwash balderdash rubbish fiction fable fabrication"
)
BESIDE_THE_POINT: Final = listed("wrong incorrect mistaken mistake error rubbish fiction correct right case")
"""Those that may be told of a thing as well as of what somebody says of it."""
TRUE: Final = listed("true correct case right")
PROOF: Final = listed("evidence proof indication sign data")
SHOWN: Final = listed(
    "shown showed shows show proved proven proves prove demonstrated demonstrate found find confirmed established"
)
MEANT: Final = listed(
    "worn taken used given meant intended designed supposed prescribed sold marketed advertised promoted hoped expected"
)
"""Words behind which "to" tells what something is for."""
CLAIMING: Final = listed(
    "say says said claim claims claimed argue argues argued insist insists swear swears hold holds"
) | (BELIEVING_BARE)
"""What people do of whom a sentence tells that they are of an opinion."""
NO_CLAUSE: Final = listed("to about of by in , so it this that yes no on for . with against")
"""Words behind such a verb with which no statement begins."""
WHO: Final = listed("people patients of them doctors the have users folk parents have do")
UNPROVEN: Final = listed(
    "unproven unconfirmed unsupported unfounded baseless unsubstantiated disproved disproven debunked refuted"
)
DISMISSALS: Final = UNTRUE | UNPROVEN | listed("tale tales legend superstition canard hearsay folklore")
"""What is false is called so by these."""
TOLD: Final = (
    HYPOTHESES
    | SAYINGS
    | listed(
        "rule maxim dictum doctrine wisdom teaching thinking message mantra slogan statement statistic argument "
        "suggestion impression perception promise figure number line truism narrative"
    )
)
"""Nouns for what somebody says, behind which "that" opens it."""
TURNING: Final = listed(", ; but yet though although however which \u2013 \u2014")
STOPS: Final = listed(", . ; ! ? \u2013 \u2014 ) :")
TAKING_BACK: Final = (
    UNTRUE
    | TRUE
    | PROOF
    | SHOWN
    | UNPROVEN
    | listed(
        "but yet though however which that this it these they there is are was were isn't aren't wasn't has have had "
        "been be ever never not no one nobody none so far for of a an the simply just quite any to still yet in fact "
        "study studies trial trials researchers scientists anyone could can who truth does did do hold holds up water "
        "as such remains remain widely long since nothing"
    )
)
"""All that a clause is made of which takes back what was told before it."""
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
    | CLAIMING
    | UNPROVEN
    | SAYINGS
    | FORESIGHTS
    | FORESEEING
    | {"whether", "truth", "when", "holds", "hold", "stand", "borne", "basis"}
)
"""One of these is in every sentence that does more with a statement than say it."""
