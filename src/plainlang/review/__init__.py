"""What a person should look at in a cleaned document: nothing is changed here.

Each check is one module with one pure function, ``Document -> diagnostics``. A new check is a
new module and a line in :data:`CHECKS`.
"""

from __future__ import annotations

from plainlang.diagnostics import Diagnostic
from plainlang.document import Document
from plainlang.review.base import Check
from plainlang.review.link_address import address_links
from plainlang.review.link_ambiguous import ambiguous_links
from plainlang.review.link_empty import empty_links
from plainlang.review.link_vague import vague_links
from plainlang.review.table_header import table_headers

__all__ = ["CHECKS", "review"]

#: The checks in the order in which they speak.
CHECKS: tuple[Check, ...] = (
    empty_links,
    vague_links,
    ambiguous_links,
    address_links,
    table_headers,
)


def review(document: Document) -> tuple[Diagnostic, ...]:
    """Return what every check has to say about ``document``."""
    return tuple(found for check in CHECKS for found in check(document))
