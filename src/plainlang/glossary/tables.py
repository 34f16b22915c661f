"""Terms in a table: comma, semicolon or tab between the columns, as Excel writes it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError
from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.records import FIELDS, LISTS, record_of

_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",  # "Unicode text" of Excel
    b"\xfe\xff": "utf-16",
}


def text_of(data: bytes, file: str) -> str:
    """Return a file's text: UTF-8, or UTF-16 where a byte order mark says so.

    :raises SourceError: with the line at which the file stops being UTF-8. It is not guessed
        what else it could be: a wrong letter in a definition is worse than a message.
    """
    encoding = next(
        (name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), "utf-8"
    )
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"this file of terms is not {encoding.removesuffix('-sig').upper()} text",
            code=Code.GLOSSARY_UNREADABLE,
            file=file,
            line=data.count(b"\n", 0, error.start) + 1,
            hint="Save it as UTF-8 (in Excel: CSV UTF-8).",
        ) from error


def bytes_of(path: Path) -> bytes:
    """Read a file.

    :raises SourceError: if it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(
            f"this file of terms cannot be read: {error.strerror}",
            code=Code.GLOSSARY_UNREADABLE,
            file=str(path),
            hint="Name a file that exists and that you may read.",
        ) from error


def read_table(text: str, file: str) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield the records of a table with the line at which each begins.

    :raises SourceError: if there is no header row that names ``term`` and ``definition``.
    """
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    header: list[str] = []
    line = 1
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            raise _unreadable(f"no table: {error}", file, line) from error
        if row is None:
            break
        if not header:
            if any(row):
                header = [_column(name) for name in row]
                _check_header(header, file, line)
        elif any(cell.strip() for cell in row):
            yield line, _record(header, row)
        line = rows.line_num + 1
    if not header:
        raise _unreadable("the file is empty", file, 1)


def write_table(entries: Iterable[GlossaryEntry]) -> str:
    """Return entries as CSV with every field, in a form that :func:`read_table` reads back."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")  # RFC 4180
    writer.writerow(FIELDS)
    for entry in entries:
        record = record_of(entry)
        writer.writerow(_cell(name, record.get(name)) for name in FIELDS)
    return out.getvalue()


def joined(texts: Iterable[str]) -> str:
    """Return several texts in one cell, ``|`` between them."""
    return " | ".join(text.replace("\\", "\\\\").replace("|", "\\|") for text in texts)


def divided(cell: str) -> list[str]:
    r"""Return the texts of a cell; ``\|`` is a bar within a text."""
    texts, escaped = [""], False
    for character in cell:
        if escaped or character not in "\\|":
            texts[-1] += character
            escaped = False
        elif character == "\\":
            escaped = True
        else:
            texts.append("")
    return [text.strip() for text in texts if text.strip()]


def _delimiter(text: str) -> str:
    """Return the mark between columns: that of Excel's ``sep=`` line, else the header's most."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=header.count)


def _column(name: str) -> str:
    return name.strip().lstrip("\ufeff").lower().replace("license", "licence")


def _check_header(header: list[str], file: str, line: int) -> None:
    lacking = [name for name in ("term", "definition") if name not in header]
    if lacking:
        raise _unreadable(f"the first row has no column {lacking[0]!r}", file, line)
    double = next((name for name in header if name and header.count(name) > 1), "")
    if double:
        raise _unreadable(f"two columns are named {double!r}", file, line)


def _record(header: list[str], row: list[str]) -> dict[str, object]:
    record: dict[str, object] = {}
    for name, cell in zip(header, row, strict=False):
        if not cell.strip():
            continue
        if name in LISTS:
            record[name] = divided(cell)
        elif name == "extra":
            record[name] = _object(cell)
        elif name:
            record[name] = cell
    beyond = [cell for cell in row[len(header) :] if cell.strip()]
    if beyond:
        record["columns without a name"] = beyond
    return record


def _object(cell: str) -> object:
    try:
        return json.loads(cell)
    except ValueError:
        return cell  # no table of values: whoever makes an entry of it says so


def _cell(name: str, value: object) -> str:
    if value is None:
        return ""
    if name == "extra":
        return json.dumps(value, ensure_ascii=True, sort_keys=True)
    return joined(value) if isinstance(value, list) else str(value)


def _unreadable(message: str, file: str, line: int) -> SourceError:
    return SourceError(
        message,
        code=Code.GLOSSARY_UNREADABLE,
        file=file,
        line=line,
        hint="The first row names the columns; `term` and `definition` must be among them.",
    )
