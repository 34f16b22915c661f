"""The one way through a document: extracting and applying see the same texts in the same places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from plainlang.catalogs.apply_marks import localized, marked_block, marked_inlines, stated
from plainlang.catalogs.base import Segment
from plainlang.catalogs.extract_offer import (
    LOCALIZE,
    described,
    foreign,
    has_words,
    is_foreign_passage,
    kept_whole,
)
from plainlang.catalogs.extract_place import Place, Trail
from plainlang.catalogs.text_form import Written, parse, write
from plainlang.catalogs.text_form_plain import read_plain, write_plain
from plainlang.catalogs.text_form_write import content_of, is_group, is_protected, with_content
from plainlang.document import Block, Inline

Blocks = list[Block]
Inlines = list[Inline]

#: Inlines that hold no others; nine of ten are one of them.
_FLAT = frozenset({"Str", "Space", "SoftBreak", "LineBreak", "Code", "Math", "RawInline"})


def _has_note(inlines: Inlines) -> bool:
    return any(item["t"] == "Note" for item in inlines)


class Texts(NamedTuple):
    """What is done with the texts.

    :param offer: takes every segment, in reading order.
    :param replace: takes a segment and a parser; returns the translation, ``None`` for none.
    """

    offer: Callable[[Segment], None]
    replace: Callable[[Segment, Callable[[str], Inlines]], Inlines | None]


class Walk:
    """One walk through a document.

    :param source: the document's language.
    :param target: the language of the result; the same one where nothing is to be marked.
    """

    def __init__(self, texts: Texts, source: str, target: str) -> None:
        self._texts = texts
        self._source = source
        self._target = target
        self._trail = Trail()

    def blocks(self, blocks: Sequence[Block], place: Place = Place()) -> Blocks:  # noqa: B008
        """Return ``blocks`` with every text replaced."""
        return [self._block(block, place.at(block)) for block in blocks]

    def _block(self, block: Block, place: Place) -> Block:
        kind = block["t"]
        if kind in {"Para", "Plain"}:
            return self._paragraph(block, place)
        if kind == "Header":
            return self._heading(block, place)
        if kind == "Div":
            return self._division(block, place)
        visit = getattr(self, f"_{kind.lower()}", None)
        return block if visit is None else {**block, "c": visit(block["c"], place)}

    def _paragraph(self, block: Block, place: Place) -> Block:
        inlines, kept = self._leaf(block["c"], place)
        new = {**block, "c": inlines}
        if (
            kept
            and self._source != self._target
            and block["t"] == "Para"
            and place.boxed
            and not _has_note(block["c"])
        ):
            return marked_block(block, self._source)
        return {**new, "c": self._marked(inlines)} if kept else new

    def _heading(self, block: Block, place: Place) -> Block:
        level, attributes, inlines = block["c"]
        self._trail.levels = [entry for entry in self._trail.levels if entry[0] < level]
        if kept_whole(block):
            new = self._marked(inlines)
        else:
            inside = replace(place.within(attributes[2]), kind="heading", boxed=False)
            new = self._shown(inlines, inside)
        self._trail.heading(block)
        return {**block, "c": [level, attributes, new]}

    def _division(self, block: Block, place: Place) -> Block:
        attributes, content = block["c"]
        if foreign(attributes[2], self._source):
            return block
        if kept_whole(block):
            if self._source == self._target:
                return block
            return {**block, "c": [stated(attributes, self._source), content]}
        inside = place.within(attributes[2])
        return {**block, "c": [self._localized(attributes), self.blocks(content, inside)]}

    def _blockquote(self, content: Blocks, place: Place) -> Blocks:
        return self.blocks(content, place)

    def _bulletlist(self, items: list[Blocks], place: Place) -> list[Blocks]:
        return [self.blocks(item, replace(place, kind="list-item")) for item in items]

    def _orderedlist(self, content: Any, place: Place) -> Any:
        return [content[0], self._bulletlist(content[1], place)]

    def _definitionlist(self, entries: Any, place: Place) -> Any:
        in_term = replace(place, kind="term", boxed=False)
        in_text = replace(place, kind="definition")
        return [
            [self._shown(term, in_term), [self.blocks(given, in_text) for given in definitions]]
            for term, definitions in entries
        ]

    def _lineblock(self, rows: list[Inlines], place: Place) -> list[Inlines]:
        return [self._shown(row, replace(place, kind="line", boxed=False)) for row in rows]

    def _figure(self, content: Any, place: Place) -> Any:
        attributes, caption, blocks = content
        inside = place.within(attributes[2])
        return [attributes, self._caption(caption, inside), self.blocks(blocks, inside)]

    def _caption(self, caption: Any, place: Place) -> Any:
        short, long = caption
        inside = replace(place, kind="caption", boxed=False)
        return [short and self._shown(short, inside), self.blocks(long, inside)]

    def _table(self, content: Any, place: Place) -> Any:
        attributes, caption, columns, head, bodies, foot = content
        inside = place.within(attributes[2])
        cell = replace(inside, kind="table-cell", boxed=False)
        return [
            attributes,
            self._caption(caption, inside),
            columns,
            [head[0], self._rows(head[1], cell)],
            [
                [own, count, self._rows(heads, cell), self._rows(rows, cell)]
                for own, count, heads, rows in bodies
            ],
            [foot[0], self._rows(foot[1], cell)],
        ]

    def _rows(self, rows: Any, place: Place) -> Any:
        return [
            [own, [[*cell[:4], self.blocks(cell[4], place)] for cell in cells]]
            for own, cells in rows
        ]

    def _shown(self, inlines: Inlines, place: Place) -> Inlines:
        new, kept = self._leaf(inlines, place)
        return self._marked(new) if kept else new

    def _leaf(self, inlines: Inlines, place: Place) -> tuple[Inlines, bool]:
        """Return the new inlines, and whether they are the source's for want of a translation."""
        written = write(inlines)
        if is_foreign_passage(inlines, self._source):
            return inlines, False
        if not has_words(written.text):
            return self._nested(inlines, place), False
        segment = self._segment(written, place)
        self._texts.offer(segment)
        nested = self._nested(inlines, place)
        template = written if nested is inlines else write(nested)
        template = replace(
            template,
            links=tuple(map(self._shell, template.links)),
            slots=tuple(map(self._shell, template.slots)),
        )
        new = self._texts.replace(segment, lambda text: parse(text, template))
        if new is not None:
            return new, False
        # A note at the end of the sentence may be translated where the sentence is not.
        pairs = zip(inlines, nested, strict=True)
        return [new if old["t"] == "Note" else old for old, new in pairs], True

    def _segment(self, written: Written, place: Place) -> Segment:
        return Segment(
            place.kind,
            written.text,
            place.context or self._context_in(written),
            self._trail.texts(),
            written.targets,
            place.line,
            described(written),
        )

    def _context_in(self, written: Written) -> str:
        """Return what the author wrote at the span that holds the whole text."""
        if written.text.startswith("<g1>") and written.text.endswith("</g1>"):
            first = written.slots[0]
            if first["t"] == "Span":
                return Place().within(first["c"][0][2]).context
        return ""

    def _nested(self, inlines: Inlines, place: Place) -> Inlines:
        """Return ``inlines`` with the texts replaced that stand in notes, images and links."""
        new = [self._inline(item, place) for item in inlines]
        same = all(a is b for a, b in zip(inlines, new, strict=True))
        return inlines if same else new

    def _inline(self, item: Inline, place: Place) -> Inline:
        kind = item["t"]
        if kind in _FLAT:
            return item
        if kind == "Note":
            inside = replace(place, kind="note", boxed=False)
            return {**item, "c": self.blocks(item["c"], inside)}
        if kind == "Image":
            return self._tooltip(self._image(item, place.at(item)), place.at(item))
        if (kind != "Link" and not is_group(item)) or is_protected(item):
            return item
        place = place.at(item)
        inner = content_of(item)
        new = self._nested(inner, place)
        item = item if new is inner else with_content(item, new)
        return self._tooltip(self._address(item, place), place) if kind == "Link" else item

    def _image(self, image: Inline, place: Place) -> Inline:
        attributes, inlines, target = image["c"]
        written = write(inlines)
        if not has_words(written.text):
            return image
        segment = replace(self._segment(written, place), kind="alternative-text", context="alt")
        self._texts.offer(segment)
        new = self._texts.replace(segment, lambda text: parse(text, written))
        if new is not None:
            return {**image, "c": [attributes, new, target]}
        if self._source == self._target:
            return image
        return {**image, "c": [stated(attributes, self._source), inlines, target]}

    def _address(self, link: Inline, place: Place) -> Inline:
        attributes, inlines, (target, title) = link["c"]
        if LOCALIZE not in attributes[1] or not target or target.startswith("#"):
            return link
        new = self._plain("link", "link", write_plain(target), place)
        return link if new is None else {**link, "c": [attributes, inlines, [new, title]]}

    def _tooltip(self, item: Inline, place: Place) -> Inline:
        attributes, inlines, (target, title) = item["c"]
        if not has_words(write_plain(title)):
            return item
        new = self._plain("tooltip", "tooltip", write_plain(title), place)
        return item if new is None else {**item, "c": [attributes, inlines, [target, new]]}

    def _plain(self, kind: str, context: str, text: str, place: Place) -> str | None:
        segment = Segment(kind, text, context, self._trail.texts(), (), place.line)
        self._texts.offer(segment)
        new = self._texts.replace(segment, lambda text: parse(text, Written("")))
        return None if new is None else read_plain(new)

    def _marked(self, inlines: Inlines) -> Inlines:
        if self._source == self._target:
            return inlines
        return marked_inlines(inlines, self._source)

    def _localized(self, attributes: Any) -> Any:
        return localized(attributes, self._source, self._target)

    def _shell(self, element: Inline) -> Inline:
        if element["t"] not in {"Span", "Link"}:
            return element
        return {**element, "c": [self._localized(element["c"][0]), *element["c"][1:]]}
