"""The words and links of a passage whose tags cannot be kept."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

from plainlang.ast import attr, stringify, walk
from plainlang.ast import text as inlines_of

_LINE_TAGS = frozenset(
    "a abbr b cite code del dfn em i img ins kbd mark q s samp small span".split()
)
_LINE_TAGS |= frozenset("strong sub sup time tt u var".split())
_LEAVES = frozenset({"Para", "Plain", "Header"})
#: The formats that carry meaning: "10<sup>9</sup>" without its tag is another number.
_FORMATS = {"sup": "Superscript", "sub": "Subscript", "b": "Strong", "strong": "Strong"}
_FORMATS |= {"i": "Emph", "em": "Emph", "u": "Underline", "s": "Strikeout", "del": "Strikeout"}


def mark(element: Any, prefix: str) -> int | None:
    """Return the number of the mark ``prefix`` that ``element`` carries, if any."""
    for key, value in element["c"][0][2]:
        if key in {"plainlang", "data-plainlang"} and value.startswith(prefix):
            return int(value.removeprefix(prefix))
    return None


class _Reader(HTMLParser):
    """Collect inlines and blocks; a mixed list, in reading order."""

    def __init__(self, contents: dict[int, list[Any]], inline: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.result: list[Any] = []
        self._contents = contents
        self._inline = inline
        self._link: tuple[str, int, int | None] | None = None
        self._held = False
        self._placeholder = False
        self.blocks: set[int] = set()
        self._open: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        item = values.get("data-plainlang") or ""
        if item.startswith("item-"):
            self._placeholder = True
            self._place(self._contents[int(item.removeprefix("item-"))])
        elif tag == "a":
            self._end_link()
            if values.get("href"):
                self._link = (values["href"] or "", len(self.result), _line(item))
        elif tag == "img" and values.get("src"):
            target = [values["src"], values.get("title") or ""]
            image: dict[str, Any] = {
                "t": "Image",
                "c": [attr(), inlines_of(" ".join((values.get("alt") or "").split())), target],
            }
            self.result.append(_placed(image, _line(item)))
        elif tag in _FORMATS:
            self._open.append((tag, len(self.result)))
        elif tag == "br":
            self.result.append({"t": "LineBreak"})
        elif tag not in _LINE_TAGS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if self._placeholder and tag in {"span", "div"}:
            self._placeholder = False
        elif tag == "a":
            self._end_link()
        elif tag in _FORMATS:
            self._end_format(tag)
        elif tag not in _LINE_TAGS:
            self._break()

    def handle_data(self, data: str) -> None:
        if self._placeholder:
            return
        words = " ".join(data.split())
        if data[:1].isspace():
            self.result.append({"t": "Space"})
        if words:
            self.result.extend(inlines_of(words))
            if data[-1:].isspace():
                self.result.append({"t": "Space"})

    def _place(self, content: list[Any]) -> None:
        if (
            not self._inline
            and self._link is not None
            and not any(e["t"] == "Link" for e in walk(content))
        ):
            address, _, line = self._link
            content = [
                _with_leaf(block, [_link(address, _leaf(block), line)])
                if block["t"] in _LEAVES
                else block
                for block in content
            ]
            self._held = True
        if not self._inline:
            self.blocks.update(map(id, content))
        self.result.extend(content)

    def _break(self) -> None:
        if self.result and self._link is None:
            self.result.append({"t": "-break"})
        elif self.result:
            self.result.append({"t": "Space"})

    def _end_format(self, tag: str) -> None:
        """Format what stands since the start tag, where it is inlines only."""
        if not self._open or self._open[-1][0] != tag:
            return
        start = self._open.pop()[1]
        inner = self.result[start:]
        if inner and not any(e["t"] == "-break" or id(e) in self.blocks for e in inner):
            self.result[start:] = [{"t": _FORMATS[tag], "c": inner}]

    def _end_link(self) -> None:
        if self._link is None:
            return
        address, start, line = self._link
        held, self._link, self._held = self._held, None, False
        inner = self.result[start:]
        if held or (
            not stringify(inner).strip() and not any(e["t"] == "Image" for e in walk(inner))
        ):
            return
        self._open = [entry for entry in self._open if entry[1] < start]
        self.result[start:] = [_link(address, [e for e in inner if e["t"] != "-break"], line)]

    def close(self) -> None:
        super().close()
        self._end_link()


def _leaf(block: Any) -> list[Any]:
    content: list[Any] = block["c"][2] if block["t"] == "Header" else block["c"]
    return content


def _with_leaf(block: Any, inlines: list[Any]) -> Any:
    if block["t"] == "Header":
        return {**block, "c": [block["c"][0], block["c"][1], inlines]}
    return {**block, "c": inlines}


def _link(address: str, inlines: list[Any], line: int | None) -> dict[str, Any]:
    return _placed({"t": "Link", "c": [attr(), inlines, [address, ""]]}, line)


def _placed(element: dict[str, Any], line: int | None) -> dict[str, Any]:
    return element if line is None else {**element, "line": line}


def _line(item: str) -> int | None:
    return int(item.removeprefix("line-")) if item.startswith("line-") else None


def without_tags(source: str, contents: dict[int, list[Any]], inline: bool) -> list[Any]:
    """Return the words, links and images of ``source``, with ``contents`` in their places.

    :returns: inlines where ``inline`` is true, else blocks.
    """
    reader = _Reader(contents, inline)
    reader.feed(source)
    reader.close()
    if inline:
        return [{"t": "Space"} if e["t"] == "-break" else e for e in reader.result]
    blocks: list[Any] = []
    run: list[Any] = []
    for element in [*reader.result, {"t": "-break"}]:
        block = id(element) in reader.blocks
        if not block and element["t"] != "-break":
            run.append(element)
            continue
        while run and run[0]["t"] in {"Space", "LineBreak"}:
            run.pop(0)
        while run and run[-1]["t"] in {"Space", "LineBreak"}:
            run.pop()
        if run:
            blocks.append({"t": "Para", "c": run})
            run = []
        if block:
            blocks.append(element)
    return blocks


def lost(source: str, read: Any) -> bool:
    """Tell whether ``read`` lacks a letter, a digit, a link or an image of ``source``."""
    content = without_tags(source, _NoContents(), True)
    missing = _letters(stringify(content, alt=False)) - _letters(stringify(read, alt=False))
    return bool(
        missing
        or _targets(content) - _targets(read)
        or any(_raised(content, kind) - _raised(read, kind) for kind in _RAISED)
    )


_RAISED = ("Superscript", "Subscript")


def _raised(value: Any, kind: str) -> Counter[str]:
    return _letters("".join(stringify(e["c"]) for e in walk(value) if e["t"] == kind))


class _NoContents(dict[int, list[Any]]):
    def __missing__(self, key: int) -> list[Any]:
        return [{"t": "Str", "c": "·"}]


def _letters(value: str) -> Counter[str]:
    return Counter(character for character in value if character.isalnum())


def _targets(value: Any) -> set[tuple[str, str]]:
    """Return the addresses of links that show something, and of images."""
    return {
        (element["t"], unquote(element["c"][2][0]).strip())
        for element in walk(value)
        if element["t"] == "Image"
        or (
            element["t"] == "Link"
            and (stringify(element["c"][1]).strip() or any(walk(element["c"][1])))
        )
    }
