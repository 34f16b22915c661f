"""A Word document whose parts are any bytes."""

from __future__ import annotations

import io
import zipfile

import atheris

with atheris.instrument_imports(include=["plainlang"]):
    from plainlang.engines import Engines
    from plainlang.engines.pandoc import PandocWorker
    from plainlang.engines.typst import TypstCompiler
    from plainlang.readers.docx import read_docx
    from plainlang.readers.odt import read_odt

from fuzzing import run

ENGINES = Engines(pandoc=PandocWorker(), typst=TypstCompiler())
W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = b" ".join(
    b'xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (name, name)
    for name in (b"office", b"text", b"style", b"table")
)


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def test(data: bytes) -> None:
    kind, data = data[:1], data[1:]
    if kind < b"\x55":
        read_docx(b"PK\x03\x04" + data, "a.docx", ENGINES, 1_000_000)
    elif kind < b"\xaa":
        body = b"<w:document %s><w:body>%s</w:body></w:document>" % (W, data)
        read_docx(packed({"word/document.xml": body}), "a.docx", ENGINES, 1_000_000)
    else:
        body = b"<office:document-content %s><office:body><office:text>%s</office:text></office:body></office:document-content>"
        read_odt(packed({"content.xml": body % (ODF, data)}), "a.odt", ENGINES, 1_000_000)


run(test, "office")
