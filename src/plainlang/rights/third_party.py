"""Parts of a text that belong to somebody else, by the words that say so.

A page that is in the public domain can hold a figure that was "reprinted with permission", and
the permission was given to its publisher only. A bare ® or ™ after the name of a drug says
nothing about the text and is not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainlang.ast import Element, line_of, stringify
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Block, Document

#: Name of somebody: a capital letter, or a quotation mark and one, behind a little word or none.
_NAME = r"(?:the\s+|la\s+|el\s+|le\s+|l[’']|[“\"«]\s?)?[A-ZÀ-ÖØ-Þ]"
_YEARS = r"(?:19|20)\d\d(?:\s?[-–,]\s?(?:19|20)?\d\d)*"
#: The words, in the languages of the corpus. "Adapted from" needs a name behind it: a recipe can
#: be adapted from a traditional one.
_NOTICES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?i:\b(?:reprinted|reproduced|republished|adapted|used|modified|included)"
        r"(?:,?\s+\w+){0,3}?,?\s+(?:with|by)\s+(?:\w+\s+){0,2}permission\b)",
        r"(?i:\breprinted\s+(?:\w+\s+)?(?:from|by)\b)",
        rf"\b[Aa]dapted\s+(?:\w+\s+)?from:?\s+{_NAME}",
        rf"\b(?i:reproducido|adaptado|reimpreso|tomado)\s+(?:de|por):?\s+{_NAME}",
        r"(?i:\b(?:reproducid[oa]|reimpres[oa]|adaptad[oa]|usad[oa]|utilizad[oa])s?\s+"
        r"con\s+(?:el\s+)?(?:permiso|autorización)\b)",
        r"(?i:\b(?:reproduit|adapté|utilisé)e?s?\s+avec\s+(?:l[’']\s?)?"
        r"(?:autorisation|(?:la\s+)?permission)\b)",
        rf"©\s*{_NAME}",
        rf"(?:©|\([cC]\)|\b[Cc]opyright\b(?:\s+(?:©|\([cC]\)))?)\s*{_YEARS},?\s+"
        rf"(?:(?i:by)\s+)?{_NAME}",
        rf"(?:©|\b[Cc]opyright\b(?:\s+(?:©|\([cC]\)))?)\s+(?:(?i:by)\s+)?{_NAME}\w+[^.;]*?"
        rf",?\s+{_YEARS}",
        r"(?i:\b(?:is|are)\s+(?:an?\s+)?(?:registered\s+)?(?:trade|service)\s?marks?\b)",
        r"(?i:\bregistered\s+trade\s?marks?\s+of\b)",
        r"(?i:\b(?:es|son)\s+(?:una?\s+)?marcas?\s+(?:comercial(?:es)?|registradas?))",
        r"(?i:\b(?:est|sont)\s+(?:une?\s+|des\s+)?marques?\s+(?:déposées?|commerciales?))",
    )
)
#: What every notice has a part of; most paragraphs have none, and are looked at once.
_STEMS = re.compile(
    r"©|\(c\)|copyright|permission|permiso|autori[sz]a|print|impres|adapt|reprodu|tomado"
    r"|mark|marca|marque",
    re.IGNORECASE,
)
#: The end of a sentence, which the initial of a name is not.
_STOP = re.compile(r"(?<![ .][A-Z])[.?!] ")
#: Characters of the sentence that a message shows at most.
_SHOWN = 160


def third_party_notices(document: Document) -> tuple[Diagnostic, ...]:
    """Return one warning for each block with a notice; the role ``rights`` is known already."""
    found: list[Diagnostic] = []
    for block, line in _leaves(document.blocks, None):
        text = " ".join(stringify(block).split())
        notice = _notice(text)
        if notice:
            found.append(
                Diagnostic(
                    Code.THIRD_PARTY_NOTICE,
                    Severity.WARNING,
                    f"this part may belong to somebody else: “{notice}”",
                    document.provenance.source,
                    line,
                    "Ask whether the permission covers your editions. If it does not, leave the "
                    "part out of the source.",
                )
            )
    return tuple(found)


def _notice(text: str) -> str:
    """Return the sentence with the first notice in ``text``, shortened; empty where none is."""
    if not _STEMS.search(text):
        return ""
    matches = [match for pattern in _NOTICES for match in [pattern.search(text)] if match]
    if not matches:
        return ""
    first = min(matches, key=lambda match: match.start())
    start = max((text.rfind(mark, 0, first.start()) + 2 for mark in (". ", "? ", "! ")), default=0)
    start = start if start > 1 else 0
    stop = _STOP.search(text, first.end())
    sentence = text[start : stop.start() + 1 if stop else len(text)].strip()
    if len(sentence) <= _SHOWN:
        return sentence
    begin = max(0, min(first.start() - start - _SHOWN // 4, len(sentence) - _SHOWN))
    part = sentence[begin : begin + _SHOWN].strip()
    return ("… " if begin else "") + part + (" …" if begin + _SHOWN < len(sentence) else "")


def _leaves(value: object, line: int | None) -> Iterator[tuple[Block, int | None]]:
    """Yield each block that holds text itself, with its line or that of what it stands in."""
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from _leaves(item, line)
    elif isinstance(value, dict):
        element: Element = value
        here = line_of(element) or line
        kind = element.get("t")
        if kind in {"Para", "Plain", "Header", "LineBlock"}:
            yield element, here
        elif not (kind == "Div" and "rights" in element["c"][0][1]):
            yield from _leaves(element.get("c", ()), here)
