"""One file per checker. A checker reads a finished file and returns findings; it never stops."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from io import BytesIO

from plainlang.document import Document
from plainlang.validators.base import Finding
from plainlang.validators.completeness import check_completeness, check_shape

__all__ = ["Finding", "check_edition"]

Turn = AbstractContextManager[object]


def check_edition(
    kind: str,
    data: bytes,
    document: Document,
    shaped: Document | None,
    minimum_size: float | None,
    turn: Turn | None = None,
) -> tuple[Finding, ...]:
    """Run every checker for one kind of file, and read the file back.

    The checkers of a kind are imported when a file of that kind is first checked.

    :param kind: ``pdf``, ``epub`` or ``html``.
    :param document: the assembled document that the file was written from.
    :param shaped: the same in the shape that the writer gave it, where it did so.
    :param minimum_size: no text of a PDF may be smaller, in points; ``None`` sets no limit.
    :param turn: what a check that takes much memory waits for.
    """
    kept = check_shape(document, shaped) if shaped is not None else ()
    turn = turn or nullcontext()
    return (*kept, *_CHECKS[kind](data, shaped or document, minimum_size, turn))


def _html(data: bytes, document: Document, size: float | None, turn: Turn) -> tuple[Finding, ...]:
    from plainlang.validators.html_text import read_html
    from plainlang.validators.markup import check_html

    return (*check_html(data), *check_completeness(document, read_html(data)))


def _epub(data: bytes, document: Document, size: float | None, turn: Turn) -> tuple[Finding, ...]:
    from plainlang.validators.epub_text import read_epub
    from plainlang.validators.markup import check_epub

    return (*check_epub(data), *check_completeness(document, read_epub(data)))


def _pdf(
    data: bytes, document: Document, minimum_size: float | None, turn: Turn
) -> tuple[Finding, ...]:
    import pikepdf

    from plainlang.validators.page import check_page
    from plainlang.validators.pdf_content import runs
    from plainlang.validators.pdf_text import in_reading_order, read_back
    from plainlang.validators.structure import compare_tags
    from plainlang.validators.text_size import small_text

    # The file is opened and its pages are read once for all checks of plainlang's own.
    with pikepdf.open(BytesIO(data)) as pdf:
        shown = tuple(runs(pdf))
        tags = compare_tags(pdf, document.blocks)
        back = read_back(in_reading_order(pdf, shown))
    sizes = small_text(shown, minimum_size) if minimum_size is not None else ()
    lost = check_completeness(document, back)
    del pdf, shown, back
    # Last, when the memory of the others is free: it takes the most.
    with turn:
        page = check_page(data)
    return (*page, *tags, *sizes, *lost)


def checkers(kind: str) -> tuple[tuple[str, str], ...]:
    """Return name and version of every checker that :func:`check_edition` runs for a kind."""
    import importlib.metadata

    from plainlang import __version__

    own = {
        "html": ("plainlang.markup", "plainlang.completeness"),
        "epub": ("plainlang.markup", "plainlang.completeness"),
        "pdf": ("plainlang.structure", "plainlang.text-size", "plainlang.completeness"),
    }
    outside = ("page-validation",) if kind == "pdf" else ()
    return (
        *((name, importlib.metadata.version(name)) for name in outside),
        *((name, __version__) for name in own[kind]),
    )


_CHECKS = {"html": _html, "epub": _epub, "pdf": _pdf}
