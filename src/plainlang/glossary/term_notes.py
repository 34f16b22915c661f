"""What an expansion has to say: each entry and each kind of trouble once, with its lines."""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.diagnostics import Code, Diagnostic, Severity, limited
from plainlang.document import Document
from plainlang.glossary.base import GlossaryEntry, Reference
from plainlang.glossary.expansion import ExpansionSettings
from plainlang.glossary.record import Record

#: Lines that a message names; the others are counted.
_LINES = 10


def notes_of(
    record: Record, document: Document, settings: ExpansionSettings
) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of one expansion."""
    source = document.provenance.source
    unknown = [
        _unknown(reference, shown, lines, source)
        for reference, (shown, lines) in record.unknown.items()
    ]
    found = list(limited(unknown, "terms without an entry"))
    for (problem, _), (entry, lines) in record.others.items():
        code, severity, message, hint = _other(problem, entry, document.language, settings)
        found.append(Diagnostic(code, severity, message + _at(lines), source, _first(lines), hint))
    if record.cut:
        found.append(
            Diagnostic(
                Code.TERM_SHORTENED,
                Severity.INFO,
                f"{record.cut:,} definitions are shortened in the list of words, "
                "which would be too long beside the text",
                source,
                hint="The link of each word leads to its whole definition.",
            )
        )
    return tuple(found)


def _unknown(reference: Reference, shown: str, lines: Sequence[int], source: str) -> Diagnostic:
    if reference.by == "term":
        what = f"the glossary has no term {reference.key!r}"
    else:
        named = f" ({shown})" if shown else ""
        what = f"the glossary has no entry {reference.key}{named} of {reference.dictionary!r}"
    return Diagnostic(
        Code.TERM_UNKNOWN,
        Severity.WARNING,
        what + _at(lines),
        source,
        _first(lines),
        "Define it in the glossary; until then the link alone explains it.",
    )


def _other(
    problem: str, entry: GlossaryEntry, language: str, settings: ExpansionSettings
) -> tuple[Code, Severity, str, str]:
    name = f"{entry.term!r} ({entry.dictionary} {entry.id})"
    if problem == "other-language":
        return (
            Code.TERM_OTHER_LANGUAGE,
            Severity.WARNING,
            f"{name} is defined in {entry.language!r} and not in {language!r}: "
            "the definition is shown and marked as such",
            "Translate the entry in the glossary.",
        )
    if problem == "other-audience":
        return (
            Code.TERM_OTHER_AUDIENCE,
            Severity.INFO,
            f"{name} is defined for {entry.audience} and not for {settings.audience}: "
            "that definition is shown",
            "Define it for these readers.",
        )
    if problem == "self-defined":
        return (
            Code.TERM_SELF_DEFINED,
            Severity.WARNING,
            f"the definition of {name} leads to the term itself",
            "Say what it means in other words.",
        )
    if problem == "cycle":
        return (
            Code.TERM_CYCLE,
            Severity.INFO,
            f"the definitions around {name} lead to each other; each is listed once",
            "",
        )
    return (
        Code.TERM_EMPTY,
        Severity.WARNING,
        f"{name} has no definition",
        "Write one, or remove the entry.",
    )


def _first(lines: Sequence[int]) -> int | None:
    return min(lines) if lines else None


def _at(lines: Sequence[int]) -> str:
    distinct = sorted(set(lines))
    if len(distinct) < 2:  # the message has the line itself
        return ""
    shown = ", ".join(map(str, distinct[:_LINES]))
    more = len(distinct) - _LINES
    return f"; lines {shown}" + (f" and {more} more" if more > 0 else "")
