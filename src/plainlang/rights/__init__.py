"""Rights notices: never dropped, and reported where a person has to look at them."""

from __future__ import annotations

from plainlang.diagnostics import Diagnostic
from plainlang.document import Document
from plainlang.rights.reserved import reserved
from plainlang.rights.third_party import third_party_notices

__all__ = ["check_rights"]


def check_rights(document: Document, policy: str) -> tuple[Diagnostic, ...]:
    """Return what is to be said about the rights in a document.

    :param policy: ``warn``, ``block`` (all rights reserved is an error, which fails the document,
        unless the front matter records what allows the editions) or ``allow`` (nothing is said).
    """
    if policy == "allow":
        return ()
    first = reserved(document, policy)
    told = {diagnostic.line for diagnostic in first}
    others = third_party_notices(document)
    return (*first, *(notice for notice in others if notice.line not in told))
