"""``<code>`` around words of a line.

Code in the AST is a string and cannot hold a placeholder, so it is made before anything is read.
"""

from __future__ import annotations

import re
from typing import Any

from plainlang.ast import attr, stringify

_START = re.compile(r"<(code|tt|samp)(?:\s[^>]*)?>", re.IGNORECASE)
_WORDS = frozenset({"Str", "Space", "SoftBreak"})


def with_code(items: list[Any]) -> list[Any]:
    """Return ``items`` with each ``<code>``, words, ``</code>`` as one ``Code`` element."""
    result: list[Any] = []
    index = 0
    while index < len(items):
        name = _starts(items[index])
        last = index + 1
        while name and last < len(items) and items[last]["t"] in _WORDS:
            last += 1
        if name and last < len(items) and _is_end(items[last], name):
            words = stringify(items[index + 1 : last])
            if words.strip():
                result.append({"t": "Code", "c": [attr(), words]})
            index = last + 1
            continue
        result.append(items[index])
        index += 1
    return result


def _starts(item: Any) -> str:
    if item.get("t") != "RawInline" or item["c"][0] != "html":
        return ""
    found = _START.fullmatch(item["c"][1])
    return found[1].lower() if found else ""


def _is_end(item: Any, name: str) -> bool:
    return bool(item["t"] == "RawInline" and re.fullmatch(rf"(?i)</{name}\s*>", item["c"][1]))
