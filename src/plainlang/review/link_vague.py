"""Links whose text says nothing: "click here", "more".

A screen reader lists the links of a page, and on paper nothing can be clicked. WCAG 2.2, success
criteria 2.4.4 "Link Purpose (In Context)" and 2.4.9 "Link Purpose (Link Only)". The phrases of a
language are one file in ``vague/``, named like its BCP 47 tag; a language without a file is not
checked.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from plainlang.diagnostics import Code, Diagnostic, Severity, limited
from plainlang.document import Document
from plainlang.review.base import quoted
from plainlang.review.links import links_of

_FOLDER = Path(__file__).parent / "vague"


def vague_links(document: Document) -> tuple[Diagnostic, ...]:
    """Return a warning for each link whose whole text is a phrase of the document's language."""
    phrases = phrases_of(document.language)
    if not phrases:
        return ()
    found = [
        Diagnostic(
            Code.LINK_TEXT_VAGUE,
            Severity.WARNING,
            f"the link {quoted(link.text)} does not say where it leads: {link.target}",
            document.provenance.source,
            link.line,
            "Let the words of the link name what is found there.",
        )
        for link in links_of(document.blocks)
        if folded(link.text) in phrases
    ]
    return limited(found, "links whose text does not say where they lead")


def checked_languages() -> tuple[str, ...]:
    """Return the tags that have phrases."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.txt")))


@lru_cache(maxsize=32)
def phrases_of(language: str) -> frozenset[str]:
    """Return the phrases of a BCP 47 tag or its parents (``es-MX`` → ``es``), or none."""
    tag = language
    while tag:
        path = _FOLDER / f"{tag}.txt"
        if path.is_file():
            lines = path.read_text(encoding="utf-8").splitlines()
            return frozenset(folded(line) for line in lines if line and not line.startswith("#"))
        tag = tag.rpartition("-")[0]
    return frozenset()


def folded(text: str) -> str:
    """Return ``text`` without case, punctuation, signs and arrows, to compare phrases by."""
    kept = "".join(
        sign if sign.isalnum() or unicodedata.category(sign)[0] == "M" else " "
        for sign in unicodedata.normalize("NFKC", text).casefold()
    )
    return re.sub(r"\s+", " ", kept).strip()
