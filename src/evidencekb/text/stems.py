"""Stems: words without case, variants of spelling and inflection, as they are compared."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_ENDINGS: Final = (
    *(("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("ings", ""), ("ing", "")),
    *(("eed", "eed"), ("edly", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", "")),
)
"""Inflectional endings and what is left for them; the first that fits is taken. Both sides are treated alike, so a stem
need not be a word."""
_DOUBLING: Final = frozenset({"ing", "ings", "ed"})
"""Endings before which a verb of three letters doubles its last: "cutting"."""
_SHORTEST: Final = 3
_SPELT: Final = 5
"""Letters of the longest word that ends in "ll" in every spelling: "small", "skill", "swell"."""
_PAST: Final = """
agree agreed, arise arose arisen, awake awoke awoken, become became, begin began begun, bend bent, bite bitten, bleed
bled, blow blew blown, break broke broken, breed bred, bring brought, build built, burn burnt, buy bought, catch
caught, choose chose chosen, cling clung, come came, creep crept, deal dealt, dig dug, draw drew drawn, dream dreamt,
drink drank, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found, fly
flew flown, forget forgot forgotten, free freed, freeze froze frozen, get got gotten, give gave, go went gone, grow
grew grown, guarantee guaranteed, hear heard, hide hid hidden, hold held, keep kept, know knew known, learn learnt,
lend lent, lose lost, meet met, outgrow outgrew outgrown, overcome overcame, oversleep overslept, pay paid, ride rode
ridden, ring rang rung, rise rose risen, run ran, see saw seen, seek sought, sell sold, send sent, shake shook shaken,
show shown, shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid, smell smelt, speak
spoke spoken, spend spent, spin spun, stand stood, steal stole stolen, stick stuck, sting stung, strike struck
stricken, swear swore sworn, sweep swept, swell swollen, swim swam swum, swing swung, take took taken, teach taught,
tear tore torn, tell told, think thought, throw threw thrown, undergo underwent undergone, understand understood, wake
woke woken, wear wore worn, weep wept, win won, withdraw withdrew withdrawn, withstand withstood, write wrote written
"""
_PLURALS: Final = """
alveolus alveoli, analysis analyses, anastomosis anastomoses, appendix appendices, bacillus bacilli, bacterium bacteria,
bronchus bronchi, calculus calculi, calf calves, cervix cervices, child children, cirrhosis cirrhoses, cortex cortices,
crisis crises, criterion criteria, diagnosis diagnoses, diverticulum diverticula, embolus emboli, fascia fasciae,
fibrosis fibroses, foot feet, fungus fungi, ganglion ganglia, hypothesis hypotheses, index indices, larva larvae,
lamella lamellae, louse lice, matrix matrices, metastasis metastases, mitochondrion mitochondria, mouse mice, naevus
naevi nevi, neurosis neuroses, nucleus nuclei, ovum ova, papilla papillae, phenomenon phenomena, prognosis prognoses,
prosthesis prostheses, psychosis psychoses, sclerosis scleroses, septum septa, spectrum spectra, stenosis stenoses,
stimulus stimuli, streptococcus streptococci, synthesis syntheses, testis testes, thrombosis thromboses, thrombus
thrombi, tooth teeth, vertebra vertebrae, vertex vertices, villus villi, woman women
"""


def _folded(low: str) -> str:
    """A word in one of two spellings: "edema" for "oedema"."""
    return low.replace("ae", "e").replace("oe", "e")


_IRREGULAR: Final = {
    _folded(form): _folded(word)
    for rows in (_PAST, _PLURALS)
    for word, *forms in (row.split() for row in rows.replace("\n", " ").split(","))
    for form in forms
} | {"thoughts": "think", "men": "man"}
"""Past forms and plurals that no ending tells, and the word they are of."""
_BRITISH: Final = ("ise", "ised", "ises", "ising")
_UNCUT: Final = {"evening": "evening", "evenings": "evening", "grown": "grown", "ups": "up", "ins": "in"}
"""Words that end like an inflected form of another and are none, of which a name is made: a grown-up does not grow up;
and plurals too short to be cut: "check-ups"."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The form in which a word is compared: abbreviations as they are, other words folded and without ending."""
    if len(word) > 1 and word.isupper():
        return word
    low = word.lower().replace("\u2019", "'").removesuffix("'s")
    if len(low) > 1 and word[-1:] == "s" and word[:-1].isupper():
        return word[:-1]  # the plural of an abbreviation
    low = _folded(low).replace("isation", "ization")
    if low.endswith("our") and len(low) > 5:
        low = low[:-3] + "or"
    if low.endswith(_BRITISH) and low.count("is") == 1 and (at := low.index("is")) > _SHORTEST:
        low = low if low[at - 1] in "aeo" else low.replace("is", "iz")  # not "raise", "noises", "seised"
    if low in _UNCUT:
        return _UNCUT[low]
    low = _IRREGULAR.get(low, low)
    for ending, left in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) + len(left) >= _SHORTEST:
            cut = low[: len(low) - len(ending)] + left
            doubled = len(cut) > _SHORTEST and cut[-1] == cut[-2]
            short = len(cut) == _SHORTEST + 1 and (ending not in _DOUBLING or cut[-1] not in "bdgmnprt")
            low = cut[:-1] if doubled and not short and cut[-1] not in "lsy" else cut
            break
    return low[:-1] if low.endswith("ll") and len(low) > _SPELT else low  # "signalling" and "signaling" are one
