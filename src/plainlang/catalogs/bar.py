"""The state of a translation as a small picture for a page of HTML."""

from __future__ import annotations

import hashlib
from html import escape

from plainlang.catalogs.status import Status

_WIDTH, _HEIGHT = 120, 16


def bar_svg(status: Status) -> str:
    """Return an inline ``<svg>`` that shows how much is reviewed, translated, fuzzy and missing.

    The parts differ by pattern and not by colour alone, all are drawn in the colour of the text
    around them, and the title says the numbers for whoever does not see the picture. A part is
    at least two pixels wide: one text that is missing among a thousand shows.
    """
    parts = [
        ("reviewed", status.reviewed),
        ("translated, not reviewed", status.translated - status.reviewed),
        ("to be looked at", status.fuzzy),
        ("not translated", status.untranslated),
    ]
    shown = ", ".join(f"{count} {label}" for label, count in parts if count)
    title = f"{status.language}: {shown or 'nothing to translate'}"
    if status.errors:
        title += f"; {status.errors} error" + ("" if status.errors == 1 else "s")
    # Several bars stand on one page, and an id may stand there once.
    both = f"{status.document} {status.language}".encode()
    name = "bar-" + hashlib.sha256(both).hexdigest()[:12]
    drawn = []
    left = 0.0
    for number, width in enumerate(_widths([count for _, count in parts])):
        if width:
            drawn.append(_part(number, left, width, name))
        left += width
    return (
        f'<svg class="catalog-bar" role="img" aria-labelledby="{name}-title" '
        f'width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'<title id="{name}-title">{escape(title)}</title>'
        f"<defs>{_stripes(name)}{_dots(name)}</defs>{''.join(drawn)}"
        f'<rect x="0.5" y="0.5" width="{_WIDTH - 1}" height="{_HEIGHT - 1}" '
        f'fill="none" stroke="currentColor"/></svg>'
    )


def _widths(counts: list[int]) -> list[float]:
    total = sum(counts)
    if not total:
        return [0.0] * len(counts)
    least = [2.0 if count else 0.0 for count in counts]
    free = _WIDTH - sum(least)
    return [small + free * count / total for small, count in zip(least, counts, strict=True)]


def _part(number: int, left: float, width: float, name: str) -> str:
    fill = ("currentColor", f"url(#{name}-stripes)", f"url(#{name}-dots)", "none")[number]
    return f'<rect x="{left:.1f}" y="0" width="{width:.1f}" height="{_HEIGHT}" fill="{fill}"/>'


def _stripes(name: str) -> str:
    return (
        f'<pattern id="{name}-stripes" width="5" height="5" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="3" height="5" fill="currentColor"/></pattern>'
    )


def _dots(name: str) -> str:
    return (
        f'<pattern id="{name}-dots" width="5" height="5" patternUnits="userSpaceOnUse">'
        '<circle cx="2.5" cy="2.5" r="1" fill="currentColor"/></pattern>'
    )
