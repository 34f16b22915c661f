"""The languages that a document is wanted in, and the document in each of them."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document
from plainlang.glossary.wanted import explain_terms
from plainlang.intake import Job
from plainlang.languages import matches
from plainlang.locales import words_for


@dataclass(frozen=True, slots=True)
class Version:
    """A document in one language.

    :param document: in the language that its ``language`` says.
    :param notices: what its editions say of themselves (:mod:`plainlang.editions.notices`).
    :param inputs: path and SHA-256 of each file, beside the source, that it was made from.
    """

    document: Document
    notices: tuple[str, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def version_in(language: str, document: Document, job: Job) -> Version:
    """Return the document in one of its languages, with its terms explained there."""
    version = Version(document)
    if job.glossary is None:
        return version
    expanded = explain_terms(version.document, job.glossary, words_for(language))
    return replace(
        version,
        document=expanded.document,
        diagnostics=(*version.diagnostics, *expanded.diagnostics),
    )


def catalog_path(folder: str, language: str, document: str) -> Path:
    """Return where the catalog of a document (its id) for a language is kept."""
    return Path(folder) / language / f"{document}.po"


def catalog_languages(folder: str, document: str) -> tuple[str, ...]:
    """Return the tags of the languages that a document (its id) has a catalog for."""
    pattern = f"*/{glob.escape(document)}.po"
    return tuple(sorted(path.parent.name for path in Path(folder).glob(pattern)))


def wanted_languages(
    wanted: Sequence[str], own: str, catalogs: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the languages of the editions, and what was asked for and cannot be had.

    :param wanted: BCP 47 tags, each of which asks for its regional forms too, or ``all``; none
        asks for the document's own language.
    :param own: the document's language.
    :param catalogs: the languages that it can be translated into.
    """
    if not wanted:
        return (own,), ()
    there = (own, *(tag for tag in catalogs if tag != own))
    missing = tuple(tag for tag in wanted if not any(matches(tag, one) for one in there))
    return tuple(one for one in there if any(matches(tag, one) for tag in wanted)), missing


def untranslated(tag: str, document: Document) -> Diagnostic:
    """Return the error for a language that nothing translates a document into."""
    return Diagnostic(
        Code.TRANSLATION_MISSING,
        Severity.ERROR,
        f"there is no translation into {tag!r}; the document is in {document.language!r}",
        document.provenance.source,
        hint=f"Make a catalog for it: plainlang catalog update -l {tag}. Or leave out -l to build "
        "the document in its own language.",
    )
