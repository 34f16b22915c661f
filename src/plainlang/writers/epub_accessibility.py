"""What an EPUB says about its own accessibility, computed from what is in it.

The vocabulary is schema.org's, as EPUB Accessibility 1.1 (section 2) asks for. The claim to
conform (``dcterms:conformsTo``) is **not** made: section 3.2.2 has it evaluated and then reported
together with the name of the party that certified it (``a11y:certifiedBy``), and nobody has
looked at this file. What can be checked by a program is checked on every build and reported there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plainlang.ast import has_class, stringify, walk
from plainlang.document import Asset, Block
from plainlang.writers.base import EditionSettings

#: The class of an image whose alternative text only says that it has none.
NO_DESCRIPTION = "no-description"


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides about a document's accessibility.

    :param described: every image has a real description; true where there are no images.
    """

    images: bool
    described: bool
    headings: bool
    formulas: bool


def facts(blocks: Sequence[Block]) -> Facts:
    """Return the facts about ``blocks``."""
    kinds: set[str] = set()
    described = True
    for element in walk(blocks):
        kinds.add(element["t"])
        if element["t"] == "Image":
            alt = stringify(element["c"][1]).strip()
            described = described and bool(alt) and not has_class(element, NO_DESCRIPTION)
    return Facts("Image" in kinds, described, "Header" in kinds, "Math" in kinds)


def accessibility(
    known: Facts, assets: Sequence[Asset], settings: EditionSettings
) -> list[tuple[str, str]]:
    """Return the ``schema:`` properties that hold for a publication, as name and value."""
    features = {
        "ARIA": True,
        "displayTransformability": True,
        "readingOrder": True,
        "tableOfContents": True,
        "structuralNavigation": known.headings,
        "alternativeText": known.images and known.described,
        "MathML": known.formulas,
        "largePrint": settings.profile is not None,
    }
    sufficient = ["textual"] if known.described else []
    if known.images:
        sufficient.append("textual,visual")
    return [
        ("schema:accessMode", "textual"),
        *([("schema:accessMode", "visual")] if known.images else []),
        *(("schema:accessModeSufficient", modes) for modes in sufficient),
        *(("schema:accessibilityFeature", name) for name, holds in features.items() if holds),
        ("schema:accessibilityHazard", "unknown" if _may_move(assets) else "none"),
    ]


def summary(known: Facts, settings: EditionSettings) -> str:
    """Return the accessibility of a publication in sentences for its reader."""
    translate = settings.translate
    sentences = [
        translate(
            "The text adapts to any screen and letter size, can be read by a screen reader, "
            "and its headings are linked from a table of contents."
        )
    ]
    if known.images:
        sentences.append(
            translate("All images have a description.")
            if known.described
            else translate("Some images have no description.")
        )
    sentences.append(
        translate("A program checked this file; no person has certified its accessibility.")
    )
    return " ".join(sentences)


def _may_move(assets: Sequence[Asset]) -> bool:
    """Tell whether an image could flash or move: an animation is not looked at frame by frame."""
    return any(
        # GIF: a second graphic control extension. PNG: the chunk that APNG adds. WebP: its flag
        # chunk. SVG: SMIL elements, CSS animation, scripts.
        (asset.media_type == "image/gif" and asset.data.count(b"\x21\xf9\x04") > 1)
        or (asset.media_type == "image/png" and b"acTL" in asset.data)
        or (asset.media_type == "image/webp" and b"ANIM" in asset.data)
        or (
            asset.media_type == "image/svg+xml"
            and any(
                mark in asset.data for mark in (b"<animate", b"<set", b"@keyframes", b"<script")
            )
        )
        for asset in assets
    )
