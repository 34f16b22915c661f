"""How the names of formulas are written in a report."""

from __future__ import annotations

#: Names that are not just their words: of people, of the field, in capitals.
_NAMES = {
    "atesman": "Ateşman",
    "automated-readability-index": "Automated Readability Index",
    "brouwer": "Brouwer",
    "coleman-liau": "Coleman-Liau",
    "dale-chall": "Dale-Chall",
    "fernandez-huerta": "Fernández-Huerta",
    "flesch-kincaid-grade": "Flesch-Kincaid grade",
    "flesch-vacca": "Flesch-Vacca",
    "fog-pl": "Fog (Polish)",
    "gunning-fog": "Gunning Fog",
    "gutierrez-polini": "Gutiérrez de Polini",
    "kandel-moles": "Kandel-Moles",
    "linsear-write": "Linsear Write",
    "lix": "LIX",
    "new-dale-chall": "New Dale-Chall",
    "rix": "RIX",
    "smog": "SMOG",
    "sol": "SOL",
    "szigriszt-pazos": "Szigriszt-Pazos (INFLESZ)",
}


def formula_name(formula: str) -> str:
    """Return the name of a formula as people write it."""
    return _NAMES.get(formula, formula.replace("-", " ").capitalize())
