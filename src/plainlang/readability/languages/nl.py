"""Dutch.

Douma's own norms: 70 is primary school, years 6 and 7; 60 the years after it. Brouwer's six
groups begin at 80 and end at 25.
"""

from __future__ import annotations

from plainlang.readability.languages.base import Language, targets

LANGUAGE = Language(
    tag="nl",
    formulas=("douma", "brouwer"),
    targets={"douma": targets((70, 60), (60, 45), (45, 30))},
)
