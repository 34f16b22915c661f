"""A journal abstract whose declaration of interests and rights notice run on in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plainlang.ast import div, para, stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Blocks, Inlines
from plainlang.cleanup.inlines import is_text, split_at, trimmed
from plainlang.cleanup.wording import quoted
from plainlang.document import Block, Change, Document

#: Blocks of a document that can be an abstract; longer ones have their parts in sections.
MAX_BLOCKS = 5
#: The labels of declarations of interests, as bibliographic databases print them.
_LABEL = (
    r"(?:Competing Interests?|Conflicts? of Interests?(?: Statements?)?"
    r"|(?:Declaration|Disclosure)s? of (?:Competing |Conflicts? of )?Interests?"
    r"|(?:Financial )?Disclosures?(?: Statements?)?"
    r"|Conflictos? de intereses|Declaración de (?:conflictos? de )?intereses)"
)
_END = r"(?<=[.!?)\]”\"])"
#: Behind the end of a sentence: a joining comma and a label, or a label with a colon.
_DISCLOSURE = re.compile(
    rf"{_END}(?P<comma>,?)\s+(?={_LABEL}\s*:)|{_END}(?P<only>,)\s+(?={_LABEL}\b)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    rf"{_END}(?P<comma>,?)\s+(?=\(?(?:Copyright\b|©|\(c\)\s?\d{{4}}))"
    r"|(?P<only>,)\s+(?=\((?:Copyright\b|©))",
    re.IGNORECASE,
)
_OWN_DISCLOSURE = re.compile(rf"{_LABEL}\s*:", re.IGNORECASE)
_OWN_RIGHTS = re.compile(r"\(?(?:Copyright\b|©|\(c\)\s?\d{4})")
#: What a notice must hold to be one: the sign or a year, or the reservation.
_NOTICE = re.compile(r"©|\(c\)|\b(?:19|20)\d\d\b|rights reserved|derechos reservados")


class AbstractParts:
    """Split prose, declaration of interests and rights notice, and give each its role."""

    name = "abstract-parts"
    summary = "Split an abstract from its declaration of interests and its rights notice."

    def __call__(self, document: Document) -> Result:
        """Return the document in parts; the notice goes to ``metadata.rights`` as well."""
        changes: list[Change] = []
        blocks: Blocks = list(document.blocks)
        if len(blocks) <= MAX_BLOCKS and all(block["t"] in {"Para", "Div"} for block in blocks):
            blocks = [part for block in blocks for part in _parts(block, changes)]
        elif blocks:
            blocks = [*blocks[:-1], *_own_notice(blocks[-1], changes)]
        if not changes:
            return Result(document)
        metadata = document.metadata
        if not metadata.rights:
            metadata = replace(metadata, rights=_notice(blocks))
        return Result(replace(document, metadata=metadata, blocks=tuple(blocks)), tuple(changes))


def _parts(block: Block, changes: list[Change]) -> Blocks:
    """Return the parts of a paragraph, each in the division of its role."""
    if block["t"] != "Para":
        return [block]
    text = stringify(block["c"])
    disclosures = list(_DISCLOSURE.finditer(text))
    notices = [found for found in _RIGHTS.finditer(text) if _NOTICE.search(text, found.end())]
    cuts = [(found, "disclosure") for found in disclosures[:1]]
    cuts += [(found, "rights") for found in notices[-1:]]
    cuts.sort(key=lambda cut: cut[0].start())
    pieces = _pieces(block["c"], cuts)
    if pieces is None:
        return [block]
    own = _own_role(stringify(pieces[0]).strip())
    if own is None and len(pieces) == 1:
        return [block]
    line = block.get("line")
    result: Blocks = [{**block, "c": pieces[0]}]
    if own is not None:
        result = [_division(own, pieces[0], line)]
        changes.append(_change(own, pieces[0], line, ""))
    for (found, role), piece in zip(cuts, pieces[1:], strict=True):
        result.append(_division(role, piece, line))
        changes.append(_change(role, piece, line, found["comma"] or found["only"] or ""))
    return result


def _pieces(inlines: Inlines, cuts: Sequence[tuple[re.Match[str], str]]) -> list[Inlines] | None:
    """Return what stands before, between and behind the cuts; ``None`` if one is not possible."""
    pieces: list[Inlines] = []
    start = 0
    for found, _ in cuts:
        head = split_at(inlines, found.start() - start)
        tail = split_at(head[1], found.end() - found.start()) if head else None
        if head is None or tail is None or not is_text(tail[0]):
            return None
        pieces.append(trimmed(head[0]))
        inlines, start = tail[1], found.end()
    return [*pieces, trimmed(inlines)]


def _own_role(text: str) -> str | None:
    """Return the role of a paragraph that is a declaration or a notice from its first word."""
    if _OWN_DISCLOSURE.match(text):
        return "disclosure"
    return "rights" if _OWN_RIGHTS.match(text) and _NOTICE.search(text) else None


def _own_notice(block: Block, changes: list[Change]) -> Blocks:
    """Give a paragraph that is a rights notice its role."""
    if block["t"] != "Para" or _own_role(stringify(block["c"]).strip()) != "rights":
        return [block]
    changes.append(_change("rights", block["c"], block.get("line"), ""))
    return [_division("rights", block["c"], block.get("line"))]


def _division(role: str, inlines: Inlines, line: int | None) -> Block:
    classes = ["rights", "legal"] if role == "rights" else [role]
    return div([para(inlines, line)], classes, line=line)


def _change(role: str, inlines: Inlines, line: int | None, comma: str) -> Change:
    what = "the rights notice" if role == "rights" else "the declaration of interests"
    message = f"Set {what} apart from the text: {quoted(stringify(inlines))}"
    if comma:
        message += ", and removed the comma that joined them"
    return Change("abstract-parts", line, message, comma)


def _notice(blocks: Sequence[Block]) -> str:
    """Return the rights notice as plain text, without the brackets around it."""
    for block in blocks:
        if block["t"] == "Div" and "rights" in block["c"][0][1]:
            text = " ".join(stringify(block).split())
            if text.startswith("(") and text.endswith(")") and "(" not in text[1:]:
                return text[1:-1]
            return text
    return ""
