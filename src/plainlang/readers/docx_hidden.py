"""Text of a DOCX that is formatted as hidden, by itself or by its style."""

from __future__ import annotations

from typing import Any

from plainlang.diagnostics import Diagnostic
from plainlang.readers.docx_names import W, switched_on, text_of, value
from plainlang.readers.notices import hidden_text


def hidden_styles(root: Any | None) -> frozenset[str]:
    """Return the identifiers of the styles in ``styles.xml`` that hide their text."""
    if root is None:
        return frozenset()
    stated: dict[str, tuple[bool | None, str | None]] = {}
    for style in root.iter(W + "style"):
        vanish = style.find(f"{W}rPr/{W}vanish")
        state = None if vanish is None else switched_on(style, f"{W}rPr/{W}vanish")
        stated[style.get(W + "styleId", "")] = (state, value(style, W + "basedOn"))
    hidden = set()
    for name in stated:
        current: str | None = name
        seen: set[str] = set()
        while current in stated and current not in seen:
            seen.add(current)
            state, current = stated[current]
            if state is not None:
                if state:
                    hidden.add(name)
                break
    return frozenset(hidden)


def remove_hidden(root: Any, styles: frozenset[str], file: str) -> tuple[Diagnostic, ...]:
    """Remove text that is formatted as hidden, and name it."""
    hidden = []
    for run in list(root.iter(W + "r")):
        if _is_hidden(run, styles):
            hidden.append(text_of(run))
            run.getparent().remove(run)
    words = " ".join("".join(hidden).split())
    if not words:
        return ()
    return (hidden_text(words, file),)


def _is_hidden(run: Any, styles: frozenset[str]) -> bool:
    if run.find(f"{W}rPr/{W}vanish") is not None:
        return switched_on(run, f"{W}rPr/{W}vanish")
    paragraph = next(run.iterancestors(W + "p"), None)
    named = (value(run, f"{W}rPr/{W}rStyle"), value(paragraph, f"{W}pPr/{W}pStyle"))
    return any(name in styles for name in named)
