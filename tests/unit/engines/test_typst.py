"""Typst in this process: what it gives, and what it must not reach."""

from __future__ import annotations

import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plainlang.diagnostics import Code
from plainlang.document import Asset
from plainlang.engines.typst import TypstCompiler, explain
from plainlang.exceptions import EngineError

HEAD = (
    '#set document(title: "Test")\n'
    '#set text(lang: "en", font: "Libertinus Serif", fallback: false)\n'
)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


#: One grey pixel.
PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\x00\x80"))
    + _chunk(b"IEND", b"")
)


@pytest.fixture(scope="module")
def typst() -> TypstCompiler:
    return TypstCompiler()


def failure(typst: TypstCompiler, source: str, *assets: Asset) -> EngineError:
    with pytest.raises(EngineError) as caught:
        typst.compile(HEAD + source, assets)
    return caught.value


def test_the_same_input_gives_the_same_bytes(typst: TypstCompiler) -> None:
    first = typst.compile(HEAD + "= Title\n\nText", timestamp=86_400)
    assert first == typst.compile(HEAD + "= Title\n\nText", timestamp=86_400)
    assert first == TypstCompiler().compile(HEAD + "= Title\n\nText", timestamp=86_400)
    assert b"19700102" in first
    assert first != typst.compile(HEAD + "= Title\n\nText", timestamp=0)


def test_assets_are_found_under_their_names(typst: TypstCompiler) -> None:
    asset = Asset("media/dot.png", "image/png", PNG, "dot.png")
    data = typst.compile(HEAD + '#image("media/dot.png", alt: "a dot")', (asset,))
    assert b"/Figure" in data


def test_an_image_without_description_is_refused(typst: TypstCompiler) -> None:
    asset = Asset("dot.png", "image/png", PNG, "dot.png")
    error = failure(typst, '#image("dot.png")', asset)
    assert error.diagnostic.code is Code.TYPST_FAILED
    assert "alt text" in error.diagnostic.message


@pytest.mark.parametrize(
    "source",
    ['#import "@preview/cetz:0.3.0": canvas', '#include "@local/a:1.0.0"', '#import("@x/y")'],
)
def test_packages_are_refused_before_typst_sees_them(typst: TypstCompiler, source: str) -> None:
    error = failure(typst, source)
    assert error.diagnostic.code is Code.TYPST_FAILED
    assert "download" in error.diagnostic.message


def test_talking_about_packages_is_allowed(typst: TypstCompiler) -> None:
    assert typst.compile(
        HEAD + 'Write import \\"\\@preview/x\\", then #raw("import \\"@preview\\"").'
    )


@pytest.mark.parametrize("path", ["/etc/passwd", "../secret.txt", "/../secret.txt"])
def test_files_outside_are_out_of_reach(typst: TypstCompiler, path: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    assert failure(typst, f'#read("{path}")').diagnostic.code is Code.TYPST_FAILED


@pytest.mark.parametrize("name", ["../dot.png", "/dot.png", "a/../../dot.png", "a\\b.png"])
def test_asset_names_cannot_lead_out(typst: TypstCompiler, name: str) -> None:
    error = failure(typst, "x", Asset(name, "image/png", PNG, "dot.png"))
    assert error.diagnostic.code is Code.IMAGE_OUTSIDE


def test_an_image_that_cannot_be_read_is_named(typst: TypstCompiler) -> None:
    asset = Asset("image-1.png", "image/png", b"no image", "pictures/pump.png")
    error = failure(typst, '#image("image-1.png", alt: "x")', asset)
    assert error.diagnostic.code is Code.IMAGE_UNSUPPORTED
    assert error.diagnostic.file == "pictures/pump.png"
    assert "PNG" in error.diagnostic.hint


def test_drawings_cannot_pull_in_other_files(typst: TypstCompiler) -> None:
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" '
        b'width="9" height="9"><image width="9" height="9" x:href="/etc/passwd"/></svg>'
    )
    asset = Asset("a.svg", "image/svg+xml", drawing, "a.svg")
    error = failure(typst, '#image("a.svg", alt: "x")', asset)
    assert error.diagnostic.code is Code.IMAGE_UNSUPPORTED


def test_warnings_are_errors(typst: TypstCompiler) -> None:
    error = failure(typst, '#text(font: "No Such Font")[x]')
    assert "unknown font family" in error.diagnostic.message


def test_a_glyph_that_no_font_has_is_an_error(typst: TypstCompiler) -> None:
    error = failure(typst, "漢")
    assert error.diagnostic.code is Code.GLYPH_MISSING
    assert "漢" in error.diagnostic.message


def test_an_error_in_the_source_says_what_to_do(typst: TypstCompiler) -> None:
    error = failure(typst, "#link(<nowhere>)[x]")
    assert error.diagnostic.code is Code.TYPST_FAILED
    assert "nowhere" in error.diagnostic.message
    assert error.diagnostic.hint
    assert error.exit_status == 3


def test_hints_become_sentences() -> None:
    diagnostic = explain("something is wrong", ["try this", "or that"]).diagnostic
    assert diagnostic.hint == "Try this. Or that."


def test_a_compiler_works_on_after_an_error(typst: TypstCompiler) -> None:
    failure(typst, "#nothing")
    assert typst.compile(HEAD + "fine").startswith(b"%PDF")


def test_large_sources_are_forgotten_and_compile_all_the_same(typst: TypstCompiler) -> None:
    source = HEAD + "A sentence of some words that is long enough.\n\n" * 7000
    assert len(source) > 300_000
    assert b"/Type/Pages/Count 2" in typst.compile(source)  # 206 pages
    assert typst.compile(HEAD + "next").startswith(b"%PDF")


@pytest.mark.parametrize("depth", [60, 200])
def test_too_many_levels_are_named(typst: TypstCompiler, depth: int) -> None:
    source = HEAD + "#show quote: it => block(it.body)\n" + "#quote(block: true)[" * depth
    error = failure(typst, source + "x" + "]" * depth)
    assert error.diagnostic.code is Code.NESTING_TOO_DEEP
    assert "depth exceeded" in error.diagnostic.message
    assert "flatten" in error.diagnostic.hint


def test_threads_share_a_compiler(typst: TypstCompiler) -> None:
    sources = [f"{HEAD}= Part {number}" for number in range(6)]
    with ThreadPoolExecutor(3) as executor:
        together = list(executor.map(typst.compile, sources))
    assert together == [typst.compile(source) for source in sources]
