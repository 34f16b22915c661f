"""Answers of NCI's Glossary API: one term, a list, a page of results, or one a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError
from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.clean import one_line, without_markup
from plainlang.glossary.exchange.base import Imported
from plainlang.glossary.records import Intake, first_of_each
from plainlang.glossary.resolvers import resolve
from plainlang.glossary.resolvers.nci import AUDIENCES, DICTIONARIES
from plainlang.glossary.tables import text_of

SOURCE = "National Cancer Institute (US)"
#: NCI's dictionaries are works of the US government (cancer.gov/policies/copyright-reuse).
LICENCE = "public domain in the US"

_PAGES = {
    ("nci", "en"): "https://www.cancer.gov/publications/dictionaries/cancer-terms/def/",
    ("nci", "es"): "https://www.cancer.gov/espanol/publicaciones/diccionarios/"
    "diccionario-cancer/def/",
    ("nci-genetics", "en"): "https://www.cancer.gov/publications/dictionaries/"
    "genetics-dictionary/def/",
    ("nci-genetics", "es"): "https://www.cancer.gov/espanol/publicaciones/diccionarios/"
    "diccionario-genetica/def/",
}
_HREF = re.compile(r"""<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
#: Fields that are kept as the service gives them.
_KEPT = ("otherLanguages", "relatedResources", "media")


def read(
    data: bytes, file: str, dictionary: str = "", language: str = "", retrieved: str = ""
) -> Imported:
    """Read answers of the API.

    :param dictionary: not used: every answer names its own.
    :param language: only entries in this language are taken; all where it is empty.
    :param retrieved: ISO date on which they were fetched.
    :raises SourceError: if the file is no JSON.
    """
    intake = Intake(file, dictionary)
    entries: list[GlossaryEntry] = []
    for line, term in _terms(text_of(data, file), file):
        if not isinstance(term, Mapping):
            intake.refuse("this is no JSON object", line)
        elif not language or term.get("language") == language:
            entry = entry_of(term, intake, retrieved, line)
            if entry is not None:
                entries.append(entry)
    unique, doubles = first_of_each(entries)
    return Imported(tuple(unique), (*intake.problems, *doubles))


def entry_of(
    term: Mapping[str, object], intake: Intake, retrieved: str = "", line: int = 0
) -> GlossaryEntry | None:
    """Return the entry of one answer, ``None`` where it cannot be used, which is reported."""
    definition = _table(term.get("definition"))
    markup = _text(definition.get("html"))
    plain = one_line(_text(definition.get("text"))) or without_markup(one_line(markup))
    pronunciation = _table(term.get("pronunciation"))
    name = DICTIONARIES.get(_text(term.get("dictionary")).lower())
    number = term.get("termId")
    if name is None or isinstance(number, bool) or not isinstance(number, int | str):
        intake.refuse("this is no term of NCI: it names no dictionary or no termId", line)
        return None
    tag = _text(term.get("language"))
    pretty = _text(term.get("prettyUrlName"))
    page = _PAGES.get((name, tag), "")
    ids, names = _links(markup)
    extra: dict[str, object] = {key: term[key] for key in _KEPT if term.get(key)}
    for key in ("audio", "audioRef"):
        if pronunciation.get(key):
            extra[key] = pronunciation[key]
    if names:
        extra["linkedNames"] = names
    audience = AUDIENCES.get(_text(term.get("audience")).lower(), _text(term.get("audience")))
    record: dict[str, object] = {
        "dictionary": name,
        "id": str(number),
        "term": _text(term.get("termName")),
        "language": tag,
        "audience": audience,
        "definition": _single(plain),
        "pronunciation": _text(pronunciation.get("key")).strip().removeprefix("(")
        .removesuffix(")"),
        "uri": page + (pretty or str(number)) if page else "",
        "source": SOURCE,
        "licence": LICENCE,
        "retrieved": retrieved,
        "name": pretty,
        "links": ids,
        "extra": extra,
    }  # fmt: skip
    return intake.entry(record, line)


def _terms(text: str, file: str) -> Iterator[tuple[int, object]]:
    """Yield each term with its line."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) < 2 or not lines[0][1].rstrip().endswith("}"):
            raise _no_json(error, file, getattr(error, "lineno", None)) from error
        for number, line in lines:
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as wrong:
                raise _no_json(wrong, file, number) from wrong
        return
    if isinstance(whole, dict) and isinstance(whole.get("results"), list):
        whole = whole["results"]
    for term in whole if isinstance(whole, list) else [whole]:
        yield 0, term


def _no_json(error: Exception, file: str, line: int | None) -> SourceError:
    return SourceError(
        f"not valid JSON: {getattr(error, 'msg', 'nested too deep')}",
        code=Code.GLOSSARY_UNREADABLE,
        file=file,
        line=line,
        hint="Save an answer of the Glossary API as it came, or one term a line.",
    )


def _links(markup: str) -> tuple[list[str], list[str]]:
    """Return the ids and the names of the entries that a definition links to."""
    ids: dict[str, None] = {}
    names: dict[str, None] = {}
    for double, single in _HREF.findall(markup):
        reference = resolve(double or single)
        if reference is not None:
            (ids if reference.by == "id" else names)[reference.key] = None
    return list(ids), list(names)


def _single(text: str) -> str:
    return re.sub(" {2,}", " ", text)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
