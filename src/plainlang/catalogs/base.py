"""What the parts of the catalogs hand to each other. Frozen, picklable."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Segment:
    """The unit that a translator sees: one leaf block of a document in the msgid text form.

    :param kind: ``heading``, ``paragraph``, ``list-item``, ``table-cell``, ``term``,
        ``definition``, ``caption``, ``alternative-text``, ``note``, ``metadata``, ``link`` …
    :param text: the msgid, in the text form that ``docs/reference/msgid.md`` specifies.
    :param context: the msgctxt: a role (``title``, ``alt``, ``link``) or what an author wrote;
        empty where there is none. Never a position.
    :param trail: the headings above it, from the top, in plain text.
    :param targets: the targets that ``#1``, ``#2`` … in the text stand for, in their order.
    :param line: 1-based line of the source; ``None`` where it has none.
    :param placeholders: what ``<g1>``, ``<x2/>`` … stand for, in a word or two, in their order.
    """

    kind: str
    text: str
    context: str = ""
    trail: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    line: int | None = None
    placeholders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a PO file, whole.

    :param msgid: the source text; empty for the header.
    :param msgstr: the translation; empty where there is none. With a plural: the first form.
    :param context: ``msgctxt``, ``None`` where the entry has none.
    :param plural: ``msgid_plural``, ``None`` where the entry has none.
    :param plurals: ``msgstr[0]``, ``msgstr[1]`` … where the entry has a plural.
    :param comments: a translator's own (``# ``), one a line, without the mark.
    :param extracted: for translators, written by the program (``#. ``).
    :param references: ``#: ``, as written, one a line.
    :param flags: ``#, ``, in the order of the file; unknown ones too.
    :param previous_context: ``#| msgctxt``.
    :param previous: ``#| msgid``: the source text that the translation was made from.
    :param previous_plural: ``#| msgid_plural``.
    :param obsolete: ``#~``: the source no longer holds the text.
    :param others: comments of kinds that plainlang does not know, whole lines.
    :param line: 1-based line of ``msgid`` in its file; 0 where it was not read from one.
    :param msgstr_line: 1-based line of ``msgstr``.
    :param raw: the lines of the file, with the blank ones before them; no part of comparing.
    :param origin: the entry as it was read, for telling whether ``raw`` still stands for it.
    """

    msgid: str
    msgstr: str = ""
    context: str | None = None
    plural: str | None = None
    plurals: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous_context: str | None = None
    previous: str | None = None
    previous_plural: str | None = None
    obsolete: bool = False
    others: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)
    msgstr_line: int = field(default=0, compare=False)
    raw: str = field(default="", compare=False, repr=False)
    origin: Message | None = field(default=None, compare=False, repr=False)

    @property
    def key(self) -> tuple[str | None, str]:
        """What makes an entry unique in its file: context and msgid."""
        return self.context, self.msgid

    @property
    def fuzzy(self) -> bool:
        """Whether a person has to look at the translation before it may be used."""
        return "fuzzy" in self.flags

    @property
    def translated(self) -> bool:
        """Whether there is a translation that may be used."""
        whole = all(self.plurals) if self.plurals else bool(self.msgstr)
        return whole and not self.fuzzy and not self.obsolete


@dataclass(frozen=True, slots=True)
class Catalog:
    """A PO or POT file.

    :param header: the entry with the empty msgid; its comments are the file's.
    :param messages: every other entry in the order of the file, obsolete ones too.
    :param path: the file, for messages; empty where there is none.
    :param newline: how its lines end.
    :param encoding: Python's name of its charset; ``utf-8-sig`` where it begins with a BOM.
    :param header_at: how many entries stand before the header.
    :param tail: what follows the last entry.
    """

    header: Message
    messages: tuple[Message, ...] = ()
    path: str = ""
    newline: str = "\n"
    encoding: str = "utf-8"
    header_at: int = 0
    tail: str = ""
