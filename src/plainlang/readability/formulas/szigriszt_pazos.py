"""Szigriszt Pazos' perspicuidad, read on the INFLESZ scale (Spanish, 1993 and 2008).

F. Szigriszt Pazos, Sistemas predictivos de legibilidad del mensaje escrito, doctoral thesis,
Universidad Complutense de Madrid 1993, p. 247. The scale for texts for patients: I. M.
Barrio-Cantalejo et al., "Validación de la Escala INFLESZ", Anales del Sistema Sanitario de
Navarra 31(2), 2008, 135-152.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import POINTS, Formula, falling, flesch

BASE = 206.835
PER_SENTENCE = 1.0
PER_WORD = 62.3


def szigriszt_pazos(counts: Counts) -> float:
    """Return ``206.835 - W/S - 62.3 Y/W``: 100 is easy."""
    return flesch(counts, BASE, PER_SENTENCE, PER_WORD)


FORMULA = Formula(
    name="szigriszt-pazos",
    value=szigriszt_pazos,
    unit=POINTS,
    more_is_easier=True,
    citation="Szigriszt Pazos 1993, p. 247; scale INFLESZ: Barrio-Cantalejo et al. 2008",
    bands=falling(
        (80, "very easy: comics, primary school"),
        (65, "quite easy: primary school books"),
        (55, "normal: the general press"),
        (40, "fairly difficult: secondary school"),
        (0, "very difficult: scientific texts"),
    ),
)
