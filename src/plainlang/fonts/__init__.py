"""Which fonts a document needs, what they can show, and how wide its words are."""

from __future__ import annotations

from plainlang.fonts.choice import FontChoice, choose, needs_glyph
from plainlang.fonts.families import FAMILIES, MONOSPACE, FontFamily
from plainlang.fonts.metrics import Metrics, metrics
from plainlang.fonts.problems import describe, glyphs_missing

__all__ = [
    "FAMILIES",
    "MONOSPACE",
    "FontChoice",
    "FontFamily",
    "Metrics",
    "choose",
    "describe",
    "glyphs_missing",
    "metrics",
    "needs_glyph",
]
