"""Nothing is lost: every word and every link of a document stands in the file, read back."""

from __future__ import annotations

from collections import Counter

from plainlang import __version__
from plainlang.ast import structures, words
from plainlang.diagnostics import Severity
from plainlang.document import Document
from plainlang.validators.base import Finding
from plainlang.validators.readback import ReadBack, missing_words, normalized_words

CHECKER = "plainlang.completeness"


def check_completeness(document: Document, back: ReadBack) -> tuple[Finding, ...]:
    """Return an error where words or link targets of the assembled document are not in the file."""
    findings: list[Finding] = []
    lost = missing_words(words(document.blocks), back.words)
    if lost:
        shown = " ".join(lost[:12]) + (" …" if len(lost) > 12 else "")
        findings.append(_finding("text-lost", f"{len(lost)} words are not in the file: {shown}"))
    wanted = Counter(e["c"][2][0] for e in structures(document.blocks) if e["t"] == "Link")
    missing = list((wanted - Counter(back.links)).elements())
    if missing:
        shown = " ".join(missing[:3]) + (" …" if len(missing) > 3 else "")
        findings.append(_finding("link-lost", f"{len(missing)} links are not in the file: {shown}"))
    return tuple(findings)


def check_shape(document: Document, shaped: Document) -> tuple[Finding, ...]:
    """Return an error where a writer lost words while it gave a document another shape.

    A reshaped table repeats its headings, notes may move to the end, and a mark may be glued to
    its word: so characters are counted, and none may be fewer.
    """
    lost = Counter("".join(normalized_words(words(document.blocks))))
    lost -= Counter("".join(normalized_words(words(shaped.blocks))))
    if not lost:
        return ()
    shown = "".join(list(lost.elements())[:40])
    message = f"{lost.total()} characters were lost in reshaping, among them: {shown}"
    return (_finding("text-lost", message),)


def _finding(code: str, message: str) -> Finding:
    return Finding(CHECKER, __version__, code, Severity.ERROR, message)
