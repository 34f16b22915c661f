"""DOCX and ODT files as packages: ZIP archives of XML parts, opened with care.

A package is untrusted. Its unpacked size is bounded while it is unpacked (the sizes that it
states may lie), a part with a document type declaration is refused (that is how entities reach
files and the network; ECMA-376 part 2, clause 8.2.2.2, forbids one), and what goes on to pandoc
is an archive that was made anew from the parts that were looked at.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError

if TYPE_CHECKING:
    from lxml import etree

#: Parts of a package that is a document; the largest of the corpus, made into DOCX, has 20.
MAX_PARTS = 5_000
_CHUNK = 1 << 20
#: An OLE container (MS-CFB 2.2): an old ``.doc``, or a document with a password.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPE = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)


def unpack(data: bytes, file: str, limit: int) -> dict[str, bytes]:
    """Return the parts of a package by name.

    :param limit: bytes that all parts may have together.
    :raises SourceError: if it is no package, is damaged or encrypted, or unpacks to more.
    """
    if data.startswith(_OLE):
        raise SourceError(
            "this is a document with a password, or one in the format of Word 97",
            code=Code.SOURCE_BINARY,
            file=file,
            hint="Save it as .docx without a password.",
        )
    parts: dict[str, bytes] = {}
    left = limit
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MAX_PARTS:
                raise _too_large(file, f"holds {len(entries):,} parts; at most {MAX_PARTS:,}")
            for entry in entries:
                if entry.flag_bits & 1:
                    raise _damaged(file, "it is encrypted")
                name = entry.filename.replace("\\", "/").lstrip("/")
                with archive.open(entry) as stream:
                    chunks = []
                    while chunk := stream.read(min(_CHUNK, left + 1)):
                        left -= len(chunk)
                        if left < 0:
                            raise _too_large(
                                file,
                                f"unpacks to more than {limit:,} bytes (limits.unpacked-bytes);"
                                " no more",
                            )
                        chunks.append(chunk)
                if name in parts:
                    raise _damaged(file, f"its part {name} stands in it twice")
                parts[name] = b"".join(chunks)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise _damaged(file, str(error) or type(error).__name__) from error
    return parts


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of ``parts``; the ``mimetype`` of an ODT stands first."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(parts, key=lambda name: name != "mimetype"):
            archive.writestr(zipfile.ZipInfo(name), parts[name])
    return buffer.getvalue()


def parse_part(data: bytes, name: str, file: str) -> etree._Element:
    """Return the root of an XML part.

    :raises SourceError: if it is not well-formed, is nested too deep or has a document type.
    """
    from lxml import etree

    # A part in UTF-16 could hide the declaration from a search of its bytes.
    if _DOCTYPE.search(data.replace(b"\x00", b"")):
        raise SourceError(
            f"its part {name} declares a document type or entities, which no office program writes",
            code=Code.SOURCE_UNSAFE,
            file=file,
            hint="Open it in Word or LibreOffice and save it anew. Ask who made it.",
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "Excessive depth" in str(error):
            raise SourceError(
                "the document is nested too deep (lists in lists, or tables in tables)",
                code=Code.NESTING_TOO_DEEP,
                file=file,
                hint="No reader can follow so many levels: flatten the lists or tables.",
            ) from error
        raise _damaged(file, f"{name}: {str(error).split(chr(10), 1)[0]}") from error


def written_part(root: Any) -> bytes:
    """Return an XML part as UTF-8 bytes with its declaration."""
    from lxml import etree

    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def _damaged(file: str, problem: str) -> SourceError:
    return SourceError(
        f"the document is damaged: {problem}",
        code=Code.SOURCE_DAMAGED,
        file=file,
        hint="Open it in Word or LibreOffice, which may repair it, and save it anew.",
    )


def _too_large(file: str, problem: str) -> SourceError:
    return SourceError(
        f"the document {problem} are read",
        code=Code.SOURCE_TOO_LARGE,
        file=file,
        hint="Make its pictures smaller, split it, or raise `unpacked-bytes` under [limits] in "
        "plainlang.toml.",
    )
