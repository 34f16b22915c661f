"""Links with the same text that lead to different places.

WCAG 2.2, success criterion 2.4.9 "Link Purpose (Link Only)". Links that say nothing at all are
told by :mod:`plainlang.review.link_vague`.
"""

from __future__ import annotations

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document
from plainlang.review.base import quoted
from plainlang.review.link_vague import folded, phrases_of
from plainlang.review.links import links_of

#: Targets that the message names.
NAMED = 3


def ambiguous_links(document: Document) -> tuple[Diagnostic, ...]:
    """Return an info for each text that several targets share, with the line of each."""
    vague = phrases_of(document.language)
    targets: dict[str, dict[str, int | None]] = {}
    shown: dict[str, str] = {}
    for link in links_of(document.blocks):
        key = folded(link.text)
        # Numbers are marks of a source list, which begins anew in each part of a page.
        if key in vague or not any(sign.isalpha() for sign in key):
            continue
        shown.setdefault(key, link.text)
        targets.setdefault(key, {}).setdefault(link.target.rstrip("/"), link.line)
    return tuple(
        Diagnostic(
            Code.LINK_TEXT_AMBIGUOUS,
            Severity.INFO,
            f"links with the text {quoted(shown[key])} lead to {len(found):,} different places: "
            + _places(found),
            document.provenance.source,
            next(iter(found.values())),
            "Add to each what sets it apart from the others.",
        )
        for key, found in targets.items()
        if len(found) > 1
    )


def _places(found: dict[str, int | None]) -> str:
    """Name the first targets, and the lines of all others, so that each can be found."""
    named = [
        f"{target} (line {line})" if line else target
        for target, line in list(found.items())[:NAMED]
    ]
    rest = sorted({line for line in list(found.values())[NAMED:] if line})
    if rest:
        named.append("lines " + ", ".join(map(str, rest)))
    return "; ".join(named)
