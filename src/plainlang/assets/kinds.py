"""What kind of image some bytes are, told by the bytes and not by the name."""

from __future__ import annotations

import re
from typing import Any

#: What makes CSS point outside the picture. An escape (a backslash) could hide any of it.
_OUTSIDE = re.compile(r"url\(\s*+['\"]?+(?!#)|@import|image-set\(|\\", re.IGNORECASE)
#: Kinds of pictures that an SVG may hold within itself.
_INLINE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)
#: Elements that run or hold something else; ``animate…`` and ``set`` move the picture.
_ACTIVE = frozenset({"script", "foreignobject", "iframe", "set", "handler", "listener", "discard"})
#: Signatures from the formats' specifications (PNG 1.2 §3.1, JFIF 1.02, GIF89a §17).
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png", ".png"),
    (b"\xff\xd8\xff", "image/jpeg", ".jpg"),
    (b"GIF87a", "image/gif", ".gif"),
    (b"GIF89a", "image/gif", ".gif"),
)


def image_kind(data: bytes) -> tuple[str, str] | None:
    """Return ``(media type, suffix)``, or ``None`` for what is no image that is carried."""
    for signature, media_type, suffix in _SIGNATURES:
        if data.startswith(signature):
            return media_type, suffix
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp", ".webp"
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<") and b"<svg" in head and is_plain_svg(data):
        return "image/svg+xml", ".svg"
    return None


def is_plain_svg(data: bytes) -> bool:
    """Tell whether an SVG is a still picture that points to nothing outside itself."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return False
    if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in data:
        return False
    tree = root.getroottree()
    if next(tree.iter(etree.PI), None) is not None or any(
        sibling.tag is etree.PI
        for preceding in (True, False)
        for sibling in root.itersiblings(preceding=preceding)
    ):
        return False  # `<?xml-stylesheet?>` fetches; the XML declaration is none of these
    return not any(_is_active(element) for element in root.iter(etree.Element))


def _is_active(element: Any) -> bool:
    from lxml import etree

    name = etree.QName(element).localname.lower()
    if name in _ACTIVE or name.startswith("animate"):
        return True
    for key, raw in element.attrib.items():
        attribute, value = etree.QName(str(key)).localname.lower(), str(raw)
        if attribute.startswith("on") or str(key).endswith("namespace}base"):
            return True
        if attribute == "href" and not _INLINE.match(value):
            return True
        if (attribute == "style" or "(" in value or "@" in value) and _OUTSIDE.search(value):
            return True
    return name == "style" and bool(_OUTSIDE.search("".join(element.itertext())))
