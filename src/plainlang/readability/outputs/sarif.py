"""The reports as SARIF 2.1.0, which code hosts and editors show beside the lines.

OASIS Standard, Static Analysis Results Interchange Format 2.1.0, 27 March 2020. Names of files
are relative URI references with forward slashes (§3.4.3).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from plainlang import __version__
from plainlang.readability.outputs.findings import RULES, Finding, findings
from plainlang.readability.report import Report

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
VERSION = "2.1.0"
_IDS = list(RULES)


def to_sarif(reports: Iterable[Report]) -> str:
    """Return one run with the findings of every report."""
    reports = list(reports)
    results = [_result(report, finding) for report in reports for finding in findings(report)]
    log = {
        "$schema": SCHEMA,
        "version": VERSION,
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "plainlang",
                        "version": __version__,
                        "rules": [
                            {"id": name, "shortDescription": {"text": text}}
                            for name, text in RULES.items()
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "artifacts": [
                    {"location": {"uri": uri(source)}}
                    for source in dict.fromkeys(report.source for report in reports)
                ],
                "results": results,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def uri(source: str) -> str:
    """Return the name of a file as a URI reference."""
    return quote(source.replace("\\", "/"), safe="/")


def _result(report: Report, finding: Finding) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(report.source)}}
    if finding.line is not None:
        place["region"] = {"startLine": finding.line}
    return {
        "ruleId": finding.rule,
        "ruleIndex": _IDS.index(finding.rule),
        "level": finding.level,
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
    }
