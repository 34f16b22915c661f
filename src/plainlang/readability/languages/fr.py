"""French.

Kandel and Moles kept Flesch's scale, so his table gives the limits; nobody has set a limit for
patients in French.
"""

from __future__ import annotations

from plainlang.readability.languages.base import Language, targets

LANGUAGE = Language(
    tag="fr",
    formulas=("kandel-moles",),
    targets={"kandel-moles": targets((80, 60), (60, 50), (50, 30))},
    notes=("The limits are those of Flesch's English scale; none was set for French.",),
)
