"""Entries by whatever a person knows of them."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.resolvers import resolve
from plainlang.glossary.resolvers.nci import cdr_number
from plainlang.glossary.store import LOCAL, folded

#: How many near terms are named, and how near (0 to 100, rapidfuzz's weighted ratio) they are.
NEAREST = 5
_NEAR = 60.0
#: Shorter terms than this part of what is wanted lie in it by chance: "ER" in "chemoterapy".
_SHORTEST = 0.5


def matching(entries: Sequence[GlossaryEntry], wanted: str) -> list[GlossaryEntry]:
    """Return the entries whose term, variant, id or name is ``wanted``, or whose link it is.

    A user's own come first, then by dictionary, id, audience and language.
    """
    reference = resolve(wanted)
    key = reference.key if reference else wanted.strip()
    term = folded(key)
    number = cdr_number(key)
    found = [
        entry
        for entry in entries
        if entry.id in {key, number}
        or entry.name.lower() == term
        or term in {folded(entry.term), *map(folded, entry.variants)}
    ]
    return sorted(
        found,
        key=lambda e: (
            e.dictionary != LOCAL,
            e.dictionary,
            e.id,
            e.audience != "patient",
            e.language,
        ),
    )


def nearest(entries: Sequence[GlossaryEntry], wanted: str) -> list[str]:
    """Return the terms that are most like ``wanted``, the nearest first."""
    shortest = _SHORTEST * len(wanted)
    terms = list(dict.fromkeys(e.term for e in entries if len(e.term) >= shortest))
    found = process.extract(
        folded(wanted), terms, scorer=fuzz.WRatio, processor=folded, limit=NEAREST,
        score_cutoff=_NEAR,
    )  # fmt: skip
    return [term for term, _, _ in found]
