"""Walk, transform and read the Pandoc JSON AST without ever changing it in place.

Shapes follow pandoc-types 1.23 (``Text.Pandoc.Definition``). An *element* is a ``dict`` with
``"t"`` and mostly ``"c"``. Two things are not elements and need care: list items and table cells
are lists of blocks, and a citation holds inlines of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

Element = dict[str, Any]
Attr = list[Any]

#: Inline elements whose content is ``[attr, inlines, …]``.
ATTR_INLINES = frozenset({"Span", "Link", "Image"})
#: Inline elements whose content is a list of inlines.
PLAIN_INLINES = frozenset(
    {"Emph", "Underline", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps"}
)
#: Blocks that hold inlines directly.
LEAF_BLOCKS = frozenset({"Para", "Plain", "Header", "LineBlock"})


def attr(
    identifier: str = "", classes: Iterable[str] = (), pairs: Iterable[tuple[str, str]] = ()
) -> Attr:
    """Return a Pandoc ``Attr``."""
    return [identifier, list(classes), [list(pair) for pair in pairs]]


def text(value: str) -> list[Element]:
    """Return ``value`` as inlines, split at spaces as pandoc does."""
    result: list[Element] = []
    for index, word in enumerate(value.split(" ")):
        if index:
            result.append({"t": "Space"})
        if word:
            result.append({"t": "Str", "c": word})
    return result


def para(inlines: Sequence[Element], line: int | None = None) -> Element:
    """Return a paragraph of ``inlines``."""
    block: Element = {"t": "Para", "c": list(inlines)}
    return block if line is None else {**block, "line": line}


def div(
    blocks: Sequence[Element],
    classes: Iterable[str] = (),
    pairs: Iterable[tuple[str, str]] = (),
    line: int | None = None,
    identifier: str = "",
) -> Element:
    """Return a ``Div`` around ``blocks``."""
    block: Element = {"t": "Div", "c": [attr(identifier, classes, pairs), list(blocks)]}
    return block if line is None else {**block, "line": line}


def line_of(element: Element) -> int | None:
    """Return the source line at which ``element`` or its first child with a line begins."""
    for found in walk(element):
        if "line" in found:
            line: int = found["line"]
            return line
    return None


def attr_of(element: Element) -> Attr | None:
    """Return the element's ``Attr``, ``None`` where its kind has none."""
    kind = element["t"]
    if kind in ATTR_INLINES or kind in {"Div", "Code", "CodeBlock", "Table", "Figure"}:
        place = 0
    elif kind == "Header":
        place = 1
    else:
        return None
    found: Attr = element["c"][place]
    return found


def has_class(element: Element, name: str) -> bool:
    """Tell whether ``element`` carries the class ``name``."""
    found = attr_of(element)
    return found is not None and name in found[1]


def walk(value: Any) -> Iterator[Element]:
    """Yield every element in ``value``, in reading order, parents before their children.

    ``value`` is an element, a list of anything that holds elements, or a tuple of blocks. The
    walk keeps its own stack, so that a document nested a thousand deep does not end it.
    """
    stack: list[Any] = [value]
    while stack:
        current = stack.pop()
        if isinstance(current, dict):
            if "t" in current:
                yield current
            content = current.get("c")
            if isinstance(content, list):
                stack.extend(content[::-1])
            elif content is not None:
                if isinstance(content, (dict, tuple)):
                    stack.append(content)
            elif "citationPrefix" in current:
                stack.append(current["citationSuffix"])
                stack.append(current["citationPrefix"])
        elif isinstance(current, (list, tuple)):
            stack.extend(current[::-1])


#: Elements that hold nothing but text; nine of ten elements of a document are one of them.
_LEAVES = frozenset({"Str", "Space", "SoftBreak", "LineBreak"})


def structures(value: Any) -> Iterator[Element]:
    """Yield what :func:`walk` yields, but no words and spaces; much faster in a large document."""
    stack: list[Any] = [value]
    while stack:
        current = stack.pop()
        if current.__class__ is dict:
            kind = current.get("t")
            if kind in _LEAVES:
                continue
            if kind is not None:
                yield current
            elif "citationPrefix" in current:
                stack += (current["citationSuffix"], current["citationPrefix"])
            current = current.get("c")
        if isinstance(current, (list, tuple)):
            stack += parts_of(current)[::-1]
        elif isinstance(current, dict):
            stack.append(current)


def parts_of(items: Sequence[Any]) -> list[Any]:
    """Return the items of a list that are lists or elements themselves, but no words and spaces."""
    try:
        # Most lists hold elements alone.
        return [item for item in items if item["t"] not in _LEAVES]
    except (TypeError, KeyError):
        return [
            item
            for item in items
            if item.__class__ is list or (item.__class__ is dict and item.get("t") not in _LEAVES)
        ]


def transform(value: Any, function: Callable[[Element], Element | list[Element] | None]) -> Any:
    """Return ``value`` with ``function`` applied to every element, children first.

    ``function`` returns the element itself (kept), another element, a list (spliced into the
    list that held the element) or ``None`` (removed). Parts that do not change are shared with
    ``value``, nothing in it is altered.
    """
    if isinstance(value, dict):
        return _transformed(value, function) if "t" in value else value
    if isinstance(value, (list, tuple)):
        return _transformed_items(value, function)
    return value


def _transformed(
    element: Element, function: Callable[[Element], Element | list[Element] | None]
) -> Element | list[Element] | None:
    content = element.get("c")
    # Most elements are words and spaces, which hold no others.
    if content and not isinstance(content, str):
        changed = transform(content, function)
        if changed is not content:
            element = {**element, "c": changed}
    return function(element)


def _transformed_items(
    items: Sequence[Any], function: Callable[[Element], Element | list[Element] | None]
) -> Sequence[Any]:
    result: list[Any] | None = None
    for index, item in enumerate(items):
        is_element = isinstance(item, dict)
        if is_element:
            new = _transformed(item, function) if "t" in item else item
        elif item and isinstance(item, (list, tuple)):
            new = _transformed_items(item, function)
        else:
            new = item
        if new is not item and result is None:
            result = list(items[:index])
        if result is None:
            continue
        if is_element and isinstance(new, list):
            result.extend(new)
        elif not is_element or new is not None:
            result.append(new)
    return items if result is None else result


def transform_structures(
    value: Any, function: Callable[[Element], Element | list[Element] | None]
) -> Any:
    """Return what :func:`transform` returns where ``function`` keeps all words and spaces.

    It is not asked about them, which makes this much faster in a large document.
    """
    if isinstance(value, dict):
        if value.get("t", "Str") in _LEAVES:
            return value
        return _structure(value, function)
    if isinstance(value, (list, tuple)):
        return _structures(value, function)
    return value


def _structure(
    element: Element, function: Callable[[Element], Element | list[Element] | None]
) -> Element | list[Element] | None:
    content = element.get("c")
    if content and content.__class__ is not str:
        changed = transform_structures(content, function)
        if changed is not content:
            element = {**element, "c": changed}
    return function(element)


def _structures(
    items: Sequence[Any], function: Callable[[Element], Element | list[Element] | None]
) -> Sequence[Any]:
    result: list[Any] | None = None
    for index, item in enumerate(items):
        is_element = False
        new = item
        if item.__class__ is dict:
            kind = item.get("t")
            if kind not in _LEAVES:
                is_element = True
                if kind is not None:
                    new = _structure(item, function)
        elif item and item.__class__ is not str and isinstance(item, (list, tuple)):
            new = _structures(item, function)
        if new is not item and result is None:
            result = list(items[:index])
        if result is None:
            continue
        if is_element and isinstance(new, list):
            result.extend(new)
        elif not is_element or new is not None:
            result.append(new)
    return items if result is None else result


def stringify(value: Any, *, notes: bool = True, alt: bool = True) -> str:
    """Return the text of ``value``: what a reader reads, without markup.

    :param notes: include the text of footnotes at the place of their reference.
    :param alt: include the alternative text of images.
    """
    parts: list[str] = []
    _stringify(value, parts, notes, alt)
    return "".join(parts)


_BREAKING_BLOCKS = frozenset(
    {
        "Para",
        "Plain",
        "Header",
        "CodeBlock",
        "LineBlock",
        "BlockQuote",
        "OrderedList",
        "BulletList",
        "DefinitionList",
        "Table",
        "Figure",
        "Div",
        "HorizontalRule",
    }
)


def _stringify(value: Any, parts: list[str], notes: bool, alt: bool) -> None:
    if isinstance(value, (list, tuple)):
        for item in value:
            # Words and spaces are most of a document: they take no call.
            if isinstance(item, dict):
                kind = item.get("t")
                if kind == "Str":
                    parts.append(item["c"])
                elif kind == "Space":
                    parts.append(" ")
                else:
                    _stringify(item, parts, notes, alt)
            elif item and not isinstance(item, str):
                _stringify(item, parts, notes, alt)
        return
    if not isinstance(value, dict) or "t" not in value:
        return
    kind = value["t"]
    content: Any = value.get("c")
    if kind == "Str":
        parts.append(content)
    elif kind in {"Space", "SoftBreak"}:
        parts.append(" ")
    elif kind == "LineBreak":
        parts.append("\n")
    elif kind in {"Code", "CodeBlock", "Math"}:
        parts.append(content[1])
    elif kind in {"RawInline", "RawBlock"}:
        pass
    elif kind == "Quoted":
        marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
        parts.append(marks[0])
        _stringify(content[1], parts, notes, alt)
        parts.append(marks[1])
    elif kind == "Note":
        if notes:
            parts.append(" ")
            _stringify(content, parts, notes, alt)
    elif kind == "Image":
        if alt:
            _stringify(content[1], parts, notes, alt)
    elif kind == "DefinitionList":
        for term, definitions in content:
            _stringify(term, parts, notes, alt)
            parts.append("\n")
            _stringify(definitions, parts, notes, alt)
    elif kind == "LineBlock":
        for number, row in enumerate(content):
            if number:
                parts.append("\n")
            _stringify(row, parts, notes, alt)
    elif kind == "Cite":
        _stringify(content[1], parts, notes, alt)
    else:
        _stringify(content, parts, notes, alt)
    if kind in _BREAKING_BLOCKS and parts and not parts[-1].endswith("\n"):
        parts.append("\n")


def words(value: Any, *, notes: bool = True) -> list[str]:
    """Return the words of ``value`` as they are separated by white space."""
    return stringify(value, notes=notes).split()
