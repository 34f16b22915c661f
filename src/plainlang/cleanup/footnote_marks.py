"""Find the superscript numbers that are marks of footnotes, and no exponents or isotopes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from plainlang.ast import stringify, walk
from plainlang.cleanup.blocks import Inlines
from plainlang.cleanup.inlines import is_link, split_at, trimmed
from plainlang.document import Inline

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+")
_RAISED_END = re.compile(r"[⁰¹²³⁴-⁹]+$")
_NUMBER = re.compile(r"[1-9]\d?")
#: What a mark can stand behind: a letter, or the punctuation at the end of a word.
#: (A superscript digit counts as a letter in ``\w``.)
_LETTER = r"[^\W\d_⁰¹²³⁴-⁹]"
_BEFORE = re.compile(rf"(?:{_LETTER}|[.,;:!?)\]”’»\"'%®™*])\s?$")
_LAST_WORD = re.compile(rf"({_LETTER}+)$")
#: Units whose square and cube are written with a superscript (SI Brochure, 9th edition; foot and
#: inch). Single letters need no entry: a number at one is an exponent in any case.
UNITS = frozenset({"mm", "cm", "dm", "km", "nm", "pm", "µm", "μm", "ft", "yd", "mi", "in", "ha"})
#: Elements with isotopes used in medicine: "¹⁸F", "¹³¹I", "²²³Ra".
_ISOTOPE = re.compile(
    r"(?:H|He|C|N|O|F|P|S|K|Cr|Fe|Co|Cu|Ga|Se|Br|Rb|Sr|Y|Zr|Mo|Tc|In|I|Xe|Cs|Ba|Sm|Gd|Tb|Ho|Er"
    r"|Yb|Lu|Re|Ir|Au|Hg|Tl|Pb|Bi|At|Rn|Ra|Ac|Th|U)(?![a-z])"
)
#: Elements in which a word can be marked, besides spans, quotations and links.
_NESTED = frozenset({"Emph", "Strong", "Underline", "SmallCaps"})


@dataclass(frozen=True, slots=True)
class Definition:
    """The mark at the beginning of a paragraph.

    :param number: in plain digits.
    :param text: as written.
    :param rest: the paragraph's inlines without the mark.
    """

    number: str
    text: str
    rest: Inlines


def definition(inlines: Inlines) -> Definition | None:
    """Return the mark that ``inlines`` begin with, ``None`` where there is none."""
    content = trimmed(inlines)
    if not content:
        return None
    first, *others = content
    if first["t"] == "Superscript":
        text = stringify(first).strip()
        rest = others
    elif first["t"] == "Str" and (found := _RAISED.match(first["c"])):
        text = found.group()
        tail = first["c"][found.end() :]
        rest = [{**first, "c": tail}, *others] if tail else others
    else:
        return None
    number = text.translate(_DIGITS)
    rest = trimmed(rest)
    if not _NUMBER.fullmatch(number) or not rest or _is_isotope(int(number), stringify(rest)):
        return None
    return Definition(number, text, rest)


def begins_raised(inlines: Inlines) -> bool:
    """Tell whether ``inlines`` begin with anything raised."""
    content = trimmed(inlines)
    if not content:
        return False
    kind = content[0]["t"]
    return kind == "Superscript" or (kind == "Str" and bool(_RAISED.match(content[0]["c"])))


def _is_isotope(number: int, text: str) -> bool:
    """Tell whether ``number`` before ``text`` is a mass number, as in "¹³C breath test"."""
    symbol = _ISOTOPE.match(text)
    return symbol is not None and (number >= 11 or symbol.group() in {"H", "He"})


def has_marks(inlines: Inlines) -> bool:
    """Tell whether ``inlines`` hold anything raised at all, to pass over most paragraphs fast."""
    return any(
        element["t"] == "Superscript" or (element["t"] == "Str" and _RAISED.search(element["c"]))
        for element in walk(inlines)
    )


def replace_marks(
    inlines: Inlines, note_for: Callable[[str, str, bool], Inline | None], before: str = ""
) -> Inlines:
    """Return ``inlines`` with marks replaced by what ``note_for`` gives for them.

    :param note_for: called with the number, the mark as written and whether it stands in a
        link; it returns ``None`` for marks that are to stay.
    :param before: the text before ``inlines``.
    """
    result: Inlines = []
    for index, item in enumerate(inlines):
        kind = item["t"]
        after = _text(inlines[index + 1])[:1] if index + 1 < len(inlines) else ""
        if kind == "Str":
            result.extend(_replaced(item, before, after, note_for))
        elif kind == "Superscript" and _is_mark(stringify(item), before, after):
            text = stringify(item).strip()
            result.append(note_for(text.translate(_DIGITS), text, False) or item)
        elif kind in _NESTED:
            result.append({**item, "c": replace_marks(item["c"], note_for, before)})
        elif is_link(item):
            result.extend(_behind_link(item, before, after, note_for))
        elif kind in {"Span", "Quoted"}:
            inner = replace_marks(item["c"][1], note_for, before)
            result.append({**item, "c": [item["c"][0], inner]})
        else:
            result.append(item)
        before = (before + _text(item))[-40:]
    return result


def _text(item: Inline) -> str:
    """Return the text of ``item``; a note counts as the number that it replaced."""
    return "1" if item["t"] == "Note" else stringify(item, notes=False)


def _behind_link(
    link: Inline, before: str, after: str, note_for: Callable[[str, str, bool], Inline | None]
) -> Inlines:
    """Return a link and, behind it, the note of a mark that ends it.

    A note cannot stand inside a link: other marks in it stay, and ``note_for`` is told.
    """
    attributes, inlines, *target = link["c"]
    parts = split_at(inlines, len(_RAISED_END.sub("", stringify(inlines))))
    if inlines and inlines[-1]["t"] == "Superscript":
        parts = list(inlines[:-1]), [inlines[-1]]
    content, end = parts or (inlines, [])
    replace_marks(content, lambda number, text, _: note_for(number, text, True), before)
    notes: Inlines = []
    if content and end:
        filler: Inline = {"t": "Str", "c": after}
        marked = replace_marks([*end, filler], note_for, before + stringify(content))
        notes = [item for item in marked if item["t"] == "Note"]
    return [{**link, "c": [attributes, content, *target]}, *notes] if notes else [link]


def _replaced(
    item: Inline, before: str, after: str, note_for: Callable[[str, str, bool], Inline | None]
) -> Inlines:
    text: str = item["c"]
    result: Inlines = []
    start = 0
    for found in _RAISED.finditer(text):
        follows = text[found.end() : found.end() + 1] or after
        if not _is_mark(found.group(), before + text[: found.start()], follows):
            continue
        note = note_for(found.group().translate(_DIGITS), found.group(), False)
        if note is None:
            continue
        if found.start() > start:
            result.append({**item, "c": text[start : found.start()]})
        result.append(note)
        start = found.end()
    if not start:
        return [item]
    return [*result, {**item, "c": text[start:]}] if start < len(text) else result


def _is_mark(text: str, before: str, after: str) -> bool:
    """Tell whether a superscript between two texts can be a footnote's mark."""
    if not _NUMBER.fullmatch(text.strip().translate(_DIGITS)):
        return False
    if after[:1].isalnum() or after[:1] in {"⁺", "⁻", "+"}:
        return False
    if not _BEFORE.search(before):
        return False
    word = _LAST_WORD.search(before)
    return word is None or (len(word.group()) > 1 and word.group() not in UNITS)
