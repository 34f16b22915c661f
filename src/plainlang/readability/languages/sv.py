"""Swedish.

Björnsson's scale: below 30 books for children, below 40 fiction, below 50 newspapers.
"""

from __future__ import annotations

from plainlang.readability.languages.base import Language, targets

LANGUAGE = Language(
    tag="sv",
    formulas=("lix", "rix"),
    targets={"lix": targets((35, 40), (40, 45), (50, 60))},
)
