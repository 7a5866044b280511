"""A claim base that is kept between runs judges as one that is read anew, whatever happened in between."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from evidencekb import checking, store
from evidencekb.reason.standing import standings

BASE = Path(__file__).parent / "draft" / "bases" / "migraine-magnesium"
DRAFT = checking.Draft(
    "draft.md",
    b"Low serum magnesium is found in 45% of people with migraine, and 45% of people with low magnesium have migraine.",
)


def rewrite(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def share(root):
    """The claim on the 45%."""
    return next(p for p in root.glob("claims/**/*.yaml") if "45%" in p.read_text("utf-8"))


EDITS = {
    "nothing": lambda root: root.exists(),
    "another figure": lambda root: rewrite(share(root), "45%", "35%"),
    "a claim less": lambda root: share(root).unlink(),
    "a claim twice": lambda root: shutil.copy(share(root), root / "claims" / "copy.yaml"),
    "a broken file": lambda root: share(root).write_text("id: [", "utf-8"),
    "other tolerances": lambda root: (root / "kb" / "kb.yaml").write_text("policy:\n  tolerance: 20\n", "utf-8"),
    "no settings": lambda root: (root / "kb" / "kb.yaml").unlink(missing_ok=True),
    "no disputes": lambda root: shutil.rmtree(root / "kb" / "disputes", ignore_errors=True),
    "what is kept is damaged": lambda root: rewrite_bytes(root / ".evidencekb" / "judged"),
    "what is kept is cut off": lambda root: (root / ".evidencekb" / "judged").write_bytes(b""),
    "what is kept is gone": lambda root: shutil.rmtree(root / ".evidencekb"),
    "what is kept is a file": lambda root: replace_by_file(root / ".evidencekb"),
}


def rewrite_bytes(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def replace_by_file(folder):
    shutil.rmtree(folder)
    folder.write_text("mine", "utf-8")


@pytest.fixture
def root(tmp_path):
    return shutil.copytree(BASE, tmp_path / "base", ignore=shutil.ignore_patterns(".*"))


@pytest.mark.parametrize("edit", list(EDITS.values()), ids=list(EDITS))
def test_a_base_that_is_kept_judges_as_one_that_is_read(root, edit):
    checking.judged(root)
    edit(root)
    fresh = store.load(root, today=date(2026, 11, 21))
    expected = checking.check(fresh, standings(fresh), [DRAFT], explain=True)
    for _ in range(2):  # as it is kept, and as it is kept after the edit
        kb, levels, _ = checking.judged(root)
        assert levels == standings(fresh)
        assert checking.check(kb, levels, [DRAFT], explain=True) == expected


def test_what_has_not_changed_is_not_read_again(root, monkeypatch):
    checking.judged(root)
    monkeypatch.setattr("evidencekb.store.recalling._loader", lambda *_: pytest.fail("a file was read again"))
    assert checking.judged(root).kb.claims


def test_git_does_not_see_what_is_kept(root):
    checking.judged(root)
    assert (root / ".evidencekb" / ".gitignore").read_text("utf-8") == "*\n"


def test_nothing_is_kept_where_nobody_may_write(root, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert checking.judged(root).standings
    assert not (root / ".evidencekb").exists()
