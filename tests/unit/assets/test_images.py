from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from plainlang.assets import AssetResult, carry_images
from plainlang.assets.kinds import image_kind, is_plain_svg
from plainlang.ast import attr, para, stringify, text, walk
from plainlang.diagnostics import Code, Severity
from plainlang.document import Document, Metadata, Provenance

#: The smallest PNG: one grey pixel (written by hand after the PNG specification, section 11).
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


def carry(
    folder: Path | None, target: str, alt: str = "a hand", limit: int = 10_000
) -> AssetResult:
    image = {"t": "Image", "c": [attr(), text(alt), [target, ""]], "line": 4}
    document = Document(
        "d", "en", Metadata(), (para([image]),), (1, 23, 1), Provenance("d.md", "markdown", "")
    )
    return carry_images(document, folder, limit)


def test_an_image_is_carried_under_the_name_of_its_content(tmp_path: Path) -> None:
    (tmp_path / "sub dir").mkdir()
    (tmp_path / "sub dir" / "a.jpg").write_bytes(PNG)  # the bytes count, not the name
    result = carry(tmp_path, "sub%20dir/a.jpg?v=1")
    (asset,) = result.document.assets
    assert asset.media_type == "image/png"
    assert asset.data == PNG
    image = next(e for e in walk(result.document.blocks) if e["t"] == "Image")
    assert image["c"][2][0] == asset.name
    assert asset.name.endswith(".png")
    assert result.diagnostics == ()


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("none.png", Code.IMAGE_NOT_FOUND),
        ("", Code.IMAGE_NOT_FOUND),
        ("../out.png", Code.IMAGE_OUTSIDE),
        ("../../../../etc/passwd", Code.IMAGE_OUTSIDE),
        ("%2e%2e/out.png", Code.IMAGE_OUTSIDE),
        ("/etc/passwd", Code.IMAGE_OUTSIDE),
        ("file:///etc/passwd", Code.IMAGE_UNSUPPORTED),
        ("data:image/png;base64,AAAA", Code.IMAGE_UNSUPPORTED),
        ("text.png", Code.IMAGE_UNSUPPORTED),
        ("big.png", Code.IMAGE_UNSUPPORTED),
        ("link.png", Code.IMAGE_OUTSIDE),
        ("a%00b.png", Code.IMAGE_NOT_FOUND),
        ("http://[bad/x.png", Code.IMAGE_NOT_FOUND),
        ("//[bad/x.png", Code.IMAGE_NOT_FOUND),
        ("[bad.png", Code.IMAGE_NOT_FOUND),
        ("x" * 300 + ".png", Code.IMAGE_NOT_FOUND),
        ("y/" * 3000 + "x.png", Code.IMAGE_NOT_FOUND),
    ],
)
def test_a_bad_image_is_an_error_with_its_line(tmp_path: Path, target: str, code: Code) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "out.png").write_bytes(PNG)
    (folder / "text.png").write_text("root:x:0:0")
    (folder / "big.png").write_bytes(PNG + b"\0" * 20_000)
    os.symlink(tmp_path / "out.png", folder / "link.png")
    result = carry(folder, target)
    (problem,) = result.diagnostics
    assert (problem.code, problem.severity) == (code, Severity.ERROR)
    assert (problem.file, problem.line) == ("d.md", 4)
    assert problem.hint
    assert result.document.assets == ()


@pytest.mark.parametrize("target", ["https://x.org/a.png", "//x.org/a.png", "HTTP://x.org/a.png"])
def test_a_remote_image_becomes_a_link(tmp_path: Path, target: str) -> None:
    result = carry(tmp_path, target, alt="")
    link = next(e for e in walk(result.document.blocks) if e["t"] == "Link")
    assert link["c"][2][0] == target
    assert stringify(link) == "a.png"
    assert [d.code for d in result.diagnostics] == [Code.IMAGE_REMOTE]


def test_a_missing_description_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(SVG)
    result = carry(tmp_path, "a.svg", alt="")
    assert [d.code for d in result.diagnostics] == [Code.IMAGE_NO_DESCRIPTION]
    assert result.document.assets[0].media_type == "image/svg+xml"


def test_standard_input_has_no_images() -> None:
    assert [d.code for d in carry(None, "a.png").diagnostics] == [Code.IMAGE_OUTSIDE]


@pytest.mark.parametrize(
    "inner",
    [
        b"<script>alert(1)</script>",
        b'<rect onload="x()"/>',
        b'<image href="https://x.org/a.png"/>',
        b'<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="file:///etc/passwd"/>',
        b"<foreignObject><p>x</p></foreignObject>",
        b'<rect style="fill:url(https://x.org/)"/>',
        b"<style>@import 'x.css';</style>",
        b'<animate attributeName="x"/>',
        b'<animateColor attributeName="x"/>',
        b'<set attributeName="x"/>',
        b'<?xml-stylesheet href="https://x.org/a.css"?>',
        b'<rect fill="URL(https://x.org/)"/>',
        b"<rect fill=\"url( 'https://x.org/')\"/>",
        b'<rect style="fill:u\\72l(https://x.org/)"/>',
        b"<style>rect{fill:u\\72l(https://x.org/)}</style>",
        b"<style>/**/<!-- c -->@IMPORT 'x.css';</style>",
        b'<use href="data:image/svg+xml,x"/>',
        b'<g xml:base="https://x.org/"><use href="#a"/></g>',
    ],
)
def test_an_svg_that_does_more_than_show_is_refused(inner: bytes) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg">' + inner + b"</svg>"
    assert not is_plain_svg(svg)
    assert image_kind(svg) is None


def test_an_instruction_around_an_svg_is_refused() -> None:
    root = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    assert is_plain_svg(b'<?xml version="1.0"?>' + root)
    assert not is_plain_svg(b'<?xml version="1.0"?><?xml-stylesheet href="a.css"?>' + root)
    assert not is_plain_svg(root + b"<?x y?>")


@pytest.mark.parametrize("value", [b"url(#a)", b"url( '#a' )", b"translate(1)"])
def test_an_svg_may_point_into_itself(value: bytes) -> None:
    root = b'<svg xmlns="http://www.w3.org/2000/svg"><rect x="'
    assert is_plain_svg(root + value + b'"/></svg>')


def test_the_path_of_an_image_is_the_one_that_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "old.png").write_bytes(PNG)
    os.symlink("old.png", tmp_path / "pen.png")
    (asset,) = carry(tmp_path, "pen.png?v=1").document.assets
    assert asset.path == str(tmp_path / "pen.png")
    assert asset.sha256 == hashlib.sha256(PNG).hexdigest()
    monkeypatch.chdir(tmp_path)  # the source is d.md, so its folder as given is the current one
    (asset,) = carry(tmp_path, "pen.png").document.assets
    assert asset.path == "pen.png"


def test_an_svg_with_entities_or_damage_is_refused() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'
    assert not is_plain_svg(bomb)
    assert not is_plain_svg(b"<svg")
    assert is_plain_svg(b'<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>')
