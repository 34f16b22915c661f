"""Readability formulas: one file each, a pure function of counts.

A new formula is one new file with a ``FORMULA`` and its name here. Which languages use it is said
in :mod:`plainlang.readability.languages`.
"""

from __future__ import annotations

from plainlang.readability.formulas import (
    amstad,
    atesman,
    automated_readability_index,
    brouwer,
    coleman_liau,
    crawford,
    dale_chall,
    douma,
    fernandez_huerta,
    flesch_kincaid_grade,
    flesch_reading_ease,
    flesch_vacca,
    fog_pl,
    gulpease,
    gunning_fog,
    gutierrez_polini,
    kandel_moles,
    linsear_write,
    lix,
    martins,
    new_dale_chall,
    oborneva,
    rix,
    smog,
    sol,
    szigriszt_pazos,
    wiener_sachtextformel_1,
    wiener_sachtextformel_2,
    wiener_sachtextformel_3,
    wiener_sachtextformel_4,
)
from plainlang.readability.formulas.base import Band, Formula

#: Every formula by name, in the order of the documentation.
FORMULAS: dict[str, Formula] = {
    module.FORMULA.name: module.FORMULA
    for module in (
        flesch_reading_ease,
        flesch_kincaid_grade,
        smog,
        gunning_fog,
        coleman_liau,
        automated_readability_index,
        dale_chall,
        new_dale_chall,
        linsear_write,
        fernandez_huerta,
        szigriszt_pazos,
        gutierrez_polini,
        crawford,
        sol,
        kandel_moles,
        wiener_sachtextformel_1,
        wiener_sachtextformel_2,
        wiener_sachtextformel_3,
        wiener_sachtextformel_4,
        amstad,
        gulpease,
        flesch_vacca,
        martins,
        douma,
        brouwer,
        oborneva,
        atesman,
        fog_pl,
        lix,
        rix,
    )
}

__all__ = ["FORMULAS", "Band", "Formula"]
