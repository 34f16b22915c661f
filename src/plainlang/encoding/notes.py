"""What a person is told about how a source was decoded and repaired."""

from __future__ import annotations

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.encoding.damage import damaged_lines
from plainlang.encoding.decoding import Decoded
from plainlang.encoding.directions import STEP, direction_notes


def encoding_notes(decoded: Decoded, file: str) -> tuple[Diagnostic, ...]:
    """Return the diagnostics for a decoded source: the guess, the losses, and each repair."""
    notes: list[Diagnostic] = []
    if decoded.confidence is not None:
        notes.append(
            Diagnostic(
                Code.ENCODING_GUESSED,
                Severity.WARNING,
                f"the encoding was detected as {decoded.encoding} ({decoded.confidence:.0%} sure)",
                file,
                1,
                "Check names and signs in the edition, or save the source as UTF-8.",
            )
        )
    notes.extend(
        Diagnostic(
            Code.ENCODING_DAMAGED,
            Severity.WARNING,
            "a character of this line is lost; it shows as U+FFFD",
            file,
            line,
            "Write what was meant, or get the original of this file.",
        )
        for line in damaged_lines(decoded.text)
    )
    notes.extend(
        Diagnostic(
            Code.TEXT_REPAIRED,
            Severity.INFO,
            "repaired " + ", ".join(repair.steps),
            file,
            repair.line,
        )
        for repair in decoded.repairs
        if repair.steps != (STEP,)
    )
    return (*notes, *direction_notes(decoded.text, decoded.repairs, file))
