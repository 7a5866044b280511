"""Loading a claim base: every fault of every file, broken nodes kept, nothing cascades and nothing hurts."""

from __future__ import annotations

import os
import subprocess
import sys
from decimal import Decimal

import pytest
from sound_base import SOUND, TODAY

from evidencekb import store
from evidencekb.model.errors import UsageError

CLAIM = "claims/migraine/aura-share.yaml"
SOURCE = "kb/sources/doe-2019.yaml"
CONCEPTS = "kb/concepts/conditions.yaml"


def test_sound_base(base):
    kb = base.load()
    assert kb.faults == {}
    assert list(kb.claims) == ["aura-share"]
    assert list(kb.sources) == ["doe-2019", "roe-2020"]
    assert list(kb.concepts) == ["aura", "migraine"]
    assert list(kb.disputes) == ["aura"]
    claim = kb.claims["aura-share"]
    assert claim.valid
    assert claim.population == ("migraine",)
    assert claim.figure.value == 30
    assert claim.reviewed == "2026-11-21"
    assert type(claim.reviewed) is str
    assert claim.evidence[0].figure.denominator == 200
    assert claim.evidence[0].population is None
    assert kb.concepts["aura"].implies[0].at_least.value == 80
    assert kb.sources["roe-2020"].cites == ("doe-2019",)
    assert (kb.config.title, kb.config.tolerance, kb.config.today) == ("Migraine", Decimal(3), TODAY)
    assert str(kb.place(claim, "evidence", 0, "figure")) == f"{CLAIM}:8:50"
    assert str(kb.place(kb.concepts["aura"], "label")) == f"{CONCEPTS}:6:10"


def test_byte_order_mark_and_crlf_do_no_harm(base):
    base.write(CLAIM, b"\xef\xbb\xbf" + SOUND[CLAIM].replace("\n", "\r\n").encode())
    kb = base.load()
    assert kb.faults == {}
    assert str(kb.place(kb.claims["aura-share"], "id")) == f"{CLAIM}:1:5"


def test_population_of_a_source_is_a_sentence(base):
    base.write(SOURCE, SOUND[SOURCE] + "population: 200 adults with migraine\n")
    assert base.load().sources["doe-2019"].population == "200 adults with migraine"


def test_settings_may_be_missing(base):
    base.write("kb/kb.yaml", None)
    assert base.load().faults == {}


@pytest.mark.parametrize(
    ("path", "old", "new", "fault"),
    [
        (CLAIM, "kind: proportion", "kind: proportion: 1", "malformed-yaml {}:2:17"),
        (CLAIM, "status: approved", "figure: 31%", "duplicate-key {}:9:1"),
        (CLAIM, "outcome: aura", "outcome: aura\noutcom: aura", "unknown-key {}:6:1"),
        (CLAIM, "stance: supports", "stance: backs", "schema-violation {}:8:32"),
        (CLAIM, "status: approved", "status: done", "schema-violation {}:9:9"),
        (CLAIM, "id: aura-share", "id: aura", "id-not-file-stem {}:1:5"),
        (CLAIM, "outcome: aura", "outcome: auras", "unknown-reference {}:5:10"),
        (CLAIM, "source: doe-2019", "source: doe-2091", "unknown-reference {}:8:14"),
        (CLAIM, "population: [migraine]", "population: [migraine, xx]", "unknown-reference {}:4:24"),
        (CLAIM, "figure: 30%\n", "figure: 0.30\n", "ambiguous-scalar {}:6:9"),
        (CLAIM, "figure: 30%\n", "figure: some\n", "unreadable-figure {}:6:9"),
        (CLAIM, "figure: 60/200 (30%)", "figure: many", "unreadable-figure {}:8:50"),
        (CLAIM, "figure: 30%\n", "figure: &a 30%\n", "unsafe-yaml {}:6:9"),
        (CLAIM, "owner: editors", "owner: !!str editors", "unsafe-yaml {}:10:8"),
        (CLAIM, "owner: editors", "owner:", "schema-violation {}:10:1"),
        (SOURCE, "pmid: '12345678'", "pmid: 12345678", "ambiguous-scalar {}:4:21"),
        (SOURCE, "type: cohort", "type: study", "schema-violation {}:2:7"),
        ("kb/sources/roe-2020.yaml", "cites: [doe-2019]", "cites: [doe]", "unknown-reference {}:4:9"),
        (CONCEPTS, "at_least: 80%", "at_least: most", "unreadable-figure {}:7:43"),
        (CONCEPTS, "at_least: 80%", "at_least: 5 mg", "unreadable-figure {}:7:43"),
        (CONCEPTS, "concept: migraine", "concept: aurora", "unknown-reference {}:7:23"),
        (CONCEPTS, "id: aura", "id: migraine", "duplicate-id {}:4:7"),
        ("kb/disputes/aura.yaml", "claims: [aura-share]", "claims: [aura]", "unknown-reference {}:3:10"),
        ("kb/kb.yaml", "tolerance: 3", "tolerance: wide", "schema-violation {}:3:40"),
        ("kb/kb.yaml", "title: Migraine", "titel: Migraine", "unknown-key {}:1:1"),
    ],
)
def test_one_fault_and_no_other(base, path, old, new, fault):
    if "id: migraine" in new:
        base.change(CLAIM, "outcome: aura", "outcome: migraine")
    base.change(path, old, new)
    met = base.faults()
    wanted = [fault.format(path)]
    if "titel" in new:
        wanted.insert(0, "schema-violation kb/kb.yaml:1:1")
    assert met == wanted


def test_all_faults_of_all_files_at_once(base):
    base.write(
        CLAIM,
        "id: aura-share\nkind: proportion\nstatement: x\npopulation: migraine\noutcome: aurora\nfigure: 30\n"
        "figure: 31\nevidence:\n  - {stance: supports}\n  - {source: nobody, stance: suports}\nreviewed: 2026-02-30\n",
    )
    base.change(SOURCE, "type: cohort", "typ: cohort")
    assert base.faults() == [
        f"ambiguous-scalar {CLAIM}:6:9",
        f"duplicate-key {CLAIM}:7:1",
        f"schema-violation {CLAIM}:4:13",
        f"schema-violation {CLAIM}:9:5",
        f"schema-violation {CLAIM}:10:30",
        f"schema-violation {CLAIM}:11:11",
        f"schema-violation {SOURCE}:1:1",
        f"unknown-key {SOURCE}:2:1",
        f"unknown-reference {CLAIM}:5:10",
        f"unknown-reference {CLAIM}:10:14",
    ]


@pytest.mark.parametrize("content", ["a: [", b"\xff\xfe", "", "- a", "x: y", "[" * 100_000, b"x" * 3_000_000])
def test_broken_nodes_stay_and_do_not_cascade(base, content):
    base.write(CLAIM, content)
    base.write(SOURCE, content)
    kb = base.load()
    assert not kb.claims["aura-share"].valid
    assert not kb.sources["doe-2019"].valid
    assert "unknown-reference" not in kb.faults
    assert {p.place.path for problems in kb.faults.values() for p in problems} == {CLAIM, SOURCE}


def test_broken_list_of_concepts_does_not_make_every_concept_unknown(base):
    base.write(CONCEPTS, "- id: migraine\n  type: condition\n  label: [")
    kb = base.load()
    assert list(kb.faults) == ["malformed-yaml"]


def test_renamed_file_is_one_fault(base):
    base.write("claims/migraine/aura-rate.yaml", SOUND[CLAIM])
    base.write(CLAIM, None)
    assert base.faults() == ["id-not-file-stem claims/migraine/aura-rate.yaml:1:5"]


def test_same_claim_in_two_folders(base):
    base.write("claims/other/aura-share.yaml", SOUND[CLAIM])
    kb = base.load()
    (problem,) = kb.faults["duplicate-id"]
    assert problem.place.path == "claims/other/aura-share.yaml"
    assert problem.related[0].place.path == CLAIM
    assert kb.claims["aura-share"].path == CLAIM


def test_likely_names_are_suggested(base):
    base.change(CLAIM, "outcome: aura", "outcome: migrane")
    (problem,) = base.load().faults["unknown-reference"]
    assert "did you mean `migraine`?" in problem.message


def test_id_of_another_kind_is_told(base):
    base.change(CLAIM, "source: doe-2019", "source: migraine")
    (problem,) = base.load().faults["unknown-reference"]
    assert "that is the id of a concept" in problem.message


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda root: (root / "claims/out.yaml").symlink_to("/etc/hostname"), "stray-file claims/out.yaml:1:1"),
        (
            lambda root: (root / "claims/in.yaml").symlink_to("migraine/aura-share.yaml"),
            "stray-file claims/in.yaml:1:1",
        ),
        (lambda root: (root / "claims/loop").symlink_to(".."), "stray-file claims/loop:1:1"),
        (lambda root: (root / "claims/gone.yaml").symlink_to("nowhere"), "stray-file claims/gone.yaml:1:1"),
        (lambda root: (root / "claims/folder.yaml").mkdir(), "stray-file claims/folder.yaml:1:1"),
        (lambda root: (root / "claims/a.yml").write_text("id: a"), "stray-file claims/a.yml:1:1"),
        (lambda root: (root / "kb/source").mkdir(), "stray-file kb/source:1:1"),
        (lambda root: (root / "claims/a\nb.yaml").write_text(""), "stray-file claims/a\\nb.yaml:1:1"),
        (lambda root: os.mkfifo(root / "claims/pipe.yaml"), "unreadable-file claims/pipe.yaml:1:1"),
    ],
)
def test_what_is_no_plain_file_is_not_read(base, make, fault):
    make(base.root)
    assert base.faults() == [fault]


@pytest.mark.parametrize("name", [".gitkeep", ".hidden.yaml", "README.md", "readme.txt", "LICENSE"])
def test_what_belongs_beside_claims_is_left_alone(base, name):
    base.write(f"claims/{name}", "x")
    assert base.faults() == []


def test_claims_behind_a_link_are_not_read(base, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (base.root / "claims").rename(elsewhere / "claims")
    (base.root / "claims").symlink_to(elsewhere / "claims")
    kb = base.load()
    assert not kb.claims
    assert str(kb.faults["stray-file"][0].place) == "claims:1:1"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_forbidden_file(base):
    (base.root / CLAIM).chmod(0)
    assert base.faults() == [f"unreadable-file {CLAIM}:1:1"]


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        ("id: a\nnotes: 50 µg\n".encode("cp1252"), "2:11", "“µ” in Windows-1252"),
        ("id: a\n".encode("utf-16"), "1:1", "UTF-16"),
        (b"id: \xed\xa0\x80\n", "1:5", "0xED"),
    ],
)
def test_other_encodings(base, data, place, words):
    base.write(CLAIM, data)
    (problem,) = base.load().faults["not-utf8"]
    assert str(problem.place) == f"{CLAIM}:{place}"
    assert words in problem.message


def test_pages(base):
    base.write("site/pages/a.md", "# A\n")
    base.write("site/pages/picture.png", b"\x89")
    assert base.load().pages == {"site/pages/a.md": "# A\n"}
    assert base.faults() == []


def test_snapshots(base, tmp_path_factory):
    folder = tmp_path_factory.mktemp("snapshots")
    (folder / "doe.txt").write_text("thirty percent", "utf-8")
    base.write(SOURCE, SOUND[SOURCE] + "snapshot: doe.txt\n")
    assert base.load().snapshots_given is False
    kb = base.load(snapshots=folder)
    assert kb.snapshots_given
    assert kb.snapshots == {"doe-2019": "thirty percent"}
    (folder / "doe.txt").write_bytes(b"\xff")
    assert base.faults(snapshots=folder) == [f"not-utf8 {SOURCE}:5:11"]
    (folder / "doe.txt").unlink()
    assert base.faults(snapshots=folder) == [f"snapshot-missing {SOURCE}:5:11"]


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/passwd", ".hidden", "a/b.txt"])
def test_snapshots_stay_in_their_folder(base, tmp_path_factory, name):
    base.write(SOURCE, SOUND[SOURCE] + f"snapshot: {name}\n")
    assert base.faults(snapshots=tmp_path_factory.mktemp("s")) == [f"schema-violation {SOURCE}:5:11"]


def test_misuse(base, tmp_path):
    with pytest.raises(UsageError, match="is no claim base"):
        store.load(tmp_path / "kb", today=TODAY)
    with pytest.raises(UsageError, match="no folder of snapshots"):
        base.load(snapshots=tmp_path / "none")


def test_root_is_looked_for_upwards(base, tmp_path_factory):
    assert store.find_root(base.root / "claims/migraine") == base.root
    with pytest.raises(UsageError, match="no claim base here"):
        store.find_root(tmp_path_factory.mktemp("empty"))


def test_nodes_come_in_the_order_of_their_ids(base):
    for name in ("zz", "aa", "mm"):
        base.write(f"claims/{name}/{name}-share.yaml", SOUND[CLAIM].replace("id: aura-share", f"id: {name}-share"))
    assert list(base.load().claims) == ["aa-share", "aura-share", "mm-share", "zz-share"]


HOSTILE = {
    "brackets.yaml": "[" * 1_900_000,
    "lists.yaml": "id: lists\nevidence: [" + "[]," * 600_000 + "]\n",
    "keys.yaml": "".join(f"k{n}: 1\n" for n in range(180_000)),
    "twice.yaml": "k: 1\n" * 390_000,
    "aliases.yaml": "a: &a x\nb: [" + "*a," * 600_000 + "]\n",
    "word.yaml": "id: " + "x" * 1_900_000,
    "digits.yaml": "id: " + "1" * 1_900_000,
    "quotes.yaml": "id: '" + "''" * 900_000,
    "huge.yaml": " " * 50_000_000,
    "nul.yaml": "\0" * 1_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_in_findings(base, name):
    """In a process of its own, so that its memory can be told: getrusage would tell that of the one that started it."""
    base.write(f"claims/{name}", HOSTILE[name])
    script = (
        "import sys\nfrom datetime import date\nfrom pathlib import Path\n"
        "from evidencekb import store\n"
        "kb = store.load(Path(sys.argv[1]), today=date(2026, 11, 21))\n"
        "status = dict(line.split(':', 1) for line in Path('/proc/self/status').read_text().splitlines())\n"
        "print(sum(map(len, kb.faults.values())), int(status['VmHWM'].split()[0]) / 1024)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, base.root], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    faults, megabytes = map(float, done.stdout.split())
    assert 1 <= faults <= 60
    assert megabytes < 500
