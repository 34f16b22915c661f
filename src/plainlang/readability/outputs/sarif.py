"""The reports as SARIF 2.1.0, which code hosts and editors show beside the lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from plainlang.readability.outputs.findings import RULES, Finding, findings
from plainlang.readability.report import Report
from plainlang.sarif import log, result

_IDS = list(RULES)


def to_sarif(reports: Iterable[Report]) -> str:
    """Return one run with the findings of every report."""
    reports = list(reports)
    results = [_result(report, finding) for report in reports for finding in findings(report)]
    return log(RULES, results, dict.fromkeys(report.source for report in reports))


def _result(report: Report, finding: Finding) -> dict[str, Any]:
    return result(
        finding.rule,
        _IDS.index(finding.rule),
        finding.level,
        finding.message,
        report.source,
        finding.line,
    )
