"""Choose the fonts of one document by the characters that occur in it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path

from plainlang.fonts.embedded import symbol_fonts
from plainlang.fonts.families import FAMILIES, FontFamily
from plainlang.fonts.metrics import metrics


@dataclass(frozen=True, slots=True)
class FontChoice:
    """The fonts of a document.

    :param main: the family that the letters are set in.
    :param names: the families in the order in which they are asked for a glyph, main first.
    :param missing: characters that no installed font has, in code point order.
    """

    main: FontFamily
    names: tuple[str, ...]
    missing: tuple[str, ...] = ()

    def folders(self) -> tuple[Path, ...]:
        """Return the folders with the files of these families, for the engine that sets them."""
        chosen = (family for family in FAMILIES if family.name in self.names)
        return tuple(folder for family in chosen for folder in family.folders())


def needs_glyph(character: str) -> bool:
    """Tell whether a font must have ``character`` for it to be shown.

    White space is drawn by nobody; format characters (soft hyphen, zero width space and joiners,
    directional marks) and variation selectors steer the shaping and are then dropped.
    """
    if character.isspace():
        # Unusual spaces have a width of their own, which only a font knows.
        return unicodedata.category(character) == "Zs" and character not in " \u00a0"
    if 0xFE00 <= ord(character) <= 0xFE0F or 0xE0100 <= ord(character) <= 0xE01EF:
        return False
    return unicodedata.category(character) != "Cf"


def choose(counts: Mapping[str, int]) -> FontChoice:
    """Return the fonts for a text with these characters and their numbers of occurrence.

    The main family is the first one that has all letters of the script that most of the text
    is in, with their marks, so that no word is set in two faces; where none has them all, it
    is the one that has most. A Greek letter or an Arabic name in an English text does not take
    the whole text away from the face that is easiest to read. Families that only fill gaps
    follow. A family is read only if the ones before it leave a gap.

    :raises MissingProgramError: if a family that is part of plainlang is not installed.
    """
    needed = {c: n for c, n in counts.items() if needs_glyph(c)}
    letters = _main_script(needed)
    main = FAMILIES[0]
    best = -1
    for family in _available():
        has = sum(n for c, n in letters.items() if metrics(family).has(c))
        if has > best:
            main, best = family, has
        if best == sum(letters.values()):
            break
    names = [main.name]
    left = {c for c in needed if not metrics(main).has(c)}
    # A Noto face is completed by the other Noto faces first: they are drawn to go together.
    rest = [f for f in _available() if f is not main]
    if main is not FAMILIES[0]:
        rest = [*rest[1:], rest[0]]
    own = [(f.name, metrics(f).advances) for f in rest if not f.optional]
    # A font that only some machines have must not draw the arrow of an English text.
    extra = [f for f in rest if f.optional]
    for name, characters in (*own, *symbol_fonts()):
        left = _taken(left, name, characters, names)
    for family in extra if left else ():
        left = _taken(left, family.name, metrics(family).advances, names)
    return FontChoice(main, tuple(names), tuple(sorted(left)))


def _taken(left: set[str], name: str, has: Container[int], names: list[str]) -> set[str]:
    """Return what is left to be drawn by others; ``names`` gets the name if it draws any."""
    covered = {c for c in left if ord(c) in has}
    if covered:
        names.append(name)
    return left - covered


def _main_script(counts: Mapping[str, int]) -> dict[str, int]:
    """Return the letters and marks of the script that has the most of them."""
    scripts: Counter[str] = Counter()
    members: dict[str, dict[str, int]] = {}
    for character, count in counts.items():
        if unicodedata.category(character)[0] in "LM":
            # A name begins with its script: "LATIN SMALL LETTER A", "CJK UNIFIED IDEOGRAPH-".
            script = unicodedata.name(character, "").partition(" ")[0]
            members.setdefault(script, {})[character] = count
            scripts[script] += count if script != "COMBINING" else 0
    if not scripts:
        return {}
    return members[scripts.most_common(1)[0][0]] | members.get("COMBINING", {})


def _available() -> list[FontFamily]:
    return [f for f in FAMILIES if not f.optional or f.installed()]
