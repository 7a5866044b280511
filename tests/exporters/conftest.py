"""Two claim bases: the one of this repository, and one in which every text is hostile."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pytest

from evidencekb import exporters, site, store
from evidencekb.reason.standing import standings

TODAY = date(2027, 1, 1)
HOSTILE = (
    "a, b and c </script><script>alert(1)</script>\"'&<img src=x onerror=alert(1)> {un{balanced \\ $x_1$ 50% #~^ "
    "\u202edesrever\u202c \u2066x\u2069 \ufeff =1+1 [link](javascript:alert(1)) ]]> --> \u2028 \u0085 é 鉄 😀"
)


@dataclass(frozen=True)
class Base:
    """A claim base with its standings."""

    kb: Any
    standings: Any

    @cached_property
    def files(self):
        """What its site offers to machines."""
        every = site.build(self.kb, {}, data=exporters.tree())
        return {path: data for path, data in every.items() if not path.endswith((".html", ".css", ".js", ".svg"))}


@pytest.fixture(scope="session")
def own(root):
    """The claim base of this repository."""
    kb = store.load(root, today=TODAY)
    return Base(kb, standings(kb))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """A small claim base as an attacker would write it, with a published address."""
    return written(tmp_path_factory.mktemp("hostile"), "https://claims.example.org/kb")


@pytest.fixture(scope="session")
def homeless(tmp_path_factory):
    """The same, without a published address."""
    return written(tmp_path_factory.mktemp("homeless"), "")


def written(folder, url):
    """Write the hostile claim base as files, since that is how such texts come, and load it."""
    text = HOSTILE
    source = {"type": "cohort", "title": f"{text}.", "authors": [f"{text} AB", "Doe J", text], "et_al": True}
    source |= {"year": 2001, "container": text, "volume": "3", "issue": "4", "pages": "5-9", "population": text}
    source |= {
        "identifiers": {"doi": "10.1000/<a>{b}%22", "pmid": "123"},
        "url": "https://example.org/{x}</script>?a=1&b",
    }
    lay = {"id": "lay", "type": "article", "title": text, "authors": ["Roe & Partners and Others"], "notice": text}
    claim = {"kind": "proportion", "statement": f"@{text}", "population": ["people"], "outcome": "cure"}
    claim |= {"certainty_because": text, "notes": text, "status": "approved", "certainty": "low", "owner": text}
    claims = {
        "share": {"figure": "32/42 (76%)", "reviewed": "2026-05-01"},
        "ratio": {
            "figure": "OR 2.4 (95% CI 1.1–5.0)",
            "reviewed": "2026-05-03",
            "kind": "effect",
            "effect": "odds-ratio",
        },
        "fall": {"figure": "-11 mm Hg", "reviewed": "2026-05-02"},
        "range": {"figure": "about 15–30%", "review_by": "2020-01-01"},
        "unread": {"figure": text},
    }
    files = {
        "kb/kb.yaml": {"title": text, "editors": [text]} | ({"url": url} if url else {}),
        "kb/concepts/all.yaml": [
            {"id": "people", "type": "population", "label": text, "synonyms": [text], "codes": {"mesh": text}},
            {"id": "cure", "type": "condition", "label": text, "definition": text, "broader": ["people"]},
        ],
        "kb/sources/study.yaml": source | {"id": "study", "status": "retracted", "notice": text},
        "kb/sources/lay.yaml": lay,
        "kb/disputes/quarrel.yaml": {
            "id": "quarrel",
            "title": text,
            "claims": ["share", "ratio"],
            "sources": ["study"],
            "status": "resolved",
            "resolution": text,
            "because": text,
            "decided": "2026-06-01",
            "decided_by": text,
        },
    }
    for name, own in claims.items():
        said = {"stance": "supports", "as_stated": "as they say", "note": text, "at": {"heading": text}}
        evidence = [{"source": "study", **said}, {"source": "lay", **said, "stance": "contradicts", "figure": "12%"}]
        files[f"claims/topic/{name}.yaml"] = claim | {"id": name, "evidence": evidence} | own
    files["site/pages/page.md"] = None
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        front = f"---\ntitle: {quoted(text)}\nsummary: {quoted(text)}\n---\n\n{text}\n"
        file.write_text(front if content is None else quoted(content), "utf-8")
    kb = store.load(folder, today=TODAY)
    return Base(kb, standings(kb))


def quoted(content):
    """As JSON, which is YAML too where what YAML forbids is escaped."""
    shown = json.dumps(content, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]", lambda found: f"\\u{ord(found[0]):04x}", shown)
