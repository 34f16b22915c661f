"""The files of the readability reports in the output folder."""

from __future__ import annotations

import urllib.parse
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from plainlang.config import ReadabilityConfig
from plainlang.files import file_sha256, remove, sha256, write_if_changed, write_whole
from plainlang.reports.overview import overview_csv, overview_page
from plainlang.reviewer import Reviewed, settings_digest

PAGE = "readability.html"
FIGURES = "readability.json"
TABLE = "readability.csv"


def page_path(document: str) -> str:
    """Return where the page of a document (its id) stands, relative to the output folder."""
    return f"{document}/{PAGE}"


class ReadabilityReports:
    """Writes, checks and removes the reports of one output folder."""

    def __init__(self, out: Path) -> None:
        self._out = out

    def take(
        self, document: str, report: Reviewed, config: ReadabilityConfig
    ) -> Mapping[str, Any] | None:
        """Write a report and return its entry in the manifest.

        One that could not be made leaves none of an older text behind; then the entry is ``None``.

        :raises OutputError: if a file cannot be written or removed.
        """
        if report.error is not None:
            self.remove(document)
            return None
        write_whole(self._out / document / FIGURES, report.figures)
        write_whole(self._out / page_path(document), report.page)
        return {
            **report.summary,
            "path": page_path(document),
            "sha256": {PAGE: sha256(report.page), FIGURES: sha256(report.figures)},
            "settings": settings_digest(config),
        }

    def still_true(self, document: Mapping[str, Any], config: ReadabilityConfig) -> bool:
        """Tell whether a document's report stands there as it was made, with these settings."""
        entry = document.get("readability")
        if not isinstance(entry, dict) or entry.get("settings") != settings_digest(config):
            return False
        digests = entry.get("sha256")
        return isinstance(digests, dict) and all(
            file_sha256(self._out / document["id"] / name) == digests.get(name)
            for name in (PAGE, FIGURES)
        )

    def remove(self, document: str) -> None:
        """Remove the report of a document (its id).

        :raises OutputError: if it cannot be removed.
        """
        if not _is_plain(document):
            return  # a damaged manifest must not lead out of the folder
        for name in (PAGE, FIGURES):
            remove(self._out / document / name)

    def write(self, documents: Iterable[Mapping[str, Any]]) -> None:
        """Write the overview and its CSV for these entries of the manifest.

        :raises OutputError: if they cannot be written.
        """
        entries = [entry for document in documents if (entry := document.get("readability"))]
        if not entries:
            for name in (PAGE, TABLE):
                remove(self._out / name)
            return
        page = overview_page(entries, lambda name: urllib.parse.quote(page_path(name)))
        write_if_changed(self._out / PAGE, page.encode())
        write_if_changed(self._out / TABLE, overview_csv(entries).encode())


def _is_plain(name: str) -> bool:
    return name not in {"", ".", ".."} and not set("/\\:") & set(name)
