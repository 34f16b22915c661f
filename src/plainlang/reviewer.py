"""From a cleaned document to the reviewer's report: the assessment, its page, and its figures."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plainlang.config import ReadabilityConfig
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document
from plainlang.exceptions import PlainlangError
from plainlang.files import sha256
from plainlang.readability.assess import Settings, assess
from plainlang.readability.base import Measured, Passage
from plainlang.readability.languages import language_of
from plainlang.readability.measure import measure
from plainlang.readability.outputs.json import to_data
from plainlang.readability.passages import passages_of
from plainlang.readability.report import Report
from plainlang.readability.targets import targets_of
from plainlang.readability.textstat_check import cross_checks
from plainlang.reports.overview import summary_of
from plainlang.reports.readability import Sheet, readability_page

REPORT = "readability"
"""What a failure of the report has in the place of a format."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The report of a document as files; picklable.

    :param page: HTML; empty where ``error`` says why there is none.
    :param figures: JSON of the schema ``plainlang.readability/1``.
    :param summary: the document's entry for the overview.
    """

    page: bytes
    figures: bytes
    summary: Mapping[str, Any]
    error: Diagnostic | None = None


def settings_digest(config: ReadabilityConfig) -> str:
    """Return a digest of the settings that a report depends on."""
    return sha256(json.dumps(config.model_dump(), sort_keys=True).encode())


def sheet_of(
    document: Document,
    diagnostics: Sequence[Diagnostic],
    config: ReadabilityConfig,
    *,
    source: str,
    explained: Document | None = None,
    glossary: Mapping[str, bool] | None = None,
) -> Sheet:
    """Assess a cleaned document.

    :param explained: the same document with its terms explained, where it was expanded.
    :param glossary: terms that are marked: true where the glossary defines them.
    :raises ConfigError: for targets that are none.
    """
    settings = Settings.of(config)
    longest = config.fragment_words
    passages = passages_of(document, longest_fragment=longest)[0]
    measured = measure(document, longest_fragment=longest)

    def judged(
        counted: Measured, parts: Sequence[Passage], terms: Mapping[str, bool] | None
    ) -> Report:
        return assess(
            counted,
            document=document.id,
            source=source,
            settings=settings,
            passages=parts,
            glossary=terms,
            cross_checks=cross_checks(counted.sentences, document.language),
        )

    report = judged(measured, passages, glossary)
    after: Report | None = None
    without = report.unexplained
    if explained is not None:
        parts = passages_of(explained, longest_fragment=longest)[0]
        after = judged(measure(explained, longest_fragment=longest), parts, glossary)
        # What the text would leave open if nothing explained the terms that it marks.
        without = judged(measured, passages, dict.fromkeys(glossary or {}, False)).unexplained
    return Sheet(
        report=report,
        title=document.metadata.title,
        targets=targets_of(language_of(document.language), settings.audience, settings.targets),
        passages=passages,
        repairs=document.provenance.repairs,
        changes=document.provenance.changes,
        diagnostics=tuple(diagnostics),
        explained=after,
        unexplained_without=without,
    )


def reviewed(
    document: Document,
    diagnostics: Sequence[Diagnostic],
    config: ReadabilityConfig,
    *,
    source: str,
    explained: Document | None = None,
    glossary: Mapping[str, bool] | None = None,
) -> Reviewed:
    """Return the report's files. Never raises: editions must not be lost with their report."""
    try:
        sheet = sheet_of(
            document, diagnostics, config, source=source, explained=explained, glossary=glossary
        )
        data = to_data([sheet.report])
        if sheet.explained is not None:
            data["documents"][0]["explained"] = to_data([sheet.explained])["documents"][0]
        figures = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        return Reviewed(readability_page(sheet).encode(), figures.encode(), summary_of(sheet))
    except PlainlangError as error:
        return _failed(error.diagnostic.message, source, error.diagnostic.hint)
    except Exception as error:  # noqa: BLE001 - a defect must not take the editions with it
        said = f"a defect in plainlang: {type(error).__name__}: {str(error)[:200]}"
        return _failed(said, source, "Please report it with this document.")


def _failed(why: str, source: str, hint: str) -> Reviewed:
    problem = Diagnostic(
        Code.READABILITY_FAILED,
        Severity.ERROR,
        f"the readability report could not be made: {why}",
        source,
        hint=hint,
    )
    return Reviewed(b"", b"", {}, problem)
