"""The findings for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from plainlang.catalogs.checks.base import ERROR, CatalogFinding

SCHEMA = "plainlang.catalog-check/1"


def to_json(findings: Sequence[CatalogFinding], files: Sequence[str] = ()) -> str:
    """Return the findings with their number, errors and warnings apart."""
    errors = sum(finding.severity == ERROR for finding in findings)
    whole = {
        "schema": SCHEMA,
        "files": list(files),
        "errors": errors,
        "warnings": len(findings) - errors,
        "findings": [asdict(finding) for finding in findings],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
