"""What the readers of office documents say alike about text that no edition shows as it stood."""

from __future__ import annotations

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.readers.shown import shown


def hidden_text(words: str, file: str) -> Diagnostic:
    """Say that text which is formatted as hidden was left out."""
    return Diagnostic(
        Code.SOURCE_TEXT_LEFT_OUT,
        Severity.WARNING,
        f"text that is formatted as hidden was left out: “{shown(words)}”",
        file,
        hint="Take the format “Hidden” away where a reader must see it.",
    )


def page_furniture(kind: str, words: str, file: str) -> Diagnostic:
    """Say that the ``header`` or ``footer`` of the pages was left out."""
    return Diagnostic(
        Code.SOURCE_TEXT_LEFT_OUT,
        Severity.WARNING,
        f"the {kind} of the pages was left out: “{shown(words)}”",
        file,
        hint="What a reader needs of it belongs into the text; an address, a date or a "
        "rights notice into the metadata.",
    )


def contents_left_out(file: str) -> Diagnostic:
    """Say that the table of contents was left out."""
    return Diagnostic(
        Code.SOURCE_TEXT_LEFT_OUT,
        Severity.INFO,
        "the table of contents was left out: its page numbers are not those of the editions",
        file,
    )


def text_box_moved(words: str, file: str) -> Diagnostic:
    """Say where the text of a text box stands now."""
    return Diagnostic(
        Code.TEXT_BOX_MOVED,
        Severity.WARNING,
        "a text box has no place in reading order; its text stands behind the "
        f"paragraph that it is fixed to: “{shown(words)}”",
        file,
        hint="Move the text to where it is to be read, as a paragraph of its own.",
    )


def comment_left_out(words: str, file: str) -> Diagnostic:
    """Say that a reviewer's comment was left out."""
    return Diagnostic(
        Code.SOURCE_COMMENT, Severity.INFO, f"a comment was left out: “{shown(words)}”", file
    )


def change_accepted(kind: str, words: str, file: str, hint: str) -> Diagnostic:
    """Say that an ``insertion`` or ``deletion`` was taken as accepted."""
    article = "an" if kind == "insertion" else "a"
    return Diagnostic(
        Code.TRACKED_CHANGE,
        Severity.WARNING,
        f"{article} {kind} that nobody accepted yet was taken as accepted: “{shown(words)}”",
        file,
        hint=hint,
    )
