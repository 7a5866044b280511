"""Every rule's docstring runs: its bad example fires on the marked lines and nowhere else, its good one does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from projects import TODAY, Mark, base, project

from evidencekb import rules, store

RULES = {rule.doc.name: rule for rule in rules.rules()}
BYTES = {
    "file-too-large": ("kb/concepts/all.yaml", b"# filler\n" * 300_000),
    "not-utf8": ("kb/concepts/aura.yaml", "- {id: aura, type: outcome, label: aura \x96}\n".encode("latin-1")),
}
"""What no example in text can show: a file's bytes, laid over the base, make the rule speak."""
DRAFTS = "page-disagrees"
"""Its messages are those of `check`, which are whole sentences."""
WORDS = {*BYTES, "unreadable-file"}
"""Rules whose examples are in words."""
SHOWN = sorted(set(RULES) - WORDS)


def halves(text: str) -> tuple[str, str]:
    head, _, rest = text.partition("\nBad:\n")
    bad, _, good = rest.partition("\nGood:\n")
    assert head.strip(), "no documentation"
    assert bad.strip(), "no bad example"
    assert good.strip(), "no good example"
    return bad, good


@pytest.fixture(scope="module")
def sound():
    return base()


def test_the_base_is_sound(tmp_path, sound):
    assert sound.findings(tmp_path) == ()


@pytest.mark.parametrize("name", SHOWN)
def test_bad_example_fires_on_its_marks(name, tmp_path, sound):
    bad = project(halves(RULES[name].doc.text)[0])
    assert bad.marks, "the bad example marks no line"
    findings = [f for f in bad.over(sound).findings(tmp_path) if f.rule == name]
    assert [(f.place.path, f.place.line) for f in findings] == [(m.path, m.line) for m in bad.marks]
    assert all("\n" not in f.message for f in findings)
    assert name == DRAFTS or all(f.message[-1] not in ".!" for f in findings)


@pytest.mark.parametrize("name", SHOWN)
def test_good_example_is_silent(name, tmp_path, sound):
    good = project(halves(RULES[name].doc.text)[1])
    assert good.marks == ()
    findings = good.over(sound).findings(tmp_path)
    assert [f for f in findings if f.rule == name or f.severity == "error"] == []


@pytest.mark.parametrize("name", sorted(RULES))
def test_marks_have_the_declared_severity(name):
    doc = RULES[name].doc
    assert {mark.severity for mark in project(halves(doc.text)[0]).marks} <= {doc.severity, "error"}


@pytest.mark.parametrize("name", sorted(BYTES))
def test_bytes_make_it_speak(name, tmp_path, sound):
    sound.write(tmp_path)
    path, data = BYTES[name]
    (tmp_path / path).write_bytes(data)
    found = {f.place.path for f in rules.run(store.load(tmp_path, today=TODAY))[0] if f.rule == name}
    assert found == {path}


def test_a_folder_in_the_place_of_a_file_cannot_be_read(tmp_path, sound):
    sound.write(tmp_path)
    path = tmp_path / "claims" / "migraine" / "aura-share.yaml"
    path.unlink()
    path.symlink_to(path)
    assert [f for f in rules.run(store.load(tmp_path, today=TODAY))[0] if f.severity == "error"]


@pytest.mark.parametrize("severity", ["error", "warning", "note", "off"])
def test_policy_changes_severity(severity, tmp_path, sound):
    doc = RULES["open-dispute"].doc
    kb = project(halves(doc.text)[0]).over(sound).load(tmp_path)
    kb = replace(kb, config=replace(kb.config, severity={doc.name: severity}))
    findings, checks = rules.run(kb)
    assert [f.severity for f in findings if f.rule == doc.name] == [severity] * (severity != "off")
    assert checks == len(RULES) - (severity == "off")


def test_marks_are_read_off_the_lines():
    found = project("```yaml a.yaml\none: 1  # error: x-y  # note\ntwo: '# error'\n```\n")
    assert found.files == {"a.yaml": "one: 1\ntwo: '# error'\n"}
    assert found.marks == (Mark("a.yaml", 1, "error", "x-y"), Mark("a.yaml", 1, "note", ""))
