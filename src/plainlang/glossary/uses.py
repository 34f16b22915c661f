"""Which terms a document links to or marks, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plainlang.ast import has_class, stringify, structures
from plainlang.document import Document
from plainlang.glossary.base import Reference
from plainlang.glossary.expansion import TERM_CLASS, Terms
from plainlang.glossary.inflection import base_forms


@dataclass(frozen=True, slots=True)
class TermUse:
    """One place where a document links to a term or marks it.

    :param shown: the words of the link or the mark.
    :param line: 1-based line of the source; ``None`` where it is not known.
    """

    reference: Reference
    shown: str
    line: int | None


def uses_of(
    document: Document, resolve: Callable[[str], Reference | None], glossary: Terms
) -> Iterator[TermUse]:
    """Yield the linked and marked terms of ``document`` in reading order.

    :param glossary: tells in which form an inflected mark is known; a mark that no form of it is
        known for is yielded as it stands.
    """
    line: int | None = None
    for element in structures(document.blocks):
        line = element.get("line", line)
        if element["t"] == "Link":
            reference = resolve(element["c"][2][0])
            shown = _words(element["c"][1])
        elif element["t"] == "Span" and has_class(element, TERM_CLASS):
            shown = _words(element["c"][1])
            reference = _marked(shown, document.language, glossary)
        else:
            continue
        if reference is not None:
            yield TermUse(reference, shown, line)


def _words(inlines: object) -> str:
    return " ".join(stringify(inlines, notes=False).split())


def _marked(shown: str, language: str, glossary: Terms) -> Reference:
    for form in base_forms(shown, language):
        reference = Reference("", form, "term")
        if glossary.find(reference, language).entry is not None:
            return reference
    return Reference("", shown, "term")
