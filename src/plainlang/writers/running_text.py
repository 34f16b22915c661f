"""Words and the spaces between them as one string, and raw text that stands side by side.

A page of 93,000 words is 250,000 elements, and pandoc's time and memory go by their number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

Element = dict[str, Any]

#: What pandoc escapes where it stands alone: the mark of an item.
_ITEM = re.compile(r"[0-9]+\.")


def running(inlines: Sequence[Element]) -> list[Element]:
    """Return ``inlines`` with words that single spaces part as one string each.

    What pandoc writes is the same where it does not wrap lines. Strings that stand side by side
    stay two, because it escapes each by itself; raw text of Typst becomes one, because it is
    written as it is.
    """
    result: list[Element] = []
    words: list[str] = []
    raw: list[str] = []
    spaced = False  # a space follows the words

    def close() -> None:
        if words:
            result.append({"t": "Str", "c": " ".join(words)})
            words.clear()
        if raw:
            result.append({"t": "RawInline", "c": ["typst", "".join(raw)]})
            raw.clear()
        if spaced:
            result.append({"t": "Space"})

    for element in inlines:
        kind = element["t"]
        if kind == "Space" and words and not spaced:
            spaced = True
        elif kind == "Str" and words and spaced and not _ITEM.fullmatch(words[0]):
            words.append(element["c"])
            spaced = False
        elif kind == "RawInline" and element["c"][0] == "typst" and raw:
            raw.append(element["c"][1])
        else:
            close()
            spaced = False
            if kind == "Str":
                words.append(element["c"])
            elif kind == "RawInline" and element["c"][0] == "typst":
                raw.append(element["c"][1])
            else:
                result.append(element)
    close()
    return result


def with_running_text(value: Any) -> Any:
    """Return blocks, or anything in them, with all their inlines as :func:`running` gives them."""
    if isinstance(value, dict):
        content = value.get("c")
        return {**value, "c": with_running_text(content)} if isinstance(content, list) else value
    if not isinstance(value, list) or not value or isinstance(value[0], str):
        return value
    if any(isinstance(item, dict) and item.get("t") == "Str" for item in value):
        value = running(value)
    return [with_running_text(item) if isinstance(item, (dict, list)) else item for item in value]
