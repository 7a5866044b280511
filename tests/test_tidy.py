"""What keeps the code tidy: linter, types, import contracts, dependencies, and the README's map."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "evidencekb"
BIN = Path(sys.executable).parent
MOST_LINES = 400


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "--no-cache", "."),
        ("ruff", "format", "--check", "--no-cache", "."),
        ("mypy",),
        ("lint-imports", "--no-cache"),
        ("deptry", "src"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_tool_is_content(command):
    done = subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_readme_maps_every_module():
    named = set(re.findall(r"`evidencekb\.(\w+)`", (ROOT / "README.md").read_text("utf-8")))
    there = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert named == {name for name in there if not name.startswith("__")}


def test_no_module_is_long():
    long = {
        str(path.relative_to(ROOT)): n
        for path in SOURCE.rglob("*.py")
        if (n := path.read_text().count("\n")) > MOST_LINES
    }
    assert not long


def test_code_knows_no_topic():
    """Labels of conditions, substances and molecules of the claim base never stand in the code."""
    words = re.compile(r"restless|\brls\b|ferritin|dopamin|\biron\b|anemi|anaemi|tyrosine", re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted(SOURCE.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if words.search(line)
    ]
    assert not found
