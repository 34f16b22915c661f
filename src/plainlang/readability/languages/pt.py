"""Portuguese.

Martins' scale: 75 and more is read in grades 1 to 4, 50 and more in grades 5 to 8. Grade 6 lies
between the two, so that 60 is good. Fitted in Brazil.
"""

from __future__ import annotations

from plainlang.readability.languages.base import Language, targets

LANGUAGE = Language(
    tag="pt",
    formulas=("martins",),
    targets={"martins": targets((60, 50), (50, 40), (25, 15))},
    notes=("Fitted to Brazilian textbooks.",),
)
