"""What all tests share: where the repository is, and the folders outside it that some tests need."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root():
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared():
    """Stored source texts and scored cases; they are other people's and not in the repository."""
    if not SHARED.is_dir():
        pytest.skip("the folder with stored source texts and scored cases is not beside the repository")
    return SHARED


def pytest_addoption(parser):
    """One flag for every golden file."""
    parser.addoption("--rewrite-golden", action="store_true", default=False, help="write the golden files anew")
