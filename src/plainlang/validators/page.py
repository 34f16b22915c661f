"""PDF/UA-1 and PDF/A-2a as page-validation checks them: on every build, in some milliseconds."""

from __future__ import annotations

from plainlang.diagnostics import Severity
from plainlang.engines.memory import give_back
from plainlang.validators.base import Finding
from plainlang.validators.cff_widths import cff_widths_agree

CHECKER = "page-validation"

#: What every PDF of plainlang claims to be: ISO 14289-1 and ISO 19005-2, level A.
PROFILES = ("ua1", "2a")

#: How many objects may hang on one another. Bookmarks do: each names the next on its level, and
#: with the 256 that the checker allows by itself, no document could have 257 headings of one
#: level. It follows them by recursion: 3,000 fit into a stack of 2 MB, 10,000 into one of 8 MB.
_REFERENCES = 3_000

#: Bytes of a file that takes more than 100 MB to check.
_LARGE = 1_000_000


def check_page(data: bytes) -> tuple[Finding, ...]:
    """Return what page-validation finds in a PDF: of each broken rule the first place.

    The codes are the checker's own after the profile: ``ua1:PDFUA1-LINK-CONTENTS-001``.
    """
    import page  # 80 ms, and not every command needs it

    def finding(code: str, message: str) -> Finding:
        return Finding(CHECKER, page.__version__, code, Severity.ERROR, message)

    large = len(data) > _LARGE
    if large:
        give_back()
    limits = page.SafetyLimits(max_reference_depth=_REFERENCES)
    result: list[Finding] = []
    for profile in PROFILES:
        try:
            report = page.validate_pdf_bytes(data, profile=profile, limits=limits)
        except page.PageError as error:
            return (finding("unreadable", f"the file cannot be checked: {error}"),)
        failures = [
            finding(f"{profile}:{f.rule_id}", f.message)
            for f in report.failures
            if not (_misread(f.rule_id, f.message) and cff_widths_agree(data))
        ]
        if not report.is_compliant and not report.failures:
            failures = [finding(f"{profile}:verdict", "not compliant, without a reason")]
        result.extend(failures)
    if large:
        give_back()
    return tuple(result)


def _misread(rule: str, message: str) -> bool:
    """Tell whether the checker speaks of widths that it cannot read (see ``cff_widths``)."""
    return "GLYPH-WIDTH" in rule and "CIDFontType0C" in message
