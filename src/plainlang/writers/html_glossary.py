"""The list of words in HTML and EPUB: a glossary for assistive technology and reading systems.

The roles are those of DPUB-ARIA 1.1 (``doc-glossary``, ``doc-backlink``) and of the EPUB
Structural Semantics Vocabulary 1.1 (``glossary``, ``glossdef``, ``glossterm``).
"""

from __future__ import annotations

from lxml import etree

from plainlang.writers.html_tree import EPUB_TYPE, HEADINGS, classes


def finish_glossary(root: etree._Element, *, epub: bool) -> None:
    """Give the list of words its roles, and its links back names of their own.

    Links back show a heading, the same for many words: a name that begins with what is shown and
    ends with the word tells them apart where links are listed without their text around.
    """
    for part in list(root.iter("div", "section")):
        if "glossary" not in classes(part):
            continue
        part.tag = "section"
        part.set("role", "doc-glossary")
        heading = next((each for each in part if each.tag in HEADINGS), None)
        if heading is not None and heading.get("id"):
            part.set("aria-labelledby", str(heading.get("id")))
        if epub:
            part.set(EPUB_TYPE, "glossary")
        _name_links(part)


def _name_links(part: etree._Element) -> None:
    term = ""
    for element in part.iter("dt", "a"):
        if element.tag == "dt":
            defined = next(element.iter("dfn"), None)
            term = _text(element if defined is None else defined)
        elif "term-back" in classes(element):
            element.set("role", "doc-backlink")
            element.set("aria-label", f"{_text(element)}: {term}")


def _text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
