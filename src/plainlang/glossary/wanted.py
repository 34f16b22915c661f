"""What of the glossary a build wants, small enough to send to another process."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from plainlang.ast import Element, has_class, stringify, structures, transform
from plainlang.config import GlossaryConfig, GlossaryLink
from plainlang.diagnostics import Diagnostic
from plainlang.document import Document
from plainlang.glossary.base import GlossaryEntry, Reference
from plainlang.glossary.expand import expand
from plainlang.glossary.expansion import ENTRY_ATTRIBUTE, TERM_CLASS, Expanded, ExpansionSettings
from plainlang.glossary.inflection import base_forms
from plainlang.glossary.resolvers import resolve, resolvers_for
from plainlang.glossary.store import Glossary
from plainlang.locales import Words


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the terms of a document are explained, and with which glossary.

    :param digest: of the glossary's files, so that an edition made with other ones is not true
        any more, and a process that lives on loads them again.
    """

    folder: str
    digest: str
    modes: frozenset[str]
    unlinked: bool
    max_inline_words: int
    audience: str
    links: tuple[GlossaryLink, ...] = field(default=())

    def facts(self) -> list[object]:
        """Return what decides how an edition comes out."""
        links = [[link.prefix, link.dictionary, link.by] for link in self.links]
        settings = [sorted(self.modes), self.unlinked, self.max_inline_words, self.audience]
        return [self.digest, *settings, links]


def wanted_glossary(config: GlossaryConfig) -> Wanted | None:
    """Return what ``config`` wants; ``None`` where nothing is to be explained."""
    if not config.expand:
        return None
    return Wanted(
        folder=config.folder,
        digest=digest_of(Path(config.folder)),
        modes=frozenset(config.expand),
        unlinked=config.unlinked,
        max_inline_words=config.max_inline_words,
        audience=config.audience,
        links=tuple(config.links),
    )


def digest_of(folder: Path) -> str:
    """Return a digest of the names and bytes of the files of a glossary."""
    digest = hashlib.sha256()
    for path in _files(folder):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def explain_terms(
    document: Document,
    settings: Wanted,
    words: Words,
    translated: tuple[GlossaryEntry, ...] = (),
) -> Expanded:
    """Return ``document`` with its terms explained.

    :param translated: entries beside those of the glossary's files.

    What is wrong with the glossary's own files is said where they are loaded for a build, not
    here once for every document.
    """
    glossary = glossary_of(settings)
    if translated:
        glossary = Glossary((*glossary.entries, *translated))
    resolvers = resolvers_for(settings.links)
    return expand(
        document,
        glossary,
        ExpansionSettings(
            lambda url: resolve(url, resolvers),
            settings.modes,
            settings.unlinked,
            settings.max_inline_words,
            settings.audience,
        ),
        words,
    )


def marked_terms(document: Document, settings: Wanted) -> dict[str, bool]:
    """Return the terms that ``document`` links or marks, as it writes them.

    True where the glossary has an entry, in whatever language.
    """
    glossary = glossary_of(settings)
    resolvers = resolvers_for(settings.links)
    found: dict[str, bool] = {}
    for element in structures(document.blocks):
        if element["t"] == "Link":
            reference = resolve(element["c"][2][0], resolvers)
        elif element["t"] == "Span" and has_class(element, TERM_CLASS):
            reference = Reference("", "", "term")
        else:
            continue
        shown = " ".join(stringify(element["c"][1], notes=False).split())
        if reference is None or not shown:
            continue
        if reference.by == "term":
            known = glossary.by_term(shown, document.language) is not None
        else:
            known = glossary.find(reference, document.language).entry is not None
        found[shown] = found.get(shown, False) or known
    return found


def with_named_terms(document: Document, settings: Wanted) -> Document:
    """Return ``document`` with the entry of each author's mark named at the mark.

    A translation has another word there, which no glossary may know.
    """
    glossary = glossary_of(settings)

    def visit(element: Element) -> Element:
        if element["t"] != "Span" or not has_class(element, TERM_CLASS):
            return element
        (identifier, classes, pairs), content = element["c"]
        shown = " ".join(stringify(content, notes=False).split())
        for form in base_forms(shown, document.language):
            entry = glossary.by_term(form, document.language)
            if entry is not None:
                named = [*pairs, [ENTRY_ATTRIBUTE, f"{entry.dictionary}:{entry.id}"]]
                return {**element, "c": [[identifier, classes, named], content]}
        return element

    return replace(document, blocks=tuple(transform(document.blocks, visit)))


def glossary_of(settings: Wanted) -> Glossary:
    """Return the glossary, loaded once as long as its files stay the same."""
    return _loaded(settings.folder, settings.digest)[0]


def problems_of(settings: Wanted) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the glossary's files, to be said once for a whole build."""
    return _loaded(settings.folder, settings.digest)[1]


@lru_cache(maxsize=2)
def _loaded(folder: str, digest: str) -> tuple[Glossary, tuple[Diagnostic, ...]]:
    return Glossary.load(Path(folder))


def _files(folder: Path) -> Sequence[Path]:
    if not folder.is_dir():
        return ()
    return sorted(path for path in folder.iterdir() if path.suffix in {".jsonl", ".csv"})
