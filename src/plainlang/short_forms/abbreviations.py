"""Abbreviations that a text itself defines: "chimeric antigen receptor (CAR)".

The method is that of A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying
abbreviation definitions in biomedical text", Pacific Symposium on Biocomputing 2003, 451-462:
brackets give a short form and the words beside them; the characters of the short form are
looked for in the words from right to left, and the first one must begin a word. What S. Sohn,
D. C. Comeau, W. Kim, W. J. Wilbur, "Abbreviation definition identification based on automatic
precision estimates", BMC Bioinformatics 9:402 (2008), adds is taken over in one respect: a way to
read the short form as initials of words goes before one that finds its characters anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plainlang.short_forms.alignment import align

#: Characters and words of a short form (Schwartz and Hearst, section 3.1).
LONGEST_SHORT = 10
MOST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """One definition in a text.

    :param short: the short form as the text writes it, with the ``s`` of a plural.
    :param long: the long form as the text writes it.
    :param short_start: offset of the short form in the text.
    :param long_start: offset of the long form in the text.
    """

    short: str
    long: str
    short_start: int
    long_start: int


#: Characters in brackets beyond which they are no place to look in.
_LONGEST_INSIDE = 200
#: Letters of a short form in small letters whose signs may lie anywhere; a longer one is a word.
_LONGEST_SMALL = 4
#: Words in brackets that are no short forms.
_ORDINARY = frozenset(
    "also and are as both but each eg eff for from her his ie in is its left less like mean more"
    " most not now of off old on one only or our out over right see six some such tea ten than that"
    " that\u0020is the then they this top two used via was we were which who with year years".split(
        " "
    )
)
_CLOSING = {")": "(", "]": "["}
#: Where a short form ends within its brackets: "(CAR; also …)", "(CAR, see below)", "(CAR or …)".
_CUT = re.compile(r"\s*(?:[;,:]\s|[;=<>]|\s(?:or|and|o|y|ou|et|oder|und)\s|\s[–—-]\s)")
#: Words that introduce a short form, or quotation marks around it.
_LEAD = re.compile(
    r"(?:(?:abbreviated|also called|also known as|called|known as|termed|hereafter|herein|i\.e\.,?"
    r"|or|the|referred to as|abreviad[oa]|también llamad[oa]|llamad[oa]|conocid[oa] como|o|sigla"
    r"|siglas en inglés:?|por sus siglas en inglés,?|por sus siglas|en abrégé|abrégée?|ou|kurz|auch"
    r"|abgekürzt)(?:\s+(?:as|to|como|en))?\s+)+",
    re.IGNORECASE,
)
_QUOTES = "\"'“”‘’«»„‚*_"
#: The end of a sentence: nothing before it belongs to a long form.
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-ZÁÉÍÓÚ¿¡])|[;:]\s|\n\s*\n|(?:(?<=\s)|^)[(\[]|[)\]](?=\s)")
_ROMAN = re.compile(r"(?:X{0,3}(?:IX|IV|V?I{0,3}))$", re.IGNORECASE)
_MEASURE = re.compile(
    r"[\d.,]+\s?(?:[kmµμn]?[gmlLMN]|mol|h|min|s|d|y|yr|yrs|[kM]?Hz|k?Da|c?Gy|IU|cm|mm|%|°C?|[kK]?[cC]al)"
)
_WORD_BEFORE = re.compile(r"(\S+(?:[ \u00a0]\S+)?)\s*$")


def find_abbreviations(text: str) -> tuple[Abbreviation, ...]:
    """Return the abbreviations that ``text`` defines, in their order.

    >>> [(a.short, a.long) for a in find_abbreviations("a chimeric antigen receptor (CAR)")]
    [('CAR', 'chimeric antigen receptor')]
    >>> find_abbreviations("El VIH (virus de la inmunodeficiencia humana)")[0].long
    'virus de la inmunodeficiencia humana'
    """
    return tuple(_found(text))


def _found(text: str) -> Iterator[Abbreviation]:
    for start, end in _brackets(text):
        before = text[max(0, start - 401) : start - 1]
        if not before.strip():
            continue
        moved = start - 1 - len(before)
        found = _short_inside(before, text[start:end], len(before) + 1)
        found = found or _long_inside(before, text[start:end], len(before) + 1)
        found = found or _both_inside(text[start:end], len(before) + 1)
        if found is not None:
            yield replace(
                found, short_start=found.short_start + moved, long_start=found.long_start + moved
            )


def _brackets(text: str) -> list[tuple[int, int]]:
    """Return the inside of every pair of brackets, also of those within others, in order."""
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"[()\[\]]|\n\s*\n", text):
        sign = match[0]
        if sign in "([":
            waiting.append((sign, match.end()))
        elif sign not in _CLOSING:
            waiting.clear()
        elif waiting and waiting[-1][0] == _CLOSING[sign]:
            start = waiting.pop()[1]
            if 0 < match.start() - start <= _LONGEST_INSIDE:
                found.append((start, match.start()))
    return sorted(found)


def _short_inside(before: str, inside: str, start: int) -> Abbreviation | None:
    """Read "long form (SHORT)"."""
    cut = _CUT.search(inside)
    shown = inside[: cut.start()] if cut else inside
    lead = _LEAD.match(shown)
    offset = lead.end() if lead else 0
    short = shown[offset:].strip(_QUOTES + " \u00a0")
    if not short:
        return None
    offset = inside.find(short, offset)
    if not is_short_form(short):
        return None
    region_start = _region(before)
    region = before[region_start:].rstrip()
    value = bool(cut and cut[0].strip().startswith(("=", "<", ">")))
    if (len(short) == 1 and (value or not before[-1].isspace())) or short in _ORDINARY:
        return None  # "(P < 0.05)", "7(E)", "(that is, …)"
    strict = value or (short.islower() and len(short) > _LONGEST_SMALL and "-" not in short)
    for form in _forms(short):
        place = align(form, region, strict=strict)
        if place is not None:
            shift = len(region) - place - len(region[place:].lstrip(_QUOTES + "-–— "))
            place += shift
            long = region[place:].rstrip(_QUOTES + " ,")
            if _plausible(short, long):
                return Abbreviation(short, long, start + offset, region_start + place)
    return None


def _long_inside(before: str, inside: str, start: int) -> Abbreviation | None:
    """Read "SHORT (long form)"."""
    match = _WORD_BEFORE.search(before)
    if match is None:
        return None
    words = match[1]
    for short in dict.fromkeys((words.rpartition(" ")[2], words)):
        stripped = short.strip(_QUOTES + ",")
        if not is_short_form(stripped) or not _looks_short(stripped):
            continue
        cut = re.search(r"[;:]|,\s", inside)
        for long in dict.fromkeys((inside, inside[: cut.start()] if cut else inside)):
            lead = _LEAD.match(long)
            offset = lead.end() if lead else 0
            for form in _forms(stripped):
                place = align(form, long[offset:], whole=True)
                if place is not None and _plausible(stripped, long[offset + place :]):
                    where = before.rindex(short) + short.index(stripped)
                    return Abbreviation(
                        stripped, long[offset + place :].strip(), where, start + offset + place
                    )
    return None


def _both_inside(inside: str, start: int) -> Abbreviation | None:
    """Read "(long form, SHORT)"."""
    long, comma, short = inside.rpartition(", ")
    if not comma or not is_short_form(short) or not _looks_short(short):
        return None
    found = _short_inside(long, short, start + len(long) + len(comma))
    return None if found is None else replace(found, long_start=found.long_start + start)


def _region(before: str) -> int:
    """Return where the sentence that ends ``before`` begins."""
    begin = max(0, len(before) - 300)
    last = begin
    for found in _SENTENCE.finditer(before, begin):
        last = found.end()
    return last


def _forms(short: str) -> tuple[str, ...]:
    """Return the short form, first without the ``s`` of a plural where it could be one."""
    if re.fullmatch(r".*[A-Z0-9]['’]?s", short) and len(short) > 2:
        return (short.removesuffix("s").rstrip("'’"), short)
    return (short,)


def is_short_form(value: str) -> bool:
    """Tell whether ``value`` has the form of an abbreviation.

    As in Schwartz and Hearst: at most two words and ten characters, a letter among them, a letter
    or digit first. A single small letter, a Roman number and a number with its unit are none.
    """
    compact = value.replace(" ", "").replace("\u00a0", "")
    return (
        1 <= len(compact) <= LONGEST_SHORT
        and len(value.split()) <= MOST_WORDS
        and value[0].isalnum()
        and any(map(str.isalpha, value))
        and not _MEASURE.fullmatch(value)
        and not (len(value) > 1 and _ROMAN.match(value) and value.upper() != "CI")
        and not (len(value) == 1 and not value.isupper())
    )


def _looks_short(value: str) -> bool:
    """Tell whether a word before brackets can be an abbreviation: it has two capitals."""
    return sum(map(str.isupper, value)) >= 2


def _plausible(short: str, long: str) -> bool:
    """Tell whether ``long`` can be a long form: longer, and the short form is no word of it."""
    words = re.findall(r"[^\s\-]+", long)
    return (
        len(long) > len(short)
        and short.casefold() not in (word.casefold().strip(".,") for word in words)
        and len(long.split()) <= min(len(short) + 5, 2 * len(short))
        and long.count("(") == long.count(")")
    )
