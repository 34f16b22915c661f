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
from plainlang.glossary.expansion import GLOSS_CLASS, ExplainedTerm
from plainlang.glossary.lookup import same_language
from plainlang.glossary.wanted import explain_terms, glossary_of, marked_terms, with_named_terms
from plainlang.glossary_catalog import context_of, glossary_segments, translated_entries
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
    :param texts: of a translation: texts, those that are not translated, those that nobody has
        reviewed; ``None`` where the document is in its own language.
    """

    document: Document
    notices: tuple[str, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: tuple[int, int, int] | None = None


def version_in(language: str, document: Document, job: Job) -> Version:
    """Return the document in one of its languages, with its terms explained there.

    :raises PlainlangError: if its catalog cannot be read, or if the job wants a release and the
        translation is not ready for it.
    """
    if job.release and is_pseudo(language):
        raise _refused(language, document, "it is a pseudo-translation, for tests only")
    translated = _translated(language, document, job)
    version = Version(
        translated.document,
        _notices(translated),
        translated.inputs,
        (*translated.diagnostics, *_summary(language, translated, document)),
        _counts(translated),
    )
    if job.release and (translated.missing or translated.unreviewed):
        raise _refused(language, document, _state(translated))
    if job.glossary is None:
        return version
    translations = _definitions(language, document, job)
    expanded = explain_terms(
        version.document, job.glossary, words_for(language), translations.entries
    )
    notices = version.notices
    if language != document.language and not is_pseudo(language):
        foreign, unchecked = translations.open_points(expanded.terms, language)
        if job.release and (foreign or unchecked):
            raise _refused(
                language,
                document,
                _open_words(foreign, unchecked),
            )
        if unchecked:
            notices = tuple(dict.fromkeys((*notices, NOT_REVIEWED)))
            version = replace(
                version,
                diagnostics=(
                    *version.diagnostics,
                    _draft(language, _open_words(foreign, unchecked), document),
                ),
            )
    return replace(
        version,
        document=expanded.document,
        notices=notices,
        inputs=(*version.inputs, *translations.inputs),
        diagnostics=(*version.diagnostics, *expanded.diagnostics),
    )


@dataclass(frozen=True, slots=True)
class _Definitions:
    """The glossary's entries as its catalog for a language has them.

    :param reviewed: dictionary and id of those that a person has recorded as right.
    """

    entries: tuple[GlossaryEntry, ...] = ()
    reviewed: frozenset[tuple[str, str]] = frozenset()
    inputs: tuple[tuple[str, str], ...] = ()

    def open_points(
        self, terms: Sequence[ExplainedTerm], language: str
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return which of ``terms`` are explained in another language, and which by drafts.

        A definition of the glossary's own files in ``language`` is nobody's translation.
        """
        drafts = {(e.dictionary, e.id) for e in self.entries} - self.reviewed
        used = [term.entry for term in terms]
        foreign = tuple(e.term for e in used if not same_language(e.language, language))
        return foreign, tuple(e.term for e in used if (e.dictionary, e.id) in drafts)


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
    if job.glossary is not None:
        document = with_named_terms(document, job.glossary)
    if is_pseudo(language):
        return pseudo_translate(document, language)
    return translate(document, language, catalog_path(job.catalogs, language, document.id))


def _counts(translated: Translated) -> tuple[int, int, int] | None:
    if not translated.segments:
        return None
    return translated.segments, len(translated.missing), len(translated.unreviewed)


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


def _open_words(foreign: Sequence[str], unchecked: Sequence[str]) -> str:
    """Return which explanations from the glossary are in another language, or drafts."""
    parts = [
        f"{len(terms)} explanation{'' if len(terms) == 1 else 's'} from the glossary not {what} "
        f"(the first: “{terms[0]}”)"
        for terms, what in ((foreign, "translated"), (unchecked, "reviewed"))
        if terms
    ]
    return ", ".join(parts)


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


def _refused(language: str, document: Document, state: str) -> CheckError:
    return CheckError(
        f"the edition in {name(language, 'en')} is not ready for release: {state}",
        code=Code.RELEASE_REFUSED,
        file=document.provenance.source,
        hint=f"See `plainlang catalog check -l {language}`, translate what is missing, and record "
        f"reviews with `plainlang catalog review -l {language}`.",
    )


def _definitions(language: str, document: Document, job: Job) -> _Definitions:
    """Return the glossary's entries as they are translated, and the files that say so."""
    assert job.glossary is not None
    if language == document.language:
        return _Definitions()
    entries = [
        entry
        for entry in glossary_of(job.glossary).entries
        if matches(document.language, entry.language)
    ]
    segments = glossary_segments(entries)
    if is_pseudo(language):
        texts = {(s.context, s.text): pseudo(s.text, language) for s in segments}
        return _Definitions(translated_entries(entries, texts, language))
    path = glossary_path(job.catalogs, language)
    usable = usable_translations(path, segments, document.language, language)
    reviewed = {context for context, _ in usable.reviewed}
    drafts = {context for context, text in usable.texts if (context, text) not in usable.reviewed}
    return _Definitions(
        translated_entries(entries, usable.texts, language),
        frozenset(
            (entry.dictionary, entry.id)
            for entry in entries
            if context_of(entry) in reviewed - drafts
        ),
        usable.inputs,
    )


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
