"""Instructions to other programs in Markdown: directives, shortcodes, template tags.

plainlang cannot carry them out, and nobody but the author knows what they stand for. They are
kept as the text that they are, and each is reported. What stands in them is text for a reader,
too: Markdown would take the indented text below ``.. note::`` or ``!!! note``, and the content of
MyST's ```` ```{note} ````, for program code, so that is moved to where it is read as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plainlang.ast import LEAF_BLOCKS, stringify, structures, transform
from plainlang.diagnostics import Code, Diagnostic, Severity, limited
from plainlang.document import Block

#: What is recognised, with the tools that use it. The text of a paragraph is looked at with its
#: line breaks, and program code in it as two backquotes.
_DIRECTIVES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"\{\{.{0,300}?\}\}",  # Liquid, Jinja, Hugo, Handlebars, MediaWiki
        r"\{%.{0,300}?%\}",  # Liquid, Jinja
        r"<%.{0,300}?%>",  # ERB, EJS
        r"\$\{[A-Za-z_][\w.]*\}",  # template strings
        r"^\.\. [\w-]+::.*$",  # reStructuredText
        r"^(?:!!!|\?\?\?\+?) +[\w-]+.*$",  # MkDocs
        r"^:{3,}.*$",  # Docusaurus, MyST, Pandoc: those that were not understood
        r"^\{[a-z][\w:-]*\}(?: .*)?$",  # MyST, opened below
        r"(?:\{[a-z][\w:-]*\}|:[a-z][\w:-]*:)``",  # roles of MyST and Sphinx
        r"^\[\[?_?(?i:toc)_?\]\]?$",  # Python-Markdown, GitLab
        r"!\[\[[^\[\]]+\]\]",  # Obsidian
        r"\[/?[a-z_-]+(?: [a-z_-]+=\"[^\"]*\")+ ?/?\]",  # WordPress
        r"^\\(?:newpage|pagebreak|clearpage|tableofcontents|toc)\b.*$",  # TeX
        r"^import (?:[\w*{][^'\"]* from )?['\"][^'\"]+['\"];?$",  # MDX
        r"^export (?:default|const|let|function) .*$",  # MDX
    )
)
_FENCE = re.compile(r"(?P<space> *)(?P<mark>`{3,}|~{3,})(?P<info>.*)")
_INDENTED = re.compile(r"(?:\.\. [\w-]+::|(?:!!!|\?\?\?\+?) +[\w-]+)")
_MYST = re.compile(r"\s*\{(?P<name>[a-z][\w:-]*)\}")
#: Directives of MyST, and chunks of R Markdown, whose content is no text.
_PROGRAMS = frozenset(
    """code code-block code-cell sourcecode literalinclude eval-rst math mermaid raw
    parsed-literal prompt doctest graphviz r python julia bash sql js ojs stan""".split()
)


def opened(body: str) -> str:
    """Return ``body`` with the content of directives where Markdown reads it as text.

    The number of lines stays, so that messages name the right ones.
    """
    if not any(sign in body for sign in (".. ", "!!!", "???", "{")):
        return body
    lines = body.split("\n")
    index = 0
    while index < len(lines):
        fence = _FENCE.fullmatch(lines[index])
        if fence:
            end = _end_of(lines, index, fence)
            name = _MYST.match(fence["info"])
            if name and name["name"] not in _PROGRAMS and end < len(lines):
                lines[index] = fence["space"] + fence["info"].strip()
                lines[end] = ""
                index += 1
                continue
            index = end
        elif _INDENTED.match(lines[index]):
            _unindent(lines, index + 1)
        index += 1
    return "\n".join(lines)


def _end_of(lines: list[str], start: int, fence: re.Match[str]) -> int:
    """Return the index of the line that ends a fence, else the number of lines."""
    mark = fence["mark"]
    for index in range(start + 1, len(lines)):
        text = lines[index].strip()
        if text.startswith(mark) and not text.strip(mark[0]):
            return index
    return len(lines)


def _unindent(lines: list[str], start: int) -> None:
    end = start
    while end < len(lines) and (not lines[end].strip() or lines[end][0] in " \t"):
        end += 1
    inside = [line.expandtabs(4) for line in lines[start:end]]
    depth = min((len(line) - len(line.lstrip()) for line in inside if line.strip()), default=0)
    lines[start:end] = [line[depth:] for line in inside]


def directives(blocks: tuple[Block, ...], file: str) -> tuple[Diagnostic, ...]:
    """Return a warning for each different directive in ``blocks``, with all its lines."""
    found: dict[str, list[int]] = {}
    for line, text in _texts(blocks):
        for start, words in _matches(text):
            lines = found.setdefault(" ".join(words.split()), [])
            if line is not None:
                lines.append(line + text.count("\n", 0, start))
    told = [_diagnostic(words, lines, file) for words, lines in found.items()]
    return limited(told, "instructions to other programs")


def _matches(text: str) -> list[tuple[int, str]]:
    """Return the directives in ``text``; one inside another is part of it."""
    spans = sorted(
        (match.start(), -match.end()) for each in _DIRECTIVES for match in each.finditer(text)
    )
    result: list[tuple[int, str]] = []
    last = 0
    for start, end in spans:
        # The address of a link that a template should have written is told by its own rule.
        address = text.rfind("](", 0, start)
        if start >= last and (address < 0 or ")" in text[address:start]):
            result.append((start, text[start:-end]))
            last = -end
    return result


def _diagnostic(words: str, lines: list[int], file: str) -> Diagnostic:
    shown = words if len(words) <= 80 else words[:79].rstrip() + "…"
    message = f"kept “{shown}” as text: it is an instruction to another program"
    if len(lines) > 1:
        message += "; also in line " + ", ".join(map(str, lines[1:]))
    return Diagnostic(
        Code.DIRECTIVE_KEPT,
        Severity.WARNING,
        message,
        file,
        lines[0] if lines else None,
        "Write in its place what a reader should read.",
    )


def _texts(blocks: tuple[Block, ...]) -> Iterator[tuple[int | None, str]]:
    """Yield each paragraph and heading with its line, its lines set apart as they were typed."""
    above: int | None = None
    for element in structures(blocks):
        above = element.get("line", above)
        if element["t"] in LEAF_BLOCKS:
            yield element.get("line", above), stringify(transform(element, _typed), notes=False)


def _typed(element: Any) -> Any:
    if element["t"] == "SoftBreak":
        return {"t": "LineBreak"}
    return {"t": "Str", "c": "``"} if element["t"] == "Code" else element
