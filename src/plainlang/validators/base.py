"""What every checker of a finished file gives. A checker returns findings and never stops."""

from __future__ import annotations

from dataclasses import dataclass

from plainlang.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a checker found in an edition.

    :param checker: the checker's name (``page-validation``, ``plainlang.structure`` …).
    :param version: the checker's version.
    :param code: the checker's own code, for example a clause of ISO 14289-1.
    """

    checker: str
    version: str
    code: str
    severity: Severity
    message: str
