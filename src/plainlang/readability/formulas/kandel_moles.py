"""Kandel and Moles (French, 1958).

L. Kandel, A. Moles, "Application de l'indice de Flesch à la langue française", Cahiers d'Études
de Radio-Télévision 19, 1958, 253-274. Two variants are in print: 207 - 1.015 W/S - 73.6 Y/W, as
here and in L. Sitbon, P. Bellot, P. Blache, TAL 48(2), 2007, and 209 - 1.15 W/S - 68 Y/W.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import POINTS, Formula, flesch

BASE = 207.0
PER_SENTENCE = 1.015
PER_WORD = 73.6


def kandel_moles(counts: Counts) -> float:
    """Return ``207 - 1.015 W/S - 73.6 Y/W``: more is easier."""
    return flesch(counts, BASE, PER_SENTENCE, PER_WORD)


FORMULA = Formula(
    name="kandel-moles",
    value=kandel_moles,
    unit=POINTS,
    more_is_easier=True,
    citation="Kandel and Moles 1958, variant 207 - 1.015 - 73.6",
    note="Another variant in print (209 / 1.15 / 68) gives about nine points more.",
)
