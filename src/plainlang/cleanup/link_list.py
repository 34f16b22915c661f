"""Lists of bare links: titles of other pages, and no prose."""

from __future__ import annotations

import re
from dataclasses import replace

from plainlang.ast import div, has_class, stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Blocks
from plainlang.cleanup.inlines import bare_link
from plainlang.cleanup.wording import counted
from plainlang.document import Block, Change, Document

#: The fewest links that make a list. On NCI's pages sections of two bare links are lists of
#: related pages; a single one is as often the link to a label or to another version.
MINIMUM = 2
#: Entries of dictionaries: they explain the word that they stand on, which belongs to the text
#: (forms seen on cancer.gov and healthcare.gov).
_DICTIONARY = re.compile(
    r"/popDefinition\.aspx|/dictionaries/|/diccionarios/|/glossary/", re.IGNORECASE
)


class LinkList:
    """Turn runs of paragraphs that are one link each into a list with the role ``link-list``."""

    name = "link-list"
    summary = "Turn paragraphs that are nothing but links into a list, and mark lists of links."

    def __call__(self, document: Document) -> Result:
        """Return the document with ``Div.link-list`` around lists of bare links."""
        changes: list[Change] = []
        blocks = _visit(list(document.blocks), changes)
        if not changes:
            return Result(document)
        return Result(replace(document, blocks=tuple(blocks)), tuple(changes))


def _visit(blocks: Blocks, changes: list[Change]) -> Blocks:
    found: Blocks = []
    for block in blocks:
        if block["t"] == "Div":
            inner = block["c"][1]
            if not has_class(block, "link-list"):
                inner = _visit(inner, changes)
            found.append({**block, "c": [block["c"][0], inner]})
        elif block["t"] == "BlockQuote":
            found.append({**block, "c": _visit(block["c"], changes)})
        else:
            found.append(block)
    return _marked(_gathered(found, changes), changes)


def _gathered(blocks: Blocks, changes: list[Change]) -> Blocks:
    """Make one list of each run of paragraphs that are bare links."""
    result: Blocks = []
    run: Blocks = []
    for block in [*blocks, {"t": "HorizontalRule"}]:
        if block["t"] == "Para" and bare_link(block["c"]):
            run.append(block)
            continue
        if len(run) >= MINIMUM:
            line = run[0].get("line")
            items = [[{**paragraph, "t": "Plain"}] for paragraph in run]
            result.append(div([{"t": "BulletList", "c": items}], ["link-list"], line=line))
            message = f"Made one list of {counted(len(run), 'paragraph')} that are links only"
            changes.append(Change("link-list", line, message))
        else:
            result.extend(run)
        run = []
        result.append(block)
    return result[:-1]


def _marked(blocks: Blocks, changes: list[Change]) -> Blocks:
    """Give bullet lists of bare links their role."""
    result: Blocks = []
    for index, block in enumerate(blocks):
        # After a colon the list completes the sentence above it: "The team may include:".
        introduced = index > 0 and _ends_in_colon(blocks[index - 1])
        if block["t"] == "BulletList" and not introduced and _is_link_list(block):
            line = block.get("line")
            result.append(div([block], ["link-list"], line=line))
            message = (
                f"Marked a list of {counted(len(block['c']), 'link')} as a list of links: "
                "it is not counted as sentences"
            )
            changes.append(Change("link-list", line, message))
        else:
            result.append(block)
    return result


def _ends_in_colon(block: Block) -> bool:
    return block["t"] in {"Para", "Plain"} and stringify(block["c"]).rstrip().endswith((":", "："))


def _is_link_list(block: Block) -> bool:
    items = block["c"]
    if len(items) < MINIMUM:
        return False
    for item in items:
        if len(item) != 1 or item[0]["t"] not in {"Para", "Plain"}:
            return False
        link = bare_link(item[0]["c"])
        if link is None or _DICTIONARY.search(_target(link)):
            return False
    return True


def _target(link: Block) -> str:
    if link["t"] == "Link":
        return str(link["c"][2][0])
    return str(dict(link["c"][0][2]).get("data-href", ""))
