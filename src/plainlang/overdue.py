"""Documents whose review is due, by the day that the build was told."""

from __future__ import annotations

from datetime import date

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Metadata

_KEYS = ("lastReviewed", "last-reviewed", "last_reviewed")


def is_overdue(due: date | str | None, today: date) -> bool:
    """Tell whether a date, or its ISO 8601 text, lies before ``today``; no date never does."""
    if isinstance(due, str):
        try:
            due = date.fromisoformat(due)
        except ValueError:
            return False
    return due is not None and due < today


def overdue_note(metadata: Metadata, source: str, today: date) -> Diagnostic | None:
    """Return a warning where the next review is past; it depends on the day, so it is not kept."""
    due = metadata.next_review
    if due is None or not is_overdue(due, today):
        return None
    return Diagnostic(
        Code.REVIEW_OVERDUE,
        Severity.WARNING,
        f"the review of this document was due on {due.isoformat()}",
        source,
        next((metadata.lines[key] for key in _KEYS if key in metadata.lines), None),
        "Review the text, then set `lastReviewed` to the day of the review.",
    )
