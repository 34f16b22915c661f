"""Which reader takes a source: told by its suffix, on standard input by its first bytes."""

from __future__ import annotations

import re
from pathlib import PurePath

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError
from plainlang.readers.base import PackageReader, Reader
from plainlang.readers.docx import read_docx
from plainlang.readers.front_matter import split_front_matter
from plainlang.readers.html import read_html
from plainlang.readers.html_charset import declared_charset
from plainlang.readers.markdown import read_markdown
from plainlang.readers.odt import read_odt
from plainlang.readers.text import read_text

#: Name of the reader by the source's suffix in lower case.
SUFFIXES: dict[str, str] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".odt": "odt",
}
READERS: dict[str, Reader] = {"markdown": read_markdown, "text": read_text, "html": read_html}
#: Readers of sources that are no text but a package of parts.
PACKAGE_READERS: dict[str, PackageReader] = {"docx": read_docx, "odt": read_odt}
#: What to do with types that offices have and that are not read.
_OTHER_TYPES = {
    ".doc": "Open it in Word or LibreOffice and save it as .docx.",
    ".rtf": "Open it in Word or LibreOffice and save it as .docx.",
    ".pages": "Export it from Pages as Word (.docx).",
    ".pdf": "A PDF holds pages, not text in its order: use the document that it was made from.",
    ".epub": "Use the document that the book was made from.",
}
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)[\s>]",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip
_ODT_MARK = b"mimetypeapplication/vnd.oasis.opendocument.text"


def format_of(file: str, data: bytes) -> str:
    """Return the name of the format of a source.

    :param data: its bytes; on standard input (``-``) they tell the format.
    :raises SourceError: if no reader takes files of this suffix.
    """
    if file == "-":
        return _format_of_bytes(data)
    suffix = PurePath(file).suffix.lower()
    name = SUFFIXES.get(suffix)
    if name is None:
        raise SourceError(
            f"sources of the type {suffix or 'without suffix'!r} are not read",
            code=Code.SOURCE_TYPE_UNKNOWN,
            file=file,
            hint=_OTHER_TYPES.get(suffix, "Types that are read: " + ", ".join(SUFFIXES) + "."),
        )
    return name


def _format_of_bytes(data: bytes) -> str:
    if data.startswith(b"PK\x03\x04"):
        return "odt" if _ODT_MARK in data[:200] else "docx"
    return "html" if _PAGE.match(data[:2000].decode("ascii", "replace")) else "markdown"


def is_package(file: str, data: bytes) -> bool:
    """Tell whether a source is read from its bytes and not from its text.

    :raises SourceError: if no reader takes files of this suffix.
    """
    return format_of(file, data) in PACKAGE_READERS


def may_be_package(file: str) -> bool:
    """Tell whether a source may be a package, before its bytes are known."""
    return file == "-" or SUFFIXES.get(PurePath(file).suffix.lower()) in PACKAGE_READERS


def charset_of(file: str, data: bytes) -> str | None:
    """Return the charset that a source declares of itself; only HTML can."""
    return declared_charset(data) if format_of(file, data) == "html" else None


def reader_name(file: str, text: str) -> str:
    """Return the name of the reader for the text of ``file``.

    A ``.txt`` file that begins with front matter is Markdown that was saved under another name.

    :raises SourceError: if no reader takes files of this suffix.
    """
    name = format_of(file, text[:2000].encode(errors="replace"))
    if name == "text" and split_front_matter(text, file).values:
        return "markdown"
    return name
