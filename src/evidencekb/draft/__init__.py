"""A Document and a KnowledgeBase to assertions with verdicts."""

from evidencekb.draft.checker import Checker
from evidencekb.draft.verdicts import VERDICT_DOCS

__all__ = ["VERDICT_DOCS", "Checker"]
