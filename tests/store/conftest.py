"""What the tests of the store share."""

from __future__ import annotations

import pytest
from sound_base import Base


@pytest.fixture
def base(tmp_path):
    """A sound claim base of six files."""
    return Base(tmp_path)
