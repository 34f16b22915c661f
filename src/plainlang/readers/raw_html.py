"""Raw HTML inside Markdown, turned into the AST.

commonmark_x gives raw HTML in pieces: an opening tag, Markdown blocks, a closing tag. Each list
that holds pieces is written as HTML with numbered placeholders for everything that is not raw,
cleaned by ``nh3`` (html5ever, an allow-list), read by pandoc's HTML reader in one request for
the whole document, and the placeholders are replaced by what they stand for. If HTML's own rules
moved or swallowed a placeholder, the tags of that list are dropped and the text is kept.

Nothing is lost silently: a tag that HTML does not know (``<your name>``) is text and stays text;
comments, scripts, styles and embedded objects are removed and reported.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from plainlang.ast import stringify, walk
from plainlang.ast import text as inlines_of
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Block
from plainlang.engines import Engines

#: How pandoc reads the cleaned HTML; identifiers are left to the cleanup rules.
HTML_FORMAT = "html-smart-auto_identifiers-raw_html+native_divs+native_spans"

#: Elements that are removed with their content: their content is not text to read.
REMOVED = frozenset({"script", "style", "template", "head", "title", "math", "svg"})
#: Elements that show something which no edition can carry; removed and reported.
EMBEDDED = frozenset(
    {"iframe", "object", "embed", "audio", "video", "canvas", "input", "select", "map", "applet"}
)
#: Elements that are kept, because the AST has a form for them.
KEPT = frozenset(
    """a abbr address article aside b blockquote br caption cite code col colgroup dd del
    details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li
    main mark nav ol p pre q s samp section small span strong sub summary sup table tbody td tfoot
    th thead time tr tt u ul var""".split()
)
#: Elements of HTML (living standard and obsolete ones) that only wrap text: the tags go.
WRAPPERS = frozenset(
    """acronym base bdi bdo big body button center data datalist dir fieldset font form hgroup html
    label legend link menu meta meter nobr noframes noscript optgroup option output param picture
    progress rp rt ruby search slot source strike summary textarea track wbr area""".split()
)
KNOWN = REMOVED | EMBEDDED | KEPT | WRAPPERS

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?:[\s/>]|$)")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_ATTRIBUTES = {
    "*": {"id", "lang", "dir", "title", "data-plainlang"},
    "a": {"href"},
    "img": {"src", "alt"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start", "type"},
}


def resolve_raw_html(
    blocks: tuple[Block, ...], file: str, engines: Engines
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return ``blocks`` without raw elements, and what was removed.

    :raises EngineError: if pandoc cannot read the HTML.
    """
    if not any(element["t"] in {"RawBlock", "RawInline"} for element in walk(blocks)):
        return blocks, ()
    diagnostics: list[Diagnostic] = []
    prepared = _literal(list(blocks), file, diagnostics)
    lists = list(_raw_lists(prepared))
    pieces = [
        f'<div data-plainlang="list-{n}">{_as_html(items)}</div>' for n, items in enumerate(lists)
    ]
    for items in lists:
        diagnostics.extend(_reports(items, file))
    tree = engines.pandoc.read(_sanitise("\n".join(pieces)), HTML_FORMAT)
    read = {
        number: element["c"][1]
        for element in tree["blocks"]
        if element["t"] == "Div" and (number := _mark(element, "list-")) is not None
    }
    results = {id(items): read.get(number, []) for number, items in enumerate(lists)}
    return tuple(_rebuild(prepared, results)), tuple(diagnostics)


def _sanitise(source: str) -> str:
    import nh3

    return nh3.clean(
        source,
        tags=set(KEPT),
        clean_content_tags=set(REMOVED | EMBEDDED) - set(KEPT),
        attributes=_ATTRIBUTES,
        strip_comments=True,
        link_rel=None,
        # Dangerous schemes are let through here, so that the cleanup rule can report them;
        # plainlang.editions lets none of them into an edition.
        url_schemes={"http", "https", "mailto", "tel", "javascript", "data", "vbscript", "file"},
    )


def _is_raw(element: Any) -> bool:
    return isinstance(element, dict) and element.get("t") in {"RawBlock", "RawInline"}


def _literal(value: Any, file: str, diagnostics: list[Diagnostic], line: int | None = None) -> Any:
    """Turn raw elements that are no HTML (``<your name>``, other formats) into text.

    Every raw element gets the line of its block, so that a message about it can name it.
    """
    if isinstance(value, list):
        return [
            _as_text({"line": line, **item} if line else item, file, diagnostics)
            if _is_raw(item)
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
        names = [name.lower() for name in _TAG.findall(_COMMENT.sub("", source))]
        unknown = sorted(set(names) - KNOWN)
        if not unknown and (names or _COMMENT.search(source) or source.startswith("<!")):
            return element
        message = f"kept “{' '.join(source.split())[:60]}” as text: it is not HTML"
    else:
        message = f"kept a passage marked as {kind} as text"
    diagnostics.append(
        Diagnostic(
            Code.RAW_CONTENT_REMOVED,
            Severity.WARNING,
            message,
            file,
            element.get("line"),
            "Write \\< for a bracket that is meant as text.",
        )
    )
    inlines = inlines_of(" ".join(source.split()))
    if element["t"] == "RawInline":
        return {"t": "Span", "c": [["", [], []], inlines]}
    block: Block = {"t": "Para", "c": inlines}
    return {**block, "line": element["line"]} if "line" in element else block


def _raw_lists(value: Any) -> Iterator[list[Any]]:
    """Yield every list that directly holds a raw element, outermost first."""
    stack = [value]
    while stack:
        current = stack.pop()
        if isinstance(current, list):
            if any(_is_raw(item) for item in current):
                yield current
            stack.extend(current)
        elif isinstance(current, dict) and "c" in current:
            stack.append(current["c"])


def _runs(items: list[Any]) -> list[tuple[bool, list[Any]]]:
    """Group ``items`` into raw elements, blocks one by one, and runs of inlines."""
    inline = any(item.get("t") == "RawInline" for item in items)
    groups: list[tuple[bool, list[Any]]] = []
    for item in items:
        raw = _is_raw(item)
        if inline and not raw and groups and not groups[-1][0]:
            groups[-1][1].append(item)
        else:
            groups.append((raw, [item]))
    return groups


def _as_html(items: list[Any]) -> str:
    inline = any(item.get("t") == "RawInline" for item in items)
    tag = "span" if inline else "div"
    parts = []
    for number, (raw, group) in enumerate(_runs(items)):
        if raw:
            parts.append(_defang(group[0]["c"][1]))
        else:
            parts.append(f'<{tag} data-plainlang="item-{number}">·</{tag}>')
    joined = "".join(parts) if inline else "\n".join(parts)
    return f"<p>{joined}</p>" if inline else joined


def _defang(source: str) -> str:
    """Keep a source's own ``data-plainlang`` from posing as a placeholder."""
    return re.sub(r"data-plainlang", "data-x", source, flags=re.IGNORECASE)


def _mark(element: Any, prefix: str) -> int | None:
    for key, value in element["c"][0][2]:
        if key in {"plainlang", "data-plainlang"} and value.startswith(prefix):
            return int(value.removeprefix(prefix))
    return None


def _rebuild(value: Any, results: dict[int, list[Any]]) -> Any:
    if isinstance(value, list):
        read = results.get(id(value))
        if read is None:
            return [_rebuild(item, results) for item in value]
        groups = _runs(value)
        line = next((item["line"] for item in value if "line" in item), None)
        contents = {
            number: [_rebuild(item, results) for item in group]
            for number, (raw, group) in enumerate(groups)
            if not raw
        }
        inline = any(item.get("t") == "RawInline" for item in value)
        found = _placeholders(read)
        if found != sorted(contents):
            return _without_tags(groups, contents, inline)
        if inline:
            read = _inlines(read)
        filled = _fill(read, contents)
        if inline:
            return filled
        return [_with_line(block, _raw_line(value, line)) for block in filled]
    if isinstance(value, dict) and "c" in value:
        return {**value, "c": _rebuild(value["c"], results)}
    return value


def _raw_line(items: list[Any], default: int | None) -> int | None:
    return next((i["line"] for i in items if _is_raw(i) and "line" in i), default)


def _with_line(block: Any, line: int | None) -> Any:
    return block if line is None or "line" in block else {**block, "line": line}


def _placeholders(read: Any) -> list[int]:
    return [
        number
        for element in walk(read)
        if element["t"] in {"Div", "Span"} and (number := _mark(element, "item-")) is not None
    ]


def _inlines(blocks: list[Any]) -> list[Any]:
    """Join the paragraphs that an inline fragment was read as."""
    result: list[Any] = []
    for element in blocks:
        if element["t"] in {"Para", "Plain"}:
            if result:
                result.append({"t": "Space"})
            result.extend(element["c"])
        elif element["t"] == "Div":
            if result:
                result.append({"t": "Space"})
            result.extend(_inlines(element["c"][1]))
        else:
            result.extend(inlines_of(" ".join(stringify(element).split())))
    return result


def _fill(value: Any, contents: dict[int, list[Any]]) -> Any:
    """Replace placeholders, also where HTML wrapped a block placeholder in a paragraph."""
    if isinstance(value, list):
        result: list[Any] = []
        for item in value:
            if isinstance(item, dict) and item.get("t") in {"Div", "Span"}:
                number = _mark(item, "item-")
                if number is not None:
                    result.extend(contents[number])
                    continue
            result.append(_fill(item, contents))
        return result
    if isinstance(value, dict) and "c" in value:
        return {**value, "c": _fill(value["c"], contents)}
    return value


def _without_tags(
    groups: list[tuple[bool, list[Any]]], contents: dict[int, list[Any]], inline: bool
) -> list[Any]:
    """Keep the text of every raw element and everything else, and drop the tags."""
    result: list[Any] = []
    within = ""  # the element whose content is code and not text
    for number, (raw, group) in enumerate(groups):
        if not raw:
            if not within:
                result.extend(contents[number])
            continue
        source = _COMMENT.sub("", group[0]["c"][1])
        opened = re.match(r"<(script|style|template)\b", source, re.IGNORECASE)
        if within or opened:
            within = within or (opened[1].lower() if opened else "")
            if re.search(rf"</{within}\b", source, re.IGNORECASE):
                within = ""
            continue
        words = html.unescape(re.sub(r"<[^>]*>", " ", source)).split()
        if not words:
            continue
        inlines = inlines_of(" ".join(words))
        result.extend(inlines if inline else [{"t": "Para", "c": inlines}])
    return result


def _reports(items: list[Any], file: str) -> Iterator[Diagnostic]:
    line = next((item["line"] for item in items if "line" in item), None)
    for item in items:
        if not _is_raw(item):
            continue
        source = item["c"][1]
        place = item.get("line", line)
        names = {name.lower() for name in _TAG.findall(source)}
        removed = sorted(names & (REMOVED | EMBEDDED))
        if removed and not source.startswith("</"):
            yield Diagnostic(
                Code.HTML_REMOVED,
                Severity.WARNING,
                "removed HTML that no edition can carry: " + ", ".join(f"<{n}>" for n in removed),
                file,
                place,
                "Say in words what it showed, or link to it.",
            )
        for comment in _COMMENT.findall(source):
            words = " ".join(comment.removeprefix("<!--").removesuffix("-->").split())
            yield Diagnostic(
                Code.HTML_REMOVED,
                Severity.INFO,
                f"left out a comment: “{words[:60]}”",
                file,
                place,
            )
