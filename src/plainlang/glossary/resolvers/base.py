"""What the resolvers share: how an address is taken apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from plainlang.glossary.base import Reference

#: Takes an address, gives what it refers to or ``None``. Must be picklable.
Resolver = Callable[[str], Reference | None]

#: ``&`` as HTML writes it, once or twice over, and as a program left it that took away the ``&``.
_AMPERSAND = re.compile(r"&(?:amp;)+(?:#38;)?|&?#0*38;|&#x26;", re.IGNORECASE)
_PARAMETER = re.compile(r"[&?]")


@dataclass(frozen=True, slots=True)
class Address:
    """A link's target in parts.

    :param host: in lower case; empty where the address is relative.
    :param path: unquoted, beginning with ``/`` where the address has a host or a root.
    :param query: parameters by their name in lower case; the first of a name counts.
    """

    host: str
    path: str
    query: dict[str, str]


def address(url: str) -> Address | None:
    """Take ``url`` apart; ``None`` where it is no web address or cannot be read."""
    text = _AMPERSAND.sub("&", url.strip())
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").removesuffix(".")
    except ValueError:  # brackets that are no IPv6 address
        return None
    if parts.scheme not in ("", "http", "https"):
        return None
    query: dict[str, str] = {}
    for part in _PARAMETER.split(parts.query):
        name, _, value = part.partition("=")
        query.setdefault(unquote(name).strip().lower(), unquote(value.replace("+", " ")).strip())
    return Address(host, unquote(parts.path), query)
