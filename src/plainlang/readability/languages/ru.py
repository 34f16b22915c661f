"""Russian.

Oborneva kept Flesch's scale, so his table gives the limits. Solnyshkina's formula is left out
because its constants could not be confirmed in a source.
"""

from __future__ import annotations

from plainlang.readability.languages.base import Language, targets

LANGUAGE = Language(
    tag="ru",
    formulas=("oborneva",),
    targets={"oborneva": targets((80, 60), (60, 50), (50, 30))},
    notes=("The limits are those of Flesch's English scale; none was set for Russian.",),
)
