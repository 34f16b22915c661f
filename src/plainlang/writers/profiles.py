"""The measures of the print formats, each with the guideline that it comes from.

Where the guidelines leave a range, the larger value is taken; where they conflict, the profile
follows the one that its ``source`` names first. What all of them agree on is in the template:
one column, ragged right, no hyphenation, no italics or capitals for emphasis, solid bullets,
underlining for links alone, headings bold and flush left, and page numbers at body size.
"""

from __future__ import annotations

from dataclasses import replace

from plainlang.writers.base import PrintProfile

#: Clear print. 12 pt is RNIB's minimum for everybody; it holds for notes and page numbers too,
#: so nothing in the file is smaller. Margins of 3 cm make lines of 60 to 70 characters (RNIB).
#: Line distance 1.5 and headings in clear steps: RNIB Clear Print; UKAAF G003 for the rest.
CLEAR_PRINT = PrintProfile(
    name="pdf",
    size=12,
    heading_sizes=(22 / 12, 17 / 12, 14.5 / 12, 13 / 12),
    leading=0.5,
    paragraph_spacing=1.25,
    margin="3cm",
    paper="a4",
    uniform=True,
    source="RNIB Clear Print (12 to 14 pt, 60 to 70 characters a line); UKAAF G003",
)

#: Large print. 18 pt for everything, notes and captions included; headings of 22 and 20 pt, bold
#: and flush left; line spacing within 1.15 to 1.5; a blank line between paragraphs; margins of
#: one inch: ACB (2022, 2025). Line distance at least 1.25 and ragged right: APH, Round Table.
#: The title is set larger than ACB's headings, so that the first page says what it is.
LARGE_PRINT = PrintProfile(
    name="large-print",
    size=18,
    heading_sizes=(26 / 18, 22 / 18, 20 / 18, 1.0),
    leading=0.5,
    paragraph_spacing=1.25,
    margin="1in",
    paper="a4",
    uniform=True,
    source="ACB Best Practices for Large Print (2022, 2025); APH and Round Table; UKAAF G003",
)

#: Giant print: what is above the 16 to 18 pt of UKAAF's large print; 24 pt is a third larger than
#: ACB's 18. The steps of the headings and the line distance are smaller and the margins 2 cm,
#: because a line holds only some 40 characters; all else is as in large print.
GIANT_PRINT = PrintProfile(
    name="giant-print",
    size=24,
    heading_sizes=(32 / 24, 29 / 24, 26 / 24, 1.0),
    leading=0.45,
    paragraph_spacing=1.15,
    margin="2cm",
    paper="a4",
    uniform=True,
    source="UKAAF G003 (above 18 pt); ACB Best Practices for Large Print for all else",
)

#: The print profile of each format.
PROFILES: dict[str, PrintProfile] = {
    profile.name: profile for profile in (CLEAR_PRINT, LARGE_PRINT, GIANT_PRINT)
}

_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54}

#: Width and height in points (ISO 216; ANSI letter).
_PAPERS = {"a4": (595.28, 841.89), "us-letter": (612.0, 792.0)}


def at_size(profile: PrintProfile, size: float) -> PrintProfile:
    """Return ``profile`` with another body size, for a reader who asked for one.

    :param size: points; headings grow with it, margins do not.
    :raises ValueError: if ``size`` is below 12 pt, the minimum of every guideline above.
    """
    if size < CLEAR_PRINT.size:
        raise ValueError(f"a print size of {size:g} pt is below {CLEAR_PRINT.size:g} pt")
    return replace(profile, size=size)


def points(length: str) -> float:
    """Return an absolute Typst length (``1in``, ``2.5cm``) in points.

    :raises ValueError: if it has no unit that is known.
    """
    for unit, factor in _POINTS.items():
        if length.endswith(unit):
            return float(length.removesuffix(unit)) * factor
    raise ValueError(f"not an absolute length: {length!r}")


def text_area(profile: PrintProfile) -> tuple[float, float]:
    """Return the width and height of the text area of a page, in em of the body size."""
    width, height = _PAPERS[profile.paper]
    margin = points(profile.margin)
    return (width - 2 * margin) / profile.size, (height - 2 * margin) / profile.size
