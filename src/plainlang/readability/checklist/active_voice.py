"""Active voice: a hint from the sentences that look passive."""

from __future__ import annotations

from plainlang.readability.checklist.base import Looked
from plainlang.readability.reasons.passive import knows, passive
from plainlang.readability.report import CheckItem, State

SHARE = 10
"""Per cent of sentences; a few are no harm."""
QUESTION = "Is the active voice used?"
SOURCE = "CDC Clear Communication Index 6; PEMAT-P 5; SAM 2b"


def active_voice(looked: Looked) -> CheckItem:
    """Return whether few sentences look passive; more are for a person to look at."""
    sentences = looked.measured.sentences
    if not knows(looked.language) or not sentences:
        return CheckItem("active-voice", QUESTION, State.LOOK, "cannot be seen here", SOURCE)
    number = sum(bool(passive(sentence, looked.language)) for sentence in sentences)
    share = 100 * number / len(sentences)
    state = State.YES if share <= SHARE else State.LOOK
    finding = f"{number} of {len(sentences)} sentences look passive"
    return CheckItem("active-voice", QUESTION, state, finding, SOURCE)
