"""Which part of a document a passage belongs to, and whether its author could change it.

A role comes from where a passage stands (classes of divisions, the heading above) and, where that
says nothing, from the form of the text. What is not recognised is prose: it is scored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from plainlang.ast import Attr, Element
from plainlang.readability.base import Role

#: A list item without a final mark is scored if it has more words than this.
LONGEST_FRAGMENT = 15
#: A lead-in before a list ("You may have:") with at most as many words is a label.
LONGEST_LABEL = 3

#: Classes of Div and Span that decide the role of all they hold: those of the author, of the
#: cleanup and of the editions, and those of pandoc's bibliographies.
_CLASSES = {
    "no-score": Role.EXCLUDED,
    "link-list": Role.LINK_LIST,
    "web-addresses": Role.LINK_LIST,
    "link-number": Role.CITATION,
    "link-address": Role.CITATION,
    "legal": Role.LEGAL,
    "rights": Role.LEGAL,
    "disclosure": Role.LEGAL,
    "title-block": Role.LABEL,
    "about": Role.LABEL,
    "label": Role.LABEL,
    "no-description": Role.LABEL,
    "references": Role.REFERENCE,
    "refs": Role.REFERENCE,
    "bibliography": Role.REFERENCE,
    "csl-entry": Role.REFERENCE,
    "citation": Role.CITATION,
    "footnotes": Role.NOTE,
    "gloss": Role.NOTE,
    "glossary": Role.NOTE,
}
#: Headings in lower case over what no reader reads as text, in the languages of the formulas.
_HEADINGS = {
    **dict.fromkeys(
        (
            "references|selected references|bibliography|works cited|literature cited|citations"
            "|referencias|bibliografía|referencias bibliográficas|références|bibliographie"
            "|literatur|literaturverzeichnis|quellenangaben|einzelnachweise|bibliografia"
            "|riferimenti bibliografici|referências|referências bibliográficas|literatuur"
            "|referenties|literatuurlijst|piśmiennictwo|referenser|litteratur|kaynakça|kaynaklar"
            "|tài liệu tham khảo|литература|список литературы|参考文献|文献|المراجع"
        ).split("|"),
        Role.REFERENCE,
    ),
    **dict.fromkeys(
        (
            "competing interests|competing interest|conflict of interest|conflicts of interest"
            "|declaration of interests|declaration of competing interest|disclosure|disclosures"
            "|financial disclosure|financial disclosures|copyright|copyright notice|disclaimer"
            "|legal notice|permissions|permission to use this summary|trademarks"
            "|conflicto de intereses|conflictos de intereses|declaración de intereses"
            "|derechos de autor|aviso legal|conflits d'intérêts|liens d'intérêts|droits d'auteur"
            "|mentions légales|interessenkonflikt|interessenkonflikte|impressum|rechtliche hinweise"
            "|haftungsausschluss|conflitti di interesse|note legali|conflito de interesses"
            "|conflitos de interesse|direitos autorais|belangenverstrengeling|konflikt interesów"
            "|конфликт интересов|çıkar çatışması|利益相反|利益冲突"
        ).split("|"),
        Role.LEGAL,
    ),
}
_NUMBERED = re.compile(r"^[\d.\s]+|[:：.\s]+$")
_LEGAL = re.compile(
    r"[a-e]?(?:reprinted|reproduced|adapted) (?:with permission )?from\b"  # below tables
    r"|\(?(?:©|\(c\)\s?\d{4}|copyright\b(?=.*(?:©|\b(?:19|20)\d\d\b|rights reserved)))"
    r"|(?:competing interests?|conflicts? of interests?(?: statements?)?"
    r"|(?:declaration|disclosure)s? of (?:competing |conflicts? of )?interests?"
    r"|(?:financial )?disclosures?(?: statements?)?|conflictos? de intereses"
    r"|declaración de (?:conflictos? de )?intereses|conflits? d['’]intérêts?|interessenkonflikte?"
    r"|conflitto di interessi|conflitos? de interesses?)\s*:"
    r"|(?:all rights reserved|todos los derechos reservados|tous droits réservés"
    r"|alle rechte vorbehalten|tutti i diritti riservati|todos os direitos reservados)\b",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(r"\b10\.\d{4,}/\S|\bPMC?ID:?\s*\d|\bPMID\b", re.IGNORECASE)
#: Year; volume(issue):pages, or a year in brackets behind names with initials.
_CITED = re.compile(
    r"\b(?:19|20)\d\d\b.{0,40}[;:]\s*\d+(?:\(\d+[^)]*\))?\s*:|\b[A-Z][\w-]+,? [A-Z]{1,3}[,.]"
)
_TERMINAL = re.compile(r"[.?!…。！？؟۔।॥](?:\s*[)\]}”\"’'»」』）*])*\s*(?:\[\d+\])?$")
#: Characters at the end of a text in which its final mark is looked for.
_TAIL = 40
_SPACES = frozenset({"Space", "SoftBreak", "LineBreak"})
_UNSPACED = frozenset({"zh", "yue", "ja", "th", "lo", "km", "my"})


def role_of_classes(attr: Attr) -> Role | None:
    """Return the role that the classes of an element give to all it holds."""
    return next((_CLASSES[name] for name in attr[1] if name in _CLASSES), None)


def language_of(attr: Attr) -> str:
    """Return the language that an element states, empty where it states none."""
    return next((str(value) for key, value in attr[2] if key in {"lang", "xml:lang"}), "")


def role_of_heading(text: str) -> Role | None:
    """Return the role of a whole section by its heading."""
    return _HEADINGS.get(_NUMBERED.sub("", text.replace("’", "'")).casefold())


def role_of_text(text: str) -> Role | None:
    """Return ``LEGAL`` or ``REFERENCE`` for a passage that shows by its form that it is one."""
    if _LEGAL.match(text):
        return Role.LEGAL
    hinted = "10." in text or "pm" in text.lower()  # fast: most text has neither
    if hinted and _IDENTIFIER.search(text) and _CITED.search(text):
        return Role.REFERENCE
    return None


def only_links(inlines: Sequence[Element]) -> bool:
    """Tell whether a passage is links and nothing else but signs between them."""
    if _begins_with_a_word(inlines):
        return False
    found = False
    for item in _unwrapped(inlines):
        if item["t"] == "Link":
            found = True
        elif item["t"] == "Str":
            if any(map(str.isalnum, item["c"])):
                return False
        elif item["t"] not in _SPACES:
            return False
    return found


def only_strong(inlines: Sequence[Element]) -> bool:
    """Tell whether a passage is set in bold from end to end, as a heading that is none."""
    if _begins_with_a_word(inlines):
        return False
    shown = [item for item in inlines if item["t"] not in _SPACES]
    return len(shown) == 1 and shown[0]["t"] == "Strong"


def _begins_with_a_word(inlines: Sequence[Element]) -> bool:
    return bool(inlines) and inlines[0]["t"] == "Str" and inlines[0]["c"][:1].isalnum()


def role_of_paragraph(text: str, inlines: Sequence[Element], language: str, limit: int) -> Role:
    """Return the role of a paragraph by its form."""
    if only_links(inlines):
        return Role.LINK_LIST
    known = role_of_text(text)
    if known is not None:
        return known
    long = _length(text, language) > limit
    if only_strong(inlines) and not long and not text.rstrip().endswith((".", "。")):
        return Role.LABEL
    if long or _TERMINAL.search(text[-_TAIL:]):
        return Role.PROSE
    if text.rstrip().endswith((":", "：")):
        return Role.PROSE if _length(text, language) > LONGEST_LABEL else Role.LABEL
    return Role.FRAGMENT


def role_of_item(text: str, inlines: Sequence[Element], language: str, limit: int) -> Role:
    """Return the role of a list item: a sentence, or longer than ``limit`` words, is scored."""
    if only_links(inlines):
        return Role.LINK_LIST
    known = role_of_text(text)
    if known is not None:
        return known
    if _TERMINAL.search(text[-_TAIL:]) or _length(text, language) > limit:
        return Role.LIST_ITEM
    return Role.FRAGMENT


def _unwrapped(inlines: Sequence[Element]) -> Iterable[Element]:
    stack = list(reversed(inlines))
    while stack:
        item = stack.pop()
        if item["t"] in {"Strong", "Emph", "Underline"}:
            content: Any = item["c"]
            stack.extend(reversed(content))
        elif item["t"] == "Span":
            stack.extend(reversed(item["c"][1]))
        else:
            yield item


def _length(text: str, language: str) -> int:
    """Return about how many words ``text`` has: two characters make one where no space does."""
    if language.partition("-")[0].lower() in _UNSPACED:
        return len(text) // 2
    return len(text.split())
