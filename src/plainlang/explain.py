"""What was changed in a source and why, for people and for programs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from plainlang.cleanup import RULES
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document, Repair
from plainlang.repair_words import difference, in_words

SCHEMA = "plainlang.normalize/1"
_PACKAGES = {"docx": "a Word document", "odt": "an OpenDocument text"}
#: Codes that the report tells in its own sections.
_TOLD = frozenset({Code.TEXT_REPAIRED, Code.CLEANUP, Code.ENCODING_GUESSED})


def explanation_json(document: Document) -> dict[str, Any]:
    """Return the report in the form ``plainlang.normalize/1``."""
    provenance = document.provenance
    return {
        "schema": SCHEMA,
        "source": provenance.source,
        "encoding": provenance.encoding,
        "confidence": provenance.confidence,
        "repairs": [
            {"line": r.line, "before": r.before, "after": r.after, "steps": list(r.steps)}
            for r in provenance.repairs
        ],
        "cleanup": [
            {"rule": c.rule, "line": c.line, "message": c.message, "removed": c.removed}
            for c in provenance.changes
        ],
    }


def explanation_text(document: Document, diagnostics: Iterable[Diagnostic]) -> str:
    """Return the report as text that needs no knowledge of programming."""
    provenance = document.provenance
    title = document.metadata.title
    lines = [f"{provenance.source}: “{title}”", ""]
    lines += _encoding(document)
    lines += _repairs(provenance.repairs, provenance.format)
    lines += _cleanup(document)
    told = [d for d in diagnostics if d.code not in _TOLD]
    lines += _notes(
        "Please look at", [d for d in told if d.severity is not Severity.INFO], document
    )
    lines += _notes("Good to know", [d for d in told if d.severity is Severity.INFO], document)
    return "\n".join(lines).rstrip("\n") + "\n"


def _notes(heading: str, notes: Sequence[Diagnostic], document: Document) -> list[str]:
    if not notes:
        return []
    lines = [heading, "-" * len(heading)]
    for note in notes:
        # A side file has lines of its own.
        file = f"{note.file}: " if note.file not in {None, document.provenance.source} else ""
        place = f"line {note.line}: " if note.line else ""
        lines += _item(None, file + place + note.message + (f". {note.hint}" if note.hint else ""))
    return [*lines, ""]


def _encoding(document: Document) -> list[str]:
    provenance = document.provenance
    if provenance.format in _PACKAGES:
        return [f"The file was read as {_PACKAGES[provenance.format]}.", ""]
    if provenance.confidence is None:
        return [f"The file was read as {provenance.encoding.upper()}.", ""]
    sure = f"{provenance.confidence:.0%}"
    return [
        f"The file does not say how its letters are stored. {provenance.encoding} was found to "
        f"fit ({sure} sure). Please check accented letters and signs.",
        "",
    ]


def _repairs(repairs: Sequence[Repair], document_format: str) -> list[str]:
    if not repairs and document_format in _PACKAGES:
        return []
    if not repairs:
        return ["No damaged letters were found.", ""]
    lines = ["Damaged letters that were repaired", "----------------------------------"]
    for repair in repairs:
        before, after = difference(repair.before, repair.after)
        lines += _item(repair.line, f"“{before}” became “{after}” ({in_words(repair.steps)})")
    return [*lines, ""]


def _cleanup(document: Document) -> list[str]:
    changes = document.provenance.changes
    if not changes:
        return ["Nothing was cleaned up.", ""]
    summaries = {rule.name: rule.summary for rule in RULES}
    lines = ["What was cleaned up", "-------------------"]
    for rule in dict.fromkeys(change.rule for change in changes):
        lines += [f"{summaries.get(rule, rule)} [{rule}]"]
        for change in changes:
            if change.rule == rule:
                lines += _item(change.line, change.message)
    lines += [
        "",
        "To keep one of these as it was, add to plainlang.toml:",
        "    [cleanup]",
        '    disable = ["the name in square brackets"]',
    ]
    return [*lines, ""]


def _item(line: int | None, message: str) -> list[str]:
    place = f"line {line}: " if line else ""
    return textwrap.wrap(
        place + message,
        width=96,
        initial_indent="  - ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
