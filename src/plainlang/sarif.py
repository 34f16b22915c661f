"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines.

OASIS Standard, Static Analysis Results Interchange Format 2.1.0, 27 March 2020. Names of files
are relative URI references with forward slashes (§3.4.3).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from plainlang import __version__

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
VERSION = "2.1.0"


def log(rules: Mapping[str, str], results: Sequence[dict[str, Any]], files: Iterable[str]) -> str:
    """Return a log of one run.

    :param rules: each rule's id with what it says in general.
    :param results: what :func:`result` returns, one per finding.
    :param files: every file that was looked at, also without findings.
    """
    run = {
        "tool": {
            "driver": {
                "name": "plainlang",
                "version": __version__,
                "rules": [
                    {"id": name, "shortDescription": {"text": text}} for name, text in rules.items()
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": uri(file)}} for file in files],
        "results": list(results),
    }
    whole = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def result(
    rule: str, index: int, level: str, message: str, file: str, line: int | None
) -> dict[str, Any]:
    """Return one finding.

    :param index: the rule's place among the rules of the log.
    :param level: ``error``, ``warning`` or ``note``.
    :param line: 1-based; ``None`` where it is about the whole file.
    """
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(file)}}
    if line is not None:
        place["region"] = {"startLine": line}
    return {
        "ruleId": rule,
        "ruleIndex": index,
        "level": level,
        "message": {"text": message},
        "locations": [{"physicalLocation": place}],
    }


def uri(source: str) -> str:
    """Return the name of a file as a URI reference."""
    return quote(source.replace("\\", "/"), safe="/")
