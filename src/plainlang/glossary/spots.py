"""Where in a sentence a gloss can stand, and between which marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from plainlang.glossary.gloss import without_brackets
from plainlang.glossary.gloss_words import (
    borrows_short_forms,
    grammar,
    is_full_width,
    is_unspaced,
)
from plainlang.glossary.inline_text import OPAQUE
from plainlang.languages import direction
from plainlang.short_forms.abbreviations import is_short_form
from plainlang.short_forms.alignment import align

#: Endings that belong to the word although they stand outside of the link: "[tumor]s".
_SUFFIX = re.compile(r"(?:s|es|e|n|en)(?![\w-])")
_SHORT_FORM = re.compile(r"\s?[(（]([^()（）\s][^()（）]{0,14}?)[)）]")
_DASH = "–"
#: Signs before which an explanation between dashes needs no closing dash.
_AFTER = ".,;:!?)]}\n”»，。；：！？）،؛؟"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a gloss.

    :param place: offset in the text; the gloss stands before the sign there.
    :param within: the gloss joins a bracket that holds the term's abbreviation.
    :param enclosed: the term stands in brackets, so that the gloss must not have any.
    :param explained: there is no place, because the text explains the term itself.
    """

    place: int
    within: bool = False
    enclosed: bool = False
    explained: bool = False


def spot(text: str, start: int, end: int, language: str) -> Spot | None:
    """Return the place for a gloss of ``text[start:end]``; ``None`` where it would disturb.

    It would in the middle of a compound, in a name, before a raised number, and where the text
    explains the term itself.
    """
    suffix = _SUFFIX.match(text, end)
    end = suffix.end() if suffix else end
    before, after = text[:start], text[end:]
    unspaced = is_unspaced(language)
    if before[-1:] in {"-", "‑", "/"} and before[-2:-1].isalnum():
        return None  # "mg/mL" too
    if before[-1:].isalnum() and not (unspaced and not before[-1:].isascii()):
        return None
    if text[end - 1] in ".,;:!?":
        return None  # the link holds the end of the sentence
    if re.match(rf"[-‑/'’]\w|{OPAQUE}" if unspaced else rf"\w|[-‑/'’]\w|{OPAQUE}", after):
        return None
    if _explained(before, after, language) or _is_label(before, after):
        return Spot(end, explained=True)
    if re.match(rf"\s(?:{grammar(language).determiners})\s", after):
        return None  # a verb: "to stage the cancer"
    if _in_name(before, after, text[start]):
        return None
    ends_in_bracket = text[end - 1] in ")]"
    enclosed = (
        ends_in_bracket
        or before.count("(") > before.count(")")
        or before.count("（") > before.count("）")
        or before.count("[") > before.count("]")
    )
    short = _SHORT_FORM.match(after)
    if short and not enclosed and not re.match(r"[-‑]?\w", after[short.end() :]):
        found = short[1]
        fits = borrows_short_forms(language) or align(found, text[start:end]) is not None
        if is_short_form(found) and fits:
            return Spot(end + short.end() - 1, within=True)
    if re.match(r"\s?[(（\[:：=]|\s[–—]\s", after):
        return None
    return Spot(end, enclosed=enclosed)


def marked(spot_: Spot, gloss: str, text: str, language: str) -> tuple[str, str, str] | None:
    """Return what stands before the gloss, the gloss and what stands behind it.

    Brackets as a rule; dashes where the term stands in brackets or the gloss has some. ``None``
    where neither can be done without brackets in brackets, and where dashes would part a word
    from the one that it belongs to ("melanoma patients", "activates enzymes").
    """
    follows = text[spot_.place : spot_.place + 1]
    ends = not follows or follows in _AFTER
    parts = not ends and not _joins(text[spot_.place :], language)
    if parts and re.match(grammar(language).infinitive, gloss):
        return None
    if parts and not spot_.within:
        if spot_.enclosed:
            return None
        if re.search(r"[()\[\]]", gloss):
            gloss = without_brackets(gloss)
            if not gloss:
                return None
    if spot_.within or spot_.enclosed:
        gloss = without_brackets(gloss) if re.search(r"[()\[\]]", gloss) else gloss
        if not gloss:
            return None
    wide = is_full_width(language)
    if spot_.within:
        return "；" if wide else "؛ " if direction(language) == "rtl" else "; ", gloss, ""
    if wide and not spot_.enclosed and not re.search(r"[()（）\[\]]", gloss):
        return "（", gloss, "）"
    if not spot_.enclosed and not re.search(r"[()\[\]]", gloss):
        return " (", gloss, ")"
    return f" {_DASH} ", gloss, "" if ends else f" {_DASH}"


def _joins(after: str, language: str) -> bool:
    """Tell whether the word behind a term is none that the term may belong to."""
    joins = grammar(language).joins
    return not joins or re.match(rf"\s*(?:(?:{joins})\b|[^\w\s])", after, re.IGNORECASE) is not None


#: Characters of a label such as "Physical exam and health history: An exam of …".
_LABEL = 60


def _is_label(before: str, after: str) -> bool:
    """Tell whether the term stands in a label that its own paragraph explains."""
    if len(before) > _LABEL or re.search(r"[.:;,]", before):
        return False
    return re.match(rf"[^.:;!?\n]{{0,{_LABEL}}}:\s\S+\s\S+\s\S+", after) is not None


def _explained(before: str, after: str, language: str) -> bool:
    explains, announces = _patterns(language)
    if announces.search(before) or re.search(r"\b(?:a|the) term\s$", before):
        return True
    if explains.match(after):
        return True
    bracket = re.match(r"\s?[(\[]([^()\[\]]*)", after)
    return bracket is not None and (len(bracket[1].split()) > 1 or bracket[1].islower())


@lru_cache(maxsize=16)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    rules = grammar(language)
    return (
        re.compile(rules.explains, re.IGNORECASE),
        re.compile(
            rf"(?<!\w)(?:{rules.announces})\s(?:an?\s|the\s|una?\s|el\s|la\s)?[“\"«]?$",
            re.IGNORECASE,
        ),
    )


def _in_name(before: str, after: str, first: str) -> bool:
    """Tell whether a term with a capital has neighbours with capitals: National Cancer Institute.

    At the beginning of a sentence the neighbour before decides nothing.
    """
    if not first.isupper():
        return False
    left = re.search(r"[^\s.!?]\s(\w[\w'’-]*)\s$", before)
    right = re.match(r"\s(\w[\w'’-]*)", after)
    return any(word is not None and word[1][0].isupper() for word in (left, right))
