"""The tags of a PDF agree with the document: no heading, item, cell, image or note is lost.

Checkers of PDF/UA ask whether the tags are well-formed. They do not notice headings that became
paragraphs or header cells that became data, because they do not know the document. This one
counts the elements of the document that was printed and the tags of the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from plainlang import __version__, ast
from plainlang.diagnostics import Severity
from plainlang.validators.base import Finding

if TYPE_CHECKING:
    import pikepdf

Element = dict[str, Any]

CHECKER = "plainlang.structure"

#: What is counted, and what a person calls it.
NAMES = {
    **{f"H{level}": f"headings of level {level}" for level in range(1, 7)},
    "L": "lists",
    "LI": "list items",
    "Table": "tables",
    "TR": "table rows",
    "TH": "header cells",
    "TD": "data cells",
    "Caption": "captions",
    "Figure": "images with a description",
    "Link": "links",
    "Note": "notes",
    "BlockQuote": "quotations",
}


def check_structure(data: bytes, blocks: Sequence[Element]) -> tuple[Finding, ...]:
    """Return what :func:`compare_tags` finds in a PDF, or that it cannot be read."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return compare_tags(pdf, blocks)
    except pikepdf.PdfError as error:
        return (_finding("unreadable", f"the file cannot be read: {error}"),)


def compare_tags(pdf: pikepdf.Pdf, blocks: Sequence[Element]) -> tuple[Finding, ...]:
    """Return one finding for each kind of tag whose number is not that of the document.

    :param blocks: the Pandoc AST of what was printed, wide tables already reshaped.
    """
    elements = list(ast.structures(list(blocks)))
    expected = expected_tags(elements)
    levels = [e["c"][0] for e in elements if e["t"] == "Header"]
    found, found_levels = found_tags(pdf)
    findings = [
        _finding(
            kind, f"{name}: the document has {expected[kind]}, the tags of the PDF {found[kind]}"
        )
        for kind, name in NAMES.items()
        if expected[kind] != found[kind]
    ]
    if levels != found_levels and sorted(levels) == sorted(found_levels):
        findings.append(_finding("order", "the headings are tagged in another order"))
    return tuple(findings)


def expected_tags(elements: Iterable[Element]) -> Counter[str]:
    """Return how many tags of each type a document needs.

    :param elements: all of it but words and spaces.
    """
    result: Counter[str] = Counter()
    for element in elements:
        kind, content = element["t"], element.get("c", [])
        if kind == "Header":
            result[f"H{content[0]}"] += 1
        elif kind in {"BulletList", "DefinitionList"}:
            result["L"] += 1
            result["LI"] += len(content)
        elif kind == "OrderedList":
            result["L"] += 1
            result["LI"] += len(content[1])
        elif kind == "Table":
            result["Table"] += 1
            result["Caption"] += bool(content[1][1])
            result.update(_cells(content))
        elif kind == "Figure":
            result["Caption"] += bool(content[1][1])
        elif kind == "Image":
            result["Figure"] += 1
        elif kind in {"Link", "Note", "BlockQuote"}:
            result[kind] += 1
    return result


def _cells(content: list[Any]) -> Iterator[str]:
    """Yield the tag of each row and cell of a table."""
    _, _, _, head, bodies, foot = content
    head_rows = head[1]
    if not any(cell[4] for _, cells in head_rows for cell in cells):
        head_rows = []  # a head without text is no head
    sections = [(head_rows, len(content[2]))]
    for _, head_columns, intermediate, rows in bodies:
        sections += [(intermediate, len(content[2])), (rows, head_columns)]
    sections.append((foot[1], 0))
    for rows, head_columns in sections:
        covered: Counter[int] = Counter()
        for _, cells in rows:
            yield "TR"
            column = 0
            reaching: Counter[int] = Counter()
            for _, _, row_span, column_span, _ in cells:
                while covered[column]:
                    column += 1
                yield "TH" if column < head_columns else "TD"
                for spanned in range(column, column + column_span):
                    reaching[spanned] = row_span
                column += column_span
            covered = Counter({c: n - 1 for c, n in (covered + reaching).items() if n > 1})


def found_tags(pdf: pikepdf.Pdf) -> tuple[Counter[str], list[int]]:
    """Return how many tags of each type a PDF has, and the levels of its headings in order.

    Links between notes and their marks are not counted, nor images without a description.
    """
    import pikepdf

    result: Counter[str] = Counter()
    levels: list[int] = []
    root = pdf.Root.get("/StructTreeRoot")
    # Every node with the types of the elements around it, the nearest last.
    stack: list[tuple[Any, tuple[str, str]]] = [(root.K if root is not None else None, ("", ""))]
    while stack:
        node, around = stack.pop()
        if isinstance(node, pikepdf.Array):
            # Most are the numbers of marked content.
            stack += [(n, around) for n in reversed(list(node)) if not isinstance(n, int)]
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            kind = str(node.S)[1:]
            counted = kind != "Figure" or str(node.get("/Alt", "")).strip()
            # The label of an item may hold links of the document, that of a note its own.
            of_note = kind == "Link" and around[1] == "Lbl" and around[0] != "LI"
            result[kind] += bool(counted and not of_note)
            if len(kind) == 2 and kind[0] == "H" and kind[1].isdigit():
                levels.append(int(kind[1]))
            stack.append((node.get("/K"), (around[1], kind)))
    return result, levels


def _finding(code: str, message: str) -> Finding:
    return Finding(CHECKER, __version__, code, Severity.ERROR, message)
