"""The closed set of steps that a repair may consist of, and how to take one.

Steps of the whole text:

``unify line ends``
    every occurrence of the repair's ``before`` becomes its ``after``

Steps of a line:

``normalize nfc``
    letters and their accents are composed
``encode NAME``, ``decode NAME``
    the line is turned back into the bytes it was wrongly decoded from, and decoded rightly
``transcode restore_byte_a0``, ``transcode replace_lossy_sequences``
    between the two: a space that once was half of a character is made so again; a character
    whose other half is lost becomes U+FFFD
``apply decode_inconsistent_utf8``
    the wrongly decoded parts of a line are decoded rightly, the rest stays
``apply fix_c1_controls``
    control characters from U+0080 to U+009F become what the same bytes are in windows-1252
``decode trademark signs``, ``decode no-break spaces``
    two frequent misreadings that the steps above do not take for certain
``remove soft hyphens``, ``remove zero-width spaces``, ``remove byte order marks``
    invisible characters that break words apart are removed
``mark lost signs``
    a control character that stands for one that is lost, or within a number, becomes U+FFFD
``remove controls``
    the others are removed, with noncharacters and sequences for terminals
``make spaces of feeds``
    vertical tabs and form feeds become a space
``remove direction overrides``
    marks that show characters in another order than they have are removed

The encodings are ftfy's: its "sloppy" ones, which give a character to every byte, go by the
name of the encoding they complete. Those of ``transcode`` and ``apply`` are functions of ftfy,
described in its documentation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from plainlang.encoding import characters, controls, leftovers

UNIFY_LINE_ENDS = "unify line ends"

LINE_STEPS: dict[str, Callable[[str], str]] = {
    "normalize nfc": characters.compose,
    "decode trademark signs": leftovers.decode_trademark_signs,
    "decode no-break spaces": leftovers.decode_no_break_spaces,
    "remove soft hyphens": characters.remove_soft_hyphens,
    "remove zero-width spaces": characters.remove_zero_width_spaces,
    "remove byte order marks": characters.remove_byte_order_marks,
    "mark lost signs": controls.mark_lost_characters,
    "remove controls": controls.remove_control_characters,
    "make spaces of feeds": controls.make_spaces_of_feeds,
    "remove direction overrides": controls.remove_overrides,
}
"""The steps of plainlang's own that change one line."""

SLOPPY = frozenset(f"windows-{n}" for n in (1250, 1251, 1252, 1253, 1254, 1257))

_SINGLE_BYTE = (*sorted(SLOPPY), "latin-1", "iso-8859-2", "macroman", "cp437")

FTFY_STEPS = frozenset(
    {
        *(f"encode {name}" for name in _SINGLE_BYTE),
        *(f"decode {name}" for name in ("utf-8", "utf-8-variants", "windows-1252")),
        "transcode restore_byte_a0",
        "transcode replace_lossy_sequences",
        "apply decode_inconsistent_utf8",
        "apply fix_c1_controls",
    }
)

STEPS = frozenset({UNIFY_LINE_ENDS, *LINE_STEPS, *FTFY_STEPS})
"""Every name that may stand in :attr:`plainlang.document.Repair.steps`."""


def take(line: str, steps: Iterable[str]) -> str:
    """Return ``line`` after ``steps``, one after the other.

    :raises ValueError: for a step that is not in the set, or that does not fit the line.
    """
    value: str | bytes = line
    for step in steps:
        if step in FTFY_STEPS:
            value = _take_ftfy(value, step)
        elif step in LINE_STEPS and isinstance(value, str):
            value = LINE_STEPS[step](value)
        else:
            raise ValueError(f"unknown repair step, or one out of order: {step!r}")
    if isinstance(value, bytes):
        raise ValueError("the repair steps end before the line is decoded")
    return value


def _take_ftfy(value: str | bytes, step: str) -> str | bytes:
    import ftfy  # imported here: it costs 50 ms, and most texts need no repair

    verb, name = step.split(" ", 1)
    codec = f"sloppy-{name}" if name in SLOPPY else name
    if verb == "encode" and isinstance(value, str):
        return value.encode(codec)
    if verb == "decode" and isinstance(value, bytes):
        return value.decode(codec)
    if verb in ("transcode", "apply") and isinstance(value, bytes) == (verb == "transcode"):
        return cast("str | bytes", ftfy.FIXERS[name](value))
    raise ValueError(f"repair step out of order: {step!r}")
