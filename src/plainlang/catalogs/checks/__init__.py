"""What can be told of a translation without knowing what it says: each check is one file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plainlang.catalogs.base import Catalog, Message
from plainlang.catalogs.checks import (
    address,
    bidirectional,
    comparator,
    end_punctuation,
    forbidden_term,
    length,
    markup_check,
    name,
    negation,
    number,
    placeholder,
    term,
    unchanged,
    unit,
    whitespace,
)
from plainlang.catalogs.checks.base import ERROR, WARNING, CatalogFinding, Check, Pair, Term

__all__ = [
    "CHECKS",
    "ERROR",
    "WARNING",
    "CatalogFinding",
    "Check",
    "Pair",
    "Term",
    "check_catalog",
    "check_pair",
]

#: Every check in the order in which its findings are told: errors first.
CHECKS: tuple[Check, ...] = (
    markup_check.CHECK,
    placeholder.CHECK,
    number.CHECK,
    unit.CHECK,
    comparator.CHECK,
    address.CHECK,
    name.CHECK,
    forbidden_term.CHECK,
    negation.CHECK,
    term.CHECK,
    length.CHECK,
    end_punctuation.CHECK,
    unchanged.CHECK,
    bidirectional.CHECK,
    whitespace.CHECK,
)

#: Contexts whose texts are addresses and not language: another one per language is the purpose.
_ADDRESSES = frozenset({"link"})

#: How a translator says that a finding is wrong. A comment survives every tool; a flag does not.
_ACCEPT = re.compile(r"\bplainlang: accept ((?:[a-z-]+[ ,]*)+)")


def check_catalog(
    catalog: Catalog,
    source_language: str,
    language: str,
    *,
    names: Sequence[str] = (),
    terms: Sequence[Term] = (),
    fuzzy: bool = False,
) -> tuple[CatalogFinding, ...]:
    """Return what the checks say of the translations of a catalog, in the order of the file.

    Only what may be published is checked: the header, obsolete and untranslated entries are
    not, and fuzzy ones only where ``fuzzy`` asks for it. Entries with the context ``link`` hold
    an address per language and are left out. A check that the translator's comment accepts is
    left out for that entry: ``# plainlang: accept number, length``.

    :param source_language: BCP 47 tag of the ``msgid``.
    :param language: BCP 47 tag of the ``msgstr``.
    :param names: names that stay as they are in every language (brands, organisations).
    :param terms: terms whose translation is agreed.
    """
    protected, agreed = tuple(names), tuple(terms)
    found: list[CatalogFinding] = []
    for message in catalog.messages:
        if not _checked(message, fuzzy=fuzzy):
            continue
        accepted = _accepted(message)
        for check, sentence in _findings(message, source_language, language, protected, agreed):
            if check.name in accepted:
                continue
            found.append(
                CatalogFinding(
                    check=check.name,
                    severity=check.severity,
                    message=sentence,
                    file=catalog.path,
                    line=message.msgstr_line,
                    context=message.context,
                    msgid=message.msgid,
                )
            )
    return tuple(found)


def check_pair(pair: Pair) -> tuple[tuple[Check, str], ...]:
    """Return what every check says of one source text and its translation."""
    return tuple((check, sentence) for check in CHECKS for sentence in check.find(pair))


def _accepted(message: Message) -> frozenset[str]:
    """Return the names of the checks that a person has looked at and found to be wrong here."""
    return frozenset(
        name
        for comment in message.comments
        for found in _ACCEPT.finditer(comment)
        for name in re.split(r"[\s,]+", found[1].strip())
    )


def _checked(message: Message, *, fuzzy: bool) -> bool:
    if not message.msgid or message.obsolete or message.context in _ADDRESSES:
        return False
    if message.fuzzy:
        return fuzzy and bool(message.msgstr or any(message.plurals))
    return message.translated


def _findings(
    message: Message,
    source_language: str,
    language: str,
    names: tuple[str, ...],
    terms: tuple[Term, ...],
) -> Iterator[tuple[Check, str]]:
    def findings(source: str, text: str) -> tuple[tuple[Check, str], ...]:
        return check_pair(Pair(source, text, source_language, language, names, terms))

    if message.plural is None:
        yield from findings(message.msgid, message.msgstr)
        return
    # A form of a plural is right where it is right for the singular or for the plural.
    for number_, text in enumerate(message.plurals):
        single, several = findings(message.msgid, text), findings(message.plural, text)
        for check, sentence in min(single, several, key=len):
            yield check, f"Form {number_}: {sentence}"
