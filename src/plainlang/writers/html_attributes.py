"""Attributes that an edition may have. Everything else that the source brought along is dropped.

Markdown and Word files can put any attribute on anything: ``onclick`` (a script), ``hidden``
(text that nobody sees), ``style`` (grey letters on white), ``tabindex`` and ``role`` (traps for
assistive technology). Only what carries meaning is kept; looks come from the style sheet.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from lxml import etree

from plainlang.writers.html_tree import EPUB_TYPE, XML_LANG, classes

_EVERYWHERE = frozenset({"id", "class", "lang", XML_LANG, "dir", "title", EPUB_TYPE})
_BY_ELEMENT: dict[str, frozenset[str]] = {
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan"}),
    "ol": frozenset({"start", "type"}),
    "li": frozenset({"value"}),
    "blockquote": frozenset({"cite"}),
}
#: Parts of a table: pandoc copies identifiers there that :mod:`html_prepare` does not see.
_TABLE_PARTS = frozenset({"thead", "tbody", "tfoot", "tr", "td", "th", "col", "colgroup"})
_ALIGN = re.compile(r"text-align:\s*(left|right|center)")
#: Alignment follows the direction of the text, so that a table reads the same in Arabic.
_ALIGN_CLASS = {"left": "align-start", "right": "align-end", "center": "align-center"}

#: The class of the page's skip link, which is not seen until it has the focus.
_OFF_SCREEN = "skip-link"

#: Characters that may stand in an address as they are (RFC 3987), with the percent sign.
_ADDRESS_SAFE = "%/:?#[]@!$&'()*+,;=-._~"


def keep_known_attributes(root: etree._Element) -> None:
    """Drop every attribute in ``root`` that is not on the list, and settle the others.

    A cell's alignment becomes a class. In links, characters that an address cannot hold (a space,
    a quotation mark) are percent-encoded; letters of other scripts stay readable.
    """
    for element in root.iter():
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if tag.startswith("{"):
            # MathML keeps its attributes: they are pandoc's own.
            element.attrib.pop("style", "")
            continue
        align = _ALIGN.search(element.get("style") or "") if tag in {"td", "th"} else None
        for name in list(element.attrib):
            if not _is_known(tag, str(name)):
                del element.attrib[name]
        if _OFF_SCREEN in classes(element):
            element.set("class", " ".join(c for c in classes(element) if c != _OFF_SCREEN))
        if align:
            element.set("class", _ALIGN_CLASS[align[1]])
        if tag == "a" and element.get("href") is not None:
            element.set("href", _address(str(element.get("href"))))
        if tag == "img":
            for side in ("width", "height"):
                if not (element.get(side) or "0").isdecimal():
                    del element.attrib[side]


def _is_known(tag: str, name: str) -> bool:
    if name == "id":
        return tag not in _TABLE_PARTS
    return name in _EVERYWHERE or name in _BY_ELEMENT.get(tag, ())


def _address(target: str) -> str:
    return "".join(
        c if c in _ADDRESS_SAFE or c.isalnum() or ord(c) > 0xA0 else quote(c) for c in target
    )


def set_xml_language(root: etree._Element) -> None:
    """Repeat every ``lang`` as ``xml:lang``, which tools that read XML look for."""
    for element in root.iter("{*}*"):
        if element.get("lang"):
            element.set(XML_LANG, str(element.get("lang")))
