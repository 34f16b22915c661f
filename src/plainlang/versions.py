"""The languages that a document is wanted in, and the document in each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plainlang.ast import Element, has_class, transform
from plainlang.catalogs.layout import catalog_path, glossary_path
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document
from plainlang.editions.notices import NOT_REVIEWED, PARTLY_TRANSLATED
from plainlang.exceptions import CheckError
from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.expansion import GLOSS_CLASS
from plainlang.glossary.wanted import explain_terms, glossary_of, marked_terms
from plainlang.glossary_catalog import glossary_segments, translated_entries
from plainlang.intake import Job
from plainlang.languages import matches, name
from plainlang.locales import words_for
from plainlang.pseudo import is_pseudo, pseudo
from plainlang.translation import (
    Translated,
    pseudo_translate,
    translate,
    usable_translations,
)


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
    """Return the document in one of its languages, with its terms explained there.

    :raises PlainlangError: if its catalog cannot be read, or if the job wants a release and the
        translation is not ready for it.
    """
    if job.release and is_pseudo(language):
        raise _refusal(language, "it is a pseudo-translation, for tests only", document)
    translated = _translated(language, document, job)
    version = Version(
        translated.document,
        _notices(translated),
        translated.inputs,
        (*translated.diagnostics, *_summary(language, translated, document)),
    )
    if job.release and (translated.missing or translated.unreviewed):
        raise _refusal(language, _state(translated), document)
    if job.glossary is None:
        return version
    more, unreviewed, inputs = _glossary_entries(language, document, job)
    expanded = explain_terms(version.document, job.glossary, words_for(language), more)
    drafts = [term.entry.term for term in expanded.terms if term.entry in unreviewed]
    if job.release and drafts:
        raise _refusal(language, _draft_words(drafts), document)
    notices = version.notices
    diagnostics = (*version.diagnostics, *expanded.diagnostics)
    if drafts:
        notices = tuple(dict.fromkeys((*notices, NOT_REVIEWED)))
        diagnostics = (*diagnostics, _draft(language, _draft_words(drafts), document))
    return replace(
        version,
        document=expanded.document,
        notices=notices,
        inputs=(*version.inputs, *inputs),
        diagnostics=diagnostics,
    )


def explained_source(
    document: Document, job: Job
) -> tuple[Document | None, dict[str, bool] | None]:
    """Return the document as its readers read it with explanations, and its marked terms.

    ``None`` where the job wants no explanations, or where there is nothing to explain.
    """
    if job.glossary is None:
        return None, None
    expanded = explain_terms(document, job.glossary, words_for(document.language))
    if expanded.document is document or not expanded.terms:
        return None, marked_terms(document, job.glossary)
    return _with_glosses(expanded.document), marked_terms(document, job.glossary)


def _with_glosses(document: Document) -> Document:
    """Return an explained document whose explanations in the text are text like any other."""

    def visit(element: Element) -> Element | list[Element]:
        if element["t"] == "Span" and has_class(element, GLOSS_CLASS):
            inner: list[Element] = element["c"][1]
            return inner
        return element

    return replace(document, blocks=tuple(transform(document.blocks, visit)))


def _translated(language: str, document: Document, job: Job) -> Translated:
    if language == document.language:
        return Translated(document)
    if is_pseudo(language):
        return pseudo_translate(document, language)
    return translate(document, language, catalog_path(job.catalogs, language, document.id))


def _notices(translated: Translated) -> tuple[str, ...]:
    found = (PARTLY_TRANSLATED,) if translated.missing else ()
    return (*found, NOT_REVIEWED) if translated.unreviewed else found


def _summary(language: str, translated: Translated, document: Document) -> tuple[Diagnostic, ...]:
    state = _state(translated)
    return (_draft(language, state, document),) if state else ()


def _draft(language: str, state: str, document: Document) -> Diagnostic:
    return Diagnostic(
        Code.TRANSLATION_INCOMPLETE,
        Severity.WARNING,
        f"the translation into {name(language, 'en')} is a draft: {state}",
        document.provenance.source,
        hint="The editions say so. `plainlang catalog status` counts what is left to do.",
    )


def _draft_words(terms: Sequence[str]) -> str:
    number = f"{len(terms)} explanation{'' if len(terms) == 1 else 's'}"
    return f"{number} from the glossary not reviewed (the first: “{terms[0]}”)"


def _state(translated: Translated) -> str:
    """Return what is left to do, in words; empty where there is nothing."""
    parts = []
    if translated.missing:
        first = translated.missing[0].text
        shown = first if len(first) <= 60 else first[:59] + "…"
        parts.append(f"{_texts(len(translated.missing))} not translated (the first: “{shown}”)")
    if translated.unreviewed:
        parts.append(f"{_texts(len(translated.unreviewed))} not reviewed")
    return ", ".join(parts)


def _texts(number: int) -> str:
    return f"{number} text{'' if number == 1 else 's'}"


def _refusal(language: str, reason: str, document: Document) -> CheckError:
    return CheckError(
        f"the edition in {name(language, 'en')} is not ready for release: {reason}",
        code=Code.RELEASE_REFUSED,
        file=document.provenance.source,
        hint=f"See `plainlang catalog check -l {language}`, translate what is missing, and record "
        f"reviews with `plainlang catalog review -l {language}`.",
    )


def _glossary_entries(
    language: str, document: Document, job: Job
) -> tuple[tuple[GlossaryEntry, ...], frozenset[GlossaryEntry], tuple[tuple[str, str], ...]]:
    """Return the glossary's translated entries, those not reviewed, and the files that say so."""
    assert job.glossary is not None
    if language == document.language:
        return (), frozenset(), ()
    entries = [
        entry
        for entry in glossary_of(job.glossary).entries
        if matches(document.language, entry.language)
    ]
    segments = glossary_segments(entries)
    if is_pseudo(language):
        texts = {(s.context, s.text): pseudo(s.text, language) for s in segments}
        return translated_entries(entries, texts, language), frozenset(), ()
    path = glossary_path(job.catalogs, language)
    usable = usable_translations(path, segments, document.language, language)
    right = {key: text for key, text in usable.texts.items() if key in usable.reviewed}
    found = translated_entries(entries, usable.texts, language)
    drafts = frozenset(found) - frozenset(translated_entries(entries, right, language))
    return found, drafts, usable.inputs


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
    asked = [tag for tag in wanted if is_pseudo(tag)]
    there = (own, *(tag for tag in (*catalogs, *asked) if tag != own))
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
