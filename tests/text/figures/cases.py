"""Reads the lists of cases, and what they may not do: say the same text twice."""

from pathlib import Path

import yaml

HERE = Path(__file__).parent


def listed(name):
    """The entries of a list of cases; a text stands in one list, once."""
    return yaml.load((HERE / name).read_text("utf-8"), yaml.CSafeLoader)
