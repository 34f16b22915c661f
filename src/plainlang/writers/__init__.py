"""One file per format. The modules are imported when a format is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plainlang.writers.base import EditionSettings, PrintProfile, Writer, Written

__all__ = ["FORMATS", "EditionSettings", "Format", "PrintProfile", "Writer", "Written"]


def _epub() -> Writer:
    from plainlang.writers.epub import write_epub

    return write_epub


def _html() -> Writer:
    from plainlang.writers.html import write_html

    return write_html


def _pdf() -> Writer:
    from plainlang.writers.pdf import write_pdf

    return write_pdf


def _profile(name: str) -> Callable[[], PrintProfile]:
    def load() -> PrintProfile:
        from plainlang.writers.profiles import PROFILES

        return PROFILES[name]

    return load


@dataclass(frozen=True, slots=True)
class Format:
    """One format of editions.

    :param load: imports and returns the writer.
    :param profile: imports and returns the print measures; ``None`` for formats that reflow.
    :param checker: the group of checkers that read its files.
    """

    name: str
    suffix: str
    load: Callable[[], Writer]
    profile: Callable[[], PrintProfile] | None
    checker: str


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("epub", ".epub", _epub, None, "epub"),
        Format("pdf", ".pdf", _pdf, _profile("pdf"), "pdf"),
        Format("large-print", ".large-print.pdf", _pdf, _profile("large-print"), "pdf"),
        Format("giant-print", ".giant-print.pdf", _pdf, _profile("giant-print"), "pdf"),
        Format("html", ".html", _html, None, "html"),
    )
}
