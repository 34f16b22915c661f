"""Nothing in a large print file is smaller than the file promises: every run is measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from plainlang import __version__
from plainlang.diagnostics import Severity
from plainlang.validators.base import Finding
from plainlang.validators.pdf_content import Run, runs

CHECKER = "plainlang.text-size"

#: Points by which a size may be off: rounding in the file, 0.01 of a point at most, with room.
_TOLERANCE = 0.05


def text_sizes(data: bytes) -> dict[float, str]:
    """Return the sizes of all text in a PDF in points, each with the first text that has it.

    Page numbers count; text inside drawings does not, because it is part of a picture.

    :raises pikepdf.PdfError: if ``data`` is no PDF.
    """
    result: dict[float, str] = {}
    for run in _shown(data):
        if not run.form:
            result.setdefault(round(run.size, 2), run.text.strip())
    return result


def check_text_size(data: bytes, size: float) -> tuple[Finding, ...]:
    """Return one finding for each size of text below ``size``, and one for small print in images.

    :param size: the body size in points that the profile promises for all text.
    """
    import pikepdf

    small: Counter[float] = Counter()
    sample: dict[float, str] = {}
    drawn = 0
    try:
        for run in _shown(data):
            if run.size >= size - _TOLERANCE:
                continue
            if run.form:
                drawn += 1
                continue
            measured = round(run.size, 1)
            small[measured] += 1
            sample.setdefault(measured, f"“{run.text.strip()[:40]}” on page {run.page + 1}")
    except pikepdf.PdfError as error:
        return (_finding("unreadable", Severity.ERROR, f"the file cannot be read: {error}"),)
    findings = [
        _finding(
            "small-text",
            Severity.ERROR,
            f"{count} runs of text have {measured:g} pt where {size:g} pt is promised, "
            f"first {sample[measured]}",
        )
        for measured, count in sorted(small.items())
    ]
    if drawn:
        findings.append(
            _finding(
                "small-text-in-image",
                Severity.WARNING,
                f"{drawn} labels inside drawings are smaller than {size:g} pt",
            )
        )
    return tuple(findings)


def _shown(data: bytes) -> Iterator[Run]:
    """Yield the runs of text that are not white space."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        for run in runs(pdf):
            if run.text.strip():
                yield run


def _finding(code: str, severity: Severity, message: str) -> Finding:
    return Finding(CHECKER, __version__, code, severity, message)
