"""Links that are only complete on their own website."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urldefrag, urljoin, urlsplit

from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import map_links
from plainlang.cleanup.inlines import unresolved
from plainlang.cleanup.wording import counted, examples
from plainlang.document import Change, Document, Inline

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BARE_HOST = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)", re.IGNORECASE)
_BARE_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
#: White space and control characters, which browsers ignore in front of a target.
_LEADING = "".join(map(chr, range(0x21)))

_COMPLETED = "Completed the addresses of {links}, which were cut short: {targets}"
_INCOMPLETE = (
    "Took {links} off, whose text stays: the addresses are incomplete, and the document does not "
    "say where it is published (add `url:` to the front matter): {targets}"
)
_NOWHERE = "Took {links} off, whose text stays: a link without a target leads nowhere"


class RelativeLinks:
    """Complete relative targets with the document's address; mark those that stay incomplete."""

    name = "relative-links"
    summary = "Complete links that only work on their own website."

    def __call__(self, document: Document) -> Result:
        """Return the document with absolute targets.

        A link that cannot be completed becomes a span of class ``unresolved-link`` that keeps
        the target as ``data-href``.
        """
        base = _base(document.metadata.url)
        found: dict[str, list[tuple[str, int | None]]] = {}

        def visit(link: Inline, line: int | None) -> Inline:
            target = link["c"][2][0]
            resolved = resolve(target, base)
            if resolved is None:
                what = _INCOMPLETE if target.strip(_LEADING + "#") else _NOWHERE
                found.setdefault(what, []).append((target, line))
                return unresolved(link)
            if resolved == target:
                return link
            found.setdefault(_COMPLETED, []).append((target, line))
            return {**link, "c": [*link["c"][:2], [resolved, link["c"][2][1]]]}

        blocks = map_links(document.blocks, visit)
        if not found:
            return Result(document)
        changes = tuple(_change(what, links) for what, links in found.items())
        return Result(replace(document, blocks=tuple(blocks)), changes)


def _change(what: str, links: list[tuple[str, int | None]]) -> Change:
    targets = [target for target, _ in links]
    message = what.format(links=counted(len(links), "link"), targets=examples(targets))
    return Change("relative-links", links[0][1], message, doubtful=what != _COMPLETED)


def _base(url: str) -> str:
    """Return the address to resolve against, or nothing where it is no web address."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not parts.netloc:
        return ""
    return urldefrag(url.strip())[0]


def _has_host(address: str) -> bool:
    """Tell whether an address names a host, as far as its scheme asks for one."""
    if not address.lower().startswith(("http:", "https:")):
        return True
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def resolve(target: str, base: str) -> str | None:
    """Return the complete form of ``target``; ``None`` where there is none.

    Targets with a scheme, and places on the same page, are returned as they are.
    """
    stripped = target.strip(_LEADING)
    if not stripped:
        return None
    if stripped.startswith("#"):
        return stripped if len(stripped) > 1 else None
    if _SCHEME.match(stripped):
        return target if _has_host(stripped) else None
    if _BARE_HOST.match(stripped):
        return f"https://{stripped}"
    if _BARE_MAIL.fullmatch(stripped):
        return f"mailto:{stripped}"
    if stripped.startswith("//") and not base:
        return f"https:{stripped}"
    if not base:
        return None
    try:
        return urljoin(base, stripped)
    except ValueError:
        return None
