"""The catalogs of a project as the commands need them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plainlang.cli.catalog_texts import Text, Texts, missing
from plainlang.cli.settings import check_languages
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.exceptions import PlainlangError, UsageError

if TYPE_CHECKING:
    from plainlang.catalogs.base import Catalog, Message
    from plainlang.catalogs.checks import CatalogFinding, Term
    from plainlang.cli.console import Console
    from plainlang.glossary.base import GlossaryEntry


@dataclass(frozen=True, slots=True)
class Opened:
    """A catalog that was read, and whose it is."""

    text: Text
    language: str
    path: Path
    catalog: Catalog


def with_sources(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the arguments that all of them have."""
    for decorate in (
        click.option("-v", "--verbose", is_flag=True, help="Show also what reading changed."),
        click.option("-q", "--quiet", is_flag=True, help="Show errors only."),
        click.option(
            "-l",
            "--language",
            "languages",
            multiple=True,
            metavar="TAG",
            help="Languages, repeated or with commas (default: every one that has catalogs).",
        ),
        click.argument("sources", nargs=-1, type=click.Path(allow_dash=True)),
    ):
        function = decorate(function)
    return function


def chosen_languages(values: Sequence[str], folder: str, *, new: bool = False) -> tuple[str, ...]:
    """Return the languages that were asked for, else those that have catalogs.

    :param new: whether a language without catalogs may be named.
    :raises UsageError: if one is not known, or there is none.
    """
    from plainlang.catalogs.layout import languages
    from plainlang.readers.metadata import canonical_tag

    named = tuple(
        dict.fromkeys(
            name if name == "all" else canonical_tag(name) for name in check_languages(values)
        )
    )
    there = tuple(languages(folder))
    if not named or "all" in named:
        if there or len(named) > 1:
            return tuple(dict.fromkeys((*there, *(name for name in named if name != "all"))))
        raise UsageError(
            f"there are no catalogs in {folder} yet",
            code=Code.CATALOG_MISSING,
            hint="Name the languages to translate into: plainlang catalog update -l es",
        )
    for name in named:
        if not new and name not in there:
            raise UsageError(
                f"there are no catalogs in “{name}”",
                code=Code.CATALOG_MISSING,
                file=folder,
                hint=f"Run: plainlang catalog update -l {name}"
                + (f" (there are: {', '.join(there)})" if there else ""),
            )
    return named


def pairs(texts: Sequence[Text], languages: Sequence[str]) -> Iterator[tuple[Text, str]]:
    """Return each text with each language but its own.

    :raises UsageError: if there is no such pair.
    """
    found = [(t, name) for name in languages for t in texts if name != t.language]
    if texts and not found:
        raise UsageError(
            "every document is in “" + "”, “".join(languages) + "” already",
            hint="Name another language.",
        )
    yield from found


def open_catalogs(
    texts: Sequence[Text], languages: Sequence[str], folder: str, console: Console
) -> tuple[list[Opened], bool]:
    """Read the catalogs; tell whether one could not be read or is not there (it is reported)."""
    from plainlang.catalogs.layout import catalog_path
    from plainlang.catalogs.po import read_po

    opened: list[Opened] = []
    failed = False
    for text, language in pairs(texts, languages):
        if not text.segments_for(language):
            continue
        path = catalog_path(folder, language, text.id)
        try:
            if path.exists():
                opened.append(Opened(text, language, path, read_po(path)))
                continue
            problem = missing(text, path, language)
        except PlainlangError as error:
            problem = error.diagnostic
        failed = True
        console.say(problem)
    return opened, failed


def reviews_path(folder: str, language: str) -> Path:
    """Return where the reviews of a language are."""
    from plainlang.catalogs.review import FILE_NAME

    return Path(folder, language, FILE_NAME)


class Findings:
    """Asks the checks, with the names and approved terms of each catalog.

    :param entries: the glossary's.
    """

    def __init__(self, entries: Sequence[GlossaryEntry], folder: str) -> None:
        self._entries, self._folder = entries, folder
        self._terms: dict[tuple[str, str], tuple[Term, ...]] = {}

    def of(self, opened: Opened, *, fuzzy: bool = False) -> tuple[CatalogFinding, ...]:
        """Return what the checks say of a catalog."""
        from plainlang.catalogs.checks import check_catalog

        return check_catalog(
            opened.catalog,
            opened.text.language,
            opened.language,
            names=opened.text.names,
            terms=self.terms(opened.text, opened.language),
            fuzzy=fuzzy,
        )

    def terms(self, text: Text, language: str) -> tuple[Term, ...]:
        """Return the approved terms that stand in a text. The definitions have none."""
        from plainlang.catalogs.layout import GLOSSARY

        if text.id == GLOSSARY:
            return ()
        key = text.language, language
        if key not in self._terms:
            self._terms[key] = agreed_terms(
                self._entries, *key, _glossary_messages(self._folder, language)
            )
        whole = "\n".join(segment.text for segment in text.segments).casefold()
        return tuple(term for term in self._terms[key] if term.source.casefold() in whole)


def agreed_terms(
    entries: Sequence[GlossaryEntry],
    source_language: str,
    language: str,
    translations: Mapping[tuple[str | None, str], str],
) -> tuple[Term, ...]:
    """Return the terms that the glossary has in both languages, each with its other forms.

    :param translations: msgstr by (context, msgid) of the definitions' catalog: a term that
        was translated there is agreed too.
    """
    from plainlang.catalogs.checks import Term
    from plainlang.catalogs.text_form_plain import write_plain
    from plainlang.glossary_catalog import context_of

    theirs: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        if entry.language == language:
            theirs.setdefault((entry.dictionary, entry.id), []).extend(
                (entry.term, *entry.variants)
            )
    found: dict[str, list[str]] = {}
    for entry in entries:
        if entry.language != source_language or not entry.term.strip():
            continue
        translated = translations.get((context_of(entry), write_plain(entry.term)), "")
        approved = theirs.get((entry.dictionary, entry.id), []) or [translated]
        found.setdefault(entry.term, []).extend(word for word in approved if word.strip())
    return tuple(
        Term(source, tuple(dict.fromkeys(approved)))
        for source, approved in found.items()
        if approved
    )


def _glossary_messages(folder: str, language: str) -> dict[tuple[str | None, str], str]:
    from plainlang.catalogs.layout import glossary_path
    from plainlang.catalogs.po import read_po

    path = glossary_path(folder, language)
    if not path.exists():
        return {}
    try:
        messages = read_po(path).messages
    except PlainlangError:
        return {}  # reported where the catalog itself is opened
    return {message.key: message.msgstr for message in messages if message.translated}


def outdated(opened: Opened) -> Diagnostic | None:
    """Return a warning where source and catalog do not hold the same texts."""
    wanted = {(s.context or None, s.text) for s in opened.text.segments_for(opened.language)}
    there = {(m.context or None, m.msgid) for m in opened.catalog.messages if not m.obsolete}
    new, gone = len(wanted - there), len(there - wanted)
    if not new and not gone:
        return None
    return Diagnostic(
        Code.CATALOG_OUTDATED,
        Severity.WARNING,
        f"{opened.text.source} has {count(new, 'text')} that the catalog lacks, "
        f"and no longer has {gone}",
        str(opened.path),
        hint="Run: plainlang catalog update",
    )


def orphans(read: Texts, languages: Sequence[str], folder: str) -> list[Diagnostic]:
    """Return a warning for each catalog that belongs to no document.

    :param read: everything that the project has; nothing is said where some could not be read.
    """
    if read.failed:
        return []
    known = {text.id for text in read.texts}
    return [
        Diagnostic(
            Code.CATALOG_OUTDATED,
            Severity.WARNING,
            f"no source has the id “{path.stem}”",
            str(path),
            hint="Its translations fill other documents. Give it the name of the document's new "
            "id, or remove it.",
        )
        for language in languages
        for path in sorted(Path(folder, language).glob("*.po"))
        if path.stem not in known
    ]


def count(number: int, noun: str) -> str:
    """Return ``1 text``, ``2 texts``."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def waiting(console: Console) -> None:
    """Say why nothing happens."""
    console.write("Another command works on the catalogs; waiting for it.")


def entry_words(message: Message, longest: int = 60) -> str:
    """Return enough of an entry's source text to tell it by."""
    words = " ".join(message.msgid.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
