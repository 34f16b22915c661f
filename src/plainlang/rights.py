"""Rights notices: never dropped, and reported where they reserve all rights."""

from __future__ import annotations

import re

from plainlang.ast import line_of, stringify
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document

#: The customary words of a reservation, in the languages of the corpus.
_RESERVED = re.compile(
    r"all rights reserved|todos los derechos reservados|tous droits réservés"
    r"|alle rechte vorbehalten",
    re.IGNORECASE,
)


def check_rights(document: Document, policy: str) -> tuple[Diagnostic, ...]:
    """Return a diagnostic where the document reserves all rights.

    :param policy: ``warn``, ``block`` (an error, which fails the document) or ``allow``.
    """
    if policy == "allow":
        return ()
    places = _places(document)
    if not places:
        return ()
    blocked = policy == "block"
    return (
        Diagnostic(
            Code.RIGHTS_RESERVED,
            Severity.ERROR if blocked else Severity.WARNING,
            "the source reserves all rights" + ("; `rights` is set to block" if blocked else ""),
            document.provenance.source,
            places[0],
            "Ask the owner before you hand it out. The notice stands in every edition.",
        ),
    )


def _places(document: Document) -> list[int | None]:
    """Return the line of each reservation, those in the front matter first."""
    metadata = document.metadata
    stated = [
        metadata.lines[key]
        for key, value in (
            ("rights", metadata.rights),
            ("copyright", metadata.rights),
            ("license", metadata.licence),
            ("licence", metadata.licence),
        )
        if key in metadata.lines and _RESERVED.search(value)
    ]
    in_text = [line_of(block) for block in document.blocks if _RESERVED.search(stringify(block))]
    return [*stated, *in_text]
