"""The same characters where a document has them in another way than as themselves.

``&#7;`` in Markdown and ``"\\u202e"`` in YAML stand for characters that the lines of the source do
not hold. They are treated as they are in a line (:mod:`~plainlang.encoding.controls`), once the
document is read.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from plainlang.ast import line_of, stringify
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document, Repair
from plainlang.encoding import controls
from plainlang.encoding.damage import REPLACEMENT
from plainlang.encoding.directions import STEP, direction_notes
from plainlang.encoding.steps import LINE_STEPS

_STEPS = ("mark lost signs", "remove controls", "make spaces of feeds", STEP)
_LEAVES = frozenset({"Para", "Plain", "Header", "LineBlock", "CodeBlock"})


def remove_referenced(
    document: Document, text: str | None
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document without such characters, and what is to be said about it.

    :param text: the source's text, where every such character comes from a reference; ``None``
        where the document was read from something else.
    """
    source = document.provenance.source
    found: list[Diagnostic] = []
    changed: dict[str, Any] = {}
    for field in fields(document.metadata):
        value = getattr(document.metadata, field.name)
        if isinstance(value, (str, tuple)) and _cleaned(value) != value:
            changed[field.name] = _cleaned(value)
            shown = value if isinstance(value, str) else " ".join(value)
            found += _notes(shown, document.metadata.lines.get(field.name), source)
    if changed:
        document = replace(document, metadata=replace(document.metadata, **changed))
    if text is not None and "&#" not in text:
        return document, tuple(found)
    blocks = tuple(_block(block, None, found, source) for block in document.blocks)
    return replace(document, blocks=blocks), tuple(found)


def _block(value: Any, line: int | None, found: list[Diagnostic], source: str) -> Any:
    """Return an element or a list of them cleaned; each leaf that changes is told once."""
    if isinstance(value, list):
        return [_block(item, line, found, source) for item in value]
    if not isinstance(value, dict):
        return _cleaned(value)
    line = line_of(value) or line
    if value.get("t") not in _LEAVES:
        return {key: _block(item, line, found, source) for key, item in value.items()}
    made = _cleaned(value)
    if made != value:
        found += _notes(stringify(value), line, source)
    return made


def _cleaned(value: Any) -> Any:
    """Return a value of JSON, or a tuple of texts, with every text in it cleaned."""
    if isinstance(value, str):
        return _clean(value) if controls.may_change(value) else value
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, tuple):
        return tuple(_cleaned(item) for item in value)
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    return value


def _clean(text: str) -> str:
    lines = text.split("\n")
    for step in _STEPS:
        lines = [LINE_STEPS[step](line) for line in lines]
    return "\n".join(lines)


def _notes(before: str, line: int | None, source: str) -> list[Diagnostic]:
    """Return what is to be said about one text, whose words may stand in several elements."""
    after = _clean(before)
    if any(mark in before for mark in controls.OVERRIDES):
        repair = Repair(line or 0, before, after, (STEP,))
        notes = direction_notes("", (repair,), source)
        return [replace(note, line=line) for note in notes]
    if after.count(REPLACEMENT) > before.count(REPLACEMENT):
        return [
            Diagnostic(
                Code.ENCODING_DAMAGED,
                Severity.WARNING,
                "a character reference here stands for a control character; it shows as U+FFFD",
                source,
                line,
                "Write what was meant.",
            )
        ]
    return [
        Diagnostic(
            Code.TEXT_REPAIRED,
            Severity.INFO,
            "removed a character reference that stands for a control character",
            source,
            line,
        )
    ]
