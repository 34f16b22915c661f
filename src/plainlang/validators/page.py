"""PDF/UA-1 and PDF/A-2a as page-validation checks them: on every build, in some milliseconds."""

from __future__ import annotations

from collections import Counter

from plainlang.diagnostics import Severity
from plainlang.validators.base import Finding

CHECKER = "page-validation"

#: What every PDF of plainlang claims to be: ISO 14289-1 and ISO 19005-2, level A.
PROFILES = ("ua1", "2a")


def check_page(data: bytes) -> tuple[Finding, ...]:
    """Return what page-validation finds in a PDF; the same failure is told once, with its number.

    The codes are clauses of the standards after the profile: ``ua1:7.1-10``.
    """
    import page  # 80 ms, and not every command needs it

    def finding(code: str, message: str) -> Finding:
        return Finding(CHECKER, page.__version__, code, Severity.ERROR, message)

    result: list[Finding] = []
    for profile in PROFILES:
        try:
            report = page.validate_pdf_bytes(data, profile=profile)
        except page.PageError as error:
            return (finding("unreadable", f"the file cannot be checked: {error}"),)
        counts = Counter((failure.rule_id, failure.message) for failure in report.failures)
        for (rule, message), count in counts.items():
            times = f" ({count} times)" if count > 1 else ""
            result.append(finding(f"{profile}:{rule}", message + times))
        if not report.is_compliant and not counts:
            result.append(finding(f"{profile}:verdict", "not compliant, without a reason"))
    return tuple(result)
