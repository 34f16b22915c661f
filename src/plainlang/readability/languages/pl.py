"""Polish.

The scale of FOG-PL: below 7 primary school, below 10 lower secondary school. Poland had six years
of primary school and three of lower secondary school when it was made.
"""

from __future__ import annotations

from plainlang.readability.languages.base import Language, targets

LANGUAGE = Language(
    tag="pl",
    formulas=("fog-pl",),
    targets={"fog-pl": targets((7, 9), (9, 12), (15, 17))},
)
