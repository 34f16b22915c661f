"""Text with lost characters is refused: what is missing cannot be known, only noticed.

U+FFFD, the replacement character, stands where a program before this one could not read a
character. A handful of them in a long document can be read over, and the reader of the source
warns about them; more than that is a file that was damaged (an e-book scraped as text had 226).
"""

from __future__ import annotations

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

LIMIT = 5
"""How many lost characters a text may have."""

NAMED = 10
"""How many lines a message names before it counts the rest."""


def damaged_lines(text: str) -> tuple[int, ...]:
    """Return the 1-based lines of ``text`` that hold a U+FFFD."""
    if REPLACEMENT not in text:
        return ()
    lines = text.split("\n")
    return tuple(number for number, line in enumerate(lines, 1) if REPLACEMENT in line)


def refuse(text: str, file: str) -> None:
    """Raise a :class:`SourceError` where ``text`` has more than ``LIMIT`` lost characters."""
    lost = text.count(REPLACEMENT)
    if lost <= LIMIT:
        return
    lines = damaged_lines(text)
    raise SourceError(
        f"{lost} characters of the text are lost (they show as {REPLACEMENT}), in {_name(lines)}",
        code=Code.ENCODING_DAMAGED,
        file=file,
        line=lines[0],
        hint="Get the original of this file, or export it again as UTF-8. What is missing "
        "cannot be recovered, and a text with missing letters is not published.",
    )


def _name(lines: tuple[int, ...]) -> str:
    if len(lines) == 1:
        return f"line {lines[0]}"
    if len(lines) <= NAMED:
        return f"lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}"
    named = ", ".join(map(str, lines[:NAMED]))
    rest = len(lines) - NAMED
    return f"lines {named} and {rest} more line{'s' if rest > 1 else ''}"
