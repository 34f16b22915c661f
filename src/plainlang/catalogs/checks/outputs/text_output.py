"""A line for each finding, in the form that every message of the program has."""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.catalogs.checks.base import CatalogFinding

#: Characters of a source text that are shown to tell an entry by.
_SHOWN = 60


def to_text(findings: Sequence[CatalogFinding], files: Sequence[str] = ()) -> str:
    """Return ``FILE:LINE: severity[check]: message``, with the source text it is about."""
    return "".join(f"{_line(finding)}\n" for finding in findings)


def _line(finding: CatalogFinding) -> str:
    place = ":".join(str(part) for part in (finding.file, finding.line) if part)
    start = f"{place}: " if place else ""
    context = f"{finding.context}: " if finding.context else ""
    entry = " ".join(finding.msgid.split())
    if len(entry) > _SHOWN:
        entry = entry[: _SHOWN - 1].rstrip() + "…"
    return f"{start}{finding.severity}[{finding.check}]: {finding.message} ({context}“{entry}”)"
