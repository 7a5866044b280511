"""Golden files: `--rewrite-golden` writes them anew; without it, one that no test uses is a failure."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "golden"


@pytest.fixture
def golden(request):
    """Compare bytes with the golden file of a name."""

    def compare(name, data):
        path = FOLDER / name
        if request.config.getoption("rewrite_golden"):
            path.write_bytes(data)
        assert path.read_bytes() == data, f"{name} differs; --rewrite-golden writes it anew"

    return compare
