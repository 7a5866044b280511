"""Words of general English that tell who is counted, what is said of them, and in which direction."""

from __future__ import annotations

from typing import Final


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


AUXILIARY: Final = _set(
    "have has had are is was were be been being do does did can could may might will would should must 're 've 's"
)
FINITE: Final = AUXILIARY | _set(
    "report reports show shows experience experiences develop develops respond responds improve improves feel feels "
    "felt get gets got see sees saw suffer suffers live lives lack lacks say said find finds found complain complains "
    "meet meets met reach reaches achieve achieves lose loses lost need needs stop stops occur occurs affect affects "
    "appear appears test tests carry carries benefit benefits remain remains become becomes became describe describes "
    "exhibit exhibits present presents sleep sleeps slept relapse relapses recover recovers worsen worsens drop drops "
    "fall falls fell rise rises rose gain gains discontinue quit quits seem seems tend tends turn turns go goes went "
    "come comes came walk walks die dies return returns work works bring brings brought give gives gave keep keeps "
    "kept cut cuts make makes made take takes took use uses run runs ran lie lies lay stay stays begin begins began "
    "help helps ease eases relieve relieves cause causes lower lowers raise raises reduce reduces increase increases "
    "decrease decreases show shows peak peaks last lasts persist persists tolerate notice hold holds held stand "
    "stands climb climbs jump jumps double doubles halve halves vary varies range ranges include includes account "
    "accounts make makes constitute represent strike strikes struck hit hits bother bothers trouble troubles plague "
    "plagues accompany accompanies complicate complicates follow follows arise arises arose exceed exceeds require "
    "requires know knows knew think thinks thought differ differs differed survive survives regain regains retain "
    "retains fail fails manage manages succeed succeeds choose chooses chose continue continues want wants avoid "
    "avoids"
)
"""Verbs that end a noun phrase such as "patients with A and B"."""
NOUNISH: Final = _set(
    "report reports experience need needs test tests drop fall rise cut benefit benefits lack use work works present "
    "sleep relapse cause causes help run walk return increase decrease peak stay stand range double lower show shows "
    "trouble found last made kept held"
)
"""Verbs that are nouns or adjectives too; behind these words they are no verbs: see DETERMINERS."""
DETERMINERS: Final = _set("of in the a an no with without this that these those their his her its to for any such by")
ATTRIBUTIVE: Final = _set(
    "treated given diagnosed affected referred followed enrolled randomized randomised assigned prescribed "
    "hospitalized hospitalised infected "
    "examined tested studied aged surveyed interviewed evaluated seen admitted recruited "
    "selected included screened exposed identified based untreated unaffected advanced related mixed listed questioned "
    "polled asked monitored analyzed analysed considered involved concerned born used needed supposed combined "
    "controlled associated linked raised elevated reduced impaired increased decreased confirmed estimated limited "
    "so-called unspecified uncomplicated complicated"
)
"""Forms in -ed that describe people inside a noun phrase, rather than say something of them."""
HANGING: Final = _set(
    "having experiencing reporting showing developing responding improving suffering seeing getting feeling "
    "reaching achieving"
)
"""Forms that end a noun phrase where no verb follows: "with 70% of patients having it"."""
PHRASAL: Final = {
    **dict.fromkeys(("end", "ends", "ended"), _set("in with up")),
    **dict.fromkeys(("result", "results"), _set("in from")),
    **dict.fromkeys(("lead", "leads", "led"), _set("to")),
    **dict.fromkeys(("stem", "stems"), _set("from")),
    **dict.fromkeys(("try", "tries", "attempt", "attempts", "start", "starts"), _set("to again")),
    **dict.fromkeys(("put", "puts", "pass", "passes"), _set("on")),
}
"""Nouns that are verbs where one of these words follows."""
MAKING: Final = _set(
    "keep keeps kept make makes made leave leaves left render renders rendered get gets got turn turned set"
)
"""Verbs behind whose object an adjective tells what became of it: "kept them free of A"."""
ADVERBS: Final = _set(
    "still now ever never often always sometimes also already just only even once then today seldom again soon later "
    "either both all each too nowadays thereafter afterwards simply actually eventually"
)
"""Words between a subject and its verb, beside those in -ly."""
NO_ADVERBS: Final = _set(
    "only elderly early family daily weekly monthly yearly ugly friendly ally apply rely reply supply comply"
)
"""Words in -ly that are no adverbs of a verb."""
ADJECTIVES: Final = _set(
    "short low high free sick ill dead alive poor able unable prone likely unlikely weak thin obese overweight blind "
    "deaf dizzy drunk hooked keen due new fit unfit aware unaware eligible fond full rich worse better worst best "
    "young old older younger frail well unwell safe bald lame mild severe more less fewer further early late light "
    "heavy light fat worldwide nationwide alike alone elsewhere overall underweight immune allergic sober asleep awake "
    "afraid anxious tired hungry sleepy itchy lazy happy sad angry"
)
"""Adjectives, which behind a noun narrow it."""
ADJECTIVE_ENDINGS: Final = ("ed", "ing", "ent", "ant", "ive", "ous", "ful", "less", "able", "ible", "ic", "al", "free")
"""Endings of participles and adjectives; a verb in them costs no more than the silence there was."""
PARTICIPLES: Final = _set(
    "put set hurt hit cut let given taken seen known shown found born left lost sent told kept held brought taught "
    "bitten stung fed broken chosen worn fallen eaten drawn driven written grown begun hidden stricken beaten thought "
    "made paid caught bought fought laid said read spent met bred bound shot split shut rid beset led run come become"
)
"""Past forms without -ed that narrow a noun before them."""
CLOSED: Final = AUXILIARY | _set(
    "of in on at by for from with without within to into onto than as and or nor but if when while whereas because "
    "since though although until unless once after before during despite about above across against along among "
    "around behind below beneath beside besides between beyond down inside near off out outside over past per post "
    "through throughout toward towards under up upon via versus vs plus minus who whom whose which that this these "
    "those the a an no not any some such both either neither each every all half most many much few more less their "
    "his her its our your my they them he she it we you i there here where why how what so yet age ages aged year "
    "years month months week weeks day days hour hours time times according including excluding regardless like "
    "unlike except whether et al ie eg etc cannot apiece ago altogether together instead rather quite very"
)
"""Function words and the like: no verb with a meaning of its own."""
MINDING: Final = _set(
    "fear fears feared dread dreads dreaded hate hates hated oppose opposes opposed regret regrets regretted avoid "
    "avoids avoided escape escapes escaped think thinks thought worry worries worried believe believes believed expect "
    "expects expected ban bans banned allow allows allowed discuss discusses discussed seek seeks sought want wants "
    "wanted wish wishes wished like likes liked love loves loved enjoy enjoys enjoyed prefer prefers preferred mention "
    "mentions mentioned reject rejects rejected doubt doubts doubted ignore ignores ignored forget forgets forgot "
    "understand understands understood blame blames blamed support supports supported favour favor favours favors "
    "hope hopes hoped consider considers considered know knows knew beat beats overcome overcomes overcame"
)
"""Verbs of which the object is nothing that people have: "15% fear A"."""
BEFORE_NOUNS: Final = _set(
    "a an the their his her its some any from with no to of at for against more less high low new severe mild risk "
    "bouts episodes attacks symptoms signs another further repeated off on into"
)
"""Words between a verb and the name of what it is of."""
RELATIVE: Final = _set("who that which whose whom")
PEOPLE: Final = _set(
    "patient patients people person persons individual individuals participant participants subject subjects sufferer "
    "sufferers case cases adults adult everyone everybody anybody anyone population respondents respondent cohort "
    "someone somebody volunteers volunteer inhabitants citizens folks human humans member members "
    "group groups households"
)
"""Nouns for people that say nothing of who is meant; the words around do."""
POINTING: Final = _set("them those these this such whom they it that same former latter he she his her its their")
GENERIC: Final = PEOPLE | POINTING
EVERYONE: Final = _set("people person persons population everyone everybody adults adult us individuals folks anyone")
"""Nouns that mean all people where nothing points to a group."""
PLACES: Final = _set(
    "study studies trial trials survey surveys series clinic sample analysis review report cohort addition fact total "
    "general case particular turn short contrast practice research literature time weeks days months years hours week "
    "day month year hour end beginning place order which what whole other words all evening morning night"
)
"""Nouns behind "in" that are no group of people."""
ANAPHORA: Final = _set("they them these those it its this such their he she")
LEADS: Final = _set("of among amongst in for within across with")
OF: Final = _set("of among amongst in for within across")
CONTRAST: Final = _set("but while whereas although though versus vs unlike against compared than")
CUTS: Final = _set(
    "when while whereas but because since if compared versus vs than although though once until unless as so per "
    "according by via thanks"
)
"""Words that end a noun phrase and begin something else."""
RESTRICTING: Final = _set(
    "elderly older younger young middle-aged male female severe mild moderate pregnant hospitalized hospitalised "
    "diabetic obese overweight adolescent teenage postmenopausal premenopausal newborn frail aged inpatients "
    "outpatients athletes smokers vegetarian vegan veterans twins black white asian hispanic untreated newly recently "
    "early late advanced chronic acute resistant refractory former"
)
"""Words that narrow a group; no claim is of the narrowed group unless a concept covers the words."""

PEOPLE_NAMED: Final = _set(
    "men women children girls boys infants babies teenagers students athletes workers nurses drinkers vegans rats mice "
    "animals dogs monkeys cells dishes"
)
"""Other words for those of whom something is told."""

STRONG: Final = _set(
    "cures cure cured curing always guarantees guarantee guaranteed permanently eliminates eliminate eliminated "
    "eradicates eradicate definitively undoubtedly invariably conclusively miracle foolproof infallible unfailingly "
    "forever inevitably banishes banish miraculous irrefutably indisputably unquestionably abolishes abolish "
    "abolished wipes everyone everybody certainly definitely"
)
STRONG_PHRASES: Final = (
    ("all", "patients"), ("every", "patient"), ("all", "people"), ("never", "fails"), ("all", "sufferers"),
    ("in", "all", "cases"), ("in", "every", "case"), ("without", "exception"), ("completely", "stops"),
    ("100", "effective"), ("for", "good"), ("proves", "that"), ("prove", "that"), ("proved", "that"),
    ("proven", "to"), ("has", "proven"), ("is", "proven"), ("are", "proven"), ("proof", "that"), ("all", "women"),
    ("gets", "rid", "of"), ("get", "rid", "of"), ("once", "and", "for", "all"), ("works", "for", "all"),
    ("completely", "prevents"), ("completely", "removes"), ("makes", "disappear"), ("no", "doubt"), ("for", "ever"),
)  # fmt: skip
SOFTENERS: Final = _set(
    "may might could if whether can not no never cannot can't doesn't don't isn't aren't nobody nothing neither "
    "claims claim claimed myth myths promise promises"
)
"""Words before a strong word that take its strength away."""

UP: Final = _set(
    "more higher increased increase increases increasing elevated raised raise raises raising greater rise rises "
    "rising excess excessive boost boosts boosted high rose gained enhance enhances enhanced up extra larger commoner "
    "stimulates stimulate stimulated activates activate activated activating promotes promote promoted climbs climb "
    "too-much abundant plentiful augments"
)
DOWN: Final = _set(
    "less lower down reduced reduce reduces reducing decreased decrease decreases decreasing low fewer lowered lowers "
    "lowering decline declines declined drop drops dropped fall falls fell falling diminished diminishes diminish "
    "smaller depleted lack lacks lacking deficit short reduction scarce shortage cut cuts rarer blocks block blocked "
    "blocking inhibits inhibit inhibited inhibiting suppresses suppress suppressed impairs impair impaired blunts "
    "dampens slows slowed slowing "
    "prevents prevent prevented preventing protects protect protective insufficient poor poorly halves halved "
    "weakens weaken limits"
)
SAME: Final = _set("similar same equal unchanged comparable alike normal equally no-difference unrelated")
BETTER: Final = _set(
    "improve improves improved improving improvement improvements ease eases eased easing relieve relieves relieved "
    "relieving relief help helps helped helping soothe soothes soothed alleviate alleviates alleviated calm calms "
    "calmed lessen lessens lessened better benefit benefits benefited benefitted treat treats respond responds "
    "responded response responders responder reduction subside subsides subsided settled worked works effective"
)
WORSE: Final = _set(
    "worsen worsens worsened worsening worse aggravate aggravates aggravated exacerbate exacerbates exacerbated "
    "trigger triggers triggered triggering intensify intensifies intensified flare flares flared provoke provokes "
    "provoked relapse relapsed relapses returned returns return deteriorated deteriorate"
)
CURE: Final = _set(
    "cure cures cured cure-rate remission symptom-free pain-free resolved disappeared vanished completely fully total "
    "freed free complete"
)
"""More than an improvement."""
CAUSE: Final = _set(
    "cause causes caused causing induce induces induced leads lead led brings bring brought produces produce produced"
)
LINKED: Final = _set(
    "associated linked related tied connected correlated correlates link association connection linkage associates "
    "links goes go went"
)
NEGATION: Final = _set(
    "not no never neither nor without cannot can't don't doesn't didn't isn't aren't wasn't weren't won't hardly "
    "nothing none nobody rarely fails failed"
)
DENIAL: Final = _set(
    "not no never don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't without cannot can't couldn't"
)
HOLDING: Final = _set(
    "have has had having show shows showed shown see saw seen experience experienced experiences report reported "
    "reports feel felt get got find found develop developed notice noticed gain gained make made"
)
"""Verbs of which "no" behind them denies what they say: "had no improvement"."""
NOT_DENIED: Final = _set(
    "only just all every surprisingly unexpectedly more less fewer longer least yet significantly necessarily doubt "
    "surprise matter known clear of in among for on"
)
"""Words behind a negation that take it away from the verb: "not only", "no longer", "no more than"."""
CONVERT: Final = _set(
    "turns turn turned turning converts convert converted converting changes change changed transforms transform "
    "transformed makes make made making produces produce produced synthesizes synthesises synthesized synthesised "
    "builds build built forms form formed becomes become became derives derived comes conversion hydroxylates "
    "generates generated arises metabolized metabolised metabolizes metabolises metabolize metabolise cleaves cleaved "
    "splits split builds break breaks broke broken breaking degrade degrades degraded oxidizes oxidized oxidises "
    "oxidised breakdown metabolism"
)
REMOVED: Final = _set("treated stopped corrected cured removed avoided withdrawn discontinued omitted skipped lacking")
"""Words behind "is" with which a thing is there no more: "when A is stopped"."""
MEASURED: Final = _set(
    "risk risks rate rates number numbers odds chance chances frequency severity symptom symptoms likelihood incidence "
    "prevalence level levels amount amounts concentration onset occurrence development burden attack attacks episode "
    "episodes case cases sign signs worsening progression recurrence discomfort activity production release intensity "
    "probability feeling urge pain effects sensations relief rise fall flare flares"
)
"""Nouns before "of A" that tell of A itself: "the risk of A", not "the fear of A"."""
MODAL: Final = _set("should must to can could may might will would help helps let cannot")
MORE_OR_LESS: Final = _set(
    "more less higher lower high low rising falling increased reduced raised elevated increasing decreasing little "
    "fewer greater decreased"
)
"""Words before a noun that tell of more or less of it and are not what somebody does to it."""
NOT_ALL: Final = _set("everyone everybody all every always necessarily")
UNRELATED: Final = _set("unrelated unconnected independent independently")
JOINING: Final = _set("when as whenever once means mean meant")
"""Words that tell that one thing changes as another does."""
AFFECTING: Final = _set(
    "effect effects influence influences influenced affect affects affected change changes changed "
    "alter alters altered "
    "difference impact impacts matter matters"
)
"""Verbs and nouns of an effect in no direction; denied, they say that there is none."""
COMMONER: Final = _set("commoner likelier oftener")
RARER: Final = _set("rarer fewer seldomer")
FREQUENT: Final = _set(
    "often common frequent frequently likely prevalent widespread risk risks rate rates odds chance chances prevalence"
)
"""Words behind "more" or "less" with which it tells how often."""
HAVING: Final = _set("with in among have has had having")
BURDENS: Final = _set(
    "severity pain symptom symptoms complaint complaints burden disability discomfort attack attacks craving score"
)
"""Words in the name of a measure of which less is better."""
BODY: Final = _set(
    "urine saliva hair sweat milk breath tears stool muscle muscles liver kidney kidneys skin bone bones lungs "
    "tissue tissues cells nails"
)
"""Where something may be measured that is measured in the blood as well."""
RULING_OUT: Final = _set("rule rules ruled exclude excludes excluded")
BESIDE: Final = _set("with plus combined together alongside")
"""Words behind a treatment with which another is given."""
LESSENING: Final = _set(
    "less fewer lower low little lack lacking loss absence reduced reducing reduce falling avoiding avoid avoidance "
    "stopping quitting cutting treating correcting curing treatment without removing shortage limiting eliminating skipping"
)
"""Words before a cause that tell of less of it, or of none."""
FROM: Final = _set("from")
INTO: Final = _set("into to becomes become became yields giving gives")
PRODUCTS: Final = _set("metabolite product derivative")
"""Nouns for what something is turned into: "B is a metabolite of A"."""
NEEDS: Final = _set(
    "needs need needed requires require required depends depend relies rely uses use requiring needing without "
    "dependent using"
)
SERVES: Final = _set(
    "cofactor required essential needed necessary helps enables indispensable vital crucial used helper serves"
)

ONSET: Final = _set(
    "within begin begins began start starts started onset first early soon kick kicks sets set appear appears "
    "noticeable"
)
PEAK: Final = _set("peak peaks peaked strongest maximum maximal maximally greatest best highest full fullest fully")
LASTING: Final = _set(
    "last lasts lasted lasting persist persists persisted continue continues continued endure endures wear wears "
    "remain remains hold holds held sustained durable duration"
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

CHANGES: Final = _set(
    "lower higher fewer less more greater reduction reductions increase increases decrease drop rise decline cut "
    "improvement fall relative risk smaller larger rarer commoner likelier"
)
"""Words behind a percentage that make it a change, not a share of people."""
IDLE: Final = _set(
    "share proportion percentage fraction rate number prevalence frequency figure the a an of is was are were be in "
    "for that who about only just some roughly around estimated is it this one if you re here at to and , . : ; ( ) as "
    "approximately nearly almost up percent total with"
)
"""Words around a percentage that say nothing of the group."""
FEELING: Final = _set(
    "feel feels felt feeling get gets got getting become became do does did were was are is be been fare fared much "
    "far become being clearly markedly"
)
"""Verbs with which "better" tells of the person, not of what the person did better."""
SYMPTOMS: Final = _set(
    "symptom symptoms complaint complaints attack attacks condition disease disorder problem problems pain sensations "
    "discomfort episode episodes them it they this these relief improvement score scores significant significantly "
    "their the a marked some clear substantial considerable feeling legs illness trouble much far great clearly "
    "greatly noticeably markedly again of in on from with to after within by and or at well very quite all for"
)
"""What is eased where somebody improves, without naming something else that does."""

SUPPOSING: Final = _set("if unless suppose supposing assuming imagine")
ASKING: Final = _set(
    "ask asks asked asking wonder wonders wondered wondering test tests tested testing see know knows find out learn "
    "check checks checked study studied studies studying examine examined examines examining investigate investigated "
    "explore explored establish determine determined clear unclear decide tell compare compared assess assessed sure"
)
"""Words behind which "if" and "whether" ask."""
BELIEVING: Final = _set(
    "believe believes believed believing think thinks thought fear fears feared hope hopes hoped suspect suspects "
    "suspected worry worries worried assume assumes assumed claim claims claimed argue argues argued expect expects "
    "expected suppose supposed insist insists insisted allege alleges alleged speculate speculates speculated swear "
    "swears swore guess guessed doubt doubts doubted say says concerned convinced afraid predicted"
)
BELIEVING_BARE: Final = _set("believe believes believed think thinks thought assume assumes assumed suppose supposed")
"""Those that need no "that" behind them."""
EXPERTS: Final = _set(
    "expert experts researcher researchers scientist scientists doctor doctors physician physicians clinician "
    "clinicians specialist specialists author authors we guideline guidelines evidence"
)
"""Who believes for a reason: what these believe today is said."""
SOME: Final = _set("some many few most others nobody none critics skeptics sceptics fans no")
FORMERLY: Final = _set("once formerly previously long originally earlier used ago")
WRONGLY: Final = _set("wrongly mistakenly falsely erroneously incorrectly")
HYPOTHESES: Final = _set(
    "hypothesis hypotheses idea theory notion suspicion fear fears hope belief beliefs claim claims possibility rumour "
    "rumor speculation assumption view opinion concern"
)
"""Nouns whose "that" states nothing."""
AIMING: Final = _set(
    "aim aims aimed aiming set designed planned intended goal purpose objective wanted sought tried hoped hoping"
)
SHOWING: Final = _set("show prove demonstrate confirm establish document")
UNTRUE: Final = _set(
    "myth misconception fallacy falsehood untrue false wrong incorrect mistaken mistake error nonsense misbelief"
)
TRUE: Final = _set("true correct case right")
PROOF: Final = _set("evidence proof indication sign data")
SHOWN: Final = _set(
    "shown showed shows show proved proven proves prove demonstrated demonstrate found find confirmed established"
)
MEANT: Final = _set(
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
AMOUNTS: Final = _set(
    "risk risks odds rate rates number numbers chance chances likelihood incidence hazard hazards frequency "
    "probability occurrence prevalence share proportion amount level levels burden"
)
"""Nouns for how much or how often there is of something."""
DEGREES: Final = _set("significantly markedly clearly much far substantially slightly somewhat also even still then")


def _ways(up: str, down: str) -> dict[str, str]:
    return {**dict.fromkeys(up.split(), "up"), **dict.fromkeys(down.split(), "down")}


RISEN_VERBS: Final = _ways(
    "raise raises raised raising increase increases increased increasing boost boosts boosted boosting rise rises rose "
    "risen rising climb climbs climbed climbing grow grows grew grown growing soar soars soared jump jumps jumped "
    "double doubles doubled doubling triple triples tripled tripling multiply multiplies multiplied elevate elevates "
    "elevated heighten heightens heightened amplify amplifies amplified",
    "lower lowers lowered lowering reduce reduces reduced reducing cut cuts cutting decrease decreases decreased "
    "decreasing halve halves halved halving diminish diminishes diminished shrink shrinks shrank shrunk curb curbs "
    "curbed slash slashes slashed lessen lessens lessened prevent prevents prevented preventing avert averts averted "
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining sink sinks sank "
    "sunk dip dips dipped trim trims trimmed",
)
"""Verbs that say that something became more or less, with the direction."""
RISEN_NOUNS: Final = _ways(
    "increase increases rise rises gain gains growth jump climb",
    "reduction reductions decrease decreases drop drops fall falls decline declines cut cuts dip lowering loss",
)
"""Nouns that do."""
COMPARATIVES: Final = _ways(
    "more higher greater larger bigger likelier commoner elevated increased raised heavier",
    "fewer less lower smaller rarer reduced decreased diminished lighter",
)
"""Comparisons, and participles that serve as such."""
RARE: Final = _set("rare rarely unlikely infrequent infrequently seldom uncommon low few little")
"""What "more" turns into less."""
EFFECTS: Final = _set("effect effects impact influence difference change changes")
ALTERING: Final = _set(
    "affect affects affected affecting change changes changed changing alter alters altered altering influence "
    "influences influenced differ differs differed"
)
"""Verbs of change without a direction: denied, they say that nothing changed."""
GOING: Final = _set("go goes going went gone came come comes associated linked tied correlated coupled resulted led")
"""Verbs of which "with" says what came of something."""
HEIGHTS: Final = _set("worst height plateau plateaus plateaued climax")
ENDING: Final = _set("keep keeps kept gone subside subsides subsided fade fades faded vanish vanishes course courses")
"""Verbs and nouns by which a time tells how long something goes on."""
SURVEYING: Final = _set(
    "measured checked counted assessed tested examined followed recruited enrolled approved launched sold marketed "
    "published monitored tracked surveyed interviewed licensed licenced patented recruit enrol enroll swallowed"
)
"""Verbs of those who study, sell or instruct: a time beside them is none of an effect."""
UNDERTAKINGS: Final = _set(
    "study studies trial trials survey surveys research experiment experiments project recruitment enrolment "
    "enrollment patent market company licence license approval follow-up followup campaign review observation visit "
    "interview session sessions appointment lesson"
)
"""What lasts for reasons of its own."""
WORKING: Final = (
    BETTER
    | WORSE
    | _set(
        "effect effects works working act acts acting action kick kicks results result felt feel notice noticed "
        "noticeable symptom symptoms"
    )
)
"""Words of what a treatment does."""
MOVING: Final = WORKING | UP | DOWN | frozenset(RISEN_VERBS) | _set("appear appears show shows sets set comes occur")
"""Words of something that comes about."""
