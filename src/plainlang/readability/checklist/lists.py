"""Lists: are steps and choices set out as lists?"""

from __future__ import annotations

from plainlang.readability.base import Role
from plainlang.readability.checklist.base import Looked
from plainlang.readability.report import CheckItem, State

QUESTION = "Are steps, symptoms and choices set out as lists?"
SOURCE = "CDC Clear Communication Index 8"


def lists(looked: Looked) -> CheckItem:
    """Return the number of list items; whether one is missing, only a person sees."""
    if not looked.passages:
        return CheckItem("lists", QUESTION, State.LOOK, "the structure was not read", SOURCE)
    items = sum(p.role in {Role.LIST_ITEM, Role.FRAGMENT} for p in looked.passages)
    state = State.YES if items else State.LOOK
    return CheckItem("lists", QUESTION, state, f"{items} list items", SOURCE)
