"""Raw HTML inside Markdown, turned into the AST.

commonmark_x gives raw HTML in pieces: an opening tag, Markdown blocks, a closing tag. Each list
that holds pieces is cut into segments where no element is open, each segment is written as HTML
with numbered placeholders for everything that is not raw, cleaned by ``nh3`` (html5ever, an
allow-list), read by pandoc's HTML reader in one request for the whole document, and the
placeholders are replaced by what they stand for. If a placeholder, a word, a link or an image of
a segment is missing then, its tags are dropped, its words and links are kept, and that is said.

Nothing is lost silently: a tag that HTML does not know (``<your name>``) is text and stays text;
comments, scripts, styles and embedded objects are removed and reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plainlang.ast import line_of, structures
from plainlang.ast import text as inlines_of
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Block
from plainlang.engines import Engines
from plainlang.exceptions import EngineError
from plainlang.readers.raw_html_blocks import Filler, flat, mixed, placeholders, split
from plainlang.readers.raw_html_clean import clean_list, is_raw
from plainlang.readers.raw_html_code import with_code
from plainlang.readers.raw_html_plain import lost, mark, without_tags
from plainlang.readers.raw_html_segments import Segment, segments
from plainlang.readers.raw_html_tags import KEPT

#: How pandoc reads the cleaned HTML; identifiers are left to the cleanup rules.
HTML_FORMAT = "html-smart-auto_identifiers-raw_html+native_divs+native_spans"

_ATTRIBUTES = {
    "*": {"id", "lang", "dir", "title", "data-plainlang"},
    "a": {"href"},
    "img": {"src", "alt"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start", "type"},
}
#: Dangerous schemes are let through here, so that the cleanup rule can report them;
#: plainlang.editions lets none of them into an edition.
_SCHEMES = frozenset(
    """http https mailto tel sms ftp geo sip skype tg whatsapp javascript data vbscript
    file""".split()
)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A list with raw items: its segments and the items that go with a removed element."""

    segments: dict[int, Segment]
    removed: frozenset[int]
    inline: bool


def resolve_raw_html(
    blocks: tuple[Block, ...], file: str, engines: Engines
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return ``blocks`` without raw elements, and what was removed.

    :raises EngineError: if pandoc cannot read the HTML, or it is nested too deep.
    """
    if not any(is_raw(element) for element in structures(blocks)):
        return blocks, ()
    try:
        return _resolve(blocks, file, engines)
    except RecursionError as error:
        raise EngineError(
            "the HTML of the document is nested too deep (elements in elements)",
            code=Code.NESTING_TOO_DEEP,
            hint="No reader can follow so many levels: flatten the elements.",
        ) from error


def _resolve(
    blocks: tuple[Block, ...], file: str, engines: Engines
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    diagnostics: list[Diagnostic] = []
    prepared = _literal(list(blocks), file, diagnostics)
    plans: dict[int, _Plan] = {}
    cleaned: dict[int, str] = {}
    for items in _raw_lists(prepared):
        parts, found = clean_list(items, file)
        diagnostics.extend(found)
        inline = any(item["t"] == "RawInline" for item in items)
        raw = [is_raw(item) for item in items]
        made = segments(parts, raw, inline)
        removed = frozenset(index for index, part in enumerate(parts) if part is None)
        plans[id(items)] = _Plan({s.first: s for s in made}, removed, inline)
        cleaned.update((id(s), s.html) for s in made)
    sources = [
        f'<div data-plainlang="list-{key}">{_sanitise(source)}</div>'
        for key, source in cleaned.items()
        if source.strip()
    ]
    tree = engines.pandoc.read("\n".join(sources), HTML_FORMAT) if sources else {"blocks": []}
    read = {
        number: element["c"][1]
        for element in tree["blocks"]
        if element["t"] == "Div" and (number := mark(element, "list-")) is not None
    }
    builder = _Builder(plans, read, file)
    result = builder.rebuild(prepared)
    return tuple(result), tuple(diagnostics + builder.diagnostics)


def _sanitise(source: str) -> str:
    import nh3

    return nh3.clean(
        source,
        tags=set(KEPT),
        clean_content_tags=set(),
        attributes=_ATTRIBUTES,
        strip_comments=True,
        link_rel=None,
        url_schemes=set(_SCHEMES),
    )


def _literal(value: Any, file: str, diagnostics: list[Diagnostic], line: int | None = None) -> Any:
    """Turn raw elements of other formats into text, and ``<code>`` around words into code.

    Every raw element gets the line of its block, so that a message about it can name it.
    """
    if isinstance(value, list):
        if any(is_raw(item) for item in value):
            value = with_code(value)
        return [
            _as_text({"line": line, **item} if line else item, file, diagnostics)
            if is_raw(item)
            else _literal(item, file, diagnostics, line)
            for item in value
        ]
    if isinstance(value, dict) and "c" in value:
        line = value.get("line", line)
        return {**value, "c": _literal(value["c"], file, diagnostics, line)}
    return value


def _as_text(element: Any, file: str, diagnostics: list[Diagnostic]) -> Any:
    kind, source = element["c"]
    if kind == "html":
        return element
    diagnostics.append(
        Diagnostic(
            Code.RAW_CONTENT_REMOVED,
            Severity.WARNING,
            f"kept a passage marked as {kind} as text",
            file,
            element.get("line"),
        )
    )
    inlines = inlines_of(" ".join(source.split()))
    if element["t"] == "RawInline":
        return {"t": "Span", "c": [["", [], []], inlines]}
    block: Block = {"t": "Para", "c": inlines}
    return {**block, "line": element["line"]} if "line" in element else block


def _raw_lists(value: Any) -> Iterator[list[Any]]:
    """Yield every list that directly holds a raw element, in reading order, outermost first."""
    stack = [value]
    while stack:
        current = stack.pop()
        if isinstance(current, list):
            if any(is_raw(item) for item in current):
                yield current
            stack.extend(reversed(current))
        elif isinstance(current, dict) and "c" in current:
            stack.append(current["c"])


class _Builder:
    """Puts what was read into the places of the segments."""

    def __init__(self, plans: dict[int, _Plan], read: dict[int, list[Any]], file: str) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._plans = plans
        self._read = read
        self._file = file

    def rebuild(self, value: Any) -> Any:
        """Return ``value`` with every segment replaced."""
        if isinstance(value, list):
            plan = self._plans.get(id(value))
            if plan is None:
                return [part for item in value for part in self._item(item)]
            built = self._list(value, plan)
            return flat(built) if plan.inline else built
        if isinstance(value, dict) and "c" in value:
            return {**value, "c": self.rebuild(value["c"])}
        return value

    def _item(self, item: Any) -> list[Any]:
        """Return ``item``, or the blocks into which HTML blocks inside cut a paragraph."""
        if isinstance(item, dict) and item.get("t") in {"Para", "Plain"}:
            plan = self._plans.get(id(item["c"]))
            if plan is not None:
                return split(item, self._list(item["c"], plan))
        return [self.rebuild(item)]

    def _list(self, items: list[Any], plan: _Plan) -> list[Any]:
        result: list[Any] = []
        index = 0
        while index < len(items):
            segment = plan.segments.get(index)
            if segment is not None:
                built = self._segment(segment, items, plan)
                index = segment.last + 1
                space = result and index < len(items) and result[-1]["t"] == "Space"
                if not built and space and items[index]["t"] == "Space":
                    result.pop()
                result.extend(built)
                continue
            if index not in plan.removed:
                result.extend(self._item(items[index]))
            index += 1
        return result

    def _segment(self, segment: Segment, items: list[Any], plan: _Plan) -> list[Any]:
        if not segment.html.strip():
            return [{"t": "Space"}] if segment.html and plan.inline else []
        contents: dict[int, list[Any]] = {}
        for first in segment.items:
            last = first + 1
            while plan.inline and last <= segment.last and not is_raw(items[last]):
                last += 1
            contents[first] = [part for item in items[first:last] for part in self._item(item)]
        line = items[segment.first].get("line")
        read = self._read.get(id(segment), [])
        if placeholders(read) != list(segment.items) or lost(segment.html, read):
            self.diagnostics.append(
                Diagnostic(
                    Code.HTML_REMOVED,
                    Severity.WARNING,
                    "the tags of a passage were dropped, its words are kept",
                    self._file,
                    line if line is not None else line_of(items[segment.first]),
                    "Write the passage in Markdown, or correct its HTML.",
                )
            )
            plain = without_tags(segment.html, contents, plan.inline)
            if plan.inline:
                return plain
            return [b if line is None or "line" in b else {**b, "line": line} for b in plain]
        filled = Filler(contents, line).fill(read)
        if not plan.inline:
            return list(filled)
        return mixed(filled)
