from __future__ import annotations

import io
import zipfile

import pytest
from tests.office import odt_leaflet, word_leaflet

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError
from plainlang.readers.formats import format_of
from plainlang.readers.package import pack, parse_part, unpack


def archive(parts: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return buffer.getvalue()


def refused(data: bytes, limit: int = 10_000) -> SourceError:
    with pytest.raises(SourceError) as caught:
        unpack(data, "a.docx", limit)
    return caught.value


def test_parts_come_back_as_they_were() -> None:
    parts = {"mimetype": b"application/x", "b/c.xml": b"<x/>", "a.xml": b"<y/>"}
    packed = pack(parts)
    assert unpack(packed, "a.docx", 10_000) == parts
    assert zipfile.ZipFile(io.BytesIO(packed)).namelist()[0] == "mimetype"


def test_the_limit_counts_all_parts_together() -> None:
    data = archive({"a": b"x" * 600, "b": b"x" * 600})
    assert len(unpack(data, "a.docx", 1_200)) == 2
    error = refused(data, 1_199)
    assert error.diagnostic.code is Code.SOURCE_TOO_LARGE
    assert "limits.unpacked-bytes" in error.diagnostic.message


def encrypted(data: bytes) -> bytes:
    # Bit 0 of the general purpose flags (APPNOTE 4.4.4), in the local and the central header.
    changed = bytearray(data)
    changed[6] |= 1
    changed[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", Code.SOURCE_DAMAGED, "not a zip file"),
        (b"Dear patient,", Code.SOURCE_DAMAGED, "not a zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Code.SOURCE_BINARY, "password"),
        (word_leaflet()[:4000], Code.SOURCE_DAMAGED, "not a zip file"),
        (encrypted(archive({"a": b"x"})), Code.SOURCE_DAMAGED, "encrypted"),
        (archive({f"p{n}": b"" for n in range(5_001)}), Code.SOURCE_TOO_LARGE, "5,001 parts"),
        (archive({"a/b": b"1", "a\\b": b"2"}), Code.SOURCE_DAMAGED, "stands in it twice"),
    ],
)
def test_what_is_no_sound_package(data: bytes, code: Code, said: str) -> None:
    error = refused(data).diagnostic
    assert error.code is code
    assert said in error.message
    assert error.hint


def test_a_part_that_is_damaged_within() -> None:
    data = bytearray(archive({"a.xml": bytes(range(256)) * 8}))
    data[60:70] = b"\xff" * 10
    assert refused(bytes(data)).diagnostic.code is Code.SOURCE_DAMAGED


@pytest.mark.parametrize(
    "part",
    [
        b"<!DOCTYPE x><x/>",
        b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode(
            "utf-16"
        ),
    ],
)
def test_document_types_are_refused(part: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        parse_part(part, "word/document.xml", "a.docx")
    assert caught.value.diagnostic.code is Code.SOURCE_UNSAFE


def test_deep_and_broken_parts() -> None:
    for part, code in (
        (b"<x>" * 5_000 + b"</x>" * 5_000, Code.NESTING_TOO_DEEP),
        (b"<x><y></x>", Code.SOURCE_DAMAGED),
    ):
        with pytest.raises(SourceError) as caught:
            parse_part(part, "word/document.xml", "a.docx")
        assert caught.value.diagnostic.code is code


def test_formats_are_told_by_suffix_and_on_standard_input_by_bytes() -> None:
    assert format_of("A.DOCX", b"") == "docx"
    assert format_of("-", word_leaflet()) == "docx"
    assert format_of("-", odt_leaflet()) == "odt"
    for name, said in (
        ("a.doc", ".docx"),
        ("a.pdf", "made from"),
        ("a.xyz", "Types that are read"),
    ):
        with pytest.raises(SourceError) as caught:
            format_of(name, b"")
        assert said in caught.value.diagnostic.hint
