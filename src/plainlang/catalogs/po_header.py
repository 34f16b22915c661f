"""The header of a catalog: what plainlang writes into it, and what it leaves as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from plainlang.catalogs.base import Catalog, Message
from plainlang.catalogs.text_form import TEXT_FORM
from plainlang.exceptions import CatalogError

_FORM = "X-Plainlang-Text-Form"


def fields(header: Message) -> dict[str, str]:
    """Return the fields of a header in their order."""
    rows = (row.partition(":") for row in header.msgstr.split("\n") if row.strip())
    return {name.strip(): value.strip() for name, _, value in rows}


def check_text_form(catalog: Catalog) -> None:
    """Refuse a catalog whose texts are in another version of the text form.

    :raises CatalogError: with what to do.
    """
    stated = fields(catalog.header).get(_FORM, str(TEXT_FORM))
    if stated != str(TEXT_FORM):
        raise CatalogError(
            f"the catalog is in version {stated} of the text form, and this plainlang reads "
            f"version {TEXT_FORM}",
            file=catalog.path or None,
            line=catalog.header.line or None,
            hint="Use the plainlang that wrote it. docs/reference/msgid.md names the versions.",
        )


def new_header(document: str, source_language: str, language: str, now: datetime) -> Message:
    """Return the header of a new catalog.

    :param document: the document's id.
    :param language: BCP 47 tag; empty for a template.
    """
    date = now.strftime("%Y-%m-%d %H:%M+0000")
    values = {
        "Project-Id-Version": document,
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": date,
        "PO-Revision-Date": date if language else "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "Automatically generated" if language else "FULL NAME <EMAIL@ADDRESS>",
        "Language-Team": "none" if language else "LANGUAGE <LL@li.org>",
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if language:
        values["Plural-Forms"] = _plural_forms(language)
    values["X-Source-Language"] = source_language
    values[_FORM] = str(TEXT_FORM)
    return Message("", _text(values), comments=(f"Texts of “{document}”.",))


def completed(header: Message, new: Message) -> Message:
    """Return ``header`` with the fields of ``new`` that it lacks, at its end.

    Values, order and unknown fields of a translator's header stay. A date is not touched here.
    """
    have = fields(header)
    lacking = {name: value for name, value in fields(new).items() if not have.get(name)}
    lacking = {name: value for name, value in lacking.items() if name in have or value}
    if not any(lacking.values()):
        return header
    return _with_fields(header, lacking)


def dated(header: Message, now: datetime) -> Message:
    """Return ``header`` with the present moment as its POT-Creation-Date."""
    return _with_fields(header, {"POT-Creation-Date": now.strftime("%Y-%m-%d %H:%M+0000")})


def _with_fields(header: Message, values: Mapping[str, str]) -> Message:
    """Return ``header`` with fields of these values; every other row stays as it is.

    A row that stands twice or is no field is a translator's too.
    """
    rows = header.msgstr.removesuffix("\n").split("\n") if header.msgstr else []
    left = dict(values)
    for number, row in enumerate(rows):
        name = row.partition(":")[0].strip()
        if ":" in row and name in left:
            rows[number] = f"{name}: {left.pop(name)}".rstrip()
    return replace(header, msgstr="".join(f"{row}\n" for row in rows) + _text(left))


def _text(values: Mapping[str, str]) -> str:
    return "".join(f"{name}: {value}".rstrip() + "\n" for name, value in values.items())


def _plural_forms(language: str) -> str:
    """Return the field for a language, from CLDR by Babel; that of English where it has none."""
    from babel.messages.plurals import get_plural

    return str(get_plural(language.replace("-", "_").partition("_")[0]))
