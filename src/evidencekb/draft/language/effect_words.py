"""Words of general English that tell what one thing does to another: which way, and how strongly."""

from __future__ import annotations

from typing import Final

from evidencekb.draft.language.english import listed
from evidencekb.text import moving

STRONG: Final = listed(
    "cures cure cured curing always guarantees guarantee guaranteed permanently eliminates eliminate eliminated "
    "eradicates eradicate definitively undoubtedly invariably conclusively miracle foolproof infallible unfailingly "
    "forever inevitably banishes banish miraculous irrefutably indisputably unquestionably abolishes abolish "
    "abolished wipes everyone everybody certainly definitely undisputed indisputable undeniable undeniably "
    "unquestionable irrefutable incontestable incontestably incontrovertible incontrovertibly indubitably indubitable "
    "undoubted doubtless unequivocally infallibly flawlessly"
)
STRONG_PHRASES: Final = (
    ("all", "patients"), ("every", "patient"), ("all", "people"), ("never", "fails"), ("all", "sufferers"),
    ("in", "all", "cases"), ("in", "every", "case"), ("without", "exception"), ("completely", "stops"),
    ("100", "effective"), ("for", "good"), ("proves", "that"), ("prove", "that"), ("proved", "that"),
    ("proven", "to"), ("has", "proven"), ("have", "proven"), ("has", "proved"),
    ("have", "proved"), ("is", "proven"), ("are", "proven"), ("proof", "that"), ("all", "women"),
    ("gets", "rid", "of"), ("get", "rid", "of"), ("once", "and", "for", "all"), ("works", "for", "all"),
    ("completely", "prevents"), ("completely", "removes"), ("makes", "disappear"), ("no", "doubt"), ("for", "ever"),
    ("beyond", "doubt"), ("beyond", "all", "doubt"), ("beyond", "any", "doubt"), ("beyond", "dispute"),
    ("beyond", "question"), ("beyond", "reasonable", "doubt"), ("beyond", "a", "doubt"), ("no", "question", "that"),
    ("without", "question"), ("without", "doubt"), ("without", "a", "doubt"), ("without", "any", "doubt"),
    ("settled", "fact"), ("proven", "fact"), ("proved", "beyond"), ("proven", "beyond"), ("no", "one", "doubts"),
    ("nobody", "doubts"), ("can", "be", "no", "doubt"), ("no", "disputing"), ("no", "denying"), ("no", "dispute"),
    ("an", "established", "fact", "that"), ("it", "is", "certain"), ("a", "certainty"), ("proved", "conclusively"),
    ("proving", "that"), ("every", "single", "patient"), ("each", "and", "every", "patient"),
    ("every", "last", "patient"), ("every", "single", "person"),
)  # fmt: skip
SOFTENERS: Final = listed(
    "may might could if whether can not no never cannot can't doesn't don't isn't aren't nobody nothing neither "
    "claims claim claimed myth myths promise promises hardly far anything without"
)
"""Words before a strong word that take its strength away."""
UP: Final = listed(
    "more higher increased increase increases increasing elevated raised raise raises raising greater rise rises "
    "rising risen excess excessive boost boosts boosted high rose gained enhance enhances enhanced up extra larger "
    "commoner "
    "stimulates stimulate stimulated activates activate activated activating promotes promote promoted climbs climb "
    "too-much abundant plentiful augments"
)
DOWN: Final = listed(
    "less lower down reduced reduce reduces reducing decreased decrease decreases decreasing low fewer lowered lowers "
    "lowering decline declines declined drop drops dropped fall falls fell fallen falling sink sinks sank sunk "
    "diminished diminishes diminish "
    "smaller depleted lack lacks lacking deficit short reduction scarce shortage cut cuts rarer blocks block blocked "
    "blocking inhibits inhibit inhibited inhibiting suppresses suppress suppressed impairs impair impaired blunts "
    "dampens slows slowed slowing "
    "prevents prevent prevented preventing protects protect protective insufficient poor poorly halves halved "
    "weakens weaken limits"
)
SAME: Final = listed("similar same equal unchanged comparable alike normal equally no-difference unrelated")
BETTER: Final = listed(
    "improve improves improved improving improvement improvements ease eases eased easing relieve relieves relieved "
    "relieving relief help helps helped helping soothe soothes soothed alleviate alleviates alleviated calm calms "
    "calmed lessen lessens lessened better benefit benefits benefited benefitted treat treats respond responds "
    "responded response responders responder reduction subside subsides subsided settled worked works effective "
    "fade fades faded fading"
)
RELIEVING: Final = listed(
    "ease eases eased easing relieve relieves relieved relieving relief soothe soothes soothed soothing alleviate "
    "alleviates alleviated alleviating mitigate mitigates mitigated ameliorate ameliorates ameliorated palliate "
    "palliates assuage assuages allay allays subside subsides subsided settle settles settled calm calms calmed combat "
    "combats against edge fade fades faded"
)
"""Words for what becomes better that are said of complaints alone."""
CALMING: Final = listed(
    "calm calms calmed calming soothe soothes soothed soothing settle settles settled settling relax relaxes relaxed "
    "relaxing subside subsides subsided"
)
"""Those of them that tell of less of it where what is calmed is no complaint: a cell, a nerve, a process."""
ROUSING: Final = listed(
    "trigger triggers triggered triggering provoke provokes provoked provoking intensify intensifies intensified "
    "inflame inflames inflamed aggravate aggravates aggravated exacerbate exacerbates exacerbated flare flares flared"
)
"""Words for what becomes worse that tell of more of it where it is no complaint."""
GOODS: Final = listed(
    "quality function functioning adherence abstinence strength remission improvement relief response survival "
    "recovery fitness freedom success control tolerance healing performance ability capacity density efficiency use "
    "uptake absorption hydration resolution cessation quitting mobility clearance compliance satisfaction "
    "independence energy "
    "weight sleep walking balance memory attention immunity protection health stability wellbeing well-being life"
)
"""Words in the name of an outcome of which less is no relief."""
WORSE: Final = listed(
    "worsen worsens worsened worsening worse aggravate aggravates aggravated exacerbate exacerbates exacerbated "
    "trigger triggers triggered triggering intensify intensifies intensified flare flares flared provoke provokes "
    "provoked relapse relapsed relapses returned returns return deteriorated deteriorate"
)
CURE: Final = listed(
    "cure cures cured cure-rate remission symptom-free pain-free resolved disappeared vanished completely fully total "
    "freed free complete"
)
"""More than an improvement."""
CAUSE: Final = listed(
    "cause causes caused causing induce induces induced leads lead led brings bring brought produces produce produced"
)
CAUSES: Final = listed("cause causes trigger triggers reason reasons culprit culprits root roots driver drivers source")
"""Nouns for what brings something about, before "of" or "for" it."""
LINKED: Final = listed(
    "associated linked related tied connected correlated correlates link association connection linkage associates "
    "links goes go went"
)
HOLDING: Final = listed(
    "have has had having show shows showed shown see saw seen experience experienced experiences report reported "
    "reports feel felt get got find found develop developed notice noticed gain gained make made catch catches caught "
    "contract contracts contracted"
)
"""Verbs of which "no" behind them denies what they say: "had no improvement"."""
CONVERT: Final = listed(
    "turns turn turned turning converts convert converted converting changes change changed transforms transform "
    "transformed makes make made making produces produce produced synthesizes synthesises synthesized synthesised "
    "builds build built forms form formed becomes become became derives derived comes conversion hydroxylates "
    "generates generated arises metabolized metabolised metabolizes metabolises metabolize metabolise cleaves cleaved "
    "splits split builds break breaks broke broken breaking degrade degrades degraded oxidizes oxidized oxidises "
    "oxidised breakdown metabolism processes processed processing digests digested ferments fermented hydrolyzes "
    "hydrolyses hydrolyzed hydrolysed methylates phosphorylates dehydrates isomerizes isomerises remodels remodeled "
    "remodelled refines refined recasts reshapes reshaped rearranges transmutes cuts clips conversions transformation "
    "catalyzes catalyses catalyzed catalysed decomposes decomposed turnover yields"
)
REMOVED: Final = listed(
    "treated stopped corrected cured removed avoided withdrawn discontinued omitted skipped lacking swapped replaced "
    "exchanged banned eliminated excluded abandoned ditched shunned restricted absent"
)
"""Words behind "is" with which a thing is there no more: "when A is stopped"."""
MEASURED: Final = listed(
    "risk risks rate rates number numbers odds chance chances frequency severity symptom symptoms likelihood incidence "
    "prevalence level levels amount amounts concentration onset occurrence development burden attack attacks episode "
    "episodes case cases sign signs worsening progression recurrence discomfort activity production release intensity "
    "probability "
    "diagnosis diagnoses bout bouts instance instances onsets occurrences recurrences "
    "feeling urge pain effects sensations relief rise fall flare flares"
)
"""Nouns before "of A" that tell of A itself: "the risk of A", not "the fear of A"."""
PORTIONS: Final = listed(
    "cup cups glass glasses mug mugs bottle bottles can cans pint pints sip sips drop drops pinch handful handfuls "
    "spoon spoonful teaspoon tablespoon slice slices portion portions serving servings dose doses tablet tablets "
    "capsule capsules course courses session sessions lot lots plenty bit deal amount amounts intake consumption "
    "drinker drinkers eater eaters piece pieces bar bars bowl bowls puff puffs spray "
    "type types kind kinds form forms presence"
)
"""Nouns before "of A" that tell how much of A, or who has it: "a cup of A" does what A does."""
MORE_OR_LESS: Final = listed(
    "more less higher lower high low rising falling increased reduced raised elevated increasing decreasing little "
    "fewer greater decreased"
)
"""Words before a noun that tell of more or less of it and are not what somebody does to it."""
UNRELATED: Final = listed("unrelated unconnected independent independently")
JOINING: Final = listed("when as whenever once means mean meant")
"""Words that tell that one thing changes as another does."""
AFFECTING: Final = listed(
    "effect effects influence influences influenced affect affects affected change changes changed "
    "alter alters altered budge budges budged "
    "difference impact impacts matter matters"
)
"""Verbs and nouns of an effect in no direction; denied, they say that there is none."""
COMMONER: Final = listed("commoner likelier oftener")
RARER: Final = listed("rarer fewer seldomer")
FREQUENT: Final = listed(
    "often common frequent frequently likely prevalent widespread risk risks rate rates odds chance chances prevalence"
)
"""Words behind "more" or "less" with which it tells how often."""
HAVING: Final = listed("with in among have has had having")
BURDENS: Final = listed(
    "severity pain symptom symptoms complaint complaints burden disability discomfort attack attacks craving score"
)
"""Words in the name of a measure of which less is better."""
BODY: Final = listed(
    "urine saliva hair sweat milk breath tears stool muscle muscles liver kidney kidneys skin bone bones lungs "
    "tissue tissues cells nails"
)
"""Where something may be measured that is measured in the blood as well."""
RULING_OUT: Final = listed("rule rules ruled exclude excludes excluded")
BESIDE: Final = listed("with plus combined together alongside")
"""Words behind a treatment with which another is given."""
LESSENING: Final = listed(
    "less fewer lower low little smaller lack lacking loss absence reduced reducing reduce falling avoiding avoid "
    "avoidance stopping quitting cutting treating correcting curing treatment without removing shortage limiting "
    "eliminating skipping"
)
"""Words before a cause that tell of less of it, or of none."""
TREATMENT: Final = listed("treatment therapy supplementation")
"""Nouns behind which "with" leads to what is given."""
FROM: Final = listed("from")
INTO: Final = listed("into to becomes become became yields giving gives")
ORIGINS: Final = listed("precursor precursors forerunner forerunners substrate feedstock")
"""Nouns for what something is made from: "A is a precursor of B"."""
WORKINGS: Final = listed("absorption uptake function functioning clearance healing mobility")
"""Nouns for a working of the body, which is better where there is more of it."""
BY_STEPS: Final = listed(
    "via through step steps stage stages ultimately eventually finally first help helps pathway indirectly with"
)
"""Words of a way with several steps."""
PRODUCTS: Final = listed("metabolite product derivative")
"""Nouns for what something is turned into: "B is a metabolite of A"."""
NEEDS: Final = listed(
    "needs need needed requires require required depends depend depended relies rely relied uses use requiring needing "
    "without dependent reliant using hinges hinge hinged demands demand demanded necessitates necessitate calls call "
    "called presupposes presuppose depending relying impossible"
)
SERVES: Final = listed(
    "cofactor coenzyme cosubstrate assists required essential needed necessary helps enables enable enabling allows "
    "permits indispensable vital crucial critical imperative obligatory used helper serves prerequisite precondition"
)
POORLY: Final = listed("poor poorly bad badly weak negligible inadequate insufficient meager scant")
"""Words that take back the most of what they stand beside: "a poor source"."""
ONSET: Final = listed(
    "within begin begins began start starts started onset first early soon kick kicks sets set appear appears "
    "noticeable"
)
ARISING: Final = listed(
    "develop develops developed developing arise arises arose arisen emerge emerges emerged emerging ensue ensues "
    "ensued manifest manifests surface surfaces surfaced"
)
"""Verbs of what comes about: a time beside them is that of its onset."""
PEAK: Final = listed("peak peaks peaked strongest maximum maximal maximally greatest best highest full fullest fully")
LASTING: Final = listed(
    "last lasts lasted lasting persist persists persisted continue continues continued endure endures wear wears "
    "remain remains hold holds held sustained durable duration linger lingers lingered lingering"
)
DIRECTIONS: Final = (
    ("better", BETTER),
    ("worse", WORSE),
    ("cause", CAUSE),
    ("linked", LINKED),
    ("up", UP),
    ("down", DOWN),
    ("same", SAME),
)
"""Kinds of direction and the words that give them; the first that holds a word counts."""
OPPOSITE: Final = {"up": {"down"}, "down": {"up"}, "better": {"worse"}, "worse": {"better"}, "same": {"up", "down"}}
"""What contradicts a direction."""
CHANGES: Final = listed(
    "lower higher fewer less more greater reduction reductions increase increases decrease drop rise decline cut "
    "improvement fall relative risk smaller larger rarer commoner likelier"
)
"""Words behind a percentage that make it a change, not a share of people."""
IDLE: Final = listed(
    "share proportion percentage fraction rate number prevalence frequency figure the a an of is was are were be in "
    "for that who about only just some roughly around estimated is it this one if you re here at to and , . : ; ( ) as "
    "approximately nearly almost up percent total with"
)
"""Words around a percentage that say nothing of the group."""
FEELING: Final = listed(
    "feel feels felt feeling get gets got getting become became do does did were was are is be been fare fared much "
    "far become being clearly markedly"
)
"""Verbs with which "better" tells of the person, not of what the person did better."""
SYMPTOMS: Final = listed(
    "symptom symptoms complaint complaints attack attacks condition disease disorder problem problems pain sensations "
    "discomfort episode episodes them it they this these relief improvement score scores significant significantly "
    "their the a marked some clear substantial considerable feeling illness trouble much far great clearly "
    "greatly noticeably markedly again of in on from with to after within by and or at well very quite all for"
)
"""What is eased where somebody improves, without naming something else that does."""
AMOUNTS: Final = listed(
    "risk risks odds rate rates number numbers chance chances likelihood incidence hazard hazards frequency "
    "probability occurrence prevalence share proportion amount level levels burden"
)
"""Nouns for how much or how often there is of something."""
DEGREES: Final = listed("significantly markedly clearly much far substantially slightly somewhat also even still then")
SELDOM: Final = listed("rare rarely rarity seldom uncommon exception exceptionally hardly")
"""Words by which what is told is told to be so of few."""
RARE: Final = listed("rare rarely unlikely infrequent infrequently seldom uncommon low few little")
"""What "more" turns into less."""
EFFECTS: Final = listed("effect effects impact influence difference change changes")
ALTERING: Final = listed(
    "affect affects affected affecting change changes changed changing alter alters altered altering influence "
    "influences influenced differ differs differed"
)
"""Verbs of change without a direction: denied, they say that nothing changed."""
GOING: Final = listed("go goes going went gone came come comes associated linked tied correlated coupled resulted led")
"""Verbs of which "with" says what came of something."""
HEIGHTS: Final = listed("worst height plateau plateaus plateaued climax")
ENDING: Final = listed("keep keeps kept gone subside subsides subsided fade fades faded vanish vanishes course courses")
"""Verbs and nouns by which a time tells how long something goes on."""
ENDED: Final = listed(
    "settle settles settled resolve resolves resolved clear clears cleared subside subsides subsided gone disappear "
    "disappears disappeared pass passes passed abate abates abated end ends ended lift lifts lifted vanish vanishes "
    "vanished fade fades faded cease ceases ceased wane wanes waned dissipate dissipates dissipated "
    "over away"
)
"""Verbs by which something is told to be there no more: a time before which it is so is that for which it lasts."""
RECURRING: Final = listed(
    "return returns returned returning recur recurs recurred relapse relapses relapsed reappear reappears reappeared "
    "resurface resurfaces resurfaced back"
)
"""Words by which a complaint is there again: a time after which it is so is that for which the relief lasted."""
RETURNING: Final = listed(
    "return returns returned returning resume resumes resumed resuming resumption recover recovers recovered "
    "recovering recovery heal heals healed healing discharge discharges discharged"
)
"""Verbs by which people are back at what they did, or well again."""
PRESENT: Final = listed(
    "there have has had see sees saw notice notices noticed expect expects experience experiences experienced show "
    "shows showed find finds found present visible suffer suffers suffered get gets got feel feels felt reported be "
    "report reports"
)
"""Words by which something is told to be there."""
GRANTING: Final = listed(
    "give gives gave offer offers offered provide provides provided confer confers conferred afford affords afforded "
    "protect protects protected guard guards guarded shield shields shielded bring brings brought secure secures "
    "secured ensure ensures ensured grant grants granted guarantee guarantees buy buys bought mean means yield yields"
)
"""Verbs by which what is given makes something be there: a time behind "for" is that for which it lasts."""
SURVEYING: Final = listed(
    "measured checked counted assessed tested examined followed recruited enrolled approved launched sold marketed "
    "published monitored tracked surveyed interviewed licensed licenced patented recruit enrol enroll swallowed"
)
"""Verbs of those who study, sell or instruct: a time beside them is none of an effect."""
UNDERTAKINGS: Final = listed(
    "study studies trial trials survey surveys research experiment experiments project recruitment enrolment "
    "enrollment patent market company licence license approval follow-up followup campaign review observation visit "
    "interview session sessions appointment lesson battery batteries charge warranty guarantee refill cartridge bulb"
)
"""What lasts for reasons of its own."""
WORKING: Final = (
    BETTER
    | WORSE
    | listed(
        "effect effects works working act acts acting action kick kicks results result felt feel notice noticed "
        "noticeable symptom symptoms"
    )
)
"""Words of what a treatment does."""
MOVING: Final = WORKING | UP | DOWN | frozenset(moving.VERBS) | listed("appear appears show shows sets set comes occur")
"""Words of something that comes about."""
BEATING: Final = listed(
    "beat beats outperform outperforms outperformed outdo outdoes outdid surpass surpasses surpassed outstrip "
    "outstrips outstripped outscore outscores outscored"
)
"""Verbs that hold what is given against something else."""
KIND: Final = {word: kind for kind, members in reversed(DIRECTIONS) for word in members}
"""The direction that a word gives."""


def kind_of(low: str) -> str:
    """The direction that a word gives; "" where it gives none."""
    return KIND.get(low, "")
