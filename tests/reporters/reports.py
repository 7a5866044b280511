"""Two reports with one of everything, hostile characters included."""

from evidencekb.model.assertion import SEVERITY, Assertion, Considered, Fix, Verdict
from evidencekb.model.finding import Finding, Related
from evidencekb.model.place import LineMap, Place
from evidencekb.model.report import CheckedDocument, CheckReport, ValidationReport
from evidencekb.model.rule import RuleDoc

SENTENCES = (
    "In one series of people with asthma, 67% slept better after vitamin D, and 167% of nothing did.",
    "About 12% slept in the day & 12% at night <b>, says \x1b[31m@someone\u202e | #12.",
    "Vitamin D cures asthma.",
)
SOURCE = "# Sleep\n\n" + "\n\n".join(SENTENCES) + "\n"


def _assertion(verdict, sentence, text, nth=0, **more):
    start = -1
    for _ in range(nth + 1):
        start = SOURCE.index(text, max(start + 1, SOURCE.index(sentence)))
    place = LineMap(SOURCE).place("drafts/a b,c:%.md", start, start + len(text))
    more.setdefault("message", f"{verdict.value}: see the claim")
    return Assertion(verdict, place, text, sentence, severity=SEVERITY[verdict], **more)


def checked(*, explain=False):
    first, second, third = SENTENCES
    wrong = _assertion(
        Verdict.WRONG_VALUE, first, "67%", claim="sleep-after-vitamin-d", expected="76%", standing="established",
        sources=("miller-2014", "unknown-1999"),
        message="The claim says 76%, not 67%: write 76%, or cite another study for it.",
        considered=(Considered("sleep-after-vitamin-d", "same people"), Considered("other", "other people")),
    )  # fmt: skip
    assertions = (
        Assertion(**{f: getattr(wrong, f) for f in wrong.__slots__} | {"fix": Fix(wrong.place, "76%")}),
        _assertion(Verdict.SUPPORTED, second, "12%", claim="day-sleep", standing="reported", expected="about 12%"),
        _assertion(
            Verdict.UNSOURCED, second, "12%", 1, message="No claim speaks of 12% <script>alert(1)</script>\nhere."
        ),
        _assertion(Verdict.OVERSTATED, third, "cures", claim="sleep-after-vitamin-d", suppressed="quoted speech"),
    )
    finding = Finding(
        "unused-suppression", "warning", "This comment\tsuppresses nothing.", Place("drafts/a b,c:%.md", 9, 1, 9, 5)
    )
    documents = (
        CheckedDocument(
            "drafts/a b,c:%.md", SOURCE, assertions, (finding,), {"code": 2, "web address": 1}, mendable=True
        ),
        CheckedDocument("drafts/empty.md", "", (), (), {}),
    )
    statements = {"sleep-after-vitamin-d": "In one series, 76% of people with asthma slept better after vitamin D."}
    return CheckReport(documents, statements, {"miller-2014": "Miller 2014, Sleep & Rest"}, explain)


def validated():
    there = Related(Place("kb/sources/miller-2014.yaml", 4, 3, 4, 9), "the source says 67%")
    return ValidationReport(
        "/claims",
        (
            Finding("figure-mismatch", "error", "The statement says 67% | the figure says 76%.",
                    Place("claims/b.yaml", 7, 9, 7, 12), ("sleep",), (there,)),
            Finding("unused-source", "note", "No claim uses this.", Place("kb/sources/x.yaml"), ("x",)),
            Finding("figure-mismatch", "error", "Tab\there, bell \x07, and\na new line.",
                    Place("claims/a.yaml", 2, 1, 3, 4)),
            Finding("undocumented", "warning", "", Place("claims/a.yaml", 1, 1, 1, 1)),
        ),
        {"claim": 12, "source": 1, "dispute": 0},
        3456,
        {
            "figure-mismatch": RuleDoc("figure-mismatch", "figures", "error", "Two figures.", "Two figures.\n\nWhy."),
            "unused-source": RuleDoc("unused-source", "sources", "note", "Nobody uses it.", "Nobody uses it."),
            "never-fired": RuleDoc("never-fired", "claims", "warning", "Never.", "Never."),
        },
        {"evidence items without a stored text": 1200},
        {"evidence items found in the stored text": 34},
    )  # fmt: skip
