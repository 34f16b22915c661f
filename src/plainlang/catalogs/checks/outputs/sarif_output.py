"""The findings as SARIF 2.1.0, at the line of the translation in its PO file."""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.catalogs.checks import CHECKS
from plainlang.catalogs.checks.base import CatalogFinding
from plainlang.sarif import log, result

_RULES = {check.name: check.summary for check in CHECKS}
_IDS = list(_RULES)


def to_sarif(findings: Sequence[CatalogFinding], files: Sequence[str] = ()) -> str:
    """Return one run."""
    seen = dict.fromkeys([*files, *(finding.file for finding in findings if finding.file)])
    results = [
        result(f.check, _IDS.index(f.check), f.severity, f.message, f.file, f.line or None)
        for f in findings
    ]
    return log(_RULES, results, seen)
