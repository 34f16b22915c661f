"""Front matter values to :class:`~plainlang.document.Metadata`.

Every wrong value gets a message.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
import urllib.parse
from collections.abc import Mapping
from datetime import date
from typing import Any

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Metadata
from plainlang.readers.front_matter import parse_date
from plainlang.readers.identifiers import check_id, clean_id
from plainlang.readers.metadata_keys import JOINED, KEYS, KNOWN, misspelt
from plainlang.readers.metadata_language import LANGUAGE_KEYS, canonical_tag, stated_language

__all__ = ["FREQUENCY_MONTHS", "KEYS", "add_months", "canonical_tag", "read_metadata"]

#: Review frequencies in months, by the words seen in real front matter.
FREQUENCY_MONTHS = {
    "monthly": 1,
    "quarterly": 3,
    "semiannual": 6,
    "semiannually": 6,
    "biannual": 6,
    "annual": 12,
    "annually": 12,
    "yearly": 12,
    "biennial": 24,
    "triennial": 36,
}

_ID_HINT = "Use letters, digits and hyphens."
#: White space without the spaces that hold words together (``5 mg`` with U+00A0).
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")


def add_months(day: date, months: int) -> date:
    """Return ``day`` moved by ``months``, at most the last day of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def read_metadata(
    values: Mapping[str, Any], lines: Mapping[str, int], file: str
) -> tuple[Metadata, str | None, str | None, tuple[Diagnostic, ...]]:
    """Return the metadata, the stated language, the stated id, and what is wrong.

    A value of a wrong type is reported with its key and line, and kept in ``extra``. Only a
    language that is not understood and an id that cannot be used end the work.

    :raises SourceError: if the stated language is no tag of a known language, or the stated id
        cannot name files.
    """
    diagnostics: list[Diagnostic] = []
    refused: dict[str, Any] = {}

    def report(key: str, problem: str, hint: str) -> None:
        refused[key] = values[key]
        diagnostics.append(
            Diagnostic(
                Code.METADATA_INVALID,
                Severity.WARNING,
                f"{key}: {problem}",
                file,
                lines.get(key),
                hint,
            )
        )

    def stated(keys: tuple[str, ...]) -> list[str]:
        return [key for key in keys if values.get(key) not in (None, "")]

    def find(field: str) -> tuple[str, Any]:
        keys = stated(KEYS[field])
        return (keys[0], values[keys[0]]) if keys else ("", None)

    def text(field: str) -> str:
        key, value = find(field)
        if value is None:
            return ""
        if _is_text(value):
            return _one_line(value)
        report(key, f"a text is expected, not {_kind(value)}", "Write it as one line of text.")
        return ""

    def texts(field: str) -> tuple[str, ...]:
        result: list[str] = []
        for key in stated(KEYS[field]):
            value = values[key]
            items = value if isinstance(value, list) else [value]
            if all(_is_text(item) for item in items):
                result += [_one_line(item) for item in items]
            else:
                report(key, "a list of texts is expected", "Write `- ` and a text on each line.")
        return tuple(dict.fromkeys(item for item in result if item))

    alternatives = [keys for field, keys in KEYS.items() if field not in JOINED]
    for keys in (*alternatives, LANGUAGE_KEYS):
        first, *others = stated(keys) or [""]
        for key in others:
            if str(values[key]) != str(values[first]):
                report(key, f"not used, because {first!r} is there too", "Remove one of them.")
    last_reviewed = None
    key, value = find("last_reviewed")
    if value is not None:
        last_reviewed = parse_date(value)
        if last_reviewed is None:
            report(key, f"{value!r} is not a date", "Write the date as YYYY-MM-DD.")
    frequency = text("review_frequency")
    months = FREQUENCY_MONTHS.get(frequency.lower())
    if frequency and months is None:
        report(
            find("review_frequency")[0],
            f"{frequency!r} is not a known frequency, so no next review date is given",
            "Known: " + ", ".join(FREQUENCY_MONTHS) + ".",
        )
    next_review = None
    if last_reviewed and months:
        try:
            next_review = add_months(last_reviewed, months)
        except (ValueError, OverflowError):
            report(
                find("last_reviewed")[0],
                "the next review would come after the year 9999, so no date is given for it",
                "Correct the year.",
            )
    url = text("url")
    if url and not _is_address(url):
        key = find("url")[0]
        report(
            key,
            f"{url!r} is not a web address",
            "Begin it with https://, and write %20 for a space.",
        )
        url = ""
    language = stated_language(values, lines, file)
    identifier = None
    if stated(("id",)):
        if _is_text(values["id"]):
            identifier = str(values["id"]).strip() or None
            if identifier:
                name = clean_id(identifier)
                check_id(name, file, lines.get("id"))
                if name != unicodedata.normalize("NFC", identifier):
                    report("id", f"{identifier!r} cannot name a file; {name!r} is used", _ID_HINT)
                    del refused["id"]
        else:
            report("id", f"a text is expected, not {_kind(values['id'])}", "Write one word.")
    metadata = Metadata(
        title=text("title"),
        id_stated=identifier or "",
        pronunciation=text("pronunciation"),
        language_stated=language is not None,
        description=text("description"),
        authors=texts("authors"),
        url=url,
        source=text("source"),
        citation=text("citation"),
        last_reviewed=last_reviewed,
        next_review=next_review,
        review_frequency=frequency,
        licence=text("licence"),
        rights="; ".join(texts("rights")),
        rights_basis=text("rights_basis"),
        notice=" ".join(texts("notice")),
        audience=text("audience"),
        version=text("version"),
        tags=texts("tags"),
        lines=dict(lines),
        extra={k: v for k, v in values.items() if k not in KNOWN} | refused,
    )
    diagnostics += misspelt(values, lines, file)
    return metadata, language, identifier, tuple(diagnostics)


def _is_text(value: object) -> bool:
    return isinstance(value, (str, int, float, date)) and not isinstance(value, bool)


def _one_line(value: object) -> str:
    return _SPACES.sub(" ", str(value)).strip(" ")


def _is_address(url: str) -> bool:
    try:
        return bool(re.fullmatch(r"https?://[^\s/]\S*", url) and urllib.parse.urlsplit(url).netloc)
    except ValueError:
        return False


def _kind(value: object) -> str:
    names = {"dict": "a mapping", "list": "a list", "bool": "yes or no"}
    return names.get(type(value).__name__, type(value).__name__)
