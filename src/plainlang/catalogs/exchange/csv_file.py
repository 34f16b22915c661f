"""CSV for spreadsheets: UTF-8 with a byte order mark, so that Excel reads every script.

A cell that a spreadsheet would run as a formula gets an apostrophe in front, which is taken away
again on reading; a text that has one there itself gets a second one. In cells that hold several
values each stands on a line of its own.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Sequence

from plainlang.catalogs.base import Catalog, Message
from plainlang.catalogs.exchange.base import (
    KINDS,
    Exchange,
    ExchangeError,
    Form,
    Key,
    check_language,
    forms,
    to_fields,
    to_message,
    with_state,
)

#: What a spreadsheet takes for the start of a formula, also in full width.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_COLUMN = re.compile(r"(source|translation)(?: \[([A-Za-z0-9-]*)\])?", re.IGNORECASE)
_STATES = ("untranslated", "fuzzy", "translated", "reviewed", "final")


def write_csv(
    catalog: Catalog, source_language: str, language: str, *, reviewed: Collection[Key] = ()
) -> bytes:
    """Return the catalog as CSV, a row for each text to translate.

    :param reviewed: keys of the entries that a person has reviewed.
    :raises ExchangeError: a text that UTF-8 cannot hold (half of a surrogate pair).
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    names = (f"source [{source_language}]", f"translation [{language}]", "state", "form", "id")
    writer.writerow((*names, *KINDS))
    for form in forms(catalog.messages):
        fields = to_fields(form.message) if form.first else []
        number = "" if form.number is None else str(form.number)
        row = (form.source, form.target, _state(form, reviewed), number, form.id)
        cells = (*row, *(_cell(v for k, v in fields if k == kind) for kind in KINDS))
        writer.writerow([_guarded(cell) for cell in cells])
        try:
            "".join(cells).encode("utf-8")
        except UnicodeEncodeError:
            raise ExchangeError(
                f"the entry “{form.source!a}” has a character that UTF-8 cannot hold",
                file=catalog.path or None,
                line=form.message.line or None,
            ) from None
    return out.getvalue().encode("utf-8-sig")


def _state(form: Form, reviewed: Collection[Key]) -> str:
    if not form.target:
        return "untranslated"
    if form.message.fuzzy:
        return "fuzzy"
    return "reviewed" if form.message.key in reviewed else "translated"


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _cell(values: Iterable[str]) -> str:
    # "\e" is an empty value, which no value at all is not.
    return "\n".join(
        v.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r") or "\\e" for v in values
    )


def _values(cell: str) -> list[str]:
    if not cell:
        return []
    meant = {"e": "", "n": "\n", "r": "\r", "\\": "\\"}
    # A spreadsheet may have put its own line ends into the cell.
    return [
        re.sub(r"\\([enr\\])", lambda match: meant[match[1]], value)
        for value in re.split("\r\n|\n|\r", cell)
    ]


def read_csv(data: bytes, *, file: str = "", language: str | None = None) -> Exchange:
    """Return what a CSV file holds. ``source`` and ``translation`` are the columns it must have.

    :param language: the language that is wanted; another one in the heading is refused.
    :raises ExchangeError: no text in UTF-8 or UTF-16, columns missing, or another language.
    """
    text = _decoded(data, file)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise ExchangeError(f"it is no valid CSV: {error}", file=file or None) from None
    heads = [head.strip().lower() for head in rows[0]] if rows else []
    columns, languages = _columns(heads, file)
    check_language(languages["translation"], language, file)
    return _exchange(rows[1:], columns, languages)


def _decoded(data: bytes, file: str) -> str:
    codec = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise ExchangeError(
            f"it is not in UTF-8 (byte {error.start})",
            file=file or None,
            line=data[: error.start].count(b"\n") + 1,
            hint="Save it as “CSV UTF-8” in the spreadsheet.",
        ) from None


def _columns(heads: Sequence[str], file: str) -> tuple[dict[str, int], dict[str, str]]:
    columns = {head: number for number, head in enumerate(heads)}
    languages: dict[str, str] = {}
    for number, head in enumerate(heads):
        match = _COLUMN.fullmatch(head)
        if match:
            columns[match[1]] = number
            languages[match[1]] = match[2] or ""
    missing = [name for name in ("source", "translation") if name not in languages]
    if missing:
        raise ExchangeError(
            f"it has no column “{missing[0]}”",
            file=file or None,
            line=1,
            hint="The first line names the columns; “source” and “translation” must be there.",
        )
    return columns, languages


def _exchange(
    rows: Sequence[list[str]], columns: dict[str, int], languages: dict[str, str]
) -> Exchange:
    def cell(row: list[str], name: str) -> str:
        number = columns.get(name, len(row))
        return _bare(row[number]) if number < len(row) else ""

    messages: list[Message] = []
    reviewed: set[Key] = set()
    groups: list[list[list[str]]] = []
    for row in rows:
        if not any(row):
            continue
        if cell(row, "form") not in ("", "0") and groups:
            groups[-1].append(row)
        else:
            groups.append([row])
    for group in groups:
        fields = [(kind, v) for kind in KINDS for v in _values(cell(group[0], kind))]
        message = to_message(fields, [(cell(r, "source"), cell(r, "translation")) for r in group])
        states = {cell(r, "state").strip().lower() for r in group if cell(r, "translation")}
        if states and states <= set(_STATES):
            message = with_state(message, fuzzy=bool(states & {"fuzzy", "untranslated"}))
        messages.append(message)
        if states and states <= {"reviewed", "final"}:
            reviewed.add(message.key)
    own, other = languages["source"], languages["translation"]
    return Exchange(tuple(messages), own, other, frozenset(reviewed))
