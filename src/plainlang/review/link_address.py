"""Links whose text is a web address: a screen reader spells it out, sign for sign.

WCAG 2.2, success criterion 2.4.9 "Link Purpose (Link Only)". A name such as ``medlineplus.gov``
can be said and remembered and is not reported; mail addresses and telephone numbers are what
they say.
"""

from __future__ import annotations

import re

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document
from plainlang.review.base import quoted
from plainlang.review.links import links_of

#: A scheme, or a host with a path behind it, and no space.
_ADDRESS = re.compile(r"https?://\S+|(?:[\w-]+\.)+[a-z]{2,}/\S+", re.IGNORECASE)
#: A scheme and a host alone are as short as a name.
_HOST = re.compile(r"https?://(?:www\.)?[\w-]+(?:\.[\w-]+){1,2}/?", re.IGNORECASE)


def address_links(document: Document) -> tuple[Diagnostic, ...]:
    """Return an info for each link whose whole text is an address with a path."""
    return tuple(
        Diagnostic(
            Code.LINK_TEXT_ADDRESS,
            Severity.INFO,
            f"the text of a link is the address {quoted(link.text)}, which a screen reader "
            "spells out",
            document.provenance.source,
            link.line,
            "Write what is found there; the print editions list the address anyway.",
        )
        for link in links_of(document.blocks)
        if _ADDRESS.fullmatch(link.text) and not _HOST.fullmatch(link.text)
    )
