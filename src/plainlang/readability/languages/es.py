"""Spanish.

Targets for patients follow INFLESZ, the only scale that was validated on texts for patients
(Barrio-Cantalejo et al. 2008): 55 is where "normal" begins, 65 where "quite easy" does. Fernández
Huerta's own table gives grade 6 at 70 and adults at 60. SOL gives an English grade.
"""

from __future__ import annotations

from plainlang.readability.languages.base import Language, targets

LANGUAGE = Language(
    tag="es",
    formulas=(
        "szigriszt-pazos",
        "fernandez-huerta",
        "gutierrez-polini",
        "crawford",
        "sol",
    ),
    targets={
        "szigriszt-pazos": targets((65, 55), (55, 50), (40, 30)),
        "fernandez-huerta": targets((70, 60), (60, 50), (50, 30)),
        "crawford": targets((6, 8), (8, 10), (12, 16)),
        "sol": targets((6, 8), (8, 10), (12, 16)),
    },
)
