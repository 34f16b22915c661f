"""Turkish.

Ateşman's scale: 70 and more is easy, 50 and more medium.
"""

from __future__ import annotations

from plainlang.readability.languages.base import Language, targets

LANGUAGE = Language(
    tag="tr",
    formulas=("atesman",),
    targets={"atesman": targets((70, 60), (60, 50), (50, 30))},
)
