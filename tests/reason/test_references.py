"""References as the ICMJE samples have them: https://www.nlm.nih.gov/bsd/uniform_requirements.html."""

from __future__ import annotations

import pytest

from evidencekb.model.config import Config
from evidencekb.model.kb import KnowledgeBase
from evidencekb.model.nodes import Claim, Source
from evidencekb.reason.authors import Author, authors, surname
from evidencekb.reason.bibliography import cite, csl, registers
from evidencekb.reason.references import reference


def source(**fields):
    return Source(**{"id": "it", "path": "it.yaml", "type": "cohort", "title": "On sleep", **fields})


def people(count):
    return tuple(f"Name{number} AB" for number in range(1, count + 1))


WHOLE = {"container": "J Sleep", "year": 2002, "volume": "34", "issue": "11", "pages": "1286-92"}


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"authors": people(1)}, "Name1 AB. On sleep."),
        ({"authors": people(1), **WHOLE}, "Name1 AB. On sleep. J Sleep. 2002;34(11):1286–92."),
        ({"authors": people(2), "et_al": True}, "Name1 AB, Name2 AB, et al. On sleep."),
        ({"authors": people(6)}, "Name1 AB, Name2 AB, Name3 AB, Name4 AB, Name5 AB, Name6 AB. On sleep."),
        ({"authors": people(7)}, "Name1 AB, Name2 AB, Name3 AB, Name4 AB, Name5 AB, Name6 AB, et al. On sleep."),
        ({"authors": ("Sleep Society and Friends",)}, "Sleep Society and Friends. On sleep."),
        ({"authors": ("van der Berg A-M", "O'Neil J")}, "van der Berg AM, O'Neil J. On sleep."),
        ({"authors": ("Doe",), "et_al": True}, "Doe, et al. On sleep."),
        ({"container": "J Sleep", "year": 2002}, "On sleep. J Sleep. 2002."),
        ({"container": "J Sleep", "year": 2002, "volume": "3"}, "On sleep. J Sleep. 2002;3."),
        ({"container": "J Sleep", "year": 2002, "pages": "e7"}, "On sleep. J Sleep. 2002:e7."),
        ({"container": "J Sleep", "volume": "3", "pages": "7"}, "On sleep. J Sleep. 3:7."),
        ({"title": "On sleep."}, "On sleep."),
        ({"title": "What is sleep?", "year": 2002}, "What is sleep? 2002."),
        ({"title": "Sleep!"}, "Sleep!"),
        ({"title": ""}, "it."),
        ({"identifiers": {"doi": "10.1000/a_b(c)", "pmid": "12"}}, "On sleep. doi:10.1000/a_b(c). PMID: 12"),
        ({"url": "https://a.example/?b.c"}, "On sleep. https://a.example/?b.c"),
        ({"url": "https://a.example/", "identifiers": {"pmid": "12"}}, "On sleep. PMID: 12"),
        ({"title": 'A <span class="nocase">b & <i>c</i>'}, 'A <span class="nocase">b & <i>c</i>.'),
        ({"title": "A \u202eb\u202c\x00 c\n d"}, "A b c d."),
        ({"title": "İ鉄 😀", "authors": ("Ü Ö",)}, "Ü Ö. İ鉄 😀."),
    ],
)
def test_reference(fields, line):
    assert reference(source(**fields)) == line


def test_references_do_not_mix():
    lines = [reference(source(title=f"On sleep {number}", authors=people(number % 9))) for number in range(30)]
    again = [
        reference(source(title=f"On sleep {number}", authors=people(number % 9))) for number in reversed(range(30))
    ]
    assert lines == again[::-1]
    assert all(f"On sleep {number}." in line for number, line in enumerate(lines))


@pytest.mark.parametrize(
    ("fields", "author"),
    [
        ({"authors": ("Doe JR",)}, Author("Doe", "J. R.")),
        ({"authors": ("De Vito K",)}, Author("De Vito", "K.")),
        ({"authors": ("Doe J.",)}, Author("Doe", "J.")),
        ({"authors": ("Doe",)}, Author("Doe")),
        ({"authors": ("Doe",), "type": "article"}, Author("Doe", person=False)),
        ({"authors": ("Doe",), "type": "article", "et_al": True}, Author("Doe")),
        ({"authors": ("National Institute of Sleep",)}, Author("National Institute of Sleep", person=False)),
        ({"authors": ("NIH ODS",), "type": "fact-sheet"}, Author("NIH ODS", person=False)),
        ({"authors": ("X",)}, Author("X")),
    ],
)
def test_author(fields, author):
    assert authors(source(**fields)) == (author,)
    assert surname(source(**fields)) == author.name


def test_no_author():
    assert surname(source()) == ""
    assert "author" not in csl(source())


def test_csl_item():
    assert csl(source(**WHOLE, authors=("Doe JR",), et_al=True, status="retracted", notice="Data made up.")) == {
        "id": "it",
        "type": "article-journal",
        "title": "On sleep",
        "container-title": "J Sleep",
        "volume": "34",
        "issue": "11",
        "page": "1286-92",
        "issued": {"date-parts": [[2002]]},
        "author": [{"family": "Doe", "given": "J. R."}, {"literal": "et al."}],
        "note": "Retracted. Data made up.",
    }


@pytest.mark.parametrize(
    ("config", "reviewed", "line"),
    [
        (Config(), "", "Half sleep. Claim half."),
        (Config(title="Sleep"), "2026-02-03", "Half sleep. Sleep. Claim half; reviewed 2026-02-03."),
        (Config(title="Sleep", editors=("editors",)), "", "Half sleep. Sleep. Claim half."),
        (
            Config(title="Sleep", editors=("Doe J", "Roe R")),
            "",
            "Doe J, Roe R, editors. Half sleep. Sleep. Claim half.",
        ),
        (Config(url="https://s.example/kb"), "", "Half sleep. Claim half. https://s.example/kb/claims/half.html"),
    ],
)
def test_cite(config, reviewed, line):
    claim = Claim("half", "claims/half.yaml", statement="Half sleep.", reviewed=reviewed)
    assert cite(KnowledgeBase(config=config), claim) == line


def test_registers():
    ids = {"pmid": "12", "doi": '10.1000/a(b)<c>"?d', "isbn": "1"}
    assert registers(source(identifiers=ids)) == {
        "DOI": "https://doi.org/10.1000/a(b)%3Cc%3E%22%3Fd",
        "PubMed": "https://pubmed.ncbi.nlm.nih.gov/12",
    }
    assert registers(source()) == {}
