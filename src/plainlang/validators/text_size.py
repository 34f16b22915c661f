"""Nothing in a large print file is smaller than the file promises: every run is measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
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
    import pikepdf

    result: dict[float, str] = {}
    with pikepdf.open(BytesIO(data)) as pdf:
        for run in runs(pdf):
            if not run.form and run.text.strip():
                result.setdefault(round(run.size, 2), run.text.strip())
    return result


def check_text_size(data: bytes, size: float) -> tuple[Finding, ...]:
    """Return what :func:`small_text` finds in a PDF, or that it cannot be read."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return small_text(runs(pdf), size)
    except pikepdf.PdfError as error:
        return (_finding("unreadable", Severity.ERROR, f"the file cannot be read: {error}"),)


def small_text(shown: Iterable[Run], size: float) -> tuple[Finding, ...]:
    """Return one finding for each size of text below ``size``, and one for small print in images.

    :param shown: all text of a file; white space has no size.
    :param size: the body size in points that the profile promises for all text.
    """
    small: Counter[float] = Counter()
    sample: dict[float, str] = {}
    drawn = 0
    for run in shown:
        if run.size >= size - _TOLERANCE or not run.text.strip():
            continue
        if run.form:
            drawn += 1
            continue
        measured = round(run.size, 1)
        small[measured] += 1
        sample.setdefault(measured, f"“{run.text.strip()[:40]}” on page {run.page + 1}")
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


def _finding(code: str, severity: Severity, message: str) -> Finding:
    return Finding(CHECKER, __version__, code, severity, message)
