"""Links without text: nobody can see, hear or tap them.

WCAG 2.2, success criterion 2.4.4 "Link Purpose (In Context)"; technique failure F89.
"""

from __future__ import annotations

from plainlang.diagnostics import Code, Diagnostic, Severity, limited
from plainlang.document import Document
from plainlang.review.links import links_of


def empty_links(document: Document) -> tuple[Diagnostic, ...]:
    """Return a warning for each link without words; an edition shows where it leads."""
    found = [
        Diagnostic(
            Code.LINK_TEXT_EMPTY,
            Severity.WARNING,
            f"a link to {link.target} is an image without a description"
            if link.image
            else f"a link to {link.target} has no text; the editions show where it leads",
            document.provenance.source,
            link.line,
            "Write what is found there between the square brackets, or remove the link.",
        )
        for link in links_of(document.blocks)
        if not link.text
    ]
    return limited(found, "links without text")
