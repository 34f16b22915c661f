"""Read the text of a PDF back, in the order in which assistive technology reads it.

The order is that of the structure tree, not of the drawing. Page numbers and other artifacts
are left out, and so are the numbers and bullets that Typst puts before items and notes; the
text of a note stands where its mark is, the description of an image where the image is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from plainlang.validators.pdf_content import Run, runs
from plainlang.validators.readback import ReadBack

if TYPE_CHECKING:
    import pikepdf

#: Structure types that begin and end a word (ISO 32000-1, 14.8.4: block-level structure, list
#: and table elements). ``Code`` and ``Link`` stand within a line.
_BREAKING = frozenset(
    "/Document /Part /Sect /Div /P /H1 /H2 /H3 /H4 /H5 /H6 /L /LI /LBody /Lbl /Table /THead /TBody "
    "/TFoot /TR /TH /TD /Caption /BlockQuote /Note /Figure /Title /Terms".split()
)


@dataclass(frozen=True, slots=True)
class PdfLink:
    """One link as the structure tree has it.

    :param target: its URI, or ``#`` and the name of a place in the file.
    :param text: its words.
    :param description: what assistive technology is given for it (``Contents``).
    """

    target: str
    text: str
    description: str


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a PDF says.

    :param words: the words in reading order.
    :param labels: the numbers, bullets and note marks that were left out, in reading order.
    :param links: all links that lead somewhere but those between notes and their marks.
    """

    words: tuple[str, ...]
    labels: tuple[str, ...]
    links: tuple[PdfLink, ...]


def read_pdf(data: bytes) -> ReadBack:
    """Return the words and link targets of a tagged PDF. Raises as :func:`read_text` does."""
    return read_back(read_text(data))


def read_back(content: PdfText) -> ReadBack:
    """Return the words and link targets of what a PDF says."""
    return ReadBack(content.words, tuple(link.target for link in content.links))


def read_text(data: bytes) -> PdfText:
    """Return the text, labels and links of a tagged PDF.

    :raises pikepdf.PdfError: if ``data`` is no PDF.
    :raises ValueError: if the PDF has no structure tree.
    """
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        return in_reading_order(pdf, runs(pdf))


def in_reading_order(pdf: pikepdf.Pdf, shown: Iterable[Run]) -> PdfText:
    """Return the text, labels and links of an open PDF.

    :param shown: all its text, see :func:`plainlang.validators.pdf_content.runs`.
    :raises ValueError: if the PDF has no structure tree.
    """
    if "/StructTreeRoot" not in pdf.Root:
        raise ValueError("the PDF has no structure tree")
    content: dict[tuple[int, int], list[str]] = defaultdict(list)
    for run in shown:
        if run.mcid is not None and not run.artifact:
            content[run.page, run.mcid].append(run.text)
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    reader = _Reader({key: "".join(parts) for key, parts in content.items()}, pages)
    reader.read(pdf.Root.StructTreeRoot.get("/K"))
    return PdfText(
        tuple("".join(reader.parts).split()),
        tuple(reader.labels),
        tuple(reader.links),
    )


class _Reader:
    """Walks one structure tree; a stack of its own keeps deep nesting from ending it."""

    def __init__(self, content: dict[tuple[int, int], str], pages: dict[Any, int]) -> None:
        self.parts: list[str] = []
        self.labels: list[str] = []
        self.links: list[PdfLink] = []
        self._content = content
        self._pages = pages

    def read(self, root: Any) -> None:
        import pikepdf

        # (node, page, types of the two elements around it, whether its list has numbers)
        stack: list[Any] = [(root, -1, ("", ""), False)]
        while stack:
            item = stack.pop()
            if callable(item):
                item()
                continue
            node, page, around, numbered = item
            if isinstance(node, int):
                self.parts.append(self._content.get((page, node), ""))
            elif isinstance(node, pikepdf.Array):
                stack.extend((child, page, around, numbered) for child in reversed(list(node)))
            elif isinstance(node, pikepdf.Dictionary):
                if "/Pg" in node:
                    page = self._pages.get(node.Pg.objgen, page)
                if "/S" in node:
                    self._element(node, page, around, numbered, stack)
                elif "/MCID" in node:
                    self.parts.append(self._content.get((page, int(node.MCID)), ""))

    def _element(
        self, node: Any, page: int, around: tuple[str, str], numbered: bool, stack: list[Any]
    ) -> None:
        kind = str(node.S)
        start = len(self.parts)
        if kind == "/L":
            numbered = _numbering(node) not in {"", "/None"}
        if kind in _BREAKING:
            self.parts.append(" ")
            stack.append(lambda: self.parts.append(" "))
        if kind == "/Lbl" and (around[1] != "/LI" or numbered):
            stack.append(lambda: self._take_label(start))
        elif kind == "/Link" and (around[1] != "/Lbl" or around[0] == "/LI"):
            stack.append(lambda: self._take_link(node, start))
        replacement = node.get("/ActualText")
        if replacement is None and kind == "/Figure":
            replacement = node.get("/Alt")
        if replacement is not None:
            self.parts.append(str(replacement))
        elif "/K" in node:
            stack.append((node.K, page, (around[1], kind), numbered))

    def _take_label(self, start: int) -> None:
        text = "".join(self.parts[start:]).strip()
        if text:
            self.labels.append(text)
        del self.parts[start:]
        self.parts.append(" ")

    def _take_link(self, node: Any, start: int) -> None:
        text = " ".join("".join(self.parts[start:]).split())
        for annotation in _link_annotations(node)[:1]:
            description = str(annotation.get("/Contents", ""))
            self.links.append(PdfLink(_target(annotation), text, description))


def _target(annotation: Any) -> str:
    import pikepdf

    if "/A" in annotation:
        return str(annotation["/A"].get("/URI", ""))
    # A place has a name, unless it is the place of a note or its mark.
    destination = annotation.get("/Dest")
    return f"#{destination}" if isinstance(destination, pikepdf.String) else ""


def _numbering(node: Any) -> str:
    attributes = node.get("/A")
    if attributes is None:
        return ""
    for attribute in attributes if hasattr(attributes, "append") else [attributes]:
        if "/ListNumbering" in attribute:
            return str(attribute["/ListNumbering"])
    return ""


def _link_annotations(node: Any) -> list[Any]:
    children = node.get("/K")
    if children is None:
        return []
    nodes = list(children) if hasattr(children, "append") else [children]
    return [n.Obj for n in nodes if hasattr(n, "keys") and "/Obj" in n]
