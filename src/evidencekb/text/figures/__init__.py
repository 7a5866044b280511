"""The figure grammar: finds and reads figures in prose and in `figure:` fields."""

from evidencekb.text.figures.grammar import find, parse

__all__ = ["find", "parse"]
