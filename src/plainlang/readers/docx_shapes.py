"""Text boxes and drawings of a DOCX, which pandoc leaves out without a word."""

from __future__ import annotations

from typing import Any

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.readers.docx_names import MC, WP, A, R, W, text_of
from plainlang.readers.notices import text_box_moved

_VML = "{urn:schemas-microsoft-com:vml}"


def free_text_boxes(root: Any, file: str) -> tuple[Diagnostic, ...]:
    """Move the paragraphs of every text box behind the paragraph that it is anchored to."""
    notes = []
    last: dict[Any, Any] = {}  # the last paragraph behind each anchor, so that their order stays
    _one_alternative(root)
    for box in list(root.iter(W + "txbxContent")):
        anchor = box.getparent()
        while anchor is not None and anchor.tag != W + "p":
            anchor = anchor.getparent()
        if anchor is None or anchor.getparent() is None:
            continue
        words = " ".join(text_of(box).split())
        holder = anchor.getparent()
        place = holder.index(last.get(anchor, anchor)) + 1
        children = list(box)
        for child in reversed(children):
            holder.insert(place, child)
        if children:
            last[anchor] = children[-1]
        box.getparent().remove(box)
        if words:
            notes.append(text_box_moved(words, file))
    return tuple(notes)


def _one_alternative(root: Any) -> None:
    """Keep one of the alternatives of a drawing: both hold the same text."""
    for choice in list(root.iter(MC + "AlternateContent")):
        options = [*choice.findall(MC + "Choice"), *choice.findall(MC + "Fallback")]
        # The alternative with a picture that pandoc can read goes before one without.
        best = max(
            options,
            key=lambda o: (
                next(o.iter(A + "blip", _VML + "imagedata"), None) is not None,
                o.tag == MC + "Choice",
            ),
            default=None,
        )
        parent = choice.getparent()
        if parent is None:
            continue
        place = parent.index(choice)
        for child in reversed(list(best) if best is not None else []):
            parent.insert(place, child)
        parent.remove(choice)


def other_drawings(root: Any, file: str) -> tuple[Diagnostic, ...]:
    """Return a message for each drawing that is no picture: a chart, a diagram, a shape."""
    notes = []
    for drawing in root.iter(W + "drawing"):
        blip = next(drawing.iter(A + "blip"), None)
        if blip is not None and (blip.get(R + "embed") or blip.get(R + "link")):
            continue
        properties = next(drawing.iter(WP + "docPr"), None)
        attributes = {} if properties is None else properties.attrib
        named = attributes.get("descr") or attributes.get("title") or attributes.get("name") or ""
        data = next(drawing.iter(A + "graphicData"), None)
        uri = "" if data is None else data.get("uri", "")
        kind = next((name for key, name in _KINDS.items() if key in uri), "")
        if not kind:
            continue  # a shape or a box without a picture: its words were taken already
        notes.append(
            Diagnostic(
                Code.IMAGE_UNSUPPORTED,
                Severity.ERROR,
                f"{kind} cannot be carried into an edition" + (f": “{named}”" if named else ""),
                file,
                hint="Put it in as a picture (PNG) with a description.",
            )
        )
    return tuple(notes)


_KINDS = {"/chart": "a chart", "/diagram": "a SmartArt diagram", "/ink": "a drawing in ink"}
