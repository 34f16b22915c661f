"""What an edition says of itself below its title. Keys of :mod:`plainlang.locales`."""

from __future__ import annotations

#: The date of the next review of its document has passed.
OVERDUE = "The date for the next review has passed. Some of this text may be out of date."

#: Segments have no translation, or one that a person must look at first.
PARTLY_TRANSLATED = (
    "Parts of this text are not translated yet. They are shown in the language of the source."
)

#: No person has recorded that the translation is right.
NOT_REVIEWED = "This is the draft of a translation. Nobody has checked it yet."

ALL = (OVERDUE, PARTLY_TRANSLATED, NOT_REVIEWED)
