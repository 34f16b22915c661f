"""What the manifest says of a document and of an edition."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from plainlang.clock import moment
from plainlang.diagnostics import Severity
from plainlang.document import Document, Edition
from plainlang.fingerprint import fingerprint
from plainlang.pipeline import Finished, Job, Outcome
from plainlang.sources import normal_source
from plainlang.validators import checkers
from plainlang.writers import FORMATS

Entry = dict[str, Any]


def edition_path(document: str, language: str, form: str) -> str:
    """Return where an edition stands, relative to the output folder."""
    return f"{document}/{language}/{document}.{language}{FORMATS[form].suffix}"


def edition_entry(
    edition: Edition, finished: Finished, outcome: Outcome, document: Document, job: Job
) -> Entry:
    """Return the manifest's entry for an edition."""
    return {
        "document": edition.document,
        "language": edition.language,
        "format": edition.format,
        "title": finished.title,
        "path": edition.path,
        "bytes": edition.bytes,
        "sha256": edition.sha256,
        "state": "release" if job.release else "draft",
        "built": moment().isoformat(timespec="seconds").replace("+00:00", "Z"),
        "checks": [
            {"checker": checker, "version": version}
            for checker, version in checkers(FORMATS[finished.format].checker)
        ],
        "findings": [
            {
                "checker": f.checker,
                "version": f.version,
                "code": f.code,
                "severity": str(f.severity),
                "message": f.message,
            }
            for f in finished.findings
        ],
        "source": normal_source(outcome.source),
        "source_sha256": outcome.source_sha256,
        "inputs": [
            *(
                {"path": normal_input(a.path), "sha256": a.sha256}
                for a in document.assets
                if a.path
            ),
            *({"path": normal_input(path), "sha256": digest} for path, digest in finished.inputs),
        ],
        "fingerprint": fingerprint(job, finished.format),
        **({} if finished.texts is None else {"translation": _translation(finished.texts)}),
        **({"overdue": True} if job.shows_overdue(document.metadata) else {}),
    }


def _translation(texts: tuple[int, int, int]) -> dict[str, int]:
    every, missing, unreviewed = texts
    return {
        "texts": every,
        "translated": every - missing,
        "reviewed": every - missing - unreviewed,
    }


def normal_input(path: str) -> str:
    """Return the form in which an image is remembered; links are not followed."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return Path(path).as_posix()


def document_entry(document: Document, source: str, outcome: Outcome) -> Entry:
    """Return the manifest's entry for a document."""
    metadata = document.metadata
    return {
        "id": document.id,
        "source": source,
        "title": metadata.title,
        "language": document.language,
        "last_reviewed": metadata.last_reviewed and metadata.last_reviewed.isoformat(),
        "next_review": metadata.next_review and metadata.next_review.isoformat(),
        "licence": metadata.licence,
        "rights": metadata.rights,
        "rights_basis": metadata.rights_basis,
        "diagnostics": [
            {
                "code": str(d.code),
                "severity": str(d.severity),
                "line": d.line,
                "message": d.message,
                "hint": d.hint,
            }
            for d in outcome.diagnostics
            if d.severity is not Severity.INFO
        ],
    }
