"""Reads the words and links of an HTML edition back out of the file."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from plainlang.validators.readback import ReadBack

#: Elements that begin and end a line: words on both sides do not belong together.
_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd"),
        *("label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time"),
        *("u", "var", "wbr", "img"),
    }
)

#: What is in the page but not in the document.
_SKIPPED = frozenset({"head", "style", "script", "nav", "template"})


def read_html(data: bytes) -> ReadBack:
    """Return the words and link targets of an HTML file.

    Left out are the head, navigation, the skip link, and of footnotes their numbers, their
    heading and the links back; a note's words stand where the text refers to it. A formula is
    given as its TeX source, and the caption of a figure comes first, as in the AST.

    :raises lxml.etree.LxmlError: if ``data`` holds no HTML at all.
    """
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    return read_tree(html.document_fromstring(data, parser=parser))


def read_tree(root: etree._Element) -> ReadBack:
    """Return the words and link targets of an element tree, with or without a namespace."""
    notes = {
        str(element.get("id")): element
        for element in root.iter()
        if element.get("role") == "doc-footnote"
    }
    text: list[str] = []
    links: list[str] = []
    for kind, value in _content(root, notes):
        (links if kind == "link" else text).append(value)
    return ReadBack(tuple("".join(text).split()), tuple(links))


def _content(root: etree._Element, notes: dict[str, etree._Element]) -> Iterator[tuple[str, str]]:
    """Yield ``("text", …)`` and ``("link", …)`` in reading order, without recursion."""
    # A task is an element to enter, or a text that follows one.
    tasks: list[etree._Element | str] = [root]
    while tasks:
        task = tasks.pop()
        if isinstance(task, str):
            yield "text", task
            continue
        if not isinstance(task.tag, str):
            continue  # a comment
        name = local_name(task)
        role = task.get("role")
        if name in _SKIPPED or role == "doc-endnotes" or _is_aside(task):
            continue
        if role == "doc-noteref":
            note = notes.get(str(task.get("href", "")).rpartition("#")[2])
            if note is not None:
                tasks.append(" ")
                tasks.append(note)
                tasks.append(" ")
            continue
        if name == "math":
            yield "text", _formula(task)
            continue
        if name == "a" and task.get("href") is not None:
            yield "link", str(task.get("href"))
        if name == "img":
            yield "text", str(task.get("alt") or "")
        edge = "" if name in _INLINE else "\n"
        tasks.append(edge)
        # The AST has a figure's caption before the figure, pages show it below.
        children = (
            sorted(task, key=lambda child: local_name(child) != "figcaption")
            if (name == "figure")
            else list(task)
        )
        for child in reversed(children):
            tasks.append(child.tail or "")
            tasks.append(child)
        tasks.append(edge + (task.text or ""))


def local_name(element: etree._Element) -> str:
    """Return the element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _is_aside(element: etree._Element) -> bool:
    """Tell whether a link is of the page and not of the text: to the text, or back from a note."""
    names = (element.get("class") or "").split()
    if local_name(element) != "a":
        return False
    # The links back in a list of words are text: they name the section that they lead to.
    back = element.get("role") == "doc-backlink" and "term-back" not in names
    return back or "skip-link" in names


def _formula(element: etree._Element) -> str:
    for child in element.iter():
        if isinstance(child.tag, str) and local_name(child) == "annotation":
            return child.text or ""
    return "".join(str(part) for part in element.itertext())
