"""Words in braces that another program takes for conditions: ``{.adult} Take two tablets.``

pandoc takes them for attributes. Before a text, where they belong to no element, it drops them,
and "seven days" for those who are vaccinated becomes "seven days" for everybody. They stay as text.
A class that plainlang does not know, on a part or on words, is shown nowhere; that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from plainlang.ast import structures
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Block

#: An attribute block (commonmark-hs, "attributes"): classes, an identifier, keys with values.
_ATTRIBUTES = (
    r"\{\s*(?:[.#][\w:-]+|[\w:-]+=(?:\"[^\"]*\"|[^\s{}\"]+))"
    r"(?:\s+(?:[.#][\w:-]+|[\w:-]+=(?:\"[^\"]*\"|[^\s{}\"]+)))*\s*\}"
)
#: One that is attached to nothing: not right behind a word, a bracket or code, and with text
#: behind it on its line (a block of attributes for what follows stands alone on its line).
_LOOSE = re.compile(rf"(?<![\w\])`*_~\\}}])(?<!:::)(?<!::: )({_ATTRIBUTES})(?=\s+\S)")
_FENCE = re.compile(r"\s*(?:>\s?)*(?:[-*+]\s+|\d+[.)]\s+)*(`{3,}|~{3,})")
#: Names of boxes that site generators draw: they say how a part looks, not for whom it is.
_BOXES = frozenset(
    "alert box callout caution danger example hint important info note success tip warning".split()
)
#: Classes with a meaning for plainlang (docs/explanation/markdown.md), and those of its rules.
KNOWN = _BOXES | frozenset(
    """abstract aside disclosure gloss legal link-list name no-score note number references rights
    task term""".split()
)


def with_loose_attributes(body: str, offset: int, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return ``body`` with the attributes that belong to nothing as text, and a message for each.

    :param offset: lines of the source above ``body``.
    """
    if "{" not in body:
        return body, ()
    lines = body.split("\n")
    found: dict[str, list[int]] = {}
    fence = ""
    for index, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip("> \t").strip(fence[0]):
                fence = ""
            continue
        if mark:
            fence = mark[1]
            continue
        for attributes in _LOOSE.finditer(line):
            found.setdefault(attributes[1], []).append(index + 1 + offset)
        lines[index] = _LOOSE.sub(r"\\\1", line)
    notes = tuple(
        Diagnostic(
            Code.DIRECTIVE_KEPT,
            Severity.WARNING,
            f"“{words}” looks like a condition for another program; it stands as text"
            + (f" (lines {', '.join(map(str, where))})" if len(where) > 1 else ""),
            file,
            where[0],
            "Write in words for whom the text is, or take it out.",
        )
        for words, where in found.items()
    )
    return "\n".join(lines), notes


def unknown_classes(blocks: Iterable[Block], file: str) -> tuple[Diagnostic, ...]:
    """Return a message for each class, on a part or on words, that no edition shows."""
    found: dict[str, int | None] = {}
    for element in structures(list(blocks)):
        if element["t"] in {"Div", "Span"}:
            for name in element["c"][0][1]:
                if name not in KNOWN:
                    found.setdefault(name, element.get("line"))
    return tuple(
        Diagnostic(
            Code.DIRECTIVE_KEPT,
            Severity.WARNING,
            f"no edition shows what the class “{name}” stands for; its words stand there for all",
            file,
            line,
            "Say in words what it means (for whom the text is, or that it is a warning).",
        )
        for name, line in found.items()
    )
