"""Where a text stands, for a translator, and the headings above it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from plainlang.ast import stringify
from plainlang.document import Block

#: The msgctxts that plainlang gives itself; an author cannot take them.
ROLES = frozenset({"title", "description", "notice", "alt", "link", "tooltip"})


@dataclass(frozen=True, slots=True)
class Place:
    """:param kind: as in :class:`~plainlang.catalogs.base.Segment`.
    :param context: what an author wrote at a part around the text.
    :param boxed: a division may stand here in the place of a paragraph.
    """

    kind: str = "paragraph"
    context: str = ""
    line: int | None = None
    boxed: bool = True

    def at(self, block: Block) -> Place:
        """Return the place with the line of ``block``, where it has one."""
        return replace(self, line=block["line"]) if "line" in block else self

    def within(self, pairs: list[list[str]]) -> Place:
        """Return the place inside a part with attributes."""
        stated = dict(pairs)
        context = stated.get("msgctxt", stated.get("context", ""))
        return replace(self, context=context) if context and context not in ROLES else self


@dataclass(slots=True)
class Trail:
    """The headings above a place."""

    levels: list[tuple[int, str]] = field(default_factory=list)

    def heading(self, header: Block) -> None:
        """Go on below ``header``."""
        level = header["c"][0]
        while self.levels and self.levels[-1][0] >= level:
            self.levels.pop()
        self.levels.append((level, " ".join(stringify(header, notes=False).split())))

    def texts(self) -> tuple[str, ...]:
        """Return the headings from the top."""
        return tuple(text for _, text in self.levels)
