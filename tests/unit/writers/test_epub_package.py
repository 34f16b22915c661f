"""What an EPUB says about itself must be true."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from html_samples import PNG, SVG, make, settings
from lxml import etree

from plainlang.ast import text
from plainlang.document import Asset, Document
from plainlang.engines import Engines
from plainlang.writers.base import PrintProfile
from plainlang.writers.epub_accessibility import accessibility, facts, summary
from plainlang.writers.epub_package import Chapter, identifier, package_file

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
CHAPTERS = [Chapter("text/ch001.xhtml", "A medicine", (), False, "")]
ANIMATED_GIF = b"GIF89a" + b"\x21\xf9\x04\x00\x00\x00\x00\x00" * 2
STILL_GIF = b"GIF89a" + b"\x21\xf9\x04\x00\x00\x00\x00\x00"


def image(alt: str, *classes: str) -> dict[str, object]:
    inline = {"t": "Image", "c": [["", list(classes), []], text(alt), ["media/a.png", ""]]}
    return {"t": "Para", "c": [inline]}


def package(document: Document, direction: str = "ltr", *images: Asset) -> etree._Element:
    chosen = settings(direction=direction)
    return etree.fromstring(package_file(document, chosen, "T", CHAPTERS, images).encode())


def properties(*blocks: dict[str, object], assets: tuple[Asset, ...] = ()) -> dict[str, list[str]]:
    result: dict[str, list[str]] = {}
    for name, value in accessibility(facts(blocks), assets, settings()):
        result.setdefault(name.removeprefix("schema:"), []).append(value)
    return result


def test_dublin_core(engines: Engines) -> None:
    document = make(
        engines,
        "Text.",
        url="https://example.org/a",
        source="NCI",
        rights="Public domain",
        rights_basis="permission of A",
        licence="public_domain",
        description="About.",
        authors=("One", "Two"),
        tags=("lung",),
        last_reviewed=date(2025, 12, 30),
    )
    root = package(document)
    found = [(e.tag.removeprefix(DC), e.text) for e in root.iter(f"{DC}*")]
    assert found[1:] == [
        ("title", "T"),
        ("language", "en"),
        ("creator", "One"),
        ("creator", "Two"),
        ("publisher", "NCI"),
        ("source", "https://example.org/a"),
        ("date", "2025-12-30"),
        ("rights", "Public domain"),
        ("rights", "permission of A"),
        ("description", "About."),
        ("subject", "lung"),
    ]
    metas = {m.get("property"): m.text for m in root.iter(f"{OPF}meta")}
    assert metas["dcterms:modified"] == "2025-12-30T00:00:00Z"


def test_what_is_not_known_is_not_said(engines: Engines) -> None:
    root = package(make(engines, "Text."))
    assert [e.tag.removeprefix(DC) for e in root.iter(f"{DC}*")] == [
        "identifier",
        "title",
        "language",
    ]
    metas = {m.get("property"): m.text for m in root.iter(f"{OPF}meta")}
    assert metas["dcterms:modified"] == "1980-01-01T00:00:00Z", "never the time of the build"


def test_conformance_is_not_claimed(engines: Engines) -> None:
    text = etree.tostring(package(make(engines, "Text."))).decode()
    assert "conformsTo" not in text
    assert "certifiedBy" not in text


def test_the_identifier_survives_a_revision_of_the_text(engines: Engines) -> None:
    first = make(engines, "Text.", url="https://example.org/a", version="1")
    revised = make(engines, "Other.", title="Other", url="https://example.org/a", version="2")
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5.*", identifier(first, settings()))
    assert identifier(first, settings()) == identifier(revised, settings())


def test_editions_that_differ_have_different_identifiers(engines: Engines) -> None:
    document = make(engines, "Text.", url="https://example.org/a")
    profile = PrintProfile("acb", 18, (1, 1, 1, 1), 1, 1, "1in", "a4", True, "")
    other_place = replace(document, metadata=replace(document.metadata, url=""))
    identifiers = {
        identifier(document, settings()),
        identifier(replace(document, language="es"), settings()),
        identifier(document, replace(settings(), profile=profile)),
        identifier(other_place, settings()),
        identifier(replace(other_place, id="other"), settings()),
    }
    assert len(identifiers) == 5


def test_manifest_and_spine(engines: Engines) -> None:
    root = package(make(engines, "Text."), "rtl", Asset("media/a.svg", "image/svg+xml", SVG, ""))
    items = {i.get("id"): (i.get("href"), i.get("media-type")) for i in root.iter(f"{OPF}item")}
    assert items["image-1"] == ("media/a.svg", "image/svg+xml")
    assert items["text-1"] == ("text/ch001.xhtml", "application/xhtml+xml")
    spine = root.find(f"{OPF}spine")
    assert [i.get("idref") for i in spine] == ["text-1"], "no title page, no contents page"
    assert spine.get("page-progression-direction") == "rtl"
    assert root.get("dir") == "rtl"


def test_without_images_no_description_is_claimed() -> None:
    found = properties({"t": "Para", "c": text("x")})
    assert found["accessMode"] == ["textual"]
    assert found["accessModeSufficient"] == ["textual"]
    assert "alternativeText" not in found["accessibilityFeature"]
    assert "structuralNavigation" not in found["accessibilityFeature"]
    assert found["accessibilityHazard"] == ["none"]


def test_images_that_are_all_described() -> None:
    found = properties(image("A pump"), image("A dot"))
    assert found["accessMode"] == ["textual", "visual"]
    assert found["accessModeSufficient"] == ["textual", "textual,visual"]
    assert "alternativeText" in found["accessibilityFeature"]


@pytest.mark.parametrize(
    "without", [image("Image without description", "no-description"), image("")]
)
def test_one_image_without_a_description(without: dict[str, object]) -> None:
    found = properties(image("A pump"), without)
    assert found["accessModeSufficient"] == ["textual,visual"], "the text alone is not enough"
    assert "alternativeText" not in found["accessibilityFeature"]
    assert "Some images have no description." in summary(facts([without]), settings())


@pytest.mark.parametrize(
    ("media_type", "data", "hazard"),
    [
        ("image/png", PNG, "none"),
        ("image/png", PNG.replace(b"IDAT", b"acTL"), "unknown"),
        ("image/gif", STILL_GIF, "none"),
        ("image/gif", ANIMATED_GIF, "unknown"),
        ("image/webp", b"RIFF....WEBPVP8X....ANIM", "unknown"),
        ("image/svg+xml", SVG, "none"),
        ("image/svg+xml", SVG.replace(b"/></svg>", b"><animate/></rect></svg>"), "unknown"),
    ],
)
def test_hazards(media_type: str, data: bytes, hazard: str) -> None:
    asset = Asset("media/a", media_type, data, "a")
    assert properties(image("x"), assets=(asset,))["accessibilityHazard"] == [hazard]


def test_the_summary_is_translated_and_says_in_which_language(engines: Engines) -> None:
    document = make(engines, "Text.", language="es")
    chosen = settings(lambda message: f"<{len(message)}>", "es")
    assert re.fullmatch(r"(<\d+> ?)+", summary(facts(document.blocks), chosen))
    root = etree.fromstring(package_file(document, chosen, "T", CHAPTERS, ()).encode())
    (found,) = (
        m for m in root.iter(f"{OPF}meta") if m.get("property") == "schema:accessibilitySummary"
    )
    assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == "es"
