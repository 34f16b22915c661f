"""What every writer takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from plainlang.diagnostics import Diagnostic
from plainlang.document import Document
from plainlang.engines import Engines


@dataclass(frozen=True, slots=True)
class PrintProfile:
    """The measures of one print format. All sizes in points unless said otherwise.

    :param size: body type; footnotes, captions and page numbers have it too where ``uniform``.
    :param heading_sizes: multiples of ``size`` for levels 1, 2, 3 and deeper.
    :param leading: distance between the lines, in em, beyond the font's own height.
    :param paragraph_spacing: space between paragraphs, in em.
    :param margin: page margin, as a Typst length.
    :param paper: a paper name that Typst knows.
    :param uniform: nothing is set smaller than ``size`` (large print).
    :param source: the guideline that the measures come from.
    """

    name: str
    size: float
    heading_sizes: tuple[float, float, float, float]
    leading: float
    paragraph_spacing: float
    margin: str
    paper: str
    uniform: bool
    source: str


@dataclass(frozen=True, slots=True)
class EditionSettings:
    """What a writer needs to know besides the document.

    :param translate: gives the words that plainlang itself puts into an edition, in the
        edition's language (gettext: the English text is the key).
    :param words_language: BCP 47 tag of what ``translate`` returns; it differs from the
        edition's language where there is no catalog for that, and is then marked.
    :param direction: ``ltr`` or ``rtl``.
    :param profile: the print measures; ``None`` for formats that reflow.
    """

    translate: Callable[[str], str]
    words_language: str
    direction: str = "ltr"
    profile: PrintProfile | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A finished file, not yet on disk, and what is to be said about it.

    :param shaped: the document as it stands in the file, where the writer gave blocks another
        shape (a wide table on paper); the checkers compare the file with it.
    """

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
    shaped: Document | None = None


class Writer(Protocol):
    """Turns an assembled document (:mod:`plainlang.editions`) into the bytes of one edition."""

    def __call__(self, document: Document, settings: EditionSettings, engines: Engines) -> Written:
        """Return the file.

        :raises plainlang.exceptions.PlainlangError: if the document cannot be written.
        """
