"""A journal abstract whose declaration of interests and rights notice run on in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plainlang.ast import div, para, stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Blocks, Inlines
from plainlang.cleanup.inlines import split_at, trimmed
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
    if block["t"] != "Para":
        return [block]
    line = block.get("line")
    inlines: Inlines = block["c"]
    notice: Blocks = []
    disclosure: Blocks = []
    if (found := _cut(inlines, _RIGHTS, last=True)) is not None and _NOTICE.search(
        stringify(found[1])
    ):
        inlines, tail, comma = found
        notice = [_rights(tail, line)]
        changes.append(_change("the rights notice", tail, line, comma))
    if (found := _cut(inlines, _DISCLOSURE, last=False)) is not None:
        inlines, tail, comma = found
        disclosure = [div([para(tail, line)], ["disclosure"], line=line)]
        changes.append(_change("the declaration of interests", tail, line, comma))
    text = stringify(inlines).strip()
    if _OWN_DISCLOSURE.match(text):
        changes.append(_change("the declaration of interests", inlines, line, ""))
        return [div([para(inlines, line)], ["disclosure"], line=line), *disclosure, *notice]
    if disclosure or notice:
        return [{**block, "c": inlines}, *disclosure, *notice]
    return _own_notice(block, changes)


def _own_notice(block: Block, changes: list[Change]) -> Blocks:
    """Give a paragraph that is a rights notice its role."""
    if block["t"] != "Para":
        return [block]
    text = stringify(block["c"]).strip()
    if not _OWN_RIGHTS.match(text) or not _NOTICE.search(text):
        return [block]
    changes.append(_change("the rights notice", block["c"], block.get("line"), ""))
    return [_rights(block["c"], block.get("line"))]


def _cut(
    inlines: Inlines, pattern: re.Pattern[str], *, last: bool
) -> tuple[Inlines, Inlines, str] | None:
    """Return what stands before and behind the first or last match, and a joining comma."""
    text = stringify(inlines)
    matches = list(pattern.finditer(text))
    if not matches:
        return None
    found = matches[-1 if last else 0]
    head = split_at(inlines, found.start())
    tail = split_at(inlines, found.end())
    if head is None or tail is None or not trimmed(head[0]):
        return None
    return trimmed(head[0]), trimmed(tail[1]), found["comma"] or found["only"] or ""


def _rights(inlines: Inlines, line: int | None) -> Block:
    return div([para(inlines, line)], ["rights", "legal"], line=line)


def _change(what: str, inlines: Inlines, line: int | None, comma: str) -> Change:
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
