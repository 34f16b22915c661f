"""What the parts of the glossary hand to each other. Frozen, picklable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One term of one dictionary in one language.

    :param dictionary: which dictionary, in kebab case (``nci``, ``nci-genetics``, ``local``).
    :param id: what a link names it by, within its dictionary (``45793`` for ``CDR0000045793``).
    :param term: as the dictionary writes it, plain text.
    :param language: BCP 47 tag of the term and the definition.
    :param audience: ``patient`` or ``health-professional``.
    :param definition: plain text, one or more sentences.
    :param pronunciation: how to say it, without brackets; empty where unknown.
    :param uri: the page that defines it.
    :param source: who wrote the definition.
    :param licence: under which the definition may be used.
    :param retrieved: ISO date on which it was fetched; empty where it was written here.
    :param name: the entry's name in a pretty URL; empty where unknown.
    :param variants: other forms of the term that a text may use.
    :param links: references that the definition itself makes, as ids of the same dictionary.
    :param extra: fields that another tool wrote, kept for the way back.
    :param file: the file it was read from, for messages; empty where it came from elsewhere.
    :param line: 1-based line in that file.

    Two entries are equal where they say the same, whatever file they stand in.
    """

    dictionary: str
    id: str
    term: str
    language: str
    definition: str
    audience: str = "patient"
    pronunciation: str = ""
    uri: str = ""
    source: str = ""
    licence: str = ""
    retrieved: str = ""
    name: str = ""
    variants: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a link says about the entry that it points to.

    :param dictionary: as in :class:`GlossaryEntry`.
    :param key: the id or the pretty name; empty for an author's mark, which names the term only.
    :param by: ``id``, ``name`` or ``term``.
    :param audience: as the link says it; empty where it does not.
    :param language: as the link says it; empty where it does not.
    """

    dictionary: str
    key: str
    by: str
    audience: str = ""
    language: str = ""
