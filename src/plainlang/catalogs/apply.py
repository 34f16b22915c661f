"""A document and the translations of its segments to the document in another language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from plainlang.catalogs.base import Segment
from plainlang.catalogs.extract_metadata import FIELDS, metadata_segments
from plainlang.catalogs.extract_offer import has_words
from plainlang.catalogs.extract_walk import Texts, Walk
from plainlang.catalogs.text_form import TextFormError, Written, parse
from plainlang.catalogs.text_form_plain import read_plain
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document, Inline

#: Context and msgid; the context is empty where an entry has none.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a document.

    :param untranslated: the segments that show the source, in reading order, each once.
    :param diagnostics: a ``translation-markup`` error for each translation that could not be
        used; its segment is among ``untranslated``.
    """

    document: Document
    untranslated: tuple[Segment, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def apply(
    document: Document,
    translations: Mapping[Key, str],
    language: str,
    places: Mapping[Key, tuple[str, int]] | None = None,
) -> Applied:
    """Return ``document`` in ``language``.

    A segment without a translation, or with one whose markup does not fit, shows the source
    with the class ``untranslated``, its ``lang`` and its ``dir``; nothing is half translated.
    Identifiers, attributes and targets are the source's.

    :param translations: msgstr by (context, msgid); only those that may be used: a fuzzy one is
        not handed in. An empty one is none.
    :param language: BCP 47 tag.
    :param places: file and 1-based line of the entries, for messages.
    """
    used = _Used(document.provenance.source, translations, places or {})
    metadata = document.metadata
    found = {segment.context: segment for segment in metadata_segments(metadata)}
    values: dict[str, Any] = {}
    kept: dict[str, str] = {}
    for name in FIELDS:
        segment = found.get(name)
        if segment is None or not has_words(segment.text):
            continue
        new = used.replace(segment, lambda text: parse(text, Written("")))
        if new is not None:
            values[name] = read_plain(new)
        elif language != document.language:
            kept[name] = document.language
    if metadata.pronunciation and language != document.language:
        kept["pronunciation"] = document.language  # sounds as readers of the source write them
    walk = Walk(Texts(lambda segment: None, used.replace), document.language, language)
    blocks = walk.blocks(document.blocks)
    languages = {**metadata.languages, **kept}
    translated = replace(
        document,
        language=language,
        metadata=replace(metadata, languages=languages, **values),
        blocks=tuple(blocks),
    )
    return Applied(translated, tuple(used.missing.values()), tuple(used.problems.values()))


@dataclass(slots=True)
class _Used:
    source: str
    translations: Mapping[Key, str]
    places: Mapping[Key, tuple[str, int]]
    missing: dict[Key, Segment] = field(default_factory=dict)
    problems: dict[Key, Diagnostic] = field(default_factory=dict)

    def replace(
        self, segment: Segment, parse: Callable[[str], list[Inline]]
    ) -> list[Inline] | None:
        key = segment.context, segment.text
        translation = self.translations.get(key, "")
        if translation.strip():
            try:
                return parse(translation)
            except TextFormError as error:
                self.problems.setdefault(key, self._problem(segment, error))
        self.missing.setdefault(key, segment)
        return None

    def _problem(self, segment: Segment, error: TextFormError) -> Diagnostic:
        file, line = self.places.get((segment.context, segment.text), (self.source, segment.line))
        text = segment.text if len(segment.text) <= 60 else segment.text[:59] + "…"
        entry = f"{text!r} ({segment.context})" if segment.context else repr(text)
        return Diagnostic(
            Code.TRANSLATION_MARKUP,
            Severity.ERROR,
            f"the translation of {entry} is not used: {error}",
            file,
            line,
            error.hint,
        )
