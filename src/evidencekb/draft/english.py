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
    "requires know knows knew think thinks thought differ differs differed"
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
    "improvement fall relative risk smaller larger"
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
