"""Marks of Microsoft Word in text that was saved as a web page.

``<o:p>``, ``<w:…>``, ``<st1:…>`` and their like are XML of Word and hold words like any other
element; ``<![if !supportLists]>`` asks which program reads. Neither is HTML, and Markdown shows
them as text (or takes ``<st1:City>`` for an address). Only the marks go.
"""

from __future__ import annotations

import re

from plainlang.diagnostics import Code, Diagnostic, Severity

_MARK = re.compile(
    r"</?(?:o|w|v|x|m|st1):[A-Za-z]\w*(?:\s[^<>]*)?/?>|<!\[(?:if\b[^\]<>]*|endif)\]>"
)
_FENCE = re.compile(r"[\s>]*(`{3,}|~{3,})")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)")
#: Marks that the message names.
_NAMED = 5


def without_word_marks(body: str, offset: int, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return ``body`` without the marks, outside code, and an info that names them.

    :param offset: lines of the source above ``body``.
    """
    if not _MARK.search(body):
        return body, ()
    lines = body.split("\n")
    found: list[tuple[int, str]] = []
    fence = ""
    for index, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence or mark:
            if not fence and mark:
                fence = mark[1]
            elif mark and mark[1].startswith(fence) and not line.strip("> \t").strip(fence[0]):
                fence = ""
            continue
        code = [match.span() for match in _CODE.finditer(line)]
        marks = [
            match
            for match in _MARK.finditer(line)
            if not any(start <= match.start() < end for start, end in code)
        ]
        for match in reversed(marks):
            line = line[: match.start()] + line[match.end() :]
        lines[index] = line
        found.extend((index + 1 + offset, match[0]) for match in marks)
    if not found:
        return body, ()
    different = list(dict.fromkeys(mark for _, mark in found))
    shown = ", ".join(different[:_NAMED])
    if len(different) > _NAMED:
        shown += f" and {len(different) - _NAMED} others"
    number = f"{len(found):,} marks" if len(found) > 1 else "a mark"
    message = f"left out {number} of Microsoft Word, whose words stay: {shown}"
    return "\n".join(lines), (
        Diagnostic(Code.HTML_REMOVED, Severity.INFO, message, file, found[0][0]),
    )
