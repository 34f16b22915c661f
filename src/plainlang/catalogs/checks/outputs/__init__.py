"""What the checks found, for people and for programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from plainlang.catalogs.checks.base import CatalogFinding
from plainlang.catalogs.checks.outputs.json_output import to_json
from plainlang.catalogs.checks.outputs.sarif_output import to_sarif
from plainlang.catalogs.checks.outputs.text_output import to_text

__all__ = ["OUTPUTS", "to_json", "to_sarif", "to_text"]

#: Each form of output by the name that ``--format`` gives it. The second argument names every
#: file that was checked, also those without a finding.
OUTPUTS: Mapping[str, Callable[[Sequence[CatalogFinding], Sequence[str]], str]] = {
    "text": to_text,
    "json": to_json,
    "sarif": to_sarif,
}
