"""Links that run a program, or open something that only exists on one computer."""

from __future__ import annotations

import re
from dataclasses import replace

from plainlang.ast import stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Inlines, map_links
from plainlang.cleanup.inlines import unresolved
from plainlang.cleanup.wording import quoted
from plainlang.document import Change, Document, Inline

#: What an edition may link to: web pages, mail and telephone.
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
#: What carries a program or opens a file of the reader's computer.
DANGEROUS_SCHEMES = frozenset({"javascript", "vbscript", "data", "file", "blob"})
#: Browsers leave out white space and control characters in a scheme (WHATWG URL, section 4.4).
_IGNORED = re.compile(r"[\x00-\x20\x7f\u00ad\u200b-\u200f\ufeff]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


class UnsafeLinks:
    """Keep the text of such links and remove the link; other schemes are noted as data."""

    name = "unsafe-links"
    summary = "Remove links that could run a program or open a file."

    def __call__(self, document: Document) -> Result:
        """Return the document with links to web pages, mail, telephone and itself only."""
        changes: list[Change] = []

        blocks = map_links(document.blocks, lambda link, line: _safe(link, line, changes))
        if not changes:
            return Result(document)
        return Result(replace(document, blocks=tuple(blocks)), tuple(changes))


def scheme_of(target: str) -> str:
    """Return the scheme of ``target`` in lower case, as a browser would read it."""
    found = _SCHEME.match(_IGNORED.sub("", target))
    return found.group(1).lower() if found else ""


def _safe(link: Inline, line: int | None, changes: list[Change]) -> Inline | Inlines:
    target = link["c"][2][0]
    scheme = scheme_of(target)
    if not scheme or scheme in SAFE_SCHEMES:
        return link
    # A scheme of one letter is a drive of Windows.
    dangerous = scheme in DANGEROUS_SCHEMES or len(scheme) == 1
    why = "could run a program or open a file" if dangerous else "opens one program only"
    message = f"Took the link off {quoted(stringify(link))}: its target {quoted(target)} {why}"
    changes.append(Change("unsafe-links", line, message))
    if not dangerous:
        return unresolved(link)
    attributes, inlines, _ = link["c"]
    kept: Inlines = inlines
    return {"t": "Span", "c": [attributes, kept]} if attributes[0] else kept
