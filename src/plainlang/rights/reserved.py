"""Where a source reserves all rights."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields

from plainlang.ast import line_of, stringify
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document

#: The customary words of a reservation, in the languages of the corpus.
_RESERVED = re.compile(
    r"all\s+rights\s+reserved|todos\s+los\s+derechos\s+reservados|tous\s+droits\s+réservés"
    r"|alle\s+rechte\s+vorbehalten",
    re.IGNORECASE,
)
#: Fields that every edition shows.
_PRINTED = (
    "title",
    "authors",
    "source",
    "citation",
    "version",
    "licence",
    "rights",
    "rights_basis",
    "notice",
)
#: Front matter keys of the fields whose name is not their only key.
_KEYS = {
    "rights": ("rights", "copyright"),
    "rights_basis": ("rights-basis", "rightsBasis", "rights_basis"),
    "licence": ("license", "licence"),
    "authors": ("authors", "author"),
    "source": ("source", "publisher"),
    "description": ("description", "meta-description"),
    "tags": ("tags", "keywords"),
}


def reserved(document: Document, policy: str) -> tuple[Diagnostic, ...]:
    """Return a diagnostic where the document reserves all rights.

    With a recorded basis (``rights-basis``) the document is let through; the diagnostic names
    the basis. Where the policy blocks, that stays a warning: somebody should look at each
    exception.

    :param policy: ``warn`` or ``block`` (an error, which fails the document).
    """
    places = _places(document)
    if not places:
        return ()
    basis = document.metadata.rights_basis
    blocked = policy == "block"
    message = "the source reserves all rights"
    hint = "Ask the owner before you hand it out, and write what allows it under `rights-basis:`. "
    if basis:
        severity = Severity.WARNING if blocked else Severity.INFO
        message += f"; its front matter names what allows these editions: {basis}"
        hint = "Check that this basis covers every edition and everyone who will get it. "
    else:
        severity = Severity.ERROR if blocked else Severity.WARNING
        message += "; `rights` is set to block" if blocked else ""
    return (
        Diagnostic(
            Code.RIGHTS_RESERVED,
            severity,
            message,
            document.provenance.source,
            next((place for place in places if place is not None), None),
            hint + _where(document),
        ),
    )


def _where(document: Document) -> str:
    """Say whether an edition shows the notice: not every key of a front matter is printed."""
    shown = [getattr(document.metadata, name) for name in _PRINTED]
    if _reserves(shown) or any(_RESERVED.search(stringify(block)) for block in document.blocks):
        return "The notice stands in every edition."
    return "No edition shows the notice where it stands now: write it under `rights:`."


def _places(document: Document) -> list[int | None]:
    """Return the line of each reservation, those in the front matter first."""
    metadata = document.metadata
    stated: list[int | None] = []
    for field in fields(metadata):
        value = getattr(metadata, field.name)
        if field.name not in {"lines", "extra"} and _reserves(value):
            keys = _KEYS.get(field.name, (field.name,))
            stated.append(next((metadata.lines[k] for k in keys if k in metadata.lines), None))
    stated += [metadata.lines.get(key) for key, value in metadata.extra.items() if _reserves(value)]
    in_text = [line_of(block) for block in document.blocks if _RESERVED.search(stringify(block))]
    return [*stated, *in_text]


def _reserves(value: object) -> bool:
    return any(_RESERVED.search(text) for text in _texts(value))


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a value of YAML, which may hold itself (an alias of a parent)."""
    seen: set[int] = set()
    stack = [value]
    while stack:
        current = stack.pop()
        if isinstance(current, str):
            yield current
        elif isinstance(current, (Mapping, list, tuple, set)) and id(current) not in seen:
            seen.add(id(current))
            if isinstance(current, Mapping):
                stack.extend(current.keys())
                stack.extend(current.values())
            else:
                stack.extend(current)
