"""What a list's lead-in says of the people whom its items name: "New A on B:" above "all patients: 9%"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evidencekb.draft.language import english

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.shares.roles import Context, Roles


def led(sentence: Sentence, roles: Roles, context: Context, *, named: bool) -> Roles:
    """The roles with what the lead-in tells, where the item names people by a plain noun and says nothing of them.

    Only where one thing alone is spoken of above, so that it is what they have and not who they are.
    """
    if not (named and context.framed and context.topics) or roles.outcome or roles.group or roles.without:
        return roles
    topic = context.topics[0]
    if len(topic) > 1 or context.groups[:1] != (topic,) or any(each != topic for each in context.topics):
        return roles
    words = sentence.words
    if any(words[i].raw[0].isalpha() and words[i].low not in english.CLOSED for i in roles.predicate):
        return roles
    given = roles.given or next(iter(context.given), ())
    return replace(roles, outcome=topic, given=given, guessed=True) if given else roles
