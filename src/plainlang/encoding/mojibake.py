"""Lines that were decoded with the wrong encoding, once or more often ("mojibake").

The work is ftfy's (Robyn Speer, "ftfy", 2019, doi:10.5281/zenodo.2591652). Only its repair of
decoding is used. What it can do beside that (straighten quotation marks, break ligatures, fold
widths, decode HTML entities, remove controls) changes what an author wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from plainlang.encoding import guards, leftovers
from plainlang.encoding.steps import SLOPPY, take
from plainlang.encoding.suspect import is_suspect

if TYPE_CHECKING:
    from ftfy import ExplanationStep, TextFixerConfig


def decode_again(line: str) -> tuple[str, tuple[str, ...]]:
    """Return ``line`` as it was before it was decoded wrongly, and the steps that lead there.

    A line that is right, or of which that is not certain, is returned as it is, with no steps.
    """
    if not is_suspect(line):
        return line, ()
    from ftfy import fix_encoding_and_explain

    steps: tuple[str, ...] = ()
    # Each round undoes one wrong decoding. The rounds are made, and judged, one by one.
    for round_ in _rounds(fix_encoding_and_explain(line, _config()).explanation or []):
        after = take(line, round_)
        if guards.objects(line, after, first_round=not steps):
            break
        line, steps = after, steps + round_
    for name, repair in _LEFTOVERS:
        after = repair(line)
        if after != line:
            line, steps = after, (*steps, name)
    return line, steps


_LEFTOVERS = (
    ("decode trademark signs", leftovers.decode_trademark_signs),
    ("decode no-break spaces", leftovers.decode_no_break_spaces),
)


@cache
def _config() -> TextFixerConfig:
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_encoding=True,
        restore_byte_a0=True,
        replace_lossy_sequences=True,
        decode_inconsistent_utf8=True,
        fix_c1_controls=True,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
        explain=True,
    )


def _rounds(plan: Iterable[ExplanationStep]) -> Iterator[tuple[str, ...]]:
    """Yield the steps of ftfy's plan by the names of this package, one wrong decoding at a time."""
    steps: list[str] = []
    for action, parameter in plan:
        name = parameter.removeprefix("sloppy-")
        if name not in SLOPPY:
            name = parameter
        if name == "fix_c1_controls":
            # ftfy calls it a change of bytes to bytes, but it changes characters.
            action = "apply"
        steps.append(f"{action} {name}")
        if action in ("decode", "apply"):
            yield tuple(steps)
            steps = []
