"""``out/index.html``: every document, language and format, with its state."""

from __future__ import annotations

import urllib.parse
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from plainlang.catalogs.bar import bar_svg
from plainlang.catalogs.status import Status
from plainlang.languages import format_date, name
from plainlang.locales import words_for

if TYPE_CHECKING:
    from jinja2 import Environment

#: What a format is called in the index, in the order of its columns.
FORMAT_NAMES = {
    "epub": "EPUB",
    "pdf": "PDF",
    "large-print": "Large print (18 pt)",
    "giant-print": "Giant print (24 pt)",
    "html": "Web page",
}


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the Jinja2 environment of all report pages; every value is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("plainlang.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["size"] = _size
    made.filters["quote_path"] = urllib.parse.quote
    return made


def index_page(manifest: Mapping[str, Any], today: date, language: str = "en") -> str:
    """Return the page for a manifest (``plainlang.manifest/1``).

    :param today: decides which documents are overdue for review.
    """
    editions: dict[tuple[str, str], dict[str, Any]] = {}
    for edition in manifest["editions"]:
        row = editions.setdefault((edition["document"], edition["language"]), {})
        row[edition["format"]] = edition
    rows = []
    known = {document["id"]: document for document in manifest["documents"]}

    def own_first(item: tuple[tuple[str, str], Any]) -> tuple[str, bool, str]:
        identifier, tag = item[0]
        return identifier, tag != known.get(identifier, {}).get("language"), tag

    for (identifier, tag), formats in sorted(editions.items(), key=own_first):
        document = known.get(identifier, {})
        due = document.get("next_review")
        some = next(iter(formats.values()))
        texts = some.get("translation")
        rows.append(
            {
                "id": identifier,
                "title": some.get("title") or document.get("title") or identifier,
                "translation": texts,
                "bar": Markup(bar_svg(_status(identifier, tag, texts))) if texts else "",
                "source": document.get("source", ""),
                "language": tag,
                "language_name": name(tag),
                "formats": formats,
                "due": format_date(date.fromisoformat(due), language) if due else "",
                "due_iso": due or "",
                "overdue": bool(due) and date.fromisoformat(due) < today,
                # What was said of the source stands once, with its own language.
                "notes": [] if texts else document.get("diagnostics", []),
                "readability": None if texts else document.get("readability"),
            }
        )
    used = [f for f in FORMAT_NAMES if any(f in row["formats"] for row in rows)]
    return (
        environment()
        .get_template("index.html")
        .render(
            rows=rows,
            failures=manifest["failures"],
            overview=any(row["readability"] for row in rows),
            formats=[(f, FORMAT_NAMES[f]) for f in used],
            version=manifest["plainlang"],
            language=language,
            _=words_for(language),
        )
    )


def _status(document: str, language: str, texts: Mapping[str, int]) -> Status:
    every, translated = texts["texts"], texts["translated"]
    return Status(
        document, language, every, translated, 0, every - translated, texts["reviewed"], 0, 0
    )


def _size(value: int) -> str:
    return f"{value / 1000:,.0f} kB" if value < 1_000_000 else f"{value / 1_000_000:,.1f} MB"
