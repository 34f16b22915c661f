"""What kind of image some bytes are, told by the bytes and not by the name."""

from __future__ import annotations

import re

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
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname.lower()
        if name in {
            "script",
            "foreignobject",
            "iframe",
            "animate",
            "set",
            "animatetransform",
            "animatemotion",
        }:
            return False
        for key, raw in element.attrib.items():
            attribute, value = etree.QName(str(key)).localname.lower(), str(raw)
            if attribute.startswith("on"):
                return False
            if attribute == "href" and not (value.startswith(("#", "data:image/"))):
                return False
            if re.search(r"url\(\s*['\"]?(?!#)", value) or "@import" in value:
                return False
        if (
            name == "style"
            and element.text
            and re.search(r"url\(\s*['\"]?(?!#)|@import", element.text)
        ):
            return False
    return True
