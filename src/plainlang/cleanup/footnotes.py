"""Footnotes typed as a superscript number at a word and a paragraph that begins with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from plainlang.ast import para, stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import (
    Blocks,
    Inlines,
    inlines_of,
    map_leaves,
    map_lists,
    with_inlines,
)
from plainlang.cleanup.footnote_marks import (
    Definition,
    begins_raised,
    definition,
    has_marks,
    replace_marks,
)
from plainlang.cleanup.inlines import trimmed
from plainlang.cleanup.wording import quoted
from plainlang.document import Block, Change, Document, Inline

_UNUSED = "it looks like a footnote, but no number in the text refers to it; please check"
_UNCERTAIN = "its number is explained more than once, and not every mark is certain; please check"
_IMPOSSIBLE = "a number in a heading or link refers to it, and no footnote can stand there"


@dataclass(slots=True)
class _Note:
    """A paragraph that begins with a mark.

    :param place: its index among the leaves, in reading order.
    :param marks: the marks that refer to it, as written.
    :param kept: why it stays where it is; empty where it becomes a footnote.
    """

    mark: Definition
    paragraph: Block
    place: int
    marks: list[str] = field(default_factory=list)
    kept: str = ""


class Footnotes:
    """Make a footnote of a number at a word and the paragraph that explains it."""

    name = "footnotes"
    summary = "Turn superscript numbers and the paragraphs that explain them into footnotes."

    def __call__(self, document: Document) -> Result:
        """Return the document with notes; a note without a reference stays and is reported."""
        blocks = map_lists(document.blocks, _separated)
        notes = _notes(blocks)
        if not notes:
            return Result(document)
        self._visit(blocks, notes, write=False)
        _judge(notes)
        changes = tuple(_change(note) for note in notes)
        gone = {id(note.paragraph) for note in notes if not note.kept}
        if not gone:
            # Notes that stood on lines of one paragraph are paragraphs now: no later rule may
            # join them.
            return Result(replace(document, blocks=tuple(blocks)), changes)
        marked = self._visit(blocks, notes, write=True)
        kept = map_lists(marked, lambda blocks: [b for b in blocks if id(b) not in gone])
        return Result(replace(document, blocks=tuple(kept)), changes)

    def _visit(self, blocks: Blocks, notes: list[_Note], *, write: bool) -> Blocks:
        """Collect the marks of ``notes``, or put the notes in their places."""
        place = -1
        paragraphs = {id(note.paragraph) for note in notes}

        def visit(leaf: Block, _line: int | None) -> Block:
            nonlocal place
            place += 1
            if id(leaf) in paragraphs or leaf["t"] == "LineBlock":
                return leaf
            here = place

            def note_for(number: str, text: str, in_link: bool) -> Inline | None:
                same = [note for note in notes if note.mark.number == number]
                found = _explained_by(same, here)
                if write:
                    if found is None or found.kept:
                        return None
                    content = para(found.mark.rest, found.paragraph.get("line"))
                    return {"t": "Note", "c": [content]}
                if found is not None:
                    found.marks.append(text)
                for note in same if found is None else []:
                    note.kept = _UNCERTAIN
                # A heading's note would stand in the table of contents as well.
                if found is not None and (in_link or leaf["t"] == "Header"):
                    found.kept = _IMPOSSIBLE
                return None

            inlines = inlines_of(leaf)
            if not has_marks(inlines):
                return leaf
            new = replace_marks(inlines, note_for)
            return with_inlines(leaf, new) if write and new != inlines else leaf

        found: Blocks = map_leaves(blocks, visit)
        return found


def _separated(blocks: Blocks) -> Blocks:
    """Split a paragraph of several notes, each of which begins a line with its mark."""
    result: Blocks = []
    for block in blocks:
        notes = _by_marks(block["c"]) if block["t"] == "Para" and definition(block["c"]) else []
        if len(notes) > 1:
            result.extend(para(note, block.get("line")) for note in notes)
        else:
            result.append(block)
    return result


def _by_marks(inlines: Inlines) -> list[Inlines]:
    """Return the notes in ``inlines``; a line without a mark goes on with the note above it."""
    starts = [
        index
        for index, item in enumerate(inlines)
        if item["t"] in {"SoftBreak", "LineBreak"} and begins_raised(inlines[index + 1 :])
    ]
    notes: list[Inlines] = []
    for start, end in pairwise([0, *starts, len(inlines)]):
        part = list(inlines[start:end])
        if notes and definition(part) is None:
            notes[-1] += part
        else:
            notes.append(part)
    return [trimmed(note) for note in notes]


def _notes(blocks: Blocks) -> list[_Note]:
    """Return the explaining paragraphs in reading order; those in tables stay where they are."""
    candidates: dict[int, Definition] = {}

    def collect(found: Blocks) -> Blocks:
        for block in found:
            if block["t"] == "Para" and (mark := definition(block["c"])):
                candidates[id(block)] = mark
        return found

    map_lists(blocks, collect)
    notes: list[_Note] = []
    place = -1

    def number(leaf: Block, _line: int | None) -> Block:
        nonlocal place
        place += 1
        if id(leaf) in candidates:
            notes.append(_Note(candidates[id(leaf)], leaf, place))
        return leaf

    if candidates:
        map_leaves(blocks, number)
    return notes


def _explained_by(same: Sequence[_Note], place: int) -> _Note | None:
    """Return which of the notes of one number a mark at ``place`` refers to: the next one.

    Where a number is explained only once, a mark below its explanation refers to it as well.
    """
    if len(same) == 1:
        return same[0]
    return next((note for note in same if note.place > place), None)


def _judge(notes: Sequence[_Note]) -> None:
    """Let notes stay where it is not certain what refers to them."""
    for note in notes:
        if not note.marks and not note.kept:
            note.kept = _UNUSED
    for note in notes:
        same = [other for other in notes if other.mark.number == note.mark.number]
        if not note.kept and any(other.kept for other in same):
            note.kept = _UNCERTAIN


def _change(note: _Note) -> Change:
    text = quoted(stringify(note.paragraph))
    line = note.paragraph.get("line")
    if note.kept:
        message = f"Left {text} where it is: {note.kept}"
        return Change("footnotes", line, message, doubtful=True)
    number = len(note.marks)
    places = "the place that refers" if number == 1 else f"the {number} places that refer"
    message = f"Made {text} a footnote at {places} to it"
    return Change("footnotes", line, message, " ".join([*note.marks, note.mark.text]))
