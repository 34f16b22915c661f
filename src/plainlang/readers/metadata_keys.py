"""The keys of a front matter, and the keys that someone wrote who meant one of them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Any

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.readers.metadata_language import LANGUAGE_KEYS

#: Front matter keys by the field that they fill; the first one that is there wins, unless the
#: field joins them (:data:`JOINED`).
KEYS = {
    "title": ("title",),
    "pronunciation": ("pronunciation",),
    "description": ("description", "meta-description"),
    "authors": ("authors", "author"),
    "url": ("url",),
    "source": ("source", "publisher"),
    "citation": ("citation",),
    "last_reviewed": ("lastReviewed", "last-reviewed", "last_reviewed"),
    "review_frequency": ("reviewFrequency", "review-frequency", "review_frequency"),
    "licence": ("license", "licence"),
    "rights": ("rights", "copyright"),
    "rights_basis": ("rights-basis", "rightsBasis", "rights_basis"),
    "notice": ("notice",),
    "audience": ("audienceLevel", "audience-level"),
    "version": ("version",),
    "tags": ("tags", "keywords"),
}
#: Fields that take what each of their keys says.
JOINED = frozenset({"authors", "tags", "rights", "notice"})
#: Fields that take a list of texts, too.
_LISTS = JOINED
KNOWN = {key: field for field, keys in KEYS.items() for key in keys}
KNOWN |= dict.fromkeys(LANGUAGE_KEYS, "language")
KNOWN["id"] = "id"

#: How alike a misspelt key and the key must be (``difflib``'s ratio): ``languge`` is at 0.93,
#: ``titel`` at 0.8, ``subtitle`` at 0.77 of ``title``.
_ALIKE = 0.8
#: By how many letters their lengths may differ: ``seo-keywords`` is a key of its own.
_LONGER = 2
#: Shorter keys are alike by chance.
_SHORT = 4
#: Keys of other programs that are near a known one: of Jekyll (``published: false`` keeps a page
#: back), of Hugo (``publishDate``) and of Dublin Core (``rightsHolder`` names somebody).
_OTHERS = frozenset({"published", "publishdate", "rightsholder"})


def misspelt(values: Mapping[str, Any], lines: Mapping[str, int], file: str) -> list[Diagnostic]:
    """Return a warning for each key that is near a known one; other unknown keys are silent."""
    found: list[Diagnostic] = []
    for key, value in values.items():
        near = _near(key, value, values)
        if near is not None:
            found.append(
                Diagnostic(
                    Code.METADATA_INVALID,
                    Severity.WARNING,
                    f"{key}: the key is not known, so its value is not used",
                    file,
                    lines.get(key),
                    f"Did you mean {near!r}?",
                )
            )
    return found


def _near(key: str, value: Any, values: Mapping[str, Any]) -> str | None:
    """Return the known key that ``key`` was meant to be."""
    if key in KNOWN or value in (None, ""):
        return None
    plain = _plain(key)
    known: dict[str, str] = {}
    for name in KNOWN:
        known.setdefault(_plain(name), name)
    if plain in known:
        return known[plain]
    if len(plain) < _SHORT or plain in _OTHERS:
        return None
    alike = [k for k in known if len(k) >= _SHORT and abs(len(k) - len(plain)) <= _LONGER]
    near = difflib.get_close_matches(plain, alike, 1, _ALIKE)
    if not near:
        return None
    field = KNOWN[known[near[0]]]
    if any(other in values for other, its in KNOWN.items() if its == field):
        return None  # the key is there, and this is one beside it
    return known[near[0]] if _fits(value, field) else None


def _fits(value: Any, field: str) -> bool:
    """Tell whether the field could take the value: ``sources`` with a list is another key."""
    if isinstance(value, list):
        return field in _LISTS and not any(isinstance(item, (dict, list)) for item in value)
    return not isinstance(value, dict)


def _plain(key: str) -> str:
    return re.sub(r"[\s_-]+", "", key).casefold()
