"""Links to places that do not exist in the document."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from urllib.parse import unquote, urldefrag

from plainlang.ast import attr_of, structures
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import map_links
from plainlang.cleanup.duplicate_title import TITLE_ID
from plainlang.cleanup.inlines import unresolved
from plainlang.cleanup.wording import counted, examples, quoted
from plainlang.document import Change, Document, Inline

#: Targets that the message names.
SHOWN = 3


class DanglingFragments:
    """Let links to a missing place lead to the published page, others to the place itself."""

    name = "dangling-fragments"
    summary = "Mend links to places that the document does not have."

    def __call__(self, document: Document) -> Result:
        """Return the document with no link to a missing place in it.

        Without a known address the link becomes a span of class ``unresolved-link``. A link to
        the page's own address and a place that the document has leads to the place.
        """
        url = urldefrag(document.metadata.url.strip())[0]
        published = url.lower().startswith(("http://", "https://"))
        identifiers: set[str] | None = None
        missing: list[tuple[str, int | None]] = []
        own: list[tuple[str, int | None]] = []

        def visit(link: Inline, line: int | None) -> Inline:
            nonlocal identifiers
            attributes, inlines, (target, tip) = link["c"]
            page, fragment = target.split("#", 1) if "#" in target else (target, "")
            if not fragment or (page and (not published or page != url)):
                return link
            if identifiers is None:
                identifiers = _identifiers(document)
            found = fragment if fragment in identifiers else unquote(fragment)
            if found in identifiers:
                new = f"#{found}"
                if page:
                    own.append((target, line))
            elif page:
                return link
            else:
                missing.append((target, line))
                if not published:
                    return unresolved(link)
                new = f"{url}{target}"
            return {**link, "c": [attributes, inlines, [new, tip]]}

        blocks = map_links(document.blocks, visit)
        if blocks is document.blocks:
            return Result(document)
        changes = []
        if missing:
            message = _message([target for target, _ in missing], published)
            changes.append(Change(self.name, missing[0][1], message))
        if own:
            message = (
                f"Let {counted(len(own), 'link')} to the page's own address lead to the place "
                f"in this document: {examples([target for target, _ in own])}"
            )
            changes.append(Change(self.name, own[0][1], message))
        return Result(replace(document, blocks=tuple(blocks)), tuple(changes))


def _identifiers(document: Document) -> set[str]:
    found = (attr_of(element) for element in structures(document.blocks))
    names = {attributes[0] for attributes in found if attributes and attributes[0]}
    return {*names, TITLE_ID}


def _message(targets: list[str], published: bool) -> str:
    missing = Counter(targets)
    shown = ", ".join(
        quoted(target) + (f" ({count:,} times)" if count > 1 else "")
        for target, count in missing.most_common(SHOWN)
    )
    rest = len(missing) - SHOWN
    if rest > 0:
        shown += f" and {counted(rest, 'other')}"
    number = len(targets)
    became = (
        "now leads to the page on the web"
        if published and number == 1
        else "now lead to the page on the web"
        if published
        else "stands as text without a link now"
        if number == 1
        else "stand as text without links now"
    )
    verb = "leads" if number == 1 else "lead"
    return (
        f"{counted(number, 'link')} that {verb} to a place which this document does not have "
        f"{became}: {shown}"
    )
