"""Words of general English that tell who is counted and where a phrase of people begins and ends."""

from __future__ import annotations

from typing import Final

from evidencekb.text.figures.lists import words_of

listed: Final = words_of

AUXILIARY: Final = listed(
    "have has had are is was were be been being do does did can cannot could may might will would should must "
    "'re 've 's"
)
FINITE: Final = AUXILIARY | listed(
    "report reports show shows experience experiences develop develops respond responds improve improves feel feels "
    "felt get gets got catch catches caught see sees saw suffer suffers live lives lack lacks say said find finds "
    "found complain complains meet meets met reach reaches achieve achieves lose loses lost need needs stop "
    "stops occur occurs affect affects "
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
    "avoids abandon abandons forgo forgoes forsake skip skips discontinues broke drew drove grew sank shook shrank "
    "threw tore woke won wore hear hears heard perceive perceives perceived endure endures contracts encounters "
    "undergo undergoes underwent harbour harbours harbor harbors incur incurs realize realizes realise realises "
    "don't doesn't didn't haven't hasn't hadn't aren't isn't weren't wasn't"
)
"""Verbs that end a noun phrase such as "patients with A and B"."""
NOUNISH: Final = listed(
    "report reports experience need needs test tests drop fall rise cut benefit benefits lack use work works present "
    "sleep relapse cause causes help run walk return increase decrease peak stay stand range double lower show shows "
    "trouble found last made kept held"
)
"""Verbs that are nouns or adjectives too; behind these words they are no verbs: see DETERMINERS."""
ARTICLES: Final = frozenset({"a", "an", "the"})
SPELLS: Final = listed(
    "spell spells period periods bout bouts stretch stretches course courses hour hours minutes days nights weeks "
    "months years"
)
"""Nouns before "of A" that tell for how long."""
POSSESSIVE: Final = listed("its their his her your our my")
DETERMINERS: Final = listed("of in the a an no with without this that these those their his her its to for any such by")
ATTRIBUTIVE: Final = listed(
    "treated given diagnosed affected referred followed enrolled randomized randomised assigned prescribed "
    "hospitalized hospitalised infected "
    "examined tested studied aged surveyed interviewed evaluated seen admitted recruited "
    "selected included screened exposed identified based untreated unaffected advanced related mixed listed questioned "
    "polled asked monitored analyzed analysed considered involved concerned born used needed supposed combined "
    "controlled associated linked raised elevated reduced impaired increased decreased confirmed estimated limited "
    "so-called unspecified uncomplicated complicated"
)
"""Forms in -ed that describe people inside a noun phrase, rather than say something of them."""
HANGING: Final = listed(
    "having experiencing reporting showing developing responding improving suffering seeing getting feeling "
    "reaching achieving"
)
"""Forms that end a noun phrase where no verb follows: "with 70% of patients having it"."""
CEASING: Final = listed(
    "stop stops stopped stopping quit quits quitting cease ceases ceased ceasing discontinue discontinues discontinued "
    "discontinuing"
)
"""Verbs of no longer doing, taking or having something."""
KIN: Final = listed(
    "partner partners spouse spouses husband husbands wife wives father fathers mother mothers parent parents sibling "
    "siblings brother brothers sister sisters relatives"
)
"""Nouns for others than those beside whose name they stand."""
PHRASAL: Final = {
    **dict.fromkeys(("end", "ends", "ended"), listed("in with up")),
    **dict.fromkeys(("result", "results"), listed("in from")),
    **dict.fromkeys(("lead", "leads", "led"), listed("to")),
    **dict.fromkeys(("stem", "stems"), listed("from")),
    **dict.fromkeys(("try", "tries", "attempt", "attempts", "start", "starts"), listed("to again")),
    **dict.fromkeys(("put", "puts", "pass", "passes"), listed("on")),
    **dict.fromkeys(("break", "breaks"), listed("out into")),
}
"""Nouns that are verbs where one of these words follows."""
MAKING: Final = listed(
    "keep keeps kept make makes made making leave leaves left leaving render renders rendered rendering get gets got "
    "turn turns turned set sets saddle saddles saddled lumber lumbers lumbered land lands landed"
)
"""Verbs behind whose object an adjective tells what became of it: "kept them free of A"."""
PLAGUING: Final = listed(
    "plague plagues plagued afflict afflicts afflicted trouble troubles troubled bother bothers bothered burden "
    "burdens burdened torment torments tormented affected"
)
"""Verbs of which the same holds where a treatment does it: "troubled 5% of patients with A"."""
SENDING: Final = listed(
    "put puts putting send sends sent sending bring brings brought bringing take takes took taken taking move moves "
    "moved lead leads led push pushes pushed get gets got steer steers steered tip tips tipped drive drives drove "
    "driven carry carries carried pull pulls pulled help helps helped shift shifts shifted throw throws threw guide "
    "guides guided turn turns turned"
)
"""Verbs behind whose object "into" tells what became of it: "put them into A"."""
TELLING_MORE: Final = listed("with who whose on aged taking using receiving given living treated in having")
"""Words behind a noun for people that tell more of them."""
GIVING: Final = listed("give gives gave giving cause causes caused cost costs bring brings brought hands handed")
"""Verbs with two objects: "gives 5% of people with A a rash"."""
ADVERBS: Final = listed(
    "still now ever never often always sometimes also already just only even once then today seldom again soon later "
    "either both all each too nowadays thereafter afterwards simply actually eventually"
)
"""Words between a subject and its verb, beside those in -ly."""
NO_ADVERBS: Final = listed(
    "only elderly early family daily weekly monthly yearly ugly friendly ally apply rely reply supply comply"
)
"""Words in -ly that are no adverbs of a verb."""
ADJECTIVES: Final = listed(
    "short low high free sick ill dead alive poor able unable prone likely unlikely weak thin obese overweight blind "
    "deaf dizzy drunk hooked keen due new fit unfit aware unaware eligible fond full rich worse better worst best "
    "young old older younger frail well unwell safe bald lame mild severe more less fewer further early late light "
    "heavy light fat worldwide nationwide alike alone elsewhere overall underweight immune allergic sober asleep awake "
    "afraid anxious tired hungry sleepy itchy lazy happy sad angry"
)
"""Adjectives, which behind a noun narrow it."""
ADJECTIVE_ENDINGS: Final = ("ed", "ing", "ent", "ant", "ive", "ous", "ful", "less", "able", "ible", "ic", "al", "free")
"""Endings of participles and adjectives; a verb in them costs no more than the silence there was."""
PARTICIPLES: Final = listed(
    "put set hurt hit cut let given taken seen known shown found born left lost sent told kept held brought taught "
    "bitten stung fed broken chosen worn fallen eaten drawn driven written grown begun hidden stricken beaten thought "
    "made paid caught bought fought laid said read spent met bred bound shot split shut rid beset led run come become"
)
"""Past forms without -ed that narrow a noun before them."""
CLOSED: Final = AUXILIARY | listed(
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
MINDING: Final = listed(
    "fear fears feared dread dreads dreaded hate hates hated oppose opposes opposed regret regrets regretted avoid "
    "avoids avoided escape escapes escaped think thinks thought worry worries worried believe believes believed expect "
    "expects expected ban bans banned allow allows allowed discuss discusses discussed seek seeks sought want wants "
    "wanted wish wishes wished like likes liked love loves loved enjoy enjoys enjoyed prefer prefers preferred mention "
    "mentions mentioned reject rejects rejected doubt doubts doubted ignore ignores ignored forget forgets forgot "
    "understand understands understood blame blames blamed support supports supported favour favor favours favors "
    "hope hopes hoped consider considers considered know knows knew beat beats overcome overcomes overcame"
)
"""Verbs of which the object is nothing that people have: "15% fear A"."""
LOOKED_FOR: Final = listed(
    "screened tested checked examined assessed evaluated investigated monitored asked questioned warned told informed "
    "counselled counseled advised insured vaccinated immunized immunised recovered recover recovers"
)
"""Verbs behind which "for A", "about A" or "from A" is nothing that people have."""
OF_TESTS: Final = listed("sensitivity specificity accuracy precision heritability reliability")
"""What "of 90%" behind these is a share of is a test or a trait, not a group."""
BEFORE_NOUNS: Final = listed(
    "a an the their his her its some any from with no to of at for against more less high low new severe mild risk "
    "bouts episodes attacks symptoms signs another further repeated off on into"
)
"""Words between a verb and the name of what it is of."""
ADDING: Final = {
    "as": (("as", "well", "as"),),
    "along": (("along", "with"),),
    "alongside": (("alongside",),),
    "together": (("together", "with"),),
    "in": (("in", "addition", "to"), ("in", "combination", "with"), ("in", "conjunction", "with")),
    "on": (("on", "top", "of"),),
    "but": (("but", "also"),),
    "combined": (("combined", "with"),),
    "coupled": (("coupled", "with"),),
    "paired": (("paired", "with"),),
    "accompanied": (("accompanied", "by"),),
    "complicated": (("complicated", "by"),),
    "besides": (("besides",),),
}
"""What joins two names as "and" does, by the first word."""
RELATIVE: Final = listed("who that which whose whom")
TAKERS: Final = listed("user users taker takers recipient recipients wearer wearers")
"""Nouns for people by what they take or use, which stands beside or was named before."""
PEOPLE: Final = listed(
    "patient patients people person persons individual individuals participant participants subject subjects sufferer "
    "sufferers case cases adults adult everyone everybody anybody anyone population respondents respondent cohort "
    "someone somebody volunteers volunteer inhabitants citizens folks human humans member members "
    "group groups households enrollee enrollees"
)
"""Nouns for people that say nothing of who is meant; the words around do."""
POINTING: Final = listed("them those these this such whom they it that same former latter he she his her its their")
GENERIC: Final = PEOPLE | POINTING
EVERYONE: Final = listed("people person persons population everyone everybody adults adult us individuals folks anyone")
"""Nouns that mean all people where nothing points to a group."""
BEFORE_SOME: Final = listed("and but yet though although nearly almost the great vast by far so")
SOME: Final = listed(
    "most many few some all none half both several majority much little part neither each either nobody"
)
THOSE_NAMED: Final = listed("them these those it whom which this that")
AFTERTHOUGHT: Final = BEFORE_SOME | SOME | {"of"}
"""Words that may begin an afterthought on some of those who were counted: ", and most of them do not know it"."""
PLACES: Final = listed(
    "study studies trial trials survey surveys series clinic sample analysis review report cohort addition fact total "
    "general case particular turn short contrast practice research literature time weeks days months years hours week "
    "day month year hour end beginning place order which what whole other words all evening morning night "
    "hand line keeping tandem step parallel company conjunction"
)
"""Nouns behind "in" that are no group of people."""
LEADS: Final = listed("of among amongst in for within across with")
OF: Final = listed("of among amongst in for within across")
STAGES: Final = listed("stage time point phase period age moment season")
"""Nouns of a time to which "this" points, so that it stands for nothing that people have."""
NUMBERS: Final = listed("figure figures share shares proportion proportions rate rates percentage percentages number")
"""Nouns for the figure itself: "the share is 20%" tells a share of what was spoken of before."""
CHANCES: Final = listed("odds chance chances likelihood probability prospect prospects outlook picture")
"""Nouns for how likely something is, which may stand for it: "the odds are better: 40%"."""
CONTRAST: Final = listed("but while whereas although though versus vs unlike against compared than")
CUTS: Final = listed(
    "when while whereas but because since if compared versus vs than although though once until unless as so per "
    "according by via thanks"
)
"""Words that end a noun phrase and begin something else."""
RESTRICTING: Final = listed(
    "elderly older younger young middle-aged male female severe mild moderate pregnant hospitalized hospitalised "
    "obese overweight adolescent teenage postmenopausal premenopausal newborn frail aged inpatients "
    "outpatients athletes veterans twins black white asian hispanic untreated newly recently "
    "early late advanced chronic acute resistant refractory former"
)
"""Words that narrow a group; no claim is of the narrowed group unless a concept covers the words."""
PEOPLE_NAMED: Final = listed(
    "men women children girls boys infants babies teenagers students athletes workers nurses rats mice "
    "animals dogs monkeys cells dishes"
)
"""Other words for those of whom something is told."""
SEXES: Final = (listed("men man male males boys boy"), listed("women woman female females girls girl"))
NEGATION: Final = listed(
    "not no never neither nor without cannot can't don't doesn't didn't isn't aren't wasn't weren't won't hardly "
    "nothing none nobody rarely fail fails failed"
)
DENIAL: Final = listed(
    "not no never don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't without cannot can't couldn't"
)
NOT_DENIED: Final = listed(
    "only just all every surprisingly unexpectedly more less fewer longer least yet significantly necessarily doubt "
    "surprise matter known clear of in among for on"
)
"""Words behind a negation that take it away from the verb: "not only", "no longer", "no more than"."""
MODAL: Final = listed("should must to can could may might will would help helps let cannot")
LIKELY: Final = frozenset({"likely", "probable"})
OFTEN: Final = listed("often common commonly frequent frequently likely prevalent widespread usual")
"""Words of how often something is, behind "more" and "less"."""
