"""The headings of a document as a tree, for tables of contents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree
from markupsafe import Markup

from plainlang.writers.html_tree import HEADINGS, MATHML, plain_text, remove, serialize


@dataclass(frozen=True, slots=True)
class Entry:
    """One heading.

    :param level: 1 to 6.
    :param href: the address to link to.
    :param label: the heading as markup, without links, notes and identifiers.
    :param text: the heading as plain text.
    :param language: BCP 47 tag where the heading has one of its own, else empty.
    :param children: the headings below it.
    """

    level: int
    href: str
    label: Markup
    text: str
    language: str = ""
    children: tuple[Entry, ...] = ()


def own_identifiers(root: etree._Element) -> None:
    """Move identifiers from sections to their headings.

    pandoc puts them on the section. As the label of a table, or as the target of a link, a
    section would be read out as a whole by some screen readers.
    """
    for heading in root.iter(*HEADINGS):
        parent = heading.getparent()
        if heading.get("id") or parent is None or parent.tag != "section":
            continue
        if parent[0] is heading and parent.get("id"):
            heading.set("id", str(parent.attrib.pop("id")))


def entries(root: etree._Element, file: str = "") -> list[Entry]:
    """Return the headings of ``root`` in order, without their tree and without empty ones.

    :param file: what goes before the ``#`` in the addresses.
    """
    result: list[Entry] = []
    for heading in root.iter(*HEADINGS):
        bare = _bare(heading)
        text = plain_text(bare)
        if text and heading.get("id"):
            href = f"{file}#{heading.get('id')}"
            language = str(heading.get("lang") or "")
            result.append(Entry(int(str(heading.tag)[1]), href, _label(bare), text, language))
    return result


def nested(flat: Sequence[Entry], deepest: int) -> tuple[Entry, ...]:
    """Return ``flat`` as a tree, without headings below level ``deepest``."""
    kept = [entry for entry in flat if entry.level <= deepest]
    return _nest(kept)


def _nest(flat: Sequence[Entry]) -> tuple[Entry, ...]:
    result: list[Entry] = []
    index = 0
    while index < len(flat):
        end = index + 1
        while end < len(flat) and flat[end].level > flat[index].level:
            end += 1
        result.append(replace(flat[index], children=_nest(flat[index + 1 : end])))
        index = end
    return tuple(result)


def depth(tree: Iterable[Entry]) -> int:
    """Return the number of levels in ``tree``."""
    return max((1 + depth(entry.children) for entry in tree), default=0)


def _bare(heading: etree._Element) -> etree._Element:
    """Return a copy of ``heading`` without notes and without the source of formulas."""
    copy = deepcopy(heading)
    copy.tail = None
    for element in list(copy.iter("a", f"{{{MATHML}}}annotation")):
        if element.tag != "a" or element.get("role") == "doc-noteref":
            remove(element)
    return copy


def _label(bare: etree._Element) -> Markup:
    for element in list(bare.iter("*")):
        element.attrib.pop("id", "")
        if element.tag == "img":
            # The image itself is too much for a line of a table of contents.
            element.tag = "span"
            element.text = element.get("alt")
            element.attrib.clear()
        elif element.tag == "br":
            element.tail = " " + (element.tail or "")
            remove(element)
    etree.strip_tags(bare, "a")
    for element in reversed(list(bare.iterdescendants())):
        # EPUBCheck refuses elements without text in a navigation document.
        if not plain_text(element):
            remove(element)
    bare.tag = "span"
    for name in list(bare.attrib):
        del bare.attrib[name]
    return Markup(serialize([bare]).removeprefix("<span>").removesuffix("</span>"))
