"""The charset that an HTML page declares (HTML living standard, 13.2.3.2 and 13.2.3.3)."""

from __future__ import annotations

import re

#: Bytes in which a page declares its charset; the standard asks for the first 1,024.
PRESCAN = 1024
_META = re.compile(
    rb"""<meta[\s/][^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)""", re.IGNORECASE | re.DOTALL
)
_XML = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)""", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)


def declared_charset(data: bytes) -> str | None:
    """Return the charset that the first bytes of a page declare, ``None`` where they do not."""
    head = _COMMENT.sub(b"", data[:PRESCAN])
    found = _META.search(head) or _XML.search(head)
    return found[1].decode("ascii", "replace") if found else None
