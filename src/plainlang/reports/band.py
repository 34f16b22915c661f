"""A score and its target as inline SVG: three zones, the value, and how far it may be off."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

_WIDTH, _HEIGHT = 320.0, 56.0
_TOP, _BAR = 22.0, 16.0
#: Ends of the scale by unit: the years of school, and Flesch's points.
_SCALES = {"grade": (0.0, 18.0), "points": (0.0, 100.0)}
#: Room for a zone's name, in units of the picture; a narrower zone has only its pattern.
_NAME = 48.0


@dataclass(frozen=True, slots=True)
class Band:
    """What is drawn.

    :param good: from here on the value is good; ``None`` where no target is set.
    :param acceptable: up to here it is acceptable.
    :param more_is_easier: the good end of the scale is the right one.
    """

    value: float
    low: float | None
    high: float | None
    unit: str
    good: float | None
    acceptable: float | None
    more_is_easier: bool


def band_svg(band: Band, name: str, description: str) -> str:
    """Return the picture, with ``name`` and ``description`` as its text alternative.

    Zones differ in lightness, pattern and name, never in colour alone; the colours are those of
    the page's style, so that dark mode and forced colours hold.
    """
    start, end = _scale(band)

    def x(value: float) -> float:
        return round((min(max(value, start), end) - start) / (end - start) * _WIDTH, 1)

    parts = [
        f'<svg class="band" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" role="img" '
        f'aria-label="{escape(f"{name}. {description}", quote=True)}" '
        'preserveAspectRatio="xMinYMid meet">',
    ]
    for zone, left, right in _zones(band, start, end):
        a, b = x(left), x(right)
        if b > a:
            parts.append(
                f'<rect class="zone {zone}" x="{a:g}" y="{_TOP:g}" width="{b - a:g}" '
                f'height="{_BAR:g}"/>'
            )
        if b - a >= _NAME and zone != "plain":
            shown = "too hard" if zone == "hard" else zone
            parts.append(
                f'<text class="zone-name" x="{(a + b) / 2:g}" y="{_TOP + _BAR + 14:g}" '
                f'text-anchor="middle">{shown}</text>'
            )
    at = x(band.value)
    middle = _TOP + _BAR / 2
    if band.low is not None and band.high is not None:
        parts.append(
            f'<line class="interval" x1="{x(band.low):g}" x2="{x(band.high):g}" '
            f'y1="{middle:g}" y2="{middle:g}"/>'
        )
    anchor = "start" if at < 30 else "end" if at > _WIDTH - 30 else "middle"
    parts.append(
        f'<path class="value" d="M{at:g} {_TOP + _BAR:g} l-6 -{_BAR:g} h12 z"/>'
        f'<text class="figure" x="{at:g}" y="{_TOP - 6:g}" text-anchor="{anchor}">'
        f"{band.value:.1f}</text></svg>"
    )
    return "".join(parts)


def _scale(band: Band) -> tuple[float, float]:
    values = [v for v in (band.value, band.low, band.high, band.good, band.acceptable)
              if v is not None]  # fmt: skip
    start, end = _SCALES.get(band.unit, (0.0, 1.25 * max(values)))
    return min(start, *values), max(end, *values)


def _zones(band: Band, start: float, end: float) -> list[tuple[str, float, float]]:
    if band.good is None or band.acceptable is None:
        return [("plain", start, end)]
    if band.more_is_easier:
        return [
            ("hard", start, band.acceptable),
            ("acceptable", band.acceptable, band.good),
            ("good", band.good, end),
        ]
    return [
        ("good", start, band.good),
        ("acceptable", band.good, band.acceptable),
        ("hard", band.acceptable, end),
    ]
