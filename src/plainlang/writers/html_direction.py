"""The direction of what does not run in the direction of its page.

Without it, in an Arabic page the end of an English label, the slash of an address and the parts
of a formula change places. Numbers and their units are isolated before a writer sees them.
"""

from __future__ import annotations

from lxml import etree

from plainlang.languages import direction
from plainlang.writers.html_tree import MATHML, classes, plain_text

#: Elements whose content runs from left to right in every language.
_ALWAYS_LTR = frozenset({"pre", "code", f"{{{MATHML}}}math"})


def settle_direction(root: etree._Element, page: str) -> None:
    """Give ``dir`` to what runs in another direction than ``page`` (``ltr`` or ``rtl``).

    That is text in another language, and in a right-to-left page code, formulas and links
    that are their own text.
    """
    for element in root.iter():
        if not isinstance(element.tag, str) or element.get("dir"):
            continue
        language = str(element.get("lang") or "")
        if language and direction(language) != page:
            element.set("dir", direction(language))
        elif page == "rtl" and (element.tag in _ALWAYS_LTR or "uri" in classes(element)):
            element.set("dir", "ltr")


def mark_addresses(root: etree._Element) -> None:
    """Give the class ``uri`` to links whose text is their address.

    They are not repeated on paper, and they run from left to right.
    """
    for link in root.iter("a"):
        names = classes(link)
        target = str(link.get("href") or "").partition(":")[2].strip("/")
        text = plain_text(link).partition("://")[2].strip("/") or plain_text(link)
        if target and text == target and "uri" not in names:
            link.set("class", " ".join([*names, "uri"]))
