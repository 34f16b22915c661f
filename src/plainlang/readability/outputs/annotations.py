"""The findings as workflow commands of GitHub Actions: ``::warning file=…,line=…::message``.

In the message ``%``, CR and LF are escaped, in a property ``:`` and ``,`` too, so that nothing in
a source can start another command.
"""

from __future__ import annotations

from collections.abc import Iterable

from plainlang.readability.outputs.findings import findings
from plainlang.readability.report import Report

_COMMANDS = {"warning": "warning", "note": "notice"}


def to_annotations(reports: Iterable[Report]) -> str:
    """Return one line for each finding."""
    lines = []
    for report in reports:
        for finding in findings(report):
            place = f"file={_property(report.source)}"
            if finding.line is not None:
                place += f",line={finding.line}"
            command = _COMMANDS[finding.level]
            lines.append(f"::{command} {place},title={finding.rule}::{_data(finding.message)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
