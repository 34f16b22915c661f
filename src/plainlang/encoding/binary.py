"""Files that are no text, whatever their name says."""

from __future__ import annotations

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError

MAGIC: tuple[tuple[bytes, int, str], ...] = (
    (b"%PDF-", 0, "a PDF file"),
    (b"PK\x03\x04", 0, "a ZIP archive (DOCX, ODT and EPUB files are ZIP archives)"),
    (b"PK\x05\x06", 0, "an empty ZIP archive"),
    (b"\x89PNG\r\n", 0, "a PNG image"),
    (b"GIF87a", 0, "a GIF image"),
    (b"GIF89a", 0, "a GIF image"),
    (b"\xff\xd8\xff", 0, "a JPEG image"),
    (b"II*\x00", 0, "a TIFF image"),
    (b"MM\x00*", 0, "a TIFF image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "an old Microsoft Office file (DOC, XLS or PPT)"),
    (b"{\\rtf", 0, "an RTF file"),
    (b"%!PS", 0, "a PostScript file"),
    (b"\x1f\x8b", 0, "a gzip archive"),
    (b"BZh91AY&SY", 0, "a bzip2 archive"),
    (b"\xfd7zXZ\x00", 0, "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", 0, "a 7-Zip archive"),
    (b"Rar!\x1a\x07", 0, "a RAR archive"),
    (b"\x7fELF", 0, "a program"),
    (b"SQLite format 3\x00", 0, "a SQLite database"),
    (b"BOOKMOBI", 256, "a MOBI e-book"),
    (b"TEXtREAd", 256, "a PalmDOC e-book"),
)
"""Signature, how far into the file it may begin, and what the file is. The signatures are
those of the formats' own specifications, as ``file(1)`` knows them; a MOBI file has its one at
byte 60, and further on where it went through a program that took it for text. Formats whose
files always hold NUL bytes need no entry, and short signatures that a text could begin with
("ID3", "RIFF") have none."""

CONTROLS = bytes(n for n in [*range(0x20), 0x7F] if n not in b"\t\n\v\f\r\x1b")
"""Control characters that no text has. White space is text, and ESC begins the sequences of
ISO-2022 and of terminals."""

CONTROL_SHARE = 0.02
"""The share of control characters above which a file is no text: real documents have none."""

CONTROL_MINIMUM = 8
"""Fewer control characters than this are a slip in a text, however short the text is."""


def refuse_known_formats(data: bytes, file: str) -> None:
    """Raise a :class:`SourceError` where ``data`` begins like a file of a known binary format."""
    for signature, reach, name in MAGIC:
        if signature in data[: reach + len(signature)]:
            raise not_text(file, name)


def refuse_control_characters(data: bytes, file: str) -> None:
    """Raise a :class:`SourceError` where a high share of ``data`` are control characters.

    :param data: bytes in which every ASCII character is one byte, so not UTF-16 or UTF-32.
    """
    controls = len(data) - len(data.translate(None, CONTROLS))
    if controls >= CONTROL_MINIMUM and controls > CONTROL_SHARE * len(data):
        raise not_text(file)


def not_text(file: str, name: str = "") -> SourceError:
    """Return the error for a file that is no text; ``name`` says what it is, where known."""
    what = f"this is {name}, not text" if name else "this is not text: it holds binary data"
    return SourceError(
        what,
        code=Code.SOURCE_BINARY,
        file=file,
        hint="Give the text itself: export it as Markdown, plain text, HTML, DOCX or ODT, with "
        "the file extension of that format.",
    )
