"""Say which characters cannot be printed, so that a person can find them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from plainlang.diagnostics import Code
from plainlang.exceptions import EngineError

#: More names than this make a message that nobody reads.
_NAMED = 8

_HANGUL = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7AF))
_KANA = ((0x3040, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F))
_HAN = ((0x2E80, 0x2FDF), (0x3000, 0x303F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
        (0xF900, 0xFAFF), (0xFF00, 0xFF65), (0x20000, 0x3134F))  # fmt: skip
_EMOJI = ((0x1F000, 0x1FAFF),)


def describe(character: str) -> str:
    """Return a character as ``👇 WHITE DOWN POINTING BACKHAND INDEX (U+1F447)``.

    Control and private characters have no name and cannot be shown; they are described instead.
    """
    point = f"U+{ord(character):04X}"
    category = unicodedata.category(character)
    if category == "Co":
        return f"private character {point}"
    if category in {"Cc", "Cn", "Cs"}:
        return f"control or unassigned character {point}"
    return f"{character} {unicodedata.name(character, 'unnamed character')} ({point})"


def hint(characters: Sequence[str]) -> str:
    """Return what to do about characters that no font has."""
    points = [ord(c) for c in characters]
    for ranges, language in ((_HANGUL, "kr"), (_KANA, "jp"), (_HAN, "sc")):
        if any(_within(point, ranges) for point in points):
            return (
                f'Run: pip install "noto-cjk[sans-{language}]", or install the fonts that your '
                "system calls Noto Sans CJK (Debian and Ubuntu: apt install fonts-noto-cjk)"
            )
    if any(unicodedata.category(c) == "Co" for c in characters):
        return (
            "Private characters are pictures of one font (often bullets or ticks from a word "
            "processor). Replace them in the source by the characters that they show."
        )
    if any(_within(point, _EMOJI) for point in points):
        return "Replace the emoji in the source by words: not every reader sees or hears them."
    if any(unicodedata.category(c)[0] == "L" for c in characters):
        return (
            "plainlang can print Latin, Greek, Cyrillic, Devanagari and Arabic letters. Leave the "
            "PDF formats out for this document: --format epub,html"
        )
    return "Replace the characters in the source."


def glyphs_missing(
    missing: Sequence[str], *, file: str | None = None, line: int | None = None
) -> EngineError:
    """Return the error that says which characters no installed font has.

    :param missing: at least one character.
    :param file: the source as the user gave it.
    :param line: the line of the source where the first of them stands, if known.
    """
    named = ", ".join(describe(c) for c in missing[:_NAMED])
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    return EngineError(
        f"no font has these characters, so they cannot be printed: {named}{more}",
        code=Code.GLYPH_MISSING,
        file=file,
        line=line,
        hint=hint(missing),
    )


def _within(point: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(first <= point <= last for first, last in ranges)
