"""A sentence that ends with another kind of mark, or a Spanish question that is not opened."""

from __future__ import annotations

from collections.abc import Iterator

from plainlang.catalogs.checks.base import WARNING, Check, Pair
from plainlang.catalogs.checks.words import INVISIBLE

_KINDS = {
    **dict.fromkeys(".。．।۔", "a full stop"),
    **dict.fromkeys("?？؟", "a question mark"),
    **dict.fromkeys("!！", "an exclamation mark"),
    **dict.fromkeys(":：", "a colon"),
    **dict.fromkeys(";；؛", "a semicolon"),
    **dict.fromkeys(",，،、", "a comma"),
    "…": "an ellipsis",
}
_CLOSERS = "\"'”’»«›)）]】」』〉》\u00a0\u202f \t\n"


def _find(pair: Pair) -> Iterator[str]:
    own, other = _kind(pair.source_text), _kind(pair.translated_text)
    if own != other:
        yield f"The source ends with {own or 'no mark'}, the translation with {other or 'none'}."
    if pair.language.lower().startswith("es"):
        for end, start in (("?", "¿"), ("!", "¡")):
            text = pair.translated_text
            if end in text and start not in text:
                yield f"A Spanish sentence that ends with {end} begins with {start}."


def _kind(text: str) -> str:
    text = INVISIBLE.sub("", text).rstrip(_CLOSERS)
    if text.endswith("..."):
        return _KINDS["…"]
    return _KINDS.get(text[-1:], "")


CHECK = Check("end-punctuation", WARNING, "It ends with another kind of mark.", _find)
