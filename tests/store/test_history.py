"""Changes of files as git tells them."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from evidencekb.store import history


def git(folder, *arguments):
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", folder, *author, *arguments], check=True, capture_output=True)  # noqa: S607


@pytest.fixture
def repository(tmp_path, monkeypatch):
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git(tmp_path, "init", "-q")
    return tmp_path


def commit(folder, message, day, **files):
    for name, text in files.items():
        path = folder / "base" / "claims" / "a" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message, "--date", f"{day}T12:00:00+00:00")


def test_latest_change_first_relative_to_the_claim_base(repository, monkeypatch):
    for message, day, files in [
        ("First", "2020-01-01", {"one": "1", "grün": "1"}),
        ('Second: "quoted" <b>', "2020-02-03", {"one": "2"}),
    ]:
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00+00:00")
        commit(repository, message, day, **files)
    found = history(repository / "base")
    assert found["claims/a/one.yaml"] == [("2020-02-03", 'Second: "quoted" <b>'), ("2020-01-01", "First")]
    assert found["claims/a/grün.yaml"] == [("2020-01-01", "First")]


def test_no_commit_yet_is_no_history(repository):
    (repository / "claims").mkdir()
    assert history(repository) == {}


def test_outside_git_is_no_history(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert history(tmp_path) == {}


def test_without_git_is_no_history(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history(tmp_path) == {}
