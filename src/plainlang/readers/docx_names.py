"""The XML names of WordprocessingML (ECMA-376 part 1), and small steps through its trees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
#: The namespaces of ISO/IEC 29500 Strict, which Word can save in, and what stands for them here.
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W,
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R,
    b"http://purl.oclc.org/ooxml/drawingml/main": A,
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP,
}


def value(element: Any, path: str, key: str = "val") -> str | None:
    """Return the attribute ``w:key`` of the first element at ``path`` below ``element``."""
    found = element.find(path) if element is not None else None
    return None if found is None else found.get(W + key)


def switched_on(element: Any, path: str) -> bool:
    """Tell whether a toggle such as ``w:vanish`` is there and is not switched off."""
    found = element.find(path) if element is not None else None
    return found is not None and found.get(W + "val", "true") not in {"0", "false", "off"}


def dissolve(element: Any) -> None:
    """Put the children of ``element`` into its place."""
    parent = element.getparent()
    place = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(place, child)
    parent.remove(element)


def text_of(element: Any) -> str:
    """Return the text of every run in ``element``, deleted text too."""
    return "".join(_text(element))


def _text(element: Any) -> Iterator[str]:
    for found in element.iter(W + "t", W + "delText", W + "tab", W + "br", W + "cr", W + "p"):
        yield found.text or "" if found.tag in {W + "t", W + "delText"} else " "
