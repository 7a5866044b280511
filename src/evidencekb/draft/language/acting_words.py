"""Verbs by which one thing is told to do something to another: plain ones, phrasal ones, and turns of several words.

They are read only between two things named; elsewhere many of them mean something else.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import english
from evidencekb.draft.language.effect_words import kind_of
from evidencekb.draft.language.english import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evidencekb.text.words import Word


class Act(NamedTuple):
    """What a verb tells: its kind, how many words it has, and whether what it is of comes from what follows."""

    kind: str
    words: int = 1
    origin: bool = False


_TABLE: Final = """
up: heighten amplify strengthen accelerate facilitate foster encourage fuel spur augment elevate escalate magnify
up: multiply potentiate upregulate excite arouse rouse awaken energize energise galvanize galvanise stoke hike double
up: triple quadruple nourish favor favour speed quicken hasten expand maximize maximise stimulate activate promote
up: stir wake waken jolt goad prod invigorate animate rally provoke incite
up: steepen sharpen deepen boost enhance unleash unlock kindle lengthen prolong extend
down: dampen damp quiet quieten curb tame stifle subdue hinder hamper impede obstruct thwart interrupt disrupt
down: inactivate deactivate disable silence antagonize antagonise neutralize neutralise counteract restrain constrain
down: minimize minimise attenuate avert forestall retard repress downregulate erode undermine slash shrink deplete
down: curtail quell quash quench cripple restrict weaken blunt mute muffle shorten lessen diminish decrease lower
down: suppress inhibit halt oppose choke smother starve brake stunt delay stall trim shave interfere shield guard
down: numb sedate tranquilize tranquillise pacify placate lull desensitize desensitise relax quieten
down: soften flatten safeguard upset disturb hobble paralyze paralyse limit impair slow stymie
better: tackle fight unclog loosen open
better: settle alleviate mitigate abate allay palliate ameliorate assuage lighten combat remedy calm soothe
worse: inflame aggravate worsen ruin wreck spoil mar plague
cause: engender elicit evoke generate spark prompt precipitate create induce spawn
linked: accompany coincide relate correlate predict
"""
"""Kind of direction: verbs that give it."""
_PHRASAL_TABLE: Final = """
up on: switch turn power flip flick egg spur urge
up up: switch turn ramp rev crank step speed fire drive push bring build pep pump tune hike jack bump whip stir kick
up up: send key scale dial shore prop keep buoy ratchet force nudge
down off: switch turn shut flip flick ward fend stave hold fight head keep cut block choke take close
down off: throw taper
down down: switch turn shut drive push bring keep cut tone damp tamp dial wind slow send hold beat ratchet calm quiet
down down: settle clamp crack pull scale close break knock force nudge get
down back: hold cut keep knock beat push scale dial set drive fight roll rein pull
down out: knock shut cut crowd snuff
down away: keep take drive chase eat gnaw chip wear nibble
down in: rein
worse up: act play flare
better against: work fight help
better up: clear let ease open free loosen
better off: ease let
cause off: set spark touch kick trigger
cause on: bring
cause about: bring
cause in: result end usher
cause to: lead
linked with: go track travel coincide come
"""
"""Kind of direction and particle: verbs with which it gives it."""
_PAST: Final = {
    "drive": "drove driven", "eat": "ate eaten", "wear": "wore worn", "chip": "chipped chipping",
    "bring": "brought", "build": "built", "keep": "kept", "hold": "held", "fight": "fought",
    "take": "took taken", "shut": "shutting", "cut": "cutting", "set": "setting", "wind": "wound", "send": "sent",
    "beat": "beaten", "break": "broke broken", "get": "got", "go": "went gone", "lead": "led", "speed": "sped",
    "shrink": "shrank shrunk", "spur": "spurred spurring", "trim": "trimmed trimming", "rev": "revved revving",
    "flip": "flipped flipping", "egg": "egged", "whip": "whipped whipping", "stir": "stirred stirring",
    "prop": "propped propping", "wake": "woke woken", "prod": "prodded prodding", "step": "stepped stepping",
    "throw": "threw thrown", "upset": "upset upsetting",
}  # fmt: skip
"""Forms that no ending makes."""


def _forms(verb: str) -> list[str]:
    """The forms of a verb in -s, -ed and -ing, and those that it has of its own."""
    root = verb.removesuffix("e")
    to_i = verb.endswith("y") and verb[-2] not in "aeo"
    third = verb[:-1] + "ies" if to_i else verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    past = verb[:-1] + "ied" if to_i else root + "ed"
    return [verb, third, past, root + "ing", *_PAST.get(verb, "").split()]


def _rows(table: str) -> Iterator[tuple[str, str]]:
    """Each form of each verb of a table with what stands before the colon."""
    for row in table.strip().split("\n"):
        head, _, verbs = row.partition(": ")
        yield from ((head, form) for verb in verbs.split() for form in _forms(verb))


_WAYS: Final = {
    **{form: kind for kind, form in _rows(_TABLE)},
    **dict.fromkeys(("responsible", "behind"), "cause"),
    **dict.fromkeys(("relationship", "coupled", "predictor", "marker"), "linked"),
    **dict.fromkeys(("unaffected", "identical", "unaltered", "untouched", "unscathed"), "same"),
    "stops": "down",
    "clears": "down",
    "cleared": "down",
    "clearing": "down",
    "unblocks": "down",
}
_NEEDS_BE: Final = frozenset({"behind", "responsible"})
_PHRASAL: Final[dict[str, dict[str, str]]] = {}
for _head, _form in _rows(_PHRASAL_TABLE):
    _PHRASAL.setdefault(_form, {})[_head.split()[1]] = _head.split()[0]
_FROM: Final = listed(
    "result results resulted resulting stem stems stemmed stemming arise arises arose arising spring springs sprang "
    "flow flows flowed derive derives derived originate originates originated follow follows followed come comes came"
)
_PUT: Final = listed("put puts putting act acts acted acting serve serves slam slams keep keeps kept")
_BRAKES: Final = listed("brake brakes damper lid curb stop end check dampener")
_LEADING: Final = english.AUXILIARY | listed(
    "go goes going went gone come comes came push pushed pushes drive drives drove driven bring brings brought keep "
    "keeps kept send sends sent pull pulls pulled get gets got turn turns turned creep crept stay stays stayed nudge "
    "nudged force forced take takes took and or levels level pressure it them moves move moved"
)
"""Words behind which "up" and "down" tell a direction by themselves."""
_WORTHS: Final = {
    **dict.fromkeys(listed("good effective useful helpful"), "better"),
    **dict.fromkeys(listed("bad harmful"), "worse"),
    **dict.fromkeys(listed("useless powerless ineffective worthless pointless"), "same"),
}
"""What something is for or against something else."""
_WITHIN: Final = english.LEADS | {"at", "on", "over", "by"}
_LEVELS: Final = listed("level levels rate rates height value values amount amounts concentration state")
"""What stays "at the same" of something; whatever else is the same is when, where or how: "in the same meal"."""
_PLAYING: Final = listed("play plays played playing has have had")
"""Verbs with which a part is one that something has in something else."""
_HARM: Final = {
    "toll": frozenset({"on"}),
    "havoc": frozenset({"on", "with"}),
    **dict.fromkeys(("suffer", "suffers", "suffered"), frozenset({"in", "with", "when", "under"})),
}
"""Words, with those behind them, by which one thing is told to harm another: "takes a toll on A", "A suffers in B"."""
_SUFFERING: Final = frozenset({"suffer", "suffers", "suffered"})
_EASE: Final = {**dict.fromkeys(("harder", "tougher", "difficult"), "down"), "easier": "up"}
"""What makes doing something more or less: "makes it harder for A to do B"."""
_COMING: Final = listed(
    "consequence consequences upshot complication complications aftermath byproduct result results product outgrowth"
)
ROBBING: Final = listed("rob robs robbed robbing deprive deprives deprived depriving")
ROBBED: Final = 6
"""Words from a verb of robbing to the "of" before what is taken: "robs people with A of their B"."""
_TAKING: Final = listed("take takes took taken taking")
_STANDING: Final = listed("get gets got getting stand stands stood standing come comes came be is are")
"""Verbs of what hinders: "gets in the way of A"."""
_PLAIN: Final = listed("can could may might will would help helps helped to")
_NO_VERB: Final = english.AUXILIARY | english.DETERMINERS | listed("become becomes became very so more less quite made")
"""Words before "clear" where it is no verb, unless they are of those before it."""
_BRINGING: Final = listed("bring brings brought give gives gave provide provides provided offer offers offered")
_KEEPING: Final = listed("keep keeps kept keeping hold holds held holding bring brings brought")
_KEPT: Final = {"bay": "at", "check": "in", "control": "under", "bounds": "in", "leash": "on"}
_LEAVING: Final = _KEEPING | listed("make makes made leave leaves left render renders rendered get gets got set sets")
_LEFT: Final = {
    **dict.fromkeys(
        listed("quiet calm silent still idle dormant asleep inactive low down calmer quieter dumb"), "down"
    ),
    **dict.fromkeys(listed("awake active alert busy excited going running up high overactive twitchy"), "up"),
    **dict.fromkeys(listed("untouched unaffected unchanged unaltered intact unharmed"), "same"),
}
"""What something is kept or made, behind its name."""
_SENDING: Final = _KEEPING | listed(
    "kick kicks kicked jolt jolts jolted spring springs sprang spur spurs spurred stir stirs stirred shock shocks "
    "shocked goad goads goaded call calls called whip whips whipped prod prods prodded push pushes pushed drive drives "
    "drove driven set sets send sends sent throw throws threw shake shakes shook put puts lull lulls lulled sing sings "
    "sang coax coaxes coaxed rouse rouses roused shift shifts shifted"
)
_SENT: Final = {
    **dict.fromkeys(listed("action gear life overdrive activity motion work"), "up"),
    **dict.fromkeys(listed("sleep rest"), "down"),
}
"""Where to something is sent: "kicks A into action", "puts A to sleep"."""
VERBS: Final = frozenset({*_WAYS, *_PHRASAL, *_FROM, *_HARM, *ROBBING}) - {"behind", "marker"}
"""Words one of which makes a sentence of two names."""
RARELY: Final = frozenset({"rarely", "seldom", "infrequently"})
"""Adverbs that turn "more" and "less" round."""
_HELPING: Final = frozenset({"help", "helps", "helped", "helping"})
_HELPED: Final = 8
"""Words from "helps" to how often those who are helped do something, at most."""


def act(words: Sequence[Word], at: int) -> Act | None:
    """What the word at a position tells, with those that belong to it: "raises", "switches on", "results from"."""
    low = words[at].low
    after = words[at + 1].low if at + 1 < len(words) else ""
    if (particles := _PHRASAL.get(low)) is not None and after in particles:
        return None if turns_up(words, at + 1) else Act(particles[after], 2)
    if turns_up(words, at):
        return None
    if after == "from" and low in _FROM:
        return Act("cause", 2, origin=True)
    if (low == "due" and after == "to") or (low == "because" and after == "of") or (low == "owing" and after == "to"):
        return Act("cause", 2, origin=True)
    if low == "put" and [word.low for word in words[at + 1 : at + 3]] == ["down", "to"]:
        return Act("cause", 3, origin=True)
    if low == "rise" and after == "to" and at and words[at - 1].low.startswith(("giv", "gav")):
        return Act("cause", 2)
    if (following := _HARM.get(low)) is not None and after in following:
        return Act("worse", 2, origin=low in _SUFFERING)
    if low in _TAKING and [word.low for word in words[at + 1 : at + 3]] == ["care", "of"]:
        return Act("better", 3)
    if low == "blame" and after == "for" and at and words[at - 1].low == "to":
        return Act("cause", 2)
    if low in {"factor", "factors"} and after == "behind":
        return Act("linked", 2)
    if low in {"part", "role"} and after == "in" and any(w.low in _PLAYING for w in words[max(0, at - 3) : at]):
        return Act("linked", 2)  # but not "takes part in"
    if low in _EASE and after in {"for", "to"} and "it" in (each.low for each in words[max(0, at - 2) : at]):
        return Act(_EASE[low])
    if low in ROBBING and "of" in (word.low for word in words[at + 2 : at + ROBBED]):
        return Act("down")
    if low in _COMING and after == "of":
        return Act("cause", 2, origin=True)
    if low in _BRAKES and after in {"on", "to"} and any(words[i].low in _PUT for i in range(max(0, at - 3), at)):
        return Act("down", 2)
    if low in _KEEPING and at + 2 < len(words) and _KEPT.get(words[at + 2].low) == after:
        return Act("down", 3)
    if low in {"up", "down"} and at and words[at - 1].low.isalpha() and words[at - 1].low not in _LEADING:
        return None  # "lets up", "settles down", "opens up"
    if after == "relief" and low in _BRINGING and at + 2 < len(words) and words[at + 2].low in {"in", "from", "of"}:
        return Act("better", 3)
    if low == "way" and after == "of" and at > 2 and words[at - 2].low == "in" and words[at - 3].low in _STANDING:
        return Act("down", 2)
    if after in {"for", "against"} and low in _WORTHS:
        return Act(_WORTHS[low], 2)
    if low == "edge" and after == "off" and at > 1 and words[at - 2].low in _TAKING:
        return Act("better", 2)
    if low == "clear" and (not at or words[at - 1].low in _PLAIN or words[at - 1].low not in _NO_VERB):
        return Act("down") if after.isalpha() and after not in english.CUTS else None
    if low in {"more", "less"} and after in RARELY:
        return Act("down" if low == "more" else "up", 2)
    if grade := graded(words, at):
        return Act(grade, 1 + (low in {"more", "less"}))
    if low in _HELPING and any(
        one.low in {"more", "less"} and other.low in english.OFTEN
        for one, other in pairwise(words[at + 2 : at + _HELPED])
    ):
        return None  # "helps people to sleep more often"
    kind = "" if low == "equal" and after in {"of", "to"} else kind_of(low)  # of what it is compared with
    if kind:
        circumstance = low == "same" and at > 1 and words[at - 1].low == "the" and words[at - 2].low in _WITHIN
        return None if circumstance and after not in _LEVELS else Act(kind)
    if low in _NEEDS_BE and (not at or words[at - 1].low not in english.AUXILIARY):
        return None
    if low.endswith("ed") and at and words[at - 1].low in english.DETERMINERS - {"to"}:
        return None  # "a limited role"
    return Act(_WAYS[low]) if low in _WAYS else None


def turns_up(words: Sequence[Word], at: int) -> bool:
    """Whether "up" only belongs to a verb of what is met with: "turns up more often", "turns up in B"."""
    if words[at].low != "up" or words[at - 1].low not in _MET:
        return False
    following = [word.low for word in words[at + 1 : at + 4]]
    return following[:1] == ["in"] or not _AMOUNT.isdisjoint(following)


_MET: Final = english.listed("turn turns turned come comes came crop crops cropped show shows showed pop pops popped")
_AMOUNT: Final = english.listed("more less often rarer fewer seldom as no any nothing")


def graded(words: Sequence[Word], at: int) -> str:
    """What a comparative or superlative of severity tells of a complaint: "milder", "less severe", "at its worst"."""
    low = words[at].low
    if low in _DEGREES and at + 1 < len(words) and words[at + 1].low in _SEVERE:
        return _DEGREES[low]
    if low in _HEIGHTS and at and words[at - 1].low in _LED_TO_HEIGHTS:
        return _HEIGHTS[low]
    return {"milder": "better", "severer": "worse", "graver": "worse"}.get(low, "")


_DEGREES: Final = {"more": "worse", "most": "worse", "less": "better", "least": "better"}
_HEIGHTS: Final = {
    **dict.fromkeys(listed("worst severest strongest fiercest"), "worse"),
    **dict.fromkeys(listed("mildest weakest"), "better"),
}
_LED_TO_HEIGHTS: Final = listed("their its is are was were be at")
_SEVERE: Final = english.listed("severe serious intense bothersome troublesome aggressive painful extensive pronounced")


def parted(words: Sequence[Word], at: int, after: int) -> Act | None:
    """A phrasal verb around what it acts on, which ends at `after`: "switches A on", "keeps A at bay"."""
    if after >= len(words):
        return None
    low, particle = words[at].low, words[after].low
    if (particles := _PHRASAL.get(low)) is not None and particle in particles and particle != "with":
        following = words[after + 1].low if after + 1 < len(words) else ""
        if (
            particle in {"on", "in", "against"}
            and following.isalpha()
            and following not in english.CUTS | {"and", "or"}
        ):
            return None  # "turns A on its head"
        return Act(particles[particle])
    if low in _KEEPING and after + 1 < len(words) and _KEPT.get(words[after + 1].low) == particle:
        return Act("down")
    if low in _LEAVING and (kind := _LEFT.get(particle)):
        return Act(kind)
    if low in _SENDING and particle in {"into", "in", "to"} and after + 1 < len(words):
        kind = _SENT.get(words[after + 1].low, "")
        return Act(kind) if kind else None
    return None
