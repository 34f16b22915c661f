"""Links whose address a template should have filled in, but did not."""

from __future__ import annotations

import re
from dataclasses import replace

from plainlang.ast import attr, stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Inlines, inlines_of, map_inlines, map_leaves, with_inlines
from plainlang.cleanup.inlines import holds, is_text, split_at, unresolved
from plainlang.cleanup.wording import quoted
from plainlang.document import Block, Change, Document, Inline

#: ``{{`` or ``{%``, also percent-encoded: Liquid, Jinja, Handlebars.
_MARK = re.compile(r"\{\{|\{%|%7B%7B|%7B%25", re.IGNORECASE)
#: A Markdown link that was not read as one, because its address has spaces.
_TYPED = re.compile(r"\[(?P<text>[^\[\]]*\w[^\[\]]*)\]\((?P<target>[^()]*(?:\{\{|\{%)[^()]*)\)")


class TemplateLinks:
    """Keep the text of links such as ``[text]({{ site.baseurl }}/page)``; note the address."""

    name = "template-links"
    summary = "Take the link off text whose address is a template's unfilled gap."

    def __call__(self, document: Document) -> Result:
        """Return the document with such links as spans of class ``unresolved-link``."""
        changes: list[Change] = []

        def visit(leaf: Block, line: int | None) -> Block:
            def in_list(inlines: Inlines) -> Inlines:
                if any(item["t"] == "Link" for item in inlines):
                    inlines = [_untargeted(item, line, changes) for item in inlines]
                return _typed(inlines, line, changes) if holds(inlines, "](") else inlines

            if leaf["t"] == "LineBlock":
                return leaf
            inlines = inlines_of(leaf)
            new = map_inlines(inlines, in_list)
            return leaf if new is inlines else with_inlines(leaf, new)

        blocks = map_leaves(document.blocks, visit)
        if not changes:
            return Result(document)
        return Result(replace(document, blocks=tuple(blocks)), tuple(changes))


def _untargeted(item: Inline, line: int | None, changes: list[Change]) -> Inline:
    if item["t"] != "Link" or not _MARK.search(item["c"][2][0]):
        return item
    changes.append(_change(stringify(item), item["c"][2][0], item.get("line", line), ""))
    return unresolved(item)


def _typed(inlines: Inlines, line: int | None, changes: list[Change]) -> Inlines:
    found = _TYPED.search(stringify(inlines))
    if found is None:
        return inlines
    rest = inlines
    parts: list[Inlines] = []
    start = 0
    for end in (found.start(), found.start("text"), found.end("text"), found.end()):
        pieces = split_at(rest, end - start)
        if pieces is None:  # part of it stands in emphasis or in another link
            return inlines
        parts.append(pieces[0])
        rest, start = pieces[1], end
    if not is_text([*parts[1], *parts[3]]):
        return inlines
    target = found["target"].strip()
    changes.append(_change(found["text"], target, line, f"[ ]({found['target']})"))
    attributes = attr(classes=["unresolved-link"], pairs=[("data-href", target)])
    span: Inline = {"t": "Span", "c": [attributes, parts[2]]}
    return [*parts[0], span, *_typed(rest, line, changes)]


def _change(text: str, target: str, line: int | None, removed: str) -> Change:
    message = (
        f"Took the link off {quoted(text)}: its address, {quoted(target)}, "
        "is a gap that a template should have filled"
    )
    return Change("template-links", line, message, removed)
