"""Front matter values to :class:`~plainlang.document.Metadata`.

Every wrong value gets a message.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Metadata
from plainlang.readers.front_matter import parse_date

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

#: Front matter keys by the field that they fill; the first one that is there wins.
KEYS = {
    "title": ("title",),
    "pronunciation": ("pronunciation",),
    "description": ("description", "meta-description"),
    "authors": ("authors", "author"),
    "url": ("url",),
    "source": ("source", "publisher"),
    "citation": ("citation",),
    "last_reviewed": ("lastReviewed", "last-reviewed", "last_reviewed", "lastupdate"),
    "review_frequency": ("reviewFrequency", "review-frequency", "review_frequency"),
    "licence": ("license", "licence"),
    "rights": ("rights", "copyright"),
    "audience": ("audienceLevel", "audience-level"),
    "version": ("version",),
    "tags": ("tags", "keywords"),
}
LANGUAGE_KEYS = ("language", "lang")
_HANDLED = {key for keys in KEYS.values() for key in keys} | set(LANGUAGE_KEYS) | {"id"}
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def add_months(day: date, months: int) -> date:
    """Return ``day`` moved by ``months``, at most the last day of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def read_metadata(
    values: Mapping[str, Any], lines: Mapping[str, int], file: str
) -> tuple[Metadata, str | None, str | None, tuple[Diagnostic, ...]]:
    """Return the metadata, the stated language, the stated id, and what is wrong.

    A value of a wrong type never ends the build: it is reported with its key and line, and kept
    in ``extra``.
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

    def find(field: str) -> tuple[str, Any]:
        for key in KEYS[field]:
            if values.get(key) not in (None, ""):
                return key, values[key]
        return "", None

    def text(field: str) -> str:
        key, value = find(field)
        if value is None:
            return ""
        if isinstance(value, (str, int, float, date)) and not isinstance(value, bool):
            return " ".join(str(value).split())
        report(key, f"a text is expected, not {_kind(value)}", "Write it as one line of text.")
        return ""

    def texts(field: str) -> tuple[str, ...]:
        key, value = find(field)
        if value is None:
            return ()
        items = value if isinstance(value, list) else [value]
        if all(isinstance(item, (str, int, float)) for item in items):
            return tuple(str(item).strip() for item in items)
        report(key, "a list of texts is expected", "Write `- ` and a text on each line.")
        return ()

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
    next_review = add_months(last_reviewed, months) if last_reviewed and months else None
    url = text("url")
    if url and not re.match(r"https?://[^\s/]", url):
        key = find("url")[0]
        report(key, f"{url!r} is not a web address", "Begin it with https://.")
        url = ""
    language = None
    for key in LANGUAGE_KEYS:
        if key in values:
            stated = str(values[key]).strip().replace("_", "-")
            if _LANGUAGE_TAG.fullmatch(stated):
                language = stated
            else:
                report(key, f"{stated!r} is not a language tag", "Write a BCP 47 tag such as `en`.")
            break
    identifier = str(values["id"]).strip() if values.get("id") not in (None, "") else None
    metadata = Metadata(
        title=text("title"),
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
        rights=text("rights"),
        audience=text("audience"),
        version=text("version"),
        tags=texts("tags"),
        lines=dict(lines),
        extra={k: v for k, v in values.items() if k not in _HANDLED} | refused,
    )
    return metadata, language, identifier, tuple(diagnostics)


def _kind(value: object) -> str:
    names = {"dict": "a mapping", "list": "a list", "bool": "yes or no"}
    return names.get(type(value).__name__, type(value).__name__)
